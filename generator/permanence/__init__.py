"""Permanent addresses: the ledger, and which document of today is which of yesterday."""

from generator.permanence.ledger import add_new_ids, is_up_to_date, write_ledger
from generator.permanence.permalinks import describe_conflicts, refuse_conflicts
from generator.permanence.published import describe_changes, describe_lost

__all__ = [
    "add_new_ids",
    "describe_changes",
    "describe_conflicts",
    "describe_lost",
    "is_up_to_date",
    "refuse_conflicts",
    "write_ledger",
]
