"""Which dates of an issue can be relied on: those that agree with the rest of it.

One misread figure (2921 or 2031 for 2021) must neither lead a list nor become the day for which the
archive speaks. An issue has many witnesses of its time: the year of its masthead, its imprint, the
dates of its documents. The middle of them decides, so that one that was misread does not. Where
there is one against one, both are doubted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_high, median_low
from typing import NamedTuple, TypeGuard

import msgspec

from generator.lexicon.characters import squeeze
from generator.lexicon.dates import find_print, is_month
from generator.link.status import find_day
from generator.model import Document, DocumentRecord, Finding, Issue, IssueRecord
from generator.parse.plausibility.places import printed_date
from generator.words.say import say


@dataclass(frozen=True, slots=True)
class YearLimits:
    """By how many years the dates of an issue can differ.

    What differs by more was misread and is doubted.
    """

    first: int = 1900
    """First year in which gazettes are printed, as the reader knows its figures."""
    last: int = 2099
    """Last such year."""
    early: int = 1
    """Most years by which an issue is dated before the middle of its documents."""
    late: int = 5
    """Most years by which an issue is dated after the middle
    of its documents, which may be printed again."""
    imprint_early: int = 1
    """Most years by which the imprint is dated before the year of the issue."""
    imprint_late: int = 2
    """Most years by which the imprint is dated after it:
    No. 12 of a year appears in the next one, or later."""
    after: int = 1
    """Most years by which a document is dated after its issue appeared:
    some print a day that is to come."""


YEARS = YearLimits()


class Time(NamedTuple):
    """When an issue was printed, as far as its witnesses agree."""

    low: int
    """The lower middle of the years that it names."""
    high: int
    """The upper middle; another one only where there is one witness against one."""
    year: int | None
    """Year of the masthead, when it can be relied on."""
    published: str | None
    """Date of publication, when it can be relied on."""


def doubt_dates(record: IssueRecord) -> IssueRecord:
    """The issue with the dates marked that cannot be relied on, each with a finding on its line."""
    time = find_time(record.whole)
    documents = tuple(_doubt_document(document, time) for document in record.documents)
    doubted = _doubted_dates(record.issue, time)
    findings = report_doubts(record.whole).findings
    issue = msgspec.structs.replace(record.issue, findings=findings)
    return msgspec.structs.replace(record, issue=issue, documents=documents, doubted=doubted)


def report_doubts(issue: Issue) -> Issue:
    """The issue with a finding on each date that cannot be relied on, on its line.

    What an issue says of itself already is not said again.
    """
    time = find_time(issue)
    found = list(_findings(issue, _doubted_dates(issue, time)))
    found += [_finding(document) for document in issue.documents if _is_misread(document, time)]
    known = set(map(_said, issue.findings))
    new = [finding for finding in found if _said(finding) not in known]
    return msgspec.structs.replace(issue, findings=(*issue.findings, *new))


def _said(finding: Finding) -> tuple[int, str, str, str]:
    """What a finding says, wherever its characters were found."""
    return finding.line, finding.kind, finding.found, finding.message


def _doubted_dates(issue: Issue, time: Time) -> frozenset[str]:
    """Which of ``year`` and ``published`` an issue states, and cannot be relied on."""
    doubted = set()
    if issue.year is not None and time.year is None:
        doubted.add("year")
    if real_day(issue.published) is not None and time.published is None:
        doubted.add("published")
    return frozenset(doubted)


def find_time(issue: Issue) -> Time:
    """What an issue says of its time."""
    published = real_day(issue.published)
    imprint = year_of(published) if published else None
    signed = _years_of_documents(issue)
    known = list(filter(_can_be_printed, (issue.year, imprint, *signed)))
    if not known:
        return Time(0, 0, None, None)
    low, high = median_low(known), median_high(known)
    if _vouch(issue.year, imprint, signed):
        return Time(low, high, issue.year, published)
    middle = median_high(list(filter(_can_be_printed, signed)) or known)
    first, last = high - YEARS.early, min(low, middle) + YEARS.late
    year = issue.year if _is_between(issue.year, first, last) else None
    if not _is_between(imprint, first, last) or (year and not _is_imprint_of(imprint, year)):
        published = None
    return Time(low, high, year, published)


def _years_of_documents(issue: Issue) -> list[int]:
    """The years of the dates of its documents, of those that the calendar has."""
    days = (real_day(document.date) for document in issue.documents)
    return [year_of(day) for day in days if day]


def _can_be_printed(year: int | None) -> TypeGuard[int]:
    """Whether gazettes are printed in a year."""
    return _is_between(year, YEARS.first, YEARS.last)


def _is_between(year: int | None, first: int, last: int) -> TypeGuard[int]:
    """Whether a year is known and is one of those from the first to the last."""
    return year is not None and first <= year <= last


def _is_imprint_of(imprint: int, year: int) -> bool:
    """Whether an issue of a year can be dated with the year of this imprint."""
    return _is_between(imprint, year - YEARS.imprint_early, year + YEARS.imprint_late)


def _vouch(year: int | None, imprint: int | None, signed: Sequence[int]) -> bool:
    """Whether masthead, imprint and a document vouch for each other.

    They do so in a collection of documents of many years.
    """
    if imprint is None or not _can_be_printed(year) or not _is_imprint_of(imprint, year):
        return False
    return any(_is_between(other, year - YEARS.late, year + YEARS.after) for other in signed)


def is_plausible(day: str, time: Time) -> bool:
    """Whether a document of an issue can be of this day.

    Gazettes existed by then, and the issue that prints it is not older.
    """
    year = year_of(day)
    if not _can_be_printed(year):
        return False
    if time.published:
        latest_day = f"{year_of(time.published) + YEARS.after}{time.published[4:]}"
        return day <= latest_day
    latest_year = time.year + YEARS.after if time.year else time.low + YEARS.late
    return year <= latest_year


def misreads_year(record: DocumentRecord, year: int) -> bool:
    """Whether the year in a document's number was misread.

    A document has its number before its date, or soon after.
    """
    day = real_day(record.day)
    return year > year_of(day) + YEARS.after if day else record.doubted


def real_day(iso: str | None) -> str | None:
    """The day that a date means.

    It is the date itself, the first of a month (2021-10), or the last of one that is shorter. None
    for words (长期) and for months that no year has.
    """
    return find_day(f"{iso}-01") if iso and is_month(iso) else find_day(iso)


def year_of(iso: str) -> int:
    """The year of a date that the calendar has."""
    return date.fromisoformat(iso).year


def _is_misread(document: Document, time: Time) -> bool:
    """Whether a date is doubted that the calendar has; the others have another finding."""
    day = real_day(document.date)
    return day is not None and not is_plausible(day, time)


def _doubt_document(record: DocumentRecord, time: Time) -> DocumentRecord:
    """The document, marked where its date cannot be relied on."""
    date = record.document.date
    if date is None or (real_day(date) is not None and not _is_misread(record.document, time)):
        return record
    return msgspec.structs.replace(record, doubted=True)


def _findings(issue: Issue, doubted: frozenset[str]) -> Iterator[Finding]:
    """The findings on the year and the date of publication."""
    if "year" in doubted:
        line, printed = _year(issue)
        yield Finding(
            line=line, kind="implausible-year", severity="warning", found=printed,
            message=say("message.implausible-year"),
        )  # fmt: skip
    if "published" in doubted:
        line, printed = _imprint(issue)
        yield _implausible(line, printed, say("message.implausible-date.published"))


def _finding(document: Document) -> Finding:
    """The finding on the date of a document."""
    line = next(iter(document.at.get("date") or document.lines), 0)
    return _implausible(
        line,
        printed_date(document) or document.date or "",
        say("message.implausible-date.document"),
    )


def _implausible(line: int, found: str, message: str) -> Finding:
    """The finding on a date that cannot be relied on."""
    return Finding(
        line=line, kind="implausible-date", severity="warning", found=found,
        message=message,
    )  # fmt: skip


def _year(issue: Issue) -> tuple[int, str]:
    """The line of the masthead that prints the year, and how; line 0 and the year when none does."""
    for line in issue.masthead:
        text = squeeze(line.text)
        if str(issue.year) in text:
            return line.line, f"{issue.year}年" if f"{issue.year}年" in text else f"{issue.year}"
    return 0, f"{issue.year}"


def _imprint(issue: Issue) -> tuple[int, str]:
    """The line of the masthead that prints the date of publication, and how; line 0 and the date when none does."""
    published = issue.published or ""
    for line in issue.masthead:
        if printed := find_print(line.text, published):
            return line.line, printed
    return 0, published
