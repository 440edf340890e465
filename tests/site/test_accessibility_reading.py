"""Reading tools: what is chosen takes effect, is remembered, and is nothing without scripts."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh page of a reader who lets the clipboard be written."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context.new_page()


def pixels(page: Page, selector: str, name: str) -> float:
    """A computed length."""
    return float(
        page.eval_on_selector(selector, "(e, n) => parseFloat(getComputedStyle(e)[n])", name)
    )


def test_what_is_chosen_is_there_before_the_next_page_is_painted(page: Page, address: str) -> None:
    page.goto(f"{address}help/")
    size, leading = pixels(page, "main p", "fontSize"), pixels(page, "main p", "lineHeight")
    page.click("#aids-button")
    for choice in ("[value=huge]", "[value=wide]", "[value=song]", "[name=contrast]"):
        page.click(choice)
    page.route("**/reader.js", lambda route: route.abort())
    page.goto(f"{address}about/")
    assert pixels(page, "main p", "fontSize") == pytest.approx(size * 1.5)
    assert pixels(page, "main p", "lineHeight") > leading * 1.5 * 1.1
    assert "Song" in page.eval_on_selector("body", "e => getComputedStyle(e).fontFamily")
    assert page.eval_on_selector("body", "e => getComputedStyle(e).color") == "rgb(0, 0, 0)"


def test_each_size_is_larger_than_the_one_before_and_reset_forgets_all(
    page: Page, address: str
) -> None:
    page.goto(f"{address}help/")
    page.click("#aids-button")
    usual, sizes = pixels(page, "main p", "fontSize"), []
    for value in ("small", "", "large", "huge"):
        page.check(f"[name=size][value='{value}']")
        sizes.append(pixels(page, "main p", "fontSize"))
    assert sizes == sorted(set(sizes))
    page.click("#aids-panel [type=reset]")
    assert pixels(page, "main p", "fontSize") == usual
    assert page.evaluate("localStorage.getItem('gongbao.reading')") == ""


def test_the_mode_for_elders_is_one_click_and_remembered(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address)
    size = pixels(page, "main p", "fontSize")
    page.get_by_role("button", name="长者模式", exact=True).click()
    assert pixels(page, "main p", "fontSize") >= size * 1.3
    page.goto(address + kinds["document articles"])
    assert pixels(page, "#print", "height") >= 48
    page.get_by_role("button", name="退出长者模式").click()
    page.reload()
    expect(page.get_by_role("button", name="长者模式", exact=True)).to_be_visible()


BESIDE = """boxes => boxes.filter(box => {
  const word = document.createRange(), own = box.getBoundingClientRect();
  word.selectNode(box.nextSibling);
  const line = word.getClientRects()[0];
  return own.top > line.bottom || own.bottom < line.top || own.height > 1.5 * line.height;
}).length"""
"""How many boxes are not on the line of their words."""


def test_the_boxes_of_the_filters_are_beside_their_words_for_elders(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}search/?q=通知")
    page.get_by_role("button", name="长者模式", exact=True).click()
    boxes = page.locator("#facets input[type=checkbox]")
    expect(boxes.first).to_be_visible()
    assert boxes.evaluate_all(BESIDE) == 0


def test_a_document_is_read_aloud_paragraph_by_paragraph(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document articles"])
    page.click("#speak")
    expect(page.locator(".reader")).to_be_visible()
    title = page.locator("h1").inner_text()
    assert page.evaluate("said.join('')") == "".join(title.split())
    assert page.locator("[data-spoken]").evaluate("e => e.tagName") == "H1"
    page.evaluate("finish()")
    marked = page.locator("[data-spoken]")
    assert marked.count() == 1
    assert page.evaluate("said.at(-1)") in "".join(marked.inner_text().split())
    page.get_by_role("button", name="下一段").click()
    page.get_by_role("button", name="暂停").click()
    before = page.evaluate("said.length")
    page.evaluate("finish()")
    assert page.evaluate("said.length") == before
    page.keyboard.press("Escape")
    expect(page.locator(".reader")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "speak"
    assert marked.count() == 0


def test_without_a_chinese_voice_nothing_is_offered(
    chromium: Browser, address: str, kinds: dict[str, str]
) -> None:
    context = chromium.new_context()
    context.add_init_script(
        "window.speechSynthesis.getVoices = () => [{ lang: 'en-US', name: 'E' }]"
    )
    page = context.new_page()
    page.goto(address + kinds["document articles"])
    expect(page.locator("#cite")).to_be_visible()
    expect(page.locator("#speak")).to_be_hidden()
    context.close()


def test_the_outline_follows_the_reader(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + kinds["document longest"])
    entries = page.locator(".toc a:not([href^='#notes'])")
    assert entries.count() > 5
    last = entries.nth(entries.count() - 2)
    page.evaluate(
        "id => document.getElementById(id).scrollIntoView()", str(last.get_attribute("href"))[1:]
    )
    expect(last).to_have_attribute("aria-current", "location")
    assert page.locator(".toc [aria-current]").count() == 1
    expect(last).to_be_in_viewport()


@pytest.mark.parametrize("typed", ["2", "２", "二", "第二条"])
def test_an_article_is_found_however_it_is_typed(
    page: Page, address: str, kinds: dict[str, str], typed: str
) -> None:
    page.goto(address + kinds["document articles"])
    page.fill("#jump-number", typed)
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_text("第二条")


@pytest.mark.parametrize("typed", ["第四条之一", "四条之一", "4之1"])
def test_an_article_between_two_is_found_or_said_to_be_missing(
    page: Page, address: str, kinds: dict[str, str], typed: str
) -> None:
    page.goto(address + kinds["document articles"])
    page.fill("#jump-number", typed)
    page.keyboard.press("Enter")
    digits = typed.replace("第", "").replace("条", "").split("之")
    expect(page.locator("#doc-status")).to_have_text(f"本文没有第{digits[0]}条之{digits[1]}。")
    page.fill("#jump-number", "")
    page.keyboard.press("Enter")
    expect(page.locator("#doc-status")).to_have_text("")
    page.locator(".run-in.article").nth(4).evaluate("e => { e.id = 'art-4-1'; }")
    page.fill("#jump-number", typed)
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_id("art-4-1")


SEVERAL = "archive/shuozhou/2020/3/5/"
"""A document with several instruments, each of which has a first article."""


def test_the_article_of_the_instrument_that_is_read_is_shown(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}{SEVERAL}#enc-4")
    for number, shown in (("4", "enc-4-art-4"), ("4", "enc-5-art-4"), ("2", "enc-5-art-2")):
        page.fill("#jump-number", number)
        page.keyboard.press("Enter")
        expect(page.locator(":focus")).to_have_id(shown)
    page.evaluate("document.getElementById('enc-7-art-1').scrollIntoView()")
    page.wait_for_timeout(600)
    page.fill("#jump-number", "2")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_id("enc-7-art-2")


def test_a_paragraph_is_copied_with_its_citation(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document articles"])
    page.click("#cite")
    page.locator("p.run-on .para-tools button").nth(1).click()
    expect(page.locator("#doc-status")).to_have_text("已复制本段和出处。")
    copied = page.evaluate("navigator.clipboard.readText()")
    number = page.locator(".facts .number").inner_text()
    assert re.fullmatch(
        rf"“第一条　.+”——.+\. .+：{re.escape(number)}\[J/OL\]\. .+，\d+（\d+）：\d+\. http.+#art-1\.（页码为文件首页）",
        copied,
    )
    page.click("#cite")
    assert page.locator(".para-tools").count() == 0


def test_quotation_marks_within_a_citation_are_inner_ones(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document articles"])
    page.locator("p.run-on").first.evaluate(
        "e => { e.textContent = '称“甲‘乙’丙”和‘丁’的“戊”。'; }"
    )
    page.click("#cite")
    page.locator("p.run-on .para-tools button").nth(1).click()
    expect(page.locator("#doc-status")).to_have_text("已复制本段和出处。")
    assert "“第一条　称‘甲“乙”丙’和‘丁’的‘戊’。”——" in page.evaluate(
        "navigator.clipboard.readText()"
    )


def test_the_link_of_a_paragraph_leads_to_its_words(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document longest"])
    paragraph = page.locator("article > p:not([class])").nth(8)
    words = paragraph.inner_text()[:20]
    page.click("#cite")
    paragraph.locator("button").first.click()
    expect(page.locator("#doc-status")).to_have_text("已复制本段链接。")
    link = page.evaluate("navigator.clipboard.readText()")
    fresh = page.context.new_page()
    fresh.goto(link)
    expect(fresh.locator("article > p:not([class])", has_text=words).first).to_be_in_viewport()


def test_a_long_table_is_filtered_and_any_table_is_a_file(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document longest"])
    box = page.locator(".table-tools input").first
    table = page.locator(".table-tools:has(input) + .table-scroll table").first
    rows = table.locator("tbody tr")
    word = str(rows.nth(3).locator("th, td").nth(1).inner_text())[:6]
    total = rows.count()
    assert total > 20
    box.fill(word)
    shown = [row for row in rows.all() if row.is_visible()]
    assert 1 <= len(shown) < total
    expect(page.locator(".table-count").first).to_have_text(f"显示{len(shown)}行，共{total}行")
    with page.expect_download() as download:
        page.get_by_role("button", name="下载CSV").last.click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert len(text.splitlines()) == total + 1


def test_no_tool_is_shown_without_scripts(
    chromium: Browser, address: str, some_kinds: dict[str, str]
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for name, uri in some_kinds.items():
        page.goto(address + uri)
        buttons = page.locator("button:not([type=submit])").all()
        shown = [button.inner_text() for button in buttons if button.is_visible()]
        assert shown == [], name
    context.close()
