"""``prove`` names each value, row and file of the whole archive that is spoilt, in one line each."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from generator.export import catalog
from generator.export.bulk import sqlite_file
from generator.export.bulk.csv_files import FOLDER, PACKAGE
from generator.export.bulk.data_tables import TABLES
from generator.export.bulk.sqlite_file import DATABASE
from generator.prove.carriers import whole_files
from generator.prove.carriers.whole_files import WholeFiles
from generator.prove.data_checks import read_catalogues
from tests.prove.spoiling import (
    Change,
    Rows,
    archive_and_files,
    cell,
    gone,
    of_json,
    of_rows,
    put,
    run,
    said_of,
    spoil,
)
from tests.prove.test_form_checks import Published

ID = "yunxi/2020/1/1"
NAMES = [table.name for table in TABLES]
VALUES = [
    ("gazettes", "title"), ("gazettes", "region"), ("gazettes", "code"),
    ("issues", "year"), ("issues", "sha256"), ("issues", "documents"), ("issues", "url"),
    ("documents", "title"), ("documents", "number"), ("documents", "issuers"), ("documents", "date"),
    ("documents", "words"), ("documents", "status"), ("documents", "url"), ("documents", "page"),
    ("citations", "title"), ("citations", "relation"), ("citations", "line"), ("citations", "cited"),
    ("cited", "title"), ("cited", "level"), ("cited", "documents"),
    ("tables", "caption"), ("tables", "rows"), ("tables", "columns"),
    ("findings", "found"), ("findings", "correct"), ("findings", "severity"), ("findings", "times"),
]  # fmt: skip


def test_a_site_as_it_was_made_holds() -> None:
    assert said_of({}) == []
    assert said_of({}, alone=True) == []


@pytest.mark.parametrize(("table", "column"), VALUES)
def test_a_changed_value_of_a_table_is_named(table: str, column: str) -> None:
    (found,) = spoil(f"{FOLDER}/{table}.csv", cell(column, "7777"))
    assert found.said.startswith(f"{column}: ")
    found_too = spoil(DATABASE, run(f"UPDATE {table} SET \"{column}\" = '7777'"))  # noqa: S608
    assert {one.said.partition(":")[0] for one in found_too} >= {column}
    assert all(DATABASE in one.place for one in found_too if one.place != "tables")


@pytest.mark.parametrize("table", NAMES)
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda rows: [rows[0], *rows[2:]], "lost: the row"),
        (lambda rows: [*rows, rows[1]], "twice: the row"),
        (lambda rows: [["x", *rows[0][1:]], *rows[1:]], "has other columns"),
        (lambda rows: [*rows, rows[1][:-1]], "has a row of other columns"),
    ],
    ids=["lost", "twice", "renamed", "short"],
)
def test_changed_rows_are_named(table: str, change: Callable[[Rows], Rows], said: str) -> None:
    found = spoil(f"{FOLDER}/{table}.csv", of_rows(change))
    assert any(said in one.said for one in found)
    assert len(found) <= 2


@pytest.mark.parametrize("table", NAMES)
@pytest.mark.parametrize(
    "change",
    [gone, lambda data: data + b"\xff", lambda data: data + b'"', lambda _: b""],
    ids=["gone", "no text", "open", "empty"],
)
def test_a_table_that_nobody_can_read_is_one_line(table: str, change: Change) -> None:
    (found,) = spoil(f"{FOLDER}/{table}.csv", change)
    assert found.said.startswith(f"lost: {FOLDER}/{table}.csv ")


def with_key(rows: Rows, *key: str) -> Rows:
    """The rows, and the first once more under another key."""
    return [*rows, [*key, *rows[1][len(key) :]]]


@pytest.mark.parametrize(
    ("table", "key", "said"),
    [
        ("documents", (f"{ID}9", "yunxi/2020/1"), f"added: the row {ID}9 of documents"),
        ("documents", ("x/2020/1/1", "x/2020/1"), "added: rows of x/2020/1"),
        ("citations", (ID, "99"), f"added: the row {ID} 99 of citations"),
        ("cited", ("c-0000000000",), "added: the row c-0000000000 of cited"),
        ("gazettes", ("x",), "added: the row x of gazettes"),
    ],
)
def test_an_added_row_is_named(table: str, key: tuple[str, ...], said: str) -> None:
    found = spoil(f"{FOLDER}/{table}.csv", of_rows(lambda rows: with_key(rows, *key)))
    assert [one.said for one in found] == [said]


def test_a_document_with_the_values_of_another_is_named() -> None:
    def exchange(rows: Rows) -> Rows:
        rows[1][4:], rows[2][4:] = rows[2][4:], rows[1][4:]
        return rows

    found = spoil(f"{FOLDER}/documents.csv", of_rows(exchange))
    assert {one.place.split(" in ")[0] for one in found} == {
        f"values of {ID}",
        f"values of {ID[:-1]}2",
    }


@pytest.mark.parametrize(
    ("address", "change"),
    [
        (PACKAGE, gone),
        (PACKAGE, put('"documents"', '"papers"')),
        ("data/tables/yunxi.datapackage.json", gone),
        ("data/tables/yunxi.datapackage.json", put("^{", "[")),
        ("data/tables/yunxi.datapackage.json", put('"title":"', '"title":"x')),
        ("data/tables/yunxi.datapackage.json", of_json(lambda plain: plain["resources"].pop())),
        (
            "data/tables/yunxi.datapackage.json",
            of_json(lambda plain: plain["resources"][0]["schema"]["fields"].pop()),
        ),
        ("data/document.schema.json", gone),
        ("data/catalog.schema.json", put("title", "Title")),
        ("data/feed.schema.json", gone),
        ("data/dictionary.md", put("a", "b")),
        ("data/dcat.jsonld", gone),
        ("data/dcat.jsonld", put("^{", "[")),
        (DATABASE, gone),
        (DATABASE, lambda _: b""),
        (DATABASE, lambda _: b"SQLite format 3\0" + b"\xff" * 9_000),
        (DATABASE, lambda data: data[: len(data) // 2]),
        (DATABASE, run("INSERT INTO search(search) VALUES('delete-all')")),
        (DATABASE, run("DROP TABLE search")),
        (DATABASE, run("CREATE TRIGGER t AFTER INSERT ON cited BEGIN SELECT 1; END")),
        (DATABASE, run("DROP TABLE cited", "CREATE VIEW cited AS SELECT 1 AS id")),
        (DATABASE, run("ALTER TABLE cited ADD COLUMN more TEXT")),
        (DATABASE, run("DELETE FROM findings WHERE nth = 1")),
    ],
)  # fmt: skip
def test_a_spoilt_file_is_one_line(address: str, change: Change) -> None:
    (found,) = spoil(address, change)
    assert address in f"{found.place} {found.said}"


def test_a_text_of_the_database_that_lost_a_word_is_named() -> None:
    change = run(f"UPDATE documents SET text = replace(text, '屋顶绿化面积', '') WHERE id = '{ID}'")  # noqa: S608
    said = [one.said for one in spoil(DATABASE, change)]
    assert "lost: “屋顶绿化面积”" in said


def test_many_wrong_rows_are_some_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.prove.carriers.row_checks.MOST", 2)
    found = spoil(DATABASE, run("UPDATE findings SET line = 7777"))
    assert 1 <= len(found) <= 2


def test_what_a_large_archive_lacks_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    archive, files = archive_and_files()
    tables = {name: None for name in files if name.startswith(f"{FOLDER}/") or name == PACKAGE}
    assert len(said_of({**tables, DATABASE: None})) == len(tables) + 1
    monkeypatch.setattr(whole_files, "MOST_CHARACTERS", 1)
    assert said_of({DATABASE: None}) == []
    monkeypatch.setattr(catalog, "MOST_LISTED", len(archive.documents) - 1)
    assert said_of({**tables, DATABASE: None}) == []


def test_a_library_without_trigrams_misses_no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_files, "can_index", lambda: False)
    assert said_of({DATABASE: None}) == []
    monkeypatch.setattr("generator.prove.carriers.published_rows.can_index", lambda: False)
    assert said_of({}) == []
    assert sqlite_file.can_index()


def test_an_issue_that_is_in_the_catalogue_only_is_named() -> None:
    archive, files = archive_and_files()
    outlet = Published(dict(files), {})
    part = replace(archive, issues=archive.issues[:1])
    whole = WholeFiles(outlet, read_catalogues(outlet), part)
    gone_id = archive.issues[1].id
    assert f"added: the issue {gone_id}" in [one.said for one in whole.check_once()]


def test_an_issue_that_one_file_of_the_catalogue_adds_is_named() -> None:
    add = of_json(lambda plain: plain["issues"].append({"id": "x/2020/1"}))
    (found,) = spoil("data/catalog.json", add)
    assert found.said == "added: the issue x/2020/1"
