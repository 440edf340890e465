"""Enumerated items as lists: those who listen hear how many there are.

The printed enumerator stays text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.pages.body.flow import Piece
from generator.pages.writing.markdown import attributes, section

_ANCHOR = re.compile(r"#(\S+)")
_ORDER = ("1", "2", "3", "4", "5")
"""Kinds of item, outermost first; a mere list mark is innermost."""


def list_items(pieces: Sequence[Piece]) -> Iterator[str]:
    """The Markdown of the pieces.

    Two items or more that follow each other are one list, inner kinds in inner lists.
    """
    for is_item, run in groupby(pieces, key=lambda piece: bool(piece.item)):
        members = list(run)
        if not is_item:
            yield from (piece.text for piece in members)
            continue
        for items in _lists(members):
            yield _list(items) if len(items) > 1 else items[0].text


def _lists(items: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The run of items, cut before each that is of an outer kind than the first of its list."""
    current: list[Piece] = []
    for item in items:
        if current and _rank(item) < _rank(current[0]):
            yield current
            current = []
        current.append(item)
    yield current


def _list(items: Sequence[Piece]) -> str:
    """A list; an item of an inner kind is in the one before it."""
    lines, open_ranks = [], [_rank(items[0])]
    for item in items:
        rank = _rank(item)
        while rank < open_ranks[-1]:
            open_ranks.pop()
        if rank > open_ranks[-1]:
            open_ranks.append(rank)
        lines.append(_member(item.text, "    " * (len(open_ranks) - 1)))
    return section("items", "\n".join(lines))


def _member(text: str, indent: str) -> str:
    """A paragraph as a member of a list: it keeps its anchor, its classes say nothing more."""
    words, _, names = text.partition("\n{:")
    anchor = _ANCHOR.search(names)
    return f"{indent}- {words}" + (f"\n{indent}  {attributes(anchor[1])}" if anchor else "")


def _rank(item: Piece) -> int:
    """How far inside a kind of item is."""
    return _ORDER.index(item.item) if item.item in _ORDER else len(_ORDER)
