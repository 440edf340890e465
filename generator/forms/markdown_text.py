"""A document as portable Markdown: CommonMark with pipe tables, no HTML, every sign of markup in its words escaped."""

import re
from collections.abc import Iterator, Sequence

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
from generator.model import Document, Heading, Part, Roster, Table, Text
from generator.outline.headings import PlacedPart, place_parts

_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>&|~$#^]")
"""What is markup wherever it is, in CommonMark and in what others added to it: strokes, formulas, footnotes."""
_AT_START = re.compile(r"[-+=:]|[0-9]+(?=[.)])")
"""What opens a list, a rule or a definition at the start of a line."""
TITLE, PART = 1, 2
"""Levels of the headings of a document and of its parts."""


def markdown_text(document: Document, parts: Sequence[PlacedPart] | None = None) -> str:
    """The text of a document as Markdown, in the order of the print.

    Its title is a heading of the first level, titles of parts are of the second, headings inside follow. A table is a
    pipe table, a roster has a list below each role.

    :param parts: its parts with the levels of their headings, where they are known already
    """
    blocks = _blocks(document, place_parts(document) if parts is None else parts)
    return "\n\n".join(filter(None, blocks)) + "\n"


def escape_text(text: str) -> str:
    """Words of the print as one line of Markdown that says nothing else."""
    line = _ANYWHERE.sub(r"\\\g<0>", one_line(text)).strip(" ")
    sign = _AT_START.match(line)
    if sign is None:
        return line
    end = sign.end() if sign[0].isdigit() else 0
    return f"{line[:end]}\\{line[end:]}"


def _blocks(document: Document, parts: Sequence[PlacedPart]) -> Iterator[str]:
    """The blocks of Markdown; some are empty."""
    yield escape_text(document.head or "")
    yield _heading(TITLE, document.title)
    yield escape_text(document.number or "")
    for one in reading_order(document):
        if isinstance(one, ElementAround):
            yield escape_text(one.text)
        elif one.block is None:
            yield _heading(PART, part_title(parts[one.part].part))
        else:
            level = parts[one.part].blocks[one.block].level
            yield from _block(parts[one.part].part, one.block, level)


def _heading(level: int, text: str) -> str:
    """A heading; nothing for no text."""
    escaped = escape_text(text)
    return f"{'#' * level} {escaped}" if escaped else ""


def _block(part: Part, place: int, level: int) -> Iterator[str]:
    """A block of a part."""
    block = part.blocks[place]
    if isinstance(block, Heading):
        yield _heading(level, block.text)
    elif isinstance(block, Text):
        yield escape_text(framed_text(block))
    elif isinstance(block, Table):
        yield escape_text(own_caption(part, place))
        yield _table(block)
    elif isinstance(block, Roster):
        for head, persons in roster_lines(block):
            yield escape_text(head)
            yield "\n".join(f"- {escape_text(person)}" for person in persons)


def _table(table: Table) -> str:
    """A pipe table; the header of one that has none is blank, further rows of a header are rows."""
    rows = table_rows(table)
    width = max(map(len, rows), default=0)
    if not width:
        return ""
    header, *body = rows if table.header else [("",), *rows]
    lines = [_row(header, width), f"|{' --- |' * width}", *(_row(row, width) for row in body)]
    return "\n".join(lines)


def _row(cells: Sequence[str], width: int) -> str:
    """A row of a pipe table."""
    filled = [*map(escape_text, cells), *[""] * (width - len(cells))]
    return f"| {' | '.join(filled)} |"
