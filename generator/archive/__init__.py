"""Many sources on disk → one :class:`~generator.model.Archive` with permalinks."""

from generator.archive.addition import Addition, propose_addition
from generator.archive.notices import Notice, cut_around, list_notices
from generator.archive.reader import read_alone, read_archive
from generator.archive.record import has_errors
from generator.archive.selection import cut_archive, select_issues
from generator.archive.sources import READERS, read_issue
from generator.archive.troubles import all_errors, all_failures, all_unexplained

__all__ = [
    "READERS",
    "Addition",
    "Notice",
    "all_errors",
    "all_failures",
    "all_unexplained",
    "cut_archive",
    "cut_around",
    "has_errors",
    "list_notices",
    "propose_addition",
    "read_alone",
    "read_archive",
    "read_issue",
    "select_issues",
]
