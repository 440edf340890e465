"""相关文件: what a document rests on, cites, repeals and forwards, and what does so with it."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from generator.life.acts import Kind
from generator.life.lifelines import Life
from generator.model import Citation, DocumentRecord, IssueRecord
from generator.pages.index.citations import Citations, Incoming, href
from generator.pages.index.document_rows import issue_link, issuer_column
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import FEWER, Column, Listing, listing_pages
from generator.pages.index.named import group_rows_by_year
from generator.pages.writing.addresses import document_uri, home_crumb
from generator.pages.writing.escape import escape, escape_label
from generator.pages.writing.markdown import (
    EDITORIAL,
    dated,
    definitions,
    heading,
    link,
    section,
    span,
)
from generator.pages.writing.page import Page
from generator.words.say import say
from generator.words.wording import titled

MOST = 20
"""Most citing documents that a page names; where there are more, a page of its own lists all."""
OUTGOING = ("repeals", "amends", "forwards", "basis", "cites")
"""The groups of what a document cites, the strongest first."""
GROUPS: Mapping[Kind, str] = {
    "replaces": "repeals",
    "repeals": "repeals",
    "repeals_part": "repeals",
    "amends": "amends",
    "forwards": "forwards",
    "details": "basis",
    "implements": "basis",
}
"""What the line of a document's life says of two documents → the group that would say it again."""
INCOMING = {
    "repeals": "repealed",
    "amends": "amended",
    "forwards": "forwarded",
    "basis": "cited",
    "cites": "cited",
}
"""What each group is on the page of the other document."""


def group_of(citation: Citation) -> str:
    """The group to which a citation belongs.

    Empty for the instruments that a document issues itself.
    """
    if citation.relation == "cites":
        return {"basis": "basis", "amends": "amends"}.get(citation.role or "", "cites")
    groups = {"implements": "basis", "repeals": "repeals", "forwards": "forwards"}
    return groups.get(citation.relation, "")


def related_markdown(
    registers: Registers,
    issue: IssueRecord,
    record: DocumentRecord,
    documents: int,
    picture: str = "",
) -> str:
    """The section on a document's page; the issue that holds the document is always named.

    :param documents: how many that issue holds
    :param picture: of its neighbourhood; the lists below are its alternative
    """
    uri = document_uri(record)
    citations = registers.citations
    pairs: list[tuple[str, list[str]]] = []
    life = registers.lives.of.get(record.id)
    told = _told_of(life, record.id)
    for name, cited in outgoing_of(citations, record).items():
        new = (one for one in cited if (name, one.target) not in told)
        entries = [_outgoing(citations, record, one, uri) for one in new]
        pairs.append((say(f"related.{name}"), entries))
    told = _told_by(life, record.id)
    for name, found in incoming_of(citations, record).items():
        citing = [entry for entry in found if (name, entry.record.id) not in told]
        entries = [*_incoming(citing, uri), *_more(citing, record, uri)]
        pairs.append((say(f"related.{name}"), entries))
    same = issue_link(registers, issue, uri)
    held = say("related.issue_holds", issue=same, n=documents)
    pairs.append((say("related.issue"), [held]))
    blocks = [
        heading(2, say("related.title"), "related", EDITORIAL),
        picture,
        section("related", definitions(pairs)),
    ]
    return "\n\n".join(filter(None, blocks))


def _told_of(life: Life | None, id_: str) -> set[tuple[str, str | None]]:
    """What the line of a document says already that it does to others: the group, and the other."""
    own = (event for event in life.events if event.id == id_) if life else ()
    deeds = itertools.chain.from_iterable(event.deeds for event in own)
    return {(GROUPS[deed.kind], deed.on) for deed in deeds if deed.kind in GROUPS}


def _told_by(life: Life | None, id_: str) -> set[tuple[str, str | None]]:
    """What the line of a document says already that others do to it."""
    pairs = ((event.id, deed) for event in (life.events if life else ()) for deed in event.deeds)
    return {
        (INCOMING[GROUPS[deed.kind]], by)
        for by, deed in pairs
        if deed.on == id_ and deed.kind in GROUPS
    }


def is_held(citation: Citation) -> bool:
    """Whether the archive has what a citation means, or several documents that it can mean."""
    return bool(citation.target or citation.candidates)


def outgoing_of(citations: Citations, record: DocumentRecord) -> dict[str, list[Citation]]:
    """What a document cites, once each, by group."""
    grouped: dict[str, list[Citation]] = {name: [] for name in OUTGOING}
    for citation in record.document.citations:
        name = group_of(citation)
        if name and citation.target != record.id and not citation.alias_of:
            grouped[name].append(citation)
    listed: set[str] = set()
    return {name: list(_new(citations, record, found, listed)) for name, found in grouped.items()}


