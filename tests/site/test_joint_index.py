"""An index over two archives in a real Chromium: search across both, lists without scripts, axe-core."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.federation import Wanted, run_federate
from generator.publish import open_server
from tests.fixtures.joint_archives import NEIGHBOUR, Silent, publish_both
from tests.serving import running
from tests.site.axe import inject, violations
from tests.site.test_browser import Watch

pytestmark = pytest.mark.browser

VIEWS = [("light", 1280), ("dark", 390), ("light", 320)]


@pytest.fixture(scope="module")
def index_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where an index is served as to everyone: under the content policy, compressed."""
    folder = tmp_path_factory.mktemp("joint")
    given = [f"{site}=https://{site.name}.example/" for site in publish_both(folder)]
    run_federate(given, Wanted(folder / "index"), Silent())
    with open_server(Path(folder / "index"), 0) as server, running(server):
        yield server.address


@pytest.fixture
def watch(chromium: Browser) -> Iterator[Watch]:
    """A fresh page under watch, which complains of nothing and asks no other host."""
    context = chromium.new_context(locale="zh-CN")
    watch = Watch(context.new_page())
    yield watch
    assert watch.complaints == []
    assert len(watch.origins()) == 1
    context.close()


@pytest.mark.parametrize(
    ("query", "archives"),
    [
        ("云政发2020 1", {"linxi", "yunxi"}),
        (f"{NEIGHBOUR} 绿化管理", {"linxi"}),
        ("城市绿化管理", {"linxi", "yunxi"}),
    ],
)
def test_a_search_finds_documents_of_both_archives_and_leads_there(
    watch: Watch, index_address: str, query: str, archives: set[str]
) -> None:
    watch.page.goto(index_address)
    watch.page.fill("#query", query)
    watch.page.keyboard.press("Enter")
    links = watch.page.locator("#results > li:not([aria-busy]) h2 a")
    expect(links).to_have_count(len(archives))
    addresses = {str(link.get_attribute("href")).partition("?")[0] for link in links.all()}
    assert addresses == {f"https://{name}.example/archive/{name}/2020/1/1/" for name in archives}
    assert watch.page.locator("#results .snippet").count() == 0


def test_filters_are_those_of_an_archive(watch: Watch, index_address: str) -> None:
    watch.page.goto(f"{index_address}search/?q=通知")
    watch.page.wait_for_selector("#results > li:not([aria-busy]) a")
    watch.page.locator(f"#facets input[name=issuer][value={NEIGHBOUR}]").check()
    watch.page.locator("#filters .facet-clear").wait_for()
    links = watch.page.locator("#results > li:not([aria-busy]) h2 a")
    assert links.count() > 0
    assert all("linxi.example" in str(link.get_attribute("href")) for link in links.all())


def test_a_box_suggests_documents_of_both_archives(watch: Watch, index_address: str) -> None:
    watch.page.goto(f"{index_address}archive/gazettes/")
    watch.page.click("#head-query")
    watch.page.keyboard.type("城市绿化管理")
    expect(watch.page.get_by_role("option")).to_have_count(2)


def test_lists_lead_to_documents_without_scripts(chromium: Browser, index_address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(index_address)
    page.locator(".unscripted a").first.click()
    page.get_by_role("link", name="文号", exact=True).last.click()
    page.get_by_role("link", name="云政发", exact=True).click()
    link = page.get_by_role("link", name="云政发〔2020〕1号", exact=True)
    addresses = [one.get_attribute("href") for one in link.all()]
    assert addresses == [
        "https://linxi.example/archive/linxi/2020/1/1/", "https://yunxi.example/archive/yunxi/2020/1/1/",
    ]  # fmt: skip
    context.close()


@pytest.mark.parametrize(
    "path",
    ["", "archive/", "archive/archives/", "archive/gazettes/", "archive/years/2020/", "archive/issuers/",
     "archive/numbers/云政发/", "about/", "search/?q=通知", "404.html"],
)  # fmt: skip
def test_every_kind_of_page_is_accessible(watch: Watch, index_address: str, path: str) -> None:
    page = watch.page
    page.goto(f"{index_address}{path}")
    if "?q" in path:
        page.wait_for_selector("#results > li:not([aria-busy]) a")
    inject(page)
    wrong = []
    for scheme, width in VIEWS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # one of the two
        wrong += [f"{scheme} {width}: {rule}" for rule in violations(page)]
    assert wrong == []
