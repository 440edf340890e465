"""Where a new paragraph begins in mid-line: an article, an item, the line of responsible organs, an ordinal."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from generator.lexicon.characters import HAN, IDEOGRAPHS
from generator.lexicon.expressions.labels import CHARGE
from generator.lexicon.expressions.signs import BLOCK_CLOSE, BLOCK_OPEN, POINT
from generator.lexicon.expressions.stops import STOPS
from generator.lexicon.numerals import HUNDREDS, TENS
from generator.read import Line

_NUMERAL = f"[{HUNDREDS}]+"
_DIVISION = re.compile(rf"第\s*\S+\s*[章节编]|第\s*[{TENS}]+\s*目\s")
_ARTICLE_BEHIND_CHAPTER = re.compile(rf"(?<={HAN})\s*(?=第{_NUMERAL}条\s)")
"""第一章 总则 | 第一条 …."""
_MIDWAY = re.compile(
    rf"(?<=[{STOPS}：:）)])(?:%s)"
    % "|".join(
        (
            rf"(?<=[{STOPS}])\s*(?=第{_NUMERAL}条\s)",
            r"(?<=[：:])\s*(?=[（(]一[)）])",
            rf"(?<=[{STOPS}）)])\s*(?=(?:{CHARGE})[:：])",
            rf"(?<=。)\s*(?=[1-9]\d?\s*{POINT}\s*[{IDEOGRAPHS}“])",
            rf"(?<=[{STOPS}])\s*(?=[（(][{TENS}]{{1,3}}[)）]\s*{HAN})",
            rf"(?<=[责头局办委厅府][)）])\s*(?=[（(][{TENS}]{{1,3}}[)）]\s*(?![项款条和、]){HAN})",
            r"(?<=[处府局]。)\s*(?=[二三四五六七八九十]+是)",
        )
    )
)
"""…。 | 第三条, …： | （一）, …。 | 责任单位：, …。 | 2.…, …。 | （二）…, （某某局负责） | （二）…, …某某局。 | 二是…."""
_MAY_BE_MIDWAY = re.compile(
    rf"[{STOPS}：:）)]\s*(?:[第（(1-9二三四五六七八九十]|(?:{CHARGE})[:：])"
)
"""What every line with one of these holds; most lines have none and need no further look."""

_OPEN, _CLOSE = re.compile(BLOCK_OPEN), re.compile(BLOCK_CLOSE)


def cut_lines(lines: list[Line]) -> list[Line]:
    """The lines, cut where a new paragraph begins in mid-line; the pieces keep the number of their line."""
    return [piece for line in lines for piece in _cut(line)]


def _dividing(text: str, places: list[int]) -> Iterator[int]:
    """The places at which a paragraph can begin: not at the beginning, and in no open parenthesis."""
    depth, position = 0, 0
    for place in places:
        depth += len(_OPEN.findall(text, position, place))
        depth -= len(_CLOSE.findall(text, position, place))
        position = place
        if place > 0 and depth <= 0:
            yield place


def _cut(line: Line) -> list[Line]:
    """The pieces of a line; mark, gap and what people said of the line belong to the first."""
    is_division = _DIVISION.match(line.text) is not None
    if not is_division and _MAY_BE_MIDWAY.search(line.text) is None:
        return [line]
    pattern = _ARTICLE_BEHIND_CHAPTER if is_division else _MIDWAY
    found = [match.end() for match in pattern.finditer(line.text)]
    cuts = list(_dividing(line.text, found))
    if not cuts:
        return [line]
    bounds = pairwise([0, *cuts, len(line.text)])
    first, *others = [line.with_text(line.text[begin:end].strip()) for begin, end in bounds]
    return [first, *(replace(other, mark="", gap=False, joined=None) for other in others)]
