"""Elements that people said are right, of a document or of an entry of the contents, and what an entry announces.

What is derived from other values (column and page from the contents, the terms of force from the date)
is set when these are known.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from generator.lexicon.dates import find_print, is_real_date
from generator.lexicon.kinds import read_kind
from generator.model import ContentsEntry, Document, Finding
from generator.model.correction import NOTHING, Correction
from generator.parse.corrected.corrected_force import FORCE_TERMS, find_reversed, set_force
from generator.parse.document.effective import read_force
from generator.parse.draft import Draft
from generator.read import Placed
from generator.read.corrections.notes import (
    correction_finding,
    failed_finding,
    finding_of_value,
    is_right_already,
    is_set_already,
)
from generator.words.say import say
from generator.words.wording import join_names

DERIVED = ("column", "page", "effective.from", "effective.until")
"""Elements that are known when the contents are matched."""
OF_ENTRIES = ("number", "title", "column", "page")
"""What a correction can set of an entry of the contents."""
LEFT_OUT = {
    field.name for field in msgspec.structs.fields(Document) if field.default is msgspec.UNSET
}
"""Elements whose key is left out where a document has none."""
LONGEST_SHOWN = 60
"""Longest title of a document that the finding on its entry shows, in characters."""


@dataclass(slots=True)
class _Corrected:
    """Documents and entries while they are corrected."""

    documents: list[Document]
    contents: list[ContentsEntry]
    findings: list[Finding]
    firsts: list[int] = field(default_factory=list)
    """The first line of each document."""
    entries: dict[int, int] = field(default_factory=dict)
    """Source line → place of the entry of the contents that has it."""
    announced: dict[int, int | None] = field(default_factory=dict)
    """Place of an entry → the document that it announces."""
    set_by: dict[tuple[str, int, str], int] = field(default_factory=dict)
    """What people set (of a document or of an entry, which, and its element) → line of the correction."""

    def document_at(self, line: int) -> int | None:
        """The place of the document that holds a source line."""
        place = bisect_right(self.firsts, line) - 1
        inside = place >= 0 and line <= self.documents[place].lines[-1]
        return place if inside else None

    def is_set(self, placed: Placed, what: tuple[str, int, str]) -> bool:
        """Whether another correction has set a value, which is then reported."""
        entry = self.set_by.get(what)
        if entry is not None:
            self.findings.append(is_set_already(placed.correction, entry))
        return entry is not None

    def refuse(self, correction: Correction, message: str) -> None:
        """Report an entry that was not made."""
        self.findings.append(failed_finding(correction, "unusable-correction", message))


def correct_elements(draft: Draft) -> Draft:
    """The draft whose documents and entries are as people said, but for what is derived, with a finding on each."""
    work = _work_on(draft)
    for placed in draft.waiting:
        element = placed.correction.element
        entry = work.entries.get(placed.line)
        if placed.correction.announces is not None:
            _announce(work, placed, entry)
        elif element and entry is not None:
            _correct_entry(work, placed, entry)
        elif element and element not in DERIVED:
            _correct_document(work, placed)
    for document in work.documents:
        work.findings += _find_foreign(document)
    return replace(_done(draft, work), announced=tuple(work.announced.items()))


def correct_derived(draft: Draft) -> Draft:
    """The draft whose documents have the columns, pages and terms of force that people said are right."""
    work = _work_on(draft)
    waiting = [
        placed
        for placed in draft.waiting
        if placed.correction.element in DERIVED and placed.line not in work.entries
    ]
    reversed_by = find_reversed(work.documents, work.document_at, waiting)
    for placed in waiting:
        if message := reversed_by.get(placed):
            work.refuse(placed.correction, message)
        else:
            _correct_document(work, placed)
    return _done(draft, work)


def _work_on(draft: Draft) -> _Corrected:
    """The documents and entries of a draft, to be corrected."""
    return _Corrected(
        documents=list(draft.documents),
        contents=list(draft.contents),
        findings=list(draft.findings),
        firsts=[document.lines[0] for document in draft.documents],
        entries={line: place for place, entry in enumerate(draft.contents) for line in entry.lines},
    )


def _done(draft: Draft, work: _Corrected) -> Draft:
    """The draft with what was corrected."""
    return replace(
        draft,
        documents=tuple(work.documents),
        contents=tuple(work.contents),
        findings=tuple(work.findings),
    )


def _announce(work: _Corrected, placed: Placed, entry: int | None) -> None:
    """An entry of the contents announces the document that a person named, or none."""
    correction = placed.correction
    document = work.document_at(placed.target)
    if entry is None:
        work.refuse(correction, say("message.unusable-correction.contents"))
    elif correction.announces != NOTHING and document is None:
        work.refuse(correction, say("message.unusable-correction.document"))
    elif work.is_set(placed, ("entry", entry, "announces")):
        return
    elif document is None or correction.announces == NOTHING:
        work.set_by["entry", entry, "announces"] = correction.line
        work.announced[entry] = None
        what = say("message.correction.announces-nothing")
        work.findings.append(correction_finding(correction, placed.line, what, placed.text))
    else:
        work.set_by["entry", entry, "announces"] = correction.line
        work.announced[entry] = work.documents[document].sequence
        title = work.documents[document].title[:LONGEST_SHOWN]
        what = say("message.correction.announces", title=title)
        work.findings.append(correction_finding(correction, placed.line, what, placed.text))


def _correct_entry(work: _Corrected, placed: Placed, place: int) -> None:
    """An element of an entry of the contents is as a person said."""
    correction = placed.correction
    name = correction.element or ""
    if name not in OF_ENTRIES:
        elements = join_names(say(f"term.{element}") for element in OF_ENTRIES)
        work.refuse(correction, say("message.unusable-correction.entry", elements=elements))
        return
    if work.is_set(placed, ("entry", place, name)):
        return
    entry = work.contents[place]
    found = _text_of(getattr(entry, name))
    if found == correction.right:
        work.findings.append(is_right_already(correction))
        return
    work.set_by["entry", place, name] = correction.line
    work.contents[place] = msgspec.structs.replace(entry, **{name: _value_of(correction)})
    term = say("message.correction.of-contents", term=say(f"term.{name}"))
    work.findings.append(finding_of_value(correction, placed.line, term, found, correction.right))


def _correct_document(work: _Corrected, placed: Placed) -> None:
    """An element of the document around the quote is as a person said."""
    correction = placed.correction
    place = work.document_at(placed.line)
    if place is None:
        work.refuse(correction, say("message.unusable-correction.document"))
        return
    document, name = work.documents[place], correction.element or ""
    if work.is_set(placed, ("document", place, name)):
        return
    found = _found(document, name)
    if correction.right in {found, _text_of(_read(document, name))}:
        work.findings.append(is_right_already(correction))
        return
    if name in FORCE_TERMS and found and not is_real_date(found):
        _forget_impossible(work, document, found)
    work.set_by["document", place, name] = correction.line
    work.documents[place] = _set_element(document, placed)
    key = FORCE_TERMS.get(name)
    term = say(key) if key else say(f"term.{name}")
    work.findings.append(finding_of_value(correction, placed.line, term, found, correction.right))


def _forget_impossible(work: _Corrected, document: Document, date: str) -> None:
    """No finding says any more that a date of force is none, which a person has put right."""
    first, last = document.lines[0], document.lines[-1]

    def speaks_of_it(finding: Finding) -> bool:
        inside = first <= finding.line <= last
        return (
            inside and finding.kind == "impossible-date" and find_print(finding.found, date) != ""
        )

    work.findings[:] = [finding for finding in work.findings if not speaks_of_it(finding)]


def _read(document: Document, name: str) -> object:
    """The value of an element."""
    if name == "effective.from":
        return document.effective.start
    if name == "effective.until":
        return document.effective.until
    return getattr(document, name)


def _found(document: Document, name: str) -> str:
    """The element as text: a date as it is printed, any other as its value."""
    printed = document.as_printed.get(name) if name == "date" else None
    return printed or _text_of(_read(document, name))


def _text_of(value: object) -> str:
    """A value as text, words set apart by blanks; empty for none."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " ".join(value)
    return "" if value is None or value is msgspec.UNSET else str(value)


