"""The files of the catalogue: ``data/catalog.json``, and ``data/catalog/``, the same in parts, one for each issue.

A part changes with its issue only, so that one added issue leaves all others as they are. How far each
gazette is held, which changes with each of its issues, is therefore in the index, and not in the
evidence of every document.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.archive.text_apart import Texts
from generator.export.catalog import (
    CatalogCitation,
    CatalogDocument,
    CatalogIssue,
    Cited,
    Redirect,
    Withdrawal,
    find_citations,
    list_cited,
    list_document,
    list_issue,
    list_redirects,
    list_withdrawals,
    make_catalog,
)
from generator.export.form import File, Links, to_json, to_line
from generator.forms.found_evidence import FoundEvidence, without_day
from generator.model import Archive, IssueRecord, PublicationRecord, Value
from generator.model.validity import Coverage
from generator.permanence.published import CATALOG, PARTS
from generator.registers.unheld import CitedDocument, collect_cited

FOLDER = "data/catalog"
"""Where the parts are."""


class PartDocument(CatalogDocument, frozen=True):
    """A document as the catalogue has it; its evidence has no day of its gazette."""

    evidence: FoundEvidence | None  # type: ignore[assignment]  # has less than that of the catalogue


class CatalogPartOfIssue(Value, frozen=True):
    """All that the catalogue has of one issue."""

    issue: CatalogIssue
    documents: tuple[PartDocument, ...]
    """In order of the body."""
    citations: tuple[CatalogCitation, ...]
    """Citations of its documents whose target the archive holds."""
    cited: tuple[Cited, ...]
    """What its documents cite and the archive does not hold; ``by`` names only its documents."""


class PartAddress(Value, frozen=True):
    """An issue, and where its part is."""

    id: str
    """E.g. ``yunxi/2021/4``."""
    url: str
    """Address of its page, relative to the site root."""
    gazette: str
    """Id of its publication."""
    sha256: str
    """Of the source bytes, hexadecimal."""
    documents: int
    """How many documents it has."""
    part: str
    """Address of its part, relative to the site root."""
    part_sha256: str
    """Of the bytes of the part, hexadecimal: who has that part need not fetch it again."""


class CatalogIndex(Value, frozen=True):
    """Where everything is that the site holds."""

    publications: tuple[PublicationRecord, ...]
    """By id."""
    coverage: dict[str, Coverage]
    """Id of each gazette with documents → how far it is held."""
    issues: tuple[PartAddress, ...]
    """Newest first."""
    redirects: tuple[Redirect, ...]
    """Addresses that were published and lead elsewhere now, by id."""
    withdrawn: tuple[Withdrawal, ...]
    """What was published and taken out of the archive, by id."""


def export_catalog(
    archive: Archive,
    links: Links,
    texts: Texts,  # noqa: ARG001 - no text of a document is in it
) -> Iterator[File]:
    """The catalogue as JSON, the part of each issue, and the index of the parts."""
    cited = collect_cited(archive).documents
    yield CATALOG, to_json(make_catalog(archive, links, cited))
    own = _cited_by_issue(archive, cited)
    addresses = []
    for record in archive.issues:
        address = f"{FOLDER}/{record.id}.json"
        data = to_line(make_part(record, links, own.get(record.id, ())))
        yield address, data
        addresses.append(_address(record, links, address, data))
    yield PARTS, to_line(make_index(archive, addresses))


def make_index(archive: Archive, addresses: Sequence[PartAddress]) -> CatalogIndex:
    """The index of parts that have these addresses."""
    return CatalogIndex(
        publications=archive.publications,
        coverage=find_coverage(archive),
        issues=tuple(addresses),
        redirects=list_redirects(archive),
        withdrawn=list_withdrawals(archive),
    )


def _address(record: IssueRecord, links: Links, address: str, data: bytes) -> PartAddress:
    """The entry of the index for a part with these bytes."""
    return PartAddress(
        record.id,
        links.issue(record.id),
        record.publication,
        record.issue.sha256,
        len(record.documents),
        address,
        hashlib.sha256(data).hexdigest(),
    )


def make_part(record: IssueRecord, links: Links, cited: Iterable[Cited]) -> CatalogPartOfIssue:
    """The part of an issue.

    :param cited: what its documents cite and the archive does not hold
    """
    return CatalogPartOfIssue(
        issue=list_issue(record, links),
        documents=tuple(
            _without_day(list_document(document, links)) for document in record.documents
        ),
        citations=tuple(find_citations(record.documents)),
        cited=tuple(cited),
    )


def _without_day(document: CatalogDocument) -> PartDocument:
    """A document without what changes with other issues of its gazette."""
    values = {name: getattr(document, name) for name in CatalogDocument.__struct_fields__}
    values["evidence"] = without_day(document.evidence)
    return PartDocument(**values)


def find_coverage(archive: Archive) -> dict[str, Coverage]:
    """How far each gazette is held, as the states of its documents say it."""
    found: dict[str, Coverage] = {}
    for record in archive.documents:
        said = record.evidence
        if said and record.gazette not in found:
            found[record.gazette] = Coverage(said.as_of, said.issues, said.missing)
    return dict(sorted(found.items()))


def _cited_by_issue(archive: Archive, cited: Iterable[CitedDocument]) -> dict[str, list[Cited]]:
    """Id of each issue → what its documents cite and the archive does not hold, by id."""
    issue_of = {record.id: record.issue for record in archive.documents}
    found: defaultdict[str, list[Cited]] = defaultdict(list)
    for entry in sorted(cited, key=lambda entry: entry.id):
        citing: defaultdict[str, list[str]] = defaultdict(list)
        for id_ in entry.citing:
            citing[issue_of[id_]].append(id_)
        for issue, ids in citing.items():
            found[issue].append(list_cited(entry, ids))
    return found
