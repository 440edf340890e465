"""Citations in one text: 《title》, 《title》（number） and bare numbers, with the place where each begins."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.lexicon.numbers import CLOSE, OPEN
from generator.lexicon.numerals import read_number

_TITLE = re.compile(r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》|《(?P<broken>[^》]{2,120})》")
_YEAR = r"(?P<year>[12][09][0-9]{2})"
_SIGN = r"(?P<sign>[\u4e00-\u9fff]{1,12})"
_NEXT = r"\s*[、，和及至－—-]\s*"
_NUMBER = re.compile(
    rf"{_SIGN}\s*{OPEN}\s*{_YEAR}\s*{CLOSE}\s*/?\s*(?:第\s*)?(?P<serial>[0-9]{{1,5}})"
    rf"(?P<more>(?:{_NEXT}[0-9]{{1,5}}(?=\s*[、，和及至－—-]|\s*号))*)\s*(?P<end>号?)",
)
"""云政发〔2021〕3号, 12、13号; the last 号 may be missing in print."""
_ORDER = re.compile(r"(?P<organ>[\u4e00-\u9fff]{2,20}令)\s*第?\s*(?P<order>[0-9]{1,4}|[〇零一二三四五六七八九十百]+)\s*号")
_BEHIND = re.compile(r"\s*[（(]\s*(?P<inside>[^（()）]{4,40})\s*[)）]")
_STOPS = re.compile(r".*[的和及与或据照行彻实见由以对在按依为是号件》等，、省布转自至]")


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
        title = "".join((match["title"] if match["title"] is not None else match["broken"].replace("《", "")).split())
        number, incomplete, position = _number_behind(text, match.end())
        if title:
            yield Found(match.start(), position, title, number, incomplete)
            yield from _find_bare(text, match.start(), match.end())
    yield from _find_bare(text, position, len(text))


def _number_behind(text: str, end: int) -> tuple[str | None, bool, int]:
    """The number in the parenthesis right after a title: number, whether 号 is missing, where it ends."""
    behind = _BEHIND.match(text, end)
    if not behind:
        return None, False, end
    if match := _NUMBER.match(behind["inside"].strip()):
        return _format(match), not match["end"], behind.end()
    if match := _ORDER.match(behind["inside"].strip()):
        return f"{match['organ']}第{read_number(match['order'])}号", False, behind.end()
    return None, False, end


def _find_bare(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _NUMBER.finditer(text, start, end):
        if match["end"]:
            sign = _STOPS.sub("", match["sign"]) or match["sign"]
            begin = match.start() + len(match["sign"]) - len(sign)
            for serial in (match["serial"], *re.findall(r"[0-9]+", match["more"])):
                yield Found(begin, match.end(), None, f"{sign}〔{match['year']}〕{serial}号")
    for match in _ORDER.finditer(text, start, end):
        organ = _STOPS.sub("", match["organ"]) or match["organ"]
        if len(organ) > 2:
            begin = match.start() + len(match["organ"]) - len(organ)
            yield Found(begin, match.end(), None, f"{organ}第{read_number(match['order'])}号")


def _format(match: re.Match[str]) -> str:
    return f"{match['sign']}〔{match['year']}〕{match['serial']}{match['end']}"
