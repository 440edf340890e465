"""Which source line says a fact that is shown: a value of the first pages, a column, the day of force."""

from bisect import bisect_right
from collections import defaultdict
from itertools import chain, pairwise

from msgspec import UnsetType

from generator.lexicon.characters import squeeze
from generator.lexicon.gazettes import read_column
from generator.model import Document, Issue, Text
from generator.parse.issue.masthead import read_values
from generator.parse.plausibility.places import line_at

_VALUES = ("year", "number", "serial", "special", "part", "published", "publisher")


def lines_of_values(issue: Issue) -> dict[str, int]:
    """The line of the first pages that prints each value of an issue, the first of two that do so together.

    A value that no line gives when it is read by itself has none, as one that a person has set.
    """
    wanted = {name: value for name in _VALUES if (value := getattr(issue, name)) is not None}
    printed = [(line.line, line.text) for line in issue.masthead if line.text.strip()]
    alone = ((number, [text]) for number, text in printed)
    together = ((number, [text, below]) for (number, text), (_, below) in pairwise(printed))
    found: dict[str, int] = {}
    for number, texts in chain(alone, together):
        if not wanted:
            break
        read = read_values(texts, known_year=issue.year)
        for name in [name for name, value in wanted.items() if getattr(read, name) == value]:
            found[name] = number
            del wanted[name]
    return found


def lines_of_columns(issue: Issue) -> dict[int, int]:
    """Sequence of a document → the line of the contents that names its column, above its entry or in it."""
    above: defaultdict[str, list[int]] = defaultdict(list)
    for line in issue.masthead:
        above[read_column(line.text) or squeeze(line.text)].append(line.line)
    columns = {document.sequence: document.column for document in issue.documents}
    found: dict[int, int] = {}
    for entry in issue.contents:
        if not (entry.document and entry.column and entry.lines):
            continue
        if columns.get(entry.document) != entry.column:
            continue
        first, column = entry.lines[0], squeeze(entry.column)
        lines = above.get(column, ())
        if nth := bisect_right(lines, first):
            found[entry.document] = lines[nth - 1]
        elif column in squeeze(entry.as_printed or ""):
            found[entry.document] = first
    return found


def line_of_start(document: Document) -> int:
    """The line of the sentence that says from which day a document is in force; 0 where none was read."""
    effective = document.effective
    if isinstance(effective.at, UnsetType) or not effective.start or "from" not in effective.at:
        return 0
    place = effective.at["from"]
    block = document.parts[place.part].blocks[place.block]
    return line_at(block, place.start) if isinstance(block, Text) else 0
