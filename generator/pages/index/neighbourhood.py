"""What the pages of an issue and of each document need of the rest of the archive, as plain values.

A page is made of such a value and of the source, and of nothing else: so any process can make it, and it need not be
made again while neither changes.
"""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.archive.text_apart import WHOLE
from generator.life.lifelines import Life, Lives
from generator.model import (
    Archive,
    Citation,
    Document,
    DocumentRecord,
    Evidence,
    Issue,
    IssueRecord,
    PublicationRecord,
    Site,
    Value,
)
from generator.model.issue import findings_on
from generator.pages.index.citations import Citations, Incoming
from generator.pages.index.in_issue import InIssue, places_in
from generator.pages.index.indexes import NAMES_OF, Register, Registers, full_name
from generator.pages.writing.addresses import Crumb, issue_uri
from generator.registers.unheld import CitedDocument, CitedIndex
from generator.source.source_file import Sources
from generator.words.wording import year_of


class Neighbour(Value, frozen=True):
    """Another document that is cited by the document, or cites it."""

    id: str
    issue: str
    title: str
    number: str | None
    date: str | None


class Citing(Value, frozen=True):
    """A citation of the document by another."""

    by: str
    """Id of the document that cites it."""
    citation: Citation
    sentence: str
    anchor: str


class Unheld(Value, frozen=True):
    """A document that the document cites and the archive does not hold."""

    id: str
    title: str | None
    uri: str
    """Page of the register that lists it."""
    cited_at: tuple[int, ...]
    """The citations that mean it, by their places in the document."""


class DocumentAround(Value, frozen=True):
    """A document with all that its page says of the rest of the archive, and of its issue."""

    site: Site
    publication: PublicationRecord
    record: IssueRecord
    """Its issue, as far as its page needs it: name, date, publisher, source, this one document, the findings in it."""
    place: InIssue
    neighbours: tuple[Neighbour, ...]
    """By id."""
    citing: tuple[Citing, ...]
    """In the order of the archive."""
    unheld: tuple[Unheld, ...]
    """By id."""
    files: Mapping[str, Mapping[str, str]]
    """Register → name that the document has there → its file."""
    life: Life | None = None
    """The line of what was done to it, and what it does."""

    @property
    def document(self) -> DocumentRecord:
        """The document."""
        return self.record.documents[0]


class IssueAround(Value, frozen=True):
    """An issue with all that its own pages say of the rest of the archive: its index, its source, its report."""

    site: Site
    publication: PublicationRecord
    record: IssueRecord
    """With its documents, but for what these say of others."""
    newer: Crumb | None
    """Name and page of the next issue of its gazette."""
    older: Crumb | None
    """The same of the one before it."""


Around = tuple[IssueAround, tuple[DocumentAround, ...]]
"""An issue for its own pages, and each of its documents for its page."""


def neighbourhoods(registers: Registers) -> Iterator[Around]:
    """What the pages of each issue are made of, in the order of the archive."""
    for issues in registers.issues_of.values():
        names = [(registers.full_name(record), issue_uri(record)) for record in issues]
        around = [None, *names, None]
        for nth, record in enumerate(issues):
            issue = _issue_around(registers, record, around[nth], around[nth + 2])
            yield issue, tuple(_documents_around(registers, record))


def _issue_around(
    registers: Registers, record: IssueRecord, newer: Crumb | None, older: Crumb | None
) -> IssueAround:
    """An issue between two others of its gazette."""
    publication = registers.publications[record.publication]
    documents = tuple(map(_in_itself, record.documents))
    return IssueAround(
        registers.site, publication, replace(record, documents=documents), newer, older
    )


def _in_itself(record: DocumentRecord) -> DocumentRecord:
    """A document without what is said of it and others."""
    evidence = Evidence(None, place=record.evidence.place) if record.evidence else None
    document = replace(record.document, citations=())
    return replace(record, document=document, status=None, evidence=evidence)


def _documents_around(registers: Registers, issue: IssueRecord) -> Iterator[DocumentAround]:
    """Each document of an issue."""
    citations = registers.citations
    places = places_in(issue, registers.site)
    for record, place in zip(issue.documents, places, strict=True):
        citing = tuple(_citing(citations, record))
        named = {*_named(record), *(one.by for one in citing)} - {record.id}
        known = sorted(named & citations.records.keys())
        yield DocumentAround(
            site=registers.site,
            publication=registers.publications[issue.publication],
            record=_holder(issue, record),
            place=place,
            neighbours=tuple(_neighbour(citations.records[id_]) for id_ in known),
            citing=citing,
            unheld=tuple(_unheld(citations, record)),
            files={name: _files(name, getattr(registers, name), record) for name in NAMES_OF},
            life=registers.lives.of.get(record.id),
        )


