"""发文机关规范名录: what is known of every issuing organ.

Its names, region, level and parent, its first and its last document.
"""

from collections.abc import Iterator

from generator.model import DocumentRecord
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Listing, group_counted, listing_pages
from generator.pages.writing.addresses import document_uri, home_crumb
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import link, span
from generator.pages.writing.page import Page
from generator.registers.authority import Authority, list_authorities
from generator.words.say import say
from generator.words.unnamed import UNKNOWN_REGION
from generator.words.wording import date_words, join_names, level_word, name_label, titled

AUTHORITY = "archive/issuers/authority.md"


def authority_pages(registers: Registers) -> Iterator[Page]:
    """The authority file, by region."""
    entries = list_authorities(registers.archive)
    yield from listing_pages(
        Listing(
            uri=AUTHORITY,
            title=say("authority.title"),
            description=say("authority.description"),
            kind="listing",
            above=(home_crumb(), (say("register.title.issuers"), registers.issuers.index)),
            columns=_columns(registers),
            groups=group_counted(
                entries, lambda entry: name_label(entry.region or UNKNOWN_REGION), "r"
            ),
            intro=(say("authority.intro"), say("authority.intro_levels")),
            empty=registers.where_empty(say("authority.empty")),
            unit="names",
        )
    )


def _columns(registers: Registers) -> tuple[Column[Authority], ...]:
    """Name, aliases, level, parent, count, first and last document."""
    issuers = registers.issuers

    def parent(entry: Authority, uri: str) -> str:
        name = entry.parent or ""
        return link(name, issuers.uri(name), uri) if name in issuers.files else escape(name)

    return (
        Column(
            say("term.issuer"), lambda entry, uri: link(entry.name, issuers.uri(entry.name), uri)
        ),
        Column(say("authority.aliases"), lambda entry, _: join_names(map(escape, entry.aliases))),
        Column(
            say("authority.level"),
            lambda entry, _: span(level_word(entry.level), "nowrap") if entry.level else "",
        ),
        Column(say("authority.parent"), parent),
        Column(say("listing.documents"), lambda entry, _: say("amount.documents", n=entry.count)),
        Column(say("authority.ends"), lambda entry, uri: "<br>".join(_ends(entry, uri))),
    )


def _ends(entry: Authority, uri: str) -> list[str]:
    """The first and the last document, by their dates; one when they are the same."""
    ends = {record.id: record for record in (entry.first, entry.last)}
    return [_dated(record, uri) for record in ends.values()]


def _dated(record: DocumentRecord, uri: str) -> str:
    """The date of a document as a link whose title is that of the document."""
    day = date_words(record.document.date) or say("date.unknown")
    label = say("authority.dated", date=day, title=titled(record.document.title))
    return link(label, document_uri(record), uri)
