"""The text of a document as search sees it: lines with the anchor to which a reader is led, and zones.

A word of a query has to stand within one line (a block, a cell, a name), so a zone is a set of whole lines: the title
with the number, the headings, and six stretches of the body of about the same length.
"""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import UnsetType

from generator.model import Article, Block, Document, Heading, Roster, Table
from generator.model.block import block_texts
from generator.outline.headings import PlacedPart, place_parts, run_in
from generator.search.normalise import fold
from generator.words.element_texts import ELEMENTS

TITLE, HEADING, BODY = 1, 2, 4
"""Bits of the zones; the six of the body are ``BODY << 0`` to ``BODY << 5``."""
ZONES = 6
SHORT = 600
"""A text of fewer characters is one zone."""
PIECE = 2000
"""Characters of a piece of text that is fetched at once, more or less."""


class Line(NamedTuple):
    """A line of the body."""

    anchor: str
    """Id on the page of the document; empty for its top."""
    label: str
    """What stands at the anchor: ``第五条``, ``一、指导思想``."""
    text: str
    """As the page shows it."""
    heading: bool = False
    """Whether it is a heading or opens with one."""


class SearchText(NamedTuple):
    """A document as search sees it."""

    title: str
    number: str
    zones: tuple[tuple[Line, ...], ...]
    """Lines of the body by zone."""
    folded: tuple[str, ...]
    """Folded text of title, headings and each zone; lines end in a line feed."""

    @property
    def length(self) -> int:
        """Folded characters of the body."""
        return sum(map(len, self.folded[2:]))


def search_text(document: Document) -> SearchText:
    """The text of a document."""
    lines = [line for line in document_lines(document) if line.text.strip()]
    folded = [fold(line.text) for line in lines]
    total, start = sum(map(len, folded)), 0
    zones: list[list[Line]] = [[] for _ in range(ZONES)]
    texts: list[list[str]] = [[] for _ in range(ZONES)]
    for line, plain in zip(lines, folded, strict=True):
        zone = start * ZONES // total if total >= SHORT else 0
        zones[zone].append(line)
        texts[zone].append(plain)
        start += len(plain)
    title = (fold(document.title), fold(document.number or ""))
    headings = [plain for line, plain in zip(lines, folded, strict=True) if line.heading]
    joined = ("\n".join(group) for group in (title, headings, *texts))
    return SearchText(document.title, document.number or "", tuple(map(tuple, zones)), tuple(joined))


def pieces_of(text: SearchText) -> tuple[tuple[Line, ...], ...]:
    """The body in 1, 2, 3 or 6 pieces of whole zones, none much longer than :data:`PIECE`."""
    count = next((count for count in (1, 2, 3) if text.length <= count * PIECE), ZONES)
    size = ZONES // count
    return tuple(sum(text.zones[first : first + size], ()) for first in range(0, ZONES, size))


def document_lines(document: Document) -> Iterator[Line]:
    """Every line that the page of a document shows below its title, in the order of the print."""
    above = [element.text(document) for element in ELEMENTS if element.above]
    yield from (Line("", "", text) for text in (document.head, *above) if text)
    body, *others = [list(part_lines(part)) for part in place_parts(document)] or [[]]
    yield from body
    anchor, label = (body[-1].anchor, body[-1].label) if body else ("", "")
    below = [element.text(document) for element in ELEMENTS if not element.above]
    yield from (Line(anchor, label, text) for text in below)
    for part in others:
        yield from part


def part_lines(placed: PlacedPart) -> Iterator[Line]:
    """The lines of a part: its own title, then its blocks under the nearest anchor above them.

    The caption of a table is a line unless the heading above the table says it.
    """
    own = [text for text in (placed.part.label, placed.part.title) if text]
    anchor, label, above = placed.anchor, "　".join(own), placed.part.title
    yield from (Line(anchor, label, text, heading=True) for text in own)
    for block in placed.blocks:
        opens = _opening(block.block)
        if block.anchor:
            anchor, label = block.anchor, opens
        heads = bool(opens) and not isinstance(block.block, Article)
        if isinstance(block.block, Table) and block.block.caption != above:
            yield Line(anchor, label, block.block.caption or "")
        yield from (Line(anchor, label, text, heads) for text in block_lines(block.block))
        above = block.block.text if isinstance(block.block, Heading) else above


def block_lines(block: Block) -> Iterator[str]:
    """The lines of a block: a name with its post is one, every cell is one."""
    if isinstance(block, Roster):
        for group in block.groups:
            yield group.role or ""
            yield from ("　".join(filter(None, (member.name, member.post))) for member in group.members)
    else:
        yield from block_texts(block)


def _opening(block: Block) -> str:
    """What a block opens with: the text of a heading, a run-in heading, 第N条; empty for all others."""
    if isinstance(block, Article):
        return "" if isinstance(block.enumerator, UnsetType) else block.text[: block.enumerator].strip()
    found = run_in(block)
    return block.text if isinstance(block, Heading) else found[1] if found else ""
