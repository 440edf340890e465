"""Citations in one text: 《title》, 《title》（number） and bare numbers, with the place where each begins."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.lexicon.numbers import CLOSE, OPEN
from generator.lexicon.numerals import NUMERAL, plain_digits, read_number
from generator.lexicon.text import HAN, squeeze

_TITLE = re.compile(r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》|《(?P<broken>[^》]{2,120})》")
_YEAR = r"(?P<year>[12１２][09０９]\d{2})"
_SIGN = rf"(?P<sign>{HAN}{{1,12}})"
_RANGE = "至－—-"
"""Signs between the first and the last of several serial numbers."""
_FURTHER = rf"\s*[、，和及{_RANGE}]\s*\d{{1,5}}(?=\s*[、，和及{_RANGE}]|\s*号)"
_NUMBER = re.compile(
    rf"{_SIGN}\s*{OPEN}\s*{_YEAR}\s*{CLOSE}\s*/?\s*(?:第\s*)?(?P<serial>\d{{1,5}})"
    rf"(?P<more>(?:{_FURTHER})*)\s*(?P<end>号?)"
)
"""云政发〔2021〕3号, 12、13号; the last 号 may be missing in print."""
_MORE = re.compile(r"(?P<sign>[、，和及至－—-])\s*(?P<serial>\d+)")
_ORDER = re.compile(rf"(?P<organ>{HAN}{{2,24}}令)\s*第?\s*(?P<order>\d{{1,4}}|[〇零一二三四五六七八九十百]+)\s*号")
"""国务院令第707号."""
_YEARLY = re.compile(rf"(?P<organ>{HAN}{{2,24}}公告)\s*[（(]?\s*{_YEAR}\s*年\s*第\s*(?P<nth>\d{{1,4}})\s*号")
"""某某总署公告2018年第12号."""
_BEHIND = re.compile(r"\s*[（(]\s*(?P<inside>[^（()）]{4,40})\s*[)）]")
_DAMAGED = re.compile(rf"\s*[（(〔\[]\s*(?P<inside>{_NUMBER.pattern})\s*[〕\]}}】]")
"""A number behind a title whose closing bracket was misread: ``(国发〔2018〕19号〕``."""
_ARTICLE = re.compile(rf"\s*第\s*(?P<n>{NUMERAL})\s*条(?:之(?P<sub>{NUMERAL}))?")
_STATE = "中华人民共和国"
_STOPS = re.compile(r".*[的和及与或据照行彻实见由以对在按依为是号件》等，、省布转自至]|^[年月日]")
_LONGEST_RANGE = 50
"""More serial numbers than that between two are no list of documents."""


class Found(NamedTuple):
    """A citation in a text."""

    start: int
    """Offset at which it begins."""
    end: int
    """Offset after it; that of ``start`` for a number that is meant without being printed (4 of 3至5号)."""
    title: str | None
    """Title without the outer 《》 and without blanks."""
    number: str | None
    """Number in canonical form."""
    incomplete: bool = False
    """Whether the number lacks its 号 in print."""
    article: int | None = None
    """12 where 第十二条 follows the title."""
    insertion: int | None = None
    """1 where 第十二条之一 does."""


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
            yield Found(match.start(), position, title, number, incomplete, *_article_behind(text, position))
            yield from _find_bare(text, match.start(), match.end())
    yield from _find_bare(text, position, len(text))


def _number_behind(text: str, end: int) -> tuple[str | None, bool, int]:
    """The number in the parenthesis right after a title: number, whether 号 is missing, where it ends."""
    behind = _BEHIND.match(text, end) or _DAMAGED.match(text, end)
    if not behind:
        return None, False, end
    inside, offset = behind["inside"], behind.start("inside")
    if match := _NUMBER.match(inside):
        several = _NUMBER.search(inside, match.end())
        return _format(match), not match["end"], offset + match.end() if several else behind.end()
    if match := _ORDER.match(inside) or _YEARLY.match(inside):
        return _format_order(match, match["organ"]), False, behind.end()
    return None, False, end


def _article_behind(text: str, end: int) -> tuple[int | None, int | None]:
    """The article that is cited after a title, and its insertion."""
    match = _ARTICLE.match(text, end)
    return (read_number(match["n"]), read_number(match["sub"] or "")) if match else (None, None)


def _find_bare(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _NUMBER.finditer(text, start, end):
        if match["end"]:
            yield from _find_serials(match)
    for pattern in (_ORDER, _YEARLY):
        for match in pattern.finditer(text, start, end):
            organ = _whole_organ(match["organ"])
            if len(organ) > 2:
                begin = match.start() + len(match["organ"]) - len(organ)
                yield Found(begin, match.end(), None, _format_order(match, organ))


def _find_serials(match: re.Match[str]) -> Iterator[Found]:
    """Each number of a match: 12、13号 are two, 3至5号 are three."""
    sign = _STOPS.sub("", match["sign"]) or match["sign"]
    begin, end, last = match.start() + len(match["sign"]) - len(sign), match.end("serial"), int(match["serial"])
    further = list(_MORE.finditer(match.string, *match.span("more")))
    prefix = plain_digits(f"{sign}〔{match['year']}〕")
    yield Found(begin, end if further else match.end(), None, f"{prefix}{plain_digits(match['serial'])}号")
    for more in further:
        serial = int(more["serial"])
        if more["sign"] in _RANGE and 0 < serial - last <= _LONGEST_RANGE:
            yield from (Found(more.start(), more.start(), None, f"{prefix}{n}号") for n in range(last + 1, serial))
        close = match.end() if more is further[-1] else more.end()
        yield Found(more.start("serial"), close, None, f"{prefix}{plain_digits(more['serial'])}号")
        last = serial


def _whole_organ(text: str) -> str:
    """The organ at the end of a text, from 中华人民共和国 on, or behind the last word that belongs to the sentence."""
    place = text.rfind(_STATE)
    return text[place:] if place >= 0 else _STOPS.sub("", text) or text


def _format(match: re.Match[str]) -> str:
    return plain_digits(f"{match['sign']}〔{match['year']}〕{match['serial']}{match['end']}")


def _format_order(match: re.Match[str], organ: str) -> str:
    """国务院令第622号, or 某某部公告2019年第1号."""
    if "nth" in match.groupdict():
        return plain_digits(f"{organ}{match['year']}年第{match['nth']}号")
    return f"{organ}第{read_number(match['order'])}号"
