"""The list of gazettes."""

from collections.abc import Iterator

from generator.model import PublicationRecord
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Group, Listing, listing_pages
from generator.pages.writing.addresses import GAZETTES, gazette_uri, home_crumb
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import link
from generator.pages.writing.page import Page
from generator.words.say import say
from generator.words.wording import from_to


def gazettes_pages(registers: Registers) -> Iterator[Page]:
    """All gazettes of the archive, by region."""
    gazettes = sorted(registers.archive.publications, key=_by_region)
    yield from listing_pages(
        Listing(
            uri=GAZETTES,
            title=say("nav.gazettes"),
            description=say("gazettes.description"),
            kind="register",
            above=(home_crumb(),),
            columns=_columns(registers),
            groups=(Group("", "", gazettes),),
            empty=say("empty.issues"),
            unit="gazettes",
        )
    )


def _by_region(record: PublicationRecord) -> tuple[str, str]:
    """Sort key: by region, in a region by title."""
    return record.region or "", record.title


def years_of(registers: Registers, publication: str) -> str:
    """The years that the issues of a gazette cover: 2017—2021."""
    years = sorted(issue.year for issue in registers.issues_of[publication] if issue.year)
    return from_to(list(map(str, years)))


def document_count(registers: Registers, publication: str) -> int:
    """How many documents of a gazette the archive holds."""
    return sum(len(issue.documents) for issue in registers.issues_of[publication])


def _columns(registers: Registers) -> tuple[Column[PublicationRecord], ...]:
    """Title, region, years and counts of a gazette."""
    return (
        Column(
            say("gazettes.name"),
            lambda record, uri: link(record.title, gazette_uri(record.id), uri),
        ),
        Column(say("gazettes.region"), lambda record, _: escape(record.region or "")),
        Column(say("listing.years"), lambda record, _: years_of(registers, record.id)),
        Column(say("listing.issues"), lambda record, _: f"{len(registers.issues_of[record.id]):,}"),
        Column(
            say("listing.documents"), lambda record, _: f"{document_count(registers, record.id):,}"
        ),
    )
