"""The enumerators of official documents, GB/T 9704-2012 clause 7.3.3: 一、 （一） 1. (1), and 编章节条 of instruments."""

import re
from functools import lru_cache
from typing import NamedTuple

from generator.lexicon.numerals import read_number

_HAN = r"[〇零一二三四五六七八九十百千]+"
_NOT_CITED = r"(?!\s*(?:修改|改为|中的|删去|删除|增加|作为|调整))(?=\s|[^\s第款规、，,。和至及的之])"
"""What follows 第五条 where it opens an article, not where it is cited (第五条规定, 第五条第二款)."""
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"第\s*(?P<n>{_HAN}|\d+)\s*编(?=\s|$|[\u4e00-\u9fff])\s*")),
    ("part", re.compile(rf"第\s*(?P<n>{_HAN}|\d+)\s*部分(?=\s|$)\s*")),
    ("chapter", re.compile(rf"第\s*(?P<n>{_HAN}|\d+)\s*章(?!程)\s*")),
    ("section", re.compile(rf"第\s*(?P<n>{_HAN}|\d+)\s*节(?![约能日])\s*")),
    ("article", re.compile(rf"第\s*(?P<n>{_HAN}|\d+)\s*条(?:之(?P<sub>{_HAN}))?{_NOT_CITED}\s*")),
    ("1", re.compile(rf"(?P<n>{_HAN})\s*[、.．]\s*")),
    ("2", re.compile(rf"[（(]\s*(?P<n>{_HAN})\s*[)）]\s*[、.．]?\s*")),
    ("3", re.compile(r"(?P<n>\d{1,3})\s*(?:[.．](?!\d)|[.．](?=(?:19|20)\d\d\s*年)|、)\s*")),
    ("4", re.compile(r"[（(]\s*(?P<n>\d{1,3})\s*[)）]\s*[、.．]?\s*")),
    ("2", re.compile(r"(?P<n>[㈠-㈩])\s*")),
    ("3", re.compile(r"(?P<n>[⒈-⒛])\s*")),
    ("4", re.compile(r"(?P<n>[⑴-⒇])\s*")),
    ("5", re.compile(r"(?P<n>[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])\s*")),
)
_OPENS = re.compile(r"[第（(〇零一二三四五六七八九十百千\d㈠-㈩①-⒛]")
"""The first character of every enumerator; most texts have another one and need no further look."""
_ENCLOSED = ((0x2460, 20), (0x2474, 20), (0x2488, 20), (0x3220, 10))
_CIRCLED = {chr(first + place): place + 1 for first, count in _ENCLOSED for place in range(count)}
"""Numbers of ① ⑴ ⒈ ㈠ and those that follow them."""
DIVISIONS = ("part", "chapter", "section")
"""Kinds whose line is always a heading."""
LEVELS = ("1", "2", "3", "4", "5")
"""Kinds of enumerated paragraphs, outermost first."""
_DECIMAL = re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){0,3})[\s\u3000]+(?=[\u4e00-\u9fff“（])")
_ORDINAL = re.compile(r"(?P<n>[一二三四五六七八九十]+)[是要](?=[\u4e00-\u9fff“])")


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


@lru_cache(maxsize=4096)
def read_enumerator(text: str) -> Enumerator | None:
    """The enumerator that opens ``text``, or None."""
    if not _OPENS.match(text):
        return None
    for kind, pattern in _PATTERNS:
        if match := pattern.match(text):
            number = _CIRCLED.get(match["n"]) or read_number(match["n"])
            if number is None:
                continue
            sub = match.groupdict().get("sub")
            return Enumerator(kind, number, read_number(sub) if sub else None, match.end())
    return None


def read_decimal(text: str) -> Enumerator | None:
    """The decimal number that opens ``text``, set apart by a blank (``1 总则``, ``1.2 适用范围``), or None.

    Its kind is its depth.
    """
    match = _DECIMAL.match(text)
    if not match:
        return None
    steps = match["n"].split(".")
    return Enumerator(str(min(len(steps), 4)), int(steps[-1]), None, match.end())


def is_ordinal(text: str) -> bool:
    """Whether ``text`` opens with an ordinal: ``一是…``, ``二要…``."""
    return _ORDINAL.match(text) is not None
