"""What the source itself says wrong, and what could not be placed: kept as printed, and reported."""

from collections.abc import Iterator
from dataclasses import replace

from generator.model import (
    Document,
    Finding,
    Table,
    TextLine,
)
from generator.parse.document.scrambled import check_cells, tables_of
from generator.parse.draft import Draft
from generator.read import Line
from generator.words.say import say


def check_documents(draft: Draft) -> Draft:
    """The draft with findings on its documents and on lines that belong to nothing."""
    remarks: list[Finding] = []
    for document in draft.documents:
        for check in CHECKS:
            remarks += check(document)
    front, unplaced = _unplaced(draft)
    return replace(draft, findings=(*draft.findings, *remarks, *unplaced), front=front)


def _check_joined(document: Document) -> Iterator[Finding]:
    """Tables whose header is printed again on a further page."""
    for table in tables_of(document):
        for line in _joined_lines(table):
            yield Finding(
                line=line,
                kind="table-joined",
                severity="info",
                message=say("message.table-joined"),
            )


def _joined_lines(table: Table) -> list[int]:
    """The lines below the first row of a table that are no rows of it: a header once more, the rest of a cell."""
    if not table.row_lines:
        return []
    first, *_ = table.row_lines
    return [line for line in table.lines if line > first and line not in table.row_lines]


CHECKS = (
    _check_joined,
    check_cells,
)
"""Checks of one document, in order."""


def _unplaced(draft: Draft) -> tuple[tuple[TextLine, ...], list[Finding]]:
    """Lines before the first document join the first pages; any other line that belongs to nothing is an error."""
    owned = {line.line for line in draft.front}
    for entry in draft.contents:
        owned.update(entry.lines)
    for document in draft.documents:
        owned.update(_lines(document))
    first = draft.documents[0].lines[0] if draft.documents else 0
    front, findings = list(draft.front), []
    for line in draft.lines:
        if line.number in owned:
            continue
        if line.number < first:
            front.append(TextLine(line.number, line.text))
        else:
            findings.append(_unplaced_line(line))
    return tuple(sorted(front, key=lambda entry: entry.line)), findings


def _unplaced_line(line: Line) -> Finding:
    """What is said of a line that belongs to nothing."""
    return Finding(
        line=line.number,
        kind="unplaced",
        severity="error",
        found=line.text,
        message=say("message.unplaced"),
    )


def _lines(document: Document) -> Iterator[int]:
    """Every source line that an element, a heading or a block of a document was made of."""
    for lines in document.at.values():
        yield from lines
    for part in document.parts:
        yield from part.at
        for block in part.blocks:
            yield from block.lines
