"""Numbers of documents in running text: 云政发〔2021〕3号, 12、13号, 国务院令第707号, 某某部公告2019年第1号."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.expressions.labels import STATE
from generator.lexicon.expressions.signs import CLOSE, OPEN
from generator.lexicon.expressions.verbs import ENCLOSED
from generator.lexicon.expressions.years import CITED_YEAR
from generator.lexicon.numbers import ORDERED
from generator.lexicon.numerals import SERIAL, in_figures, read_number
from generator.lexicon.organs import LONGEST_ORGAN, TURNED_ENDS, is_organ

_SERIAL = rf"(?:\d{{1,5}}|[{SERIAL}]{{1,5}})"
_RANGE = "至－—-"
"""Signs between the first and the last of several serial numbers."""
_AND = rf"[、，和及{_RANGE}]"
_RUN = rf"{_SERIAL}(?:\s*{_AND}\s*{_SERIAL}(?=\s*{_AND}|\s*号))*"
"""12, or 12、13 and 3至5 before one 号."""
_SHORT_YEAR = rf"(?<=[发字函办令电规文]{OPEN})\d\d"
"""98 in 云政发〔98〕3号: a year as it was printed until the turn of the century, kept as it is."""
_BRACKETED = (
    rf"{OPEN}\s*(?P<year>{CITED_YEAR}|{_SHORT_YEAR})\s*{CLOSE}\s*/?\s*(?:第\s*)?(?P<run>{_RUN})"
)
_SHARED = rf"(?P<shared>(?=\s*[、和及与]\s*{OPEN}\s*{CITED_YEAR}\s*{CLOSE}))"
_NUMBER = re.compile(rf"(?P<sign>{HAN}{{1,12}})\s*{_BRACKETED}\s*(?P<end>号|{_SHARED}|)")
"""云政发〔2021〕3号; the last 号 may be missing in print, or be shared: 云政发〔2020〕3、〔2021〕8号."""
_BRACKETED_YEAR = re.compile(rf"{OPEN}\s*(?:{CITED_YEAR}|\d\d)\s*{CLOSE}")
"""What every number with a sign holds; most texts have none and need no further look."""
_NO_COUNT = r"(?![楼线桥路井机口房车店厅])"
"""3号楼 is no number of a document."""
_FURTHER = re.compile(
    rf"\s*(?:[、，和及与]|以及)\s*(?P<item>(?:{OPEN}\s*(?P<year>{CITED_YEAR}|\d\d)\s*{CLOSE}\s*)?(?:第\s*)?(?P<run>{_RUN})\s*号)"
    rf"{_NO_COUNT}"
)
"""、〔2013〕5号 or 、13号 behind a number whose sign they share."""
_ORDER = re.compile(
    rf"(?P<organ>{HAN}{{2,24}}{ORDERED})\s*(?:第?|[（(]\s*第)\s*(?P<run>{_RUN})\s*号"
)
"""国务院令第707号; 某某部公告第1045号; 国务院令（第707号）."""
_TURNED = re.compile(
    rf"(?P<organ>{HAN}{{2,24}}[{TURNED_ENDS}])\s*第?\s*(?P<run>{_SERIAL})\s*号\s*(?P<kind>{ORDERED})"
)
"""国务院第707号令, 县政府3号令."""
_YEARLY = re.compile(
    rf"(?P<organ>{HAN}{{2,24}}{ORDERED})\s*[（(]?\s*(?P<year>{CITED_YEAR})\s*年\s*第\s*(?P<run>{_RUN})\s*号"
)
"""某某总署公告2018年第12号."""
_YEARLY_TURNED = re.compile(
    rf"(?P<organ>{HAN}{{2,24}}[{TURNED_ENDS}])\s*(?P<year>{CITED_YEAR})\s*年"
    rf"\s*第?\s*(?P<run>{_SERIAL})\s*号\s*(?P<kind>{ORDERED})"
)
"""某某总署2018年第12号公告."""
_FIGURE_BEHIND_KIND = re.compile(rf"{ORDERED}[\s（(第]*[\d{SERIAL}]")
_KIND_BEHIND_END = re.compile(rf"号\s*{ORDERED}")
"""What every number of an order or announcement holds that has its kind before its figures, or behind them."""
_ANOTHER = re.compile(
    rf"\s*[、和及与]\s*(?P<item>(?:(?P<year>{CITED_YEAR})\s*年\s*)?第\s*(?P<run>{_SERIAL})\s*号)"
)
"""、第8号 behind an order, 和2022年第5号 behind an announcement."""
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
_PARTICLES = "和与及或为按见的"
_BEFORE = re.compile(
    r"(?:特提|特急|加急|平急|急件|机密|秘密)[\s·、，,:：]*"
    rf"|{CITED_YEAR}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日\s*[，,]?\s*(?={HAN}{{1,12}}\s*{OPEN})"
)
"""特急 or a day before 国办发明电〔2021〕5号 in the brackets behind a title."""
_JOINED = re.compile(rf"(?P<organ>{HAN}{{2,16}})[\s、]+$")
"""财政部 before 税务总局公告2019年第39号: organs that announce together."""

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
    signed = _BRACKETED_YEAR.search(text, start, end)
    for match in _NUMBER.finditer(text, start, end) if signed else ():
        begin = _begin(match, "sign")
        if (
            _is_whole(match)
            and _has_sign(match)
            and begin >= max(found[-1].end if found else 0, start)
        ):
            found += _bracketed(match, begin, end)
    for pattern in _ordered_forms(text, start, end):
        for match in pattern.finditer(text, start, end):
            begin = _begin_joined(match, _begin(match, "organ"), start)
            names_organ = match.end("organ") - begin >= NUMBERS.shortest_organ
            if names_organ and not _is_taken(found, begin, match.end()):
                found += _ordered(match, begin, end)
    return sorted(found)


def _ordered_forms(text: str, start: int, end: int) -> Iterator[re.Pattern[str]]:
    """The forms of orders and announcements that a stretch can hold, those with a year first."""
    if text.find("号", start, end) < 0:
        return
    behind = _FIGURE_BEHIND_KIND.search(text, start, end)
    turned = _KIND_BEHIND_END.search(text, start, end)
    for kind, pattern in (
        (behind, _YEARLY), (turned, _YEARLY_TURNED), (behind, _ORDER), (turned, _TURNED)
    ):  # fmt: skip
        if kind:
            yield pattern


def _is_whole(match: re.Match[str]) -> bool:
    """Whether a number has its 号, or shares that of the next."""
    return match["end"] == "号" or match["shared"] is not None


def _has_sign(match: re.Match[str]) -> bool:
    """Whether the sign of a number is one, and no word between two numbers or before a bare year.

    和〔2021〕8号 shares the sign of the number before it; 编号为〔2021〕3号 has none.
    """
    return match.string[match.end("sign") - 1] not in _PARTICLES


def _is_taken(found: list[Number], start: int, end: int) -> bool:
    """Whether one of the numbers that were found has a character of a stretch."""
    return any(number.start < end and start < number.end for number in found)


def read_numbers(text: str, start: int, end: int) -> list[Number]:
    """The numbers that begin at ``start``, as in the brackets behind a title: 国发〔2012〕12、13号.

    The list is empty where no number begins there.
    """
    if before := _BEFORE.match(text, start, end):
        start = before.end()
    if match := _NUMBER.match(text, start, end):
        former = _FORMER.match(text, start)
        return _bracketed(match, former.end() if former else start, end)
    for pattern in _NAMED:
        if match := pattern.match(text, start, end):
            return _ordered(match, match.start("organ"), end)
    return []


def _bracketed(match: re.Match[str], begin: int, end: int) -> list[Number]:
    """Each number of a match of 云政发〔2021〕3号, and of those behind it that share its sign."""
    sign, year = squeeze(match.string[begin : match.end("sign")]), _year(match)
    close = "号" if _is_whole(match) else ""
    found = _run(match, begin, f"{sign}〔{year}〕", close)
    while close and (further := _FURTHER.match(match.string, found[-1].end, end)):
        year = _year(further) or year
        found += _run(further, further.start("item"), f"{sign}〔{year}〕", "号")
    return found


def _year(match: re.Match[str]) -> str:
    """The year of a match in figures, two of them where two are printed; empty where it has none."""
    return "" if not match["year"] else in_figures(match["year"]).zfill(2)


def _ordered(match: re.Match[str], begin: int, end: int) -> list[Number]:
    """Each number of a match of 国务院令第622号, 国务院第622号令 or 某某部公告2019年第1号."""
    groups = match.groupdict()
    organ = squeeze(match.string[begin : match.end("organ")]) + (groups.get("kind") or "")
    prefix = f"{organ}{read_number(groups['year'])}年第" if groups.get("year") else f"{organ}第"
    found = _run(match, begin, prefix, "号")
    while another := _ANOTHER.match(match.string, found[-1].end, end):
        if another["year"]:
            prefix = f"{organ}{read_number(another['year'])}年第"
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
    if stop and stop.end() == end:  # the sign ends so itself: 财行
        stop = _STOPS.match(match.string, begin, end - 1)
    if stop:
        begin = stop.end()
    former = _FORMER.match(match.string, begin, end)
    return former.end() if former else begin


def _begin_joined(match: re.Match[str], begin: int, start: int) -> int:
    """Where the organs of an announcement begin, of which others are before the last: 财政部 税务总局公告."""
    while before := _JOINED.search(match.string, max(begin - LONGEST_ORGAN, start), begin):
        stop = _STOPS.match(before["organ"])
        cut = stop.end() if stop and stop.end() < len(before["organ"]) else 0
        if not is_organ(before["organ"][cut:]):
            break
        begin = before.start("organ") + cut
    return begin
