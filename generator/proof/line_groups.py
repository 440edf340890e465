"""The reader's lines and the pieces of an issue, in groups that belong together."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain

from generator.model import Issue
from generator.model.base import Value
from generator.proof.alignment import Explained, try_places, walk, walk_through, weigh
from generator.proof.edits import Edit, edits_of
from generator.proof.issue_pieces import CORRECTED, FORM, Piece, headers_of
from generator.proof.number_forms import as_number
from generator.proof.placing import find_disorder, in_print_order
from generator.proof.visible_text import visible

GRID = "|│┃║"
"""What is between the cells of a row that is printed in characters."""
NUMBERED = {"number", "contents", "entry", "title", "head", "part"}
"""Elements that have a number, which the format writes in one way: 〔2021〕3号, 第7号."""
FREE = {"roster", "table"}
"""Pieces whose names and cells may be printed in another order than they are read."""
STACKED = {"row", "header"}
"""Pieces whose cells are read one after the other, and printed in lines across all of them."""

FUSED = "line-ends-lost"
"""Kind of the findings on lines that hold several lines of print."""

Printed = Sequence[tuple[int, str]]
"""Numbers and texts of the lines as the reader took them from the bytes, in order."""


class Entry(Value, frozen=True, gc=False):
    """One line of the reader."""

    number: int
    text: str
    """Its visible characters."""
    stacked: bool
    """Whether it is a row that is printed on several lines."""


@dataclass(slots=True)
class Group:
    """Lines that belong together because a value was made of them."""

    lines: list[int] = field(default_factory=list)
    """In the order of the source."""
    entries: list[str] = field(default_factory=list)
    """Their visible characters; several lines of a page may have one number."""
    stacked: bool = False
    """Whether a row is printed on several lines."""
    fused: bool = False
    """Whether the source has several lines of print on one of its lines."""
    pieces: list[Piece] = field(default_factory=list)
    """What the issue has of them, in its order."""
    edits: list[Edit] = field(default_factory=list)
    """What findings say of them."""

    @property
    def source(self) -> str:
        """Visible characters of the lines."""
        return "".join(self.entries)

    @property
    def is_shared(self) -> bool:
        """Whether several lines of print have one number, so that documents may share it."""
        return self.fused or len(self.entries) > len(self.lines)

    @property
    def first(self) -> int:
        """The line by which a difference is known; 0 for none."""
        return (
            self.lines[0]
            if self.lines
            else min((piece.lines[0] for piece in self.pieces), default=0)
        )


def without_grid(text: str) -> str:
    """A text without what is between the cells of a row."""
    for char in GRID:
        if char in text:
            text = text.replace(char, "")
    return text


def entries_of(printed: Printed) -> list[Entry]:
    """The reader's lines, their visible characters only."""
    return [Entry(number, visible(text), "\n" in text) for number, text in printed]


def groups_of(issue: Issue, entries: Sequence[Entry], pieces: Sequence[Piece]) -> list[Group]:
    """The groups of an issue, in the order of the source; those of lines that are not there come last.

    A line that one piece gives as it is needs no group.
    """
    texts: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        texts[entry.number].append(entry)
    settled = _settled(texts, pieces)
    fused = {finding.line for finding in issue.findings if finding.kind == FUSED}
    above = _Joined()
    for piece in pieces:
        if len(piece.lines) > 1:
            above.join(piece.lines)
    groups: dict[int, Group] = {}
    for number, found in texts.items():
        if number not in settled:
            group = groups.setdefault(above.find(number), Group())
            group.fused |= number in fused
            group.stacked |= bool(group.lines) or any(entry.stacked for entry in found)
            group.lines.append(number)
            group.entries += [entry.text for entry in found]
    for piece in pieces:
        if piece.lines[0] not in settled:
            groups.setdefault(above.find(piece.lines[0]), Group()).pieces.append(piece)
    _add_edits(issue, groups, above, settled)
    return list(groups.values())


def _settled(texts: Mapping[int, list[Entry]], pieces: Sequence[Piece]) -> set[int]:
    """The lines that are one piece each, as they are in the source."""
    often = Counter(chain.from_iterable(piece.lines for piece in pieces))
    settled: set[int] = set()
    for piece in pieces:
        first = piece.lines[0]
        if len(piece.lines) == 1 and often[first] == 1:
            found = texts.get(first, ())
            if len(found) == 1 and found[0].text == piece.text:
                settled.add(first)
    return settled


def _add_edits(
    issue: Issue, groups: dict[int, Group], above: "_Joined", settled: AbstractSet[int]
) -> None:
    """Give each group what findings say of its lines, and the headers that may be printed again on them."""
    for line, edits in edits_of(issue.findings).items():
        if line in settled:
            continue
        groups.setdefault(above.find(line), Group()).edits += edits
    joined = {finding.line for finding in issue.findings if finding.kind == "table-joined"}
    for text, lines in headers_of(issue) if joined else ():
        for line in joined.intersection(lines) - settled:
            groups.setdefault(above.find(line), Group()).edits.append(
                Edit(text, "", "changed", often=True)
            )


