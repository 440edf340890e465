"""The texts of a block as they must be seen on a page: cells row by row, persons role by role."""

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import UnsetType

from generator.lexicon.expressions.footnote_marks import is_own_remark
from generator.lexicon.expressions.labels import ANY_COPIES
from generator.model import Block, Copies, Note, Recipients, Roster, Table, Text
from generator.model.block import group_heads
from generator.visible.elements_seen import has_colon, in_brackets, labelled
from generator.visible.printed_text import CELL, ROW, Piece, lines_of, piece

FRAMED = (Recipients, Note, Copies)
"""Blocks whose form prints something around their text."""


def block_seen(block: Block) -> tuple[Piece, ...]:
    """Every text of a block in the order of the print."""
    if isinstance(block, Text):
        return lines_of(block, *frame_of(block))
    return tuple(table_seen(block) if isinstance(block, Table) else roster_seen(block))


def roster_seen(roster: Roster) -> Iterator[Piece]:
    """The persons of a roster with their posts, role by role."""
    for heads, group in group_heads(roster):
        yield from (piece(head, roster.lines) for head in heads)
        for member in group.members:
            yield piece(f"{member.name}{member.post or ''}", roster.lines)


def frame_of(block: Text) -> tuple[str, str]:
    """What the form of a block prints before and behind its text where the text has it not."""
    if not isinstance(block, FRAMED):
        return "", ""
    if isinstance(block, Recipients) and not has_colon(block.text):
        return "", "："
    if isinstance(block, Note) and not (is_own_remark(block.text) or in_brackets(block.text)):
        return "（", "）"
    if isinstance(block, Copies) and not block.text.startswith(ANY_COPIES):
        return labelled("copies", " ").strip(), ""
    return "", ""


def table_seen(table: Table) -> Iterator[Piece]:
    """The cells of a table; the name of the first group of rows is below the names of the columns."""
    header = len(table.header)
    covered = covered_cells(table)
    rows = list(enumerate((*table.header, *table.rows)))
    order = rows[1:header] + rows[:1] + rows[header:] if has_group(table) else rows
    for number, cells in order:
        lines = table.row_lines[number - header : number - header + 1] if number >= header else ()
        is_group = has_group(table) and number == 0
        shown = cells_of_group(cells) if is_group else cells_seen(number, cells, covered)
        yield Piece(ROW, (lines or table.lines or (0,))[0])
        for mark, text in shown:
            yield piece(text, lines or table.lines, mark)


def has_group(table: Table) -> bool:
    """Whether the name of the first group of rows is printed above the names of the columns."""
    return not isinstance(table.group, UnsetType)


def cells_seen(
    number: int, cells: Sequence[str], covered: set[tuple[int, int]]
) -> Iterator[tuple[str, str]]:
    """The cells of a row; one that a merged cell covers is none, and what it says must be seen all the same."""
    for column, text in enumerate(cells):
        yield ("" if (number, column) in covered else CELL), text


def cells_of_group(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The name of a group of rows as one cell."""
    yield CELL, "".join(cells)


def covered_cells(table: Table) -> set[tuple[int, int]]:
    """Row and column of each cell that a merged one covers."""
    covered: set[tuple[int, int]] = set()
    cells = (*table.header, *table.rows)
    height, width = len(cells), max(map(len, cells), default=0)
    for span in table.spans:
        rows = range(span.row, min(span.row + span.rows, height))
        columns = range(span.column, min(span.column + span.columns, width))
        covered |= set(product(rows, columns)) - {(span.row, span.column)}
    return covered
