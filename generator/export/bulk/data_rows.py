"""The archive as tables: a row a gazette, issue, document, citation, document cited, table and finding.

The types below are the columns of the CSV files and of the database; a column says in one line what it holds.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.archive.text_apart import Texts, with_text
from generator.export.form import Links
from generator.forms import plain_text
from generator.model import Archive, Citation, DocumentRecord, Finding, IssueRecord, Value
from generator.model.finding import FindingPlace
from generator.registers.instruments import list_instruments
from generator.registers.table_list import table_name, table_notes
from generator.registers.unheld import CitedIndex

BETWEEN = "；"
"""What is between the values of a cell that has several."""


class GazetteRow(Value, frozen=True):
    """A gazette."""

    id: str
    """First part of every id in it."""
    title: str
    """公报名称."""
    region: str | None
    """Full administrative path."""
    code: str | None
    """Code of the region (GB/T 2260)."""


class IssueRow(Value, frozen=True):
    """An issue."""

    id: str
    """E.g. ``yunxi/2021/4``."""
    gazette: str
    """Id of its gazette."""
    year: int | None
    """Year of the issue."""
    number: int | None
    """第 N 期; of a joint issue the first."""
    serial: int | None
    """总第 N 期; of a joint issue the first."""
    published: str | None
    """Date of publication (ISO)."""
    publisher: str | None
    """As printed."""
    documents: int
    """How many documents it has."""
    characters: int
    """Non-blank characters of its source; 0 when not known."""
    source: str
    """File name of its source."""
    sha256: str
    """Of the source bytes, hexadecimal."""
    url: str
    """Address of its page, relative to the root of the site."""


class DocumentRow(Value, frozen=True):
    """A document without its text."""

    id: str
    """E.g. ``yunxi/2021/4/1``."""
    issue: str
    """Id of its issue."""
    gazette: str
    """Id of its gazette."""
    sequence: int
    """1-based, in the order of the print."""
    title: str
    """标题."""
    number: str | None
    """发文字号, brackets 〔〕."""
    issuer: str | None
    """发文机关, full name."""
    issuers: str
    """All of a joint document, with ； between them."""
    kind: str | None
    """文种."""
    column: str | None
    """栏目."""
    page: int | None
    """Printed page."""
    date: str | None
    """成文日期 (ISO; 2021-10 where no day is printed)."""
    status: str | None
    """Whether it is in force, as far as evidence goes."""
    words: int
    """Non-blank characters of title and text."""
    url: str
    """Address of its page, relative to the root of the site."""
    instruments: str
    """Titles of the instruments that it issues, with ； between them."""
    instrument_kinds: str
    """Kinds (文种) of these, each once, with ； between them."""
    topics: str
    """主题分类: names of the classes of subjects that it is in, with ； between them."""
    topics_by: str
    """What decided for these: subjects (主题词), publication or title; empty where nothing did."""


class TextRow(DocumentRow, frozen=True):
    """A document with its text."""

    text: str
    """Title, elements and text in the order of the print; a paragraph, or a row of a table with tabs, is a line."""


class CitationRow(Value, frozen=True):
    """A citation in the text of a document."""

    document: str
    """Id of the document that cites."""
    nth: int
    """1-based, in the order of the text."""
    title: str | None
    """Title cited, without the outer 《》."""
    number: str | None
    """发文字号 cited."""
    relation: str
    """How the text uses it: cites, implements, forwards, repeals, issues."""
    role: str | None
    """Finer: basis, amends."""
    line: int
    """Source line on which it begins."""
    target: str | None
    """Id of the document cited, where the archive holds it."""
    anchor: str | None
    """Anchor on the page of that document, where a part or an article is meant."""
    cited: str | None
    """Id among the documents cited and not held."""


class CitedRow(Value, frozen=True):
    """A document that is cited and that the archive does not hold."""

    id: str
    """Lasting name."""
    title: str | None
    """Without the outer 《》."""
    number: str | None
    """发文字号."""
    level: str | None
    """国家, 省, 市 or 县, as far as title or number say it."""
    documents: int
    """How many documents cite it."""


class TableRow(Value, frozen=True):
    """A table of a document."""

    name: str
    """Name of its file below ``data/tables/``, without the ending .csv."""
    document: str
    """Id of the document that holds it."""
    nth: int
    """1-based, in the order of the document."""
    caption: str | None
    """Its caption, else the heading above it."""
    rows: int
    """Rows below its header."""
    columns: int
    """How many columns it has."""


class FindingRow(Value, frozen=True):
    """Something that was repaired, doubted or kept although wrong."""

    issue: str
    """Id of the issue."""
    nth: int
    """1-based, in the order of the findings of the issue."""
    line: int
    """Line of the source; 0 for the file as a whole."""
    kind: str
    """What it is about; the report on quality explains each kind."""
    severity: str
    """info, warning or error."""
    times: int
    """How often it was found on its line; the figures of an issue in the catalogue count each time."""
    found: str
    """As it is in the source."""
    correct: str
    """As it was read; empty when it was kept or removed."""
    document: int | None
    """Sequence of the document that holds it."""
    operation: str | None
    """Of a correction by people: what it did."""
    by: str | None
    """Who corrected."""
    on: str | None
    """Date of the correction (ISO)."""
    why: str | None
    """The reason."""
    authority: str | None
    """On what the correction rests."""


class Held(NamedTuple):
    """What rows are made of."""

    archive: Archive
    links: Links
    texts: Texts
    cited: CitedIndex


def gazette_rows(held: Held) -> Iterator[GazetteRow]:
    """Every gazette."""
    for record in held.archive.publications:
        yield GazetteRow(record.id, record.title, record.region, record.code)


def issue_rows(held: Held) -> Iterator[IssueRow]:
    """Every issue, newest first."""
    for record in held.archive.issues:
        issue = record.issue
        yield IssueRow(
            record.id, record.publication, issue.year, issue.number, issue.serial, issue.published, issue.publisher,
            len(record.documents), issue.characters, issue.source, issue.sha256, held.links.issue(record.id),
        )  # fmt: skip


def document_rows(held: Held) -> Iterator[DocumentRow]:
    """Every document, in the order of the issues."""
    for record in held.archive.documents:
        yield _document_row(record, held)


def text_rows(held: Held) -> Iterator[TextRow]:
    """Every document with its text; those of one issue are in memory at a time."""
    for issue in held.archive.issues:
        for record, text in zip(issue.documents, held.texts.of(issue), strict=True):
            row = _document_row(record, held)
            values = {name: getattr(row, name) for name in DocumentRow.__struct_fields__}
            yield TextRow(**values, text=plain_text(with_text(record.document, text)))


def _document_row(record: DocumentRecord, held: Held) -> DocumentRow:
    """The row of a document."""
    one, issued = record.document, list_instruments(record.document)
    kinds = dict.fromkeys(each.kind for each in issued if each.kind)
    return DocumentRow(
        record.id, record.issue, record.gazette, one.sequence, one.title, one.number, one.issuer,
        BETWEEN.join(one.issuers), one.kind, one.column, one.page, one.date, record.status, record.characters,
        held.links.document(record.id),
        BETWEEN.join(each.title for each in issued), BETWEEN.join(kinds),
        BETWEEN.join(each.name for each in one.topics), one.topics[0].by if one.topics else "",
    )  # fmt: skip


def citation_rows(held: Held) -> Iterator[CitationRow]:
    """Every citation, in the order of the texts."""
    for record in held.archive.documents:
        for nth, one in enumerate(record.document.citations, 1):
            yield CitationRow(
                record.id, nth, one.title, one.number, one.relation, one.role, one.line, one.target, one.anchor,
                _cited_id(held.cited, record.id, one),
            )  # fmt: skip


def _cited_id(index: CitedIndex, document: str, citation: Citation) -> str | None:
    """The id of what a citation means, where the archive does not hold it."""
    found = index.ids.get((document, citation))
    return index.others.get(found, found) if found else None


def cited_rows(held: Held) -> Iterator[CitedRow]:
    """Everything that is cited and not held, by id."""
    for one in sorted(held.cited.documents, key=lambda one: one.id):
        yield CitedRow(one.id, one.title, one.number, one.level, len(one.citing))


def table_rows(held: Held) -> Iterator[TableRow]:
    """Every table, in the order of the documents."""
    for record in held.archive.documents:
        for nth, note in enumerate(table_notes(record), 1):
            name = table_name(record.id, nth)
            yield TableRow(name, record.id, nth, note.caption, note.rows, note.columns)


def finding_rows(held: Held) -> Iterator[FindingRow]:
    """Every finding, issue by issue."""
    for record in held.archive.issues:
        yield from _findings_of(record)


def _findings_of(record: IssueRecord) -> Iterator[FindingRow]:
    """The findings of an issue; what they say in the language of the site is not data."""
    for nth, one in enumerate(record.issue.findings, 1):
        names = ("operation", "by", "on", "why", "authority")
        made = [
            getattr(one.provenance, name, None) for name in names
        ]  # all None where nobody corrected
        yield FindingRow(
            record.id, nth, one.line, one.kind, one.severity, one.times, one.found, one.correct,
            _document_of(one),
            *made,
        )  # fmt: skip


def _document_of(finding: Finding) -> int | None:
    """The sequence of the document that holds what a finding speaks of."""
    place = finding.place
    return place.document if isinstance(place, FindingPlace) else None
