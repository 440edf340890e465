"""What a person corrects that has a form of print.

The number of a document, what an extra issue is called, and a part of the number of an issue.
"""

from generator.lexicon.counts.issue_counts import read_special
from generator.lexicon.expressions.issue_parts import read_part
from generator.lexicon.numbers import read_number_line
from generator.model.base import LONGEST_FIGURES
from generator.model.corrected_values import LONGEST_SHOWN
from generator.model.correction import Correction
from generator.words.examples import NUMBER, ORDER, PART, SPECIAL


def find_fault_of_form(correction: Correction) -> str | None:
    """Why a value that a correction gives has not the form of its print; None for a right one."""
    for find in (find_fault_of_number, find_fault_of_special, find_fault_of_part):
        if reason := find(correction):
            return reason
    return None


def find_fault_of_number(correction: Correction) -> str | None:
    """Why the number that a correction gives is none, with the one that it could be; None for a right one."""
    value = correction.right
    if correction.element != "number" or not value:
        return None
    canonical = read_number_line(value) if len(value) <= LONGEST_FIGURES else None
    if canonical == value:
        return None
    meant = f"; did you mean `{canonical}`?" if canonical else ""
    return f"`value: {_shown(value)}` is no number like {NUMBER} or {ORDER}{meant}"


def find_fault_of_special(correction: Correction) -> str | None:
    """Why what a correction calls an issue is no name of an extra issue; None for a right one."""
    value = correction.right
    if correction.issue != "special" or not value or read_special(value[:LONGEST_FIGURES]):
        return None
    return f"`value: {_shown(value)}` is no extra issue like {SPECIAL}"


def find_fault_of_part(correction: Correction) -> str | None:
    """Why what a correction calls a part of a number is none; None for a right one."""
    value = correction.right
    if correction.issue != "part" or not value or read_part(value[:LONGEST_FIGURES]):
        return None
    return f"`value: {_shown(value)}` is no part of a number like {PART}"


def _shown(value: str) -> str:
    """A value as an error shows it."""
    return value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…"
