"""Two lines of text, one above the other: which forms keep them apart, and which join them."""

import pytest
from msgspec.structs import replace

from generator.parse.text.paragraphs import make_paragraphs
from generator.parse.text.setting import Layout, measure
from generator.read.lines import read_lines
from tests.parse.limits import words

ABOVE = words(30)
"""A line without an end, too long for a list: what is below it goes on with it where no rule says otherwise."""
BELOW = words(28)


def paragraphs(*lines: str, layout: Layout | None = None) -> list[str]:
    return [run.text for run in make_paragraphs(read_lines("\n".join(lines)), layout or Layout())]


def test_a_line_without_a_form_of_its_own_goes_on() -> None:
    assert paragraphs(ABOVE, BELOW) == [ABOVE + BELOW]


@pytest.mark.parametrize("line", [
    "序言", "水利部部长：王大河", "主题词：防汛　物资", "登记号：紫云2021001", "共印30份", "2021年3月5日", "三月", "3月份",
    "紫政任〔2021〕9号　3月12日",
    "（2009年1月7日县人民政府第3次会议通过）", "（2009年1月7日县人民政府令第6号公布）",
    "（2009年1月7日县人民政府令第6号发布）", "（县人民政府第3次会议修订）", "（县人民政府第3次会议修正）",
    "（县人民政府第3次会议批准）", "(县人民政府第3次会议通过)", "（县人民政府令第6号　2009年1月7日）",
    "（县人民政府令第6号　二〇〇九年一月七日）", "（县人民代表大会（第3次会议）通过）",
    "（县人民政府第3次会议通过并于当日起即施行）",
])  # fmt: skip
def test_a_line_that_is_whole_in_itself_ends_its_paragraph(line: str) -> None:
    """Even where it is as wide as the print."""
    assert len(paragraphs(line, BELOW, layout=Layout(wrapped=True, width=measure(line)))) == 2


@pytest.mark.parametrize("line", [
    "王大河", "县人民政府第3次会议通过", "（县人民政府第3次会议通过）各项工作", "（县人民政府第3次会议通过并于当日起立即施行）",
    "（县人民政府第3次会议）", "（县人民代表大会）（第3次会议通过", "3月5", "十二三月", "——2021年",
])  # fmt: skip
def test_a_line_that_is_none_of_them_goes_on(line: str) -> None:
    layout = Layout(wrapped=True, width=measure(line))
    assert paragraphs(line, BELOW, layout=layout) == [line + BELOW]


@pytest.mark.parametrize("line", [
    "附件1：任务表", "附 件：任务表", "注：略", "责任单位：县水利局", "牵头单位：县水利局", "（单位：元）", "专栏1 任务", "专栏三　任务",
    "主题词：防汛", "抄送：县委", "具体措施：略", "联系人：王大河", "主 持：王大河", "其 中：略", "出 席：王大河", "列 席：王大河",
    "一、任务", "（一）任务", "1.任务", "第一条 任务", "- 任务", "* 任务", "+ 任务", "• 任务", "# 任务",
])  # fmt: skip
def test_a_word_or_mark_that_only_opens_a_paragraph(line: str) -> None:
    assert len(paragraphs(ABOVE, line)) == 2


@pytest.mark.parametrize(
    "line", ["，任务", "；任务", "）任务", "》任务", "”任务", "的任务", "和任务", "及任务"]
)
def test_a_mark_or_particle_that_opens_none(line: str) -> None:
    assert paragraphs("山水田林。", line) == ["山水田林。" + line]


@pytest.mark.parametrize("line", ["的士任务", "和谐任务", "和平任务", "及时任务", "及早任务"])
def test_a_word_that_begins_like_a_particle(line: str) -> None:
    assert len(paragraphs("山水田林。", line)) == 2


@pytest.mark.parametrize("label", ["责任单位：", "牵头单位:", "联系人：", "联系电话："])
def test_a_label_alone_takes_the_line_below(label: str) -> None:
    assert paragraphs(label, "山水田林湖草沙石")[0] == f"{label}山水田林湖草沙石"


def test_a_list_mark_in_an_open_title_opens_no_paragraph() -> None:
    assert len(paragraphs("山水《田林", "- 湖草》")) == 1
    assert len(paragraphs("山水《田林", "一、湖草》")) == 2


@pytest.mark.parametrize(("first", "count"), [
    ("——2021年3月5日在紫云县第十五届人民代表大会第一次会议上", 2), ("——在紫云县防汛会议召开时", 2), ("——2021年工作报告", 2),
    ("—2021年3月5日在会上（摘要）", 2), ("——2021年3月5日在紫云县第十五届人民代表", 1), ("——紫云县防汛会议上", 1),
])  # fmt: skip
def test_the_line_below_a_title_that_says_when_it_was_spoken(first: str, count: int) -> None:
    assert len(paragraphs(first, BELOW)) == count


