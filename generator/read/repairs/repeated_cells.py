"""Merged cells that a recogniser printed once for each column: ``| 一、工业 | 一、工业 | 一、工业 |``."""

import re
from itertools import groupby

from generator.lexicon.characters import HAN, squeeze
from generator.model import Finding
from generator.read.lines import Line
from generator.words.say import say

FEWEST_COLUMNS = 3
"""Fewest cells that are one merged cell where all are the same; two may be two values."""
LONG = 4
"""Shortest text of such cells by itself, in characters; a shorter one is, where another of its table is."""
SHORT = 2
"""Shortest text of such cells, in characters."""
_HAN = re.compile(HAN)


def join_repeated_cells(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Rows with one text in all columns as a row of one cell; what went is recorded."""
    kept: list[Line] = []
    findings: list[Finding] = []
    for is_table, group in groupby(lines, key=lambda line: bool(line.cells)):
        rows = list(group)
        shortest = SHORT if any(_is_repeated(line, LONG) for line in rows) else LONG
        for line in rows:
            if is_table and _is_repeated(line, shortest):
                findings.append(_remark(line))
                kept.append(line.with_text(line.cells[0] + "\t" * (len(line.cells) - 1)))
            else:
                kept.append(line)
    return kept, findings


def _is_repeated(line: Line, shortest: int) -> bool:
    """Whether all cells of a row are the same words, of this many characters at least."""
    if len(line.cells) < FEWEST_COLUMNS or len(set(line.cells)) > 1:
        return False
    text = squeeze(line.cells[0])
    return len(text) >= shortest and _HAN.search(text) is not None


def _remark(line: Line) -> Finding:
    """What is said of the copies of a merged cell."""
    return Finding(
        line=line.number,
        kind="cell-repeated",
        severity="info",
        found=" ".join(line.cells[1:]),
        message=say("message.cell-repeated"),
    )
