"""Tables from rows of cells: captions, headers, repeated headers, continued cells, group rows, merged cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from msgspec.structs import replace

from generator.lexicon.characters import IDEOGRAPHS, squeeze, tidy
from generator.lexicon.expressions.labels import TABLE_UNIT
from generator.lexicon.numerals import TENS
from generator.lexicon.roles import TABLE_POST
from generator.model import CellSpan, Table
from generator.parse.rows.cells import Row, settle_cells
from generator.parse.rows.groups import find_groups, settle_groups
from generator.read import Line

_HEADER = re.compile(
    r"序\s*号|名\s*称|项\s*目|单\s*位|内\s*容|指\s*标|备\s*注|时\s*间|类\s*别|任务|姓\s*名|职\s*务|编\s*号|地\s*[市区]|依\s*据|主\s*体"
    r"|目标|属性|事项|责任|部门|等级|条件|颜色|数量|金额|合计|面积|年份|地址|电话|型号|规格|标准|[县市]区",
)
"""Words that name columns."""
_TABLES = "表|清单|目录|一览|分工|指标|名录|明细|名单|台账"
_CAPTION = re.compile(
    rf"(?:附?表\s*[\d{TENS}]+\s*)[^。；，]{{2,50}}|[^。；，]{{2,50}}(?:{_TABLES})(?:[（(].{{1,20}}[)）])?",
)
_CONTINUED = re.compile(rf"[（(]?(?:续表|续上表|表续)[\d{TENS}]*[)）]?")
_UNIT = re.compile(rf"{TABLE_UNIT}.{{1,20}}[)）]?")
_FIGURE = re.compile(r"[\d.,%％＞>＜<≥≤±-]+")
_NO_FIGURE = frozenset("—－-/…")
_OPEN_CELL = re.compile(r"[、，,；和及]$")
_ROLE_ROW = re.compile(rf"\t?[{IDEOGRAPHS}\s]{{0,8}}[:：]")
_POST = re.compile(f"(?:{TABLE_POST})$")
_COUNTER = re.compile(r"(序号|编号)(.{2,})")


@dataclass(frozen=True, slots=True)
class TableLimits:
    """What belongs to a table; anything else is running text."""

    caption: int = 60
    """Longest caption, in characters."""
    rest: int = 40
    """Longest line between two rows that goes on with the last cell of the first, in characters."""
    begins: int = 3
    """Lines within which the second row of a table follows."""
    name: int = 4
    """Longest name in a row of a name and a post, which belongs to a roster, in characters."""
    shortest_name: int = 2
    """Shortest such name, in characters."""


@dataclass(frozen=True, slots=True)
class HeaderLimits:
    """Which rows name the columns; anything else is a row of data."""

    name: int = 18
    """Longest name of a column, in characters."""
    above: int = 3
    """First rows among which that with the names of the columns is searched for."""
    repeated: int = 3
    """Fewest columns of a repeated header that may have lost the end of a cell."""


TABLE, HEADER = TableLimits(), HeaderLimits()


def is_caption(text: str) -> bool:
    """Whether a line before a table can be its caption."""
    return len(text) <= TABLE.caption and _CAPTION.fullmatch(squeeze(text)) is not None


def is_unit(text: str) -> bool:
    """Whether a line between caption and table names the unit: 单位：万元."""
    return _UNIT.fullmatch(squeeze(text)) is not None


def is_row(line: Line) -> bool:
    """Whether a line is a row of a table: two or more cells."""
    return len(line.cells) > 1


def table_end(lines: list[Line], place: int) -> int:
    """The end of the table that begins at ``place``; ``place`` itself when none begins there."""
    if not _begins(lines, place):
        return place
    end = place
    while end < len(lines) and _belongs(lines, end):
        end += 1
    return end


def _belongs(lines: list[Line], place: int) -> bool:
    """Whether a line belongs to the table above it: a row, the rest of a cell, or 续表 above more rows."""
    return bool(lines[place].cells) or _is_rest(lines, place) or _is_continued(lines, place)


def _is_continued(lines: list[Line], place: int) -> bool:
    """Whether a line says that the table goes on below it: 续表, （续表一）."""
    following = place + 1 < len(lines) and is_row(lines[place + 1])
    return following and _CONTINUED.fullmatch(squeeze(lines[place].text)) is not None


def _begins(lines: list[Line], place: int) -> bool:
    """Whether a table begins: two rows or more within three lines, the first one no line of a list of names."""
    if not is_row(lines[place]) or _is_roster_row(lines[place]):
        return False
    return sum(map(is_row, lines[place : place + TABLE.begins])) > 1


def _is_rest(lines: list[Line], place: int) -> bool:
    """Whether a line without cells goes on with the last cell of the row before it."""
    before, line = lines[place - 1], lines[place]
    between = is_row(before) and place + 1 < len(lines) and is_row(lines[place + 1])
    if not between or line.gap or len(squeeze(line.text)) > TABLE.rest:
        return False
    return _OPEN_CELL.search(before.cells[-1]) is not None


def _is_roster_row(line: Line) -> bool:
    """Whether a row belongs to a list of names: ``组长：…``, or a name and a post."""
    if _ROLE_ROW.match(line.text):
        return True
    filled = [squeeze(cell) for cell in line.cells if cell]
    paired = len(filled) == 2 and TABLE.shortest_name <= len(filled[0]) <= TABLE.name
    return paired and _POST.search(filled[1]) is not None


def read_table(lines: list[Line], caption: str | None) -> Table:
    """The table of contiguous rows; repeated headers are joined into one, the rest of a cell to its cell."""
    whole = _join_rests(lines)
    raw = _raw_grid(whole)
    plain = [tuple(map(tidy, row)) for row in raw]
    top = len(_marked_header(whole, plain) or _split_header(plain))
    grid = settle_cells(raw, top)
    header = grid[:top]
    names = header[-1] if header else None
    kept = [place for place in range(top, len(grid)) if not _is_repeated(names, grid[place])]
    row_lines = [whole[place] for place in kept]
    above_header = {index for index, place in enumerate(kept[:-1]) if kept[index + 1] > place + 1}
    header, data = _drop_empty(header, settle_groups([grid[place] for place in kept], above_header))
    marked = [*_merged(whole[:top], 0), *_merged(row_lines, top)]
    spans = list(_fit_spans(marked, [*header, *data]))
    spans += find_groups(top, data, _rows_of(spans))
    spans.sort(key=lambda span: (span.row, span.column))
    return Table(
        header=tuple(header),
        rows=tuple(data),
        lines=tuple(number for line in lines for number in (line.number, *line.rest)),
        row_lines=tuple(line.number for line in row_lines),
        caption=caption,
        spans=tuple(spans),
    )


def _raw_grid(lines: list[Line]) -> list[Row]:
    """The cells of rows as they are printed, all rows as wide as the widest."""
    width = max(len(line.cells) for line in lines)
    return [tuple(_fit(list(line.cells), width)) for line in lines]


def _is_repeated(header: Row | None, row: Row) -> bool:
    """Whether a row is the header once more, blanks aside; one of its cells may have lost its end."""
    if header is None:
        return False
    pairs = zip(map(squeeze, header), map(squeeze, row), strict=True)
    differing = [(name, cell) for name, cell in pairs if name != cell]
    if len(differing) != 1 or len(header) < HEADER.repeated:
        return not differing
    name, cell = differing[0]
    return len(cell) > 1 and name.startswith(cell)


def _join_rests(lines: list[Line]) -> list[Line]:
    """The rows, each with the lines that go on with its last cell."""
    whole: list[Line] = []
    for line in lines:
        if line.cells:
            whole.append(line)
        elif not _CONTINUED.fullmatch(squeeze(line.text)):
            cells = (*whole[-1].cells[:-1], whole[-1].cells[-1] + line.text)
            whole[-1] = replace(whole[-1], cells=cells)
    return whole


def _fit(row: list[str], width: int) -> list[str]:
    """A row with ``width`` cells; a header whose first two cells ran together is cut behind 序号."""
    if len(row) == width - 1 and all(row):
        joined = _COUNTER.match(row[0])
        if joined:
            return [joined[1], joined[2], *row[1:]]
    return row + [""] * (width - len(row))


def _marked_header(lines: list[Line], grid: list[Row]) -> list[Row]:
    """The rows at the top that the source marks as header, or that a cell merged over rows holds together."""
    marked = sum(1 for _ in takewhile(lambda line: line.header, lines))
    return grid[:marked] if marked < len(grid) else []


def _split_header(grid: list[Row]) -> list[Row]:
    """The rows at the top that name the columns, a title row above them included."""
    for index, row in enumerate(grid[: HEADER.above]):
        if not can_name_columns(row):
            continue
        above_figures = index == 0 and all(row) and _holds_figures(grid[1:])
        if above_figures or any(map(_HEADER.search, row)):
            below = index + 2 if _is_divided(grid, index) else index + 1
            return grid[:below]
    return []


def _is_divided(grid: list[Row], index: int) -> bool:
    """Whether the row below a header divides its last columns: 指标 | 单位 | 2020年 | , then  |  | 目标值 | 变化幅度."""
    if index + 2 >= len(grid):
        return False
    above, below = grid[index], grid[index + 1]
    first = next((place for place, cell in enumerate(below) if cell), 0)
    if first == 0 or not can_name_columns(below):
        return False
    last = first + sum(map(bool, below))
    return all(above[: first + 1]) and not all(above[first + 1 : last])


def can_name_columns(row: Row) -> bool:
    """Whether a row can name columns: two cells or more, all short, no figures."""
    filled = [cell for cell in row if cell]
    return len(filled) > 1 and all(map(_can_name_column, filled))


def _can_name_column(cell: str) -> bool:
    """Whether a cell can name a column: it is short and no figure."""
    return len(squeeze(cell)) <= HEADER.name and not _FIGURE.fullmatch(cell)


def names_columns(row: Row) -> bool:
    """Whether a row names columns by usual words: 序号, 单位, 指标; two of them at least."""
    return can_name_columns(row) and count_named(row) > 1


def count_named(row: Row) -> int:
    """How many cells of a row hold a usual word that names a column."""
    return sum(_HEADER.search(cell) is not None for cell in row)


def holds_figure(row: Row) -> bool:
    """Whether a cell is a figure."""
    return any(map(_FIGURE.fullmatch, row))


def are_figures(cells: Row) -> bool:
    """Whether every cell is a figure, or the dash of one that there is not."""
    return all(_FIGURE.fullmatch(cell) or cell in _NO_FIGURE for cell in cells)


def _holds_figures(rows: list[Row]) -> bool:
    """Whether more than half of the rows hold a figure."""
    return sum(map(holds_figure, rows)) * 2 > len(rows) + 1


def _drop_empty(header: list[Row], data: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows without columns at their right end that are empty in all of them."""
    used = max([1, *map(_filled_width, header), *map(_filled_width, data)])
    return [row[:used] for row in header], [row[:used] for row in data]


