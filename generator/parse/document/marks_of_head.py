"""份号, 密级, 紧急程度 and 签发人 of a document, and the 索引号 above its text."""

from collections.abc import Iterable

from generator.lexicon.above_text.head_marks import (
    HeadMark,
    read_head_mark,
    read_index,
    read_signatory,
)
from generator.parse.document.elements import Elements
from generator.read import Line

SEVERAL = "signer"
"""The mark that a document may have more than once: each who signs has a line."""
WIDE_BLANK = "　"


def read_head_marks(lines: list[Line], places: Iterable[int], elements: Elements) -> list[int]:
    """The marks of a head on lines of their own; returns the places that hold none.

    The first of each sort is an element; a second 密级 is left where it is printed.
    """
    others: list[int] = []
    for place in places:
        mark = read_head_mark(lines[place].text) or read_index(lines[place].text)
        if mark is None or (mark.name in elements.values and mark.name != SEVERAL):
            others.append(place)
        else:
            _put(mark, place, elements)
    return others


def read_mark_beside(lines: list[Line], number: int, elements: Elements) -> None:
    """签发人 on the line of the number."""
    mark = read_signatory(lines[number].text)
    if mark is not None:
        _put(mark, number, elements)


def _put(mark: HeadMark, place: int, elements: Elements) -> None:
    """Record a mark, behind one of its sort where there is one."""
    before = elements.values.get(mark.name, "")
    shown = elements.as_printed.get(mark.name, before)
    value = WIDE_BLANK.join(filter(None, (before, mark.value)))
    printed = WIDE_BLANK.join(filter(None, (shown, mark.print)))
    places = [*elements.at.get(mark.name, ()), place]
    elements.put(mark.name, value, places, printed if printed != value else "")
