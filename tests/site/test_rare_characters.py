"""Characters beyond U+FFFF (𬭎, 𠮷, 😀) in a real Chromium: names of persons and places that only they can write."""

import random
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.archive import read_archive
from generator.build import build_site
from generator.model import Archive
from generator.publish import Layout
from tests.search.bench import FIND, served
from tests.search.oracle import Oracle
from tests.site.projects import make_project, unpack_bundle
from tests.site.test_browser import Watch
from tests.site.test_search import answer

pytestmark = pytest.mark.browser

APPOINTMENTS, RULES = "ganhe/2022/3/1", "ganhe/2022/3/2"


@pytest.fixture(scope="module")
def rare_archive(root: Path) -> Archive:
    """One issue of a place whose name and whose officials' names are written with rare characters."""
    archive, errors = read_archive(root / "tests/fixtures/rare")
    assert errors == ()
    return archive


@pytest.fixture(scope="module")
def layout(root: Path, rare_archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The site of that issue."""
    layout = make_project(rare_archive, root, tmp_path_factory.mktemp("rare"))
    build_site(rare_archive, layout)
    return layout


@pytest.fixture(scope="module")
def bundle(rare_archive: Archive, layout: Layout, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the unpacked bundle."""
    return unpack_bundle(rare_archive, layout, tmp_path_factory.mktemp("unpacked"))


@pytest.fixture(scope="module", params=["site", "bundle"])
def start(request: pytest.FixtureRequest, layout: Layout) -> Iterator[str]:
    """Address of the search page, on a server and on a disk."""
    if request.param == "site":
        with served(layout.site) as address:
            yield f"{address}search/"
    else:
        yield (request.getfixturevalue("bundle") / "search.html").as_uri()


@pytest.fixture
def page(chromium: Browser, start: str) -> Iterator[Page]:
    """A fresh page that complains of nothing; without a network when it reads from a disk."""
    context = chromium.new_context(locale="zh-CN")
    watch = Watch(context.new_page())
    context.set_offline(start.startswith("file:"))
    watch.page.goto(start)
    yield watch.page
    assert [text for text in watch.complaints if not text.endswith("seal.svg")] == []
    context.close()


def document(start: str, id_: str) -> str:
    """Address of a document on the site or in the bundle."""
    return start.replace("search/", f"archive/{id_}/").replace("search.html", f"archive/{id_}.html")


def ask(page: Page, query: str) -> list[str]:
    """The ids of the documents that the search page shows for what is typed."""
    page.get_by_role("searchbox", name="检索词").fill(query)
    expect(page).to_have_title(f"“{query}”的检索结果 - 政府公报文库")
    return answer(page)[1]


@pytest.mark.matrix(11)
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("𬭎", {APPOINTMENTS, RULES}),
        ("张𬭎", {APPOINTMENTS, RULES}),
        ("任命张𬭎为𬇙河县水利局局长", {APPOINTMENTS}),
        ("㛃䶮", {APPOINTMENTS, RULES}),
        ("王𬘭𠮷", {APPOINTMENTS}),
        ("𬇙政发〔2022〕8号", {RULES}),
        ("𬇙政发2022 8", {RULES}),
        ("😀", {RULES}),
        ("图案😀 -𬘭", set()),
        ("任免 -😁", {APPOINTMENTS}),
        ("𠮷\U000e0100山镇", {APPOINTMENTS, RULES}),
    ],
)
def test_a_query_finds_rare_characters(page: Page, query: str, found: set[str]) -> None:
    if found:
        assert set(ask(page, query)) == found
        if "2022" not in query:
            expect(page.locator("#results mark").first).to_be_visible()
    else:
        page.get_by_role("searchbox", name="检索词").fill(query)
        expect(page.locator("#results")).to_contain_text("没有文件")


def test_what_is_found_is_what_a_scan_finds(page: Page, rare_archive: Archive) -> None:
    oracle = Oracle(rare_archive)
    queries = list(oracle.fragments(seed=3, count=600, longest=5))
    assert sum(max(query) > "\uffff" for query in queries) > 50
    ask(page, "𬭎")
    answers = page.evaluate(FIND, queries)
    assert [
        query
        for query, (ids, _) in zip(queries, answers, strict=True)
        if set(ids) != oracle.find(query)
    ] == []


@pytest.mark.matrix(3)
@pytest.mark.parametrize("typed", ["张𬭎", "𠮷山镇", "𬇙政任2022 4"])
def test_rare_characters_are_suggested_for(page: Page, start: str, typed: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(document(start, RULES))
    page.keyboard.press("/")
    page.keyboard.insert_text(typed)
    option = page.get_by_role("option").first
    expect(option).to_contain_text(typed if typed[-1] > "9" else "𬇙政任〔2022〕4号")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("𬇙河县")


def test_a_result_leads_to_the_words_and_marks_them(page: Page) -> None:
    ask(page, "李𠮷")
    page.locator(f"[data-id='{APPOINTMENTS}'] a").first.click()
    expect(page.locator("mark.found").first).to_have_text("李𠮷")
    page.get_by_role("button", name="取消标示").click()
    expect(page.locator("#content .text")).to_contain_text("任命李𠮷为𬇙河县𠮷山镇人民政府镇长；")


@pytest.mark.matrix(4)
@pytest.mark.parametrize("width", [320, 390, 600, 1280])
def test_no_line_of_a_title_begins_inside_a_name(page: Page, start: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(document(start, APPOINTMENTS))
    lines = page.locator("h1").evaluate("""heading => {
        const tops = [];
        const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            let at = 0;
            for (const character of walker.currentNode.data) {
                const range = document.createRange();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at += character.length);
                tops.push([character, Math.round(range.getBoundingClientRect().top)]);
            }
        }
        return tops;
    }""")
    top = dict(lines)
    assert top["张"] == top["𬭎"] == top["等"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_snippets_cut_no_character_in_two(page: Page) -> None:
    ask(page, "𬭎")
    chance = random.Random(4)
    texts = ["".join(chance.choices("甲乙𠮷𬭎😀", k=60)) for _ in range(40)]
    torn = page.evaluate(
        """(texts) => texts.filter((text) => {
        const at = Array.from(text).slice(0, 30).join("").length;
        return Array.from({ length: 25 }, (_, around) => gongbaoSearch.snippet(text, [[at, at + 2]], around)).some(
            (nodes) => !nodes.map((node) => node.textContent || node).join("").isWellFormed());
    })""",
        [text[:30] + "乙丙" + text[30:] for text in texts],
    )
    assert torn == []


def test_a_paragraph_is_copied_whole(page: Page, start: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(document(start, RULES))
    page.click("#cite")
    paragraph = page.locator("#content p", has_text="电话面告").first
    link = paragraph.get_by_role("button", name="复制本段链接")
    assert link.get_attribute("aria-label") == "复制本段链接：“联系人𠮷𬭎𬘭𠮷𬭎𬘭𠮷𬭎𬘭”"
    link.click()
    expect(page.locator("#doc-status")).to_have_text("已复制本段链接。")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert unquote(copied).endswith("联系人𠮷𬭎𬘭𠮷𬭎𬘭𠮷𬭎𬘭𠮷𬭎𬘭𠮷𬭎𬘭，电话面告。")
