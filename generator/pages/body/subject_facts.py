"""What the fact box of a document says of the instruments that it issues, and of what it is about."""

from collections.abc import Iterator

from generator.model import Document, Topic
from generator.pages.index.indexes import Registers
from generator.pages.index.topic_basis import say_basis
from generator.pages.writing.addresses import topic_uri
from generator.pages.writing.markdown import link
from generator.registers.instruments import list_instruments
from generator.words.say import say


def instrument_values(registers: Registers, document: Document, uri: str) -> Iterator[str]:
    """Each instrument as a link to its text, with its kind as a link to the list of its like."""
    for one in list_instruments(document):
        title = link(f"《{one.title}》", uri, uri, one.anchor)
        if one.kind is None:
            yield title
        else:
            kind = link(one.kind, registers.kinds.uri(one.kind), uri)
            yield say("document.instrument", instrument=title, kind=kind)


def topic_values(topics: tuple[Topic, ...], uri: str) -> Iterator[str]:
    """Each class as a link to its documents, with what decided for it."""
    for topic in topics:
        name = link(topic.name, topic_uri(topic.code), uri)
        yield say("document.topic", topic=name, basis=say_basis(topic))
