"""Documents: head, title, number, elements, parts and blocks of each stretch between two beginnings."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.lexicon.characters import squeeze
from generator.lexicon.gazettes import GAZETTE
from generator.lexicon.kinds import read_kind
from generator.lexicon.numbers import read_number_line, split_trailing_number
from generator.lexicon.organs import government_place, is_signed_name, read_head
from generator.lexicon.regions import find_region
from generator.model import Document, Finding, TextLine
from generator.parse.document.document_lines import DocumentLines, lines_of_documents
from generator.parse.document.effective import read_force
from generator.parse.document.element_rules import read_elements
from generator.parse.document.elements import Elements
from generator.parse.document.labels_of_page import labels_of, set_aside, take_labels
from generator.parse.document.parts import read_parts
from generator.parse.draft import Draft
from generator.parse.heads.issuers import (
    OrganNames,
    organ_of_order,
    organs_below,
    organs_of_head,
    organs_of_title,
)
from generator.parse.owned_lines import in_print_order
from generator.read import Line, extent_of

MOST_LINES_TO_ISSUER = 4
"""Lines below a title in which the organ of a speech or report is searched for; farther down it is part of the text."""
_GAZETTE_NAME = re.compile(rf"{GAZETTE}$")


def read_documents(draft: Draft) -> Draft:
    """The draft with its documents, and the lines in the body that belong to none or name a column."""
    all_lines = lines_of_documents(draft)
    names = _organ_names(draft, all_lines)
    documents: list[Document] = []
    findings: list[Finding] = []
    for sequence, own in enumerate(all_lines, 1):
        document, remarks = _read_document(own, sequence, names)
        documents.append(document)
        findings += remarks
    taken = {
        label for own in all_lines for label in labels_of(own.lines[own.start.begin : own.end])
    }
    findings += set_aside(label for label in labels_of(draft.lines) if label not in taken)
    front = in_print_order((*draft.front, *_outside(all_lines)), draft.lines)
    return replace(
        draft,
        documents=tuple(documents),
        findings=(*draft.findings, *findings),
        front=front,
    )


def _outside(all_lines: list[DocumentLines]) -> Iterator[TextLine]:
    """The lines above documents that name their column, and those that people said belong to none."""
    for own in all_lines:
        if own.column_line is not None:
            yield TextLine(own.column_line.number, own.column_line.text)
        for line in own.lines_behind:
            yield TextLine(line.number, line.text)


def _organ_names(draft: Draft, all_lines: list[DocumentLines]) -> OrganNames:
    """The names of organs that the issue prints and the publication describes."""
    printed: list[str] = []
    for own in all_lines:
        printed += organs_of_title(line.text for line in own.title_lines)
        printed += organs_of_head(own.head_lines)
    publication = draft.publication
    title = publication.title if publication else draft.masthead.title
    described = publication.region if publication else None
    region = described or find_region(government_place(title) or "")
    return OrganNames(printed, publication, region, _own_government(title))


def _own_government(title: str | None) -> str:
    """The government that the name of a gazette holds: 某某市人民政府公报."""
    return _GAZETTE_NAME.sub("", title or "")


def _read_document(
    own: DocumentLines, sequence: int, names: OrganNames
) -> tuple[Document, list[Finding]]:
    """One document and what is to be said of its dates."""
    title, number = _read_title(own)
    elements, extent = read_elements(own, title, number)
    parts, said = read_parts(own.draft, title, elements, extent)
    issuers = _issuers(own, elements, names, number)
    labels = labels_of(own.lines[own.start.begin : own.end])
    labelled = take_labels(labels, elements, issuers, names)
    force = read_force(parts, elements.values.get("date"))
    return Document(
        sequence=sequence,
        lines=extent_of(own.lines[own.start.begin : own.end]),
        title=title,
        number=number,
        issuer=next(iter(labelled.issuers), None),
        issuers=labelled.issuers,
        head=squeeze("".join(own.head_lines)) if own.has_own_head else None,
        kind=read_kind(title),
        column=own.column,
        printed=elements.printed,
        at=_lines_of_elements(own, elements) | labelled.at,
        as_printed=elements.as_printed,
        effective=force.effective,
        parts=force.parts,
        **elements.values,
    ), [*force.findings, *said, *labelled.findings]


def _read_title(own: DocumentLines) -> tuple[str, str | None]:
    """Title and number; the number from its own line, else from the end of the title.

    A document without a title is called by its number, below a red head, too.
    """
    first = own.lines[own.start.first]
    printed = squeeze("".join(line.text for line in own.title_lines))
    title, number = split_trailing_number(printed or squeeze(first.text))
    if own.number_text is not None:
        number = read_number_line(own.number_text)
    return (title if printed else number or title), number


def _lines_of_elements(own: DocumentLines, elements: Elements) -> dict[str, tuple[int, ...]]:
    """The source lines of each element, those of head, title and number first."""
    number = own.start.number
    places = {
        "head": list(own.head_places) if own.has_own_head else [],
        "title": list(range(*own.start.title)),
        "number": [] if number is None else [number],
        **elements.at,
    }
    numbers: dict[str, tuple[int, ...]] = {}
    for name, found in places.items():
        if found:
            numbers[name] = tuple(sorted({_line_of(own.lines, place) for place in found}))
    return numbers


def _line_of(lines: list[Line], place: int) -> int:
    """The source line of a position; of what people moved there, the line that it is behind now."""
    for above in range(place, -1, -1):
        if not lines[above].moved:
            return lines[above].number
    return lines[place].number


def _issuers(
    own: DocumentLines, elements: Elements, names: OrganNames, number: str | None
) -> tuple[str, ...]:
    """From the title when it is a joint one, else the red head, the title, the number of an order, the signature."""
    signature = elements.values.get("signature", "")
    found = next(filter(None, _printed_issuers(own, signature, number)), ())
    return tuple(dict.fromkeys(names.full(organ, signature) for organ in found))


def _printed_issuers(
    own: DocumentLines, signature: str, number: str | None
) -> Iterator[tuple[str, ...]]:
    """The organs that each place of a document names, the surest place first; empty for a place that names none."""
    title = organs_of_title(line.text for line in own.title_lines)
    if len(title) > 1:
        yield title
    yield organs_of_head(own.head_lines)
    yield title
    first = read_head(own.lines[own.start.first].text)
    yield (first,) if first else ()
    yield organ_of_order(number or "")
    yield tuple(part for part in signature.split() if not is_signed_name(part))
    below = own.lines[own.start.body : own.end][:MOST_LINES_TO_ISSUER]
    yield organs_below(line.text for line in below)
