"""Run-in headings beside their siblings: a first sentence is a caption only where most of its siblings have one."""

from generator.lexicon.enumerators import DIVISIONS, LEVELS
from generator.model import Article, Block, Heading, Item, Paragraph
from generator.parse.text.leads import lead_before_colon, lead_of
from generator.parse.text.setting import Layout

FEWEST_NAMES = 2
"""Fewest items of a list with a name before a colon."""
SHARE_OF_NAMES = 0.75
"""Lowest share of the items of a list that have one: three of four."""
Opened = tuple[int, list[int]]
"""The last number of a list that may still go on, and the places of its blocks."""


def settle_leads(blocks: list[Block], layout: Layout) -> list[Block]:
    """The blocks of a part; a lead that few siblings have (same kind, same parent) is the first sentence of an item.

    ``（一）按照…要求，将…。``, ``（二）坚持…原则，建立…。``, ``（三）确保生活有保障。同时，…``: three items.
    """
    settled = list(blocks)
    for group in _find_groups(blocks, layout):
        named = _with_names(settled, group, layout)
        if named:
            settled = named
            continue
        captioned = sum(_is_captioned(blocks[place], layout) for place in group)
        if captioned * 2 >= len(group):
            continue
        for place in group:
            settled[place] = _without_lead(blocks[place])
    return settled


def _with_names(blocks: list[Block], group: list[int], layout: Layout) -> list[Block]:
    """The blocks with what is before the colon of each of a group as its lead; empty where few of them have one.

    ``一、宣传部门：负责…``, ``二、公安部门：负责…``: a name that one item alone has is part of its sentence.
    """
    names = {place: lead_before_colon(_text_of(blocks[place]), layout) for place in group}
    found = {place: name for place, name in names.items() if name}
    if len(found) < FEWEST_NAMES or len(found) < len(group) * SHARE_OF_NAMES:
        return []
    settled = list(blocks)
    for place, name in found.items():
        block = blocks[place]
        if isinstance(block, Item | Paragraph) and block.kind is not None:
            settled[place] = Paragraph(
                lead=name, kind=block.kind, text=block.text, lines=block.lines, breaks=block.breaks
            )
    return settled


def _text_of(block: Block) -> str:
    """The text of an item or a paragraph; nothing of what has no lead."""
    return block.text if isinstance(block, Item | Paragraph) else ""


def _find_groups(blocks: list[Block], layout: Layout) -> list[list[int]]:
    """Places of the enumerated blocks that are in one list: one kind, one parent, numbers that count on."""
    groups: list[list[int]] = []
    opened: dict[str, Opened] = {}
    for place, block in enumerate(blocks):
        if not isinstance(block, Article | Heading | Item | Paragraph):
            continue
        found = layout.enumerator(block.text)
        if isinstance(block, Article) or (found and found.kind in DIVISIONS):
            opened = {}
        elif found and found.kind in LEVELS:
            opened = _close_below(opened, found.kind)
            last, group = opened.get(found.kind, (found.number, []))
            if found.number <= last:
                group = []
                groups.append(group)
            group.append(place)
            opened[found.kind] = found.number, group
    return groups


def _close_below(opened: dict[str, Opened], kind: str) -> dict[str, Opened]:
    """The lists that are still open where one of ``kind`` goes on: those of its level and above."""
    level = LEVELS.index(kind)
    return {other: group for other, group in opened.items() if LEVELS.index(other) <= level}


def _is_captioned(block: Block, layout: Layout) -> bool:
    """Whether an enumerated block has a caption: a heading, a lead, or a first sentence that could be one."""
    if isinstance(block, Paragraph):
        return block.lead is not None
    return isinstance(block, Heading) or (
        isinstance(block, Item) and lead_of(block.text, layout) is not None
    )


def _without_lead(block: Block) -> Block:
    """The block as an item, when it is a paragraph with a run-in heading."""
    if not isinstance(block, Paragraph) or block.lead is None or block.kind is None:
        return block
    return Item(kind=block.kind, text=block.text, lines=block.lines, breaks=block.breaks)
