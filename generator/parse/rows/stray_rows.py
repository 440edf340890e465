"""Rows of a table of which nothing can be read: marks only, or a lone figure in columns of words.

At the edge of a page a recogniser reads what is left of a row, or a speck, as ``_``, ``· · ·`` or ``4``.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from generator.parse.rows.cells import Row

_FIGURE = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class StrayLimits:
    """Which rows hold nothing that can be read; anything else is a row as it is printed."""

    filled: float = 0.5
    """Highest share of the columns that such a row fills; one that numbers the columns (1 2 3) fills more."""
    words: int = 5
    """Fewest cells of a column that show that it is one of words."""
    figures: float = 0.1
    """Highest share of figures among them; one is none."""


STRAY = StrayLimits()


def find_stray_rows(
    rows: Sequence[Row], groups: Collection[int], is_mark: Callable[[str], bool]
) -> set[int]:
    """The places of the rows of which nothing can be read; the first one may number the columns.

    :param groups: places of the rows that name those below them
    :param is_mark: whether a cell is a mark that no one would print
    """
    of_words: list[bool] | None = None
    found: set[int] = set()
    for place, row in enumerate(rows):
        filled = [column for column, cell in enumerate(row) if cell]
        if not filled or len(filled) > len(row) * STRAY.filled or place in groups:
            continue
        marks = [is_mark(row[column]) for column in filled]
        figures = [_FIGURE.fullmatch(row[column]) is not None for column in filled]
        if place == 0 or not all(map(max, marks, figures)):
            continue
        of_words = of_words or list(map(_has_words, zip(*rows, strict=True)))
        if all(mark or of_words[column] for mark, column in zip(marks, filled, strict=True)):
            found.add(place)
    return found


def _has_words(cells: Sequence[str]) -> bool:
    """Whether the cells of a column are words, but for some that were misread."""
    filled = [cell for cell in cells if cell]
    figures = sum(_FIGURE.fullmatch(cell) is not None for cell in filled)
    return len(filled) >= STRAY.words and figures <= max(1, len(filled) * STRAY.figures)
