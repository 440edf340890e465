"""Two columns of a page that were read across, line by line: kept as they are, and reported on each line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.lexicon.characters import HAN
from generator.model import Document, Finding, Text
from generator.read import Line
from generator.words.say import say

_HALVES = re.compile(r"\s*(?P<left>\S+(?: \S+)*)(?:[ \t]{3,}|\u3000{2,})(?P<right>\S+(?: \S+)*)\s*")
"""每月巡查不少于两次，巡查情况记入台      负责技术指导。经费按季度拨付，"""
_STOP = re.compile("[，。；：、,;:!?！？）)]$")
_INNER = re.compile("[，。；,;]")


@dataclass(frozen=True, slots=True)
class ColumnLimits:
    """Which lines are two columns read across."""

    fewest: int = 3
    """Fewest lines on end; two may be a signature beside another."""
    narrowest: int = 8
    """Fewest characters of each half of a line, the last line apart; the cells of a table have fewer."""
    uneven: int = 3
    """Most characters by which the left halves differ, the last one apart: a column is set full."""


COLUMNS = ColumnLimits()


class _Halves(NamedTuple):
    """A line with a wide gap in its middle."""

    line: Line
    left: str
    right: str


def find_fused_columns(lines: Sequence[Line], documents: Iterable[Document]) -> Iterator[Finding]:
    """An error for each line of running text that holds the ends of two columns.

    :param lines: of the whole source, with the blanks of the print
    """
    running = {line for document in documents for line in _running_lines(document)}
    run: list[_Halves] = []
    for line in lines:
        halves = _halves(line) if line.number in running else None
        if halves is None:
            yield from _report(run)
            run = []
        else:
            run.append(halves)
    yield from _report(run)


def _running_lines(document: Document) -> Iterator[int]:
    """The source lines of the running text of a document."""
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Text):
                yield from block.lines


def _halves(line: Line) -> _Halves | None:
    """The two halves of a line with one wide gap; none of any other line."""
    text = line.text
    has_gap = "   " in text or "\u3000\u3000" in text or "\t" in text  # most lines have none
    match = _HALVES.fullmatch(text) if has_gap else None
    return _Halves(line, match["left"], match["right"]) if match else None


def _report(run: Sequence[_Halves]) -> Iterator[Finding]:
    """What is said of lines with a gap that follow each other."""
    if not _are_columns(run):
        return
    for halves in run:
        yield Finding(
            line=halves.line.number,
            kind="interleaved",
            severity="error",
            found=halves.line.text.strip(),
            message=say("message.interleaved"),
        )


def _are_columns(run: Sequence[_Halves]) -> bool:
    """Whether lines are two columns: set full, with sentences that go over the end of their half."""
    if len(run) < COLUMNS.fewest:
        return False
    full = run[:-1]
    lengths = [len(halves.left) for halves in full]
    if max(lengths) - min(lengths) > COLUMNS.uneven:
        return False
    if any(_size(side) < COLUMNS.narrowest for _, *sides in full for side in sides):
        return False
    columns = list(zip(*((left, right) for _, left, right in full), strict=True))
    return all(_is_prose(column) for column in columns)


def _size(text: str) -> int:
    """How many Chinese characters a text has."""
    return len(re.findall(HAN, text))


def _is_prose(column: Sequence[str]) -> bool:
    """Whether a column has sentences, and one of its lines ends in the middle of one."""
    return any(map(_INNER.search, column)) and not all(map(_STOP.search, column))
