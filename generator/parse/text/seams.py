"""Seams: two printed lines of which the second may go on with the paragraph of the first."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from generator.lexicon.characters import HAN, IDEOGRAPHS, open_brackets
from generator.lexicon.expressions.labels import ATTACHMENT
from generator.lexicon.expressions.stops import SPOKEN_STOPS
from generator.parse.text.runs import Run, connects
from generator.parse.text.setting import Layout
from generator.read import Line

CONTINUES = re.compile(r"^(?:[，、；。：）)》”’,;.:!！?？]|的(?!士)|和(?!谐|平)|及(?!时|早))")
"""Marks and particles that open no paragraph; 的士, 和谐 and 及时 are words that may."""
LABEL = re.compile(
    rf"(?=.{{0,7}}{HAN})(?:[{IDEOGRAPHS}\d]{{2,8}}|{HAN}(?:[ \u3000]+{HAN}){{1,3}})[：:]",
)
"""联系人：, 时　间：, as it opens label and value."""
SPOKEN = re.compile(f"[{SPOKEN_STOPS}]")
"""A mark that only sentences have."""
ATTACHMENT_NOTE = re.compile(rf"^{ATTACHMENT}\s*[:：]")
"""The label of the note that names an attachment, whose colon opens no sentence."""
SEMICOLONS = ("；", ";")
LIST_MARKS = (*SEMICOLONS, "：", ":")
"""How paragraphs end that open a list or belong to one."""


@dataclass(frozen=True, slots=True)
class SeamLimits:
    """What the length of two lines says of whether the second goes on with the paragraph of the first."""

    lines: int = 200
    """Guard against slowness: most printed lines of a paragraph, whose text is read again with each line below it."""
    figure: int = 4
    """Fewest figures of a line of figures that is a paragraph of its own; a shorter one may be part of a sentence."""
    single: int = 2
    """Lines of the source from one line to the next with a single blank line between them; with more a page ended."""
    mark: int = 2
    """Longest line that may be a mark alone, in characters; it says nothing of the indent of its paragraph."""
    note: int = 160
    """Longest beginning of a note on when a text was passed and revised, in characters; a longer one is text."""
    figures: int = 3
    """Characters by which figures make a full line shorter, where a source counts them as whole characters."""
    torn: float = 0.6
    """Lowest share of the width that a torn line of hard-wrapped text fills; a shorter one with no clause is whole."""


@dataclass(frozen=True, slots=True)
class HeadingSeamLimits:
    """Whether a line below what looks like a heading is its rest."""

    scrap: int = 4
    """Longest line that is the end of the heading where it ends a sentence, in characters."""
    short: int = 8
    """Longest line that is no rest of a heading otherwise, in characters."""
    siblings: int = 40
    """Lines from one sibling to the next from which on they say nothing of each other."""


@dataclass(frozen=True, slots=True)
class ListLimits:
    """What a list of short lines is, one name or target a line."""

    line: int = 25
    """Shortest line that is no line of such a list, in characters: a full paragraph below it is as long or longer."""
    shortest: int = 2
    """Shortest line of it, in characters."""
    lines: int = 3
    """Fewest lines of it; fewer are pieces of a sentence."""


SEAM, HEADING_SEAM, LIST = SeamLimits(), HeadingSeamLimits(), ListLimits()


class Seam(NamedTuple):
    """Two lines of which the second may go on with the paragraph of the first."""

    run: Run
    """The paragraph as read so far."""
    above: Run | None
    """The paragraph before it."""
    before: Line
    """Its last line."""
    line: Line
    """The line after it."""
    layout: Layout
    siblings: list[bool]
    """Whether the lines with the number before and after that of its first line look like headings."""
    first: bool
    """Whether the paragraph is the first one."""
    named: bool
    """Whether the last line is in a list of short lines, one name or target a line."""

    @property
    def listed(self) -> bool:
        """Whether the paragraph and the one before it are label and value: 联系人：王某."""
        if self.above is None or LABEL.match(self.run.text) is None:
            return False
        return LABEL.match(self.above.text) is not None

    @property
    def in_list(self) -> bool:
        """Whether the paragraph before it opens or belongs to a list: it ends in a colon or semicolon."""
        return self.above is not None and self.above.text.endswith(LIST_MARKS)

    @property
    def follows_item(self) -> bool:
        """Whether it is counted on from the item before it, which ends in a semicolon."""
        if self.above is None or not self.above.text.endswith(SEMICOLONS):
            return False
        above = self.layout.enumerator(self.above.text)
        found = self.layout.enumerator(self.run.text)
        if above is None or found is None:
            return False
        return (found.kind, found.number) == (above.kind, above.number + 1)


SeamRule = Callable[[Seam], bool | None]
"""True: the line goes on with the paragraph; False: it begins one; None: the next rule is asked."""


def is_open(text: str) -> bool:
    """Whether a text has an open bracket, or ends in a word after which it goes on."""
    return open_brackets(text) or connects(text)


def shows_more(text: str) -> bool:
    """Whether a text shows in itself that it is no whole paragraph: it is open, or a clause has been read."""
    return is_open(text) or SPOKEN.search(text) is not None
