"""What a reader's browser loads before anything else, and what it loads once for each range."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.export import Links
from generator.lexicon.variants import SIMPLIFIED, TRADITIONAL
from generator.model import Archive, IssueRecord
from generator.model.ids import Count, read_id
from generator.search.normalise import VARIANTS
from generator.search.pieces import IssueTexts, short_hash
from generator.search.ranges import Range
from generator.search.script import script, to_compact_json
from generator.words.wording import issue_name

ALL_PROVEN = 200
"""An archive of up to this many documents is small enough to prove every result in its text."""
SOME_PROVEN = 12
"""How many results are proven in a larger one before they are counted."""

File = tuple[str, bytes]
"""Address below ``data/search``, and content."""


class RangeFiles(NamedTuple):
    """What the manifest says of a range, in this order."""

    size: int
    """Its numbers; the first follows from the ranges before it."""
    shards: int
    pages: str
    """The hashes of the pages of its directory, eight digits each."""
    lengths: str
    """How long the directory in each pack of shards is, as a column; empty where there are none."""
    columns: str
    """The hash of what results are filtered and sorted by."""
    numbers: str
    """The hash of the document numbers."""


def named(kind: str, range_: Range, value: Any, *place: int) -> tuple[str, File]:
    """A file of a range by its kind (``c``), its place among those of its kind, and its content: the hash, the file."""
    return named_json(kind, range_, to_compact_json(value), *place)


def named_json(kind: str, range_: Range, json: str, *place: int) -> tuple[str, File]:
    """As :func:`named`, of content that is JSON already."""
    hashed = short_hash(json.encode())
    numbers = "-".join(map(str, (range_.first, *place)))
    return hashed, (f"{kind}/{numbers}-{hashed}.js", script(f"{kind}{numbers}", json))


def variants_file() -> File:
    """Every traditional character; it is loaded where a query finds nothing."""
    json = to_compact_json([TRADITIONAL, SIMPLIFIED])
    return f"variants-{short_hash(json.encode())}.js", script("variants", json)


class Index(NamedTuple):
    """What the manifest is made of, once all other files are there."""

    texts: Mapping[str, IssueTexts]
    """The texts of each issue."""
    names: Mapping[str, str]
    """By what they are found."""
    numbers: Mapping[str, int]
    """The number of each document."""
    ranges: Sequence[RangeFiles]


def make_manifest(archive: Archive, index: Index, links: Links) -> dict[str, Any]:
    """What the client has to know before anything else."""
    places = {record.id: place for place, record in enumerate(archive.publications)}
    count = sum(len(record.documents) for record in archive.issues)
    variants = sorted(set("".join(text.variants for text in index.texts.values())))
    return {
        "documents": count,
        "proven": ALL_PROVEN if count <= ALL_PROVEN else SOME_PROVEN,
        "publications": [
            (record.id, record.title, record.region or "") for record in archive.publications
        ],
        "issues": [
            describe_issue(
                record,
                index.names[record.id],
                [index.numbers[one.id] for one in record.documents],
                places,
            )
            for record in archive.issues
        ],
        "end": links.document_end,
        "variants": "".join(character + VARIANTS[character] for character in variants),
        "ranges": list(index.ranges),
        "files": {"variants": variants_file()[0]},
    }


def describe_issue(
    record: IssueRecord, digest: str, numbers: Sequence[int], places: Mapping[str, int]
) -> list[Any]:
    """Gazette, year, number, hash of the texts, count of documents, and their numbers or the first where they follow.

    The ids of the documents are there where they do not follow from these, and the name of the
    issue where it does not.
    """
    issue, ids = record.issue, [document.id for document in record.documents]
    id_ = read_id(record.id)
    first = numbers[0] if numbers else 0
    follow = list(numbers) == list(range(first, first + len(numbers)))
    plain = ids == [str(id_.document(place)) for place in range(1, len(ids) + 1)]
    counted = [digest, len(ids), first if follow else list(numbers)]
    described = [places[record.publication], issue.year, issue.number, *counted]
    if id_.nth != Count(id_.nth.first, id_.nth.first):
        return [*described, ids, issue_name(record.id)]
    return described if plain else [*described, ids]
