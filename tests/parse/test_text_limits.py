"""Running text at its limits: of each number that decides, what is read just inside and just outside of it."""

from itertools import cycle, islice

import pytest
from msgspec import UNSET

from generator.model import Heading, Item, Paragraph, Signature
from generator.parse.rows.aligned import set_tables
from generator.parse.rows.rosters import Rosters
from generator.parse.rows.tables import is_caption, read_table, table_end
from generator.parse.text.leads import find_spaced_leads, is_heading_line, lead_of
from generator.parse.text.numbering import number_block
from generator.parse.text.paragraphs import make_paragraphs
from generator.parse.text.promises import find_promises
from generator.parse.text.setting import Layout
from generator.parse.text.structure import read_blocks
from generator.read.lines import read_lines
from tests.parse.limits import leads_of

WIDE = Layout(width=20)
"""One paragraph a line, of a print of twenty characters."""
WRAPPED = Layout(wrapped=True, width=20)
INDENTED = Layout(wrapped=True, width=20, indented=True)
SPACED = Layout(spaced=True)
COLUMNS = "序号　　名称　　单位"


def words(count: int) -> str:
    """As many Chinese characters, which say nothing."""
    return "".join(islice(cycle("山水田林湖草沙石"), count))


def paragraphs(text: str, layout: Layout) -> list[str]:
    return [run.text for run in make_paragraphs(read_lines(text), layout)]


def rows_by_blanks(text: str) -> int:
    """How many lines are rows of a table that blanks set."""
    return sum(bool(line.cells) for line in set_tables(read_lines(text), Layout().is_cut))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (f"{COLUMNS}\n1　　山　　个\n2　　水　　个\n3　　{words(30)}　　个", 4),
        (f"{COLUMNS}\n1　　山　　个\n2　　水　　个\n3　　{words(31)}　　个", 3),
        (f"序号 名称 单位 数量\n1 山 个 2\n2 水 个 2\n{' '.join(map(words, (30, 30, 30, 27)))}", 4),
        (f"序号 名称 单位 数量\n1 山 个 2\n2 水 个 2\n{' '.join(map(words, (30, 30, 30, 28)))}", 3),
    ],
)
def test_table_set_by_blanks(text: str, rows: int) -> None:
    assert rows_by_blanks(text) == rows


@pytest.mark.parametrize(("length", "heading"), [(45, True), (46, False)])
def test_length_of_a_heading(length: int, heading: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_heading_line(f"一、{words(length)}", Layout()) is heading


@pytest.mark.parametrize(
    ("caption", "leads"),
    [
        (words(2), True),
        (words(1), False),
        (words(40), True),
        (words(41), False),
        ("山水，田林，湖草", True),
        ("山水，田林，湖草，沙石", False),
    ],
)
def test_run_in_heading(caption: str, leads: bool) -> None:  # noqa: FBT001 - a row of the table
    assert lead_of(f"（一）{caption}。各地要落实。", Layout()) == (caption if leads else None)


def spaced(
    captions: int,
    others: int,
    lengths: tuple[int, int] = (6, 8),
    rest: str = words(9) + "。",
    blank: str = "　",
) -> int:
    """How many captions are found that a blank sets apart."""
    lines = [f"（一）{words(lengths[place % 2])}{blank}{rest}" for place in range(captions)]
    lines += [f"（一）{words(20)}，{words(9)}。"] * others
    return len(find_spaced_leads(read_lines("\n".join(lines)), Layout()))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (spaced(2, 0), 2),
        (spaced(1, 0), 0),
        (spaced(10, 10), 10),
        (spaced(9, 10), 0),
        (spaced(2, 0, lengths=(6, 8), blank=" "), 2),
        (spaced(2, 0, lengths=(6, 7), blank=" "), 0),
        (spaced(2, 0, lengths=(6, 6)), 2),
        (spaced(2, 0, lengths=(6, 6), blank="  "), 2),
        (spaced(2, 0, rest=words(9) + "。"), 2),
        (spaced(2, 0, rest=words(8) + "。"), 0),
        (spaced(2, 0, rest=words(10) + " 山。"), 2),
        (spaced(2, 0, rest=words(9) + " 山。"), 0),
    ],
)
def test_captions_set_apart_by_a_blank(found: int, expected: int) -> None:
    assert found == expected


