"""The archive as a database: whole, searchable, the same bytes, and only where it is small."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from generator.archive.text_apart import WHOLE
from generator.errors import GazetteError
from generator.export import SERVED
from generator.export.bulk import bulk_files, sqlite_file
from generator.export.bulk.bulk_files import export_bulk, hold
from generator.export.bulk.data_tables import TABLES
from generator.export.bulk.sqlite_file import DATABASE, MOST_CHARACTERS, has_database, sqlite_bytes
from generator.forms import plain_text
from generator.model import Archive
from generator.publish.site_folder import write_database


@pytest.fixture(scope="module")
def data(real_archive: Archive) -> bytes:
    """The database of the frozen archive."""
    return sqlite_bytes(hold(real_archive, SERVED, WHOLE))


@pytest.fixture
def database(data: bytes) -> Iterator[sqlite3.Connection]:
    """The same, opened."""
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(data)
        yield opened


def test_it_is_sound_and_has_every_document_with_its_text(
    real_archive: Archive, database: sqlite3.Connection
) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    texts = dict(database.execute("SELECT id, text FROM documents"))
    assert texts == {one.id: plain_text(one.document) for one in real_archive.documents}
    for table in TABLES:
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table.name})")]
        assert columns[: len(table.columns)] == list(table.columns)


def test_a_phrase_is_found_where_it_is(real_archive: Archive, database: sqlite3.Connection) -> None:
    query = "SELECT id FROM search JOIN documents d ON d.rowid = search.rowid WHERE search MATCH ?"
    for phrase in ("土壤污染", "农村公路", "办公室"):
        found = {id_ for (id_,) in database.execute(query, (f'"{phrase}"',))}
        expected = {
            one.id
            for one in real_archive.documents
            if phrase in plain_text(one.document) or phrase in one.document.title
        }
        assert found == expected != set()


def test_its_bytes_depend_on_the_archive_only(real_archive: Archive, data: bytes) -> None:
    assert sqlite_bytes(hold(real_archive, SERVED, WHOLE)) == data
    assert data[24:28] == data[92:96] == b"\0\0\0\1"
    assert data[96:100] == (3_034_000).to_bytes(4, "big")
    assert (
        len(data)
        < 20_000_000 * sum(one.characters for one in real_archive.documents) / MOST_CHARACTERS
    )


def test_a_file_on_disk_has_the_same_bytes(
    real_archive: Archive, data: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "gongbao.sqlite"
    path.write_bytes(b"an older one")
    write_database(hold(real_archive, SERVED, WHOLE), path)
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_only_a_small_archive_has_one_in_its_site(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST_CHARACTERS == 1_500_000
    characters = sum(one.characters for one in archive.documents)
    for most, expected in ((characters, True), (characters - 1, False)):
        monkeypatch.setattr(sqlite_file, "MOST_CHARACTERS", most)
        assert has_database(archive) is expected
        assert (DATABASE in dict(export_bulk(archive, SERVED, WHOLE))) is expected


def test_a_library_without_trigrams_makes_none_and_is_named(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bulk_files, "can_index", lambda: False)
    monkeypatch.setattr(sqlite_file, "can_index", lambda: False)
    assert DATABASE not in dict(export_bulk(archive, SERVED, WHOLE))
    with pytest.raises(GazetteError, match="has no FTS5 with trigrams"):
        write_database(hold(archive, SERVED, WHOLE), tmp_path / "a.sqlite")
