"""How well an issue was read, measured against a truth that was made by hand."""

from generator.model.base import Value


class Measure(Value, frozen=True, tag_field="type", tag="measure"):
    """Elements that an issue has or has not, e.g. headings.

    What was found, what is there, what agrees.
    """

    name: str
    """What was measured, e.g. ``headings``."""
    true: int
    """How many there are by the truth."""
    found: int
    """How many were read."""
    hits: int
    """How many of those read are there."""

    @property
    def precision(self) -> float:
        """Share of what was read that is there."""
        return self.hits / max(1, self.found)

    @property
    def recall(self) -> float:
        """Share of what is there that was read."""
        return self.hits / max(1, self.true)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hits / (self.true + self.found) if self.hits else 0.0

    @property
    def value(self) -> float:
        """The one number that represents it."""
        return self.f1


class Share(Value, frozen=True, tag_field="type", tag="share"):
    """A value that every element has, e.g. the date of a document: how often it was read right."""

    name: str
    """What was measured, e.g. ``document.date``."""
    total: int
    """How many were compared."""
    hits: int
    """How many were read right."""

    @property
    def share(self) -> float:
        """Share of those read right."""
        return self.hits / max(1, self.total)

    @property
    def value(self) -> float:
        """The one number that represents it."""
        return self.share


Figure = Measure | Share
"""One measured figure."""


class Accuracy(Value, frozen=True):
    """The figures of an annotated issue."""

    read: tuple[Figure, ...]
    """As the program alone reads it."""
    published: tuple[Figure, ...]
    """As it is published, with the corrections made by people."""
