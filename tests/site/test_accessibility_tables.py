"""Tables and lists in a real browser: on a phone each value has its name, on a desk nothing is cut in two."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

LABELLED = """Array.from(document.querySelectorAll("main tbody tr:first-child")).map(row => {
  const names = Array.from(row.closest("table").querySelectorAll("thead th"), head => head.textContent);
  return Array.from(row.cells).slice(1).filter(cell => cell.textContent).every(cell =>
    getComputedStyle(cell, "::before").content === JSON.stringify(names[cell.cellIndex]));
})"""
"""Whether the cells of the first row of each table show the names of their columns."""

BROKEN = """Array.from(document.querySelectorAll(".listing :is(.number, time)")).filter(element =>
  element.offsetHeight > 2 * parseFloat(getComputedStyle(element).fontSize)).map(element => element.textContent)"""
"""Numbers and dates that take more than a line."""

MANY = ("archive/numbers/holdings/", "archive/regions/", "archive/issuers/authority/")
"""Lists of five columns and more."""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh page."""
    return context.new_page()


@pytest.mark.parametrize("uri", MANY)
def test_on_a_phone_each_value_has_the_name_of_its_column(
    page: Page, address: str, uri: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address + uri)
    assert page.evaluate(LABELLED) == [True] * page.locator("main table").count()


def test_on_a_phone_the_place_of_a_note_leaves_room_for_the_note(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}archive/shuozhou/2020/3/13/#notes")
    below = "cells => cells.map(e => e.offsetTop - e.previousElementSibling.offsetTop)"
    room = "cells => cells.map(e => e.clientWidth - parseFloat(getComputedStyle(e).paddingInlineStart))"
    readings = page.locator(".notes td:nth-child(2):not(:empty)")
    assert readings.count() > 5
    assert min(readings.evaluate_all(below)) > 20
    assert min(readings.evaluate_all(room)) > 200


@pytest.mark.parametrize("uri", MANY)
def test_without_scripts_the_header_stays(chromium: Browser, address: str, uri: str) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.goto(address + uri)
    header = page.locator("main thead th").nth(1)
    expect(header).to_be_visible()
    expect(header).to_have_css("display", "table-cell")
    assert header.evaluate("e => e.closest('thead').offsetHeight") > 10
    context.close()


def test_the_label_of_a_cell_stays_within_its_row(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address + kinds["document tables"])
    cells = page.locator(".stacked tbody :is(th, td):not(:empty)")
    assert cells.count() > 50
    assert (
        cells.evaluate_all("cells => cells.filter(e => e.scrollHeight > e.clientHeight + 1).length")
        == 0
    )


@pytest.mark.parametrize("uri", ["", "archive/force/", "archive/years/2021/"])
def test_numbers_and_dates_of_a_list_are_on_one_line(page: Page, address: str, uri: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address + uri)
    assert page.locator(".listing :is(.number, time)").count() > 5
    assert page.evaluate(BROKEN) == []
