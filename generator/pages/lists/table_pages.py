"""表格: every table of the archive, with the document that holds it and its data.

All its pages are ``index.md`` files:
only there a link that MkDocs does not touch is the same in every kind of site.
"""

import posixpath
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.pages.index.citations import href, nearest_anchors
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Listing, listing_pages
from generator.pages.index.named import group_rows_by_year
from generator.pages.writing.addresses import document_uri, home_crumb, registers_crumb
from generator.pages.writing.escape import escape_label
from generator.pages.writing.markdown import link
from generator.pages.writing.page import Page
from generator.registers.table_list import ArchiveTable, list_tables
from generator.words.say import say

TABLES = "archive/tables/index.md"


def table_pages(registers: Registers) -> Iterator[Page]:
    """The register, by year of the document."""
    printed = list(list_tables(registers.documents))
    anchors = dict(_anchors(printed))
    tables = sorted(printed, key=lambda table: table.record.day or "", reverse=True)
    yield from listing_pages(
        Listing(
            uri=TABLES,
            title=say("tables.title"),
            description=say("tables.description"),
            kind="listing",
            above=(home_crumb(), registers_crumb()),
            columns=(
                Column(
                    say("tables.table"), lambda table, uri: _name(table, anchors[table.name], uri)
                ),
                Column(
                    say("tables.document"),
                    lambda table, uri: link(
                        table.record.document.title, document_uri(table.record), uri
                    ),
                ),
                Column(
                    say("tables.size"),
                    lambda table, _: f"{len(table.table.rows):,}×{table.columns}",
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


def _anchors(tables: Iterable[ArchiveTable]) -> Iterator[tuple[str, str]]:
    """The name of each table with the anchor at or before it on the page of its document."""
    for _, of_document in groupby(tables, key=lambda table: table.record.id):
        first, *others = of_document
        anchors = nearest_anchors(first.record.document)
        for table in (first, *others):
            yield table.name, anchors[table.place]


def _name(table: ArchiveTable, anchor: str, uri: str) -> str:
    """The caption, leading to its place."""
    address = (document_uri(table.record), anchor)
    label = escape_label(table.caption or say("tables.untitled"))
    return f"[{label}]({href(address, uri)})"


def _data(table: ArchiveTable, uri: str) -> str:
    """A link to the data file, as raw HTML: it is no page."""
    path = posixpath.relpath(f"data/tables/{table.name}.csv", posixpath.dirname(uri))
    return f'<a href="{path}" download>CSV</a>'
