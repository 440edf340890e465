"""Lines that are a stretch of a sentence, however much they look like a title."""

from dataclasses import dataclass

from generator.lexicon.characters import ends_sentence, open_brackets, squeeze
from generator.parse.text.setting import measure
from generator.read import Line

_CLOSING = (
    "，",
    "、",
    "。",
    "；",
    "：",
    "）",
    "》",
    "〉",
    "”",
    "’",
    "」",
    "』",
    ",",
    ";",
    ":",
    ")",
)
"""Marks that go on with what is printed before them."""
_PAIRS = ("《》", "〈〉", "“”")


@dataclass(frozen=True, slots=True)
class SentenceLimits:
    """When the line above goes on: it fills the width of a print that breaks its lines."""

    around: int = 4
    """Lines above and below whose width is that of the print."""
    agreeing: int = 3
    """Fewest of these lines that have that width, the one above included."""
    narrowest: int = 18
    """Narrowest width of a print, in characters."""
    widest: int = 64
    """Widest one; a source with wider lines has one paragraph a line."""
    slack: int = 1
    """Characters by which a full line may miss the width."""


SENTENCE = SentenceLimits()


def is_of_sentence(lines: list[Line], place: int, stop: int) -> bool:
    """Whether the lines from ``place`` to ``stop`` are no title because a sentence goes through them.

    A title is set apart: nothing runs into it and nothing goes on behind it. In 验收资料应包括：财务报告、审计报告 |
    、安全风险评估报告等材料 the mark below goes on; in 为落实《省人民政府关于…的意见 a title is open; a full line above
    that ends no sentence runs into the one below.
    """
    below = lines[stop + 1] if stop + 1 < len(lines) else None
    if below is not None and squeeze(below.text).startswith(_CLOSING):
        return True
    if lines[place].gap and (below is None or below.gap):
        return False
    text = "".join(line.text for line in lines[place : stop + 1])
    return open_brackets(text) or _closes_others(text) or _runs_into(lines, place)


def _closes_others(text: str) -> bool:
    """Whether a text closes what was opened before it."""
    return any(text.count(pair[1]) > text.count(pair[0]) for pair in _PAIRS)


def _runs_into(lines: list[Line], place: int) -> bool:
    """Whether the line above goes on in the one at ``place``: it ends no sentence and fills the width of the print."""
    if place == 0 or lines[place].gap or lines[place].indent:
        return False
    above = lines[place - 1]
    if above.cells or ends_sentence(above.text):
        return False
    size = measure(above.text)
    if not SENTENCE.narrowest <= size <= SENTENCE.widest:
        return False
    near = lines[max(0, place - SENTENCE.around) : place + SENTENCE.around]
    sizes = [measure(line.text) for line in near if not line.cells]
    full = [other for other in sizes if abs(other - size) <= SENTENCE.slack]
    return max(sizes) <= size + SENTENCE.slack and len(full) >= SENTENCE.agreeing
