"""Findings → the places of what they speak of: found once, when the documents are read.

A repair knows a line of the source and no block; here its characters are given to the one thing that holds them.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import accumulate, chain, islice, pairwise, zip_longest
from typing import NamedTuple

import msgspec
from msgspec import UNSET, UnsetType

from generator.lexicon.characters import squeeze
from generator.model import Document, Finding, Issue, Part, Span, Table, Text, TextPlace
from generator.model.base import Value
from generator.model.block import block_texts, is_table_caption
from generator.model.finding import BETWEEN_CELLS, FindingPlace, Occurrence
from generator.words.element_texts import shown_elements

FEW = 8
"""Most texts of one source line that are searched one by one: a guard against slowness.

A page in one line has thousands.
"""


class _Asked(NamedTuple):
    """What findings ask for; no other text is looked at."""

    lines: AbstractSet[int]
    """Lines on which they are."""
    places: AbstractSet[FindingPlace | UnsetType]
    """Places that they bring."""

    def has(self, place: FindingPlace, lines: Span) -> bool:
        """Whether a text is asked for, by its place or by one of its lines."""
        return not self.lines.isdisjoint(lines) or place in self.places


class _Holder(Value, frozen=True, gc=False):
    """A text of a document that can hold the characters of a finding."""

    place: FindingPlace
    lines: Span
    text: str
    breaks: Span = ()
    """Offsets at which its further lines begin."""


def place_findings(issue: Issue) -> Issue:
    """The issue whose findings know what holds their characters, and where, as far as that is certain.

    A finding that brings a place keeps it, unless its characters are not there.
    """
    findings = [one for finding in issue.findings for one in finding.each()]
    asked = _Asked({one.line for one in findings}, {one.place for one in findings})
    holders = [list(_holders(document, asked)) for document in issue.documents]
    texts = {holder.place: holder.text for holder in chain.from_iterable(holders)}
    unplaced = [index for index, finding in enumerate(findings) if not _is_placed(finding, texts)]
    for document, own in zip(issue.documents, holders, strict=True):
        inside = [index for index in unplaced if _is_in(findings[index], document)]
        placed = _place(own, [findings[index] for index in inside])
        for index, finding in zip(inside, placed, strict=True):
            findings[index] = finding
    return msgspec.structs.replace(issue, findings=tuple(_unite_repairs(findings)))


def _unite_repairs(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those of the same repair on the same line as one that knows each of its places."""
    same: dict[object, list[Finding]] = {}
    for nth, finding in enumerate(findings):
        is_repair = finding.severity == "info" and finding.correct and finding.entry is None
        key = finding.line, finding.kind, finding.found, finding.correct, finding.message
        same.setdefault(key if is_repair else nth, []).append(finding)
    for first, *others in same.values():
        again = tuple(Occurrence(one.place, one.start, one.end) for one in others)
        yield msgspec.structs.replace(first, again=again) if again else first


def _is_in(finding: Finding, document: Document) -> bool:
    """Whether a finding is on one of the lines of a document."""
    return bool(document.lines) and document.lines[0] <= finding.line <= document.lines[-1]


def _is_placed(finding: Finding, texts: Mapping[FindingPlace, str]) -> bool:
    """Whether a finding has a place, and its characters are there."""
    place, start, end = finding.place, finding.start, finding.end
    if isinstance(place, UnsetType) or place not in texts:
        return False
    if isinstance(start, UnsetType) or isinstance(end, UnsetType):
        return start is end
    return start < end and squeeze(texts[place][start:end]) == squeeze(finding.reading)


