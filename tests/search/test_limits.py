"""Numbers of the index: on either side of each there is another zone, another piece, another filter."""

import json
from typing import Any

import msgspec
import pytest

from generator.export import SERVED
from generator.model import (
    Archive,
    Document,
    Issue,
    Paragraph,
    Part,
    Publication,
    PublicationRecord,
)
from generator.search.coding import BASE, COMMON, MASKS, ONE, encode_column
from generator.search.facets import (
    PIECES,
    date_number,
    issuers_of,
    length_class,
    make_columns,
    name_column,
    number_parts,
)
from generator.search.forms.packed import UNIT
from generator.search.manifest import Index, describe_issue, make_manifest
from generator.search.normalise import MARK
from generator.search.passages import Line, SearchText, pieces_of, search_text
from generator.search.pieces import issue_texts, piece_json, short_hash
from generator.search.postings import SINGLE, find_pairs, halves, hash_of, is_kept, join, printed
from generator.search.ranges import CUT, Cut, Range, cut_ranges
from tests.conftest import ROOT
from tests.fixtures.demo_archive import archive_of


def document(*texts: str, sequence: int = 1) -> Document:
    """A document whose body has these paragraphs."""
    blocks = tuple(Paragraph(text=text, lines=(2,)) for text in texts)
    part = Part(kind="body", blocks=blocks)
    return Document(sequence=sequence, lines=(1, 9), title="通知", parts=(part,))


def archive(documents: int) -> Archive:
    """An archive of one issue."""
    held = tuple(document(f"第{nth}件", sequence=nth) for nth in range(1, documents + 1))
    issue = Issue("a.txt", "", Publication("公报"), year=2020, number=1, documents=held)
    return archive_of(PublicationRecord(id="yunxi", title="公报"), (issue,))


@pytest.mark.parametrize(
    ("lengths", "lines"),
    [
        ((100, 100, 100, 100, 100, 99), [6, 0, 0, 0, 0, 0]),
        ((100, 100, 100, 100, 100, 100), [1, 1, 1, 1, 1, 1]),
        ((99, 501), [2, 0, 0, 0, 0, 0]),
        ((100, 500), [1, 1, 0, 0, 0, 0]),
        ((599, 1), [1, 0, 0, 0, 0, 1]),
    ],
)
def test_a_body_of_six_hundred_characters_has_six_zones(
    lengths: tuple[int, ...], lines: list[int]
) -> None:
    text = search_text(document(*("字" * length for length in lengths)))
    assert [len(zone) for zone in text.zones] == lines


@pytest.mark.parametrize(
    ("length", "pieces"), [(1000, 1), (1001, 2), (2000, 2), (2001, 3), (3000, 3), (3001, 6)]
)
def test_a_body_is_cut_into_pieces_of_a_thousand_characters(length: int, pieces: int) -> None:
    zones = tuple((Line("", "", f"{nth}"),) for nth in range(6))
    text = SearchText("通知", "", zones, ("通知" * 9000, "甲" * 9000, "字" * length))
    found = pieces_of(text)
    assert len(found) == pieces
    assert [line.text for piece in found for line in piece] == list("012345")
    assert len({len(piece) for piece in found}) == 1


@pytest.mark.parametrize(("length", "shown"), [(24, 24), (25, 24)])
def test_a_label_has_twenty_four_characters(length: int, shown: int) -> None:
    lines = (Line("s1", "标" * length, "甲"), Line("s1", "标" * length, "乙\n丙"))
    piece = json.loads(piece_json(SearchText("通知", "某发〔2020〕1号", (), ()), lines))
    assert piece == ["通知", "某发〔2020〕1号", [["s1", "标" * shown, "甲\n乙 丙"]]]


@pytest.mark.parametrize(("documents", "proven"), [(200, 200), (201, 12)])
def test_a_small_archive_proves_every_result(documents: int, proven: int) -> None:
    assert manifest_of(archive(documents))["proven"] == proven


