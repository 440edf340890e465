"""Numbers of an issue that joins several of its gazette: 2021年第3、4期合刊（总第27—28期）."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.signs import DASHES
from generator.lexicon.numerals import NUMERAL, read_number

LONGEST_LINE = 40
"""Longest line of the first pages that numbers the issue, in characters; a longer one is text."""
MOST_JOINED = 6
"""Most numbers that one issue joins; more between two numbers were misread."""
_BETWEEN = rf"(?:[、，,至和及与·/／&＆~～－]|{DASHES})"
_JOINED = re.compile(
    rf"(?P<serial>总)?第(?P<first>{NUMERAL})期?{_BETWEEN}(?:总?第)?(?P<last>{NUMERAL})期"
)


class Joined(NamedTuple):
    """The numbers that an issue joins."""

    serial: bool
    """Whether they count over all years: 总第27、28期."""
    first: int
    """The lowest."""
    last: int
    """The highest."""


def find_joined(text: str) -> Iterator[Joined]:
    """The numbers that a line of the masthead joins; nothing in a longer line, or where they do not count on."""
    if len(text) > LONGEST_LINE:
        return
    for match in _JOINED.finditer(squeeze(text)):
        first, last = read_number(match["first"]) or 0, read_number(match["last"]) or 0
        if first and first < last < first + MOST_JOINED:
            yield Joined(match["serial"] is not None, first, last)
