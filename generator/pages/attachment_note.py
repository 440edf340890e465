"""附件说明: the titles that it names lead to the attachments on the page."""

import re
from collections.abc import Mapping, Sequence

from generator.model import Block, Item, Paragraph
from generator.pages.escape import escape_label
from generator.pages.outline import PlacedPart

_OPENS = re.compile(r"附件[0-9一二三四五六七八九十]*[：:]")


def is_attachment_note(block: Block, *, after_note: bool) -> bool:
    """Whether a block is the note (附件：1.…) or a further line of it (2.…)."""
    if isinstance(block, Paragraph) and _OPENS.match(block.text):
        return True
    return after_note and isinstance(block, Item)


def attachment_anchors(parts: Sequence[PlacedPart]) -> dict[str, str]:
    """Anchor of each attachment by its title; a title that two of them share leads nowhere."""
    titles = [part.part.title for part in parts if part.part.kind == "attachment"]
    return {
        part.part.title: part.anchor
        for part in parts
        if part.part.title and titles.count(part.part.title) == 1 and escape_label(part.part.title) == part.part.title
    }


def link_titles(markdown: str, anchors: Mapping[str, str]) -> str:
    """The note with each title that stands in it as a link; longer titles first: none is linked in another."""
    if not anchors:
        return markdown
    titles = "|".join(re.escape(title) for title in sorted(anchors, key=len, reverse=True))
    return re.sub(titles, lambda match: f"[{match[0]}](#{anchors[match[0]]})", markdown)
