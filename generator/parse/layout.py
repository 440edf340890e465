"""How the source sets its lines: one paragraph a line, or hard-wrapped at the width of the print."""

import re
import unicodedata
from dataclasses import dataclass
from statistics import median

from generator.lexicon.enumerators import read_enumerator
from generator.parse.text import ends_sentence, squeeze
from generator.read import Line

_WIDE = ("W", "F", "A")
_SAMPLE = 12
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lines of a source have in common."""

    wrapped: bool = False
    """Whether every printed line is a line of the source."""
    width: int | None = None
    """Characters in a full printed line; None when the source does not show it."""
    indented: bool = False
    """Whether paragraphs begin with an indent."""

    def is_full(self, text: str) -> bool:
        """Whether a text fills its last printed line, with or without the indent of a paragraph."""
        if self.width is None:
            return False
        size = measure(text)
        if self.wrapped:
            return size >= self.width - 2
        return any(min(rest := (size + indent) % self.width, self.width - rest) <= 1 for indent in (0, 2))


def measure(text: str) -> int:
    """Width of a text in Chinese characters; two half-width characters count as one."""
    wide = sum(unicodedata.east_asian_width(char) in _WIDE for char in text)
    return wide + (len(squeeze(text)) - wide + 1) // 2


def read_layout(lines: list[Line]) -> Layout:
    """The layout of the running text of a source."""
    prose = [line for line in lines if not line.cells]
    indented = sum(line.indent for line in prose) > len(prose) // 6
    adjacent = [line for line in prose if not line.gap]
    sizes = [measure(line.text) for line in adjacent if len(line.text) > 8]
    if len(sizes) > _SAMPLE and len(adjacent) > len(prose) // 2:
        width = sorted(sizes)[int(len(sizes) * 0.95)]
        full = sum(width - 3 <= size <= width + 1 for size in sizes)
        if full > len(sizes) * 0.4 and median(sizes) <= 60:
            return Layout(True, width, indented)
    return Layout(False, _find_width(prose), indented)


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
