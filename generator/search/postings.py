"""Pairs of neighbouring characters → the documents and zones that hold them.

They are in shards, picked by the pair. While it is counted, a pair is a number of 32 bits, two
units of UTF-16 as they lie in memory: that is three times as fast as a string of two characters.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.search.coding import RANKS, encode_first, encode_postings
from generator.search.normalise import MARK

SINGLE = "¶"
"""Second half of the pair that a single character is kept as."""
SHARD = 5_000
"""Characters of a shard, on average."""
BODY = 2
"""The first zone of the body."""

Zones = tuple[str, ...]
"""Folded text of a document by zone, as in :class:`~generator.search.passages.SearchText`."""
Lists = defaultdict[int, list[int]]
"""Pair → postings, each a document × 256 + the rank of its zones, ascending."""

_LITTLE = sys.byteorder == "little"
_ENCODING = "utf-16-le" if _LITTLE else "utf-16-be"
_RANK_OF = (0, *(RANKS[mask] for mask in range(1, 256)))
_END, _MARK, _SINGLE = ord("\n"), ord(MARK), ord(SINGLE)


class Run(NamedTuple):
    """The postings of a pair in a stretch of documents, coded but for the first.

    The gap of the first is not known yet.
    """

    first: int
    """The first posting: document × 256 + rank of the zones."""
    last: int
    """The last document."""
    rest: str
    """All postings after the first, coded."""


def index_pairs(documents: Iterable[Zones], first: int) -> dict[int, Run]:
    """The postings of the pairs of a stretch of documents, numbered from ``first``."""
    lists: Lists = defaultdict(list)
    for document, zones in enumerate(documents, first):
        add_pairs(lists, find_pairs(zones), document << 8)
    return {pair: make_run(postings) for pair, postings in lists.items() if is_kept(pair)}


def add_pairs(lists: Lists, masks: Mapping[int, int], document: int) -> None:
    """Note in which zones of a document each pair is."""
    postings = [document | rank for rank in _RANK_OF]
    for pair, mask in masks.items():
        lists[pair].append(postings[mask])


def find_pairs(zones: Zones) -> dict[int, int]:
    """Every pair and every single character, and its zones.

    Of a single one only the first zone of the body counts.
    """
    masks: dict[int, int] = {}
    mask_of = masks.get
    seen: set[str] = set()
    for zone, text in enumerate(zones):
        singles = set(text)
        if zone >= BODY:
            singles -= seen
            seen |= singles
        bit = 1 << zone
        for pair in numbers_of(text, singles):
            masks[pair] = mask_of(pair, 0) | bit
    return masks


def numbers_of(text: str, singles: Iterable[str]) -> memoryview:
    """The pairs of a text: those at even places, those at odd ones, those of single characters."""
    units = text.encode(_ENCODING)
    if len(units) > 2 * len(text):
        singles = [character for character in singles if character <= "\uffff"]
    alone = SINGLE.join([*singles, ""]).encode(_ENCODING)
    odd = units[2:]
    return memoryview(units[: len(units) & ~3] + odd[: len(odd) & ~3] + alone).cast("I")


def make_run(postings: list[int]) -> Run:
    """The postings of a pair, coded."""
    first, last = postings[0], postings[-1] >> 8
    return Run(first, last, encode_postings(postings[1:], first >> 8) if len(postings) > 1 else "")


def join_runs(pairs: dict[int, tuple[int, str]], runs: Mapping[int, Run]) -> None:
    """Put the next stretch of documents behind what is known of each pair.

    Its last document and its postings.
    """
    nothing = (-1, "")
    for pair, (first, last, rest) in runs.items():
        before, text = pairs.get(pair, nothing)
        pairs[pair] = (last, f"{text}{encode_first(first, before)}{rest}")


def make_shards(pairs: Mapping[int, tuple[int, str]]) -> list[str]:
    """The text of each shard, found by ``hash_of(pair) % len(shards)``.

    Pairs, each followed by its postings.
    """
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
    """A pair with its ASCII characters moved to U+0780 and beyond.

    There they cannot be taken for postings.
    """
    units = (unit + 0x780 if unit < 128 else unit for unit in (first, second))
    return b"".join(unit.to_bytes(2, "little") for unit in units).decode("utf-16-le")


def is_kept(pair: int) -> bool:
    """Whether a pair can be asked for.

    It is no end of a line, no punctuation alone and no half of a character beyond U+FFFF.
    """
    first, second = halves(pair)
    if is_half(first) or is_half(second):
        return first < 0xDC00 <= second and is_half(first) and is_half(second)
    return _END not in (first, second) and pair != join(_MARK, _SINGLE)


def is_half(unit: int) -> bool:
    """Whether a unit is one of the two that make a character beyond U+FFFF.

    The first of them is below 0xDC00.
    """
    return 0xD800 <= unit < 0xE000


def join(first: int, second: int) -> int:
    """The number of a pair."""
    return first | second << 16 if _LITTLE else first << 16 | second


def halves(pair: int) -> tuple[int, int]:
    """The two units of a pair."""
    return (pair & 0xFFFF, pair >> 16) if _LITTLE else (pair >> 16, pair & 0xFFFF)
