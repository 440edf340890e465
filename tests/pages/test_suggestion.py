"""Where a reader suggests a correction."""

from pathlib import Path

import msgspec
import pytest

from generator.model import Archive, Site
from generator.pages import build_pages
from generator.pages.writing.suggestion import new_file, suggestion
from generator.publish import read_site

ROOT = "https://git.example.org/archive/edit/main/issues/"


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (
            "repo_url: https://git.example.org/a/\nedit_uri: edit/main/docs/",
            "https://git.example.org/a/edit/main/issues/",
        ),
        (
            "repo_url: https://git.example.org/a\nedit_uri: /edit/main/x/docs_src\ndocs_dir: docs_src",
            "https://git.example.org/a/edit/main/x/issues/",
        ),
        (
            "repo_url: https://git.example.org/a\nedit_uri: edit/main/docs_src/",
            "https://git.example.org/a/edit/main/issues/",
        ),
        (
            "repo_url: https://git.example.org/a\nedit_uri: edit/main/docs/\ndocs_dir: pages",
            "https://git.example.org/a/edit/main/docs/issues/",
        ),
        (
            "edit_uri: https://git.example.org/a/-/edit/main/",
            "https://git.example.org/a/-/edit/main/issues/",
        ),
        ("repo_url: https://github.com/a/b", None),
        ("edit_uri: edit/main/", None),
        ("", None),
    ],
)
def test_the_folder_of_issues_is_edited_where_the_settings_say(
    tmp_path: Path, settings: str, expected: str | None
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\n{settings}\n", encoding="utf-8")
    assert read_site(tmp_path / "mkdocs.yml").corrections == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "https://github.com/a/b/edit/main/issues/x/2021-04.c.yml",
            "https://github.com/a/b/new/main/issues/x?filename=2021-04.c.yml",
        ),
        (
            "https://github.com/a/b/blob/main/issues/x/1.yml",
            "https://github.com/a/b/new/main/issues/x?filename=1.yml",
        ),
        (
            "https://gitlab.com/a/b/-/edit/main/issues/x/1.yml",
            "https://gitlab.com/a/b/-/new/main/issues/x?file_name=1.yml",
        ),
        (
            "https://codeberg.org/a/b/src/branch/main/x/1.yml",
            "https://codeberg.org/a/b/src/branch/main/x/1.yml",
        ),
    ],
)
def test_a_file_that_is_not_there_yet_is_begun(address: str, expected: str) -> None:
    assert new_file(address) == expected


def test_an_issue_with_corrections_leads_to_their_file(real_archive: Archive) -> None:
    site = Site("文库", corrections=ROOT)
    with_entries = {
        record.id: any(finding.entry for finding in record.issue.findings)
        for record in real_archive.issues
    }
    assert set(with_entries.values()) == {True, False} or all(with_entries.values())
    for record in real_archive.issues:
        stem = record.file.removesuffix(".txt")
        address = suggestion(site, record)["suggest"]
        if with_entries[record.id]:
            assert address == f"{ROOT}{stem}.corrections.yml"
        else:
            assert address.startswith("https://git.example.org/archive/new/main/issues/")


def test_an_issue_that_is_no_print_is_corrected_itself(archive: Archive) -> None:
    record = msgspec.structs.replace(archive.issues[0], file="云溪/2020-01.yml")
    site = Site("文库", corrections=ROOT)
    assert suggestion(site, record) == {"suggest": f"{ROOT}%E4%BA%91%E6%BA%AA/2020-01.yml"}
    assert suggestion(Site("文库"), record) == {}


def test_documents_and_issues_have_the_link(archive: Archive) -> None:
    pages = list(build_pages(archive, Site("文库", corrections=ROOT)))
    kinds = {page.meta["kind"] for page in pages if "suggest" in page.meta}
    assert kinds == {"document", "issue"}
    assert not any("suggest" in page.meta for page in build_pages(archive, Site("文库")))