def _new(
    citations: Citations, record: DocumentRecord, found: Sequence[Citation], listed: set[str]
) -> Iterator[Citation]:
    """The citations of a group that mean what no other means.

    :param listed: what has been cited; what is new is added to it
    """
    for citation in found:
        known = citation.target or citations.cited.ids.get((record.id, citation))
        id_ = known or "|".join(citation.candidates or ())
        if id_ not in listed:
            listed.add(id_)
            yield citation


def incoming_of(citations: Citations, record: DocumentRecord) -> dict[str, list[Incoming]]:
    """The documents that cite one, each once under a name, in the order of the archive."""
    named: dict[str, dict[str, Incoming]] = {name: {} for name in INCOMING.values()}
    for entry in citations.incoming.get(record.id, ()):
        if group := group_of(entry.citation):
            named[INCOMING[group]].setdefault(entry.record.id, entry)
    return {name: list(found.values()) for name, found in named.items()}


def cited_by_uri(record: DocumentRecord) -> str:
    """Address of the page that lists all documents citing one."""
    return f"archive/{record.id}/cited-by.md"


def related_pages(registers: Registers) -> Iterator[Page]:
    """The long lists of documents that cite one."""
    for id_ in registers.citations.incoming:
        record = registers.citations.records[id_]
        named = incoming_of(registers.citations, record)
        if any(len(found) > MOST for found in named.values()):
            entries = {entry.record.id: entry for found in named.values() for entry in found}
            yield from _list(registers, record, list(entries.values()))


def _list(
    registers: Registers, record: DocumentRecord, entries: Sequence[Incoming]
) -> Iterator[Page]:
    """All documents that cite one, with the sentence."""
    title = record.document.title
    issuer = issuer_column(registers)
    columns: tuple[Column[Incoming], ...] = (
        Column(say("related.document"), _citing),
        Column(say("related.sentence"), lambda entry, _: escape(entry.sentence)),
        Column(issuer.name, lambda entry, uri: issuer.cell(entry.record, uri)),
        Column(say("term.date"), lambda entry, _: dated(entry.record.document.date)),
    )
    newest = sorted(entries, key=lambda entry: entry.record.day or "", reverse=True)
    yield from listing_pages(
        Listing(
            uri=cited_by_uri(record),
            title=say("cited.citing_title", name=titled(title)),
            description=say("cited.citing_description", name=titled(title), n=len(entries)),
            kind="listing",
            above=(home_crumb(), (title, document_uri(record))),
            columns=columns,
            groups=group_rows_by_year(newest, lambda entry: entry.record),
            intro=(say("listing.total", n=len(entries)),),
            limit=FEWER,
            newest_first=True,
        )
    )


def _outgoing(citations: Citations, record: DocumentRecord, citation: Citation, uri: str) -> str:
    """A cited document: its title and number, linked, and whether the archive lacks it."""
    address = citations.address(record, citation)
    title = citations.full_title(record, citation) or citation.number or ""
    name = f"[{escape_label(title)}]({href(address, uri)})" if address else escape(title)
    number = span(citation.number, "number") if citation.number and title != citation.number else ""
    return " ".join(filter(None, [name, number, _missing(citations, citation)]))


def _missing(citations: Citations, citation: Citation) -> str:
    """That the archive lacks a cited document, or only the part of it that this is; nothing where it is there."""
    if not is_held(citation):
        return span(say("related.not_held"), "muted")
    return span(say("related.elsewhere"), "muted") if citations.is_elsewhere(citation) else ""


def _incoming(found: Sequence[Incoming], uri: str) -> Iterator[str]:
    """The first documents that cite, with the sentence that does so."""
    for entry in found[:MOST]:
        quote = span(f"“{entry.sentence}”", "quote")
        yield f"{_citing(entry, uri)}<br>{quote}"


def _citing(entry: Incoming, uri: str) -> str:
    """A document that cites, linked to the place."""
    address = (document_uri(entry.record), entry.anchor)
    return f"[{escape_label(entry.record.document.title)}]({href(address, uri)})"


def _more(found: Sequence[Incoming], record: DocumentRecord, uri: str) -> Iterator[str]:
    """A link to all of them when a page cannot name them."""
    if len(found) > MOST:
        yield link(say("listing.all", n=len(found)), cited_by_uri(record), uri)
