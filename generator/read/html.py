"""HTML pages → numbered lines: one line a block element, one a table row."""

import re

from bs4 import BeautifulSoup, NavigableString, Tag

from generator.read.lines import Line

_HTML = re.compile(r"<(?:!doctype html|html|body|div|p)\b", re.IGNORECASE)
_BLOCKS = frozenset("address article aside blockquote body center dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main "
                    "nav ol p pre section table td th tr ul br html".split())
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
    text = re.sub(r"[ \t\r\n]+", " ", "".join(run))
    run.clear()
    if text.strip("\u3000\xa0 "):
        mark = "#" * int(node.name[1]) if re.fullmatch(r"h[1-6]", node.name) else ""
        bare = text.replace("\xa0", " ")
        lines.append(Line(number, bare.strip(), text, mark, True, bare.startswith(("\u3000", "  "))))


def _walk_table(table: Tag, lines: list[Line]) -> None:
    """One line a row; a cell that spans columns or rows is followed by empty cells."""
    waiting: dict[int, int] = {}
    for row in table.find_all("tr"):
        cells: list[str] = []
        spans: list[tuple[int, int, int]] = []
        for cell in row.find_all(["td", "th"], recursive=False):
            _pad(cells, waiting)
            for _ in range(_count(cell, "rowspan") - 1 and _count(cell, "colspan")):
                waiting[len(cells) + _] = _count(cell, "rowspan") - 1
            if _count(cell, "rowspan") > 1 or _count(cell, "colspan") > 1:
                spans.append((len(cells), _count(cell, "rowspan"), _count(cell, "colspan")))
            cells += [" ".join(cell.get_text(" ").split())] + [""] * (_count(cell, "colspan") - 1)
        _pad(cells, waiting)
        if any(cells):
            lines.append(Line(row.sourceline or 1, "\t".join(cells), str(row), cells=tuple(cells), gap=not lines or not lines[-1].cells, spans=tuple(spans)))


def _pad(cells: list[str], waiting: dict[int, int]) -> None:
    """Fill the columns that cells of earlier rows still cover."""
    while waiting.get(len(cells), 0) > 0:
        waiting[len(cells)] -= 1
        cells.append("")


def _count(cell: Tag, name: str) -> int:
    value = str(cell.get(name, "1"))
    return max(1, min(int(value), 1000)) if value.isdigit() else 1
