"""The issuing organs of the archive as an authority file: one entry each, with what is known of it."""

from collections import defaultdict

from generator.lexicon.levels import level_of_title
from generator.lexicon.organs import government_place
from generator.lexicon.regions import find_region, level_of_code, split_region
from generator.model import Archive, DocumentRecord, Organ, PublicationRecord, Value

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
    """The organ above it: the government of an office or bureau, else the government of the division above."""
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
        for name in record.document.issuers or filter(None, (record.document.issuer,)):
            documents[name].append(record)
    publications = {record.id: record for record in archive.publications}
    found = [_authority(name, records, publications) for name, records in documents.items()]
    return tuple(sorted(found, key=lambda entry: (entry.region or "", entry.parent is not None, entry.name)))


def _authority(name: str, records: list[DocumentRecord], publications: dict[str, PublicationRecord]) -> Authority:
    """The entry of an organ from its documents and from the gazettes that describe it."""
    described = _descriptions(name, records, publications)
    organs = [organ for _, organ in described]
    gazette = described[0][0] if described else None
    region = gazette.region if gazette else _region_of(name)
    prefixes = dict.fromkeys(prefix for organ in organs for prefix in organ.prefixes)
    return Authority(
        name=name,
        aliases=_aliases(name, records, organs),
        region=region,
        level=_level_of(name, gazette),
        parent=parent_of(name, region),
        prefixes=tuple(prefixes),
        first=min(records, key=lambda record: record.day or "9999"),
        last=max(records, key=lambda record: record.day or ""),
        count=len(records),
    )


def _descriptions(
    name: str, records: list[DocumentRecord], publications: dict[str, PublicationRecord]
) -> list[tuple[PublicationRecord, Organ]]:
    """The gazettes that print documents of an organ and describe it, each with its description."""
    printing = [publications[id_] for id_ in dict.fromkeys(record.gazette for record in records)]
    return [(gazette, organ) for gazette in printing for organ in gazette.organs if organ.name == name]


def _level_of(name: str, gazette: PublicationRecord | None) -> str | None:
    """The level that an organ's name says, else that of the gazette that describes it."""
    level = level_of_title(name)
    if level is None and gazette and gazette.code:
        return level_of_code(gazette.code)
    return level


def _aliases(name: str, records: list[DocumentRecord], organs: list[Organ]) -> tuple[str, ...]:
    """Names in its descriptions, and signatures of documents that it issued alone."""
    names = [alias for organ in organs for alias in organ.aliases]
    for record in records:
        signature = record.document.signature
        if signature and len(record.document.issuers) <= 1 and name.endswith(signature):
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
    """The division whose organ has this name."""
    place = government_place(name)
    return find_region(place) if place else None
