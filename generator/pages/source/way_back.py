"""Line of a source → the place on a page where its reading begins."""

from collections.abc import Iterator
from itertools import chain

from generator.model import DocumentRecord, IssueRecord
from generator.outline.headings import place_parts
from generator.pages.body.collation import findings_of
from generator.pages.body.document_page import anchor_place
from generator.pages.body.pointers import find_anchors
from generator.pages.writing.addresses import document_uri, issue_uri
from generator.pages.writing.source_lines import has_lines, line_anchor
from generator.words.element_texts import shown_elements

Place = tuple[str, str]
"""Address of a page, and the anchor on it."""


def places_of(record: IssueRecord) -> dict[int, Place]:
    """Where each line of a source on which something begins is read; of two things the first counts."""
    places: dict[int, Place] = {}
    if not has_lines(record):
        return places
    for line, place in chain(_in_front(record), _in_documents(record)):
        places.setdefault(line, place)
    return places


def _in_front(record: IssueRecord) -> Iterator[tuple[int, Place]]:
    """The lines of masthead and contents."""
    uri = issue_uri(record)
    for line in record.issue.masthead:
        if line.text.strip():
            yield line.line, (uri, line_anchor(line.line))
    for entry in record.issue.contents:
        for number in entry.lines[:1]:
            yield number, (uri, line_anchor(number))


def _in_documents(record: IssueRecord) -> Iterator[tuple[int, Place]]:
    """The lines of the documents."""
    for document in record.documents:
        uri = document_uri(document)
        for line, anchor in _anchors_of(record, document).items():
            yield line, (uri, anchor)


def _anchors_of(record: IssueRecord, document: DocumentRecord) -> dict[int, str]:
    """The anchor of what begins on each line of a document."""
    own = document.document
    names = ["title", "number", *(element.name for element, _ in shown_elements(own))]
    elements = {name: own.at.get(name, ()) for name in names}
    term = document.evidence.place if document.evidence else None
    parts, _ = anchor_place(place_parts(own), term)
    return find_anchors(parts, elements, findings_of(record.issue, own))
