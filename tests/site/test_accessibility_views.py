"""Ways to look at a page: zoomed, spaced, in forced colours, without motion, without scripts, on paper."""

import io
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PageObject, PdfReader
from pypdf.generic import NullObject

from tests.site.voices import CHINESE_VOICE

pytestmark = pytest.mark.browser

WIDER = """(() => {
  const room = document.documentElement.clientWidth;
  const own = element => element.closest(
    ".table-scroll, .listing, .picture, .network, .unseen, .visually-hidden, .skip");
  return Array.from(document.body.querySelectorAll("*")).filter(element =>
    element.getBoundingClientRect().right > room + 1 && !own(element) && element.checkVisibility())
    .map(element => element.tagName + "." + element.className).slice(0, 5);
})()"""
"""Elements that reach out of a narrow screen; tables and pictures scroll in regions of their own (WCAG 1.4.10)."""

SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
"""WCAG 1.4.12."""

ADOPT = "text => { const s = new CSSStyleSheet(); s.replaceSync(text); document.adoptedStyleSheets = [s]; }"
"""A style sheet of the reader's own."""

CUT = """Array.from(document.querySelectorAll("button, a, .facts dd, h1, label"))
  .filter(element => element.checkVisibility() && !element.closest(".unseen, .skip, .visually-hidden"))
  .filter(element => getComputedStyle(element).overflow !== "visible" && element.scrollWidth > element.clientWidth + 1)
  .map(element => element.textContent)"""
"""Words that do not fit into what holds them."""


PARAGRAPHS = """Array.from(document.querySelectorAll("article > p, article > :not(.facts) p, .run-in + .run-on"))
  .map(element => (element.matches(".run-on") ? element.previousElementSibling.textContent : "") + element.textContent)
"""
"""Paragraphs as printed, each with its run-in heading."""


BORDERED = """e => { const style = getComputedStyle(e);
  return style.borderTopStyle === "solid" && style.borderTopColor !== style.backgroundColor; }"""
