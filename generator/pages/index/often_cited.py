"""What very many documents cite, and which documents cite it, on pages by the year of their issues.

An added issue changes the pages of its year and no others, however many documents cite the same, and all that
is often cited shares these pages: a host counts a few files for each year.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model import DocumentRecord
from generator.model.ids import UNDATED, read_id
from generator.pages.writing.addresses import document_uri
from generator.pages.writing.markdown import link
from generator.registers.short_numbers import short_number
from generator.registers.unheld import CitedDocument
from generator.words.say import say
from generator.words.wording import NO_YEAR, join_names, year_label

MOST_CITING = 50
"""Most documents that the row of what they cite names; more are on the pages of years."""
MOST_LINKS = 1_000
"""Citing documents of a year above which these are on two, four… pages, by the ids of what they cite."""
_IDS = 256
"""Different beginnings of ids, by which pages are divided."""


class Uses(NamedTuple):
    """What is cited often, and the documents of one year that cite it."""

    entry: CitedDocument
    """What is cited."""
    citing: Sequence[str]
    """Ids of these documents, in the order of the archive."""


class YearPage(NamedTuple):
    """A page of a year."""

    uri: str
    """Its address."""
    label: str
    """What readers call it: 1999年, 1999年（第2页）."""
    uses: Sequence[Uses]
    """What it lists, by name."""


class Years(NamedTuple):
    """What is cited often, and the pages that say by which documents."""

    entry: CitedDocument
    """What is cited."""
    pages: Sequence[tuple[str, str]]
    """Label and address of each, in order."""


def years_of(pages: Iterable[YearPage]) -> tuple[Years, ...]:
    """What the pages list, by name, each with those that list it."""
    entries: dict[str, CitedDocument] = {}
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for page in pages:
        for use in page.uses:
            entries[use.entry.id] = use.entry
            found[use.entry.id].append((page.label, page.uri))
    ordered = sorted(entries.values(), key=lambda entry: (name_of(entry), entry.id))
    return tuple(Years(entry, found[entry.id]) for entry in ordered)


def year_pages(cited: Iterable[CitedDocument]) -> Iterator[YearPage]:
    """The pages of all years, in order."""
    years: defaultdict[str, list[Uses]] = defaultdict(list)
    for entry in cited:
        if len(entry.citing) > MOST_CITING:
            for year, citing in _by_year(entry.citing).items():
                years[year].append(Uses(entry, citing))
    for year, uses in sorted(years.items()):
        yield from _divided(year, sorted(uses, key=lambda use: (name_of(use.entry), use.entry.id)))


def _by_year(ids: Iterable[str]) -> dict[str, list[str]]:
    """Documents by the year of their issue, as their ids say it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        year = read_id(id_).year
        found[NO_YEAR if year == UNDATED else f"{year}"].append(id_)
    return found


def _divided(year: str, uses: Sequence[Uses]) -> Iterator[YearPage]:
    """The pages of a year: one, or a power of two, so that a document that is added moves none as a rule."""
    links, parts = sum(len(use.citing) for use in uses), 1
    while links > parts * MOST_LINKS and parts < _IDS:
        parts *= 2
    pages: defaultdict[int, list[Uses]] = defaultdict(list)
    for use in uses:
        pages[int(use.entry.id.removeprefix("c-")[:2], 16) * parts // _IDS].append(use)
    for place, listed in sorted(pages.items()):
        nth, label = place + 1, year_label(year)
        if nth == 1:
            yield YearPage(f"archive/cited/{year}.md", label, listed)
        else:
            named = say("listing.page_of_group", group=label, page=str(nth))
            yield YearPage(f"archive/cited/{year}-{nth}.md", named, listed)


def name_of(entry: CitedDocument) -> str:
    """Title, else number."""
    return entry.title or entry.number or ""


def name_briefly(ids: Iterable[str], records: Mapping[str, DocumentRecord], uri: str) -> str:
    """Documents by number, linked; one whose number names no issuer and year by title."""
    return join_names(
        link(
            _brief(records[id_].document.number) or records[id_].document.title,
            document_uri(records[id_]),
            uri,
        )
        for id_ in ids
    )


def _brief(number: str | None) -> str:
    """A number that names a document by itself; empty for 第3号 and none."""
    return number if number and short_number(number) else ""
