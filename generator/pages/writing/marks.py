"""Marks in the text of a document, on the characters that a finding speaks of, where their place is certain."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from msgspec import UnsetType

from generator.model import Finding
from generator.pages.writing.escape import Inserts, escape_attribute
from generator.words.say import say
from generator.words.wording import cut, severity_word

LONGEST_FOUND = 40
"""Longest quotation of the source in a mark, in characters."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text with a remark on it."""

    start: int
    end: int
    severity: str
    """Of its finding."""
    note: str
    """A sentence for the reader."""


def find_marks(findings: Iterable[Finding]) -> tuple[Mark, ...]:
    """The marks of a text: one for each finding that has offsets in it; those inside another are left out."""
    marks = [
        Mark(finding.start, finding.end, finding.severity, _note(finding))
        for finding in findings
        if not isinstance(finding.start, UnsetType) and not isinstance(finding.end, UnsetType)
    ]
    return tuple(_apart(sorted(marks, key=lambda mark: (mark.start, -mark.end))))


def cut_marks(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks that lie wholly between two offsets, counted from the first."""
    return tuple(
        Mark(mark.start - start, mark.end - start, mark.severity, mark.note)
        for mark in marks
        if start <= mark.start and mark.end <= end
    )


def clip_marks(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks as far as they lie between two offsets, which they go on counting from the same place."""
    return tuple(
        replace(mark, start=max(start, mark.start), end=min(end, mark.end))
        for mark in marks
        if mark.start < end and start < mark.end
    )


def inserts_of(marks: Iterable[Mark]) -> Inserts:
    """The tags around marked characters.

    What they say waits in an attribute until a reader wants to see it.
    """
    inserts: list[tuple[int, str]] = []
    for mark in marks:
        inserts += [(mark.start, _opening(mark)), (mark.end, "</span>")]
    return inserts


def _note(finding: Finding) -> str:
    """订正，原作“也”：方正字库编码错位."""
    found = cut(finding.found, LONGEST_FOUND)
    severity = severity_word(finding.severity)
    is_replaced = found and finding.correct
    head = say("mark.replaced", severity=severity, found=found) if is_replaced else severity
    return say("mark.note", head=head, message=finding.message) if finding.message else head


def _apart(marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks without those that begin inside another."""
    end = 0
    for mark in marks:
        if mark.start >= end:
            yield mark
            end = mark.end


def _opening(mark: Mark) -> str:
    """The tag before a marked character."""
    return f'<span class="note-mark {mark.severity}" data-note="{escape_attribute(mark.note)}">'
