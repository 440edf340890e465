"""The issues of an archive by gazette and year: what one file of the whole archive is about.

So an added issue changes the files of its gazette and year, and an archive of 5,000 documents has some hundred of them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model import Archive, IssueRecord
from generator.model.ids import UNDATED, read_id

NO_YEAR = "undated"
"""What stands for the year of issues of which only the number of all issues is known."""


class GazetteYear(NamedTuple):
    """The issues of a gazette in a year."""

    gazette: str
    """Id of the gazette."""
    year: str
    """The year in their permanent ids, which never changes; ``undated`` where these have none."""
    issues: tuple[IssueRecord, ...]
    """Newest first."""

    @property
    def name(self) -> str:
        """E.g. ``yunxi/2021``."""
        return f"{self.gazette}/{self.year}"


def year_name(id_: str) -> str:
    """The year of an id as a file is called after it."""
    year = read_id(id_).year
    return NO_YEAR if year == UNDATED else str(year)


def gazette_years(archive: Archive) -> Iterator[GazetteYear]:
    """The issues by gazette and year, in the order in which the newest of each comes in the archive."""
    found: dict[tuple[str, str], list[IssueRecord]] = {}
    for record in archive.issues:
        found.setdefault((record.publication, year_name(record.id)), []).append(record)
    for (gazette, year), issues in found.items():
        yield GazetteYear(gazette, year, tuple(issues))
