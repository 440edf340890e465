"""Numbers of an issue that joins several of its gazette: 2021年第3、4期合刊（总第27—28期）."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.signs import DASHES
from generator.lexicon.expressions.years import HAN_YEAR, YEAR
from generator.lexicon.numerals import NUMERAL, TENS, read_number

LONGEST_LINE = 40
"""Longest line of the first pages that numbers the issue, in characters; a longer one is text."""
MOST_JOINED = 6
"""Most numbers that one issue joins; more between two numbers were misread."""
_THROUGH = rf"(?:[至到~～－]|{DASHES})"
_AND = "[、，,和及与·/／&＆+＋_]"
_ENDS = r"(?:期合刊|合期|期|合刊|(?(serial)号|(?!)))"
_NO_LIST = "(?!(?:合刊)?(?:总|的)?(?:目录|目次|索引|文件|要目|内容|汇编))"
"""Not before what lists several issues: 第1—6期总目录."""
_JOINED = re.compile(
    rf"(?:(?P<serial>总)(?:期数|号|期)?[:：]?第?|第|合刊[（(]?第?|(?:{YEAR}|{HAN_YEAR})年?[.·,/-]?)"
    rf"(?P<numbers>{NUMERAL}(?:[期号]?(?:{_THROUGH}|{_AND})(?:总?第)?{NUMERAL})+){_ENDS}{_NO_LIST}"
)
_ADJACENT = re.compile(rf"第?(?P<numbers>[{TENS}]{{2,6}})(?:期?合刊|合期){_NO_LIST}")
"""第三四期合刊: two numbers in characters with nothing between."""
_BARE = re.compile(rf"(?:{YEAR})年?[.·,/](?P<numbers>\d{{1,2}}(?:{_THROUGH}|[、/&+])\d{{1,2}})")
"""2021.3-4, alone on a line."""
_SIGN = re.compile("[期号刊]")


class Joined(NamedTuple):
    """The numbers that an issue joins."""

    serial: bool
    """Whether they count over all years: 总第27、28期."""
    first: int
    """The lowest."""
    last: int
    """The highest."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """All of them."""
        return tuple(range(self.first, self.last + 1))


def find_joined(text: str) -> Iterator[Joined]:
    """The numbers that a line of the masthead joins; nothing in a longer line, or where they do not count on."""
    if len(text) > LONGEST_LINE:
        return
    squeezed = squeeze(text)
    if bare := _BARE.fullmatch(squeezed):
        yield from _count_on(bare["numbers"], serial=False)
    if not _SIGN.search(squeezed):
        return
    for match in _JOINED.finditer(squeezed):
        yield from _count_on(match["numbers"], serial=match["serial"] is not None)
    for match in _ADJACENT.finditer(squeezed):
        yield from _part(match["numbers"])


def _count_on(text: str, *, serial: bool) -> Iterator[Joined]:
    """Numbers with signs between that count on: each by one, but for the last of 第3至6期."""
    numbers = [read_number(numeral) or 0 for numeral in re.findall(NUMERAL, text)]
    first, last = numbers[0], numbers[-1]
    if not first or not first < last < first + MOST_JOINED:
        return
    is_range = len(numbers) == 2 and re.search(_THROUGH, text) is not None
    if is_range or numbers == list(range(first, last + 1)):
        yield Joined(serial, first, last)


def _part(text: str) -> Iterator[Joined]:
    """The two numbers of 三四, 十一十二: the one place where the second counts on from the first."""
    for cut in range(1, len(text)):
        first, last = read_number(text[:cut]), read_number(text[cut:])
        if first and last == first + 1:
            yield Joined(serial=False, first=first, last=last)
            return
