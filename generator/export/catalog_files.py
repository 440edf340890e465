"""The files of the catalogue: ``data/catalog.json``, and ``data/catalog/``, the same in parts by gazette and year.

A part changes with its issues, and where another issue repeals one of its documents or has what one cites; so one
added issue leaves nearly all others as they are. How far each gazette is held, which changes with each of its issues,
is therefore in the index, and not in the evidence of every document.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.archive.text_apart import Texts
from generator.export.bulk.gazette_years import GazetteYear, gazette_years, year_name
from generator.export.bulk.text_lines import TEXTS, text_lines
from generator.export.catalog import (
    CatalogCitation,
    CatalogIssue,
    Cited,
    PartDocument,
    Redirect,
    Withdrawal,
    find_citations,
    list_cited,
    list_issue,
    list_redirects,
    list_withdrawals,
    make_catalog,
    part_document,
)
from generator.export.form import File, Links, to_line
from generator.model import Archive, PublicationRecord, Value
from generator.model.validity import Coverage
from generator.permanence.published import CATALOG, PARTS
from generator.registers.unheld import CitedDocument, collect_cited

FOLDER = "data/catalog"
"""Where the parts are."""


class CatalogPartOfYear(Value, frozen=True):
    """All that the catalogue has of the issues of one gazette in one year."""

    gazette: str
    """Id of the gazette."""
    year: str
    """The year in the ids of its issues; ``undated`` where these have none."""
    issues: tuple[CatalogIssue, ...]
    """Newest first."""
    documents: tuple[PartDocument, ...]
    """In the order of the issues."""
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
    """Address of the part that it is in, relative to the site root."""
    part_sha256: str
    """Of the bytes of the part, hexadecimal: who has that part need not fetch it again."""


class YearAddress(Value, frozen=True):
    """A gazette and a year, and where what the archive has of it is."""

    gazette: str
    """Id of the gazette."""
    year: str
    """Year of its issues; ``undated`` where that is not known."""
    issues: int
    """How many issues it has."""
    documents: int
    """How many documents these have."""
    part: str
    """Address of the part of the catalogue, relative to the site root."""
    part_sha256: str
    """Of the bytes of the part, hexadecimal."""
    texts: str
    """Address of its documents with their texts, as JSON Lines, relative to the site root."""


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
    years: tuple[YearAddress, ...]
    """The parts, newest first."""


def export_catalog(
    archive: Archive,
    links: Links,
    texts: Texts,
) -> Iterator[File]:
    """The catalogue as JSON, the part of each gazette and year with the texts, and the index of the parts."""
    cited = collect_cited(archive).documents
    yield CATALOG, to_line(make_catalog(archive, links, cited))
    own = cited_by_year(archive, cited)
    years = []
    for held in gazette_years(archive):
        address = f"{FOLDER}/{held.name}.json"
        part = make_part(held, links, own.get(held.name, ()))
        data = to_line(part)
        yield address, data
        yield texts_address(held), text_lines(held, links, texts)
        years.append(_address(held, address, data))
    yield PARTS, to_line(make_index(archive, links, years))


def texts_address(held: GazetteYear) -> str:
    """Where the texts of a gazette and a year are."""
    return f"{TEXTS}/{held.name}.jsonl.gz"


def make_index(archive: Archive, links: Links, years: Sequence[YearAddress]) -> CatalogIndex:
    """The index of these parts."""
    parts = {f"{one.gazette}/{one.year}": one for one in years}
    return CatalogIndex(
        publications=archive.publications,
        coverage=find_coverage(archive),
        issues=tuple(
            PartAddress(
                record.id,
                links.issue(record.id),
                record.publication,
                record.issue.sha256,
                len(record.documents),
                (part := parts[f"{record.publication}/{year_name(record.id)}"]).part,
                part.part_sha256,
            )
            for record in archive.issues
        ),
        redirects=list_redirects(archive),
        withdrawn=list_withdrawals(archive),
        years=tuple(years),
    )


def _address(held: GazetteYear, address: str, data: bytes) -> YearAddress:
    """The entry of the index for a part with these bytes."""
    return YearAddress(
        gazette=held.gazette,
        year=held.year,
        issues=len(held.issues),
        documents=sum(len(record.documents) for record in held.issues),
        part=address,
        part_sha256=hashlib.sha256(data).hexdigest(),
        texts=texts_address(held),
    )


def make_part(held: GazetteYear, links: Links, cited: Iterable[Cited]) -> CatalogPartOfYear:
    """The part of a gazette and a year.

    :param cited: what its documents cite and the archive does not hold
    """
    documents = [one for record in held.issues for one in record.documents]
    return CatalogPartOfYear(
        gazette=held.gazette,
        year=held.year,
        issues=tuple(list_issue(record, links) for record in held.issues),
        documents=tuple(part_document(one, links) for one in documents),
        citations=tuple(find_citations(documents)),
        cited=tuple(cited),
    )


def find_coverage(archive: Archive) -> dict[str, Coverage]:
    """How far each gazette is held, as the states of its documents say it."""
    found: dict[str, Coverage] = {}
    for record in archive.documents:
        said = record.evidence
        if said and record.gazette not in found:
            found[record.gazette] = Coverage(said.as_of, said.issues, said.missing)
    return dict(sorted(found.items()))


def cited_by_year(archive: Archive, cited: Iterable[CitedDocument]) -> dict[str, list[Cited]]:
    """Name of each gazette and year → what its documents cite and the archive does not hold, by id."""
    name_of = {
        document.id: held.name
        for held in gazette_years(archive)
        for record in held.issues
        for document in record.documents
    }
    found: defaultdict[str, list[Cited]] = defaultdict(list)
    for entry in sorted(cited, key=lambda entry: entry.id):
        citing: defaultdict[str, list[str]] = defaultdict(list)
        for id_ in entry.citing:
            citing[name_of[id_]].append(id_)
        for name, ids in citing.items():
            found[name].append(list_cited(entry, ids))
    return found