"""Whether the boundary of a control is drawn."""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh page."""
    return context.new_page()


def wide(page: Page) -> list[str]:
    """What is wider than the screen."""
    scrolls = page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    return [*page.evaluate(WIDER), *(["the page scrolls"] if scrolls else [])]


@pytest.mark.parametrize("chosen", ["", "size=huge", "elder=on"])
def test_nothing_scrolls_sideways_at_400_percent(
    page: Page, address: str, some_kinds: dict[str, str], chosen: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 × 1024 at 400 %
    page.add_init_script(f"localStorage.setItem('gongbao.reading', '{chosen}')")
    wrong = {}
    for name, uri in some_kinds.items():
        page.goto(address + uri)
        if found := wide(page):
            wrong[name] = found
    assert wrong == {}


def test_text_may_be_spaced(page: Page, address: str, some_kinds: dict[str, str]) -> None:
    wrong = {}
    for name, uri in some_kinds.items():
        page.goto(address + uri)
        page.evaluate(ADOPT, SPACING)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            if found := [*wide(page), *page.evaluate(CUT)]:
                wrong[f"{name} {width}"] = found
    assert wrong == {}


@pytest.fixture
def forced(chromium: Browser) -> Iterator[Page]:
    """A page in the colours of the system, on a device that has a Chinese voice."""
    context = chromium.new_context(forced_colors="active")
    context.add_init_script(CHINESE_VOICE)
    yield context.new_page()
    context.close()


def test_forced_colours_leave_every_boundary_and_state_to_be_seen(
    forced: Page, address: str, kinds: dict[str, str]
) -> None:
    forced.goto(address + kinds["document articles"])
    for selector in ("#elder", "#print", "#cite", "#head-query", "#jump-number"):
        assert forced.eval_on_selector(selector, BORDERED), selector
    forced.click("#cite")
    expect(forced.locator("#cite")).to_have_css("border-top-width", "3px")
    forced.focus("#print")
    forced.keyboard.press("Shift+Tab")
    assert forced.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    forced.click("#speak")
    expect(forced.locator("[data-spoken]")).to_have_css("outline-style", "solid")


def test_forced_colours_leave_to_be_seen_where_the_reader_is(
    forced: Page, address: str, kinds: dict[str, str]
) -> None:
    forced.goto(address + kinds["document articles"])
    forced.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    expect(forced.locator(".toc a[aria-current]")).to_have_css("text-decoration-line", "underline")
    for uri, place in (("archive/issuers/", ".menu"), ("about/", ".section-nav")):
        forced.goto(address + uri)
        expect(forced.locator(f"{place} a[aria-current]")).to_have_css(
            "text-decoration-line", "underline"
        )


def test_nothing_moves_for_those_who_asked_for_it(
    chromium: Browser, address: str, kinds: dict[str, str]
) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    for uri in (kinds["home"], kinds["document longest"]):
        page.goto(address + uri)
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        assert page.evaluate(
            "Array.from(document.querySelectorAll('*')).every(e => getComputedStyle(e).transitionDuration === '0s' &&"
            " getComputedStyle(e).animationName === 'none')"
        )
    context.close()


def test_the_system_s_wish_for_contrast_is_heard(chromium: Browser, address: str) -> None:
    context = chromium.new_context(contrast="more")
    page = context.new_page()
    page.goto(f"{address}help/")
    assert page.eval_on_selector("body", "e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    context.close()


def test_every_paragraph_is_one_for_those_who_listen(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document articles"])
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    heard = sum(node.get("role", {}).get("value") == "paragraph" for node in nodes)
    written = page.evaluate(
        "Array.from(document.querySelectorAll('main p')).filter(e => e.checkVisibility()).length"
    )
    assert page.locator(".run-on").count() > 20
    assert heard >= written - 1  # the line of what was done is a status


# Without scripts


@pytest.fixture
def plain(chromium: Browser) -> Iterator[Page]:
    """A page on which no script runs."""
    context = chromium.new_context(java_script_enabled=False, locale="zh-CN")
    yield context.new_page()
    context.close()


def test_without_scripts_a_document_is_found_by_lists_and_read(plain: Page, address: str) -> None:
    plain.set_viewport_size({"width": 390, "height": 800})
    plain.goto(address)
    plain.get_by_role("navigation", name="主导航").get_by_role("link", name="文号").click()
    plain.locator("main .listing a, main dl a, main li a").first.click()
    plain.locator("main .listing a").first.click()
    article = plain.locator("article.text")
    expect(article.locator(".facts").first).to_be_visible()
    hidden = [
        text
        for text in article.locator("p:not(.line-above), li").all()
        if not text.is_visible() and text.inner_text()
    ]
    assert hidden == []


def test_without_scripts_the_outline_is_open(
    plain: Page, address: str, kinds: dict[str, str]
) -> None:
    plain.set_viewport_size({"width": 390, "height": 800})
    plain.goto(address + kinds["document longest"])
    expect(plain.locator(".toc a").first).to_be_visible()
    expect(plain.locator("#menu a").first).to_be_visible()


# On paper


RADICALS = str.maketrans(
    "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻩⻬⻰", "母民西见角贝车长门青页风飞食马鱼黄齐龙"
)
"""Radicals that NFKC leaves alone."""


def plain_text(text: str) -> str:
    """Text as a reader compares it: printers write some characters as their radicals."""
    return "".join(unicodedata.normalize("NFKC", text).translate(RADICALS).split())


class Printed(NamedTuple):
    """A document on the screen and on paper."""

    page: Page
    paper: PdfReader
    texts: list[str]
    """The text of each page of paper."""


@pytest.fixture(scope="module")
def printed(chromium: Browser, address: str, kinds: dict[str, str]) -> Iterator[Printed]:
    """The longest document as it is printed."""
    page = chromium.new_page(locale="zh-CN")
    page.goto(address + kinds["document longest"])
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, tagged=True)))
    yield Printed(page, paper, [plain_text(sheet.extract_text()) for sheet in paper.pages])
    page.close()


def tags_of(node: Any) -> Iterator[str]:
    """The tags of a PDF below a node of its structure."""
    found = node.get_object()
    if isinstance(found, list):
        for inner in found:
            yield from tags_of(inner)
    elif isinstance(found, dict):
        yield str(found.get("/S"))
        yield from tags_of(found.get("/K", NullObject()))


def body_lines(sheet: PageObject) -> list[str]:
    """The lines of a page, without its number."""
    lines = [plain_text(line) for line in sheet.extract_text().splitlines()]
    return [line for line in lines if line and not re.fullmatch("第[0-9]+页共[0-9]+页", line)]


def starts(text: str, line: str) -> bool:
    """Whether a line is the beginning of a paragraph that goes on."""
    return text.startswith(line) and text != line


def ends(text: str, line: str) -> bool:
    """Whether a line is the end of a paragraph that began before it."""
    return text.endswith(line) and text != line


def test_a_document_prints_as_one(printed: Printed) -> None:
    root: Any = printed.paper.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "zh-Hans"
    assert len(printed.texts) > 5
    for number, text in enumerate(printed.texts, start=1):
        assert text.startswith(f"{number}/{len(printed.texts)}")
    tags = set(tags_of(root["/StructTreeRoot"]["/K"]))
    assert {"/Art", "/H1", "/H2", "/P", "/Table", "/TR", "/TH", "/TD", "/Link"} <= tags
    width, height = printed.paper.pages[0].mediabox[2:]
    assert (round(float(width)), round(float(height))) in {(595, 842), (596, 842)}


def test_the_paper_holds_the_text_its_source_and_no_control(printed: Printed) -> None:
    whole = "".join(printed.texts)
    for word in ("逐段引用", "下载CSV", "主导航", "回到页首", "本页目录", "长者模式"):
        assert word not in whole
    assert plain_text(printed.page.locator(".facts .number").inner_text()) in whole
    assert re.search(r"本文据《.+》\d+年第\d+期\(第\d+页起\)录入", whole)
    assert re.search(r"网址:http\S+打印日期:\d+年\d+月\d+日", whole)
    heads = sum("序号工作任务" in text for text in printed.texts)
    assert heads > 1  # the header is on each page of the table


def test_no_line_of_a_paragraph_is_alone_on_a_page(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document articles"])
    paragraphs = [plain_text(text) for text in page.evaluate(PARAGRAPHS)]
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    lines = [body_lines(sheet) for sheet in sheets]
    first = [sheet[0] for sheet in lines if any(ends(text, sheet[0]) for text in paragraphs)]
    last = [sheet[-1] for sheet in lines if any(starts(text, sheet[-1]) for text in paragraphs)]
    assert min(len(paragraphs), len(lines)) > 5
    assert (first, last) == ([], [])
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".clause").count() == 0
