"""Both sides of each limit by which the layout of a source is known."""

import pytest

from generator.parse.text.setting import Layout, read_layout
from generator.read.lines import read_lines


def broken(size: int) -> str:
    """A line of so many characters that holds a clause and stops in mid-sentence."""
    return f"甲，{'乙' * (size - 2)}"


def ended(size: int) -> str:
    """A line of so many characters with which a sentence ends."""
    return f"{'丙' * (size - 1)}。"


def layout_of(*lines: str) -> Layout:
    return read_layout(read_lines("\n".join(lines)))


def width_of(*sizes: int) -> int | None:
    """The width of the print in which lines of these sizes stop in mid-sentence; one paragraph is wide."""
    layout = layout_of(*map(broken, sizes), ended(100))
    assert not layout.wrapped
    return layout.width


@pytest.mark.parametrize(("count", "width"), [(12, 40), (11, None)])
def test_twelve_lines_show_the_width(count: int, width: int | None) -> None:
    assert width_of(*[160] * (count - 6), *[80] * 6) == width


@pytest.mark.parametrize(("size", "known"), [(31, True), (30, False)])
def test_a_line_of_thirty_characters_says_nothing_of_the_width(*, size: int, known: bool) -> None:
    assert (width_of(*[size] * 12) is not None) is known


@pytest.mark.parametrize(("others", "width"), [
    ((90, 103, 114, 130, 144, 151, 170, 189), 40), ((90, 103, 114, 130, 144, 151, 170, 189, 95), None),
])  # fmt: skip
def test_three_of_five_lines_agree_on_the_width(others: tuple[int, ...], width: int | None) -> None:
    assert width_of(*[80] * 6, *[160] * 6, *others) == width


@pytest.mark.parametrize(("width", "known"), [(45, True), (46, False), (12, True), (11, False)])
def test_print_is_twelve_to_forty_five_characters_wide(*, width: int, known: bool) -> None:
    times = (2, 4) if width > 40 else (3, 5, 7, 9, 11, 13)
    assert (width_of(*[width * count for count in times] * (12 // len(times))) == width) is known


@pytest.mark.parametrize(("wide", "width"), [(20, 20), (22, 40)])
def test_a_narrow_width_is_hit_by_chance(wide: int, width: int) -> None:
    assert width_of(*[160] * wide, *[60] * 3) == width


@pytest.mark.parametrize(("size", "full"), [(80, True), (81, True), (79, True), (82, False), (76, False), (77, True)])
def test_a_line_misses_the_width_by_one_character(*, size: int, full: bool) -> None:
    assert Layout(width=40).fills(size) is full


@pytest.mark.parametrize(("sizes", "width"), [
    pytest.param((20, 20, 20), 20, id="3 broken"), pytest.param((20, 20), None, id="2 broken"),
    pytest.param((18, 18, 18), 18, id="18 wide"), pytest.param((17, 17, 17), None, id="17 wide"),
    pytest.param((20, 20, 21, 22, 22), 21, id="1 off"), pytest.param((19, 19, 21, 21, 23, 23), None, id="2 off"),
    pytest.param((20, 20, 20, 30, 30), 29, id="3 of 5 agree"),
    pytest.param((20, 20, 20, 20, 30, 30, 30), None, id="4 of 7 agree"),
])  # fmt: skip
def test_when_lines_are_wrapped(sizes: tuple[int, ...], width: int | None) -> None:
    layout = layout_of(*map(broken, sizes), ended(10))
    assert (layout.width if layout.wrapped else None) == width


@pytest.mark.parametrize(("size", "wrapped"), [(64, True), (65, False)])
def test_no_line_of_wrapped_text_is_wider_than_sixty_four(*, size: int, wrapped: bool) -> None:
    assert layout_of(*map(broken, [60] * 5), ended(size)).wrapped is wrapped


@pytest.mark.parametrize(("lines", "wrapped"), [(20, True), (21, False)])
def test_three_of_twenty_lines_of_wrapped_text_are_broken(*, lines: int, wrapped: bool) -> None:
    assert layout_of(*map(broken, [20] * 3), *[ended(10)] * (lines - 3)).wrapped is wrapped


@pytest.mark.parametrize(("lines", "width"), [(50, 23), (51, 20)])
def test_one_wide_line_of_fifty_is_the_width(lines: int, width: int) -> None:
    assert layout_of(*map(broken, [20] * (lines - 1)), ended(24)).width == width


@pytest.mark.parametrize(("size", "full"), [(19, True), (18, False)])
def test_a_wrapped_line_is_full_without_one_character(*, size: int, full: bool) -> None:
    assert Layout(wrapped=True, width=20).fills(size) is full


def paragraphs(count: int, blank: int = 1) -> list[str]:
    """Paragraphs of two lines with blank lines between them."""
    return [line for _ in range(count) for line in (broken(20), ended(9), *[""] * blank)]


@pytest.mark.parametrize(("count", "blank", "spaced"), [(3, 1, True), (2, 1, False), (3, 2, False)])
def test_single_blank_lines_set_three_paragraphs_apart(*, count: int, blank: int, spaced: bool) -> None:
    assert layout_of(*paragraphs(count, blank)).spaced is spaced


@pytest.mark.parametrize(("count", "spaced"), [(50, True), (49, False)])
def test_one_of_fifty_blank_lines_stands_in_mid_sentence(*, count: int, spaced: bool) -> None:
    assert layout_of(*paragraphs(count), broken(20), "", ended(9)).spaced is spaced


@pytest.mark.parametrize(("apart", "together", "spaced"), [(7, 3, True), (9, 4, False)])
def test_blank_lines_stand_below_seven_of_ten_sentences(*, apart: int, together: int, spaced: bool) -> None:
    assert layout_of(*[broken(20), ended(9)] * together, *paragraphs(apart + 1)).spaced is spaced


@pytest.mark.parametrize(("below", "indented"), [(3, True), (2, False)])
def test_three_lines_below_a_sentence_show_the_indent(*, below: int, indented: bool) -> None:
    assert layout_of(ended(9), *[f"　　{ended(9)}"] * below).indented is indented
