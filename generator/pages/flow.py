"""The text of a document in the order of the print: blocks, with the elements of GB/T 9704 where their lines stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.link.outline import PlacedBlock, PlacedPart
from generator.model import Document, Heading, Printed, Span, Table
from generator.pages.attachment_note import attachment_anchors, is_attachment_note, link_titles
from generator.pages.blocks import block_markdown
from generator.pages.escape import escape
from generator.pages.markdown import heading, paragraph
from generator.pages.tables import table_html
from generator.pages.wording import bracketed, chinese_date, with_colon

_PART_NAMES = {"body": "正文", "enclosure": "印发文件", "attachment": "附件"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Markdown with the source line on which it begins."""

    line: int
    text: str


def text_pieces(document: Document, parts: Sequence[PlacedPart]) -> list[Piece]:
    """The text of a document; elements stand where their source lines place them, else where a document prints them.

    :param parts: its parts with their anchors and links
    """
    anchors = attachment_anchors(parts)
    pieces = [piece for part in parts[:1] for piece in _part_pieces(part, anchors)]
    body_end = len(pieces) if parts and parts[0].part.kind == "body" else 0
    pieces += [piece for part in parts[1:] for piece in _part_pieces(part, anchors)]
    for name, element in sorted(_elements(document), key=lambda pair: pair[1].line):
        index = _place(pieces, element, body_end, first=name == "recipients")
        pieces.insert(index, element)
        body_end += index <= body_end
    return pieces


def _place(pieces: list[Piece], element: Piece, body_end: int, *, first: bool) -> int:
    """Where an element goes: recipients before the text of their line, all others after what begins before them."""
    if not element.line:
        return 0 if first else body_end
    if first:
        return next((index for index, piece in enumerate(pieces) if piece.line >= element.line), body_end)
    before = [index for index, piece in enumerate(pieces) if piece.line <= element.line]
    return before[-1] + 1 if before else 0


def _elements(document: Document) -> Iterator[tuple[str, Piece]]:
    """The elements outside the blocks that a document has, each with its first source line."""
    texts = {
        "recipients": (with_colon(document.recipients) if document.recipients else "", "recipients"),
        "signature": (document.signature or "", "signature"),
        "date": (chinese_date(document.date), "date"),
        "note": (bracketed(document.note) if document.note else "", "note"),
        "copies": (f"抄送：{document.copies}" if document.copies else "", "imprint"),
        "printed": (_printed(document.printed), "imprint"),
    }
    for name, (text, classes) in texts.items():
        if text:
            yield name, Piece(_first(document.at.get(name, ())), paragraph(escape(text), classes))


def _printed(printed: Printed | None) -> str:
    """印发机关和印发日期 on one line."""
    if printed is None:
        return ""
    date = f"{chinese_date(printed.date)}印发" if printed.date else ""
    return "　".join(filter(None, [printed.organ, date]))


def _part_pieces(placed: PlacedPart, anchors: Mapping[str, str]) -> Iterator[Piece]:
    """A part: its heading, when it has one, and its blocks."""
    part = placed.part
    line = _first(part.at) or _first(part.lines)
    if placed.anchor:
        title = "　".join(filter(None, [part.label, part.title])) or _PART_NAMES[part.kind]
        yield Piece(line, heading(2, title, placed.anchor, "part-title"))
    above, just_above, in_note = part.title, True, False
    for index, block in enumerate(placed.blocks):
        line = _first(block.block.lines) or line
        following = placed.blocks[index + 1 : index + 2]
        in_note = is_attachment_note(block.block, after_note=in_note)
        if not _is_caption_of(block, following):
            text = _block(block, above, just_above=just_above)
            yield Piece(line, link_titles(text, anchors) if in_note else text)
        just_above = isinstance(block.block, Heading)
        above = block.block.text if isinstance(block.block, Heading) else above


def _block(placed: PlacedBlock, above: str | None, *, just_above: bool) -> str:
    """A block as Markdown; a table is named after the nearest heading when it has no caption of its own."""
    if not isinstance(placed.block, Table):
        return block_markdown(placed)
    seen = placed.block.caption is None or (just_above and placed.block.caption == above)
    return table_html(placed.block, placed.block.caption or above, seen=seen, links=placed.cell_links)


def _is_caption_of(placed: PlacedBlock, following: tuple[PlacedBlock, ...]) -> bool:
    """Whether a heading is the caption of the table that follows and is shown there."""
    if not isinstance(placed.block, Heading) or not following:
        return False
    table = following[0].block
    return isinstance(table, Table) and placed.block.kind == "caption" and table.caption == placed.block.text


def _first(lines: Span) -> int:
    """The first source line, 0 when there is none."""
    return lines[0] if lines else 0
