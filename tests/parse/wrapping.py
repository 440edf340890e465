"""Sources as a converter breaks them: every line cut at one width, page numbers between the lines."""

import random
from collections.abc import Iterator
from typing import NamedTuple

CLOSING = "，。；：！？、）》〉〕”’」』】,;:)!?"
"""Marks that good print sets at no line's head."""
PAGE = 38
"""Lines of a page."""


class Wrapped(NamedTuple):
    """A source with broken lines."""

    text: str
    origin: tuple[int, ...]
    """For each line, from the first on, the line of the source that it comes from; 0 for page furniture."""


def wrap(source: str, width: int, *, furniture: bool, seed: int = 0) -> Wrapped:
    """A source with its lines cut at a width; rows of tables and lines with markup stay whole.

    :param furniture: whether each page ends with a number, in one of four dresses
    :param seed: an odd one sets no closing mark at the head of a line
    """
    chance = random.Random(f"{seed} {width} {furniture}")
    lines: list[str] = []
    origin: list[int] = []
    page = 1
    for place, line in enumerate(source.split("\n"), 1):
        for piece in _cut(line, width, hanging=seed % 2 == 1):
            lines.append(piece)
            origin.append(place)
            if furniture and sum(map(bool, origin)) % PAGE == 0:
                dress = _furniture(chance, page)
                lines += dress
                origin += [0] * len(dress)
                page += 1
    return Wrapped("\n".join(lines), tuple(origin))


def _cut(line: str, width: int, *, hanging: bool) -> Iterator[str]:
    """The pieces of a line."""
    text = line.strip()
    if len(text) <= width or "|" in line or "\t" in line or line.startswith(("<", "#")):
        yield line
        return
    while text:
        end = width + (hanging and text[width : width + 1] in CLOSING)
        yield text[:end]
        text = text[end:]


def _furniture(chance: random.Random, page: int) -> list[str]:
    """What is printed at the foot of a page."""
    return chance.choice([[f"— {page} —"], [str(page)], [f"- {page} -"], ["", f"·{page}·", ""]])
