"""Run-in headings beside their siblings: a first sentence is a caption only where most of its siblings have one."""

import re
from dataclasses import dataclass, field

from generator.lexicon.characters import squeeze, tidy
from generator.lexicon.enumerators import DIVISIONS, LEVELS
from generator.model import Article, Block, Heading, Item, Paragraph
from generator.model.block import Opened
from generator.parse.text.leads import lead_before_colon, lead_of, name_alone
from generator.parse.text.setting import Layout

_SEVERAL = re.compile("[。；;！？：:]")
"""What is in a text of several sentences or of a list."""
FEWEST = 2
"""Fewest items of a list with captions, whose siblings may have them too."""
SHARE = 0.75
"""Lowest share of the items of a list that have one: three of four."""
LONGEST_NAME = 10
"""Longest name before a colon among captions with a full stop that are all shorter, in characters."""
LONGEST_LABEL = 10
"""Longest label on a line of its own below headings of a list (具体措施：), in characters."""
Ongoing = tuple[int, "_Group"]
"""The last number of a list that may still go on, and the list."""


@dataclass(slots=True)
class _Group:
    """The places of the blocks of one list, and whether it is in an article, whose items head nothing."""

    in_article: bool
    places: list[int] = field(default_factory=list)


def settle_leads(blocks: list[Block], layout: Layout) -> list[Block]:
    """The blocks of a part; captions of a list (same kind, same parent) are what most of its items have.

    ``（一）按照…要求，将…。``, ``（二）坚持…原则，建立…。``, ``（三）确保生活有保障。同时，…``: three items.
    ``一、加强领导。…``, ``二、落实经费：…``, ``三、强化督查。``, ``四、严格考核。…``: four captions.
    """
    settled = list(blocks)
    for group in _find_groups(blocks, layout):
        captions = {} if group.in_article else _captions_of(settled, group.places, layout)
        if captions:
            for place, caption in captions.items():
                settled[place] = _with_lead(settled[place], caption)
        elif not _are_many(blocks, group.places):
            for place in group.places:
                settled[place] = _without_lead(blocks[place])
        if not group.in_article:
            for place, caption in _find_labelled(settled, group.places, layout).items():
                settled[place] = _with_lead(settled[place], caption)
    return settled


def _find_labelled(blocks: list[Block], group: list[int], layout: Layout) -> dict[int, str]:
    """The items of one sentence that have the label below them that captions of their list have, however long.

    ``（一）落实各项政策，开展专项治理，为企业、为群众、为社会提供支撑。`` | ``具体措施：``, beside ``（二）扩大就业。`` | ``具体措施：``.
    """
    labels = {_label_below(blocks, place) for place in group if _is_captioned(blocks[place])}
    found: dict[int, str] = {}
    for place in group:
        label = None if _is_captioned(blocks[place]) else _label_below(blocks, place)
        sentence = _only_sentence(blocks[place], layout)
        if label is not None and label in labels and sentence:
            found[place] = sentence
    return found


def _label_below(blocks: list[Block], place: int) -> str | None:
    """The label on the line below a block, without its colon: ``具体措施：``."""
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    if not isinstance(below, Paragraph) or below.kind is not None:
        return None
    label = squeeze(below.text)
    is_label = label.endswith(("：", ":")) and len(label) - 1 <= LONGEST_LABEL
    return label[:-1] if is_label else None


def _only_sentence(block: Block, layout: Layout) -> str | None:
    """The sentence, without its full stop, that is all that a block has behind its enumerator."""
    text = _text_of(block)
    found = layout.enumerator(text)
    if found is None or not text.endswith("。"):
        return None
    sentence = text[found.end : -1]
    return None if _SEVERAL.search(sentence) else tidy(sentence)


def _captions_of(blocks: list[Block], group: list[int], layout: Layout) -> dict[int, str]:
    """The captions of a list by the places of its blocks; empty where few of them have one.

    A caption ends with a full stop or a colon and has text behind it, or is a line of its own. A name before a colon
    that one item alone has is part of its sentence. Where the others have a full stop, a short sentence alone is one,
    too, and a long one before a colon is none; where most have colons, these alone count.
    """
    stopped, named = _find_captions(blocks, group, layout)
    longest = max(map(len, stopped.values()), default=0)
    if len(stopped) > len(named):
        limit = max(longest, LONGEST_NAME)
        named = {place: name for place, name in named.items() if len(name) <= limit}
    found = stopped | named
    counted = named if len(named) > len(stopped) else found
    if len(counted) < FEWEST or len(counted) < len(group) * SHARE:
        return {}
    for place in group:
        alone = lead_of(_text_of(blocks[place]), layout)
        if place not in found and alone and len(alone) <= longest:
            found[place] = alone
    return {place: caption for place, caption in found.items() if caption}


