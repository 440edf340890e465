"""Tables that only blanks set: lines one below the other with as many cells, two blanks or more between them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.lexicon.characters import HAN
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.columns import NAME_HEADERS
from generator.lexicon.expressions.stops import SENTENCE_STOPS
from generator.lexicon.names import split_names
from generator.lexicon.roles import ROLE
from generator.parse.rows.cells import Row
from generator.parse.rows.tables import (
    are_figures,
    can_name_columns,
    count_named,
    holds_figure,
    names_columns,
)
from generator.read import Line

_WIDE = re.compile(r"[ \u3000\t]{2,}")
_BLANK = re.compile(r"[ \u3000\t]+")
_LETTERS = re.compile(f"{HAN}{{2}}")
_PROSE = re.compile(f"[{SENTENCE_STOPS}]|[：:]$")


@dataclass(frozen=True, slots=True)
class AlignedLimits:
    """What a table is that only blanks set; anything else is running text."""

    cells: int = 3
    """Fewest columns."""
    rows: int = 3
    """Fewest rows, with the names of the columns."""
    cell: int = 30
    """Longest cell, in characters."""
    row: int = 120
    """Longest row, in characters with its blanks."""


ALIGNED = AlignedLimits()


def set_tables(lines: list[Line], is_full: Callable[[Line], bool]) -> list[Line]:
    """The lines, those of tables that blanks set as rows of cells.

    :param is_full: whether the width of hard-wrapped text ends a line; False for any line of other text
    """
    found: list[Line] = []
    place = 0
    while place < len(lines):
        rows = _rows_at(lines, place, is_full)
        found += rows or [lines[place]]
        place += len(rows) or 1
    return found


def _rows_at(lines: list[Line], place: int, is_full: Callable[[Line], bool]) -> list[Line]:
    """The rows of the table that begins here, below its names of columns; nothing when none begins."""
    if not _BLANK.search(lines[place].text):
        return []
    for blanks in (_WIDE, _BLANK):
        cells = _cells_at(lines, place, blanks)
        if len(cells) < ALIGNED.rows or _are_names(cells[1:]):
            continue
        own = lines[place : place + len(cells)]
        if blanks is _WIDE or not _are_wrapped(list(map(is_full, own))):
            return [_row(line, row) for line, row in zip(own, cells, strict=True)]
    return []


def _are_wrapped(full: list[bool]) -> bool:
    """Whether lines are running text and no rows: the width ends the first of them, or half of them.

    A printer fills a line with text, and ends a row with its last cell; a stray blank sets no cells apart.
    """
    return full[0] or sum(full) * 2 >= len(full)


def _cells_at(lines: list[Line], place: int, blanks: re.Pattern[str]) -> list[Row]:
    """The cells of the rows from ``place`` on that such blanks set apart, the names of the columns first.

    Nothing when the first of them names no columns; where only wide blanks make it one, each row holds a figure, and
    where only its first cell (指标, 地区) does, each row holds nothing else behind its name.
    """
    head = _cells(lines[place], blanks)
    if len(head) < ALIGNED.cells:
        return []
    if count_named(joined := _join_letters(head, 0)) > count_named(head):
        head = joined
    named = names_columns(head)
    is_wide = blanks is _WIDE
    can_be_named = can_name_columns(head) and (is_wide or head[0] in NAME_HEADERS)
    if len(head) < ALIGNED.cells or not (named or can_be_named):
        return []
    rows = [head]
    for row in _rows_below(lines, place, blanks, len(head)):
        if not named and not (holds_figure(row) if is_wide else are_figures(row[1:])):
            return []
        rows.append(row)
    return rows


def _rows_below(
    lines: list[Line], place: int, blanks: re.Pattern[str], width: int
) -> Iterator[Row]:
    """The cells of the rows below ``place``, as many as the names of the columns there."""
    for below in range(place + 1, len(lines)):
        row = _cells(lines[below], blanks)
        if len(row) > width:
            row = _join_letters(row, width)
        if len(row) != width:
            return
        yield row


def _join_letters(row: Row, width: int) -> Row:
    """The cells, two single letters beside each other as one: 姓　名, 李　红; the first of them, down to a width."""
    joined: list[str] = []
    left = len(row) - width
    for cell in row:
        if left and joined and len(cell) == 1 and _LETTERS.fullmatch(joined[-1] + cell):
            joined[-1] += cell
            left -= 1
        else:
            joined.append(cell)
    return tuple(joined)


def _cells(line: Line, blanks: re.Pattern[str]) -> Row:
    """The cells that blanks set apart in a line; nothing where it is no row, a heading, or holds a long cell."""
    text = line.text.strip()
    if line.cells or line.mark.startswith("#") or _is_text(text):
        return ()
    cells = tuple(blanks.split(text))
    if max(map(len, cells)) > ALIGNED.cell:
        return ()
    return () if len(cells) < ALIGNED.cells and _is_heading(text) else cells


def _is_text(text: str) -> bool:
    """Whether a line is a sentence, a role with a name, or too long for a row."""
    if len(text) > ALIGNED.row:
        return True
    return _PROSE.search(text) is not None or ROLE.match(text) is not None


def _is_heading(text: str) -> bool:
    """Whether a line opens as headings do: 一、, （一）."""
    found = read_enumerator(text)
    return found is not None and found.kind in ("1", "2")


def _are_names(rows: list[Row]) -> bool:
    """Whether rows hold nothing but names."""
    return all(split_names("  ".join(row)) for row in rows)


def _row(line: Line, cells: Row) -> Line:
    """The line as a row of these cells."""
    return replace(line, text="\t".join(cells), cells=cells)
