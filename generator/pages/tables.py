"""Tables as HTML: Markdown has no caption, no scope and no merged cells."""

from collections.abc import Iterator, Sequence

from generator.model import CellSpan, Table
from generator.pages.escape import escape_html
from generator.pages.marks import Mark, cut_marks, find_marks, inserts_of
from generator.pages.outline import PlacedBlock, Pointed

SEPARATOR = "\n"
"""Between the cells of a row while it is searched for marks."""


def table_html(table: Table, caption: str | None, placed: PlacedBlock, *, seen: bool = False) -> str:
    """A table in a region that scrolls and takes the keyboard.

    :param caption: the printed caption or the heading that names the table
    :param placed: its anchor and what was found in its rows
    :param seen: whether it stands above already, so that the caption is only for those who listen
    """
    label = escape_html(caption or "表格")
    place = _id(placed.anchor)
    headless = "" if _has_header(table) else ' class="headless"'
    lines = [f'<div class="table-scroll"{place} role="region" aria-label="{label}" tabindex="0">', f"<table{headless}>"]
    if caption:
        hidden = ' class="visually-hidden"' if seen else ""
        lines.append(f"<caption{hidden}>{label}</caption>")
    size = len(table.header)
    lines += _section("thead", _rows(table, placed, 0, size))
    lines += _section("tbody", _rows(table, placed, size, size + len(table.rows)))
    return "\n".join([*lines, "</table>", "</div>"])


def _has_header(table: Table) -> bool:
    """Whether a header is printed that says anything."""
    return any(cell.strip() for row in table.header for cell in row)


def _section(name: str, rows: Iterator[str]) -> list[str]:
    """The rows in ``thead`` or ``tbody``; nothing when there are none."""
    lines = list(rows)
    return [f"<{name}>", *lines, f"</{name}>"] if lines else []


def _rows(table: Table, placed: PlacedBlock, first: int, last: int) -> Iterator[str]:
    """The rows from ``first`` to before ``last``, counted over header and data together."""
    cells = (*table.header, *table.rows)
    spans = {(span.row, span.column): span for span in table.spans}
    covered = _covered(table.spans)
    for row in range(first, last):
        pointed = placed.rows.get(row - len(table.header), Pointed())
        marks = _cell_marks(cells[row], pointed)
        shown = [column for column in range(len(cells[row])) if (row, column) not in covered]
        head = row < len(table.header)
        line = (
            _cell(cells[row][column], marks[column], spans.get((row, column)), last - row, head=head)
            for column in shown
        )
        yield f"<tr{_id(pointed.anchor)}>{''.join(line)}</tr>"


def _id(anchor: str) -> str:
    """An ``id`` attribute, or nothing."""
    return f' id="{anchor}"' if anchor else ""


def _cell_marks(cells: Sequence[str], pointed: Pointed) -> list[tuple[Mark, ...]]:
    """The marks of each cell of a row; a reading must stand in the row as often as it was found, not in a cell."""
    marks = find_marks(SEPARATOR.join(cells), (0,), (), pointed.findings)
    found, start = [], 0
    for cell in cells:
        found.append(cut_marks(marks, start, start + len(cell)))
        start += len(cell) + len(SEPARATOR)
    return found


def _cell(text: str, marks: Sequence[Mark], span: CellSpan | None, rows_left: int, *, head: bool) -> str:
    """One cell; a header cell that says nothing is an ordinary one, and none reaches out of its section."""
    name, scope = ("th", ' scope="col"') if head and text.strip() else ("td", "")
    rows = min(span.rows, rows_left) if span else 1
    columns = span.columns if span else 1
    if scope and columns > 1:
        scope = ' scope="colgroup"'
    size = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    lines = text.strip().splitlines()
    content = "<br>".join(map(escape_html, lines)) if len(lines) > 1 else escape_html(text, inserts_of(marks))
    return f"<{name}{scope}{size}>{content}</{name}>"


def _covered(spans: tuple[CellSpan, ...]) -> set[tuple[int, int]]:
    """Cells that a merged cell covers, without its first."""
    return {
        (row, column)
        for span in spans
        for row in range(span.row, span.row + span.rows)
        for column in range(span.column, span.column + span.columns)
        if (row, column) != (span.row, span.column)
    }
