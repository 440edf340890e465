"""Merged cells that a recogniser printed once for each column: ``| 一、工业 | 一、工业 | 一、工业 |``."""

import re
from dataclasses import dataclass
from itertools import groupby

from generator.lexicon.characters import HAN, squeeze
from generator.model import Finding
from generator.read.lines import Line
from generator.words.say import say

FEWEST_COLUMNS = 3
"""Fewest cells that are one merged cell where all are the same; two may be two values."""


@dataclass(frozen=True, slots=True)
class GroupLimits:
    """Which text alone in a row names the rows below it."""

    alone: int = 4
    """Shortest one, in characters, where no other of its table is one."""
    among: int = 2
    """Shortest one, in characters, where another is."""


GROUP = GroupLimits()
_HAN = re.compile(HAN)


def join_repeated_cells(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Rows with one text in all columns as a row of one cell; what went is recorded."""
    kept: list[Line] = []
    findings: list[Finding] = []
    for is_table, group in groupby(lines, key=lambda line: bool(line.cells)):
        rows = list(group)
        shortest = (
            GROUP.among if any(_is_repeated(line, GROUP.alone) for line in rows) else GROUP.alone
        )
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