@pytest.mark.parametrize(("length", "numbered"), [(100, True), (101, False)])
def test_figures_of_a_number(length: int, numbered: bool) -> None:  # noqa: FBT001 - a row of the table
    printed = "十" * length
    block = number_block(Heading(text=f"（{printed}）山水", kind="2", lines=(1,)))
    assert block.number == (printed if numbered else UNSET)


@pytest.mark.parametrize(
    ("text", "layout", "count"),
    [
        ("1234\n山水田林。", Layout(), 2),
        ("123\n山水田林。", Layout(), 1),
        ("山水田林\n\n湖草沙石。", SPACED, 2),
        ("山水田林\n\n\n湖草沙石。", SPACED, 1),
        ("　　山水田林。\n湖草沙", Layout(indented=True), 1),
        ("　　山水田林。\n湖草", Layout(indented=True), 2),
        ("达到山水的目的\n\n湖草沙石。", SPACED, 2),
        ("达到山水的\n\n湖草沙石。", SPACED, 1),
        (f"（{words(159)}\n　　湖草。）", INDENTED, 1),
        (f"（{words(160)}\n　　湖草。）", INDENTED, 2),
        (f"　　一、{words(13)}\n湖草沙石山水田林湖", INDENTED, 1),
        (f"　　一、{words(12)}\n湖草沙石山水田林湖", INDENTED, 2),
        (f"{words(12)}\n{words(20)}", WRAPPED, 1),
        (f"{words(11)}\n{words(20)}", WRAPPED, 2),
        (f"一、{words(20)}\n田林湖。", Layout(), 1),
        (f"一、{words(20)}\n田林湖草。", Layout(), 2),
        (f"一、{words(18)}\n{words(8)}", WIDE, 2),
        (f"一、{words(18)}\n{words(9)}", WIDE, 1),
        (f"一、{words(15)}\n{words(9)}", WIDE, 1),
        (f"一、{words(14)}\n{words(9)}", WIDE, 2),
        ("\n".join([words(24)] * 3), Layout(), 3),
        ("\n".join([words(25)] * 3), Layout(), 1),
        ("\n".join(["山水"] * 3), Layout(), 3),
        ("\n".join(["山"] * 3), Layout(), 1),
        ("\n".join([words(6)] * 2), Layout(), 1),
        ("\n".join(["山水，田林"] * 200), Layout(), 1),
        ("\n".join(["山水，田林"] * 201), Layout(), 2),
    ],
)
def test_line_below_a_line(text: str, layout: Layout, count: int) -> None:
    assert len(paragraphs(text, layout)) == count


@pytest.mark.parametrize(("between", "joined"), [(37, True), (38, False)])
def test_sibling_far_below(between: int, joined: bool) -> None:  # noqa: FBT001 - a row of the table
    first, second = f"一、{words(20)}", f"{words(12)}。"
    lines = [first, second, *["山水田林。"] * between, "二、山水，田林。"]
    assert (paragraphs("\n".join(lines), Layout())[0] == first + second) is joined


@pytest.mark.parametrize(("length", "title"), [(40, "山水表" + words(40)), (41, "山水表")])
def test_rest_of_the_name_of_an_attachment(length: int, title: str) -> None:
    lines = read_lines(f"附件：1.山水表\n　　　{words(length)}")
    assert [promise.title for promise in find_promises(lines, 0, 2)] == [title]


