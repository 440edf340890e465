"""``data/catalog.json``: every gazette, issue, document and citation of the archive in one file.

That of a large archive would be many megabytes that change with every issue. Above
:data:`MOST_LISTED` documents its long lists are empty, and it says so and where its parts are.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from generator.export.form import Links
from generator.forms.found_evidence import FoundEvidence, without_day
from generator.model import (
    Account,
    Archive,
    Citation,
    ContentsEntry,
    DocumentRecord,
    Effective,
    Evidence,
    Finding,
    IssuePart,
    IssueRecord,
    Printed,
    Publication,
    PublicationRecord,
    Span,
    Special,
    Topic,
    Value,
)
from generator.model.finding import count_severities
from generator.model.validity import Status
from generator.permanence.published import PARTS
from generator.registers.instruments import Instrument, list_instruments
from generator.registers.unheld import CitedDocument, collect_cited

MOST_LISTED = 1000
"""Most documents of an archive whose catalogue has everything in one file, some 8 MB."""


class CatalogIssue(Value, frozen=True):
    """An issue, without the text of its documents."""

    id: str
    """E.g. ``yunxi/2021/4``."""
    url: str
    """Address of its page, relative to the site root."""
    gazette: str
    """Id of its publication."""
    source: str
    """File name."""
    sha256: str
    """Of the source bytes, hexadecimal."""
    publication: Publication
    """The gazette as its masthead names it."""
    year: int | None
    """Year of the issue."""
    number: int | None
    """第 N 期; of a joint issue the first, null where the issue has none in its year."""
    numbers: tuple[int, ...]
    """All numbers of a joint issue: 3 and 4 of 第3、4期合刊; empty for any other."""
    serial: int | None
    """总第 N 期; of a joint issue the first."""
    serials: tuple[int, ...]
    """All such numbers of a joint issue; empty for any other."""
    special: Special | None
    """What an issue outside the count is (增刊第1期); null for a regular one."""
    part: IssuePart | None
    """Which part of its number it is (第12期（上）); null for a whole one."""
    published: str | None
    """ISO date of publication."""
    publisher: str | None
    """As printed."""
    contents: tuple[ContentsEntry, ...]
    """Printed table of contents, in order."""
    documents: tuple[str, ...]
    """Ids of its documents, in order of the body."""
    findings: dict[str, int]
    """Count of findings by severity."""
    damage: tuple[Finding, ...]
    """The findings of text that is lost or out of order, each with its place: a row of a table, offsets in a text."""
    characters: int
    """Count of the non-blank characters of the source; 0 when it is not known."""
    changed: int
    """How many of them were changed or removed, the marks of a recogniser not among them."""
    account: Account
    """Where each character of the source is."""


class CatalogPart(Value, frozen=True):
    """A part of a document without its text."""

    kind: str
    """``body``, ``enclosure`` or ``attachment``."""
    label: str | None
    """``附件1``."""
    title: str | None
    """Its own title."""
    at: Span
    """Source lines of label and title."""
    lines: Span
    """First and last source line."""
    effective: Effective | msgspec.UnsetType = msgspec.UNSET
    """Its own dates of force, where it is an instrument that has some."""


class ListedDocument(Value, frozen=True, kw_only=True):
    """A document with its place and every element that its own issue prints, without the blocks of its text."""

    id: str
    """Permalink path, e.g. ``yunxi/2021/4/1``."""
    url: str
    """Address of its page, relative to the site root."""
    issue: str
    """Id of its issue."""
    words: int
    """Count of non-blank characters of title and text."""
    sequence: int
    """1-based, in order of the body."""
    lines: Span
    """First and last source line."""
    number: str | None
    """发文字号, brackets 〔〕."""
    title: str
    """标题."""
    issuer: str | None
    """Canonical full name of the 发文机关."""
    issuers: tuple[str, ...]
    """All issuers of a joint document."""
    head: str | None
    """发文机关标志."""
    kind: str | None
    """文种."""
    column: str | None
    """栏目."""
    page: int | None
    """Printed page."""
    date: str | None
    """成文日期 (ISO)."""
    signature: str | None
    """发文机关署名."""
    recipients: str | None
    """主送机关."""
    note: str | None
    """附注."""
    subjects: tuple[str, ...]
    """主题词, each word."""
    topics: tuple[Topic, ...]
    """主题分类: the classes of subjects that it is in, each with what decided."""
    copies: str | None
    """抄送."""
    printed: Printed | None
    """印发机关和印发日期."""
    at: dict[str, Span]
    """Source lines of each element."""
    effective: Effective
    """When it is in force: 施行日期 and 有效期."""
    parts: tuple[CatalogPart, ...]
    """Body, instruments issued and attachments, in order."""
    instruments: tuple[Instrument, ...]
    """What it issues: title, kind (文种) and part of each, in order."""
    copy: str | msgspec.UnsetType = msgspec.UNSET
    """份号, where the document has one; so the next four."""
    security: str | msgspec.UnsetType = msgspec.UNSET
    """密级和保密期限."""
    urgency: str | msgspec.UnsetType = msgspec.UNSET
    """紧急程度."""
    signer: str | msgspec.UnsetType = msgspec.UNSET
    """签发人."""
    index: str | msgspec.UnsetType = msgspec.UNSET
    """索引号."""


class CatalogDocument(ListedDocument, frozen=True, kw_only=True):
    """A document as its issue prints it, and what other issues of the archive say of it."""

    status: Status | None
    """Whether it is in force, as far as evidence goes; null while nothing was searched."""
    evidence: Evidence | None
    """What the status rests on, and for which day it is said."""
    citations: tuple[Citation, ...]
    """What it cites, in order of the text."""


class PartDocument(CatalogDocument, frozen=True, kw_only=True):
    """A document as the catalogue has it; its evidence has no day of its gazette."""

    evidence: FoundEvidence | None  # type: ignore[assignment]  # has less than that of the catalogue


class CatalogCitation(Value, frozen=True):
    """A citation whose target the archive holds."""

    source: str = msgspec.field(name="from")
    """Id of the document that cites."""
    target: str
    """Id of the document cited."""
    anchor: str | None
    """Anchor on its page, when an instrument or an article in it is meant."""
    relation: str
    """How the text uses it."""
    line: int
    """Source line on which it begins."""
    role: str | None
    """``basis`` or ``amends``, finer than the relation."""


class Cited(Value, frozen=True):
    """A document that is cited and that the archive does not hold."""

    title: str | None
    """Without the outer 《》."""
    number: str | None
    """发文字号."""
    by: tuple[str, ...]
    """Ids of the documents that cite it, in the order of the archive."""
    id: str
    """Lasting name: its anchor in the register of cited documents."""
    level: str | None
    """国家, 省, 市 or 县, as far as title or number say it."""


class Redirect(Value, frozen=True):
    """A permanent address that leads to another one."""

    source: str = msgspec.field(name="from")
    """The id that was published."""
    target: str = msgspec.field(name="to")
    """The id that answers instead."""


class Withdrawal(Value, frozen=True):
    """A document, or a whole issue, that was taken out of the archive."""

    id: str
    """The id that was published."""
    reason: str
    """Why, in Chinese."""


class Catalog(Value, frozen=True):
    """Everything that the site holds."""

    publications: tuple[PublicationRecord, ...]
    """By id."""
    issues: tuple[CatalogIssue, ...]
    """Newest first."""
    documents: tuple[CatalogDocument, ...]
    """In the order of the issues."""
    citations: tuple[CatalogCitation, ...]
    """Citations inside the archive."""
    cited: tuple[Cited, ...]
    """Documents cited from outside the archive."""
    redirects: tuple[Redirect, ...]
    """Addresses that were published and lead elsewhere now, by id."""
    withdrawn: tuple[Withdrawal, ...]
    """What was published and taken out of the archive, by id."""
    complete: bool = True
    """Whether the lists are here; false in a large archive, whose ``issues``, ``documents``, ``citations`` and
    ``cited`` are empty here and whole in the parts."""
    parts: str = PARTS
    """Address of the index of the parts, one for each gazette and year, relative to the site root."""


def make_catalog(
    archive: Archive, links: Links, cited: Sequence[CitedDocument] | None = None
) -> Catalog:
    """The catalogue as a value.

    :param cited: what is cited and not held, most cited first, where it is known already
    """
    short = Catalog(
        publications=archive.publications,
        issues=(),
        documents=(),
        citations=(),
        cited=(),
        redirects=list_redirects(archive),
        withdrawn=list_withdrawals(archive),
        complete=False,
    )
    documents = archive.documents
    if len(documents) > MOST_LISTED:
        return short
    cited = collect_cited(archive).documents if cited is None else cited
    return msgspec.structs.replace(
        short,
        issues=tuple(list_issue(record, links) for record in archive.issues),
        documents=tuple(list_document(record, links) for record in documents),
        citations=tuple(find_citations(documents)),
        cited=tuple(list_cited(entry, entry.citing) for entry in cited),
        complete=True,
    )


def list_redirects(archive: Archive) -> tuple[Redirect, ...]:
    """Every address that leads to another one."""
    return tuple(Redirect(entry.id, entry.to) for entry in archive.permalinks if entry.to)


def list_withdrawals(archive: Archive) -> tuple[Withdrawal, ...]:
    """Everything that was taken out of the archive."""
    return tuple(
        Withdrawal(entry.id, entry.withdrawn) for entry in archive.permalinks if entry.withdrawn
    )


def list_cited(entry: CitedDocument, by: Iterable[str]) -> Cited:
    """A document that is not held, as the catalogue lists it.

    :param by: ids of the documents that cite it, all of them or those of one issue
    """
    return Cited(entry.title, entry.number, tuple(by), entry.id, entry.level)


def list_issue(record: IssueRecord, links: Links) -> CatalogIssue:
    """An issue as the catalogue lists it."""
    own = {
        "id": record.id,
        "url": links.issue(record.id),
        "gazette": record.publication,
        "documents": tuple(document.id for document in record.documents),
        "findings": count_severities(record.issue.findings),
        "damage": tuple(one for one in record.issue.findings if one.severity == "error"),
    }
    return CatalogIssue(**_shared(CatalogIssue, record.issue, own))


def list_document(record: DocumentRecord, links: Links) -> CatalogDocument:
    """A document as the catalogue lists it."""
    own = {"status": record.status, "evidence": record.evidence} | printed_values(record, links)
    return CatalogDocument(**_shared(CatalogDocument, record.document, own))


def printed_values(record: DocumentRecord, links: Links) -> dict[str, Any]:
    """The values of :class:`ListedDocument` of a document."""
    own = {
        "id": record.id,
        "url": links.document(record.id),
        "issue": record.issue,
        "words": record.characters,
        "instruments": list_instruments(record.document),
        "parts": tuple(
            CatalogPart(**_shared(CatalogPart, part, {})) for part in record.document.parts
        ),
    }
    return _shared(ListedDocument, record.document, own)


def part_document(record: DocumentRecord, links: Links) -> PartDocument:
    """A document as a part has it."""
    return _without_day(list_document(record, links))


def _without_day(document: CatalogDocument) -> PartDocument:
    """A document without what changes with other issues of its gazette."""
    values = {name: getattr(document, name) for name in CatalogDocument.__struct_fields__}
    values["evidence"] = without_day(document.evidence)
    return PartDocument(**values)


def find_citations(documents: Iterable[DocumentRecord]) -> Iterable[CatalogCitation]:
    """Every citation that was resolved."""
    for record in documents:
        for citation in record.document.citations:
            if citation.target is not None:
                yield CatalogCitation(
                    record.id,
                    citation.target,
                    citation.anchor,
                    citation.relation,
                    citation.line,
                    citation.role,
                )


def _shared(kind: type[Value], value: Value, own: dict[str, Any]) -> dict[str, Any]:
    """The fields of ``kind``: those in ``own``, the others from the same field of ``value``."""
    return {
        name: own[name] if name in own else getattr(value, name) for name in kind.__struct_fields__
    }
