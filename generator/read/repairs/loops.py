"""Loops of a recogniser: the same phrase three times and more.

They are kept as read, since what was there is not known.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.lexicon.characters import HAN, squeeze
from generator.model import Finding
from generator.read.lines import Line
from generator.words.say import say

_LOOP = re.compile(rf"(?P<phrase>{HAN}[^。；]{{4,40}}?)(?:\s*(?P=phrase)){{2,}}")
_SHORT_WORDS = re.compile(r"\s\S{1,4}\s+\S{1,4}\s")
"""Words on end of fewer characters than a piece, as in a phrase that is as short without its blanks."""
_BLANKS_OF_SHORT = 3
"""Fewest blanks around such words."""


@dataclass(frozen=True, slots=True)
class LoopLimits:
    """Which lines are searched for loops."""

    shortest: int = 18
    """Shortest line in which a loop is reported, in characters: six characters three times."""
    gram: int = 5
    """Characters of the pieces by which a line that may loop is known:
    a guard against slowness, no looping phrase has fewer."""
    often: int = 3
    """Fewest prints of such a piece in a line that loops: a guard too, a loop has three."""
    phrase: int = 41
    """Longest phrase that loops, in characters."""


LOOP = LoopLimits()
_GRAM = re.compile(rf"(?=({HAN}.{{{LOOP.gram - 1}}}))", re.DOTALL)
"""A piece that a phrase may begin with."""


def find_loops(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines as they are, and an error for the words that a line repeats, all of them.

    It is there three times without anything between.
    """
    loops = ((line.number, _loop(line.text)) for line in lines)
    return lines, [_finding(number, loop) for number, loop in loops if loop]


def _finding(number: int, loop: str) -> Finding:
    return Finding(
        line=number,
        kind="ocr-loop",
        severity="error",
        found=loop,
        message=say("message.ocr-loop"),
    )


def _loop(text: str) -> str:
    """The first loop of a text; empty where there is none."""
    if len(text) < LOOP.shortest or not _recurs(text):
        return ""
    matches = (_LOOP.match(text, place) for place in _may_begin(text))
    return next((match[0] for match in matches if match), "")


def _may_begin(text: str) -> Iterator[int]:
    """Where a loop may begin: its first characters are printed three times and more."""
    grams = _GRAM.findall(text)
    if len(grams) - len(set(grams)) < LOOP.often - 1:
        return
    recurring = {gram for gram, times in Counter(grams).items() if times >= LOOP.often}
    if recurring:
        yield from (match.start() for match in _GRAM.finditer(text) if match[1] in recurring)


def _recurs(text: str) -> bool:
    """Whether a text recurs as a loop does, blanks apart: a cheap test of a few of its pieces.

    A loop is three phrases on end: each of its pieces recurs as far off as a phrase is long, and of
    pieces as far from each other as they may begin in the shortest loop one is inside.
    """
    bare, gram, far = squeeze(text), LOOP.gram, LOOP.phrase
    if len(text) - len(bare) >= _BLANKS_OF_SHORT and _SHORT_WORDS.search(text):
        return True
    for place in range(0, len(bare) - gram + 1, gram * (LOOP.often - 1) + 1):
        piece = bare[place : place + gram]
        if bare.count(piece, max(0, place - far), place + gram + far) > 1:
            return True
    return False
