"""Half-width marks inside Chinese prose in a real browser: shown as Chinese print has them, kept as the source has them."""

import pytest
from playwright.sync_api import BrowserContext, Page

from generator.model import Archive

pytestmark = pytest.mark.browser

DOCUMENT = "archive/zaozhuang-shizhong/2021/2/6/"
"""A sample with commas, brackets, colons, semicolons and straight quotation marks."""
SHOWN = "document.querySelectorAll('[data-mark]').length"
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
