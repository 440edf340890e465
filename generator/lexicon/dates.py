"""Dates as gazettes print them: ``2021 年 10 月 8 日``, ``二○一九年三月八日``."""

import datetime as dt
import re

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.signs import DASHES
from generator.lexicon.expressions.years import DATE_YEAR, YEAR
from generator.lexicon.numerals import ONES, read_number
from generator.model.base import is_month as is_month  # noqa: PLC0414 - readers of dates ask here
from generator.model.base import is_real_date as is_real_date  # noqa: PLC0414 - as above

FIRST_MONTH = "元"
"""January in an older form: 2021年元月8日."""
_DAY = rf"(?:\d\s*\d?|[廿卅][{ONES}]?|[一二三]?十[{ONES}]?|[{ONES}])"
_MONTH_OF_YEAR = f"(?:{FIRST_MONTH}|{_DAY})"
DATE = rf"(?P<year>{DATE_YEAR})\s*年\s*(?P<month>{_MONTH_OF_YEAR})\s*月\s*(?P<day>{_DAY})\s*日"
"""Regular expression of a full date, blanks allowed, with the groups year, month and day."""

PLAIN_DATE = re.sub(r"\?P<\w+>", "?:", DATE)
"""The same without groups, for use inside a larger expression."""
BRACKETED_DATE = rf"[（(]?{DATE}[)）]?"
"""A date on a line of its own, perhaps in brackets: （2021年10月8日）."""
SPOKEN_DATE = rf"{DASHES}+{DATE}"
"""The date of a speech below its title: ——2021年10月8日."""

ANY_MONTH = rf"(?P<year>{DATE_YEAR})\s*年\s*(?P<month>{_MONTH_OF_YEAR})\s*月"
"""Regular expression of a month of a year, blanks allowed, with the groups year and month: 2021年10月."""

_DATE = re.compile(DATE)
_MONTH = re.compile(ANY_MONTH)
_MONTH_ALONE = re.compile(rf"{ANY_MONTH}(?:[\s×_]*日)?")
"""A month of a year whose day is not printed, or left open: 2021年10月　日, 2021年10月×日."""
_DAY_OF_YEAR = re.compile(r"(?<![\d年])(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
_CLOCK = re.compile(r"\d\d:\d\d(?::\d\d)?$")
_SHORT = re.compile(rf"({YEAR})[.．/-](\d{{1,2}})[.．/-](\d{{1,2}})")


def iso_date(match: re.Match[str]) -> str:
    """ISO form of a match of :data:`DATE`.

    A date that the calendar lacks keeps the form (``2022-11-31``).
    """
    year, month, day = (_part_of(match, name) for name in ("year", "month", "day"))
    return f"{year:04}-{month:02}-{day:02}"


def read_month(text: str) -> str | None:
    """ISO form of a text that is a month of a year and nothing else (``2021年10月``, ``2021年10月　日``), or None."""
    match = _MONTH_ALONE.fullmatch(text.strip())
    iso = _iso_month(match) if match else ""
    return iso if is_month(iso) else None


def _iso_month(match: re.Match[str]) -> str:
    """ISO form of a match of :data:`ANY_MONTH`."""
    year, month = (_part_of(match, name) for name in ("year", "month"))
    return f"{year:04}-{month:02}"


def _part_of(match: re.Match[str], name: str) -> int:
    """The number of the year, the month or the day of a date."""
    printed = squeeze(match[name])
    return 1 if printed == FIRST_MONTH else read_number(printed) or 0


def read_date(text: str) -> str | None:
    """ISO date of a text that is a date and nothing else, or None."""
    bare = text.strip()
    match = _DATE.fullmatch(bare) if bare.endswith("日") else None
    return iso_date(match) if match else None


def read_short_date(text: str) -> str | None:
    """ISO date of a text that is a date in figures and nothing else, or None.

    E.g. ``2015.3.18``, ``2015-03-18``.
    """
    match = _SHORT.fullmatch(text.strip())
    return f"{int(match[1]):04}-{int(match[2]):02}-{int(match[3]):02}" if match else None


def read_labelled_date(text: str) -> str | None:
    """ISO date of the value of a label, in words or figures, perhaps with the time of day; None for no real day.

    E.g. ``2021年6月9日``, ``2021-06-09 10:30:00``.
    """
    bare = _CLOCK.sub("", squeeze(text))
    found = read_date(bare) or read_short_date(bare)
    return found if found and is_real_date(found) else None


def find_month(text: str, iso: str) -> re.Match[str] | None:
    """The first place of a text that prints a month (2021-10), or None."""
    if not is_month(iso):
        return None
    return next((match for match in _MONTH.finditer(text) if _iso_month(match) == iso), None)


def find_print(text: str, iso: str) -> str:
    """The characters of a text that print a day, with or without its year; empty where none do.

    二○二○年六月三十一日 and 6月31日 for ``2020-06-31``.
    """
    for match in find_dates(text):
        if iso_date(match) == iso:
            return match[0]
    for match in _DAY_OF_YEAR.finditer(text):
        if iso.endswith(f"-{int(match['month']):02}-{int(match['day']):02}"):
            return match[0]
    return ""


def find_dates(text: str) -> list[re.Match[str]]:
    """All full dates in a text, in order, as matches of :data:`DATE`."""
    return list(_DATE.finditer(text))


def add_months(iso: str, months: int) -> str | None:
    """The day of the same number this many months later.

    2021-01-31 and 1 month give 2021-03-01. None after year 9999.
    """
    begin = dt.date.fromisoformat(iso)
    years, month = divmod(begin.month - 1 + months, 12)
    if begin.year + years >= dt.MAXYEAR:
        return None
    try:
        return begin.replace(year=begin.year + years, month=month + 1).isoformat()
    except ValueError:  # the month has no such day
        years, month = divmod(begin.month + months, 12)
        return dt.date(begin.year + years, month + 1, 1).isoformat()


def end_of_term(iso: str, months: int) -> str | None:
    """The last day of a term that begins on ``iso``.

    2017-11-11 and 24 months give 2019-11-10. None after year 9999.
    """
    after = add_months(iso, months)
    return add_days(after, -1) if after else None


def add_days(iso: str, days: int) -> str | None:
    """The day that comes ``days`` after ``iso``; None where no calendar has it."""
    try:
        return (dt.date.fromisoformat(iso) + dt.timedelta(days=days)).isoformat()
    except OverflowError:
        return None
