"""The enumerators of official documents, GB/T 9704-2012 clause 7.3.3.

一、 （一） 1. (1), and 编, 分编, 章, 节, 目 and 条 of instruments.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from generator.lexicon.characters import HAN, IDEOGRAPHS
from generator.lexicon.expressions.signs import POINT
from generator.lexicon.expressions.years import YEAR
from generator.lexicon.numerals import TENS, THOUSANDS, read_number

_NUMERAL = f"[{THOUSANDS}]+"
_NOT_CITED = (
    r"(?!\s*(?:修改|改为|中的|删去|删除|增加|作为|调整))(?=\s|[^\s第款规、，,。和至及的之])"
)
"""What follows 第五条 where it opens an article, not where it is cited (第五条规定, 第五条第二款)."""
_HEADS = (
    r"(?![的，,]|以?及第|[、和与至或]第|第\S{1,5}[条款项]|[所中]?规定[的，]|所[称列述]|[中内]的)"
    r"(?!修改为|改为|删去|删除|增加一|作为第|调整为)"
    rf"(?!{HAN}(?:(?!第\S{{1,6}}条).)*。$)"
)
"""What follows 第二章 where it heads a chapter, not where a sentence begins with it: 第二章规定的许可，…."""
_NAMED = r"(?=\s|$|[：:、]?[^\S\n]*[^\s，。；：:、]{2,16}$)(?:\s*[：:、])?"
"""What follows 第一部分 or 第一目, a word of plain sentences too, where it heads a part: a blank, or its short name."""
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"第\s*(?P<n>{_NUMERAL}|\d+)\s*编(?=\s|$|{HAN}){_HEADS}\s*")),
    (
        "subpart",
        re.compile(
            rf"第\s*(?P<n>{_NUMERAL}|\d+)\s*分\s*编(?=\s|$|{HAN})(?![委辑组号码制]){_HEADS}\s*"
        ),
    ),
    (
        "part",
        re.compile(rf"第\s*(?P<n>{_NUMERAL}|\d+)\s*篇(?=\s|$|{HAN})(?![文论报稿章]){_HEADS}\s*"),
    ),
    ("part", re.compile(rf"第\s*(?P<n>{_NUMERAL}|\d+)\s*部分{_HEADS}{_NAMED}\s*")),
    ("chapter", re.compile(rf"第\s*(?P<n>{_NUMERAL}|\d+)\s*章(?![程的]){_HEADS}\s*")),
    ("section", re.compile(rf"第\s*(?P<n>{_NUMERAL}|\d+)\s*节(?![约能日]){_HEADS}\s*")),
    (
        "subsection",
        re.compile(
            rf"第\s*(?P<n>{_NUMERAL}|\d+)\s*目(?![标的前光录次力测视击睹])(?!项|规定|中|内|所)"
            rf"{_HEADS}{_NAMED}\s*"
        ),
    ),
    (
        "article",
        re.compile(rf"第\s*(?P<n>{_NUMERAL}|\d+)\s*条(?:之(?P<sub>{_NUMERAL}))?{_NOT_CITED}\s*"),
    ),
    ("1", re.compile(rf"(?P<n>{_NUMERAL})\s*[、.．]\s*")),
    ("2", re.compile(rf"[（(]\s*(?P<n>{_NUMERAL})\s*[)）]\s*[、.．]?\s*")),
    ("3", re.compile(rf"(?P<n>\d{{1,3}})\s*(?:[.．](?!\d)|[.．](?={YEAR}\s*年)|、)\s*")),
    ("4", re.compile(r"[（(]\s*(?P<n>\d{1,3})\s*[)）]\s*[、.．]?\s*")),
    ("2", re.compile(r"(?P<n>[㈠-㈩])\s*")),
    ("3", re.compile(r"(?P<n>[⒈-⒛])\s*")),
    ("4", re.compile(r"(?P<n>[⑴-⒇])\s*")),
    ("5", re.compile(r"(?P<n>[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])\s*")),
)
_DIVISION_PATTERNS = tuple(one for one in _PATTERNS if one[1].pattern.startswith("第"))
_OTHER_PATTERNS = tuple(one for one in _PATTERNS if one not in _DIVISION_PATTERNS)
"""Those that open with 第, and all others."""
_OPENS = re.compile(rf"[第（({THOUSANDS}\d㈠-㈩①-⒛]")
"""The first character of every enumerator; most texts have another one and need no further look."""
_ENCLOSED = ((0x2460, 20), (0x2474, 20), (0x2488, 20), (0x3220, 10))
_CIRCLED = {chr(first + place): place + 1 for first, count in _ENCLOSED for place in range(count)}
"""Numbers of ① ⑴ ⒈ ㈠ and those that follow them."""
DIVISIONS = ("part", "subpart", "chapter", "section", "subsection")
"""Kinds whose line is always a heading."""
LEVELS = ("1", "2", "3", "4", "5")
"""Kinds of enumerated paragraphs, outermost first."""
_QUANTITY = r"[万亿元米公里千吨倍个名人户亩平立度分小时天日年月毫微升克斤岁折兆伏瓦次台辆件座处张篇寸厘左至到以—～~]"
"""What follows a decimal that is an amount, a date or a span."""
_DECIMAL = re.compile(
    rf"(?P<n>\d{{1,2}}(?:[.．]\d{{1,2}}){{0,3}})(?P<mark>{POINT}?\s*)(?!{_QUANTITY})(?=[{IDEOGRAPHS}“（《])",
)
MOST_STEPS_OF_AMOUNT = 2
"""Most steps of a decimal that may be an amount (2.1); one of more (2.1.1) never is."""
LONGEST_CHAPTER = 24
"""Longest line with a whole number that is a first level of decimal numbers,
in characters; a longer one is text."""
_ORDINAL = re.compile(rf"(?P<n>[{TENS}]+)[是要](?=[{IDEOGRAPHS}“])")


class Enumerator(NamedTuple):
    """An enumerator at the beginning of a text."""

    kind: str
    """Heading kind of the contract, ``article``, or ``5`` for ①."""
    number: int
    """Its number."""
    insertion: int | None
    """1 for 第五条之一."""
    end: int
    """Where the text after it begins."""
    printed: str
    """Its number as printed, without the marks around it."""


class Decimals(NamedTuple):
    """The decimal numbers of a part."""

    parents: frozenset[str] = frozenset()
    """Numbers that have others below them: 2 and 2.1 where 2.1.1 is printed."""
    marks: frozenset[str] = frozenset()
    """What follows whole numbers: a full stop, a blank or nothing."""


NO_DECIMALS = Decimals()


@lru_cache(maxsize=4096)
def read_enumerator(text: str) -> Enumerator | None:
    """The enumerator that opens ``text``, or None."""
    if not _OPENS.match(text):
        return None
    for kind, pattern in _DIVISION_PATTERNS if text.startswith("第") else _OTHER_PATTERNS:
        if match := pattern.match(text):
            number = _plain_number(match["n"])
            if number is None:
                continue
            sub = match.groupdict().get("sub")
            return Enumerator(
                kind, number, read_number(sub) if sub else None, match.end(), match["n"]
            )
    return None


@lru_cache(maxsize=1024)
def number_of(printed: str) -> int:
    """The number that the printed figures of an enumerator stand for.

    12 for 十二, 2 for 1.2; 0 where it is none.
    """
    return _plain_number(printed.replace("．", ".").rpartition(".")[2]) or 0


def _plain_number(figures: str) -> int | None:
    return _CIRCLED.get(figures) or read_number(figures)


def find_decimals(texts: Iterable[str]) -> Decimals:
    """The decimal numbers of a part.

    2 has others below it where 2.1 and 2.2 open lines, or 2.1 the line below 2; 2.1 has them also
    where 2.1.1 is the only one.
    """
    number_above = mark_above = ""
    begun: set[str] = set()
    seen: set[str] = set()
    parents: set[str] = set()
    marks: set[str] = set()
    for text in texts:
        match = _DECIMAL.match(text)
        number, mark = (_figures(match), _mark(match)) if match else ("", "")
        parent, _, last = number.rpartition(".")
        if parent and last == "1":
            begun.add(parent)
            if parent == number_above:
                parents.add(parent)
                marks.add(mark_above)
            elif parent in seen and not _can_be_amount(number):
                parents.add(parent)
        elif parent in begun and last == "2":
            parents.add(parent)
        number_above, mark_above = number, mark
        seen.add(number)
    return Decimals(frozenset(parents), frozenset(marks))


def _can_be_amount(number: str) -> bool:
    """Whether a decimal number has as few steps as an amount: 2.1, and not 2.1.1."""
    return len(number.split(".")) <= MOST_STEPS_OF_AMOUNT


def read_decimal(text: str, decimals: Decimals) -> Enumerator | None:
    """The decimal number that opens ``text`` (``1 总则``, ``1.2适用范围``), or None.

    Its kind is its depth.

    :param decimals: those of the part, without which 1.2 can be an amount and ``1.`` an item
    """
    match = _DECIMAL.match(text) if decimals.parents else None
    if not match:
        return None
    parent = ".".join(_steps(match)[:-1])
    known = parent in decimals.parents if parent else _is_chapter(text, match, decimals)
    return _decimal(match) if known else None


def _is_chapter(text: str, match: re.Match[str], decimals: Decimals) -> bool:
    """Whether a line with a whole number is of the first level of decimal numbers.

    It is short and marked like the others.
    """
    highest = max((int(parent) for parent in decimals.parents if parent.isdecimal()), default=-1)
    counts_on = _mark(match) in decimals.marks and int(match["n"]) <= highest + 1
    return counts_on and len(text) <= LONGEST_CHAPTER and "。" not in text


def _mark(match: re.Match[str]) -> str:
    """What follows a number: its full stop, one blank, or nothing."""
    return match["mark"].strip() or match["mark"][:1].replace("\u3000", " ")


def read_printed(text: str) -> Enumerator | None:
    """The enumerator that opens the text of a heading, which may be a decimal number, or None."""
    match = _DECIMAL.match(text)
    return read_enumerator(text) or (_decimal(match) if match else None)


def _decimal(match: re.Match[str]) -> Enumerator:
    steps = _steps(match)
    return Enumerator(
        str(min(len(steps), len(LEVELS) - 1)), int(steps[-1]), None, match.end(), match["n"]
    )


def _figures(match: re.Match[str]) -> str:
    """A decimal number with plain points: 1.2.3 for 1．2．3."""
    return match["n"].replace("．", ".")


def _steps(match: re.Match[str]) -> list[str]:
    """1.2.3 → 1, 2, 3."""
    return _figures(match).split(".")


def is_ordinal(text: str) -> bool:
    """Whether ``text`` opens with an ordinal: ``一是…``, ``二要…``."""
    return _ORDINAL.match(text) is not None
