"""Every table of the archive, with its place."""

from collections.abc import Iterable, Iterator

from generator.model import Document, DocumentRecord, Heading, Table, Value


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
        """File name of its data without ending: ``yunxi-2021-4-1-2``."""
        return f"{self.record.id.replace('/', '-')}-{self.number}"

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


def _tables_of(document: Document) -> Iterator[tuple[tuple[int, int], str | None, Table]]:
    """The tables of a document: place, caption, and the table itself."""
    for index, part in enumerate(document.parts):
        above = part.title
        for place, block in enumerate(part.blocks):
            if isinstance(block, Heading):
                above = block.text
            elif isinstance(block, Table):
                yield (index, place), block.caption or above, block
