"""The account of the characters of a source: where each of them is."""

import msgspec

from generator.model.base import Line, Value


class Account(Value, frozen=True):
    """Where every visible character of a source is, counted from its bytes.

    ``source`` is the sum of ``kept``, ``changed``, ``marks``, ``furniture``, ``form``, ``set_aside``,
    ``lost`` and ``unexplained``. All counts are of characters without blanks.
    """

    source: Line = 0
    """Visible characters of the decoded bytes, markup of a web page included; 0 when not counted."""
    kept: Line = 0
    """Characters that are in the issue as they are in the source."""
    changed: Line = 0
    """Characters that repairs or corrections changed or removed, marks not included."""
    marks: Line = 0
    """Marks of a recogniser and control characters that were removed."""
    furniture: Line = 0
    """Characters of page numbers and running heads."""
    form: Line = 0
    """Characters of the form of an element: the leaders of the contents, brackets of a number."""
    set_aside: dict[str, Line] = msgspec.field(default_factory=dict)
    """What is no text of the gazette, by reason: ``tag``, ``comment``, ``script``, ``head``, ``menu``."""
    lost: Line = 0
    """Characters that a finding of loss names and that are not in the issue."""
    unexplained: Line = 0
    """Characters of the source that are neither in the issue nor in a finding."""
    added: Line = 0
    """Characters of the issue that are not in the source and that no finding explains."""
    disordered: Line = 0
    """Characters of the issue in another order than in the source, which no finding explains."""
    moved: Line = 0
    """Those of ``kept`` that are in another place than in the source: a correction moved them,
    or an element is printed on another line."""

    @property
    def holds(self) -> bool:
        """Whether every character is explained."""
        return not (self.unexplained or self.added or self.disordered)

    @property
    def aside(self) -> int:
        """How many characters were set aside, for all reasons."""
        return sum(self.set_aside.values())
