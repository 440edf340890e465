"""What the search must know of a document: each line that a word of a query can be within."""

from collections.abc import Iterator

from generator.lexicon.characters import BETWEEN
from generator.model import Document, Heading, Part, Roster, Table, Text
from generator.model.block import group_heads
from generator.visible.elements_seen import ABOVE, VALUES
from generator.visible.printed_text import CELL, ROW, Piece, first, words_piece


def index_seen(document: Document) -> Iterator[Piece]:
    """The lines of a document in the order of the search: title, number, then its text.

    Elements below the text follow the first part; blank lines are none. A row ends between a name and its post.
    """
    for one in _lines(document):
        if one.text.strip(BETWEEN + ROW):
            yield Piece(CELL + one.text, one.line)


def _lines(document: Document) -> Iterator[Piece]:
    """The lines, the blank ones too."""
    for name in ("title", "number", "head", *ABOVE):
        yield words_piece(getattr(document, name), document.at.get(name, ()))
    own, others = document.parts[:1], document.parts[1:]
    for part in own:
        yield from _part_lines(part)
    for name, value in VALUES.items():
        if name not in ABOVE:
            yield words_piece(value(document), document.at.get(name, ()))
    for part in others:
        yield from _part_lines(part)


def _part_lines(part: Part) -> Iterator[Piece]:
    """The lines of a part; the caption of a table is one unless the heading above says it."""
    yield words_piece(part.label, part.at)
    yield words_piece(part.title, part.at)
    above = part.title
    for block in part.blocks:
        if isinstance(block, Table) and block.caption != above:
            yield words_piece(block.caption, block.lines)
        if isinstance(block, Text):
            yield words_piece(block.text, block.lines)
        else:
            yield from _block_lines(block)
        if isinstance(block, Heading):
            above = block.text


def _block_lines(block: Table | Roster) -> Iterator[Piece]:
    """The lines of a block that is more than a text: each cell, each person with the post."""
    if isinstance(block, Table):
        lines = (*(block.lines[:1] for _ in block.header), *((line,) for line in block.row_lines))
        for nth, row in enumerate((*block.header, *block.rows)):
            yield from (
                words_piece(cell, lines[nth] if nth < len(lines) else block.lines) for cell in row
            )
    else:
        for heads, group in group_heads(block):
            yield from (words_piece(head, block.lines) for head in heads)
            for one in group.members:
                parts = (
                    words_piece(part, block.lines).text for part in (one.name, one.post) if part
                )
                yield Piece(ROW.join(parts), first(block.lines))
