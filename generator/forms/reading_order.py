"""A document in the order of the print: its parts block by block, the elements of GB/T 9704 where their lines are.

The order is that of the page of the document.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.forms.carried import one_line
from generator.lexicon.expressions.footnote_marks import is_own_remark
from generator.lexicon.expressions.labels import ANY_COPIES
from generator.model import (
    Block,
    Copies,
    Document,
    Heading,
    Note,
    Part,
    Recipients,
    Roster,
    Span,
    Table,
    Text,
    Value,
)
from generator.model.block import group_heads, is_table_caption
from generator.words.element_texts import Element, shown_elements, with_term
from generator.words.wording import bracketed, with_colon


class ElementAround(Value, frozen=True):
    """An element around the text, as it is printed, and before what."""

    name: str
    """``recipients``, ``signature``, ``date`` …"""
    text: str
    """With its label, its colon or its brackets: 抄送：…, （此件公开发布）."""
    part: int | None
    """Index of the part that it is before or in; null behind all."""
    block: int | None
    """Index of the block before which it is; null before the label and title of the part."""


class Unit(NamedTuple):
    """The label and title of a part, or a block of it."""

    part: int
    block: int | None
    """None for label and title."""
    line: int
    """First source line; that of what is before it where it has none."""


def reading_order(document: Document) -> list[Unit | ElementAround]:
    """Labels, blocks and elements in the order of the print.

    Elements above a text are before what begins on their line, all others behind what begins on theirs. One whose
    lines are not known is at the beginning or at the end of the document's own text.
    """
    units = list(text_units(document))
    order: list[Unit | ElementAround] = [*units]
    lines = [unit.line for unit in units]
    end = sum(unit.part == 0 for unit in units) if _is_body(document.parts[:1]) else 0
    for line, element, text in _elements(document):
        index = _place(lines, line, end, above=element.above)
        following = next((one for one in order[index:] if isinstance(one, Unit)), None)
        part, block = (following.part, following.block) if following else (None, None)
        order.insert(index, ElementAround(element.name, text, part, block))
        lines.insert(index, line)
        end += index <= end
    return order


def elements_around(document: Document) -> tuple[ElementAround, ...]:
    """The elements around the text in the order of the print."""
    return tuple(one for one in reading_order(document) if isinstance(one, ElementAround))


def _elements(document: Document) -> list[tuple[int, Element, str]]:
    """The elements around the text with their lines, by these."""
    shown = shown_elements(document)
    found = [(_first(document.at.get(one.name, ())), one, text) for one, text in shown]
    return sorted(found, key=lambda one: one[0])


def _is_body(parts: Sequence[Part]) -> bool:
    """Whether the first of some parts is the document's own text."""
    return bool(parts) and parts[0].kind == "body"


def _place(lines: Sequence[int], line: int, end: int, *, above: bool) -> int:
    """Where an element goes among what begins on these lines.

    :param end: of the document's own text
    """
    if not line:
        return 0 if above else end
    if above:
        return next((index for index, other in enumerate(lines) if other >= line), end)
    before = [index for index, other in enumerate(lines) if other <= line]
    return before[-1] + 1 if before else 0


def text_units(document: Document) -> Iterator[Unit]:
    """The labels and titles of parts and the blocks; the caption that its table prints is none of its own."""
    for index, part in enumerate(document.parts):
        line = _first(part.at) or _first(part.lines)
        if part.label or part.title:
            yield Unit(index, None, line)
        for place, block in enumerate(part.blocks):
            line = _first(block.lines) or line
            if not is_caption(part.blocks, place):
                yield Unit(index, place, line)


def is_caption(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block is the caption that the table behind it prints."""
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    return is_table_caption(blocks[place], following)


def own_caption(part: Part, place: int) -> str:
    """The caption that a table prints above it; empty where what is right above says it already."""
    table = part.blocks[place]
    if not isinstance(table, Table) or not table.caption:
        return ""
    above = part.blocks[place - 1] if place else None
    if above is None:
        return "" if table.caption == part.title else table.caption
    is_said = isinstance(above, Heading) and not is_caption(part.blocks, place - 1)
    return "" if is_said and getattr(above, "text", "") == table.caption else table.caption


def framed_text(block: Text) -> str:
    """The text of a block as it is printed: recipients with their colon, a note in its brackets, 抄送 with its label."""
    if isinstance(block, Recipients):
        return with_colon(block.text)
    if isinstance(block, Note):
        return block.text if is_own_remark(block.text) else bracketed(block.text)
    if isinstance(block, Copies) and not block.text.startswith(ANY_COPIES):
        return with_term("copies", block.text)
    return block.text


def part_title(part: Part) -> str:
    """Label and title of a part on one line."""
    return "　".join(filter(None, (part.label, part.title)))


def table_rows(table: Table) -> list[tuple[str, ...]]:
    """The rows of a table as it is read: the name of the first group of rows is below the header."""
    groups = 1 if isinstance(table.group, int) else 0
    return [*table.header[groups:], *table.header[:groups], *table.rows]


def roster_lines(roster: Roster) -> Iterator[tuple[str, list[str]]]:
    """What is above each group of a roster, and each of its persons with the post."""
    for heads, group in group_heads(roster):
        persons = ["　".join(filter(None, (one.name, one.post))) for one in group.members]
        yield "　".join(map(one_line, heads)), list(map(one_line, persons))


def _first(lines: Span) -> int:
    """The first source line; 0 where there is none."""
    return lines[0] if lines else 0
