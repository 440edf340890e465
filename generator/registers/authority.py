"""The issuing organs of the archive as an authority file.

One entry each, with what is known of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.lexicon.levels import level_of_title
from generator.lexicon.organs import government_place
from generator.lexicon.regions import find_region, level_of_code, split_region
from generator.model import Archive, Document, DocumentRecord, Organ, PublicationRecord, Value

_OFFICES = ("办公厅", "办公室")
_GOVERNMENT = "人民政府"


class Authority(Value, frozen=True):
    """An issuing organ (发文机关)."""

    name: str
    """Canonical full name."""
    aliases: tuple[str, ...]
    """Other names, as described or as signed."""
    region: str | None
    """Full administrative path."""
    level: str | None
    """国家, 省, 市 or 县."""
    parent: str | None
    """The organ above it: the government of an office or bureau,
    else the government of the division above."""
    prefixes: tuple[str, ...]
    """机关代字 that it is described with."""
    first: DocumentRecord
    """Its earliest document."""
    last: DocumentRecord
    """Its latest document."""
    count: int
    """How many documents it issued, alone or with others."""


def list_authorities(archive: Archive) -> tuple[Authority, ...]:
    """Every organ that issued a document, by region, level and name."""
    documents: defaultdict[str, list[DocumentRecord]] = defaultdict(list)
    for record in archive.documents:
        for name in _issuers(record.document):
            documents[name].append(record)
    publications = {record.id: record for record in archive.publications}
    found = [_authority(name, records, publications) for name, records in documents.items()]
    return tuple(sorted(found, key=_order))


def _issuers(document: Document) -> tuple[str, ...]:
    """Every organ that issued a document; none where it names none."""
    if document.issuers:
        return document.issuers
    return (document.issuer,) if document.issuer else ()


def _order(entry: Authority) -> tuple[str, bool, str]:
    """Sort key: by region, in a region its government before the organs below it, then by name."""
    return entry.region or "", entry.parent is not None, entry.name


def _authority(
    name: str, records: list[DocumentRecord], publications: dict[str, PublicationRecord]
) -> Authority:
    """The entry of an organ from its documents and from the gazettes that describe it."""
    described = _descriptions(name, [publications[record.gazette] for record in records])
    region = described[0][0].region if described else _region_of(name)
    prefixes = [prefix for _, organ in described for prefix in organ.prefixes]
    return Authority(
        name=name,
        aliases=_aliases(name, records, [organ for _, organ in described]),
        region=region,
        level=level_of_title(name) or _level_as_described(described),
        parent=parent_of(name, region),
        prefixes=tuple(dict.fromkeys(prefixes)),
        first=min(records, key=lambda record: record.day or "9999"),
        last=max(records, key=lambda record: record.day or ""),
        count=len(records),
    )


def _descriptions(
    name: str, publications: Iterable[PublicationRecord]
) -> list[tuple[PublicationRecord, Organ]]:
    """What gazettes say of an organ, those first that are first, each once."""
    found = []
    for record in {record.id: record for record in publications}.values():
        found += [(record, organ) for organ in record.organs if organ.name == name]
    return found


def _level_as_described(described: Sequence[tuple[PublicationRecord, Organ]]) -> str | None:
    """The level of the division whose gazette is the first to describe an organ."""
    code = described[0][0].code if described else None
    return level_of_code(code) if code else None


def _aliases(
    name: str, records: Sequence[DocumentRecord], described: Sequence[Organ]
) -> tuple[str, ...]:
    """Names in its descriptions, and signatures of documents that it issued alone."""
    names = [alias for organ in described for alias in organ.aliases]
    for record in records:
        signature, is_joint = record.document.signature, len(record.document.issuers) > 1
        if signature and not is_joint and name.endswith(signature):
            names.append(signature)
    return tuple(dict.fromkeys(alias for alias in names if alias != name))


def parent_of(name: str, region: str | None) -> str | None:
    """The organ above one, by its name alone; None where the name does not say it."""
    for office in _OFFICES:
        if name.endswith(f"{_GOVERNMENT}{office}"):
            return name.removesuffix(office)
    steps = split_region(region) if region else ()
    if name.endswith(_GOVERNMENT):
        return f"{steps[-2]}{_GOVERNMENT}" if len(steps) > 1 else None
    return f"{steps[-1]}{_GOVERNMENT}" if steps and steps[-1] in name else None


def _region_of(name: str) -> str | None:
    """The division of the organ with a name."""
    place = government_place(name)
    return find_region(place) if place else None
