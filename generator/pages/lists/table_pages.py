"""表格: every table of the archive, with the document that holds it and its data.

All its pages are ``index.md`` files:
only there a link that MkDocs does not touch is the same in every kind of site.
"""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from generator.model import DocumentRecord, TableNote
from generator.pages.index.citations import href
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Listing, listing_pages
from generator.pages.index.named import group_rows_by_year
from generator.pages.writing.addresses import document_uri, home_crumb, registers_crumb
from generator.pages.writing.escape import escape_label
from generator.pages.writing.markdown import link
from generator.pages.writing.page import Page
from generator.registers.table_list import table_name, table_notes
from generator.words.say import say

TABLES = "archive/tables/index.md"


class _Noted(NamedTuple):
    """A table of a document."""

    record: DocumentRecord
    number: int
    """1-based, in the order of the document."""
    note: TableNote


def table_pages(registers: Registers) -> Iterator[Page]:
    """The register, by year of the document."""
    printed = [
        _Noted(record, number, note)
        for record in registers.documents
        for number, note in enumerate(table_notes(record), 1)
    ]
    tables = sorted(printed, key=lambda table: table.record.day or "", reverse=True)
    yield from listing_pages(
        Listing(
            uri=TABLES,
            title=say("tables.title"),
            description=say("tables.description"),
            kind="listing",
            above=(home_crumb(), registers_crumb()),
            columns=(
                Column(say("tables.table"), _name),
                Column(
                    say("tables.document"),
                    lambda table, uri: link(
                        table.record.document.title, document_uri(table.record), uri
                    ),
                ),
                Column(
                    say("tables.size"),
                    lambda table, _: f"{table.note.rows:,}×{table.note.columns}",
                ),
                Column(say("tables.data"), _data),
            ),
            groups=group_rows_by_year(tables, lambda table: table.record),
            intro=(say("tables.intro"),),
            empty=registers.where_empty(say("tables.empty")),
            unit="tables",
            newest_first=True,
            as_index=True,
        )
    )


def _name(table: _Noted, uri: str) -> str:
    """The caption, leading to its place."""
    address = (document_uri(table.record), table.note.anchor)
    label = escape_label(table.note.caption or say("tables.untitled"))
    return f"[{label}]({href(address, uri)})"


def _data(table: _Noted, uri: str) -> str:
    """A link to the data file, as raw HTML: it is no page."""
    name = table_name(table.record.id, table.number)
    path = posixpath.relpath(f"data/tables/{name}.csv", posixpath.dirname(uri))
    return f'<a href="{path}" download>CSV</a>'
