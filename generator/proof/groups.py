"""The reader's lines and the pieces of an issue, in groups that belong together."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from generator.model import Issue
from generator.proof.alignment import Explained, walk, walk_through, weigh
from generator.proof.edits import Edit, edits_of
from generator.proof.issue_pieces import CORRECTED, FORM, Piece, as_number, headers_of, pieces_of
from generator.proof.placing import in_print_order
from generator.proof.plain import visible

GRID = str.maketrans("", "", "|│┃║")
"""What is between the cells of a row that is printed in characters."""
NUMBERED = {"number", "contents", "title", "head", "part"}
"""Elements that have a number, which the format writes in one way: 〔2021〕3号, 第7号."""
FREE = {"roster", "table"}
"""Pieces whose names and cells may be printed in another order than they are read."""
STACKED = {"row", "header"}
"""Pieces whose cells are read one after the other, and printed in lines across all of them."""

Printed = Sequence[tuple[int, str]]
"""Numbers and texts of the lines as the reader took them from the bytes, in order."""


@dataclass(slots=True)
class Group:
    """Lines that belong together because a value was made of them."""

    lines: list[int] = field(default_factory=list)
    """In the order of the source."""
    entries: list[str] = field(default_factory=list)
    """Their visible characters; several lines of a page may have one number."""
    stacked: bool = False
    """Whether a row is printed on several lines."""
    pieces: list[Piece] = field(default_factory=list)
    """What the issue has of them, in its order."""
    edits: list[Edit] = field(default_factory=list)
    """What findings say of them."""

    @property
    def source(self) -> str:
        """Visible characters of the lines."""
        return "".join(self.entries)

    @property
    def first(self) -> int:
        """The line by which a difference is known; 0 for none."""
        return (
            self.lines[0]
            if self.lines
            else min((piece.lines[0] for piece in self.pieces), default=0)
        )


def groups_of(issue: Issue, printed: Printed) -> list[Group]:
    """The groups of an issue, in the order of the source; those of lines that are not there come last."""
    pieces = list(pieces_of(issue))
    above = _Joined()
    for piece in pieces:
        above.join(piece.lines)
    groups: dict[int, Group] = {}
    texts: defaultdict[int, list[str]] = defaultdict(list)
    stacked: set[int] = set()
    for number, text in printed:
        texts[number].append(visible(text))
        if "\n" in text:
            stacked.add(number)
    for number, found in texts.items():
        group = groups.setdefault(above.find(number), Group())
        group.stacked = group.stacked or bool(group.lines) or number in stacked
        group.lines.append(number)
        group.entries += found
    for piece in pieces:
        groups.setdefault(above.find(piece.lines[0]), Group()).pieces.append(piece)
    _add_edits(issue, groups, above)
    return list(groups.values())


def _add_edits(issue: Issue, groups: dict[int, Group], above: "_Joined") -> None:
    """Give each group what findings say of its lines, and the headers that may be printed again on them."""
    for line, edits in edits_of(issue.findings).items():
        groups.setdefault(above.find(line), Group()).edits += edits
    joined = {finding.line for finding in issue.findings if finding.kind == "table-joined"}
    for text, lines in headers_of(issue) if joined else ():
        for line in joined.intersection(lines):
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
    grid = _grid(group)
    is_corrected = not corrected.isdisjoint(group.lines)
    source = group.source.translate(GRID)
    sure = in_print_order(group.entries, [piece for piece in group.pieces if piece.sure])
    if source == _text(sure):
        return Explained(grid)
    edits = [edit.without(GRID) for edit in group.edits]
    edits += (_elsewhere(piece) for piece in group.pieces if not piece.sure)
    form = "".join(
        FORM.get(role, "") for role in dict.fromkeys(piece.role for piece in group.pieces)
    )
    form += CORRECTED if is_corrected else ""
    explained = _follow(source, sure, edits, form)
    if explained is None:
        issue = _text(sure)
        if not NUMBERED.isdisjoint(piece.role for piece in sure):
            source, issue = as_number(source), as_number(issue)
        explained = weigh(source, issue, edits, form)
        if not explained.missing and not explained.added:
            explained.counts["moved"] += len(issue)
            explained.disordered = "" if is_corrected or _is_free(group) else issue
    explained.counts.update(grid)
    return explained


def _text(pieces: Sequence[Piece]) -> str:
    """The text of pieces, without the bars of a grid."""
    return "".join(piece.text for piece in pieces).translate(GRID)


def _elsewhere(piece: Piece) -> Edit:
    """A piece that the source may have at any place of its lines."""
    return Edit(piece.text.translate(GRID), "", "kept")


def _follow(
    source: str, pieces: Sequence[Piece], edits: Sequence[Edit], form: str
) -> Explained | None:
    """What explains the differences in the order of the source: a number may be inside a title."""
    issue = _text(pieces)
    explained = walk(source, issue, edits, form) or walk_through(source, issue, edits, form)
    if explained or not NUMBERED.intersection(piece.role for piece in pieces):
        return explained
    whole = [piece for piece in pieces if piece.chain or piece.role != "contents"]
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


def _grid(group: Group) -> Counter[str]:
    """The bars of the rows that are printed in characters, but for those that are in the text."""
    printed = len(group.source) - len(group.source.translate(GRID))
    kept = sum(len(piece.text) - len(piece.text.translate(GRID)) for piece in group.pieces)
    return Counter(marks=max(0, printed - kept)) if printed else Counter()
