"""Which lines of contents on a web page are entries because they lead to what the page prints below."""

import re

from generator.lexicon.characters import fold
from generator.lexicon.gazettes import read_column
from generator.lexicon.kinds import is_standing_title
from generator.read import Line

_PAGE = re.compile(r"\W{0,9}第?\d{1,4}页?\W{0,9}")
"""A page alone on its line."""


def repeated_links(lines: list[Line], start: int) -> frozenset[int]:
    """The places of links, from ``start`` on, whose words are a line of the page below: 大事记, a whole title.

    A link that names a column leads to several documents, and a link above its page is read with that.
    """
    links = [place for place in range(start, len(lines)) if lines[place].linked]
    if not links:
        return frozenset()
    others = {fold(line.text) for line in lines[links[0] :] if not line.linked and not line.cells}
    return frozenset(place for place in links if _is_entry(lines, place, others))


def _is_entry(lines: list[Line], place: int, others: set[str]) -> bool:
    """Whether a link has the words of another line, and no page below it."""
    text = lines[place].text
    below = lines[place + 1].text if place + 1 < len(lines) else ""
    if _PAGE.fullmatch(below) or (read_column(text) and not is_standing_title(text)):
        return False
    return fold(text) in others
