"""Each kind of block as Markdown."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import UnsetType

from generator.lexicon.expressions.footnote_marks import is_own_remark
from generator.lexicon.expressions.labels import ANY_COPIES, ATTACHMENT_SHUT
from generator.model import (
    Article,
    Copies,
    Heading,
    Item,
    Note,
    Paragraph,
    Recipients,
    Roster,
    Signature,
    Table,
    Text,
)
from generator.outline.headings import PlacedBlock, run_in
from generator.pages.body.roster_lists import roster_markdown
from generator.pages.body.table_markup import table_html
from generator.pages.writing.escape import escape, is_heavy
from generator.pages.writing.inline import inline, inserts_between
from generator.pages.writing.markdown import element, heading, paragraph
from generator.pages.writing.marks import Mark, find_marks
from generator.words.element_texts import with_term
from generator.words.wording import bracketed, with_colon

_ATTACHMENT_NOTE = re.compile(f"{ATTACHMENT_SHUT}[：:]")


def block_markdown(placed: PlacedBlock) -> str:
    """A block as Markdown, by the writer of its type; a run-in heading comes before."""
    if found := run_in(placed.block):
        return _run_in(placed, *found[1:])
    return WRITERS[type(placed.block)](placed.block, placed)


def _marks(placed: PlacedBlock, *, noted: bool = True) -> tuple[Mark, ...]:
    """The characters of a block that findings speak of; in a heading the editors say nothing."""
    return find_marks(placed.findings, noted=noted)


def _inline(block: Text, placed: PlacedBlock, start: int = 0, end: int | None = None) -> str:
    """The text of a block between two offsets, with its links and marks."""
    return inline(block.text, _marks(placed), placed.links, start, end)


def _written(block: Text, placed: PlacedBlock, classes: str = "") -> str:
    """A block that is shown as it is."""
    return _running(block.text, _marks(placed), placed, classes, placed.anchor)


def _running(
    text: str,
    marks: Sequence[Mark],
    placed: PlacedBlock,
    classes: str,
    anchor: str = "",
    start: int = 0,
) -> str:
    """A paragraph of a text from an offset on.

    It is HTML without links where it is too heavy for Markdown.
    """
    if is_heavy(text):
        inserts = inserts_between(marks, (), start, len(text))
        return element("p", text[start:], inserts, classes, anchor)
    if not marks and not placed.links:
        return paragraph(escape(text[start:]), classes, anchor)
    return paragraph(inline(text, marks, placed.links, start), classes, anchor)


def _run_in(placed: PlacedBlock, caption: str, rest: str) -> str:
    """A run-in heading and the rest of its paragraph, which the theme shows as one line."""
    block, end = placed.block, len(caption)
    marks = _marks(placed) if isinstance(block, Text) else ()
    classes = _item_classes(block) if isinstance(block, Item) else ""
    inserts = inserts_between(_marks(placed, noted=False), placed.links, 0, end)
    if not rest.strip():
        return heading(placed.level, caption, placed.anchor, inserts=inserts)
    first = heading(placed.level, caption, placed.anchor, f"run-in {classes}", inserts)
    further = _running(f"{caption}{rest}", marks, placed, f"run-on {classes}", start=end)
    return f"{first}\n\n{further}"


def _heading(block: Heading, placed: PlacedBlock) -> str:
    """A heading on a line of its own."""
    inserts = inserts_between(_marks(placed, noted=False), placed.links)
    return heading(placed.level, block.text, placed.anchor, inserts=inserts)


def _paragraph(block: Paragraph, placed: PlacedBlock) -> str:
    """A paragraph; a lead without number is bold."""
    if _ATTACHMENT_NOTE.match(block.text):
        return _written(block, placed, "attachment-note")
    if block.lead and not is_heavy(block.text) and block.text.startswith(block.lead):
        return paragraph(_bold(block, placed, len(block.lead)), "", placed.anchor)
    return _written(block, placed)


def _article(block: Article, placed: PlacedBlock) -> str:
    """An article: its 第N条 is a run-in heading, by which those who listen find it."""
    text = block.text
    if isinstance(block.enumerator, UnsetType):
        return _written(block, placed, "article")
    end = len(text[: block.enumerator].rstrip())
    begin = len(text) - len(text[end:].lstrip())
    number = inserts_between(_marks(placed, noted=False), placed.links, 0, end)
    first = heading(placed.level, text[:end], placed.anchor, "run-in article", number)
    rest = _running(block.text, _marks(placed), placed, "run-on", start=begin)
    return f"{first}\n\n{rest}" if block.text[begin:].strip() else first


def _item(block: Item, placed: PlacedBlock) -> str:
    """An enumerated item; its enumerator is printed text, never a list mark of Markdown."""
    return _written(block, placed, _item_classes(block))


def _item_classes(block: Item) -> str:
    """``item`` and its level, ``item-mark`` for a mere list mark."""
    return f"item item-{block.kind if block.kind.isalnum() else 'mark'}"


def _bold(block: Text, placed: PlacedBlock, end: int) -> str:
    """The text with its first ``end`` characters in bold."""
    if not block.text[:end].strip():
        return _inline(block, placed)
    gap = " " if block.text[end : end + 1].isspace() else ""
    return f"**{_inline(block, placed, 0, end)}**{gap}{_inline(block, placed, end)}"


def _table(block: Table, placed: PlacedBlock) -> str:
    """A table with its caption."""
    return table_html(block, block.caption, placed)


def _roster(block: Roster, placed: PlacedBlock) -> str:
    """A roster."""
    return roster_markdown(block, placed.anchor)


def _recipients(block: Recipients, placed: PlacedBlock) -> str:
    """主送机关 of a forwarded report, closed by a colon."""
    return _running(with_colon(block.text), _marks(placed), placed, "recipients", placed.anchor)


def _signature(block: Signature, placed: PlacedBlock) -> str:
    """发文机关署名 inside a part."""
    return _written(block, placed, "signature")


def _note(block: Note, placed: PlacedBlock) -> str:
    """附注 in brackets, or a note that says itself what it is (注：, ［1］)."""
    if is_own_remark(block.text) or bracketed(block.text) == block.text:
        return _written(block, placed, "note")
    if is_heavy(block.text):
        return element("p", bracketed(block.text), (), "note", placed.anchor)
    moved = [link._replace(start=link.start + 1, end=link.end + 1) for link in placed.links]
    return paragraph(inline(bracketed(block.text), (), moved), "note", placed.anchor)


def _copies(block: Copies, placed: PlacedBlock) -> str:
    """抄送 inside a part."""
    text = block.text if block.text.startswith(ANY_COPIES) else with_term("copies", block.text)
    if is_heavy(text):
        return element("p", text, (), "imprint", placed.anchor)
    return paragraph(escape(text), "imprint", placed.anchor)


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