LEADER, MEMBER = "组长：赵大海　副县长", "成员：王大山　县财政局局长"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (f"{LEADER}\n{MEMBER}\n李小河　{words(64)}局长", 3),
        (f"{LEADER}\n{MEMBER}\n李小河　{words(65)}局长", 2),
        (f"{LEADER}\n成员：王大山　县文化体\n育传媒信息网络站\n李小河　县财政局局长", 4),
        (f"{LEADER}\n成员：王大山　县文化体\n育传媒信息网络中转站\n李小河　县财政局局长", 2),
        (f"{LEADER}\n{MEMBER}\n县财政局副局长\n李小河　县水利局局长", 4),
        (f"{LEADER}\n{MEMBER}\n县水利局党委书记\n李小河　县水利局局长", 2),
    ],
)
def test_end_of_a_roster(text: str, end: int) -> None:
    assert Rosters(read_lines(text)).end(0) == end


@pytest.mark.parametrize(
    ("line", "name", "post"),
    [
        ("成员：王　站长　县财政局局长", "王站长", "县财政局局长"),
        ("成员：王大山　市民政　局局长", "王大山", "市民政\u3000局局长"),
        ("成员：王大山　县财政局\n5号楼", "王大山", "县财政局5号楼"),
        ("成员：王大山　县财政局\n5号楼前", "王大山", "县财政局"),
    ],
)
def test_name_and_post(line: str, name: str, post: str) -> None:
    lines = read_lines(f"{LEADER}\n{line}")
    roster, _ = Rosters(lines).read(0, len(lines))
    assert [(one.name, one.post) for one in roster.groups[1].members] == [(name, post)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"山水。\n{words(26)}人民政府", Signature),
        (f"山水。\n{words(27)}人民政府", Paragraph),
        (f"山水。\n# {words(45)}", Heading),
        (f"山水。\n# {words(46)}", Paragraph),
        ("山水。\n（一）山水田林。湖", Item),
        ("山水。\n（一）山水田林。湖。", Paragraph),
    ],
)
def test_kind_of_the_last_block(text: str, kind: type) -> None:
    assert type(read_blocks(read_lines(text), Layout())[-1]) is kind


@pytest.mark.parametrize(("length", "caption"), [(12, True), (13, False)])
def test_length_of_a_caption(length: int, caption: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_caption(f"{words(45)}表（{words(length)}）") is caption


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (f"序号\t名称\n1\t山水、\n{words(40)}\n2\t田", 4),
        (f"序号\t名称\n1\t山水、\n{words(41)}\n2\t田", 2),
        ("序号\t名称\n续表\n1\t山", 3),
        ("序号\t名称\n山水\n田林\n1\t山", 0),
        ("古丽娜尔\t县财政局局长\n古丽娜尔\t县水利局局长", 0),
        ("古丽娜尔山\t县财政局局长\n古丽娜尔山\t县水利局局长", 2),
        ("王山\t县财政局局长\n王水\t县水利局局长", 0),
        ("王\t县财政局局长\n李\t县水利局局长", 2),
    ],
)
def test_end_of_a_table(text: str, end: int) -> None:
    assert table_end(read_lines(text), 0) == end


@pytest.mark.parametrize(
    ("text", "header", "rows"),
    [
        (f"序号\t{words(18)}\n1\t山水", 1, 1),
        (f"序号\t{words(19)}\n1\t山水", 0, 2),
    ],
)
def test_header_of_a_table(text: str, header: int, rows: int) -> None:
    table = read_table(read_lines(text), None)
    assert (len(table.header), len(table.rows)) == (header, rows)


DUTIES = (
    "一、宣传部门：负责宣传工作，做好舆论引导。",
    "二、公安部门：负责交通秩序，维护社会治安。",
)


@pytest.mark.parametrize(("count", "leads"), [(1, [None]), (2, ["宣传部门", "公安部门"])])
def test_two_items_of_a_list_have_a_name_before_a_colon(
    count: int, leads: list[str | None]
) -> None:
    assert leads_of("职责分工如下。", *DUTIES[:count])[1:] == leads
