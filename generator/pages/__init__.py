"""Archive → pages: pure functions that return Markdown; nothing here reads or writes a file.

Each kind of page has a builder, and all builders are in :data:`PAGE_KINDS`; a new kind of page is a
new module and a line there. The builders share :class:`~generator.pages.index.indexes.Registers`,
which are computed once.
"""

from collections.abc import Callable, Iterator, Mapping

from generator.model import Archive, Site
from generator.pages.body.document_page import document_page
from generator.pages.history.comparison_page import comparison_pages
from generator.pages.home import home_pages
from generator.pages.index.feed_places import announce_feed, feed_places
from generator.pages.index.indexes import Registers, make_registers
from generator.pages.index.neighbourhood import (
    DocumentAround,
    IssueAround,
    neighbourhoods,
    registers_of_document,
    registers_of_issue,
)
from generator.pages.index.related import related_pages
from generator.pages.lists.authority_list import authority_pages
from generator.pages.lists.cited_pages import cited_pages
from generator.pages.lists.five_lists import (
    column_pages,
    issuer_pages,
    number_pages,
    year_pages,
)
from generator.pages.lists.gazette_list import gazettes_pages
from generator.pages.lists.gazette_page import gazette_pages
from generator.pages.lists.holding_list import holding_pages
from generator.pages.lists.issue_page import issue_page
from generator.pages.lists.kind_list import kind_pages
from generator.pages.lists.region_list import region_pages
from generator.pages.lists.table_pages import table_pages
from generator.pages.lists.topic_list import topic_pages
from generator.pages.lists.validity_list import validity_pages
from generator.pages.pictures.picture import picture_pages
from generator.pages.redirects.retired import retired_pages
from generator.pages.redirects.short import short_pages
from generator.pages.register_index import register_index_pages
from generator.pages.reports.quality import quality_pages
from generator.pages.source.assets import assets_of_issue, build_assets
from generator.pages.source.source_pages import source_pages
from generator.pages.tools.other_forms import with_forms
from generator.pages.writing.furnish import furnish
from generator.pages.writing.page import Asset, Page
from generator.source.source_file import Sources

ISSUE_KINDS: Mapping[str, Callable[[Registers], Iterator[Page]]] = {
    "source": source_pages,
}
"""The builders of the pages of one issue but for its index, in the order in which they are written."""

PAGE_KINDS: Mapping[str, Callable[[Registers], Iterator[Page]]] = {
    "home": home_pages,
    "registers": register_index_pages,
    "gazettes": gazettes_pages,
    "gazette": gazette_pages,
    "related": related_pages,
    "comparison": comparison_pages,
    "issuers": issuer_pages,
    "years": year_pages,
    "numbers": number_pages,
    "kinds": kind_pages,
    "columns": column_pages,
    "topics": topic_pages,
    "cited": cited_pages,
    "validity": validity_pages,
    "holdings": holding_pages,
    "authority": authority_pages,
    "regions": region_pages,
    "tables": table_pages,
    "picture": picture_pages,
    "quality": quality_pages,
    "retired": retired_pages,
    "short": short_pages,
}
"""The builders of all kinds of page, in the order in which they are written."""

__all__ = [
    "ISSUE_KINDS",
    "PAGE_KINDS",
    "Asset",
    "Page",
    "assets_of_issue",
    "build_assets",
    "build_pages",
    "page_of_document",
    "pages_of_archive",
    "pages_of_issue",
]


def build_pages(
    archive: Archive, site: Site | None = None, sources: Sources | None = None
) -> Iterator[Page]:
    """All pages of an archive.

    :param site: what it is called, and by whom it is published
    :param sources: where the sources of its issues are had from; without them none is shown
    """
    registers = make_registers(archive, site, sources)
    yield from pages_of_archive(registers)
    for issue, documents in neighbourhoods(registers):
        yield from pages_of_issue(issue, sources)
        for document in documents:
            yield page_of_document(document, sources)


def pages_of_archive(registers: Registers) -> Iterator[Page]:
    """The pages that are not of one issue."""
    followed = feed_places(registers)
    for build in PAGE_KINDS.values():
        for page in build(registers):
            yield announce_feed(furnish(page), followed)


def pages_of_issue(around: IssueAround, sources: Sources | None = None) -> Iterator[Page]:
    """The own pages of an issue: its index, its source."""
    registers = registers_of_issue(around, sources)
    yield furnish(issue_page(registers, around.record, around.older, around.newer))
    for build in ISSUE_KINDS.values():
        yield from map(furnish, build(registers))


def page_of_document(around: DocumentAround, sources: Sources | None = None) -> Page:
    """The page of a document."""
    registers = registers_of_document(around, sources)
    page = document_page(registers, around.record, around.document, around.place)
    return furnish(
        with_forms(page, around.record, around.document, has_sources=sources is not None)
    )
