"""Bold lines whose every character is there twice: 云云溪溪县县人人民民政政府府.

Some programs print bold type by setting each character twice, a little apart, and what extracts the
text of such a page finds both.
"""

import re
from dataclasses import dataclass

from generator.lexicon.characters import HAN, squeeze
from generator.model import Finding
from generator.read.lines import Line
from generator.words.say import say

_PAIRS = re.compile(r"(?:(.)\1)+", re.DOTALL)
_HAN = re.compile(HAN)


@dataclass(frozen=True, slots=True)
class DoubledLimits:
    """Which lines are doubled as a whole."""

    pairs: int = 5
    """Fewest pairs of characters on a line; 高高兴兴 has two, and four may be a slogan."""
    distinct: int = 4
    """Fewest different Chinese characters among them; a row of figures or signs may be printed so."""


DOUBLED = DoubledLimits()


def halve_doubled(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines with each character once where all of them are doubled; each such line is a finding."""
    kept: list[Line] = []
    findings: list[Finding] = []
    for line in lines:
        text = squeeze(line.text)
        if line.cells or not _is_doubled(text):
            kept.append(line)
            continue
        kept.append(line.with_text(text[::2]))
        findings.append(_finding(line.number, text))
    return kept, findings


def _is_doubled(text: str) -> bool:
    """Whether a text without blanks is made of pairs of one character, most of them words."""
    if len(text) < DOUBLED.pairs * 2 or not _PAIRS.fullmatch(text):
        return False
    return len(set(_HAN.findall(text))) >= DOUBLED.distinct


def _finding(number: int, text: str) -> Finding:
    """What is said of a line whose characters were doubled."""
    return Finding(
        line=number,
        kind="bold-doubled",
        severity="info",
        found=text,
        correct=text[::2],
        message=say("message.bold-doubled"),
    )
