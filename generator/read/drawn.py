"""Tables drawn with lines.

``│ a │ b │`` between ``├──┼──┤``, ``+---+---+``, and ``a | b`` above ``---|---``.
"""

import re
from itertools import groupby

from msgspec.structs import replace

from generator.read.lines import LINE_END, Line, is_drawn_rule

_BAR = re.compile(r"[│┃║|]")
_ROW = re.compile(r"[│┃║].*[│┃║]")
_OPEN_RULE = re.compile(r"\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+")
FEWEST_STRETCHES = 3
"""Fewest stretches between the rules of a drawn table for each of them to be one row.

With fewer the rules are those around the table and below its header, and every line is a row.
"""


def read_drawn(lines: list[Line]) -> list[Line]:
    """The lines, those of drawn tables as rows of cells; rules stay lines of their own."""
    if not any(_BAR.search(line.raw) or line.raw.lstrip().startswith("+") for line in lines):
        return lines
    opened = _read_open(lines)
    return [
        line for _, group in groupby(opened, key=_is_drawn) for line in _read_group(list(group))
    ]


def _is_drawn(line: Line) -> bool:
    """Whether a line is a rule or a row of a drawn table."""
    raw = line.raw.strip()
    return (
        is_drawn_rule(raw)
        or _ROW.fullmatch(raw) is not None
        or (bool(line.cells) and raw.startswith("|"))
    )


def _read_group(lines: list[Line]) -> list[Line]:
    """The lines of one drawn table; anything else as it is."""
    rules = [_is_rule(line) for line in lines]
    if not any(rules) or all(rules):
        return lines
    stretches = sum(not is_rule for is_rule, _ in groupby(rules))
    if stretches >= FEWEST_STRETCHES:
        return _join_stretches(lines)
    return [_rule_or_row(line) for line in lines]


def _join_stretches(lines: list[Line]) -> list[Line]:
    """The rules, and all lines between two of them as one row."""
    joined: list[Line] = []
    for line in lines:
        if joined and not _is_rule(line) and not _is_rule(joined[-1]):
            joined[-1] = _joined(joined[-1], line)
        else:
            joined.append(_rule_or_row(line))
    return joined


def _rule_or_row(line: Line) -> Line:
    """A line of a drawn table: a rule has one empty cell."""
    return replace(line, cells=("",)) if _is_rule(line) else _row(line, _cells(line))


def _is_rule(line: Line) -> bool:
    return is_drawn_rule(line.raw.strip())


def _cells(line: Line) -> tuple[str, ...]:
    """The cells between the bars of a line; the outer bars bound none."""
    bare = line.raw.strip()
    inner = bare[1:-1] if _BAR.match(bare) else bare
    return tuple(cell.strip() for cell in _BAR.split(inner))


def _row(line: Line, cells: tuple[str, ...]) -> Line:
    return replace(line, text="\t".join(cells), cells=cells, mark="")


def _joined(row: Line, line: Line) -> Line:
    """A row with the next printed line of its cells."""
    cells = _cells(line)
    width = max(len(row.cells), len(cells))
    pairs = zip(_padded(row.cells, width), _padded(cells, width), strict=True)
    whole = replace(row, raw=f"{row.raw}\n{line.raw}")
    return _row(whole, tuple(LINE_END.join(filter(None, pair)) for pair in pairs))


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells + ("",) * (width - len(cells))


def _read_open(lines: list[Line]) -> list[Line]:
    """The lines, those around a rule ``---|---`` with as many bars as rows of cells."""
    found = list(lines)
    for place, line in enumerate(lines):
        if line.cells or not _OPEN_RULE.fullmatch(line.raw.strip()):
            continue
        bars = line.raw.count("|")
        found[place] = replace(line, cells=("",))
        for step in (-1, 1):
            at = place + step
            while 0 <= at < len(lines) and _is_open_row(found[at], bars):
                found[at] = _row(lines[at], _cells(lines[at]))
                at += step
    return found


def _is_open_row(line: Line, bars: int) -> bool:
    """Whether a line has this many bars and has not been read as a row yet."""
    return line.raw.count("|") == bars and not line.cells
