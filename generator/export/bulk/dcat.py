"""The data of a site for data portals: DCAT-AP 3 as JSON-LD (``data/dcat.jsonld``).

A dataset for the catalogue, for the texts of each gazette, for the tables and for the database, each with its files as
distributions. Portals want absolute addresses: without that of the site there is none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.export import catalog
from generator.export.bulk.csv_files import FOLDER, PACKAGE
from generator.export.bulk.data_tables import TABLES
from generator.export.bulk.gazette_years import GazetteYear, gazette_years
from generator.export.bulk.sqlite_file import DATABASE, can_index, has_database
from generator.export.bulk.text_lines import TEXTS
from generator.export.form import File, Links, to_line
from generator.model import Archive, Site
from generator.permanence.published import CATALOG, PARTS
from generator.registers.changed_days import days_of

DCAT = "data/dcat.jsonld"
"""Address of the description."""
DESCRIPTION = "Printed gazettes of local governments in China as data"
"""What a site holds that does not say it."""
_ADDRESSES = (
    "dcat:accessURL", "dcat:downloadURL", "dcat:mediaType", "dcat:compressFormat", "dct:format", "dct:language",
    "dct:license", "foaf:homepage",
)  # fmt: skip
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "formats": "http://publications.europa.eu/resource/authority/file-type/",
    "languages": "http://publications.europa.eu/resource/authority/language/",
    "media": "https://www.iana.org/assignments/media-types/",
    **{name: {"@type": "@id"} for name in _ADDRESSES},
}
"""The prefixes of words and of the lists that DCAT-AP names, and whose values are addresses.

They keep the description short, a file of which is sent with every added issue."""
LANGUAGE = "languages:ZHO"
FORMATS = {
    ".json": ("JSON", "application/json"),
    ".jsonl.gz": ("JSONL", "application/jsonl"),
    ".csv": ("CSV", "text/csv"),
    ".sqlite": ("SQLITE", "application/vnd.sqlite3"),
}
"""Ending of a file → its format in that list, and its media type."""
GZIP = "application/gzip"


def export_dcat(archive: Archive, site: Site, links: Links) -> Iterator[File]:
    """The description; nothing where the address of the site is not known."""
    if links.site:
        yield DCAT, to_line(describe(archive, site, links))


def describe(archive: Archive, site: Site, links: Links) -> dict[str, Any]:
    """The catalogue of the datasets, under the name of the site and of who publishes it."""
    publisher = site.publisher or site.name
    licence = site.licence.url if site.licence else None
    return {
        "@context": CONTEXT,
        "@id": links.absolute(DCAT),
        "@type": "dcat:Catalog",
        "dct:title": site.name,
        "dct:description": site.description or _said(DESCRIPTION),
        "dct:publisher": {"@id": links.site, "@type": "foaf:Agent", "foaf:name": publisher},
        **({"dct:license": licence} if licence else {}),
        "dct:language": LANGUAGE,
        "foaf:homepage": links.site,
        "dcat:dataset": [*datasets(archive, links)],
    }


def datasets(archive: Archive, links: Links) -> Iterator[dict[str, Any]]:
    """Every dataset of the site."""
    yield _dataset("catalogue", "Catalogue of all issues and documents", [CATALOG, PARTS], links)
    yield from _texts_of_gazettes(archive, links)
    if len(archive.documents) <= catalog.MOST_LISTED:
        files = [f"{FOLDER}/{table.name}.csv" for table in TABLES]
        yield _dataset("tables", "The archive as tables", [PACKAGE, *files], links)
        if has_database(archive) and can_index():
            yield _dataset("database", "The archive as a database", [DATABASE], links)


def _texts_of_gazettes(archive: Archive, links: Links) -> Iterator[dict[str, Any]]:
    """The texts of each gazette, a file a year."""
    days = days_of(archive)
    held: defaultdict[str, list[GazetteYear]] = defaultdict(list)
    for one in gazette_years(archive):
        held[one.gazette].append(one)
    for gazette in archive.publications:
        years = held[gazette.id]
        if years:
            files = [f"{TEXTS}/{one.name}.jsonl.gz" for one in years]
            made = _dataset(f"texts/{gazette.id}", f"Texts of {gazette.title}", files, links)
            yield made | _modified(years, days)


def _modified(years: Iterable[GazetteYear], days: Mapping[str, str]) -> dict[str, Any]:
    """The last day on which an issue was published or corrected, where one is known."""
    known = [days[issue.id] for one in years for issue in one.issues if issue.id in days]
    return {"dct:modified": {"@type": "xsd:date", "@value": max(known)}} if known else {}


def _dataset(name: str, title: str, files: Iterable[str], links: Links) -> dict[str, Any]:
    """A dataset with its files."""
    return {
        "@id": f"{links.absolute(DCAT)}#{name}",
        "@type": "dcat:Dataset",
        "dct:identifier": name,
        "dct:title": _said(title),
        "dct:description": _said(title),
        "dct:language": LANGUAGE,
        "dcat:distribution": [_distribution(address, links) for address in files],
    }


def _distribution(address: str, links: Links) -> dict[str, Any]:
    """A file of a dataset."""
    ending = next(ending for ending in FORMATS if address.endswith(ending))
    file_type, media_type = FORMATS[ending]
    url = links.absolute(address)
    packed = {"dcat:compressFormat": f"media:{GZIP}"} if ending.endswith(".gz") else {}
    return {
        "@id": f"{url}#distribution",
        "@type": "dcat:Distribution",
        "dct:title": address,
        "dcat:accessURL": url,
        "dcat:downloadURL": url,
        "dct:format": f"formats:{file_type}",
        "dcat:mediaType": f"media:{media_type}",
        **packed,
    }


def _said(text: str) -> dict[str, str]:
    """Words of the description, which are English."""
    return {"@language": "en", "@value": text}
