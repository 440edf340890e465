"""Many sources on disk → one :class:`~generator.model.Archive` with permalinks."""

from generator.archive.addition import Addition, propose_addition
from generator.archive.reader import read_archive
from generator.archive.record import has_errors
from generator.archive.sources import READERS, read_issue
from generator.archive.troubles import all_errors, all_failures, all_unexplained

__all__ = [
    "READERS",
    "Addition",
    "all_errors",
    "all_failures",
    "all_unexplained",
    "has_errors",
    "propose_addition",
    "read_archive",
    "read_issue",
]
