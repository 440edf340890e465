"""Both sides of each limit of what is taken for a number, a post or a place."""

import pytest

from generator.lexicon.enumerators import Decimals, find_decimals, read_decimal
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
