"""The index over documents that are published elsewhere: by title, number and issuer, and led to where they are.

It is that of an archive as a bundle has it, each shard a script of its own, as they are few and large; but for the
texts: these are a line a document, in one file for many issues, so that there are far fewer files than documents; and
for the manifest, which says of each gazette where its documents are.
"""

from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.export import SERVED
from generator.model import Archive, Document, IssueRecord
from generator.search.forms.loose import Loose
from generator.search.index_files import FOLDER, build_index, manifest_file, placed
from generator.search.manifest import File, Index, make_manifest
from generator.search.passages import document_lines
from generator.search.pieces import short_hash
from generator.search.ranges import CUT
from generator.search.script import script, to_compact_json
from generator.work import ALONE, Crew

BRIEF_CUT = CUT._replace(shard=16_000)
"""How the index is cut: a query asks few words of short texts, so its shards may be large, and there are fewer."""

MOST_IN_FILE = 256
"""Documents of a file of lines, unless a single issue has more."""
_TEXTS = f"{FOLDER}/t/"


class Elsewhere(NamedTuple):
    """Where the documents of a gazette are."""

    folder: str
    """The address below which its issues are, from the root of this site or absolute."""
    end: str
    """How the address of a document ends."""


def build_brief_search(
    archive: Archive,
    elsewhere: Mapping[str, Elsewhere],
    years: Iterable[tuple[str, tuple[IssueRecord, ...]]],
    crew: Crew = ALONE,
) -> Iterator[File]:
    """Every file of the index with its address in the site; the manifest comes last.

    :param elsewhere: id of each gazette → where its documents are
    :param years: a name, and issues in the order of the archive, for each piece of it that has files of its own
    """
    index = yield from _without_texts(build_index(archive, Loose(BRIEF_CUT), crew=crew))
    names: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for name, records in years:
        for issues in _pack(records):
            digest, file = line_file(name, issues)
            names |= dict.fromkeys((issue.id for issue in issues), digest)
            files |= dict([file])
    yield from placed(files.items())
    named = index._replace(names={**index.names, **names})
    manifest = make_manifest(archive, named, SERVED)
    yield manifest_file({**manifest, **lead_elsewhere(archive, elsewhere)})


def _without_texts(files: Generator[File, None, Index]) -> Generator[File, None, Index]:
    """The files of an index but for those of the texts; what the manifest is made of."""
    while True:
        try:
            name, data = next(files)
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return] # what the generator returns
        if not name.startswith(_TEXTS):
            yield name, data


def lead_elsewhere(archive: Archive, elsewhere: Mapping[str, Elsewhere]) -> dict[str, Any]:
    """What the manifest says otherwise than that of an archive."""
    return {
        "brief": True,
        "publications": [
            (record.id, record.title, record.region or "", *elsewhere[record.id])
            for record in archive.publications
        ],
    }


def _pack(records: Iterable[IssueRecord]) -> Iterator[tuple[IssueRecord, ...]]:
    """Issues that share a file, packed from the oldest on; each pack in the order of the archive."""
    packed: list[IssueRecord] = []
    for record in reversed(tuple(records)):
        held = sum(len(one.documents) for one in packed)
        if packed and held + len(record.documents) > MOST_IN_FILE:
            yield tuple(reversed(packed))
            packed = []
        packed.append(record)
    if packed:
        yield tuple(reversed(packed))


def line_file(name: str, issues: Iterable[IssueRecord]) -> tuple[str, File]:
    """The file of some issues: title, number and issuers of each document; what it is called."""
    json = to_compact_json(
        [line_of(record.document) for issue in issues for record in issue.documents]
    )
    digest = short_hash(name.encode()) + short_hash(json.encode())
    return digest, (f"h/{digest}.js", script(f"h{digest}", json))


def line_of(document: Document) -> tuple[str, str, str]:
    """Title, number, and whatever else is indexed of a document that has no text: issuers and date."""
    lines = (line.text for line in document_lines(document))
    return document.title, document.number or "", "\n".join(lines)
