"""The register of documents that are cited and not held.

Each has a row with the documents that cite it, on a page that its id alone decides: a document that cites
it leads there, and is the same page however large the archive is. Rows name citing documents by number, as a page
is written anew with each. The row of what very many cite names none of them, but leads to the years of their issues,
and the pages of these name them. Above these pages the register is by level: all
of a small archive, the most cited of a large one, on one page.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from msgspec.structs import replace as struct_replace

from generator.lexicon.levels import LEVEL_CODES, LEVELS
from generator.model import DocumentRecord
from generator.pages.index.listing import Column, Group, Listing, places_of
from generator.pages.index.often_cited import (
    MOST_CITING,
    Uses,
    YearPage,
    Years,
    name_briefly,
    name_of,
    years_of,
)
from generator.pages.writing.addresses import Crumb, document_uri, home_crumb, registers_crumb
from generator.pages.writing.escape import escape, escape_label
from generator.pages.writing.markdown import heading, link, relative, span, table
from generator.registers.shelves import MOST_ON_SHELF, shelf_of
from generator.registers.unheld import CitedDocument, CitedIndex
from generator.words.say import say
from generator.words.wording import join_names

CITED, OFTEN = "archive/cited/index.md", "archive/cited/often.md"
MOST_CITED = 200
"""Most cited documents of a register that is one page."""
MOST_OF_LEVEL = 20
"""Most cited documents of a level that a larger one names; all have their rows."""
MOST_TITLES = 20
"""Most documents that a row of a register of one page names by title; the row on its page has all."""
NAMED = 5
"""How many of more it names."""
STEPS = (1000, 500, 200, 100, MOST_CITING + 1)
"""Counts of citing documents by which a row says that an entry is cited often: it changes only with these."""
_KEYS = {**LEVEL_CODES, "": "unknown"}


def cited_listing(
    cited: CitedIndex, records: Mapping[str, DocumentRecord]
) -> Listing[CitedDocument]:
    """The register of a small archive as a listing."""
    return Listing(
        uri=CITED,
        title=say("cited.title"),
        description=say("cited.description"),
        kind="listing",
        above=(home_crumb(), registers_crumb()),
        columns=_columns(records),
        groups=tuple(by_level(cited)),
        intro=cited_intro() if cited.documents else (),
        empty=say("cited.empty") if records else say("empty.documents"),
        limit=MOST_CITED,
    )


def by_level(cited: CitedIndex) -> Iterator[Group[CitedDocument]]:
    """The cited documents of each level that has any, the most cited first."""
    rows: dict[str, list[CitedDocument]] = {level: [] for level in (*LEVELS, "")}
    for entry in cited.documents:
        rows[entry.level or ""].append(entry)
    for level, entries in rows.items():
        if entries:
            yield Group(_KEYS[level], say(f"level.{_KEYS[level]}"), entries)


def most_cited(group: Group[CitedDocument], places: Mapping[str, str]) -> Iterator[str]:
    """The section of a level of a large register: the most cited of it, which lead to their rows.

    :param places: address of the page that has the row of each id
    """
    rows = group.rows[:MOST_OF_LEVEL]
    yield heading(2, group.label, f"g-{group.key}")
    yield say("cited.most", n=len(rows))
    header = [say("cited.document"), say("term.number"), say("cited.count")]
    cells = (
        [_linked(entry, places), _number(entry), say("cited.times", n=len(entry.citing))]
        for entry in rows
    )
    yield table(header, cells)


def shelf_listings(
    cited: CitedIndex, records: Mapping[str, DocumentRecord], often: Mapping[str, str]
) -> Iterator[Listing[CitedDocument]]:
    """The pages that have the rows, by the ids of the cited documents.

    What is known by several ids has a row for each.

    :param often: address of the page that has the years of each document that is often cited, by its id
    """
    columns = (*_columns(records)[:2], *_steady_columns(cited, records, often))
    yield from (replace(shelf, columns=columns) for shelf in _shelves(cited))


def places_of_rows(cited: CitedIndex) -> dict[str, str]:
    """Address of the page that has the row of each id."""
    return {entry.id: uri for shelf in _shelves(cited) for entry, uri in places_of(shelf)}


def _shelves(cited: CitedIndex) -> Iterator[Listing[CitedDocument]]:
    """The pages that have the rows, before it is said what a row has."""
    shelves: defaultdict[str, list[CitedDocument]] = defaultdict(list)
    by_id = {entry.id: entry for entry in cited.documents}
    others = [struct_replace(by_id[id_], id=other) for other, id_ in cited.others.items()]
    for entry in (*cited.documents, *others):
        shelves[shelf_of(entry.id)].append(entry)
    for shelf, entries in sorted(shelves.items()):
        yield replace(
            _page(f"archive/cited/{shelf}.md", shelf),
            groups=(Group("", "", sorted(entries, key=lambda entry: entry.id)),),
            limit=MOST_ON_SHELF,
        )


def _page(uri: str, label: str, *above: Crumb) -> Listing[Any]:
    """A page of the register, before it is said what is on it.

    :param above: what is between it and the register
    """
    title = say("cited.title")
    return Listing(
        uri=uri,
        title=say("listing.part", title=title, part=label),
        description=say("cited.description"),
        kind="listing",
        above=(home_crumb(), registers_crumb(), (title, CITED), *above),
        columns=(),
        groups=(),
        label=label,
    )


def cited_intro() -> tuple[str, ...]:
    """What is in the register, how it is ordered, and what else may be in it."""
    return say("cited.intro"), say("cited.intro_levels"), say("cited.intro_names")


def _linked(entry: CitedDocument, places: Mapping[str, str]) -> str:
    """A cited document on the register, leading to its row."""
    return f"[{escape_label(name_of(entry))}]({relative(CITED, places[entry.id])}#{entry.id})"


def _columns(records: Mapping[str, DocumentRecord]) -> tuple[Column[CitedDocument], ...]:
    """Title with the anchor, number, count of citing documents, the first of them."""
    return (
        Column(
            say("cited.document"),
            lambda entry, _: f'<span id="{entry.id}">{escape(name_of(entry))}</span>',
        ),
        Column(say("term.number"), lambda entry, _: _number(entry)),
        Column(say("cited.count"), lambda entry, _: say("cited.times", n=len(entry.citing))),
        Column(
            say("cited.citing"),
            lambda entry, uri: "<br>".join(_citing(entry, records, uri)),
        ),
    )


def _number(entry: CitedDocument) -> str:
    """The number of what has a title too."""
    return span(entry.number, "number") if entry.number and entry.title else ""


def _steady_columns(
    cited: CitedIndex, records: Mapping[str, DocumentRecord], often: Mapping[str, str]
) -> Iterator[Column[CitedDocument]]:
    """Count of citing documents, and these by number; of very many neither, but where they are."""

    def count_of(entry: CitedDocument, _: str) -> str:
        """How many cite it, or how many at least."""
        if len(entry.citing) <= MOST_CITING:
            return say("cited.times", n=len(entry.citing))
        least = next(step for step in STEPS if step <= len(entry.citing))
        return say("cited.at_least", n=least)

    def citing_of(entry: CitedDocument, uri: str) -> str:
        """Those that cite it, or where they are."""
        if len(entry.citing) <= MOST_CITING:
            return name_briefly(entry.citing, records, uri)
        id_ = cited.others.get(entry.id, entry.id)
        return f"[{say('cited.all_citing')}]({relative(uri, often[id_])}#{id_})"

    yield Column(say("cited.count"), count_of)
    yield Column(say("cited.citing"), citing_of)


def _citing(entry: CitedDocument, records: Mapping[str, DocumentRecord], uri: str) -> Iterator[str]:
    """The documents that cite an entry, linked; of many the first, and its row with the others."""
    is_long = len(entry.citing) > MOST_TITLES
    for id_ in entry.citing[: NAMED if is_long else MOST_TITLES]:
        yield link(records[id_].document.title, document_uri(records[id_]), uri)
    if is_long:
        row = f"{relative(uri, f'archive/cited/{shelf_of(entry.id)}.md')}#{entry.id}"
        yield f"[{say('listing.all', n=len(entry.citing))}]({row})"


def often_listing(pages: Iterable[YearPage], places: Mapping[str, str]) -> Listing[Years]:
    """What is often cited, each with the years of the issues that have the documents that cite it.

    It changes when a year begins, so that the rows that lead to it do not.

    :param pages: the pages of the years
    :param places: address of the page that has the row of each id
    """
    years: Column[Years] = Column(
        say("listing.years"),
        lambda row, uri: join_names(
            f"[{label}]({relative(uri, page)}#{row.entry.id})" for label, page in row.pages
        ),
    )
    return replace(
        _page(OFTEN, say("cited.often")),
        columns=(*_named(places), years),
        groups=(Group("", "", years_of(pages)),),
        intro=(say("cited.year_intro", n=MOST_CITING),),
        limit=MOST_ON_SHELF,
    )


def _named(places: Mapping[str, str]) -> tuple[Column[Any], ...]:
    """Name and number of what a row is about: the name is its anchor, and leads to its row on one of these pages."""

    def document(row: Years | Uses, uri: str) -> str:
        """The name."""
        entry = row.entry
        address = f"{relative(uri, places[entry.id])}#{entry.id}"
        return f'<span id="{entry.id}">[{escape_label(name_of(entry))}]({address})</span>'

    return (
        Column(say("cited.document"), document),
        Column(say("term.number"), lambda row, _: _number(row.entry)),
    )


def year_listings(
    pages: Iterable[YearPage], records: Mapping[str, DocumentRecord], often: Mapping[str, str]
) -> Iterator[Listing[Uses]]:
    """The pages of the years, with the documents that cite what very many cite.

    :param often: as :func:`shelf_listings` takes it
    """
    citing: Column[Uses] = Column(
        say("cited.citing"), lambda use, uri: name_briefly(use.citing, records, uri)
    )
    for page in pages:
        yield replace(
            _page(page.uri, page.label, (say("cited.often"), OFTEN)),
            columns=(*_named(often), citing),
            groups=(Group("", "", page.uses),),
            intro=(say("cited.year_intro", n=MOST_CITING),),
            limit=len(page.uses),
        )
