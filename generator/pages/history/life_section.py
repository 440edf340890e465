"""沿革: the line of a document's life on its page, by date, each event with the words that say so."""

from collections.abc import Iterator

from generator.life.lifelines import Deed, Event, Life
from generator.model import DocumentRecord
from generator.pages.index.citations import href
from generator.pages.index.indexes import Registers
from generator.pages.writing.addresses import address_uri, document_uri
from generator.pages.writing.escape import escape, escape_label
from generator.pages.writing.markdown import (
    EDITORIAL,
    dated,
    heading,
    link,
    paragraph,
    section,
    span,
)
from generator.words.say import say

LIFE = "life"
"""Anchor of the section."""
MOST_QUOTED = 2
"""Most sentences that are quoted of one document."""


def compared_uri(id_: str) -> str:
    """Address of the page that compares what a document issues with the version before it."""
    return f"archive/{id_}/compared.md"


def life_fact(life: Life | None) -> list[str]:
    """How many documents there are in the line of a document, as a link to it; nothing without one."""
    if life is None:
        return []
    return [f"[{say('life.documents', n=len(life.events) + life.more)}](#{LIFE})"]


def life_markdown(registers: Registers, record: DocumentRecord) -> str:
    """The section on a document's page; empty where nothing is known that another did to it."""
    life = registers.lives.of.get(record.id)
    if life is None:
        return ""
    uri = document_uri(record)
    events = (_event(event, record, uri) for event in life.events)
    blocks = [
        heading(2, say("life.title"), LIFE, EDITORIAL),
        section(f"life {EDITORIAL}", "\n".join(f"1. {event}" for event in events)),
    ]
    if life.more:
        more = say("life.more", shown=str(len(life.events)), n=life.more)
        blocks.append(paragraph(more, EDITORIAL))
    blocks += [
        paragraph(link(say("life.compare"), compared_uri(newer), uri), EDITORIAL)
        for newer in dict.fromkeys(newer for newer, _ in life.compared)
    ]
    return "\n\n".join(blocks)


def _event(event: Event, record: DocumentRecord, uri: str) -> str:
    """A document of the line: its date, what happened, its title, and the words that say so."""
    day = dated(event.day) if event.day else span(say("life.undated"), "muted")
    what = f"**{say('list.comma').join(dict.fromkeys(_happened(event)))}**"
    said = list(dict.fromkeys(filter(None, (_quoted(event, deed, uri) for deed in event.deeds))))
    title = _title(event, record, uri)
    return "<br>".join([f"{day} {what} {title}", *said[:MOST_QUOTED]])


def _title(event: Event, record: DocumentRecord, uri: str) -> str:
    """The title of a document of the line, a link unless it is the document of the page."""
    if event.id == record.id:
        here = span(say("life.here"), "muted")
        return f'<span aria-current="true">{escape(event.title)}</span> {here}'
    return link(event.title, address_uri(event.id), uri)


def _happened(event: Event) -> Iterator[str]:
    """What a document did to others of the line, else that it appeared."""
    for deed in event.deeds:
        yield say(f"life.{deed.kind}")
    if not event.deeds:
        yield say("life.issued") if event.issues else say("life.published")


def _quoted(event: Event, deed: Deed, uri: str) -> str:
    """The words that say what a document does to another, as a link to their place."""
    if not deed.sentence:
        return span(say("life.same_title"), "quote") if deed.kind == "reissues" else ""
    quoted = escape_label(f"“{deed.sentence}”")
    place = href((address_uri(event.id), deed.anchor), uri)
    return (
        f'<span class="quote">[{quoted}]({place})</span>'
        if deed.anchor
        else (f'<span class="quote">{escape(f"“{deed.sentence}”")}</span>')
    )
