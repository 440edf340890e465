"""Documents: head, title, number, elements, parts and blocks of each stretch between two beginnings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

import msgspec

from generator.lexicon.characters import squeeze
from generator.lexicon.gazettes import GAZETTE, read_marked_column
from generator.lexicon.kinds import read_kind
from generator.lexicon.numbers import (
    is_register_line,
    read_number_line,
    read_signatory,
    split_trailing_number,
)
from generator.lexicon.organs import government_place, is_signed_name, read_head
from generator.lexicon.regions import find_region
from generator.model import Document, Finding, TextLine
from generator.parse.document.closing import read_closing
from generator.parse.document.document_imprint import read_end_imprint
from generator.parse.document.effective import read_effective
from generator.parse.document.elements import Elements
from generator.parse.document.issuers import (
    OrganNames,
    organ_of_order,
    organs_below,
    organs_of_head,
    organs_of_title,
)
from generator.parse.document.opening import (
    read_date_beside,
    read_date_line,
    read_recipients,
    read_subtitle,
)
from generator.parse.document.parts import Extent, read_parts
from generator.parse.draft import Draft, Start
from generator.read import Line, extent_of

MOST_LINES_TO_ISSUER = 4
"""Lines below a title in which the organ of a speech or report is searched for; farther down it is part of the text."""
_GAZETTE_NAME = re.compile(rf"{GAZETTE}$")
_ORDER = re.compile("令(?:〔|第|\\d)")
"""The number of an order: 某某市政府令〔2010〕15号."""
_SIGNED_BY_NAME = re.compile(r"令$|公告$|决定$")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The lines of one document: from its beginning to that of the next."""

    draft: Draft
    start: Start
    end: int

    @property
    def title_lines(self) -> list[Line]:
        """The lines of the title."""
        return self.draft.lines[self.start.title[0] : self.start.title[1]]

    @property
    def head_places(self) -> range:
        """The positions of the red head: down to number or title."""
        first = self.start.head
        if first is None:
            return range(0)
        below = (
            place
            for place in (self.start.number, self.start.title[0])
            if place is not None and place > first
        )
        return range(first, min(below, default=first + 1))

    @property
    def head_lines(self) -> list[str]:
        """The lines of the red head."""
        return [self.draft.lines[place].text for place in self.head_places]

    @property
    def has_own_head(self) -> bool:
        """Whether the red head is a line of its own rather than the title."""
        return self.start.head is not None and self.start.head != self.start.title[0]


def read_documents(draft: Draft) -> Draft:
    """The draft with its documents, and the lines in the body that name a column."""
    names = _organ_names(draft)
    documents: list[Document] = []
    findings: list[Finding] = []
    columns: list[TextLine] = []
    for sequence, stretch in enumerate(_stretches(draft), 1):
        document, remarks = _read_document(stretch, sequence, names)
        if stretch.start.column is not None:
            above = draft.lines[stretch.start.column]
            columns.append(TextLine(above.number, above.text))
            document = msgspec.structs.replace(
                document, column=read_marked_column(above.text) or squeeze(above.text)
            )
        documents.append(document)
        findings += [*remarks, *_signatory(stretch)]
    front = tuple(sorted((*draft.front, *columns), key=lambda line: line.line))
    return replace(
        draft, documents=tuple(documents), findings=(*draft.findings, *findings), front=front
    )


def _stretches(draft: Draft) -> list[_Stretch]:
    """The lines of each document; the line that names the column of the next one is left out."""
    ends = [start.begin if start.column is None else start.column for start in draft.starts[1:]]
    return [
        _Stretch(draft, start, end)
        for start, end in zip(draft.starts, [*ends, len(draft.lines)], strict=False)
    ]


def _organ_names(draft: Draft) -> OrganNames:
    printed: list[str] = []
    for stretch in _stretches(draft):
        printed += organs_of_title(line.text for line in stretch.title_lines)
        printed += organs_of_head(stretch.head_lines)
    title = draft.publication.title if draft.publication else draft.masthead.title
    region = draft.publication.region if draft.publication else None
    return OrganNames(
        printed,
        draft.publication,
        region or find_region(government_place(title) or ""),
        _own(title),
    )


def _own(title: str | None) -> str:
    """The government that the name of a gazette holds: 某某市人民政府公报."""
    return _GAZETTE_NAME.sub("", title or "")


