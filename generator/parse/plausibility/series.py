"""Numbers of one organ against each other: two documents of one number, and numbers that run against the dates."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.lexicon.dates import is_real_date
from generator.lexicon.numbers import DocumentNumber, split_number
from generator.model import Document, Finding
from generator.parse.draft import Draft
from generator.parse.plausibility.places import line_of
from generator.words.say import say


@dataclass(frozen=True, slots=True)
class SeriesLimits:
    """By how many days the dates of a series can run against its numbers."""

    usual: int = 14
    """Most days by which a document is dated before one of a lower number without a finding.

    A number is often given when a draft is registered, and the document is signed some days later.
    """


SERIES = SeriesLimits()


def check_series(draft: Draft) -> Iterator[Finding]:
    """Numbers that two documents of the issue have, and documents that are dated long before a lower number."""
    yield from _repeated(draft)
    series: defaultdict[tuple[str, int], list[tuple[DocumentNumber, Document]]] = defaultdict(list)
    for document in draft.documents:
        number = split_number(document.number)
        if number and document.date and is_real_date(document.date):
            series[number.prefix, number.year].append((number, document))
    for members in series.values():
        yield from _inverted(sorted(members, key=lambda member: member[0].serial))


def _repeated(draft: Draft) -> Iterator[Finding]:
    """The documents that have the number of one before them; orders (第5号) of two organs are not compared."""
    first: dict[str, Document] = {}
    for document in draft.documents:
        number = document.number
        if number is None or split_number(number) is None:
            continue
        known = first.setdefault(number, document)
        if known is not document:
            yield Finding(
                line=line_of(document, "number"),
                kind="number-repeated",
                severity="warning",
                found=number,
                message=say("message.number-repeated", number=number, title=known.title),
            )


def _inverted(members: list[tuple[DocumentNumber, Document]]) -> Iterator[Finding]:
    """The documents of a series, by number, that are dated before one of a lower number by more days than is usual."""
    latest: Document | None = None
    for _, document in members:
        if latest is not None and _days_before(document, latest) > SERIES.usual:
            yield Finding(
                line=line_of(document, "date"),
                kind="number-date-inversion",
                severity="warning",
                found=document.date or "",
                message=say(
                    "message.number-date-inversion",
                    number=document.number or "",
                    date=document.date or "",
                    lower=latest.number or "",
                    later=latest.date or "",
                ),
            )
        if latest is None or (document.date or "") > (latest.date or ""):
            latest = document


def _days_before(document: Document, other: Document) -> int:
    """By how many days a document is dated before another one."""
    days = [date.fromisoformat(each.date or "") for each in (document, other)]
    return (days[1] - days[0]).days
