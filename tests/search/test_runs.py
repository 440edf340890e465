"""Postings of stretches of documents are joined to what one stretch would give."""

import pytest

from generator.search.postings import (
    SINGLE,
    halves,
    index_pairs,
    is_kept,
    join,
    join_runs,
    make_run,
    make_shards,
    printed,
)
from tests.search.decoding import decode_postings

DOCUMENTS = [("水利", "", "水利工程"), ("物价",), ("水利",), ("工程", "水利"), ("水",), ("利水利",)]


def joined(*cuts: int) -> dict[int, tuple[int, str]]:
    """The postings of all documents, indexed in stretches that begin at these places."""
    pairs: dict[int, tuple[int, str]] = {}
    for begin, end in zip((0, *cuts), (*cuts, len(DOCUMENTS)), strict=True):
        join_runs(pairs, index_pairs(DOCUMENTS[begin:end], begin))
    return pairs


@pytest.mark.parametrize("cuts", [(1,), (2,), (3, 4), (1, 2, 3, 4, 5)])
def test_stretches_give_what_one_run_gives(cuts: tuple[int, ...]) -> None:
    assert joined(*cuts) == joined()
    assert make_shards(joined(*cuts)) == make_shards(joined())


def test_a_pair_knows_its_documents() -> None:
    last, postings = joined()[join(ord("水"), ord("利"))]
    assert [posting >> 8 for posting in decode_postings(postings)] == [0, 2, 3, 5]
    assert last == 5
    single = joined()[join(ord("水"), ord(SINGLE))]
    assert [posting >> 8 for posting in decode_postings(single[1])] == [0, 2, 3, 4, 5]


def test_a_run_knows_its_first_posting_and_its_last_document() -> None:
    assert make_run([2 << 8 | 7]) == (2 << 8 | 7, 2, "")
    first, last, rest = make_run([2 << 8, 5 << 8, 9 << 8])
    assert (first, last) == (2 << 8, 9)
    assert decode_postings(rest) == [2 << 8, 6 << 8]


def test_a_shard_has_its_pairs_in_order() -> None:
    pairs = {join(ord(one), ord("利")): (0, "a") for one in "水甲丙"}
    (shard,) = make_shards(pairs)
    assert shard == "".join(f"{one}利a" for one in sorted("水甲丙"))


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
        (0x00B7, 0x6C34, True),
    ],
)
def test_no_half_of_a_character_is_kept(first: int, second: int, *, kept: bool) -> None:
    assert is_kept(join(first, second)) is kept
    assert halves(join(first, second)) == (first, second)


def test_ascii_is_printed_where_it_is_no_posting() -> None:
    assert printed(ord("a"), ord("水")) == "\u07e1水"
    assert printed(0x7F, 0x80) == "\u07ff\x80"
