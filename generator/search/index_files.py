"""The files of the index, in a fixed order.

The same archive gives the same bytes with any number of processes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from generator.export import Links
from generator.lexicon.variants import SIMPLIFIED, TRADITIONAL
from generator.model import Archive, Document, IssueRecord
from generator.model.ids import Count, read_id
from generator.search.facets import make_columns, make_numbers
from generator.search.normalise import VARIANTS
from generator.search.passages import SearchText, search_text
from generator.search.pieces import IssueTexts, issue_texts, short_hash
from generator.search.postings import Run, index_pairs, join_runs, make_shards
from generator.search.script import script, to_compact_json
from generator.search.workers import spread
from generator.words.wording import issue_name

FOLDER = "data/search"
"""Where the files lie in the site."""
ALL_PROVEN = 200
"""An archive of up to this many documents is small enough to prove every result in its text."""
SOME_PROVEN = 12
"""How many results are proven in a larger one before they are counted."""
STRETCH = 640
"""How many documents a process reads at once."""

_VARIANT = re.compile(f"[{''.join(VARIANTS)}]")

File = tuple[str, bytes]
"""Address below :data:`FOLDER`, and content."""


class Stretch(NamedTuple):
    """What one process made of some issues in a row."""

    texts: tuple[IssueTexts, ...]
    runs: dict[int, Run]
    variants: str
    """Traditional characters in its texts."""


def build_search(archive: Archive, links: Links) -> Iterator[File]:
    """Every file of the index with its address in the site; the manifest comes last."""
    texts: list[IssueTexts] = []
    pairs: dict[int, tuple[int, str]] = {}
    variants: set[str] = set()
    for stretch in spread(read_stretch, stretches(archive), len(archive.documents)):
        join_runs(pairs, stretch.runs)
        variants.update(stretch.variants)
        for issue in stretch.texts:
            yield from _placed(issue.files)
            texts.append(issue._replace(files=()))
    shards = make_shards(pairs)
    del pairs
    yield from _placed(shard_files(shards))
    files = {name: named_file(name, value) for name, value in side_files(archive, texts).items()}
    yield from _placed(files.values())
    manifest = {
        **make_manifest(archive, texts, links),
        "variants": "".join(character + VARIANTS[character] for character in sorted(variants)),
        "shards": [len(shards), digest_of(shards)],
        "files": {name: file[0] for name, file in files.items()},
    }
    yield f"{FOLDER}/manifest.js", script("manifest", to_compact_json(manifest))


def stretches(archive: Archive) -> Iterator[tuple[tuple[tuple[Document, ...], ...], int]]:
    """The documents by issue, some :data:`STRETCH` at a time, with the number of the first."""
    issues: list[tuple[Document, ...]] = []
    first = size = 0
    for issue in archive.issues:
        issues.append(tuple(record.document for record in issue.documents))
        size += len(issue.documents)
        if size >= STRETCH:
            yield tuple(issues), first
            issues, first, size = [], first + size, 0
    yield tuple(issues), first


def read_stretch(issues: tuple[tuple[Document, ...], ...], first: int) -> Stretch:
    """The texts and the postings of some issues."""
    texts = [tuple(map(search_text, documents)) for documents in issues]
    zones = [text.folded for issue in texts for text in issue]
    pieces = tuple(map(issue_texts, texts))
    variants = set(_VARIANT.findall("".join(find_texts(texts))))
    return Stretch(pieces, index_pairs(zones, first), "".join(sorted(variants)))


def find_texts(issues: Iterable[Iterable[SearchText]]) -> Iterator[str]:
    """Every text as the pages show it."""
    for text in chain.from_iterable(issues):
        yield text.title + text.number
        yield from (line.text for zone in text.zones for line in zone)


def shard_files(shards: Sequence[str]) -> Iterator[File]:
    """The shards, named after the content of all of them.

    A new document changes nearly every one.
    """
    digest = digest_of(shards)
    for number, shard in enumerate(shards):
        yield f"g/{number}-{digest}.js", script(f"g{number}", f'"{shard}"')


def digest_of(shards: Sequence[str]) -> str:
    """What the names of the shards end in."""
    return short_hash(str([short_hash(shard.encode()) for shard in shards]).encode())


def side_files(archive: Archive, texts: Sequence[IssueTexts]) -> dict[str, Any]:
    """What is loaded once, when a query needs it."""
    records = archive.documents
    lengths = [length for issue in texts for length in issue.lengths]
    pieces = [document for issue in texts for document in issue.counts]
    return {
        "columns": make_columns(records, lengths, pieces),
        "numbers": make_numbers(records),
        "variants": [TRADITIONAL, SIMPLIFIED],
    }


def named_file(name: str, value: Any) -> File:
    """A file whose name changes with its content."""
    json = to_compact_json(value)
    return f"{name}-{short_hash(json.encode())}.js", script(name, json)


def make_manifest(archive: Archive, texts: Sequence[IssueTexts], links: Links) -> dict[str, Any]:
    """What the client has to know before anything else."""
    places = {record.id: place for place, record in enumerate(archive.publications)}
    return {
        "documents": len(archive.documents),
        "proven": ALL_PROVEN if len(archive.documents) <= ALL_PROVEN else SOME_PROVEN,
        "publications": [
            (record.id, record.title, record.region or "") for record in archive.publications
        ],
        "issues": [
            describe_issue(record, text.hash, places)
            for record, text in zip(archive.issues, texts, strict=True)
        ],
        "end": links.document_end,
    }


def describe_issue(record: IssueRecord, digest: str, places: Mapping[str, int]) -> list[Any]:
    """Gazette, year, number, hash and count of documents.

    The ids of the documents are there where they do not follow from these, and the name of the
    issue where it does not.
    """
    issue, ids = record.issue, [document.id for document in record.documents]
    id_ = read_id(record.id)
    plain = ids == [str(id_.document(place)) for place in range(1, len(ids) + 1)]
    described = [places[record.publication], issue.year, issue.number, digest, len(ids)]
    if id_.nth != Count(id_.nth.first, id_.nth.first):
        return [*described, ids, issue_name(record.id)]
    return described if plain else [*described, ids]


def _placed(files: Iterable[File]) -> Iterator[File]:
    """The files with their addresses in the site."""
    for name, data in files:
        yield f"{FOLDER}/{name}", data
