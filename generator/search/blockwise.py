"""Postings of documents → those of a block of them → the shards of a range of blocks.

A block is made of 256 documents at most and is in parts, by the pair; a range is joined part by
part, so that a correction makes only the parts anew that hold a pair of it.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from generator.search.coding import encode_first, encode_postings
from generator.search.postings import (
    CROSSED,
    Postings,
    halves,
    hash_of,
    is_kept,
    keys_of,
    printed_pair,
)
from generator.search.script import deflate, to_compact_json

PARTS = 64
"""Parts of a block. A pair is in the one that its hash gives, a power of two as the number of shards is."""


class Runs(NamedTuple):
    """The postings of some pairs in a block, as columns, by pair; coded but for the first of each.

    The gap of the first is not known before the block is in its range.
    """

    pairs: bytes
    """Each pair, as a number of 32 bits; those with punctuation come last."""
    crossed: int
    """How many have punctuation between their characters."""
    firsts: bytes
    """The first posting, as a number of 16 bits: document in the block × 256 + rank of the zones."""
    lasts: bytes
    """The last document in the block."""
    rests: str
    """All postings after the first, coded, with a line feed between pairs."""


class Block(NamedTuple):
    """The postings of a block."""

    parts: tuple[bytes, ...]
    """:class:`Runs` of each part."""
    size: int
    """Characters of its postings."""


def make_block(documents: Iterable[tuple[int, Postings]]) -> Block:
    """The block of some documents, each with its number in it, ascending."""
    lists: defaultdict[int, list[int]] = defaultdict(list)
    for document, (pairs, ranks, crossed) in documents:
        postings = list(range(document << 8, (document + 1) << 8))
        for pair, rank in zip(keys_of(pairs, crossed), ranks, strict=True):
            lists[pair].append(postings[rank])
    parts: list[list[int]] = [[] for _ in range(PARTS)]
    for pair in lists:
        first, second = halves(pair)
        if is_kept(first, second):
            parts[hash_of(first, second) % PARTS].append(pair)
    runs = [make_runs(sorted(pairs), lists) for pairs in parts]
    size = sum(len(run.lasts) + len(run.rests) for run in runs)
    return Block(tuple(map(msgspec.msgpack.encode, runs)), size)


def make_runs(pairs: Sequence[int], lists: defaultdict[int, list[int]]) -> Runs:
    """The postings of the pairs of a part."""
    found = [lists[pair] for pair in pairs]
    rests = [
        encode_postings(postings[1:], postings[0] >> 8) if len(postings) > 1 else ""
        for postings in found
    ]
    return Runs(
        array("I", [pair & ~CROSSED for pair in pairs]).tobytes(),
        sum(pair >= CROSSED for pair in pairs),
        array("H", [postings[0] for postings in found]).tobytes(),
        bytes([postings[-1] >> 8 for postings in found]),
        "\n".join(rests),
    )


def join_runs(parts: Iterable[tuple[int, bytes]]) -> dict[int, str]:
    """The postings of each pair in a range.

    :param parts: parts of its blocks in their order, each with the number in the range of the
        block's first document
    """
    texts: dict[int, str] = {}
    lasts: dict[int, int] = {}
    for offset, part in parts:
        runs = msgspec.msgpack.decode(part, type=Runs)
        columns = zip(
            keys_of(runs.pairs, runs.crossed),
            memoryview(runs.firsts).cast("H"),
            runs.lasts,
            runs.rests.split("\n"),
            strict=False,  # no line of no pairs is one line
        )
        for pair, first, last, rest in columns:
            posting = first + (offset << 8)
            texts[pair] = f"{texts.get(pair, '')}{encode_first(posting, lasts.get(pair, -1))}{rest}"
            lasts[pair] = last + offset
    return texts


def make_shards(parts: Iterable[tuple[int, bytes]], shards: int) -> tuple[bytes, ...]:
    """The shards of one group of the parts of a range: pairs, each followed by its postings; as JSON that is deflated.

    A pair is in the shard ``hash_of(pair) % shards`` of the range; those of a group are every
    ``groups_of(shards)``-th of them.
    """
    groups = groups_of(shards)
    texts: list[list[str]] = [[] for _ in range(shards // groups)]
    for pair, postings in join_runs(parts).items():
        first, second = halves(pair)
        place = hash_of(first, second) % shards // groups
        texts[place].append(printed_pair(pair) + postings)
    return tuple(deflate(to_compact_json("".join(sorted(text)))) for text in texts)


def groups_of(shards: int) -> int:
    """How many groups of parts a range with so many shards is made in."""
    return min(shards, PARTS)
