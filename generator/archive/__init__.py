"""Many sources on disk → one :class:`~generator.model.Archive` with permalinks."""

from generator.archive.addition import Addition, propose_addition
from generator.archive.folder import Source, find_sources
from generator.archive.publication import read_publication
from generator.archive.reader import read_archive
from generator.archive.record import has_errors
from generator.archive.source import READERS, read_source

__all__ = [
    "READERS", "Addition", "Source", "find_sources", "has_errors", "propose_addition", "read_archive",
    "read_publication", "read_source",
]
