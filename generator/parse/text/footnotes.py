"""Footnotes at the foot of a page, between two lines of one sentence that goes on over it.

The sentence is read without them, and each is a note below its paragraph. Only where that is certain: the mark is in
the text above, the line above ends no sentence, the note itself has an end, and what is below it goes on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.lexicon.characters import ends_sentence, open_brackets
from generator.lexicon.expressions.footnote_marks import (
    OPENS,
    UNNUMBERED,
    has_footnote_mark,
    is_counted,
    read_footnote_mark,
)
from generator.lexicon.expressions.labels import SENTENCE_OPENERS
from generator.lexicon.expressions.stops import PROSE_STOPS
from generator.parse.text.leads import is_heading_line
from generator.parse.text.runs import connects
from generator.parse.text.seams import CONTINUES, LABEL, LIST_MARKS
from generator.parse.text.setting import Layout
from generator.read import Line

_OPENS_SENTENCE = re.compile(SENTENCE_OPENERS)
_CLAUSE = re.compile(f"[{PROSE_STOPS}]")


@dataclass(frozen=True, slots=True)
class FootLimits:
    """What the foot of a page is."""

    above: int = 40
    """Farthest line above a footnote that can have its mark: a page has no more."""
    lines: int = 6
    """Most printed lines of one footnote."""


FOOT = FootLimits()


class Foot(NamedTuple):
    """The footnotes of one page, as places in a list of lines."""

    begin: int
    ends: tuple[int, ...]
    """Where each of its notes ends."""

    @property
    def end(self) -> int:
        """The place of the line below."""
        return self.ends[-1]

    def notes(self, lines: list[Line]) -> Iterator[list[Line]]:
        """The lines of each note."""
        begin = self.begin
        for end in self.ends:
            yield lines[begin:end]
            begin = end


def find_feet(lines: list[Line], layout: Layout) -> list[Foot]:
    """The footnotes that are between two lines of one sentence."""
    feet: list[Foot] = []
    place = 0
    for at, line in enumerate(lines):
        if at > place and OPENS.match(line.text) and _can_be_torn(lines[at - 1], layout):
            foot = _read_foot(lines, at, layout)
            if foot is not None:
                feet.append(foot)
                place = foot.end
    return feet


def _can_be_torn(above: Line, layout: Layout) -> bool:
    """Whether a line stops in mid-sentence: no label with its value, and a clause was read."""
    text = above.text
    if above.cells or above.mark.startswith("#") or ends_sentence(text):
        return False
    if LABEL.match(text.lstrip()):
        return False
    is_clause = _CLAUSE.search(text) is not None or layout.is_cut(above)
    return is_clause or connects(text) or open_brackets(text)


def _read_foot(lines: list[Line], begin: int, layout: Layout) -> Foot | None:
    """The footnotes that begin at a place; None where they, or what is below them, are not certain."""
    above = lines[max(0, begin - FOOT.above) : begin]
    text = "".join(line.text for line in above)
    ends: list[int] = []
    is_sure = True
    at = begin
    while at < len(lines) and (mark := _find_mark(lines[at], above)):
        end, is_known = _end_of_note(lines, at, layout)
        if end is None:
            return None
        is_sure = is_sure and is_known and not is_counted(text, mark)
        ends.append(end)
        at = end
    if not ends or at >= len(lines) or not _goes_on(lines, at, layout):
        return None
    if _can_be_heading(above[-1], lines[at], layout):
        return None
    return Foot(begin, tuple(ends)) if is_sure or _is_shown(lines, at, layout) else None


def _find_mark(line: Line, above: list[Line]) -> str | None:
    """The mark of a footnote that opens a line and the text above has too; nobody said where the line belongs.

    A note without number says what it is: it needs none where the line above must go on.
    """
    mark = None if line.cells or line.joined is not None else read_footnote_mark(line.text)
    if mark is None:
        return None
    if any(has_footnote_mark(one.text, mark) for one in above):
        return mark
    must_go_on = connects(above[-1].text) or open_brackets(above[-1].text)
    return mark if mark == UNNUMBERED and must_go_on else None


def _end_of_note(lines: list[Line], begin: int, layout: Layout) -> tuple[int | None, bool]:
    """Where a footnote ends, and whether that is known; None where it has no end.

    It does above a blank line, the number of a page or another footnote. Else it does where a sentence ends, which is
    known of a line that is not full: of the first one, and in hard-wrapped text of one below full lines.
    """
    is_known = True
    for end in range(begin + 1, min(begin + FOOT.lines, len(lines) - 1) + 1):
        last, below = lines[end - 1], lines[end]
        if read_footnote_mark(below.text):
            return end, True
        if last.cells or last.text.endswith(LIST_MARKS):
            break
        if _is_apart(last, below):
            return end, True
        if ends_sentence(last.text):
            return end, is_known and not layout.is_cut(last)
        is_known = is_known and layout.is_cut(last)
    return None, False


def _is_apart(last: Line, below: Line) -> bool:
    """Whether the source has something between two lines: a blank line, or the number of the page."""
    return below.gap or below.number - last.number > 1


def _goes_on(lines: list[Line], at: int, layout: Layout) -> bool:
    """Whether a line can go on with the sentence: it opens no paragraph, and the line below does not go on with it."""
    line, *below = lines[at : at + 2]
    if line.cells or line.mark or line.joined is not None or read_footnote_mark(line.text):
        return False
    if (layout.indented and line.indent) or _OPENS_SENTENCE.match(line.text.lstrip()):
        return False
    is_whole = ends_sentence(line.text)
    return not (is_whole and below and CONTINUES.match(below[0].text.lstrip()))


def _can_be_heading(above: Line, below: Line, layout: Layout) -> bool:
    """Whether the line above is a heading by its form: not full, and no particle goes on with it."""
    if not is_heading_line(above.text, layout) or connects(above.text) or layout.is_cut(above):
        return False
    return CONTINUES.match(below.text.lstrip()) is None


def _is_shown(lines: list[Line], at: int, layout: Layout) -> bool:
    """Whether the page shows that a sentence goes on at a line.

    It ended above, or a particle opens the line, or only the beginnings of paragraphs are indented and it is not.
    """
    last, line = lines[at - 1], lines[at]
    if _is_apart(last, line) or CONTINUES.match(line.text.lstrip()):
        return True
    return layout.indented and not line.indent and not layout.is_cut(last)