def test_only_the_first_paragraph_says_when_it_was_spoken() -> None:
    spoken = "——2021年3月5日在紫云县第十五届人民代表"
    assert len(paragraphs("山水田林。", f"{spoken}大会上", BELOW)) == 2


@pytest.mark.parametrize(("lines", "count"), [
    (("紫云县财政局", BELOW), 2),
    (("山水田林。", "紫云县财政局", BELOW), 2),
    (("山水田林。", "紫云县财政局　　紫云县水利局", BELOW), 3),
    (("山水田林。", "紫云县财政局 紫云县水利局", BELOW), 3),
    (("山水田林。", "紫云县　　财政局", BELOW), 3),
    (("山水田林。", "县委常委、副县长　王大河", BELOW), 3),
    (("山水田林，", "县委常委、副县长　王大河", BELOW), 1),
])  # fmt: skip
def test_a_line_of_organs_or_an_officer(lines: tuple[str, ...], count: int) -> None:
    assert len(paragraphs(*lines)) == count


def test_a_bracket_on_its_own_line_is_set_apart() -> None:
    assert len(paragraphs(ABOVE, "（各项）")) == 1
    assert len(paragraphs(ABOVE, "（各项工作）")) == 2
    assert len(paragraphs("（各项工作）", BELOW)) == 2
    assert len(paragraphs(ABOVE, f"（{words(60)}）")) == 2
    assert len(paragraphs(ABOVE, f"（{words(61)}）")) == 1


@pytest.mark.parametrize("mark", "★☆●■◆▲○□◇")
def test_a_mark_of_a_list_is_set_apart(mark: str) -> None:
    assert len(paragraphs(ABOVE, f"{mark}各项工作")) == 2


@pytest.mark.parametrize(("above", "below", "count"), [
    (words(24), "时间：三月", 2),
    (words(25), "时间：三月", 1),
    (f"地点：{words(25)}", "时间：三月", 2),
    ("各项工作，有关方面", "时间：三月", 1),
    ("王大河　某某大学", "李小溪　某某大学", 2),
    ("王大河 某某大学", "某小溪 某某大学", 1),
    ("某大河 某某大学", "李小溪 某某大学", 1),
])  # fmt: skip
def test_labels_and_persons_below_a_line(above: str, below: str, count: int) -> None:
    assert len(paragraphs(above, below)) == count


@pytest.mark.parametrize(("size", "count"), [(25, 3), (24, 2)])
def test_a_long_line_below_a_list_is_text(size: int, count: int) -> None:
    assert len(paragraphs("时间：三月", "地点：县水利局", words(size))) == count
    assert len(paragraphs("★各项工作", words(size))) == count - 1


@pytest.mark.parametrize(("lines", "count"), [
    (("各项工作。有关方面；", BELOW), 1),
    (("各项工作，有关方面；", BELOW), 2),
    (("各项工作：", "各项工作。有关方面；", BELOW), 3),
])  # fmt: skip
def test_a_semicolon_ends_a_paragraph_only_in_a_list(lines: tuple[str, ...], count: int) -> None:
    assert len(paragraphs(*lines)) == count


NAMED = "二、《紫云县价格办法》（紫府发〔1998〕30号）"


def test_an_item_that_names_a_document_with_its_number_is_whole() -> None:
    assert len(paragraphs(NAMED, "工作。")) == 2
    assert len(paragraphs(f"{NAMED}各项", "工作。")) == 1
    assert len(paragraphs(NAMED, "工作。", layout=Layout(width=20))) == 1


@pytest.mark.parametrize(("above", "below"), [
    ("主题词：（防汛", "防旱）"), (f"{ABOVE}（", "★有关方面）"), (f"{ABOVE}和", "★有关方面"), (f"{ABOVE}（", "（各项工作））"),
])  # fmt: skip
def test_what_is_open_goes_on_whatever_is_below(above: str, below: str) -> None:
    assert paragraphs(above, below) == [above + below]


INDENTED = Layout(indented=True)
WRAPPED = Layout(wrapped=True, width=20)


