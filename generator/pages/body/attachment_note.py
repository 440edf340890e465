"""附件说明: the titles that it names lead to the attachments on the page."""

import re
from collections.abc import Mapping, Sequence

from generator.lexicon.expressions.labels import ATTACHMENT_SHUT
from generator.lexicon.expressions.signs import WIDTHS
from generator.lexicon.numerals import TENS
from generator.model import Block, Item, Paragraph
from generator.outline.headings import PlacedPart
from generator.pages.writing.escape import is_plain

_OPENS = re.compile(rf"{ATTACHMENT_SHUT}[0-9{TENS}]*[：:]")
_MARKUP = (
    "<[^>]*>",
    r"\\.",
    r"\[(?:\\.|[^\[\]\\])*\]\([^()]*\)",
    r"\{:[^{}]*\}",
    "&#?[a-zA-Z0-9]+;",
)
"""Markup of this program's own making, in which no title is looked up.

These are tags, escapes, links, attributes and entities.
"""


def is_attachment_note(block: Block, *, after_note: bool) -> bool:
    """Whether a block is the note (附件：1.…) or a further line of it (2.…)."""
    if isinstance(block, Paragraph) and _OPENS.match(block.text):
        return True
    return after_note and isinstance(block, Item)


def attachment_anchors(parts: Sequence[PlacedPart]) -> dict[str, str]:
    """Anchor of each attachment by its title; a title that two of them share leads nowhere."""
    titles = [part.part.title for part in parts if part.part.kind == "attachment"]
    anchors: dict[str, str] = {}
    for part in parts:
        title = part.part.title
        if title and titles.count(title) == 1 and is_plain(title):
            anchors[title] = part.anchor
    return anchors


def link_titles(markdown: str, anchors: Mapping[str, str]) -> str:
    """The note with each title in it as a link; longer titles first: none is linked in another."""
    if not anchors:
        return markdown
    titles = sorted(anchors, key=len, reverse=True)
    shown = (f"({''.join(map(_printed_as, title))})" for title in titles)
    pattern = re.compile("|".join([*_MARKUP, *shown]))

    def linked(match: re.Match[str]) -> str:
        if match.lastindex is None:
            return match[0]
        return f"[{match[0]}](#{anchors[titles[match.lastindex - 1]]})"

    return pattern.sub(linked, markdown)


def _printed_as(character: str) -> str:
    """Regular expression of a character in either of its widths.

    A note may print （ where the title prints (.
    """
    for pair in WIDTHS:
        if character in pair:
            return f"[{re.escape(pair)}]"
    return re.escape(character)
