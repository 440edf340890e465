"""Loops of a recogniser: the same phrase three times and more.

They are kept as read, since what was there is not known.
"""

import re
from collections import Counter
from dataclasses import dataclass

from generator.lexicon.characters import HAN
from generator.model import Finding
from generator.read.lines import Line
from generator.words.say import say

_LOOP = re.compile(rf"(?P<phrase>{HAN}[^。；]{{4,40}}?)(?:\s*(?P=phrase)){{2,}}")


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


LOOP = LoopLimits()


def find_loops(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines as they are, and an error for the words that a line repeats, all of them.

    It is there three times without anything between.
    """
    matches = ((line, _LOOP.search(line.text)) for line in lines if _may_loop(line.text))
    return lines, [_finding(line.number, match[0]) for line, match in matches if match]


def _finding(number: int, loop: str) -> Finding:
    return Finding(
        line=number,
        kind="ocr-loop",
        severity="error",
        found=loop,
        message=say("message.ocr-loop"),
    )


def _may_loop(text: str) -> bool:
    """Whether a few characters recur in a text as in a loop: a cheap test before the costly one."""
    if len(text) < LOOP.shortest:
        return False
    grams = [text[place : place + LOOP.gram] for place in range(len(text) - LOOP.gram + 1)]
    if len(grams) - len(set(grams)) < LOOP.often - 1:
        return False
    return max(Counter(grams).values()) >= LOOP.often
