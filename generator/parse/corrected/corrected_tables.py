"""Cells, columns and headers of tables that people said are right."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import msgspec

from generator.lexicon.characters import squeeze
from generator.model import CellSpan, Document, Finding, Table
from generator.parse.draft import Draft
from generator.read import Placed
from generator.read.corrections.notes import (
    correction_finding,
    failed_finding,
    finding_of_value,
    is_right_already,
    is_set_already,
)
from generator.words.say import say
from generator.words.wording import cut, join_names

LONGEST_NAME = 12
"""Longest name of a column that a refusal shows, in characters."""
MOST_NAMED = 20
"""Most columns that it names."""

Outcome = tuple[Table, list[Finding]]
"""The table as it is right, and the findings on it."""


class _Refused(Exception):
    """A table does not admit a correction; its argument is the finding that says why."""


class _At(NamedTuple):
    """A table in its issue."""

    document: int
    part: int
    block: int


SetBy = dict[tuple[_At, str], int]
"""What of a table people set → line of the correction."""


def correct_tables(draft: Draft) -> Draft:
    """The draft whose tables are as people said, with a finding on each correction."""
    waiting = [placed for placed in draft.waiting if placed.correction.operation in TABLE_EDITS]
    if not waiting:
        return draft
    documents, findings = list(draft.documents), list(draft.findings)
    firsts = [document.lines[0] for document in documents]
    set_by: SetBy = {}
    for placed in waiting:
        nth = bisect_right(firsts, placed.line) - 1
        at = _find_table(documents[nth], nth, placed.line) if nth >= 0 else None
        try:
            if at is None:
                raise _refuse(placed, say("message.unusable-correction.table"))
            table = documents[nth].parts[at.part].blocks[at.block]
            assert isinstance(table, Table)  # noqa: S101 - _find_table saw to it
            table, made = _correct_once(table, placed, at, set_by)
        except _Refused as refused:
            findings.append(refused.args[0])
            continue
        documents[nth] = _with_table(documents[nth], at, table)
        findings += made
    return replace(draft, documents=tuple(documents), findings=tuple(findings))


def _find_table(document: Document, nth: int, line: int) -> _At | None:
    """The table of a document that has a source line."""
    for place, part in enumerate(document.parts):
        for index, block in enumerate(part.blocks):
            if isinstance(block, Table) and line in block.lines:
                return _At(nth, place, index)
    return None


def _with_table(document: Document, at: _At, table: Table) -> Document:
    """The document with another table in the place of one."""
    parts = list(document.parts)
    blocks = list(parts[at.part].blocks)
    blocks[at.block] = table
    parts[at.part] = msgspec.structs.replace(parts[at.part], blocks=tuple(blocks))
    return msgspec.structs.replace(document, parts=tuple(parts))


def _refuse(placed: Placed, message: str) -> _Refused:
    """Why an entry is not made."""
    return _Refused(failed_finding(placed.correction, "unusable-correction", message))


def _correct_once(table: Table, placed: Placed, at: _At, set_by: SetBy) -> Outcome:
    """The table as a person said; what another correction has set is refused."""
    what = at, _what_is_set(table, placed)
    if what in set_by:
        raise _Refused(is_set_already(placed.correction, set_by[what]))
    outcome = TABLE_EDITS[placed.correction.operation](table, placed)
    set_by[what] = placed.correction.line
    return outcome


def _what_is_set(table: Table, placed: Placed) -> str:
    """What of a table a correction sets: the order of its columns, whether a row is a header, or a cell."""
    operation = placed.correction.operation
    if operation == "columns":
        return operation
    row = _find_row(table, placed)
    if operation == "header":
        return f"{operation} {row}"
    return f"{operation} {row} {_name_of(table, _find_column(table, placed))}"


def _set_cell(table: Table, placed: Placed) -> Outcome:
    """The right text of the cell that is in the quoted row and the named column."""
    correction = placed.correction
    row, column = _find_row(table, placed), _find_column(table, placed)
    rows = [list(cells) for cells in (*table.header, *table.rows)]
    before = rows[row][column]
    if _is_covered(table, row, column):
        raise _refuse(placed, say("message.unusable-correction.covered"))
    if before == correction.right:
        raise _Refused(is_right_already(correction))
    rows[row][column] = correction.right
    line = placed.line
    term = say("message.correction.cell", column=_name_of(table, column))
    finding = finding_of_value(correction, line, term, before, correction.right)
    return _with_rows(table, rows, len(table.header)), [finding]


def _name_of(table: Table, column: int) -> str:
    """What a column is called, or its number."""
    name = squeeze(table.header[-1][column]) if table.header else ""
    return name or str(column + 1)


def _list_columns(table: Table) -> str:
    """The names of all columns, or their numbers: 序号、任务、责任单位."""
    width = max((len(row) for row in (*table.header, *table.rows)), default=0)
    names = [cut(_name_of(table, column), LONGEST_NAME) for column in range(min(width, MOST_NAMED))]
    return join_names(names) + ("…" if width > MOST_NAMED else "")


def _find_row(table: Table, placed: Placed) -> int:
    """The row that the quoted text is in, header rows counted."""
    top = len(table.header)
    on_line = [
        place for place, line in enumerate(table.row_lines, top) if line == placed.line
    ] or _rows_around(table, placed.line)
    rows = (*table.header, *table.rows)
    quoted = squeeze(placed.correction.exact)
    holding = [place for place in on_line if quoted in squeeze("".join(rows[place]))]
    found = holding if len(holding) == 1 else on_line
    if len(found) != 1:
        raise _refuse(placed, say("message.unusable-correction.row"))
    return found[0]


def _rows_around(table: Table, line: int) -> Sequence[int]:
    """The rows that a line without a row of its own can belong to: the header, or the row above it."""
    top = len(table.header)
    above = bisect_right(table.row_lines, line)
    return range(top) if above == 0 else [top + above - 1]


def _find_column(table: Table, placed: Placed) -> int:
    """The column that an entry names, by its name or its number."""
    named = placed.correction.cell
    width = max((len(row) for row in (*table.header, *table.rows)), default=0)
    if isinstance(named, int):
        found = [named - 1] if named <= width else []
    else:
        name = squeeze(named or "")
        found = [
            column
            for column in range(width)
            if any(squeeze(row[column]) == name for row in table.header)
        ]
    if len(found) != 1:
        columns = _list_columns(table)
        raise _refuse(placed, say("message.unusable-correction.column", columns=columns))
    return found[0]


def _is_covered(table: Table, row: int, column: int) -> bool:
    """Whether a merged cell that begins elsewhere covers a cell."""
    return any(
        span.row <= row < span.row + span.rows
        and span.column <= column < span.column + span.columns
        and (span.row, span.column) != (row, column)
        for span in table.spans
    )


def _order_columns(table: Table, placed: Placed) -> Outcome:
    """The columns, their names and cells together, in the order that a person named."""
    correction = placed.correction
    names = [squeeze(cell) for cell in table.header[-1]] if table.header else []
    wanted = [squeeze(name) for name in correction.columns or ()]
    if len(set(names)) < len(names) or sorted(names) != sorted(wanted):
        columns = _list_columns(table)
        raise _refuse(placed, say("message.unusable-correction.columns", columns=columns))
    if names == wanted:
        raise _Refused(is_right_already(correction))
    order = [names.index(name) for name in wanted]
    spans = _order_spans(table, order, placed)
    whole = {span.row for span in table.spans if span.columns == len(order)}
    rows = [
        list(cells) if place in whole else [cells[column] for column in order]
        for place, cells in enumerate((*table.header, *table.rows))
    ]
    changed = msgspec.structs.replace(_with_rows(table, rows, len(table.header)), spans=spans)
    if isinstance(table.group, int):
        changed = msgspec.structs.replace(changed, group=order.index(table.group))
    return changed, _findings_on_rows(table, placed)


def _findings_on_rows(table: Table, placed: Placed) -> list[Finding]:
    """What is reported of columns in another order: their names, and each further line with the line alone."""
    correction, what = placed.correction, say("message.correction.columns")
    named = correction_finding(correction, placed.line, what, " ".join(table.header[-1]))
    others = [line for line in dict.fromkeys(table.lines) if line != placed.line]
    return [named, *(correction_finding(correction, line, what, "") for line in others)]


def _order_spans(table: Table, order: list[int], placed: Placed) -> tuple[CellSpan, ...]:
    """The merged cells where their columns are now; one over some of the columns only admits no order."""
    spans: list[CellSpan] = []
    for span in table.spans:
        if span.columns == 1:
            spans.append(msgspec.structs.replace(span, column=order.index(span.column)))
        elif span.columns == len(order):
            spans.append(span)
        else:
            raise _refuse(placed, say("message.unusable-correction.merged"))
    return tuple(spans)


def _set_header(table: Table, placed: Placed) -> Outcome:
    """The quoted row names the columns, or is a row like others."""
    correction = placed.correction
    row, top = _find_row(table, placed), len(table.header)
    if correction.header == (row < top):
        raise _Refused(is_right_already(correction))
    if correction.header and row != top:
        raise _refuse(placed, say("message.unusable-correction.header"))
    if not correction.header and _has_joined(table):
        raise _refuse(placed, say("message.unusable-correction.joined"))
    rows = [list(cells) for cells in (*table.header, *table.rows)]
    what = (
        say("message.correction.header")
        if correction.header
        else say("message.correction.no-header")
    )
    shown = " ".join(filter(None, rows[row]))
    top_now = row + 1 if correction.header else row
    lines = (
        table.row_lines[1:]
        if correction.header
        else (*_header_lines(table)[row:], *table.row_lines)
    )
    changed = msgspec.structs.replace(_with_rows(table, rows, top_now), row_lines=lines)
    return changed, [correction_finding(correction, placed.line, what, shown)]


def _has_joined(table: Table) -> bool:
    """Whether lines below the first row are no rows: a header printed again, which no row would hold."""
    first = table.row_lines[0] if table.row_lines else 0
    of_rows = set(table.row_lines)
    return any(line > first and line not in of_rows for line in table.lines)


def _header_lines(table: Table) -> tuple[int, ...]:
    """The source line of each header row; the first line of the table for rows that share some."""
    first = table.row_lines[0] if table.row_lines else table.lines[-1] + 1
    above = tuple(line for line in table.lines if line < first)
    top = len(table.header)
    return above if len(above) == top else (table.lines[0],) * top


def _with_rows(table: Table, rows: Sequence[Sequence[str]], top: int) -> Table:
    """The table with these rows, the first of which are its header."""
    cells = [tuple(row) for row in rows]
    return msgspec.structs.replace(table, header=tuple(cells[:top]), rows=tuple(cells[top:]))


TABLE_EDITS: dict[str, Callable[[Table, Placed], Outcome]] = {
    "cell": _set_cell,
    "columns": _order_columns,
    "header": _set_header,
}
"""Operation of an entry → what it does to the table that holds its quote."""
