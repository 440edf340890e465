"""Letters that a recogniser put for the figures of a document number, and one of its two brackets that it lost.

A number has figures alone between 〔 and 〕 and between 〕 and 号, and a year of this century or the last:
a letter that looks like one figure only is that figure (l and I are 1, O is 0), and a year that has one of its
brackets has both. What can be several figures (S, B, Z) stays, and so does a number without both brackets.
"""

import re

from generator.lexicon.characters import HAN
from generator.lexicon.expressions.signs import CLOSE, OPEN
from generator.lexicon.expressions.years import YEAR
from generator.model import Finding
from generator.read.lines import Line
from generator.words.say import say

_FIGURES = str.maketrans("lIｌＩ丨OoＯ", "11111000")
"""Letters, and what they are among figures."""
_LETTER = re.compile("[lIｌＩ丨OoＯ]")
"""What every such number holds, beside 号."""
_ANY = r"[\dlIｌＩ丨OoＯ]"
_LETTERED = re.compile(
    rf"(?<={HAN}){OPEN}[^\S\t]*(?P<year>{_ANY}{{4}})[^\S\t]*{CLOSE}[^\S\t]*(?:第[^\S\t]*)?"
    rf"(?P<serial>{_ANY}{{1,5}})[^\S\t]*号"
)
"""〔2O21〕l2号 behind a sign."""
_YEAR = re.compile(YEAR)
_SIGNED = r"(?<=[发函办令字电规])"
_CLOSED = re.compile(
    rf"{_SIGNED}[^\S\t]*(?P<year>{YEAR})[^\S\t]*〕(?=[^\S\t]*第?[^\S\t]*\d{{1,4}}[^\S\t]*号)"
)
"""2021〕3号 behind the last character of a sign, without 〔."""
_OPENED = re.compile(
    rf"{_SIGNED}[^\S\t]*〔[^\S\t]*(?P<year>{YEAR})[^\S\t]+(?=第?[^\S\t]*\d{{1,4}}[^\S\t]*号)"
)
"""〔2021 3号 without 〕, the blank of which parts year and serial."""


def repair_misread_numbers(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines in whose document numbers figures are figures, and years are in two brackets."""
    findings: list[Finding] = []
    repaired: list[Line] = []
    for line in lines:
        text = line.text
        if "号" in text and (_LETTER.search(text) or text.count("〔") != text.count("〕")):
            text = _repair(line, findings)
        repaired.append(line if text == line.text else line.with_text(text))
    return repaired, findings


def _repair(line: Line, findings: list[Finding]) -> str:
    """The text of a line after both repairs, which are added to ``findings``."""
    text = line.text
    for kind, pattern, write in _FORMS:
        for match in pattern.finditer(line.text):
            plain = write(match)
            if plain != match[0]:
                findings.append(_finding(line.number, kind, match[0], plain))
                text = text.replace(match[0], plain, 1)
    return text


def _in_figures(match: re.Match[str]) -> str:
    """A number whose letters are figures; as it is printed where its year would be none."""
    plain = match[0].translate(_FIGURES)
    return plain if _YEAR.fullmatch(match["year"].translate(_FIGURES)) else match[0]


def _in_brackets(match: re.Match[str]) -> str:
    """A year in both brackets."""
    return f"〔{match['year']}〕"


_FORMS = (
    ("ocr-char", _LETTERED, _in_figures),
    ("number-brackets", _CLOSED, _in_brackets),
    ("number-brackets", _OPENED, _in_brackets),
)
"""The repairs: the kind of their finding, where they apply and what they write."""


def _finding(number: int, kind: str, found: str, correct: str) -> Finding:
    """What is said of a number that was put right."""
    return Finding(
        line=number,
        kind=kind,
        severity="info",
        found=found,
        correct=correct,
        message=say("message.ocr-char") if kind == "ocr-char" else say("message.number-brackets"),
    )
