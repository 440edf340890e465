"""What the citations of the archive lead to: a document, a place in it, or an entry among those not held."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from msgspec.structs import replace

from generator.lexicon.characters import fold
from generator.lexicon.numbers import NUMBER_END
from generator.link.mentions import Mention, find_mentions, quotes_of
from generator.link.within import Reference, find_references
from generator.model import Archive, Citation, DocumentRecord
from generator.outline.headings import PlacedBlock, PlacedPart, TextLink
from generator.pages.index.cited_listing import places_of_rows
from generator.pages.writing.addresses import document_uri, short_uri
from generator.pages.writing.markdown import relative
from generator.reference.csl_item import PERMANENT
from generator.registers.unheld import CitedDocument, CitedIndex, collect_cited

Address = tuple[str, str]
"""Page and anchor on it, which may be empty; the page of what is elsewhere is its whole address on the web."""


class Incoming(NamedTuple):
    """A citation seen from the document that is cited."""

    record: DocumentRecord
    """The document that cites."""
    citation: Citation
    """As it is printed there."""
    sentence: str
    """The sentence around it."""
    anchor: str
    """Anchor on its page at or before that place; empty when there is none."""


@dataclass(frozen=True, slots=True)
class Citations:
    """Every citation of the archive, in both directions."""

    records: Mapping[str, DocumentRecord]
    """Documents by id."""
    cited: CitedIndex
    """Documents that are cited and not held."""
    by_id: Mapping[str, CitedDocument]
    """The same by id, and by the ids that citations have of them."""
    uris: Mapping[str, str]
    """Page of the register that lists each of them, by id."""
    incoming: Mapping[str, tuple[Incoming, ...]]
    """Citations of each document by others, by the id of the cited document."""
    whole: str | None = None
    """The address of the whole archive where this is a part of it, as a site has it."""

    def address(self, record: DocumentRecord, citation: Citation) -> Address | None:
        """Where a citation leads.

        None for a document that names itself, or for one that was not understood.
        """
        if page := self._page_of_number(citation):
            return page, ""
        if target := self.records.get(citation.target or ""):
            whole_self = target.id == record.id and not citation.anchor
            return None if whole_self else (document_uri(target), citation.anchor or "")
        if citation.target and self.whole:
            return f"{self.whole}{PERMANENT.format(citation.target)}", citation.anchor or ""
        id_ = self.cited.ids.get((record.id, citation))
        return (self.uris[id_], id_) if id_ else None

    def is_elsewhere(self, citation: Citation) -> bool:
        """Whether the whole archive holds what a citation means, and this part of it does not."""
        named = {citation.target, *(citation.candidates or ())} - {None}
        return bool(named) and named.isdisjoint(self.records)

    def _page_of_number(self, citation: Citation) -> str | None:
        """The page of the number that all documents have which a citation can mean; None for no or one document."""
        records = [self.records[id_] for id_ in citation.candidates or () if id_ in self.records]
        numbers = {record.document.number for record in records}
        return short_uri(numbers.pop()) if len(records) > 1 and len(numbers) == 1 else None

    def full_title(self, record: DocumentRecord, citation: Citation) -> str:
        """The title of what a citation means, as far as it is known."""
        if citation.alias_of:
            return citation.alias_of
        if citation.title:
            return f"{citation.organ or ''}{citation.title}"
        if target := self.records.get(citation.target or ""):
            return target.document.title
        id_ = self.cited.ids.get((record.id, citation))
        return (self.by_id[id_].title or "") if id_ else ""


def make_citations(archive: Archive, whole: str | None = None) -> Citations:
    """The citations of an archive.

    :param whole: the address of the whole one where it is a part
    """
    records = {record.id: record for record in archive.documents}
    cited = collect_cited(archive)
    by_id = {entry.id: entry for entry in cited.documents}
    incoming: defaultdict[str, list[Incoming]] = defaultdict(list)
    for record in archive.documents:
        for target, entry in _citations_of_others(record):
            if target in records:
                incoming[target].append(entry)
    return Citations(
        records=records,
        cited=cited,
        by_id={**by_id, **{other: by_id[id_] for other, id_ in cited.others.items()}},
        uris=places_of_rows(cited),
        incoming={id_: tuple(found) for id_, found in incoming.items()},
        whole=whole,
    )


def _citations_of_others(record: DocumentRecord) -> Iterator[tuple[str, Incoming]]:
    """The citations of a document that mean other documents.

    Each has the id of the one that is meant.
    """
    citations = record.document.citations
    if all(citation.target in (None, record.id) for citation in citations):
        return
    for quote in quotes_of(record):
        citation = citations[quote.nth]
        if citation.target in (None, record.id):
            continue
        for target in citation.candidates or (str(citation.target),):
            yield target, Incoming(record, citation, quote.sentence, quote.anchor)


def link_parts(
    parts: Sequence[PlacedPart], record: DocumentRecord, citations: Citations, uri: str
) -> tuple[PlacedPart, ...]:
    """The parts of a document with links in the places of its citations."""
    found: defaultdict[tuple[int, int], list[tuple[Mention, TextLink]]] = defaultdict(list)
    for mention in find_mentions(record.document):
        address = None if mention.nested else citations.address(record, mention.citation)
        if address:
            link = _link(record, mention, address, citations, uri)
            found[mention.text.place.part, mention.text.place.block].append((mention, link))
    within: defaultdict[tuple[int, int], list[Reference]] = defaultdict(list)
    for one in find_references(record.document, parts):
        within[one.part, one.block].append(one)
    linked = []
    for index, part in enumerate(parts):
        blocks = (
            _with_links(block, found.get((index, place), ()), within.get((index, place), ()))
            for place, block in enumerate(part.blocks)
        )
        linked.append(replace(part, blocks=tuple(blocks)))
    return tuple(linked)


def href(address: Address, uri: str) -> str:
    """An address as a Markdown link on the page ``uri`` wants it."""
    page, anchor = address
    fragment = f"#{anchor}" if anchor else ""
    if "://" in page:
        return f"{page}{fragment}".replace("(", "%28").replace(")", "%29")
    return fragment if page == uri and anchor else f"{relative(uri, page)}{fragment}"


def _link(
    record: DocumentRecord, mention: Mention, address: Address, citations: Citations, uri: str
) -> TextLink:
    """The link of a citation, which has a name where the printed words do not say title and number."""
    words = mention.text.text[mention.start : mention.end]
    title, number = citations.full_title(record, mention.citation), mention.citation.number or ""
    return TextLink(mention.start, mention.end, href(address, uri), _name(words, title, number))


def _name(words: str, title: str, number: str) -> str:
    """What a link is called: title and number of what is cited; empty when the printed words say both.

    A name has to hold the printed words: where title and number do not, they follow the words in brackets.
    """
    printed = fold(words)
    if all(fold(one).removesuffix(NUMBER_END) in printed for one in (title, number)):
        return ""
    name = f"{title}（{number}）" if title and number else title or number
    return name if printed in fold(name) else f"{words}（{name}）"


def _with_links(
    placed: PlacedBlock,
    found: Sequence[tuple[Mention, TextLink]],
    within: Sequence[Reference],
) -> PlacedBlock:
    """The block with its links, those of a table by cell.

    :param within: those to places in the document itself, which give way to citations
    """
    if not found and not within:
        return placed
    cells: defaultdict[tuple[int, int], list[TextLink]] = defaultdict(list)
    links = []
    for mention, link in found:
        row, column = mention.text.place.row, mention.text.place.column
        if row is not None and column is not None:
            cells[row, column].append(link)
        else:
            links.append(link)
    own: defaultdict[tuple[int, int] | None, list[TextLink]] = defaultdict(list)
    for one in within:
        own[one.cell].append(TextLink(one.start, one.end, f"#{one.anchor}"))
    for cell in filter(None, own):
        cells[cell] = list(_joined(cells[cell], own[cell]))
    return replace(placed, links=_joined(links, own[None]), cell_links=cells)


def _joined(links: Sequence[TextLink], within: Sequence[TextLink]) -> tuple[TextLink, ...]:
    """Links with those of the document to itself between them, where no other has their characters."""
    if not within:
        return tuple(links)
    starts = [link.start for link in links]
    free = []
    for one in within:
        nth = bisect_left(starts, one.start)
        before_ends = links[nth - 1].end if nth else 0
        behind_begins = starts[nth] if nth < len(starts) else one.end
        if before_ends <= one.start and one.end <= behind_begins:
            free.append(one)
    return tuple(sorted((*links, *free), key=lambda link: link.start))
