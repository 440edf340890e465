"""Signature and date, which close the text of a document, and all that follows them."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.lexicon.characters import ends_sentence, squeeze
from generator.lexicon.dates import (
    DATE,
    find_dates,
    iso_date,
    read_date,
    read_month,
    read_short_date,
)
from generator.lexicon.expressions.labels import DAY_OF
from generator.lexicon.expressions.years import YEAR
from generator.lexicon.organs import is_organ, is_signed_name, split_organs
from generator.parse.document.document_imprint import read_imprint, read_note
from generator.parse.document.elements import Elements
from generator.parse.rows.name_rows import opens_with_person
from generator.read import Line

_SIGNED_DATE = re.compile(rf"(?P<organ>.{{3,90}}?)[\s，,]*(?P<date>{DATE})")
_DATE_LABEL = re.compile(f"(?:成文|发文)(?:{DAY_OF})[:：]")
_DATED = re.compile(rf"[（(]?{YEAR}|[（(]?[12１二一]|(?:成文|发文)")
_MONTH_AT_END = re.compile(r"月[)）]?\s*$")
_DATE_IN_FIGURES = re.compile(r"\d[.．/-]\d")
"""What every line with a date holds; most lines have none and need no further look."""


@dataclass(frozen=True, slots=True)
class ClosingLimits:
    """How long the lines of a signature and a date are, in characters without blanks; what is longer is text."""

    date: int = 20
    """Guard against slowness: longest line with a date, its label and brackets around it; the longest form has 19."""
    signed_date: int = 110
    """Longest line with organs and a date, blanks counted."""
    signature: int = 34
    """Longest line of a signature."""
    signature_lines: int = 10
    """Most lines of signatures above a date."""
    next_title: int = 12
    """First characters of a line in which 关于 makes the organ above it the head of the next title, not a signature."""


CLOSING = ClosingLimits()


class Closing(NamedTuple):
    """Where a document is signed and dated."""

    signatures: list[int]
    """Positions of the lines of its signature, in order; empty when it is only dated."""
    date: int
    """Position of its date: on a line of its own, or on that of the signature."""


def find_closings(lines: list[Line]) -> list[int]:
    """Positions of all lines that date a document, in order."""
    return [place for place in range(len(lines)) if _closes(lines, place)]


def find_closing(
    lines: list[Line], begin: int, end: int, *, by_name: bool = False
) -> Closing | None:
    """The first signature and date after ``begin``, or None.

    ``by_name``: whether a person may sign, as under an order.
    """
    date = next((place for place in range(begin, end) if _closes(lines, place)), None)
    if date is None:
        return None
    if _date_alone(lines, date) is None:
        return Closing([date], date)
    above = _signatures_above(lines, begin, date, by_name=by_name)
    return Closing(above or _signature_below(lines, date, end), date)


def read_closing(
    lines: list[Line], begin: int, end: int, elements: Elements, *, by_name: bool
) -> int:
    """Signature, date, note, copies and imprint; returns the position after them, ``end`` when there is no closing."""
    closing = find_closing(lines, begin, end, by_name=by_name)
    if closing == Closing([], begin) and dates_paragraphs(lines, begin, end):
        closing = None  # a date alone on the first line, and further ones below it
    if closing is None:
        return _read_note_alone(lines, begin, end, elements)
    _put_closing(lines, closing, elements)
    places = [*closing.signatures, closing.date]
    if min(places) > begin:
        read_note(lines, min(places) - 1, end, elements)
    return read_imprint(lines, max(places) + 1, end, elements)


def _read_note_alone(lines: list[Line], begin: int, end: int, elements: Elements) -> int:
    """The note that closes a text whose date is missing or was misread; returns the position after it and the imprint.

    What is behind it is read as behind a date: an instrument, attachments, or more of the body.
    """
    for place in range(begin, end):
        if read_note(lines, place, end, elements):
            return read_imprint(lines, place + 1, end, elements)
    return end


def _put_closing(lines: list[Line], closing: Closing, elements: Elements) -> None:
    """Record a date with the signatures above or below it, or organs and date on one line."""
    signatures, date = closing
    text = lines[date].text.strip()
    if alone := _date_alone(lines, date):
        elements.put("date", alone, [date], squeeze(text))
        if signatures:
            signed = " ".join(_signed(lines[place].text) for place in signatures)
            elements.put("signature", signed, signatures)
    elif beside := _signed_date(text):
        printed = find_dates(text)[-1]
        elements.put("date", iso_date(printed), [date], squeeze(printed[0]))
        elements.put("signature", squeeze(beside["organ"]), [date])


def dates_paragraphs(lines: list[Line], place: int, end: int) -> bool:
    """Whether a line is the first of several dates that are over the paragraphs of a text and close none.

    As in a list of appointments: a later date has no signature above it.
    """
    if not _is_date(lines[place]):
        return False
    for later in range(place + 1, end):
        if _is_date(lines[later]) and not _signatures_above(lines, place, later, by_name=True):
            return True
    return False


def _is_date(line: Line) -> bool:
    """Whether a line is a date in full and nothing else."""
    return read_date(squeeze(line.text)) is not None


def _closes(lines: list[Line], place: int) -> bool:
    """Whether a line dates a document: a date alone, or organs and a date."""
    line = lines[place]
    if not _can_hold_date(line.text) or _is_row(line):
        return False
    return _date_alone(lines, place) is not None or _signed_date(line.text) is not None


def _can_hold_date(text: str) -> bool:
    """Whether a text has what a date has: a cheap test before the costly ones."""
    if "日" in text or _DATE_IN_FIGURES.search(text):
        return True
    return "月" in text and _MONTH_AT_END.search(text) is not None


def _is_row(line: Line) -> bool:
    """Whether a line is a row of a table with more than one filled cell."""
    return sum(map(bool, line.cells)) > 1


def _date_alone(lines: list[Line], place: int) -> str | None:
    """The date that a line holds and nothing else.

    Below an organ it may be in brackets or figures, be named, or have no day.
    """
    text = squeeze(lines[place].text)
    if date := read_date(text):
        return date
    if len(text) > CLOSING.date or not _DATED.match(text) or not _is_below_signature(lines, place):
        return None
    bare = unbracketed(_DATE_LABEL.sub("", text))
    return read_date(bare) or read_short_date(bare) or read_month(bare)


def _is_below_signature(lines: list[Line], place: int) -> bool:
    """Whether an organ is on the line above, and above it another one or the end of a sentence."""
    if place < 2 or not is_organ(lines[place - 1].text):
        return False
    return ends_sentence(lines[place - 2].text) or is_organ(lines[place - 2].text)


def _signed_date(text: str) -> re.Match[str] | None:
    """Organs and a date on one line: ``某某市人民政府　2021年3月8日``, or None."""
    match = _SIGNED_DATE.fullmatch(text.strip()) if len(text) <= CLOSING.signed_date else None
    if match is None or not all(is_organ(part) for part in match["organ"].split()):
        return None
    return match


def _signature_below(lines: list[Line], date: int, end: int) -> list[int]:
    """The signature that some documents print below the date, unless a title begins there."""
    below = date + 1
    if below >= end or not is_organ(lines[below].text):
        return []
    following = lines[below + 1].text if below + 1 < end else ""
    return [] if "关于" in following[: CLOSING.next_title] else [below]


def _signatures_above(lines: list[Line], begin: int, date: int, *, by_name: bool) -> list[int]:
    """Positions of the signing organs or persons directly above a date."""
    first = date
    while first > max(begin, date - CLOSING.signature_lines):
        if not _can_sign(lines[first - 1], by_name=by_name):
            break
        first -= 1
    if date - first > 1 and first > begin and _opens_list(lines[first - 1].text):
        first = date - 1
    return list(range(first, date))


def _opens_list(text: str) -> bool:
    """Whether a line opens a list of organs that goes on below it: ``成员单位：市民政局　市财政局``, ``由以下单位组成：``."""
    _, colon, listed = text.rpartition("：")
    return bool(colon) and (not listed.strip() or len(split_organs(listed)) > 1)


def _can_sign(line: Line, *, by_name: bool) -> bool:
    """Whether a line can be one of a signature: organs, or a person where one may sign; no row of a list of persons."""
    if line.cells or opens_with_person(line.text):
        return False
    if len(squeeze(line.text)) <= CLOSING.signature and split_organs(line.text):
        return True
    return by_name and is_signed_name(line.text)


def _signed(text: str) -> str:
    """A line of a signature; several organs, or office and name, stay apart."""
    return " ".join(split_organs(text)) or squeeze(text)


def unbracketed(text: str) -> str:
    """A line without blanks and without the parentheses around it."""
    bare = squeeze(text)
    bracketed = bare.startswith(("（", "(")) and bare.endswith(("）", ")"))
    return bare[1:-1] if bracketed else bare
