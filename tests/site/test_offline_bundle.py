"""A bundle as its reader has it: unpacked, opened from a disk in a real browser, no network."""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.archive.clock import clock_of
from generator.archive.selection import cut_archive
from generator.archive.source_folder import SourceFolder
from generator.lexicon.punctuation.chinese_marks import show_marks
from generator.model import Archive, DocumentRecord
from generator.pages import build_assets, build_pages
from generator.prove import open_outlet, prove_issues
from generator.publish import Layout, read_site, write_pages
from generator.publish.bundles import Bundled, build_bundle, layout_of_part
from generator.publish.bundles.verifying import verify
from tests.conftest import SAMPLES
from tests.search.bench import FOUND, wait_until
from tests.site.test_browser import Watch
from tests.site.web import read_web

LARGEST = 8_000_000
"""Bytes of the bundle of the five issues; every form of every document is in it."""
PART, ADDRESS = "zaozhuang-shizhong", "https://gazettes.example.org/"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh page without a network, which complains of nothing and asks for nothing but files."""
    context = chromium.new_context(locale="zh-CN", offline=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    watch = Watch(context.new_page())
    yield watch.page
    assert watch.complaints == []
    assert watch.origins() == {("file", "")}
    context.close()


@pytest.fixture(scope="module")
def part(layout: Layout, real_archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the unpacked bundle of one gazette; the whole archive has an address."""
    archive, sources = cut_archive(real_archive, PART), SourceFolder(SAMPLES)
    moment = clock_of(real_archive)
    bundled = Bundled(archive, read_site(layout.config), moment, PART, ADDRESS)
    folder = tmp_path_factory.mktemp("part")
    with layout_of_part(layout) as own:
        pages = build_pages(archive, bundled.shown_site, sources)
        write_pages([*pages, *build_assets(archive, sources)], own.docs)
        path = build_bundle(bundled, own)
    with zipfile.ZipFile(path) as packed:
        packed.extractall(folder)
    return folder / bundled.name


def shown_title(page: Page) -> str:
    """The title of the document that is shown, without blanks."""
    return "".join(page.locator("h1").inner_text().split())


def search_for(page: Page, folder: Path, record: DocumentRecord) -> list[str]:
    """Ids of the documents that a search for a title finds."""
    page.goto(f"{(folder / 'search.html').as_uri()}?q={quote(record.document.title)}")
    wait_until(page, FOUND)
    return [str(item.get_attribute("data-id")) for item in page.locator("[data-id]").all()]


@pytest.mark.browser
def test_twenty_documents_drawn_by_chance_are_read(
    page: Page,
    bundle: Path,
    real_archive: Archive,
    sampled: Callable[[Sequence[DocumentRecord], int], list[DocumentRecord]],
) -> None:
    for record in sampled(real_archive.documents, 20):
        page.goto((bundle / f"archive/{record.id}.html").as_uri())
        assert shown_title(page) == show_marks(record.document.title)
        assert page.locator("article").inner_text().strip()


@pytest.mark.browser
def test_the_folder_is_opened_at_the_top_and_leads_to_the_home_page(
    page: Page, bundle: Path
) -> None:
    page.goto((bundle.parent / "index.html").as_uri())
    page.wait_for_url((bundle / "index.html").as_uri())
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.browser
def test_a_title_is_found(page: Page, bundle: Path, real_archive: Archive) -> None:
    record = real_archive.documents[-1]
    assert record.id in search_for(page, bundle, record)


@pytest.mark.browser
def test_a_register_leads_to_a_document(page: Page, bundle: Path, real_archive: Archive) -> None:
    record = next(one for one in real_archive.documents if one.document.issuer)
    page.goto((bundle / "archive/issuers/index.html").as_uri())
    page.get_by_role("main").get_by_role(
        "link", name=str(record.document.issuer), exact=True
    ).first.click()
    page.get_by_role("main").get_by_role("link", name=record.document.title).first.click()
    assert shown_title(page) == record.document.title


@pytest.mark.browser
def test_a_table_is_read_and_its_file_is_there(page: Page, bundle: Path) -> None:
    files = sorted(bundle.glob("archive/*/*/*/*.html"), key=lambda file: file.as_posix())
    most = max(files, key=lambda file: file.read_text(encoding="utf-8").count("<tr"))
    page.goto(most.as_uri())
    expect(page.locator("article table").last).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="下载CSV").last.click()
    lines = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) > 2
    page.goto((bundle / "archive/tables/index.html").as_uri())
    link = page.locator("main a[href$='.csv']").first
    target = page.evaluate("link => link.href", link.element_handle())
    assert Path(unquote(urlsplit(target).path)).is_file()


@pytest.mark.browser
def test_a_citation_is_copied(page: Page, bundle: Path, real_archive: Archive) -> None:
    record = real_archive.documents[0]
    page.goto((bundle / f"archive/{record.id}.html").as_uri())
    page.click("#cite")
    page.locator(".para-tools button").nth(1).click()
    expect(page.locator("#doc-status")).to_have_text("已复制本段和出处。")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"{record.document.title}：{record.document.number}[J]" in copied
    assert re.search(r"政府公报，\d+（\d+）：\d+", copied)


def test_the_bundle_of_five_issues_is_small(bundle: Path, layout: Layout) -> None:
    (packed,) = layout.dist.glob(f"{bundle.parent.name}.zip")
    assert packed.stat().st_size <= LARGEST


def test_the_bundle_is_as_its_lists_say(bundle: Path) -> None:
    verdict = verify(bundle.parent)
    assert verdict.differences == ()
    assert verdict.files > sum(1 for path in bundle.rglob("*") if path.is_file())


def test_no_link_of_a_part_leads_nowhere(part: Path) -> None:
    web = read_web(part / "data", served=False)
    wrong = [
        reason
        for page in web.pages.values()
        for link in page.attributes({"a": "href", "link": "href", "script": "src", "img": "src"})
        if (reason := web.resolve(page, link))
    ]
    assert wrong == []
    assert {
        name.split("/")[1] for name in web.pages if re.match(r"archive/[^/]+/\d{4}/", name)
    } == {PART}


def test_a_part_is_proven_and_verified(part: Path, real_archive: Archive) -> None:
    outlet = open_outlet(part.parent)
    records = [record for record in real_archive.issues if record.publication == PART]
    proofs = list(prove_issues(outlet, records))
    assert [proof.differences for proof in proofs] == [()] * 2
    assert verify(part).differences == ()


@pytest.mark.browser
def test_a_part_says_so_and_finds_its_own_documents_only(
    page: Page, part: Path, real_archive: Archive
) -> None:
    page.goto((part / "index.html").as_uri())
    page.wait_for_url((part / "data/index.html").as_uri())
    expect(page.locator("main")).to_contain_text(f"这里是全库的一部分，全库见{ADDRESS}")
    own = next(one for one in real_archive.documents if one.gazette == PART)
    other = next(one for one in real_archive.documents if one.gazette != PART)
    assert own.id in search_for(page, part / "data", own)
    assert {id_.split("/")[0] for id_ in search_for(page, part / "data", other)} <= {PART}
