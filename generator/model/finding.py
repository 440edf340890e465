"""What was repaired, doubted or lost: nothing is changed silently."""

from typing import Literal

from generator.model.base import Line, Value

Severity = Literal["info", "warning", "error"]


class Finding(Value, frozen=True):
    """One remark of the reader on one source line."""

    line: Line
    """1-based line of the source; 0 when the file as a whole is meant."""
    kind: str
    """What it is about, e.g. ``font-encoding``, ``impossible-date``."""
    severity: Severity
    """``info``: repaired with certainty; ``warning``: doubtful, kept; ``error``: text lost or out of order."""
    found: str = ""
    """The text as it stands in the source."""
    correct: str = ""
    """The text as it was read; empty when it was kept or removed."""
    message: str = ""
    """A sentence in Chinese for the reader of the page."""
    entry: Line | None = None
    """1-based line of the entry in the file of corrections that it tells of; null when the program found it."""
