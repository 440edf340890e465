"""Where the citations of a document are in its text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from msgspec import UnsetType
from msgspec.structs import replace

from generator.lexicon.expressions.stops import SENTENCE_STOPS
from generator.link.citing_texts import CitingText, text_at
from generator.model import Citation, Document, DocumentRecord, Finding, Quote
from generator.model.finding import FindingPlace
from generator.outline.headings import nearest_anchors
from generator.parse.findings import place_finding


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
        if not before:
            cited = cited.lstrip()
        sentence = f"{before}{cited}{behind}".rstrip()
        return _cut(sentence, len(before), len(before) + len(cited))


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Every citation of a document in its place, in the order of the text.

    One that no text holds is left out. One that begins inside another of the same text is nested.
    """
    placed = (mention_of(document, citation) for citation in document.citations)
    mentions: list[Mention] = []
    end = 0
    for mention in sorted(filter(None, placed), key=_order):
        is_in_another_text = not mentions or mentions[-1].text.place != mention.text.place
        if is_in_another_text:
            end = 0
        mentions.append(mention._replace(nested=mention.start < end))
        end = max(end, mention.end)
    return tuple(mentions)


def quotes_of(record: DocumentRecord) -> tuple[Quote, ...]:
    """Every citation of a document in its place, as those need it who do not have the text."""
    return record.gist.quotes if record.gist else quote_citations(record.document)


def quote_citations(document: Document) -> tuple[Quote, ...]:
    """Every citation of a document that a text holds, in the order of the text."""
    mentions = find_mentions(document)
    if not mentions:
        return ()
    places = {id(citation): nth for nth, citation in enumerate(document.citations)}
    anchors = nearest_anchors(document)
    return tuple(_quote(document, one, places[id(one.citation)], anchors) for one in mentions)


def _quote(
    document: Document, mention: Mention, nth: int, anchors: Mapping[tuple[int, int], str]
) -> Quote:
    """A citation in its place."""
    place = mention.text.place
    found = Finding(0, "", "warning", found=name_of(mention.citation))
    placed = place_finding(found, document, place, mention.start, mention.end)
    row = placed.place.row if placed.place else None
    return Quote(
        nth=nth,
        nested=mention.nested,
        sentence=mention.sentence,
        anchor=anchors[place.part, place.block],
        row=row,
        begin=-1 if isinstance(placed.start, UnsetType) else placed.start,
    )


def name_of(citation: Citation) -> str:
    """The number of what is cited, else its title in 《》."""
    return citation.number or f"《{citation.title}》"


def place_on_citation(finding: Finding, record: DocumentRecord, citation: Citation) -> Finding:
    """A finding on a citation of a document with its place in the text, if that has it."""
    citations = record.document.citations
    for quote in quotes_of(record):
        if _is_same(citations[quote.nth], citation):
            return _placed(finding, record.document, quote)
    return finding


def _is_same(one: Citation, other: Citation) -> bool:
    """Whether two citations are in one place, whatever is known of their targets."""
    return (one.place, one.start, one.end, one.number, one.title) == (
        other.place, other.start, other.end, other.number, other.title,
    )  # fmt: skip


def _placed(finding: Finding, document: Document, quote: Quote) -> Finding:
    """A finding on a citation, with its place in the text."""
    place = document.citations[quote.nth].place
    if isinstance(place, UnsetType):
        return finding
    at = FindingPlace(document.sequence, part=place.part, block=place.block, row=quote.row)
    if quote.begin < 0:
        return replace(finding, place=at)
    end = quote.begin + len(finding.reading)
    return replace(finding, place=at, start=quote.begin, end=end)


def mention_of(document: Document, citation: Citation) -> Mention | None:
    """One citation in its place, as if no other held it.

    None where it has no place, or one that its document does not have.
    """
    place, start, end = citation.place, citation.start, citation.end
    if isinstance(place, UnsetType) or isinstance(start, UnsetType) or isinstance(end, UnsetType):
        return None
    text = text_at(document, place)
    if text is None or not start <= end <= len(text.text):
        return None
    return Mention(text, start, end, citation, nested=False)


def _order(mention: Mention) -> tuple[int, ...]:
    """Sort key: the order of the text."""
    place = mention.text.place
    return place.part, place.block, place.row or 0, place.column or 0, mention.start


def _cut(sentence: str, start: int, end: int) -> str:
    """The sentence, or as much of it around the citation as may be quoted."""
    if len(sentence) <= QUOTE.longest:
        return sentence
    room = max(QUOTE.longest - (end - start), 0) // 2
    first, last = max(start - room, 0), min(end + room, len(sentence))
    return f"{'…' if first else ''}{sentence[first:last]}{'…' if last < len(sentence) else ''}"
