"""The index over documents that are published elsewhere: few files, a line a document, and where each gazette is."""

import json
from collections.abc import Sequence

import msgspec

from generator.export import SERVED
from generator.federation.joining import group_by_year
from generator.model import Archive, IssueRecord
from generator.search import FOLDER, Elsewhere, build_brief_search, build_search
from generator.search.brief_index import MOST_IN_FILE, line_of
from tests.fixtures.demo_archive import demo_archive

WHERE = {"yunxi": Elsewhere("https://a.example/archive/yunxi", "/")}


def numbered(record: IssueRecord, number: int) -> IssueRecord:
    """The issue under another number of its year, which the titles of its documents have too."""
    id_ = f"yunxi/2020/{number}"
    documents = tuple(
        msgspec.structs.replace(
            one,
            id=f"{id_}/{one.document.sequence}",
            issue=id_,
            document=msgspec.structs.replace(one.document, title=f"{one.document.title}{number}"),
        )
        for one in record.documents
    )
    return msgspec.structs.replace(record, id=id_, documents=documents)


def weekly(count: int) -> Archive:
    """A gazette with so many issues in a year, newest first."""
    first, *_ = demo_archive().issues
    issues = tuple(numbered(first, number) for number in range(count, 0, -1))
    return Archive(demo_archive().publications, issues)


def files_of(archive: Archive) -> dict[str, bytes]:
    """The files of the index by their names below its folder."""
    files = build_brief_search(archive, WHERE, group_by_year(archive))
    return {address.removeprefix(f"{FOLDER}/"): data for address, data in files}


def value_of(script: bytes) -> object:
    """What a file hands over."""
    return json.loads(script.decode().partition(",")[2].rstrip(")\n"))


def line_files(files: dict[str, bytes]) -> dict[str, Sequence[object]]:
    """The lines of each file that has some, by its name."""
    found = {name: value_of(data) for name, data in files.items() if name.startswith("h/")}
    return {name: list(lines) for name, lines in found.items()}  # type: ignore[call-overload]


def test_there_is_a_line_for_each_document_in_the_order_of_the_manifest() -> None:
    archive = weekly(100)
    files = files_of(archive)
    lines = line_files(files)
    manifest = value_of(files["manifest.js"])
    assert isinstance(manifest, dict)
    taken: dict[str, int] = {}
    for issue, record in zip(manifest["issues"], archive.issues, strict=True):
        for document in record.documents:
            at = taken.get(issue[3], 0)
            taken[issue[3]] = at + 1
            assert lines[f"h/{issue[3]}.js"][at] == list(line_of(document.document))
    assert {f"h/{name}.js": count for name, count in taken.items()} == {
        name: len(of) for name, of in lines.items()
    }


def test_many_documents_share_a_file_and_none_has_one_of_its_own() -> None:
    archive = weekly(100)
    files = files_of(archive)
    counts = [len(lines) for lines in line_files(files).values()]
    assert sum(counts) == len(archive.documents)
    assert max(counts) <= MOST_IN_FILE
    assert len(counts) == -(-len(archive.documents) // MOST_IN_FILE)
    assert not [name for name in files if name.startswith("t/")]


def test_a_new_issue_leaves_files_that_are_full_as_they_are() -> None:
    before, after = line_files(files_of(weekly(100))), line_files(files_of(weekly(101)))
    assert len(before.keys() - after.keys()) == 1


def test_two_gazettes_with_the_same_documents_have_files_of_their_own() -> None:
    archive = demo_archive()
    (publication,) = archive.publications
    other = msgspec.structs.replace(publication, id="other")
    issues = tuple(
        msgspec.structs.replace(
            record, id=record.id.replace("yunxi", "other"), publication="other",
            documents=tuple(
                msgspec.structs.replace(one, id=one.id.replace("yunxi", "other")) for one in record.documents
            ),
        )
        for record in archive.issues
    )  # fmt: skip
    both = Archive((other, publication), (*issues, *archive.issues))
    where = {**WHERE, "other": Elsewhere("../other/archive/other", ".html")}
    files = dict(build_brief_search(both, where, group_by_year(both)))
    assert len([name for name in files if "/h/" in name]) == 2 * len(line_files(files_of(archive)))


def test_the_manifest_says_where_documents_are_and_that_of_an_archive_does_not() -> None:
    archive = demo_archive()
    (publication,) = archive.publications
    brief = value_of(files_of(archive)["manifest.js"])
    whole = value_of(dict(build_search(archive, SERVED))[f"{FOLDER}/manifest.js"])
    assert isinstance(brief, dict)
    assert isinstance(whole, dict)
    named = ["yunxi", publication.title, publication.region]
    assert brief["publications"] == [[*named, *WHERE["yunxi"]]]
    assert whole["publications"] == [named]
    assert brief["brief"] is True
    assert "brief" not in whole
