"""What must be seen on the pages of an issue and of its documents, in this order and nothing else."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.model import Document, Heading, Issue, Part, Table
from generator.model.block import is_table_caption
from generator.visible.blocks_seen import block_seen
from generator.visible.elements_seen import Seen, elements_seen
from generator.visible.printed_text import Piece, first, piece


class _Unit(NamedTuple):
    """Pieces that nothing is printed between, with the line on which they begin."""

    line: int
    pieces: tuple[Piece, ...]


HEAD = ("head", "title", "number")
"""What is above the text of a document, in the order of its page."""


def document_seen(document: Document, head: Sequence[str] = HEAD) -> Iterator[Piece]:
    """The whole text of a document: what is above its text, then that with the elements around it.

    :param head: what is above it, in order
    """
    for name in head:
        yield piece(getattr(document, name), document.at.get(name, ()))
    for unit in _place_elements(document):
        yield from unit.pieces


def issue_seen(issue: Issue) -> Iterator[Piece]:
    """What is printed of an issue alone: its contents by column, the lines of masthead and imprint."""
    for column, entries in groupby(issue.contents, key=lambda entry: entry.column):
        members = list(entries)
        yield piece(column, members[0].lines)
        for entry in members:
            page = str(entry.page) if entry.page else ""
            yield piece(f"{entry.title}{entry.number or ''}{page}", entry.lines)
    for line in issue.masthead:
        yield piece(line.text, (line.line,))


def _place_elements(document: Document) -> list[_Unit]:
    """The text with each element where its lines place it.

    Recipients are before what begins on their line, all others behind what begins on theirs. One whose lines are not
    known is at the beginning or at the end of the document's own text.
    """
    units: list[_Unit] = []
    end = 0
    for nth, part in enumerate(document.parts):
        units += _part_units(part)
        if nth == 0 and part.kind == "body":
            end = len(units)
    for element in sorted(elements_seen(document), key=lambda element: element.line):
        index = _index_of(element, units, end)
        units.insert(index, _Unit(element.line, (piece(element.text, (element.line,)),)))
        end += index <= end
    return units


def _index_of(element: Seen, units: Sequence[_Unit], end: int) -> int:
    """Where an element goes among the units of a text."""
    if not element.line:
        return 0 if element.is_above else end
    if element.is_above:
        from_its_line = (nth for nth, unit in enumerate(units) if unit.line >= element.line)
        return next(from_its_line, end)
    before = [nth for nth, unit in enumerate(units) if unit.line <= element.line]
    return before[-1] + 1 if before else 0


def _part_units(part: Part) -> Iterator[_Unit]:
    """The label and title of a part, and its blocks; a caption is once with its table, however often it is held."""
    line = first(part.at) or first(part.lines)
    if part.label or part.title:
        yield _Unit(line, (piece(part.label, part.at), piece(part.title, part.at)))
    above, is_above = part.title, True
    for block, following in zip(part.blocks, (*part.blocks[1:], None), strict=False):
        line = first(block.lines) or line
        is_caption = is_table_caption(block, following)
        if isinstance(block, Table) and not (is_above and block.caption == above):
            yield _Unit(line, (piece(block.caption, block.lines), *block_seen(block)))
        elif not is_caption:
            yield _Unit(line, block_seen(block))
        is_above = isinstance(block, Heading) and not is_caption
        above = block.text if isinstance(block, Heading) else above
