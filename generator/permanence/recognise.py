"""Which document of today is which of yesterday.

Two lists of fingerprints → the pairs that are certain. Certain signs come before weak ones, and a
sign counts only where it leads from one entry to one document and back. Lines are a sign only while
the source is steady: a line added at its top would make every document look like the next.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.model import Permalink
from generator.model.ids import read_id

SHORTEST_INSIDE = 6
"""Shortest title that is a sign where another contains it,
in folded characters; a shorter one is in too many."""

Sign = Callable[[Permalink, Permalink], bool]
"""Whether an entry of the ledger and the fingerprint of a document have something in common."""
Pairs = dict[str, int]
"""Id of an entry → place of its document."""


def same_number(entry: Permalink, document: Permalink) -> bool:
    """Both have a number, and it is the same."""
    return entry.number is not None and entry.number == document.number


def no_other_number(entry: Permalink, document: Permalink) -> bool:
    """Their numbers do not say that these are two documents."""
    return entry.number is None or document.number is None or entry.number == document.number


def same_title(entry: Permalink, document: Permalink) -> bool:
    """Both have a title, and it is the same."""
    return bool(entry.title) and entry.title == document.title


def alike(entry: Permalink, document: Permalink) -> bool:
    """Title and number are the same, or missing on both sides."""
    return (entry.number, entry.title) == (document.number, document.title)


def title_inside(entry: Permalink, document: Permalink) -> bool:
    """One title contains the other, which is long enough to mean something."""
    shorter, longer = sorted((entry.title, document.title), key=len)
    return len(shorter) >= SHORTEST_INSIDE and shorter in longer


def same_lines(entry: Permalink, document: Permalink) -> bool:
    """More than half of the shorter of the two is common ground."""
    return 2 * overlap(entry, document) > min(length(entry), length(document))


Row = tuple[Sign, ...]
"""Signs that must all be there."""

EXACT: tuple[Row, ...] = ((same_title, alike), (same_title, no_other_number))
"""What nobody doubts; it also shows whether the source is steady."""

SURE: tuple[Row, ...] = (
    (alike, same_lines),
    (same_title, same_lines),
    (same_number, same_lines),
    (same_number,),
    (same_title,),
)
"""Number and title, the surest row first: a number that was read anew, a title that was."""

WEAK: tuple[Row, ...] = (
    (title_inside, no_other_number, same_lines),
    (title_inside, no_other_number),
)
"""What counts for documents that are left after the sure signs."""


def pair_documents(entries: Sequence[Permalink], documents: Sequence[Permalink]) -> Pairs:
    """The entries whose document was found: by number or title, by pieces of them, at last by lines."""
    pairs = pair_by_signs(entries, documents, EXACT)
    steady = is_steady(pairs, entries, documents)
    if steady:
        pairs = pair_by_signs(entries, documents, SURE[:1], pairs)
    pairs = pair_twins(entries, documents, pairs)
    pairs = pair_by_signs(entries, documents, _usable(SURE, steady=steady), pairs)
    pairs = pair_by_signs(entries, documents, _usable(WEAK, steady=steady), pairs)
    if is_steady(pairs, entries, documents):
        pairs = pair_by_lines(entries, documents, pairs)
    return pairs


def pair_surely(
    retired: Sequence[Permalink], documents: Sequence[Permalink], pairs: Pairs
) -> Pairs:
    """``pairs`` and the entries that were retired and whose documents are plainly there again."""
    return pair_by_signs(retired, documents, (*EXACT, *_usable(SURE, steady=False)), pairs)


def pair_by_signs(
    entries: Sequence[Permalink],
    documents: Sequence[Permalink],
    rows: Iterable[Row],
    pairs: Pairs | None = None,
) -> Pairs:
    """``pairs`` and, row by row, those in which neither side has a second candidate."""
    found = dict(pairs or {})
    for row in rows:
        fits = [
            (entry.id, place)
            for entry, place in _free(entries, documents, found)
            if _has_signs(row, entry, documents[place])
        ]
        found |= _without_rivals(fits)
    return found


def _has_signs(row: Row, entry: Permalink, document: Permalink) -> bool:
    """Whether an entry and a document have everything in common that a row asks for."""
    return all(sign(entry, document) for sign in row)


def _without_rivals(fits: Sequence[tuple[str, int]]) -> Pairs:
    """Of the pairs that fit those whose entry and whose document fit nothing else."""
    ids = Counter(id_ for id_, _ in fits)
    places = Counter(place for _, place in fits)
    return {id_: place for id_, place in fits if ids[id_] == places[place] == 1}


def pair_twins(entries: Sequence[Permalink], documents: Sequence[Permalink], pairs: Pairs) -> Pairs:
    """``pairs`` and, in their order, documents that are alike in number and title (three 任免通知).

    They are paired only where there are as many of them as there were.
    """
    twins: defaultdict[tuple[str | None, str], list[Permalink]] = defaultdict(list)
    for entry in entries:
        if entry.id not in pairs:
            twins[entry.number, entry.title].append(entry)
    found = dict(pairs)
    free = _free_places(documents, pairs)
    for alike_entries in twins.values():
        places = [place for place in free if alike(alike_entries[0], documents[place])]
        if len(alike_entries) == len(places):
            ids = [entry.id for entry in sorted(alike_entries, key=_position)]
            places.sort(key=lambda place: (documents[place].lines, place))
            found |= zip(ids, places, strict=True)
    return found


def pair_by_lines(
    entries: Sequence[Permalink], documents: Sequence[Permalink], pairs: Pairs
) -> Pairs:
    """``pairs`` and those that have more than half of their lines in common, the most lines first.

    So an entry keeps the greatest piece of what was split, and a merger the id of its greatest part.
    """

    def greatest_first(pair: tuple[Permalink, int]) -> tuple[int, int, tuple[int, ...], str]:
        """Sort key: by the count of common lines, then by the order of the documents and entries."""
        entry, place = pair
        return -overlap(entry, documents[place]), place, _position(entry), entry.id

    common = [
        (entry, place)
        for entry, place in _free(entries, documents, pairs)
        if same_lines(entry, documents[place])
    ]
    found = dict(pairs)
    for entry, place in sorted(common, key=greatest_first):
        if entry.id not in found and place not in found.values():
            found[entry.id] = place
    return found


def is_steady(pairs: Pairs, entries: Iterable[Permalink], documents: Sequence[Permalink]) -> bool:
    """Whether lines are a sign: something was found, and everything that was found is where it was."""
    known = [entry for entry in entries if entry.id in pairs]
    return bool(pairs) and all(overlap(entry, documents[pairs[entry.id]]) for entry in known)


def find_holder(entry: Permalink, documents: Iterable[Permalink]) -> Permalink | None:
    """The document that holds most of an entry's lines, and at least half of them."""
    holder = max(documents, key=lambda document: overlap(entry, document), default=None)
    if holder is None or length(entry) == 0:
        return None
    return holder if 2 * overlap(entry, holder) >= length(entry) else None


