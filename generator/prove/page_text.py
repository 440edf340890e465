"""HTML → the visible text of the gazette on a page, without what editors and the site say beside it."""

import re
from collections import Counter
from html.parser import HTMLParser

from generator.visible import CELL, ROW, seen_text

APPARATUS = frozenset({
    "editorial", "editor-note", "visually-hidden", "crumbs", "pager", "facts", "doc-tools", "doc-status", "related",
    "network", "notes", "notes-marks", "source", "source-line", "printed", "suggest", "missing",
})  # fmt: skip
"""Classes of what is no text of the gazette: words of editors, of the site and for those who listen."""
GAZETTE = "as-printed"
"""Class of the text of the gazette inside what is not."""
TITLE = "title"
"""Id of the heading of a page; what holds it holds the content of the page."""
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_UNSEEN = frozenset({
    "script", "style", "template", "title", "svg", "button", "form", "noscript", "dialog", "textarea", "iframe",
    "object", "canvas", "datalist",
})  # fmt: skip
"""Elements whose text is none of the page."""
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
"""Styles of what nobody sees."""
_MARKS = {"tr": ROW, "td": CELL, "th": CELL}


class PageReader(HTMLParser):
    """Reads a page to its end, also a broken one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 - as it is there
        """Pass over ``<![x[``, which browsers take for a comment and for which the parser would end the run."""
        return self.parse_bogus_comment(i, report)


class PageText(PageReader):
    """Reads a page once and keeps what is of the gazette."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, bool, int]] = []
        """Name of each open element, whether its text is the gazette's, and how many texts came before it."""
        self._counts: Counter[str] = Counter()
        """How often an element of each name is open."""
        self._texts: list[str] = []
        self._root: tuple[int, int] | None = None
        """Depth of the content, and how many texts came before it; None until its heading is found."""
        self._end: int | None = None
        """How many texts there were at the end of the content."""

    @property
    def content(self) -> str | None:
        """The text of the gazette; None where the page has no heading of its own."""
        return None if self._root is None else "".join(self._texts[self._root[1] : self._end])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element: its class says whose text it is, else the element around it."""
        named = dict(attrs)
        if named.get("id") == TITLE and self._root is None:
            self._root = len(self._open), self._open[-1][2] if self._open else 0
        is_hidden = "hidden" in named or _HIDING.search(named.get("style") or "") is not None
        classes = (named.get("class") or "").split()
        is_gazettes = self._is_gazettes(tag, classes) and not is_hidden
        if is_gazettes and tag in _MARKS:
            self._texts.append(_MARKS[tag])
        if tag not in _VOID:
            self._open.append((tag, is_gazettes, len(self._texts)))
            self._counts[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and what was left open in it."""
        if not self._counts[tag]:
            return
        name = ""
        while name != tag:
            name, _, _ = self._open.pop()
            self._counts[name] -= 1
        if self._root and self._end is None and len(self._open) < self._root[0]:
            self._end = len(self._texts)

    def handle_data(self, data: str) -> None:
        """Keep a text of the gazette."""
        if not self._open or self._open[-1][1]:
            self._texts.append(seen_text(data))

    def _is_gazettes(self, tag: str, classes: list[str]) -> bool:
        """Whether the text of an element is the gazette's."""
        if tag in _UNSEEN:
            return False
        if GAZETTE in classes:
            return True
        return not APPARATUS.intersection(classes) and (not self._open or self._open[-1][1])


def page_text(html: str) -> str | None:
    """The visible text of the gazette on a page, with a mark before each row and cell.

    None where the page has no heading of its own.
    """
    reader = PageText()
    reader.feed(html)
    reader.close()
    return reader.content
