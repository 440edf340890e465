"""Tables from rows of cells: captions, headers, repeated headers, continued cells, group rows, merged cells."""

import re
from dataclasses import replace

from generator.lexicon.text import squeeze, tidy
from generator.model import CellSpan, Table
from generator.read import Line

_HEADER = re.compile(r"序\s*号|名\s*称|项\s*目|单\s*位|内\s*容|指\s*标|备\s*注|时\s*间|类\s*别|任务|姓\s*名|职\s*务|编\s*号|地\s*[市区]|依\s*据|主\s*体|目标|属性|事项|责任|部门")
_CAPTION = re.compile(r"(?:附?表\s*[0-9一二三四五六七八九十]+\s*)[^。；，]{2,50}|[^。；，]{2,50}(?:表|清单|目录|一览|分工|指标|名录|明细|名单|台账)(?:[（(].{1,20}[)）])?")
_UNIT = re.compile(r"[（(]?单位[:：].{1,20}[)）]?")
_FIGURE = re.compile(r"[\d.,%％＞>＜<≥≤±-]+")
_OPEN_CELL = re.compile(r"[、，,；和及]$")
_LONGEST_REST = 40


def is_caption(text: str) -> bool:
    """Whether a line before a table can be its caption."""
    return len(text) <= 60 and _CAPTION.fullmatch(squeeze(text)) is not None


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
    while end < len(lines) and (lines[end].cells or _is_rest(lines, end)):
        end += 1
    return end


def _begins(lines: list[Line], place: int) -> bool:
    if not is_row(lines[place]):
        return False
    following = sum(1 for line in lines[place:place + 3] if is_row(line))
    return following > 1 and not _is_roster_row(lines[place])


def _is_rest(lines: list[Line], place: int) -> bool:
    """Whether a line without cells goes on with the last cell of the row before it."""
    before, text = lines[place - 1], squeeze(lines[place].text)
    following = place + 1 < len(lines) and is_row(lines[place + 1])
    return following and is_row(before) and not lines[place].gap and len(text) <= _LONGEST_REST and _OPEN_CELL.search(before.cells[-1]) is not None


def _is_roster_row(line: Line) -> bool:
    filled = [squeeze(cell) for cell in line.cells if cell]
    role = re.match(r"\t?[\u4e00-\u9fff\s]{0,8}[:：]", line.text) is not None
    named = len(filled) == 2 and 2 <= len(filled[0]) <= 4 and re.search(r"(?:长|主任|书记|经理|主席|员|局|委)$", filled[1]) is not None
    return role or named


def read_table(lines: list[Line], caption: str | None) -> Table:
    """The table of contiguous rows; repeated headers are joined into one, the rest of a cell to its cell."""
    whole = _join_rests(lines)
    rows = [[tidy(cell) for cell in line.cells] for line in whole]
    width = max(len(row) for row in rows)
    grid = [tuple(_fit(row, width)) for row in rows]
    header = _split_header(grid)
    key = [squeeze(cell) for cell in header[-1]] if header else None
    kept = [(row, line) for row, line in zip(grid, whole, strict=True)][len(header):]
    kept = [(row, line) for row, line in kept if [squeeze(cell) for cell in row] != key]
    header, data = _drop_empty(header, [row for row, _ in kept])
    spans = [*_merged(whole[:len(header)], 0), *_merged([line for _, line in kept], len(header))] or _groups(len(header), data)
    return Table(
        header=tuple(header), rows=tuple(data), lines=tuple(line.number for line in lines),
        row_lines=tuple(line.number for _, line in kept), caption=caption, spans=tuple(spans),
    )


def _join_rests(lines: list[Line]) -> list[Line]:
    whole: list[Line] = []
    for line in lines:
        if line.cells:
            whole.append(line)
        else:
            cells = (*whole[-1].cells[:-1], whole[-1].cells[-1] + line.text)
            whole[-1] = replace(whole[-1], cells=cells)
    return whole


def _fit(row: list[str], width: int) -> list[str]:
    """A row with ``width`` cells; a header whose first two cells ran together is cut where the first column's name ends."""
    first = re.match(r"(序号|编号)(.{2,})", row[0]) if len(row) == width - 1 and all(row) else None
    return [first[1], first[2], *row[1:]] if first else row + [""] * (width - len(row))


def _split_header(grid: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows at the top that name the columns, a title row above them included."""
    for index, row in enumerate(grid[:3]):
        filled = [cell for cell in row if cell]
        short = len(filled) > 1 and all(len(squeeze(cell)) <= 14 for cell in filled) and not any(_FIGURE.fullmatch(cell) for cell in filled)
        named = any(_HEADER.search(cell) for cell in filled)
        figures = index == 0 and all(filled for filled in row) and sum(any(_FIGURE.fullmatch(cell) for cell in below) for below in grid[1:]) * 2 > len(grid)
        if short and (named or figures):
            return grid[:index + 1]
    return []


def _drop_empty(header: list[tuple[str, ...]], data: list[tuple[str, ...]]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """The rows without columns at their right end that are empty in all of them."""
    used = max((index + 1 for row in header + data for index, cell in enumerate(row) if cell), default=1)
    return [row[:used] for row in header], [row[:used] for row in data]


def _merged(lines: list[Line], offset: int) -> list[CellSpan]:
    """Merged cells as the source marks them."""
    return [
        CellSpan(row=offset + index, column=column, rows=rows, columns=columns)
        for index, line in enumerate(lines) for column, rows, columns in line.spans
    ]


def _groups(offset: int, data: list[tuple[str, ...]]) -> list[CellSpan]:
    """Group rows: a single cell that stands for the whole row."""
    return [
        CellSpan(row=offset + index, column=0, columns=len(row))
        for index, row in enumerate(data) if row[0] and not any(row[1:]) and len(squeeze(row[0])) > 3
    ]
