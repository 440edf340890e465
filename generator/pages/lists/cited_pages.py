"""The register of cited documents.

A document that more documents cite than a row can name has a page of its own.
"""

from collections.abc import Iterator, Sequence

from generator.pages.index.cited_listing import (
    CITED,
    MOST_CITED,
    MOST_CITING,
    by_level,
    cited_intro,
    cited_listing,
    citing_uri,
    most_cited_listing,
    name_of,
    shelf_listings,
)
from generator.pages.index.document_rows import (
    date_column,
    issue_column,
    number_column,
    title_column,
)
from generator.pages.index.indexes import Registers, newest_first
from generator.pages.index.listing import LIMIT, Group, Listing, listing_pages
from generator.pages.index.named import by_year
from generator.pages.redirects.retired import redirect_page
from generator.pages.writing.addresses import crumbs, home_crumb, registers_crumb
from generator.pages.writing.markdown import bullets, heading, join, link
from generator.pages.writing.page import NOT_SEARCHED, Page
from generator.registers.unheld import CitedDocument
from generator.words.say import say
from generator.words.wording import titled


def cited_pages(registers: Registers) -> Iterator[Page]:
    """The register, by level, and the long lists of citing documents."""
    cited, records = registers.citations.cited, registers.citations.records
    shelves = list(shelf_listings(cited, records))
    if len(cited.documents) <= MOST_CITED:
        yield from listing_pages(cited_listing(cited, records))
    else:
        yield _overview(list(by_level(cited)), shelves)
        for group in by_level(cited):
            yield from listing_pages(most_cited_listing(group))
    for shelf in shelves:
        yield from listing_pages(shelf)
    for entry in cited.documents:
        if len(entry.citing) > MOST_CITING:
            yield from _citing_pages(registers, entry)
    by_id = registers.citations.by_id
    for other, id_ in cited.others.items():
        if len(by_id[id_].citing) > MOST_CITING:
            yield _moved(other, by_id[id_])


def _moved(other: str, entry: CitedDocument) -> Page:
    """What is at the address that the page of an entry had before its number was known."""
    title = say("cited.citing_title", name=_titled(entry))
    uri, goal = citing_uri(other), citing_uri(entry.id)
    return redirect_page(uri, title, link(title, goal, uri), (title, goal))


def _titled(entry: CitedDocument) -> str:
    """Title in 《》, else number."""
    return titled(entry.title) if entry.title else entry.number or ""


def _overview(
    levels: Sequence[Group[CitedDocument]], shelves: Sequence[Listing[CitedDocument]]
) -> Page:
    """The register of a large archive: the levels with their most cited documents, and all pages of rows."""
    title, unit = say("cited.title"), len(shelves)
    lines = (
        say(
            "listing.overview",
            page=link(group.label, f"archive/cited/{group.key}.md", CITED),
            count=say("count.documents", n=len(group.rows)),
        )
        for group in levels
    )
    blocks = [
        crumbs(CITED, (home_crumb(), registers_crumb()), title),
        heading(1, title, "title"),
        *cited_intro(),
        bullets(lines),
        heading(2, say("cited.all"), "all"),
        say("cited.shelves", n=unit),
        " · ".join(link(shelf.label, shelf.uri, CITED) for shelf in shelves),
    ]
    meta = {"title": title, "description": say("cited.description"), "kind": "listing"}
    return Page(uri=CITED, meta={**meta, **NOT_SEARCHED}, text=join(blocks))


def _citing_pages(registers: Registers, entry: CitedDocument) -> Iterator[Page]:
    """All documents that cite an entry, by year; the overview of very many changes with a page that is added only."""
    documents = newest_first(registers.citations.records[id_] for id_ in entry.citing)
    title, total = say("cited.citing_title", name=_titled(entry)), len(documents)
    is_one = total <= LIMIT
    yield from listing_pages(
        Listing(
            uri=citing_uri(entry.id),
            title=title,
            description=(
                say("cited.citing_description", name=name_of(entry), n=total) if is_one else title
            ),
            kind="listing",
            above=(home_crumb(), registers_crumb(), (say("cited.title"), CITED)),
            columns=(title_column(), number_column(), date_column(), issue_column(registers)),
            groups=by_year(documents),
            intro=(say("listing.total", n=total),) if is_one else (),
            newest_first=True,
            counted=False,
        )
    )
