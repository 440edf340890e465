"""Tables of a web page: the cells of a row, those that are merged, and tables that only place a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from bs4.element import NavigableString, PageElement, Tag

from generator.lexicon.numbers import NUMBER_END
from generator.read.web.cell_text import CELLS, text_of
from generator.read.web.site_parts import places_a_document

ROW = frozenset(("tr",))
_PARAGRAPHS = frozenset(("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li"))


@dataclass(frozen=True, slots=True)
class CellLimits:
    """What a cell of an HTML table holds and covers."""

    paragraphs: int = 20
    """Most paragraphs of a cell; a table with more in one only places its text on the page."""
    columns: int = 60
    """Most columns of a table with merged cells; a cell covers none beyond."""
    rows: int = 200
    """Most rows that a merged cell covers."""
    figures: int = 6
    """Figures of ``rowspan`` and ``colspan`` that are read:
    a guard against slowness, each limit is far lower."""


CELL = CellLimits()


def is_layout(table: Tag) -> bool:
    """Whether a table only places what is in it.

    It holds tables, or one column of paragraphs, or whole texts, or a document.
    """
    if table.find("table"):
        return True
    cells = [cells_of(row) for row in table.find_all("tr")]
    most = 1 if all(len(row) == 1 for row in cells) else CELL.paragraphs
    if any(_count_paragraphs(cell) > most for row in cells for cell in row):
        return True
    return NUMBER_END in table.get_text() and places_a_document(cells)


def _count_paragraphs(cell: PageElement) -> int:
    """How many paragraphs, headings and items a cell holds."""
    if not isinstance(cell, Tag):
        return 0
    nodes = (node for node in within(cell, CELLS) if isinstance(node, Tag))
    return sum(node.name in _PARAGRAPHS for node in nodes)


def within(node: Tag, without: frozenset[str]) -> Iterator[PageElement]:
    """What is in an element, in order, but nothing inside elements of some names.

    The end of those may not be marked.
    """
    waiting = list(reversed(node.contents))
    while waiting:
        found = waiting.pop()
        yield found
        if isinstance(found, Tag) and found.name not in without:
            waiting.extend(reversed(found.contents))


def cells_of(row: Tag) -> list[PageElement]:
    """The cells of a row; text between them is a cell of its own."""
    cells: list[PageElement] = []
    waiting: list[tuple[PageElement, bool]] = [(node, False) for node in reversed(row.contents)]
    while waiting:
        node, inside = waiting.pop()
        if isinstance(node, Tag) and node.name != "tr":
            is_cell = node.name in CELLS
            if is_cell:
                cells.append(node)
            waiting += [(child, inside or is_cell) for child in reversed(node.contents)]
        elif is_text(node) and not inside:
            cells.append(node)
    return cells


def is_text(node: PageElement) -> bool:
    """Whether a node is text that is not blank."""
    return type(node) is NavigableString and not node.isspace()


def is_header_row(row: Tag, cells: list[PageElement]) -> bool:
    """Whether a row says that it names the columns: in ``<thead>``, or with ``<th>`` alone."""
    if row.parent is not None and row.parent.name == "thead":
        return True
    names = {getattr(cell, "name", None) for cell in cells}
    return names == {"th"}


def read_row(
    row: list[PageElement], waiting: dict[int, int]
) -> tuple[list[str], list[tuple[int, int, int]]]:
    """The texts of the cells of a row, and those of the cells that are merged.

    :param waiting: for each column, how many further rows a cell above covers; brought up to date
    """
    cells: list[str] = []
    spans: list[tuple[int, int, int]] = []
    for cell in row:
        _pad(cells, waiting)
        rows = _count(cell, "rowspan", CELL.rows)
        columns = _count(cell, "colspan", max(1, CELL.columns - len(cells)))
        if rows > 1:
            waiting.update({len(cells) + offset: rows - 1 for offset in range(columns)})
        if rows > 1 or columns > 1:
            spans.append((len(cells), rows, columns))
        cells += [text_of(cell)] + [""] * (columns - 1)
    _pad(cells, waiting)
    return cells, spans


def _pad(cells: list[str], waiting: dict[int, int]) -> None:
    """Fill the columns that cells of earlier rows still cover."""
    while len(cells) < CELL.columns and waiting.get(len(cells), 0) > 0:
        waiting[len(cells)] -= 1
        cells.append("")


def _count(cell: PageElement, name: str, most: int) -> int:
    """How many rows or columns a cell says that it covers, at least one."""
    value = str(cell.get(name, "1")) if isinstance(cell, Tag) else "1"
    if not value.isdecimal():
        return 1
    return max(1, min(int(value[: CELL.figures]), most))
