"""What a person has said of characters replaces what the program says of the same: a reader needs one reason."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

import msgspec
from msgspec import UnsetType

from generator.lexicon.characters import squeeze
from generator.model import Finding, Issue
from generator.model.finding import FindingPlace
from generator.words.finding_kinds import DAMAGES

_OF_WHOLE_CELLS = frozenset({"cell-scrambled", "cell-cut"})
"""Kinds of the findings that speak of a cell as a whole, whatever of it is wrong."""
_REPLACED = frozenset({*DAMAGES, *_OF_WHOLE_CELLS})


def prefer_people(issue: Issue) -> Issue:
    """The issue without the program's findings of damage on characters of which a person has said something.

    Those are inside what the person quoted; what is said of a whole cell goes where a part of it is said to be lost.
    """
    said = _Said(finding for finding in issue.findings if not _is_of_program(finding))
    findings = [
        finding
        for finding in issue.findings
        if not (_is_of_program(finding) and finding.kind in _REPLACED and said.speaks_of(finding))
    ]
    return msgspec.structs.replace(issue, findings=tuple(findings))


def _is_of_program(finding: Finding) -> bool:
    """Whether no person has said it."""
    return isinstance(finding.provenance, UnsetType)


def _is_lost(finding: Finding) -> bool:
    """Whether a person says that text is lost."""
    provenance = finding.provenance
    return not isinstance(provenance, UnsetType) and provenance.operation == "lost"


class _Said:
    """The characters of which people have said something."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._all: defaultdict[FindingPlace, _Stretches] = defaultdict(_Stretches)
        self._lost: defaultdict[FindingPlace, _Stretches] = defaultdict(_Stretches)
        self._somewhere: set[tuple[FindingPlace, str]] = set()
        for finding in sorted(findings, key=lambda finding: _extent(finding) or (0, 0)):
            extent = _extent(finding)
            if isinstance(finding.place, UnsetType):
                continue
            if extent is None:
                self._somewhere.add((finding.place, squeeze(finding.reading)))
                continue
            self._all[finding.place].add(*extent)
            if _is_lost(finding):
                self._lost[finding.place].add(*extent)

    def speaks_of(self, finding: Finding) -> bool:
        """Whether people have said something of the characters of a finding."""
        place, extent = finding.place, _extent(finding)
        if isinstance(place, UnsetType):
            return False
        if extent is None:
            return (place, squeeze(finding.reading)) in self._somewhere
        if place in self._all and self._all[place].hold(*extent):
            return True
        of_cell = finding.kind in _OF_WHOLE_CELLS and place in self._lost
        return of_cell and self._lost[place].touch(*extent)


def _extent(finding: Finding) -> tuple[int, int] | None:
    """Where the characters of a finding begin and end in their text; None where that is not certain."""
    if isinstance(finding.start, UnsetType) or isinstance(finding.end, UnsetType):
        return None
    return finding.start, finding.end


class _Stretches:
    """Stretches of a text, those that overlap or touch each other as one."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> None:
        """A further one, which begins before none of those that are known."""
        if self._ends and start <= self._ends[-1]:
            self._ends[-1] = max(self._ends[-1], end)
            return
        self._starts.append(start)
        self._ends.append(end)

    def hold(self, start: int, end: int) -> bool:
        """Whether another one is inside one of them."""
        nth = bisect_right(self._starts, start) - 1
        return nth >= 0 and end <= self._ends[nth]

    def touch(self, start: int, end: int) -> bool:
        """Whether another one has a character of one of them."""
        nth = bisect_right(self._starts, end - 1) - 1
        return nth >= 0 and self._ends[nth] > start
