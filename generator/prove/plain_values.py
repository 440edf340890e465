"""What a print says in figures, read by a plain path of its own: numbers, dates and terms, in either script."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from itertools import product

from generator.lexicon.numerals import ONES

_NOUGHTS = "〇○零"
_DIGITS = str.maketrans(f"{_NOUGHTS}OoＯ两{ONES}", "0000002123456789")
_HAN = f"{_NOUGHTS}两{ONES}十百千廿卅"
_ANY = rf"\d{_HAN}"
NUMERAL = rf"(?:\d+|[{_HAN}]+)"
"""Figures, or a number in Chinese."""
ALONE = rf"(?<![{_ANY}])"
"""Before a number that is not the end of another."""
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SCORES = (("廿", "二十"), ("卅", "三十"))
_YEAR = rf"(?P<year>[\dOo{_NOUGHTS}{ONES}]{{4}})"
_DATE = re.compile(
    rf"{_YEAR}[年./-](?P<month>{NUMERAL})(?:(?P<mark>[月./-])(?P<day>{NUMERAL})日?)?月?"
)
_BEGINNING = re.compile(rf"{_DATE.pattern}起")
_DAY = re.compile(rf"{ALONE}(?P<month>{NUMERAL})月(?P<day>{NUMERAL})日")
_END = re.compile(rf"{_YEAR}年(?:年?|(?P<month>{NUMERAL})月份?)[底末]")
_CLOCK = re.compile(r"(?<=\d\d)\d\d:\d\d(?::\d\d)?$")
"""The time of day behind a date: 2021-06-09 10:30:00."""
_TO_MONTH = re.compile(rf"(?P<until>{_YEAR}年{NUMERAL}月份?起?(?:至|到|[—–~-]+))(?={NUMERAL}月)")
"""A month up to another one of the same year: 2022年1月至12月."""
_DAY_OF_MONTH = re.compile(rf"(?P<month>[本当下次]个?月)(?P<day>{NUMERAL})日")
_NEXT = "下次"
_NEXT_YEAR = ("明年", "次年")
_NEXT_DAY = ("次日", "翌日", "第二日", "第二天")
LONGEST = 20
"""Longest number that is read, in characters."""
_MONTHS = 12
MOST_COUNTED = 12
"""Most numbers of years, months or days in a sentence that are tried: a guard against slowness."""


def plain(text: str) -> str:
    """A text without blanks, its figures half-width, 元月 as 1月."""
    return unicodedata.normalize("NFKC", "".join(text.split())).replace("年元月", "年1月")


def read_plainly(numeral: str) -> int:
    """The number that figures or Chinese characters are: 12, 十二, 二〇二一, 一百零五."""
    for score, tens in _SCORES:
        numeral = numeral.replace(score, tens)
    if not any(unit in numeral for unit in _UNITS):
        return int(numeral.translate(_DIGITS))
    total, ones = 0, 0
    for char in numeral:
        if char in _UNITS:
            total += (ones or 1) * _UNITS[char]
            ones = 0
        else:
            ones = int(char.translate(_DIGITS))
    return total + ones


def numbers_in(text: str, before: str = ALONE, behind: str = "") -> set[int]:
    """The numbers that a text prints between two regular expressions."""
    found = re.findall(f"{before}({NUMERAL}){behind}", plain(text))
    return {read_plainly(numeral) for numeral in found if len(numeral) < LONGEST}


def years_in(text: str) -> set[int]:
    """The numbers of four characters that a text prints, with the letter O for a nought too."""
    return {read_plainly(year) for year in re.findall(_YEAR, plain(text))}


def dates_in(text: str) -> set[str]:
    """The dates that a text prints, and their months: 2021-10-08, 2021-10; 2022年1月至12月 has two months."""
    bare = _CLOCK.sub("", plain(text))
    return set(_dates_in(_TO_MONTH.sub(r"\g<until>\g<year>年", bare)))


def _dates_in(text: str) -> Iterator[str]:
    """Each date and its month."""
    for match in _DATE.finditer(text):
        if len(match[0]) < LONGEST:
            month = f"{read_plainly(match['year']):04}-{read_plainly(match['month']):02}"
            yield month
            if match["day"]:
                yield f"{month}-{read_plainly(match['day']):02}"


def days_in(text: str) -> set[str]:
    """The days that a text prints without their year: 10-08."""
    days = (match for match in _DAY.finditer(plain(text)) if len(match[0]) < LONGEST)
    return {f"{read_plainly(day['month']):02}-{read_plainly(day['day']):02}" for day in days}


def days_of_force(text: str, bases: set[str], *, is_end: bool) -> set[str]:
    """The days that a sentence can mean: those that it prints, and those that it counts from others.

    None where it prints more numbers than can be tried.

    :param bases: the days from which it may count: that of the document, the first one of force
    :param is_end: whether a term ends the day before it is over: two years from 2017-11-11 end on 2019-11-10
    """
    bare = _DAY.sub("", _DATE.sub("", plain(text)))
    years, months, days = ({0, *numbers_in(bare, behind=unit)} for unit in ("年", "个月", "[日天]"))
    if max(map(len, (years, months, days))) > MOST_COUNTED:
        return set()
    half = {0, 6} if "年半" in bare else {0}
    found = dates_in(text) | ends_in(text)
    for base in bases:
        found |= _near_days(plain(text), base)
    for base, year, month, more, day in product(bases, years, months, half, days):
        counted = _after(base, year * _MONTHS + month + more, day - is_end)
        is_counted = year or month or day
        if counted and (is_counted or not is_end) and (is_counted or not _counts(bare)):
            found.add(counted)
    return found


def prints_beginning(text: str) -> bool:
    """Whether a text prints a full date from which something begins: 2021年5月1日起."""
    return _BEGINNING.search(plain(text)) is not None


def ends_in(text: str) -> set[str]:
    """The last days of the years and months that a text names by their end: 2017年底, 2017年6月底."""
    found = set()
    for match in _END.finditer(plain(text)):
        year, month = read_plainly(match["year"]), read_plainly(match["month"] or "12")
        if last := _after(f"{year:04}-{month:02}-01", 1, -1):
            found.add(last)
    return found


def _near_days(text: str, base: str) -> set[str]:
    """The days that a text names from a day without saying their year: 3月1日, 明年1月1日, 下月1日, 次日."""
    year = int(base[:4]) + any(word in text for word in _NEXT_YEAR)
    found = {f"{year:04}-{day}" for day in days_in(text)}
    for match in _DAY_OF_MONTH.finditer(text):
        months = match["month"][0] in _NEXT
        if first := _after(f"{base[:7]}-01", int(months), 0):
            found.add(f"{first[:7]}-{read_plainly(match['day']):02}")
    if any(word in text for word in _NEXT_DAY) and (day := _after(base, 0, 1)):
        found.add(day)
    return found


def _counts(text: str) -> bool:
    """Whether a sentence counts days or months behind another day: 30日后."""
    return re.search(rf"{NUMERAL}(?:[日天]|个月)(?:后|起|施|实|执)", text) is not None


def _after(base: str, months: int, days: int) -> str | None:
    """The day that is so many months and days behind another; the first of the next month where a month lacks it."""
    try:
        day = dt.date.fromisoformat(base)
        count = day.month - 1 + months
        first = dt.date(day.year + count // _MONTHS, count % _MONTHS + 1, 1)
        last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        over = dt.timedelta(days=1) if day.day > last.day else dt.timedelta()
        return (
            last.replace(day=min(day.day, last.day)) + over + dt.timedelta(days=days)
        ).isoformat()
    except (ValueError, OverflowError):
        return None