class _Joined:
    """Lines that are known by one of them."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def find(self, line: int) -> int:
        """The line by which the group of a line is known."""
        path: list[int] = []
        while (above := self._above.setdefault(line, line)) != line:
            path.append(line)
            line = above
        for passed in path:
            self._above[passed] = line
        return line

    def join(self, lines: tuple[int, ...]) -> None:
        """Put lines into one group."""
        for line in lines[1:]:
            self._above[self.find(line)] = self.find(lines[0])


def explain(group: Group, corrected: AbstractSet[int]) -> Explained:
    """What explains the differences between the lines of a group and its pieces.

    :param corrected: lines of which people said something; their order is theirs
    """
    explained = _explain(group, corrected)
    if group.is_shared and not explained.disordered and corrected.isdisjoint(group.lines):
        sure = [piece for piece in group.pieces if piece.sure]
        explained.disordered = find_disorder(group.source, sure)
    return explained


def _explain(group: Group, corrected: AbstractSet[int]) -> Explained:
    """As :func:`explain`, the order of the documents of a page in one line not considered."""
    source = group.source
    if source == "".join(piece.text for piece in group.pieces if piece.sure):
        return Explained()
    grid = _grid(source, group.pieces)
    is_corrected = not corrected.isdisjoint(group.lines)
    source = without_grid(source)
    sure = in_print_order(group.entries, [piece for piece in group.pieces if piece.sure])
    if source == _text(sure):
        return Explained(grid)
    edits = [edit.each(without_grid) for edit in group.edits]
    edits += (_elsewhere(piece) for piece in group.pieces if not piece.sure)
    form = "".join(
        FORM.get(role, "") for role in dict.fromkeys(piece.role for piece in group.pieces)
    )
    form += CORRECTED if is_corrected else ""
    explained = _without_one(source, _text(sure), edits) or _follow(source, sure, edits, form)
    if explained is None:
        issue = _text(sure)
        explained = weigh(source, issue, edits, form)
        if not (explained.holds or NUMBERED.isdisjoint(piece.role for piece in sure)):
            numbered = weigh(as_number(source), as_number(issue), edits, form)
            if _size(numbered) < _size(explained):
                explained, issue = numbered, as_number(issue)
        if not explained.missing and not explained.added:
            explained.counts["moved"] += 0 if group.is_shared else len(issue)
            is_free = is_corrected or group.is_shared or _is_free(group)
            explained.disordered = "" if is_free else issue
    explained.counts.update(grid)
    return explained


def _size(explained: Explained) -> int:
    """How many characters are not explained."""
    return len(explained.missing) + len(explained.added)


def _text(pieces: Sequence[Piece]) -> str:
    """The text of pieces, without the bars of a grid."""
    return without_grid("".join(piece.text for piece in pieces))


def _elsewhere(piece: Piece) -> Edit:
    """A piece that the source may have at any place of its lines."""
    return Edit(without_grid(piece.text), "", "kept")


def _without_one(source: str, issue: str, edits: Sequence[Edit]) -> Explained | None:
    """What explains the differences where the source has one thing more, before all that the issue has: a mark, a page.

    As :func:`walk` has it, for most lines that differ; None for any other.
    """
    if len(edits) != 1 or edits[0].correct or not edits[0].found:
        return None
    found = edits[0].found
    if source != found + issue or issue.startswith(found[0]):
        return None
    return Explained(Counter({edits[0].cause: edits[0].size}))


def _follow(
    source: str, pieces: Sequence[Piece], edits: Sequence[Edit], form: str
) -> Explained | None:
    """What explains the differences in the order of the source: a number may be inside a title."""
    issue = _text(pieces)
    explained = (
        walk(source, issue, edits, form)
        or walk_through(source, issue, edits, form)
        or try_places(source, issue, edits, form)
    )
    if explained or not NUMBERED.intersection(piece.role for piece in pieces):
        return explained
    whole = [piece for piece in pieces if piece.chain or piece.role not in {"contents", "entry"}]
    inside = [_elsewhere(piece) for piece in pieces if piece not in whole]
    if inside:
        explained = walk(source, _text(whole), [*edits, *inside], form)
        if explained and explained.counts["kept"] >= sum(len(edit.found) for edit in inside):
            return explained
    return walk(as_number(source), as_number(issue), edits, form)


def _is_free(group: Group) -> bool:
    """Whether the pieces of a group may be read in another order than they are printed."""
    roles = {piece.role for piece in group.pieces}
    is_stacked = group.stacked and not STACKED.isdisjoint(roles)
    return is_stacked or _is_in_columns(group) or not FREE.isdisjoint(roles)


def _is_in_columns(group: Group) -> bool:
    """Whether the contents are printed beside the masthead, so that the lines of one cross those of the other."""
    return {1, 2} <= {piece.chain for piece in group.pieces}


def _grid(source: str, pieces: Sequence[Piece]) -> Counter[str]:
    """The bars of the rows that are printed in characters, but for those that are in the text."""
    printed = sum(map(source.count, GRID))
    kept = sum(piece.text.count(char) for piece in pieces for char in GRID) if printed else 0
    return Counter(marks=max(0, printed - kept)) if printed else Counter()
