"""Ways in which a reader could lose, double, change or reorder text, each as a change of an issue."""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec.structs import replace

from generator.model import Block, Document, Issue, Paragraph, Table, Text

Mutation = Callable[[Issue], Issue | None]
"""The issue as a reader with this fault would give it; None where it has nothing of the kind."""


def blocks_of(issue: Issue) -> Iterator[tuple[int, int, int, Block]]:
    """Every block with the places of its document, its part and itself."""
    for nth, document in enumerate(issue.documents):
        for part_nth, part in enumerate(document.parts):
            for block_nth, block in enumerate(part.blocks):
                yield nth, part_nth, block_nth, block


def with_blocks(issue: Issue, nth: int, part_nth: int, blocks: tuple[Block, ...]) -> Issue:
    """The issue with other blocks for a part."""
    document = issue.documents[nth]
    parts = list(document.parts)
    parts[part_nth] = replace(parts[part_nth], blocks=blocks)
    return with_document(issue, nth, replace(document, parts=tuple(parts)))


def with_document(issue: Issue, nth: int, *documents: Document) -> Issue:
    """The issue with others for a document."""
    return replace(
        issue, documents=(*issue.documents[:nth], *documents, *issue.documents[nth + 1 :])
    )


def change_block(issue: Issue, change: Callable[[Block], tuple[Block, ...] | None]) -> Issue | None:
    """The issue with the first block changed that can be."""
    for nth, part_nth, block_nth, block in blocks_of(issue):
        changed = change(block)
        if changed is not None:
            blocks = issue.documents[nth].parts[part_nth].blocks
            return with_blocks(
                issue, nth, part_nth, (*blocks[:block_nth], *changed, *blocks[block_nth + 1 :])
            )
    return None


def lines_of(block: Block) -> list[str]:
    """The pieces of a text that its source lines gave; none for other blocks."""
    if not isinstance(block, Text) or len(block.breaks) != len(block.lines) - 1:
        return []
    bounds = [0, *block.breaks, len(block.text)]
    return [block.text[bounds[place] : bounds[place + 1]] for place in range(len(block.lines))]


def from_lines(block: Text, pieces: list[str]) -> Any:
    """The block made of other pieces."""
    ends = [sum(map(len, pieces[: place + 1])) for place in range(len(pieces) - 1)]
    return replace(
        block, text="".join(pieces), breaks=tuple(ends), lines=block.lines[: len(pieces)]
    )


def drop_last_line(issue: Issue) -> Issue | None:
    """The last line of a paragraph of several is gone."""
    return change_block(
        issue,
        lambda block: (
            (from_lines(block, lines_of(block)[:-1]),)
            if isinstance(block, Text) and len(lines_of(block)) > 1
            else None
        ),
    )


def swap_lines(issue: Issue) -> Issue | None:
    """Two lines inside a paragraph are swapped."""

    def swap(block: Block) -> tuple[Block, ...] | None:
        pieces = lines_of(block)
        if not isinstance(block, Text) or len(pieces) < 2 or pieces[0] == pieces[1]:
            return None
        swapped = from_lines(block, [pieces[1], pieces[0], *pieces[2:]])
        return (replace(swapped, lines=(block.lines[1], block.lines[0], *block.lines[2:])),)

    return change_block(issue, swap)


def drop_at_seam(issue: Issue) -> Issue | None:
    """A character is gone where two lines meet."""

    def drop(block: Block) -> tuple[Block, ...] | None:
        pieces = lines_of(block)
        if not isinstance(block, Text) or len(pieces) < 2 or len(pieces[1].strip()) < 2:
            return None
        return (from_lines(block, [pieces[0], pieces[1].lstrip()[1:], *pieces[2:]]),)

    return change_block(issue, drop)


def change_text(change: Callable[[str], str]) -> Mutation:
    """A change of the text of the first long paragraph."""

    def mutate(issue: Issue) -> Issue | None:
        return change_block(
            issue,
            lambda block: (
                (replace(block, text=change(block.text), breaks=(), lines=block.lines),)
                if isinstance(block, Paragraph)
                and len(block.text) > 12
                and change(block.text) != block.text
                else None
            ),
        )

    return mutate


def drop_block(issue: Issue) -> Issue | None:
    """A block is gone."""
    return change_block(issue, lambda _: ())


def double_block(issue: Issue) -> Issue | None:
    """A block is there twice."""
    return change_block(issue, lambda block: (block, block))


def swap_blocks(issue: Issue) -> Issue | None:
    """Two blocks are swapped."""
    for nth, document in enumerate(issue.documents):
        for part_nth, part in enumerate(document.parts):
            if len(part.blocks) > 1 and part.blocks[0] != part.blocks[1]:
                first, second, *rest = part.blocks
                return with_blocks(issue, nth, part_nth, (second, first, *rest))
    return None


def change_rows(change: Callable[[list[list[str]]], list[list[str]]]) -> Mutation:
    """A change of the rows of the first table."""

    def mutate_block(block: Block) -> tuple[Block, ...] | None:
        if not isinstance(block, Table) or len(block.rows) < 2:
            return None
        rows = change([list(row) for row in block.rows])
        changed = replace(
            block, rows=tuple(map(tuple, rows)), row_lines=block.row_lines[: len(rows)]
        )
        return None if changed == block else (changed,)

    return lambda issue: change_block(issue, mutate_block)


