"""Two texts side by side: where they differ, and what explains it."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.proof.edits import Edit

WINDOW = 4000
"""Farthest place at which two texts are searched for each other again, in characters."""
SURE = (24, 8, 3)
"""Characters by which two texts are known to be at the same place again, those that are surest first."""
LONGEST_NESTED = 20_000
"""Longest stretch in which differences inside others are searched for, in characters:
a guard against slowness."""
LONGEST_TRIED, MOST_TRIED, MOST_TRIES = 1_000, 12, 200
"""Longest stretch in characters, most differences in it and most tries to find the place of each:
a guard against slowness."""
MOST_BACK = 12
"""Farthest beginning of a difference before the first character that differs."""
MOST_DIFFERENCES = 500
"""Most places at which two texts are compared anew; behind them the rest differs as a whole."""


@dataclass(slots=True)
class Explained:
    """What explains the differences between a stretch of the source and its texts in the issue."""

    counts: Counter[str] = field(default_factory=Counter)
    """Characters by what they count as."""
    missing: str = ""
    """Characters of the source that nothing explains."""
    added: str = ""
    """Characters of the issue that nothing explains."""
    disordered: str = ""
    """Characters that are in another order."""
    form: str = ""
    """Characters that count as the form of an element, as far as no order was followed."""

    @property
    def holds(self) -> bool:
        """Whether everything is explained."""
        return not (self.missing or self.added or self.disordered)


def common_length(one: str, start: int, other: str, begin: int) -> int:
    """How many characters two texts share from a place in each."""
    most = min(len(one) - start, len(other) - begin)
    length, step = 0, 16
    while step and length < most:
        step = min(step, most - length)
        end = length + step
        if one[start + length : start + end] == other[begin + length : begin + end]:
            length, step = end, step * 2
        else:
            step //= 2
    return length


def walk(source: str, issue: str, edits: Sequence[Edit], form: str) -> Explained | None:
    """What explains the differences, in the order of the source; None where something does not.

    :param edits: what findings explain, each once unless it says otherwise
    :param form: characters that the forms of the elements print
    """
    waiting = _Waiting(filter(None, map(_trimmed, edits)))
    explained = Explained()
    at = place = 0
    while at < len(source) or place < len(issue):
        same = common_length(source, at, issue, place)
        at, place = at + same, place + same
        if at == len(source):
            break
        back, fitting = waiting.take((source, at), (issue, place), same)
        if fitting:
            at, place = at - back, place - back
            explained.counts[fitting.cause] += fitting.size
            at, place = at + len(fitting.found), place + len(fitting.correct)
        elif source[at] in form:
            explained.counts["form"] += 1
            at += 1
        else:
            return None
    return explained if place == len(issue) else None


def _trimmed(edit: Edit) -> Edit | None:
    """A difference without what both sides share at their ends; None where they are the same."""
    found, correct = edit.found, edit.correct
    while found and correct and found[0] == correct[0]:
        found, correct = found[1:], correct[1:]
    while found and correct and found[-1] == correct[-1]:
        found, correct = found[:-1], correct[:-1]
    return edit._replace(found=found, correct=correct) if found else None


class _Waiting:
    """Differences that were not met yet, by what they are in the source: however many, each is found at once."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._by_found: defaultdict[str, dict[str, deque[Edit]]] = defaultdict(dict)
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for edit in edits:
            self._by_found[edit.found].setdefault(edit.correct, deque()).append(edit)
            lengths[edit.found[0]].add(len(edit.found))
        self._lengths = {first: sorted(held, reverse=True) for first, held in lengths.items()}

    def take(
        self, source: tuple[str, int], issue: tuple[str, int], same: int
    ) -> tuple[int, Edit | None]:
        """The first difference that is there at a place of both texts, and how many characters before it.

        ``<p><a>`` without its first tag is the same as the whole of it up to the second character.

        :param same: characters before the place that are the same in both
        """
        (text, at), (other, place) = source, issue
        for back in range(min(same, MOST_BACK) + 1):
            for length in self._lengths.get(text[at - back], ()):
                if length <= back:
                    break
                found = text[at - back : at - back + length]
                for correct, edits in self._by_found.get(found, {}).items():
                    if edits and other.startswith(correct, place - back):
                        return back, edits[0] if edits[0].often else edits.popleft()
        return 0, None


