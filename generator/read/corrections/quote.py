"""Quotes found in the lines of a source.

Blanks, line breaks and marks of the recogniser do not count.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from generator.lexicon.expressions.signs import LIST_MARK
from generator.model.correction import Quote
from generator.read.lines import Line
from generator.words.say import say

_IDLE = re.compile(r"(?:[\s*|]|</?(?:b|u|i|em|strong|sub|sup|br|span)\b[^<>]{0,80}>)+")
"""What the source has and the site does not show, or has elsewhere:
blanks, ``**``, ``|`` and tags."""
_MARK = re.compile(rf"^[ \t\u3000]*{LIST_MARK}", re.MULTILINE)
"""A mark of the recogniser that opens a line; the lines that are searched have lost theirs."""


class DoesNotApply(Exception):
    """A correction that the text does not admit.

    The kind of finding, what a reader is shown, and the quote that does not fit where that is another than
    the one of the entry.
    """

    def __init__(self, kind: str, message: str, quoted: str = "") -> None:
        self.kind, self.message, self.quoted = kind, message, quoted
        super().__init__(message)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place between two characters."""

    line: int
    """Position in the list of lines."""
    offset: int
    """Characters of the line before it."""


@dataclass(frozen=True, slots=True)
class Range:
    """What is between two places; it begins and ends with a character that counts."""

    start: Place
    end: Place


def find_quote(lines: list[Line], quote: Quote) -> Range:
    """The one range of the lines that a quote means.

    :raises DoesNotApply: when the quoted text is nowhere, or in more than one place
    """
    text, ends = _folding(lines)
    prefix, exact, suffix = (
        _fold_quote(part) for part in (quote.prefix, quote.exact, quote.suffix)
    )
    starts = _occurrences(text, prefix + exact + suffix)
    if not starts:
        raise DoesNotApply("stale-correction", say("message.stale-correction.absent"), quote.exact)
    if len(starts) > 1:
        message = say("message.ambiguous-correction", n=len(starts))
        raise DoesNotApply("ambiguous-correction", message, quote.exact)
    first = starts[0] + len(prefix)
    start, last = (_place(lines, ends, position) for position in (first, first + len(exact) - 1))
    return Range(start, Place(last.line, last.offset + 1))


def text_of(lines: list[Line], found: Range) -> str:
    """The text of a range as it is in the lines, with the marks before them, its lines set apart by a blank."""
    first, last = found.start, found.end
    if first.line == last.line:
        return lines[first.line].text[first.offset : last.offset]
    inner = [line.text for line in lines[first.line + 1 : last.line]]
    inner.append(lines[last.line].text[: last.offset])
    marks = (line.mark for line in lines[first.line + 1 : last.line + 1])
    behind = (f"{mark} {text}".lstrip(" ") for mark, text in zip(marks, inner, strict=True))
    return " ".join((lines[first.line].text[first.offset :], *behind))


class _Folding(NamedTuple):
    """Lines that were searched, kept for the next quote, which is mostly of the same ones."""

    lines: list[Line]
    """The very list; what changes lines makes another."""
    text: str
    """Their text as quotes are compared with it."""
    ends: list[int]
    """Where each line ends in it."""


_last: list[_Folding] = []


def _folding(lines: list[Line]) -> tuple[str, list[int]]:
    """The text of lines without what does not count, and where each line ends in it."""
    if not (_last and _last[0].lines is lines):
        folded = [_fold(line.text) for line in lines]
        ends = list(accumulate(map(len, folded)))
        _last[:] = [_Folding(lines, "".join(folded), ends)]
    return _last[0].text, _last[0].ends


@lru_cache(maxsize=8192)
def _fold(text: str) -> str:
    return _IDLE.sub("", text)


def _fold_quote(text: str) -> str:
    return _fold(_MARK.sub("", text))


def _occurrences(text: str, wanted: str) -> list[int]:
    """Where ``wanted`` begins, overlapping ones too; an empty text is nowhere."""
    starts: list[int] = []
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        starts.append(start)
        start = text.find(wanted, start + 1)
    return starts


def _place(lines: list[Line], ends: list[int], position: int) -> Place:
    """The place of a character of the folded text."""
    line = bisect_right(ends, position)
    inside = position - (ends[line - 1] if line else 0)
    return Place(line, _kept(lines[line].text)[inside])


def _kept(text: str) -> list[int]:
    """Offsets of the characters of a text that count."""
    offsets: list[int] = []
    last = 0
    for idle in _IDLE.finditer(text):
        offsets += range(last, idle.start())
        last = idle.end()
    return [*offsets, *range(last, len(text))]
