"""The columns in which listings show documents."""

from generator.model import DocumentRecord, IssueRecord
from generator.pages.index.indexes import Registers, issuers_of
from generator.pages.index.listing import Column
from generator.pages.writing.addresses import document_uri, issue_uri
from generator.pages.writing.escape import escape_label
from generator.pages.writing.markdown import dated, link, relative, span
from generator.words.say import say
from generator.words.unnamed import UNKNOWN_ISSUER
from generator.words.wording import issue_name, join_names

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
        if not (linked and number):
            return number and span(number, "number")
        return f'<span class="number">{link(number, document_uri(record), uri)}</span>'

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
        return issue_link(registers, registers.issues[record.issue], uri)

    return Column(say("listing.issue"), cell)


def issue_label(registers: Registers, issue: IssueRecord) -> str:
    """An issue with its gazette as Markdown; year and number stay on one line: 云溪市人民政府公报2020年第1期."""
    name = f'<span class="nowrap">{escape_label(issue_name(issue.id))}</span>'
    gazette = escape_label(registers.publications[issue.publication].title)
    return say("issue.full_name", gazette=gazette, issue=name)


def issue_link(registers: Registers, issue: IssueRecord, uri: str) -> str:
    """An issue with its gazette as a link."""
    return f"[{issue_label(registers, issue)}]({relative(uri, issue_uri(issue))})"


def issuer_links(registers: Registers, record: DocumentRecord, uri: str) -> str:
    """The issuers of a document as links; empty when none is known."""
    names = [name for name in issuers_of(record.document) if name != UNKNOWN_ISSUER]
    return join_names(link(name, registers.issuers.uri(name), uri) for name in names)
