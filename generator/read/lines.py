"""Text → numbered lines with what their form says: blank line before, indent, marks of the recogniser, cells."""

import re
from dataclasses import dataclass, replace

_MARK = re.compile(r"[ \t\u3000]*(?P<mark>#{1,6}|>|[-*+•●■◆▪](?=[ \t]))[ \t]*")
_PIPE_RULE = re.compile(r"[|\s:+-]*-{2,}[|\s:+-]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line of the source."""

    number: int
    """1-based line of the source."""
    text: str
    """Repaired text without marks and outer blanks; the cells of a table row are joined by tabs."""
    raw: str
    """As it stands in the source."""
    mark: str = ""
    """Mark of the recogniser: ``#`` … ``######``, ``-`` or ``>``."""
    gap: bool = False
    """Whether a blank line stands before it."""
    indent: bool = False
    """Whether it begins with two or more blanks, the indent of a printed paragraph."""
    cells: tuple[str, ...] = ()
    """Cells of a table row; empty for running text."""
    spans: tuple[tuple[int, int, int], ...] = ()
    """Merged cells of the row: column, rows covered, columns covered."""

    def with_text(self, text: str) -> "Line":
        """The same line with another text; a row is cut into cells anew."""
        return replace(self, text=text, cells=tuple(text.split("\t")) if self.cells else ())


def read_lines(text: str) -> list[Line]:
    """The non-blank lines of a text, numbered from 1."""
    lines, gap = [], False
    for number, raw in enumerate(text.split("\n"), 1):
        if not raw.strip():
            gap = True
            continue
        lines.append(_read_line(number, raw, gap))
        gap = False
    return lines


def _read_line(number: int, raw: str, gap: bool) -> Line:
    if _is_pipe_row(raw):
        cells = tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", raw.strip().strip("|")))
        return Line(number, "\t".join(cells), raw, gap=gap, cells=cells)
    match = _MARK.match(raw)
    body = raw[match.end():] if match else raw
    cells = tuple(cell.strip() for cell in body.strip("\n\r ").split("\t")) if _is_tab_row(body) else ()
    text = "\t".join(cells) if cells else body.strip()
    indent = raw[:1] in "\u3000\t " and len(raw) - len(raw.lstrip()) >= 2 or raw.startswith("\u3000")
    return Line(number, text, raw, match["mark"] if match else "", gap, indent, cells)


def _is_pipe_row(raw: str) -> bool:
    bare = raw.strip()
    return bare.startswith("|") and bare.endswith("|") and len(bare) > 1


def _is_tab_row(body: str) -> bool:
    return "\t" in body.strip(" \n") and "\t" in body.lstrip("\t \u3000") or body.rstrip(" ").endswith("\t")


def is_pipe_rule(line: Line) -> bool:
    """Whether a line is the rule below the header of a Markdown table (``|---|---|``)."""
    return bool(line.cells) and _PIPE_RULE.fullmatch(line.raw.strip()) is not None
