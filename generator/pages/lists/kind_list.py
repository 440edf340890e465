"""Documents by kind (文种): each under its own, and each instrument that a document issues under its kind."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model import DocumentRecord
from generator.pages.index.document_rows import (
    DocumentColumn,
    date_column,
    issuer_column,
    number_column,
)
from generator.pages.index.indexes import Register, Registers
from generator.pages.index.listing import Column, listing_pages
from generator.pages.index.named import Named, group_rows_by_year, list_names, list_rows
from generator.pages.writing.addresses import document_uri
from generator.pages.writing.markdown import link
from generator.pages.writing.page import Page
from generator.registers.instruments import Instrument, list_instruments
from generator.words.say import say


class KindRow(NamedTuple):
    """What is of a kind: a document, or an instrument that it issues."""

    record: DocumentRecord
    instrument: Instrument | None


def kind_pages(registers: Registers) -> Iterator[Page]:
    """The index of the kinds and a page of each."""
    rows = {name: tuple(rows_of(name, of)) for name, of in registers.kinds.documents.items()}
    register = in_order(registers.kinds, count_kinds(registers))
    named = Named(register=register, intro=say("register.intro.kinds"), columns=())
    columns = (
        Column(say("term.title"), _title),
        *map(_of_document, (number_column(), issuer_column(registers), date_column())),
    )
    yield from listing_pages(list_names(named, lambda name: len(rows[name])))
    for name in register.documents:
        groups = group_rows_by_year(rows[name], lambda row: row.record)
        yield from listing_pages(list_rows(named, name, columns, groups))


def count_kinds(registers: Registers) -> dict[str, int]:
    """How many documents and instruments each kind has, those that have most first."""
    documents = registers.kinds.documents
    counts = {name: sum(1 for _ in rows_of(name, of)) for name, of in documents.items()}
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def in_order(register: Register, names: Iterable[str]) -> Register:
    """A register in the order of these names."""
    documents = {name: register.documents[name] for name in names}
    return Register(register.folder, documents, register.files)


def rows_of(name: str, documents: tuple[DocumentRecord, ...]) -> Iterator[KindRow]:
    """What is listed under a kind, in the order of its documents.

    E.g. a 办法 that is a document by itself, and each 办法 that a 通知 issues.
    """
    for record in documents:
        issued = [one for one in list_instruments(record.document) if one.kind == name]
        if not issued or record.document.kind == name:
            yield KindRow(record, None)
        yield from (KindRow(record, one) for one in issued)


def _title(row: KindRow, uri: str) -> str:
    """The title, linked; that of an instrument leads to its part, and what issues it is named behind it."""
    title, page = row.record.document.title, document_uri(row.record)
    if row.instrument is None:
        return link(title, page, uri)
    instrument = link(f"《{row.instrument.title}》", page, uri, row.instrument.anchor)
    return say("listing.issued_by", instrument=instrument, document=link(title, page, uri))


def _of_document(column: DocumentColumn) -> Column[KindRow]:
    """A column of documents, for what they issue too."""
    return Column(column.name, lambda row, uri: column.cell(row.record, uri))
