"""Postings of blocks of documents are joined to what one block would give."""

import json
from itertools import pairwise

import pytest

from generator.search.blockwise import (
    PARTS,
    Block,
    groups_of,
    join_runs,
    make_block,
    make_shards,
)
from generator.search.postings import (
    CROSSED,
    SINGLE,
    find_crossed,
    find_pairs,
    halves,
    hash_of,
    is_kept,
    join,
    keys_of,
    make_postings,
    printed,
)
from generator.search.script import inflate
from tests.search.decoding import decode_postings

DOCUMENTS = [("水利", "", "水利工程"), ("物价",), ("水利",), ("工程", "水利"), ("水",), ("利水利",)]


def blocks(*cuts: int) -> list[tuple[int, Block]]:
    """Blocks of all documents that begin at these places."""
    return [
        (
            begin,
            make_block(
                (nth, make_postings(zones)) for nth, zones in enumerate(DOCUMENTS[begin:end])
            ),
        )
        for begin, end in zip((0, *cuts), (*cuts, len(DOCUMENTS)), strict=True)
    ]


def parts(made: list[tuple[int, Block]]) -> list[tuple[int, bytes]]:
    """All parts of some blocks."""
    return [(begin, part) for begin, block in made for part in block.parts]


def shards_of(members: list[tuple[int, bytes]], shards: int) -> list[str]:
    """The shards that some parts give, as they are read."""
    return [json.loads(inflate(shard)) for shard in make_shards(members, shards)]


@pytest.mark.parametrize("cuts", [(1,), (2,), (3, 4), (1, 2, 3, 4, 5)])
def test_blocks_give_what_one_block_gives(cuts: tuple[int, ...]) -> None:
    assert join_runs(parts(blocks(*cuts))) == join_runs(parts(blocks()))
    assert make_shards(parts(blocks(*cuts)), 1) == make_shards(parts(blocks()), 1)


def test_a_pair_knows_its_documents() -> None:
    found = join_runs(parts(blocks(2)))
    postings = found[join(ord("水"), ord("利"))]
    assert [posting >> 8 for posting in decode_postings(postings)] == [0, 2, 3, 5]
    single = found[join(ord("水"), ord(SINGLE))]
    assert [posting >> 8 for posting in decode_postings(single)] == [0, 2, 3, 4, 5]


def test_a_block_may_have_no_documents() -> None:
    empty = make_block(())
    assert empty.size == 0
    assert join_runs([(0, part) for part in empty.parts]) == {}
    assert shards_of([(0, part) for part in empty.parts], 1) == [""]


def test_the_postings_of_a_document_are_its_pairs_with_their_zones() -> None:
    zones = ("水利", "", "水利·工程\n水")
    pairs, ranks, crossed = make_postings(zones)
    (between,) = find_crossed(zones)
    assert list(memoryview(pairs).cast("I")) == [*find_pairs(zones), between]
    assert list(keys_of(pairs, crossed)) == [*find_pairs(zones), between | CROSSED]
    assert len(ranks) == len(find_pairs(zones)) + 1


def test_a_pair_with_punctuation_between_is_beside_the_same_one_without() -> None:
    block = make_block([(0, make_postings(("水·利",))), (1, make_postings(("水利水·利",)))])
    empty = make_block([(0, make_postings(("水",)))])
    found = join_runs([*parts([(0, block)]), *parts([(2, empty)]), *parts([(3, block)])])
    pair = join(ord("水"), ord("利"))
    documents = [
        [posting >> 8 for posting in decode_postings(found[key])] for key in (pair, pair | CROSSED)
    ]
    assert documents == [[1, 4], [0, 1, 3, 4]]
    (shard,) = shards_of(parts([(0, block)]), 1)
    assert "水利" in shard
    assert "水·利" in shard


@pytest.mark.parametrize("shards", [1, 2, 64, 256])
def test_a_pair_is_in_the_shard_that_its_hash_gives(shards: int) -> None:
    text = "".join(map(chr, range(0x4E00, 0x5100)))
    block = make_block([(0, make_postings((text,)))])
    groups = groups_of(shards)
    found: dict[int, str] = {}
    for group in range(groups):
        members = [(0, block.parts[part]) for part in range(group, PARTS, groups)]
        made = shards_of(members, shards)
        found |= {group + place * groups: shard for place, shard in enumerate(made)}
    assert sorted(found) == list(range(shards))
    for one, two in pairwise(text):
        assert one + two in found[hash_of(ord(one), ord(two)) % shards]


def test_shards_are_about_equal() -> None:
    text = "".join(map(chr, range(0x4E00, 0x9000)))
    block = make_block([(0, make_postings((text,)))])
    sizes = [len(shard) for shard in shards_of([(0, part) for part in block.parts[:1]], 4096)]
    assert max(sizes) < 3 * sum(sizes) / len(sizes)


def test_a_shard_has_its_pairs_in_order() -> None:
    block = make_block([(0, make_postings(("丙利\n水利\n甲利",)))])
    (shard,) = shards_of([(0, part) for part in block.parts], 1)
    pairs = [shard[at : at + 2] for at in range(0, len(shard), 3)]
    assert pairs == sorted(pairs)
    assert {"丙利", "水利", "甲利"} <= set(pairs)


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (0xD800, 0xDC00, True),
        (0xDBFF, 0xDFFF, True),
        (0xDC00, 0xDC00, False),
        (0xD800, 0xD800, False),
        (0xD800, 0x6C34, False),
        (0x6C34, 0xDC00, False),
        (0xD800, 0xE000, False),
        (0xD7FF, 0xE000, True),
        (0x6C34, 0x000A, False),
        (0x000A, 0x6C34, False),
        (0x00B7, 0x00B6, False),
        (0x00B7, 0x6C34, False),
        (0x6C34, 0x00B7, False),
        (0x6C34, 0x6C34, True),
    ],
)
def test_no_half_of_a_character_is_kept(first: int, second: int, *, kept: bool) -> None:
    assert is_kept(first, second) is kept
    assert halves(join(first, second)) == (first, second)


def test_ascii_is_printed_where_it_is_no_posting() -> None:
    assert printed(ord("a"), ord("水")) == "\u07e1水"
    assert printed(0x7F, 0x80) == "\u07ff\x80"
    assert printed(0xD842, 0xDFB7) == "𠮷"
