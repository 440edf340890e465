"""Light and strict: bytes, the first view on a slow line, and a console that stays empty under the content policy."""

from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response

from tests.site.kinds import document_of_length

pytestmark = pytest.mark.browser

BUDGET = 60_000
"""Compressed bytes of everything that the first view of a document loads, its own text of 6,000 characters included."""
SLOW_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 1_600_000 / 8,
}
"""1.6 Mbit/s and 150 ms, as the developer tools of Chromium slow a line down."""
PLAIN = "assets/scripts/early.js"
"""A small file that the browser shows as plain text: nothing is painted sooner on the same line."""
FIRST_VIEW = 4
"""Most times as long as for plain text until the first text of a document is painted."""

PAINTED = """new Promise(resolve => new PerformanceObserver(list => list.getEntries()
    .filter(entry => entry.name === "first-contentful-paint").forEach(entry => resolve(entry.startTime)))
    .observe({ type: "paint", buffered: true }))"""
"""When the first text was painted."""


def loaded(page: Page, address: str) -> dict[str, int]:
    """Compressed size of each file that a page loads."""
    sizes: dict[str, int] = {}

    def count(response: Response) -> None:
        sizes[response.url] = int(response.headers.get("content-length", "0"))

    page.on("response", count)
    page.goto(address, wait_until="networkidle")
    return sizes


def test_a_document_is_light(context: BrowserContext, strict_address: str, site: Path) -> None:
    address = strict_address + document_of_length(site, 6_000)
    sizes = loaded(context.new_page(), address)
    assert len(sizes) > 5
    assert all(url.startswith(strict_address) for url in sizes)
    assert sum(sizes.values()) <= BUDGET


def test_everything_beside_the_text_is_lighter_still(
    context: BrowserContext, strict_address: str, kinds: dict[str, str]
) -> None:
    address = strict_address + kinds["document longest"]
    sizes = loaded(context.new_page(), address)
    assert sum(size for url, size in sizes.items() if url != address) <= BUDGET / 2


def painted(chromium: Browser, address: str) -> float:
    """Milliseconds until the first text of a page is painted on a slow line, the middle of three tries."""
    times: list[float] = []
    for _ in range(3):
        context = chromium.new_context()
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_LINE)
        page.goto(address)
        times.append(page.evaluate(PAINTED))
        context.close()
    return median(times)


def test_the_first_view_comes_soon_on_a_slow_line(
    chromium: Browser, strict_address: str, site: Path
) -> None:
    plain = painted(chromium, strict_address + PLAIN)
    document = painted(chromium, strict_address + document_of_length(site, 6_000))
    assert document < FIRST_VIEW * plain


def test_no_page_says_anything_to_the_console(
    context: BrowserContext, strict_address: str, kinds: dict[str, str]
) -> None:
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
    for uri in kinds.values():
        page.goto(strict_address + uri)
    page.goto(strict_address + kinds["document articles"])
    for selector in (
        "#aids-button",
        "[name=contrast]",
        "#elder",
        "#elder",
        "#cite",
        "#speak",
        "#palette",
    ):
        page.click(selector)
    page.goto(f"{strict_address}search/?q=人民政府")
    page.wait_for_selector("#results li")
    assert heard == []
