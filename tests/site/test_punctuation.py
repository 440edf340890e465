"""Half-width marks inside Chinese prose in a real browser: shown as Chinese print has them, kept as they are."""

from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.lexicon.punctuation.chinese_marks import show_marks
from generator.model import Archive

pytestmark = pytest.mark.browser

DOCUMENT = "archive/zaozhuang-shizhong/2021/2/6/"
"""A sample with commas, brackets, colons, semicolons and straight quotation marks."""
SHOWN = "document.querySelectorAll('article.text [data-mark]').length"
SAID = "Number((document.querySelector('#half-width')?.textContent.match(/[0-9,]+/) || ['0'])[0].replace(',', ''))"
SELECT = """selector => {
  const element = document.querySelector(selector);
  getSelection().setBaseAndExtent(element, 0, element, element.childNodes.length);
}"""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh page that may read the clipboard."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context.new_page()


def test_the_script_shows_as_many_marks_as_the_notes_say_on_every_document(
    page: Page, address: str, real_archive: Archive
) -> None:
    wrong: list[str] = []
    total = 0
    for record in real_archive.documents:
        page.goto(f"{address}archive/{record.id}/")
        shown, said = page.evaluate(SHOWN), page.evaluate(SAID)
        total += shown
        if shown != said:
            wrong.append(f"{record.id}: {shown} shown, {said} said")
    assert wrong == []
    assert total > 5000


def open_document(page: Page, address: str) -> Page:
    """The page of the sample, its marks shown as Chinese print has them."""
    page.goto(address + DOCUMENT)
    expect(page.locator("[data-mark]").first).to_be_attached()
    return page


def copied(page: Page, selector: str) -> str:
    """What the clipboard has after an element was copied."""
    page.evaluate(SELECT, selector)
    page.keyboard.press("Control+c")
    return str(page.evaluate("navigator.clipboard.readText()"))


def source_of(site: Path, selector: str) -> str:
    """The text of an element as the HTML has it."""
    soup = BeautifulSoup((site / DOCUMENT / "index.html").read_bytes(), "lxml")
    found = soup.select_one(selector)
    assert found is not None
    for number in found.select(".source-line"):
        number.extract()
    return "".join(found.get_text().split())


def test_the_html_holds_the_marks_of_the_source(page: Page, address: str, site: Path) -> None:
    title = source_of(site, "h1")
    assert '"放管服"' in title
    shown = "".join(open_document(page, address).locator("h1").inner_text().split())
    assert shown == show_marks(title)
    assert "“放管服”" in shown


def test_what_is_copied_has_the_marks_of_the_source(page: Page, address: str, site: Path) -> None:
    open_document(page, address)
    for selector in ("h1", "article.text > p:not([class])"):
        assert "".join(copied(page, selector).split()) == source_of(site, selector)
    expect(page.locator("h1")).to_contain_text("“放管服”")
    assert "".join(str(page.evaluate("getSelection().toString()")).split()) == show_marks(
        source_of(site, "article.text > p:not([class])")
    )


def test_the_reading_settings_show_the_marks_of_the_source_and_remember_it(
    page: Page, address: str
) -> None:
    open_document(page, address).click("#aids-button")
    title = page.locator("h1")
    page.get_by_label("标点按原文显示").check()
    expect(title).to_contain_text('"放管服"')
    page.reload()
    expect(title).to_contain_text('"放管服"')
    page.click("#aids-button")
    page.get_by_role("button", name="恢复默认").click()
    expect(title).to_contain_text("“放管服”")


def test_without_scripts_the_marks_of_the_source_are_shown(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + DOCUMENT)
    expect(page.locator("h1")).to_contain_text('"放管服"')
    context.close()


def test_words_of_a_search_are_marked_over_marks_that_are_shown_otherwise(
    page: Page, address: str
) -> None:
    for words in ('"放管服"改革', "“放管服”改革", "现印发给你们,请"):
        page.goto(f"{address}{DOCUMENT}?hl={quote(words)}")
        expect(page.locator("mark.found").first).to_be_attached()
        assert page.locator("[data-mark]").count() > 100


def test_a_citation_and_an_address_have_the_words_of_the_source(page: Page, address: str) -> None:
    open_document(page, address).click("#cite")
    paragraph = page.locator("article.text > p:not([class])").first
    paragraph.get_by_role("button", name="引文").click()
    expect(page.locator("#doc-status")).to_contain_text("已复制")
    assert "现印发给你们,请" in page.evaluate("navigator.clipboard.readText()")
    paragraph.get_by_role("button", name="链接").click()
    expect(page.locator("#doc-status")).to_contain_text("已复制本段链接")
    link = unquote(page.evaluate("navigator.clipboard.readText()"))
    assert show_marks(link) != link or "," not in link


def test_marks_are_shown_behind_an_address_with_words_too(page: Page, address: str) -> None:
    page.goto(f"{address}{DOCUMENT}#:~:text={quote('现印发给你们,请')}")
    expect(page.locator("[data-mark]").nth(100)).to_be_attached()


def test_the_source_page_and_a_table_of_figures_stay(page: Page, address: str) -> None:
    page.goto(f"{address}archive/zaozhuang-shizhong/2021/2/source/1/")
    assert page.locator("[data-mark]").count() == 0
    assert page.locator("script[src*=punctuation]").count() == 0


def test_print_has_what_is_shown(page: Page, address: str) -> None:
    open_document(page, address).emulate_media(media="print")
    assert "“放管服”" in page.locator("h1").inner_text()


def test_a_voice_reads_on(page: Page, address: str) -> None:
    open_document(page, address).click("#speak")
    expect(page.locator("[data-spoken]")).to_have_count(1)
    assert "“放管服”" in page.evaluate("said.join('')")
