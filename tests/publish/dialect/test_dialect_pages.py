"""Every page that the program writes is in the dialect, and its HTML is that of MkDocs, character for character."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from mkdocs.structure import pages as of_mkdocs
from mkdocs.structure.files import File, Files

from generator.archive import read_archive
from generator.archive.source_folder import SourceFolder
from generator.model import Archive, Site
from generator.pages import Page, build_pages
from generator.publish.dialect import convert
from generator.words.catalogue import list_languages
from generator.words.say import speaking
from tests.fixtures.citing_archive import citing_archive
from tests.hostile.publishing import CASES, plain_text, write_text
from tests.hostile.test_escaping import poisoned as poisoned  # a fixture  # noqa: PLC0414
from tests.hostile.test_work import RUNS
from tests.pages.test_languages import archive as retired_archive
from tests.publish.dialect.reference import difference, made, settings

PICTURE = b"\x89PNG\r\n\x1a\n"


def wrong(pages: Iterable[Page]) -> dict[str, str]:
    """The pages that are not made, or made otherwise than MkDocs makes them, with the first difference."""
    found = {}
    for page in pages:
        converted = made(page.text)
        if said := difference(page.text, converted) if converted else "is outside the dialect":
            found[page.uri] = said
    return found


def pages_of(folder: Path, archive: Archive | None = None) -> list[Page]:
    """The pages of a folder of issues."""
    return list(build_pages(archive or read_archive(folder)[0], None, SourceFolder(folder)))


def test_every_page_of_the_samples(samples: Path, real_archive: Archive) -> None:
    pages = pages_of(samples, real_archive)
    assert {page.meta["kind"] for page in pages} >= {"document", "issue", "listing", "source"}
    assert len(pages) > 120
    assert wrong(pages) == {}


def test_every_page_of_a_gazette_that_has_every_block(archive: Archive, issues: Path) -> None:
    pages = pages_of(issues, archive)
    assert len(pages) > 40
    assert wrong(pages) == {}


@pytest.mark.parametrize("language", list_languages())
def test_every_page_in_every_language(language: str) -> None:
    with speaking(language):
        assert wrong(build_pages(retired_archive())) == {}


def test_every_page_of_a_site_with_an_address() -> None:
    """It has the code of each document, which nothing else has."""
    pages = list(build_pages(retired_archive(), Site("文库", address="https://example.org/")))
    assert any('<svg class="qr"' in page.text for page in pages)
    assert wrong(pages) == {}


def test_every_page_of_documents_that_cite_each_other() -> None:
    assert wrong(build_pages(citing_archive(40))) == {}


def test_every_page_with_markup_in_every_text(poisoned: Path) -> None:
    pages = pages_of(poisoned)
    assert len(pages) > 40
    assert wrong(pages) == {}


@pytest.mark.parametrize("count", [25, 60, 400])
def test_pages_with_runs_of_signs(count: int, tmp_path: Path) -> None:
    for nth, run in enumerate(RUNS):
        text = plain_text(line=f"每月{run * count}巡查", block=f"{run * count}\n\n二、强化保障")
        write_text(tmp_path / f"east{nth}", text)
    assert wrong(page for page in pages_of(tmp_path) if "/east" in page.uri) == {}


def test_pages_with_pictures_of_the_print(tmp_path: Path) -> None:
    write_text(tmp_path / "east", plain_text())
    (tmp_path / "east/2021-04.pages").mkdir()
    for page in range(1, 9):
        (tmp_path / f"east/2021-04.pages/{page:03}.png").write_bytes(PICTURE)
    pages = pages_of(tmp_path)
    assert any("![](" in page.text for page in pages)
    assert wrong(pages) == {}


def test_hostile_cases(tmp_path: Path) -> None:
    for path in sorted(CASES.iterdir()):
        shutil.copy(path, tmp_path / path.name)
        folder = tmp_path / "issues" / path.stem
        folder.mkdir(parents=True)
        shutil.copy(path, folder / f"2021-04{path.suffix}")
    assert wrong(pages_of(tmp_path / "issues")) == {}


def test_the_reference_is_what_mkdocs_renders(samples: Path, real_archive: Archive) -> None:
    """Whole pages by ``Page.render``, with the addresses as MkDocs resolves them."""
    pages = pages_of(samples, real_archive)
    listed = [File(page.uri, "docs", "site", use_directory_urls=True) for page in pages]
    files = Files(listed)
    for page, file in list(zip(pages, listed, strict=True))[:40]:
        rendered = of_mkdocs.Page(None, file, settings())
        rendered.markdown, rendered.meta = page.text, {}
        rendered.render(settings(), files)
        resolver = of_mkdocs._RelativePathTreeprocessor(file, files, settings())  # noqa: SLF001
        converted = convert(page.text, resolver.path_to_url)
        assert converted is not None
        assert converted.html == rendered.content
        assert resolver.links_to_anchors == rendered.links_to_anchors
        assert set(converted.anchors) == rendered.present_anchor_ids
