"""Whether anything of a print went astray between its lines and its issue."""

from collections.abc import Iterator
from pathlib import Path

from generator.archive.sources import PARSED
from generator.errors import NotAGazette
from generator.model import Issue
from generator.parse.conservation import losses
from generator.read import read_print
from generator.source.corrections_file import read_corrections

SHOWN = 40
"""Most characters of a loss that a line shows."""


def find_losses(issue: Issue, source: Path) -> Iterator[NotAGazette]:
    """What is in a print and neither in its issue nor in a finding, with the file and the line.

    Of an issue that another program parsed the print is not there, and nothing is said.
    """
    if not source.is_file() or source.suffix.lower() == PARSED:
        return
    corrections, _ = read_corrections(source)
    lines = read_print(source.read_bytes(), source.name, corrections).lines
    for line, characters in losses(issue, lines).items():
        yield NotAGazette(
            str(source), line, f"is in no value and in no finding: {characters[:SHOWN]}"
        )
