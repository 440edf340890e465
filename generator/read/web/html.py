"""HTML pages → numbered lines: one line a block element, one a table row."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag
from msgspec.structs import replace

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.stops import STOPS
from generator.model import Finding
from generator.read.lines import SITE, Line
from generator.read.web.cell_text import BLOCKS
from generator.read.web.page_markup import clean_markup, find_unseen
from generator.read.web.site_parts import find_site_parts, holds_entries, introduces_links, speaks
from generator.read.web.unseen import UNSEEN, has_unseen, is_missed, shown_finding, speaks_somewhere
from generator.read.web.web_tables import (
    ROW,
    cells_of,
    is_header_row,
    is_layout,
    is_text,
    read_row,
    within,
)

_HTML = re.compile(r"<(?:!doctype html|html|head|body|div|p)\b", re.IGNORECASE)
_OPENS = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
"""How a page begins that says that it is one, whatever it holds: ``<html><body><pre>…``."""
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_FURNITURE = ("nav", "footer", "aside")
_SMALL_FURNITURE = ("form",)
"""Elements that belong to the site where they are small: a form may hold a whole page."""
_FURNITURE_NAME = re.compile(
    r"nav|foot|breadcrumb|crumb|menu|sidebar|copyright|toolbar|pagination", re.IGNORECASE
)
"""Elements, and classes and ids of elements, that belong to the site and not to the gazette."""
_OCR_LINE = re.compile(r"\bocr_(?:line|header|caption|textfloat)\b")
"""Classes of what is a printed line in hOCR, the form in which recognisers say where words are."""
_SMALL_NAME = re.compile(
    r"(?:^|[\s_-])(?:top|bottom|share|print|login|search|prev|next|tools?|logo)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of elements that belong to the site where they are small
and hold no sentence and no heading."""
_TABLE = re.compile(r"<(?:html>\s{0,9}<body>\s{0,9}<)?table\b", re.IGNORECASE)
"""The beginning of a table, in the page of its own too that some recognisers make of each."""
_TABLE_END = re.compile(r"</table\s*>(?:\s{0,9}</body>\s{0,9}</html>)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageLimits:
    """What an HTML page is, and how much of its markup is believed."""

    sample: int = 20000
    """Characters at the beginning in which the tags of a page are searched for."""
    tags: int = 3
    """Fewest tags of blocks there; a text with fewer is no page."""
    whole: float = 0.5
    """Share of the text of a page from which an element belongs to the gazette, whatever it is called;
    one that is small does not."""
    depth: int = 60
    """Deepest nesting that is followed; what lies deeper is one line of running text."""
    small: int = 120
    """Longest text of an element named like one of the site (``share``),
    in characters; a longer one is kept."""


PAGE = PageLimits()


def is_html(text: str) -> bool:
    """Whether a text is an HTML page or a piece of one; where its head is long, its body says so."""
    if text.lstrip()[:1] != "<" or _begins_with_table(text):
        return False
    if _OPENS.match(text):
        return True
    tags = len(_HTML.findall(text[: PAGE.sample]))
    if tags < PAGE.tags and (body := _BODY.search(text, PAGE.sample)):
        tags += len(_HTML.findall(text[body.start() : body.start() + PAGE.sample]))
    return tags >= PAGE.tags


def _begins_with_table(text: str) -> bool:
    """Whether a text begins with a table in a page of its own, as some recognisers print it in Markdown."""
    position = 0
    while begin := _TABLE.match(text, position):
        end = _TABLE_END.search(text, begin.end())
        if end is None or "html" not in end[0].lower():
            return False
        position = end.end()
        while text[position : position + 1].isspace():
            position += 1
    return position > 0 and text[position : position + 1] not in ("", "<")


class Page(NamedTuple):
    """A page as lines."""

    lines: list[Line]
    """Those that are seen; every line keeps the source line on which its element begins."""
    findings: list[Finding]
    """What was read though the page does not show it."""


def read_html(text: str) -> Page:
    """The visible lines of a page, and those it does not show where they are its only text."""
    lines = _read_page(text)
    if not has_unseen(text):
        return Page(lines, [])
    shown: set[int] = set()
    for _ in range(UNSEEN.levels):
        missed = _find_missed(text, shown, lines)
        if not missed:
            break
        shown |= missed
        lines = _read_page(text, shown)
    if not lines:
        shown = {begin for begin, _ in find_unseen(text, ())}
        lines = _read_page(text, range(len(text)))
    numbers = [(begin, text.count("\n", 0, begin) + 1) for begin in sorted(shown)]
    return Page(
        lines,
        [
            shown_finding(number, text[begin : text.find(">", begin) + 1])
            for begin, number in numbers
        ],
    )


def _find_missed(text: str, shown: Container[int], lines: list[Line]) -> set[int]:
    """Where elements begin that a page does not show though its text is nowhere else."""
    missed: set[int] = set()
    for begin, end in find_unseen(text, shown):
        piece = text[begin:end]
        if not speaks_somewhere(piece):
            continue
        unseen = _read_page(piece, range(len(piece)))
        if is_missed(unseen, lines):
            missed.add(begin)
            lines = lines + unseen
    return missed


def _read_page(text: str, shown: Container[int] = ()) -> list[Line]:
    """The lines of a page.

    :param shown: where elements begin that browsers do not show, and that are read nevertheless
    """
    soup = BeautifulSoup(clean_markup(text, shown), "html.parser")
    walk = _Walk(len(soup.get_text()) * PAGE.whole, find_site_parts(soup))
    walk.enter(soup)
    return walk.lines


def split_tables(text: str) -> Iterator[tuple[int, str, bool]]:
    """The pieces of a text: offset, piece, and whether it is the markup of a whole table."""
    position = 0
    while begin := _TABLE.search(text, position):
        end = _TABLE_END.search(text, begin.end())
        if end is None:
            break
        yield position, text[position : begin.start()], False
        yield begin.start(), text[begin.start() : end.end()], True
        position = end.end()
    yield position, text[position:], False


def read_table_markup(markup: str, first: int) -> list[Line]:
    """The rows of a table that a recogniser printed as HTML.

    ``first`` is the source line on which it begins.
    """
    walk = _Walk()
    for node in BeautifulSoup(clean_markup(markup), "html.parser").children:
        walk.take_table(node)
    return [replace(line, number=line.number + first - 1, tagged=True) for line in walk.lines]


class _Walk:
    """Goes through a page depth first.

    Runs of inline content become lines, and block elements are entered.
    """

    def __init__(self, whole: float = 0, site: frozenset[int] = frozenset()) -> None:
        self.lines: list[Line] = []
        self._site = site
        """Ids of elements that belong to the site, whatever they are called."""
        self._whole = whole
        """Characters of an element that is no part of the site around the gazette; 0 for all of them."""
        self._run: list[str] = []
        self._number = 0
        """Source line of the run."""
        self._breaks = 2
        """Line breaks (``<br>``) before the run; two or more represent a border of elements."""
        self._mark = ""
        self._link = ""
        """Words of the last link of the run."""

    def enter(self, node: Tag, depth: int = 0) -> None:
        """Read the children of a block element."""
        mark = self._mark
        self._mark = self._mark_of(node) or mark
        self._number, self._breaks = node.sourceline or 1, 2
        is_listing = self._mark != SITE and holds_entries(node)
        for child in node.children:
            if is_listing:
                self._take_entry(child)
            elif isinstance(child, Tag):
                self._take(child, depth)
            elif type(child) is NavigableString:
                self._add(str(child), None)
        self._flush(breaks=2)
        self._mark = mark

    def _mark_of(self, node: Tag) -> str:
        """The mark of an element; one that holds the gazette is none of the site."""
        if id(node) in self._site:
            is_said = self.lines and introduces_links(self.lines[-1].text)
            return "" if is_said else SITE
        mark = _mark_of(node)
        if mark != SITE:
            return mark
        is_whole = len(node.get_text()) > max(PAGE.small, self._whole)
        return "" if is_whole or speaks(node) else mark

    def take_table(self, node: PageElement) -> None:
        """Read a table that is printed in a text, or what is between its tags and no table."""
        if isinstance(node, Tag) and node.name == "table" and not node.find("table"):
            self._flush(breaks=2)
            self.enter_table(node)
        elif isinstance(node, Tag):
            self._take(node, 0)
        else:
            self._add(str(node), None)
        self._flush(breaks=2)

    def _take_entry(self, child: PageElement) -> None:
        """Read a link among others as a line of its own; the sign that parts it from the next is of the site."""
        mark = self._mark
        if isinstance(child, Tag):
            self._link = child.get_text()
            self._add(self._link, child.sourceline)
        elif type(child) is NavigableString:
            self._mark = SITE
            self._add(str(child), None)
        self._flush(breaks=2)
        self._mark = mark

    def _take(self, child: Tag, depth: int) -> None:
        """Read one element inside a block."""
        if child.name == "br":
            self._flush(breaks=1)
            self._number = child.sourceline or self._number
        elif child.name == "table" and id(child) not in self._site and not is_layout(child):
            self._flush(breaks=2)
            self.enter_table(child)
        elif depth < PAGE.depth and (child.name in BLOCKS or _holds_block(child)):
            self._flush(breaks=2)
            self.enter(child, depth + 1)
        elif _OCR_LINE.search(_names_of(child)):
            self._flush(breaks=1 if "".join(self._run).strip() else 0)
            self._add(child.get_text(), child.sourceline)
            self._flush(breaks=1)
        else:
            text = child.get_text()
            self._link = text if child.name == "a" or _holds_link(child) else self._link
            self._add(text, child.sourceline)

    def _add(self, text: str, number: int | None) -> None:
        """Add inline text to the run; what begins a run gives the line."""
        if not self._run:
            blank = len(text) - len(text.lstrip(" \t\r\n"))
            self._number = (number or self._number) + text.count("\n", 0, blank)
            text = text[blank:]
        if text:
            self._run.append(text)

    def _flush(self, breaks: int) -> None:
        """Make a line of the run that ends here, before this many line breaks."""
        text = re.sub(r"[ \t\r\n]+", " ", "".join(self._run))
        bare = text.replace("\xa0", " ")
        opens = self._breaks > 1
        if bare.strip("\u3000 "):
            indent = bare.startswith(("\u3000", "  "))
            line = Line(
                self._number, bare.strip(), text, self._mark, gap=opens, indent=indent, opens=opens
            )
            is_link = bool(self._link) and squeeze(self._link) == squeeze(text)
            self.lines.append(replace(line, linked=True) if is_link else line)
            self._breaks = 0
        self._number += "".join(self._run).count("\n")
        self._run.clear()
        self._link = ""
        self._breaks += breaks

    def enter_table(self, table: Tag) -> None:
        """One line a row; a cell that spans columns or rows is followed by empty cells."""
        waiting: dict[int, int] = {}
        for row in within(table, ROW):
            if not isinstance(row, Tag):
                self._add_loose(row)
                continue
            if row.name != "tr":
                continue
            self._flush(breaks=2)
            printed = cells_of(row)
            cells, spans = read_row(printed, waiting)
            if not any(cells):
                continue
            text = "\t".join(cells)
            line = Line(
                row.sourceline or 1,
                text,
                raw=str(row),
                gap=not self.lines or not self.lines[-1].cells,
                cells=tuple(cells),
                spans=tuple(spans),
                header=is_header_row(row, printed),
            )
            self.lines.append(line)
        self._flush(breaks=2)
        self._breaks = 2

    def _add_loose(self, node: PageElement) -> None:
        """Text of a table that is in none of its rows, as a line: its caption."""
        if is_text(node):
            self._add(str(node), node.parent.sourceline if node.parent else None)


def _mark_of(node: Tag) -> str:
    """``#`` … for a heading, ``nav`` for what belongs to the site, else nothing."""
    if re.fullmatch(r"h[1-6]", node.name):
        return "#" * int(node.name[1])
    names = _names_of(node)
    if node.name in _FURNITURE or _FURNITURE_NAME.search(names):
        return SITE
    may_be = node.name in _SMALL_FURNITURE or _SMALL_NAME.search(names)
    return SITE if may_be and _is_small(node) else ""


def _holds_block(node: Tag) -> bool:
    """Whether an element that begins no line of its own holds one that does."""
    return any(isinstance(inner, Tag) and inner.name in BLOCKS for inner in node.descendants)


def _holds_link(node: Tag) -> bool:
    """Whether a link is inside an element."""
    return any(isinstance(inner, Tag) and inner.name == "a" for inner in node.descendants)


def _names_of(node: Tag) -> str:
    """The id and the classes of an element, as one text."""
    if not node.attrs:
        return ""
    return " ".join((str(node.get("id", "")), *node.get_attribute_list("class")))


def _is_small(node: Tag) -> bool:
    """Whether an element holds a few words: no sentence, no heading, no name of a gazette."""
    text = node.get_text()
    speaks = len(text) > PAGE.small or re.search(f"[{STOPS}]|公报|政报|令", text)
    return not speaks and node.find(re.compile("^h[1-6]$")) is None
