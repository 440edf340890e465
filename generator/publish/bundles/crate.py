"""The metadata of a bundle as an RO-Crate 1.2 (https://w3id.org/ro/crate/1.2): what is in it, and whose.

It lies in the payload of the bag, as RO-Crate has it for bags, and describes what a machine begins with: the home page,
the catalogue, the issues and the sources that they were read from. The checksums of all files are in the bag.
"""

from collections.abc import Iterator
from typing import Any

from generator.export import BUNDLED
from generator.export.form import to_json
from generator.model import IssueRecord
from generator.permanence.published import CATALOG
from generator.publish.bundles.bundle import OPENING, SOFTWARE, Bundled
from generator.words.say import say, spoken
from generator.words.wording import issue_name
from generator.work.program import own_version

METADATA = "ro-crate-metadata.json"
"""The file of the metadata, at the root of the payload."""
CONTEXT = "https://w3id.org/ro/crate/1.2/context"
PROFILE = "https://w3id.org/ro/crate/1.2"
ROOT, LICENCE, PUBLISHER, PROGRAM, MAKING = "./", "#licence", "#publisher", "#gongbao", "#making"
"""Names of the entities that there is one of."""

Entity = dict[str, Any]


def crate_of(bundled: Bundled) -> bytes:
    """The metadata as a file."""
    return to_json({"@context": CONTEXT, "@graph": list(_entities(bundled))})


def _entities(bundled: Bundled) -> Iterator[Entity]:
    """All that is described, the root first."""
    publications = {record.id: record.title for record in bundled.archive.publications}
    issues = [_issue(record, publications[record.publication]) for record in bundled.archive.issues]
    files = [*_files(), *issues]
    yield {
        "@id": METADATA,
        "@type": "CreativeWork",
        "conformsTo": {"@id": PROFILE},
        "about": {"@id": ROOT},
    }
    yield _root(bundled, files)
    yield from files
    yield from map(_source, bundled.archive.issues)
    yield from _people(bundled)
    yield {
        "@id": PROGRAM,
        "@type": "SoftwareApplication",
        "name": SOFTWARE,
        "softwareVersion": own_version(),
    }
    yield {
        "@id": MAKING,
        "@type": "CreateAction",
        "name": say("bundle.made", software=SOFTWARE),
        "instrument": {"@id": PROGRAM},
        "object": [{"@id": _source_id(record)} for record in bundled.archive.issues],
        "result": {"@id": ROOT},
    }


def _root(bundled: Bundled, files: list[Entity]) -> Entity:
    """The payload as a whole."""
    site = bundled.site
    root = {
        "@id": ROOT,
        "@type": "Dataset",
        "name": bundled.name,
        "description": site.description or say("bundle.title", site=site.name),
        "identifier": bundled.identifier,
        "datePublished": bundled.day,
        "inLanguage": spoken().tag,
        "license": {"@id": _licence_id(bundled)},
        "hasPart": [{"@id": file["@id"]} for file in files],
        "mentions": {"@id": MAKING},
    }
    if site.publisher:
        root["publisher"] = {"@id": PUBLISHER}
    if bundled.part and bundled.address:
        root["isPartOf"] = {"@id": bundled.address}
    return root


def _files() -> Iterator[Entity]:
    """The files that the payload begins with."""
    yield {
        "@id": OPENING,
        "@type": "File",
        "name": say("nav.home"),
        "encodingFormat": "text/html",
    }
    yield {
        "@id": CATALOG,
        "@type": "File",
        "name": say("bundle.catalog"),
        "encodingFormat": "application/json",
    }


def _issue(record: IssueRecord, title: str) -> Entity:
    """An issue: the page that lists its documents."""
    entity = {
        "@id": BUNDLED.issue(record.id),
        "@type": ["File", "PublicationIssue"],
        "name": say("issue.full_name", gazette=title, issue=issue_name(record.id)),
        "identifier": record.id,
        "encodingFormat": "text/html",
        "isBasedOn": {"@id": _source_id(record)},
    }
    return {**entity, "datePublished": record.published} if record.published else entity


def _source(record: IssueRecord) -> Entity:
    """What an issue was read from."""
    return {
        "@id": _source_id(record),
        "@type": "CreativeWork",
        "name": record.file,
        "sha256": record.issue.sha256,
    }


def _source_id(record: IssueRecord) -> str:
    """The name of a source among the entities."""
    return f"#source/{record.id}"


def _people(bundled: Bundled) -> Iterator[Entity]:
    """Who publishes the archive, on what terms, and the whole of which this is a part."""
    site, licence = bundled.site, bundled.site.licence
    said = licence.name if licence else say("bundle.no_licence")
    yield {"@id": _licence_id(bundled), "@type": "CreativeWork", "name": said, "description": said}
    if site.publisher:
        yield {"@id": PUBLISHER, "@type": "Organization", "name": site.publisher}
    if bundled.part and bundled.address:
        yield {"@id": bundled.address, "@type": "WebSite", "name": site.name}


def _licence_id(bundled: Bundled) -> str:
    """The address of the licence, or a name for it where it has none."""
    licence = bundled.site.licence
    return licence.url if licence and licence.url else LICENCE
