"""The date of a document against the calendar, its number and the issue that prints it; a date that is not printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.lexicon.above_text.without_number import has_no_date
from generator.lexicon.characters import squeeze
from generator.lexicon.dates import ANY_MONTH, is_month, is_real_date
from generator.lexicon.numbers import split_number
from generator.lexicon.numerals import TENS
from generator.model import Document, Finding
from generator.parse.draft import Draft, Masthead
from generator.parse.plausibility.places import line_of, printed_date
from generator.words.say import say
from generator.words.wording import date_words

_DATE_ON_LINE = re.compile(rf"[（(]?\s*{ANY_MONTH}(?:\s*\d\s*\d?\s*日)?\s*[)）]?")
_FIGURE = rf"[\dA-Za-z|｜×_{TENS}〇○]"
_LIKE_DATE = re.compile(
    rf"[（(]?{_FIGURE}{{0,6}}[年午]{_FIGURE}{{0,4}}[月目]{_FIGURE}{{0,4}}[日曰]?[)）]?"
    r"(?:[（(][^（()）]{1,8}[)）])?"
)
"""What a reader sees as a date, also one that was misread: 202l年10月8日, 2021年10目8曰."""
LONGEST_DATE = 40
"""Guard against slowness: longest line with nothing but a date, in characters."""


@dataclass(frozen=True, slots=True)
class DateLimits:
    """How far the dates of one document can be apart without a contradiction."""

    turn: int = 1
    """Months at either end of a year in which a document is dated in one year and numbered in the next or last."""
    following: int = 2
    """Months of the next year in which an issue of a year appears of which no day of publication is known."""


DATES = DateLimits()


def check_dates(draft: Draft) -> Iterator[Finding]:
    """What contradicts the date of each document, or that none was read."""
    texts = {line.number: line.text for line in draft.lines}
    for document in draft.documents:
        if document.date is None:
            yield from _undated(document, texts)
        elif is_month(document.date):
            yield _finding(document, "incomplete-date", say("message.incomplete-date"))
            yield from _contradictions(document, draft.masthead)
        elif not is_real_date(document.date):
            yield _finding(document, "impossible-date", say("message.impossible-date.plain"))
        else:
            yield from _contradictions(document, draft.masthead)


def _undated(document: Document, texts: dict[int, str]) -> Iterator[Finding]:
    """A document without a date: none was found, or a line that is a date was not understood as its own.

    Nothing is said of a chronicle, whose dates are those of its events, or of news, for which none is printed.
    """
    first, last = document.lines[0], document.lines[-1]
    lines = range(first, last + 1)
    printed = [line for line in lines if _is_date(texts.get(line, ""))]
    days = [line for line in printed if "日" in texts[line]]
    if len(days) != 1 and has_no_date(document.title, document.column):
        return
    if not printed:
        yield Finding(
            line=first, kind="no-date", severity="warning", message=say("message.no-date")
        )
        return
    line = printed[-1]
    text = texts[line].strip()
    yield Finding(
        line=line,
        kind="no-date",
        severity="warning",
        found=text,
        message=say("message.no-date.printed", text=text),
    )


def _is_date(text: str) -> bool:
    """Whether a reader sees nothing but a date in a line."""
    if len(text) > LONGEST_DATE:
        return False
    return bool(_DATE_ON_LINE.fullmatch(text.strip()) or _LIKE_DATE.fullmatch(squeeze(text)))


def _finding(document: Document, kind: str, message: str) -> Finding:
    """What is said of the date of a document."""
    return Finding(
        line=line_of(document, "date"),
        kind=kind,
        severity="warning",
        found=printed_date(document),
        message=message,
    )


def _contradictions(document: Document, masthead: Masthead) -> Iterator[Finding]:
    """What the number of a document and its issue say against its date."""
    date, number = document.date or "", split_number(document.number)
    if number and not _is_of_year(date, number.year):
        message = say("message.year-differs", date=date_words(date), number=document.number or "")
        yield _finding(document, "year-differs", message)
    if masthead.published:
        if date > masthead.published and is_real_date(masthead.published):
            message = say(
                "message.date-after-issue",
                date=date_words(date),
                published=date_words(masthead.published),
            )
            yield _finding(document, "date-after-issue", message)
    elif masthead.year and date > f"{masthead.year + 1}-{DATES.following:02}-31":
        message = say(
            "message.date-after-issue.year", date=date_words(date), year=str(masthead.year)
        )
        yield _finding(document, "date-after-issue", message)


def _is_of_year(date: str, year: int) -> bool:
    """Whether a document of this date can have a number of this year: the same, or at the turn of two."""
    stated, month = int(date[:4]), int(date[5:7])
    if stated == year:
        return True
    if stated == year + 1:
        return month <= DATES.turn
    return stated == year - 1 and month > 12 - DATES.turn