def place_finding(
    finding: Finding, document: Document, text: TextPlace, start: int, end: int
) -> Finding:
    """A finding of a later stage, which knows what text of which document it speaks of, and between which offsets."""
    place = FindingPlace(document.sequence, part=text.part, block=text.block)
    block = document.parts[text.part].blocks[text.block]
    whole, before = next(block_texts(block), ""), 0
    if isinstance(block, Table) and text.row is not None:
        row = text.row - len(block.header)
        place = msgspec.structs.replace(place, row=row)
        whole = BETWEEN_CELLS.join(block.rows[row])
        before = len(BETWEEN_CELLS.join([*block.rows[row][: text.column], ""]))
    begin = whole.find(finding.reading, before + start, before + end)
    if begin < 0:
        return msgspec.structs.replace(finding, place=place)
    return msgspec.structs.replace(
        finding, place=place, start=begin, end=begin + len(finding.reading)
    )


class _Stretch(NamedTuple):
    """What a source line gave of a text; all of it where the text does not know its line ends."""

    holder: _Holder
    """The text."""
    start: int
    """Offset at which the stretch begins."""
    end: int
    """Offset after it."""

    def holds(self, reading: str) -> bool:
        """Whether the stretch has some characters, or the text elsewhere; blanks of the print may be others there."""
        text = self.holder.text[self.start : self.end]
        if reading in text or squeeze(reading) in squeeze(text):
            return True
        return reading in self.holder.text


_Reading = tuple[FindingPlace, int, int, str]
"""What findings read in one stretch of a text: its place, where it begins and ends, and the characters."""


def _place(holders: Iterable[_Holder], findings: Sequence[Finding]) -> list[Finding]:
    """The findings of one document with their places; of two texts that hold a reading the first is meant.

    Where a reading is there once, findings of different kinds speak of the same characters.
    """
    by_line = _by_line(holders, {finding.line for finding in findings})
    placed: list[Finding] = []
    alike: defaultdict[_Reading, list[int]] = defaultdict(list)
    texts: dict[_Reading, str] = {}
    for index, finding in enumerate(findings):
        holding = by_line[finding.line].holding(finding.reading) if finding.line in by_line else []
        place = holding[0].holder.place if holding else UNSET
        placed.append(msgspec.structs.replace(finding, place=place, start=UNSET, end=UNSET))
        if len(holding) == 1:
            holder, start, end = holding[0]
            reading = holder.place, start, end, finding.reading
            alike[reading].append(index)
            texts[reading] = holder.text
    for reading, indices in alike.items():
        places = list(_extents(texts[reading], reading, len(indices)))
        kinds = {findings[index].kind for index in indices}
        if not places and len(kinds) == len(indices):
            places = list(_extents(texts[reading], reading, 1)) * len(indices)
        for index, (start, end) in zip(indices, places, strict=False):
            placed[index] = msgspec.structs.replace(placed[index], start=start, end=end)
    return placed


@dataclass(slots=True)
class _Given:
    """What a source line gave of the texts that it is in."""

    stretches: list[_Stretch] = field(default_factory=list)
    _joined: str = ""
    """The texts without their blanks, one below the other; made when they are searched for the first time."""
    _starts: list[int] = field(default_factory=list)
    """Where each of them begins there."""

    def holding(self, reading: str) -> list[_Stretch]:
        """The first two texts that hold the characters of a finding: whether there is another is all that counts."""
        wanted = squeeze(reading)
        if not wanted:
            return []
        if len(self.stretches) <= FEW:
            return [stretch for stretch in self.stretches if stretch.holds(reading)]
        return list(islice(self._search(reading, wanted), 2))

    def _search(self, reading: str, wanted: str) -> Iterator[_Stretch]:
        """Every text that holds some characters, searched as one text."""
        if not self._starts:
            texts = [squeeze(stretch.holder.text) for stretch in self.stretches]
            self._joined = "\n".join(texts)
            self._starts = [0, *accumulate(len(text) + 1 for text in texts)]
        place = self._joined.find(wanted)
        while place >= 0:
            nth = bisect_right(self._starts, place) - 1
            if self.stretches[nth].holds(reading):
                yield self.stretches[nth]
            place = self._joined.find(wanted, self._starts[nth + 1])


