"""Pairs of neighbouring characters of a document, and the zones that hold them.

Characters with punctuation between them are a pair too, of a kind of its own: ``”改`` of ``“放管服”改革`` is known as
``服·改``. So one look at a shard says where a pair is as typed and where it is but for punctuation.

While it is counted, a pair is a number of 32 bits, two units of UTF-16 as they lie in memory: that
is three times as fast as a string of two characters.
"""

import sys
from array import array
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from generator.search.coding import RANKS
from generator.search.normalise import MARK

SINGLE = "¶"
"""Second half of the pair that a single character is kept as."""
BODY = 2
"""The first zone of the body."""
CROSSED = 1 << 32
"""What is added to the number of a pair with punctuation between its characters."""

Zones = tuple[str, ...]
"""Folded text of a document by zone, as in :class:`~generator.search.passages.SearchText`."""

_LITTLE = sys.byteorder == "little"
_ENCODING = "utf-16-le" if _LITTLE else "utf-16-be"
_RANK_OF = bytes((0, *(RANKS[mask] for mask in range(1, 256))))
_NO_TEXT = frozenset(map(ord, ("\n", MARK)))
_SIMPLE = 0xD800
"""Units below it are characters."""


class Postings(NamedTuple):
    """The pairs of a document, as columns."""

    pairs: bytes
    """Each pair once, as a number of 32 bits; also those that nobody can ask for. Those with punctuation come last."""
    ranks: bytes
    """For each of them the rank of the zones that hold it."""
    crossed: int
    """How many have punctuation between their characters."""


def make_postings(zones: Zones) -> Postings:
    """The pairs of a document."""
    masks, crossed = find_pairs(zones), find_crossed(zones)
    pairs = array("I", masks) + array("I", crossed)
    ranks = bytes((*masks.values(), *crossed.values())).translate(_RANK_OF)
    return Postings(pairs.tobytes(), ranks, len(crossed))


def keys_of(pairs: bytes, crossed: int) -> Iterator[int]:
    """The pairs of a column, of which so many at the end have punctuation, each as one number."""
    numbers = memoryview(pairs).cast("I")
    plain = len(numbers) - crossed
    return chain(numbers[:plain], map(CROSSED.__or__, numbers[plain:]))


def find_pairs(zones: Zones) -> dict[int, int]:
    """Every pair and every single character, and its zones.

    Of a single one only the first zone of the body counts.
    """
    masks: dict[int, int] = {}
    mask_of = masks.get
    seen: set[str] = set()
    for zone, text in enumerate(zones):
        singles = [character for character in dict.fromkeys(text) if character not in seen]
        if zone >= BODY:
            seen.update(singles)
        bit = 1 << zone
        for pair in numbers_of(text, singles):
            masks[pair] = mask_of(pair, 0) | bit
    return masks


def find_crossed(zones: Zones) -> dict[int, int]:
    """Every pair with punctuation between its characters, and its zones; none with a character beyond U+FFFF."""
    masks: dict[int, int] = {}
    for zone, text in enumerate(zones):
        parts = text.strip(MARK).split(MARK)  # of which none is empty, as marks stand alone
        pairs = [one[-1:] + other[:1] for one, other in pairwise(parts)]
        units = "".join(pairs).encode(_ENCODING)
        if len(units) > 4 * len(pairs):
            units = "".join(pair for pair in pairs if max(pair) <= "\uffff").encode(_ENCODING)
        bit = 1 << zone
        for pair in memoryview(units).cast("I"):
            masks[pair] = masks.get(pair, 0) | bit
    return masks


def numbers_of(text: str, singles: Iterable[str]) -> memoryview:
    """The pairs of a text: those at even places, those at odd ones, those of single characters."""
    units = text.encode(_ENCODING)
    if len(units) > 2 * len(text):
        singles = [character for character in singles if character <= "\uffff"]
    alone = SINGLE.join([*singles, ""]).encode(_ENCODING)
    odd = units[2:]
    return memoryview(units[: len(units) & ~3] + odd[: len(odd) & ~3] + alone).cast("I")


def hash_of(first: int, second: int) -> int:
    """A number of 24 bits for a pair, the same in every run and in the client."""
    return (((first * 40503 + second) * 0x85EBCA6B) & 0xFFFFFFFF) >> 8


def printed_pair(pair: int) -> str:
    """A pair as a shard has it, with the mark between the characters where there is punctuation."""
    text = printed(*halves(pair))
    return MARK.join(text) if pair & CROSSED else text


def printed(first: int, second: int) -> str:
    """A pair with its ASCII characters moved to U+0780 and beyond.

    There they cannot be taken for postings.
    """
    if 128 <= first < _SIMPLE and 128 <= second < _SIMPLE:
        return chr(first) + chr(second)
    units = (unit + 0x780 if unit < 128 else unit for unit in (first, second))
    return b"".join(unit.to_bytes(2, "little") for unit in units).decode("utf-16-le")


def is_kept(first: int, second: int) -> bool:
    """Whether a pair can be asked for.

    It is no end of a line, no punctuation and no half of a character beyond U+FFFF.
    """
    if first in _NO_TEXT or second in _NO_TEXT:
        return False
    if first < _SIMPLE and second < _SIMPLE:
        return True
    if is_half(first) or is_half(second):
        return first < 0xDC00 <= second and is_half(first) and is_half(second)
    return True


def is_half(unit: int) -> bool:
    """Whether a unit is one of the two that make a character beyond U+FFFF.

    The first of them is below 0xDC00.
    """
    return 0xD800 <= unit < 0xE000


def join(first: int, second: int) -> int:
    """The number of a pair."""
    return first | second << 16 if _LITTLE else first << 16 | second


def halves(pair: int) -> tuple[int, int]:
    """The two units of a pair of either kind."""
    low, high = pair & 0xFFFF, pair >> 16 & 0xFFFF
    return (low, high) if _LITTLE else (high, low)
