"""The reader's lines and the pieces of an issue, in groups that belong together."""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from generator.model import Issue
from generator.proof.alignment import Explained, walk, walk_through, weigh
from generator.proof.edits import Edit, edits_of
from generator.proof.pieces import CORRECTED, FORM, Piece, as_number, headers_of, pieces_of
from generator.proof.plain import visible

GRID = str.maketrans("", "", "|│┃║")
"""What is between the cells of a row that is printed in characters."""
NUMBERED = {"number", "contents", "title", "head", "part"}
"""Elements that have a number, which the format writes in one way: 〔2021〕3号, 第7号."""
FREE = {"roster", "header", "row", "table"}
"""Pieces whose cells and names may be printed in another order than they are read."""

Printed = Sequence[tuple[int, str]]
"""Numbers and texts of the lines as the reader took them from the bytes, in order."""


@dataclass(slots=True)
class Group:
    """Lines that belong together because a value was made of them."""

    lines: list[int] = field(default_factory=list)
    """In the order of the source."""
    source: str = ""
    """Visible characters of the lines."""
    pieces: list[Piece] = field(default_factory=list)
    """What the issue has of them, in its order."""
    edits: list[Edit] = field(default_factory=list)
    """What findings say of them."""

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
    for number, text in printed:
        texts[number].append(visible(text))
    for number, found in texts.items():
        group = groups.setdefault(above.find(number), Group())
        group.lines.append(number)
        group.source += "".join(found)
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


def explain(group: Group, corrected: Set[int]) -> Explained:
    """What explains the differences between the lines of a group and its pieces.

    :param corrected: lines of which people said something; their order is theirs
    """
    source = group.source.translate(GRID)
    pieces = _in_print_order(source, [piece for piece in group.pieces if piece.sure])
    issue = "".join(piece.text for piece in pieces).translate(GRID)
    grid = _grid(group)
    if source == issue:
        return Explained(grid)
    form = "".join(
        FORM.get(role, "") for role in dict.fromkeys(piece.role for piece in group.pieces)
    )
    is_corrected = not set(group.lines).isdisjoint(corrected)
    form += CORRECTED if is_corrected else ""
    edits = [edit.without(GRID) for edit in group.edits]
    edits += (Edit(piece.text, "", "kept") for piece in group.pieces if not piece.sure)
    roles = {piece.role for piece in group.pieces}
    explained = walk(source, issue, edits, form) or walk_through(source, issue, edits, form)
    if explained is None and NUMBERED & roles:
        source, issue = as_number(source), as_number(issue)
        explained = walk(source, issue, edits, form)
    if explained is None:
        explained = weigh(source, issue, edits, form)
        is_free = FREE & roles or is_corrected or _is_in_columns(group)
        if not explained.missing and not explained.added:
            explained.counts["moved"] += len(issue)
            explained.disordered = "" if is_free else issue
    explained.counts.update(grid)
    return explained


def _is_in_columns(group: Group) -> bool:
    """Whether the contents are printed beside the masthead, so that the lines of one cross those of the other."""
    return {1, 2} <= {piece.chain for piece in group.pieces}


def _grid(group: Group) -> Counter[str]:
    """The bars of the rows that are printed in characters, but for those that are in the text."""
    printed = len(group.source) - len(group.source.translate(GRID))
    kept = sum(len(piece.text) - len(piece.text.translate(GRID)) for piece in group.pieces)
    return Counter(marks=max(0, printed - kept)) if printed else Counter()


def _in_print_order(source: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces in the order in which their lines have them: elements have an order of their own."""
    if len(pieces) < 2 or all(piece.chain for piece in pieces):
        return pieces
    return sorted(pieces, key=lambda piece: source.find(piece.text) % (len(source) + 1))
