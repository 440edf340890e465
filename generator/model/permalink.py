"""What is known of a permanent address, and what became of it."""

from typing import Annotated

import msgspec

from generator.model.base import Span, Value
from generator.model.ids import read_id

NotEmpty = Annotated[str, msgspec.Meta(min_length=1)]
"""Text that says something."""

Nth = Annotated[int, msgspec.Meta(ge=1)]
"""A place in the order in which ids were given."""


class Permalink(Value, frozen=True):
    """One entry of the ledger.

    An id that was published, and how its document is recognised again.
    """

    id: str
    """``yunxi/2021/4/1``, or ``yunxi/2021/4`` and ``yunxi``
    for what was decided of a whole issue or gazette."""
    number: str | None = None
    """发文字号 of the document."""
    title: str = ""
    """Its title without blanks and punctuation."""
    lines: Span = ()
    """First and last source line."""
    to: NotEmpty | None = None
    """The id that answers instead:
    the document was merged into another, its issue or gazette is called another way."""
    withdrawn: NotEmpty | None = None
    """Why the document was taken out of the archive,
    in Chinese for the reader; only a person writes this."""
    nth: Nth | None = None
    """Which of all documents ever published it was, counted when it was added to the ledger; the
    search counts them so. None for an entry of an older ledger, and for one that a person wrote."""

    @property
    def issue(self) -> str:
        """Id of the issue, e.g. ``yunxi/2021/4``.

        The entry of a whole gazette has none, and its own id is here.
        """
        return str(read_id(self.id).issue)

    @property
    def gazette(self) -> str:
        """Id of the gazette, e.g. ``yunxi``."""
        return self.id.partition("/")[0]

    @property
    def is_whole_issue(self) -> bool:
        """Whether the entry is about an issue and no single document."""
        return read_id(self.id).is_issue

    @property
    def is_whole_gazette(self) -> bool:
        """Whether the entry is about all that a gazette ever published."""
        return read_id(self.id).is_gazette

    @property
    def is_retired(self) -> bool:
        """Whether no document of the archive has this id any more.

        It leads to another one, or was withdrawn.
        """
        return self.to is not None or self.withdrawn is not None


class Conflict(Value, frozen=True):
    """A permanent address that would break, and why; an archive that has one is not published."""

    id: str
    """The address."""
    title: str
    """What the ledger knows of it; empty for a whole issue."""
    reason: str
    """One plain clause."""
