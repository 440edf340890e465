"""What a status rests on, without what changes with other issues of a gazette."""

import msgspec

from generator.model import Evidence, Value


class FoundEvidence(Value, frozen=True):
    """What a status rests on, without how far its gazette is held; the index says that."""

    start: str | None = msgspec.field(default=None, name="from")
    """Day from which the document is in force, as it says."""
    until: str | None = None
    """Last day of its term, as it says; an impossible date as printed."""
    sentence: str | None = None
    """The words that say so."""
    line: int | None = None
    """Source line of the block that holds them."""
    place: tuple[int, int] | None = None
    """Index of the part and of the block that holds them."""
    by: str | None = None
    """Id of the held document that repeals it."""
    by_date: str | None = None
    """Day on which that document takes effect, else its date."""


def without_day(evidence: Evidence | None) -> FoundEvidence | None:
    """Evidence without the day of its gazette."""
    if evidence is None:
        return None
    names = FoundEvidence.__struct_fields__
    return FoundEvidence(**{name: getattr(evidence, name) for name in names})
