"""Numbers that a text cites and that lack a part in print: 号, the serial number or the year."""

import re
from collections.abc import Iterator

from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.expressions.signs import CLOSE, OPEN
from generator.lexicon.expressions.verbs import BASED_ON
from generator.lexicon.expressions.years import NUMBER_YEAR
from generator.model import Finding, Text
from generator.parse.draft import Draft
from generator.parse.plausibility.places import line_at, texts_of
from generator.words.say import say

_CITES = rf"(?:{BASED_ON}|遵照|参照|落实|贯彻|执行|关于|》\s*[（(])"
"""What is before a number that is cited; a form that is to be filled in (某政复〔2021〕　号) has none of it."""
_SIGN = rf"(?P<number>{HAN}{{1,12}}?[发字函办令电规任复]\s*"
_BRACKET_BEHIND_SIGN = re.compile(rf"[发字函办令电规任复]\s*{OPEN}")
"""What every number with a sign holds; most texts have none and need no further look."""
_BEHIND = r"(?=文件|精神|要求|规定|通知|[)）])"
_CITED = {
    "count": re.compile(rf"{_CITES}{_SIGN}{OPEN}{NUMBER_YEAR}{CLOSE}号){_BEHIND}"),
    "year": re.compile(rf"{_CITES}{_SIGN}{OPEN}{CLOSE}\d{{1,4}}号){_BEHIND}"),
    "end": re.compile(rf"{_CITES}{_SIGN}{OPEN}{NUMBER_YEAR}{CLOSE}\d{{1,4}}){_BEHIND}(?![)）])"),
}
"""The part that is missing → what the number is without it; one in brackets without 号 is read as a citation."""


def check_cited_numbers(draft: Draft) -> Iterator[Finding]:
    """The numbers in the texts of each document that lack a part."""
    for document in draft.documents:
        for block in texts_of(document):
            yield from _check(block)


def _check(block: Text) -> Iterator[Finding]:
    """The numbers in a text that lack a part."""
    if not _BRACKET_BEHIND_SIGN.search(block.text):
        return
    for missing, pattern in _CITED.items():
        for match in pattern.finditer(block.text):
            line = line_at(block, match.start("number"))
            yield _finding(line, missing, squeeze(match["number"]))


def _finding(line: int, missing: str, number: str) -> Finding:
    """What is said of a number that lacks a part."""
    message = {
        "count": say("message.number-incomplete.count"),
        "year": say("message.number-incomplete.year"),
        "end": say("message.number-incomplete"),
    }[missing]
    return Finding(
        line=line, kind="number-incomplete", severity="warning", found=number, message=message
    )  # fmt: skip
