"""Levels and lasting anchors of the headings of a document.

**Levels** follow the nesting of the kinds that are really there: the outermost heading of the body
is an ``h2``, that of an enclosure or attachment (whose own title is an ``h2``) an ``h3``; no level
is ever skipped, ``h6`` is the last.

**Anchors** are made from printed numbers, so that they outlive changes of the parser:

========================  =============================================================
一、                       ``s1``
（三） under 二、           ``s2-3``, and 1. under it ``s2-3-1``
第二章, 第一节 in it        ``ch2``, ``ch2-sec1``; a 编 above gives ``part1-ch2-sec1``
第二分编 in 第一编         ``part1-subpart2``; 第一目 in a 节 ``ch2-sec1-subsec1``
第十二条, 第五条之一         ``art-12``, ``art-5-1``: articles count through an instrument
（一） with caption in 第五条 ``art-5-s1``
enclosure                 ``enc`` when there is one, else ``enc-1``, ``enc-2``
attachment                ``att-1`` by its printed number, else by its order
a heading without number  ``title-1``, ``caption-1`` by order; 1. in a box 专栏1 ``title-1-s1``
========================  =============================================================

The body owns the plain anchors when it has numbered headings or articles; when it has none (a short
notice that issues an instrument), the first enclosure owns them. Every other part puts its own
anchor in front: ``enc-2-art-3``, ``att-1-s2``. A number printed twice gets ``-b``, then ``-c``.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from msgspec import UnsetType

from generator.lexicon.characters import squeeze
from generator.lexicon.enumerators import LEVELS, number_of
from generator.lexicon.expressions.stops import HEADING_STOPS
from generator.lexicon.numerals import read_number
from generator.model import (
    Article,
    Block,
    Document,
    Finding,
    Heading,
    Item,
    Paragraph,
    Part,
    PlacedArticle,
    Value,
)
from generator.model.block import is_table_caption

LAST_LEVEL = 6
RANKS = {
    name: rank
    for rank, name in enumerate(
        [
            "title", "part", "subpart", "chapter", "section", "subsection", "article",
            "1", "2", "3", "4", "5", "caption",
        ]
    )
}  # fmt: skip
"""Kinds of heading, outermost first."""
_WORDS = {
    "part": "part", "subpart": "subpart", "chapter": "ch", "section": "sec", "subsection": "subsec",
}  # fmt: skip
_RUNNING_IN = (Paragraph, Item)
"""Blocks that can open with a run-in heading."""
Opening = tuple[str, int]
"""Kind and number of a heading, 0 when it has none."""
RESERVED = (
    "title", "number", "notes", "notes-error", "notes-warning", "notes-info", "related", "network", "life", "force",
)  # fmt: skip
"""Anchors of a document page that are not made from its text."""


class TextLink(NamedTuple):
    """A stretch of a text that leads elsewhere."""

    start: int
    end: int
    """Offset after it."""
    href: str
    """Address as a Markdown link wants it."""
    title: str = ""
    """What it is called where the printed words do not say it:
    a short form or a bare number with the full title."""


class Pointed(Value, frozen=True, gc=False):
    """What findings point at."""

    anchor: str = ""
    """Id; empty when nothing points at it."""
    findings: tuple[Finding, ...] = ()
    """Those whose reading it alone holds."""
    damage: tuple[Finding, ...] = ()
    """Those of lost or disordered text that point at it, whatever it holds."""


class PlacedBlock(Value, frozen=True, gc=False):
    """A block with its place in the outline."""

    block: Block
    level: int = 0
    """Heading level, 0 when it is no heading."""
    anchor: str = ""
    """Id, empty when it has none."""
    links: Sequence[TextLink] = ()
    """Links in its text, in order, none inside another."""
    cell_links: Mapping[tuple[int, int], Sequence[TextLink]] = MappingProxyType({})
    """Links in the cells of a table, by row (header rows counted) and column."""
    findings: tuple[Finding, ...] = ()
    """Those whose reading it alone holds."""
    damage: tuple[Finding, ...] = ()
    """Those of lost or disordered text that point at it or, of a table, at one of its rows."""
    rows: Mapping[int, Pointed] = MappingProxyType({})
    """Rows of a table that are pointed at, by their index in ``rows``."""


class PlacedPart(Value, frozen=True, gc=False):
    """A part with its anchor and its placed blocks."""

    part: Part
    anchor: str
    """Id of its heading; empty for the body."""
    blocks: tuple[PlacedBlock, ...]
    damage: tuple[Finding, ...] = ()
    """The findings of lost or disordered text that point at its title."""


class _Entry(NamedTuple):
    """A heading or article that is open."""

    kind: str
    number: int
    """Its printed number, 0 when it has none."""
    path: str
    """Anchor without the part's prefix."""


