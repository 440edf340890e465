"""Where each finding of a document points: to the title, an element, a heading, a block or a row of a table.

Only what is pointed at gets an anchor of its own, ``l-354`` after its first source line; what has one keeps it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model import Finding, Span, Table
from generator.model.block import block_texts
from generator.outline.headings import PlacedBlock, PlacedPart, Pointed, is_caption_of, unique
from generator.pages.writing.marks import reading_of

Elements = Mapping[str, tuple[Span, str]]
"""Source lines and text of each element outside the blocks, by name; the title stands first."""
NAMED = ("title", "number")
"""Elements whose anchor is their name."""


@dataclass(frozen=True, slots=True)
class Pointers:
    """A document with its findings in their places."""

    parts: tuple[PlacedPart, ...]
    """Blocks that are pointed at have an anchor, and know what was found in them."""
    elements: Mapping[str, Pointed]
    """Elements that are pointed at, by name."""
    anchors: Mapping[int, str]
    """Anchor of what stands on the source line of a finding."""


@dataclass(slots=True)
class _Target:
    """Something that findings may point at."""

    lines: Span
    text: str
    anchor: str = ""
    chosen: bool = False
    findings: list[Finding] = field(default_factory=list)

    def pointed(self) -> Pointed:
        """What became of it: no anchor unless a finding chose it."""
        return Pointed(self.anchor if self.chosen else "", tuple(self.findings))


def point_findings(parts: Sequence[PlacedPart], elements: Elements, findings: Sequence[Finding]) -> Pointers:
    """Each finding given to the one thing that holds its reading; of two the first is pointed at, none marked."""
    outside = {
        name: _Target(lines, text, name if name in NAMED else "") for name, (lines, text) in elements.items()
    }
    titles = [_Target(part.part.at, part.part.title or "", part.anchor) for part in parts if part.anchor]
    blocks = [_part_targets(part) for part in parts]
    targets = [*outside.values(), *titles, *(target for part in blocks for rows in part for target in rows)]
    chosen = {finding.line: _choose(targets, finding) for finding in findings}
    seen: set[str] = set()
    for target in targets:
        if target.chosen:
            target.anchor = target.anchor or unique(f"l-{target.lines[0] if target.lines else 0}", seen)
    return Pointers(
        parts=tuple(_with_targets(part, rows) for part, rows in zip(parts, blocks, strict=True)),
        elements={name: target.pointed() for name, target in outside.items()},
        anchors={line: target.anchor for line, target in chosen.items()},
    )


def _part_targets(part: PlacedPart) -> list[list[_Target]]:
    """What findings may point at in each block of a part; a caption that is shown in its table is one with it."""
    targets: list[list[_Target]] = []
    caption: PlacedBlock | None = None
    for index, block in enumerate(part.blocks):
        if is_caption_of(block, part.blocks[index + 1 : index + 2]):
            targets.append([])
            caption = block
        else:
            targets.append(_block_targets(block, caption))
            caption = None
    return targets


def _block_targets(placed: PlacedBlock, caption: PlacedBlock | None) -> list[_Target]:
    """A block, and before it the rows of a table, which have their lines for themselves."""
    block = placed.block
    if not isinstance(block, Table):
        return [_Target(block.lines, "\n".join(block_texts(block)), placed.anchor)]
    rows = [_Target((line,), "\n".join(cells)) for line, cells in zip(block.row_lines, block.rows, strict=False)]
    above = caption.block.lines if caption else ()
    others = tuple(line for line in block.lines if line not in block.row_lines)
    header = "\n".join(cell for row in block.header for cell in row)
    return [*rows, _Target((*above, *others), header, caption.anchor if caption else "")]


def _choose(targets: Sequence[_Target], finding: Finding) -> _Target:
    """What a finding points at: what holds its reading on its line, else what stands there, else what stands before."""
    on_line = [target for target in targets if finding.line in target.lines]
    reading = reading_of(finding)
    holding = [target for target in on_line if reading and reading in target.text]
    target = next(iter([*holding, *on_line]), None) or _before(targets, finding.line)
    target.chosen = True
    if len(holding) == 1:
        target.findings.append(finding)
    return target


def _before(targets: Sequence[_Target], line: int) -> _Target:
    """The last thing that begins before a line on which nothing of the text stands, else the first of all."""
    before = [target for target in targets if target.lines and target.lines[0] <= line]
    return max(before, key=lambda target: target.lines[0], default=targets[0])


def _with_targets(part: PlacedPart, targets: Iterable[Sequence[_Target]]) -> PlacedPart:
    """The part with anchors and findings on its blocks."""
    blocks = (_with_target(block, *target) for block, target in zip(part.blocks, targets, strict=True))
    return replace(part, blocks=tuple(blocks))


def _with_target(placed: PlacedBlock, *targets: _Target) -> PlacedBlock:
    """The block with its anchor, its findings and those of its rows."""
    if not targets:
        return placed
    *rows, whole = targets
    pointed = whole.pointed()
    by_row = {index: row.pointed() for index, row in enumerate(rows) if row.chosen}
    return replace(placed, anchor=placed.anchor or pointed.anchor, findings=pointed.findings, rows=by_row)
