"""The page of a document."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from generator.model import ContentsEntry, Document, DocumentRecord, IssueRecord, Span
from generator.outline.headings import PlacedPart, Pointed, place_parts
from generator.pages.body.collation import findings_of, notes_link, notes_markdown
from generator.pages.body.flow import document_text
from generator.pages.body.half_width import count_half_width
from generator.pages.body.items import list_items
from generator.pages.body.printed_pages import with_pages
from generator.pages.body.subject_facts import instrument_values, topic_values
from generator.pages.body.validity_note import VALIDITY, start_values, validity_values
from generator.pages.history.life_section import life_fact, life_markdown
from generator.pages.index.citations import link_parts
from generator.pages.index.document_rows import issue_link, issuer_links
from generator.pages.index.in_issue import InIssue
from generator.pages.index.indexes import Register, Registers
from generator.pages.index.linked_relations import relations_of
from generator.pages.index.related import related_markdown
from generator.pages.pictures.network import network_picture
from generator.pages.tools.document_tools import document_tools, has_articles
from generator.pages.tools.reference_box import reference_box
from generator.pages.tools.share_box import sharing_of
from generator.pages.writing.addresses import (
    Crumb,
    crumbs,
    document_uri,
    gazette_uri,
    gazettes_crumb,
    home_crumb,
    issue_uri,
    pager,
    served,
    short_uri,
)
from generator.pages.writing.damage import notes_below
from generator.pages.writing.escape import Inserts, clean, escape
from generator.pages.writing.markdown import (
    PRINTED,
    attributes,
    dated,
    facts,
    heading,
    join,
    link,
    paragraph,
    span,
)
from generator.pages.writing.marks import find_marks, inserts_of
from generator.pages.writing.page import Page
from generator.pages.writing.source_lines import LineLinks, beside
from generator.pages.writing.title_breaks import find_breaks, keep_wholes
from generator.pages.writing.unbroken import keep_numbers
from generator.parse.issue.stated_lines import line_of_start
from generator.reference import item_of
from generator.reference.head_values import head_of_document
from generator.words.element_texts import ELEMENTS
from generator.words.say import say
from generator.words.wording import cited_place, date_words, issue_name, with_colon, year_of

DESCRIPTION_LENGTH = 120
"""Longest description in the front matter, in characters."""


def document_page(
    registers: Registers, issue: IssueRecord, record: DocumentRecord, place: InIssue
) -> Page:
    """The page of one document.

    :param issue: of which its name, its source and the findings in the document count
    """
    document, uri = record.document, document_uri(record)
    findings = findings_of(issue.issue, document)
    term = record.evidence.place if record.evidence else None
    parts, anchor = anchor_place(place_parts(document), term)
    lines = LineLinks(issue, uri, registers.sources)
    linked = link_parts(parts, record, registers.citations, uri)
    text = document_text(document, findings, linked, lines.number if lines.shown else None)
    title_inserts = _title_inserts(document, text.elements["title"])
    title = heading(1, document.title, "title", "doc-title", title_inserts)
    known = [
        *_facts(
            registers,
            record,
            text.elements["number"],
            anchor,
            lines,
            (_printed_in(registers, issue, record, lines, place.entry), place.column),
        ),
        (say("life.title"), life_fact(registers.lives.of.get(record.id))),
        (say("document.notes"), [notes_link(findings)]),
    ]
    gazette = registers.publications[issue.publication]
    item = item_of(registers.site.address or "", gazette.title, issue, record)
    meta = _meta(document, _cited_place(registers, issue, document))
    relations = relations_of(registers.citations, record, registers.site.address)
    head = head_of_document(item, record, gazette, relations)
    sharing = sharing_of(item, document, registers.site.address or "")
    blocks = [
        crumbs(uri, _above(registers, issue), say("document.here")),
        paragraph(escape(document.head), "red-head") if document.head else "",
        beside(lines.number(_first(document.at.get("title", ()))), title),
        notes_below([*text.elements["title"].damage, *text.elements["number"].damage], ""),
        document_tools(has_articles=has_articles(parts), has_lines=lines.shown),
        facts(known),
        join((reference_box(item, document, issue.issue.findings), sharing.box)),
        *map(keep_numbers, list_items(with_pages(text.pieces, document, findings, lines))),
        *_beside(registers, issue, record, place.documents),
        notes_markdown(findings, text.anchors, lines, count_half_width(document, linked)),
        *sharing.around(paragraph(_source(registers, issue, document, lines), "source")),
        facts(_addresses(document, uri), "addresses"),
        pager(uri, say("document.pager"), place.before, place.after),
    ]
    return Page(uri=uri, meta=meta | head | place.suggest, text=join(blocks))


def _beside(
    registers: Registers, issue: IssueRecord, record: DocumentRecord, documents: int
) -> Iterator[str]:
    """What is said of other documents: the line of the life of this one, and what it cites and what cites it."""
    yield life_markdown(registers, record)
    picture = network_picture(registers.citations, record)
    yield related_markdown(registers, issue, record, documents, picture)


def _title_inserts(document: Document, pointed: Pointed) -> Inserts:
    """Marks in the title, the places where it may go on to the next line, and what is kept whole.

    Marks come first: what is kept whole could cross them.
    """
    marks = find_marks(pointed.findings, noted=False)
    breaks = find_breaks(document.title)
    wholes = [] if marks else keep_wholes(document.title, breaks)
    parts = [(offset, "<wbr>") for offset in breaks]
    return sorted([*inserts_of(marks), *wholes, *parts], key=lambda insert: insert[0])


def _number(document: Document, pointed: Pointed) -> str:
    """The 发文字号, which never breaks across lines."""
    if not document.number:
        return ""
    marks = find_marks(pointed.findings, noted=False)
    place = f' id="{pointed.anchor}"' if pointed.anchor else ""
    return (
        f'<span class="number {PRINTED}"{place}>{escape(document.number, inserts_of(marks))}</span>'
    )


def _above(registers: Registers, issue: IssueRecord) -> Sequence[Crumb]:
    """The pages above a document."""
    title = registers.publications[issue.publication].title
    return (
        home_crumb(),
        gazettes_crumb(),
        (title, gazette_uri(issue.publication)),
        (issue_name(issue.id), issue_uri(issue)),
    )


def _meta(document: Document, printed_in: str) -> dict[str, str]:
    """Front matter; elements that a document lacks are left out."""
    title = clean(document.title)
    recipients = with_colon(clean(document.recipients)) if document.recipients else ""
    description = clean(f"{document.number or ''} {recipients}{_first_text(document)}")
    named = {"number": document.number, "issuer": document.issuer, "date": document.date}
    return {
        "title": title,
        "description": description[:DESCRIPTION_LENGTH] or title,
        "kind": "document",
        **{name: value for name, value in named.items() if value},
        "printed_in": printed_in,
    }


def _first_text(document: Document) -> str:
    """The first text of a document; empty when it has none."""
    texts = (getattr(block, "text", "") for part in document.parts for block in part.blocks)
    return next(filter(None, texts), "")


def _facts(
    registers: Registers,
    record: DocumentRecord,
    number: Pointed,
    anchor: str,
    lines: LineLinks,
    announced: tuple[str, int],
) -> list[tuple[str, list[str]]]:
    """The fact box: term and values; a term without value is not shown.

    :param anchor: of the text that says when the document is in force
    :param announced: the issue with the printed page, and the line of the contents that names the column
    """
    document, uri = record.document, document_uri(record)
    elements = [(one, one.value(document)) for one in ELEMENTS if one.fact]
    printed_in, column = announced

    def printed(name: str, value: str) -> list[str]:
        """The value of an element and the number of the line on which it is printed."""
        return with_line([value] if value else [], _first(document.at.get(name, ())))

    def with_line(values: Iterable[str], line: int) -> list[str]:
        """Values, the first with the number of the line that says it."""
        return [f"{value}{'' if nth else lines.number(line)}" for nth, value in enumerate(values)]

    return [
        (say("term.number"), printed("number", _number(document, number))),
        (
            say("term.issuer"),
            printed(_names_issuer(document), issuer_links(registers, record, uri)),
        ),
        (say("term.date"), printed("date", _date_link(registers, document.date, uri))),
        (say("term.kind"), _name_link(registers.kinds, document.kind, uri)),
        (say("document.instruments"), list(instrument_values(registers, document, uri))),
        (say("document.topics"), list(topic_values(document.topics, uri))),
        (
            say("term.column"),
            with_line(_name_link(registers.columns, document.column, uri), column),
        ),
        *[
            (element.term, printed(element.name, escape(value)))
            for element, value in elements
            if value
        ],
        (say("document.printed_in"), [printed_in]),
        (say("document.start"), with_line(start_values(record, anchor), line_of_start(document))),
        (say("document.validity"), list(validity_values(registers.citations, record, uri, anchor))),
    ]


def _names_issuer(document: Document) -> str:
    """The element that names the issuer: what signs the document, else its head, else its title."""
    return next((name for name in ("signature", "head") if name in document.at), "title")


def _first(lines: Span) -> int:
    """The first of some source lines; 0 where there is none."""
    return lines[0] if lines else 0


def _name_link(register: Register, name: str | None, uri: str) -> list[str]:
    """A name as a link to its page in a register; nothing where the document has none."""
    return [link(name, register.uri(name), uri)] if name else []


def _addresses(document: Document, uri: str) -> list[tuple[str, list[str]]]:
    """The permanent address as a link to the page itself, and the short one by its number; both behind the text.

    Spelled out aloud they would keep a listener from it. The short one has no page; on a server ``document.js``
    makes it a link.
    """
    linked = f"{link(served(uri), uri, uri)}{attributes(classes='address')}"
    short = short_uri(document.number)
    return [
        (say("document.address"), [linked]),
        (say("document.short_address"), [span(served(short), "address short")] if short else []),
    ]


def _date_link(registers: Registers, date: str | None, uri: str) -> str:
    """The date, linked to the page of its year, which one that is doubted may not have."""
    year = year_of(date)
    if year is None or year not in registers.years.documents:
        return dated(date)
    return dated(date, link(date_words(date), registers.years.uri(year), uri))


def _printed_in(
    registers: Registers,
    issue: IssueRecord,
    record: DocumentRecord,
    lines: LineLinks,
    entry: ContentsEntry | None,
) -> str:
    """The issue as a link, the printed page, and the line of the contents that prints it."""
    document = record.document
    linked = issue_link(registers, issue, document_uri(record))
    if not document.page:
        return linked
    address = lines.page(document.page)
    page = f"[{document.page}]({address})" if address else f"{document.page}"
    printed = entry.lines if entry and entry.page == document.page else ()
    return say("document.issue_and_page", issue=linked, page=page) + lines.number(_first(printed))


def _cited_place(registers: Registers, issue: IssueRecord, document: Document) -> str:
    """Where a document was printed, as a citation says it."""
    title = clean(registers.publications[issue.publication].title)
    return cited_place(title, issue.id, document.page)


def _source(
    registers: Registers, issue: IssueRecord, document: Document, line_links: LineLinks
) -> str:
    """Where the text comes from, for those who check it."""
    gazette = escape(registers.publications[issue.publication].title)
    place = say("source.issue", gazette=gazette, issue=issue_name(issue.id))
    if document.page:
        place = say("source.page", place=place, page=str(document.page))
    file = escape(issue.issue.source)
    if document.lines:
        first, last = document.lines[0], document.lines[-1]
        where = say("source.lines", file=file, first=str(first), last=str(last))
        file = line_links.words(where, first)
    return say("source.text", place=place, file=file)


def anchor_place(
    parts: Sequence[PlacedPart], place: tuple[int, int] | None
) -> tuple[Sequence[PlacedPart], str]:
    """The parts with an anchor on the block at a place, and that anchor.

    A block that has an anchor keeps its own.
    """
    if place is None:
        return parts, ""
    block = parts[place[0]].blocks[place[1]]
    if block.anchor:
        return parts, block.anchor
    blocks = list(parts[place[0]].blocks)
    blocks[place[1]] = replace(block, anchor=VALIDITY)
    changed = list(parts)
    changed[place[0]] = replace(parts[place[0]], blocks=tuple(blocks))
    return changed, VALIDITY
