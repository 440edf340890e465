"""JSON Lines, which programs load: each printed character of a document in its order, each value."""

import zlib
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from generator.export.bulk.gazette_years import year_name
from generator.export.bulk.text_lines import TEXTS, PrintedCitation
from generator.model import DocumentRecord, IssueRecord
from generator.model.document import Document
from generator.prove.data_checks import Plain, check_entry, differing
from generator.prove.mismatch import Difference, compare
from generator.prove.outlets import LARGEST, Outlet
from generator.visible import CELL, ROW, Piece, seen_text
from generator.visible.pages_seen import document_seen
from generator.visible.printed_text import first

Loaded = dict[str, Plain]
"""Id of each document → its values, with its text."""


class LoadedTexts:
    """The documents of a site as programs load them: those of one gazette and year are in memory."""

    def __init__(self, outlet: Outlet) -> None:
        self._outlet = outlet
        self._address = ""
        self._lines: Loaded | None = None

    def lines(self, record: IssueRecord) -> tuple[str, Loaded | None]:
        """The file that has the documents of an issue, and its lines; None where it is not there or damaged."""
        address = f"{TEXTS}/{record.publication}/{year_name(record.id)}.jsonl.gz"
        if address != self._address:
            self._address, self._lines = address, read_lines(self._outlet.read(address))
        return address, self._lines


def read_lines(data: bytes | None) -> Loaded | None:
    """The lines of a file of JSON Lines; None where there is none, or a damaged one."""
    try:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        text = unpacker.decompress(data or b"", LARGEST)
        if not unpacker.eof:
            return None
        found = [msgspec.json.decode(line, type=dict[str, Any]) for line in text.splitlines()]
    except (zlib.error, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return {str(one.get("id")): one for one in found}


def check_loaded(texts: LoadedTexts, record: IssueRecord) -> Iterator[Difference]:
    """The differences between the documents of an issue and what JSON Lines and the database have of them."""
    address, lines = texts.lines(record)
    yield from _check_texts(address, lines, record)
    for document in record.documents:
        yield from _check_line(address, (lines or {}).get(document.id), document)


def _check_texts(address: str, loaded: Loaded | None, record: IssueRecord) -> Iterator[Difference]:
    """The differences of the texts of one file."""
    if loaded is None:
        yield Difference("data", address, 0, f"lost: {address} is not there, or is damaged")
        return
    for document in record.documents:
        yield from check_text(address, loaded.get(document.id), document)


def check_text(address: str, entry: Plain | None, record: DocumentRecord) -> Iterator[Difference]:
    """The differences of one text."""
    place = f"text of {record.id} in {address}"
    if entry is None:
        line = first(record.document.lines)
        yield Difference("data", place, line, f"lost: {record.id} is not in {address}")
        return
    text = str(entry.get("text"))
    yield from compare(expected_text(record.document), seen_text(text), "data", place)


def _check_line(address: str, entry: Plain | None, record: DocumentRecord) -> Iterator[Difference]:
    """The differences of the values of a line, which has what the issue of the document prints."""
    if entry is None:
        return
    place = f"values of {record.id} in {address}"
    yield from check_entry([entry], record, place, ("status", "evidence", "citations"))
    names = PrintedCitation.__struct_fields__
    cited: list[Plain] = msgspec.json.decode(msgspec.json.encode(record.document.citations))
    printed = [{name: one[name] for name in names if name in one} for one in cited]
    line = first(record.document.lines)
    yield from differing({"citations": printed}, entry, "data", place, line)


def expected_text(document: Document) -> list[Piece]:
    """What must be seen of a document, without the marks of cells, which a text has not."""
    return [
        replace(one, text=one.text.lstrip(ROW + CELL)) if one.text[:1] in (ROW, CELL) else one
        for one in document_seen(document)
    ]
