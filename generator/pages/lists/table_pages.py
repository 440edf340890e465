"""表格: every table of the archive, with the document that holds it and its data.

All its pages are ``index.md`` files:
only there a link that MkDocs does not touch is the same in every kind of site.
"""

import posixpath
from collections.abc import Iterator

from generator.pages.index.citations import href, nearest_anchors
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Listing, listing_pages
from generator.pages.index.named import group_rows_by_year
from generator.pages.writing.addresses import document_uri, home_crumb, registers_crumb
from generator.pages.writing.escape import escape_label
from generator.pages.writing.markdown import link
from generator.pages.writing.page import Page
from generator.registers.table_list import ArchiveTable, list_tables

TABLES = "archive/tables/index.md"
UNNAMED = "（无题表格）"


def table_pages(registers: Registers) -> Iterator[Page]:
    """The register, by year of the document."""
    tables = sorted(
        list_tables(registers.documents), key=lambda table: table.record.day or "", reverse=True
    )
    anchors = {table.name: _anchor(table) for table in tables}
    yield from listing_pages(
        Listing(
            uri=TABLES,
            title="表格",
            description="本库文件里的表格，可下载CSV数据。",
            kind="listing",
            above=(home_crumb(), registers_crumb()),
            columns=(
                Column("表格", lambda table, uri: _name(table, anchors[table.name], uri)),
                Column(
                    "所在文件",
                    lambda table, uri: link(
                        table.record.document.title, document_uri(table.record), uri
                    ),
                ),
                Column("行×列", lambda table, _: f"{len(table.table.rows):,}×{table.columns}"),
                Column("数据", _data),
            ),
            groups=group_rows_by_year(tables, lambda table: table.record),
            intro=(
                "表题取自表格自身的标题，没有的取其上的标题；行数不计表头。数据为UTF-8编码的CSV文件。",
            ),
            empty=registers.where_empty("本库所收文件中没有表格。"),
            unit="个",
            as_index=True,
        )
    )


def _anchor(table: ArchiveTable) -> str:
    """The anchor at or before a table on the page of its document."""
    return nearest_anchors(table.record.document)[table.place]


def _name(table: ArchiveTable, anchor: str, uri: str) -> str:
    """The caption, leading to its place."""
    address = (document_uri(table.record), anchor)
    return f"[{escape_label(table.caption or UNNAMED)}]({href(address, uri)})"


def _data(table: ArchiveTable, uri: str) -> str:
    """A link to the data file, as raw HTML: it is no page."""
    path = posixpath.relpath(f"data/tables/{table.name}.csv", posixpath.dirname(uri))
    return f'<a href="{path}" download>CSV</a>'
