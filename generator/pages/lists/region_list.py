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
from generator.words.wording import count

REGIONS = "archive/regions/index.md"


def region_pages(registers: Registers) -> Iterator[Page]:
    """The gazettes by province; within it by city and county."""
    gazettes = sorted(
        registers.archive.publications, key=lambda record: (steps_of(record), record.title)
    )
    yield from listing_pages(
        Listing(
            uri=REGIONS,
            title="地区",
            description="按省、市、县查阅政府公报。",
            kind="register",
            above=(home_crumb(), registers_crumb()),
            columns=(
                Column("市", lambda record, _: escape(steps_of(record)[1])),
                Column("县（市、区）", lambda record, _: escape("".join(steps_of(record)[2:]))),
                Column("公报", lambda record, uri: link(record.title, gazette_uri(record.id), uri)),
                Column("年份", lambda record, _: years_of(registers, record.id)),
                Column("文件", lambda record, _: count(document_count(registers, record.id))),
            ),
            groups=group_counted(gazettes, lambda record: steps_of(record)[0], "p"),
            intro=("按省、市、县三级行政区划排列；区划名称照公报所载。",),
            empty=say("empty.issues"),
            unit="种",
        )
    )


def steps_of(record: PublicationRecord) -> tuple[str, str, str]:
    """Province, city and county of a gazette, empty where it has none."""
    steps = split_region(record.region) if record.region else (UNKNOWN_REGION,)
    return steps[0], steps[1] if len(steps) > 1 else "", "".join(steps[2:])
