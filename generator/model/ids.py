"""Ids of the archive in their parts: of a gazette, of an issue, of a document."""

from typing import NamedTuple


class Id(NamedTuple):
    """An id: ``yunxi``, ``yunxi/2021/4`` or ``yunxi/2021/4/1``.

    As text it is an address and the key of every list.
    """

    gazette: str
    """Name of the gazette's folder."""
    numbers: tuple[int, ...] = ()
    """Year and number of the issue, then the number of the document in it: two, three or none."""

    @property
    def issue(self) -> "Id":
        """The id of the issue: of an issue its own, of a document that of its issue.

        A whole gazette has only its own.
        """
        return Id(self.gazette, self.numbers[:2])

    @property
    def is_gazette(self) -> bool:
        """Whether it names all that a gazette ever published."""
        return not self.numbers

    @property
    def is_issue(self) -> bool:
        """Whether it names an issue and no single document."""
        return len(self.numbers) == 2

    @property
    def is_document(self) -> bool:
        """Whether it names a document."""
        return len(self.numbers) == 3

    def document(self, number: int) -> "Id":
        """The id of a document of this issue."""
        return Id(self.gazette, (*self.numbers[:2], number))

    def __str__(self) -> str:
        return "/".join((self.gazette, *map(str, self.numbers)))


def read_id(text: str) -> Id:
    """The parts of an id; raises :class:`ValueError` for text that is none."""
    gazette, *numbers = text.split("/")
    return Id(gazette, tuple(map(int, numbers)))


def issue_id(gazette: str, year: int, number: int) -> Id:
    """The id of an issue."""
    return Id(gazette, (year, number))
