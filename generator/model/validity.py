"""What is known of whether a document is in force, always with its evidence and its date."""

from typing import Literal

import msgspec

from generator.model.base import Value

Status = Literal["repealed", "expired", "pending", "term", "none"]
"""``repealed`` by a held document, ``expired`` by its own term, ``pending``: not yet in force,
``term``: inside its term, ``none``: nothing was found that ends it. Never a bare “in force”."""


class Coverage(Value, frozen=True):
    """How far a gazette is held."""

    as_of: str | None
    """Day of the newest issue that is held, as exactly as it is known (2021-10-08, 2021-10, 2021);
    null where no date of the gazette can be relied on."""
    issues: int
    """How many issues are held; one that joins two numbers is two."""
    missing: int = 0
    """How many issues appeared for certain between those that are held, and are not held."""


class Evidence(Value, frozen=True):
    """What a status rests on."""

    as_of: str | None
    """ISO date for which it is said: that of the newest issue held of the same gazette, as exactly as
    it is known (2021-10-08, 2021-10, 2021); null where no date of the gazette can be relied on."""
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
    by_as_of: str | None = None
    """Day of the newest issue held of the gazette that prints that document."""
    issues: int = 0
    """How many issues of the gazette are held."""
    missing: int = 0
    """How many of its issues appeared for certain between those that are held, and are not held."""