@dataclass(slots=True)
class _Outline:
    """The open headings of one part while its blocks are placed."""

    base: int
    stack: list[_Entry] = field(default_factory=list)
    unnumbered: Counter[str] = field(default_factory=Counter)

    def open(self, kind: str, number: int, following: Sequence[Opening | None]) -> tuple[int, str]:
        """Close what the heading ends, open it; its level and its path."""
        if kind == "title":
            del self.stack[self._continued(following) :]
        else:
            self._close(kind, number)
        level = self.base + len(self.stack)
        path = self._path(kind, number)
        self.stack.append(_Entry(kind, number, path))
        return min(level, LAST_LEVEL), path

    def open_article(self, article: Article) -> tuple[int, str]:
        """Open an article; the level of its 第N条 and its path."""
        self._close("article", article.number)
        level = self.base + len(self.stack)
        path = f"art-{article.number}" + (f"-{article.insertion}" if article.insertion else "")
        self.stack.append(_Entry("article", article.number, path))
        return min(level, LAST_LEVEL), path

    def _continued(self, following: Sequence[Opening | None]) -> int:
        """How many open headings go on after a title.

        A box (专栏) is inside them, another title ends them.
        """
        for size in range(len(self.stack), 0, -1):
            entry = self.stack[size - 1]
            after = next(
                (opening[1] for opening in following if opening and opening[0] == entry.kind), 0
            )
            if entry.number and after == entry.number + 1:
                return size
        return 0

    def _close(self, kind: str, number: int) -> None:
        """Close the heading that this one continues.

        Where it continues none, its like in the innermost title, else inner kinds.
        """
        end = self._continued_heading(kind, number)
        if end is None:
            end = self._like_in_title(kind)
        if end is not None:
            del self.stack[end:]
        while kind != "article" and self.stack and RANKS[self.stack[-1].kind] >= RANKS[kind]:
            self.stack.pop()

    def _continued_heading(self, kind: str, number: int) -> int | None:
        """Index of the innermost open heading of a kind with the number before.

        None where there is none.
        """
        for index in reversed(range(len(self.stack))):
            entry = self.stack[index]
            if entry.kind == kind and entry.number + 1 == number:
                return index
        return None

    def _like_in_title(self, kind: str) -> int | None:
        """Index of the innermost open heading of a kind, unless a title is open inside it.

        None where there is none.
        """
        for index in reversed(range(len(self.stack))):
            if self.stack[index].kind == "title":
                return None
            if self.stack[index].kind == kind:
                return index
        return None

    def _path(self, kind: str, number: int) -> str:
        """The anchor of a heading from its number and those above it."""
        above = self.stack[-1] if self.stack else None
        if kind in ("title", "caption") or not number:
            word = kind if kind in ("title", "caption") else "heading"
            self.unnumbered[word] += 1
            return f"{word}-{self.unnumbered[word]}"
        inner = above is not None and above.kind in LEVELS and kind in LEVELS
        own = f"{number}" if inner else f"{_WORDS.get(kind, 's')}{number}"
        return f"{above.path}-{own}" if above else own


def place_parts(document: Document) -> tuple[PlacedPart, ...]:
    """The parts of a document with levels and anchors, unique on its page."""
    anchors = part_anchors(document.parts)
    plain = _owner_of_plain_anchors(document.parts)
    seen = {*RESERVED, *anchors}
    placed = []
    for index, part in enumerate(document.parts):
        prefix = "" if index == plain else f"{anchors[index] or 'body'}-"
        placed.append(PlacedPart(part, anchors[index], tuple(_place_blocks(part, prefix, seen))))
    return tuple(placed)


def nearest_anchors(document: Document) -> dict[tuple[int, int], str]:
    """For each block, by part and place, its anchor, or the last one before it on the page."""
    found = {}
    anchor = ""
    for index, part in enumerate(place_parts(document)):
        anchor = part.anchor or anchor
        for place, block in enumerate(part.blocks):
            if block.anchor and not is_caption_of(block, part.blocks[place + 1 : place + 2]):
                anchor = block.anchor
            found[index, place] = anchor
    return found


