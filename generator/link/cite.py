"""The citations of every document of an issue."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

import msgspec

from generator.lexicon.characters import squeeze
from generator.link.aliases import ShortForms
from generator.link.cited_organs import organ_before
from generator.link.cited_titles import fold_title
from generator.link.citing_texts import CitingText, citing_texts, line_at
from generator.link.find import Found, find_citations
from generator.link.relations import (
    REPEALS,
    Use,
    Uses,
    heads_repeals,
    introduces_repeals,
    mask,
    opens_item,
)
from generator.link.torn_titles import complete_titles
from generator.model import (
    Block,
    Citation,
    Document,
    Finding,
    Heading,
    Issue,
    Item,
    Part,
    Text,
)
from generator.parse.findings import place_finding
from generator.words.say import say

SHORTEST_NAMED = 4
"""Shortest title that is issued because the document's own title holds it, in folded characters.

A shorter one (《规定》) is in many titles by chance; it is cited only.
"""


def cite_issue(issue: Issue, settled: Collection[int] = ()) -> Issue:
    """The issue with the citations of its documents.

    :param settled: indices of the documents that bring their citations, even none, and keep them
    """
    documents, findings = [], list(issue.findings)
    torn: set[tuple[int, int]] = set()
    for index, document in enumerate(issue.documents):
        if index in settled:
            documents.append(document)
            continue
        citer = _Citer(document)
        for citing in citing_texts(document):
            citer.read(citing)
        documents.append(msgspec.structs.replace(document, citations=tuple(citer.citations)))
        findings += citer.findings
        torn |= {(document.sequence, place) for place in citer.torn}
    ordered = tuple(sorted(findings, key=lambda finding: finding.line))
    return complete_titles(
        msgspec.structs.replace(issue, documents=tuple(documents), findings=ordered), torn
    )


class _Citer:
    """What the texts of a document cite, one text after the other."""

    def __init__(self, document: Document) -> None:
        own = {
            fold_title(part.title) for part in document.parts if part.kind != "body" and part.title
        }
        self._document = document
        self._issued = _Issued(own, fold_title(document.title))
        self._short = ShortForms(own)
        self._lists = _Lists()
        self.citations: list[Citation] = []
        """In the order of the texts."""
        self.findings: list[Finding] = []
        """What is to be said of them."""
        self.torn: list[int] = []
        """Index of each citation that goes over a line end."""

    def read(self, citing: CitingText) -> None:
        """Add what a text cites."""
        part = self._document.parts[citing.place.part]
        block = part.blocks[citing.place.block]
        found_citations = list(find_citations(citing.text))
        listed = self._lists.enter(part, block, found_citations)
        if not found_citations:
            return
        issued = self._issued if part.kind == "body" else None
        uses = _uses(citing.text, found_citations, issued)
        for found, use in zip(found_citations, uses, strict=True):
            self._add(citing, found, REPEALS if listed else use)

    def _add(self, citing: CitingText, found: Found, use: Use) -> None:
        """Add one citation of a text, and what is to be said of it."""
        line = line_at(citing.lines, citing.breaks, found.start)
        if any(found.start < place < found.end for place in citing.breaks):
            self.torn.append(len(self.citations))
        alias = self._short.read(citing.text, found)
        organ = organ_before(citing.text, found.start)
        self.citations.append(put_at(_citation(found, use, line, alias, organ), citing, found))
        if found.incomplete:
            finding = _incomplete(found, line)
            self.findings.append(
                place_finding(finding, self._document, citing.place, found.start, found.end)
            )


class _Issued(NamedTuple):
    """What a document issues."""

    titles: set[str]
    """Folded titles of its instruments and attachments."""
    title: str
    """Its own folded title, which may name them."""

    def names(self, found: Found) -> bool:
        """Whether a citation names one of them."""
        title = fold_title(found.title or "")
        return title in self.titles or (len(title) >= SHORTEST_NAMED and title in self.title)


def _uses(text: str, found_citations: list[Found], issued: _Issued | None) -> Iterator[Use]:
    """How each citation of a text is used."""
    masked = mask(text, found_citations)
    uses = Uses(masked)
    before: Use | None = None
    for found, place in zip(found_citations, masked.places, strict=True):
        before = uses.read(place, before, own=issued is not None and issued.names(found))
        yield before


def _citation(found: Found, use: Use, line: int, alias: str | None, organ: str | None) -> Citation:
    """The citation of what was found, with what its text says of it."""
    return Citation(
        title=found.title, number=found.number, relation=use.relation, line=line, role=use.role, alias_of=alias,
        organ=organ, article=found.article, insertion=found.insertion,
    )  # fmt: skip


def put_at(citation: Citation, citing: CitingText, found: Found) -> Citation:
    """The citation with the place in which it was found."""
    return msgspec.structs.replace(citation, place=citing.place, start=found.start, end=found.end)


def _incomplete(found: Found, line: int) -> Finding:
    """What is said of a number without its 号."""
    return Finding(
        line=line,
        kind="number-incomplete",
        severity="warning",
        found=found.number or "",
        message=say("message.number-incomplete"),
    )


class _Lists:
    """Whether the blocks are in a list of repealed documents, as what is above them says."""

    def __init__(self) -> None:
        self._part: Part | None = None
        self._headed = self._introduced = False

    def enter(self, part: Part, block: Block, found_citations: list[Found]) -> bool:
        """Whether the citations of a block are items of such a list."""
        if part is not self._part:
            self._part, self._introduced = part, False
            self._headed = heads_repeals(part.title or "")
        if not isinstance(block, Text):
            return self._is_open
        if isinstance(block, Heading) and not found_citations:
            self._headed = heads_repeals(block.text)
        item = _is_item(block, found_citations)
        listed = item and self._is_open
        self._introduced = introduces_repeals(squeeze(block.text)) or (item and self._introduced)
        return listed

    @property
    def _is_open(self) -> bool:
        """Whether a heading or a sentence above says that a list follows."""
        return self._headed or self._introduced


def _is_item(block: Text, found_citations: list[Found]) -> bool:
    """Whether a block is an item of a list, or opens like one with what it cites."""
    return isinstance(block, Item) or (
        bool(found_citations) and opens_item(block.text[: found_citations[0].start])
    )
