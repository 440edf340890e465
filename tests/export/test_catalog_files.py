"""The catalogue in parts: what one issue changes of it, and what is in one file."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from generator.archive.text_apart import WHOLE
from generator.errors import GazetteError
from generator.export import SERVED, catalog, catalog_files
from generator.export.schemas import catalog_schema, index_schema, part_schema
from generator.model import Archive, Citation, Permalink
from generator.permanence.published import CATALOG, PARTS, read_published
from generator.prove.data_checks import check_catalogues, read_catalogues
from tests.fixtures.dated import date_on
from tests.pages import small

REPEALS = Citation(title="通知1", relation="repeals", target="yunxi/2020/1/1", line=3)
UNHELD = Citation(title="某某办法", number="省政发〔2019〕7号", line=4)


class Files:
    """Data files in memory, as a proof reads them."""

    name = "memory"

    def __init__(self, archive: Archive) -> None:
        self.files = dict(catalog_files.export_catalog(archive, SERVED, WHOLE))

    def read(self, address: str) -> bytes | None:
        """The bytes of one."""
        return self.files.get(address)

    def load(self, address: str) -> Any:
        """One of them, decoded."""
        return json.loads(self.files[address])

    def write(self, root: Path) -> Path:
        """All of them on a disk; the root of that site."""
        for address, data in self.files.items():
            path = root / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return root


def issues_of(*numbers: int) -> Archive:
    """An archive of these issues of a gazette, of which the second repeals the first; held to the last."""
    made = []
    for number in numbers:
        cited = (UNHELD, REPEALS) if number == 2 else (UNHELD,)
        made.append(small.issue(number, small.document(1, title=f"通知{number}", citations=cited)))
    return date_on(small.archive(*made[::-1]), f"2020-{max(numbers):02}-28")


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every archive with a document is large."""
    monkeypatch.setattr(catalog, "MOST_LISTED", 0)


def test_one_more_issue_changes_its_part_and_the_index_and_no_other_part() -> None:
    before, after = Files(issues_of(1, 2)).files, Files(issues_of(1, 2, 3)).files
    changed = {address for address, data in after.items() if before.get(address) != data}
    assert changed == {
        CATALOG, PARTS, "data/catalog/yunxi/2020.json", "data/texts/yunxi/2020.jsonl.gz",
    }  # fmt: skip


def test_an_added_issue_changes_the_files_of_its_year_only() -> None:
    first = issues_of(1)
    other = msgspec.structs.replace(
        first.issues[0],
        id="yunxi/s78",
        documents=tuple(
            msgspec.structs.replace(one, id="yunxi/s78/1", issue="yunxi/s78")
            for one in first.issues[0].documents
        ),
    )
    before = Files(first).files
    after = Files(msgspec.structs.replace(first, issues=(*first.issues, other))).files
    changed = {address for address, data in after.items() if before.get(address) != data}
    assert changed == {
        CATALOG, PARTS, "data/catalog/yunxi/undated.json", "data/texts/yunxi/undated.jsonl.gz",
    }  # fmt: skip


def test_the_parts_hold_what_the_catalogue_holds() -> None:
    files = Files(issues_of(1, 2, 3))
    whole, index = files.load(CATALOG), files.load(PARTS)
    parts = [files.load(entry["part"]) for entry in index["years"]]
    assert [issue for part in parts for issue in part["issues"]] == whole["issues"]
    for name in ("publications", "redirects", "withdrawn"):
        assert index[name] == whole[name]
    assert [one for part in parts for one in part["citations"]] == whole["citations"]
    documents = [one for part in parts for one in part["documents"]]
    held = {"as_of": "2020-03-28", "issues": 3, "missing": 0}
    assert index["coverage"] == {"yunxi": held}
    for document in documents:
        document["evidence"] |= held | {
            "by_as_of": "2020-03-28" if document["evidence"]["by"] else None
        }
    assert documents == whole["documents"]
    (cited,) = whole["cited"]
    listed = [one for part in parts for one in part["cited"]]
    assert [one | {"by": cited["by"]} for one in listed] == [cited] * len(parts)
    assert [id_ for one in listed for id_ in one["by"]] == cited["by"]


def test_the_index_has_what_is_needed_to_fetch_a_part_only_when_it_changed() -> None:
    files = Files(issues_of(1, 2))
    for entry in files.load(PARTS)["issues"]:
        data = files.files[entry["part"]]
        part = json.loads(data)
        assert entry["part_sha256"] == sha256(data).hexdigest()
        (issue,) = [issue for issue in part["issues"] if issue["id"] == entry["id"]]
        assert entry["documents"] == len(issue["documents"])
        names = ("id", "url", "gazette", "sha256")
        assert {name: issue[name] for name in names} == {name: entry[name] for name in names}
    for entry in files.load(PARTS)["years"]:
        assert entry["part_sha256"] == sha256(files.files[entry["part"]]).hexdigest()
        assert entry["texts"] in files.files
        part = files.load(entry["part"])
        assert [entry["issues"], entry["documents"]] == [
            len(part["issues"]),
            len(part["documents"]),
        ]


@pytest.mark.parametrize(("most", "complete"), [(2, True), (1, False)])
def test_above_a_number_of_documents_the_lists_are_in_the_parts_alone(
    monkeypatch: pytest.MonkeyPatch, most: int, *, complete: bool
) -> None:
    assert catalog.MOST_LISTED == 1000
    monkeypatch.setattr(catalog, "MOST_LISTED", most)
    whole = Files(issues_of(1, 2)).load(CATALOG)
    assert (whole["complete"], whole["parts"]) == (complete, PARTS)
    assert len(whole["publications"]) == 1
    lists = [whole[name] for name in ("issues", "documents", "citations", "cited")]
    assert [bool(listed) for listed in lists] == [complete] * 4


def test_every_file_follows_its_schema(archive: Archive) -> None:
    files = Files(archive)
    schemas = {CATALOG: catalog_schema(), PARTS: index_schema()}
    for address in files.files:
        if address.endswith(".gz"):
            continue
        schema = schemas.get(address, part_schema())
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(files.load(address))


@pytest.mark.usefixtures("large")
def test_what_a_large_site_published_is_read_from_its_parts(tmp_path: Path) -> None:
    archive = msgspec.structs.replace(
        issues_of(1, 2), permalinks=(Permalink("yunxi/2019/1/1", withdrawn="有误"),)
    )
    site = Files(archive).write(tmp_path)
    for path in (site, site / CATALOG):
        ids = {entry.id: entry.title for entry in read_published(path)}
        assert ids == {"yunxi/2020/2/1": "通知2", "yunxi/2020/1/1": "通知1", "yunxi/2019/1/1": ""}
    (site / "data/catalog/yunxi/2020.json").write_bytes(b"{")
    with pytest.raises(GazetteError, match=r"yunxi/2020\.json: is no catalogue of an archive"):
        read_published(site)


@pytest.mark.usefixtures("large")
def test_a_large_archive_is_proven_by_its_parts() -> None:
    archive = issues_of(1, 2)
    files = Files(archive)
    (parts,) = read_catalogues(files)
    assert [check_catalogues([parts], record) for record in archive.issues] == [(), ()]
    other = Files(issues_of(1, 2, 3))
    (parts,) = read_catalogues(other)
    said = [one.said for record in archive.issues for one in check_catalogues([parts], record)]
    assert any("evidence.issues: “2” is “3”" in line for line in said)
