"""What a page is for those who listen, and how large what they press is: from top to bottom, once, in order."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.kinds import document_with_most
from tests.site.test_accessibility import find, unfold
from tests.site.voices import CHINESE_VOICE

pytestmark = pytest.mark.browser

SMALL = """least => {
  const isInSentence = element => {
    const block = element.closest("p, li, dd, dt, td, th, figcaption, caption, h1, h2, h3, h4, label, summary");
    return block && getComputedStyle(element).display === "inline" &&
      block.textContent.trim().length > element.textContent.trim().length;
  };
  const isSmall = element => {
    const boxes = [element, ...(element.labels || [])].map(each => each.getBoundingClientRect());
    return ["width", "height"].some(side => Math.round(Math.max(...boxes.map(box => box[side]))) < least);
  };
  return Array.from(document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary"))
    .filter(each => each.checkVisibility() && !each.closest(".unseen, .skip") && !isInSentence(each) && isSmall(each))
    .map(each => each.outerHTML.slice(0, 120)).slice(0, 5);
}"""
"""What can be pressed and is smaller; links in a sentence are excepted (WCAG 2.5.5 and 2.5.8)."""

LEAST, LEAST_FOR_ELDERS = 24, 44
"""Pixels of what can be pressed."""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh page."""
    return context.new_page()


def heard(page: Page, selector: str = "body") -> str:
    """What is heard of a part of a page, a line each."""
    return page.locator(selector).aria_snapshot()


@pytest.mark.parametrize("where", ["register", "document"])
def test_a_diagram_is_for_the_eye_and_the_list_beside_it_for_all(
    page: Page, address: str, site: Path, kinds: dict[str, str], where: str
) -> None:
    drawn = document_with_most(site, '<figure class="network')
    page.goto(address + (drawn if where == "document" else kinds["register picture"]))
    diagram = page.locator("figure.network")
    expect(diagram).to_be_visible()
    assert diagram.locator("a, button, [tabindex], [role]").count() == 0
    boxes = diagram.locator("g > title").all_text_contents()
    said = heard(page, "main")
    assert boxes
    assert all(re.search(rf'link "[^"]*{re.escape(box)}', said) for box in boxes if '"' not in box)


def test_what_a_document_says_comes_before_where_it_is(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document articles"])
    said = heard(page, "article")
    places = [said.index(word) for word in ("term: 发文字号", "第一条", "term: 永久地址")]
    assert places == sorted(places)
    facts = heard(page, ".facts >> nth=0")
    assert not re.search(r"archive/\S+/\d{4}/", re.sub(r"/url: .*", "", facts))


def test_each_field_is_named_once(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.goto(address + kinds["document articles"])
    tools = heard(page, "#jump")
    assert 'textbox "跳到第几条"' in tools
    assert tools.count("跳到第") == 1
    assert heard(page, ".head-search").count("检索词") == 1
    page.goto(address)
    assert heard(page, ".home-search").count("检索词") == 1


def test_the_first_cell_names_the_row(page: Page, address: str, kinds: dict[str, str]) -> None:
    for kind in ("register issuers", "listing years", "home", "quality", "listing numbers"):
        page.goto(address + kinds[kind])
        rows = page.locator("main .listing tbody tr")
        named = page.locator("main .listing tbody tr > th[scope=row]:first-child")
        assert rows.count() == named.count() > 0, kind
        assert heard(page, "main").count("rowheader") >= named.count(), kind


def test_no_outline_button_says_a_sign(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}help/")
    assert 'button "本页目录"' in heard(page)


def test_the_menu_of_a_phone_is_heard_behind_its_button(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}help/")
    page.click("#menu-button")
    assert re.search(
        r'button "菜单" \[expanded\]\n\s*- navigation "主导航"', heard(page, ".site-head")
    )


def test_what_is_not_found_has_a_title_of_its_own(page: Page, address: str) -> None:
    page.goto(f"{address}404.html")
    name = page.locator("h1").inner_text()
    assert page.title() == f"{name} - 政府公报文库"


# How large


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("chosen", ["", "elder=on"])
def test_what_is_pressed_is_large_enough(
    page: Page, address: str, some_kinds: dict[str, str], chosen: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(f"localStorage.setItem('gongbao.reading', '{chosen}')")
    least = LEAST_FOR_ELDERS if chosen else LEAST
    wrong = {}
    for kind, uri in some_kinds.items():
        page.goto(address + uri)
        if kind == "search":
            find("人民政府")(page)
        for button in ("#menu-button", "#toc-button", "#aids-button"):
            if page.locator(button).is_visible():
                page.click(button)
        unfold(page)
        if found := page.evaluate(SMALL, least):
            wrong[kind] = found
    assert wrong == {}


# Dates


@pytest.fixture(params=["zh-CN", "en-US"])
def abroad(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in a browser of some language."""
    context = chromium.new_context(locale=request.param)
    context.add_init_script(CHINESE_VOICE)
    yield context.new_page()
    context.close()


def test_dates_are_written_with_the_year_first_whatever_the_browser_speaks(
    abroad: Page, address: str
) -> None:
    page = abroad
    page.goto(f"{address}search/?q=人民政府")
    page.locator("#filters:not([open]) summary, #filters[open] legend").first.click()
    first, last = page.locator("#facets [name=from]"), page.locator("#facets [name=until]")
    first.fill("2020年八月")
    first.press("Tab")
    expect(first).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#date-from")).to_contain_text("2020-08-13")
    first.fill("2020年8月")
    first.press("Enter")
    expect(page).to_have_url(re.compile("from=2020-08-01"))
    expect(first).to_have_value("2020-08-01")
    expect(first).to_be_focused()
    last.fill("20210228")
    last.press("Enter")
    expect(page).to_have_url(re.compile("until=2021-02-28"))
    expect(last).to_have_value("2021-02-28")