def _read_document(
    stretch: _Stretch, sequence: int, names: OrganNames
) -> tuple[Document, list[Finding]]:
    """One document and what is to be said of its dates."""
    draft, start = stretch.draft, stretch.start
    title, number = _read_title(stretch)
    elements, extent = _read_elements(stretch, title, number)
    parts = read_parts(draft, title, elements, extent)
    issuers = _issuers(stretch, elements, names, number)
    effective, findings = read_effective(parts, elements.values.get("date"))
    return Document(
        sequence=sequence,
        lines=extent_of(draft.lines[start.begin : stretch.end]),
        title=title,
        number=number,
        issuer=issuers[0] if issuers else None,
        issuers=issuers,
        head=squeeze("".join(stretch.head_lines)) if stretch.has_own_head else None,
        kind=read_kind(title),
        printed=elements.printed,
        at=_lines_of_elements(stretch, elements),
        as_printed=elements.as_printed,
        effective=effective,
        parts=tuple(parts),
        **elements.values,
    ), findings


def _signatory(stretch: _Stretch) -> Iterator[Finding]:
    """签发人 on the line of the number, for which a document has no element."""
    if stretch.start.number is not None:
        line = stretch.draft.lines[stretch.start.number]
        if found := read_signatory(line.text):
            yield Finding(
                line=line.number,
                kind="signatory",
                severity="info",
                found=found,
                message="发文字号旁所印签发人",
            )


def _read_title(stretch: _Stretch) -> tuple[str, str | None]:
    """Title and number; the number from its own line, else from the end of the title."""
    first = stretch.draft.lines[stretch.start.first]
    printed = squeeze("".join(line.text for line in stretch.title_lines)) or squeeze(first.text)
    title, number = split_trailing_number(printed)
    if stretch.start.number is not None:
        number = read_number_line(stretch.draft.lines[stretch.start.number].text)
    return title, number


def _read_elements(stretch: _Stretch, title: str, number: str | None) -> tuple[Elements, Extent]:
    """The elements around the body, and where body and document end."""
    lines, start, end = stretch.draft.lines, stretch.start, stretch.end
    elements = Elements()
    if start.title[1] < start.body - 1:
        read_date_line(lines, start.title[1], end, elements)
    opening = read_date_line(lines, start.body, end, elements)
    registers = list(
        takewhile(lambda place: is_register_line(lines[place].text), range(opening, end))
    )
    read_recipients(lines, opening + len(registers), end, elements)
    by_name = _SIGNED_BY_NAME.search(title) is not None or _ORDER.search(number or "") is not None
    tail = read_closing(lines, elements.body, end, elements, by_name=by_name)
    if start.number is not None and "date" not in elements.values:
        read_date_beside(lines, start.number, elements)
    if "date" not in elements.values:
        read_subtitle(lines, start.body, end, elements)
    read_end_imprint(lines, tail, end, elements)
    above = (*range(start.begin, start.first), *registers)
    return elements, Extent(above, elements.body, min(elements.closing, default=tail), tail, end)


def _lines_of_elements(stretch: _Stretch, elements: Elements) -> dict[str, tuple[int, ...]]:
    """The source lines of each element, those of head, title and number first."""
    start = stretch.start
    places = {
        "head": list(stretch.head_places) if stretch.has_own_head else [],
        "title": list(range(*start.title)),
        "number": [start.number] if start.number is not None else [],
        **elements.at,
    }
    lines = stretch.draft.lines
    return {
        name: tuple(sorted({_line_of(lines, place) for place in found}))
        for name, found in places.items()
        if found
    }


def _line_of(lines: list[Line], place: int) -> int:
    """The source line of a position; of what people moved there, the line that it is behind now."""
    return next(
        (lines[at].number for at in range(place, -1, -1) if not lines[at].moved),
        lines[place].number,
    )


def _issuers(
    stretch: _Stretch, elements: Elements, names: OrganNames, number: str | None
) -> tuple[str, ...]:
    """From the title when it is a joint one, else the red head, the title, the number of an order, the signature."""
    signature = elements.values.get("signature", "")
    found = next(filter(None, _printed_issuers(stretch, signature, number)), ())
    return tuple(dict.fromkeys(names.full(organ, signature) for organ in found))


def _printed_issuers(
    stretch: _Stretch, signature: str, number: str | None
) -> Iterator[tuple[str, ...]]:
    """The organs that each place of a document names, the surest place first; empty for a place that names none."""
    title = organs_of_title(line.text for line in stretch.title_lines)
    if len(title) > 1:
        yield title
    yield organs_of_head(stretch.head_lines)
    yield title
    first = read_head(stretch.draft.lines[stretch.start.first].text)
    yield (first,) if first else ()
    yield organ_of_order(number or "")
    yield tuple(part for part in signature.split() if not is_signed_name(part))
    below = stretch.draft.lines[stretch.start.body : stretch.end][:MOST_LINES_TO_ISSUER]
    yield organs_below(line.text for line in below)
