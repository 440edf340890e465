"""A document and its parts, elements named after GB/T 9704-2012 (table in ``words.terms``)."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from generator.model.base import Line, Nth, Place, Span, Stretch, TextPlace, Title, Value
from generator.model.block import Block, Table

PartKind = Literal["body", "enclosure", "attachment"]
Relation = Literal["cites", "implements", "forwards", "repeals", "issues"]
Role = Literal["basis", "amends"]
Bound = Literal["from", "until"]
TopicSource = Literal["subjects", "publication", "title"]


class Effective(Value, frozen=True):
    """When a document says that it is in force."""

    start: str | None = msgspec.field(default=None, name="from")
    """ISO date; derived from the document's date where the text says 自印发之日起."""
    until: str | None = None
    """ISO date; an impossible date stays as printed in ISO form and is a finding."""
    at: dict[Bound, Stretch] | msgspec.UnsetType = msgspec.UNSET
    """The sentence that gives each of the two; the key is left out where none was read."""


class Part(Value, frozen=True):
    """The document's own body, an instrument that it issues, or something it attaches."""

    kind: PartKind
    """``body``, ``enclosure`` (the instrument issued) or ``attachment`` (附件)."""
    label: str | None = None
    """``附件1``, as printed without blanks."""
    title: str | None = None
    """Its own title."""
    at: Span = ()
    """Source lines of label and title."""
    lines: Span = ()
    """First and last source line."""
    blocks: tuple[Block, ...] = ()
    """Its text, in order."""
    effective: Effective | msgspec.UnsetType = msgspec.UNSET
    """Its own dates of force; the key is left out but for each of several instruments that says some,
    and for one whose dates are not those of its document."""


class Printed(Value, frozen=True):
    """印发机关和印发日期."""

    organ: str | None = None
    """The organ as printed."""
    date: str | None = None
    """ISO date."""


class Citation(Value, frozen=True):
    """A document that the text names by 《title》, by number or by both."""

    title: str | None = None
    """Title without the outer 《》."""
    number: str | None = None
    """发文字号 with brackets 〔〕."""
    relation: Relation = "cites"
    """How the text uses it."""
    line: Line = 0
    """Source line on which it begins."""
    target: str | None = None
    """Permalink of the cited document in the archive, null when the archive does not hold it."""
    candidates: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    """Permalinks of all documents that it can mean, where the archive has several: printings of one
    document, of which ``target`` is the first, or documents between which nothing decides. The key is
    left out where there is one or none."""
    anchor: str | None = None
    """Anchor on its page, when an instrument or an article in it is meant: ``enc``, ``art-12``."""
    role: Role | None = None
    """Finer than ``relation``: ``basis`` for 根据…制定, ``amends`` for 作如下修改."""
    alias_of: str | None = None
    """Title that a short form (以下简称《公告》) stands for in its document."""
    organ: str | None = None
    """Issuing organ as printed before a title that lacks it: 国务院办公厅《关于……的意见》."""
    article: Nth | None = None
    """12 for 《…办法》第十二条."""
    insertion: Nth | None = None
    """1 for 《…办法》第十二条之一."""
    place: TextPlace | msgspec.UnsetType = msgspec.UNSET
    """The text that holds it;
    left out, as ``start`` and ``end`` are, where no text of the document does."""
    start: Line | msgspec.UnsetType = msgspec.UNSET
    """Offset in that text at which it begins."""
    end: Line | msgspec.UnsetType = msgspec.UNSET
    """Offset after it; that of ``start`` for a number that
    is meant without being printed (4 of 3至5号)."""


class Topic(Value, frozen=True):
    """A class of subjects (主题分类) in which a document is, and what says so."""

    code: str
    """Its name in addresses and data: ``science-education``."""
    name: str
    """``科技、教育``."""
    by: TopicSource
    """Its 主题词 (``subjects``), the publication's own data (``publication``) or its title."""
    words: tuple[str, ...] = ()
    """The words of it that decided."""


class Document(Value, frozen=True):
    """One document of an issue."""

    sequence: Place
    """1-based, in order of the body."""
    lines: Span
    """First and last source line."""
    title: Title
    """Without blanks; the issuing organ included when it is printed with it."""
    number: str | None = None
    """发文字号, brackets 〔〕, no blanks."""
    issuer: str | None = None
    """Canonical full name of the 发文机关."""
    issuers: tuple[str, ...] = ()
    """All issuers of a joint document; the first is ``issuer``."""
    head: str | None = None
    """发文机关标志, the red head line, e.g. 某某市人民政府文件."""
    kind: str | None = None
    """文种: 通知, 意见, 办法 …, null when the title ends in none."""
    column: str | None = None
    """栏目 of the contents."""
    page: Nth | None = None
    """Printed page, from the contents."""
    date: str | None = None
    """成文日期 (ISO)."""
    signature: str | None = None
    """发文机关署名 as printed."""
    recipients: str | None = None
    """主送机关 without the closing colon."""
    note: str | None = None
    """附注 without its brackets."""
    subjects: tuple[str, ...] = ()
    """主题词 without the label, as printed before GB/T 9704-2012;
    what is printed without blanks is one word."""
    topics: tuple[Topic, ...] = ()
    """主题分类: the classes of subjects that its 主题词, its publication or its title decide for; empty where none does."""
    copies: str | None = None
    """抄送 without the label."""
    printed: Printed | None = None
    """印发机关和印发日期."""
    copy: str | msgspec.UnsetType = msgspec.UNSET
    """份号; its key is left out where there is none, as those of the next four are."""
    security: str | msgspec.UnsetType = msgspec.UNSET
    """密级和保密期限."""
    urgency: str | msgspec.UnsetType = msgspec.UNSET
    """紧急程度."""
    signer: str | msgspec.UnsetType = msgspec.UNSET
    """签发人, those who countersign behind a blank."""
    index: str | msgspec.UnsetType = msgspec.UNSET
    """索引号."""
    at: dict[str, Span] = msgspec.field(default_factory=dict)
    """Source lines of each element, by its name."""
    as_printed: dict[str, str] = msgspec.field(default_factory=dict)
    """Elements whose value leaves out what the print has, by name: 主送机关 with its colon, 附注 in its
    brackets, 抄送 with its label, 印发 on one line, a date in the figures of the print."""
    effective: Effective = Effective()
    """When it is in force: 施行日期 and 有效期."""
    parts: tuple[Part, ...] = ()
    """In order: body, instruments issued, attachments."""
    citations: tuple[Citation, ...] = ()
    """In order of the text."""


def tables_of(document: Document) -> Iterator[Table]:
    """The tables of a document, part by part."""
    for part in document.parts:
        yield from (block for block in part.blocks if isinstance(block, Table))
