"""Tables as HTML: Markdown has no caption, no scope and no merged cells."""

from collections.abc import Iterable, Sequence

from generator.model import CellSpan, Table
from generator.pages.escape import escape_html
from generator.pages.marks import Mark, cut_marks, find_marks, inserts_of
from generator.pages.outline import PlacedBlock, Pointed
from generator.pages.table_heads import Heads

SEPARATOR = "\n"
"""Between the cells of a row while it is searched for marks."""


def table_html(table: Table, caption: str | None, placed: PlacedBlock, *, seen: bool = False) -> str:
    """A table in a region that scrolls and takes the keyboard.

    :param caption: the printed caption or the heading that names the table
    :param placed: its anchor and what was found in its rows
    :param seen: whether it stands above already, so that the caption is only for those who listen
    """
    heads = Heads(table)
    label = escape_html(caption or "表格")
    names = "table-scroll stacked" if heads.stacked else "table-scroll"
    headless = "" if _has_header(table) else ' class="headless"'
    lines = [
        f'<div class="{names}"{_id(placed.anchor)} role="region" aria-label="{label}" tabindex="0">',
        f"<table{headless}>",
    ]
    if caption:
        hidden = ' class="visually-hidden"' if seen else ""
        lines.append(f"<caption{hidden}>{label}</caption>")
    lines += [f'<colgroup span="{columns}"></colgroup>' for columns in heads.column_groups()]
    lines += _section("thead", heads, placed, range(len(table.header)))
    for rows in heads.row_groups():
        lines += _section("tbody", heads, placed, rows)
    return "\n".join([*lines, "</table>", "</div>"])


def _has_header(table: Table) -> bool:
    """Whether a header is printed that says anything."""
    return any(cell.strip() for row in table.header for cell in row)


def _section(name: str, heads: Heads, placed: PlacedBlock, rows: range) -> list[str]:
    """The rows in ``thead`` or ``tbody``; nothing when there are none."""
    covered = _covered(heads.table.spans)
    lines = []
    for row in rows:
        pointed = placed.rows.get(row - heads.body.start, Pointed())
        marks = _cell_marks(heads.cells[row], pointed)
        shown = (column for column in range(len(heads.cells[row])) if (row, column) not in covered)
        cells = (_cell(heads, (row, column), marks[column], rows.stop - row) for column in shown)
        lines.append(f"<tr{_id(pointed.anchor)}>{''.join(cells)}</tr>")
    return [f"<{name}>", *lines, f"</{name}>"] if lines else []


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


def _cell(heads: Heads, place: tuple[int, int], marks: Sequence[Mark], rows_left: int) -> str:
    """One cell; a header cell that says nothing is an ordinary one, and none reaches out of its section."""
    (row, column), span = place, heads.spans.get(place)
    scope = heads.scope(row, column)
    name = "th" if scope else "td"
    attributes = (
        ("scope", scope),
        ("rowspan", _size(min(span.rows, rows_left) if span else 1)),
        ("colspan", _size(span.columns if span else 1)),
        ("data-label", escape_html(heads.label(row, column))),
    )
    written = "".join(f' {key}="{value}"' for key, value in attributes if value)
    return f"<{name}{written}>{_content(heads.cells[row][column], marks)}</{name}>"


def _content(text: str, marks: Sequence[Mark]) -> str:
    """The text of a cell, its lines kept apart."""
    lines = text.strip().splitlines()
    return "<br>".join(map(escape_html, lines)) if len(lines) > 1 else escape_html(text, inserts_of(marks))


def _size(cells: int) -> str:
    """How many cells a merged one covers; nothing for an ordinary one."""
    return str(cells) if cells > 1 else ""


def _covered(spans: Iterable[CellSpan]) -> set[tuple[int, int]]:
    """Cells that a merged cell covers, without its first."""
    return {
        (row, column)
        for span in spans
        for row in range(span.row, span.row + span.rows)
        for column in range(span.column, span.column + span.columns)
        if (row, column) != (span.row, span.column)
    }
