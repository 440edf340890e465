"""A reader's way through the site and the bundle in a real Chromium."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from generator.model import Archive, IssueRecord

pytestmark = pytest.mark.browser


class Watch:
    """What a page did that nobody asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self.mind)
        page.on(
            "response",
            lambda response: self.complaints.extend(
                [response.url] if response.status >= 400 else []
            ),
        )
        page.on("request", lambda request: self.requests.append(request.url))

    def hear(self, message: object) -> None:
        """Keep an error or a warning of the console."""
        if getattr(message, "type", "") in {"error", "warning"}:
            self.complaints.append(str(getattr(message, "text", message)))

    def mind(self, request: Request) -> None:
        """Keep a request that failed, unless the page was left while it ran."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}")

    def origins(self) -> set[tuple[str, str]]:
        """Scheme and host of everything that was asked for."""
        parts = [urlsplit(url) for url in self.requests if not url.startswith("data:")]
        return {(part.scheme, part.netloc) for part in parts}


@pytest.fixture
def watch(chromium: Browser) -> Iterator[Watch]:
    """A fresh page under watch."""
    context = chromium.new_context(locale="zh-CN")
    yield Watch(context.new_page())
    context.close()


def walk(watch: Watch, start: str, record: IssueRecord) -> None:
    """Home → gazette → issue → first document → next document, by clicks on what a reader sees."""
    page, main = watch.page, watch.page.get_by_role("main")
    first, second = (found.document for found in record.documents[:2])
    page.goto(start)
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="公报").first.click()
    main.get_by_role("link", name=record.issue.publication.title).first.click()
    main.get_by_role("link", name=f"第{record.issue.number}期").first.click()
    expect(page.locator("h1")).to_contain_text(f"{record.issue.year}年第{record.issue.number}期")
    main.locator(f"a[href^='{1}/'], a[href='{1}.html']").first.click()
    assert "".join(page.locator("h1").inner_text().split()) == first.title
    expect(main).to_contain_text(str(first.number))
    main.get_by_role("link", name=second.title).last.click()
    assert "".join(page.locator("h1").inner_text().split()) == second.title


def test_from_home_to_a_document_on_a_server(
    watch: Watch, address: str, real_archive: Archive
) -> None:
    walk(watch, address, real_archive.issues[0])
    assert watch.complaints == []
    assert watch.origins() == {("http", urlsplit(address).netloc)}


def test_from_home_to_a_document_in_a_bundle_without_a_network(
    watch: Watch, bundle: Path, real_archive: Archive
) -> None:
    watch.page.context.set_offline(True)
    walk(watch, (bundle / "index.html").as_uri(), real_archive.issues[0])
    assert watch.complaints == []
    assert watch.origins() == {("file", "")}


def test_a_page_that_does_not_exist_is_answered_in_chinese(watch: Watch, address: str) -> None:
    watch.page.goto(f"{address}404.html")
    expect(watch.page.locator("h1")).to_be_visible()
    assert watch.page.locator("html").get_attribute("lang") == "zh-Hans"
    assert watch.complaints == []


def test_a_page_without_the_words_of_its_scripts_is_as_one_without_scripts(
    chromium: Browser, address: str
) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 800})
    page.route("**/scripts/words/*.js", lambda route: route.fulfill(status=404))
    page.goto(f"{address}archive/zichuan/2021/4/2/")
    assert page.locator("#menu a").first.is_visible()
    assert page.locator("#toc-list a").first.is_visible()
    assert [each.is_visible() for each in page.locator(".scripted").all()].count(True) == 0
    page.close()