def _filled_width(row: Row) -> int:
    """The number of cells up to the last that is filled."""
    width = len(row)
    while width > 0 and not row[width - 1]:
        width -= 1
    return width


def _merged(lines: list[Line], offset: int) -> list[CellSpan]:
    """Merged cells as the source marks them."""
    return [
        CellSpan(row=offset + index, column=column, rows=rows, columns=columns)
        for index, line in enumerate(lines)
        for column, rows, columns in line.spans
    ]


def _fit_spans(spans: list[CellSpan], rows: list[Row]) -> Iterator[CellSpan]:
    """Merged cells as far as their table goes; one ends before a cell that says something, which it would hide."""
    for span in spans:
        if span.row >= len(rows) or span.column >= len(rows[span.row]):
            continue
        row, last = rows[span.row], span.column + span.columns
        right = span.column + 1
        while right < min(last, len(row)) and not row[right]:
            right += 1
        below = span.row + 1
        while below < min(span.row + span.rows, len(rows)) and not any(
            rows[below][span.column : right]
        ):
            below += 1
        height, width = below - span.row, right - span.column
        if height > 1 or width > 1:
            yield CellSpan(row=span.row, column=span.column, rows=height, columns=width)


def _rows_of(spans: list[CellSpan]) -> set[int]:
    """The rows that merged cells touch."""
    return {row for span in spans for row in range(span.row, span.row + span.rows)}
