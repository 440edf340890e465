"""The archive as CSV tables: valid as a Frictionless data package, whole, and safe for spreadsheets."""

import codecs
import csv
import io
import json
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from generator.archive.text_apart import WHOLE
from generator.export import SERVED, Links, catalog
from generator.export.bulk import csv_files
from generator.export.bulk.bulk_files import export_bulk, hold
from generator.export.bulk.csv_files import PACKAGE, csv_pieces, data_package
from generator.export.bulk.data_tables import TABLES, columns_of
from generator.model import Archive
from generator.model.finding import count_severities
from generator.publish.site_folder import write_files
from generator.registers.table_list import table_notes

HOSTILE = "=HYPERLINK(1)\x00\ud800\n{{ x }}<b>"


def files_of(archive: Archive, links: Links = SERVED) -> dict[str, bytes]:
    """The files by their addresses."""
    return dict(export_bulk(archive, links, WHOLE))


def rows_in(data: bytes) -> list[dict[str, str]]:
    """The rows of a file."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def validate(folder: Path) -> Any:
    """What frictionless says of a package."""
    with warnings.catch_warnings():  # of its own dependencies, which it uses as they were
        warnings.simplefilter("ignore")
        from frictionless import Package  # noqa: PLC0415 - importing it warns

        return Package(str(folder / PACKAGE)).validate()


@pytest.mark.parametrize("name", ["archive", "real_archive"])
def test_the_package_is_valid(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    write_files(files_of(request.getfixturevalue(name)).items(), tmp_path)
    report = validate(tmp_path)
    assert report.valid, report.flatten(["type", "note"])
    assert report.stats["tasks"] == len(TABLES)


def test_a_row_that_breaks_a_link_is_told(archive: Archive, tmp_path: Path) -> None:
    files = files_of(archive)
    files["data/csv/issues.csv"] = files["data/csv/issues.csv"].replace(
        b"yunxi,2020", b"other,2020"
    )
    write_files(files.items(), tmp_path)
    assert [kind for (kind,) in validate(tmp_path).flatten(["type"])] == ["foreign-key"]


def test_every_thing_of_the_archive_is_a_row(real_archive: Archive) -> None:
    rows = {
        table.name: rows_in(files_of(real_archive)[f"data/csv/{table.name}.csv"])
        for table in TABLES
    }
    documents = real_archive.documents
    assert [row["id"] for row in rows["documents"]] == [record.id for record in documents]
    assert [row["title"] for row in rows["documents"]] == [one.document.title for one in documents]
    assert [row["id"] for row in rows["issues"]] == [record.id for record in real_archive.issues]
    assert len(rows["gazettes"]) == len(real_archive.publications)
    assert len(rows["citations"]) == sum(len(one.document.citations) for one in documents)
    assert len(rows["findings"]) == sum(len(one.issue.findings) for one in real_archive.issues)
    known = {row["id"] for row in rows["cited"]}
    meant = [row["cited"] for row in rows["citations"] if row["cited"]]
    assert set(meant) == known
    assert len(rows["tables"]) == sum(len(table_notes(one)) for one in documents) > 0
    assert {row["on"] for row in rows["findings"]} > {""}
    counted = Counter[str]()
    for row in rows["findings"]:
        counted[row["issue"]] += int(row["times"])
    assert counted == {
        record.id: sum(count_severities(record.issue.findings).values())
        for record in real_archive.issues
    }


def test_cells_are_safe_for_spreadsheets_and_for_readers(archive: Archive) -> None:
    first = archive.issues[0]
    record = first.documents[0]
    document = replace(record.document, title=HOSTILE)
    issue = replace(first, documents=(replace(record, document=document),))
    data = files_of(replace(archive, issues=(issue,)))["data/csv/documents.csv"]
    assert rows_in(data)[0]["title"] == "'=HYPERLINK(1)\ufffd\ufffd {{ x }}<b>"
    assert "apostrophe" in data_package()["description"]


def test_every_column_says_what_it_holds() -> None:
    for resource in data_package()["resources"]:
        assert resource["description"]
        for field in resource["schema"]["fields"]:
            assert len(field["description"]) > 1, (resource["name"], field["name"])
    kinds = {column.name: column.type for table in TABLES for column in columns_of(table.kind)}
    assert (kinds["year"], kinds["title"]) == ("integer", "string")


def test_the_package_is_the_same_of_every_archive(archive: Archive, real_archive: Archive) -> None:
    assert json.loads(files_of(archive)[PACKAGE]) == data_package()
    assert files_of(archive)[PACKAGE] == files_of(real_archive)[PACKAGE]


def test_rows_are_written_piece_by_piece(
    real_archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_files, "_AT_ONCE", 10)
    pieces = [*csv_pieces(TABLES[2], hold(real_archive, SERVED, WHOLE))]
    assert pieces[0] == codecs.BOM_UTF8
    assert len(pieces[1:]) == len(real_archive.documents) // 10 + 1
    assert b"".join(pieces) == files_of(real_archive)["data/csv/documents.csv"]


def test_a_large_archive_has_none_of_them_in_its_site(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog, "MOST_LISTED", len(archive.documents) - 1)
    assert files_of(archive) == {}
