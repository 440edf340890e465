"""The marks of the notes in a real Chromium: nothing until a reader asks for them, remembered afterwards."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.kinds import document_with_most

pytestmark = pytest.mark.browser

MARK = ".note-mark"


@pytest.fixture(scope="module")
def marked(site: Path) -> str:
    """Address of the document with most marks."""
    return document_with_most(site, "note-mark")


@pytest.fixture
def page(chromium: Browser, address: str, marked: str) -> Iterator[Page]:
    """The marked document, freshly opened."""
    context = chromium.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(address + marked)
    yield page
    context.close()


def marks_of(page: Page) -> Locator:
    """The marks as those who listen get them; the role is newer than the types of Playwright."""
    role: Any = "mark"
    return page.get_by_role(role)


def text_of(page: Page) -> str:
    """What a reader copies of the whole text."""
    return str(
        page.evaluate("""() => {
        // scripts fill in the day and the buttons, at some moment
        document.querySelectorAll(".reference, #share").forEach(box => box.remove());
        for (const closed of document.querySelectorAll("details")) { closed.open = true; }
        getSelection().selectAllChildren(document.querySelector("article"));
        return getSelection().toString().replace("显示校勘标记", "");
    }""")
    )


def test_marks_wait_for_the_button(page: Page) -> None:
    button = page.get_by_role("button", name="显示校勘标记")
    before = text_of(page)
    assert marks_of(page).count() == 0
    assert page.locator(f"{MARK}[title]").count() == 0
    expect(button).to_have_attribute("aria-pressed", "false")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert marks_of(page).count() == page.locator(MARK).count() > 10
    assert "：" in str(page.locator(MARK).first.get_attribute("title"))
    assert text_of(page) == before
    button.press("Enter")
    assert marks_of(page).count() == 0


def test_the_choice_is_remembered(page: Page) -> None:
    page.get_by_role("button", name="显示校勘标记").click()
    page.reload()
    expect(page.get_by_role("button", name="显示校勘标记")).to_have_attribute(
        "aria-pressed", "true"
    )
    assert marks_of(page).count() > 10


def test_a_note_leads_to_its_place(page: Page) -> None:
    page.locator(".notes a").first.click()
    assert page.evaluate("document.querySelector(':target') !== null")
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_row_of_a_note_that_the_text_leads_to_is_marked(page: Page) -> None:
    page.locator("article a[href^='#note-']").first.click()
    row = page.locator(":is(th, td):has(> :target)")
    assert row.evaluate("row => getComputedStyle(row).boxShadow") != "none"


WORDS = """article => {
  const copy = article.cloneNode(true);
  copy.querySelectorAll(".marks-button, .table-tools, .source-line").forEach((tool) => tool.remove());
  copy.querySelectorAll("[data-mark]").forEach((mark) => { mark.textContent = mark.dataset.mark; });
  return copy.textContent.replace(/\\s+/g, "");
}"""
"""The words of a page with the marks of its source, without its tools and without the numbers of lines,
which a script puts beside the rows."""


def test_without_scripts_nothing_is_lost(
    chromium: Browser, address: str, marked: str, page: Page
) -> None:
    page.clock.set_fixed_time("2000-01-01T12:00:00")  # a later day would bring 时效 up to date
    page.reload()
    plain = chromium.new_context(java_script_enabled=False).new_page()
    plain.goto(address + marked)
    assert plain.locator(".marks-button").count() == 0
    assert plain.locator("article").evaluate(WORDS) == page.locator("article").evaluate(WORDS)
    numbers = [one.locator(".source-line").all_text_contents() for one in (plain, page)]
    assert sorted(numbers[0]) == sorted(numbers[1])
    plain.context.close()
