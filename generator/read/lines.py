"""Text → numbered lines with what their form says.

A line knows the blank line before it, its indent, its marks of the recogniser, its cells.
"""

import re
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from generator.lexicon.expressions.signs import LIST_MARK
from generator.model.correction import Correction

MARK = re.compile(rf"[ \t\u3000]*(?P<mark>{LIST_MARK})[ \t]*")
"""What a recogniser puts before a line: ``# ``, ``> ``, ``- ``."""
SITE = "nav"
"""Mark of a line that belongs to the site around a page and not to the gazette."""
LINE_END = "\u2028"
"""A line end inside a cell of a row, which is one line whatever it holds: a blank to all who ask for blanks."""
NARROWEST_INDENT = 2
"""Fewest half-width blanks that are the indent of a paragraph;
one is a slip, but one full-width blank is an indent."""
PIPE = re.compile(r"(?<!\\)\|")
"""A bar between the cells of a row; one behind a backslash is text."""
_DRAWN_RULE = re.compile(r"[┌├└┏┣┗╔╠╚][─━═┬┼┴┳╋┻╦╬╩┯┷┿\s]+[┐┤┘┓┫┛╗╣╝]|\+(?:[-=]{2,}\+)+")
_PIPE_RULE = re.compile(r"[|\s:+-]*-{2,}[|\s:+-]*")


class PageLabel(NamedTuple):
    """A label of the table that a site prints around a document, with an element of it: ``成文日期：2021年6月9日``."""

    line: int
    """Its source line."""
    element: str
    """``index``, ``date`` or ``issuer``."""
    name: str
    value: str
    text: str
    """All as they are printed, without blanks."""


class Line(msgspec.Struct, frozen=True):
    """One non-blank line of the source."""

    number: int
    """1-based line of the source."""
    text: str
    """Repaired text without marks and outer blanks; the cells of a table row are joined by tabs."""
    raw: str
    """As it is in the source."""
    mark: str = ""
    """Mark of the recogniser: ``#`` … ``######``, ``-`` or ``>``."""
    gap: bool = False
    """Whether a blank line is before it."""
    indent: bool = False
    """Whether it begins with two or more blanks, the indent of a printed paragraph."""
    cells: tuple[str, ...] = ()
    """Cells of a table row; empty for running text."""
    spans: tuple[tuple[int, int, int], ...] = ()
    """Merged cells of the row: column, rows covered, columns covered."""
    header: bool = False
    """Whether the source says that the row names the columns of its table."""
    opens: bool = False
    """Whether the source says that a paragraph begins here: an HTML element."""
    joined: bool | None = None
    """Whether a person said that it goes on with the line before (True)
    or begins a paragraph (False)."""
    tagged: bool = False
    """Whether its text was between tags, which ``raw`` has too."""
    linked: bool = False
    """Whether it is one link of a web page and nothing else, as an entry of its contents."""
    rest: tuple[int, ...] = ()
    """Further source lines that it was made of: those of a row that a line end broke."""
    moved: bool = False
    """Whether a person said that it belongs here and not where the source has it."""
    said: Correction | None = None
    """What a person said of it: that it is in the head of a document or part, or in none,
    or that a document has ended before it."""

    labels: tuple[PageLabel, ...] = ()
    """What the labels of the page say of the document that this line belongs to."""

    def with_text(self, text: str) -> "Line":
        """The same line with another text; a row is cut into cells anew."""
        cells = tuple(text.split("\t")) if self.cells else ()
        return replace(self, text=text, cells=cells)


def read_lines(text: str, first: int = 1) -> list[Line]:
    """The non-blank lines of a text, numbered from ``first``."""
    lines: list[Line] = []
    last = first - 1
    for number, raw in enumerate(text.split("\n"), first):
        if raw.strip():
            lines.append(_read_line(number, raw, gap=number > last + 1))
            last = number
    return lines


def _read_line(number: int, raw: str, *, gap: bool) -> Line:
    """One line: ``| a | b |`` and lines with tabs are rows; ``# ``, ``> `` and ``- `` are marks."""
    if _is_pipe_row(raw):
        return cut_row(number, raw, gap=gap)
    match = MARK.match(raw)
    mark = match["mark"] if match else ""
    body = raw[match.end() :] if match else raw
    indent = _is_indented(raw)
    if _is_tab_row(body):
        row = _row(number, body.strip("\n\r ").split("\t"), raw, gap=gap)
        return replace(row, mark=mark, indent=indent)
    return Line(number, body.strip(), raw, mark, gap=gap, indent=indent)


def cut_row(number: int, raw: str, *, gap: bool) -> Line:
    """A row that bars cut into cells: ``| a | b |``."""
    return _row(number, PIPE.split(raw.strip().removeprefix("|").removesuffix("|")), raw, gap=gap)


def _row(number: int, cells: list[str], raw: str, *, gap: bool) -> Line:
    """A row of cells as a line, the cells without the blanks around them."""
    stripped = tuple(cell.strip() for cell in cells)
    return Line(number, "\t".join(stripped), raw, gap=gap, cells=stripped)


def _is_indented(raw: str) -> bool:
    """Whether a line begins with blanks that are the indent of a paragraph."""
    first = raw[:1]
    if first == "\u3000":
        return True
    return first in "\t " and len(raw) - len(raw.lstrip()) >= NARROWEST_INDENT


def _is_pipe_row(raw: str) -> bool:
    """Whether a line is a row as Markdown prints it: ``| a | b |``."""
    if "|" not in raw:
        return False
    bare = raw.strip()
    return bare.startswith("|") and bare.endswith("|") and len(bare) > 1


def _is_tab_row(body: str) -> bool:
    """Whether a tab is inside a line or at its end, where the last cell is empty."""
    if "\t" not in body:
        return False
    return "\t" in body.strip() or body.rstrip(" ").endswith("\t")


def extent_of(lines: list[Line]) -> tuple[int, ...]:
    """First and last source line of lines.

    Those that people moved there count only where there are no others.
    """
    in_place = [line for line in lines if not line.moved]
    numbers = [number for line in in_place or lines for number in (line.number, *line.rest)]
    return (min(numbers), max(numbers)) if numbers else ()


def is_pipe_rule(line: Line) -> bool:
    """Whether a line is the rule below the header of a Markdown table, or one of a drawn table.

    E.g. ``|---|---|``.
    """
    if not line.cells:
        return False
    raw = line.raw.strip()
    return _PIPE_RULE.fullmatch(raw) is not None or is_drawn_rule(raw)


def is_drawn_rule(raw: str) -> bool:
    """Whether a line is a rule of a drawn table: ``├──┼──┤``, ``+---+---+``."""
    return _DRAWN_RULE.fullmatch(raw) is not None and re.search("[─━═]|-{2}", raw) is not None
