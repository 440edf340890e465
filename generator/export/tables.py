"""Every table as CSV (RFC 4180), UTF-8 with a byte order mark, which spreadsheets need to read Chinese."""

import codecs
import csv
import io
from collections.abc import Iterator

from generator.archive.tables import ArchiveTable, group_above, list_tables
from generator.model import Archive

FOLDER = "data/tables"


def export_tables(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of the file of each table."""
    for table in list_tables(archive.documents):
        yield f"{FOLDER}/{table.name}.csv", table_csv(table)


def table_csv(table: ArchiveTable) -> bytes:
    """Header rows, then rows; a merged cell stands in its first place, the places that it covers are empty.

    The name of the first group of rows stands below the header, as the names of all others do.
    """
    text = io.StringIO()
    header = table.table.header
    groups = 0 if group_above(table.table) is None else 1
    csv.writer(text).writerows((*header[groups:], *header[:groups], *table.table.rows))
    return codecs.BOM_UTF8 + text.getvalue().encode()
