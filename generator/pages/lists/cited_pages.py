"""The register of cited documents.

A document that more documents cite than a row can name has a page of its own.
"""

from collections.abc import Iterator

from generator.pages.index.cited_listing import (
    CITED,
    MOST_CITING,
    cited_listing,
    citing_uri,
    name_of,
)
from generator.pages.index.document_rows import (
    date_column,
    issue_column,
    number_column,
    title_column,
)
from generator.pages.index.indexes import Registers, newest_first
from generator.pages.index.listing import Listing, listing_pages
from generator.pages.index.named import by_year
from generator.pages.writing.addresses import home_crumb, registers_crumb
from generator.pages.writing.page import Page
from generator.registers.unheld import CitedDocument
from generator.words.say import say
from generator.words.wording import titled


def cited_pages(registers: Registers) -> Iterator[Page]:
    """The register, by level, and the long lists of citing documents."""
    citations = registers.citations
    yield from listing_pages(cited_listing(citations.cited, citations.records))
    for entry in citations.cited.documents:
        if len(entry.citing) > MOST_CITING:
            yield from _citing_pages(registers, entry)


def _citing_pages(registers: Registers, entry: CitedDocument) -> Iterator[Page]:
    """All documents that cite an entry, by year."""
    documents = newest_first(registers.citations.records[id_] for id_ in entry.citing)
    yield from listing_pages(
        Listing(
            uri=citing_uri(entry),
            title=say(
                "cited.citing_title",
                name=titled(entry.title) if entry.title else entry.number or "",
            ),
            description=say("cited.citing_description", name=name_of(entry), n=len(documents)),
            kind="listing",
            above=(home_crumb(), registers_crumb(), (say("cited.title"), CITED)),
            columns=(title_column(), number_column(), date_column(), issue_column(registers)),
            groups=by_year(documents),
            intro=(say("listing.total", n=len(documents)),),
        )
    )
