"""A title that is printed twice: that of the web page above that of the document.

A document has one title. Where the same words are printed again before any text, with at most its
number or organs between, the second print is the title and the first belongs to the same document.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

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


def repeated_title(
    lines: list[Line], page: Start, head: int, span: tuple[int, int]
) -> tuple[int, int] | None:
    """The lines of a title, or of one below a head, that are the same as the title of the page above; else None.

    An organ between the two prints is no part of the title, though a title may open with several organs.

    :param page: what begins at the first print of the title
    :param head: position of the first line of the head that has the title
    """
    if page.number is not None or page.head is not None:
        return None
    printed = _title(lines, page.title)
    first, end = span
    while _title(lines, (first, end)) != printed:
        if not printed or first == end or not is_organ(lines[first].text):
            return None
        first += 1
    between = lines[page.body : first if head == span[0] else head]
    organs = [line for line in between if is_organ(line.text)]
    return (first, end) if len(organs) == len(between) <= REPEATED.organs else None


def join_repeated(lines: list[Line], starts: list[Start], title_after: FindTitle) -> list[Start]:
    """The starts, those of one document with two prints of its title made one."""
    kept: list[Start] = []
    page: Start | None = None
    for start in starts:
        whole = _below_number(lines, start, title_after)
        title = repeated_title(lines, page, whole.begin, whole.title) if page else None
        if page and title:
            kept.pop()
            first = title[0] if whole.first == whole.title[0] else whole.first
            whole = replace(whole, first=first, title=title, register=page.begin)
        kept.append(whole)
        page = whole
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
