"""Corrections by people that need the documents: elements that the print has wrong, text from another document."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import msgspec

from generator.lexicon.kinds import read_kind
from generator.model import Document, Finding
from generator.parse.document.effective import read_effective
from generator.parse.draft import Draft
from generator.read import Placed
from generator.read.corrections.notes import correction_finding, failed_finding
from generator.words.say import say


def correct_elements(draft: Draft) -> Draft:
    """The draft whose documents have the elements that people said are right, with a finding on each."""
    documents, findings = list(draft.documents), list(draft.findings)
    for placed in draft.elements:
        place = _find_document(documents, placed.line)
        if place is None:
            message = say("message.unusable-correction.document")
            findings.append(failed_finding(placed.correction, "unusable-correction", message))
            continue
        findings.append(_finding(documents[place], placed))
        documents[place] = _set_element(documents[place], placed)
    for document in documents:
        findings += _find_foreign(document)
    return replace(draft, documents=tuple(documents), findings=tuple(findings))


def _find_document(documents: list[Document], line: int) -> int | None:
    """The place of the document that holds a source line."""
    for place, document in enumerate(documents):
        if document.lines[0] <= line <= document.lines[-1]:
            return place
    return None


def _set_element(document: Document, placed: Placed) -> Document:
    """The document with one element set, and what follows from it."""
    name = placed.correction.element or ""
    value = (placed.correction.value or "").strip() or None
    as_printed = {other: text for other, text in document.as_printed.items() if other != name}
    listed = isinstance(getattr(document, name), tuple)
    changes: dict[str, object] = {
        name: tuple((value or "").split()) if listed else value,
        "at": {name: (placed.line,), **document.at},
        "as_printed": as_printed,
    }
    follow = FOLLOWS.get(name)
    if follow:
        changes |= follow(document, value)
    return msgspec.structs.replace(document, **changes)


def _follow_title(_: Document, value: str | None) -> dict[str, object]:
    """The kind of document is that of its title."""
    return {"kind": read_kind(value or "")}


def _follow_issuer(document: Document, value: str | None) -> dict[str, object]:
    """The first issuer is the corrected one."""
    return {"issuers": tuple(issuer for issuer in (value, *document.issuers[1:]) if issuer)}


def _follow_date(document: Document, value: str | None) -> dict[str, object]:
    """The dates of force count from the date."""
    return {"effective": read_effective(document.parts, value)[0]}


FOLLOWS: dict[str, Callable[[Document, str | None], dict[str, object]]] = {
    "title": _follow_title,
    "issuer": _follow_issuer,
    "date": _follow_date,
}
"""What else changes with an element."""


def _finding(document: Document, placed: Placed) -> Finding:
    """What is reported of the element, on the line that the quote is on."""
    correction, name = placed.correction, placed.correction.element or ""
    before = getattr(document, name) or ""
    right = (correction.value or "").strip()
    found = before if isinstance(before, str) else " ".join(before)
    term = say(f"term.{name}")
    what = (
        say("message.correction.element", term=term)
        if right
        else say("message.correction.no-element", term=term)
    )
    return correction_finding(correction, placed.line, what, found, right)


def _find_foreign(document: Document) -> Iterator[Finding]:
    """Lines that people moved here from another document."""
    first, last = document.lines[0], document.lines[-1]
    foreign: set[int] = set()
    for part in document.parts:
        for block in part.blocks:
            foreign.update(number for number in block.lines if not first <= number <= last)
    for number in sorted(foreign):
        yield Finding(
            line=first,
            kind="correction",
            severity="info",
            message=say("message.correction.foreign", line=str(number)),
        )
