"""Corrections by people, made on the numbered lines right after decoding and before the repairs.

Before the repairs, because an editor quotes what the source has: a quote does not go stale when a
repair grows better, and the repairs (running heads, loops, quotation marks that close over lines)
see the text in its right order. They are made in the order of their file; each quotes the text as
those before it left it.

What is said of an issue, a document or a table waits for these (:class:`Placed`); here only its
quote is found, and the lines are marked with which a document or part begins or ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.lexicon.characters import squeeze
from generator.model import Finding
from generator.model.correction import Correction, Quote
from generator.read.corrections.notes import failed_finding
from generator.read.corrections.operations import EDITS
from generator.read.corrections.quote import DoesNotApply, Range, find_quote, text_of
from generator.read.lines import Line
from generator.words.say import say

FAILURES = {
    "stale-correction": "the quoted text is not in the source",
    "ambiguous-correction": "the quoted text is in more than one place of the source; quote more around it",
    "unusable-correction": "the correction cannot be made at the quoted place",
}
"""Kinds of finding on corrections that were not made → the reason
as the command line reports it."""

STALE = {
    "message.stale-correction.right": "the text is already as the correction says",
    "message.stale-correction.part": "the part at which a paragraph is to begin is not in the quoted text",
}
"""Message of a stale correction that says something else of it → the reason as the command line reports it."""

LONGEST_QUOTE = 40
"""Longest quote that the command line shows, in characters."""

MADE_ON_LINES = ("replace", "move", "join", "split", "lost")
"""Operations that are done when the lines are; all others wait for what they speak of."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A correction that waits for what it speaks of."""

    line: int
    """Source line on which its quote begins."""
    correction: Correction
    text: str = ""
    """The quoted text as the source has it."""
    target: int = 0
    """Source line on which its other quote begins, which says what an entry of the contents announces."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """Lines after corrections."""

    lines: list[Line]
    findings: list[Finding] = field(default_factory=list)
    waiting: tuple[Placed, ...] = ()
    """Corrections of what the lines hold, in their order."""


def correct(lines: list[Line], corrections: Sequence[Correction]) -> Corrected:
    """The lines with every correction that applies.

    One that does not is an error finding and changes nothing.
    """
    findings: list[Finding] = []
    waiting: list[Placed] = []
    for correction in corrections:
        try:
            found = find_quote(lines, correction)
            placed = _place(lines, correction, found)
            lines, reported = EDITS[correction.operation](lines, correction, found)
        except DoesNotApply as error:
            findings.append(failed_finding(correction, error.kind, error.message, error.quoted))
            continue
        findings += reported
        if correction.operation not in MADE_ON_LINES:
            waiting.append(placed)
    return Corrected(lines, findings, tuple(waiting))


def _place(lines: list[Line], correction: Correction, found: Range) -> Placed:
    """The correction with the lines on which its quotes begin."""
    other = correction.announces
    target = find_quote(lines, other).start.line if isinstance(other, Quote) else None
    return Placed(
        line=lines[found.start.line].number,
        correction=correction,
        text=text_of(lines, found),
        target=0 if target is None else lines[target].number,
    )


def reason_of(finding: Finding) -> str:
    """Why a correction was not made, and what it quotes, as the command line reports it."""
    reason, said = FAILURES[finding.kind], ""
    if finding.kind == "unusable-correction":
        said = f": {finding.message}"
    for key, other in STALE.items():
        reason = other if finding.message == say(key) else reason
    return f"{reason}: {squeeze(finding.found)[:LONGEST_QUOTE]}{said}"


__all__ = ["FAILURES", "Corrected", "Placed", "correct", "reason_of"]
