"""The network of the archive.

The documents that are cited most, held or not, and the documents that rest on them.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model import Citation, Document, DocumentRecord
from generator.pages.index.citations import Address, Citations, href
from generator.pages.index.indexes import Registers
from generator.pages.index.related import outgoing_of
from generator.pages.pictures.network import BOX, ROW, WIDTH, Node, column, figure, lines, middles
from generator.pages.writing.addresses import document_uri
from generator.pages.writing.escape import escape, escape_label
from generator.pages.writing.markdown import heading, link, table
from generator.registers.unheld import CitedDocument
from generator.words.say import say

MOST_CITED, MOST_CITING = 16, 24
"""Documents on each side, however large the archive is."""
FEWEST_CITING, FEWEST_CITED = 2, 3
"""Documents that cite one which the picture has, and fewest such: one line each says no more than the tables."""


class _Cited(NamedTuple):
    """A document that is cited."""

    title: str
    address: Address
    held: bool
    citing: dict[str, DocumentRecord]
    """The documents that cite it, by id."""


def network_markdown(registers: Registers, uri: str) -> Iterator[str]:
    """The picture and its two tables; nothing for an archive in which nothing is cited."""
    cited = _most_cited(registers)
    citing = _most_citing(cited)
    if not citing:
        return
    yield heading(2, say("network.heading"), "by-citation")
    yield say("network.text")
    if picture := _svg(cited, citing):
        yield picture
    yield table(
        [say("network.cited"), say("network.citing_number")],
        (_cited_row(one, uri) for one in cited),
    )
    yield table(
        [say("network.citing"), say("network.cited")],
        (_citing_row(one, cited, uri) for one in citing),
    )


def _most_cited(registers: Registers) -> list[_Cited]:
    """The documents that most others cite.

    Among equals those that are held, then those that are cited first.
    """
    found: dict[Address, _Cited] = {}
    for record in registers.documents:
        outgoing = outgoing_of(registers.citations, record)
        for citation in itertools.chain.from_iterable(outgoing.values()):
            if cited := _cited(registers.citations, record, citation):
                found.setdefault(cited.address, cited).citing[record.id] = record
    most_first = sorted(found.values(), key=lambda cited: (-len(cited.citing), not cited.held))
    return most_first[:MOST_CITED]


def _cited(citations: Citations, record: DocumentRecord, citation: Citation) -> _Cited | None:
    """What a citation means, a document or an entry of the register; None where it leads nowhere."""
    if target := citations.records.get(citation.target or ""):
        return _Cited(_title(target.document), (document_uri(target), ""), held=True, citing={})
    address = citations.address(record, citation)
    if address is None:
        return None
    if entry := citations.by_id.get(address[1]):
        place = citations.uris[entry.id], entry.id
        return _Cited(_title(entry), place, held=False, citing={})
    return _Cited(citation.title or citation.number or "", address, held=True, citing={})


def _title(entry: Document | CitedDocument) -> str:
    """The title of a document, else its number."""
    return entry.title or entry.number or ""


def _most_citing(cited: Sequence[_Cited]) -> list[DocumentRecord]:
    """The documents that cite most of some; among equals the first ones."""
    records = {id_: record for one in cited for id_, record in one.citing.items()}
    counts = Counter(id_ for one in cited for id_ in one.citing)
    return [records[id_] for id_, _ in counts.most_common(MOST_CITING)]


def _svg(cited: Sequence[_Cited], citing: Sequence[DocumentRecord]) -> str:
    """The picture of what several documents cite; its boxes are rows of both tables.

    It is empty where too few are cited so: a box with a line to one other says no more than a row.
    """
    rights = [nth for nth, one in enumerate(cited) if len(one.citing) >= FEWEST_CITING]
    if len(rights) < FEWEST_CITED:
        return ""
    shared = [cited[nth] for nth in rights]
    lefts = [nth for nth, one in enumerate(citing) if any(one.id in each.citing for each in shared)]
    sources, targets = _citing_nodes(citing), _cited_nodes(cited)
    height = max(len(lefts), len(rights)) * ROW
    shapes = [
        *_lines(shared, [citing[nth] for nth in lefts], height),
        *column([sources[nth] for nth in lefts], 0, height),
        *column([targets[nth] for nth in rights], WIDTH - BOX, height),
    ]
    return figure(height, shapes)


def _lines(cited: Sequence[_Cited], citing: Sequence[DocumentRecord], height: int) -> Iterator[str]:
    """Lines from each document that cites to each that it cites, a shape for each of the latter."""
    lefts, rights = middles(len(citing), height), middles(len(cited), height)
    for right, one in zip(rights, cited, strict=True):
        yield lines(
            ((BOX, left), (WIDTH - BOX, right))
            for left, record in zip(lefts, citing, strict=True)
            if record.id in one.citing
        )


def _citing_nodes(citing: Sequence[DocumentRecord]) -> list[Node]:
    """The boxes at the left."""
    return [Node(record.document.title, "held") for record in citing]


def _cited_nodes(cited: Sequence[_Cited]) -> list[Node]:
    """The boxes at the right."""
    return [Node(one.title, "held" if one.held else "cited") for one in cited]


def _cited_row(one: _Cited, uri: str) -> list[str]:
    """What is cited, and by how many documents."""
    linked = f"[{escape_label(one.title)}]({href(one.address, uri)})"
    return [linked, say("count.documents", n=len(one.citing))]


def _citing_row(record: DocumentRecord, cited: Sequence[_Cited], uri: str) -> list[str]:
    """A document, and what it cites of all that is drawn."""
    linked = link(record.document.title, document_uri(record), uri)
    titles = [escape(one.title) for one in cited if record.id in one.citing]
    return [linked, say("list.semicolon").join(titles)]