def manifest_of(made: Archive) -> dict[str, Any]:
    """The manifest of an archive of one issue."""
    texts = issue_texts([search_text(record.document) for record in made.documents])
    numbers = {record.id: nth for nth, record in enumerate(made.documents)}
    id_ = made.issues[0].id
    return make_manifest(made, Index({id_: texts}, {id_: texts.hash}, numbers, []), SERVED)


def test_an_issue_names_its_documents_only_where_they_are_not_numbered_on() -> None:
    (record,) = archive(3).issues
    places = {"yunxi": 0}
    assert describe_issue(record, "hash", [7, 8, 9], places) == [0, 2020, 1, "hash", 3, 7]
    ids = [document.id for document in record.documents]
    gap = msgspec.structs.replace(record, documents=record.documents[1:])
    assert describe_issue(gap, "hash", [8, 9], places) == [0, 2020, 1, "hash", 2, 8, ids[1:]]


@pytest.mark.parametrize(
    ("numbers", "said"), [((), 0), ((5,), 5), ((5, 6), 5), ((6, 5), [6, 5]), ((5, 7), [5, 7])]
)
def test_an_issue_says_the_numbers_of_its_documents_where_they_do_not_follow(
    numbers: tuple[int, ...], said: int | list[int]
) -> None:
    (record,) = archive(max(1, len(numbers))).issues
    held = msgspec.structs.replace(record, documents=record.documents[: len(numbers)])
    assert describe_issue(held, "hash", numbers, {"yunxi": 0})[5] == said


@pytest.mark.parametrize(
    ("length", "step"),
    [
        (0, 0),
        (1, 0),
        (76, 0),
        (77, 1),
        (107, 1),
        (108, 2),
        (128, 2),
        (256, 4),
        (9741, 14),
        (9742, 15),
        (900_000, 15),
    ],
)
def test_the_scale_of_lengths_has_two_steps_for_each_doubling(length: int, step: int) -> None:
    assert length_class(length) == step


def test_lengths_and_pieces_share_a_column() -> None:
    records = archive(4).documents
    columns = make_columns(records, [64, 128, 128, 9999], [1, 2, 3, 6])
    assert columns["sizes"] == encode_column([0, 2 * 4 + 1, 2 * 4 + 2, 15 * 4 + 3])


def test_names_are_ordered_by_how_many_documents_have_them() -> None:
    names, places = name_column(["甲", "丙", "乙", "丙", "甲", "丙", "乙"])
    assert names == ["丙", "乙", "甲"]
    assert places == encode_column([2, 0, 1, 0, 2, 0, 1])


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("第1234567号", ("", 0, 1234567)),
        ("第12345678号", ("", 0, 0)),
        ("2019年第1号", ("", 2019, 1)),
        ("19年第1号", ("", 0, 1)),
    ],
)
def test_the_serial_number_of_an_order_has_seven_digits(
    number: str, parts: tuple[str, int, int]
) -> None:
    assert number_parts(number) == parts


def test_a_date_is_a_number_that_grows_each_day() -> None:
    dates = ["2020-12-31", "2021-01-01", "2021-01-31", "2021-02-01", "2021-02-31", "2021-03-01"]
    numbers = [date_number(date) for date in dates]
    assert numbers == sorted(set(numbers))
    assert date_number("2021-01-31") < date_number("2021-02") < date_number("2021-02-01")
    assert date_number("2021-1-1") == date_number("2021-01-01") == (2021 * 12 + 1) * 32 + 1


def test_joint_issuers_are_each_named_once() -> None:
    joint = msgspec.structs.replace(document(), issuer="甲局", issuers=("甲局", "乙局", "甲局"))
    assert issuers_of(joint) == ("甲局", "乙局")
    assert issuers_of(msgspec.structs.replace(joint, issuers=())) == ("甲局",)
    assert issuers_of(document()) == ()


def test_a_single_character_counts_in_the_first_zone_of_the_body_that_has_it() -> None:
    masks = find_pairs(("水", "水", "水", "利水", "利"))
    single = {character: masks[join(ord(character), ord("¶"))] for character in "水利"}
    assert single == {"水": 0b00111, "利": 0b01000}


