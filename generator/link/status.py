"""时效: whether a document is in force on the archive's own day.

Evidence is the document's own sentence (施行日期, 有效期) or a held document that repeals it. Without
evidence nothing is claimed: the status is then ``none``.
"""

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from generator.lexicon.dates import is_real_date
from generator.model import Archive, DocumentRecord, IssueRecord, Stretch
from generator.model.block import block_texts
from generator.model.validity import Evidence, Status

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class Repeal(NamedTuple):
    """A held document that repeals another."""

    by: str
    """Its id."""
    date: str | None
    """Day on which it takes effect."""


def date_archive(archive: Archive, as_of: str) -> Archive:
    """The archive whose documents have a status and its evidence for the day ``as_of`` (ISO)."""
    repeals = find_repeals(archive.documents)
    issues = tuple(_date_issue(issue, repeals, as_of) for issue in archive.issues)
    return msgspec.structs.replace(archive, issues=issues)


def find_repeals(records: tuple[DocumentRecord, ...]) -> dict[str, Repeal]:
    """Repealed document → the held document that repeals it, the earliest of several.

    A document of several instruments is not repealed with one
    of them (``enc-2``), nor with an article.
    """
    found: dict[str, Repeal] = {}
    for record in records:
        repeal = Repeal(record.id, record.document.effective.start or record.document.date)
        for target in _repealed_by(record):
            if target not in found or _is_earlier(repeal, found[target]):
                found[target] = repeal
    return found


def _repealed_by(record: DocumentRecord) -> Iterator[str]:
    """Ids of the documents that a document repeals as a whole."""
    for citation in record.document.citations:
        is_whole = citation.anchor in (None, "enc")
        if citation.relation != "repeals" or not is_whole:
            continue
        if citation.target and citation.target != record.id:
            yield citation.target


def _is_earlier(repeal: Repeal, other: Repeal) -> bool:
    """Whether a repeal takes effect before another; one without a day comes last."""
    latest = "9"
    return (find_day(repeal.date) or latest) < (find_day(other.date) or latest)


def status_of(evidence: Evidence) -> Status:
    """The status that evidence gives on its day."""
    if evidence.by and (find_day(evidence.by_date) or "") <= evidence.as_of:
        return "repealed"
    if (until := find_day(evidence.until)) and until < evidence.as_of:
        return "expired"
    if (start := find_day(evidence.start)) and start > evidence.as_of:
        return "pending"
    return "term" if evidence.until else "none"


def find_day(iso: str | None) -> str | None:
    """The day that a date stands for, as :func:`last_day` has it.

    None for words (长期) and for what no month has.
    """
    day = last_day(iso or "")
    return day if is_real_date(day) else None


def last_day(iso: str) -> str:
    """The date, or the last day of its month where the calendar has no such day.

    2022-11-31 gives 2022-11-30.
    """
    match = _DATE.fullmatch(iso)
    if not match or is_real_date(iso) or not 1 <= int(match[2]) <= 12:
        return iso
    return f"{match[1]}-{match[2]}-{calendar.monthrange(int(match[1]), int(match[2]))[1]:02}"


def _date_issue(issue: IssueRecord, repeals: Mapping[str, Repeal], as_of: str) -> IssueRecord:
    """The issue with the status of each of its documents."""
    documents = []
    for record in issue.documents:
        evidence = find_evidence(record, repeals.get(record.id), as_of)
        documents.append(
            msgspec.structs.replace(record, status=status_of(evidence), evidence=evidence)
        )
    return msgspec.structs.replace(issue, documents=tuple(documents))


def find_evidence(record: DocumentRecord, repeal: Repeal | None, as_of: str) -> Evidence:
    """Everything that is known of when a document is in force."""
    effective = record.document.effective
    evidence = Evidence(as_of, effective.start, effective.until)
    if repeal:
        evidence = msgspec.structs.replace(evidence, by=repeal.by, by_date=repeal.date)
    quoted = _quoted(record)
    if quoted is None:
        return evidence
    block = record.document.parts[quoted.part].blocks[quoted.block]
    sentence = next(block_texts(block))[quoted.start : quoted.end]
    line = block.lines[0] if block.lines else None
    return msgspec.structs.replace(
        evidence, sentence=sentence, line=line, place=(quoted.part, quoted.block)
    )


def _quoted(record: DocumentRecord) -> Stretch | None:
    """The sentence that gives the term of a document, else the one that gives its beginning."""
    at = record.document.effective.at or {}
    return at.get("until") or at.get("from")


def day_of(records: Iterable[DocumentRecord]) -> str | None:
    """The day for which the state of all documents is said.

    None where no stage has determined it.
    """
    return next((record.evidence.as_of for record in records if record.evidence), None)
