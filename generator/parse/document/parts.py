"""The parts of a document: its own body, the instruments it issues, its attachments (附件)."""

import re
from dataclasses import dataclass

from msgspec.structs import replace

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.stops import STOPS
from generator.lexicon.expressions.verbs import BROUGHT, ENCLOSED, NAMED_ENCLOSED
from generator.lexicon.kinds import ENCLOSING
from generator.model import Block, Finding, Part
from generator.parse.document.elements import Elements
from generator.parse.document.sections import Section, Sections, short_forms
from generator.parse.draft import Draft
from generator.parse.text.promises import Promise, find_promises
from generator.parse.text.structure import read_blocks
from generator.read import Line, extent_of

_NAMED = re.compile(r"《(?P<title>(?:[^《》]|《[^《》]*》)+)》")
_ISSUING = re.compile(BROUGHT)
_TITLE_ISSUES = re.compile(f"{ENCLOSED}|令$|公告$")
_TITLE_NAMES = re.compile(
    rf"(?:{NAMED_ENCLOSED})(?:关于)?(?:《(?P<marked>.+)》|(?P<plain>.+?))的(?:{ENCLOSING})$",
)
MOST_LINES_TO_ISSUED = 12
"""Lines at the beginning of a body in which a document names what it issues; 《…》 farther down is only cited."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Positions of a document's text in the list of lines."""

    above: tuple[int, ...]
    """Lines above its head or right below it that register it."""
    body: int
    """First line of the body."""
    body_end: int
    """The line after the body: its note, signature or date."""
    tail: int
    """The line after signature, date and imprint."""
    end: int
    """The line after the document."""

    @property
    def is_closed(self) -> bool:
        """Whether the body is signed or dated."""
        return self.tail < self.end or self.body_end < self.tail

    @property
    def opening(self) -> int:
        """The line after what closes the body; of a body that is not closed, its first line."""
        return self.tail if self.is_closed else self.body

    @property
    def closing(self) -> int:
        """The line after what closes the body; of a body that is not closed, after its first line."""
        return self.tail if self.is_closed else self.body + 1


def read_parts(
    draft: Draft, title: str, elements: Elements, extent: Extent
) -> tuple[list[Part], list[Finding]]:
    """The body and the sections as parts, and what people said of these.

    Text behind the closing that is no part of its own stays with the body.
    """
    lines = draft.lines
    sections, said = _find_sections(lines, title, elements, extent)
    first = sections[0].first if sections else extent.end
    body = _body_lines(lines, elements, extent, first)
    parts = [_part(draft, Section("body", extent.body, first), body)]
    taken = elements.taken
    for section in sections:
        inner = [lines[place] for place in range(section.body, section.end) if place not in taken]
        parts.append(_part(draft, section, inner))
    return parts, said


def _body_lines(lines: list[Line], elements: Elements, extent: Extent, first: int) -> list[Line]:
    """The lines of the body, up to the section at ``first``; the one of the recipients with what is behind them."""
    taken = elements.taken
    if elements.rest:
        taken.discard(extent.body)
    inside = range(extent.body, min(extent.body_end, first))
    places = (*extent.above, *inside, *range(extent.tail, first))
    body = [lines[place] for place in places if place not in taken]
    above = len(extent.above)
    if elements.rest and len(body) > above:
        body[above] = body[above].with_text(elements.rest)
    if above and len(body) > above:
        body[above] = _alone(body[above])
    return body


def _alone(line: Line) -> Line:
    """A line that goes on with none before it: what is above a text is no part of its first sentence."""
    return replace(line, joined=False) if line.joined is None else line


def _find_sections(
    lines: list[Line], title: str, elements: Elements, extent: Extent
) -> tuple[list[Section], list[Finding]]:
    """The parts behind the body, or in it when it is not signed, and what people said of them."""
    promises = find_promises(lines, extent.body, extent.end)
    titles: set[str] = set()
    for name in _issued_titles(title, lines, extent):
        titles |= short_forms(name)
    search = Sections(
        lines=lines,
        end=extent.end,
        closing=extent.closing,
        opening=extent.opening,
        titles=titles,
        promised={promise.key: promise for promise in reversed(promises)},
        noted=_find_notes(promises, lines, extent),
        issuing=extent.is_closed and _TITLE_ISSUES.search(squeeze(title)) is not None,
        taken=elements.taken,
    )
    return search.find(extent.body), search.said


def _find_notes(promises: list[Promise], lines: list[Line], extent: Extent) -> set[int]:
    """Positions of lines that only name attachments.

    All but, behind the closing, the first line, repeated ones and one above a table.
    """
    seen: set[str] = set()
    notes: set[int] = set()
    for promise in promises:
        behind = extent.is_closed and promise.place >= extent.tail
        above_table = promise.place + 1 < extent.end and bool(lines[promise.place + 1].cells)
        heads = behind and (promise.key in seen or above_table)
        if not heads and promise.place != extent.closing:
            notes.add(promise.place)
        seen.add(promise.key)
    return notes


def _issued_titles(title: str, lines: list[Line], extent: Extent) -> list[str]:
    """Titles of the instruments that a document issues: from its own title and from the 《…》 of an issuing sentence."""
    stop = min(extent.body_end, extent.body + MOST_LINES_TO_ISSUED)
    text = squeeze("".join(line.text for line in lines[extent.body : stop]))
    names: list[str] = []
    for sentence in re.split(rf"[{STOPS}]", text):
        if _ISSUING.search(sentence):
            names += [match["title"] for match in _NAMED.finditer(sentence)]
    match = _TITLE_NAMES.search(squeeze(title))
    if match:
        names.append(match["marked"] or match["plain"])
    return names


def _part(draft: Draft, section: Section, lines: list[Line]) -> Part:
    """A part with its blocks and the first and last of its source lines."""
    heading = [draft.lines[place] for place in section.heading]
    blocks: list[Block] = read_blocks(lines, draft.layout)
    return Part(
        kind=section.kind,
        label=section.label,
        title=section.title,
        at=tuple(line.number for line in heading),
        lines=extent_of([*heading, *lines]),
        blocks=tuple(blocks),
    )
