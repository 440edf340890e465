"""What the value of a correction can be: a date of the calendar, a page, a year.

The number of a document, which has a form of print, is checked where the file is read
(:mod:`generator.source.corrected_numbers`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.base import LONGEST_TITLE, is_month, is_real_date

LONGEST_SHOWN = 40
"""Longest value that an error shows, in characters."""


@dataclass(frozen=True, slots=True)
class ValueLimits:
    """Which figures a person can mean; any other is a slip of the keyboard."""

    first_year: int = 1900
    """First year in which gazettes are printed."""
    last_year: int = 2099
    """Last such year."""
    issues: int = 366
    """Most issues of a year: one a day."""
    joined: int = 6
    """Most numbers that one issue joins."""
    serial: int = 99_999
    """Highest number that counts all issues of a gazette."""
    page: int = 9_999
    """Highest printed page."""


PLAUSIBLE = ValueLimits()


class _Rule(NamedTuple):
    """What a value must be."""

    like: str
    """What it is, for the error: ``a date like 2021-04-19``."""
    holds: Callable[[str], bool]
    """Whether a text is one."""
    can_be_empty: bool = True
    """Whether there can be none."""


def find_fault_of_value(name: str, value: str) -> str | None:
    """Why a value cannot be right for what it is of (``date``, ``issue.year``), or None.

    Text that has no form of its own may be anything.
    """
    rule = _RULES.get(name)
    if rule is None or (not value and rule.can_be_empty):
        return None
    if not value:
        return f"`value` is empty, and a {rule.like} cannot be without a title"
    if rule.holds(value):
        return None
    shown = value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…"
    return f"`value: {shown}` is no {rule.like}"


def _is_date_or_month(text: str) -> bool:
    """Whether a text is an ISO date, or one without its day: 2021-10."""
    return is_real_date(text) or is_month(text)


def _is_within(first: int, last: int) -> Callable[[str], bool]:
    """Whether a text is a figure from ``first`` to ``last``, written without zeros before it."""

    def is_within(text: str) -> bool:
        if not (text.isascii() and text.isdigit()) or len(text) > len(str(last)):
            return False
        return str(int(text)) == text and first <= int(text) <= last

    return is_within


_is_year = _is_within(PLAUSIBLE.first_year, PLAUSIBLE.last_year)


def _joins_numbers(text: str) -> bool:
    """Whether a text names the first and the last number of a joint issue: ``3-4``."""
    first, _, last = text.partition("-")
    is_number = _is_within(1, PLAUSIBLE.issues)
    return is_number(first) and is_number(last) and 0 < int(last) - int(first) < PLAUSIBLE.joined


def _is_title(text: str) -> bool:
    """Whether a text can be a title."""
    return len(text) <= LONGEST_TITLE


_DAY = _Rule("date like 2021-04-19", is_real_date)
_RULES = {
    "title": _Rule("document", _is_title, can_be_empty=False),
    "date": _Rule("date like 2021-04-19 or, without a day, 2021-04", _is_date_or_month),
    "page": _Rule(f"page from 1 to {PLAUSIBLE.page}", _is_within(1, PLAUSIBLE.page)),
    "effective.from": _DAY,
    "effective.until": _DAY,
    "issue.title": _Rule("gazette", _is_title, can_be_empty=False),
    "issue.year": _Rule(f"year from {PLAUSIBLE.first_year} to {PLAUSIBLE.last_year}", _is_year),
    "issue.number": _Rule(
        f"number of an issue from 1 to {PLAUSIBLE.issues}", _is_within(1, PLAUSIBLE.issues)
    ),
    "issue.numbers": _Rule("numbers of a joint issue like 3-4", _joins_numbers),
    "issue.serial": _Rule(
        f"number of all issues from 1 to {PLAUSIBLE.serial}", _is_within(1, PLAUSIBLE.serial)
    ),
    "issue.published": _DAY,
}
"""What a value is of → what it must be; what is not here may be any text."""
