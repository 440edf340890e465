"""Tables as HTML: Markdown has no caption, no scope and no merged cells."""

from collections.abc import Iterator, Mapping, Sequence

from generator.link.outline import TextLink
from generator.model import CellSpan, Table
from generator.pages.escape import escape_html
from generator.pages.inline import inline

CellLinks = Mapping[tuple[int, int], Sequence[TextLink]]
"""Links by row, header rows counted, and column."""


def table_html(table: Table, caption: str | None, *, seen: bool = False, links: CellLinks | None = None) -> str:
    """A table in a region that scrolls and takes the keyboard.

    :param caption: the printed caption or the heading that names the table
    :param seen: whether it stands above already, so that the caption is only for those who listen
    :param links: links in its cells; only then is the table read as Markdown, which finds their addresses
    """
    if links:
        return _linked_table(table, caption, links, seen=seen)
    label = escape_html(caption or "表格")
    lines = [f'<div class="table-scroll" role="region" aria-label="{label}" tabindex="0">', "<table>"]
    if caption:
        hidden = ' class="visually-hidden"' if seen else ""
        lines.append(f"<caption{hidden}>{label}</caption>")
    lines += _section("thead", _rows(table, 0, len(table.header)))
    lines += _section("tbody", _rows(table, len(table.header), len(table.header) + len(table.rows)))
    return "\n".join([*lines, "</table>", "</div>"])


def _linked_table(table: Table, caption: str | None, links: CellLinks, *, seen: bool) -> str:
    """A table whose cells are Markdown; its caption stands above it, as Markdown knows none."""
    label = escape_html(caption or "表格")
    shown = [f'<p class="caption" markdown="span">{inline(caption)}</p>'] if caption and not seen else []
    lines = [
        *shown,
        f'<div class="table-scroll" role="region" aria-label="{label}" tabindex="0" markdown="block">',
        f'<table aria-label="{label}" markdown="block">',
    ]
    size = len(table.header)
    for name, rows in (("thead", range(size)), ("tbody", range(size, size + len(table.rows)))):
        found = [line.replace("<tr>", '<tr markdown="block">') for line in _rows(table, rows.start, rows.stop, links)]
        lines += [f'<{name} markdown="block">', *found, f"</{name}>"] if found else []
    return "\n".join([*lines, "</table>", "</div>"])


def _section(name: str, rows: Iterator[str]) -> list[str]:
    """The rows in ``thead`` or ``tbody``; nothing when there are none."""
    lines = list(rows)
    return [f"<{name}>", *lines, f"</{name}>"] if lines else []


def _rows(table: Table, first: int, last: int, links: CellLinks | None = None) -> Iterator[str]:
    """The rows from ``first`` to before ``last``, counted over header and data together."""
    cells = (*table.header, *table.rows)
    spans = {(span.row, span.column): span for span in table.spans}
    covered = _covered(table.spans)
    for row in range(first, last):
        shown = [column for column in range(len(cells[row])) if (row, column) not in covered]
        head = row < len(table.header)
        line = (
            _cell(
                cells[row][column], spans.get((row, column)), last - row, head=head,
                links=None if links is None else links.get((row, column), ()),
            )
            for column in shown
        )  # fmt: skip
        yield f"<tr>{''.join(line)}</tr>"


def _cell(
    text: str, span: CellSpan | None, rows_left: int, *, head: bool, links: Sequence[TextLink] | None = None
) -> str:
    """One cell; a header cell that says nothing is an ordinary one, and none reaches out of its section."""
    name, scope = ("th", ' scope="col"') if head and text.strip() else ("td", "")
    rows = min(span.rows, rows_left) if span else 1
    columns = span.columns if span else 1
    if scope and columns > 1:
        scope = ' scope="colgroup"'
    size = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    if links is not None:
        return f'<{name}{scope}{size} markdown="span">{_linked_text(text, links)}</{name}>'
    content = "<br>".join(escape_html(line) for line in text.strip().splitlines())
    return f"<{name}{scope}{size}>{content}</{name}>"


def _linked_text(text: str, links: Sequence[TextLink]) -> str:
    """The lines of a cell as Markdown; a link that runs over the end of a line is left out."""
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        lines.append(inline(text, links, start, start + len(line)))
        start += len(line)
    return "<br>".join(filter(None, lines))


def _covered(spans: tuple[CellSpan, ...]) -> set[tuple[int, int]]:
    """Cells that a merged cell covers, without its first."""
    return {
        (row, column)
        for span in spans
        for row in range(span.row, span.row + span.rows)
        for column in range(span.column, span.column + span.columns)
        if (row, column) != (span.row, span.column)
    }
