"""What was published against the sources: every printed character, from the bytes to page, index and data.

``outlets.py`` and ``in_memory.py`` give what was published, address by address; ``generator.visible`` says what must
be there; ``page_checks.py``, ``data_checks.py`` and ``index_checks.py`` compare the two.
"""

from generator.prove.choice import Choice, choose_issues, find_outlet, held_by
from generator.prove.in_memory import IN_MEMORY, Memory
from generator.prove.mismatch import Difference
from generator.prove.outlets import Outlet, open_outlet
from generator.prove.proof_of_issue import Proof, prove_issues

__all__ = [
    "IN_MEMORY",
    "Choice",
    "Difference",
    "Memory",
    "Outlet",
    "Proof",
    "choose_issues",
    "find_outlet",
    "held_by",
    "open_outlet",
    "prove_issues",
]
