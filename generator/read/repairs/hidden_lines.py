"""Lines of Markdown that are one element which no reader of a page sees: ``<div style="display:none">分享到微信</div>``.

Converters keep such elements of the site. A line with a sentence stays, and one with the only print of a number.
"""

import re

from msgspec.structs import replace

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.stops import STOPS
from generator.lexicon.numbers import read_number_line
from generator.model import Finding
from generator.read.lines import SITE, Line

_HIDDEN = re.compile(
    r"<(?P<name>div|p|span)\s(?:[^<>]{0,200}\s)?"
    r"(?:hidden|style\s*=\s*[\"'][^\"'<>]{0,200}display\s*:\s*none[^\"'<>]{0,200}[\"'])"
    r"(?:\s[^<>]{0,200})?>(?P<text>[^<>]+)</(?P=name)>",
    re.IGNORECASE,
)
_SENTENCE = re.compile(f"[{STOPS}]")


def mark_hidden_lines(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines that are hidden get the mark of the site, and are set aside with its other lines."""
    kept = list(lines)
    for place, line in enumerate(lines):
        hidden = _HIDDEN.fullmatch(line.text) if line.text[:1] == "<" and not line.cells else None
        if hidden and not _speaks(hidden["text"], line, lines):
            kept[place] = replace(line, mark=SITE)
    return kept, []


def _speaks(text: str, line: Line, lines: list[Line]) -> bool:
    """Whether a hidden text is a sentence, or a number that no other line has."""
    if _SENTENCE.search(text):
        return True
    bare = squeeze(text)
    is_number = read_number_line(bare) is not None
    return is_number and not any(bare in squeeze(one.text) for one in lines if one is not line)
