"""Numbers of documents in running text: 云政发〔2021〕3号, 12、13号, 国务院令第707号, 某某部公告2019年第1号."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.expressions.labels import STATE
from generator.lexicon.expressions.rare_numbers import OLD_YEAR, whole_year
from generator.lexicon.expressions.signs import CLOSE, OPEN
from generator.lexicon.expressions.verbs import ENCLOSED
from generator.lexicon.expressions.years import CITED_YEAR
from generator.lexicon.numbers import ORDERED
from generator.lexicon.numerals import SERIAL, in_figures, read_number
from generator.lexicon.organs import TURNED_ENDS

_SERIAL = rf"(?:\d{{1,5}}|[{SERIAL}]{{1,5}})"
_RANGE = "至－—-"
"""Signs between the first and the last of several serial numbers."""
_AND = rf"[、，和及{_RANGE}]"
_RUN = rf"{_SERIAL}(?:\s*{_AND}\s*{_SERIAL}(?=\s*{_AND}|\s*号))*"
"""12, or 12、13 and 3至5 before one 号."""
_BRACKETED = (
    rf"{OPEN}\s*(?P<year>{CITED_YEAR}|{OLD_YEAR})\s*{CLOSE}\s*/?\s*(?:第\s*)?(?P<run>{_RUN})"
)
_NUMBER = re.compile(rf"(?P<sign>{HAN}{{1,12}})\s*{_BRACKETED}\s*(?P<end>号?)")
"""云政发〔2021〕3号; the last 号 may be missing in print."""
_NO_COUNT = r"(?![楼线桥路井机口房车店厅])"
"""3号楼 is no number of a document."""
_FURTHER = re.compile(
    rf"\s*(?:[、，和及]|以及)\s*(?P<item>(?:{OPEN}\s*(?P<year>{CITED_YEAR})\s*{CLOSE}\s*)?(?:第\s*)?(?P<run>{_RUN})\s*号)"
    rf"{_NO_COUNT}"
)
"""、〔2013〕5号 or 、13号 behind a number whose sign they share."""
_ORDER = re.compile(rf"(?P<organ>{HAN}{{2,24}}{ORDERED})\s*第?\s*(?P<run>{_RUN})\s*号")
"""国务院令第707号; 某某部公告第1045号."""
_TURNED = re.compile(
    rf"(?P<organ>{HAN}{{2,24}}[{TURNED_ENDS}])\s*第\s*(?P<run>{_SERIAL})\s*号\s*(?P<kind>{ORDERED})"
)
"""国务院第707号令."""
_YEARLY = re.compile(
    rf"(?P<organ>{HAN}{{2,24}}{ORDERED})\s*[（(]?\s*(?P<year>{CITED_YEAR})\s*年\s*第\s*(?P<run>{_RUN})\s*号"
)
"""某某总署公告2018年第12号."""
_ANOTHER = re.compile(rf"\s*[、和及]\s*(?P<item>第\s*(?P<run>{_SERIAL})\s*号)")
"""、第8号 behind an order."""
_DAY = rf"(?:{CITED_YEAR}\s*年\s*(?:\d{{1,2}}\s*月\s*(?:\d{{1,2}}\s*日\s*)?)?)?"
_ORGANS = rf"(?:{HAN}{{2,16}}[\s、]+)*"
_NAMED = (
    re.compile(rf"{_DAY}(?P<organ>{_ORGANS}{HAN}{{0,24}}{ORDERED})\s*第?\s*(?P<run>{_RUN})\s*号"),
    re.compile(
        rf"{_DAY}(?P<organ>{_ORGANS}{HAN}{{0,24}}?)\s*第\s*(?P<run>{_SERIAL})\s*号\s*(?P<kind>{ORDERED})"
    ),
    re.compile(
        rf"(?P<organ>{_ORGANS}{HAN}{{0,24}}{ORDERED})\s*(?P<year>{CITED_YEAR})\s*年\s*第?\s*(?P<run>{_RUN})\s*号"
    ),
    re.compile(
        rf"(?P<organ>{_ORGANS}{HAN}{{0,24}}?)\s*(?P<year>{CITED_YEAR})\s*年"
        rf"\s*第\s*(?P<run>{_RUN})\s*号(?P<kind>{ORDERED})?"
    ),
)
"""The same in the brackets behind a title,
where nothing else is before them: 2010年市政府令第7号, 第7号令, 2019年第1号."""
_SERIALS = re.compile(_SERIAL)

_STOPS = re.compile(
    rf".*(?:[的及与或彻见以在按为是号件》等，、至]|关于|落实|{ENCLOSED}|(?<!数)据|对(?!外)|由(?!贸)|(?<!银)行(?!政)"
    r"|(?<!日)照|自(?![然治贡由])|经(?![济开贸信合])|依(?![政兰安])|(?<!呼)和(?![田平龙静硕县]))"
)
"""Words of the sentence before a number; 自然资发, 自治区, 银行, 日照 and the like hold none of them."""
_FORMER = re.compile(r"原(?=[国省市县区])")
"""原 of 原国发〔2012〕3号 is no part of the sign."""


@dataclass(frozen=True, slots=True)
class NumberLimits:
    """What can be the number of a document in running text."""

    shortest_organ: int = 3
    """Shortest organ with its 令 or 公告, in characters:
    省政府令 names one, 部令 names none and is no number."""
    longest_range: int = 50
    """Farthest last serial number of 3至5号 behind the first;
    of a wider range only its two ends are cited."""
    before_day: int = 2
    """Characters before 年月日 in which the figure of a date is,
    a blank allowed: ``12 日`` ends a date."""


NUMBERS = NumberLimits()


class Number(NamedTuple):
    """A number with its place."""

    start: int
    """Offset at which it begins."""
    end: int
    """Offset after it; that of ``start`` for one that
    is meant without being printed (4 of 3至5号)."""
    number: str
    """In canonical form."""
    incomplete: bool = False
    """Whether it lacks its 号 in print."""


def find_numbers(text: str, start: int, end: int) -> list[Number]:
    """The numbers in a stretch of a text, in order."""
    found: list[Number] = []
    for match in _NUMBER.finditer(text, start, end):
        if match["end"]:
            found += _bracketed(match, _begin(match, "sign"), end)
    for pattern in (_YEARLY, _ORDER, _TURNED):
        for match in pattern.finditer(text, start, end):
            begin = _begin(match, "organ")
            names_organ = match.end("organ") - begin >= NUMBERS.shortest_organ
            if names_organ and not _is_taken(found, begin, match.end()):
                found += _ordered(match, begin, end)
    return sorted(found)


def _is_taken(found: list[Number], start: int, end: int) -> bool:
    """Whether one of the numbers that were found has a character of a stretch."""
    return any(number.start < end and start < number.end for number in found)


def read_numbers(text: str, start: int, end: int) -> list[Number]:
    """The numbers that begin at ``start``, as in the brackets behind a title: 国发〔2012〕12、13号.

    The list is empty where no number begins there.
    """
    if match := _NUMBER.match(text, start, end):
        former = _FORMER.match(text, start)
        return _bracketed(match, former.end() if former else start, end)
    for pattern in _NAMED:
        if match := pattern.match(text, start, end):
            return _ordered(match, match.start("organ"), end)
    return []


def _bracketed(match: re.Match[str], begin: int, end: int) -> list[Number]:
    """Each number of a match of 云政发〔2021〕3号, and of those behind it that share its sign."""
    sign = squeeze(match.string[begin : match.end("sign")])
    year = whole_year(read_number(match["year"]))
    found = _run(match, begin, f"{sign}〔{year}〕", match["end"])
    while match["end"] and (further := _FURTHER.match(match.string, found[-1].end, end)):
        year = read_number(further["year"] or "") or year
        found += _run(further, further.start("item"), f"{sign}〔{year}〕", "号")
    return found


def _ordered(match: re.Match[str], begin: int, end: int) -> list[Number]:
    """Each number of a match of 国务院令第622号, 国务院第622号令 or 某某部公告2019年第1号."""
    groups = match.groupdict()
    organ = squeeze(match.string[begin : match.end("organ")]) + (groups.get("kind") or "")
    prefix = f"{organ}{read_number(groups['year'])}年第" if groups.get("year") else f"{organ}第"
    found = _run(match, begin, prefix, "号")
    while another := _ANOTHER.match(match.string, found[-1].end, end):
        found += _run(another, another.start("item"), prefix, "号")
    return found


def _run(match: re.Match[str], begin: int, prefix: str, close: str) -> list[Number]:
    """The numbers of 12、13 and 3至5, the first of which begins at ``begin``.

    The last ends with the match.
    """
    serials = list(_SERIALS.finditer(match.string, *match.span("run")))
    found: list[Number] = []
    before: re.Match[str] | None = None
    for serial in serials:
        start = serial.start() if before else begin
        if before:
            between = _serials_between(before, serial)
            found += [Number(start, start, f"{prefix}{n}{close}") for n in between]
        stop = match.end() if serial is serials[-1] else serial.end()
        written = in_figures(serial[0])
        found.append(Number(start, stop, f"{prefix}{written}{close}", not close))
        before = serial
    return found


def _serials_between(before: re.Match[str], serial: re.Match[str]) -> range:
    """The serial numbers that 3至5 means without printing them: 4.

    The range is empty where none is printed, or one too wide.
    """
    sign = serial.string[before.end() : serial.start()].strip()
    first, last = (read_number(one[0]) or 0 for one in (before, serial))
    if not sign or sign not in _RANGE or last - first > NUMBERS.longest_range:
        return range(0)
    return range(first + 1, last)


def _begin(match: re.Match[str], name: str) -> int:
    """Where the sign or the organ of a number in a sentence begins.

    The words before it belong to the sentence.
    """
    begin, end = match.span(name)
    before = match.string[max(begin - NUMBERS.before_day, 0) : begin]
    if match.string[begin] in "年月日" and before.rstrip()[-1:].isdigit():
        begin += 1
    if (place := match.string.rfind(STATE, begin, end)) >= 0:
        return place
    stop = _STOPS.match(match.string, begin, end)
    if stop and stop.end() < end:
        begin = stop.end()
    former = _FORMER.match(match.string, begin, end)
    return former.end() if former else begin
