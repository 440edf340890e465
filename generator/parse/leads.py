"""Enumerated headings: on a line of their own, or run in at the head of a paragraph."""

import re

from generator.lexicon.enumerators import DIVISIONS
from generator.lexicon.text import ends_sentence, open_brackets, squeeze, tidy
from generator.parse.layout import Layout

_LONGEST_HEADING, _LONGEST_LEAD = 45, 40
_SENTENCE = re.compile(r"[。；;]|[：:](?!\d)")
_MOST_COMMAS = 2
_NO_LEAD = re.compile(r"[；;：:！？]|应当|不得|以下简称|有下列|之日起")


def is_heading_line(text: str, layout: Layout) -> bool:
    """Whether a line is an enumerated heading on a line of its own: short, without a mark that ends a sentence."""
    found = layout.enumerator(text)
    if found is None or found.kind in ("article", "5"):
        return False
    if found.kind in DIVISIONS:
        return True
    rest = squeeze(text[found.end:])
    short = 0 < len(rest) <= _LONGEST_HEADING
    return short and not ends_sentence(rest) and not _SENTENCE.search(rest) and not open_brackets(rest)


def lead_of(text: str, layout: Layout) -> str | None:
    """The run-in heading of an enumerated paragraph: the caption before its first 。 (``（一）实行清单管理。各部门…``)."""
    found = layout.enumerator(text)
    if found is None or found.kind in ("article", "5", *DIVISIONS):
        return None
    caption, stop, _ = text[found.end:].partition("。")
    if not stop or not 2 <= len(squeeze(caption)) <= _LONGEST_LEAD:
        return None
    if _NO_LEAD.search(caption) or caption.count("，") + caption.count(",") > _MOST_COMMAS or open_brackets(caption):
        return None
    return tidy(caption)
