"""The texts of a document that can cite, and where they are: blocks, and cells of tables."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from generator.lexicon.numbers import NUMBER_AND_DAY
from generator.model import Document, Table, Text, TextPlace

_OWN_NUMBER = re.compile(rf"\S{{2,14}}{NUMBER_AND_DAY}")
"""The head of a notice among several: 某政任〔2007〕9号 11月12日."""
V = TypeVar("V")

_SIGNS = "《》号"
"""Without one of them nothing is cited."""


class CitingText(NamedTuple):
    """A text of a document that can cite: a block, or a cell of a table."""

    place: TextPlace
    """Where it is."""
    text: str
    """Its text."""
    lines: tuple[int, ...]
    """Source lines."""
    breaks: tuple[int, ...]
    """Offsets at which its further lines begin."""


def citing_texts(document: Document) -> Iterator[CitingText]:
    """Every text of a document that can cite, in order."""
    for index, part in enumerate(document.parts):
        for place, block in enumerate(part.blocks):
            if isinstance(block, Text) and not _is_head(block.text):
                yield CitingText(TextPlace(index, place), block.text, block.lines, block.breaks)
            elif isinstance(block, Table):
                yield from _cells(block, index, place)


def _is_head(text: str) -> bool:
    """Whether a text is the head of a notice among several, which cites nothing."""
    return "〔" in text and _OWN_NUMBER.fullmatch(text) is not None


def _cells(table: Table, part: int, place: int) -> Iterator[CitingText]:
    """The cells of the rows of a table that hold a sign of a citation."""
    for number, row in enumerate(table.rows, len(table.header)):
        for column, cell in enumerate(row):
            if any(sign in cell for sign in _SIGNS):
                yield _cell(table, TextPlace(part, place, number, column), cell)


def _cell(table: Table, place: TextPlace, cell: str) -> CitingText:
    """A cell of the rows of a table, with the source line of its row."""
    row = (place.row or 0) - len(table.header)
    line = _at(table.row_lines, row)
    if line is None:
        line = table.lines[0] if table.lines else 0
    return CitingText(place, cell, (line,), ())


def text_at(document: Document, place: TextPlace) -> CitingText | None:
    """The text at a place of a document; None where it has no such text."""
    part = _at(document.parts, place.part)
    block = _at(part.blocks, place.block) if part else None
    if isinstance(block, Text) and place.row is None:
        return CitingText(place, block.text, block.lines, block.breaks)
    if not isinstance(block, Table) or place.row is None or place.column is None:
        return None
    row = _at(block.rows, place.row - len(block.header))
    cell = None if row is None else _at(row, place.column)
    return None if cell is None else _cell(block, place, cell)


def _at(values: Sequence[V], index: int) -> V | None:
    """The value at an index; None where there is none."""
    return values[index] if 0 <= index < len(values) else None


def line_at(lines: tuple[int, ...], breaks: tuple[int, ...], offset: int) -> int:
    """The source line on which the character at ``offset`` is; 0 when the block knows none."""
    if not lines:
        return 0
    nth = sum(place <= offset for place in breaks)
    return lines[min(nth, len(lines) - 1)]
