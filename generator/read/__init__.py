"""Bytes of a source → numbered lines → repaired lines."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.errors import NotAGazette
from generator.model import Finding
from generator.model.correction import Correction
from generator.read.corrections import Placed, correct
from generator.read.count import count_characters
from generator.read.decode import decode
from generator.read.drawn import read_drawn
from generator.read.html import is_html, read_html, read_table_markup, split_tables
from generator.read.lines import Line, extent_of, read_lines
from generator.read.repairs import repair

_MANY, _FEWEST = 2000, 4
"""In so many lines the average has at least so many characters, or the source is no text in lines."""
__all__ = ["Line", "Placed", "Read", "count_characters", "extent_of", "read_source", "repair"]


class Read(NamedTuple):
    """What was read of a source."""

    lines: list[Line]
    """Its lines, corrected by people and then repaired."""
    findings: list[Finding]
    """What was corrected and repaired."""
    printed: list[tuple[int, str]]
    """Numbers and texts of the lines as they stand in the source."""
    elements: tuple[Placed, ...] = ()
    """Corrections of elements, which wait for the documents."""


def read_source(data: bytes, source: str, corrections: Sequence[Correction] = ()) -> Read:
    """The corrected and repaired lines of a source, and what was corrected and repaired.

    :raises NotAGazette: when the bytes are no text, or its lines hold a few characters each
    """
    text, findings = decode(data, source)
    if is_html(text):
        lines = read_html(text)
        printed = [(line.number, line.text) for line in lines]
    else:
        lines = list(_read_text(text))
        printed = list(enumerate(text.split("\n"), 1))
    _check_lines(lines, source)
    corrected = correct(lines, corrections)
    repaired, remarks = repair(corrected.lines)
    return Read(repaired, findings + corrected.findings + remarks, printed, corrected.elements)


def _check_lines(lines: list[Line], source: str) -> None:
    """Refuse what a recogniser that lost the direction of reading prints: thousands of lines of a few characters."""
    if len(lines) > _MANY and sum(len(line.text) for line in lines) < _FEWEST * len(lines):
        few = f"{len(lines)} lines of fewer than {_FEWEST} characters on average"
        reason = f"{few}; the text must stand in printed lines or paragraphs"
        raise NotAGazette(source, lines[0].number, reason)


def _read_text(text: str) -> Iterator[Line]:
    """The lines of a text; a table that stands in it as HTML gives one line a row."""
    for offset, piece, is_table in split_tables(text):
        first = text.count("\n", 0, offset) + 1
        if is_table:
            yield from read_table_markup(piece, first)
        else:
            yield from read_drawn(read_lines(piece, first))
