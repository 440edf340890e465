"""How many half-width marks of a document are shown as Chinese print has them.

The page holds the marks of the source; ``punctuation.js`` changes what is shown, and finds the same ones.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from generator.lexicon.punctuation.chinese_marks import ANY_HALF, count_marks, has_letter
from generator.model import Document, Heading, Roster, Table
from generator.model.block import group_heads
from generator.outline.headings import PlacedPart, is_caption_of
from generator.visible.blocks_seen import FRAMED, covered_cells, frame_of
from generator.words.element_texts import shown_elements


def count_half_width(document: Document, parts: Sequence[PlacedPart]) -> int:
    """The marks of a document, from its title to what closes it, that a script shows otherwise."""
    around = (text for _, text in shown_elements(document))
    texts = chain((document.title,), around, chain.from_iterable(map(_part_texts, parts)))
    return count_marks("\n".join(texts))


def _part_texts(placed: PlacedPart) -> Iterator[str]:
    """The texts of a part as its page shows them: its heading, blocks, the cells of tables, the persons of rosters."""
    part = placed.part
    yield "　".join(filter(None, [part.label, part.title]))
    above, just_above = part.title, True
    for index, one in enumerate(placed.blocks):
        block = one.block
        if isinstance(block, Heading):
            just_above = not is_caption_of(one, placed.blocks[index + 1 : index + 2])
            above = block.text
            if just_above:
                yield above
            continue
        if isinstance(block, Table):
            is_seen = block.caption is None or (just_above and block.caption == above)
            yield "" if is_seen else block.caption or ""
            yield from _cells(block)
        elif isinstance(block, Roster):
            yield from _persons(block)
        elif isinstance(block, FRAMED):
            before, after = frame_of(block)
            yield f"{before}{block.text}{after}"
        else:
            yield block.text
        just_above = False


def _cells(table: Table) -> list[str]:
    """The cells of a table, none of one in which more than half of those that say anything are figures."""
    rows = [*table.header, *table.rows]
    if not ANY_HALF.search("".join(chain.from_iterable(rows))):
        return []
    covered = covered_cells(table)
    shown = [
        (row, cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if (row, column) not in covered
    ]
    said = [cell for row, cell in shown if row >= len(table.header) and cell.strip()]
    figures = sum(not has_letter(cell) for cell in said)
    return [] if figures * 2 > len(said) else [cell for _, cell in shown]


def _persons(roster: Roster) -> Iterator[str]:
    """The roles of a roster and their persons."""
    for heads, group in group_heads(roster):
        yield "　".join(heads)
        for member in group.members:
            yield "　".join(filter(None, [member.name, member.post]))