def _find_captions(
    blocks: list[Block], group: list[int], layout: Layout
) -> tuple[dict[int, str], dict[int, str]]:
    """The captions that have text behind or below them: those with a full stop, and those before a colon.

    Those of headings, which need none, are empty and among the first.
    """
    stopped: dict[int, str] = {}
    named: dict[int, str] = {}
    for place in group:
        caption = _stopped_caption(blocks[place], layout)
        name = None if caption is not None else _name_of(blocks, place, layout)
        if caption is not None:
            stopped[place] = caption
        elif name is not None:
            named[place] = name
    return stopped, named


def _stopped_caption(block: Block, layout: Layout) -> str | None:
    """The caption of a block that ends with a full stop and has text behind it; empty for a heading."""
    if isinstance(block, Heading):
        return ""
    if isinstance(block, Paragraph) and block.lead is not None:
        return block.lead
    text = _text_of(block)
    lead = lead_of(text, layout)
    return None if lead is None or text.endswith(f"{lead}。") else lead


def _name_of(blocks: list[Block], place: int, layout: Layout) -> str | None:
    """What a block names before a colon, and speaks of behind or below it."""
    text = _text_of(blocks[place])
    if name := lead_before_colon(text, layout):
        return name
    return name_alone(text, layout) if _is_divided(blocks, place, layout) else None


def _is_divided(blocks: list[Block], place: int, layout: Layout) -> bool:
    """Whether the block below one is of a deeper level."""
    if place + 1 == len(blocks):
        return False
    above, below = (layout.enumerator(_text_of(block)) for block in blocks[place : place + 2])
    if above is None or below is None or below.kind not in LEVELS:
        return False
    return LEVELS.index(below.kind) > LEVELS.index(above.kind)


def _with_lead(block: Block, caption: str) -> Block:
    """The block as a paragraph with a run-in heading."""
    if not isinstance(block, Item | Paragraph) or block.kind is None:
        return block
    return Paragraph(
        lead=caption, kind=block.kind, text=block.text, lines=block.lines, breaks=block.breaks
    )


def _text_of(block: Block) -> str:
    """The text of an item or a paragraph; nothing of what has no lead."""
    return block.text if isinstance(block, Item | Paragraph) else ""


def _are_many(blocks: list[Block], group: list[int]) -> bool:
    """Whether half of a list has captions."""
    return sum(_is_captioned(blocks[place]) for place in group) * 2 >= len(group)


def _find_groups(blocks: list[Block], layout: Layout) -> list[_Group]:
    """The lists of enumerated blocks: one kind, one parent, numbers that count on."""
    groups: list[_Group] = []
    opened: dict[str, Ongoing] = {}
    in_article = False
    for place, block in enumerate(blocks):
        if not isinstance(block, Opened):
            continue
        found = layout.enumerator(block.text)
        if isinstance(block, Article) or (found and found.kind in DIVISIONS):
            opened, in_article = {}, isinstance(block, Article)
        elif found and found.kind in LEVELS:
            in_article = in_article and found.kind != LEVELS[0]
            opened = _close_below(opened, found.kind)
            last, group = opened.get(found.kind, (found.number, _Group(in_article)))
            if found.number <= last:
                group = _Group(in_article)
                groups.append(group)
            group.places.append(place)
            opened[found.kind] = found.number, group
    return groups


def _close_below(opened: dict[str, Ongoing], kind: str) -> dict[str, Ongoing]:
    """The lists that are still open where one of ``kind`` goes on: those of its level and above."""
    level = LEVELS.index(kind)
    return {other: group for other, group in opened.items() if LEVELS.index(other) <= level}


def _is_captioned(block: Block) -> bool:
    """Whether an enumerated block has a caption: a heading, or a lead."""
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.lead is not None)


def _without_lead(block: Block) -> Block:
    """The block as an item, when it is a paragraph with a run-in heading."""
    if not isinstance(block, Paragraph) or block.lead is None or block.kind is None:
        return block
    return Item(kind=block.kind, text=block.text, lines=block.lines, breaks=block.breaks)
