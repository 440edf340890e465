"""The layout in a real browser: wide tables, cover text in a fold, diagrams that fit, numbers that stay whole."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

TABLE = "archive/linzi/2017/11/7/"
"""A sample with a table that is wider than the text."""
TORN = r"""selector => Array.from(document.querySelectorAll(selector)).flatMap(block => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), nodes = [];
  let text = "";
  while (walker.nextNode()) {
    nodes.push([walker.currentNode, text.length]);
    text += walker.currentNode.data;
  }
  const middle = at => {
    const [node, from] = nodes.filter(([, start]) => start <= at).pop();
    const range = document.createRange();
    range.setStart(node, at - from);
    range.setEnd(node, at - from + 1);
    const box = range.getBoundingClientRect();
    return box.width ? (box.top + box.bottom) / 2 : null;
  };
  const whole = /第\d+[期行]|〔\d{4}〕\d+号|\d+[篇件期页]|\d{4}年(?:\d+月(?:\d+日)?)?/g;
  return Array.from(text.matchAll(whole)).filter(({ 0: found, index }) => {
    const first = middle(index), last = middle(index + found.length - 1);
    return first !== null && last !== null && Math.abs(first - last) > 8;
  }).map(match => match[0]);
})"""
"""Numbers with their measure words that are on two lines."""
BEGUN = r"""selector => Array.from(document.querySelectorAll(selector)).flatMap(block => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), lines = [];
  let bottom = 0;
  while (walker.nextNode()) {
    for (let at = 0; at < walker.currentNode.length; at += 1) {
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      const box = Array.from(range.getClientRects()).pop();
      if (!box || !box.width) { continue; }
      if (box.top > bottom - 4) { lines.push(walker.currentNode.data.slice(at)); }
      bottom = box.bottom;
    }
  }
  return lines.filter(line => "，。、；：）》”〕".includes(line[0]));
})"""
"""Lines that begin with a mark that closes something."""
WIDER = """Array.from(document.querySelectorAll(".listing")).filter(list =>
  list.scrollWidth > list.clientWidth + 1).length"""
"""Lists that are wider than their room."""
SMALL = """Array.from(document.querySelectorAll("figure svg text")).map(text =>
  parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a).filter(size => size < 12)"""
"""Letters of diagrams that are smaller than twelve pixels."""
TOUCHING = """Array.from(document.querySelectorAll("figure svg")).flatMap(svg => {
  const boxes = Array.from(svg.querySelectorAll("text"), text => text.getBoundingClientRect());
  return boxes.flatMap((one, nth) => boxes.slice(nth + 1).filter(other => one.left < other.right - 1 &&
    other.left < one.right - 1 && one.top < other.bottom - 6 && other.top < one.bottom - 6));
}).length"""
"""Pairs of words in diagrams that are over each other; the boxes of two lines are higher than their letters."""
OUTSIDE = """Array.from(document.querySelectorAll("figure")).filter(figure => figure.getClientRects().length &&
  (figure.scrollWidth > figure.clientWidth + 1 || figure.getBoundingClientRect().right > innerWidth)).length"""
"""Diagrams that are cut."""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh page."""
    return context.new_page()


def test_a_wide_table_takes_the_width_of_the_window_until_escape(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address + TABLE)
    buttons = page.get_by_role("button", name="展开表格")
    expect(buttons).to_have_count(1)
    region = page.locator(".table-scroll").nth(1)
    narrow = region.evaluate("e => e.clientWidth")
    buttons.focus()
    page.keyboard.press("Enter")
    expect(buttons).to_have_attribute("aria-pressed", "true")
    box = region.bounding_box()
    assert box is not None
    assert box["width"] > 1200 > narrow
    assert 0 <= box["x"] < 40
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    region.focus()
    page.keyboard.press("Escape")
    expect(buttons).to_be_focused()
    expect(buttons).to_have_attribute("aria-pressed", "false")
    assert region.evaluate("e => e.clientWidth") == narrow


def test_paper_knows_nothing_of_a_wide_table(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address + TABLE)
    page.get_by_role("button", name="展开表格").click()
    expect(page.locator(".wide")).to_have_count(1)
    page.emulate_media(media="print")
    region, text = page.locator(".wide").bounding_box(), page.locator("main").bounding_box()
    assert region is not None
    assert text is not None
    assert region["x"] == pytest.approx(text["x"], abs=1)


def test_on_a_phone_a_table_has_no_more_width_to_take(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address + TABLE)
    expect(page.get_by_role("button", name="下载CSV").first).to_be_visible()
    expect(page.get_by_role("button", name="展开表格")).to_have_count(0)


def test_cover_text_is_in_a_fold_that_opens(page: Page, address: str) -> None:
    page.goto(f"{address}archive/shuozhou/2020/3/")
    line = page.locator(".masthead-text li").first
    expect(line).to_be_hidden()
    page.get_by_text("展开封面与版权页文字").click()
    expect(line).to_be_visible()


def test_a_gazette_says_what_its_newest_issue_prints_behind_labels(
    page: Page, address: str
) -> None:
    page.goto(f"{address}archive/zaozhuang-shizhong/")
    phone = page.locator(".facts dt", has_text="电话").locator("+ dd")
    expect(phone).to_contain_text("0632-3083075（见2021年第5期）")
    phone.get_by_role("link").click()
    page.wait_for_url("**/2021/5/#masthead")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("uri", ["archive/picture/", "archive/linzi/2017/11/6/"])
def test_diagrams_are_whole_and_can_be_read(page: Page, address: str, uri: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + uri)
    assert page.locator("figure svg text").count() > 5
    assert page.evaluate(OUTSIDE) == 0
    if width > 1000:
        assert page.evaluate(SMALL) == []
        assert page.evaluate(TOUCHING) == 0
    else:
        expect(page.locator("figure svg").first).to_be_hidden()
        expect(page.locator("main table").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_numbers_of_issues_and_documents_stay_with_their_words(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    where = {
        "archive/zaozhuang-shizhong/": "h1, .crumbs, .facts dd, .listing td",
        "archive/quality/": "main li, .listing th",
        "archive/zaozhuang-shizhong/2021/2/6/": ".crumbs, .facts dd",
        "archive/linzi/2017/11/7/": ".crumbs, .facts dd",
        "archive/numbers/朔政办发/": "h1, .crumbs, .listing td:first-child",
        "archive/shuozhou/2020/3/": "h1, .crumbs, .facts dd, .notes tbody th",
        "archive/shuozhou/2020/3/13/": ".crumbs, .facts dd, .pager",
        "search/?q=通知": ".results .muted",
    }
    for uri, selector in where.items():
        page.goto(address + uri)
        expect(page.locator(selector).last).to_be_attached()
        assert page.evaluate(TORN, selector) == [], uri


@pytest.mark.parametrize("width", [320, 390])
def test_no_line_of_the_facts_begins_with_a_closing_mark(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + TABLE)
    assert page.evaluate(BEGUN, ".facts dd") == []


@pytest.mark.parametrize("width", [800, 1280])
def test_no_list_is_wider_than_the_page(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}archive/picture/")
    assert page.evaluate(WIDER) == 0
