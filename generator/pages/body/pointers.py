"""Where each finding of a document points.

It points to the title, an element, a heading, a block or a row of a table. Only what is pointed at
gets an anchor of its own, ``l-354`` after its first source line; what has one keeps it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import msgspec
from msgspec import UnsetType
from msgspec.structs import replace

from generator.model import Finding, Heading, Roster, Span, Table
from generator.outline.headings import PlacedBlock, PlacedPart, Pointed, is_caption_of, unique
from generator.pages.writing.damage import is_damage

Elements = Mapping[str, Span]
"""Source lines of each element outside the blocks, by name; the title is the first."""
NAMED = ("title", "number")
"""Elements whose anchor is their name."""


class Pointers(NamedTuple):
    """A document with its findings in their places."""

    parts: tuple[PlacedPart, ...]
    """Blocks that are pointed at have an anchor, and know what was found in them."""
    elements: Mapping[str, Pointed]
    """Elements that are pointed at, by name."""
    anchors: Mapping[int, str]
    """Anchor of what is on the source line of a finding."""


Key = tuple[str | int | None, ...]
"""What a target is: the name of an element, or the indices of a part, a block and a row."""


class _Target(msgspec.Struct, gc=False):
    """Something that findings may point at."""

    key: Key
    lines: Span
    anchor: str = ""
    is_list: bool = False
    """Whether each of its lines is something of its own: the lines of a header, the members of a roster."""
    chosen: bool = False
    findings: tuple[Finding, ...] = ()
    damage: tuple[Finding, ...] = ()

    @property
    def shown_anchor(self) -> str:
        """Its anchor; none unless a finding chose it."""
        return self.anchor if self.chosen else ""

    def pointed(self) -> Pointed:
        """What became of it."""
        return Pointed(self.shown_anchor, self.findings, self.damage)


def point_findings(
    parts: Sequence[PlacedPart],
    elements: Elements,
    findings: Sequence[Finding],
    *,
    everywhere: bool = False,
) -> Pointers:
    """Each finding given to the one thing that holds its reading.

    Of two the first is pointed at, none marked.

    :param everywhere: whether all has an anchor, so that a line of the source can lead to it
    """
    found = _find_targets(parts, elements)
    targets = found.all()
    by_key = {target.key: target for target in targets}
    chosen = {finding.line: _choose(by_key, targets, finding) for finding in findings}
    _give_anchors(targets, everywhere=everywhere)
    return Pointers(
        parts=tuple(map(_with_targets, parts, found.blocks, _title_damage(parts, found.titles))),
        elements={name: target.pointed() for name, target in found.outside.items()},
        anchors={line: target.anchor for line, target in chosen.items()},
    )


def find_anchors(
    parts: Sequence[PlacedPart], elements: Elements, findings: Sequence[Finding]
) -> dict[int, str]:
    """The anchor of what begins on each source line, where everything has one."""
    targets = _find_targets(parts, elements).all()
    by_key = {target.key: target for target in targets}
    for finding in findings:
        _choose(by_key, targets, finding)
    _give_anchors(targets, everywhere=True)
    anchors: dict[int, str] = {}
    for target in targets:
        for line in target.lines if target.is_list else target.lines[:1]:
            anchors.setdefault(line, target.anchor)
    return anchors


class _Targets(NamedTuple):
    """All that findings of a document may point at."""

    outside: dict[str, _Target]
    """The elements, by name."""
    titles: list[_Target]
    """The titles of parts."""
    blocks: list[list[list[_Target]]]
    """Of each part, each block: its rows, then itself."""

    def all(self) -> list[_Target]:
        """Everything, in the order in which it is searched."""
        inside = chain.from_iterable(chain.from_iterable(self.blocks))
        return [*self.outside.values(), *self.titles, *inside]


def _find_targets(parts: Sequence[PlacedPart], elements: Elements) -> _Targets:
    """All that findings of a document may point at."""
    return _Targets(
        outside={name: _element_target(name, lines) for name, lines in elements.items()},
        titles=[_title_target(index, part) for index, part in enumerate(parts) if part.anchor],
        blocks=[_part_targets(index, part) for index, part in enumerate(parts)],
    )


def _element_target(name: str, lines: Span) -> _Target:
    """An element outside the blocks."""
    return _Target((name,), lines, name if name in NAMED else "")


def _title_target(index: int, part: PlacedPart) -> _Target:
    """The title of a part."""
    return _Target((index, None, None), part.part.at, part.anchor)


def _give_anchors(targets: Sequence[_Target], *, everywhere: bool) -> None:
    """Give an anchor to all that is pointed at and has none, then to the rest where everything has one.

    What is pointed at comes first, so that its anchor does not depend on the rest.
    """
    seen: set[str] = set()
    rest = [target for target in targets if not target.chosen and target.lines]
    for target in [*(one for one in targets if one.chosen), *(rest if everywhere else ())]:
        if not target.anchor:
            line = target.lines[0] if target.lines else 0
            target.anchor = unique(f"l-{line}", seen)
        target.chosen = True


def _part_targets(nth: int, part: PlacedPart) -> list[list[_Target]]:
    """What findings may point at in each block of a part.

    A caption that is shown in its table is one with it.
    """
    targets: list[list[_Target]] = []
    caption: PlacedBlock | None = None
    for index, block in enumerate(part.blocks):
        is_heading = isinstance(block.block, Heading)
        if is_heading and is_caption_of(block, part.blocks[index + 1 : index + 2]):
            targets.append([])
            caption = block
        else:
            targets.append(_block_targets((nth, index), block, caption))
            caption = None
    return targets


def _block_targets(
    place: tuple[int, int], placed: PlacedBlock, caption: PlacedBlock | None
) -> list[_Target]:
    """A block, and before it the rows of a table, which have their lines for themselves."""
    block = placed.block
    if not isinstance(block, Table):
        is_list = isinstance(block, Roster)
        return [_Target((*place, None), block.lines, placed.anchor, is_list=is_list)]
    row_lines = block.row_lines[: len(block.rows)]
    rows = [_Target((*place, row), (line,)) for row, line in enumerate(row_lines)]
    of_rows = set(block.row_lines)
    others = tuple(line for line in block.lines if line not in of_rows)
    whole = _Target((*place, None), others, is_list=True)
    if caption:
        whole.lines = (*caption.block.lines, *whole.lines)
        whole.anchor = caption.anchor
    return [*rows, whole]


def _choose(by_key: Mapping[Key, _Target], targets: Sequence[_Target], finding: Finding) -> _Target:
    """What a finding points at: what holds its characters, else what is on its line.

    Where nothing is, what is before it.
    """
    own = by_key.get(_key(finding))
    on_line = (target for target in targets if finding.line in target.lines)
    target = own or next(on_line, None) or _before(targets, finding.line)
    target.chosen = True
    if own:
        own.findings += (finding,)
    if is_damage(finding):
        target.damage += (finding,)
    return target


def _key(finding: Finding) -> Key:
    """What holds the characters of a finding; nothing where that is not known."""
    place = finding.place
    if isinstance(place, UnsetType):
        return ()
    if place.element:
        return (place.element,)
    return place.part, place.block, place.row


def _before(targets: Sequence[_Target], line: int) -> _Target:
    """The last thing that begins before a line that holds nothing of the text.

    Where none does, the first of all.
    """
    before = [target for target in targets if target.lines and target.lines[0] <= line]
    return max(before, key=lambda target: target.lines[0], default=targets[0])


def _title_damage(
    parts: Sequence[PlacedPart], titles: Iterable[_Target]
) -> Iterator[tuple[Finding, ...]]:
    """For each part the damage of its title."""
    by_part = {target.key[0]: target.damage for target in titles}
    return (by_part.get(index, ()) for index in range(len(parts)))


def _with_targets(
    part: PlacedPart, targets: Iterable[Sequence[_Target]], damage: tuple[Finding, ...]
) -> PlacedPart:
    """The part with anchors and findings on its blocks, and the damage of its title."""
    pairs = zip(part.blocks, targets, strict=True)
    blocks = tuple(_with_target(block, *own) for block, own in pairs)
    return replace(part, blocks=blocks, damage=damage)


def _with_target(placed: PlacedBlock, *targets: _Target) -> PlacedBlock:
    """The block with its anchor, its findings and those of its rows."""
    if not targets:
        return placed
    *rows, whole = targets
    anchor = placed.anchor or whole.shown_anchor
    if not rows:
        return replace(placed, anchor=anchor, findings=whole.findings, damage=whole.damage)
    return replace(
        placed,
        anchor=anchor,
        findings=whole.findings,
        damage=(*chain.from_iterable(row.damage for row in rows), *whole.damage),
        rows={index: row.pointed() for index, row in enumerate(rows) if row.chosen},
    )
