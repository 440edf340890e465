"""Every table as CSV (RFC 4180), UTF-8 with a byte order mark.

Spreadsheets need the mark to read Chinese.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator

from msgspec import UNSET

from generator.archive.text_apart import Texts, with_texts
from generator.export.form import File, Links
from generator.model import Archive
from generator.registers.table_list import ArchiveTable, list_tables, table_notes

FOLDER = "data/tables"
FORMULA = re.compile(r"[\s\x00-\x1f\u200b\ufeff]*[=+\-@＝＋－＠]")
"""How a formula begins, in the widths that spreadsheets know;
blanks before it do not hinder them."""
SIGNED = re.compile(r"[+\-＋－](?:[\d,，]*\d(?:[.．]\d+)?\s*[%％‰]?)?")
"""A number with its sign, or the sign alone."""


def export_tables(
    archive: Archive,
    links: Links,  # noqa: ARG001 - no addresses in a table
    texts: Texts,
) -> Iterator[File]:
    """The address and the bytes of the file of each table."""
    for issue in archive.issues:
        if any(map(table_notes, issue.documents)):
            whole = with_texts(issue, texts.of(issue))
            for table in list_tables(whole.documents):
                yield f"{FOLDER}/{table.name}.csv", table_csv(table)


def table_csv(table: ArchiveTable) -> bytes:
    """Header rows, then rows.

    A merged cell is in its first place, the places that it covers are empty. No cell is a formula
    (:func:`safe_cell`). The name of the first group of rows is below the header, as the names of
    all others do. A line break in a cell is a blank.
    """
    text = io.StringIO()
    header = table.table.header
    groups = 0 if table.table.group is UNSET else 1
    rows = (*header[groups:], *header[:groups], *table.table.rows)
    csv.writer(text).writerows(
        [safe_cell(" ".join(cell.splitlines())) for cell in row] for row in rows
    )
    return codecs.BOM_UTF8 + text.getvalue().encode(errors="replace")


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    One that begins like one has an apostrophe before it. Plain numbers (``-5``, ``+3.5%``) and a
    sign alone are left as they are.
    """
    return f"'{text}" if FORMULA.match(text) and not SIGNED.fullmatch(text.strip()) else text
