"""Documents and what they rest on as a picture: who cites to the left, what is cited to the right.

The layout is made here, once, without styles. A picture is for the eye alone: those who listen and those who use a
keyboard have the lists or tables on the same page, which say all that it says and carry the links.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.model import DocumentRecord
from generator.pages.index.citations import Citations
from generator.pages.index.related import incoming_of, is_held, outgoing_of
from generator.pages.writing.escape import escape_html, language_of
from generator.words.say import say

FEWEST = 4
"""Fewest documents around one that a picture shows more of than their lists, when some are on either side."""
MOST = 12
"""Most documents on each side of the picture of one document; the others are a number."""
WIDTH, ROW, BOX, LINE, TEXT = 720, 48, 210, 17, 14
"""Units of the drawing: its width, the height of a row, the width of a box,
the height of a line and its characters."""
_GAP = 4
"""Room between a box and the row above it."""


class Node(NamedTuple):
    """A document in the picture."""

    title: str
    """Its title, or its number."""
    kind: str
    """``held`` by the archive, only ``cited``, or the document it``self``."""


def network_picture(citations: Citations, record: DocumentRecord) -> str:
    """The neighbourhood of a document where a picture shows more than the lists below it do; else empty."""
    citing, cited = _citing(citations, record), _cited(citations, record)
    if not citing or not cited or len(citing) + len(cited) < FEWEST:
        return ""
    return network_svg(citations, record)


def network_svg(citations: Citations, record: DocumentRecord) -> str:
    """The neighbourhood of a document; empty for a document without neighbours."""
    citing = _citing(citations, record)
    cited = _cited(citations, record)
    if not citing and not cited:
        return ""
    left, right = _shown(citing), _shown(cited)
    height = max(len(left), len(right), 2) * ROW
    middle = height // 2
    centre = (WIDTH - BOX) // 2
    to_itself = (centre, middle)
    from_itself = (centre + BOX, middle)
    shapes = [
        *(line((BOX, y), to_itself) for y in middles(len(left), height)),
        *(line(from_itself, (WIDTH - BOX, y)) for y in middles(len(right), height)),
        *column(left, 0, height),
        *column(right, WIDTH - BOX, height),
        *_box(centre, middle, Node(say("network.this_document"), "self")),
    ]
    return figure(height, shapes)


def figure(height: int, shapes: Iterable[str]) -> str:
    """The picture, which nobody hears."""
    return "\n".join(
        [
            '<figure class="network" aria-hidden="true">',
            f'<svg viewBox="0 0 {WIDTH} {height}">',
            *shapes,
            "</svg>",
            "</figure>",
        ]
    )


def middles(number: int, height: int) -> list[int]:
    """The middles of this many boxes below each other, in the middle of the height."""
    top = (height - number * ROW) // 2
    return [top + row * ROW + ROW // 2 for row in range(number)]


def column(nodes: Sequence[Node], x: int, height: int) -> Iterator[str]:
    """The boxes of one side."""
    for node, y in zip(nodes, middles(len(nodes), height), strict=True):
        yield from _box(x, y, node)


def line(begin: tuple[int, int], end: tuple[int, int]) -> str:
    """A curve between two boxes."""
    return lines([(begin, end)])


def lines(ends: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> str:
    """Curves between boxes, each by its two ends, as one shape."""
    curves = []
    for (x, y), (x_end, y_end) in ends:
        half = (x + x_end) // 2
        curves.append(f"M{x} {y}C{half} {y} {half} {y_end} {x_end} {y_end}")
    return f'<path class="network-line" d="{"".join(curves)}"></path>'


def _citing(citations: Citations, record: DocumentRecord) -> list[Node]:
    """The documents that cite one, each once."""
    found = itertools.chain.from_iterable(incoming_of(citations, record).values())
    records = {entry.record.id: entry.record for entry in found}.values()
    return [Node(citing.document.title, "held") for citing in records]


def _cited(citations: Citations, record: DocumentRecord) -> list[Node]:
    """The documents that one cites, held or not."""
    nodes = []
    found = itertools.chain.from_iterable(outgoing_of(citations, record).values())
    for citation in found:
        title = citations.full_title(record, citation) or citation.number or ""
        nodes.append(Node(title, "held" if is_held(citation) else "cited"))
    return nodes


def _shown(nodes: Sequence[Node]) -> list[Node]:
    """The documents that a side has room for, and how many more there are."""
    rest = len(nodes) - MOST
    more = [Node(say("network.more", n=rest), "held")] if rest > 0 else []
    return [*nodes[:MOST], *more]


def _box(x: int, y: int, node: Node) -> Iterator[str]:
    """A box with its label; a pointer is shown the whole title where the label is cut."""
    size = f'width="{BOX - 2}" height="{ROW - 2 * _GAP}"'
    box = f'<rect class="network-{node.kind}" x="{x + 1}" y="{y - ROW // 2 + _GAP}" {size}></rect>'
    lines, language = _lines(node.title), language_of(node.title)
    first = y - LINE * (len(lines) - 1) / 2
    middle = 'text-anchor="middle" dominant-baseline="central"'
    label = ""
    for number, text in enumerate(lines):
        place = f'x="{x + BOX // 2}" {middle} y="{first + LINE * number:g}"'
        label += f'<text class="network-label" {place}{language}>{escape_html(text)}</text>'
    if "".join(lines) == node.title:
        yield f"{box}{label}"
        return
    yield f"<g{language}><title>{escape_html(node.title)}</title>{box}{label}</g>"


def _lines(title: str) -> list[str]:
    """The title on two lines at most, cut in its middle where it is longer.

    Many titles begin or end alike.
    """
    if len(title) <= TEXT:
        return [title]
    if len(title) <= 2 * TEXT:
        return [title[:TEXT], title[TEXT:]]
    return [title[:TEXT], f"…{title[1 - TEXT :]}"]