@pytest.mark.parametrize(("lines", "layout", "count"), [
    (("山水田林", "", "湖草沙石。"), Layout(), 1),
    (("山水田林", "", "湖草沙石。"), Layout(spaced=True), 2),
    (("　　山水田林。", "湖草沙石。"), Layout(), 2),
    (("　　山水田林。", "湖草沙石。"), INDENTED, 1),
    (("　　山水田林。", "", "湖草沙石。"), INDENTED, 2),
    (("　　山水田林", "　　湖草沙石。"), Layout(), 1),
    (("　　山水田林", "　　湖草沙石。"), INDENTED, 2),
    (("山水田林", "　　湖草沙石。"), INDENTED, 1),
    (("　　山水（田林", "　　湖草）沙石。"), INDENTED, 1),
    (("　　一、山水，田林", "湖草沙石山水田林湖"), INDENTED, 1),
    (("　　一、山水田林", "湖草沙石山水田林湖"), INDENTED, 2),
    ((words(20), f"　　{words(5)}"), WRAPPED, 1),
    ((words(18), f"　　{words(5)}"), Layout(wrapped=True, width=20, indented=True), 2),
])  # fmt: skip
def test_blank_lines_and_indents(lines: tuple[str, ...], layout: Layout, count: int) -> None:
    """They say something only of a print that sets its paragraphs so."""
    assert len(paragraphs(*lines, layout=layout)) == count


def test_a_list_mark_before_a_particle_opens_a_paragraph() -> None:
    assert len(paragraphs("山水田林。", "- 的任务")) == 2


def test_an_element_of_a_page_begins_a_paragraph_unless_it_holds_a_printed_line() -> None:
    first, second = read_lines(f"{words(20)}\n{words(5)}")
    pair = [first, replace(second, opens=True)]
    assert len(make_paragraphs(pair, Layout())) == 2
    assert len(make_paragraphs(pair, WRAPPED)) == 1


HANGING = Layout(wrapped=True, width=20, indented=True)
"""Hard-wrapped, with indents."""
WIDE = Layout(width=20)
"""One paragraph a line, of a print of twenty characters."""


@pytest.mark.parametrize(("lines", "layout", "count"), [
    (("　　山水（田林", "　　湖草）沙石。"), HANGING, 2),
    (("　　（山水）田林", "　　湖草沙石。"), HANGING, 2),
    (("　　（山水田林", "　　湖草）沙石。"), HANGING, 1),
    ((f"一、{words(18)}", words(9)), WRAPPED, 1),
    ((f"一、{words(18)}", "", words(9)), WRAPPED, 2),
    ((f"一、{words(17)}", words(9)), WRAPPED, 1),
    ((f"一、{words(16)}", words(9)), WRAPPED, 2),
    ((f"　　一、{words(13)}", words(9)), WRAPPED, 2),
    ((f"一、{words(15)}", words(9)), HANGING, 2),
])  # fmt: skip
def test_notes_and_headings_over_printed_lines(
    lines: tuple[str, ...], layout: Layout, count: int
) -> None:
    assert len(paragraphs(*lines, layout=layout)) == count


@pytest.mark.parametrize(("lines", "count"), [
    ((f"{words(18)}。", words(9)), 2),
    ((f"{words(19)}。", words(9)), 1),
    ((words(15), words(9)), 1),
    ((words(20), "", words(9)), 1),
    ((f"{words(19)}。", "", words(9)), 2),
    ((words(15), "", words(9)), 2),
    ((f"时间：{words(12)}", f"地点：{words(9)}"), 2),
    ((f"时间：{words(6)}，{words(5)}", f"地点：{words(9)}"), 1),
    ((words(15), f"地点：{words(9)}"), 1),
    (("附件：山水表", words(9)), 2),
    (("时间：山水表", words(9)), 1),
])  # fmt: skip
def test_lines_of_a_print_of_twenty_characters(lines: tuple[str, ...], count: int) -> None:
    assert len(paragraphs(*lines, layout=WRAPPED)) == count


@pytest.mark.parametrize(("lines", "layout", "count"), [
    (("第一章 山水的", words(9)), Layout(), 2),
    (("# 第一章 山水的", words(9)), Layout(), 1),
    (("一、山水的", words(9)), Layout(), 1),
    (("一、山水", words(9)), Layout(), 2),
    ((f"一、{words(20)}", "田林"), Layout(), 2),
    ((f"一、{words(18)}", words(9)), WIDE, 1),
    ((f"# 一、{words(18)}", words(9)), WIDE, 2),
    ((f"一、{words(23)}", words(9)), WIDE, 2),
    ((f"一、{words(18)}", words(9), "二、山水田林"), WIDE, 3),
    ((f"一、{words(18)}", f"一是{words(9)}"), WIDE, 2),
    (("一、山水田林", f"二、{words(20)}", words(12), "三、山水，田林。"), Layout(), 4),
    ((f"二、{words(20)}", words(12), "三、山水，田林。"), Layout(), 2),
])  # fmt: skip
def test_the_rest_of_a_heading(lines: tuple[str, ...], layout: Layout, count: int) -> None:
    assert len(paragraphs(*lines, layout=layout)) == count