def overlap(one: Permalink, other: Permalink) -> int:
    """Count of the lines that two entries have in common."""
    if not one.lines or not other.lines:
        return 0
    first = max(one.lines[0], other.lines[0])
    last = min(one.lines[-1], other.lines[-1])
    return max(0, last - first + 1)


def length(entry: Permalink) -> int:
    """Count of the lines of an entry."""
    return overlap(entry, entry)


def _free(
    entries: Iterable[Permalink], documents: Sequence[Permalink], pairs: Mapping[str, int]
) -> list[tuple[Permalink, int]]:
    """Every entry that is in no pair with the place of every document that is in none."""
    places = _free_places(documents, pairs)
    return [(entry, place) for entry in entries if entry.id not in pairs for place in places]


def _free_places(documents: Sequence[Permalink], pairs: Mapping[str, int]) -> list[int]:
    """The place of every document that is in no pair."""
    taken = set(pairs.values())
    return [place for place in range(len(documents)) if place not in taken]


def _usable(rows: Iterable[Row], *, steady: bool) -> list[Row]:
    """The rows without those that look at lines, where lines are no sign."""
    return [row for row in rows if steady or same_lines not in row]


def _position(entry: Permalink) -> tuple[int, ...]:
    """Sort key: by line, then by the number in the id."""
    return *(entry.lines or (0, 0)), read_id(entry.id).place
