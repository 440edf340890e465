"""How long, and how far apart, the lines of one paragraph are."""

from dataclasses import dataclass


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
    connecting: int = 2
    """Characters at the end of a text in which a word is looked for after which it goes on: 目的 is none, 的 is one."""
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
