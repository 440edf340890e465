"""Both sides of each limit of rows and lists of names, posts, bodies and documents."""

import pytest

from generator.lexicon.characters import BETWEEN
from generator.parse.rows.kept_blanks import can_be_row, keep_blanks
from generator.parse.rows.listed_titles import find_listed_titles
from generator.parse.rows.name_rows import name_rows_end, read_name_row
from generator.parse.rows.persons import (
    can_be_person,
    is_caption,
    is_name_alone,
    is_seated,
    split_person,
)
from generator.parse.rows.roster_words import with_colons
from generator.read.lines import read_lines
from tests.parse.limits import issue_of, words

ROW = "王大河　李　敏　赵长青"


def rows_end(*rows: str) -> int:
    """How many of the lines are a list of names that begins with the first."""
    return name_rows_end(read_lines("\n".join(rows)), 0)


@pytest.mark.parametrize(("row", "end"), [("王大河　李长青", 0), ("王大河　李长青　赵明山", 1)])
def test_a_list_of_names_has_three(row: str, end: int) -> None:
    assert rows_end(row) == end


@pytest.mark.parametrize(("count", "end"), [(1, 0), (2, 2)])
def test_two_rows_of_a_list_open_with_a_body(count: int, end: int) -> None:
    assert rows_end(*["市水利局：王大河　李　敏　赵长青"] * count) == end


@pytest.mark.parametrize(("size", "row"), [(90, True), (91, False)])
def test_a_row_of_names_has_ninety_characters(*, size: int, row: bool) -> None:
    text = f"王大河{'　' * (size - 6)}李长青"
    assert len(text) == size
    assert (read_name_row(text) is not None) is row


@pytest.mark.parametrize(
    ("row", "end"),
    [("王大河　李河　赵明", 0), ("王大河　李河山　赵明", 1), ("王大河　李　河　赵明", 1)],
)
def test_a_name_of_three_letters_or_one_set_apart_is_sure(row: str, end: int) -> None:
    """At least half of the names are sure."""
    assert rows_end(row) == end


@pytest.mark.parametrize(
    ("row", "end"), [("王大河　李长青　赵明山　甪某某", 1), ("王大河　李长青　甪某某", 0)]
)
def test_three_of_four_names_are_of_known_families(row: str, end: int) -> None:
    assert rows_end(row) == end


@pytest.mark.parametrize(
    ("row", "read"), [("王大河　甪某某", True), ("王大河　甪某某　甪丙丁", False)]
)
def test_half_of_the_names_of_a_row_are_of_known_families(*, row: str, read: bool) -> None:
    assert (read_name_row(row) is not None) is read


@pytest.mark.parametrize(("size", "person"), [(70, True), (71, False)])
def test_the_line_of_a_person_has_seventy_characters(*, size: int, person: bool) -> None:
    text = f"王大河{'　' * (size - 10)}市水利局副局长"
    assert len(text) == size
    assert can_be_person(text) is person
    assert (split_person(text) is not None) is person
    first = f"副县长{'　' * (size - 6)}王大河"
    assert len(first) == size
    assert is_seated(first) is person


@pytest.mark.parametrize(("size", "alone"), [(12, True), (13, False)])
def test_a_name_alone_has_twelve_characters(*, size: int, alone: bool) -> None:
    assert is_name_alone(f"赵{'　' * (size - 2)}河") is alone


@pytest.mark.parametrize(("size", "caption"), [(16, True), (17, False)])
def test_a_caption_between_persons_has_sixteen_characters(*, size: int, caption: bool) -> None:
    assert is_caption(f"（一）{words(size - 3)}") is caption
    assert is_caption(f"（{words(size - 2)}）") is caption


@pytest.mark.parametrize(("second", "marked"), [("组　员　李长青", 0), ("成　员　李长青", 2)])
def test_two_roles_without_colons_are_a_list(second: str, marked: int) -> None:
    texts = ["组　员　王大河", second]
    assert sum("：" in text for text in with_colons(texts)) == marked


@pytest.mark.parametrize(("size", "marked"), [(60, 2), (61, 0)])
def test_the_line_of_a_role_without_a_colon_has_sixty_characters(size: int, marked: int) -> None:
    texts = ["组　长　王大河", f"成　员　李长青{'　' * (size - 9)}局长"]
    assert len(texts[1]) == size
    assert sum("：" in text for text in with_colons(texts)) == marked


@pytest.mark.parametrize(("size", "marked"), [(60, 2), (61, 0)])
def test_a_person_below_a_role_without_a_colon_has_sixty_characters(size: int, marked: int) -> None:
    texts = ["组　长　王大河", f"李长青{'　' * (size - 5)}局长", "成　员　赵明山"]
    assert len(texts[1]) == size
    assert sum("：" in text for text in with_colons(texts)) == marked


@pytest.mark.parametrize(("second", "kept"), [("市计委", True), ("市委", False)])
def test_a_body_in_a_row_has_three_characters(*, second: str, kept: bool) -> None:
    assert (BETWEEN in keep_blanks(f"市教育局 {second}")) is kept


@pytest.mark.parametrize(("size", "kept"), [(90, True), (91, False)])
def test_a_row_of_bodies_has_ninety_characters(*, size: int, kept: bool) -> None:
    text = f"市{words(size - 7)}局 市教育局"
    assert len(text) == size
    assert can_be_row(text) is kept
    assert (BETWEEN in keep_blanks(text)) is kept


ENTRY = "紫云县人民政府关于加强用水的通知　　紫政发〔1999〕{}号"


@pytest.mark.parametrize(
    ("count", "apart", "places"), [(1, 1, set()), (2, 4, {0, 4}), (2, 5, set())]
)
def test_a_list_of_documents_has_two_entries_four_lines_apart(
    count: int, apart: int, places: set[int]
) -> None:
    texts = [ENTRY.format(12), *["山水田林"] * (apart - 1), ENTRY.format(13)]
    lines = read_lines("\n".join(texts if count == 2 else texts[:1]))
    assert find_listed_titles(lines, 0) == places


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("①抓水利；②抓林业；④抓粮食。", 1),
        ("①抓水利；③抓林业；④抓粮食。", 0),
        ("①抓水利；③抓林业；②抓粮食。", 0),
        ("①抓水利；②抓林业；⑤抓粮食。", 0),
        ("①水；②林；④抓粮食。", 1),
        ("①水②林④抓粮食。", 0),
        ("按照①、②、④项办理。", 0),
        ("见②；③；⑤抓粮食。", 0),
    ],
    ids=["one left out", "the second", "in another order", "two left out", "two characters between", "one between",
    "cited", "not from one"],
)  # fmt: skip
def test_a_number_inside_a_sentence_is_missed_behind_two_that_count(text: str, gaps: int) -> None:
    issue = issue_of(f"各乡镇要做好以下工作：{text}")
    assert sum(finding.kind == "numbering-gap" for finding in issue.findings) == gaps


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("王大河 市水利局局长", "王大河市水利局局长"),
        ("王大河  市水利局局长", "王大河　市水利局局长"),
        ("王大河　市水利局局长", "王大河　市水利局局长"),
        ("王大河 李长青　市水利局局长", "王大河李长青　市水利局局长"),
        ("王　河　李　青", "王河　李青"),
        ("王　河　　李　青", "王河　李青"),
        ("王　河　青", "王河青"),
    ],
)
def test_two_half_width_blanks_are_as_wide_as_a_letter(text: str, kept: str) -> None:
    assert keep_blanks(text) == kept
