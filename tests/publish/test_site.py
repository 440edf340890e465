"""The site: built beside the last one and put in its place only when whole."""

import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from generator.archive.clock import clock_of
from generator.build import build_site
from generator.errors import GazetteError
from generator.export import SERVED, build_exports
from generator.model import Archive
from generator.pages import build_pages
from generator.publish import Layout, write_pages
from generator.publish.site_folder import refuse_to_replace


def files(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its address."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_the_site_holds_pages_and_data(archive: Archive, layout: Layout) -> None:
    assert build_site(archive, layout) == ()
    built = files(layout.site)
    assert {"index.html", "about/index.html", *dict(build_exports(archive, SERVED))} <= set(built)
    assert json.loads(built["data/catalog.json"])["documents"][0]["id"] == "yunxi/2020/1/1"
    assert list(layout.staging.iterdir()) == []


def test_the_sitemap_names_the_address_that_the_site_will_have(
    archive: Archive, layout: Layout
) -> None:
    build_site(archive, layout, address="https://example.org/gazettes")
    sitemap = (layout.site / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/gazettes/about/</loc>" in sitemap
    assert "lastmod" not in sitemap, "nobody knows when a page that people wrote was changed"


def test_a_page_that_is_gone_leaves_the_site(archive: Archive, layout: Layout) -> None:
    build_site(archive, layout)
    (layout.docs / "index.md").write_text("# 首页\n", encoding="utf-8")
    (layout.docs / "about.md").unlink()
    build_site(archive, layout)
    assert not (layout.site / "about").exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("docs/index.md", "[没有](nowhere.md)"),
        ("docs/index.md", "[没有](about.md#nowhere)"),
        ("theme/main.html", "{{ undefined.value }}"),
        ("mkdocs.yml", "site_name: [\n"),
        ("mkdocs.yml", "docs_dir: docs\nno_such_setting: 1\n"),
    ],
)
def test_a_failed_build_leaves_the_last_site_as_it_was(
    name: str, text: str, archive: Archive, layout: Layout
) -> None:
    build_site(archive, layout)
    before = files(layout.site)
    (layout.config.parent / name).write_text(text, encoding="utf-8")
    with pytest.raises(GazetteError, match=r"MkDocs|warnings: 1"):
        build_site(archive, layout)
    assert files(layout.site) == before


def test_warnings_are_handed_on_when_they_are_allowed(archive: Archive, layout: Layout) -> None:
    (layout.docs / "index.md").write_text("[没有](nowhere.md)", encoding="utf-8")
    (warning,) = build_site(archive, layout, strict=False)
    assert "nowhere.md" in warning
    assert (layout.site / "index.html").exists()


def test_an_error_lists_the_first_warnings(archive: Archive, layout: Layout) -> None:
    links = "\n\n".join(f"[没有](nowhere-{number}.md)" for number in range(30))
    (layout.docs / "index.md").write_text(links, encoding="utf-8")
    with pytest.raises(GazetteError, match="warnings: 30") as caught:
        build_site(archive, layout)
    lines = str(caught.value).splitlines()
    assert "nowhere-0.md" in lines[1]
    assert lines[-1] == "… and 10 more"


def test_the_same_archive_gives_the_same_site(archive: Archive, layout: Layout) -> None:
    build_site(archive, layout)
    first = files(layout.site)
    build_site(archive, layout)
    assert files(layout.site) == first


def test_a_link_to_a_folder_stays_a_link(archive: Archive, layout: Layout, tmp_path: Path) -> None:
    (tmp_path / "volume/public").mkdir(parents=True)
    layout.site.symlink_to(tmp_path / "volume/public")
    build_site(archive, layout)
    assert layout.site.is_symlink()
    assert (tmp_path / "volume/public/index.html").exists()
    assert sorted(path.name for path in (tmp_path / "volume").iterdir()) == [".build", "public"]


@pytest.mark.parametrize("site", ["docs", ".", "docs/../docs", "link"])
def test_a_site_never_takes_the_place_of_its_sources(site: str, layout: Layout) -> None:
    folder = layout.docs.parent
    (folder / "link").symlink_to("docs")
    with pytest.raises(GazetteError, match="would take the place of"):
        refuse_to_replace(folder / site, layout.docs / "issues", layout.config)


@pytest.mark.parametrize("held", ["index.html", "letters/mother.txt", ".ssh/id"])
def test_a_site_takes_the_place_of_no_folder_that_is_no_site(held: str, tmp_path: Path) -> None:
    (tmp_path / "home" / held).parent.mkdir(parents=True)
    (tmp_path / "home" / held).write_text("mine", encoding="utf-8")
    with pytest.raises(
        GazetteError, match="is no site, and a site would take the place of all that it holds"
    ):
        refuse_to_replace(tmp_path / "home")


def test_a_site_takes_the_place_of_a_site_and_of_nothing(
    archive: Archive, layout: Layout, tmp_path: Path
) -> None:
    for name in ("empty", "volume/lost+found", "begun"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("begun/.unfinished", "begun/404.html"):
        (tmp_path / name).touch()
    write_pages(build_pages(archive), layout.docs)
    build_site(archive, layout, strict=False)
    for name in ("empty", "volume", "begun", "nowhere", "site"):
        refuse_to_replace(tmp_path / name)


def test_the_date_is_the_latest_publication(archive: Archive) -> None:
    assert clock_of(archive) == datetime(2020, 3, 31, tzinfo=UTC)


def test_without_publication_dates_the_latest_document_counts(archive: Archive) -> None:
    undated = tuple(
        msgspec.structs.replace(record, issue=msgspec.structs.replace(record.issue, published=None))
        for record in archive.issues
    )
    latest = max(record.document.date or "" for record in archive.documents)
    assert f"{clock_of(Archive(archive.publications, undated)):%Y-%m-%d}" == latest


def test_without_any_date_the_latest_year_counts(archive: Archive) -> None:
    issues = tuple(
        msgspec.structs.replace(
            record, issue=msgspec.structs.replace(record.issue, published=None), documents=()
        )
        for record in archive.issues
    )
    assert clock_of(Archive(archive.publications, issues)) == datetime(2020, 1, 1, tzinfo=UTC)


def test_the_environment_may_name_the_date(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert clock_of(archive) == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(GazetteError, match="SOURCE_DATE_EPOCH"):
        clock_of(archive)


def test_an_empty_archive_has_a_date_that_a_zip_can_hold() -> None:
    assert clock_of(Archive()) == datetime(1980, 1, 1, tzinfo=UTC)
