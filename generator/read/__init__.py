"""Bytes of a source → numbered lines → lines as people corrected them → repaired lines."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.errors import NotAGazette
from generator.model import Finding
from generator.model.correction import Correction
from generator.read.corrections import Placed, correct
from generator.read.formats import FORMATS, Received, number_lines
from generator.read.lines import Line, extent_of
from generator.read.repairs import repair

__all__ = [
    "FORMATS",
    "Line",
    "Placed",
    "Read",
    "extent_of",
    "read_print",
    "repair",
]


@dataclass(frozen=True, slots=True)
class SourceLimits:
    """What is no text in lines.

    A recogniser that lost the direction of reading prints lines of a few characters.
    """

    many: int = 2000
    """Most lines of a source whatever they hold; in a longer one the average counts."""
    fewest: int = 4
    """Fewest characters of its lines on average; with fewer the source is refused."""


SOURCE = SourceLimits()


class Read(NamedTuple):
    """What was read of a source."""

    source: str
    """Its file name, for messages."""
    sha256: str
    """Hash of its bytes as they were received, whatever a reader made of them."""
    lines: list[Line]
    """Its lines, corrected by people and then repaired."""
    findings: list[Finding]
    """What was corrected and repaired."""
    printed: list[tuple[int, str]]
    """Numbers and texts of the lines as they are in the source."""
    waiting: tuple[Placed, ...] = ()
    """Corrections of what the lines hold: issue, documents, tables."""


def read_print(data: bytes, source: str, corrections: Sequence[Correction] = ()) -> Read:
    """The corrected and repaired lines of a source, and what was corrected and repaired.

    :param data: its bytes, in one of :data:`~generator.read.formats.FORMATS`
    :param source: its file name, for messages
    :param corrections: what people say is right, in the order in which it is to be applied
    :raises NotAGazette: when the bytes are no text, or its lines hold a few characters each
    """
    numbered = number_lines(Received(data, source))
    _check_lines(numbered.lines, source)
    corrected = correct(numbered.lines, corrections)
    repaired, remarks = repair(corrected.lines)
    findings = numbered.findings + corrected.findings + remarks
    sha256 = hashlib.sha256(data).hexdigest()
    return Read(source, sha256, repaired, findings, numbered.printed, corrected.waiting)


def _check_lines(lines: list[Line], source: str) -> None:
    """Refuse what a recogniser that lost the direction of reading prints.

    Thousands of lines of a few characters.
    """
    if len(lines) > SOURCE.many and sum(len(line.text) for line in lines) < SOURCE.fewest * len(
        lines
    ):
        few = f"{len(lines)} lines of fewer than {SOURCE.fewest} characters on average"
        reason = f"{few}; the text must be in printed lines or paragraphs"
        raise NotAGazette(source, lines[0].number, reason)
