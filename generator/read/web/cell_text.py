"""What of the markup of a page begins a line of its own, and the text of a cell of a table."""

from collections.abc import Iterator

from bs4.element import NavigableString, PageElement, Tag

from generator.read.lines import LINE_END

BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    )
)
"""Elements that begin a line of their own."""
CELLS = frozenset(("td", "th", "tr"))
"""Elements of a row, and the row, whose end may not be marked."""


def text_of(cell: PageElement) -> str:
    """The text of a cell: single blanks in its lines, and a line end between them."""
    if not isinstance(cell, Tag):
        return " ".join(str(cell).split())
    lines = "".join(_pieces_of(cell)).split(LINE_END)
    return LINE_END.join(filter(None, (" ".join(line.split()) for line in lines)))


def _pieces_of(cell: Tag) -> Iterator[str]:
    """The texts of a cell in their order; ``<br>`` and the borders of its blocks are line ends."""
    waiting: list[PageElement | str] = list(reversed(cell.contents))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Tag):
            end = LINE_END if node.name in BLOCKS else ""
            inside = [] if node.name in CELLS else reversed(node.contents)
            waiting += [_LineEnd(end), *inside, _LineEnd(end)]
        elif type(node) in (NavigableString, _LineEnd):
            yield str(node)


class _LineEnd(str):
    """What is put between the texts of a cell, no text of the page."""

    __slots__ = ()
