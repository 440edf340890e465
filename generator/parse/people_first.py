"""What a person has said of characters replaces what the program doubts of the same.

What the program says of damage stays beside a person's word that text is lost there: it says of which kind it is.
"""

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
    """The issue without the program's findings on characters of which a person has said something.

    Those are inside what the person quoted; what is doubted of a whole cell goes where a part of it is said to be lost.
    """
    people = [finding for finding in issue.findings if not _is_of_program(finding)]
    mended = _Said(finding for finding in people if not _is_lost(finding))
    lost = _Said(filter(_is_lost, people))

    def is_replaced(finding: Finding) -> bool:
        """Whether a person has said what the program says."""
        if not _is_of_program(finding) or finding.kind not in _REPLACED:
            return False
        is_doubt = finding.severity != "error"
        return mended.speaks_of(finding) or (is_doubt and lost.speaks_of(finding, of_cell=True))

    findings = tuple(finding for finding in issue.findings if not is_replaced(finding))
    return msgspec.structs.replace(issue, findings=findings)


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
        self._stretches: defaultdict[FindingPlace, _Stretches] = defaultdict(_Stretches)
        self._somewhere: set[tuple[FindingPlace, str]] = set()
        for finding in sorted(findings, key=lambda finding: _extent(finding) or (0, 0)):
            extent = _extent(finding)
            if isinstance(finding.place, UnsetType):
                continue
            if extent is None:
                self._somewhere.add((finding.place, squeeze(finding.reading)))
                continue
            self._stretches[finding.place].add(*extent)

    def speaks_of(self, finding: Finding, *, of_cell: bool = False) -> bool:
        """Whether people have said something of the characters of a finding.

        :param of_cell: whether some of them are enough where the finding is on a cell as a whole
        """
        place, extent = finding.place, _extent(finding)
        if isinstance(place, UnsetType):
            return False
        if extent is None:
            return (place, squeeze(finding.reading)) in self._somewhere
        if place not in self._stretches:
            return False
        said = self._stretches[place]
        is_touched = of_cell and finding.kind in _OF_WHOLE_CELLS and said.touch(*extent)
        return is_touched or said.hold(*extent)


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
