"""Tables from rows of cells: header, repeated headers, group rows, captions."""

import re

from generator.model import Block, CellSpan, Note, Table
from generator.parse.text import squeeze, tidy
from generator.read import Line

_HEADER = re.compile(r"序\s*号|名\s*称|项\s*目|单\s*位|内\s*容|指\s*标|备\s*注|时\s*间|类\s*别|任务|姓\s*名|职\s*务|编\s*号|地\s*[市区]|依\s*据|主\s*体|目标|属性|事项|责任|部门")
_CAPTION = re.compile(r"(?:附?表\s*[0-9一二三四五六七八九十]*\s*)?[^。；，]{2,50}(?:表|清单|目录|一览|分工|指标|名录|明细|名单|台账)(?:[（(].{1,20}[)）])?")


def is_caption(text: str) -> bool:
    """Whether a line before a table can be its caption."""
    return len(text) <= 60 and _CAPTION.fullmatch(squeeze(text)) is not None


def is_row(line: Line) -> bool:
    """Whether a line is a row of a table: two or more cells."""
    return len(line.cells) > 1


def table_end(lines: list[Line], place: int) -> int:
    """The end of the table that begins at ``place``; ``place`` itself when none begins there."""
    if not _begins(lines, place):
        return place
    end = place
    while end < len(lines) and (is_row(lines[end]) or (len(lines[end].cells) == 1)):
        end += 1
    return end


def _begins(lines: list[Line], place: int) -> bool:
    if not is_row(lines[place]):
        return False
    following = sum(1 for line in lines[place:place + 3] if is_row(line))
    return following > 1 and not _is_roster_row(lines[place])


def _is_roster_row(line: Line) -> bool:
    return bool(re.match(r"\t?[\u4e00-\u9fff\s]{0,8}[:：]", line.text)) or (
        len([cell for cell in line.cells if cell]) == 2 and 2 <= len(squeeze(next(cell for cell in line.cells if cell))) <= 4
        and re.search(r"(?:长|主任|书记|经理|主席|员|局|委)$", squeeze(line.cells[-1])) is not None)


def read_table(lines: list[Line], caption: str | None) -> list[Block]:
    """The table of contiguous rows; repeated headers are joined into one."""
    rows = [[tidy(cell) for cell in line.cells] for line in lines]
    width = _width(rows)
    if width < 2:
        return [Note(text=tidy(line.text), lines=(line.number,)) for line in lines]
    grid = [tuple(_fit(row, width)) for row in rows]
    header = _split_header(grid)
    key = [squeeze(cell) for cell in header[-1]] if header else None
    kept = [(row, line.number) for row, line in zip(grid[len(header):], lines[len(header):], strict=True) if [squeeze(cell) for cell in row] != key]
    data = [row for row, _ in kept]
    header, data, width = _drop_empty(header, data, width)
    spans = _spans(len(header), data, width)
    return [Table(header=tuple(header), rows=tuple(data), lines=tuple(line.number for line in lines),
                  row_lines=tuple(number for _, number in kept), caption=caption, spans=tuple(spans))]


def _width(rows: list[list[str]]) -> int:
    """The number of columns: the widest row that is not an outlier."""
    sizes = sorted(len(row) for row in rows)
    return sizes[-1] if sizes else 0


def _fit(row: list[str], width: int) -> list[str]:
    """A row with ``width`` cells; a header whose first two cells ran together is cut at its blank."""
    if len(row) == width - 1 and all(row) and len(parts := _run_together(row)) == width:
        return parts
    return row + [""] * (width - len(row))


def _run_together(row: list[str]) -> list[str]:
    first = re.match(r"(序号|编号)(.{2,})", row[0])
    return [first[1], first[2], *row[1:]] if first else row


def _split_header(grid: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows at the top that name the columns, a title row above them included."""
    for index, row in enumerate(grid[:3]):
        filled = [cell for cell in row if cell]
        short = all(len(squeeze(cell)) <= 14 for cell in filled)
        if short and len(filled) > 1 and any(_HEADER.search(cell) for cell in filled) and not any(re.fullmatch(r"[\d.%＞>＜<]+", cell) for cell in filled):
            return grid[:index + 1]
    return []


def _drop_empty(header: list[tuple[str, ...]], data: list[tuple[str, ...]], width: int) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]], int]:
    """The table without columns at its right end that are empty in every row."""
    used = max((index + 1 for row in header + data for index, cell in enumerate(row) if cell), default=width)
    return [row[:used] for row in header], [row[:used] for row in data], used


def _spans(offset: int, data: list[tuple[str, ...]], width: int) -> list[CellSpan]:
    """Group rows: a single cell that stands for the whole row."""
    return [
        CellSpan(row=offset + index, column=0, columns=width)
        for index, row in enumerate(data) if row[0] and not any(row[1:]) and len(squeeze(row[0])) > 3
    ]
