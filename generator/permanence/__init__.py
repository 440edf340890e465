"""Permanent addresses: the ledger, and which document of today is which of yesterday."""

from generator.permanence.ledger import add_new_ids, is_up_to_date, write_ledger
from generator.permanence.permalinks import refuse_conflicts, tell_conflicts
from generator.permanence.published import tell_changes, tell_lost

__all__ = [
    "add_new_ids", "is_up_to_date", "refuse_conflicts", "tell_changes", "tell_conflicts", "tell_lost", "write_ledger",
]
