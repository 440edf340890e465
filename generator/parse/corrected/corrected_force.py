"""Terms of force that people said are right; together they never end before they begin."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence

import msgspec

from generator.lexicon.dates import is_real_date
from generator.model import Document, Effective
from generator.read import Placed
from generator.words.say import say

FORCE_TERMS = {
    "effective.from": "term.effective.from",
    "effective.until": "term.effective.until",
}
"""What the terms of force are called."""


def set_force(document: Document, name: str, right: str | None) -> Document:
    """The document with one of its terms of force, which no sentence gives any more."""
    bound = "from" if name == "effective.from" else "until"
    effective = document.effective
    known = {} if isinstance(effective.at, msgspec.UnsetType) else effective.at
    at = {other: place for other, place in known.items() if other != bound}
    start, until = effective.start, effective.until
    start, until = (right, until) if bound == "from" else (start, right)
    return msgspec.structs.replace(document, effective=Effective(start, until, at or msgspec.UNSET))


def find_reversed(
    documents: Sequence[Document],
    document_at: Callable[[int], int | None],
    waiting: Sequence[Placed],
) -> dict[Placed, str]:
    """Corrections by which a document would be in force no day at all, with what is said of each.

    The terms of a document are looked at when all its corrections are made: one alone may be before or
    behind the printed other. Where they contradict each other, the last is refused first. Of several of one
    term the first that changes it counts.
    """
    of_document: dict[int, dict[str, deque[tuple[int, Placed]]]] = {}
    for nth, placed in enumerate(waiting):
        name, place = placed.correction.element or "", document_at(placed.line)
        if place is not None and name in FORCE_TERMS and _changes(documents[place], placed):
            of_document.setdefault(place, {}).setdefault(name, deque()).append((nth, placed))
    refused: dict[Placed, str] = {}
    for place, terms in of_document.items():
        said = _firsts(terms)
        while said and (message := _is_reversed(documents[place], said)):
            refused[said[-1]] = message
            terms[said[-1].correction.element or ""].popleft()
            said = _firsts(terms)
    return refused


def _firsts(terms: Mapping[str, deque[tuple[int, Placed]]]) -> list[Placed]:
    """The first correction of each term that is not refused yet, in the order of their file."""
    return [
        placed for _, placed in sorted((said[0] for said in terms.values() if said), key=_place)
    ]


def _place(said: tuple[int, Placed]) -> int:
    """Where a correction is in its file."""
    return said[0]


def _changes(document: Document, placed: Placed) -> bool:
    """Whether a term is to be another one than the document has."""
    effective, name = document.effective, placed.correction.element
    known = effective.start if name == "effective.from" else effective.until
    return placed.correction.right != (known or "")


def _is_reversed(document: Document, said: Sequence[Placed]) -> str:
    """What is said of terms whose last day is before the first; empty for any others."""
    for placed in said:
        document = set_force(document, placed.correction.element or "", placed.correction.right)
    start, until = document.effective.start, document.effective.until
    if not (start and until and is_real_date(start) and is_real_date(until)) or start <= until:
        return ""
    return say("message.unusable-correction.term", start=start, until=until)
