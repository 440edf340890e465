"""Many sources on disk → one :class:`~generator.model.Archive` with permalinks."""

from generator.archive.addition import Addition, propose_addition
from generator.archive.corrections import count_corrections, find_failures, read_corrections
from generator.archive.folder import Source, find_sources
from generator.archive.publication import read_publication
from generator.archive.reader import read_archive
from generator.archive.record import has_errors
from generator.archive.source import READERS, read_source

__all__ = [
    "READERS", "Addition", "Source", "count_corrections", "find_failures", "find_sources", "has_errors",
    "propose_addition", "read_archive", "read_corrections", "read_publication", "read_source",
]
