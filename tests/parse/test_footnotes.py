"""Footnotes at their limits: how far below its mark one is, and how many lines one has."""

import pytest
from msgspec.structs import replace

from generator.parse.text.footnotes import FOOT, find_feet
from generator.parse.text.paragraphs import make_paragraphs
from generator.parse.text.setting import Layout
from generator.read.lines import read_lines

MARKED = "落实河长制［1］，要求如下，"
SPLIT = "加强对重点河段，"
NOTE = "［1］指由负责人担任河长的制度。"
PLAIN = Layout()
INDENTED = Layout(indented=True)
WRAPPED = Layout(wrapped=True, width=20, indented=True)


def feet(*texts: str, layout: Layout = PLAIN) -> list[tuple[int, tuple[int, ...]]]:
    lines = read_lines("\n".join(texts))
    return [(foot.begin, foot.ends) for foot in find_feet(lines, layout)]


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


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("落实河长制［1］的要求，加强重点河段", True),
        ("落实河长制［1］的要求。", False),
        ("时间：五月一日，上午［1］", False),
        ("落实河长制［1］加强河段", False),
        ("落实河长制［1］的（市级", True),
    ],
)
def test_which_line_stops_in_mid_sentence(above: str, *, found: bool) -> None:
    assert bool(feet(above, NOTE, "的巡查。")) is found


@pytest.mark.parametrize(
    ("above", "below", "found"),
    [
        ("一、加强组织，落实人员保障［1］", "日常巡查。", False),
        ("一、加强组织，落实人员保障［1］", "的巡查。", True),
        ("一、加强组织，落实人员［1］保障、", "日常巡查。", True),
    ],
)
def test_a_heading_does_not_go_on(above: str, below: str, *, found: bool) -> None:
    assert bool(feet(above, NOTE, below)) is found


def test_a_full_line_is_no_heading_where_text_is_wrapped() -> None:
    item = "　　一、各乡镇要加强组织，落实人员［1］保障"
    assert feet(item, f"　　{NOTE}", "日常巡查。", layout=WRAPPED) == [(1, (2,))]
    assert feet(item[:-3], f"　　{NOTE}", "日常巡查。", layout=WRAPPED) == []


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("落实河长制①的要求。加强对重点河段②，", True),
        ("落实河长制①的要求，加强对重点河段②，", False),
        ("分为①甲类、②乙类两种，其中", False),
    ],
)
def test_two_circled_numbers_of_one_sentence_may_count(above: str, *, found: bool) -> None:
    assert bool(feet(above, "①指甲类河段。", "②指乙类河段。", "日常巡查。")) is found


@pytest.mark.parametrize(
    ("above", "found"), [("加强重点河段、", True), ("落实责任，加强重点河段", False)]
)
def test_a_note_without_number_needs_a_line_that_must_go_on(above: str, *, found: bool) -> None:
    assert bool(feet(above, "注：指城镇河段。", "日常巡查。")) is found


def test_a_footnote_ends_above_the_next() -> None:
    marked = "落实河长制［1］，加强河段［2］，"
    assert feet(marked, "［1］指甲", "［2］指乙。", "日常巡查。") == [(1, (2, 3))]


@pytest.mark.parametrize("note", ["［1］分为：", "［1］指甲；"])
def test_a_footnote_does_not_end_as_items_of_a_list_do(note: str) -> None:
    assert feet(MARKED, note, "的巡查。") == []


def test_a_line_that_a_particle_goes_on_with_is_not_the_other_half() -> None:
    assert feet(MARKED, NOTE, "农业数据另行发布。", "的巡查。") == []
    assert feet(MARKED, NOTE, "农业数据另行发布。", "日常巡查。") == [(1, (2,))]


def test_an_indent_begins_a_paragraph_where_only_paragraphs_have_one() -> None:
    note = ["　　［1］指由负责人", "担任河长的制度。"]
    assert feet(f"　　{MARKED}", *note, "日常巡查。", layout=INDENTED) == [(1, (3,))]
    assert feet(f"　　{MARKED}", NOTE, "　　日常巡查。", layout=INDENTED) == []
    assert feet(MARKED, NOTE, "　　日常巡查。") == [(1, (2,))]


def test_a_full_line_of_a_footnote_may_go_on_where_text_is_wrapped() -> None:
    full = "　　［1］指由负责人担任河长的制度。数据。"
    assert feet(f"　　{MARKED}", full, "日常巡查。", layout=WRAPPED) == []
    assert feet(f"　　{MARKED}", full[:-3], "日常巡查。", layout=WRAPPED) == [(1, (2,))]
    assert feet(f"　　{MARKED}", full, "", "日常巡查。", layout=WRAPPED) == [(1, (2,))]


def test_lines_of_a_page_in_one_line_have_no_foot() -> None:
    lines = [replace(line, number=1) for line in read_lines(f"{MARKED}\n{NOTE}\n的巡查。")]
    assert find_feet(lines, PLAIN)
    assert not any(run.footnotes for run in make_paragraphs(lines, PLAIN))


@pytest.mark.parametrize("note", ["①指甲类河段。", "②指乙类河段。"])
def test_a_number_of_a_list_inside_a_sentence_is_no_mark(note: str) -> None:
    assert feet("分为①甲类、②乙类两种，其中", note, "日常巡查。") == []
    assert feet("分为①甲类、②乙类两种，其中", note, "", "日常巡查。") == [(1, (2,))]
    assert feet("分为①甲类。②乙类两种，其中", note, "日常巡查。") == [(1, (2,))]


def test_an_item_with_a_circled_number_goes_on_over_a_footnote() -> None:
    assert feet("①落实河长制［1］，并于", NOTE, "年底报送。") == [(1, (2,))]
