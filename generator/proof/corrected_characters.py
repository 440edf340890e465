"""Characters that people corrected: what is gone, what came, and what may be in another place, each counted once."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import UnsetType

from generator.model import Finding
from generator.model.correction import CHANGING
from generator.proof.alignment import Explained
from generator.proof.line_groups import Group
from generator.proof.visible_text import visible


class Pool:
    """Characters of which each can explain one."""

    def __init__(self, characters: Iterable[str] | Counter[str] = ()) -> None:
        self._left = Counter(characters)

    def add(self, text: str) -> None:
        """Put characters in, e.g. those that were moved to another line."""
        self._left.update(text)

    def split(self, text: str) -> tuple[str, str]:
        """The characters of a text that nothing explains, and those that one does."""
        unexplained: list[str] = []
        explained: list[str] = []
        for char in text:
            is_left = self._left[char] > 0
            self._left[char] -= is_left
            (explained if is_left else unexplained).append(char)
        return "".join(unexplained), "".join(explained)


class Corrected:
    """What the corrections of an issue explain."""

    def __init__(
        self, findings: Iterable[Finding], explained: Sequence[tuple[Group, Explained]]
    ) -> None:
        corrections = [one for one in findings if one.kind == "correction"]
        texts = "".join(one.found + one.correct for one in corrections)
        self.movable = Pool(visible(texts))
        """What may be in another place."""
        by_line: dict[int, list[Finding]] = {}
        for one in corrections:
            by_line.setdefault(one.line, []).append(one)
        gone, come = _net(corrections)
        for group, explanation in explained if corrections else ():
            own = [one for line in group.lines for one in by_line.get(line, ()) if one.correct]
            if own:
                out, new = _net(own)
                source, issue = _characters(group)
                gone -= ((source - issue) - Counter(explanation.missing)) & out
                come -= ((issue - source) - Counter(explanation.added)) & new
        self.gone, self.come = Pool(gone), Pool(come)
        """What is gone, and what came, that no group of lines explains by itself."""


def _characters(group: Group) -> tuple[Counter[str], Counter[str]]:
    """The characters of the lines of a group, but for what repairs changed, and those of its pieces."""
    source, issue = Counter(group.source), Counter[str]()
    for piece in group.pieces:
        issue.update(piece.text)
    for edit in group.edits:
        if edit.cause != "changed":
            source -= Counter(edit.found)
    return source, issue


def _net(corrections: Iterable[Finding]) -> tuple[Counter[str], Counter[str]]:
    """The characters that are gone and those that came, in all."""
    gone, come = Counter[str](), Counter[str]()
    for found, correct in _chains(corrections):
        gone += found - correct
        come += correct - found
    return gone, come


def _chains(corrections: Iterable[Finding]) -> list[tuple[Counter[str], Counter[str]]]:
    """What goes and comes by the corrections of one line, or by those of an element that go on from each other."""
    chains: dict[object, tuple[Counter[str], Counter[str]]] = {}
    for one in sorted(corrections, key=lambda finding: finding.entry or 0):
        said = one.provenance
        element = None if isinstance(said, UnsetType) else said.element
        if not isinstance(said, UnsetType) and said.operation not in CHANGING and not one.correct:
            continue  # it restores order and changes no character
        found, correct = visible(one.found), visible(one.correct)
        gone, come = chains.pop((element, found) if element else one.line, (Counter(), Counter()))
        key: object = (element, correct) if element else one.line
        if element and key in chains:
            key = one
        chains[key] = gone + Counter(found), come + Counter(correct)
    return list(chains.values())
