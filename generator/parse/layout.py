"""How the source sets its lines: one paragraph a line, or hard-wrapped at the width of the print."""

import re
import unicodedata
from dataclasses import dataclass
from statistics import median_high

from generator.lexicon.enumerators import Enumerator, read_decimal, read_enumerator
from generator.lexicon.text import ends_sentence, squeeze
from generator.read import Line

_DECIMAL = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{1,2})?[\s\u3000]+[\u4e00-\u9fff]")
_WIDE = ("W", "F", "A")
_SAMPLE = 12
_SURE = 0.6
_FEWEST, _NARROWEST, _WIDEST, _AGREE = 3, 18, 64, 0.6


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lines of a source have in common."""

    wrapped: bool = False
    """Whether every printed line is a line of the source."""
    width: int | None = None
    """Characters in a full printed line; None when the source does not show it."""
    indented: bool = False
    """Whether paragraphs begin with an indent."""
    decimal: bool = False
    """Whether headings are numbered 1, 1.1, 1.1.1."""

    def enumerator(self, text: str) -> Enumerator | None:
        """The enumerator that opens a text, decimal ones where the source uses them."""
        return read_enumerator(text) or (read_decimal(text) if self.decimal else None)

    def is_full(self, text: str) -> bool:
        """Whether a text fills its last printed line, with or without the indent of a paragraph."""
        if self.width is None:
            return False
        size = measure(text)
        if self.wrapped:
            return size >= self.width - 1
        return any(min(rest := (size + indent) % self.width, self.width - rest) <= 1 for indent in (0, 2))


def measure(text: str) -> int:
    """Width of a text in Chinese characters; two half-width characters count as one."""
    wide = sum(unicodedata.east_asian_width(char) in _WIDE for char in text)
    return wide + (len(squeeze(text)) - wide + 1) // 2


def read_layout(lines: list[Line]) -> Layout:
    """The layout of the running text of a source."""
    prose = [line for line in lines if not line.cells]
    long = [line for line in prose if measure(line.text) >= _NARROWEST]
    indented = sum(line.indent for line in long) * 2 >= len(long) > 0
    decimal = sum(_DECIMAL.match(line.text) is not None for line in prose) >= _FEWEST
    width = _wrapped_width(prose)
    return Layout(width is not None, width or _find_width(prose), indented, decimal)


def _wrapped_width(prose: list[Line]) -> int | None:
    """The width of hard-wrapped text: many lines stop in mid-sentence at one and the same width, and none is longer."""
    broken = [
        measure(line.text) + (2 if line.indent else 0) for line, after in zip(prose, prose[1:], strict=False)
        if not after.gap and not ends_sentence(line.text) and read_enumerator(after.text) is None and measure(line.text) >= _NARROWEST
    ]
    sizes = sorted(measure(line.text) for line in prose)
    if len(broken) < _FEWEST or not sizes or sizes[-1] > _WIDEST:
        return None
    width = median_high(broken)
    agree = sum(abs(size - width) <= 1 for size in broken)
    return max(width, sizes[int(len(sizes) * 0.98)] - 1) if agree >= len(broken) * _AGREE and agree >= len(sizes) * 0.15 else None


def _find_width(prose: list[Line]) -> int | None:
    """The width at which lines that stop in mid-sentence were broken, when most of them agree on one."""
    sizes = [
        measure(line.text) for line, after in zip(prose, prose[1:], strict=False)
        if not ends_sentence(line.text) and re.search(r"[，。,；]", line.text) and read_enumerator(after.text) is None and len(line.text) > 30
    ]
    if len(sizes) < _SAMPLE:
        return None
    scores = {width: sum(Layout(False, width).is_full("字" * size) for size in sizes) / len(sizes) - 5 / width for width in range(12, 46)}
    best = max(scores, key=lambda width: scores[width])
    return best if scores[best] + 5 / best >= _SURE else None
