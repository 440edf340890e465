"""The text of a document as search sees it.

It has lines, each with the anchor to which a reader is led, and zones. A word of a query has to be
within one line (a block, a cell), so a zone is a set of whole lines: the title with the number and
the titles of the instruments that it issues, the headings, and six stretches of the body of about the
same length. A name is shown in one line with its post, and neither is found across the end of the other.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from msgspec import UnsetType

from generator.model import Article, Block, Document, Heading, Roster, Table
from generator.model.block import block_texts, group_heads
from generator.outline.headings import PlacedPart, place_parts, run_in
from generator.registers.instruments import list_instruments
from generator.search.normalise import END, fold
from generator.words.element_texts import ELEMENTS

TITLE, HEADING, BODY = 1, 2, 4
"""Bits of the zones; the six of the body are ``BODY << 0`` to ``BODY << 5``."""
ZONES = 6
SHORT = 600
"""A text of fewer characters is one zone."""
PIECE = 1000
"""Usual length of a piece of text that is fetched at once, in characters; in a pack it takes some 1.7 bytes each."""


class Line(NamedTuple):
    """A line of the body."""

    anchor: str
    """Id on the page of the document; empty for its top."""
    label: str
    """What is at the anchor: ``第五条``, ``一、指导思想``."""
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
    """Folded text of title, headings and each zone; lines, and what is apart in a line, end in a line feed."""

    @property
    def length(self) -> int:
        """Folded characters of the body."""
        return sum(map(len, self.folded[2:]))


def search_text(document: Document) -> SearchText:
    """The text of a document."""
    lines = [line for line in document_lines(document) if line.text.strip()]
    folded = [fold(line.text) for line in lines]
    zones: list[list[Line]] = [[] for _ in range(ZONES)]
    texts: list[list[str]] = [[] for _ in range(ZONES)]
    headings = []
    for line, plain, zone in zip(lines, folded, _zones_of(folded), strict=True):
        zones[zone].append(line)
        texts[zone].append(plain)
        if line.heading:
            headings.append(plain)
    number = document.number or ""
    issued = (one.title for one in list_instruments(document))
    title = (fold(document.title), fold(number), *map(fold, issued))
    joined = map("\n".join, (title, headings, *texts))
    folded_zones = (text.replace(END, "\n") for text in joined)
    return SearchText(document.title, number, tuple(map(tuple, zones)), tuple(folded_zones))


def _zones_of(folded: Sequence[str]) -> Iterator[int]:
    """The zone of each line of the body: that in which the line begins.

    Where the body is short, all are in the first.
    """
    total, start = sum(map(len, folded)), 0
    for line in folded:
        yield start * ZONES // total if total >= SHORT else 0
        start += len(line)


def pieces_of(text: SearchText) -> tuple[tuple[Line, ...], ...]:
    """The body in 1, 2, 3 or 6 pieces of whole zones, none much longer than :data:`PIECE`."""
    count = next((count for count in (1, 2, 3) if text.length <= count * PIECE), ZONES)
    size = ZONES // count
    return tuple(sum(text.zones[first : first + size], ()) for first in range(0, ZONES, size))


def document_lines(document: Document) -> Iterator[Line]:
    """Every line that the page of a document shows below its title, in the order of the print."""
    above, below = _element_texts(document, above=True), _element_texts(document, above=False)
    body, *others = [list(part_lines(part)) for part in place_parts(document)] or [[]]
    end = body[-1] if body else Line("", "", "")
    yield from (Line("", "", text) for text in (document.head, *above) if text)
    yield from body
    yield from (Line(end.anchor, end.label, text) for text in below)
    yield from chain.from_iterable(others)


def _element_texts(document: Document, *, above: bool) -> list[str]:
    """The elements that a page shows above the text of a document, or those below it."""
    return [element.text(document) for element in ELEMENTS if element.above is above]


def part_lines(placed: PlacedPart) -> Iterator[Line]:
    """The lines of a part: its own title, then its blocks under the nearest anchor above them.

    The caption of a table is a line unless the heading above the table says it.
    """
    own = list(filter(None, (placed.part.label, placed.part.title)))
    anchor, label, above = placed.anchor, "　".join(own), placed.part.title
    yield from (Line(anchor, label, text, heading=True) for text in own)
    for placed_block in placed.blocks:
        block = placed_block.block
        opening = _opening(block)
        if placed_block.anchor:
            anchor, label = placed_block.anchor, opening
        if isinstance(block, Table) and block.caption != above:
            yield Line(anchor, label, block.caption or "")
        is_heading = bool(opening) and not isinstance(block, Article)
        yield from (Line(anchor, label, text, is_heading) for text in block_lines(block))
        if isinstance(block, Heading):
            above = block.text


def block_lines(block: Block) -> Iterator[str]:
    """The lines of a block: a name with its post is one, apart in it; every cell is one, its line breaks blanks."""
    if isinstance(block, Roster):
        for heads, group in group_heads(block):
            yield from heads
            yield from (
                END.join(filter(None, (member.name, member.post))) for member in group.members
            )
    else:
        yield from (" ".join(text.splitlines()) for text in block_texts(block))


def _opening(block: Block) -> str:
    """What a block opens with: the text of a heading, a run-in heading, 第N条.

    Empty for all others.
    """
    if isinstance(block, Article):
        return (
            ""
            if isinstance(block.enumerator, UnsetType)
            else block.text[: block.enumerator].strip()
        )
    if isinstance(block, Heading):
        return block.text
    found = run_in(block)
    return found[1] if found else ""
