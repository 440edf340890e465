"""The register of cited documents: by level, all rows, and by year what cites the often cited."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from generator.pages.index.cited_listing import (
    CITED,
    MOST_CITED,
    by_level,
    cited_intro,
    cited_listing,
    most_cited,
    often_listing,
    shelf_listings,
    year_listings,
)
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Group, Listing, listing_pages, places_of
from generator.pages.index.often_cited import Years, year_pages
from generator.pages.writing.addresses import crumbs, home_crumb, registers_crumb
from generator.pages.writing.markdown import bullets, heading, join, link
from generator.pages.writing.page import NOT_SEARCHED, Page
from generator.registers.unheld import CitedDocument
from generator.words.say import say


def cited_pages(registers: Registers) -> Iterator[Page]:
    """The register, by level, and the pages of the years."""
    cited, records = registers.citations.cited, registers.citations.records
    places, years = registers.citations.uris, tuple(year_pages(cited.documents))
    often = often_listing(years, places)
    often_places = {row.entry.id: uri for row, uri in places_of(often)}
    shelves = list(shelf_listings(cited, records, often_places))
    if len(cited.documents) <= MOST_CITED:
        yield from listing_pages(cited_listing(cited, records))
    else:
        yield _overview(list(by_level(cited)), shelves, often, places)
    for shelf in shelves:
        yield from listing_pages(shelf)
    if often.groups[0].rows:
        yield from listing_pages(often)
    for year in year_listings(years, records, often_places):
        yield from listing_pages(year)


def _overview(
    levels: Sequence[Group[CitedDocument]],
    shelves: Sequence[Listing[CitedDocument]],
    often: Listing[Years],
    places: Mapping[str, str],
) -> Page:
    """The register of a large archive: the levels with their most cited documents, and all pages of rows."""
    title, unit = say("cited.title"), len(shelves)
    lines = (
        say(
            "listing.overview",
            page=f"[{group.label}](#g-{group.key})",
            count=say("count.documents", n=len(group.rows)),
        )
        for group in levels
    )
    blocks = [
        crumbs(CITED, (home_crumb(), registers_crumb()), title),
        heading(1, title, "title"),
        *cited_intro(),
        bullets(lines),
        link(often.label, often.uri, CITED) if often.groups[0].rows else "",
        *chain.from_iterable(most_cited(level, places) for level in levels),
        heading(2, say("cited.all"), "all"),
        say("cited.shelves", n=unit),
        " · ".join(link(shelf.label, shelf.uri, CITED) for shelf in shelves),
    ]
    meta = {"title": title, "description": say("cited.description"), "kind": "listing"}
    return Page(uri=CITED, meta={**meta, **NOT_SEARCHED}, text=join(blocks))
