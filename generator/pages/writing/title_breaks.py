"""Where the long title of a document may go on to the next line: between its parts, never inside a word."""

import re
from collections.abc import Sequence

from generator.lexicon.expressions.title_parts import PART
from generator.lexicon.organs import government_place
from generator.pages.writing.escape import Inserts

_PLACES = re.compile(PART)
_CLOSING = "》”）)、，。"
_RARE = re.compile("[\U00010000-\U0010ffff]{1,6}")
"""Characters beside which a browser breaks a line though the style keeps words whole
(``keep-all``)."""


def find_breaks(title: str) -> tuple[int, ...]:
    """Offsets at which a title may be broken.

    It is not broken at its ends, behind an opening mark or before a closing one.
    """
    place = government_place(title)
    offsets = {match.start() for match in _PLACES.finditer(title)}
    if place:
        offsets |= {match.end() for match in re.finditer(re.escape(place), title) if match.start()}
    return tuple(sorted(offset for offset in offsets if _may_break(title, offset)))


def find_wholes(title: str, breaks: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Stretches to be kept on one line: rare characters with the neighbours that no break is between: ``张𬭎等``."""
    ends = {0, *breaks, len(title)}
    wholes: list[tuple[int, int]] = []
    for match in _RARE.finditer(title):
        start = match.start() - (match.start() not in ends)
        end = match.end() + (match.end() not in ends)
        if wholes and start < wholes[-1][1]:
            start = wholes.pop()[0]
        wholes.append((start, end))
    return tuple(wholes)


def keep_wholes(title: str, breaks: Sequence[int]) -> Inserts:
    """The markup that keeps these stretches on one line."""
    opening, closing = '<span class="nowrap">', "</span>"
    inserts: list[tuple[int, str]] = []
    for start, end in find_wholes(title, breaks):
        inserts += [(start, opening), (end, closing)]
    return inserts


def _may_break(title: str, offset: int) -> bool:
    """Whether a line may end before an offset.

    Two characters are then on either side, and no bracket is cut off.
    """
    return (
        2 <= offset <= len(title) - 2
        and title[offset] not in _CLOSING
        and title[offset - 1] not in "《“（("
    )
