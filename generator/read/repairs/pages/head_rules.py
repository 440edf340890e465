"""The red rule (红色分隔线) of the head of a document, which recognisers print as a line of dashes or stars.

GB/T 9704-2012 clause 7.2.7 sets it below the number; some print it above, between red head and
number, or in two halves with a star between: ``————————``, ``━━━★━━━``.
"""

import re

from generator.lexicon.numbers import read_number_line
from generator.lexicon.organs import is_organ, read_head
from generator.model import Finding
from generator.read.lines import Line
from generator.words.say import say

_SIGNS = "—–―─━═＝＿－★☆＊※-"
_RULE = re.compile(rf"[\s{_SIGNS}]+")
SHORTEST = 4
"""Shortest rule without a star, in signs: —— opens a subtitle, ——— a place where something is left out."""
FARTHEST = 3
"""Lines below a number in which its rule is, the signatory between them."""


def drop_head_rules(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines without the rules that set off the number of a document; each is recorded."""
    rules = {place for place, line in enumerate(lines) if is_rule(line)}
    rules = {place for place in rules if _is_of_head(lines, place, rules)}
    findings = [_finding(lines[place]) for place in sorted(rules)]
    if not rules:
        return lines, findings
    return [line for place, line in enumerate(lines) if place not in rules], findings


def is_rule(line: Line) -> bool:
    """Whether a line is nothing but a rule: signs that draw one, or a star alone."""
    text = line.text
    if line.cells or text[:1] not in _SIGNS or not _RULE.fullmatch(text):
        return False
    return "★" in text or len("".join(text.split())) >= SHORTEST


def _is_of_head(lines: list[Line], place: int, rules: set[int]) -> bool:
    """Whether a rule is around a number: right above it, or a line or two below it, or below a red head."""
    below = place + 1
    while below in rules:
        below += 1
    if below < len(lines) and _is_number(lines[below]):
        return True
    above = [nth for nth in range(max(place - FARTHEST, 0), place) if nth not in rules]
    if any(_is_number(lines[nth]) for nth in above):
        return True
    return bool(above) and _is_head(lines[above[-1]])


def _is_number(line: Line) -> bool:
    """Whether a line is the number of a document and nothing else."""
    return not line.cells and read_number_line(line.text) is not None


def _is_head(line: Line) -> bool:
    """Whether a line is a red head, or the organ that is one without 文件."""
    return not line.cells and (read_head(line.text) is not None or is_organ(line.text))


def _finding(line: Line) -> Finding:
    return Finding(
        line=line.number,
        kind="page-furniture",
        severity="info",
        found=line.raw.strip(),
        message=say("message.head-rule"),
    )
