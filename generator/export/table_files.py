"""Every table as CSV (RFC 4180), UTF-8 with a byte order mark.

Spreadsheets need the mark to read Chinese.
"""

import codecs
import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec
from msgspec import UNSET

from generator.archive.text_apart import Texts, digests_of, with_texts
from generator.export.form import File, Links, to_line
from generator.forms.table_schema import FOLDER, csv_address, csv_resource
from generator.model import Archive, IssueRecord
from generator.registers.table_list import ArchiveTable, list_tables, table_notes
from generator.work import key_of

KIND = "table-files"
"""What the files of tables are called among the results that are kept."""
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
    """The address and the bytes of the file of each table, and of the data package of each gazette."""
    packages: defaultdict[str, list[msgspec.Raw]] = defaultdict(list)
    for issue in archive.issues:
        for table in _tables_of(issue, texts):
            packages[issue.publication].append(msgspec.Raw(table.resource))
            yield table.address, table.data
    titles = {one.id: one.title for one in archive.publications}
    for gazette, resources in packages.items():
        yield f"{FOLDER}/{gazette}.datapackage.json", _package(gazette, titles[gazette], resources)


class _TableFile(NamedTuple):
    """The file of a table."""

    address: str
    data: bytes
    resource: bytes
    """Its entry in the data package of its gazette, as JSON."""


def _tables_of(issue: IssueRecord, texts: Texts) -> tuple[_TableFile, ...]:
    """The files of the tables of an issue; no text is read where a run before made them of the same."""
    notes = [(one.id, table_notes(one)) for one in issue.documents]
    if not any(tables for _, tables in notes):
        return ()
    key = key_of(msgspec.msgpack.encode(notes), *digests_of(issue))
    kept = texts.results.get(KIND, key)
    if kept is not None:
        return msgspec.msgpack.decode(kept, type=tuple[_TableFile, ...])
    files = tuple(map(_file_of, list_tables(with_texts(issue, texts.of(issue)).documents)))
    texts.results.put(KIND, key, msgspec.msgpack.encode(files))
    return files


def _file_of(table: ArchiveTable) -> _TableFile:
    """The file of a table."""
    resource = csv_resource(table.name, table.caption, table.table)
    return _TableFile(csv_address(table.name), table_csv(table), msgspec.json.encode(resource))


def _package(gazette: str, title: str, resources: Sequence[msgspec.Raw]) -> bytes:
    """The Frictionless data package of the tables of a gazette."""
    package = {
        "name": f"tables-{gazette.lower()}",
        "title": title,
        "profile": "tabular-data-package",
        "resources": resources,
    }
    return to_line(package)


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
