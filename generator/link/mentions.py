"""Where the citations of a document stand in its text."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.link.cite import CitingText, citing_texts, line_at
from generator.link.find import Found, find_citations
from generator.model import Citation, Document

_STOPS = "。；！？"


@dataclass(frozen=True, slots=True)
class QuoteLimits:
    """How much of the sentence around a citation is quoted."""

    longest: int = 200
    """Longest sentence that is quoted whole, in characters; of a longer one what is nearest to the citation."""
    searched: int = 1_000
    """Characters on either side in which the ends of a sentence are looked for; a guard against slowness: what lies
    farther off is never quoted."""


QUOTE = QuoteLimits()


class Mention(NamedTuple):
    """A citation with its place in the text."""

    text: CitingText
    """The text that holds it."""
    start: int
    """Offset at which it begins."""
    end: int
    """Offset after it."""
    citation: Citation
    """What is cited."""
    nested: bool
    """Whether it stands inside the title of another."""

    @property
    def sentence(self) -> str:
        """The sentence around it, cut where it is very long."""
        text = self.text.text
        first, last = max(self.start - QUOTE.searched, 0), self.end + QUOTE.searched
        start = max((text.rfind(stop, first, self.start) for stop in _STOPS), default=-1) + 1 or first
        ends = [place for stop in _STOPS if (place := text.find(stop, self.end, last)) >= 0]
        sentence = text[start : min(ends, default=last) + 1].lstrip()
        begin = self.start - start - (len(text[start : self.start]) - len(text[start : self.start].lstrip()))
        return _cut(sentence.rstrip(), begin, begin + self.end - self.start)


def locate_citations(document: Document) -> tuple[Mention, ...]:
    """Every citation of a document in its place; one that the text does not hold is left out.

    Citations that were found in this text stand in its order, and a title that lost characters at a line end may have
    been completed since; those of another program are found by their words.
    """
    places = [(text, found) for text in citing_texts(document) for found in find_citations(text.text)]
    lines = [line_at(text.lines, text.breaks, found.start) for text, found in places]
    if lines == [citation.line for citation in document.citations]:
        citations: Iterable[Citation | None] = document.citations
    else:
        waiting = _Waiting(document.citations)
        citations = [waiting.take(found, line) for (_, found), line in zip(places, lines, strict=True)]
    return tuple(_mentions(places, citations))


def _mentions(
    places: Iterable[tuple[CitingText, Found]], citations: Iterable[Citation | None]
) -> Iterator[Mention]:
    """Citations with their places; one that begins inside another of the same text is nested."""
    last: CitingText | None = None
    end = 0
    for (text, found), citation in zip(places, citations, strict=True):
        end = end if text is last else 0
        if citation:
            yield Mention(text, found.start, found.end, citation, nested=found.start < end)
        last, end = text, max(end, found.end)


class _Waiting:
    """The citations of a document that have not been found in its text yet."""

    def __init__(self, citations: tuple[Citation, ...]) -> None:
        self._by_line: defaultdict[tuple[int, str | None, str | None], deque[Citation]] = defaultdict(deque)
        self._lines: defaultdict[tuple[str | None, str | None], deque[int]] = defaultdict(deque)
        for citation in citations:
            self._by_line[(citation.line, citation.title, citation.number)].append(citation)
            self._lines[(citation.title, citation.number)].append(citation.line)

    def take(self, found: Found, line: int) -> Citation | None:
        """The citation that was found on a line, else the next of the same words."""
        words = (found.title, found.number)
        lines = self._lines.get(words)
        if not lines:
            return None
        if line in lines:
            lines.remove(line)
        else:
            line = lines.popleft()
        return self._by_line[(line, *words)].popleft()


def _cut(sentence: str, start: int, end: int) -> str:
    """The sentence, or as much of it around the citation as may be quoted."""
    if len(sentence) <= QUOTE.longest:
        return sentence
    room = max(QUOTE.longest - (end - start), 0) // 2
    first, last = max(start - room, 0), min(end + room, len(sentence))
    return f"{'…' if first else ''}{sentence[first:last]}{'…' if last < len(sentence) else ''}"
