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
from generator.words.wording import count, date_words, level_word, titled

AUTHORITY = "archive/issuers/authority.md"
_INTRO = (
    "每一机关以其规范全称立一条，并列所见的其他称谓、所在地区、级别、上级机关和在本库所收的最早、最近的文件。",
    "级别和上级机关据机关名称推定；推定不出的从缺。",
)


def authority_pages(registers: Registers) -> Iterator[Page]:
    """The authority file, by region."""
    entries = list_authorities(registers.archive)
    yield from listing_pages(
        Listing(
            uri=AUTHORITY,
            title="发文机关规范名录",
            description="本库文件的发文机关：规范全称、别称、地区、级别和上级机关。",
            kind="listing",
            above=(home_crumb(), ("发文机关", registers.issuers.index)),
            columns=_columns(registers),
            groups=group_counted(entries, lambda entry: entry.region or UNKNOWN_REGION, "r"),
            intro=_INTRO,
            empty=registers.where_empty("本库所收文件的发文机关都未能认定。"),
            unit="个",
        )
    )


def _columns(registers: Registers) -> tuple[Column[Authority], ...]:
    """Name, aliases, level, parent, count, first and last document."""
    issuers = registers.issuers

    def parent(entry: Authority, uri: str) -> str:
        name = entry.parent or ""
        return link(name, issuers.uri(name), uri) if name in issuers.files else escape(name)

    return (
        Column("发文机关", lambda entry, uri: link(entry.name, issuers.uri(entry.name), uri)),
        Column("又称", lambda entry, _: escape("、".join(entry.aliases))),
        Column(
            "级别", lambda entry, _: span(level_word(entry.level), "nowrap") if entry.level else ""
        ),
        Column("上级机关", parent),
        Column("文件", lambda entry, _: count(entry.count)),
        Column("最早、最近", lambda entry, uri: "<br>".join(_ends(entry, uri))),
    )


def _ends(entry: Authority, uri: str) -> list[str]:
    """The first and the last document, by their dates; one when they are the same."""
    ends = {record.id: record for record in (entry.first, entry.last)}
    return [_dated(record, uri) for record in ends.values()]


def _dated(record: DocumentRecord, uri: str) -> str:
    """The date of a document as a link whose title is that of the document."""
    day = date_words(record.document.date) or say("date.unknown")
    return link(f"{day}{titled(record.document.title)}", document_uri(record), uri)
