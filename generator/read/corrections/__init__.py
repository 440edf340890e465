"""Corrections by people, made on the numbered lines right after decoding and before the repairs.

Before the repairs, because an editor quotes what the source has: a quote does not go stale when a
repair grows better, and the repairs (running heads, loops, quotation marks that close over lines)
see the text in its right order. They are made in the order of their file; each quotes the text as
those before it left it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.model import Finding
from generator.model.correction import Correction
from generator.read.corrections.notes import failed_finding
from generator.read.corrections.operations import EDITS
from generator.read.corrections.quote import DoesNotApply, find_quote
from generator.read.lines import Line

FAILURES = {
    "stale-correction": "the quoted text is not in the source",
    "ambiguous-correction": "the quoted text is in more than one place of the source; quote more around it",
    "unusable-correction": "the correction cannot be made at the quoted place",
}
"""Kinds of finding on corrections that were not made → the reason
as the command line reports it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A correction of an element, with the source line on which its quote begins."""

    line: int
    correction: Correction


@dataclass(frozen=True, slots=True)
class Corrected:
    """Lines after corrections."""

    lines: list[Line]
    findings: list[Finding] = field(default_factory=list)
    elements: tuple[Placed, ...] = ()
    """Corrections of elements, which wait for the documents."""


def correct(lines: list[Line], corrections: Sequence[Correction]) -> Corrected:
    """The lines with every correction that applies.

    One that does not is an error finding and changes nothing.
    """
    findings: list[Finding] = []
    elements: list[Placed] = []
    for correction in corrections:
        try:
            found = find_quote(lines, correction)
            number = lines[found.start.line].number
            lines, reported = EDITS[correction.operation](lines, correction, found)
        except DoesNotApply as error:
            findings.append(failed_finding(correction, error.kind, error.message))
            continue
        findings += reported
        if correction.element:
            elements.append(Placed(number, correction))
    return Corrected(lines, findings, tuple(elements))


__all__ = ["FAILURES", "Corrected", "Placed", "correct"]