def _without_cell(rows: list[list[str]]) -> list[list[str]]:
    place = next(place for place, cell in enumerate(rows[0]) if cell)
    rows[0][place] = ""
    return rows


def _with_cells_swapped(rows: list[list[str]]) -> list[list[str]]:
    filled = [place for place, cell in enumerate(rows[0]) if cell]
    if len(filled) > 1:
        first, second = filled[:2]
        rows[0][first], rows[0][second] = rows[0][second], rows[0][first]
    return rows


def _with_text_in_next_cell(rows: list[list[str]]) -> list[list[str]]:
    for row in rows:
        for place in range(len(row) - 1):
            if row[place]:
                row[place : place + 2] = ["", row[place] + row[place + 1]]
                return rows
    return rows


def shift_header(issue: Issue) -> Issue | None:
    """A name of a column is above the next column."""

    def change(block: Block) -> tuple[Block, ...] | None:
        if not isinstance(block, Table) or not block.header:
            return None
        (first, *others), *rows = block.header
        return (replace(block, header=((*others, first), *rows)),) if others else None

    return change_block(issue, change)


def drop_document(issue: Issue) -> Issue | None:
    """A whole document is gone."""
    return with_document(issue, len(issue.documents) - 1) if issue.documents else None


def double_document(issue: Issue) -> Issue | None:
    """A document is there twice."""
    return (
        with_document(issue, 0, issue.documents[0], issue.documents[0]) if issue.documents else None
    )


def swap_documents(issue: Issue) -> Issue | None:
    """Two documents are swapped."""
    if len(issue.documents) < 2:
        return None
    first, second, *rest = issue.documents
    return replace(issue, documents=(second, first, *rest))


def change_element(name: str, change: Callable[[str], str]) -> Mutation:
    """A change of an element, and of how it is printed."""

    def mutate(issue: Issue) -> Issue | None:
        for nth, document in enumerate(issue.documents):
            value = getattr(document, name)
            if name in document.at and isinstance(value, str) and value:
                printed = {**document.as_printed}
                if name in printed:
                    printed[name] = change(printed[name])
                changed = replace(document, as_printed=printed, **{name: change(value)})
                return with_document(issue, nth, changed)
        return None

    return mutate


def drop_entry(issue: Issue) -> Issue | None:
    """An entry of the contents is gone."""
    return replace(issue, contents=issue.contents[1:]) if issue.contents else None


def drop_masthead(issue: Issue) -> Issue | None:
    """The first line of the masthead is gone."""
    return replace(issue, masthead=issue.masthead[1:]) if issue.masthead else None


def drop_part(issue: Issue) -> Issue | None:
    """The last part of a document is gone."""
    for nth, document in enumerate(issue.documents):
        if len(document.parts) > 1:
            return with_document(issue, nth, replace(document, parts=document.parts[:-1]))
    return None


MUTATIONS: dict[str, Mutation] = {
    "drop the last line of a paragraph": drop_last_line,
    "swap two lines of a paragraph": swap_lines,
    "drop a character at a seam": drop_at_seam,
    "change a character": change_text(lambda text: text[:4] + "囧" + text[5:]),
    "drop a character": change_text(lambda text: text[:4] + text[5:]),
    "double a character": change_text(lambda text: text[:5] + text[4:]),
    "swap two characters": change_text(lambda text: text[:4] + text[5] + text[4] + text[6:]),
    "drop the tail of a paragraph": change_text(lambda text: text[:6]),
    "drop the beginning of a paragraph": change_text(lambda text: text[6:]),
    "turn a paragraph round": change_text(lambda text: text[::-1]),
    "drop a block": drop_block,
    "double a block": double_block,
    "swap two blocks": swap_blocks,
    "drop a cell": change_rows(_without_cell),
    "drop a row": change_rows(lambda rows: rows[:-1]),
    "swap two cells": change_rows(_with_cells_swapped),
    "move a text to the next cell": change_rows(_with_text_in_next_cell),
    "move the names of columns": shift_header,
    "swap two rows": change_rows(lambda rows: [rows[1], rows[0], *rows[2:]]),
    "change a cell": change_rows(lambda rows: [["囧" + rows[0][0], *rows[0][1:]], *rows[1:]]),
    "drop a document": drop_document,
    "double a document": double_document,
    "swap two documents": swap_documents,
    "drop a part": drop_part,
    "change a title": change_element("title", lambda text: text[:-1] + "囧"),
    "shorten a title": change_element("title", lambda text: text[:-3]),
    "change a number": change_element("number", lambda text: text.replace("号", "7号")),
    "shorten the recipients": change_element("recipients", lambda text: text[2:]),
    "change a signature": change_element("signature", lambda text: text + "囧"),
    "change a date": change_element("date", lambda text: text.replace("20", "19")),
    "drop an entry of the contents": drop_entry,
    "drop a line of the masthead": drop_masthead,
}
"""Name → fault."""
