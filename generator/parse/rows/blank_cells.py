"""Blank cells where the rows of a table say what they are about, and one of them does not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.columns import (
    COUNT_HEADERS,
    NAMING_BESIDE_COUNT,
    NAMING_HEADER,
)
from generator.model import Document, Finding, Table
from generator.model.finding import FindingPlace
from generator.words.say import say


@dataclass(frozen=True, slots=True)
class BlankLimits:
    """When a blank cell is a doubt; in any other table it may be merged with the one above it."""

    rows: int = 8
    """Fewest counted rows."""
    share: float = 0.15
    """Highest share of blank cells in the column among them."""
    beside: int = 2
    """Fewest other cells of the row that say something, its count aside."""


BLANK = BlankLimits()


def said_lost(findings: Iterable[Finding]) -> Mapping[int, Sequence[str]]:
    """Source line → the texts behind which people say that text is lost."""
    lost: defaultdict[int, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.kind == "lost":
            lost[finding.line].append(squeeze(finding.found))
    return lost


def check_blank_cells(document: Document, lost: Mapping[int, Sequence[str]]) -> Iterator[Finding]:
    """What is said of the blank cells of counted rows in columns of names and contents.

    :param lost: what :func:`said_lost` has found: of a cell behind such a text nothing more is said
    """
    for index, part in enumerate(document.parts):
        for nth, block in enumerate(part.blocks):
            if not isinstance(block, Table):
                continue
            place = FindingPlace(document.sequence, part=index, block=nth)
            for row, column in find_blank_cells(block):
                finding = _finding(block, place, row, column)
                before = squeeze("".join(block.rows[row][:column]))
                if not any(map(before.endswith, lost.get(finding.line, ()))):
                    yield finding


def find_blank_cells(table: Table) -> Iterator[tuple[int, int]]:
    """Row, counted in the data, and column of each such cell."""
    header = [squeeze(cell) for cell in table.header[-1]] if table.header else [""]
    counted = [place for place, row in enumerate(table.rows) if squeeze(row[0]).isdecimal()]
    if header[0] not in COUNT_HEADERS or len(counted) < BLANK.rows:
        return
    for column, name in enumerate(header):
        if not (NAMING_HEADER.fullmatch(name) or NAMING_BESIDE_COUNT.fullmatch(name)):
            continue
        blank = [place for place in counted if not table.rows[place][column].strip()]
        if 0 < len(blank) <= len(counted) * BLANK.share:
            merged = _merged(table, column)
            yield from (
                (place, column)
                for place in blank
                if not merged[place + len(table.header)]
                and sum(map(bool, table.rows[place][1:])) >= BLANK.beside
            )


def _merged(table: Table, column: int) -> list[bool]:
    """For each row, the header counted, whether its cell in a column is a merged one or covered by one."""
    height = len(table.header) + len(table.rows)
    turns = [0] * (height + 1)
    for span in table.spans:
        if span.column <= column < span.column + span.columns and span.row < height:
            turns[span.row] += 1
            turns[min(span.row + span.rows, height)] -= 1
    return [depth > 0 for depth in accumulate(turns)]


def _finding(table: Table, place: FindingPlace, row: int, column: int) -> Finding:
    """What is said of a blank cell."""
    return Finding(
        line=table.row_lines[row] if row < len(table.row_lines) else 0,
        kind="cell-empty",
        severity="warning",
        message=say("message.cell-empty", column=squeeze(table.header[-1][column])),
        place=FindingPlace(place.document, part=place.part, block=place.block, row=row),
    )
