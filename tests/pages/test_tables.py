"""Which cells of a table are headers, and which tables a phone shows cell below cell."""

import pytest
from bs4 import BeautifulSoup, Tag

from generator.export.table_files import table_csv
from generator.model import CellSpan, Document, DocumentRecord, Finding, Table
from generator.model.finding import FindingPlace
from generator.outline.headings import PlacedBlock, Pointed
from generator.pages.body.table_markup import table_html
from generator.parse.text.numbering import number_block
from generator.registers.table_list import ArchiveTable


def table(header: tuple[str, ...], *rows: tuple[str, ...], spans: tuple[CellSpan, ...] = ()) -> Tag:
    made = Table(header=(header,), rows=rows, spans=spans)
    return BeautifulSoup(table_html(made, "甲", PlacedBlock(made)), "html.parser")


def heads(soup: Tag) -> list[tuple[str, str]]:
    return [(cell.get_text(), str(cell["scope"])) for cell in soup.select("tbody th")]


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        (("地市", "路口"), [("甲", "3"), ("乙", "3")], ["甲", "乙"]),
        (("序号", "要求"), [("1", "一"), ("2", "二")], ["1", "2"]),
        (("序号", "任务"), [("1", "一"), ("2", "二")], ["一", "二"]),
        (("序号", "任务"), [("1", "一" * 21), ("2", "二")], ["一" * 21, "二"]),
        (("序号", "任务"), [("1", ""), ("2", "")], ["1", "2"]),
        (("序号", "任务", "名称"), [("1", "一" * 21, "甲"), ("2", "二", "乙")], ["甲", "乙"]),
        (("序号", "类别", "任务"), [("1", "甲", "一" * 21), ("2", "乙", "二")], ["甲", "乙"]),
        (("序号", "单位"), [("1", "一" * 21), ("2", "二")], ["一" * 21, "二"]),
        (("序号", "工作内容"), [("1", "一" * 20), ("2", "二")], ["一" * 20, "二"]),
        (("序号", "工作内容"), [("1", "一" * 21), ("2", "二")], ["1", "2"]),
        (("指标", "目标值"), [("一" * 21, "3"), ("二", "3")], ["一" * 21, "二"]),
        (("序号", "项目名称"), [("1", "一"), ("2", "二")], ["一", "二"]),
        (
            ("序号", "任务目标", "要求"),
            [("1", "一", "甲"), ("", "", "乙"), ("1", "一", "丙")],
            ["一", "一"],
        ),
        (("序号", "类别", "名称"), [("1", "甲", "一"), ("2", "甲", "二")], ["一", "二"]),
        (("序号", "试点内容", "单位"), [("1", "一", "甲"), ("2", "二", "甲")], ["一", "二"]),
        (("项 目", "数"), [("甲", "3"), ("乙", "3")], ["甲", "乙"]),
        (("地市", "路口"), [("甲", "3"), ("甲", "4")], []),
        (("地市", "路口"), [("甲", "3"), ("", "4")], []),
        (("要求", "路口"), [("甲", "3"), ("乙", "4")], []),
    ],
)
def test_a_column_names_its_rows_only_when_that_is_certain(
    header: tuple[str, ...], rows: list[tuple[str, ...]], expected: list[str]
) -> None:
    assert heads(table(header, *rows)) == [(text, "row") for text in expected]


def test_a_row_of_one_merged_cell_names_the_rows_below_it() -> None:
    section = CellSpan(row=2, column=0, rows=1, columns=2)
    soup = table(("序号", "任务"), ("1", "甲"), ("一、乙", ""), ("2", "丙"), spans=(section,))
    assert heads(soup) == [("甲", "row"), ("一、乙", "rowgroup"), ("丙", "row")]
    assert [len(body("tr")) for body in soup("tbody")] == [1, 2]


