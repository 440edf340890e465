"""Citations in one text: 《title》, 《title》（number） and bare numbers, with the place where each begins."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.lexicon.numbers import CLOSE, OPEN
from generator.lexicon.numerals import plain_digits, read_number
from generator.lexicon.text import HAN, squeeze

_TITLE = re.compile(r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》|《(?P<broken>[^》]{2,120})》")
_YEAR = r"(?P<year>[12１２][09０９]\d{2})"
_SIGN = rf"(?P<sign>{HAN}{{1,12}})"
_NEXT = r"\s*[、，和及至－—-]\s*"
_NUMBER = re.compile(
    rf"{_SIGN}\s*{OPEN}\s*{_YEAR}\s*{CLOSE}\s*/?\s*(?:第\s*)?(?P<serial>\d{{1,5}})"
    rf"(?P<more>(?:{_NEXT}\d{{1,5}}(?=\s*[、，和及至－—-]|\s*号))*)\s*(?P<end>号?)",
)
"""云政发〔2021〕3号, 12、13号; the last 号 may be missing in print."""
_ORDER = re.compile(
    rf"(?P<organ>{HAN}{{2,24}}令)\s*第?\s*(?P<order>\d{{1,4}}|[〇零一二三四五六七八九十百]+)\s*号"
    rf"|(?P<teller>{HAN}{{2,24}}公告)\s*{_YEAR}\s*年\s*第\s*(?P<nth>\d{{1,4}})\s*号",
)
"""国务院令第707号, 某某总署公告2018年第12号."""
_BEHIND = re.compile(r"\s*[（(]\s*(?P<inside>[^（()）]{4,40})\s*[)）]")
_STATE = "中华人民共和国"
_STOPS = re.compile(r".*[的和及与或据照行彻实见由以对在按依为是号件》等，、省布转自至]|^[年月日]")


class Found(NamedTuple):
    """A citation in a text."""

    start: int
    """Offset at which it begins."""
    end: int
    """Offset after it."""
    title: str | None
    """Title without the outer 《》 and without blanks."""
    number: str | None
    """Number in canonical form."""
    incomplete: bool = False
    """Whether the number lacks its 号 in print."""


def find_citations(text: str) -> Iterator[Found]:
    """All citations in a text, in order; a number inside a title counts apart, a title inside a title does not."""
    position = 0
    for match in _TITLE.finditer(text):
        if match.start() < position:
            continue
        yield from _find_bare(text, position, match.start())
        title = squeeze(match["title"] if match["title"] is not None else match["broken"].replace("《", ""))
        number, incomplete, position = _number_behind(text, match.end())
        if title:
            yield Found(match.start(), position, title, number, incomplete)
            yield from _find_bare(text, match.start(), match.end())
    yield from _find_bare(text, position, len(text))


def _number_behind(text: str, end: int) -> tuple[str | None, bool, int]:
    """The number in the parenthesis right after a title: number, whether 号 is missing, where it ends."""
    behind = _BEHIND.match(text, end)
    inside = behind["inside"].strip() if behind else ""
    if behind and (match := _NUMBER.match(inside)):
        number = f"{match['sign']}〔{match['year']}〕{match['serial']}{match['end']}"
        return plain_digits(number), not match["end"], behind.end()
    if behind and (match := _ORDER.match(inside)):
        return _order(match, match["organ"] or match["teller"]), False, behind.end()
    return None, False, end


def _find_bare(text: str, start: int, end: int) -> Iterator[Found]:
    """The numbers between two places that stand behind no title."""
    for match in _NUMBER.finditer(text, start, end):
        if match["end"]:
            sign = _STOPS.sub("", match["sign"]) or match["sign"]
            begin = match.start() + len(match["sign"]) - len(sign)
            for serial in (match["serial"], *re.findall(r"\d+", match["more"])):
                yield Found(begin, match.end(), None, plain_digits(f"{sign}〔{match['year']}〕{serial}号"))
    for match in _ORDER.finditer(text, start, end):
        printed = match["organ"] or match["teller"]
        organ = _whole_organ(printed)
        if len(organ) > 2:
            begin = match.start() + len(printed) - len(organ)
            yield Found(begin, match.end(), None, _order(match, organ))


def _whole_organ(text: str) -> str:
    """The organ at the end of a text, from 中华人民共和国 on, or behind the last word that belongs to the sentence."""
    place = text.rfind(_STATE)
    return text[place:] if place >= 0 else _STOPS.sub("", text) or text


def _order(match: re.Match[str], organ: str) -> str:
    """The canonical number of an order or of an announcement by year."""
    if match["nth"]:
        return plain_digits(f"{organ}{match['year']}年第{match['nth']}号")
    return f"{organ}第{read_number(match['order'])}号"
