"""A part of a document in Akoma Ntoso: headings, chapters and articles inside each other, as the outline has them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from msgspec import UnsetType

from generator.forms.akoma_blocks import Piece, Refs, block_pieces, blocks_xml, inline
from generator.forms.akoma_names import element_id
from generator.lexicon.enumerators import number_of
from generator.model import Article, Heading, Item, Paragraph
from generator.outline.headings import PlacedBlock, PlacedPart, run_in

DIVISIONS = ("part", "subpart", "chapter", "section", "subsection")
"""Kinds of heading that Akoma Ntoso has an element of the same name for; any other is a ``level``."""


@dataclass(slots=True)
class Division:
    """A heading or an article with what is below it."""

    tag: str
    level: int
    anchor: str = ""
    num: str = ""
    heading: str = ""
    pieces: list[Piece] = field(default_factory=list)
    """Its own blocks, which are before its divisions."""
    below: list["Division"] = field(default_factory=list)
    kind: str = ""
    """Kind of its enumerator."""
    number: int = 0
    """Its printed number, 0 where it has none."""
    behind: str = ""
    """The anchor that it counts on from, where it has none of its own."""
    listed: set[str] = field(default_factory=set)
    """Kinds of the enumerators of the items in it."""

    def names(self) -> str:
        """The attributes by which it is named."""
        if self.behind:
            return f' eId="{element_id(self.behind)}__next_{self.number}"'
        return named(self.anchor)


class Outline:
    """The divisions of a part while its blocks are taken in order."""

    def __init__(self, index: int, part: PlacedPart, refs: Refs) -> None:
        """Begin a part.

        :param index: of the part in its document
        """
        self._index, self._part, self._refs = index, part, refs
        self._open = [Division("", 0)]

    def add(self, pieces: Iterable[Piece]) -> None:
        """Take blocks that are no part of the outline."""
        self._open[-1].pieces += pieces

    def take(self, place: int) -> None:
        """Take a block of the part."""
        placed = self._part.blocks[place]
        find = self._division if placed.level else self._continuation
        division = find(place, placed)
        if division is None:
            if isinstance(placed.block, Item):
                self._open[-1].listed.add(placed.block.kind)
            self.add(block_pieces(self._part.part, place, self._index, self._refs))
            return
        while self._open[-1].level >= division.level:
            self._open.pop()
        self._open[-1].below.append(division)
        self._open.append(division)

    def xml(self) -> str:
        """The content of the part."""
        root = self._open[0]
        return blocks_xml(root.pieces) + "".join(map(_division_xml, root.below))

    def _continuation(self, place: int, placed: PlacedBlock) -> Division | None:
        """The division of an item without a caption that is beside an open one: （三） below what is in （二）.

        One that does not count on (1. 1. 3.) is beside it, too, in the order of the print, as long as it does not
        begin a list of its own: a wrong number is no sign that something is below something.
        """
        block = placed.block
        if not isinstance(block, Item) or isinstance(block.number, UnsetType):
            return None
        before, number = self._like(block.kind), number_of(block.number)
        if before is None or not before.number or self._begins_list(place, before):
            return None
        counts_on = number == before.number + 1
        (piece,) = block_pieces(self._part.part, place, self._index, self._refs)
        return Division(
            "level",
            before.level,
            num=piece.num,
            pieces=[Piece(piece.xml, "p")],
            kind=block.kind,
            number=number,
            behind=(before.behind or before.anchor) if counts_on else "",
        )

    def _begins_list(self, place: int, before: Division) -> bool:
        """Whether an item begins a list inside a division of its kind: 1. 2. …, behind which that one is counted on."""
        expected = 1
        for placed in self._part.blocks[place:]:
            block = placed.block
            if placed.level and placed.level < before.level:
                break
            if not isinstance(block, Item | Heading) or block.kind != before.kind:
                continue
            number = 0 if isinstance(block.number, UnsetType) else number_of(block.number)
            if placed.level or number != expected:
                return expected > 2 and number in {1, before.number + 1}
            expected += 1
        return expected > 2

    def _like(self, kind: str) -> Division | None:
        """The innermost open division of a kind, unless an article, a box or a list of that kind is open inside it."""
        for division in reversed(self._open):
            if division.kind == kind:
                return None if kind in division.listed else division
            if division.tag == "article" or division.kind == "title" or kind in division.listed:
                return None
        return None

    def _division(self, place: int, placed: PlacedBlock) -> Division | None:
        """The division that a block opens."""
        block = placed.block
        refs = self._refs.get((self._index, place, None, None), ())
        if not isinstance(block, Heading | Article | Paragraph | Item):
            return None
        end = 0 if isinstance(block.enumerator, UnsetType) else block.enumerator
        num = inline(block.text, refs, 0, end)
        if isinstance(block, Article):
            own = Piece(inline(block.text, refs, end), "p")
            return Division("article", placed.level, placed.anchor, num, "", [own])
        tag = block.kind if block.kind in DIVISIONS else "level"
        found = run_in(block)
        stop = len(found[1]) if found else len(block.text)
        rest = [Piece(inline(block.text, refs, stop), "p")] if found else []
        heading = inline(block.text, refs, end, stop)
        number = 0 if isinstance(block.number, UnsetType) else number_of(block.number)
        opened = Division(tag, placed.level, placed.anchor, num, heading, rest)
        opened.kind, opened.number = block.kind or "", number
        return opened


def named(anchor: str) -> str:
    """The attributes by which an element is named: its eId, and as wId the anchor on the page."""
    return f' eId="{element_id(anchor)}" wId="{anchor}"' if anchor else ""


def _division_xml(division: Division) -> str:
    """A division with all that is below it."""
    num = f"<num>{division.num}</num>" if division.num else ""
    heading = f"<heading>{division.heading}</heading>" if division.heading else ""
    below = "".join(map(_division_xml, division.below))
    if division.tag == "article":
        inside = _article_xml(division) + below
    else:
        own = blocks_xml(division.pieces)
        name = "intro" if below else "content"
        inside = (f"<{name}>{own}</{name}>" if own else "") + below
    return f"<{division.tag}{division.names()}>{num}{heading}{inside}</{division.tag}>"


def _article_xml(article: Division) -> str:
    """The paragraphs (款) of an article with their items (项) as points; tables and others have containers."""
    written: list[str] = []
    for run in _runs(article.pieces):
        first, *items = run
        if first.kind == "block":
            written.append(f'<hcontainer name="block"><content>{first.xml}</content></hcontainer>')
            continue
        name = _place(article.anchor, "para", len(written) + 1)
        written.append(
            f"<paragraph{name}>{_paragraph_xml(first, items, article.anchor, len(written) + 1)}</paragraph>"
        )
    return "".join(written)


def _place(anchor: str, kind: str, nth: int, more: str = "") -> str:
    """The eId of a paragraph or a point of an article, by its place."""
    return f' eId="{element_id(anchor)}__{kind}_{nth}{more}"' if anchor else ""


def _runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Each paragraph with the items that follow it, each other block by itself."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        if piece.kind == "item" and runs and runs[-1][0].kind != "block":
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _paragraph_xml(first: Piece, items: Sequence[Piece], anchor: str, nth: int) -> str:
    """What is inside a paragraph: its text, and its items as a list."""
    if first.kind == "item":
        first, items = Piece("", "p"), [first, *items]
    own = blocks_xml([first]) if first.xml else ""
    if not items:
        return f"<content>{own}</content>"
    points = "".join(
        f"<point{_place(anchor, 'para', nth, f'__point_{place}')}>"
        f"{f'<num>{item.num}</num>' if item.num else ''}<content><p>{item.xml}</p></content></point>"
        for place, item in enumerate(items, 1)
    )
    return f"<list>{f'<intro>{own}</intro>' if own else ''}{points}</list>"
