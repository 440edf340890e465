"""Tables as HTML: Markdown has no caption, no scope and no merged cells."""

from collections.abc import Sequence
from itertools import accumulate, chain, pairwise

from msgspec import UnsetType

from generator.model import Table
from generator.model.finding import BETWEEN_CELLS
from generator.outline.headings import PlacedBlock, Pointed, TextLink
from generator.pages.body.table_heads import Heads
from generator.pages.writing.damage import note_html
from generator.pages.writing.escape import escape_html, language_of
from generator.pages.writing.inline import inline, inserts_between
from generator.pages.writing.marks import Mark, clip_marks, cut_marks, find_marks
from generator.words.say import say


def _read(placed: PlacedBlock, how: str = "block") -> str:
    """The attribute by which Markdown reads what is in an element of a table with links.

    :param how: ``block`` around cells, ``span`` in one
    """
    return f' markdown="{how}"' if placed.cell_links else ""


def table_html(
    table: Table, caption: str | None, placed: PlacedBlock, *, seen: bool = False
) -> str:
    """A table in a region that scrolls and takes the keyboard.

    :param caption: the printed caption or the heading that names the table
    :param placed: its anchor, what was found in its rows, and the links in its cells: a table with
        links is read as Markdown, which finds their addresses
    :param seen: whether it is above already, so that the caption is only for those who listen
    """
    heads = Heads(table)
    label = escape_html(caption or say("document.table"))
    above_it = caption if placed.cell_links and not seen else None
    lines = _opening(heads, placed, label, above_it)
    if caption and not placed.cell_links:
        hidden = ' class="visually-hidden"' if seen else ""
        lines.append(f"<caption{hidden}>{label}</caption>")
    if not placed.cell_links:
        lines += [f'<colgroup span="{columns}"></colgroup>' for columns in heads.column_groups()]
    lines += _section("thead", heads, placed, heads.names)
    above = _group_row(heads, placed)
    for rows in heads.row_groups():
        lines += _section("tbody", heads, placed, rows, above)
        above = []
    return "\n".join([*lines, "</table>", "</div>"])


def _opening(heads: Heads, placed: PlacedBlock, label: str, above: str | None) -> list[str]:
    """The region and the table.

    The caption of a table with links is above it, as Markdown knows none.
    """
    names = "table-scroll stacked" if heads.stacked else "table-scroll"
    headless = "" if _has_header(heads.table) else ' class="headless"'
    read = _read(placed)
    named = f' aria-label="{label}"' if placed.cell_links else ""
    region = f'role="region" aria-label="{label}" tabindex="0"{language_of(label)}{read}'
    lines = [f'<p class="caption" markdown="span">{inline(above)}</p>\n'] if above else []
    lines.append(f'<div class="{names}"{_id(placed.anchor)} {region}>')
    language = language_of("".join(chain.from_iterable(heads.cells)))
    lines.append(f"<table{headless}{named}{language}{read}>")
    return lines


def _has_header(table: Table) -> bool:
    """Whether a header is printed that says anything."""
    return any(cell.strip() for row in table.header for cell in row)


def _group_row(heads: Heads, placed: PlacedBlock) -> list[str]:
    """The name of the first group of rows as a row of its own.

    The source prints it above the header.
    """
    if heads.group is None:
        return []
    name = _content(heads, placed, (0, heads.group), ())
    cell = f'<th scope="rowgroup" colspan="{heads.width}"{_read(placed, "span")}>{name}</th>'
    return [f"<tr{_read(placed)}>{cell}</tr>"]


def _section(
    name: str, heads: Heads, placed: PlacedBlock, rows: range, above: Sequence[str] = ()
) -> list[str]:
    """The rows in ``thead`` or ``tbody``, those ``above`` first; nothing when there are none."""
    lines = [*above, *(_row(heads, placed, row, rows.stop) for row in rows)]
    return [f"<{name}{_read(placed)}>", *lines, f"</{name}>"] if lines else []


def _row(heads: Heads, placed: PlacedBlock, row: int, end: int) -> str:
    """One row; the cells that a merged one covers are not written.

    :param end: row before which its section ends
    """
    pointed = placed.rows.get(row - heads.body.start, Pointed())
    cells: list[str] = []
    shown = (column for column in range(heads.width) if (row, column) not in heads.covered)
    last = max(shown, default=None)
    for column, marks in enumerate(_cell_marks(heads.cells[row], pointed)):
        place = row, column
        if place not in heads.covered:
            content = _content(heads, placed, place, marks)
            content += _row_note(pointed) if column == last else ""
            cells.append(_cell(heads, place, content, end, read=bool(placed.cell_links)))
    return f"<tr{_id(pointed.anchor)}{_read(placed)}>{''.join(cells)}</tr>"


def _row_note(pointed: Pointed) -> str:
    """What the editors say of damage somewhere in a row, behind its last cell."""
    somewhere = [one for one in pointed.damage if isinstance(one.start, UnsetType)]
    return note_html(somewhere) if somewhere else ""


def _id(anchor: str) -> str:
    """An ``id`` attribute, or nothing."""
    return f' id="{anchor}"' if anchor else ""


def _cell_marks(cells: Sequence[str], pointed: Pointed) -> list[tuple[Mark, ...]]:
    """The marks of each cell of a row.

    A reading must be in the row as often as it was found, not in a cell.
    """
    marks = find_marks(pointed.findings)
    found, start = [], 0
    for cell in cells:
        found.append(cut_marks(marks, start, start + len(cell)))
        start += len(cell) + len(BETWEEN_CELLS)
    return found


def _cell(heads: Heads, place: tuple[int, int], content: str, end: int, *, read: bool) -> str:
    """One cell of a table.

    A header cell that says nothing is an ordinary one, and none reaches out of its section.

    :param content: its text as HTML, or as Markdown when it is to be ``read``
    :param end: row before which its section ends
    """
    span, scope = heads.spans.get(place), heads.scope(*place)
    name = "th" if scope else "td"
    attributes = (
        ("scope", "col" if read and scope == "colgroup" else scope),
        ("rowspan", _size(min(span.rows, end - place[0]) if span else 1)),
        ("colspan", _size(span.columns if span else 1)),
        ("data-label", escape_html(heads.label(*place))),
        ("markdown", "span" if read else ""),
    )
    written = "".join(f' {key}="{value}"' for key, value in attributes if value)
    return f"<{name}{written}>{content}</{name}>"


def _content(
    heads: Heads, placed: PlacedBlock, place: tuple[int, int], marks: Sequence[Mark]
) -> str:
    """The text of a cell as HTML, its lines kept apart; as Markdown in a table with links."""
    text = heads.cells[place[0]][place[1]]
    links: Sequence[TextLink] = placed.cell_links.get(place, ())
    ends = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    written = (
        _line(text, clip_marks(marks, start, end), links if placed.cell_links else None, start, end)
        for start, end in pairwise(ends)
    )
    return "<br>".join(filter(None, written))


def _line(
    text: str, marks: Sequence[Mark], links: Sequence[TextLink] | None, start: int, end: int
) -> str:
    """A line of a cell between two offsets of its text.

    :param links: those of the cell where its table is read as Markdown, else None
    """
    if links is not None:
        return inline(text, marks, links, start, end)
    return escape_html(text[start:end], inserts_between(marks, (), start, end))


def _size(cells: int) -> str:
    """How many cells a merged one covers; nothing for an ordinary one."""
    return str(cells) if cells > 1 else ""