def _value_of(correction: Correction) -> object:
    """The value that an entry gives, in the type of its element."""
    right = correction.right
    return int(right) if right and correction.element == "page" else right or None


def _set_element(document: Document, placed: Placed) -> Document:
    """The document with one element set, and what follows from it."""
    name, right = placed.correction.element or "", placed.correction.right or None
    if name in FORCE_TERMS:
        return set_force(document, name, right)
    listed = isinstance(getattr(document, name), tuple)
    value = tuple((right or "").split()) if listed else _value_of(placed.correction)
    changes: dict[str, object] = {name: value}
    if value is None and name in LEFT_OUT:
        changes[name] = msgspec.UNSET
    if name not in DERIVED:
        printed = document.as_printed
        changes["at"] = {name: (placed.line,), **document.at}
        changes["as_printed"] = {other: printed[other] for other in printed if other != name}
    follow = FOLLOWS.get(name)
    if follow:
        changes |= follow(document, right)
    return msgspec.structs.replace(document, **changes)


def _follow_title(_: Document, value: str | None) -> dict[str, object]:
    """The kind of document is that of its title."""
    return {"kind": read_kind(value or "")}


def _follow_issuer(document: Document, value: str | None) -> dict[str, object]:
    """The first issuer is the corrected one."""
    return {"issuers": tuple(issuer for issuer in (value, *document.issuers[1:]) if issuer)}


def _follow_date(document: Document, value: str | None) -> dict[str, object]:
    """The dates of force count from the date."""
    force = read_force(document.parts, value)
    return {"effective": force.effective, "parts": force.parts}


FOLLOWS: dict[str, Callable[[Document, str | None], dict[str, object]]] = {
    "title": _follow_title,
    "issuer": _follow_issuer,
    "date": _follow_date,
}
"""What else changes with an element."""


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
