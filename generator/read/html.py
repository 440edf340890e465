"""HTML pages → numbered lines: one line a block element, one a table row."""

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from generator.read.lines import Line

_HTML = re.compile(r"<(?:!doctype html|html|body|div|p)\b", re.IGNORECASE)
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section",
    "table", "td", "th", "tr", "ul",
))
"""Elements that begin a line of their own."""
_SKIPPED = ("script", "style", "noscript", "template", "iframe", "nav")


def is_html(text: str) -> bool:
    """Whether a text is an HTML page or a piece of one."""
    return len(_HTML.findall(text[:20000])) > 2 and text.lstrip()[:1] == "<"


def read_html(text: str) -> list[Line]:
    """The visible lines of a page; every line keeps the source line on which its element begins."""
    soup = BeautifulSoup(text, "html.parser")
    for tag in soup.find_all(_SKIPPED):
        tag.decompose()
    lines: list[Line] = []
    _walk(soup.body or soup, lines)
    return lines


def _walk(node: Tag, lines: list[Line]) -> None:
    """Depth-first: runs of inline content become a line, block elements are entered."""
    run: list[str] = []
    number = node.sourceline or 1
    for child in node.children:
        if isinstance(child, Tag) and child.name == "table":
            _flush(run, number, lines, node)
            _walk_table(child, lines)
        elif isinstance(child, Tag) and (child.name in _BLOCKS or child.find(list(_BLOCKS))):
            _flush(run, number, lines, node)
            _walk(child, lines)
            number = child.sourceline or number
        elif isinstance(child, Tag):
            number = number if run else child.sourceline or number
            run.append(child.get_text())
        elif type(child) is NavigableString:
            run.append(str(child))
    _flush(run, number, lines, node)


def _flush(run: list[str], number: int, lines: list[Line], node: Tag) -> None:
    """Make a line of the run of inline content that ends here; an indent of blanks tells a paragraph."""
    text = re.sub(r"[ \t\r\n]+", " ", "".join(run))
    run.clear()
    if text.strip("\u3000\xa0 "):
        mark = "#" * int(node.name[1]) if re.fullmatch(r"h[1-6]", node.name) else ""
        bare = text.replace("\xa0", " ")
        indent = bare.startswith(("\u3000", "  "))
        lines.append(Line(number, bare.strip(), text, mark, gap=True, indent=indent))


def _walk_table(table: Tag, lines: list[Line]) -> None:
    """One line a row; a cell that spans columns or rows is followed by empty cells."""
    waiting: dict[int, int] = {}
    for row in table.find_all("tr"):
        cells, spans = _read_row(row, waiting)
        if any(cells):
            gap = not lines or not lines[-1].cells
            number = row.sourceline or 1
            lines.append(Line(number, "\t".join(cells), str(row), gap=gap, cells=tuple(cells), spans=tuple(spans)))


def _read_row(row: Tag, waiting: dict[int, int]) -> tuple[list[str], list[tuple[int, int, int]]]:
    """The cells of a row and those of them that are merged.

    :param waiting: for each column, how many further rows a cell above covers; brought up to date
    """
    cells: list[str] = []
    spans: list[tuple[int, int, int]] = []
    for cell in row.find_all(["td", "th"], recursive=False):
        _pad(cells, waiting)
        rows, columns = _count(cell, "rowspan"), _count(cell, "colspan")
        if rows > 1:
            waiting.update({len(cells) + offset: rows - 1 for offset in range(columns)})
        if rows > 1 or columns > 1:
            spans.append((len(cells), rows, columns))
        cells += [" ".join(cell.get_text(" ").split())] + [""] * (columns - 1)
    _pad(cells, waiting)
    return cells, spans


def _pad(cells: list[str], waiting: dict[int, int]) -> None:
    """Fill the columns that cells of earlier rows still cover."""
    while waiting.get(len(cells), 0) > 0:
        waiting[len(cells)] -= 1
        cells.append("")


def _count(cell: Tag, name: str) -> int:
    value = str(cell.get(name, "1"))
    return max(1, min(int(value), 1000)) if value.isdigit() else 1
