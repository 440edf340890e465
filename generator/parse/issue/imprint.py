"""The imprint that closes an issue: who edits, prints and sends it."""

from generator.lexicon.gazettes import heads_imprint, is_closing_imprint, names_publisher
from generator.model import TextLine
from generator.read import Line

LONGEST_LINE = 89
"""Longest line of an imprint, in characters; a longer one is text that names a printer or an address."""


def cut_imprint(lines: list[Line]) -> tuple[list[Line], list[TextLine]]:
    """The lines without the imprint that closes an issue, and that imprint."""
    end = len(lines)
    while end > 1 and _is_imprint(lines[end - 1], inside=end < len(lines)):
        end -= 1
    if not any(names_publisher(line.text) for line in lines[end:]):
        return lines, []
    return lines[:end], [TextLine(line.number, line.text) for line in lines[end:]]


def _is_imprint(line: Line, *, inside: bool) -> bool:
    """Whether a line belongs to the imprint; ``inside``: whether the line after it does, so that it may head it."""
    if line.cells or len(line.text) > LONGEST_LINE:
        return False
    return is_closing_imprint(line.text) or (inside and heads_imprint(line.text))
