"""Where a new paragraph begins in mid-line: an article, an item, the line of responsible organs, an ordinal."""

import re
from dataclasses import replace
from itertools import pairwise

from generator.lexicon.characters import HAN, IDEOGRAPHS
from generator.lexicon.expressions.labels import CHARGE
from generator.lexicon.expressions.signs import BLOCK_CLOSE, BLOCK_OPEN, POINT
from generator.lexicon.expressions.stops import STOPS
from generator.lexicon.numerals import HUNDREDS, TENS
from generator.read import Line

_NUMERAL = f"[{HUNDREDS}]+"
_DIVISION = re.compile(r"第\s*\S+\s*[章节编]")
_ARTICLE_BEHIND_CHAPTER = re.compile(rf"(?<={HAN})\s*(?=第{_NUMERAL}条\s)")
"""第一章 总则 | 第一条 …."""
_MIDWAY = re.compile(
    "|".join(
        (
            rf"(?<=[{STOPS}])\s*(?=第{_NUMERAL}条\s)",
            r"(?<=[：:])\s*(?=[（(]一[)）])",
            rf"(?<=[{STOPS}）)])\s*(?=(?:{CHARGE})[:：])",
            rf"(?<=。)\s*(?=[1-9]\d?\s*{POINT}\s*[{IDEOGRAPHS}“])",
            rf"(?<=[{STOPS}])\s*(?=[（(][{TENS}]{{1,3}}[)）]\s*{HAN})",
            r"(?<=[处府局]。)\s*(?=[二三四五六七八九十]+是)",
        )
    )
)
"""…。 | 第三条, …： | （一）, …。 | 责任单位：, …。 | 2.…, …。 | （二）…, …某某局。 | 二是…."""


def cut_lines(lines: list[Line]) -> list[Line]:
    """The lines, cut where a new paragraph begins in mid-line; the pieces keep the number of their line."""
    return [piece for line in lines for piece in _cut(line)]


def _divides(text: str, place: int) -> bool:
    """Whether a paragraph can begin at a place: not at the beginning, and in no open parenthesis."""
    before = text[:place]
    return place > 0 and len(re.findall(BLOCK_OPEN, before)) <= len(re.findall(BLOCK_CLOSE, before))


def _cut(line: Line) -> list[Line]:
    pattern = _ARTICLE_BEHIND_CHAPTER if _DIVISION.match(line.text) else _MIDWAY
    ends = [match.end() for match in pattern.finditer(line.text)]
    cuts = [0, *(end for end in ends if _divides(line.text, end)), len(line.text)]
    if len(cuts) == 2:
        return [line]
    pieces = [line.with_text(line.text[begin:end].strip()) for begin, end in pairwise(cuts)]
    return [pieces[0], *(replace(piece, mark="", gap=False, joined=None) for piece in pieces[1:])]
