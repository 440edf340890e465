"""Where a finding on a text belongs: the source line of an offset, and as much of the text as is shown."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from generator.lexicon.characters import squeeze
from generator.model import Document, Part, Text

_INNER_MARKS = str.maketrans("“”", "‘’")
LONGEST_SHOWN = 24
"""Longest beginning of a text that a finding shows, in characters."""


def line_at(block: Text, offset: int) -> int:
    """The source line that gave the character at an offset; the first where the block does not know its line ends."""
    if not block.lines:
        return 0
    if len(block.breaks) != len(block.lines) - 1:
        return block.lines[0]
    return block.lines[bisect_right(block.breaks, offset)]


def quotable(name: str) -> str:
    """A name as it is between quotation marks, with single ones for its own."""
    return squeeze(name).translate(_INNER_MARKS)


def begin_of(block: Text) -> str:
    """The beginning of a text, as its finding shows it."""
    return squeeze(block.text)[:LONGEST_SHOWN]


def running(part: Part) -> Iterator[Text]:
    """The blocks of running text of a part."""
    return iter([block for block in part.blocks if isinstance(block, Text)])


def texts_of(document: Document) -> Iterator[Text]:
    """The blocks of running text of a document, part by part."""
    return chain.from_iterable(map(running, document.parts))


def printed_date(document: Document) -> str:
    """The date of a document in the characters of its line, blanks aside; empty where none prints it.

    As where a person has set it.
    """
    return document.as_printed.get("date", "")


def line_of(document: Document, element: str) -> int:
    """The first line of an element; of one that is not printed, the first line of the document."""
    return next(iter(document.at.get(element) or document.lines), 0)
