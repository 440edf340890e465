"""The forms of a document beside its page: made where it changed, taken over where it did not."""

import json
from pathlib import Path

import pytest

from generator.archive import read_archive
from generator.export import SERVED, export_documents
from generator.source import LEDGER
from tests.publish.kept.test_rebuilding import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An archive that was built once."""
    project = Project(tmp_path)
    project.build()
    return project


def forms(project: Project) -> dict[str, int]:
    """Each form on the site by its address, with the number of its file on the disk."""
    site = project.layout.site
    found = sorted((site / "data/documents").rglob("*.*"))
    return {path.relative_to(site).as_posix(): path.stat().st_ino for path in found}


def remade(project: Project, before: dict[str, int]) -> set[str]:
    """The addresses of the forms that are other files than before."""
    return {address for address, file in forms(project).items() if before.get(address) != file}


def test_they_are_those_of_the_archive(project: Project) -> None:
    archive, _ = read_archive(project.issues)
    expected = dict(export_documents(archive, SERVED))
    assert forms(project).keys() == expected.keys()
    assert len(expected) == 2 * len(archive.documents)
    for address, data in expected.items():
        assert (project.layout.site / address).read_bytes() == data


def test_an_unchanged_document_keeps_its_files(project: Project) -> None:
    before = forms(project)
    project.write(2, line="每月巡查不少于九次")
    project.build()
    changed = {f"data/documents/east/2021/2/1.{ending}" for ending in ("json", "xml")}
    assert remade(project, before) == changed
    assert "九次" in (project.layout.site / "data/documents/east/2021/2/1.json").read_text(
        encoding="utf-8"
    )


def test_a_new_frame_changes_no_form(project: Project) -> None:
    before = forms(project)
    page = project.layout.site / "archive/east/2021/2/1/index.html"
    shown = page.read_bytes()
    config = project.layout.config
    config.write_text(config.read_text(encoding="utf-8") + "copyright: 云溪\n", encoding="utf-8")
    project.build()
    assert page.read_bytes() != shown
    assert remade(project, before) == set()


def test_a_new_address_of_the_site_is_in_the_reference(project: Project) -> None:
    config = project.layout.config
    text = config.read_text(encoding="utf-8")
    config.write_text(f"{text}site_url: https://example.org/a/\n", encoding="utf-8")
    project.build()
    data = (project.layout.site / "data/documents/east/2021/2/1.json").read_bytes()
    assert json.loads(data)["csl"]["URL"] == "https://example.org/a/archive/east/2021/2/1/"


@pytest.mark.parametrize("ending", ["json", "xml"])
def test_what_is_lost_or_spoilt_is_made_again(project: Project, ending: str) -> None:
    path = project.layout.site / f"data/documents/east/2021/2/1.{ending}"
    data = path.read_bytes()
    path.unlink()
    project.build()
    assert path.read_bytes() == data
    path.write_bytes(data + b" ")
    project.build()
    assert path.read_bytes() == data


def test_those_of_a_document_that_is_gone_are_removed(project: Project) -> None:
    project.path(2).unlink()
    (project.issues / LEDGER).unlink()
    project.build()
    assert not [one for one in forms(project) if one.startswith("data/documents/east/2021/2/")]
