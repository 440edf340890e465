"""A title that is printed twice: that of the web page above that of the document.

A document has one title. Where the same words are printed again before any text, with at most its
number or organs between, the second print is the title and the first belongs to the same document.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.lexicon.characters import fold, squeeze
from generator.lexicon.organs import is_organ
from generator.parse.draft import Start
from generator.read import Line

FindTitle = Callable[[list[Line], int, int], tuple[int, int]]
"""Finds the lines of the title that begins at a position, before another."""


@dataclass(frozen=True, slots=True)
class RepeatedLimits:
    """How far two prints of one title are from each other."""

    organs: int = 3
    """Most lines of organs between them."""


REPEATED = RepeatedLimits()


def is_repeated(lines: list[Line], page: Start, head: int, span: tuple[int, int]) -> bool:
    """Whether a title, or the head above it, is right below the same title of a page.

    :param page: what begins at the first print of the title
    :param head: position of the first line of the head that has the title
    """
    if page.number is not None or page.head is not None:
        return False
    between = lines[page.body : head]
    if len(between) > REPEATED.organs or not all(is_organ(line.text) for line in between):
        return False
    return page.title[0] < page.title[1] and _title(lines, page.title) == _title(lines, span)


def join_repeated(lines: list[Line], starts: list[Start], title_after: FindTitle) -> list[Start]:
    """The starts, those of one document with two prints of its title made one."""
    whole = [_below_number(lines, start, title_after) for start in starts]
    kept: list[Start] = []
    pages: int | None = None
    for start, following in pairwise([*whole, None]):
        if start is None:
            continue
        register = pages if pages is not None else start.register
        pages = None
        if following and is_repeated(lines, start, following.begin, following.title):
            pages = start.begin if register is None else register
            continue
        kept.append(replace(start, register=register))
    return kept


def _below_number(lines: list[Line], start: Start, title_after: FindTitle) -> Start:
    """The start with the title below its number where that is printed above the number as well."""
    if start.number is None or start.head is not None or start.number < start.title[1]:
        return start
    span = title_after(lines, start.body, len(lines))
    if span[0] == span[1] or _title(lines, span) != _title(lines, start.title):
        return start
    return replace(start, first=start.number, title=span, register=start.begin)


def _title(lines: list[Line], span: tuple[int, int]) -> str:
    """The words of a title."""
    return fold("".join(squeeze(line.text) for line in lines[slice(*span)]))
