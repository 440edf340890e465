"""Documents: head, title, number, elements, parts and blocks of each stretch between two beginnings."""

import re
from dataclasses import replace

import msgspec

from generator.lexicon.kinds import read_kind
from generator.lexicon.numbers import read_number_line, split_trailing_number
from generator.lexicon.organs import government_place, read_head
from generator.lexicon.regions import find_region
from generator.model import Document, Finding, Part, TextLine
from generator.model.block import Block
from generator.parse.draft import Draft, Start
from generator.parse.effective import read_effective
from generator.parse.elements import Elements, read_closing, read_date_line, read_recipients
from generator.parse.issuers import OrganNames, organs_of_head, organs_of_title
from generator.parse.outline import read_blocks
from generator.parse.parts import Section, find_promises, find_sections, is_issuing, issued_titles
from generator.lexicon.text import squeeze
from generator.read import Line


def read_documents(draft: Draft) -> Draft:
    """The draft with its documents; lines before the first one join the first pages."""
    findings = list(draft.findings)
    names = _organ_names(draft)
    documents: list[Document] = []
    columns: list[TextLine] = []
    for sequence, start in enumerate(draft.starts, 1):
        following = draft.starts[sequence] if sequence < len(draft.starts) else None
        end = len(draft.lines) if following is None else following.first if following.column is None else following.column
        document, remarks = _read_document(draft, start, end, sequence, names)
        if start.column is not None:
            above = draft.lines[start.column]
            columns.append(TextLine(above.number, above.text))
            document = msgspec.structs.replace(document, column=squeeze(above.text).strip("【】[]［］〖〗"))
        documents.append(document)
        findings += remarks
    return replace(draft, documents=tuple(documents), findings=tuple(findings), front=tuple(sorted((*draft.front, *columns), key=lambda line: line.line)))


def _organ_names(draft: Draft) -> OrganNames:
    printed: list[str] = []
    for start in draft.starts:
        printed += organs_of_title(line.text for line in draft.lines[start.title[0]:start.title[1]])
        printed += organs_of_head(_head_text(draft, start))
    title = draft.publication.title if draft.publication else draft.masthead.title
    region = draft.publication.region if draft.publication else None
    return OrganNames(printed, draft.publication, region or find_region(government_place(title) or ""))


def _head_text(draft: Draft, start: Start) -> str | None:
    return squeeze(draft.lines[start.head].text) if start.head is not None else None


def _read_document(draft: Draft, start: Start, end: int, sequence: int, names: OrganNames) -> tuple[Document, list[Finding]]:
    lines = draft.lines
    title_lines = lines[start.title[0]:start.title[1]]
    printed = squeeze("".join(line.text for line in title_lines)) or squeeze(lines[start.first].text)
    title, number = split_trailing_number(printed)
    elements = Elements()
    if start.title[1] < start.body - 1:
        read_date_line(lines, start.title[1], end, elements)
    read_recipients(lines, read_date_line(lines, start.body, end, elements), end, elements)
    tail = read_closing(lines, elements.body, end, elements, by_name=re.search(r"令$|公告$|决定$", title) is not None)
    body_end = _body_end(elements, tail)
    sections = _sections(lines, title, elements, body_end, tail, end)
    parts = _parts(draft, lines, elements, body_end, tail, end, sections)
    issuers = _issuers(draft, start, elements, names)
    effective, findings = read_effective([block for part in parts for block in part.blocks], elements.values.get("date"))
    number = read_number_line(lines[start.number].text) if start.number is not None else number
    at = {name: tuple(sorted({lines[place].number for place in places})) for name, places in _places(start, elements).items() if places}
    return Document(
        sequence=sequence,
        lines=_extent(lines[start.first:end]),
        title=title,
        number=number,
        issuer=issuers[0] if issuers else None,
        issuers=issuers,
        head=_head_text(draft, start) if start.head is not None and start.head != start.title[0] else None,
        kind=read_kind(title),
        date=elements.values.get("date"),
        signature=elements.values.get("signature"),
        recipients=elements.values.get("recipients"),
        note=elements.values.get("note"),
        copies=elements.values.get("copies"),
        printed=elements.printed,
        at=at,
        effective=effective,
        parts=tuple(parts),
    ), findings


def _places(start: Start, elements: Elements) -> dict[str, list[int]]:
    places = {
        "head": [start.head] if start.head is not None and start.head != start.title[0] else [],
        "title": list(range(*start.title)),
        "number": [start.number] if start.number is not None else [],
    }
    return places | elements.at


def _issuers(draft: Draft, start: Start, elements: Elements, names: OrganNames) -> tuple[str, ...]:
    """From the red head, else the title, else the signature."""
    title = organs_of_title(line.text for line in draft.lines[start.title[0]:start.title[1]])
    head = organs_of_head(_head_text(draft, start))
    signature = tuple(elements.values.get("signature", "").split())
    first = draft.lines[start.first].text
    found = title if len(title) > 1 else head or title or (read_head(first) and (read_head(first),)) or signature
    return tuple(dict.fromkeys(names.full(organ) for organ in found if organ))


def _body_end(elements: Elements, tail: int) -> int:
    """Where the body ends: before signature, date and the note above them."""
    places = [place for name in ("signature", "date", "note") for place in elements.at.get(name, []) if place >= elements.body]
    return min(places) if places else tail


def _sections(lines: list[Line], title: str, elements: Elements, body_end: int, tail: int, end: int) -> list[Section]:
    names = issued_titles(title, lines, elements.body, body_end)
    promises = find_promises(lines, elements.body, end)
    closed = tail < end or body_end < tail
    return find_sections(lines, tail if closed else elements.body + 1, elements.body, end, names, promises, is_issuing(title) and closed)


def _parts(draft: Draft, lines: list[Line], elements: Elements, body_end: int, tail: int, end: int, sections: list[Section]) -> list[Part]:
    """The body and the sections as parts; text behind the closing that is no part of its own stays with the body."""
    first = sections[0].first if sections else end
    body = [*range(elements.body, min(body_end, first)), *range(tail, first)]
    taken = elements.taken
    body_lines = [lines[place] for place in body if place not in taken or (place == elements.body and elements.rest)]
    if elements.rest and body_lines:
        body_lines[0] = body_lines[0].with_text(elements.rest)
    parts = [_part(draft, "body", None, None, (), body_lines)]
    for section in sections:
        inner = [lines[place] for place in range(section.body, section.end) if place not in taken]
        heading = tuple(lines[place].number for place in section.heading)
        parts.append(_part(draft, section.kind, section.label, section.title, heading, inner))
    return parts


def _extent(lines: list[Line], *more: int) -> tuple[int, ...]:
    """First and last source line of lines (and ``more``); lines that people moved count only where there are no others."""
    numbers = [*more, *(line.number for line in lines if not line.moved)] or [line.number for line in lines]
    return (min(numbers), max(numbers)) if numbers else ()


def _part(draft: Draft, kind: str, label: str | None, title: str | None, at: tuple[int, ...], lines: list[Line]) -> Part:
    blocks: list[Block] = read_blocks(lines, draft.layout)
    span = _extent(lines, *at)
    return Part(kind=kind, label=label, title=title, at=at, lines=span, blocks=tuple(blocks))  # type: ignore[arg-type]
