"""The rows of the tables of the archive as they were published: CSV files and database, read by public parsers."""

import csv
import io
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any

from generator.export.bulk.csv_files import FOLDER
from generator.export.bulk.data_tables import DOCUMENTS, TABLES, WITH_TEXTS, DataTable
from generator.export.bulk.sqlite_file import (
    DATABASE,
    INDEX_STATEMENT,
    can_index,
    table_statement,
)
from generator.prove.outlets import Outlet

Published = Mapping[str, Any]
"""A row as it was published: column → value."""
Keyed = dict[tuple[str, ...], list[Published]]
"""The values of the columns that name a row, as text → the rows that have them."""


class TableRows:
    """The rows of one table, by the issue that they are of."""

    def __init__(self, address: str, table: DataTable, rows: Iterable[Published]) -> None:
        self.address = address
        """The file that they are in, with the name of the table in a database."""
        self.by_issue: defaultdict[str, Keyed] = defaultdict(dict)
        """Id of each issue → its rows; empty for those that are of none."""
        for row in rows:
            key = tuple(str(row[name]) for name in table.key)
            self.by_issue[_issue_of(row)].setdefault(key, []).append(row)


def _issue_of(row: Published) -> str:
    """The issue of a row: its own, or that of its document, whose id begins with it; empty where it is of none."""
    if "gazette" in row and "issue" not in row:
        return str(row["id"])
    named = row.get("issue") or str(row.get("document", "")).rpartition("/")[0]
    return str(named) if "issue" in row or "nth" in row else ""


class Damaged(Exception):
    """A file that cannot be read; says why."""


def read_csv_tables(outlet: Outlet) -> Iterator[tuple[str, TableRows | str]]:
    """The name of each table with its rows, or with why there are none."""
    for table in TABLES:
        address = f"{FOLDER}/{table.name}.csv"
        try:
            yield table.name, TableRows(address, table, _csv_rows(outlet.read(address), table))
        except Damaged as error:
            yield table.name, f"lost: {address} {error}"


def _csv_rows(data: bytes | None, table: DataTable) -> Iterator[Published]:
    """The rows of a CSV file; raises :class:`Damaged`."""
    if data is None:
        raise Damaged("is not there")
    csv.field_size_limit(max(csv.field_size_limit(), len(data)))  # 131,072 unless it is said
    try:
        rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        header = next(rows, [])
        if header != list(table.columns):
            raise Damaged("has other columns")
        for row in rows:
            if len(row) != len(header):
                raise Damaged("has a row of other columns")
            yield dict(zip(header, row, strict=True))
    except (csv.Error, UnicodeDecodeError) as error:
        raise Damaged("is damaged") from error


def read_database_tables(data: bytes) -> Iterator[tuple[str, TableRows | str]]:
    """The same of a database, and under ``search`` what is wrong with its index, where something is.

    Only the statements here are run: each table must have been made as it must be, and there is nothing else.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        database.row_factory = sqlite3.Row
        try:
            database.deserialize(data)
            _refuse_programs(database)
            for table in TABLES:
                kind = WITH_TEXTS if table is DOCUMENTS else table
                yield table.name, TableRows(DATABASE, table, _database_rows(database, kind))
            if can_index():
                database.execute("INSERT INTO search(search, rank) VALUES('integrity-check', 1)")
        except Damaged as error:
            yield "search", f"lost: {DATABASE} {error}"
        except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:
            yield "search", f"lost: {DATABASE} is damaged: {error}"


def _refuse_programs(database: sqlite3.Connection) -> None:
    """Raise :class:`Damaged` for a database whose tables were made otherwise, or that has views and triggers."""
    query = "SELECT name, type, sql FROM sqlite_schema"
    made = {name: (kind, statement) for name, kind, statement in database.execute(query)}
    if not {"view", "trigger"}.isdisjoint(kind for kind, _ in made.values()):
        raise Damaged("has views or triggers")
    kinds = (WITH_TEXTS if table is DOCUMENTS else table for table in TABLES)
    expected = {table.name: table_statement(table) for table in kinds}
    for name, statement in (*expected.items(), ("search", INDEX_STATEMENT)):
        if made.get(name) != ("table", statement):
            raise Damaged(f"has no table {name}, or one that was made otherwise")


def _database_rows(database: sqlite3.Connection, table: DataTable) -> Iterator[Published]:
    """The rows of a table of a database."""
    yield from map(dict, database.execute(f'SELECT * FROM "{table.name}"'))  # noqa: S608 - a name of ours
