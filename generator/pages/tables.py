"""Tables as HTML: Markdown has no caption, no scope and no merged cells."""

from collections.abc import Iterable

from generator.model import CellSpan, Table
from generator.pages.escape import escape_html
from generator.pages.table_heads import Heads


def table_html(table: Table, caption: str | None, *, seen: bool = False) -> str:
    """A table in a region that scrolls and takes the keyboard.

    :param caption: the printed caption or the heading that names the table
    :param seen: whether it stands above already, so that the caption is only for those who listen
    """
    heads = Heads(table)
    label = escape_html(caption or "表格")
    name = "table-scroll stacked" if heads.stacked else "table-scroll"
    lines = [f'<div class="{name}" role="region" aria-label="{label}" tabindex="0">', "<table>"]
    if caption:
        hidden = ' class="visually-hidden"' if seen else ""
        lines.append(f"<caption{hidden}>{label}</caption>")
    lines += [f'<colgroup span="{columns}"></colgroup>' for columns in heads.column_groups()]
    lines += _section("thead", heads, range(len(table.header)))
    for rows in heads.row_groups():
        lines += _section("tbody", heads, rows)
    return "\n".join([*lines, "</table>", "</div>"])


def _section(name: str, heads: Heads, rows: range) -> list[str]:
    """The rows in ``thead`` or ``tbody``; nothing when there are none."""
    covered = _covered(heads.table.spans)
    lines = []
    for row in rows:
        shown = (column for column in range(len(heads.cells[row])) if (row, column) not in covered)
        lines.append(f"<tr>{''.join(_cell(heads, row, column, rows.stop - row) for column in shown)}</tr>")
    return [f"<{name}>", *lines, f"</{name}>"] if lines else []


def _cell(heads: Heads, row: int, column: int, rows_left: int) -> str:
    """One cell; a header cell that says nothing is an ordinary one, and none reaches out of its section."""
    span, scope = heads.spans.get((row, column)), heads.scope(row, column)
    name = "th" if scope else "td"
    label = heads.labels[column] if heads.stacked and row in heads.body else ""
    attributes = (
        ("scope", scope),
        ("rowspan", _size(min(span.rows, rows_left) if span else 1)),
        ("colspan", _size(span.columns if span else 1)),
        ("data-label", escape_html(label)),
    )
    written = "".join(f' {key}="{value}"' for key, value in attributes if value)
    content = "<br>".join(escape_html(line) for line in heads.text(row, column).splitlines())
    return f"<{name}{written}>{content}</{name}>"


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
