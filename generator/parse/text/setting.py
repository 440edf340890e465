"""How the source sets its lines: one paragraph a line, or hard-wrapped at the width of the print."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from statistics import median_high

from generator.lexicon.characters import FULL_WIDTHS, ends_sentence, squeeze
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

INDENT = 2
"""Width of the indent of a paragraph, in characters."""
_WIDE = ("W", "F", "A")


class _Widths(dict[str, bool]):
    """Whether each character is as wide as one of Chinese; a text has few different ones."""

    def __missing__(self, char: str) -> bool:
        """Ask for a character once."""
        return self.setdefault(char, unicodedata.east_asian_width(char) in _WIDE)


_IS_WIDE = _Widths()
_ALL_WIDE = re.compile(f"[{FULL_WIDTHS}]+")
"""What most of a text is: it need not be asked for character by character."""
_CLAUSE = re.compile(f"[{CLAUSE_STOPS}]")


@dataclass(frozen=True, slots=True)
class PrintLimits:
    """When the width of the print is known of a source with one paragraph a line, broken where columns or pages end."""

    longest: int = 30
    """Longest line that says nothing of the width, in characters."""
    fewest: int = 12
    """Fewest longer lines that stop in mid-sentence; with fewer the width is not known."""
    agreeing: float = 0.6
    """Lowest share of them that ends where a printed line does."""
    narrowest: int = 12
    """Narrowest print, in characters."""
    widest: int = 45
    """Widest print, in characters."""
    chance: float = 5
    """What a width loses for lines that end there by chance, in lines of print: a narrow one is hit more often."""
    slack: int = 1
    """Characters by which a line may miss the width and still fill it: a mark of punctuation is set closer."""


@dataclass(frozen=True, slots=True)
class WrapLimits:
    """When every printed line is a line of the source."""

    broken: int = 3
    """Fewest lines that stop in mid-sentence."""
    narrowest: int = 18
    """Narrowest line that counts as broken by the print, in characters."""
    widest: int = 64
    """Widest line, in characters; a source with a wider one is not hard-wrapped."""
    slack: int = 1
    """Characters by which the width of a broken line may differ from that of the others."""
    agreeing: float = 0.6
    """Lowest share of the broken lines that have the width of the others."""
    share: float = 0.15
    """Lowest share of all lines that are broken at that width."""
    sorted_out: float = 0.98
    """Share of the lines, from the shortest on, that are no wider than the print by more than the slack."""


@dataclass(frozen=True, slots=True)
class SpaceLimits:
    """When blank lines or indents set paragraphs apart."""

    fewest: int = 3
    """Fewest lines that stop in mid-sentence, or that are below the end of a sentence, to say anything."""
    torn: float = 0.02
    """Most blank lines in mid-sentence, for each blank line below the end of a sentence."""
    apart: float = 0.7
    """Lowest share of the ends of sentences that have a blank line below."""
    next_line: int = 2
    """Farthest line of the source that follows a line, one blank line between them; farther off a page ended."""


PRINT, WRAP, SPACE = PrintLimits(), WrapLimits(), SpaceLimits()


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
    """Whether blank lines are between paragraphs and nowhere else."""
    decimals: Decimals = NO_DECIMALS
    """The decimal numbers of the part."""

    def enumerator(self, text: str) -> Enumerator | None:
        """The enumerator that opens a text, decimal ones where the part uses them."""
        if self.decimals.parents and (found := read_decimal(text, self.decimals)):
            return found
        return read_enumerator(text)

    def of_part(self, lines: list[Line]) -> "Layout":
        """The layout of a part of the source, with its decimal numbers."""
        return replace(
            self, decimals=find_decimals(line.text.lstrip() for line in lines if not line.cells)
        )

    def is_cut(self, line: Line) -> bool:
        """Whether the width of hard-wrapped text ends a line, by its letters alone or as the source has it.

        A blank between two letters, and the mark of a list, take room where the lines were broken after they were set.
        """
        if not self.wrapped or self.width is None:
            return False
        if self.fills(printed_size(line)):
            return True
        return not line.tagged and abs(_source_size(line.raw.strip()) - self.width) <= WRAP.slack

    def is_full(self, text: str) -> bool:
        """Whether a text fills its last printed line, with or without the indent of a paragraph."""
        return self.fills(measure(text))

    def fills(self, size: int) -> bool:
        """Whether a text of this size fills its last printed line; a narrow width is hit by chance more often."""
        if self.width is None:
            return False
        if self.wrapped:
            return size >= self.width - WRAP.slack
        rest, indented = size % self.width, (size + INDENT) % self.width
        nearest = min(rest, self.width - rest, indented, self.width - indented)
        return nearest <= PRINT.slack


@lru_cache(maxsize=4096)
def measure(text: str) -> int:
    """Width of a text in Chinese characters; two half-width characters count as one."""
    if text.isascii():
        return (len(squeeze(text)) + 1) // 2
    rest = _ALL_WIDE.sub("", text)
    if not rest:
        return len(text)
    wide = sum(map(_IS_WIDE.__getitem__, rest))
    return len(text) - len(rest) + wide + (len(squeeze(rest)) - wide + 1) // 2


def read_layout(lines: list[Line]) -> Layout:
    """The layout of the running text of a source."""
    prose = [line for line in lines if not line.cells]
    long = [line for line in prose if measure(line.text) >= WRAP.narrowest]
    width = _wrapped_width(prose)
    mostly_indented = sum(line.indent for line in long) * 2 >= len(long) > 0
    return Layout(
        wrapped=width is not None,
        width=width or _find_width(prose),
        indented=mostly_indented or _opens_with_indent(prose),
        spaced=_is_spaced(prose),
    )


def _is_spaced(prose: list[Line]) -> bool:
    """Whether blank lines set paragraphs apart: they are where sentences end, and lines break in between."""
    pairs = [
        (line, after)
        for line, after in pairwise(prose)
        if after.number - line.number <= SPACE.next_line
    ]
    gaps_in_sentence = [after.gap for line, after in pairs if _is_torn(line, after)]
    gaps_at_end = [after.gap for line, after in pairs if ends_sentence(line.text)]
    torn_without_gap = gaps_in_sentence.count(False)
    if torn_without_gap < SPACE.fewest or not gaps_at_end:
        return False
    apart = sum(gaps_at_end)
    if apart < len(gaps_at_end) * SPACE.apart:
        return False
    return sum(gaps_in_sentence) <= apart * SPACE.torn


def _is_torn(line: Line, after: Line) -> bool:
    """Whether a line stops in mid-sentence as only running text does: there is a clause in it."""
    return _is_broken(line, after) and _CLAUSE.search(line.text) is not None


def _opens_with_indent(prose: list[Line]) -> bool:
    """Whether most lines below the end of a sentence begin with an indent."""
    below = [after for line, after in pairwise(prose) if ends_sentence(line.text)]
    return sum(line.indent for line in below) * 2 > len(below) >= SPACE.fewest


def _is_broken(line: Line, after: Line) -> bool:
    """Whether a line stops in mid-sentence: it ends none, and no enumerator opens the next one."""
    return not ends_sentence(line.text) and read_enumerator(after.text) is None


def _source_size(source: str) -> float:
    """The width of a line with its blanks and marks, in Chinese characters."""
    wide = sum(map(_IS_WIDE.__getitem__, source))
    return (len(source) + wide) / 2


def printed_size(line: Line) -> int:
    """The width of a line with its indent."""
    return measure(line.text) + (INDENT if line.indent else 0)


def _wrapped_width(prose: list[Line]) -> int | None:
    """The width of hard-wrapped text: many lines stop in mid-sentence at one and the same width, and none is longer."""
    broken = _broken_sizes(prose)
    sizes = sorted(printed_size(line) for line in prose)
    if len(broken) < WRAP.broken or sizes[-1] > WRAP.widest:
        return None
    width = median_high(broken)
    agreeing = sum(abs(size - width) <= WRAP.slack for size in broken)
    if agreeing < max(len(broken) * WRAP.agreeing, len(sizes) * WRAP.share):
        return None
    return max(width, sizes[int(len(sizes) * WRAP.sorted_out)] - WRAP.slack)


def _broken_sizes(prose: list[Line]) -> list[int]:
    """The widths of the lines that stop in mid-sentence, as wide as the print can be, with no blank line below."""
    sizes: list[int] = []
    for line, after in pairwise(prose):
        if after.gap:
            continue
        size = printed_size(line)
        if size >= WRAP.narrowest and _is_broken(line, after):
            sizes.append(size)
    return sizes


def _find_width(prose: list[Line]) -> int | None:
    """The width at which lines that stop in mid-sentence were broken, when most of them agree on one."""
    sizes: list[int] = []
    for line, after in pairwise(prose):
        if len(line.text) > PRINT.longest and _is_torn(line, after):
            sizes.append(measure(line.text))
    if len(sizes) < PRINT.fewest:
        return None
    often = Counter(sizes)
    shares: dict[int, float] = {}
    for width in range(PRINT.narrowest, PRINT.widest + 1):
        layout = Layout(width=width)
        shares[width] = sum(often[size] for size in often if layout.fills(size)) / len(sizes)
    best = max(shares, key=lambda width: shares[width] - PRINT.chance / width)
    return best if shares[best] >= PRINT.agreeing else None
