"""The archive as one SQLite database, with an index of titles and texts by three characters (FTS5, ``trigram``).

The same archive gives the same bytes with the same SQLite library: no moment is in the file, and the version of the
library that SQLite notes in the header is a constant there.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from generator.errors import GazetteError
from generator.export.bulk.data_rows import Held
from generator.export.bulk.data_tables import DOCUMENTS, TABLES, WITH_TEXTS, DataTable, columns_of
from generator.forms.carried import carried
from generator.model import Archive

DATABASE = "data/gongbao.sqlite"
"""Address of the database."""
MOST_CHARACTERS = 1_500_000
"""Most characters of an archive whose site has a database, some 20 MB; a larger one has it by ``gongbao data``."""
SETTINGS = {"page_size": 4_096, "encoding": "'UTF-8'", "journal_mode": "OFF", "synchronous": "OFF"}
"""What is said to the library before anything is in a database."""
UNINDEXED = "this SQLite has no FTS5 with trigrams (3.34 or newer); there is no gongbao.sqlite"
"""What is said where the library of this machine cannot make the index."""
STAMPS = tuple((at, value.to_bytes(4, "big")) for at, value in ((24, 1), (92, 1), (96, 3_034_000)))
"""What is put into the header, and where: how often the file was changed, twice, and the version of the library.

Ours is the first that can read the index (https://sqlite.org/fileformat2.html)."""
_TYPES = {"string": "TEXT", "integer": "INTEGER"}
INDEX_STATEMENT = (
    "CREATE VIRTUAL TABLE search USING"
    " fts5(title, text, content='documents', content_rowid='rowid', tokenize='trigram')"
)
"""The statement that makes the index."""
_INDEX = f"""
{INDEX_STATEMENT};
INSERT INTO search(search) VALUES('rebuild');
INSERT INTO search(search) VALUES('optimize');
"""


def has_database(archive: Archive) -> bool:
    """Whether the site of an archive has a database: by what it holds, so that every build decides alike."""
    return sum(record.characters for record in archive.documents) <= MOST_CHARACTERS


def can_index() -> bool:
    """Whether the SQLite of this machine has trigrams."""
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.execute("CREATE VIRTUAL TABLE one USING fts5(text, tokenize='trigram')")
        except sqlite3.OperationalError:
            return False
    return True


def sqlite_bytes(held: Held) -> bytes:
    """The database of a small archive."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        fill_database(database, held)
        data = bytearray(database.serialize())
    for at, stamp in STAMPS:
        data[at : at + len(stamp)] = stamp
    return bytes(data)


def fill_database(database: sqlite3.Connection, held: Held) -> None:
    """Make all tables and the index in a database that is empty, and in no transaction.

    Raises :class:`~generator.errors.GazetteError` where the library of this machine has no trigrams.
    """
    if not can_index():
        raise GazetteError(UNINDEXED)
    for name, value in SETTINGS.items():
        database.execute(f"PRAGMA {name}={value}")
    database.execute("BEGIN")
    for table in TABLES:
        _fill(database, WITH_TEXTS if table is DOCUMENTS else table, held)
    database.execute("COMMIT")
    database.executescript(_INDEX)
    database.execute("VACUUM")


def _fill(database: sqlite3.Connection, table: DataTable, held: Held) -> None:
    """Make a table with its rows."""
    database.execute(table_statement(table))
    places = ", ".join("?" * len(table.columns))
    statement = f'INSERT INTO "{table.name}" VALUES ({places})'  # noqa: S608 - names of ours
    database.executemany(statement, _values(table, held))


def _values(table: DataTable, held: Held) -> Iterator[tuple[Any, ...]]:
    """The rows as the database takes them."""
    for row in table.rows(held):
        yield tuple(_value(getattr(row, name)) for name in table.columns)


def _value(value: Any) -> Any:
    """A value; text without what it cannot carry."""
    return carried(value) if isinstance(value, str) else value


def table_statement(table: DataTable) -> str:
    """The statement that makes a table."""
    lines = [
        f'"{column.name}" {_TYPES[column.type]}{" NOT NULL" if column.required else ""}'
        for column in columns_of(table.kind)
    ]
    lines.append("PRIMARY KEY ({})".format(", ".join(f'"{name}"' for name in table.key)))
    lines += [
        f'FOREIGN KEY ("{column}") REFERENCES "{other}" ("id")'
        for column, other in table.links.items()
    ]
    return 'CREATE TABLE "{}" ({})'.format(table.name, ", ".join(lines))
