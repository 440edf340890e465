"""How much of what the documents cite was understood.

Linked to a document, to the register, or not at all.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.lexicon.expressions.signs import CLOSE, OPEN
from generator.lexicon.expressions.years import ROUGH_YEAR
from generator.link.citing_texts import citing_texts
from generator.link.mentions import find_mentions, quotes_of
from generator.model import Document, DocumentRecord, Doubt, TextPlace

_SIGN = re.compile(
    rf"《[^《》]*》|[《》]|{OPEN}\s*{ROUGH_YEAR}\s*{CLOSE}\s*(?:第\s*)?\d{{1,5}}\s*号"
)
"""What looks like the title or the number of a document."""
_IN_EVERY_SIGN = re.compile("[《》号]")
CONTEXT = 12
"""Characters of the text that are shown on either side of what was not understood."""


class Unread(NamedTuple):
    """Something that looks like a citation and was not understood."""

    record: DocumentRecord
    """The document that holds it."""
    doubt: Doubt
    """What it is."""


class Understanding(NamedTuple):
    """Counts of all titles in 《》 and numbers of a set of documents."""

    linked: int
    """Linked to a document that the archive holds, or to a place in it."""
    own: int
    """Of these, to an instrument or an attachment of the document itself."""
    registered: int
    """Linked to their entry in the register of cited documents."""
    unread: tuple[Unread, ...]
    """Not understood."""

    @property
    def total(self) -> int:
        """All of them."""
        return self.linked + self.registered + len(self.unread)


def count_understood(records: Iterable[DocumentRecord]) -> Understanding:
    """How much was understood of some documents.

    A number inside a cited title counts with that title.
    """
    linked = own = registered = 0
    unread: list[Unread] = []
    for record in records:
        citations = record.document.citations
        targets = [citations[one.nth].target for one in quotes_of(record) if not one.nested]
        with_target = sum(target is not None for target in targets)
        linked += with_target
        own += targets.count(record.id)
        registered += len(targets) - with_target
        doubts = record.gist.doubts if record.gist else find_unread(record.document)
        unread += [Unread(record, doubt) for doubt in doubts]
    return Understanding(linked, own, registered, tuple(unread))


def find_unread(document: Document) -> tuple[Doubt, ...]:
    """What looks like a citation in a document and lies in none."""
    spans: dict[TextPlace, list[tuple[int, int]]] = {}
    for mention in find_mentions(document):
        if not mention.nested:
            spans.setdefault(mention.text.place, []).append((mention.start, mention.end))
    found: list[Doubt] = []
    for text in citing_texts(document):
        if not _IN_EVERY_SIGN.search(text.text):
            continue
        for match in _outside(_SIGN.finditer(text.text), spans.get(text.place, [])):
            quote = text.text[max(match.start() - CONTEXT, 0) : match.end() + CONTEXT]
            found.append(Doubt(text.lines[0] if text.lines else 0, quote))
    return tuple(found)


def _outside(
    matches: Iterable[re.Match[str]], spans: Sequence[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """The matches that begin in none of these spans; both are in the order of the text."""
    place = 0
    for match in matches:
        while place < len(spans) and spans[place][1] <= match.start():
            place += 1
        if place == len(spans) or match.start() < spans[place][0]:
            yield match
