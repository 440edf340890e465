"""Numbers inside a sentence that skip one: ①…；②…；④…, 1）…2）…4）…, 一是…。二是…。四是…."""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.lexicon.enumerators import number_of
from generator.lexicon.numerals import TENS
from generator.model import Finding, Text
from generator.parse.draft import Draft
from generator.parse.plausibility.places import line_at, texts_of
from generator.words.say import say

FEWEST_COUNTED = 2
"""Fewest numbers before a gap that count on from 1; fewer are a reference: 见①和③."""
LONGEST_STEP = 2
"""Farthest number ahead that is taken for the next of the same list; one farther off is another count."""
SHORTEST_COUNTED = 2
"""Shortest text that a number counts, in characters; with less between them numbers are cited: 按①、②、④项."""
_OPENS = r"(?:(?<=[。；;，,：:])|^)\s*"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("②", re.compile("(?P<n>[①-⑳])")),
    ("2）", re.compile(rf"{_OPENS}(?P<n>\d{{1,2}})[)）]")),
    ("2)", re.compile(rf"{_OPENS}(?P<n>\d{{1,2}})[)）]")),
    ("（2）", re.compile(rf"{_OPENS}[（(](?P<n>\d{{1,2}})[)）]")),
    ("(2)", re.compile(rf"{_OPENS}[（(](?P<n>\d{{1,2}})[)）]")),
    ("2.", re.compile(rf"{_OPENS}(?P<n>\d{{1,2}})[.．、](?!\d)")),
    ("二是", re.compile(rf"{_OPENS}(?P<n>[{TENS}]{{1,3}})是")),
    ("二要", re.compile(rf"{_OPENS}(?P<n>[{TENS}]{{1,3}})要")),
)
"""The second number of each form, the cheap sign of a list in it, and its pattern."""


def check_inner_enumeration(draft: Draft) -> Iterator[Finding]:
    """Numbers in a paragraph that count on from 1 and then leave one out; a number alone counts nothing."""
    for document in draft.documents:
        for block in texts_of(document):
            yield from _check_text(block)


def _check_text(block: Text) -> Iterator[Finding]:
    """The gaps of each form of number in one text."""
    if "2" not in block.text and "二" not in block.text and "②" not in block.text:
        return
    for sign, pattern in _FORMS:
        if sign in block.text:
            yield from _find_gaps(block, list(pattern.finditer(block.text)))


def _find_gaps(block: Text, counted: list[re.Match[str]]) -> Iterator[Finding]:
    """What is said of each number that is two ahead of the one before, in a list that began with 1 and 2."""
    run, end = 0, 0
    numbers = [number_of(match["n"]) for match in counted]
    for match, (before, here) in zip(counted, pairwise([0, *numbers]), strict=True):
        counts = match.start() - end >= SHORTEST_COUNTED
        end = match.end()
        if here == 1:
            run = 1
        elif here == before + 1 and counts and run:
            run += 1
        elif here == before + LONGEST_STEP and counts and run >= FEWEST_COUNTED:
            yield _gap(block, match, before, here)
        else:
            run = 0


def _gap(block: Text, match: re.Match[str], before: int, here: int) -> Finding:
    """What is said of a number inside a text that does not follow the one before it."""
    return Finding(
        line=line_at(block, match.start("n")),
        kind="numbering-gap",
        severity="warning",
        found=match[0].strip(),
        message=say("message.numbering.gap", before=str(before), here=str(here)),
    )
