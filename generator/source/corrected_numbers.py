"""What a person corrects that has a form of print: the number of a document, and what an extra issue is called."""

from generator.lexicon.expressions.issue_counts import read_special
from generator.lexicon.numbers import read_number_line
from generator.model.base import LONGEST_FIGURES
from generator.model.corrected_values import LONGEST_SHOWN
from generator.model.correction import Correction
from generator.words.examples import NUMBER, ORDER, SPECIAL


def find_fault_of_number(correction: Correction) -> str | None:
    """Why the number that a correction gives is none, with the one that it could be; None for a right one."""
    value = correction.right
    if correction.element != "number" or not value:
        return None
    canonical = read_number_line(value) if len(value) <= LONGEST_FIGURES else None
    if canonical == value:
        return None
    shown = value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…"
    meant = f"; did you mean `{canonical}`?" if canonical else ""
    return f"`value: {shown}` is no number like {NUMBER} or {ORDER}{meant}"


def find_fault_of_special(correction: Correction) -> str | None:
    """Why what a correction calls an issue is no name of an extra issue; None for a right one."""
    value = correction.right
    if correction.issue != "special" or not value or read_special(value[:LONGEST_FIGURES]):
        return None
    shown = value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…"
    return f"`value: {shown}` is no extra issue like {SPECIAL}"
