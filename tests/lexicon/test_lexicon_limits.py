"""Both sides of each limit of what is taken for a number, a post or a place."""

import pytest

from generator.lexicon.counts.rare_numbers import each_number
from generator.lexicon.enumerators import Decimals, find_decimals, read_decimal
from generator.lexicon.numbers import full_year, read_number_line
from generator.lexicon.numerals import read_number
from generator.lexicon.regions import find_region
from generator.lexicon.roles import is_post


@pytest.mark.parametrize(("texts", "parents"), [
    (("2.1 适用范围", "正文", "2.1.1 适用对象"), {"2.1"}),
    (("2 总则", "正文", "2.1 适用范围"), set()),
])  # fmt: skip
def test_a_decimal_of_three_steps_is_no_amount(texts: tuple[str, ...], parents: set[str]) -> None:
    assert find_decimals(texts).parents == parents


@pytest.mark.parametrize(("size", "chapter"), [(24, True), (25, False)])
def test_a_chapter_with_a_whole_number_has_twenty_four_characters(
    *, size: int, chapter: bool
) -> None:
    decimals = Decimals(frozenset({"2"}), frozenset({" "}))
    assert (read_decimal(f"2 {'总' * (size - 2)}", decimals) is not None) is chapter


@pytest.mark.parametrize(("text", "number"), [
    ("1234567", 1_234_567), ("12345678", None), ("一二三四五六七", 1_234_567), ("一二三四五六七八", None),
])  # fmt: skip
def test_a_number_has_seven_figures(text: str, number: int | None) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "post"), [("县局调研员", True), ("局调研员", False), ("副局长", True)]
)
def test_a_post_without_an_office_has_five_characters(*, text: str, post: bool) -> None:
    assert is_post(text) is post


@pytest.mark.parametrize(("name", "found"), [("镇市珠山区", True), ("市珠山区", False)])
def test_the_end_of_a_path_has_five_characters(*, name: str, found: bool) -> None:
    """It begins in the middle of a division, so that only its length makes it sure."""
    assert (find_region(name) is not None) is found


@pytest.mark.parametrize(("last", "count"), [(51, 51), (52, 2)])
def test_a_range_of_serials_means_fifty_more(last: int, count: int) -> None:
    assert len(list(each_number(f"紫府发〔2012〕1—{last}号"))) == count


@pytest.mark.parametrize(
    ("short", "year"), [("00", "2000"), ("48", "2048"), ("49", "1949"), ("99", "1999")]
)
def test_a_year_of_two_figures_is_of_the_last_century_from_49(short: str, year: str) -> None:
    assert full_year(f"紫府发〔{short}〕3号") == f"紫府发〔{year}〕3号"


@pytest.mark.parametrize(
    ("short", "number"), [("48", None), ("49", "紫府发〔1949〕3号"), ("99", "紫府发〔1999〕3号")]
)
def test_a_number_line_of_the_last_century(short: str, number: str | None) -> None:
    assert read_number_line(f"紫府发〔{short}〕3号") == number
