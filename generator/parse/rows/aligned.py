"""Tables that only blanks set: lines one below the other with as many cells, two blanks or more between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.stops import SENTENCE_STOPS
from generator.lexicon.names import split_names
from generator.lexicon.roles import ROLE
from generator.parse.rows.tables import can_name_columns, holds_figure, names_columns
from generator.read import Line

_WIDE = re.compile(r"[ \u3000\t]{2,}")
_BLANK = re.compile(r"[ \u3000\t]+")
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


def set_tables(lines: list[Line]) -> list[Line]:
    """The lines, those of tables that blanks set as rows of cells."""
    found: list[Line] = []
    place = 0
    while place < len(lines):
        rows = _rows_at(lines, place)
        found += rows or [lines[place]]
        place += len(rows) or 1
    return found


def _rows_at(lines: list[Line], place: int) -> list[Line]:
    """The rows of the table that begins here, below its names of columns; nothing when none begins."""
    if not _BLANK.search(lines[place].text):
        return []
    for pattern in (_WIDE, _BLANK):
        head = _cells(lines[place], pattern)
        named = names_columns(head)
        if len(head) < ALIGNED.cells or not (
            named or (pattern is _WIDE and can_name_columns(head))
        ):
            continue
        rows = [head]
        for row in _rows_below(lines, place, pattern, len(head)):
            if not named and not holds_figure(row):
                rows.clear()
                break
            rows.append(row)
        if len(rows) >= ALIGNED.rows and not _are_names(rows[1:]):
            return [
                _row(line, row)
                for line, row in zip(lines[place : place + len(rows)], rows, strict=True)
            ]
    return []


def _rows_below(
    lines: list[Line], place: int, pattern: re.Pattern[str], width: int
) -> Iterator[tuple[str, ...]]:
    """The rows of as many cells as the names of the columns at ``place`` have."""
    for below in range(place + 1, len(lines)):
        row = _cells(lines[below], pattern)
        if len(row) != width:
            return
        yield row


def _cells(line: Line, pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The cells that blanks set apart in a line; nothing for a row, a sentence, a role with a name or a heading."""
    text = line.text.strip()
    if (
        line.cells
        or line.mark.startswith("#")
        or len(text) > ALIGNED.row
        or _PROSE.search(text)
        or ROLE.match(text)
    ):
        return ()
    cells = tuple(pattern.split(text))
    found = read_enumerator(text)
    titled = found is not None and found.kind in ("1", "2") and len(cells) < ALIGNED.cells
    return () if titled or any(len(cell) > ALIGNED.cell for cell in cells) else cells


def _are_names(rows: list[tuple[str, ...]]) -> bool:
    """Whether rows hold nothing but names."""
    return all(split_names("  ".join(row)) for row in rows)


def _row(line: Line, cells: tuple[str, ...]) -> Line:
    return replace(line, text="\t".join(cells), cells=cells)
