"""Every table of the archive, with its place."""

from collections.abc import Iterable, Iterator

from generator.model import Document, DocumentRecord, Heading, Table, TableNote, Value
from generator.outline.headings import nearest_anchors


class ArchiveTable(Value, frozen=True):
    """A table of a document."""

    record: DocumentRecord
    """The document that holds it."""
    number: int
    """1-based, in the order of the document."""
    place: tuple[int, int]
    """Index of its part and of its block."""
    caption: str | None
    """Its own caption, else the nearest heading or the title of the part above it."""
    table: Table
    """The table itself."""

    @property
    def name(self) -> str:
        """File name of its data without ending."""
        return table_name(self.record.id, self.number)

    @property
    def columns(self) -> int:
        """How many columns it has."""
        rows = (*self.table.header, *self.table.rows)
        return max(map(len, rows), default=0)


def list_tables(records: Iterable[DocumentRecord]) -> Iterator[ArchiveTable]:
    """The tables of some documents, in order."""
    for record in records:
        for number, (place, caption, table) in enumerate(_tables_of(record.document), 1):
            yield ArchiveTable(record, number, place, caption, table)


def table_notes(record: DocumentRecord) -> tuple[TableNote, ...]:
    """The tables of a document without their cells, in order."""
    return record.gist.tables if record.gist else note_tables(record)


def note_tables(record: DocumentRecord) -> tuple[TableNote, ...]:
    """The tables of a document that has its text."""
    tables = tuple(list_tables([record]))
    anchors = nearest_anchors(record.document) if tables else {}
    return tuple(
        TableNote(one.caption, anchors[one.place], len(one.table.rows), one.columns)
        for one in tables
    )


def table_name(id_: str, number: int) -> str:
    """File name of the data of a table without ending: ``yunxi-2021-4-1-2``.

    :param number: 1-based, in the order of the document with this id
    """
    return f"{id_.replace('/', '-')}-{number}"


def _tables_of(document: Document) -> Iterator[tuple[tuple[int, int], str | None, Table]]:
    """The tables of a document: place, caption, and the table itself."""
    for index, part in enumerate(document.parts):
        above = part.title
        for place, block in enumerate(part.blocks):
            if isinstance(block, Heading):
                above = block.text
            elif isinstance(block, Table):
                yield (index, place), block.caption or above, block
