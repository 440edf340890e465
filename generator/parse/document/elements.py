"""The elements of a document (GB/T 9704-2012), as they are being read."""

from dataclasses import dataclass, field
from typing import Any

from generator.model import Printed


@dataclass(slots=True)
class Elements:
    """What was read, with the positions (in the list of lines) that it takes."""

    values: dict[str, Any] = field(default_factory=dict)
    """By the name of the field of a document."""
    at: dict[str, list[int]] = field(default_factory=dict)
    """Positions of each element."""
    as_printed: dict[str, str] = field(default_factory=dict)
    """Those whose value is not what the print has, as it has them."""
    printed: Printed | None = None
    body: int = 0
    """First position of the body."""
    rest: str = ""
    """Text after the colon of the recipients, when the body begins on their line."""

    def put(
        self, name: str, value: str | tuple[str, ...], places: list[int], as_printed: str = ""
    ) -> None:
        """Record an element and where it is, and how it is printed, where its value leaves something out."""
        self.values[name] = value
        self.at[name] = places
        if as_printed:
            self.as_printed[name] = as_printed

    @property
    def closing(self) -> list[int]:
        """Positions of signature, date and note behind the beginning of the body."""
        places: list[int] = []
        for name in ("signature", "date", "note"):
            places += [place for place in self.at.get(name, []) if place >= self.body]
        return places

    @property
    def taken(self) -> set[int]:
        """All positions that elements take."""
        return {place for places in self.at.values() for place in places}
