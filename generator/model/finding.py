"""What was repaired, doubted or lost: nothing is changed silently."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from generator.model.base import Line, Place, Value

Severity = Literal["info", "warning", "error"]

BETWEEN_CELLS = "\n"
"""What is between the cells of a row, as ``Finding.start`` and ``Finding.end`` count."""


SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""The severest first."""


class FindingPlace(Value, frozen=True, omit_defaults=True):
    """What in a document holds the characters of a finding: an element, the title of a part, a block or a row."""

    document: Place
    """Sequence of the document."""
    element: str | None = None
    """Name of the element: ``title``, ``number``, ``recipients`` …"""
    part: Line | None = None
    """Index of the part, from 0; its own title is meant where ``block`` is none."""
    block: Line | None = None
    """Index of the block in the part, from 0."""
    row: Line | None = None
    """Index in ``rows`` of the row of a table; its header is meant where there is none."""


class Provenance(Value, frozen=True):
    """Who corrected something, and on what authority: what the entry of the file of corrections says."""

    operation: str
    """What the entry says: ``replace``, ``move``, ``begins`` …"""
    by: str
    """Who corrected."""
    on: str
    """ISO date of the correction."""
    why: str
    """The reason."""
    authority: str
    """On what it rests: ``scan``, ``official website`` or ``reading``."""
    element: str | None = None
    """What was set, when it has a name: ``date``, ``effective.from``, ``issue.year``."""


class Occurrence(Value, frozen=True):
    """Where the characters of a finding are once more on its line; as the same keys of the finding."""

    place: FindingPlace | UnsetType = UNSET
    """What holds them."""
    start: Line | UnsetType = UNSET
    """Offset at which they begin there."""
    end: Line | UnsetType = UNSET
    """Offset after them."""


class Finding(Value, frozen=True):
    """One remark of the reader on one source line."""

    line: Line
    """1-based line of the source; 0 when the file as a whole is meant."""
    kind: str
    """What it is about, e.g. ``font-encoding``, ``impossible-date``."""
    severity: Severity
    """``info``: repaired with certainty; ``warning``: doubtful, kept;
    ``error``: text lost or out of order."""
    found: str = ""
    """The text as it is in the source."""
    correct: str = ""
    """The text as it was read; empty when it was kept or removed."""
    message: str = ""
    """A sentence for the reader of the page, in the language of the site."""
    entry: Line | None = None
    """1-based line of the entry in the file of corrections that it is about;
    null when the program found it."""
    provenance: Provenance | UnsetType = UNSET
    """Of a correction that was made: who made it, and why.

    Then ``found`` holds the characters that went and ``correct`` those that came; what only restores
    order (move, join, split, begins, ends, columns, header) shows in ``found`` the characters that it
    speaks of, and changes none where ``correct`` is empty.
    """
    place: FindingPlace | UnsetType = UNSET
    """What holds the characters that it speaks of; left out where nothing on its line does."""
    start: Line | UnsetType = UNSET
    """Offset at which they begin in the text that holds them.

    The text of a row is its cells joined by line feeds; one inside a cell counts like any other
    character. The offset is left out where they cannot be distinguished from others that are the
    same.
    """
    end: Line | UnsetType = UNSET
    """Offset after them."""
    again: tuple[Occurrence, ...] | UnsetType = UNSET
    """Where the same was repaired once more on the same line; left out where it was once."""

    @property
    def times(self) -> int:
        """How often it was found on its line."""
        return 1 if isinstance(self.again, UnsetType) else 1 + len(self.again)

    def each(self) -> Iterator["Finding"]:
        """The finding as often as it was found, each with its own place."""
        if isinstance(self.again, UnsetType):
            yield self
            return
        yield replace(self, again=UNSET)
        for one in self.again:
            yield replace(self, place=one.place, start=one.start, end=one.end, again=UNSET)

    @property
    def reading(self) -> str:
        """The characters of the text that it speaks of.

        Those that were put right, or those that were doubted.
        """
        return self.correct or (self.found if self.severity != "info" else "")


def count_severities(findings: Iterable[Finding]) -> dict[str, int]:
    """How much was found of each severity, the severest first; a repair counts as often as it was made."""
    counts: dict[str, int] = dict.fromkeys(SEVERITIES, 0)
    for finding in findings:
        counts[finding.severity] += finding.times
    return counts
