"""Single characters that a recogniser put for others.

``and`` for 和, traditional forms in simplified text.
"""

import re
from dataclasses import dataclass

from generator.lexicon.above_text.traditional import STRAY_FORMS, is_simplified
from generator.lexicon.characters import IDEOGRAPHS
from generator.lexicon.numbers import read_number_line
from generator.model import Finding
from generator.read.lines import Line
from generator.words.say import say

_AND = re.compile(rf"(?<=[{IDEOGRAPHS}”》）)])[^\S\t]*\band\b[^\S\t]*(?=[{IDEOGRAPHS}“《])")
_CHAR = re.compile(f"[{''.join(chr(code) for code in STRAY_FORMS)}]")


@dataclass(frozen=True, slots=True)
class StrayLimits:
    """How many traditional forms are strays.

    A text with more than both is written in them and stays as it is, as one does that is set in them in part.
    """

    most: int = 20
    """Most traditional forms in a short text."""
    share: float = 0.002
    """Highest share of traditional forms among the characters of a long text: 21 in 10,500."""
    simplified: int = 4
    """Fewest simplified forms for each traditional one, in a text that has simplified characters."""


STRAY = StrayLimits()


def repair_strays(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without stray English words and traditional forms.

    Traditional forms are stray in a simplified text only.
    """
    found_in = [_CHAR.findall(line.text) for line in lines]
    simplified = _is_simplified(lines, sum(map(len, found_in)))
    findings: list[Finding] = []
    repaired: list[Line] = []
    for line, strays in zip(lines, found_in, strict=True):
        text = line.text
        if "and" in text:
            text, found = _AND.subn("和", text)
            findings += [_finding(line.number, "and", "和")] * found
        if simplified and strays and not _is_number(text):
            findings += [_finding(line.number, char, _plain(char)) for char in strays]
            text = _plain(text)
        repaired.append(line if text == line.text else line.with_text(text))
    return repaired, findings


def _is_simplified(lines: list[Line], traditional: int) -> bool:
    """Whether a text with this many traditional forms has so few that they are strays."""
    if not traditional:
        return True
    text = "".join(line.text for line in lines)
    if traditional > max(STRAY.most, len(text) * STRAY.share):
        return False
    return is_simplified(text, STRAY.simplified)


def _is_number(text: str) -> bool:
    """Whether a line is a number alone, whose sign is an organ's own and stays as it is printed."""
    return "〔" in text and _CHAR.search(text) is not None and read_number_line(text) is not None


def _plain(text: str) -> str:
    return text.translate(STRAY_FORMS)


def _finding(number: int, found: str, correct: str) -> Finding:
    return Finding(
        line=number,
        kind="ocr-char",
        severity="info",
        found=found,
        correct=correct,
        message=say("message.ocr-char"),
    )
