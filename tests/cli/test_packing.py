"""``data``: the whole archive as data, of any size, with the bytes that a site has."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.export import catalog
from tests.publish.frames.test_frames import DEMO, project_of


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small archive, in whose folder the command is given."""
    monkeypatch.chdir(tmp_path)
    project_of(tmp_path, DEMO)
    return tmp_path


def written(*options: str, into: Path) -> dict[str, bytes]:
    """The files that the command wrote."""
    result = CliRunner().invoke(main, ["data", *options])
    assert result.exit_code == 0, result.output
    files = (path for path in into.rglob("*") if path.is_file())
    return {path.relative_to(into).as_posix(): path.read_bytes() for path in files}


def test_the_files_are_those_of_the_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = written(into=project / "dist/data")
    elsewhere = written("--into", "there", into=project / "there")
    assert made == elsewhere
    CliRunner().invoke(main, ["build"])
    for name, data in made.items():
        assert (project / "site/data" / name).read_bytes() == data, name
    monkeypatch.setattr(catalog, "MOST_LISTED", 0)
    large = written("--into", "large", into=project / "large")
    assert large.keys() == made.keys()
    assert not json.loads(large["catalog.json"])["complete"]
    assert large["csv/documents.csv"] == made["csv/documents.csv"]
    assert large["gongbao.sqlite"] == made["gongbao.sqlite"]


def test_it_has_all_that_a_site_has_but_single_tables_and_documents(
    project: Path,
) -> None:
    names = {f"data/{name}" for name in written(into=project / "dist/data")}
    assert {"data/catalog.json", "data/datapackage.json", "data/gongbao.sqlite"} < names
    assert not any(name.startswith(("data/tables", "data/documents")) for name in names)
