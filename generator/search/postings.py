"""Pairs of neighbouring characters → the documents and zones in which they stand, in shards picked by the pair.

While it is counted, a pair is a number of 32 bits, two units of UTF-16 as they lie in memory: that is three times as
fast as a string of two characters.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.search.coding import encode_postings
from generator.search.normalise import MARK

SINGLE = "¶"
"""Second half of the pair that stands for a single character."""
SHARD = 5_000
"""Characters of a shard, on average."""
BODY = 2
"""The first zone of the body."""

Zones = tuple[str, ...]
"""Folded text of a document by zone, as in :class:`~generator.search.text.SearchText`."""
Lists = defaultdict[int, list[int]]
"""Pair → places, each a document × 8 + zone, ascending."""

_LITTLE = sys.byteorder == "little"
_ENCODING = "utf-16-le" if _LITTLE else "utf-16-be"
_END, _MARK, _SINGLE = ord("\n"), ord(MARK), ord(SINGLE)


class Run(NamedTuple):
    """The postings of a pair in a stretch of documents, coded but for the first, whose gap is not yet known."""

    first: int
    """The first posting: document × 256 + zones."""
    last: int
    """The last document."""
    rest: str
    """All postings after the first, coded."""


def index_pairs(documents: Iterable[Zones], first: int) -> dict[int, Run]:
    """The postings of the pairs of a stretch of documents, numbered from ``first``."""
    lists: Lists = defaultdict(list)
    for document, zones in enumerate(documents, first):
        add_pairs(lists, zones, document << 3)
        add_singles(lists, zones, document << 3)
    return {pair: make_run(places) for pair, places in lists.items() if is_kept(pair)}


def add_pairs(lists: Lists, zones: Zones, document: int) -> None:
    """Note in which zones of a document each pair stands."""
    for place, text in enumerate(zones, document):
        units = text.encode(_ENCODING)
        for pair in _numbers(units).union(_numbers(units[2:])):
            lists[pair].append(place)


def add_singles(lists: Lists, zones: Zones, document: int) -> None:
    """Note for each character whether it stands in the title and in a heading, and the first zone of the body."""
    seen: set[int] = set()
    for zone, text in enumerate(zones):
        units = set(memoryview(text.encode(_ENCODING)).cast("H"))
        if zone >= BODY:
            units -= seen
            seen |= units
        for unit in units:
            lists[join(unit, _SINGLE)].append(document | zone)


def make_run(places: list[int]) -> Run:
    """The postings of places."""
    postings: list[int] = []
    before = -1
    for place in places:
        document = place >> 3
        if document == before:
            postings[-1] |= 1 << (place & 7)
        else:
            postings.append(document << 8 | 1 << (place & 7))
            before = document
    return Run(postings[0], before, encode_postings(postings[1:], postings[0] >> 8) if len(postings) > 1 else "")


def join_runs(pairs: dict[int, tuple[int, str]], runs: Mapping[int, Run]) -> None:
    """Put the next stretch of documents behind what is known of each pair: its last document and its postings."""
    nothing = (-1, "")
    for pair, (first, last, rest) in runs.items():
        before, text = pairs.get(pair, nothing)
        pairs[pair] = (last, f"{text}{encode_postings((first,), before)}{rest}")


def make_shards(pairs: Mapping[int, tuple[int, str]]) -> list[str]:
    """The text of each shard, found by ``hash_of(pair) % len(shards)``: pairs, each followed by its postings."""
    size = sum(len(postings) + 4 for _, postings in pairs.values())
    shards: list[list[str]] = [[] for _ in range(max(1, round(size / SHARD)))]
    for pair, (_, postings) in pairs.items():
        first, second = halves(pair)
        shards[hash_of(first, second) % len(shards)].append(printed(first, second) + postings)
    return ["".join(sorted(shard)) for shard in shards]


def hash_of(first: int, second: int) -> int:
    """A number of 24 bits for a pair, the same in every run and in the client."""
    return (((first * 40503 + second) * 0x85EBCA6B) & 0xFFFFFFFF) >> 8


def printed(first: int, second: int) -> str:
    """A pair with its ASCII characters moved to U+0780 and beyond, where they cannot be taken for postings."""
    units = (unit + 0x780 if unit < 128 else unit for unit in (first, second))
    return b"".join(unit.to_bytes(2, "little") for unit in units).decode("utf-16-le")


def is_kept(pair: int) -> bool:
    """Whether a pair can be asked for: no end of a line, no punctuation alone, no half of a character beyond U+FFFF."""
    first, second = halves(pair)
    whole = (0xD800 <= first < 0xDC00) == (0xDC00 <= second < 0xE000) and not 0xDC00 <= first < 0xE000
    return whole and _END not in (first, second) and pair != join(_MARK, _SINGLE)


def join(first: int, second: int) -> int:
    """The number of a pair."""
    return first | second << 16 if _LITTLE else first << 16 | second


def halves(pair: int) -> tuple[int, int]:
    """The two units of a pair."""
    return (pair & 0xFFFF, pair >> 16) if _LITTLE else (pair >> 16, pair & 0xFFFF)




def _numbers(units: bytes) -> set[int]:
    """The pairs at even places."""
    return set(memoryview(units[: len(units) & ~3]).cast("I"))
