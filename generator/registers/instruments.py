"""The instruments (办法, 方案, 规定 …) that documents issue: what most people look for, in what is by its own kind a 通知."""

from collections.abc import Iterator

from generator.lexicon.kinds import read_kind
from generator.model import Document, Value
from generator.outline.headings import part_anchors


class Instrument(Value, frozen=True):
    """An instrument that a document issues: one of its parts, which has a title of its own."""

    title: str
    """As printed above its text."""
    kind: str | None
    """文种 in which that ends: 办法; null where it ends in none."""
    part: int
    """Index of the part, from 0."""
    anchor: str
    """Of the part on the page of the document: ``enc``, ``enc-2``."""


def list_instruments(document: Document) -> tuple[Instrument, ...]:
    """What a document issues, in the order of the print.

    Only parts count that were read as such and that print a title.
    """
    return tuple(_find_instruments(document))


def _find_instruments(document: Document) -> Iterator[Instrument]:
    """The parts of a document that are instruments."""
    if not any(part.kind == "enclosure" for part in document.parts):
        return
    anchors = part_anchors(document.parts)
    for nth, (part, anchor) in enumerate(zip(document.parts, anchors, strict=True)):
        if part.kind == "enclosure" and part.title:
            yield Instrument(part.title, read_kind(part.title), nth, anchor)


def kinds_of(document: Document) -> tuple[str, ...]:
    """The kinds under which a document is found: its own (文种), then those of what it issues, each once."""
    issued = (one.kind for one in list_instruments(document))
    return tuple(dict.fromkeys(filter(None, (document.kind, *issued))))
