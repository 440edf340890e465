"""What every value of the model has in common, and which texts are dates of it."""

import datetime as dt
from typing import Annotated

import msgspec

LAST_LINE = 10_000_000
"""The last line, offset or count that a source can have."""

Line = Annotated[int, msgspec.Meta(ge=0, le=LAST_LINE)]
"""1-based line of a source; 0 where none is known. Also an offset in a text, or a count."""

Nth = Annotated[int, msgspec.Meta(ge=0, le=9_999_999)]
"""A number that is printed: of an article, of a page, of all issues."""

Year = Annotated[int, msgspec.Meta(ge=1000, le=9999)]
"""A year as it is printed, in four figures."""

MOST_ISSUES = 9999
"""The highest number that an issue can have in its year."""

IssueNumber = Annotated[int, msgspec.Meta(ge=1, le=MOST_ISSUES)]
"""N of 第 N 期."""

PartCode = Annotated[str, msgspec.Meta(pattern=r"^(?:shang|zhong|xia|p[1-9][0-9]?)$")]
"""Which part of its number an issue is, as an id says it."""

LONGEST_FIGURES = 100
"""Longest number as it is printed, in characters."""

Figures = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_FIGURES)]
"""A number as it is printed, without the marks around it: 三, 12, 1.2, ①."""

Place = Annotated[int, msgspec.Meta(ge=1, le=100_000)]
"""1-based place in a list."""

Filled = Annotated[str, msgspec.Meta(min_length=1, pattern=r"\S")]
"""A text that is not blank."""

LONGEST_TITLE = 2_000
"""Longest title of a document, in characters."""

Title = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TITLE, pattern=r"\S")]
"""The title of a document."""


def is_real_date(iso: str) -> bool:
    """Whether a text names a day of the calendar in full: 2021-10-08, not 20211008."""
    try:
        return dt.date.fromisoformat(iso).isoformat() == iso
    except ValueError:
        return False


def is_month(iso: str) -> bool:
    """Whether a text names a month of the calendar, as a date that is printed without a day: 2021-10."""
    return is_real_date(f"{iso}-01")


class Value(msgspec.Struct, frozen=True):
    """A frozen, typed value that msgspec can dump, load and describe as JSON Schema."""


class TextPlace(Value, frozen=True, omit_defaults=True):
    """One text of a document: a block, or a cell of a table; all counted from 0."""

    part: Line
    """Index of its part."""
    block: Line
    """Index of its block in the part."""
    row: Line | None = None
    """Row of the cell, header rows counted; none for a block of text."""
    column: Line | None = None
    """Column of the cell; none for a block of text."""


class Stretch(Value, frozen=True):
    """A stretch of a block of text."""

    part: Line
    """Index of the part, from 0."""
    block: Line
    """Index of the block in the part, from 0."""
    start: Line
    """Offset in the text of the block at which it begins."""
    end: Line
    """Offset after it."""


Span = tuple[Line, ...]
"""Source lines (1-based, ascending) that a value was made of; empty when nothing was printed."""
