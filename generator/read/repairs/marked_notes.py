"""The mark of a footnote behind an element of a document: ``桐政发〔2021〕36号[^1]``, ``…的通知①``, ``…的决定*``.

In running text it stays where it is. Behind a title, a number, an organ or a date that are alone on their line it
would make text of the element, so it is set aside; the note itself is a paragraph that begins with it. A mark that is
printed (①, ［1］, *) is one only where a line below opens with it.
"""

import re

from msgspec.structs import replace

from generator.lexicon.characters import squeeze
from generator.lexicon.dates import read_date
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.footnote_marks import (
    has_footnote_mark,
    read_footnote_mark,
    split_footnote_mark,
)
from generator.lexicon.expressions.signs import FOOTNOTE
from generator.lexicon.kinds import ends_in_official_kind
from generator.lexicon.numbers import read_number_line
from generator.lexicon.organs import is_organ
from generator.model import Finding
from generator.read.lines import Line
from generator.read.repairs.markup import markup_finding
from generator.words.say import say

_SIGN = "[^"
_BEHIND = re.compile(rf"(?P<text>[^\[]*(?:\[\d{{4}}\][^\[]*)?)(?P<marks>(?:\s*{FOOTNOTE})+)")
_STAR = "*"
PAGE_LINES = 40
"""Farthest line above a footnote with a star that can have its mark: a page has no more."""
_ELEMENTS = (ends_in_official_kind, read_number_line, is_organ, read_date)
"""What a line is whose mark is set aside."""


def keep_starred_notes(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines with the star of a footnote, which has the form of a mark of a list: ``* 值班制度见本刊第3期。``.

    It is one where a line above has a single star behind a word, and no other line with such a mark is beside it.
    """
    kept = list(lines)
    for place, line in enumerate(lines):
        if line.mark == _STAR and not line.cells and _is_note(lines, place):
            kept[place] = replace(line, text=f"{_STAR} {line.text}", mark="")
    return kept, []


def _is_note(lines: list[Line], place: int) -> bool:
    """Whether a line with a star is the only one there, and a line of the page above has its mark."""
    beside = (lines[at] for at in (place - 1, place + 1) if 0 <= at < len(lines))
    if any(one.mark == _STAR for one in beside):
        return False
    above = lines[max(0, place - PAGE_LINES) : place]
    return any(
        one.text.count(_STAR) == 1 and has_footnote_mark(one.text, _STAR)
        for one in above
        if not one.cells
    )


def set_footnotes_aside(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines whose elements have no marks of footnotes; each mark is recorded."""
    kept: list[Line] = []
    findings: list[Finding] = []
    for place, line in enumerate(lines):
        text, mark = _split(line, lines, place)
        if mark and any(is_such(squeeze(text)) for is_such in _ELEMENTS):
            kept.append(line.with_text(text.rstrip()))
            findings.append(_finding(line.number, mark))
        else:
            kept.append(line)
    return kept, findings


def _split(line: Line, lines: list[Line], place: int) -> tuple[str, str]:
    """A line without the marks of footnotes at its end, and those; no marks where it has none.

    :param lines: all lines; one below has to open with a mark that is printed
    """
    if line.cells:
        return line.text, ""
    if _SIGN in line.text and (found := _BEHIND.fullmatch(line.text)):
        return found["text"], found["marks"].strip()
    text, printed, mark = split_footnote_mark(line.text)
    if not mark or read_enumerator(text) is not None:
        return line.text, ""
    notes = (read_footnote_mark(one.text) for one in lines[place + 1 :] if not one.cells)
    return (text, printed) if mark in notes else (line.text, "")


def _finding(number: int, mark: str) -> Finding:
    """What is said of a mark that was set aside: one that Markdown writes, or one that is printed."""
    if mark.startswith(_SIGN):
        return markup_finding(number, mark)
    message = say("message.markup.footnote")
    return Finding(line=number, kind="markup", severity="info", found=mark, message=message)
