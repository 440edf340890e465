"""时效: whether a document is in force on the day to which its gazette is held.

Evidence is the document's own sentence (施行日期, 有效期) or a held document that repeals it. Without
evidence nothing is claimed: the status is then ``none``. The day is that of the newest issue held of
the same gazette; a repeal that another gazette prints is known as far as that one is held.
"""

import calendar
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from generator.lexicon.dates import find_dates, is_real_date, iso_date
from generator.model import Archive, Document, DocumentRecord, IssueRecord, Term
from generator.model.block import block_texts
from generator.model.ids import read_id
from generator.model.validity import Coverage, Evidence, Status

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY_LENGTH = len("2021-10-08")


class Repeal(NamedTuple):
    """A held document that repeals another."""

    by: str
    """Its id."""
    date: str | None
    """Day on which it takes effect."""


def date_archive(archive: Archive, coverage: Mapping[str, Coverage]) -> Archive:
    """The archive whose documents have a status and its evidence, each for the day of its gazette.

    :param coverage: how far each gazette is held, by its id
    """
    repeals = find_repeals(archive.documents)
    issues = tuple(_date_issue(issue, repeals, coverage) for issue in archive.issues)
    return msgspec.structs.replace(archive, issues=issues)


def find_repeals(records: tuple[DocumentRecord, ...]) -> dict[str, Repeal]:
    """Repealed document → the held document that repeals it, the earliest of several.

    A document of several instruments is not repealed with one
    of them (``enc-2``), nor with an article.
    """
    found: dict[str, Repeal] = {}
    for record in records:
        start = record.document.effective.start or record.document.date
        repeal = Repeal(record.id, None if record.doubted else start)
        for target in _repealed_by(record):
            if target not in found or _is_earlier(repeal, found[target]):
                found[target] = repeal
    return found


def _repealed_by(record: DocumentRecord) -> Iterator[str]:
    """Ids of the documents that a document repeals as a whole."""
    for citation in record.document.citations:
        is_whole = citation.anchor in (None, "enc") and citation.article is None
        if citation.relation != "repeals" or not is_whole:
            continue
        if citation.target and citation.target != record.id:
            yield citation.target
            yield from citation.candidates or ()


def _is_earlier(repeal: Repeal, other: Repeal) -> bool:
    """Whether a repeal takes effect before another; one without a day comes last."""
    latest = "9"
    return (find_day(repeal.date) or latest) < (find_day(other.date) or latest)


def status_of(evidence: Evidence) -> Status:
    """The status that evidence gives on its day.

    Where that day is not known, neither the end of a term nor a beginning that is to come is claimed.
    """
    today = first_day(evidence.as_of)
    seen = max(today or "", first_day(evidence.by_as_of) or "")
    if evidence.by and (find_day(evidence.by_date) or "") <= seen:
        return "repealed"
    until, start = find_day(evidence.until), find_day(evidence.start)
    if today and until and until < today:
        return "expired"
    if today and start and start > today:
        return "pending"
    return "term" if evidence.until else "none"


def first_day(as_of: str | None) -> str | None:
    """The first day of what a date names: 2021-10-08 itself, 2021-10-01 for 2021-10, 2021-01-01 for 2021."""
    return f"{as_of}-01-01"[:_DAY_LENGTH] if as_of else None


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


def _date_issue(
    issue: IssueRecord, repeals: Mapping[str, Repeal], coverage: Mapping[str, Coverage]
) -> IssueRecord:
    """The issue with the status of each of its documents."""
    documents = []
    for record in issue.documents:
        evidence = find_evidence(record, repeals.get(record.id), coverage)
        documents.append(
            msgspec.structs.replace(record, status=status_of(evidence), evidence=evidence)
        )
    return msgspec.structs.replace(issue, documents=tuple(documents))


def find_evidence(
    record: DocumentRecord, repeal: Repeal | None, coverage: Mapping[str, Coverage]
) -> Evidence:
    """Everything that is known of when a document is in force."""
    held = coverage[record.gazette]
    evidence = Evidence(held.as_of, issues=held.issues, missing=held.missing)
    if repeal:
        printed = coverage[read_id(repeal.by).gazette].as_of
        evidence = msgspec.structs.replace(
            evidence, by=repeal.by, by_date=repeal.date, by_as_of=printed
        )
    effective = record.document.effective
    term = record.gist.term if record.gist else quote_term(record.document)
    if term is not None:
        evidence = msgspec.structs.replace(
            evidence, sentence=term.sentence, line=term.line, place=term.place
        )
    return _with_term(evidence, record, effective.start, effective.until)


def _with_term(
    evidence: Evidence, record: DocumentRecord, start: str | None, until: str | None
) -> Evidence:
    """The evidence with the days that a document gives.

    Of a document whose date is doubted only those that are printed count, as the others are reckoned
    from that date.
    """
    if record.doubted:
        printed = {iso_date(match) for match in find_dates(evidence.sentence or "")}
        start, until = (day if day in printed else None for day in (start, until))
    return msgspec.structs.replace(evidence, start=start, until=until)


def quote_term(document: Document) -> Term | None:
    """The sentence that gives the term of a document, else the one that gives its beginning."""
    at = document.effective.at or {}
    quoted = at.get("until") or at.get("from")
    if quoted is None:
        return None
    block = document.parts[quoted.part].blocks[quoted.block]
    sentence = next(block_texts(block))[quoted.start : quoted.end]
    line = block.lines[0] if block.lines else None
    return Term(sentence, line, (quoted.part, quoted.block))
