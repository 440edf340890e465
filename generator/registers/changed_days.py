"""The day on which an issue or a document was last changed for its readers: its publication, or its last correction.

It is never the day of a build. Where neither is known there is none.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.model import Archive, DocumentRecord, Finding, IssueRecord
from generator.model.finding import Provenance


def days_of(archive: Archive) -> dict[str, str]:
    """Id of each issue and document → the day on which it was last changed, as ISO 8601; unknown days are left out."""
    return {id_: day for record in archive.issues for id_, day in _days_of_issue(record) if day}


def _days_of_issue(record: IssueRecord) -> Iterator[tuple[str, str]]:
    """The days of an issue and of its documents; empty where none is known."""
    corrected = [(one.line, day) for one in record.issue.findings if (day := _corrected_on(one))]
    published = real_day(record.published)
    yield record.id, _latest([published, *(day for _, day in corrected)])
    for document in record.documents:
        own = (day for line, day in corrected if not line or _holds(document, line))
        yield document.id, _latest([published, *own])


def _corrected_on(finding: Finding) -> str:
    """The day of the correction that a finding is about; empty where it is about none."""
    made = finding.provenance
    return real_day(made.on) if isinstance(made, Provenance) else ""


def _holds(document: DocumentRecord, line: int) -> bool:
    """Whether a line of the source is one of a document."""
    lines = document.document.lines
    return bool(lines) and lines[0] <= line <= lines[-1]


def _latest(days: Iterable[str]) -> str:
    """The latest of some days; empty where there is none."""
    return max(days, default="")


def real_day(text: str | None) -> str:
    """An ISO date that the calendar has; empty for anything else."""
    try:
        return date.fromisoformat(text or "").isoformat()
    except ValueError:
        return ""
