"""Where the citations of a document are in its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from msgspec import UnsetType

from generator.lexicon.expressions.stops import SENTENCE_STOPS
from generator.link.cite import CitingText, text_at
from generator.model import Citation, Document


@dataclass(frozen=True, slots=True)
class QuoteLimits:
    """How much of the sentence around a citation is quoted."""

    longest: int = 200
    """Longest sentence that is quoted whole, in characters;
    of a longer one what is nearest to the citation."""
    searched: int = 1_000
    """Characters on either side in which the ends of a sentence are searched for; a guard against
    slowness: what lies farther off is never quoted."""


QUOTE = QuoteLimits()

_STOP = re.compile(f"[{SENTENCE_STOPS}]")


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
    """Whether it is inside the title of another."""

    @property
    def sentence(self) -> str:
        """The sentence around it, cut where it is very long."""
        text = self.text.text
        before = text[max(self.start - QUOTE.searched, 0) : self.start]
        behind = text[self.end : self.end + QUOTE.searched + 1]
        stop_before = max(before.rfind(stop) for stop in SENTENCE_STOPS)
        before = before[stop_before + 1 :].lstrip()
        if stop := _STOP.search(behind, 0, QUOTE.searched):
            behind = behind[: stop.end()]
        cited = text[self.start : self.end]
        sentence = f"{before}{cited}{behind}".rstrip()
        return _cut(sentence, len(before), len(before) + len(cited))


def locate_citations(document: Document) -> tuple[Mention, ...]:
    """Every citation of a document in its place, in the order of the text.

    One that no text holds is left out. One that begins inside another of the same text is nested.
    """
    mentions: list[Mention] = []
    end = 0
    for text, start, stop, citation in sorted(_placed(document), key=_order):
        is_in_another_text = not mentions or mentions[-1].text.place != text.place
        if is_in_another_text:
            end = 0
        mentions.append(Mention(text, start, stop, citation, nested=start < end))
        end = max(end, stop)
    return tuple(mentions)


def mention_of(document: Document, citation: Citation) -> Mention | None:
    """One citation in its place; None where it has none, or one that its document has not."""
    found = _text_of(document, citation)
    return Mention(*found, citation, nested=False) if found else None


def _placed(document: Document) -> Iterator[tuple[CitingText, int, int, Citation]]:
    """The citations that have a place: their text, where they begin and end, they themselves."""
    for citation in document.citations:
        if found := _text_of(document, citation):
            yield *found, citation


def _text_of(document: Document, citation: Citation) -> tuple[CitingText, int, int] | None:
    """The text that holds a citation, with its offsets there.

    None where it has no place, or one that cannot be.
    """
    place, start, end = citation.place, citation.start, citation.end
    if isinstance(place, UnsetType) or isinstance(start, UnsetType) or isinstance(end, UnsetType):
        return None
    text = text_at(document, place)
    return (text, start, end) if text and start <= end <= len(text.text) else None


def _order(placed: tuple[CitingText, int, int, Citation]) -> tuple[int, ...]:
    """What places are ordered by."""
    (place, *_), start, *_ = placed
    return place.part, place.block, place.row or 0, place.column or 0, start


def _cut(sentence: str, start: int, end: int) -> str:
    """The sentence, or as much of it around the citation as may be quoted."""
    if len(sentence) <= QUOTE.longest:
        return sentence
    room = max(QUOTE.longest - (end - start), 0) // 2
    first, last = max(start - room, 0), min(end + room, len(sentence))
    return f"{'…' if first else ''}{sentence[first:last]}{'…' if last < len(sentence) else ''}"