def place_articles(document: Document) -> tuple[PlacedArticle, ...]:
    """The articles of a document with their anchors, in the order of the text."""
    return tuple(
        PlacedArticle(index, placed.block.number, placed.block.insertion, placed.anchor)
        for index, part in enumerate(place_parts(document))
        for placed in part.blocks
        if isinstance(placed.block, Article)
    )


def part_anchors(parts: tuple[Part, ...]) -> list[str]:
    """The anchor of each part: ``""`` for the body, ``enc``, ``enc-2``, ``att-1`` and so on."""
    several = sum(part.kind == "enclosure" for part in parts) > 1
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    anchors = []
    for part in parts:
        counts[part.kind] += 1
        anchors.append(unique(_part_anchor(part, counts[part.kind], several=several), seen))
    return anchors


def _part_anchor(part: Part, nth: int, *, several: bool) -> str:
    """The anchor of the ``nth`` part of its kind."""
    if part.kind == "attachment":
        return f"att-{_label_number(part.label) or nth}"
    if part.kind == "enclosure":
        return f"enc-{nth}" if several else "enc"
    return "" if nth == 1 else f"body-{nth}"


def run_in(block: Block) -> tuple[str, str, str] | None:
    """Kind, heading and rest of a paragraph or item that opens with a run-in heading.

    No character is lost. ``（二）加强领导。各级要……`` gives ``("2", "（二）加强领导。", "各级要……")``.
    """
    if not isinstance(block, _RUNNING_IN) or not block.lead or block.kind not in RANKS:
        return None
    begin = block.text.find(block.lead)
    end = begin + len(block.lead)
    if begin < 0 or isinstance(block.enumerator, UnsetType) or begin > block.enumerator + 1:
        return None
    end += block.text[end : end + 1] in tuple(HEADING_STOPS)
    return block.kind, block.text[:end], block.text[end:]


def is_caption_of(placed: PlacedBlock, following: Sequence[PlacedBlock]) -> bool:
    """Whether a heading is the caption of the table that follows and is shown there."""
    return is_table_caption(placed.block, following[0].block if following else None)


def unique(anchor: str, seen: set[str]) -> str:
    """The anchor, with ``-b``, ``-c`` … when the page has it already; it is added to ``seen``."""
    name, nth = anchor, 2
    while name and name in seen:
        name = f"{anchor}-{chr(96 + nth) if nth <= 26 else nth}"
        nth += 1
    seen.add(name)
    return name


def _place_blocks(part: Part, prefix: str, seen: set[str]) -> Iterator[PlacedBlock]:
    """The blocks of a part, headings and articles with level and anchor."""
    outline = _Outline(base=2 if part.kind == "body" else 3)
    openings = [_opening(block) for block in part.blocks]
    for index, (block, opening) in enumerate(zip(part.blocks, openings, strict=True)):
        if opening:
            level, path = outline.open(*opening, openings[index + 1 :])
            yield PlacedBlock(block, level, unique(prefix + path, seen))
        elif isinstance(block, Article):
            level, path = outline.open_article(block)
            yield PlacedBlock(block, level, unique(prefix + path, seen))
        else:
            yield PlacedBlock(block)


def _number(block: Heading | Item | Paragraph) -> int:
    """The number of the enumerator that opens a block, 0 when there is none."""
    return 0 if isinstance(block.number, UnsetType) else number_of(block.number)


def _opening(block: Block) -> Opening | None:
    """Kind and number of the heading that a block is or opens with."""
    if isinstance(block, Heading):
        return (block.kind if block.kind in RANKS else "title"), _number(block)
    found = run_in(block)
    return (found[0], _number(block)) if found and isinstance(block, _RUNNING_IN) else None


def _owner_of_plain_anchors(parts: tuple[Part, ...]) -> int:
    """Index of the part whose anchors have no prefix.

    It is the body, or the first enclosure of a body without numbers.
    """
    candidates = [index for index, part in enumerate(parts) if part.kind == "body"][:1]
    candidates += [index for index, part in enumerate(parts) if part.kind == "enclosure"][:1]
    for index in candidates:
        if any(isinstance(block, Article) or _opening(block) for block in parts[index].blocks):
            return index
    return candidates[0] if candidates else -1


def _label_number(label: str | None) -> int | None:
    """1 for 附件1, 附件一, 附件１：."""
    text = squeeze(label or "").removeprefix("附件").removeprefix("附表").strip("：:()（）.、")
    return read_number(text) if text else None
