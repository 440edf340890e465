"""Footnotes between two lines of one sentence: those that were set below it, and those that may be some."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import UNSET

from generator.lexicon.characters import ends_sentence
from generator.lexicon.expressions.footnote_marks import (
    OPENS,
    UNNUMBERED,
    has_footnote_mark,
    read_footnote_mark,
)
from generator.lexicon.expressions.stops import PROSE_STOPS
from generator.model import Finding, Heading, Note, Paragraph, Part, Text
from generator.parse.draft import Draft
from generator.parse.plausibility.places import begin_of, line_at, running
from generator.parse.text.footnotes import FOOT
from generator.parse.text.seams import CONTINUES, LABEL
from generator.words.say import say

SHOWN = 8
"""Characters that a finding shows of the sentence before and behind a footnote."""
_CLAUSE = re.compile(f"[{PROSE_STOPS}]")


def check_footnotes(draft: Draft) -> Iterator[Finding]:
    """What was made of footnotes inside a sentence; what people moved is theirs."""
    corrected = {finding.line for finding in draft.findings if finding.kind == "correction"}
    for document in draft.documents:
        for part in document.parts:
            yield from _find_set_below(part, corrected)
            yield from _find_doubtful(list(running(part)))


def _find_set_below(part: Part, corrected: set[int]) -> Iterator[Finding]:
    """The notes that are printed between two lines of the paragraph above them."""
    above: Text | None = None
    for block in running(part):
        if not isinstance(block, Note) or not block.lines or above is None:
            above = block if block.lines else above
        elif block.lines[0] < above.lines[-1] and block.lines[0] not in corrected:
            yield _set_below(block, above)


def _set_below(note: Note, above: Text) -> Finding:
    """What is said of a footnote that was set below the sentence in which it was printed."""
    place = above.breaks[bisect_right(above.lines, note.lines[0]) - 1]
    return Finding(
        line=note.lines[0],
        kind="footnote",
        severity="info",
        found=note.text,
        message=say(
            "message.footnote.below",
            before=above.text[:place][-SHOWN:],
            after=above.text[place:][:SHOWN],
        ),
    )


def _find_doubtful(blocks: Sequence[Text]) -> Iterator[Finding]:
    """The lines that open as footnotes do, in a sentence or between its halves."""
    for place, (block, following) in enumerate(zip_longest(blocks, blocks[1:])):
        above = blocks[:place]
        for offset in block.breaks:
            if OPENS.match(block.text, offset) and _is_inside(block, offset, above):
                yield _doubtful(block, offset)
        if above and OPENS.match(block.text) and _is_between(above, block, following):
            yield _doubtful(block, 0)


def _is_inside(block: Text, offset: int, above: Sequence[Text]) -> bool:
    """Whether a line in mid-sentence opens with the mark of a footnote.

    The text above has that mark too, or the sentence goes on below the line: else the mark is one of the sentence.
    """
    before = block.text[:offset]
    mark = read_footnote_mark(block.text[offset:])
    if mark is None or ends_sentence(before):
        return False
    if has_footnote_mark(before, mark) or _is_above(mark, above, line_at(block, offset)):
        return True
    return _is_parted(block, offset)


def _is_parted(block: Text, offset: int) -> bool:
    """Whether a sentence ends with the line at an offset, and a particle opens the next one."""
    place = block.breaks.index(offset) + 1
    if place == len(block.breaks):
        return False
    below = block.breaks[place]
    goes_on = CONTINUES.match(block.text[below:]) is not None
    return goes_on and ends_sentence(block.text[offset:below])


def _is_between(above: Sequence[Text], block: Text, following: Text | None) -> bool:
    """Whether a block opens with the mark of a footnote, and the text above it stops in mid-sentence."""
    mark = None if isinstance(block, Heading) else read_footnote_mark(block.text)
    if mark is None or not _stops_midway(above[-1]):
        return False
    if mark == UNNUMBERED:
        return _goes_on(block, following)
    return _is_above(mark, above, line_at(block, 0))


def _stops_midway(block: Text) -> bool:
    """Whether a text has a clause and does not end: no heading, no label with its value, no footnote."""
    if isinstance(block, Heading | Note) or ends_sentence(block.text) or LABEL.match(block.text):
        return False
    return _CLAUSE.search(block.text) is not None


def _goes_on(block: Text, following: Text | None) -> bool:
    """Whether text goes on behind a note: its paragraph is below it, or a particle opens a later line of its own."""
    if any(CONTINUES.match(block.text[offset:]) for offset in block.breaks):
        return True
    return isinstance(following, Paragraph) and following.number is UNSET


def _is_above(mark: str, above: Sequence[Text], line: int) -> bool:
    """Whether a text of the same page has the mark of a footnote."""
    for block in reversed(above):
        if not block.lines or line - block.lines[-1] > FOOT.above:
            return False
        if not isinstance(block, Note) and has_footnote_mark(block.text, mark):
            return True
    return False


def _doubtful(block: Text, offset: int) -> Finding:
    """What is said of a line that may be a footnote and stays where it is."""
    return Finding(
        line=line_at(block, offset),
        kind="footnote",
        severity="warning",
        found=begin_of(block) if not offset else block.text[offset:][:SHOWN],
        message=say("message.footnote.doubtful"),
    )
