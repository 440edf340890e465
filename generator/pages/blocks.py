"""Each kind of block as Markdown."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.lexicon.enumerators import read_enumerator
from generator.link.outline import PlacedBlock, run_in
from generator.model import Article, Copies, Heading, Item, Note, Paragraph, Recipients, Roster, Signature, Table
from generator.pages.escape import escape
from generator.pages.inline import inline, inserts_of
from generator.pages.markdown import heading, paragraph
from generator.pages.rosters import roster_markdown
from generator.pages.tables import table_html
from generator.pages.wording import bracketed, with_colon

_OWN_WORDS = ("注", "备注", "说明", "附注")


def block_markdown(placed: PlacedBlock) -> str:
    """A block as Markdown, by the writer of its type; a run-in heading comes before."""
    if found := run_in(placed.block):
        return _run_in(placed, *found[1:])
    return WRITERS[type(placed.block)](placed.block, placed)


def _run_in(placed: PlacedBlock, caption: str, rest: str) -> str:
    """A run-in heading and the rest of its paragraph, which the theme shows as one line."""
    classes = _item_classes(placed.block) if isinstance(placed.block, Item) else ""
    inserts = inserts_of(placed.links, 0, len(caption))
    if not rest.strip():
        return heading(placed.level, caption, placed.anchor, inserts=inserts)
    first = heading(placed.level, caption, placed.anchor, f"run-in {classes}", inserts)
    body = inline(f"{caption}{rest}", placed.links, len(caption))
    return f"{first}\n\n{paragraph(body, f'run-on {classes}')}"


def _heading(block: Heading, placed: PlacedBlock) -> str:
    """A heading on a line of its own."""
    return heading(placed.level, block.text, placed.anchor, inserts=inserts_of(placed.links, 0, len(block.text)))


def _paragraph(block: Paragraph, placed: PlacedBlock) -> str:
    """A paragraph; a lead without number is bold."""
    if block.text.startswith(("附件：", "附件:")):
        return paragraph(inline(block.text, placed.links), "attachment-note", placed.anchor)
    if block.lead and block.text.startswith(block.lead):
        return paragraph(_bold(block.text, len(block.lead), placed), "", placed.anchor)
    return paragraph(inline(block.text, placed.links), "", placed.anchor)


def _article(block: Article, placed: PlacedBlock) -> str:
    """An article, its 第N条 in bold."""
    enumerator = read_enumerator(block.text)
    end = len(block.text[: enumerator.end].rstrip()) if enumerator and enumerator.kind == "article" else 0
    return paragraph(_bold(block.text, end, placed), "article", placed.anchor)


def _item(block: Item, placed: PlacedBlock) -> str:
    """An enumerated item; its enumerator is printed text, never a list mark of Markdown."""
    return paragraph(inline(block.text, placed.links), _item_classes(block), placed.anchor)


def _item_classes(block: Item) -> str:
    """``item`` and its level, ``item-mark`` for a mere list mark."""
    return f"item item-{block.kind if block.kind.isalnum() else 'mark'}"


def _bold(text: str, end: int, placed: PlacedBlock) -> str:
    """The text with its first ``end`` characters in bold."""
    if not text[:end].strip():
        return inline(text, placed.links)
    gap = " " if text[end : end + 1].isspace() else ""
    return f"**{inline(text, placed.links, 0, end)}**{gap}{inline(text, placed.links, end)}"


def _table(block: Table, placed: PlacedBlock) -> str:
    """A table with its caption."""
    return table_html(block, block.caption, links=placed.cell_links)


def _roster(block: Roster, _: PlacedBlock) -> str:
    """A roster."""
    return roster_markdown(block)


def _recipients(block: Recipients, _: PlacedBlock) -> str:
    """主送机关 of a forwarded report, closed by a colon."""
    return paragraph(escape(with_colon(block.text)), "recipients")


def _signature(block: Signature, _: PlacedBlock) -> str:
    """发文机关署名 inside a part."""
    return paragraph(escape(block.text), "signature")


def _note(block: Note, placed: PlacedBlock) -> str:
    """附注 in brackets, or a note that says itself what it is (注：)."""
    if block.text.startswith(_OWN_WORDS) or bracketed(block.text) == block.text:
        return paragraph(inline(block.text, placed.links), "note", placed.anchor)
    moved = [link._replace(start=link.start + 1, end=link.end + 1) for link in placed.links]
    return paragraph(inline(bracketed(block.text), moved), "note", placed.anchor)


def _copies(block: Copies, _: PlacedBlock) -> str:
    """抄送 inside a part."""
    return paragraph(escape(block.text if block.text.startswith("抄") else f"抄送：{block.text}"), "imprint")


WRITERS: Mapping[type, Callable[[Any, PlacedBlock], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Article: _article,
    Item: _item,
    Table: _table,
    Roster: _roster,
    Recipients: _recipients,
    Signature: _signature,
    Note: _note,
    Copies: _copies,
}
"""The writer of each type of block."""
