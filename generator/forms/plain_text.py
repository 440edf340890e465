"""A document as plain text: each word of its print once, in the order of the print."""

from collections.abc import Iterator

from generator.forms.carried import one_line
from generator.forms.reading_order import (
    ElementAround,
    framed_text,
    own_caption,
    part_title,
    reading_order,
    roster_lines,
    table_rows,
)
from generator.model import Document, Part, Roster, Table, Text


def plain_text(document: Document) -> str:
    """The reading text of a document.

    A paragraph, a heading or an element is a line; a row of a table is one, its cells have tabs between them; a person
    of a roster is one. An empty line is before each part that has a title. Editors say nothing in it. A control
    character that a text may not have is U+FFFD.
    """
    return "".join(f"{line}\n" for line in _lines(document))


def _lines(document: Document) -> Iterator[str]:
    """The lines of a document."""
    for name in ("head", "title", "number"):
        if text := getattr(document, name):
            yield one_line(text)
    for one in reading_order(document):
        if isinstance(one, ElementAround):
            yield one_line(one.text)
        elif one.block is None:
            yield from ("", one_line(part_title(document.parts[one.part])))
        else:
            yield from filter(None, block_lines(document.parts[one.part], one.block))


def block_lines(part: Part, place: int) -> Iterator[str]:
    """The lines of a block."""
    block = part.blocks[place]
    if isinstance(block, Text):
        yield one_line(framed_text(block))
    elif isinstance(block, Table):
        yield one_line(own_caption(part, place))
        for row in table_rows(block):
            yield "\t".join(map(one_line, row))
    elif isinstance(block, Roster):
        for head, persons in roster_lines(block):
            yield head
            yield from persons
