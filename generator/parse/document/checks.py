"""What the source itself says wrong, and what could not be placed: kept as printed, and reported."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.lexicon.characters import squeeze
from generator.model import Document, Finding, Table, TextLine
from generator.model.document import tables_of
from generator.parse.document.scrambled import check_cells
from generator.parse.draft import Draft
from generator.parse.owned_lines import find_owned, in_print_order
from generator.parse.rows.blank_cells import check_blank_cells, said_lost
from generator.parse.rows.sense import Pairs
from generator.parse.rows.undivided import check_rows
from generator.parse.text.fused_columns import find_fused_columns
from generator.read import Line
from generator.words.say import say


def check_documents(draft: Draft) -> Draft:
    """The draft with findings on its documents and on lines that belong to nothing."""
    remarks: list[Finding] = []
    pairs = Pairs(line.text for line in draft.lines)
    printed, lost = _Printed(draft.lines), said_lost(draft.findings)
    for document in draft.documents:
        remarks += check_cells(document, pairs)
        remarks += check_blank_cells(document, lost)
        remarks += check_rows(document)
        remarks += _check_joined(document, printed)
    remarks += find_fused_columns(draft.lines, draft.documents)
    front, unplaced = _unplaced(draft)
    return replace(draft, findings=(*draft.findings, *remarks, *unplaced), front=front)


def _check_joined(document: Document, printed: "_Printed") -> Iterator[Finding]:
    """Tables whose header is printed again on a further page."""
    for table in tables_of(document):
        if len(table.lines) == len(table.header) + len(table.row_lines):
            continue
        for line in _headers_again(table, printed):
            yield _joined(line.number, _header_again(table, line))
        for number in _joined_lines(table):
            yield _joined(number, _header_again(table, printed.last.get(number)))


def _joined(number: int, found: str) -> Finding:
    """What is said of a line that became part of a table without being a row of it.

    :param found: the header that it prints again; empty for the rest of a cell
    """
    return Finding(
        line=number,
        kind="table-joined",
        severity="info",
        found=found,
        message=say(f"message.table-joined.{'header' if found else 'cell'}"),
    )


def _header_again(table: Table, line: Line | None) -> str:
    """The text of a line that prints the header of a table once more; empty for the rest of a cell."""
    cells = list(filter(None, line.cells)) if line else []
    header = {squeeze(cell) for row in table.header for cell in row}
    again = sum(squeeze(cell) in header for cell in cells)
    return " ".join(cells) if cells and again * 2 >= len(cells) else ""


class _Printed:
    """The lines of an issue by their numbers, of which several lines of a page may have one."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.last: dict[int, Line] = {}
        self.often: Counter[int] = Counter()
        self._rows: defaultdict[tuple[int, tuple[str, ...]], list[Line]] = defaultdict(list)
        for line in lines:
            self.last[line.number] = line
            self.often[line.number] += 1
            if line.cells:
                self._rows[line.number, _names(line.cells)].append(line)

    def headers(self, table: Table, number: int) -> Sequence[Line]:
        """The rows with a number that print the last row of the header of a table."""
        names = _names(table.header[-1]) if table.header else ()
        return self._rows.get((number, names), ()) if names else ()


def _names(cells: Iterable[str]) -> tuple[str, ...]:
    """What the cells of a row hold, blanks aside."""
    return tuple(filter(None, map(squeeze, cells)))


def _headers_again(table: Table, printed: _Printed) -> Iterator[Line]:
    """The lines that print the header once more above the first row, or on a line that has rows too."""
    of_rows = set(table.row_lines)
    first = next(iter(table.row_lines), 0)
    left = Counter(table.lines)
    left.subtract(table.row_lines)
    left.subtract(table.lines[: len(table.header)])
    for number, times in left.items():
        if times <= 0 or (number > first and number not in of_rows):
            continue
        if printed.often[number] == 1:
            yield from [printed.last[number]] if _header_again(table, printed.last[number]) else ()
        else:
            yield from printed.headers(table, number)[1:][:times]


def _joined_lines(table: Table) -> list[int]:
    """The lines below the first row of a table that are no rows of it: a header once more, the rest of a cell.

    Below the header, where the table has no rows.
    """
    above = table.row_lines[:1] or table.lines[: len(table.header)][-1:]
    of_rows = set(table.row_lines)
    return [line for line in table.lines if above and line > above[0] and line not in of_rows]


def _unplaced(draft: Draft) -> tuple[tuple[TextLine, ...], list[Finding]]:
    """Lines before the first document join the first pages; any other line that belongs to nothing is an error."""
    owned = find_owned(draft)
    first = draft.documents[0].lines[0] if draft.documents else 0
    front, findings = list(draft.front), []
    for place, line in enumerate(draft.lines):
        if owned.has(place, line):
            continue
        if line.number <= first:
            front.append(TextLine(line.number, line.text))
        else:
            findings.append(_unplaced_line(line))
    return in_print_order(front, draft.lines), findings


def _unplaced_line(line: Line) -> Finding:
    """What is said of a line that belongs to nothing."""
    return Finding(
        line=line.number,
        kind="unplaced",
        severity="error",
        found=line.text,
        message=say("message.unplaced"),
    )
