"""What the data files must hold of an issue: the elements in the catalogue, the cells of each table."""

from collections.abc import Iterator

from generator.model import Issue, Table
from generator.visible.blocks_seen import has_group
from generator.visible.printed_text import CELL, ROW, Piece, piece

ELEMENTS = (
    "head", "number", "title", "signature", "recipients", "note", "copies",
    "copy", "security", "urgency", "signer", "index",
)  # fmt: skip
"""The elements of a document that are one text."""


def catalogue_seen(issue: Issue) -> Iterator[Piece]:
    """The texts that the catalogue has of an issue and its documents."""
    yield piece(issue.publisher)
    for entry in issue.contents:
        yield piece(f"{entry.column or ''}{entry.title}{entry.number or ''}", entry.lines)
    for document in issue.documents:
        for name in ELEMENTS:
            yield piece(getattr(document, name) or "", document.at.get(name, ()))
        yield piece("".join(document.subjects), document.at.get("subjects", ()))
        yield piece(document.printed.organ if document.printed else "")
        yield from (
            piece(f"{part.label or ''}{part.title or ''}", part.at) for part in document.parts
        )


def csv_seen(table: Table) -> Iterator[Piece]:
    """The cells of a table as its file has them: each row has all its columns, merged ones are blank."""
    groups = int(has_group(table))
    names = (*table.header[groups:], *table.header[:groups])
    lines = (*(table.lines[:1] for _ in names), *((line,) for line in table.row_lines))
    for nth, cells in enumerate((*names, *table.rows)):
        at = lines[nth] if nth < len(lines) else table.lines[:1]
        yield piece("", at, ROW)
        yield from (piece(cell, at, CELL) for cell in cells)
