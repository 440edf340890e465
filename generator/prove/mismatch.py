"""What must be seen against what is seen: each character that is lost, doubled, moved or added, with its line."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from generator.model import Value
from generator.model.base import Line
from generator.visible import CELL, ROW, Piece

GRAM = 8
"""Characters that two texts have in common where they are taken to agree again."""
WINDOW = 4_000
"""Characters behind a difference in which both texts are compared; what is longer is one difference."""
MOST = 20
"""Most differences of one text that are listed; a guard against slowness."""
MOST_SLID = 40
"""Most characters by which a difference is moved to the beginning of a piece."""
SHOWN = 40
"""Most characters that a difference quotes."""
_STEP = 4_096
"""Characters that are compared at once."""


class Stretch(NamedTuple):
    """Where two texts differ."""

    start: int
    """Offset in the text that is expected."""
    expected: str
    seen: str


Where = Literal["source", "pages", "index", "data", "forms"]


class Difference(Value, frozen=True):
    """One way in which what was published differs from the issue."""

    where: Where
    """Which of the outputs."""
    place: str
    """Which text of it: ``page of yunxi/2021/4/1``."""
    line: int
    """Source line; 0 where none is known."""
    said: str
    """What is wrong, with the characters."""
    missing: Line = 0
    """How many characters that must be seen there are not."""


def compare(pieces: Sequence[Piece], seen: str, where: Where, place: str) -> tuple[Difference, ...]:
    """The differences between the pieces that must be seen, in their order, and a text."""
    expected = "".join(one.text for one in pieces)
    if expected == seen:
        return ()
    starts = list(accumulate((len(one.text) for one in pieces), initial=0))
    places = frozenset(starts)
    stretches = [slide(one, expected, places) for one in find_stretches(expected, seen)]
    differences = []
    for stretch in stretches:
        nth = min(bisect_right(starts, stretch.start), len(pieces)) - 1
        line = pieces[nth].line if pieces else 0
        said = describe(stretch, stretches, expected)
        missing = max(0, length(stretch.expected) - length(stretch.seen))
        differences.append(Difference(where, place, line, said, missing))
    return tuple(differences)


def find_stretches(expected: str, seen: str) -> Iterator[Stretch]:
    """Where two texts differ, in order; linear, as each is looked at in a window."""
    tail = common_end(expected, seen)
    left, right = len(expected) - tail, len(seen) - tail
    at, other = 0, 0
    for nth in range(MOST):
        same = common_start(expected, seen, at, other, min(left - at, right - other))
        at, other = at + same, other + same
        if at == left and other == right:
            return
        skip = agree_again(expected[at:left][:WINDOW], seen[other:right][:WINDOW])
        if skip is None or nth == MOST - 1:
            skip = left - at, right - other
        yield Stretch(at, expected[at : at + skip[0]], seen[other : other + skip[1]])
        at, other = at + skip[0], other + skip[1]


def slide(stretch: Stretch, expected: str, starts: frozenset[int]) -> Stretch:
    """A stretch that is only lost or only added, moved to the beginning of a piece where it means the same there."""
    if stretch.expected and stretch.seen:
        return stretch
    for start, text in (*_left(stretch, expected), *_right(stretch, expected)):
        if start in starts:
            return Stretch(start, *((text, "") if stretch.expected else ("", text)))
    return stretch


def _left(stretch: Stretch, expected: str) -> Iterator[tuple[int, str]]:
    """The same difference from here to the left: offset and characters."""
    start, text = stretch.start, stretch.expected or stretch.seen
    for _ in range(MOST_SLID):
        yield start, text
        if start == 0 or expected[start - 1] != text[-1]:
            return
        start, text = start - 1, text[-1] + text[:-1]


def _right(stretch: Stretch, expected: str) -> Iterator[tuple[int, str]]:
    """The same difference from here to the right: offset and characters."""
    start, text = stretch.start, stretch.expected or stretch.seen
    for _ in range(MOST_SLID):
        after = start + len(stretch.expected)
        if after >= len(expected) or expected[after] != text[0]:
            return
        start, text = start + 1, text[1:] + text[0]
        yield start, text


def agree_again(expected: str, seen: str) -> tuple[int, int] | None:
    """How many characters of each text are before the next that they have in common; None where there are none."""
    places: dict[str, int] = {}
    for at in range(len(seen) - GRAM, -1, -1):
        places[seen[at : at + GRAM]] = at
    best: tuple[int, int] | None = None
    for at in range(len(expected) - GRAM + 1):
        if best is not None and at > sum(best):
            break
        other = places.get(expected[at : at + GRAM])
        if other is not None and (best is None or at + other < sum(best)):
            best = at, other
    return best


def common_start(expected: str, seen: str, at: int, other: int, most: int) -> int:
    """How many characters two texts have in common from two offsets on."""
    same = 0
    while same < most:
        size = min(_STEP, most - same)
        one = expected[at + same : at + same + size]
        two = seen[other + same : other + same + size]
        if one != two:
            return same + next(nth for nth in range(size) if one[nth] != two[nth])
        same += size
    return same


def common_end(expected: str, seen: str) -> int:
    """How many characters two texts have in common at their ends."""
    most = min(len(expected), len(seen))
    return common_start(expected[::-1], seen[::-1], 0, 0, most)


def describe(stretch: Stretch, stretches: Sequence[Stretch], expected: str) -> str:
    """What is wrong in one stretch: lost, twice, elsewhere, added, in another order."""
    lost, more = stretch.expected, stretch.seen
    if lost and more:
        in_order = sorted(lost) == sorted(more)
        word = "in another order: " if in_order else ""
        return f"{word}{quote(lost)} is {quote(more)}"
    if lost:
        moved = any(lost in one.seen for one in stretches)
        return f"{'in another place' if moved else 'lost'}: {quote(lost)}"
    if any(more in one.expected for one in stretches):
        return f"in another place: {quote(more)}"
    return f"{'twice' if more in expected else 'added'}: {quote(more)}"


def length(text: str) -> int:
    """How many characters a text has, marks of cells not counted."""
    return len(text) - text.count(ROW) - text.count(CELL)


def quote(text: str) -> str:
    """Characters as a line shows them: cells set apart, the rest of a long text counted."""
    plain = text.replace(ROW, "").replace(CELL, "｜")
    if len(plain) <= SHOWN:
        return f"“{plain}”"
    return f"“{plain[:SHOWN]}…” ({len(plain)} characters)"
