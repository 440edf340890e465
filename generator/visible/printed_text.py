"""Pieces of text that must be seen, each with the source line that it was printed on."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.lexicon.characters import BETWEEN
from generator.model import Span, Text, Value

CELL, ROW = "\x1f", "\x1e"
"""What is before each cell and each row of a table, so that no text changes its cell; no text holds them."""
_UNSEEN = re.compile("[\\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]+")
"""Blanks, and what is no character of a text: controls, halves of characters, noncharacters."""


class Piece(Value, frozen=True, gc=False):
    """A text that must be seen."""

    text: str
    """Its visible characters; before those of a cell the marks of cell and row."""
    line: int
    """Source line; 0 where none is known."""


def seen_text(text: str) -> str:
    """The characters of a text that can be seen: no blanks, no controls."""
    if text.isprintable() and " " not in text:
        return text
    return _UNSEEN.sub("", text)


def piece(text: str | None, lines: Span = (), mark: str = "") -> Piece:
    """A text with the first of its lines."""
    return Piece(mark + seen_text(text) if text else mark, lines[0] if lines else 0)


def words_piece(text: str | None, lines: Span = ()) -> Piece:
    """A text with the first of its lines, and with the blanks that set its words apart."""
    words = map(seen_text, (text or "").split(BETWEEN))
    return Piece(BETWEEN.join(words), first(lines))


def first(lines: Span) -> int:
    """The first source line; 0 where there is none."""
    return lines[0] if lines else 0


def lines_of(block: Text, before: str = "", after: str = "") -> tuple[Piece, ...]:
    """The text of a block, a piece for each line of the source that it was made of.

    :param before: what its form adds before it, ``（`` of a note
    :param after: what its form adds behind it, ``：`` of recipients
    """
    form = piece(before, block.lines), piece(after, block.lines[-1:])
    if not block.breaks:
        return form[0], piece(block.text, block.lines), form[1]
    return form[0], *_broken_lines(block), form[1]


def _broken_lines(block: Text) -> Iterator[Piece]:
    """The lines of a text that was printed on several."""
    ends = [0, *sorted(min(offset, len(block.text)) for offset in block.breaks), len(block.text)]
    numbers = block.lines if len(block.lines) == len(ends) - 1 else ()
    for nth, (start, end) in enumerate(pairwise(ends)):
        yield piece(block.text[start:end], numbers[nth : nth + 1] or block.lines)


def count(pieces: Iterable[Piece]) -> int:
    """How many characters are to be seen; marks of cells and blanks are none."""
    text = "".join([one.text for one in pieces])
    return len(text) - sum(map(text.count, (ROW, CELL, BETWEEN)))
