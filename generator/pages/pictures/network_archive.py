"""The network of the archive.

The documents that are cited most, held or not, and the documents that rest on them.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model import DocumentRecord
from generator.pages.index.citations import Address, href
from generator.pages.index.indexes import Registers
from generator.pages.index.related import outgoing_of
from generator.pages.pictures.network import BOX, ROW, WIDTH, Node, column, figure, line, middles
from generator.pages.writing.addresses import document_uri
from generator.pages.writing.escape import escape, escape_label
from generator.pages.writing.markdown import heading, link, table
from generator.words.wording import count

MOST_CITED, MOST_CITING = 16, 24
"""Documents on each side, however large the archive is."""


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
    yield heading(2, "文件与所引文件", "by-citation")
    yield "右边是引用最多的文件，左边是引用它们的文件，虚线框的本库未收。下面两表列出同样的内容。"
    yield _svg(cited, citing)
    yield table(
        ["所引文件", "引用它的文件数"],
        (_cited_row(number, one, uri) for number, one in enumerate(cited)),
    )
    yield table(
        ["引用它们的文件", "所引文件"],
        (_citing_row(number, one, cited, uri) for number, one in enumerate(citing)),
    )


def _most_cited(registers: Registers) -> list[_Cited]:
    """The documents that most others cite.

    Among equals those that are held, then those that are cited first.
    """
    citations = registers.citations
    found: dict[str, _Cited] = {}
    for record in registers.documents:
        for citation in itertools.chain.from_iterable(outgoing_of(citations, record).values()):
            target = citations.records.get(citation.target or "")
            address = (document_uri(target), "") if target else citations.address(record, citation)
            if address:
                entry = target.document if target else citations.by_id[address[1]]
                new = _Cited(entry.title or entry.number or "", address, target is not None, {})
                found.setdefault("#".join(address), new).citing[record.id] = record
    return sorted(found.values(), key=lambda one: (-len(one.citing), not one.held))[:MOST_CITED]


def _most_citing(cited: Sequence[_Cited]) -> list[DocumentRecord]:
    """The documents that cite most of some; among equals the first ones."""
    records = {id_: record for one in cited for id_, record in one.citing.items()}
    counts = Counter(id_ for one in cited for id_ in one.citing)
    return [records[id_] for id_, _ in counts.most_common(MOST_CITING)]


def _svg(cited: Sequence[_Cited], citing: Sequence[DocumentRecord]) -> str:
    """The picture; each box leads to its row of a table."""
    height = max(len(cited), len(citing)) * ROW
    lefts, rights = middles(len(citing), height), middles(len(cited), height)
    return figure("引用关系图：左为引用的文件，右为所引文件；各件见下列两表。", height, [
        *(
            line((BOX, left), (WIDTH - BOX, right))
            for right, one in zip(rights, cited, strict=True)
            for left, record in zip(lefts, citing, strict=True) if record.id in one.citing
        ),
        *column([Node(record.document.title, "held", _citing_anchor(n)) for n, record in enumerate(citing)], 0, height),
        *column(
            [Node(one.title, "held" if one.held else "cited", _cited_anchor(n)) for n, one in enumerate(cited)],
            WIDTH - BOX, height,
        ),
    ])  # fmt: skip


def _cited_row(number: int, one: _Cited, uri: str) -> list[str]:
    """What is cited, and by how many documents."""
    title = f'<span id="{_cited_anchor(number)}">[{escape_label(one.title)}]({href(one.address, uri)})</span>'
    return [title, count(len(one.citing))]


def _citing_row(
    number: int, record: DocumentRecord, cited: Sequence[_Cited], uri: str
) -> list[str]:
    """A document, and what it cites of all that is drawn."""
    title = f'<span id="{_citing_anchor(number)}">{link(record.document.title, document_uri(record), uri)}</span>'
    return [title, "；".join(escape(one.title) for one in cited if record.id in one.citing)]


def _cited_anchor(number: int) -> str:
    return f"cited-{number + 1}"


def _citing_anchor(number: int) -> str:
    return f"citing-{number + 1}"
