"""Walks by keyboard alone: no mouse is used in this file."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.kinds import address_of

pytestmark = pytest.mark.browser

MOST_STEPS = 80
"""Presses of the Tab key before a walk is lost."""
_HEADS = re.compile("<thead>.*?</thead>", re.DOTALL)
SCROLLS = "e => e.scrollWidth > e.clientWidth + 1"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh page."""
    return context.new_page()


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press Tab until the focus is there; where it stops it must be seen."""
    for _ in range(MOST_STEPS):
        page.keyboard.press(key)
        focused = page.locator("*:focus")
        assert focused.count() == 0 or focused.is_visible()
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"{selector} cannot be reached")


def test_the_first_stop_leads_to_the_text_on_every_kind_of_page(
    page: Page, address: str, some_kinds: dict[str, str]
) -> None:
    for name, uri in some_kinds.items():
        page.goto(address + uri)
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.inner_text() == "跳到正文", name
        assert skip.bounding_box()["y"] >= 0, name  # type: ignore[index]
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content", name


def test_open_the_menu_and_leave_by_it(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address)
    menu = page.locator("#menu")
    expect(menu).to_be_hidden()
    tab_to(page, "#menu-button")
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#menu') !== null")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "menu-button"
    page.keyboard.press("Space")
    tab_to(page, "#menu a[href*='issuers']")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("发文机关")


def test_escape_closes_the_menu_from_anywhere_and_one_thing_at_a_time(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}help/")
    tab_to(page, "#aids-button")
    page.keyboard.press("Enter")
    tab_to(page, "#menu-button")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#menu') !== null")
    tab_to(page, "main a")
    for button, panel in (("menu-button", "#menu"), ("aids-button", "#aids-panel")):
        page.keyboard.press("Escape")
        expect(page.locator(panel)).to_be_hidden()
        expect(page.locator(f"#{button}")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_focus_goes_through_the_head_as_the_eyes_do(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}help/")
    tab_to(page, "#palette")
    lines: list[float] = []
    while page.evaluate("document.activeElement.closest('.site-head') !== null"):
        if page.evaluate("document.activeElement.id") == "menu-button":
            page.keyboard.press("Enter")
        lines.append(page.evaluate("document.activeElement.getBoundingClientRect().bottom"))
        page.keyboard.press("Tab")
    assert len(lines) > 8
    assert all(after > before - 12 for before, after in pairwise(lines)), lines


def test_a_closed_menu_takes_no_focus(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address)
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        assert not page.evaluate("document.activeElement.closest('#menu, #aids-panel') !== null")
        if page.evaluate("document.activeElement.closest('main') !== null"):
            return
    pytest.fail("the text cannot be reached")


def test_search_and_open_a_result(page: Page, address: str) -> None:
    page.goto(f"{address}help/")
    tab_to(page, "#head-query")
    page.keyboard.type("审批")
    page.keyboard.press("Enter")
    expect(page.locator("#results li").first).to_be_visible()
    tab_to(page, "#results a")
    page.keyboard.press("Enter")
    expect(page.locator("article.text")).to_be_visible()


def test_reach_an_article_and_go_on_from_there(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document articles"])
    tab_to(page, "#jump-number")
    page.keyboard.type("三")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_text("第三条")
    expect(page.locator(":focus")).to_be_in_viewport()
    tab_to(page, "#jump-number", "Shift+Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("9999")
    page.keyboard.press("Enter")
    expect(page.locator("#doc-status")).to_have_text("本文没有第9999条。")
    assert page.evaluate("document.activeElement.id") == "jump-number"


def test_the_settings_are_opened_used_and_closed(page: Page, address: str) -> None:
    page.goto(f"{address}help/")
    tab_to(page, "#aids-button")
    page.keyboard.press("Enter")
    tab_to(page, "[name=size]")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.documentElement.dataset.size") == "large"
    page.keyboard.press("Escape")
    expect(page.locator("#aids-panel")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "aids-button"


def widest(site: Path) -> str:
    """The document whose table has most columns."""
    texts = {
        file: file.read_text(encoding="utf-8") for file in site.glob("archive/*/*/*/*/index.html")
    }
    columns = {file: max(map(len, _HEADS.findall(text)), default=0) for file, text in texts.items()}
    return address_of(max(columns, key=lambda file: columns[file]), site)


def test_a_wide_table_is_scrolled_by_the_arrow_keys(page: Page, address: str, site: Path) -> None:
    page.set_viewport_size({"width": 800, "height": 800})
    page.goto(address + widest(site))
    wide = [table for table in page.locator(".table-scroll").all() if table.evaluate(SCROLLS)]
    assert wide
    tab_to(page, ".table-scroll:has(th:nth-child(8))")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)  # the browser glides there
    assert page.evaluate("document.activeElement.scrollLeft") > 0
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
