"""Pictures of printed pages in a real Chromium: beside the text where there is room, folded elsewhere, never on it."""

import re
import shutil
import struct
import zlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.archive import read_archive
from generator.archive.source_folder import SourceFolder
from generator.build import build_site
from tests.conftest import ROOT, SAMPLES
from tests.search.bench import served
from tests.site.axe import inject, violations
from tests.site.projects import make_project

pytestmark = pytest.mark.browser

DOCUMENT = "archive/zichuan/2021/4/3/"
PRINTED = {200: "- 5 -", 240: "- 6 -"}
"""Line of the sample → number of a page that is printed after it."""
BESIDE = """() => {
  const right = (element) => element.getBoundingClientRect().right;
  const texts = [...document.querySelectorAll(".text > p, .text > h1, .text li, .text > .facts")];
  const pictures = [...document.querySelectorAll(".page-print img")].map((picture) => picture.getBoundingClientRect());
  const outline = document.querySelector(".toc").getBoundingClientRect().left;
  const end = Math.max(...texts.map(right));
  return pictures.filter((box) => box.width > 200 && box.left >= end && box.right <= outline).length;
}"""
"""How many pictures are shown between the text and the outline."""


def picture(width: int = 62, height: int = 88) -> bytes:
    """A grey page."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xcc" * width) * height)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a gazette is served whose pages 5, 6 and 7 lie beside its text as pictures."""
    folder = tmp_path_factory.mktemp("scanned")
    issues = folder / "issues"
    shutil.copytree(SAMPLES / "zichuan", issues / "zichuan")
    text = issues / "zichuan/2021-04.txt"
    lines = text.read_text(encoding="utf-8").split("\n")
    numbered = [
        f"{line}\n\n{PRINTED[nth]}\n" if nth in PRINTED else line
        for nth, line in enumerate(lines, 1)
    ]
    text.write_text("\n".join([*numbered, "戊\u202e己"]), encoding="utf-8")
    pages = issues / "zichuan/2021-04.pages"
    pages.mkdir()
    for page in (5, 6, 7):
        (pages / f"{page:03}.png").write_bytes(picture())
    archive, _ = read_archive(issues)
    layout = make_project(archive, ROOT, folder, SourceFolder(issues))
    assert build_site(archive, layout) == ()
    with served(layout.site) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, scanned: str) -> Iterator[Page]:
    """The document that is printed on three pages."""
    context = chromium.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(scanned + DOCUMENT)
    yield page
    context.close()


@pytest.mark.parametrize("width", [1400, 1920])
def test_pictures_are_beside_the_text_where_there_is_room(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(BESIDE) == 3
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_role("link", name="原刊第6页")).to_be_visible()


def test_a_picture_stays_until_the_next_page_begins_where_that_is_known(page: Page) -> None:
    page.set_viewport_size({"width": 1400, "height": 900})
    styles = page.locator(".page-print").evaluate_all(
        "pictures => pictures.map((picture) => getComputedStyle(picture).position)"
    )
    assert styles == ["sticky", "sticky", "relative"]


@pytest.mark.parametrize("width", [320, 1280])
def test_pictures_are_folded_elsewhere(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    folded = page.locator(".page-print img").first
    expect(folded).to_be_hidden()
    page.get_by_text("原刊第5页").first.click()
    expect(folded).to_be_visible()


def test_the_source_leads_to_the_picture_of_each_page(page: Page, scanned: str) -> None:
    page.goto(f"{scanned}archive/zichuan/2021/4/source/")
    links = page.get_by_role("link", name=re.compile("^原刊第[567]页$"))
    expect(links).to_have_count(3)
    address = str(links.last.evaluate("link => link.href"))
    assert page.request.get(address).headers["content-type"] == "image/png"


def test_a_character_that_nobody_sees_is_shown_by_its_number(page: Page, scanned: str) -> None:
    page.goto(f"{scanned}archive/zichuan/2021/4/source/")
    box = page.locator("[data-code='U+202E']").bounding_box()
    assert box is not None
    assert box["width"] > 20


def test_large_letters_leave_no_room(page: Page) -> None:
    page.set_viewport_size({"width": 1400, "height": 900})
    page.evaluate("document.documentElement.dataset.size = 'huge'")
    expect(page.locator(".page-print img").first).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1400])
def test_the_page_has_no_barrier(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    inject(page)
    assert violations(page) == []
