"""Which source line says a fact that is shown: a value of the first pages, a column, the day of force."""

from itertools import pairwise

from msgspec import UnsetType

from generator.lexicon.characters import squeeze
from generator.model import ContentsEntry, Document, Issue, Text
from generator.parse.issue.masthead import read_values
from generator.parse.plausibility.places import line_at

_VALUES = ("year", "number", "serial", "published", "publisher")


def lines_of_values(issue: Issue) -> dict[str, int]:
    """The line of the first pages that prints each value of an issue, the first of two that do so together.

    A value that no line gives when it is read by itself has none, as one that a person has set.
    """
    printed = [(line.line, line.text) for line in issue.masthead if line.text.strip()]
    alone = [(number, [text]) for number, text in printed]
    together = [(number, [text, below]) for (number, text), (_, below) in pairwise(printed)]
    found: dict[str, int] = {}
    for number, texts in (*alone, *together):
        read = read_values(texts, known_year=issue.year)
        for name in _VALUES:
            value = getattr(read, name)
            if value is not None and value == getattr(issue, name):
                found.setdefault(name, number)
    return found


def line_of_column(issue: Issue, document: Document, entry: ContentsEntry | None) -> int:
    """The line of the contents that names the column of a document, above or in its entry; 0 where none does."""
    if not (entry and entry.lines and document.column and entry.column == document.column):
        return 0
    first, column = entry.lines[0], squeeze(document.column)
    above = [
        line.line for line in issue.masthead if line.line <= first and column in squeeze(line.text)
    ]
    if above:
        return above[-1]
    return first if column in squeeze(entry.as_printed or "") else 0


def line_of_start(document: Document) -> int:
    """The line of the sentence that says from which day a document is in force; 0 where none was read."""
    effective = document.effective
    if isinstance(effective.at, UnsetType) or not effective.start or "from" not in effective.at:
        return 0
    place = effective.at["from"]
    block = document.parts[place.part].blocks[place.block]
    return line_at(block, place.start) if isinstance(block, Text) else 0
