"""Tables as HTML: Markdown has no caption, no scope and no merged cells."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from generator.link.outline import PlacedBlock, Pointed, TextLink
from generator.model import CellSpan, Table
from generator.pages.escape import escape_html
from generator.pages.inline import inline
from generator.pages.marks import Mark, cut_marks, find_marks, inserts_of

SEPARATOR = "\n"
"""Between the cells of a row while it is searched for marks."""


def table_html(table: Table, caption: str | None, placed: PlacedBlock, *, seen: bool = False) -> str:
    """A table in a region that scrolls and takes the keyboard.

    :param caption: the printed caption or the heading that names the table
    :param placed: its anchor, what was found in its rows, and the links in its cells: a table with links is read as
        Markdown, which finds their addresses
    :param seen: whether it stands above already, so that the caption is only for those who listen
    """
    label = escape_html(caption or "表格")
    place = _id(placed.anchor)
    headless = "" if _has_header(table) else ' class="headless"'
    if placed.cell_links:
        return _linked_table(table, placed, caption, headless, seen=seen)
    lines = [f'<div class="table-scroll"{place} role="region" aria-label="{label}" tabindex="0">', f"<table{headless}>"]
    if caption:
        hidden = ' class="visually-hidden"' if seen else ""
        lines.append(f"<caption{hidden}>{label}</caption>")
    size = len(table.header)
    lines += _section("thead", _rows(table, placed, 0, size))
    lines += _section("tbody", _rows(table, placed, size, size + len(table.rows)))
    return "\n".join([*lines, "</table>", "</div>"])


def _linked_table(table: Table, placed: PlacedBlock, caption: str | None, headless: str, *, seen: bool) -> str:
    """A table whose cells are Markdown; its caption stands above it, as Markdown knows none."""
    label, as_blocks = escape_html(caption or "表格"), 'markdown="block"'
    size = len(table.header)
    lines = [f'<p class="caption" markdown="span">{inline(caption)}</p>\n'] if caption and not seen else []
    lines += [
        f'<div class="table-scroll"{_id(placed.anchor)} role="region" aria-label="{label}" tabindex="0" {as_blocks}>',
        f'<table{headless} aria-label="{label}" {as_blocks}>',
    ]
    for name, first, last in (("thead", 0, size), ("tbody", size, size + len(table.rows))):
        lines += _section(name, _rows(table, placed, first, last), f" {as_blocks}")
    return "\n".join([*lines, "</table>", "</div>"])


def _has_header(table: Table) -> bool:
    """Whether a header is printed that says anything."""
    return any(cell.strip() for row in table.header for cell in row)


def _section(name: str, rows: Iterator[str], more: str = "") -> list[str]:
    """The rows in ``thead`` or ``tbody``; nothing when there are none."""
    lines = list(rows)
    return [f"<{name}{more}>", *lines, f"</{name}>"] if lines else []


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
        texts = [_content(cells[row][column], marks[column], placed, row, column) for column in shown]
        read = "span" if placed.cell_links else ""
        line = (
            _cell(text, cells[row][column], spans.get((row, column)), last - row, head=head, read=read)
            for text, column in zip(texts, shown, strict=True)
        )
        as_blocks = ' markdown="block"' if read else ""
        yield f"<tr{_id(pointed.anchor)}{as_blocks}>{''.join(line)}</tr>"


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


def _cell(content: str, text: str, span: CellSpan | None, rows_left: int, *, head: bool, read: str) -> str:
    """One cell; a header cell that says nothing is an ordinary one, and none reaches out of its section.

    :param content: its text as HTML, or as Markdown that is read as ``read`` says
    """
    name, scope = ("th", ' scope="col"') if head and text.strip() else ("td", "")
    rows = min(span.rows, rows_left) if span else 1
    columns = span.columns if span else 1
    if scope and columns > 1:
        scope = ' scope="colgroup"'
    size = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    as_span = f' markdown="{read}"' if read else ""
    return f"<{name}{scope}{size}{as_span}>{content}</{name}>"


def _content(text: str, marks: Sequence[Mark], placed: PlacedBlock, row: int, column: int) -> str:
    """The text of a cell as HTML; as Markdown in a table with links."""
    lines = text.strip().splitlines()
    if not placed.cell_links:
        return "<br>".join(map(escape_html, lines)) if len(lines) > 1 else escape_html(text, inserts_of(marks))
    links: Sequence[TextLink] = placed.cell_links.get((row, column), ())
    if len(lines) <= 1:
        return inline(text, marks, links)
    ends = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    return "<br>".join(filter(None, (inline(text, (), links, start, end) for start, end in pairwise(ends))))


def _covered(spans: tuple[CellSpan, ...]) -> set[tuple[int, int]]:
    """Cells that a merged cell covers, without its first."""
    return {
        (row, column)
        for span in spans
        for row in range(span.row, span.row + span.rows)
        for column in range(span.column, span.column + span.columns)
        if (row, column) != (span.row, span.column)
    }
