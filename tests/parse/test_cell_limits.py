"""Line ends inside cells and names of groups of rows, on either side of each limit."""

import pytest

from generator.parse.rows.cells import Column, settle_cell, settle_cells
from generator.parse.rows.groups import find_groups
from generator.read.lines import LINE_END

NOTHING = Column(0.0, frozenset())
"""A column of a table that says nothing about its seams."""


def settled(*lines: str, column: Column = NOTHING) -> list[str]:
    """The lines of a cell as it is read, from those that are printed."""
    return settle_cell(LINE_END.join(lines), column).split("\n")


def settled_column(*cells: str) -> list[int]:
    """How many lines each cell of a column keeps; a bar is where its line ends."""
    rows = [(cell.replace("|", LINE_END),) for cell in cells]
    return [cell.count("\n") + 1 for (cell,) in settle_cells(rows, 0)]


@pytest.mark.parametrize(("place", "lines"), [("白石东山", 2), ("白石东山岭", 1)])
def test_the_name_of_an_organ_has_24_characters(place: str, lines: int) -> None:
    """A longer one is no name; what is printed together elsewhere is one text then."""
    name = f"白榆县{place}应急管理局（防汛抗旱指挥部办公室）"
    column = Column(0.0, frozenset({"）市"}))
    assert len(name) == 20 + len(place)
    assert len(settled(name, "市交通局", column=column)) == lines


@pytest.mark.parametrize(
    ("pieces", "parts"),
    [(("白榆", "市场监督", "管理局"), True), (("白榆", "市场", "监督", "管理局"), False)],
)
def test_a_name_is_in_three_pieces(pieces: tuple[str, ...], *, parts: bool) -> None:
    """Where the line before it fills its column, what is no name goes on with it."""
    lines = settled("县林业局", *pieces, column=Column(4.0, frozenset()))
    assert (lines[0] == "县林业局") is parts


@pytest.mark.parametrize(("size", "lines"), [(39, 1), (40, 2)])
def test_a_bracket_is_searched_for_in_40_characters(size: int, lines: int) -> None:
    assert len(settled(f"（{'各类专业技术人员' * 5}"[: size + 1], "工人）")) == lines


@pytest.mark.parametrize(
    ("name", "end", "lines"), [("县自然资", "源局", 1), ("县自然", "资源局", 2)]
)
def test_the_end_of_a_name_has_two_characters(name: str, end: str, lines: int) -> None:
    assert len(settled(name, end)) == lines


@pytest.mark.parametrize(("width", "lines"), [(5.0, 1), (5.5, 2)])
def test_a_full_line_is_one_character_narrower_than_its_column(width: float, lines: int) -> None:
    assert len(settled("加固河堤", "疏浚", column=Column(width, frozenset()))) == lines


@pytest.mark.parametrize(
    ("cells", "lines"), [(("治河道|修堤坝|植树",) * 2, 3), (("治河道A|修堤坝B|植树",) * 2, 1)]
)
def test_the_narrowest_column_that_wraps(cells: tuple[str, ...], lines: int) -> None:
    """Three lines of three characters and a half, the last one narrower, are one text."""
    assert settled_column(*cells) == [lines] * 2


@pytest.mark.parametrize(("lists", "wraps"), [(1, True), (2, False)])
def test_four_of_five_lines_of_a_column_are_full(lists: int, *, wraps: bool) -> None:
    full = ("加固河堤|疏浚水库|排涝", "栽植苗木|建设公园|绿化", "修建闸门|清理淤泥|补种")
    few, many = full[:2], full
    cells = (*(few if wraps else many), *(("植树|种草",) * lists))
    assert settled_column(*cells)[0] == (1 if wraps else 3)


@pytest.mark.parametrize(("name", "found"), [("甲", []), ("甲类", [0])])
def test_the_name_of_a_group_has_two_characters(name: str, found: list[int]) -> None:
    """Where another of its table has four, which is a group by itself."""
    rows = [(name, "", ""), ("1", "河堤", "6月"), ("农业项目", "", ""), ("2", "水库", "7月")]
    assert [span.row for span in find_groups(0, rows, ())] == [*found, 2]
