"""The text of a document in the order of the print.

It has the blocks, and the elements of GB/T 9704 where their lines are.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from generator.model import Document, Finding, Heading, Item, Span, Table, Value
from generator.outline.headings import (
    PlacedBlock,
    PlacedPart,
    Pointed,
    is_caption_of,
    place_parts,
    run_in,
)
from generator.pages.body.attachment_note import attachment_anchors, is_attachment_note, link_titles
from generator.pages.body.blocks import block_markdown
from generator.pages.body.pointers import point_findings
from generator.pages.body.table_markup import table_html
from generator.pages.writing.damage import notes_below
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import EDITORIAL, heading, paragraph, time_inserts
from generator.pages.writing.marks import find_marks, inserts_of
from generator.pages.writing.source_lines import below, beside
from generator.words.element_texts import Element, shown_elements
from generator.words.say import say

NO_LABEL = "missing-label"
"""Kind of the finding that a part has a label which is not printed at its place."""


class Piece(Value, frozen=True, gc=False):
    """Markdown with the source line on which it begins."""

    line: int
    text: str
    item: str = ""
    """Kind of the enumerated item that it is;
    empty when it is none, or one with a heading of its own."""
    begins: int = 0
    """Source line on which it itself begins; 0 where it begins on none."""
    rows: tuple[tuple[int, str], ...] = ()
    """Source line and anchor of each row of a table."""


class Text(Value, frozen=True):
    """The text of a document with its findings in their places."""

    pieces: tuple[Piece, ...]
    """In the order of the print."""
    elements: Mapping[str, Pointed]
    """What points at the elements above the text: title and number."""
    anchors: Mapping[int, str]
    """Anchor of what is on the source line of a finding."""


def document_text(
    document: Document,
    findings: Sequence[Finding] = (),
    parts: Sequence[PlacedPart] | None = None,
    number: Callable[..., str] | None = None,
) -> Text:
    """The text of a document.

    Elements are where their source lines place them, else where a document prints them.

    :param parts: its parts with their anchors and links; without links when they are not given
    :param number: the number of a source line as a link to it, where sources are shown
    """
    shown = list(shown_elements(document))
    names = ["title", "number", *(element.name for element, _ in shown)]
    elements = {name: document.at.get(name, ()) for name in names}
    own = [_own(finding, document) for finding in findings]
    placed = place_parts(document) if parts is None else parts
    pointers = point_findings(placed, elements, own, everywhere=number is not None)
    supplied = frozenset(finding.line for finding in findings if finding.kind == NO_LABEL)
    pieces, body_end = _parts_pieces(pointers.parts, supplied)
    in_order = sorted(shown, key=lambda one: _first(elements[one[0].name]))
    for element, text in in_order:
        piece = _element(element, text, document, pointers.elements[element.name])
        index = _place(pieces, piece, body_end, first=element.above)
        pieces.insert(index, piece)
        body_end += index <= body_end
    if number:
        pieces = [_numbered(piece, number) for piece in pieces]
    return Text(tuple(pieces), pointers.elements, pointers.anchors)


def _numbered(piece: Piece, number: Callable[..., str]) -> Piece:
    """The piece with the numbers of the lines on which it and its rows begin."""
    if not piece.begins:
        return piece
    text = beside(number(piece.begins), piece.text)
    if rows := [number(line, row) for line, row in piece.rows if line != piece.begins]:
        text = "\n\n".join(filter(None, [text, below(rows)]))
    return replace(piece, text=text)


def _rows(placed: PlacedBlock) -> tuple[tuple[int, str], ...]:
    """Source line and anchor of each row of a table that has one; nothing for any other block."""
    if not isinstance(placed.block, Table):
        return ()
    lines = enumerate(placed.block.row_lines)
    return tuple((line, placed.rows[row].anchor) for row, line in lines if row in placed.rows)


def _parts_pieces(
    parts: Sequence[PlacedPart], supplied: frozenset[int] = frozenset()
) -> tuple[list[Piece], int]:
    """The pieces of all parts, and how many of them are the body's.

    :param supplied: source lines of the parts whose label is not printed
    """
    anchors = attachment_anchors(parts)
    pieces: list[Piece] = []
    body_end = 0
    for index, part in enumerate(parts):
        pieces += _part_pieces(part, anchors, supplied)
        if index == 0 and part.part.kind == "body":
            body_end = len(pieces)
    return pieces, body_end


def _place(pieces: list[Piece], element: Piece, body_end: int, *, first: bool) -> int:
    """Where an element goes.

    Recipients go before the text of their line, all others after what begins before them.
    """
    if not element.line:
        return 0 if first else body_end
    if first:
        from_its_line = (index for index, piece in enumerate(pieces) if piece.line >= element.line)
        return next(from_its_line, body_end)
    before = [index for index, piece in enumerate(pieces) if piece.line <= element.line]
    return before[-1] + 1 if before else 0


def _own(finding: Finding, document: Document) -> Finding:
    """The finding, without a place that is one of another document."""
    place = finding.place
    if isinstance(place, UnsetType) or place.document == document.sequence:
        return finding
    return replace(finding, place=UNSET, start=UNSET, end=UNSET)


def _element(element: Element, text: str, document: Document, pointed: Pointed) -> Piece:
    """An element as a paragraph with its anchor and marks, a date in it as such."""
    lines = document.at.get(element.name, ())
    marks = inserts_of(find_marks(pointed.findings)) or time_inserts(text, element.iso(document))
    written = paragraph(escape(text, marks), element.classes or element.name, pointed.anchor)
    first = _first(lines)
    return Piece(first, join_below(written, pointed.damage), begins=first)


def join_below(markdown: str, damage: Sequence[Finding]) -> str:
    """Markdown with the notes on damage below it that are not in it."""
    below = notes_below(damage, markdown)
    return "\n\n".join(filter(None, [markdown, below])) if below else markdown


def _part_pieces(
    placed: PlacedPart, anchors: Mapping[str, str], supplied: frozenset[int]
) -> Iterator[Piece]:
    """A part: its heading, when it has one, and its blocks."""
    part = placed.part
    line = _first(part.at) or _first(part.lines)
    if title := _part_heading(placed, is_supplied=_first(part.at) in supplied):
        yield Piece(line, join_below(title, placed.damage), begins=_first(part.at))
    above, just_above, in_note = part.title, True, False
    for index, block in enumerate(placed.blocks):
        line = _first(block.block.lines) or line
        in_note = is_attachment_note(block.block, after_note=in_note)
        is_heading = isinstance(block.block, Heading)
        shown = not is_heading or not is_caption_of(block, placed.blocks[index + 1 : index + 2])
        if shown and in_note:
            text = _block(replace(block, findings=()), above, just_above=just_above)
            written = join_below(link_titles(text, anchors), block.damage)
            yield Piece(line, written, begins=_first(block.block.lines))
        elif shown:
            text = _block(block, above, just_above=just_above)
            begins = _first(block.block.lines)
            yield Piece(line, text, _item_kind(block), begins, _rows(block))
            if below := notes_below(block.damage, text):
                yield Piece(line, below)
        just_above = shown and is_heading
        if isinstance(block.block, Heading):
            above = block.block.text


def _part_heading(placed: PlacedPart, *, is_supplied: bool) -> str:
    """What a part is called in print: its label and title; else, where it has an anchor, what its kind is called.

    :param is_supplied: whether its label is not printed, but known from the list of attachments
    """
    label = placed.part.label or ""
    title = "　".join(filter(None, [label, placed.part.title]))
    if title:
        marked = (
            [(0, '<span class="supplied">'), (len(label), "</span>")]
            if label and is_supplied
            else []
        )
        return heading(2, title, placed.anchor, "part-title", marked)
    kind = say(f"part.{placed.part.kind}")
    classes = f"part-title {EDITORIAL}"
    return heading(2, kind, placed.anchor, classes) if placed.anchor else ""


def _item_kind(placed: PlacedBlock) -> str:
    """The kind of an enumerated item.

    Empty for anything else and for an item with a heading of its own.
    """
    block = placed.block
    return block.kind if isinstance(block, Item) and not run_in(block) else ""


def _block(placed: PlacedBlock, above: str | None, *, just_above: bool) -> str:
    """A block as Markdown.

    A table is named after the nearest heading when it has no caption of its own.
    """
    if not isinstance(placed.block, Table):
        return block_markdown(placed)
    table = placed.block
    seen = table.caption is None or (just_above and table.caption == above)
    return table_html(table, table.caption or above, placed, seen=seen)


def _first(lines: Span) -> int:
    """The first source line, 0 when there is none."""
    return lines[0] if lines else 0
