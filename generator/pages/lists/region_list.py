"""Gazettes by region: province, then city, then county."""

from collections.abc import Iterator

from generator.lexicon.regions import split_region
from generator.model import PublicationRecord
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Listing, group_counted, listing_pages
from generator.pages.lists.gazette_list import document_count, years_of
from generator.pages.writing.addresses import gazette_uri, home_crumb, registers_crumb
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import link
from generator.pages.writing.page import Page
from generator.words.say import say
from generator.words.unnamed import UNKNOWN_REGION
from generator.words.wording import name_label

REGIONS = "archive/regions/index.md"


def region_pages(registers: Registers) -> Iterator[Page]:
    """The gazettes by province; within it by city and county."""
    gazettes = sorted(
        registers.archive.publications, key=lambda record: (steps_of(record), record.title)
    )
    yield from listing_pages(
        Listing(
            uri=REGIONS,
            title=say("regions.title"),
            description=say("regions.description"),
            kind="register",
            above=(home_crumb(), registers_crumb()),
            columns=(
                Column(say("regions.city"), lambda record, _: escape(steps_of(record)[1])),
                Column(
                    say("regions.county"), lambda record, _: escape("".join(steps_of(record)[2:]))
                ),
                Column(
                    say("regions.gazette"),
                    lambda record, uri: link(record.title, gazette_uri(record.id), uri),
                ),
                Column(say("listing.years"), lambda record, _: years_of(registers, record.id)),
                Column(
                    say("listing.documents"),
                    lambda record, _: say(
                        "amount.documents", n=document_count(registers, record.id)
                    ),
                ),
            ),
            groups=group_counted(gazettes, lambda record: name_label(steps_of(record)[0]), "p"),
            intro=(say("regions.intro"),),
            empty=say("empty.issues"),
            unit="gazettes",
        )
    )


def steps_of(record: PublicationRecord) -> tuple[str, str, str]:
    """Province, city and county of a gazette, empty where it has none."""
    steps = split_region(record.region) if record.region else (UNKNOWN_REGION,)
    return steps[0], steps[1] if len(steps) > 1 else "", "".join(steps[2:])
