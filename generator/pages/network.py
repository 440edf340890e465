"""The neighbourhood of a document as a picture: who cites it to the left, what it cites to the right.

The layout is made here, once; the picture holds no links (raw SVG would need addresses that MkDocs does not know) and
no styles. The lists of 相关文件 around it say the same with links.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model import DocumentRecord
from generator.pages.citations import Citations, Incoming
from generator.pages.escape import escape_html
from generator.pages.related import incoming_of, outgoing_of

MOST = 12
"""Documents on each side; the rest is a number."""
WIDTH, ROW, BOX, TEXT = 720, 30, 210, 13
"""Units of the drawing: its width, the height of a row, the width of a box, characters of a label."""
_SIDES = {"left": 0, "right": WIDTH - BOX}
_CENTRE = (WIDTH - BOX) // 2


class Node(NamedTuple):
    """A document in the picture."""

    label: str
    """Its title, or its number."""
    held: bool
    """Whether the archive holds it."""


def network_svg(citations: Citations, record: DocumentRecord) -> str:
    """The picture; empty for a document without neighbours."""
    citing = [Node(entry.record.document.title, held=True) for entry in _citing(citations, record)]
    cited = [
        Node(citations.full_title(record, citation) or citation.number or "", held=citation.target is not None)
        for found in outgoing_of(citations, record).values()
        for citation in found
    ]
    if not citing and not cited:
        return ""
    rows = max(min(len(side), MOST) + (len(side) > MOST) for side in (citing, cited))
    height = max(rows, 2) * ROW + 2
    title = f"引用关系图：{len(citing)}件引用本件（左），本件引用{len(cited)}件（右）；各件见下列清单。"
    return "\n".join(
        [
            '<figure class="network">',
            f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="network">',
            f'<title id="network">{escape_html(title)}</title>',
            *_side("left", citing, height),
            *_side("right", cited, height),
            *_box(_CENTRE, height // 2, Node("本件", held=True), "self"),
            "</svg>",
            "</figure>",
        ]
    )


def _citing(citations: Citations, record: DocumentRecord) -> list[Incoming]:
    """The documents that cite one, each once."""
    found = (entry for entries in incoming_of(citations, record).values() for entry in entries)
    return list({entry.record.id: entry for entry in found}.values())


def _side(side: str, nodes: Sequence[Node], height: int) -> Iterator[str]:
    """The boxes of one side, each with its line to the middle."""
    shown = list(nodes[:MOST])
    if len(nodes) > MOST:
        shown.append(Node(f"另有{len(nodes) - MOST:,}件", held=True))
    top = (height - len(shown) * ROW) // 2
    for row, node in enumerate(shown):
        y = top + row * ROW + ROW // 2
        yield _line(side, y, height // 2)
        yield from _box(_SIDES[side], y, node, "held" if node.held else "cited")


def _line(side: str, y: int, middle: int) -> str:
    """A curve between a box and the middle."""
    begin, end = (BOX, _CENTRE) if side == "left" else (_CENTRE + BOX, WIDTH - BOX)
    first, last = (y, middle) if side == "left" else (middle, y)
    half = (begin + end) // 2
    return f'<path class="network-line" d="M{begin} {first}C{half} {first} {half} {last} {end} {last}"></path>'


def _box(x: int, y: int, node: Node, kind: str) -> Iterator[str]:
    """A box with its label, cut where it would leave the box."""
    label = node.label if len(node.label) <= TEXT else f"{node.label[: TEXT - 1]}…"
    size = f'width="{BOX - 2}" height="{ROW - 6}"'
    yield f'<rect class="network-{kind}" x="{x + 1}" y="{y - ROW // 2 + 3}" {size}></rect>'
    yield (
        f'<text class="network-label" x="{x + BOX // 2}" y="{y}" text-anchor="middle" dominant-baseline="central">'
        f"{escape_html(label)}</text>"
    )