def _by_line(holders: Iterable[_Holder], wanted: set[int]) -> dict[int, _Given]:
    """What each source line that is asked for gave of the texts that it is in."""
    by_line: defaultdict[int, _Given] = defaultdict(_Given)
    for holder in holders:
        if wanted.isdisjoint(holder.lines):
            continue
        for line, (start, end) in _line_ends(holder).items():
            by_line[line].stretches.append(_Stretch(holder, start, end))
    return by_line


def _line_ends(holder: _Holder) -> dict[int, tuple[int, int]]:
    """Source line of a text → where what it gave begins and ends."""
    if len(holder.breaks) != len(holder.lines) - 1:
        return dict.fromkeys(holder.lines, (0, len(holder.text)))
    ends = pairwise([0, *holder.breaks, len(holder.text)])
    return dict(zip(holder.lines, ends, strict=True))


def _extents(whole: str, wanted: _Reading, times: int) -> Iterator[tuple[int, int]]:
    """Where a reading begins and ends in its stretch; nowhere when that is more or less often than it was found.

    The blanks and line ends of a print do not count: a text has other ones.
    """
    _, start, end, reading = wanted
    if whole.count(reading, start, end) == times:
        yield from _places(whole[start:end], reading, range(start, end + 1), times)
        return
    offsets = [offset for offset in range(start, end) if not whole[offset].isspace()]
    text, reading = squeeze(whole[start:end]), squeeze(reading)
    if text.count(reading) == times:
        yield from _places(text, reading, offsets, times)


def _places(
    text: str, reading: str, offsets: Sequence[int], times: int
) -> Iterator[tuple[int, int]]:
    """Where a reading is in a text, as offsets of its characters count."""
    begin = 0
    for _ in range(times):
        begin = text.index(reading, begin)
        end = begin + len(reading)
        yield offsets[begin], offsets[end - 1] + 1
        begin = end


def _holders(document: Document, asked: _Asked) -> Iterator[_Holder]:
    """What can hold the characters of a finding: title, number and other elements, titles of parts, blocks and rows."""
    sequence = document.sequence
    elements = {"title": document.title, "number": document.number or ""}
    elements |= {element.name: text for element, text in shown_elements(document)}
    for name, text in elements.items():
        yield _Holder(FindingPlace(sequence, name), document.at.get(name, ()), text)
    for index, part in enumerate(document.parts):
        if part.kind != "body":
            yield _Holder(FindingPlace(sequence, part=index), part.at, part.title or "")
    for index, part in enumerate(document.parts):
        yield from _in_part(FindingPlace(sequence, part=index), part, asked)


def _in_part(place: FindingPlace, part: Part, asked: _Asked) -> Iterator[_Holder]:
    """The blocks of a part; a caption that is shown in its table is one with it."""
    above: Span = ()
    for index, (block, following) in enumerate(zip_longest(part.blocks, part.blocks[1:])):
        own = msgspec.structs.replace(place, block=index)
        if is_table_caption(block, following):
            above = block.lines
            continue
        if isinstance(block, Table):
            yield from _in_table(own, block, above)
        elif asked.has(own, block.lines):
            breaks = block.breaks if isinstance(block, Text) else ()
            yield _Holder(own, block.lines, "\n".join(block_texts(block)), breaks)
        above = ()


def _in_table(place: FindingPlace, table: Table, above: Span) -> Iterator[_Holder]:
    """The rows of a table, which have their lines for themselves, and its header."""
    for row, (line, cells) in enumerate(zip(table.row_lines, table.rows, strict=False)):
        yield _Holder(msgspec.structs.replace(place, row=row), (line,), BETWEEN_CELLS.join(cells))
    of_rows = set(table.row_lines)
    others = (line for line in table.lines if line not in of_rows)
    yield _Holder(place, (*above, *others), "\n".join(cell for row in table.header for cell in row))
