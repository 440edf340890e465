"""Marks in the text of a document, on the characters that a finding speaks of, where their place is certain."""

import sys
from collections.abc import Iterable, Iterator, Sequence

from msgspec import UnsetType
from msgspec.structs import replace

from generator.model import Finding, Value
from generator.pages.writing.damage import is_damage, note_html
from generator.pages.writing.escape import Inserts, escape_attribute
from generator.words.say import say
from generator.words.wording import cut, severity_word

LONGEST_FOUND = 40
"""Longest quotation of the source in a mark, in characters."""


class Mark(Value, frozen=True, gc=False):
    """A stretch of a text with a remark on it."""

    start: int
    end: int
    severity: str
    """Of its finding."""
    note: str
    """A sentence for the reader."""
    damage: tuple[Finding, ...] = ()
    """The findings of damage that are said behind it for every reader; empty for any other mark."""


def find_marks(findings: Sequence[Finding], *, noted: bool = True) -> tuple[Mark, ...]:
    """The marks of a text: one for each finding that has offsets in it; those inside another are left out.

    Damage is marked over its whole extent; of what touches one mark is made.

    :param noted: whether the words of the editors are said behind damage, as in no heading
    """
    if not findings:
        return ()
    places = [
        (finding.start, finding.end, finding)
        for finding in findings
        if not isinstance(finding.start, UnsetType) and not isinstance(finding.end, UnsetType)
    ]
    damaged = [place for place in places if is_damage(place[2])]
    others = [place for place in places if not is_damage(place[2])]
    marks = [_damage_mark(run, noted=noted) for run in _touching(damaged)]
    marks += [Mark(start, end, one.severity, _note(one)) for start, end, one in others]
    return tuple(
        _apart(sorted(marks, key=lambda mark: (mark.start, mark.severity != "error", -mark.end)))
    )


_Place = tuple[int, int, Finding]
"""Where the characters of a finding begin and end, and the finding."""


def _touching(places: Sequence[_Place]) -> Iterator[list[_Place]]:
    """The places, those that overlap or touch each other together."""
    run: list[_Place] = []
    end = -1
    for place in sorted(places, key=lambda place: place[:2]):
        if run and place[0] > end:
            yield run
            run = []
        run.append(place)
        end = max(end, place[1])
    if run:
        yield run


def touching_findings(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings of one line, those of the same characters of a text together; one without offsets is alone."""
    alone: list[list[Finding]] = []
    placed: dict[object, list[_Place]] = {}
    for finding in findings:
        if isinstance(finding.start, UnsetType) or isinstance(finding.end, UnsetType):
            alone.append([finding])
        else:
            placed.setdefault(finding.place, []).append((finding.start, finding.end, finding))
    runs = (run for places in placed.values() for run in _touching(places))
    return [*alone, *([finding for _, _, finding in run] for run in runs)]


def _damage_mark(run: Sequence[_Place], *, noted: bool) -> Mark:
    """The mark of damage that touches each other."""
    findings = tuple(finding for _, _, finding in run)
    end = max(end for _, end, _ in run)
    return Mark(run[0][0], end, "error", _note(findings[0]), findings if noted else ())


def cut_marks(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks that lie wholly between two offsets, counted from the first; of damage what is between them.

    What is said of it is said behind its last piece.
    """
    whole = (
        mark
        for mark in marks
        if mark.severity == "error" or (start <= mark.start and mark.end <= end)
    )
    return tuple(
        replace(mark, start=mark.start - start, end=mark.end - start)
        for mark in clip_marks(whole, start, end)
    )


def clip_marks(marks: Iterable[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks as far as they lie between two offsets, which they go on counting from the same place.

    What is said of damage is said behind its last piece.
    """
    return tuple(
        replace(
            mark,
            start=max(start, mark.start),
            end=min(end, mark.end),
            damage=mark.damage if mark.end <= end else (),
        )
        for mark in marks
        if mark.start < end and start < mark.end
    )


def inserts_of(marks: Iterable[Mark]) -> Inserts:
    """The tags around marked characters, and the words of the editors behind damaged ones.

    What all other marks say waits in an attribute until a reader wants to see it.
    """
    inserts: list[tuple[int, str]] = []
    for mark in marks:
        inserts += [(mark.start, _opening(mark)), (mark.end, _closing(mark))]
    return inserts


def _note(finding: Finding) -> str:
    """订正，原作“也”：方正字库编码错位."""
    found = cut(finding.found, LONGEST_FOUND)
    severity = severity_word(finding.severity)
    is_replaced = found and finding.correct
    head = say("mark.replaced", severity=severity, found=found) if is_replaced else severity
    return say("mark.note", head=head, message=finding.message) if finding.message else head


def _apart(marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks without those that begin inside another; damage goes before any other."""
    end = 0
    for mark, following in zip(marks, _next_damage(marks), strict=True):
        if mark.severity == "error" or (mark.start >= end and mark.end <= following):
            yield mark
            end = mark.end


def _next_damage(marks: Sequence[Mark]) -> Sequence[int]:
    """For each mark, where the next damage at or behind it begins."""
    begin, places = sys.maxsize, []
    for mark in reversed(marks):
        begin = mark.start if mark.severity == "error" else begin
        places.append(begin)
    return places[::-1]


def _opening(mark: Mark) -> str:
    """The tag before a marked character."""
    return f'<span class="note-mark {mark.severity}" data-note="{escape_attribute(mark.note)}">'


def _closing(mark: Mark) -> str:
    """The tag behind a marked character, and what the editors say of damage."""
    return f"</span>{note_html(mark.damage)}" if mark.damage else "</span>"
