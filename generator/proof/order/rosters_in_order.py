"""The names of a list of people against its lines: each person has the post that is printed beside the name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.model import Issue, Roster
from generator.model.block import group_heads
from generator.proof.issue_pieces import FORM
from generator.proof.line_groups import GRID
from generator.proof.placing import FAR
from generator.proof.visible_text import visible

_FORM = str.maketrans("", "", FORM["roster"] + GRID)


def find_disordered_rosters(
    issue: Issue, printed: Iterable[tuple[int, str]]
) -> Iterator[tuple[int, str]]:
    """The line and the text of each role, name and post that is printed before what the issue has before it.

    Lists that people corrected are passed over, and lines of a page that share one number.
    """
    rosters = list(_rosters(issue))
    wanted = {line for roster in rosters for line in roster.lines}
    lines: dict[int, str] = {}
    often: Counter[int] = Counter()
    for number, text in printed:
        if number in wanted:
            lines[number] = visible(text).translate(_FORM)
            often[number] += 1
    corrected = {finding.line for finding in issue.findings if finding.kind == "correction"}
    for roster in rosters:
        if corrected.isdisjoint(roster.lines) and all(often[line] == 1 for line in roster.lines):
            for text in _disordered(roster, "".join(lines[line] for line in roster.lines)):
                yield roster.lines[0], text


def _rosters(issue: Issue) -> Iterator[Roster]:
    """Every list of people of an issue that has lines."""
    for document in issue.documents:
        for part in document.parts:
            for block in part.blocks:
                if isinstance(block, Roster) and block.lines:
                    yield block


def _disordered(roster: Roster, source: str) -> Iterator[str]:
    """What is before the place up to which its list was read; what was repaired is passed over."""
    place = 0
    for heads, group in group_heads(roster):
        for texts in (
            *((head,) for head in heads),
            *((one.name, one.post) for one in group.members),
        ):
            found, wrong = _take(
                [visible(text or "").translate(_FORM) for text in texts], source, place
            )
            place = found
            yield from wrong


def _take(texts: Sequence[str], source: str, place: int) -> tuple[int, list[str]]:
    """The place behind some texts that belong together, the last of them before or behind the others."""
    *_, last = texts
    if len(texts) > 1 and last and source.startswith(last + texts[0], place):
        return place + len(last) + len(texts[0]), []
    wrong: list[str] = []
    for text in filter(None, texts):
        found = source.find(text, place, place + FAR)
        if found >= 0:
            place = found + len(text)
        elif source.find(text, max(0, place - FAR), place + len(text)) >= 0:
            wrong.append(text)
    return place, wrong
