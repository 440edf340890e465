"""Rows of tables at their limits: what is doubted just inside and just outside of each number that decides."""

from collections.abc import Callable, Sequence

import pytest

from generator.model import CellSpan, Table
from generator.parse.rows.blank_cells import find_blank_cells
from generator.parse.rows.stray_rows import find_stray_rows
from tests.parse.limits import issue_of

Rows = Sequence[tuple[str, ...]]


def is_mark(cell: str) -> bool:
    return cell == "_"


def strays(*rows: tuple[str, ...]) -> set[int]:
    """The places of rows of which nothing can be read."""
    return find_stray_rows(rows, (), is_mark)


@pytest.mark.parametrize(
    ("row", "found"), [(("_", "", "_", ""), {1}), (("_", "_", "_", ""), set())]
)
def test_a_stray_row_fills_half_of_the_columns(row: tuple[str, ...], found: set[int]) -> None:
    assert strays(("1", "甲", "乙", "丙"), row) == found


@pytest.mark.parametrize(("words", "found"), [(4, {4}), (3, set())])
def test_five_cells_show_a_column_of_words(words: int, found: set[int]) -> None:
    assert strays(*[("1", "甲")] * words, ("", "4")) == found


@pytest.mark.parametrize(("words", "found"), [(18, {18, 19}), (17, set())])
def test_a_tenth_of_a_column_of_words_is_figures(words: int, found: set[int]) -> None:
    assert strays(*[("1", "甲")] * words, ("", "4"), ("", "5")) == found


def test_a_group_and_the_first_row_are_no_stray_ones() -> None:
    rows = [("", "_"), ("1", "甲"), ("", "_")]
    assert find_stray_rows(rows, {2}, is_mark) == set()


def blanks(rows: Rows, header: tuple[str, ...] = ("序号", "任务", "单位", "时限")) -> list[int]:
    """The rows with a doubtful blank cell."""
    return [row for row, _ in find_blank_cells(Table(header=(header,), rows=tuple(rows)))]


def counted(whole: int, *blank: tuple[str, ...]) -> Rows:
    """Counted rows without a blank cell, and others."""
    return [*[(f"{nth}", "甲", "乙", "丙") for nth in range(1, whole + 1)], *blank]


@pytest.mark.parametrize(("whole", "found"), [(7, [7]), (6, [])])
def test_eight_rows_show_that_each_has_a_name(whole: int, found: list[int]) -> None:
    assert blanks(counted(whole, ("9", "", "乙", "丙"))) == found


@pytest.mark.parametrize(("whole", "found"), [(17, [17, 18, 19]), (16, [])])
def test_fifteen_of_a_hundred_may_be_blank(whole: int, found: list[int]) -> None:
    assert blanks(counted(whole, *[("9", "", "乙", "丙")] * 3)) == found


@pytest.mark.parametrize(("last", "found"), [("丙", [9]), ("", [])])
def test_a_row_with_a_blank_cell_has_two_others(last: str, found: list[int]) -> None:
    assert blanks(counted(9, ("10", "", "乙", last))) == found


def test_a_cell_that_is_merged_is_not_missed() -> None:
    rows = tuple(counted(9, ("10", "", "乙", "丙")))
    for nth, found in ((9, []), (7, [(9, 1)])):
        span = CellSpan(row=nth, column=1, rows=2, columns=1)
        table = Table(header=(("序号", "任务", "单位", "时限"),), rows=rows, spans=(span,))
        assert list(find_blank_cells(table)) == found


@pytest.mark.parametrize(
    "header", [("名称", "任务", "单位", "时限"), ("序号", "单位", "任务", "时限")]
)
def test_only_names_of_counted_rows_are_missed(header: tuple[str, ...]) -> None:
    assert blanks(counted(9, ("10", "", "乙", "丙")), header) == []


NAMES = (
    *("编制交通规划", "筹措建设资金", "组织道路施工", "公开建设结果", "开展竣工验收"),
    *("落实管护责任", "加强汛期巡查", "保障群众出行", "宣传交通法规", "完善道路标志"),
)


def pieces(cells: Sequence[str], header: str = "序号\t工作任务\t单位") -> list[str]:
    """The cells with a piece of the name that the text has for the item of their number."""
    items = [f"{nth}.{name}。由有关部门负责落实，按时完成。" for nth, name in enumerate(NAMES, 1)]
    rows = [f"{nth}\t{cell}\t市交通局" for nth, cell in enumerate(cells, 1)]
    findings = issue_of(*items, "工作任务分解表", header, *rows).findings
    return [finding.found for finding in findings if finding.kind == "cell-cut"]


@pytest.mark.parametrize(("same", "found"), [(3, ["建设结"]), (2, [])])
def test_three_whole_names_show_that_a_table_repeats_them(same: int, found: list[str]) -> None:
    others = ["加强日常督导"] * (3 - same)
    assert pieces([*NAMES[:same], *others, "建设结"]) == found


@pytest.mark.parametrize(("pieced", "count"), [(6, 6), (7, 0)])
def test_a_table_of_pieces_shortens_the_names(pieced: int, count: int) -> None:
    cut = [name[:-1] for name in NAMES[3 : 3 + pieced]]
    assert len(pieces([*NAMES[:3], *cut])) == count


@pytest.mark.parametrize(("piece", "found"), [("结果", ["结果"]), ("果", [])])
def test_a_piece_has_two_characters(piece: str, found: list[str]) -> None:
    assert pieces([*NAMES[:3], piece]) == found


@pytest.mark.parametrize(
    ("header", "place", "found"),
    [
        ("序号\t单位\t工作任务", lambda cell: f"市交通局\t{cell}", ["建设结"]),
        ("序号\t单位\t时限\t工作任务", lambda cell: f"市交通局\t年底前\t{cell}", []),
    ],
)
def test_names_are_in_the_first_three_columns(
    header: str, place: Callable[[str], str], found: list[str]
) -> None:
    items = [f"{nth}.{name}。由有关部门负责落实，按时完成。" for nth, name in enumerate(NAMES, 1)]
    rows = [f"{nth}\t{place(cell)}" for nth, cell in enumerate([*NAMES[:3], "建设结"], 1)]
    findings = issue_of(*items, "工作任务分解表", header, *rows).findings
    assert [finding.found for finding in findings if finding.kind == "cell-cut"] == found
