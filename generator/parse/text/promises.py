"""The attachments that a document names before they are printed (附件说明): 附件：1.… | 2.…."""

import re
from dataclasses import dataclass, replace

from generator.lexicon.characters import ends_sentence, fold, open_brackets, squeeze
from generator.lexicon.dates import read_date
from generator.lexicon.expressions.labels import ATTACHMENT, ATTACHMENT_SHUT, NOTED_ATTACHMENT
from generator.lexicon.expressions.signs import POINT
from generator.lexicon.organs import is_organ
from generator.read import Line

_NUMBERED = re.compile(rf"{ATTACHMENT}\s*(?P<n>\d{{1,2}})\s*[:：]\s*(?P<title>.+)")
NOTE = re.compile(rf"{NOTED_ATTACHMENT}\s*[:：]\s*(?P<first>.*)")
_LABEL_LETTER = "附"
"""The first letter of every label."""
LISTED_BARE = re.compile(rf"\s*(?P<n>\d{{1,2}})\s*{POINT}\s*(?P<title>.+)")
LISTED = re.compile(rf"(?:{ATTACHMENT_SHUT})?{LISTED_BARE.pattern}")
LONGEST_REST = 40
"""Longest line that goes on with the name of an attachment, in characters; a longer one is text."""


@dataclass(frozen=True, slots=True)
class Promise:
    """An attachment that the text names."""

    number: int | None
    """Its number; None for a single attachment."""
    title: str
    """Its title without blanks."""
    place: int
    """Position of the line that names it."""

    @property
    def key(self) -> str:
        """Its title as two prints of it share it."""
        return fold(self.title)


def find_promises(lines: list[Line], begin: int, end: int) -> list[Promise]:
    """The attachments named in 附件：1.… | 2.…; a title may go on over the next line."""
    promises: list[Promise] = []
    place = begin
    while place < end:
        first = None if lines[place].cells else _first_promised(lines[place].text.strip())
        if first is None:
            place += 1
            continue
        found, place = _read_promises(lines, place, end, first)
        promises += found
    return promises


def _first_promised(text: str) -> str | None:
    """What a note on attachments says on its first line, behind a label without number; None for any other line."""
    if not text.startswith(_LABEL_LETTER):  # as most lines
        return None
    match = NOTE.fullmatch(text)
    if match:
        return match["first"].strip()
    return text if _NUMBERED.fullmatch(text) else None


def _read_promises(
    lines: list[Line], place: int, end: int, first: str
) -> tuple[list[Promise], int]:
    """The attachments of one note whose first line ends in ``first``, and the position after it."""
    found: list[Promise] = []
    named: Promise | None
    if first:
        named = _listed(first, place) or Promise(None, squeeze(first), place)
    else:
        place += 1
        named = _listed_at(lines, place, end)
    while named is not None:
        promise, place = _with_rest(lines, place + 1, end, named)
        found.append(promise)
        named = _listed_at(lines, place, end)
    return found, place


def _listed_at(lines: list[Line], place: int, end: int) -> Promise | None:
    """The attachment that a further line of the note names."""
    if place >= end or lines[place].cells:
        return None
    return _listed(lines[place].text, place)


def _listed(text: str, place: int) -> Promise | None:
    """The attachment that a line of the note names with its number (``1.某某表``, ``附件1：某某表``), or None."""
    match = LISTED.fullmatch(text.strip()) or _NUMBERED.fullmatch(text.strip())
    return Promise(int(match["n"]), squeeze(match["title"]), place) if match else None


def _with_rest(lines: list[Line], at: int, end: int, promise: Promise) -> tuple[Promise, int]:
    """The promise with the lines from ``at`` on that go on with its name, and the position after them."""
    while at < end and _goes_on(lines[at], promise.title):
        promise = replace(promise, title=promise.title + squeeze(lines[at].text))
        at += 1
    return promise, at


def _goes_on(line: Line, title: str) -> bool:
    """Whether a line is the rest of the name of an attachment: a bracket is open, or the name stops in mid-word."""
    text = line.text.strip()
    if line.cells or LISTED.fullmatch(text) or len(text) > LONGEST_REST:
        return False
    if open_brackets(title):
        return True
    if not line.indent or line.gap or ends_sentence(text):
        return False
    return not is_organ(text) and read_date(squeeze(text)) is None
