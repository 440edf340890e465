"""The cells of a table against those of its lines: a text may not be in another cell of its row."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from generator.model import CellSpan, Issue, Table
from generator.model.document import tables_of
from generator.proof.edits import Edit, edits_of
from generator.proof.visible_text import visible

_BAR = re.compile(r"(?<!\\)\|")
"""A bar between two cells; one behind a backslash is text."""
Cells = tuple[str, ...]
"""The visible characters of the cells of a row, without empty ones at its end."""
Rows = Mapping[int, Sequence[Cells]]
"""Source line → the cells of each row that it prints."""


def rows_of(printed: Iterable[tuple[int, str]]) -> dict[int, list[Cells]]:
    """The cells of the lines that a source cuts into cells by bars or tabs."""
    rows: defaultdict[int, list[Cells]] = defaultdict(list)
    for number, text in printed:
        bare = text.strip()
        if bare[:1] == bare[-1:] == "|" and len(bare) > 1:
            rows[number].append(_cells(_BAR.split(bare[1:-1])))
        elif "\t" in text:
            rows[number].append(_cells(text.split("\t")))
        else:
            rows[number].append(())
    return rows


def find_moved_cells(issue: Issue, rows: Rows) -> Iterator[tuple[int, str]]:
    """The line and the cells of each row whose texts are in other cells than its line has them.

    A table is passed over that people corrected, and a row that was made of several lines.
    """
    edits = edits_of(issue.findings)
    lines = {line: _line_of(cells) for line, cells in rows.items() if any(cells)}
    corrected = {finding.line for finding in issue.findings if finding.kind == "correction"}
    for table in chain.from_iterable(map(tables_of, issue.documents)):
        if not corrected.isdisjoint(table.lines):
            continue
        grid = _grid_of(table)
        for line, nth in (*_header_lines(table, rows), *_row_lines(table)):
            if not _is_printed(grid, nth, lines.get(line, _NOTHING), edits.get(line, ())):
                yield line, "".join(grid.rows[nth])


def lines_of_tables(issue: Issue) -> set[int]:
    """The lines that the tables of an issue were made of."""
    tables = chain.from_iterable(map(tables_of, issue.documents))
    return {line for table in tables for line in (*table.lines, *table.row_lines)}


class _Line(NamedTuple):
    """The rows that a line prints."""

    printed: int
    by_text: Mapping[str, Collection[Cells]]
    """Characters of a row → the rows of these characters, each once; rows without text are left out."""


_NOTHING = _Line(0, {})


def _line_of(rows: Sequence[Cells]) -> _Line:
    """The rows of a line; thousands may stand on one, and each is looked for among those of its text."""
    by_text: defaultdict[str, dict[Cells, None]] = defaultdict(dict)
    for row in filter(None, rows):
        by_text["".join(row)][row] = None
    return _Line(len(rows), by_text)


class _Grid(NamedTuple):
    """The rows of a table with the header."""

    rows: Sequence[Cells]
    width: int
    """Cells of the longest row."""
    merged: Mapping[int, Sequence[CellSpan]]
    """Row → its cells that are merged with others of it."""


def _grid_of(table: Table) -> _Grid:
    """The rows of a table, each looked at once."""
    rows = (*table.header, *table.rows)
    merged: defaultdict[int, list[CellSpan]] = defaultdict(list)
    for span in table.spans:
        if span.columns > 1:
            merged[span.row].append(span)
    return _Grid(list(map(_cells, rows)), max(map(len, rows), default=0), merged)


def _header_lines(table: Table, rows: Rows) -> Iterator[tuple[int, int]]:
    """The line and the place of each header row, where as many lines with cells are above the rows."""
    first = table.row_lines[0] if table.row_lines else 0
    above = [
        line for line in table.lines if line < first and any(map(_has_text, rows.get(line, ())))
    ]
    if len(above) == len(table.header):
        yield from ((line, nth) for nth, line in enumerate(above))


def _has_text(row: Cells) -> bool:
    """Whether a row is more than a rule: ``|---|:-:|``."""
    return bool("".join(row).strip("-:"))


def _row_lines(table: Table) -> Iterator[tuple[int, int]]:
    """The line and the place of each row that has a line of its own; header rows are counted."""
    if len(table.row_lines) != len(table.rows):
        return
    starts = set(table.row_lines)
    further = {line - 1 for line in table.lines if line not in starts}
    for nth, line in enumerate(table.row_lines, len(table.header)):
        if line not in further:
            yield line, nth


def _is_printed(grid: _Grid, nth: int, line: _Line, edits: Sequence[Edit]) -> bool:
    """Whether a row of a line has the texts of a row in the same cells; a line without cells says nothing."""
    held = grid.rows[nth]
    alike = line.by_text.get("".join(held), ())
    if any(_joined(row, grid, nth) == held for row in alike):
        return True
    if line.printed > 1 or not line.by_text:
        return not alike
    ((only,),) = line.by_text.values()
    row = _joined(only, grid, nth)
    cells = [*held, *[""] * (len(row) - len(held))]
    gone = Counter("".join(edit.found for edit in edits))
    come = Counter("".join(edit.correct for edit in edits))
    return len(cells) == len(row) and all(
        Counter(one) - Counter(other) <= gone and Counter(other) - Counter(one) <= come
        for one, other in zip(row, cells, strict=True)
        if one != other
    )


def _joined(row: Cells, grid: _Grid, nth: int) -> Cells:
    """The cells of a line as a table has them: those that a merged one covers are in the first of these."""
    cells = list(row)
    for span in grid.merged.get(nth, ()):
        end = span.column + span.columns
        end = len(cells) if end >= grid.width else end
        covered = cells[span.column : end]
        cells[span.column : end] = ["".join(covered), *[""] * (len(covered) - 1)]
    return _cells(cells)


def _cells(texts: Sequence[str]) -> Cells:
    """The visible characters of some cells, without empty ones at the end."""
    cells = [visible(text) for text in texts]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)
