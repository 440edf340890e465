"""One pack with all that leads on: a query that needs some of it loads these bytes alone.

Its members are, in this order: ``readings``, the syllables with their characters; ``titles``, those of all documents
in the order of the archive; ``issues``; and the buckets of what is cited.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.export import Links
from generator.model import Archive, IssueRecord
from generator.search.facets import date_number
from generator.search.forms.packed import pack
from generator.search.manifest import File
from generator.search.script import deflate, to_compact_json
from generator.search.ways.cited_entries import make_buckets
from generator.search.ways.readings import list_readings
from generator.words.wording import issue_name

ADDRESS = "w/0"
"""Of the pack, but for its hash."""


class IssuePlace(NamedTuple):
    """An issue as a reader asks for it."""

    publication: int
    """Its place among the gazettes of the manifest."""
    address: str
    """Of its page, below the root of the site."""
    name: str
    """``2021年第4期``."""
    year: int
    numbers: tuple[int, ...]
    """All of a joint issue; none of a special one."""
    serials: tuple[int, ...]
    """总第N期."""
    published: int
    """The day, as columns have it; 0 for none."""
    documents: int
    """How many it has."""


def ways_pack(archive: Archive, links: Links) -> tuple[Mapping[str, Any], File]:
    """What the manifest says of the pack, and its file."""
    titles = [record.document.title for record in archive.documents]
    names = [*titles, *_names(archive)]
    buckets = make_buckets(archive)
    values: dict[str, Any] = {
        "readings": list_readings(names),
        "titles": titles,
        "issues": list(place_issues(archive, links)),
        **{f"cited{nth}": bucket for nth, bucket in enumerate(buckets)},
    }
    members = {name: deflate(to_compact_json(value)) for name, value in values.items()}
    hashed, length, file = pack(ADDRESS, "ways", members)
    return {"ways": [f"{ADDRESS}-{hashed}.js", length, len(buckets)]}, file


def _names(archive: Archive) -> Iterator[str]:
    """The names of gazettes, places and issuers."""
    for publication in archive.publications:
        yield from (publication.title, publication.region or "")
    for record in archive.documents:
        yield from record.document.issuers or (record.document.issuer or "",)


def place_issues(archive: Archive, links: Links) -> Iterator[IssuePlace]:
    """Every issue, in the order of the archive."""
    places = {record.id: place for place, record in enumerate(archive.publications)}
    for record in archive.issues:
        yield _place(record, places[record.publication], links)


def _place(record: IssueRecord, gazette: int, links: Links) -> IssuePlace:
    """An issue of the archive."""
    issue = record.issue
    numbers = issue.numbers or (() if issue.number is None else (issue.number,))
    serials = issue.serials or (() if issue.serial is None else (issue.serial,))
    day = None if "published" in record.doubted else issue.published
    return IssuePlace(
        gazette,
        links.issue(record.id),
        issue_name(record.id),
        issue.year or 0,
        numbers,
        serials,
        date_number(day),
        len(record.documents),
    )
