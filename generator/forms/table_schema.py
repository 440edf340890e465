"""The Frictionless schema of a table: what a program needs to load its CSV file.

The header of a printed table may have several rows, blank cells and the same name twice, which no schema may have. So
the columns are called ``c1``, ``c2`` …, have the words of their header as title, and the rows of the header are passed
over as comments: https://specs.frictionlessdata.io/table-schema/.
"""

from collections.abc import Mapping
from typing import Any

from generator.forms.carried import carried
from generator.forms.reading_order import table_rows
from generator.model import Table, Value

FOLDER = "data/tables"
"""Where the CSV files are."""


class Field(Value, frozen=True, omit_defaults=True):
    """A column."""

    name: str
    """``c1`` for the first."""
    type: str
    """``string``: a cell is as it is printed."""
    title: str = ""
    """The words of its header, from above; left out where it has none."""


class TableSchema(Value, frozen=True):
    """A Frictionless Table Schema."""

    fields: tuple[Field, ...]


def csv_address(name: str) -> str:
    """Address of the CSV file of a table, relative to the root of the site."""
    return f"{FOLDER}/{name}.csv"


def header_rows(table: Table) -> int:
    """How many rows of its CSV file name the columns; the name of the first group of rows is below them."""
    return len(table.header) - (1 if isinstance(table.group, int) else 0)


def table_schema(table: Table) -> TableSchema:
    """The columns of a table."""
    header = table_rows(table)[: header_rows(table)]
    width = max(map(len, (*table.header, *table.rows)), default=0)
    return TableSchema(tuple(_field(header, column) for column in range(width)))


def _field(header: list[tuple[str, ...]], column: int) -> Field:
    """A column with the words above it."""
    words = (" ".join(row[column].split()) for row in header if column < len(row))
    return Field(f"c{column + 1}", "string", carried(" ".join(filter(None, words))))


def csv_resource(name: str, title: str | None, table: Table) -> Mapping[str, Any]:
    """The entry of a CSV file in a data package."""
    header = header_rows(table)
    named = {"title": carried(title)} if title else {}
    return {
        "name": name.lower(),
        **named,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {
            "header": False,
            "skipBlankRows": True,
            **({"commentRows": list(range(1, header + 1))} if header else {}),
        },
        "schema": table_schema(table),
    }
