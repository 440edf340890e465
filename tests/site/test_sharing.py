"""A document is shared from its page and from its print: address, message, code."""

import re
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import BrowserContext, Page, expect

from tests.pages.test_share_box import modules_of
from tests.serving import running
from tests.site.conftest import QuietHandler
from tests.site.projects import ADDRESS

DOCUMENT = "archive/yunxi/2020/1/1/"
SHARED = "window.shared = []; navigator.share = async (what) => { window.shared.push(what); };"
"""A device that can share, as telephones can."""
MILLIMETRES = 25.4 / 96
"""Of a pixel of CSS."""


@pytest.fixture(scope="module")
def named_address(named: Path) -> Iterator[str]:
    """Where the site is served that knows another address as its own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(named)))
    with server, running(server):
        yield f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh page of a reader who lets the clipboard be written."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context.new_page()


def open_box(page: Page, address: str) -> None:
    """Open the box of a document."""
    page.goto(address)
    page.click("#share > summary")
    page.wait_for_selector("#share button")


def test_every_document_has_its_own_code(named: Path) -> None:
    codes = []
    for path in (named / "archive").rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        shown = BeautifulSoup(text, "lxml").select_one("[data-share=address]")
        if shown is None:
            assert 'id="qr"' not in text
            continue
        assert shown.get_text() == f"{ADDRESS}{path.parent.relative_to(named).as_posix()}/"
        (code,) = re.findall(r'<div class="on-paper">\s*(<svg.*?</svg>)', text, re.DOTALL)
        codes.append(tuple(map(tuple, modules_of(code))))
    assert len(codes) > 5
    assert len(set(codes)) == len(codes)


@pytest.mark.browser
def test_each_part_of_the_box_is_copied_by_one_click(page: Page, named_address: str) -> None:
    open_box(page, named_address + DOCUMENT)
    for form, name in (
        ("address", "永久地址"),
        ("short", "短地址"),
        ("message", "转发用的文字"),
    ):
        page.get_by_role("button", name=f"复制{name}").click()
        expect(page.locator("#doc-status")).to_have_text(f"已复制{name}。")
        shown = page.locator(f"[data-share={form}]").text_content()
        assert page.evaluate("navigator.clipboard.readText()") == shown
    assert page.locator("[data-share=address]").text_content() == ADDRESS + DOCUMENT
    assert page.get_by_role("button", name="用本机的分享功能发送").count() == 0


@pytest.mark.browser
def test_a_device_that_can_share_is_handed_message_and_address(
    page: Page, named_address: str
) -> None:
    page.add_init_script(SHARED)
    open_box(page, named_address + DOCUMENT)
    message = page.locator("[data-share=message]").text_content() or ""
    page.get_by_role("button", name="用本机的分享功能发送").click()
    (shared,) = page.evaluate("window.shared")
    assert shared["url"] == ADDRESS + DOCUMENT
    assert f"{shared['text']}\n{shared['url']}" == message
    assert shared["title"] == message.split("\n")[0]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_code_is_shown_whole_in_both_palettes(
    page: Page, named_address: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_box(page, named_address + DOCUMENT)
    code = page.get_by_role("img", name="本件网址的二维码")
    assert code.count() == 1  # that for paper is not there for those who listen
    use = code.locator("use").bounding_box()
    box = code.bounding_box()
    assert use is not None
    assert box is not None
    assert round(use["width"]) == round(box["width"]) > 100


@pytest.mark.browser
def test_on_paper_the_code_is_beside_the_source_and_large_enough(
    page: Page, named_address: str
) -> None:
    page.goto(named_address + DOCUMENT)
    page.emulate_media(media="print")
    expect(page.locator("#share")).to_be_hidden()
    code = page.locator(".on-paper svg").bounding_box()
    source = page.locator(".source").bounding_box()
    assert code is not None
    assert source is not None
    side = int(re.findall(r"\d+", page.locator(".on-paper svg").get_attribute("viewBox") or "")[-1])
    assert code["width"] == code["height"]
    assert code["width"] * (side - 8) / side * MILLIMETRES >= 20
    assert abs(code["y"] - source["y"]) < 4
    words = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll(".source, .printed")].map((line) => {
            const range = document.createRange();
            range.selectNodeContents(line);
            return range.getBoundingClientRect().right;
        }))"""
    )
    assert words <= code["x"]
    short = page.locator(".printed.editorial")
    expect(short).to_have_text(f"短地址：{ADDRESS}n/云政发/2020/1/")
    expect(short).to_be_visible()


@pytest.mark.browser
def test_a_site_without_an_address_says_the_one_of_its_reader(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    here = address + kinds["document articles"]
    open_box(page, f"{here}?q=x#art-1")
    assert page.locator("[data-share=address]").text_content() == here
    assert (page.locator("[data-share=message]").text_content() or "").endswith(f"\n{here}")
    page.get_by_role("button", name="复制本页网址").click()
    expect(page.locator("#doc-status")).to_have_text("已复制本页网址。")
    assert page.locator("#share svg").count() == 0


@pytest.mark.browser
def test_a_page_on_a_disk_says_that_it_has_no_address(
    page: Page, bundle: Path, kinds: dict[str, str]
) -> None:
    uri = kinds["document articles"].rstrip("/")
    open_box(page, (bundle / f"{uri}.html").as_uri())
    expect(page.locator("#share > p")).to_have_text("本页是从磁盘上打开的，没有可以分享的网址。")
    assert page.locator("[data-share]").count() == 1
    assert "file:" not in (page.locator("#share").text_content() or "")