def test_a_wide_table_carries_the_label_of_each_cell() -> None:
    soup = table(
        ("序号", "工作任务", "负责单位"), ("1", "残疾人小康进程" * 3, "区残联、区民政局、区财政局")
    )
    assert soup.div["class"] == ["table-scroll", "stacked"]
    assert [cell["data-label"] for cell in soup.select("tbody :is(th, td)")] == [
        "序号",
        "工作任务",
        "负责单位",
    ]


@pytest.mark.parametrize(
    "header",
    [("地市", "甲", "乙"), ("", "甲" * 12, "乙" * 12)],
    ids=["narrow", "column without header"],
)
def test_other_tables_do_not(header: tuple[str, ...]) -> None:
    soup = table(header, header)
    assert soup.div["class"] == ["table-scroll"]
    assert soup.select_one("[data-label]") is None


def with_a_line_above(words: str) -> Table:
    table = Table(
        header=(("", words, ""), ("序号", "任务", "单位")), rows=(("1", "甲" * 30, "乙" * 30),)
    )
    return number_block(table)


def test_a_line_of_words_above_the_header_takes_no_label_away() -> None:
    made = with_a_line_above("提升工程一览")
    soup = BeautifulSoup(table_html(made, "甲", PlacedBlock(made)), "html.parser")
    assert len(soup.select("thead tr")) == 2
    assert [cell["data-label"] for cell in soup.select("tbody :is(th, td)")] == [
        "序号",
        "任务",
        "单位",
    ]


def test_a_group_that_is_printed_above_the_header_names_the_rows_below_it() -> None:
    made = with_a_line_above("（一）提升工程")
    soup = BeautifulSoup(table_html(made, "甲", PlacedBlock(made)), "html.parser")
    assert [cell.get_text() for cell in soup.select("thead th")] == ["序号", "任务", "单位"]
    first, second = soup.select("tbody tr")
    assert [(cell.get_text(), cell["scope"], cell["colspan"]) for cell in first("th")] == [
        ("（一）提升工程", "rowgroup", "3")
    ]  # fmt: skip
    assert [cell["data-label"] for cell in second(["th", "td"])] == ["序号", "任务", "单位"]


def test_the_data_of_a_table_begin_with_the_names_of_its_columns() -> None:
    record = DocumentRecord(
        "yunxi/2021/4/1", "yunxi/2021/4", Document(sequence=1, lines=(), title="甲"), characters=1
    )
    made = ArchiveTable(record, 1, (0, 0), None, with_a_line_above("（一）提升工程"))
    lines = table_csv(made).decode("utf-8-sig").splitlines()
    assert lines[:2] == ["序号,任务,单位", ",（一）提升工程,"]


def test_the_lines_of_a_cell_are_kept_apart_and_marks_reach_over_them() -> None:
    made = Table(
        header=(("序号", "负责单位"),),
        rows=(("1", "市公安局\n市交通局"),),
        row_lines=(1,),
        lines=(1,),
    )
    place = FindingPlace(1, part=0, block=0, row=0)
    finding = Finding(
        line=1,
        kind="cell-scrambled",
        severity="warning",
        found="安局\n市交",
        place=place,
        start=4,
        end=9,
    )
    assert made.rows[0][1][2:7] == finding.found
    placed = PlacedBlock(made, rows={0: Pointed(findings=(finding,))})
    soup = BeautifulSoup(table_html(made, "甲", placed), "html.parser")
    (cell,) = soup.select("tbody td")
    assert "<br/>" in str(cell)
    assert [mark.get_text() for mark in cell.select(".note-mark")] == ["安局", "市交"]
    assert cell.get_text() == "市公安局市交通局"


def test_a_merged_count_names_no_rows_beside_names() -> None:
    merged = CellSpan(row=1, column=0, rows=2, columns=1)
    soup = table(("序号", "任务"), ("1", "甲"), ("", "乙"), spans=(merged,))
    assert heads(soup) == [("甲", "row"), ("乙", "row")]
