"""What the rows of the tables of the archive must say, taken from the issues themselves, table by table."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.export.bulk.data_rows import BETWEEN
from generator.model import Archive, DocumentRecord, IssueRecord
from generator.model.finding import FindingPlace
from generator.registers.table_list import list_tables
from generator.registers.unheld import CitedIndex
from generator.visible.printed_text import first

Values = Mapping[str, Any]
"""Column → value."""
OF_ISSUE = ("year", "number", "serial", "published", "publisher", "characters", "source", "sha256")
OF_DOCUMENT = ("sequence", "title", "number", "issuer", "kind", "column", "page", "date")
OF_CITATION = ("title", "number", "relation", "role", "line", "target", "anchor")
OF_FINDING = ("line", "kind", "severity", "times", "found", "correct")
OF_PEOPLE = ("operation", "by", "on", "why", "authority")
"""Columns that are values of an issue, a document, a citation, a finding, and of a correction by people."""


class Row(NamedTuple):
    """A row that must be there."""

    table: str
    key: tuple[Any, ...]
    """What names it in its table."""
    values: Values
    line: int = 0
    """Source line; 0 where none is known."""


def rows_of(record: IssueRecord, cited: CitedIndex | None) -> Iterator[Row]:
    """The rows of an issue, of its documents and of its findings.

    :param cited: what the archive cites without holding it; None where it is not known
    """
    issue = record.issue
    own = {name: getattr(issue, name) for name in OF_ISSUE}
    own |= {"gazette": record.publication, "documents": len(record.documents)}
    yield Row("issues", (record.id,), own)
    for document in record.documents:
        yield from _rows_of_document(document, cited)
    for nth, one in enumerate(issue.findings, 1):
        values = {name: getattr(one, name) for name in OF_FINDING}
        values["document"] = one.place.document if isinstance(one.place, FindingPlace) else None
        values |= {name: getattr(one.provenance, name, None) for name in OF_PEOPLE}
        yield Row("findings", (record.id, nth), values, one.line)


def _rows_of_document(record: DocumentRecord, cited: CitedIndex | None) -> Iterator[Row]:
    """The rows of a document, its citations and its tables."""
    document = record.document
    own = {name: getattr(document, name) for name in OF_DOCUMENT}
    own |= {"issue": record.issue, "gazette": record.gazette, "status": record.status}
    own |= {"issuers": BETWEEN.join(document.issuers), "words": record.characters}
    issued = [part.title for part in document.parts if part.kind == "enclosure" and part.title]
    own |= {
        "instruments": BETWEEN.join(issued),
        "topics": BETWEEN.join(one.name for one in document.topics),
    }
    yield Row("documents", (record.id,), own, first(document.lines))
    for nth, one in enumerate(document.citations, 1):
        values = {name: getattr(one, name) for name in OF_CITATION}
        if cited:
            found = cited.ids.get((record.id, one))
            values["cited"] = cited.others.get(found, found) if found else None
        yield Row("citations", (record.id, nth), values, one.line)
    for table in list_tables([record]):
        said = {"document": record.id, "nth": table.number, "caption": table.caption}
        said |= {"rows": len(table.table.rows), "columns": table.columns}
        yield Row("tables", (table.name,), said, first(table.table.lines))


def rows_of_archive(archive: Archive, cited: CitedIndex) -> Iterator[Row]:
    """The rows that are of no single issue: gazettes, and what is cited without being held."""
    for gazette in archive.publications:
        values = {name: getattr(gazette, name) for name in ("title", "region", "code")}
        yield Row("gazettes", (gazette.id,), values)
    for one in cited.documents:
        values = {"title": one.title, "number": one.number, "level": one.level}
        yield Row("cited", (one.id,), values | {"documents": len(one.citing)})
