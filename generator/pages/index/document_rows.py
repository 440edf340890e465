"""The columns in which listings show documents."""

from generator.model import DocumentRecord
from generator.pages.index.indexes import Registers, issuers_of
from generator.pages.index.listing import Column
from generator.pages.writing.addresses import document_uri, issue_uri
from generator.pages.writing.markdown import dated, link, span
from generator.words.say import say
from generator.words.unnamed import UNKNOWN_ISSUER
from generator.words.wording import join_names

DocumentColumn = Column[DocumentRecord]


def title_column() -> DocumentColumn:
    """标题, linked."""
    return Column(
        say("term.title"),
        lambda record, uri: link(record.document.title, document_uri(record), uri),
    )


def number_column(*, linked: bool = False) -> DocumentColumn:
    """发文字号, linked where the number is what the listing is for."""

    def cell(record: DocumentRecord, uri: str) -> str:
        number = record.document.number or ""
        return (
            link(number, document_uri(record), uri) if linked else number and span(number, "number")
        )

    return Column(say("term.number"), cell)


def date_column() -> DocumentColumn:
    """成文日期."""
    return Column(say("term.date"), lambda record, _: dated(record.document.date, classes="date"))


def issuer_column(registers: Registers) -> DocumentColumn:
    """发文机关, each linked to its page."""
    return Column(say("term.issuer"), lambda record, uri: issuer_links(registers, record, uri))


def issue_column(registers: Registers) -> DocumentColumn:
    """刊载于: the issue, linked."""

    def cell(record: DocumentRecord, uri: str) -> str:
        issue = registers.issues[record.issue]
        return link(registers.full_name(issue), issue_uri(issue), uri)

    return Column(say("listing.issue"), cell)


def issuer_links(registers: Registers, record: DocumentRecord, uri: str) -> str:
    """The issuers of a document as links; empty when none is known."""
    names = [name for name in issuers_of(record.document) if name != UNKNOWN_ISSUER]
    return join_names(link(name, registers.issuers.uri(name), uri) for name in names)
