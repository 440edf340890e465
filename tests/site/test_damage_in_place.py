"""Damage in a real Chromium: seen, heard, printed and left out of data, whatever a reader chose."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.axe import inject, violations
from tests.site.kinds import document_with_most

pytestmark = pytest.mark.browser

SAID = "〔此处识读混乱，见校勘记〕"
STYLE = "element => [getComputedStyle(element).textDecorationLine, getComputedStyle(element).textDecorationStyle]"


@pytest.fixture(scope="module")
def damaged(site: Path) -> str:
    """Address of the document with most damage."""
    return document_with_most(site, "editor-note")


@pytest.fixture
def page(chromium: Browser, address: str, damaged: str) -> Iterator[Page]:
    """The damaged document, freshly opened."""
    context = chromium.new_context(locale="zh-CN", accept_downloads=True)
    page = context.new_page()
    page.goto(address + damaged)
    yield page
    context.close()


def test_it_is_seen_without_a_button(page: Page) -> None:
    note = page.locator(".table-scroll .editor-note").first
    expect(note).to_be_visible()
    expect(note).to_have_text(SAID)
    assert page.locator(".note-mark.error").first.evaluate(STYLE) == ["underline", "dotted"]


@pytest.mark.parametrize("how", ["print", "forced", "dark"])
def test_it_is_seen_on_paper_in_the_dark_and_in_forced_colours(page: Page, how: str) -> None:
    if how == "print":
        page.emulate_media(media="print")
    elif how == "forced":
        page.emulate_media(forced_colors="active")
    else:
        page.emulate_media(color_scheme="dark")
    expect(page.locator(".table-scroll .editor-note").first).to_be_visible()
    assert page.locator(".note-mark.error").first.evaluate(STYLE) == ["underline", "dotted"]


def test_it_is_heard_behind_what_is_damaged(page: Page) -> None:
    cell = page.locator(".table-scroll td:has(.editor-note)").first
    heard = cell.aria_snapshot()
    assert heard.index(SAID) > heard.index(str(cell.locator(".note-mark").text_content())[:4])


def test_it_leads_to_its_row_and_back(page: Page) -> None:
    page.locator(".table-scroll .editor-note a").first.click()
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    assert target.evaluate("element => Boolean(element.closest('.notes-error'))")
    target.locator("a").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    assert page.locator(":target .editor-note").count() > 0


def test_it_is_not_in_a_table_of_data(page: Page, tmp_path: Path) -> None:
    page.check("#show-lines")
    with page.expect_download() as download:
        page.get_by_role("button", name="下载CSV").first.click()
    path = tmp_path / "table.csv"
    download.value.save_as(path)
    text = path.read_text(encoding="utf-8-sig")
    assert "见校勘记" not in text
    assert str(page.locator(".table-scroll .source-line").first.text_content()) not in text
    damaged = str(page.locator(".table-scroll td .note-mark.error").first.text_content())
    assert damaged in text
    expect(page.locator(".table-scroll .editor-note").first).to_be_visible()


def test_it_is_not_in_a_citation(page: Page) -> None:
    page.evaluate("gongbaoTools.load(['cite.js'])")
    words = page.evaluate("""() => {
        const note = document.querySelector(".editor-note");
        const holder = note.closest("td, p, li");
        return [gongbaoTools.wordsOf(holder), gongbaoTools.wordsOf(holder, ", .editor-note")];
    }""")
    assert [("见校勘记" in text) for text in words] == [True, False]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_no_barrier(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    inject(page)
    assert violations(page) == []


ON_TEXT = """() => {
  const text = document.querySelector(".text");
  const left = text.getBoundingClientRect().left + parseFloat(getComputedStyle(text).paddingInlineStart);
  const numbers = [...document.querySelectorAll(".text > :not(.facts) .source-line")];
  const boxes = numbers.map((number) => number.getBoundingClientRect()).filter((box) => box.width);
  return [boxes.length > 0, boxes.filter((box) => box.right > left || box.left < 0).length];
}"""
"""Whether numbers of lines are shown, and how many of them are on the text or off the page."""
LOW = """() => [...document.querySelectorAll(".editor-note a, .line-switch label")]
  .filter((target) => target.getBoundingClientRect().height < 24).length"""


BESIDE = """() => [...document.querySelectorAll(".line-above + :is(h1, h2, h3, h4)")].map((heading) => {
  const line = document.createRange();
  line.selectNodeContents(heading);
  const [words, number] = [line.getClientRects()[0], heading.previousElementSibling.firstChild.getBoundingClientRect()];
  return words.top + words.height / 2 - (number.top + number.height / 2);
})"""
"""How far the middle of the first line of each heading is below that of its number, in pixels."""


@pytest.mark.parametrize("width", [320, 390, 1024, 1152, 1280, 1920])
def test_numbers_of_lines_are_beside_the_text_never_on_it(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.check("#show-lines")
    assert page.evaluate(ON_TEXT) == [True, 0]
    far = page.evaluate(BESIDE)
    assert len(far) > 3
    assert max(map(abs, far)) < 12
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [390, 1152])
def test_large_letters_leave_the_numbers_on_the_page(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("document.documentElement.dataset.elder = ''")
    page.check("#show-lines")
    assert page.evaluate(ON_TEXT) == [True, 0]


def test_the_number_of_a_line_has_a_name_for_those_who_listen(page: Page) -> None:
    expect(page.get_by_role("link", name=re.compile("^原文件第[0-9]+行$"))).to_have_count(0)
    page.check("#show-lines")
    number = page.locator(".source-line:visible").first
    expect(number).to_have_accessible_name(f"原文件第{number.text_content()}行")


def test_a_phone_says_which_value_of_a_note_is_which(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    row = page.locator(".notes-error tbody tr").first
    labels = row.locator("th, td").evaluate_all(
        "cells => cells.map((cell) => getComputedStyle(cell, '::before').content)"
    )
    assert labels == ["none", '"原文件作"', '"本页作"', '"说明"']
    boxes = [box for cell in row.locator("th, td").all() if (box := cell.bounding_box())]
    assert all(one["y"] + one["height"] <= two["y"] + 1 for one, two in pairwise(boxes))


@pytest.mark.parametrize("width", [390, 1280])
def test_what_leads_to_the_notes_can_be_hit(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(LOW) == 0


def test_narrow_paper_is_no_phone(page: Page) -> None:
    page.set_viewport_size({"width": 590, "height": 900})
    shown = "element => getComputedStyle(element).display"
    places = (".table-scroll tbody td", ".notes-error tbody td", ".source-line")
    page.check("#show-lines")
    page.emulate_media(media="print")
    assert [page.locator(place).first.evaluate(shown) for place in places] == [
        "table-cell",
        "table-cell",
        "none",
    ]


@pytest.mark.parametrize("width", [390, 1280])
def test_each_row_of_a_table_has_the_number_of_its_line_beside_it(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.check("#show-lines")
    numbers = page.locator(".table-scroll tbody .source-line")
    assert numbers.count() > 20
    apart = """links => links.map((link) => {
      const row = link.closest("tr");
      return link.dataset.row !== row.id || link.getBoundingClientRect().top > row.getBoundingClientRect().top + 24;
    })"""
    assert not any(numbers.evaluate_all(apart))
    empty = "cells => cells.filter((cell) => cell.querySelector('.source-line') && cell.innerText.trim() === '').length"
    assert page.locator(".table-scroll tbody td").evaluate_all(empty) == 0


def test_the_number_of_a_line_is_no_word_of_its_row(page: Page) -> None:
    number = str(page.locator(".table-scroll tbody .source-line").first.text_content())
    page.locator(".table-tools input").first.fill(number)
    expect(page.locator(".table-count").first).to_contain_text("0")


def test_without_scripts_the_numbers_of_rows_are_below_the_table(
    chromium: Browser, address: str, damaged: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + damaged)
    page.check("#show-lines")
    expect(page.locator(".row-lines .source-line").first).to_be_visible()
    context.close()
