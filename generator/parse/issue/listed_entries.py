"""Titles and numbers that begin no document: entries of a list, and what another document forwards in full."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from generator.lexicon.characters import fold, squeeze
from generator.lexicon.expressions.verbs import FORWARDED
from generator.lexicon.kinds import ends_in_official_kind
from generator.lexicon.numbers import read_number_line, split_trailing_number
from generator.parse.draft import Draft, Start
from generator.parse.heads.titles import can_be_title_line
from generator.parse.issue.entry_pages import find_bare_page
from generator.read import Line

_FORWARDED = re.compile(FORWARDED)
_ABOUT = "关于"


def without_listed(draft: Draft, starts: Sequence[Start]) -> list[Start]:
    """The starts without entries of lists and without what the document before them forwards.

    A document has a text. Titles and numbers with none below them are entries of a list (目录, 本期要目, 总目录,
    废止文件目录) where several of them follow each other, or where the same one has its text elsewhere. A source
    that has no text at all keeps its documents.
    """
    if not starts:
        return []
    empty = _find_empty(draft.lines, starts)
    if len(empty) < len(starts):
        listed = _find_listed(draft.lines, starts, empty)
        starts = [start for start in starts if start not in listed]
    announced = {fold(entry.title) for entry in draft.contents}
    forwarded = {
        start
        for owner, start in pairwise(starts)
        if _FORWARDED.search(_title(draft.lines, owner))
        and _is_forwarded(draft.lines, owner, start, announced)
    }
    return [start for start in starts if start not in forwarded]


def _find_empty(lines: list[Line], starts: Sequence[Start]) -> set[Start]:
    """The starts with nothing below their title and number but further titles and numbers."""
    ends = [*(start.first for start in starts[1:]), len(lines)]
    return {
        start
        for start, end in zip(starts, ends, strict=True)
        if start.title[0] < start.title[1] and all(map(_is_entry, lines[start.body : end]))
    }


def _find_listed(lines: list[Line], starts: Sequence[Start], empty: set[Start]) -> set[Start]:
    """The empty starts that are entries of a list."""
    whole = {_name(lines, start) for start in starts if start not in empty}
    neighbours = {
        start for pair in pairwise(starts) for start in pair if all(one in empty for one in pair)
    }
    ends = {start: after.first for start, after in pairwise(starts)}
    return {
        start
        for start in empty
        if start in neighbours
        or _name(lines, start) in whole
        or start.body < ends.get(start, len(lines))
    }


def _is_entry(line: Line) -> bool:
    """Whether a line can be one of a list of titles: a title, a number, or a page."""
    if line.cells:
        return False
    if read_number_line(line.text) or find_bare_page(line.text):
        return True
    title = split_trailing_number(line.text)[0]
    return can_be_title_line(line) and ends_in_official_kind(title)


def _title(lines: list[Line], start: Start) -> str:
    """The title of a start without its number."""
    text = squeeze("".join(line.text for line in lines[slice(*start.title)]))
    return split_trailing_number(text)[0]


def _name(lines: list[Line], start: Start) -> str:
    """What a title is about, whoever is named before it."""
    _, about, rest = _title(lines, start).partition(_ABOUT)
    return fold(about + rest)


def _is_forwarded(
    lines: list[Line], owner: Start, start: Start, announced: AbstractSet[str]
) -> bool:
    """Whether the title of a document says that it forwards the one below it, which has no entry in the contents."""
    name = _name(lines, start)
    forwarding = _FORWARDED.split(_title(lines, owner), maxsplit=1)[-1]
    if not name or name not in fold(forwarding):
        return False
    title = fold(_title(lines, start))
    return title not in announced and name not in announced