def test_pairs_that_nobody_can_ask_for_are_not_kept() -> None:
    pairs = {pair for pair in find_pairs(("甲·\n·乙",)) if is_kept(*halves(pair))}
    asked = {"甲¶", "乙¶"}
    assert pairs == {join(*map(ord, pair)) for pair in asked}


@pytest.mark.parametrize(
    ("size", "shards"), [(0, 1), (6000, 1), (6001, 2), (12_000, 2), (12_001, 4), (6_144_001, 2048)]
)
def test_shards_are_a_power_of_two(size: int, shards: int) -> None:
    assert CUT.shards(size) == shards


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (0, []),
        (1, [1]),
        (47, [47]),
        (48, [48]),
        (49, [48, 1]),
        (191, [48, 48, 48, 47]),
        (192, [192]),
        (193, [192, 1]),
        (767, [192, 192, 192, 48, 48, 48, 47]),
        (768, [768]),
        (5000, [3072, 768, 768, 192, 192, 8]),
        (12_288, [12_288]),
    ],
)
def test_the_bounds_of_the_ranges_follow_from_the_count_of_documents(
    count: int, sizes: list[int]
) -> None:
    ranges = list(cut_ranges(count))
    assert [one.size for one in ranges] == sizes
    assert [one.first for one in ranges] == [sum(sizes[:nth]) for nth in range(len(sizes))]


def test_a_query_asks_few_ranges() -> None:
    assert max(len(list(cut_ranges(count))) for count in range(5001)) == 10
    assert max(len(list(cut_ranges(count))) for count in range(0, 400_000, 47)) == 20


def test_a_large_range_is_made_of_blocks_that_ranges_were_before() -> None:
    assert CUT.block == 192
    assert Range(0, 768).blocks(CUT) == range(0, 768, 192)
    assert Range(768, 192).blocks(CUT) == range(768, 960, 192)
    assert Range(960, 47).blocks(CUT) == range(960, 1007, 192)
    assert len(Range(960, 47).blocks(CUT)) == 1


@pytest.mark.parametrize(("first", "block"), [(256, 256), (65, 65), (64, 256), (16, 256), (17, 68)])
def test_a_block_has_no_more_documents_than_a_byte_counts(first: int, block: int) -> None:
    assert Cut(first=first).block == block


def test_the_script_counts_as_the_index_does() -> None:
    """Its scripts read what is written here, and no common file gives both their numbers."""
    scripts = ("search-codes", "search-data")
    places = (ROOT / f"docs_src/assets/scripts/{name}.js" for name in scripts)
    script = "".join(place.read_text(encoding="utf-8") for place in places)
    assert f"UNIT = {UNIT};" in script
    assert f"BASE = {BASE}, ONE = {ONE}, " in script
    assert f"COMMON = {COMMON};" in script
    assert f"PIECES = {list(PIECES)};" in script
    assert f'SINGLE = "{SINGLE}";' in script
    assert f"DIGITS = {len(short_hash(b''))};" in script
    assert hash_of(1, 0) == (40503 * 0x85EBCA6B & 0xFFFFFFFF) >> 8
    assert "charCodeAt(0) * 40503 + gram.charCodeAt(gram.length - 1), 0x85EBCA6B) >>> 8" in script
    assert f"[^{MARK}]{MARK}?[^{MARK}]" in script
    assert printed(0x7F, 0x80) == "\u07ff\u0080"
    assert "charCodeAt(0) + 0x780" in script


def test_common_sets_of_zones_come_first() -> None:
    assert MASKS[:12] == (4, 8, 16, 32, 64, 128, 1, 2, 12, 20, 24, 36)
    assert sorted(MASKS) == list(range(1, 256))


def test_a_gazette_without_a_region_has_an_empty_one() -> None:
    assert manifest_of(archive(1))["publications"] == [("yunxi", "公报", "")]
