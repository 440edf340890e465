"""The setting of a source at its limits: what is known of it just inside and just outside of each number."""

from itertools import cycle, islice

import pytest

from generator.parse.text.setting import Layout, read_layout
from generator.read.lines import read_lines

END = "山水田林。"
"""A line that ends a sentence."""
TOO_WIDE = f"{'山水田林湖草沙石山水' * 7}。"
"""A line that no hard-wrapped source has."""
OF_45 = [46, 87]
"""Widths of lines that end where a line of 45 does, or one of 15, and no other."""
OF_15 = [61, 57]
"""Widths of lines that end where a line of 15 does, but none of 45."""


def torn(width: int) -> str:
    """A line of a width that stops in mid-sentence."""
    return "山，" + "".join(islice(cycle("水田林湖草沙石山"), width - 2))


def layout_of(*lines: str) -> Layout:
    return read_layout(read_lines("\n".join(lines)))


@pytest.mark.parametrize(
    ("widths", "found"),
    [
        ([31] * 12, 34),
        ([30] * 12, None),
        ([31] * 11, None),
        ([40] * 12 + [31] * 8, 43),
        ([40] * 11 + [31] * 9, None),
        ([37, 33, 49, 45, 61, 57, 85, 81] * 2, 12),
        ([45, 41, 56, 52, 78, 74, 89, 85] * 2, None),
        (OF_45 * 6, 45),
        ([47, 89] * 6, 23),
        (OF_45 * 8 + OF_15 * 2, 45),
        (OF_45 * 7 + [46] + OF_15 * 2 + [61], 15),
    ],
)
def test_width_of_the_print(widths: list[int], found: int | None) -> None:
    layout = layout_of(*map(torn, widths), TOO_WIDE)
    assert (layout.wrapped, layout.width) == (False, found)


@pytest.mark.parametrize(
    ("layout", "fills"),
    [
        (Layout(width=20), [17, 18, 19, 20, 21]),  # 17 and 18 with the indent of a paragraph
        (Layout(wrapped=True, width=20), [19, 20, 21, 22]),
    ],
)
def test_line_that_nearly_fills_the_print(layout: Layout, fills: list[int]) -> None:
    assert [size for size in range(15, 23) if layout.fills(size)] == fills


@pytest.mark.parametrize(
    ("lines", "wrapped"),
    [
        ([torn(30)] * 3 + [END], True),
        ([torn(30)] * 2 + [END], False),
        ([torn(18)] * 4 + [END], True),
        ([torn(17)] * 4 + [END], False),
        ([torn(30)] * 4 + [f"{torn(63)}。"], True),
        ([torn(30)] * 4 + [f"{torn(64)}。"], False),
        ([torn(30)] * 12 + [torn(20)] * 8 + [END], True),
        ([torn(30)] * 11 + [torn(20)] * 9 + [END], False),
        ([torn(30)] * 4 + [torn(29)] * 4 + [END], True),
        ([torn(30)] * 4 + [torn(28)] * 4 + [END], False),
        ([torn(30)] * 3 + [END] * 17, True),
        ([torn(30)] * 3 + [END] * 18, False),
    ],
)
def test_hard_wrapped(lines: list[str], wrapped: bool) -> None:  # noqa: FBT001 - a row of the table
    assert layout_of(*lines).wrapped is wrapped


@pytest.mark.parametrize(("count", "width"), [(50, 39), (51, 30)])
def test_single_line_wider_than_the_print(count: int, width: int) -> None:
    lines = [torn(30)] * 30 + [f"{torn(39)}。"]
    assert layout_of(*lines, *[END] * (count - len(lines))).width == width


PARAGRAPH = ["山水，田林", "湖草沙石。", ""]
"""A paragraph over two lines and the blank line below it."""


@pytest.mark.parametrize(
    ("lines", "spaced"),
    [
        (PARAGRAPH * 3 + [END], True),
        (PARAGRAPH * 2 + [END], False),
        (PARAGRAPH * 3 + [END, ""] * 47 + ["山水，田林", "", END], True),
        (PARAGRAPH * 3 + [END, ""] * 46 + ["山水，田林", "", END], False),
        (PARAGRAPH * 14 + [END] * 7, True),
        (PARAGRAPH * 13 + [END] * 8, False),
        ([*PARAGRAPH, ""] * 3 + [END], False),
    ],
)
def test_blank_lines_between_paragraphs(lines: list[str], spaced: bool) -> None:  # noqa: FBT001 - a row of the table
    assert layout_of(*lines).spaced is spaced


@pytest.mark.parametrize(("count", "indented"), [(3, True), (2, False)])
def test_indent_below_the_end_of_a_sentence(count: int, indented: bool) -> None:  # noqa: FBT001 - a row of the table
    assert layout_of(END, *[f"　　{END}"] * count).indented is indented
