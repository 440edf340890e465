"""Rows of tables that a line end inside a cell broke: ``| 1 | 清水`` and ``河 | 东山乡 |``."""

import re
from collections.abc import Iterator
from itertools import takewhile

from msgspec.structs import replace

from generator.lexicon.numerals import TENS
from generator.lexicon.organs import is_organ
from generator.read.lines import LINE_END, PIPE, Line, cut_row

NEAR = 12
"""Lines beside a broken row in which a whole one says how many cells it has."""
MOST_LINES = 8
"""Most lines that a broken row is made of."""
LONGEST_REST = 60
"""Longest line inside a broken row that has no tab, in characters."""
LONGEST_END = 2
"""Longest end of a word on a line of its own, in characters: 县林业|局."""
_COUNT = re.compile(rf"\d{{1,4}}[.．、]?|[{TENS}]{{1,3}}")
_OPENS_ROW = re.compile(rf"(?:{_COUNT.pattern})|[合总小]\s*计|说明|备注|注[：:]")
"""How a row opens that goes on with none."""


def join_broken_rows(lines: list[Line]) -> list[Line]:
    """The lines, each broken row as one; it keeps the number of its first line and knows the others."""
    joined: list[Line] = []
    place = 0
    while place < len(lines):
        end, row = _row_at(lines, place, joined)
        joined.append(row)
        place = end
    return joined


def _row_at(lines: list[Line], place: int, above: list[Line]) -> tuple[int, Line]:
    """The place after the row that begins here, and the row; the line itself where none is broken.

    :param above: the lines above it, each broken row as one
    """
    line = lines[place]
    if line.raw.lstrip().startswith("|"):
        end = _end_of_pipe_row(lines, place)
    elif len(line.cells) > 1:
        end = _end_of_tab_row(lines, place, above)
    else:
        end = 0
    return (end, _joined(lines[place:end])) if end else (place + 1, line)


def _bars(line: Line) -> int:
    """How many bars a line has; one behind a backslash is text."""
    return len(PIPE.findall(line.raw))


def _is_whole(line: Line) -> bool:
    """Whether a line opens and ends with a bar."""
    return line.raw.lstrip().startswith("|") and bool(line.cells)


def _end_of_pipe_row(lines: list[Line], place: int) -> int:
    """The end of the row with bars that begins here, or 0: bars that add up to those of a whole row near it."""
    bars = _bars(lines[place])
    wanted = max((_bars(line) for line in _near(lines, place) if _is_whole(line)), default=0)
    for end, line in _following(lines, place):
        bars += _bars(line)
        if bars >= wanted or _is_whole(line):
            return end if bars == wanted and line.raw.rstrip().endswith("|") else 0
    return 0


def _end_of_tab_row(lines: list[Line], place: int, above: list[Line]) -> int:
    """The end of the row with tabs that begins here, or 0: its cells add up to those of the rows above it.

    Where one of these lacks cells too, this one may lack its last.
    """
    rows = takewhile(lambda line: line.cells, reversed(above[-NEAR:]))
    near = {len(line.cells) for line in rows}
    wanted = max(near, default=0)
    cells = len(lines[place].cells)
    if len(near) == 1 and cells == wanted:
        return _end_of_last_cell(lines, place)
    if len(near) > 1 or cells >= wanted or not _COUNT.fullmatch(lines[place].cells[0]):
        return 0
    for end, line in _following(lines, place):
        opening = line.cells[0] if line.cells else line.text
        if not opening or line.mark or _OPENS_ROW.match(opening) or len(line.text) > LONGEST_REST:
            return 0
        cells += max(len(line.cells), 1) - 1
        if cells >= wanted:
            return end if cells == wanted else 0
    return 0


def _end_of_last_cell(lines: list[Line], place: int) -> int:
    """The end of a row whose last cell goes on over line ends, or 0: the next row counts on, with as many cells.

    What goes on is the end of a word, or one more organ; other words between two rows may name a group.
    """
    row = lines[place]
    for end, line in _following(lines, place):
        if line.cells:
            counts_on = len(line.cells) == len(row.cells) and _counts_on(
                row.cells[0], line.cells[0]
            )
            return end - 1 if counts_on and end - 1 > place + 1 else 0
        is_end = len(line.text) <= LONGEST_END and not line.mark
        if not is_end and not (is_organ(line.text) and is_organ(row.cells[-1])):
            return 0
    return 0


def _counts_on(before: str, here: str) -> bool:
    """Whether two cells are figures of which the second is the next one."""
    return before.isdecimal() and here.isdecimal() and int(here[:4]) == int(before[:4]) + 1


def _near(lines: list[Line], place: int) -> list[Line]:
    """The lines around a place, without the one there."""
    return lines[max(0, place - NEAR) : place] + lines[place + 1 : place + NEAR]


def _following(lines: list[Line], place: int) -> Iterator[tuple[int, Line]]:
    """The lines below a place that no blank line parts from it, and the place after each."""
    for end in range(place + 1, min(len(lines), place + MOST_LINES)):
        if lines[end].gap:
            return
        yield end + 1, lines[end]


def _joined(lines: list[Line]) -> Line:
    """Lines as one row."""
    first, *others = lines
    raw = LINE_END.join(line.raw for line in lines)
    if first.raw.lstrip().startswith("|"):
        row = cut_row(first.number, raw, gap=first.gap)
    else:
        text = LINE_END.join(line.text for line in lines)
        cells = tuple(cell.strip() for cell in text.split("\t"))
        row = replace(first, text="\t".join(cells), raw=raw, cells=cells)
    return replace(row, rest=tuple(line.number for line in others))