def walk_through(source: str, issue: str, edits: Sequence[Edit], form: str) -> Explained | None:
    """As :func:`walk`, after each difference is made in its turn: one may be inside another."""
    counts: Counter[str] = Counter()
    for edit in edits if len(source) < LONGEST_NESTED else ():
        if edit.found in source:
            counts[edit.cause] += edit.size
            source = source.replace(edit.found, edit.correct, -1 if edit.often else 1)
    explained = walk(source, issue, (), form)
    if explained:
        explained.counts.update(counts)
    return explained


def try_places(source: str, issue: str, edits: Sequence[Edit], form: str) -> Explained | None:
    """As :func:`walk_through`, with each difference at whichever of its places explains the others."""
    if len(edits) > MOST_TRIED or len(source) > LONGEST_TRIED:
        return None
    tries = 0
    waiting = [(source, tuple(edits), Counter[str]())]
    tried: set[tuple[str, tuple[Edit, ...]]] = set()
    while waiting and tries < MOST_TRIES:
        text, left, counts = waiting.pop()
        if (text, left) in tried:
            continue
        tried.add((text, left))
        tries += 1
        explained = walk(text, issue, left, form)
        if explained:
            explained.counts.update(counts)
            return explained
        for place, edit in enumerate(left):
            others = left if edit.often else (*left[:place], *left[place + 1 :])
            if edit.found and edit.found != edit.correct:
                made = counts + Counter({edit.cause: edit.size})
                waiting += [(changed, others, made) for changed in _made_once(text, edit)]
    return None


def _made_once(text: str, edit: Edit) -> Iterator[str]:
    """A text with a difference made at each of its places."""
    place = text.find(edit.found)
    while place >= 0:
        yield text[:place] + edit.correct + text[place + len(edit.found) :]
        place = text.find(edit.found, place + 1)


def weigh(source: str, issue: str, edits: Sequence[Edit], form: str) -> Explained:
    """What explains the differences, whatever the order."""
    surplus = Counter(source)
    surplus.subtract(issue)
    explained = Explained()
    for edit in edits:
        gone, come = Counter(edit.found), Counter(edit.correct)
        gone, come = gone - come, come - gone
        while _gain(surplus, gone, come) > 0:
            surplus.subtract(gone)
            surplus.update(come)
            explained.counts[edit.cause] += edit.size
            if not edit.often:
                break
    for char in form:
        if surplus[char] > 0:
            explained.form += char * surplus[char]
            explained.counts["form"] += surplus.pop(char)
    explained.missing = _in_order(source, +surplus)
    explained.added = _in_order(issue, -surplus)
    return explained


def _gain(surplus: Counter[str], gone: Counter[str], come: Counter[str]) -> int:
    """How many characters fewer differ when some go and others come."""
    gain = 0
    for char, times in gone.items():
        fitting = min(times, max(0, surplus[char]))
        gain += 2 * fitting - times
    for char, times in come.items():
        fitting = min(times, max(0, -surplus[char]))
        gain += 2 * fitting - times
    return gain


def _in_order(text: str, chosen: Counter[str]) -> str:
    """Some characters in the order in which a text has them, the last of each."""
    if not chosen:
        return ""
    left = Counter(chosen)
    found: list[str] = []
    for char in reversed(text):
        if left[char] > 0:
            left[char] -= 1
            found.append(char)
    return "".join(reversed(found))


def differences(one: str, other: str) -> Iterator[tuple[int, int, int, int]]:
    """The stretches in which two long texts differ: begin and end in the one and in the other."""
    at = place = 0
    for _ in range(MOST_DIFFERENCES):
        same = common_length(one, at, other, place)
        at, place = at + same, place + same
        if at == len(one) or place == len(other):
            break
        skip, over = _again(one, at, other, place)
        yield at, at + skip, place, place + over
        at, place = at + skip, place + over
    if at < len(one) or place < len(other):
        yield at, len(one), place, len(other)


def _again(one: str, at: int, other: str, place: int) -> tuple[int, int]:
    """How many characters of each text are passed over until both go on alike."""
    for sure in SURE:
        over = other.find(one[at : at + sure], place, place + WINDOW) - place
        skip = one.find(other[place : place + sure], at, at + WINDOW) - at
        if over >= 0 and (skip < 0 or over <= skip):
            return 0, over
        if skip >= 0:
            return skip, 0
    return 1, 1
