"""Marks in the text of a document: the very characters that a finding speaks of, where nobody can mistake them."""


from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Finding, Span
from generator.pages.writing.escape import Inserts, escape_attribute
from generator.words.wording import SEVERITIES

LONGEST_FOUND = 40
"""Characters of the source that a mark quotes at most."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text with what is to be said of it."""

    start: int
    end: int
    severity: str
    """Of its finding."""
    note: str
    """A sentence for the reader."""


def find_marks(text: str, lines: Span, breaks: Span, findings: Iterable[Finding]) -> tuple[Mark, ...]:
    """The marks of a text: the reading of each finding where its line holds that reading as often as it was found.

    :param lines: source lines of the text
    :param breaks: offsets at which the second and each further line begins; without them all of the text is searched
    """
    ends = [0, *breaks, len(text)] if len(breaks) == len(lines) - 1 else [0, len(text)]
    stretches = list(pairwise(ends))
    place = {line: stretches[index if len(stretches) > 1 else 0] for index, line in enumerate(lines)}
    groups: dict[tuple[tuple[int, int], str], list[Finding]] = {}
    for finding in findings:
        if reading := reading_of(finding):
            groups.setdefault((place.get(finding.line, (0, len(text))), reading), []).append(finding)
    marks = [mark for (stretch, reading), found in groups.items() for mark in _locate(text, stretch, reading, found)]
    return tuple(_apart(sorted(marks, key=lambda mark: (mark.start, -mark.end))))


def cut_marks(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks that lie wholly between two offsets, counted from the first."""
    return tuple(
        Mark(mark.start - start, mark.end - start, mark.severity, mark.note)
        for mark in marks
        if start <= mark.start and mark.end <= end
    )


def inserts_of(marks: Iterable[Mark]) -> Inserts:
    """The tags around marked characters; what they say waits in an attribute until a reader wants to see it."""
    return [tag for mark in marks for tag in ((mark.start, _opening(mark)), (mark.end, "</span>"))]


def reading_of(finding: Finding) -> str:
    """The characters of the text that a finding speaks of: those that were put right, or those that were doubted."""
    return finding.correct or (finding.found if finding.severity != "info" else "")


def _locate(text: str, stretch: tuple[int, int], reading: str, findings: Sequence[Finding]) -> Iterator[Mark]:
    """Marks on every place of a reading, none when it stands there more or less often than it was found."""
    start, end = stretch
    if text.count(reading, start, end) != len(findings):
        return
    for finding in findings:
        start = text.index(reading, start, end)
        yield Mark(start, start + len(reading), finding.severity, _note(finding))
        start += len(reading)


def _note(finding: Finding) -> str:
    """订正，原作“也”：方正字库编码错位."""
    found = finding.found if len(finding.found) <= LONGEST_FOUND else f"{finding.found[:LONGEST_FOUND]}…"
    before = f"，原作“{found}”" if found and finding.correct else ""
    return f"{SEVERITIES[finding.severity]}{before}：{finding.message}".rstrip("：")


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
