"""What the pages of one issue need of the rest of the archive, as one plain value.

The pages of an issue are made of its neighbourhood and of its source, and of nothing else: so any process can make
them, and they need not be made again while neither changes.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

import msgspec

from generator.link.mentions import find_mentions
from generator.model import (
    Archive,
    Citation,
    Document,
    DocumentRecord,
    IssueRecord,
    PublicationRecord,
    Site,
    Value,
)
from generator.pages.index.citations import Citations, Incoming
from generator.pages.index.indexes import NAMES_OF, Register, Registers, full_name
from generator.pages.writing.addresses import issue_uri
from generator.registers.unheld import CitedDocument, CitedIndex
from generator.source.source_file import Sources
from generator.words.wording import year_of


class Neighbour(Value, frozen=True):
    """Another document that is cited by the issue, or cites it."""

    id: str
    issue: str
    title: str
    number: str | None
    date: str | None


class Citing(Value, frozen=True):
    """A citation of a document of the issue by another."""

    cited: str
    """Id of the document of the issue."""
    by: str
    """Id of the document that cites it."""
    citation: Citation
    sentence: str
    anchor: str


class Unheld(Value, frozen=True):
    """A document that the issue cites and the archive does not hold."""

    id: str
    title: str | None
    uri: str
    """Page of the register that lists it."""
    cited_at: tuple[tuple[int, int], ...]
    """The citations that mean it: place of the document in the issue, and of the citation in the document."""


class Neighbourhood(Value, frozen=True):
    """An issue with all that its pages say of the rest of the archive."""

    site: Site
    publication: PublicationRecord
    record: IssueRecord
    newer: tuple[str, str] | None
    """Name and page of the next issue of its gazette."""
    older: tuple[str, str] | None
    """Name and id of the one before it."""
    neighbours: tuple[Neighbour, ...]
    """By id."""
    citing: tuple[Citing, ...]
    """In the order of the archive."""
    unheld: tuple[Unheld, ...]
    """By id."""
    files: Mapping[str, Mapping[str, str]]
    """Register → name that the issue has there → its file."""


ENCODER = msgspec.msgpack.Encoder(order="deterministic")
DECODER = msgspec.msgpack.Decoder(Neighbourhood)


def neighbourhoods(registers: Registers) -> Iterator[Neighbourhood]:
    """The neighbourhood of each issue, in the order of the archive."""
    for issues in registers.issues_of.values():
        names = [(registers.full_name(record), issue_uri(record)) for record in issues]
        around = [None, *names, None]
        for nth, record in enumerate(issues):
            yield neighbourhood(registers, record, around[nth], around[nth + 2])


def neighbourhood(
    registers: Registers,
    record: IssueRecord,
    newer: tuple[str, str] | None,
    older: tuple[str, str] | None,
) -> Neighbourhood:
    """The neighbourhood of an issue between two others of its gazette."""
    citations = registers.citations
    citing = tuple(chain.from_iterable(_citing(citations, one) for one in record.documents))
    named = {*_named(record), *(one.by for one in citing)}
    named -= {one.id for one in record.documents}
    return Neighbourhood(
        site=registers.site,
        publication=registers.publications[record.publication],
        record=record,
        newer=newer,
        older=older,
        neighbours=tuple(
            _neighbour(citations.records[id_]) for id_ in sorted(named & citations.records.keys())
        ),
        citing=citing,
        unheld=tuple(_unheld(citations, record)),
        files={name: _files(name, getattr(registers, name), record) for name in NAMES_OF},
    )


def _citing(citations: Citations, record: DocumentRecord) -> Iterator[Citing]:
    """The citations of a document by others."""
    for one in citations.incoming.get(record.id, ()):
        yield Citing(record.id, one.record.id, one.citation, one.sentence, one.anchor)


def _named(record: IssueRecord) -> Iterator[str]:
    """Ids of the documents that those of an issue cite, or that repeal them."""
    for one in record.documents:
        for citation in one.document.citations:
            yield from filter(None, (citation.target, *(citation.candidates or ())))
        if one.evidence and one.evidence.by:
            yield one.evidence.by


def _neighbour(record: DocumentRecord) -> Neighbour:
    """What is said of another document."""
    document = record.document
    return Neighbour(record.id, record.issue, document.title, document.number, document.date)


def _unheld(citations: Citations, record: IssueRecord) -> Iterator[Unheld]:
    """What the documents of an issue cite and the archive does not hold."""
    found: dict[str, list[tuple[int, int]]] = {}
    for nth, one in enumerate(record.documents):
        for place, citation in enumerate(one.document.citations):
            if id_ := citations.cited.ids.get((one.id, citation)):
                found.setdefault(id_, []).append((nth, place))
    for id_, places in sorted(found.items()):
        yield Unheld(id_, citations.by_id[id_].title, citations.uris[id_], tuple(places))


def _files(name: str, register: Register, record: IssueRecord) -> dict[str, str]:
    """The names under which a register may list the documents of an issue, and their files."""
    names = set(chain.from_iterable(map(NAMES_OF[name], record.documents)))
    if name == "years":
        names.update(filter(None, (year_of(one.document.date) for one in record.documents)))
    return {name: register.files[name] for name in sorted(names) if name in register.files}


def registers_of(around: Neighbourhood, sources: Sources | None) -> Registers:
    """The registers as far as the pages of an issue look into them."""
    record = around.record
    own = {one.id: one for one in record.documents}
    records = {**{one.id: _record(one) for one in around.neighbours}, **own}
    return Registers(
        archive=Archive(publications=(around.publication,), issues=(record,)),
        site=around.site,
        sources=sources,
        publications={around.publication.id: around.publication},
        issues={record.id: record},
        full_names={record.id: full_name(record, around.publication)},
        issues_of={around.publication.id: (record,)},
        documents=record.documents,
        citations=_citations(around, records),
        **{name: _register(name, around.files[name]) for name in NAMES_OF},
    )


def _record(one: Neighbour) -> DocumentRecord:
    """Another document without its text."""
    document = Document(sequence=0, lines=(), title=one.title, number=one.number, date=one.date)
    return DocumentRecord(one.id, one.issue, document, characters=0)


def _citations(around: Neighbourhood, records: Mapping[str, DocumentRecord]) -> Citations:
    """What the citations of the documents of an issue lead to, and who cites them."""
    own = around.record.documents
    incoming: dict[str, list[Incoming]] = {}
    for one in around.citing:
        entry = Incoming(records[one.by], one.citation, one.sentence, one.anchor)
        incoming.setdefault(one.cited, []).append(entry)
    ids = {
        (own[nth].id, own[nth].document.citations[place]): one.id
        for one in around.unheld
        for nth, place in one.cited_at
    }
    return Citations(
        records=records,
        cited=CitedIndex((), ids, {}),
        by_id={one.id: CitedDocument(one.id, one.title, None, None, ()) for one in around.unheld},
        uris={one.id: one.uri for one in around.unheld},
        mentions={one.id: find_mentions(one.document) for one in own},
        incoming={id_: tuple(found) for id_, found in incoming.items()},
    )


def _register(name: str, files: Mapping[str, str]) -> Register:
    """A register that knows the pages of some names, and none of their documents."""
    return Register(name, dict.fromkeys(files, ()), files)
