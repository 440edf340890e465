"""The tables of the archive as CSV (RFC 4180) and what describes them (Frictionless Data Package 1).

They are UTF-8 with a byte order mark, as the files of single tables are: spreadsheets need it to read Chinese.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Any

from generator.export.bulk.data_rows import Held
from generator.export.bulk.data_tables import TABLES, Column, DataTable, columns_of
from generator.export.form import File, to_json
from generator.export.table_files import safe_cell
from generator.forms.carried import one_line
from generator.model import Value

FOLDER = "data/csv"
"""Where the files are."""
PACKAGE = "data/datapackage.json"
"""What describes them."""
SAFE = (
    "A cell that a spreadsheet would take for a formula (=, +, - or @ at its begin, and no mere number) has an "
    "apostrophe before it. A line end or a tab in a cell is a blank."
)
"""What was done to cells, as the package says it."""
_AT_ONCE = 1_000
"""Rows that are in memory."""


def csv_files(held: Held) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The address of each file and its bytes, piece by piece; then the package."""
    for table in TABLES:
        yield f"{FOLDER}/{table.name}.csv", csv_pieces(table, held)
    yield PACKAGE, iter([to_json(data_package())])


def csv_pieces(table: DataTable, held: Held) -> Iterator[bytes]:
    """The bytes of a table: the mark, its header, then its rows."""
    yield codecs.BOM_UTF8
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.columns)
    for nth, row in enumerate(table.rows(held), 1):
        writer.writerow([_cell(getattr(row, name)) for name in table.columns])
        if not nth % _AT_ONCE:
            yield _take(text)
    yield _take(text)


def _take(text: io.StringIO) -> bytes:
    """What was written so far, which is then gone."""
    data = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return data


def _cell(value: Any) -> Any:
    """A value as a cell has it."""
    return safe_cell(one_line(value)) if isinstance(value, str) else value


def data_package() -> dict[str, Any]:
    """The description of the tables; it is the same of every archive."""
    return {
        "profile": "tabular-data-package",
        "name": "gongbao",
        "title": "A gazette archive as tables",
        "description": SAFE,
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: DataTable) -> dict[str, Any]:
    """A table of the package, with its schema."""
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"csv/{table.name}.csv",
        "description": _description(table.kind),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'},
        "schema": {
            "fields": [_field(column, table) for column in columns_of(table.kind)],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": column, "reference": {"resource": other, "fields": "id"}}
                for column, other in table.links.items()
            ],
        },
    }


def _description(kind: type[Value]) -> str:
    """What a row is."""
    return (kind.__doc__ or "").strip()


def _field(column: Column, table: DataTable) -> dict[str, Any]:
    """A column in a Table Schema."""
    filled = column.required and (
        column.type == "integer" or column.name in (*table.key, *table.links)
    )
    said = {"name": column.name, "type": column.type, "description": column.meaning}
    return said | ({"constraints": {"required": True}} if filled else {})


def whole_files(held: Held) -> Iterator[File]:
    """The same files, each in one piece, for an archive that is small."""
    for address, pieces in csv_files(held):
        yield address, b"".join(pieces)
