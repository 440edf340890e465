"""Rare forms of a document number: several serials before one 号, an old year, a part lost or misread.

A printer sets a number whole on its line: sign, year in 〔〕, serial, 号. Where several are printed they share
sign, year and 号, and count up. A line that has the sign and the year of a number is a number for an archivist
too where a part of it is lost; what it says is then not known.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.lexicon.expressions.signs import CLOSE, OPEN
from generator.lexicon.expressions.verbs import BASED_ON
from generator.lexicon.expressions.years import NUMBER_YEAR
from generator.lexicon.numerals import ONES, SERIAL, in_figures, read_number

_RANGE = "至～~－—–-"
"""Signs between the first and the last of several serials."""
_LIST = "、，,和及"
"""Signs between several serials each of which is printed."""
ONE_SERIAL = rf"(?:\d+(?:\s+\d+)*|[{SERIAL}]{{1,6}})"
"""A serial in either script, blanks between its figures allowed."""
SERIALS = rf"{ONE_SERIAL}(?:\s*[{_LIST}{_RANGE}]\s*(?:第\s*)?{ONE_SERIAL})*"
"""One serial or several: 3, 十二, 3、4, 3—5, 3至5."""
_PART = re.compile(rf"\d+|[{SERIAL}]+|[{_LIST}{_RANGE}]")
OLD_YEAR = r"(?:49|[5-9]\d)"
"""The year of a number of the last century, printed by its last two figures: 〔81〕."""
_LAST_SHORT_YEAR = 99
_FIRST_OLD_YEAR = 49
"""Two figures from 49 on are a year of the last century, those below one of this."""
MOST_SERIALS = 50
"""Most numbers that a range means; a wider one was misread."""
_SHARED = re.compile(r"(?P<before>.*〔\d{4}〕)(?P<serials>\d+(?:[、—]\d+)+)号")
_HAN = r"[\u3400-\u9fff]"
LIKE_YEAR = rf"{OPEN}[\dA-Za-z{ONES}〇○]{{0,6}}{CLOSE}"
"""The year of a number, though it may be misread: 〔202l〕, 〔217〕."""
LIKE_NUMBER = rf"{_HAN}{{1,13}}[发字函办令电规任复]{LIKE_YEAR}"
"""Sign and year of a number whose year may be misread: 某政发〔202l〕, 某政办函〔217〕."""
_YEARS = rf"(?:{NUMBER_YEAR}|[\dA-Za-z〇○ＯＩ]{{2,4}})"
_FURTHER = rf"[、，,]?{_HAN}{{2,14}}{OPEN}{_YEARS}{CLOSE}\d{{1,5}}号"
"""A second number on the line, of another organ: 某政发〔2021〕3号、某政办发〔2021〕4号."""
_BROKEN = re.compile(
    rf"[（(]?(?!{BASED_ON}){_HAN}{{2,14}}?(?:"
    rf"{OPEN}{_YEARS}{CLOSE}(?:第?[^。；：:《》〔〕的]{{0,10}}号(?:{_FURTHER}|[^，,；;：:]{{0,3}})|第?[\dA-Za-z、—-]{{0,8}})"
    rf"|(?<=[发函办令字电规])(?:{OPEN}{_YEARS}|{_YEARS}{CLOSE}|(?:19|20)\d\d第?|{OPEN}{CLOSE})"
    r"[\dA-Za-z]{0,6}号"
    rf"|(?<=[发函办令字电规])[(（]{OPEN}[\dA-Za-z]{{4}}{CLOSE}\d{{1,4}}[)）]号"
    r")[)）]?"
)
"""A line that is a number in sight of anyone though a part is lost: 某政发〔2021〕号, 某政发20213号."""


def write_serials(text: str) -> str | None:
    """Several serials as a number has them, ``3、4`` or ``3—5``; None where they do not count up."""
    parts = _PART.findall(text)
    values = [read_number(part) for part in parts[::2]]
    if any(value is None for value in values):
        return in_figures(text) if len(parts) == 1 else None
    numbers = [value for value in values if value is not None]
    if any(one >= two for one, two in pairwise(numbers)):
        return None
    written = str(numbers[0])
    for sign, number in zip(parts[1::2], numbers[1:], strict=True):
        written += f"{'—' if sign in _RANGE else '、'}{number}"
    return written


def whole_year(year: int | None) -> int | None:
    """The year that a number means, which some print by its last two figures: 〔81〕."""
    if year is None or year > _LAST_SHORT_YEAR:
        return year
    return year + (1900 if year >= _FIRST_OLD_YEAR else 2000)


def each_number(number: str) -> Iterator[str]:
    """Every number that the canonical form of several means: 某政发〔2021〕3号 and 4号 of 某政发〔2021〕3、4号."""
    shared = _SHARED.fullmatch(number)
    if shared is None:
        yield number
        return
    for item in shared["serials"].split("、"):
        ends = [int(end) for end in item.split("—")]
        first, last = ends[0], ends[-1]
        meant = range(first, last + 1) if last - first <= MOST_SERIALS else ends
        for serial in meant:
            yield f"{shared['before']}{serial}号"


def is_broken_number(bare: str) -> bool:
    """Whether a text without blanks is a number of which a part was lost or misread: 某政发〔2021〕号."""
    return _BROKEN.fullmatch(bare) is not None
