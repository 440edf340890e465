"""Numbers and dates over all issues: printed again with another date, given twice, or run against each other.

What one issue says against itself is found when it is read, by ``parse.plausibility``.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from generator.lexicon.characters import fold
from generator.lexicon.dates import is_real_date
from generator.lexicon.numbers import split_number
from generator.model import Archive, DocumentRecord, Finding, IssueRecord
from generator.parse.plausibility.places import line_of, printed_date
from generator.parse.plausibility.series import find_inverted, inversion
from generator.words.say import say
from generator.words.wording import date_words, issue_name


class _Printing(NamedTuple):
    """A document with a number, where an issue prints it."""

    issue: IssueRecord
    record: DocumentRecord

    @property
    def date(self) -> str:
        """Its date where the calendar has it and the issue agrees; else empty."""
        day = self.record.day or ""
        return day if is_real_date(day) else ""

    @property
    def title(self) -> str:
        """Its title as two prints of it share it."""
        return fold(self.record.document.title)


Said = tuple[str, Finding]
"""Id of an issue, and what is said of one of its documents."""


def compare_issues(archive: Archive) -> Archive:
    """The archive whose issues have a finding for each value that another issue contradicts."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for issue, finding in (*_of_one_number(archive), *_of_series(archive)):
        found[issue].append(finding)
    if not found:
        return archive
    issues = tuple(_with_findings(record, found.get(record.id, [])) for record in archive.issues)
    return msgspec.structs.replace(archive, issues=issues)


def _with_findings(record: IssueRecord, findings: list[Finding]) -> IssueRecord:
    """The issue with further findings."""
    if not findings:
        return record
    ordered = sorted((*record.issue.findings, *findings), key=lambda finding: finding.line)
    issue = msgspec.structs.replace(record.issue, findings=tuple(ordered))
    return msgspec.structs.replace(record, issue=issue)


def _printings(archive: Archive) -> Iterator[_Printing]:
    """All documents with a bracketed number, those of the oldest issue first."""
    for issue in reversed(archive.issues):
        for record in issue.documents:
            if split_number(record.document.number):
                yield _Printing(issue, record)


def _of_one_number(archive: Archive) -> Iterator[Said]:
    """What is said of documents whose number an older issue prints too."""
    first: dict[str, _Printing] = {}
    for printing in _printings(archive):
        known = first.setdefault(printing.record.document.number or "", printing)
        if known.issue.id == printing.issue.id:
            continue
        if _is_reprint(known, printing):
            if known.date and printing.date and known.date != printing.date:
                yield printing.issue.id, _reprint(printing, known)
        elif known.record.gazette == printing.record.gazette:
            yield printing.issue.id, _repeated(printing, known)


def _is_reprint(one: _Printing, other: _Printing) -> bool:
    """Whether two prints have one title, which one of them may print without its organ."""
    return one.title.endswith(other.title) or other.title.endswith(one.title)


def _reprint(printing: _Printing, known: _Printing) -> Finding:
    """What is said of a document that another issue prints with another date."""
    return Finding(
        line=line_of(printing.record.document, "date"),
        kind="reprint-differs",
        severity="warning",
        found=printed_date(printing.record.document),
        message=say(
            "message.reprint-differs",
            date=date_words(printing.date),
            issue=issue_name(known.issue.id),
            other=date_words(known.date),
        ),
    )


def _repeated(printing: _Printing, known: _Printing) -> Finding:
    """What is said of a document whose number another one has in another issue."""
    document = printing.record.document
    return Finding(
        line=line_of(document, "number"),
        kind="number-repeated",
        severity="warning",
        found=document.number or "",
        message=say(
            "message.number-repeated.elsewhere",
            number=document.number or "",
            issue=issue_name(known.issue.id),
            title=known.record.document.title,
        ),
    )


def _of_series(archive: Archive) -> Iterator[Said]:
    """What is said of documents that are dated long before one of a lower number in another issue."""
    series: defaultdict[tuple[str, str, int], list[tuple[int, _Printing]]] = defaultdict(list)
    for printing in _printings(archive):
        number = split_number(printing.record.document.number)
        if number and printing.date:
            key = (printing.record.gazette, number.prefix, number.year)
            series[key].append((number.serial, printing))
    for unordered in series.values():
        members = [member for _, member in sorted(unordered, key=lambda member: member[0])]
        for place, other in find_inverted([member.date for member in members]):
            printing, lower = members[place], members[other]
            if printing.issue.id != lower.issue.id:
                yield printing.issue.id, inversion(printing.record.document, lower.record.document)
