"""Rows of words that only blanks set apart and that nothing divides: kept as printed, and reported."""

from collections.abc import Iterator

from generator.lexicon.characters import BETWEEN
from generator.lexicon.expressions.stops import SPOKEN_STOPS
from generator.lexicon.names import is_officer
from generator.lexicon.organs import is_organ
from generator.lexicon.roles import ends_unit
from generator.model import Document, Finding, Item, Paragraph, Part
from generator.parse.rows.listed_titles import ends_entry
from generator.parse.rows.persons import is_columns, is_seated
from generator.words.say import say

_ROW_STOPS = frozenset(SPOKEN_STOPS) - frozenset("、：:“”《》")
"""What no row has; a label, a title and 、 between posts may be in one."""


def check_rows(document: Document) -> Iterator[Finding]:
    """A finding on the first of rows below one another that could not be divided."""
    for part in document.parts:
        yield from _check_part(part)


def _check_part(part: Part) -> Iterator[Finding]:
    """The findings on the rows of a part."""
    above = False
    for block in part.blocks:
        row = block.text if isinstance(block, Paragraph | Item) and not block.lead else ""
        undivided = BETWEEN in row and _is_undivided(row)
        if undivided and not above:
            yield _undivided(block.lines[0], row)
        above = undivided


def _undivided(line: int, row: str) -> Finding:
    """What is said of a row that could not be divided."""
    return Finding(
        line=line,
        kind="row-undivided",
        severity="warning",
        found=row,
        message=say("message.row-undivided"),
    )


def _is_undivided(text: str) -> bool:
    """Whether a text is a row of which it is not certain what its words are.

    No sentence is one, nor organs, nor a title cited, nor labels each with its value: ``联系人：王某某　电话：5551234``,
    nor one person with an office: ``市长　王某某``, ``赵某某　市教育局局长``.
    """
    if not _ROW_STOPS.isdisjoint(text) or ends_entry(text):
        return False
    if (is_officer(text) or is_seated(text)) and not is_columns(text):
        return False
    if all("：" in word for word in text.split(BETWEEN)):
        return False
    _, colon, rest = text.rpartition("：")
    words = (rest if colon else text).split(BETWEEN)
    return not all(is_organ(word) or ends_unit(word) for word in words)
