"""Findings → the differences between source and issue that they explain."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.model import Finding
from generator.proof.visible_text import visible

CAUSES = {
    "markup": "marks",
    "front-matter": "marks",
    "page-furniture": "furniture",
    "site-menu": "menu",
    "font-encoding": "changed",
    "ocr-char": "changed",
    "compatibility-form": "changed",
    "number-brackets": "changed",
    "contents-author": "changed",
    "contents-date": "changed",
    "contents-stray": "changed",
    "table-joined": "changed",
    "cell-repeated": "changed",
    "bold-doubled": "changed",
    "correction": "changed",
    "contents-damage": "lost",
    "unplaced": "lost",
}
"""Kinds of finding that say that characters are not in the issue as they are in the source → what they count as."""


class Edit(NamedTuple):
    """Characters of the source, and those that are in their place in the issue."""

    found: str
    correct: str
    cause: str
    """What the difference counts as."""
    often: bool = False
    """Whether it is made more than once."""

    @property
    def size(self) -> int:
        """How many characters of the source it changed or removed."""
        if not self.correct:
            return len(self.found)
        return (Counter(self.found) - Counter(self.correct)).total()

    def each(self, change: Callable[[str], str]) -> "Edit":
        """The same difference with a change of both texts."""
        return self._replace(found=change(self.found), correct=change(self.correct))


def edits_of(findings: Iterable[Finding]) -> dict[int, list[Edit]]:
    """The differences that findings explain, by their line."""
    edits: defaultdict[int, list[Edit]] = defaultdict(list)
    for finding in findings:
        cause = CAUSES.get(finding.kind)
        is_moved = finding.kind == "correction" and not finding.correct
        if cause and finding.line and finding.found and not is_moved:
            for _ in range(finding.times):
                edits[finding.line] += _edits(finding, cause)
    return edits


def _edits(finding: Finding, cause: str) -> Iterator[Edit]:
    """The differences of one finding; marks that were removed are set apart by blanks."""
    if cause == "marks" and not finding.correct:
        for mark in finding.found.split():
            yield Edit(mark, "", cause)
    else:
        yield Edit(visible(finding.found), visible(finding.correct), cause)
