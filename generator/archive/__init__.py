"""Many sources on disk → one :class:`~generator.model.Archive` with permalinks."""

from generator.archive.addition import Addition, propose_addition
from generator.archive.corrections import count_corrections, find_failures, read_corrections
from generator.archive.folder import DESCRIPTION, LEDGER, Source, find_sources, refuse_name
from generator.archive.ledger import add_new_ids, is_up_to_date, write_ledger
from generator.archive.permalinks import refuse_conflicts, tell_conflicts
from generator.archive.publication import read_publication
from generator.archive.published import tell_changes, tell_lost
from generator.archive.reader import read_archive
from generator.archive.record import has_errors
from generator.archive.source import READERS, read_source
from generator.archive.troubles import all_errors, all_failures, all_losses

__all__ = [
    "DESCRIPTION", "LEDGER", "READERS", "Addition", "Source", "add_new_ids", "all_errors", "all_failures",
    "all_losses", "count_corrections", "find_failures", "find_sources", "has_errors", "is_up_to_date",
    "propose_addition", "read_archive", "read_corrections", "read_publication", "read_source", "refuse_conflicts",
    "refuse_name", "tell_changes", "tell_conflicts", "tell_lost", "write_ledger",
]
