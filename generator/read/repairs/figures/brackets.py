"""Brackets and years of document numbers: ［2021］ (2021) ﹝2021﹞ 〔二○○五〕 〔2O19〕 → 〔2021〕."""

import re

from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.expressions.signs import REPAIRED_CLOSE, REPAIRED_OPEN
from generator.lexicon.expressions.years import ANY_YEAR, BRACKETED_YEAR
from generator.lexicon.numbers import NUMBER
from generator.lexicon.numerals import plain_digits, read_number
from generator.model import Finding
from generator.read.lines import Line
from generator.words.say import say

_NUMBER = re.compile(NUMBER)
_LETTERS = str.maketrans("OoＯ○", "0000")
_BRACKET = re.compile(
    rf"{REPAIRED_OPEN}\s*({BRACKETED_YEAR})\s*{REPAIRED_CLOSE}"
    r"\s*/?\s*(?=(?:第\s*)?\d+\s*号)",
)
"""Year and brackets before the serial number."""


_RARE = re.compile(
    rf"(?<={HAN})\s*[﹙<＜„‚「]\s*({ANY_YEAR})\s*[﹚>＞‟‛」]\s*(?=(?:第\s*)?\d{{1,4}}\s*号)"
)
"""Brackets that some programs put for those of a number: ﹙2021﹚3号, „2009‟3号."""


def repair_brackets(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines in which the year of every document number is in 〔〕 and in Arabic figures."""
    repaired: list[Line] = []
    findings: list[Finding] = []
    for line in lines:
        text = line.text
        if "号" not in text:
            repaired.append(line)
            continue
        for rare in filter(_in_one_cell, _RARE.finditer(line.text)):
            text = text.replace(rare[0], f"〔{rare[1]}〕", 1)
            findings.append(_finding(line.number, rare[0], f"〔{rare[1]}〕"))
        for match in _NUMBER.finditer(line.text) if _BRACKET.search(line.text) else ():
            bracket = _BRACKET.search(match[0])
            plain = _plain(bracket) if bracket and _in_one_cell(bracket) else None
            if bracket and plain and plain_digits(squeeze(bracket[0])) != plain:
                findings.append(_finding(line.number, bracket[0], plain))
                text = text.replace(bracket[0], plain, 1)
        repaired.append(line if text == line.text else line.with_text(text))
    return repaired, findings


def _in_one_cell(match: re.Match[str]) -> bool:
    """Whether a year and its brackets are in one cell of a row."""
    return "\t" not in match[0]


def _plain(bracket: re.Match[str]) -> str | None:
    """A year as it is to be printed, 〔2021〕; None for what is no year."""
    year = read_number(bracket[1].translate(_LETTERS))
    return f"〔{year}〕" if year else None


def _finding(number: int, found: str, correct: str) -> Finding:
    return Finding(
        line=number,
        kind="number-brackets",
        severity="info",
        found=found,
        correct=correct,
        message=say("message.number-brackets"),
    )
