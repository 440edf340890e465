"""The texts that programs load, JSON Lines and the database: each printed character of a document, in its order."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import msgspec
from msgspec.structs import replace

from generator.export.bulk.gazette_years import year_name
from generator.export.bulk.sqlite_file import DATABASE
from generator.export.bulk.text_lines import TEXTS
from generator.model import DocumentRecord, IssueRecord
from generator.model.document import Document
from generator.prove.mismatch import Difference, compare
from generator.prove.outlets import LARGEST, Outlet
from generator.visible import CELL, ROW, Piece, seen_text
from generator.visible.pages_seen import document_seen
from generator.visible.printed_text import first

Loaded = dict[str, str]
"""Id of each document → its text."""


class LoadedTexts:
    """The texts of a site as programs load them; in memory are those of one gazette and year, and of the database."""

    def __init__(self, outlet: Outlet) -> None:
        self._outlet = outlet
        self._address = ""
        self._lines: Loaded | None = None
        data = outlet.read(DATABASE)
        self.has_database = data is not None
        """Whether there is one; a large archive has none in its site."""
        self.database = read_database(data) if data is not None else None
        """Its texts; None where it is damaged."""

    def lines(self, record: IssueRecord) -> tuple[str, Loaded | None]:
        """The file that has the documents of an issue, and its texts; None where it is not there or damaged."""
        address = f"{TEXTS}/{record.publication}/{year_name(record.id)}.jsonl.gz"
        if address != self._address:
            self._address, self._lines = address, read_lines(self._outlet.read(address))
        return address, self._lines


def read_lines(data: bytes | None) -> Loaded | None:
    """The texts of a file of JSON Lines; None where there is none, or a damaged one."""
    try:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        text = unpacker.decompress(data or b"", LARGEST)
        if not unpacker.eof:
            return None
        found = [msgspec.json.decode(line, type=dict[str, Any]) for line in text.splitlines()]
    except (zlib.error, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return {str(one.get("id")): str(one.get("text")) for one in found}


def read_database(data: bytes) -> Loaded | None:
    """The texts of a database; None for one that is damaged."""
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.deserialize(data)
            rows = database.execute("SELECT id, text FROM documents").fetchall()
        except (sqlite3.Error, OverflowError, UnicodeDecodeError):
            return None
    return {str(id_): str(text) for id_, text in rows}


def check_loaded(texts: LoadedTexts, record: IssueRecord) -> Iterator[Difference]:
    """The differences between the documents of an issue and their texts in JSON Lines and in the database."""
    yield from _check_texts(*texts.lines(record), record)
    if texts.has_database:
        yield from _check_texts(DATABASE, texts.database, record)


def _check_texts(address: str, loaded: Loaded | None, record: IssueRecord) -> Iterator[Difference]:
    """The differences of one file."""
    if loaded is None:
        yield Difference("data", address, 0, f"lost: {address} is not there, or is damaged")
        return
    for document in record.documents:
        yield from _check_text(address, loaded.get(document.id), document)


def _check_text(address: str, text: str | None, record: DocumentRecord) -> Iterator[Difference]:
    """The differences of one text."""
    place = f"text of {record.id} in {address}"
    if text is None:
        line = first(record.document.lines)
        yield Difference("data", place, line, f"lost: {record.id} is not in {address}")
        return
    yield from compare(expected_text(record.document), seen_text(text), "data", place)


def expected_text(document: Document) -> list[Piece]:
    """What must be seen of a document, without the marks of cells, which a text has not."""
    return [
        replace(one, text=one.text.lstrip(ROW + CELL)) if one.text[:1] in (ROW, CELL) else one
        for one in document_seen(document)
    ]
