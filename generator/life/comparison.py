"""Two versions of an instrument side by side: unit by unit, then character by character within one that changed.

A unit is an article, or what is below a heading.

The work is bounded (:data:`COMPARED`): what would be too much of it is shown as taken out and put in as a whole.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise, zip_longest
from typing import Any, Literal, NamedTuple

from generator.lexicon.expressions.stops import CLAUSE_STOPS
from generator.model import Article, Block, Heading, Paragraph, Part, Roster, Table
from generator.model.block import block_texts

_CLAUSE = re.compile(rf"[^{CLAUSE_STOPS}\n]*[{CLAUSE_STOPS}\n]|[^{CLAUSE_STOPS}\n]+")

State = Literal["same", "renumbered", "changed", "added", "removed"]
Side = tuple[tuple[int, int], ...]
"""The stretches of a text that the other version has not, as offsets."""
Match = tuple[int, int, int]
"""Where two texts begin to be alike, and for how many characters."""


@dataclass(frozen=True, slots=True)
class ComparedLimits:
    """How much work a comparison may be; pairs are those that could be looked at, of which most never are."""

    units: int = 90_000
    """Most pairs of units of two texts; of more, those in the same place are taken together."""
    likened: int = 4_000_000
    """Most characters that are counted to find which units are alike."""
    clauses: int = 40_000
    """Most pairs of clauses of two units."""
    characters: int = 40_000
    """Most pairs of characters of two stretches that differ."""
    whole: int = 2_000_000
    """Most pairs of characters in all of two texts."""
    alike: float = 0.4
    """Least share of pairs of neighbouring characters that two units have in common of which one became the other."""
    kept: float = 0.25
    """Least share of characters that two stretches have in common of which only what differs is marked."""
    island: int = 2
    """Most characters between two changes that count as changed with them: so few are alike by chance."""


COMPARED = ComparedLimits()


class Unit(NamedTuple):
    """An article, or what is below a heading."""

    label: str
    """``第三条``, or the heading; empty for what is before the first."""
    opening: int
    """Length of the enumerator of an article in its text; 0 without one."""
    lines: tuple[str, ...]
    """Its paragraphs, and the rows of its tables."""

    @property
    def text(self) -> str:
        """Its text without the enumerator of an article."""
        return "\n".join(self.lines)[self.opening :]


class Change(NamedTuple):
    """A unit of one version with that of the other; of one that is only in one version, the other is None."""

    state: State
    older: Unit | None
    newer: Unit | None
    taken: Side = ()
    """What was taken out of the older, as offsets of its lines joined by ends of line."""
    put: Side = ()
    """What was put into the newer."""


def units_of(part: Part) -> tuple[Unit, ...]:
    """The units of an instrument, in order."""
    by_article = any(isinstance(block, Article) for block in part.blocks)
    units: list[tuple[str, int, list[str]]] = [("", 0, [])]
    for block in part.blocks:
        if (label := _label(block, by_article=by_article)) is not None:
            opening = block.enumerator if isinstance(block, Article) else 0
            units.append((label, opening or 0, []))
        units[-1][2].extend(_lines(block))
    return tuple(Unit(label, opening, tuple(lines)) for label, opening, lines in units if lines)


def _label(block: Block, *, by_article: bool) -> str | None:
    """What the unit that begins with a block is called; None where none begins."""
    if isinstance(block, Article):
        return block.text[: block.enumerator or 0].strip() or block.text[:12]
    if isinstance(block, Heading):
        return block.text
    if not by_article and isinstance(block, Paragraph) and block.lead:
        return block.text[: (block.enumerator or 0) + len(block.lead)].strip()
    return None


def _lines(block: Block) -> Iterator[str]:
    """The text of a block, each row of a table and each name of a roster on a line."""
    if isinstance(block, Table):
        yield from (" | ".join(filter(None, row)) for row in (*block.header, *block.rows))
    elif isinstance(block, Roster):
        yield " ".join(filter(None, block_texts(block)))
    else:
        yield block.text.replace("\n", " ")


def compare(older: Sequence[Unit], newer: Sequence[Unit]) -> tuple[Change, ...]:
    """Two versions, unit by unit, in the order of the newer one; what it lacks is where it was."""
    work = _Work()
    return tuple(_compared(old, new, work) for old, new in _paired(older, newer))


class _Work:
    """How much may still be done character by character."""

    def __init__(self) -> None:
        self.left = COMPARED.whole

    def may(self, pairs: int) -> bool:
        """Whether this many pairs may be looked at; they count as done then."""
        if pairs > min(COMPARED.characters, self.left):
            return False
        self.left -= pairs
        return True


def _compared(old: Unit | None, new: Unit | None, work: _Work) -> Change:
    """A unit of each version."""
    if old is None or new is None:
        return Change("added" if old is None else "removed", old, new)
    if old.lines == new.lines:
        return Change("same", old, new)
    if old.text == new.text:
        return Change("renumbered", old, new)
    taken, put = _differences("\n".join(old.lines), "\n".join(new.lines), work)
    return Change("changed", old, new, taken, put)


def _differences(before: str, after: str, work: _Work) -> tuple[Side, Side]:
    """What of each of two texts the other has not: clause by clause, then character by character."""
    old, new = _CLAUSE.findall(before), _CLAUSE.findall(after)
    if len(old) * len(new) > COMPARED.clauses:
        return ((0, len(before)),), ((0, len(after)),)
    old_ends, new_ends = (list(accumulate(map(len, one), initial=0)) for one in (old, new))
    taken: list[tuple[int, int]] = []
    put: list[tuple[int, int]] = []
    for tag, first, last, begin, end in _matcher(old, new).get_opcodes():
        if tag != "equal":
            i, j = old_ends[first], new_ends[begin]
            out, into = _in_stretch(before[i : old_ends[last]], after[j : new_ends[end]], work)
            taken += ((i + start, i + stop) for start, stop in out)
            put += ((j + start, j + stop) for start, stop in into)
    return tuple(taken), tuple(put)


def _in_stretch(before: str, after: str, work: _Work) -> tuple[Side, Side]:
    """What of each of two stretches the other has not, as offsets of the stretch."""
    kept: list[tuple[int, int, int]] = []
    if work.may(len(before) * len(after)):
        matches = _matcher(before, after).get_matching_blocks()
        whole = (_without_cut_figures(match, before, after) for match in matches)
        kept = [match for match in whole if _counts(match, before, after)]
    if 2 * sum(size for _, _, size in kept) < COMPARED.kept * (len(before) + len(after)):
        kept = []
    taken, put = [], []
    for (i, j, size), (i_next, j_next, _) in pairwise(
        [(0, 0, 0), *kept, (len(before), len(after), 0)]
    ):
        taken.append((i + size, i_next))
        put.append((j + size, j_next))
    return _joined(taken), _joined(put)


def _joined(stretches: Iterable[tuple[int, int]]) -> Side:
    """Stretches without the empty ones."""
    return tuple((first, last) for first, last in stretches if first < last)


def _without_cut_figures(match: Match, before: str, after: str) -> Match:
    """What two stretches share without the figures of numbers that go on beyond it: 2017 became 2020, not 17 20."""
    i, j, size = match
    while (
        size and before[i].isdecimal() and (_is_figure(before, i - 1) or _is_figure(after, j - 1))
    ):
        i, j, size = i + 1, j + 1, size - 1
    while size and before[i + size - 1].isdecimal():
        if not (_is_figure(before, i + size) or _is_figure(after, j + size)):
            break
        size -= 1
    return i, j, size


def _is_figure(text: str, place: int) -> bool:
    """Whether a figure is at a place that a text may not have."""
    return 0 <= place < len(text) and text[place].isdecimal()


def _counts(match: Match, before: str, after: str) -> bool:
    """Whether two stretches are alike there not by chance: at their beginning or end, or for more than an island."""
    i, j, size = match
    at_start = i == 0 and j == 0
    at_end = i + size == len(before) and j + size == len(after)
    return size > 0 and (at_start or at_end or size > COMPARED.island)


def _matcher(before: Sequence[Any], after: Sequence[Any]) -> SequenceMatcher[Any]:
    """What finds what two sequences share; nothing in them is too frequent to count."""
    return SequenceMatcher(None, before, after, autojunk=False)


Pair = tuple[Unit | None, Unit | None]


def _paired(older: Sequence[Unit], newer: Sequence[Unit]) -> Iterator[Pair]:
    """The units that belong together: those alike to the letter, and between them those that are most alike."""
    if len(older) * len(newer) > COMPARED.units:
        yield from zip_longest(older, newer)
        return
    matcher = _matcher([one.text for one in older], [one.text for one in newer])
    for tag, first, last, begin, end in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(older[first:last], newer[begin:end], strict=True)
        else:
            yield from _most_alike(older[first:last], newer[begin:end])


def _most_alike(older: Sequence[Unit], newer: Sequence[Unit]) -> Iterator[Pair]:
    """Units in the order that pairs most of what is alike; those of one name, where that is too much work."""
    old_length, new_length = (sum(len(one.text) for one in units) for units in (older, newer))
    if len(older) * new_length + len(newer) * old_length > COMPARED.likened:
        chosen = _by_label(older, newer)
    else:
        chosen = _by_likeness(_likenesses(older, newer))
    old = new = 0
    for i, j in [*chosen, (len(older), len(newer))]:
        yield from ((one, None) for one in older[old:i])
        yield from ((None, one) for one in newer[new:j])
        if i < len(older):
            yield older[i], newer[j]
        old, new = i + 1, j + 1


def _by_label(older: Sequence[Unit], newer: Sequence[Unit]) -> list[tuple[int, int]]:
    """Places of units that are called the same, in one order."""
    matcher = _matcher([one.label for one in older], [one.label for one in newer])
    blocks = matcher.get_matching_blocks()
    return [(i + nth, j + nth) for i, j, size in blocks for nth in range(size)]


def _likenesses(older: Sequence[Unit], newer: Sequence[Unit]) -> list[list[float]]:
    """How much each older unit is like each newer one; 0 for those too unlike that one became the other."""
    after = [_neighbours(one.text) for one in newer]
    before = [_neighbours(one.text) for one in older]
    return [[_likeness(one, other) for other in after] for one in before]


def _neighbours(text: str) -> Counter[str]:
    """The pairs of neighbouring characters of a text."""
    return Counter(map("".join, pairwise(text)))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of their pairs that two texts have in common."""
    total = one.total() + other.total()
    shared = 2 * (one & other).total() / total if total else 0.0
    return shared if shared >= COMPARED.alike else 0.0


def _by_likeness(alike: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Places of the units that are paired, in order, so that the sum of their likeness is the greatest."""
    width = len(alike[0]) if alike else 0
    best = [[0.0] * (width + 1) for _ in range(len(alike) + 1)]
    for i in reversed(range(len(alike))):
        for j in reversed(range(width)):
            paired = best[i + 1][j + 1] + alike[i][j] if alike[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    chosen, i, j = [], 0, 0
    while i < len(alike) and j < width:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            chosen.append((i, j))
            i, j = i + 1, j + 1
    return chosen


def lines_with(text: Iterable[str], side: Side) -> Iterator[tuple[str, Side]]:
    """Each line with the stretches of it that are not in the other version, as offsets of the line."""
    start = 0
    for line in text:
        end = start + len(line)
        cut = ((max(first, start) - start, min(last, end) - start) for first, last in side)
        yield line, tuple((first, last) for first, last in cut if first < last)
        start = end + 1