def _holder(issue: IssueRecord, record: DocumentRecord) -> IssueRecord:
    """An issue as one of its documents needs it."""
    own = Issue(
        source=issue.issue.source,
        sha256="",
        publication=issue.issue.publication,
        published=issue.issue.published,
        publisher=issue.issue.publisher,
        findings=findings_on(issue.issue, record.document),
    )
    if record.evidence:
        found = replace(record.evidence, as_of=None, by_as_of=None, issues=0, missing=0)
        record = replace(record, evidence=found)
    return IssueRecord(issue.id, issue.publication, own, (record,), issue.file)


def _citing(citations: Citations, record: DocumentRecord) -> Iterator[Citing]:
    """The citations of a document by others."""
    for one in citations.incoming.get(record.id, ()):
        yield Citing(one.record.id, one.citation, one.sentence, one.anchor)


def _named(record: DocumentRecord) -> Iterator[str]:
    """Ids of the documents that one cites, or that repeal it."""
    for citation in record.document.citations:
        yield from filter(None, (citation.target, *(citation.candidates or ())))
    if record.evidence and record.evidence.by:
        yield record.evidence.by


def _neighbour(record: DocumentRecord) -> Neighbour:
    """What is said of another document."""
    document = record.document
    return Neighbour(record.id, record.issue, document.title, document.number, document.date)


def _unheld(citations: Citations, record: DocumentRecord) -> Iterator[Unheld]:
    """What a document cites and the archive does not hold."""
    found: dict[str, list[int]] = {}
    for place, citation in enumerate(record.document.citations):
        if id_ := citations.cited.ids.get((record.id, citation)):
            found.setdefault(id_, []).append(place)
    for id_, places in sorted(found.items()):
        yield Unheld(id_, citations.by_id[id_].title, citations.uris[id_], tuple(places))


def _files(name: str, register: Register, record: DocumentRecord) -> dict[str, str]:
    """The names under which a register may list a document, and their files."""
    names = set(NAMES_OF[name](record))
    if name == "years" and (year := year_of(record.document.date)):
        names.add(year)
    return {name: register.files[name] for name in sorted(names) if name in register.files}


def registers_of_issue(around: IssueAround, sources: Sources | None) -> Registers:
    """The registers as far as the own pages of an issue look into them."""
    citations = Citations({}, CitedIndex((), {}, {}), {}, {}, {})
    return _registers(around, sources, citations, {name: {} for name in NAMES_OF})


def registers_of_document(around: DocumentAround, sources: Sources | None) -> Registers:
    """The registers as far as the page of a document looks into them."""
    return _registers(around, sources, _citations(around), around.files)


def _registers(
    around: IssueAround | DocumentAround,
    sources: Sources | None,
    citations: Citations,
    files: Mapping[str, Mapping[str, str]],
) -> Registers:
    """The registers of an archive of one issue.

    :param files: register → name there → its file
    """
    record = around.record
    life = around.life if isinstance(around, DocumentAround) else None
    return Registers(
        archive=Archive(publications=(around.publication,), issues=(record,)),
        site=around.site,
        sources=sources,
        publications={around.publication.id: around.publication},
        issues={record.id: record},
        full_names={record.id: full_name(record, around.publication)},
        issues_of={around.publication.id: (record,)},
        documents=record.documents,
        citations=citations,
        lives=Lives({record.documents[0].id: life} if life else {}, {}),
        texts=WHOLE,
        **{name: _register(name, files[name]) for name in NAMES_OF},
    )


def _record(one: Neighbour) -> DocumentRecord:
    """Another document without its text."""
    document = Document(sequence=0, lines=(), title=one.title, number=one.number, date=one.date)
    return DocumentRecord(one.id, one.issue, document, characters=0)


def _citations(around: DocumentAround) -> Citations:
    """What the citations of a document lead to, and who cites it."""
    own = around.document
    records = {**{one.id: _record(one) for one in around.neighbours}, own.id: own}
    incoming = tuple(
        Incoming(records[one.by], one.citation, one.sentence, one.anchor) for one in around.citing
    )
    cited = own.document.citations
    ids = {(own.id, cited[place]): one.id for one in around.unheld for place in one.cited_at}
    return Citations(
        records=records,
        cited=CitedIndex((), ids, {}),
        by_id={one.id: CitedDocument(one.id, one.title, None, None, ()) for one in around.unheld},
        uris={one.id: one.uri for one in around.unheld},
        incoming={own.id: incoming},
        whole=around.site.whole,
    )


def _register(name: str, files: Mapping[str, str]) -> Register:
    """A register that knows the pages of some names, and none of their documents."""
    return Register(name, dict.fromkeys(files, ()), files)
