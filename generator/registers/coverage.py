"""How far a gazette is held: to which day, with how many issues, and how many are known to lack.

Only what the issues of the gazette itself say counts, so that one gazette says nothing of another.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.link.status import find_day
from generator.model import Archive, IssueRecord
from generator.model.validity import Coverage
from generator.registers.plausible import real_day

MOST_A_YEAR = 60
"""Most issues of a gazette that appear in a year: one a week, and some special ones.
A larger gap between two numbers was misread and counts for nothing."""


def cover_gazettes(archive: Archive) -> dict[str, Coverage]:
    """How far each gazette of the archive is held, by its id."""
    issues: defaultdict[str, list[IssueRecord]] = defaultdict(list)
    for record in archive.issues:
        issues[record.publication].append(record)
    return {id_: _cover(records) for id_, records in issues.items()}


class _Numbered(NamedTuple):
    """An issue by its numbers; one that joins two of them has a first and a last one."""

    year: int | None
    first: int | None
    last: int | None
    first_serial: int | None
    last_serial: int | None


def _cover(issues: Sequence[IssueRecord]) -> Coverage:
    """How far the gazette of these issues is held."""
    days = [day for day in map(day_of_issue, issues) if day]
    regular = map(_number, (record for record in issues if not record.issue.special))
    held = sorted(regular, key=lambda one: (one.year or 0, one.first or 0, one.first_serial or 0))
    extra = [record.issue.serial for record in issues if record.issue.special]
    missing = sum(_count_missing(*pair, extra) for pair in pairwise(held))
    number = sum(map(_count, held)) - _count_further_parts(issues) + len(extra)
    return Coverage(max(days, key=_first_day, default=None), number, missing)


def _count_further_parts(issues: Sequence[IssueRecord]) -> int:
    """How many issues are a further part of a number that is held already: 第12期（下） beside 第12期（上）."""
    numbers = [
        (record.year, record.issue.numbers or record.issue.number, record.issue.part is not None)
        for record in issues
        if record.issue.number and not record.issue.special
    ]
    whole = {number[:2] for number in numbers if not number[2]}
    parts = [number[:2] for number in numbers if number[2]]
    return len(parts) - len(set(parts) - whole)


def _count_missing(older: _Numbered, newer: _Numbered, extra: Sequence[int | None]) -> int:
    """How many issues between two lack, of which the serial numbers count 增刊 and the like too.

    :param extra: the serial numbers of those that are held
    """
    before, after = older.last_serial or 0, newer.first_serial or 0
    between = sum(1 for serial in extra if serial and before < serial < after)
    return max(0, _count_between(older, newer) - (between if before else 0))


def _number(record: IssueRecord) -> _Numbered:
    """The numbers of an issue, all that it joins (第3、4期合刊)."""
    issue = record.issue
    numbers, serials = issue.numbers or (issue.number,), issue.serials or (issue.serial,)
    return _Numbered(record.year, numbers[0], numbers[-1], serials[0], serials[-1])


def _count(held: _Numbered) -> int:
    """How many issues of its gazette an issue is: two, where it joins two numbers."""
    if held.first is None or held.last is None:
        return 1
    return held.last - held.first + 1


def day_of_issue(record: IssueRecord) -> str | None:
    """The date of publication of an issue, else the latest of its documents, else its year.

    As exactly as it is known: 2021-10-08, 2021-10 or 2021. What is doubted counts for nothing.
    """
    if record.published and real_day(record.published):
        return find_day(record.published) or record.published
    dates = [document.day for document in record.documents if document.day]
    days = [find_day(date) or date for date in dates if real_day(date)]
    if days:
        return max(days, key=_first_day)
    return f"{record.year:04}" if record.year else None


def _first_day(day: str) -> str:
    """The day that a date means; the first one of a year."""
    return real_day(day) or f"{day}-01-01"


def _count_between(older: _Numbered, newer: _Numbered) -> int:
    """How many issues appeared for certain between two that are held.

    总第7期 and 总第17期 leave out nine. Numbers that go on (第2期, 第5期) leave out those between, and
    those that begin anew with the year (第12期, 第3期) the first of the newer year.
    """
    if not older.year or not newer.year:
        return 0
    most = MOST_A_YEAR * (newer.year - older.year + 1)
    for before, after in _numbers_of(older, newer):
        if before is not None and after is not None and 0 < after - before <= most:
            return after - before - 1
    return 0


def _numbers_of(
    older: _Numbered, newer: _Numbered
) -> tuple[tuple[int | None, int | None], tuple[int | None, int | None]]:
    """The serial numbers of two issues, and their numbers, which may begin anew with a year."""
    before, after = older.last, newer.first
    begins_anew = before is not None and after is not None and after <= before
    return (
        (older.last_serial, newer.first_serial),
        (0 if begins_anew and older.year != newer.year else before, after),
    )
