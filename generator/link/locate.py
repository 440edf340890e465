"""The places of citations that another program found: searched for once, when the issue is read."""

from collections import defaultdict, deque
from collections.abc import Iterator

import msgspec

from generator.link.cite import put_at
from generator.link.citing_texts import citing_texts, line_at
from generator.link.find import Found, find_citations
from generator.link.mentions import mention_of
from generator.model import Citation, Document


def place_citations(document: Document) -> Document:
    """The document whose citations know their places; one that its text does not hold has none.

    Where each of them brings a place that the document has, all is as it was.
    """
    if all(mention_of(document, citation) for citation in document.citations):
        return document
    citations = [msgspec.structs.replace(one, **_NOWHERE) for one in document.citations]
    waiting = _Waiting(document.citations)
    for index, placed in _found(document, waiting):
        citations[index] = placed
    return msgspec.structs.replace(document, citations=tuple(citations))


_NOWHERE = dict.fromkeys(("place", "start", "end"), msgspec.UNSET)
_Cited = tuple[str | None, str | None]
"""Title and number."""


def _found(document: Document, waiting: "_Waiting") -> Iterator[tuple[int, Citation]]:
    """The citations that the text holds, in its order, each with its index."""
    for text in citing_texts(document):
        for found in find_citations(text.text):
            index = waiting.take(found, line_at(text.lines, text.breaks, found.start))
            if index is not None:
                yield index, put_at(document.citations[index], text, found)


class _Waiting:
    """The citations of a document that have not been found in its text yet, by their index."""

    def __init__(self, citations: tuple[Citation, ...]) -> None:
        self._by_line: defaultdict[tuple[int, _Cited], deque[int]] = defaultdict(deque)
        self._lines: defaultdict[_Cited, deque[int]] = defaultdict(deque)
        for index, citation in enumerate(citations):
            cited = citation.title, citation.number
            self._by_line[citation.line, cited].append(index)
            self._lines[cited].append(citation.line)

    def take(self, found: Found, line: int) -> int | None:
        """The index of the citation that was found on a line, else of the next that cites the same.

        None where no citation that is left has this title and number.
        """
        cited = found.title, found.number
        lines = self._lines.get(cited)
        if not lines:
            return None
        if line in lines:
            lines.remove(line)
        else:
            line = lines.popleft()
        return self._by_line[line, cited].popleft()
