"""The blocks of a document in Akoma Ntoso: text with its citations as ``ref``, tables, rosters."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import UnsetType

from generator.forms.akoma_names import element_id, work_address
from generator.forms.carried import one_line
from generator.forms.reading_order import framed_text, own_caption, roster_lines
from generator.model import (
    Block,
    CellSpan,
    Copies,
    DocumentRecord,
    Item,
    Note,
    Part,
    Recipients,
    Roster,
    Signature,
    Table,
    Text,
)

_MARKUP = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))
CLASSES: Mapping[type[Block], str] = {
    Signature: "signature",
    Note: "note",
    Recipients: "recipients",
    Copies: "copies",
}
"""Classes of the blocks that are not running text."""


class Ref(NamedTuple):
    """A stretch of a text that cites what the archive holds."""

    start: int
    end: int
    href: str


class Piece(NamedTuple):
    """A block as Akoma Ntoso."""

    xml: str
    """Inline content of a paragraph or an item, else whole blocks."""
    kind: str
    """``p``, ``item`` or ``block``."""
    num: str = ""
    """The enumerator of an item."""
    name: str = ""
    """Class of a paragraph."""


Refs = Mapping[tuple[int, int, int | None, int | None], Sequence[Ref]]
"""By part, block, row and column of the text."""


def xml_text(text: str) -> str:
    """Text as the content of an element or the value of an attribute, on one line."""
    text = one_line(text)
    for sign, entity in _MARKUP:
        text = text.replace(sign, entity)
    return text


def find_refs(record: DocumentRecord) -> Refs:
    """The citations whose target the archive holds, by the text that has them; none is inside another."""
    found: defaultdict[tuple[int, int, int | None, int | None], list[Ref]] = defaultdict(list)
    for one in record.document.citations:
        place, start, end = one.place, one.start, one.end
        if one.target is None or isinstance(place, UnsetType):
            continue
        if isinstance(start, UnsetType) or isinstance(end, UnsetType) or start >= end:
            continue
        if href := _address(one.target, one.anchor or "", record.id):
            found[place.part, place.block, place.row, place.column].append(Ref(start, end, href))
    return {place: tuple(_apart(refs)) for place, refs in found.items()}


def _address(target: str, anchor: str, own: str) -> str:
    """Where a citation leads: to a Work, or to a place in its own document; nowhere for one that means itself."""
    if target != own:
        return work_address(target, anchor)
    place = element_id(anchor)
    return f"#{place}" if place else ""


def _apart(refs: Sequence[Ref]) -> Iterator[Ref]:
    """References of which none begins in another."""
    last = 0
    for ref in sorted(refs):
        if ref.start >= last:
            yield ref
            last = ref.end


def inline(text: str, refs: Sequence[Ref] = (), start: int = 0, end: int | None = None) -> str:
    """The text between two offsets, with those of its references that are wholly in it."""
    end = len(text) if end is None else end
    pieces, at = [], start
    for ref in refs:
        if start <= ref.start and ref.end <= end:
            cited = xml_text(text[ref.start : ref.end])
            pieces += [
                xml_text(text[at : ref.start]),
                f'<ref href="{xml_text(ref.href)}">{cited}</ref>',
            ]
            at = ref.end
    return "".join([*pieces, xml_text(text[at:end])])


def paragraph(xml: str, name: str = "") -> str:
    """A paragraph of inline content; nothing for none."""
    named = f' class="{name}"' if name else ""
    return f"<p{named}>{xml}</p>" if xml else ""


def block_pieces(part: Part, place: int, index: int, refs: Refs) -> Iterator[Piece]:
    """A block of a part.

    :param index: of the part
    """
    block = part.blocks[place]
    if isinstance(block, Table):
        yield Piece(_table(block, own_caption(part, place), (index, place), refs), "block")
    elif isinstance(block, Roster):
        yield Piece("".join(_roster(block)), "block")
    elif isinstance(block, Item):
        own = refs.get((index, place, None, None), ())
        end = 0 if isinstance(block.enumerator, UnsetType) else block.enumerator
        yield Piece(inline(block.text, own, end), "item", inline(block.text, own, 0, end))
    elif isinstance(block, Text):
        own = refs.get((index, place, None, None), ())
        framed = framed_text(block)
        begin = framed.find(block.text)
        xml = f"{xml_text(framed[:begin])}{inline(block.text, own)}{xml_text(framed[begin + len(block.text) :])}"
        yield Piece(xml, "p", name=CLASSES.get(type(block), ""))


def blocks_xml(pieces: Sequence[Piece]) -> str:
    """Blocks one after the other; items that follow each other are one ``blockList``."""
    written: list[str] = []
    items: list[str] = []
    for piece in pieces:
        if piece.kind == "item":
            num = f"<num>{piece.num}</num>" if piece.num else ""
            items.append(f"<item>{num}<p>{piece.xml}</p></item>")
            continue
        written += _list(items)
        items = []
        written.append(paragraph(piece.xml, piece.name) if piece.kind == "p" else piece.xml)
    return "".join([*written, *_list(items)])


def _list(items: Sequence[str]) -> Iterator[str]:
    """Items as a list; nothing for none."""
    if items:
        yield f"<blockList>{''.join(items)}</blockList>"


def _roster(roster: Roster) -> Iterator[str]:
    """The persons of a roster, a list for each role."""
    for head, persons in roster_lines(roster):
        items = "".join(f"<item><p>{xml_text(person)}</p></item>" for person in persons)
        above = f"<listIntroduction>{xml_text(head)}</listIntroduction>" if head else ""
        yield (
            f'<blockList class="roster">{above}{items}</blockList>'
            if items
            else paragraph(xml_text(head))
        )


def _table(table: Table, caption: str, place: tuple[int, int], refs: Refs) -> str:
    """A table with its merged cells; one without cells is its caption."""
    rows = [*enumerate((*table.header, *table.rows))]
    header = len(table.header)
    groups = 1 if isinstance(table.group, int) else 0
    spans = {(span.row, span.column): span for span in table.spans}
    covered = _covered(table.spans)
    order = [*rows[groups:header], *rows[:groups], *rows[header:]]
    written = []
    for row, cells in order:
        name = "th" if row < header else "td"
        shown = [
            _cell(name, text, spans.get((row, column)), refs.get((*place, row, column), ()))
            for column, text in enumerate(cells)
            if (row, column) not in covered or text.strip()
        ]
        written += [f"<tr>{''.join(shown)}</tr>"] if shown else []
    above = f"<caption>{xml_text(caption)}</caption>" if caption else ""
    return f"<table>{above}{''.join(written)}</table>" if written else paragraph(xml_text(caption))


def _covered(spans: Sequence[CellSpan]) -> set[tuple[int, int]]:
    """Cells that a merged cell covers, without its first."""
    covered: set[tuple[int, int]] = set()
    for span in spans:
        for row in range(span.row, span.row + span.rows):
            covered.update(
                (row, column) for column in range(span.column, span.column + span.columns)
            )
        covered.discard((span.row, span.column))
    return covered


def _cell(name: str, text: str, span: CellSpan | None, refs: Sequence[Ref]) -> str:
    """A cell, one paragraph; empty where nothing is printed."""
    sizes = (("rowspan", span.rows), ("colspan", span.columns)) if span else ()
    merged = "".join(f' {key}="{size}"' for key, size in sizes if size > 1)
    return f"<{name}{merged}>{paragraph(inline(text, refs)) if text.strip() else ''}</{name}>"
