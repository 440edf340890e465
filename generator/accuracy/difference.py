"""What two versions of the program read differently of the same annotated issues."""

from collections.abc import Iterator, Mapping
from typing import Literal

from generator.model import Accuracy, Figure, Value

Accuracies = Mapping[str, Accuracy]
"""Accuracy of each annotated issue, by id."""

READINGS: tuple[Literal["read", "published"], ...] = ("read", "published")
"""Without and with the corrections made by people."""


class Change(Value, frozen=True):
    """A figure that is not what it was."""

    issue: str
    """Id of the issue."""
    reading: str
    """One of :data:`READINGS`."""
    name: str
    """Name of the figure."""
    before: Figure | None
    """None when it was not measured."""
    after: Figure | None
    """None when it is no longer measured."""

    @property
    def gain(self) -> float:
        """How much better it became; negative when it became worse."""
        before = self.before.value if self.before else 0
        after = self.after.value if self.after else 0
        return after - before


def find_changes(before: Accuracies, after: Accuracies) -> tuple[Change, ...]:
    """Every figure that changed, what was lost first."""
    changes: list[Change] = []
    for issue in sorted({*before, *after}):
        for reading in READINGS:
            old, new = _figures(before, issue, reading), _figures(after, issue, reading)
            changes += _changes(issue, reading, old, new)
    return tuple(sorted(changes, key=lambda change: change.gain))


def _figures(accuracies: Accuracies, issue: str, reading: str) -> dict[str, Figure]:
    """The figures of an issue by name."""
    accuracy = accuracies.get(issue)
    if accuracy is None:
        return {}
    return {figure.name: figure for figure in getattr(accuracy, reading)}


def _changes(
    issue: str, reading: str, before: Mapping[str, Figure], after: Mapping[str, Figure]
) -> Iterator[Change]:
    """The figures of an issue that changed, in their order."""
    for name in dict.fromkeys((*after, *before)):
        if before.get(name) != after.get(name):
            yield Change(issue, reading, name, before.get(name), after.get(name))
