"""A document as JSON: all that was read of it, with its text block by block, its findings and its place."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from generator.forms.found_evidence import FoundEvidence, without_day
from generator.forms.reading_order import ElementAround, elements_around, framed_text
from generator.forms.site_links import SERVED, Links, form_address
from generator.forms.table_schema import TableSchema, csv_address, table_schema
from generator.model import (
    Citation,
    Document,
    DocumentRecord,
    Effective,
    Finding,
    Heading,
    Part,
    Printed,
    Span,
    Text,
    Topic,
    Value,
)
from generator.model.base import Line, Nth, Place
from generator.model.validity import Status
from generator.outline.headings import PlacedPart, place_parts
from generator.reference import Item
from generator.registers.instruments import Instrument, list_instruments
from generator.registers.table_list import list_tables

_ENCODER = msgspec.json.Encoder(order="deterministic")
"""Whatever order the keys of a dictionary come in, as they do from another process."""


class OutlinePlace(Value, frozen=True):
    """A heading, an article or a title of a part with its place in the outline."""

    part: Line
    """Index of the part, from 0."""
    block: Line | None
    """Index of the block in it; null for the title of the part."""
    level: int
    """1 is the title of the document."""
    anchor: str
    """Its id on the page of the document."""


class Framed(Value, frozen=True):
    """A block whose form prints something around its text that the text has not: the brackets of a note."""

    part: Line
    block: Line
    text: str
    """As it is printed."""


class DocumentTable(Value, frozen=True):
    """A table of a document as a file of its own."""

    name: str
    url: str
    """Address of its CSV file, relative to the site root."""
    part: Line
    block: Line
    caption: str | None
    """Its own caption, else the nearest heading or the title of the part above it."""
    schema: TableSchema
    """Frictionless Table Schema of that file, whose header rows are as many as the table has."""


class Forms(Value, frozen=True, omit_defaults=True):
    """Addresses of the other forms of a document, relative to the site root."""

    akn: str
    """Akoma Ntoso 3.0."""
    text: str = ""
    """Plain text; left out on a server, where the page makes it."""
    markdown: str = ""
    """Markdown; left out on a server."""


class DocumentFile(Value, frozen=True):
    """A document with its place, every element, its text, its citations and its findings."""

    id: str
    """Permalink path, e.g. ``yunxi/2021/4/1``."""
    url: str
    """Address of its page, relative to the site root."""
    issue: str
    """Id of its issue."""
    gazette: str
    """Id of its gazette."""
    status: Status | None
    """Whether it is in force, as far as evidence goes; null while nothing was searched."""
    evidence: FoundEvidence | None
    """What the status rests on."""
    words: Line
    """Count of non-blank characters of title and text."""
    sequence: Place
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
    page: Nth | None
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
    as_printed: dict[str, str]
    """Elements whose value leaves out what the print has."""
    effective: Effective
    """When it is in force: 施行日期 and 有效期."""
    parts: tuple[Part, ...]
    """Body, instruments issued and attachments with their blocks, in order."""
    instruments: tuple[Instrument, ...]
    """What it issues: title, kind (文种) and part of each, in order."""
    citations: tuple[Citation, ...]
    """What it cites, in order of the text."""
    findings: tuple[Finding, ...]
    """What was repaired, doubted or lost on its lines."""
    elements: tuple[ElementAround, ...]
    """The elements around the text as they are printed, in this order, each with what it is before."""
    framed: tuple[Framed, ...]
    """Blocks whose form prints more than their text."""
    outline: tuple[OutlinePlace, ...]
    """Titles of parts, headings and articles with level and anchor, in order."""
    tables: tuple[DocumentTable, ...]
    """Its tables as files, in order."""
    forms: Forms
    """Where the same document is in other forms."""
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
    csl: dict[str, Any] | msgspec.UnsetType = msgspec.UNSET
    """How it is cited: an item of CSL-JSON (``csl-data.json`` 1.0), the one that its page shows, whose ``URL`` is the
    permanent address where the site knows its own."""


def document_json(
    record: DocumentRecord,
    findings: Sequence[Finding] = (),
    links: Links = SERVED,
    parts: Sequence[PlacedPart] | None = None,
    csl: Item | None = None,
) -> bytes:
    """The JSON of a document on one line, UTF-8.

    :param findings: those on its lines
    :param parts: its parts in the outline, where they are known already
    :param csl: how it is cited; without it, the key is left out
    """
    placed = place_parts(record.document) if parts is None else parts
    return _ENCODER.encode(_document_file(record, findings, links, placed, csl)) + b"\n"


def _document_file(
    record: DocumentRecord,
    findings: Sequence[Finding],
    links: Links,
    parts: Sequence[PlacedPart],
    csl: Item | None,
) -> DocumentFile:
    """The value that the JSON shows."""
    document = record.document
    own: dict[str, Any] = {
        "id": record.id,
        "url": links.document(record.id),
        "issue": record.issue,
        "gazette": record.gazette,
        "status": record.status,
        "evidence": without_day(record.evidence),
        "words": record.characters,
        "findings": tuple(findings),
        "instruments": list_instruments(document),
        "elements": elements_around(document),
        "framed": tuple(_framed(document)),
        "outline": tuple(_outline(parts)),
        "tables": tuple(_tables(record)),
        "forms": _forms(record.id, links),
        "csl": msgspec.UNSET if csl is None else csl,
    }
    names = DocumentFile.__struct_fields__
    return DocumentFile(**{n: own[n] if n in own else getattr(document, n) for n in names})


def _framed(document: Document) -> Iterator[Framed]:
    """The blocks that are printed with more than their text."""
    for index, part in enumerate(document.parts):
        for place, block in enumerate(part.blocks):
            if isinstance(block, Text) and (text := framed_text(block)) != block.text:
                yield Framed(index, place, text)


def _outline(parts: Sequence[PlacedPart]) -> Iterator[OutlinePlace]:
    """Titles of parts, headings and articles."""
    for index, part in enumerate(parts):
        if part.anchor:
            yield OutlinePlace(index, None, 2, part.anchor)
        for place, placed in enumerate(part.blocks):
            if placed.anchor or isinstance(placed.block, Heading):
                yield OutlinePlace(index, place, placed.level, placed.anchor)


def _tables(record: DocumentRecord) -> Iterator[DocumentTable]:
    """The tables of a document."""
    for one in list_tables([record]):
        schema = table_schema(one.table)
        yield DocumentTable(one.name, csv_address(one.name), *one.place, one.caption, schema)


def _forms(id_: str, links: Links) -> Forms:
    """Where the other forms of a document are."""
    akn = form_address(id_, "xml")
    if not links.has_texts:
        return Forms(akn)
    return Forms(akn, form_address(id_, "txt"), form_address(id_, "md"))
