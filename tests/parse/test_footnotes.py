"""Footnotes at their limits: how far below its mark one is, and how many lines one has."""

import pytest

from generator.parse.text.footnotes import FOOT, find_feet
from generator.parse.text.setting import Layout
from generator.read.lines import read_lines

MARKED = "落实河长制［1］，要求如下，"
SPLIT = "加强对重点河段，"
NOTE = "［1］指由负责人担任河长的制度。"


def feet(*texts: str) -> list[tuple[int, tuple[int, ...]]]:
    lines = read_lines("\n".join(texts))
    return [(foot.begin, foot.ends) for foot in find_feet(lines, Layout())]


@pytest.mark.parametrize(("between", "found"), [(FOOT.above - 1, True), (FOOT.above, False)])
def test_the_mark_of_a_footnote_is_on_its_page(between: int, *, found: bool) -> None:
    lines = [MARKED, *[SPLIT] * between, NOTE, "的巡查。"]
    assert bool(feet(*lines)) is found


@pytest.mark.parametrize(("lines", "found"), [(FOOT.lines, True), (FOOT.lines + 1, False)])
def test_a_footnote_has_few_lines(lines: int, *, found: bool) -> None:
    note = ["［1］河长制指", *["由负责人担任"] * (lines - 2), "河长的制度。"]
    assert bool(feet(MARKED, *note, "的巡查。")) is found


def test_a_footnote_at_the_end_has_nothing_that_goes_on() -> None:
    assert feet(MARKED, NOTE) == []


@pytest.mark.parametrize("below", ["| 甲 | 乙 |", "# 的巡查", "［2］的巡查。", "其中，的巡查。"])
def test_what_opens_no_second_half(below: str) -> None:
    assert feet(MARKED, NOTE, below) == []


@pytest.mark.parametrize("below", ["的巡查。", "日常巡查。"])
def test_what_may_go_on(below: str) -> None:
    assert feet(MARKED, NOTE, below) == [(1, (2,))]


def test_a_note_of_two_lines_needs_more_than_a_line_below_it() -> None:
    note = ["［1］指由负责人", "担任河长的制度。"]
    assert feet(MARKED, *note, "日常巡查。") == []
    assert feet(MARKED, *note, "", "日常巡查。") == [(1, (3,))]
    assert feet(MARKED, *note, "的巡查。") == [(1, (3,))]
