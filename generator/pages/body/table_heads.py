"""Which cells of a table are headers, and of what: only what the table itself makes certain.

A column at the left names its rows when its header says so (名称, 任务 …), however long the names are, and where
nothing counts the rows its cells are all different; the count (序号) does only where nothing else can.
A merged cell at the left names the rows beside it; a row of one merged cell those below it. Scopes
follow HTML: ``colgroup`` and ``rowgroup`` need a ``<colgroup>`` and a ``<tbody>`` of their own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise, product

from msgspec import UnsetType

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.columns import (
    COUNT_HEADERS,
    NAME_HEADERS,
    NAMING_BESIDE_COUNT,
    NAMING_HEADER,
)
from generator.model import CellSpan, Table

NAMING_AMONG = 3
"""First columns among which that which names the rows is searched for."""
LONGEST_NAME = 20
"""Longest cell that names its row where the header does not say that it does (内容), in characters."""
STACK_FROM = 22
"""Characters that a row needs before a phone shows its cells one below the other."""
_WIDEST = 12
"""Characters of a cell that count for the width of its column; longer ones wrap."""


def _is_short(text: str) -> bool:
    """Whether a cell is a name whatever its column is called."""
    return len(text) <= LONGEST_NAME


@dataclass(frozen=True)
class Heads:
    """The header cells of a table."""

    table: Table

    @cached_property
    def spans(self) -> Mapping[tuple[int, int], CellSpan]:
        """The merged cells by row and column of their first cell."""
        return {(span.row, span.column): span for span in self.table.spans}

    @cached_property
    def covered(self) -> frozenset[tuple[int, int]]:
        """Cells that a merged cell covers, without its first."""
        covered: set[tuple[int, int]] = set()
        for span in self.table.spans:
            rows = range(span.row, span.row + span.rows)
            columns = range(span.column, span.column + span.columns)
            covered |= set(product(rows, columns)) - {(span.row, span.column)}
        return frozenset(covered)

    @cached_property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        """Header and data together, as rows are counted here."""
        return (*self.table.header, *self.table.rows)

    @cached_property
    def group(self) -> int | None:
        """The column with the name of the first group of rows, in the first row of the header."""
        return None if isinstance(self.table.group, UnsetType) else self.table.group

    @cached_property
    def names(self) -> range:
        """Numbers of the rows that name the columns."""
        return range(0 if self.group is None else 1, len(self.table.header))

    @cached_property
    def body(self) -> range:
        """Numbers of the rows below the header."""
        first = len(self.table.header)
        return range(first, first + len(self.table.rows))

    @cached_property
    def width(self) -> int:
        """How many columns there are."""
        return max(map(len, self.cells), default=0)

    def text(self, row: int, column: int) -> str:
        """The text of a cell."""
        cells = self.cells[row]
        return cells[column].strip() if column < len(cells) else ""

    def scope(self, row: int, column: int) -> str:
        """``col``, ``colgroup``, ``row`` or ``rowgroup``; empty for a cell of data."""
        span = self.spans.get((row, column))
        if not self.text(row, column):
            return ""
        if row in self.names:
            return self._scope_over_columns(row, span)
        if self._names_section(row):
            return "rowgroup"
        if column not in self.naming_columns:
            return ""
        return "rowgroup" if column == 0 and span and span.rows > 1 else "row"

    def _scope_over_columns(self, row: int, span: CellSpan | None) -> str:
        """Whether a cell of the header names one column, or as the first row can, several."""
        is_wide = span is not None and span.columns > 1
        return "colgroup" if is_wide and row == self.names.start else "col"

    @cached_property
    def naming_columns(self) -> frozenset[int]:
        """The column at the left that names the rows, the count only where no other does."""
        named = self._column_beside_count()
        if named is not None:
            return frozenset({named})
        if any(map(self._names_rows_beside, self.table.spans)):
            return frozenset({0})
        is_named = self._is_named(0, NAME_HEADERS) or self._is_named(0, COUNT_HEADERS)
        return frozenset({0} if is_named else ())

    def _column_beside_count(self) -> int | None:
        """The column that names the rows where the first one counts them: 序号, 名称."""
        if not self.table.header or self._header(0) not in COUNT_HEADERS:
            return None
        columns = range(1, min(NAMING_AMONG, self.width))
        named = [column for column in columns if NAMING_HEADER.fullmatch(self._header(column))]
        header = self._header(1) if columns else ""
        named += [1] if header in NAME_HEADERS else []
        beside = [1] if NAMING_BESIDE_COUNT.fullmatch(header) else []
        short = (column for column in (*named, *beside) if self._holds_names(column))
        said = (column for column in named if self._filled(column))
        return next(chain(short, said), None)

    def _header(self, column: int) -> str:
        """The name of a column."""
        return squeeze(self.text(len(self.table.header) - 1, column))

    def _holds_names(self, column: int) -> bool:
        """Whether a column has short names and nothing else; one that is printed once for many rows too."""
        filled = self._filled(column)
        return bool(filled) and all(map(_is_short, filled))

    def _filled(self, column: int) -> list[str]:
        """The cells of a column in the body that say something."""
        cells = (self.text(row, column) for row in self.body if not self._names_section(row))
        return list(filter(None, cells))

    def _names_rows_beside(self, span: CellSpan) -> bool:
        """Whether a merged cell at the left of the body names the rows beside it."""
        return span.column == 0 and span.rows > 1 and span.row in self.body

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The header of each column where each has just one of its own.

        Above it may be a line of words.
        """
        if not self.table.header or not self._is_plain_header():
            return ()
        if not all(map(self._keeps_columns, self.table.spans)):
            return ()
        labels = tuple(map(squeeze, self.table.header[-1]))
        return labels if all(labels) else ()

    def _is_plain_header(self) -> bool:
        """Whether the last row of the header has a cell for each column.

        Each row above it has one text at most.
        """
        *above, last = self.table.header
        texts = (list(filter(str.strip, row)) for row in above)
        return len(last) == self.width and all(len(row) <= 1 for row in texts)

    def _keeps_columns(self, span: CellSpan) -> bool:
        """Whether a merged cell leaves each column under its own header.

        It does so in the body, and where it is of one column or of a section.
        """
        return span.row in self.body and (span.columns <= 1 or self._names_section(span.row))

    def label(self, row: int, column: int) -> str:
        """What a phone shows before a cell of a table that it stacks; else nothing."""
        labelled = self.stacked and row in self.body and not self._names_section(row)
        return self.labels[column] if labelled and column < self.width else ""

    @cached_property
    def stacked(self) -> bool:
        """Whether a phone shows each row as a list of labelled cells.

        The row is then too wide for its screen.
        """
        if not self.labels or self.width <= 2:
            return False
        return sum(map(self._width_of, range(self.width))) > STACK_FROM

    def _width_of(self, column: int) -> int:
        """How many characters a column needs in the body."""
        longest = max((len(self.text(row, column)) for row in self.body), default=0)
        return min(longest, _WIDEST)

    def column_groups(self) -> list[int]:
        """Columns under each cell of the first header row; nothing when none is merged."""
        if not self.table.header:
            return []
        first = self.names.start
        merged = [span.columns for span in self.table.spans if span.row == first]
        if max(merged, default=1) == 1:
            return []
        groups, column = [], 0
        while column < self.width:
            span = self.spans.get((first, column))
            groups.append(span.columns if span else 1)
            column += groups[-1]
        return groups

    def row_groups(self) -> Iterator[range]:
        """The rows of each ``<tbody>``.

        A new one begins with every header of a group, and after its end.
        """
        begins = {self.body.start} if self.body else set()
        for row in self.body:
            span = self.spans.get((row, 0))
            if span is None or not self.text(row, 0):
                continue
            after = row + span.rows
            if self._names_section(row):
                begins.add(row)
            elif span.rows > 1:
                begins |= {row, after} if after in self.body else {row}
        starts = sorted(begins)
        for start, stop in pairwise([*starts, self.body.stop]):
            yield range(start, stop)

    def _names_section(self, row: int) -> bool:
        """Whether a row of data is one cell across the whole table."""
        span = self.spans.get((row, 0))
        return span is not None and span.columns >= self.width > 1

    def _is_named(self, column: int, names: frozenset[str]) -> bool:
        """Whether a column has such a header and its cells are names, all different."""
        if column >= self.width or not self.table.header:
            return False
        if self._header(column) not in names:
            return False
        cells = [self.text(row, column) for row in self.body if not self._names_section(row)]
        all_differ = len(set(cells)) == len(cells)
        return bool(cells) and all_differ and all(cells)
