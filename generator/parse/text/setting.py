"""How the source sets its lines: one paragraph a line, or hard-wrapped at the width of the print."""

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_high

from generator.lexicon.characters import ends_sentence, squeeze
from generator.lexicon.enumerators import (
    NO_DECIMALS,
    Decimals,
    Enumerator,
    find_decimals,
    read_decimal,
    read_enumerator,
)
from generator.lexicon.expressions.stops import CLAUSE_STOPS
from generator.read import Line

_WIDE = ("W", "F", "A")
_CLAUSE = re.compile(f"[{CLAUSE_STOPS}]")
_LONG, _SAMPLE, _SURE = 30, 12, 0.6
"""A paragraph that fills its line is longer; so many of them tell a width, when so large a share agrees."""
_WIDTHS = range(12, 46)
"""Widths of print in characters."""
_FEWEST, _NARROWEST, _WIDEST, _AGREE, _SHARE = 3, 18, 64, 0.6, 0.15
"""Hard-wrapped text: so many broken lines, of a width between these, so many of which agree, a share of all lines."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lines of a source have in common."""

    wrapped: bool = False
    """Whether every printed line is a line of the source."""
    width: int | None = None
    """Characters in a full printed line; None when the source does not show it."""
    indented: bool = False
    """Whether paragraphs begin with an indent."""
    spaced: bool = False
    """Whether blank lines stand between paragraphs and nowhere else."""
    decimals: Decimals = NO_DECIMALS
    """The decimal numbers of the part."""

    def enumerator(self, text: str) -> Enumerator | None:
        """The enumerator that opens a text, decimal ones where the part uses them."""
        return read_decimal(text, self.decimals) or read_enumerator(text)

    def of_part(self, lines: list[Line]) -> "Layout":
        """The layout of a part of the source, with its decimal numbers."""
        return replace(self, decimals=find_decimals(line.text.lstrip() for line in lines if not line.cells))

    def is_full(self, text: str) -> bool:
        """Whether a text fills its last printed line, with or without the indent of a paragraph."""
        return self.fills(measure(text))

    def fills(self, size: int) -> bool:
        """Whether a text of this size fills its last printed line; a narrow width is hit by chance more often."""
        if self.width is None:
            return False
        if self.wrapped:
            return size >= self.width - 1
        return any(min(rest := (size + indent) % self.width, self.width - rest) <= 1 for indent in (0, 2))


def measure(text: str) -> int:
    """Width of a text in Chinese characters; two half-width characters count as one."""
    if text.isascii():
        return (len(squeeze(text)) + 1) // 2
    wide = sum(unicodedata.east_asian_width(char) in _WIDE for char in text)
    blanks = text.count("\u3000")
    return wide + (len(squeeze(text)) - wide + blanks + 1) // 2


def read_layout(lines: list[Line]) -> Layout:
    """The layout of the running text of a source."""
    prose = [line for line in lines if not line.cells]
    long = [line for line in prose if measure(line.text) >= _NARROWEST]
    width = _wrapped_width(prose)
    return Layout(
        wrapped=width is not None,
        width=width or _find_width(prose),
        indented=sum(line.indent for line in long) * 2 >= len(long) > 0 or _opens_with_indent(prose),
        spaced=_is_spaced(prose),
    )


def _is_spaced(prose: list[Line]) -> bool:
    """Whether blank lines set paragraphs apart: they stand where sentences end, and lines break in between."""
    pairs = [(line, after) for line, after in pairwise(prose) if after.number - line.number <= 2]
    torn = [after.gap for line, after in pairs if _is_torn(line, after)]
    ended = [after.gap for line, after in pairs if ends_sentence(line.text)]
    lines_torn, gaps_torn = len(torn) - sum(torn), sum(torn)
    return (
        lines_torn >= _FEWEST and gaps_torn <= sum(ended) * _TORN_AT_GAPS and sum(ended) >= len(ended) * _SET_APART > 0
    )


def _is_torn(line: Line, after: Line) -> bool:
    """Whether a line of prose stops in mid-sentence and the next one goes on."""
    return _CLAUSE.search(line.text) is not None and _is_broken(line, after)


def _opens_with_indent(prose: list[Line]) -> bool:
    """Whether most lines below the end of a sentence begin with an indent."""
    below = [after for line, after in pairwise(prose) if ends_sentence(line.text)]
    return sum(line.indent for line in below) * 2 > len(below) >= _FEWEST


_TORN_AT_GAPS = 0.02
_SET_APART = 0.7
"""Blank lines that separate paragraphs are hardly ever in mid-sentence, and stand below most ends of sentences."""


def _is_broken(line: Line, after: Line) -> bool:
    """Whether a line stops in mid-sentence."""
    return not ends_sentence(line.text) and read_enumerator(after.text) is None


def _printed_size(line: Line) -> int:
    """The width of a line with its indent."""
    return measure(line.text) + (2 if line.indent else 0)


def _wrapped_width(prose: list[Line]) -> int | None:
    """The width of hard-wrapped text: many lines stop in mid-sentence at one and the same width, and none is longer."""
    broken = [
        size for line, after in pairwise(prose)
        if not after.gap and (size := _printed_size(line)) >= _NARROWEST and _is_broken(line, after)
    ]
    sizes = sorted(_printed_size(line) for line in prose)
    if len(broken) < _FEWEST or sizes[-1] > _WIDEST:
        return None
    width = median_high(broken)
    agreeing = sum(abs(size - width) <= 1 for size in broken)
    if agreeing < max(len(broken) * _AGREE, len(sizes) * _SHARE):
        return None
    return max(width, sizes[int(len(sizes) * 0.98)] - 1)


def _find_width(prose: list[Line]) -> int | None:
    """The width at which lines that stop in mid-sentence were broken, when most of them agree on one."""
    sizes = [
        measure(line.text) for line, after in pairwise(prose)
        if len(line.text) > _LONG and _CLAUSE.search(line.text) and _is_broken(line, after)
    ]
    if len(sizes) < _SAMPLE:
        return None
    shares = {width: sum(Layout(width=width).fills(size) for size in sizes) / len(sizes) for width in _WIDTHS}
    best = max(shares, key=lambda width: shares[width] - 5 / width)
    return best if shares[best] >= _SURE else None
