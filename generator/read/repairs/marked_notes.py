"""The mark of a footnote behind an element of a document, as Markdown writes it: ``桐政发〔2021〕36号[^1]``.

In running text it stays where it is. Behind a title, a number, an organ or a date that are alone on their line it
would make text of the element, so it is set aside; the note itself is a paragraph that begins with it.
"""

import re

from generator.lexicon.characters import squeeze
from generator.lexicon.dates import read_date
from generator.lexicon.expressions.signs import FOOTNOTE
from generator.lexicon.kinds import ends_in_official_kind
from generator.lexicon.numbers import read_number_line
from generator.lexicon.organs import is_organ
from generator.model import Finding
from generator.read.lines import Line
from generator.read.repairs.markup import markup_finding

_SIGN = "[^"
_BEHIND = re.compile(rf"(?P<text>[^\[]*(?:\[\d{{4}}\][^\[]*)?)(?P<marks>(?:\s*{FOOTNOTE})+)")
_ELEMENTS = (ends_in_official_kind, read_number_line, is_organ, read_date)
"""What a line is whose mark is set aside."""


def set_footnotes_aside(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines whose elements have no marks of footnotes; each mark is recorded."""
    if not any(_SIGN in line.text for line in lines):
        return lines, []
    kept: list[Line] = []
    findings: list[Finding] = []
    for line in lines:
        found = _BEHIND.fullmatch(line.text) if _SIGN in line.text and not line.cells else None
        if found and any(is_such(squeeze(found["text"])) for is_such in _ELEMENTS):
            kept.append(line.with_text(found["text"].rstrip()))
            findings.append(markup_finding(line.number, found["marks"].strip()))
        else:
            kept.append(line)
    return kept, findings
