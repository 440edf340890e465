"""Numbers of one organ against each other: two documents of one number, and numbers that run against the dates."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.lexicon.dates import is_real_date
from generator.lexicon.numbers import split_number
from generator.model import Document, Finding
from generator.parse.draft import Draft
from generator.parse.plausibility.places import line_of, printed_date
from generator.words.say import say
from generator.words.wording import date_words


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
    series: defaultdict[tuple[str, int], list[tuple[int, Document]]] = defaultdict(list)
    for document in draft.documents:
        number = split_number(document.number)
        if number and document.date and is_real_date(document.date):
            series[number.prefix, number.year].append((number.serial, document))
    for unordered in series.values():
        members = sorted(unordered, key=lambda member: member[0])
        for place, other in find_inverted([document.date or "" for _, document in members]):
            yield inversion(members[place][1], members[other][1])


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


def find_inverted(dates: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of dates, in order of their numbers, that are out of order, each with that of one which says so.

    It is the one long before a lower number; where several are long before the same, that one is alone against them.
    """
    latest = 0
    before: dict[int, list[int]] = {}
    for place, day in enumerate(dates):
        if _days_between(day, dates[latest]) > SERIES.usual:
            before.setdefault(latest, []).append(place)
        if day > dates[latest]:
            latest = place
    for late, places in before.items():
        yield (places[0], late) if len(places) == 1 else (late, places[0])


def inversion(document: Document, lower: Document) -> Finding:
    """What is said of a document that is dated long before one of a lower number, or long after one of a higher."""
    return Finding(
        line=line_of(document, "date"),
        kind="number-date-inversion",
        severity="warning",
        found=printed_date(document),
        message=say(
            "message.number-date-inversion",
            number=document.number or "",
            date=date_words(document.date),
            lower=lower.number or "",
            later=date_words(lower.date),
        ),
    )


def _days_between(day: str, later: str) -> int:
    """How many days later the second of two dates is; fewer than none where it is earlier."""
    return (date.fromisoformat(later) - date.fromisoformat(day)).days
