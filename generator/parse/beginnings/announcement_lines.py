"""Announcements whose number is on the line of what announces: 某某市人大常委会公告〔十三届〕第12号."""

import re

from generator.lexicon.characters import squeeze
from generator.lexicon.dates import read_date
from generator.lexicon.expressions.verbs import PASSED
from generator.lexicon.numbers import ANNOUNCEMENTS, split_trailing_number
from generator.lexicon.organs import is_organ
from generator.read import Line

_PROMULGATES = re.compile(rf"(?:《[^《》]{{2,60}}》|现).{{0,60}}(?:{PASSED}|施行)")
"""The first sentence of an order: 《某某办法》已经…通过，现予发布."""
_TEXT = re.compile("[，。：]")
"""What no line of a masthead has that says no more than name, number and day."""


def promulgates(text: str) -> bool:
    """Whether a text without blanks says that an instrument is promulgated."""
    return _PROMULGATES.match(text) is not None


def announces(lines: list[Line], first: int, last: int, begin: int) -> bool:
    """Whether lines are an organ, 公告 or 通告, and a number, and head a document.

    What is announced is below. Above is the end of a document, or no text at all, unless the sentence below promulgates
    an instrument.
    """
    title, number = split_trailing_number("".join(line.text for line in lines[first : last + 1]))
    if not number or not title.endswith(ANNOUNCEMENTS) or not is_organ(title[:-2]):
        return False
    below = squeeze(lines[last + 1].text) if last + 1 < len(lines) else ""
    if promulgates(below):
        return True
    return _TEXT.search(below) is not None and _is_behind_end(lines, first, begin)


def _is_behind_end(lines: list[Line], place: int, begin: int) -> bool:
    """Whether the line above is the date of a document, or no line above has text."""
    if place > begin and read_date(lines[place - 1].text):
        return True
    return not any(_TEXT.search(line.text) for line in lines[begin:place])
