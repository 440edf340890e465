"""Bytes of a source → numbered lines → repaired lines."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model import Finding
from generator.model.correction import Correction
from generator.read.corrections import Placed, correct
from generator.read.count import count_characters
from generator.read.decode import decode
from generator.read.html import is_html, read_html, read_table_markup, split_tables
from generator.read.lines import Line, extent_of, read_lines
from generator.read.repairs import repair

__all__ = ["Line", "Placed", "Read", "count_characters", "extent_of", "read_source", "repair"]


class Read(NamedTuple):
    """What was read of a source."""

    lines: list[Line]
    """Its lines, corrected by people and then repaired."""
    findings: list[Finding]
    """What was corrected and repaired."""
    elements: tuple[Placed, ...] = ()
    """Corrections of elements, which wait for the documents."""


def read_source(data: bytes, source: str, corrections: Sequence[Correction] = ()) -> Read:
    """The corrected and repaired lines of a source, and what was corrected and repaired.

    :raises NotAGazette: when the bytes are no text
    """
    text, findings = decode(data, source)
    lines = read_html(text) if is_html(text) else list(_read_text(text))
    corrected = correct(lines, corrections)
    repaired, remarks = repair(corrected.lines)
    return Read(repaired, findings + corrected.findings + remarks, corrected.elements)


def _read_text(text: str) -> Iterator[Line]:
    """The lines of a text; a table that stands in it as HTML gives one line a row."""
    for offset, piece, is_table in split_tables(text):
        first = text.count("\n", 0, offset) + 1
        if is_table:
            yield from read_table_markup(piece, first)
        else:
            yield from read_lines(piece, first)
