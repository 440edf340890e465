"""The results of a search in a real Chromium: punctuation, order, limits, further places, ways to keep a search."""

import random
import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.model import Archive, Roster
from generator.pages.search_page import search_within
from generator.search.normalise import MARK, bare, fold
from tests.search.bench import wait_until
from tests.search.oracle import Oracle
from tests.site.searching import search_address, silent_page
from tests.site.test_search import answer, ask

pytestmark = pytest.mark.browser

BOTH = """async (queries) => {
  const search = gongbaoSearch;
  const manifest = await search.manifest();
  const answers = [];
  for (const query of queries) {
    const result = await search.find(query);
    const found = [[], []];
    for (const { document } of result.order) {
      found[search.isStrict(result, document) ? 0 : 1].push(search.idOf(manifest, document));
    }
    answers.push([...found, result.exact]);
  }
  return answers;
}"""
"""What queries find as typed, and but for punctuation."""


@pytest.fixture(params=["site", "bundle"])
def start(request: pytest.FixtureRequest) -> str:
    """Address of the search page, on a server and on a disk."""
    return search_address(request)


@pytest.fixture
def page(chromium: Browser, start: str) -> Iterator[Page]:
    """A fresh page that complains of nothing."""
    with silent_page(chromium, start) as page:
        yield page


def read_all(page: Page) -> None:
    """Have the text of every result loaded."""
    for item in page.locator("#results > li[data-id]").all():
        item.scroll_into_view_if_needed()
        expect(item.locator("h2 a")).to_be_visible()


def status_of(page: Page) -> str:
    """What is said of the results."""
    return page.locator("#search-status").inner_text()


def test_both_counts_are_those_of_a_scan(page: Page, start: str, real_archive: Archive) -> None:
    oracle, chance = Oracle(real_archive), random.Random(31)
    fragments = list(oracle.fragments(seed=31, count=250, longest=9))
    marked = [text for text in fragments if MARK in text.strip(MARK)]
    queries = [*fragments, *map(bare, marked), *(f'"{text}"' for text in chance.sample(marked, 20))]
    ask(page, start, "通知")
    wrong = [
        (query, strict, loose)
        for query, (strict, loose, exact) in zip(queries, page.evaluate(BOTH, queries), strict=True)
        if (set(strict), set(loose)) != oracle.find_both(query) or not exact
    ]
    assert len(marked) > 20
    assert wrong == []


@pytest.mark.parametrize(
    ("query", "loose"),
    [("放管服改革", 5), ("“放管服”改革", 1), ("《放管服》改革", 1), ("放管服 改革", None)],
)
def test_a_phrase_is_found_however_it_is_pointed(
    page: Page, start: str, query: str, loose: int | None
) -> None:
    count, ids = ask(page, start, query)
    if loose is None:
        assert count >= 6
        return
    assert count == len(ids) == 6
    assert status_of(page) == f"找到文件6件，其中{loose}件的标点与输入的不同。"
    read_all(page)
    marked = [
        item.locator(".otherwise").count() for item in page.locator("#results > li[data-id]").all()
    ]
    assert marked == [0] * (6 - loose) + [1] * loose
    assert page.locator("#results .otherwise").first.inner_text() == "标点与输入的不同"
    marks = page.locator(".snippet mark").all_inner_texts()
    assert {bare(fold(text)) for text in marks} == {"放管服改革"}


@pytest.mark.parametrize("quotes", ['""', "“”", "「」", "『』", "＂＂"])
def test_a_phrase_in_quotation_marks_is_exact(page: Page, start: str, quotes: str) -> None:
    assert ask(page, start, f"{quotes[0]}放管服改革{quotes[1]}")[0] == 1
    assert status_of(page) == "找到文件1件。"
    assert ask(page, start, f"{quotes[0]}放管服 改革{quotes[1]}")[0] == 1
    assert page.locator(".otherwise").count() == 0


def test_a_phrase_that_is_there_is_never_denied(page: Page, start: str) -> None:
    for query in ("放管服改革", "“放管服改革", "放管服”改革"):
        assert ask(page, start, query)[0] == 6
        assert "没有" not in page.locator("main").inner_text().split("其他各处")[0]


def test_no_hit_runs_from_a_name_into_a_post(page: Page, start: str, real_archive: Archive) -> None:
    oracle, fused = Oracle(real_archive), []
    for record in real_archive.documents:
        rosters = (
            block
            for part in record.document.parts
            for block in part.blocks
            if isinstance(block, Roster)
        )
        for roster in rosters:
            members = [member for group in roster.groups for member in group.members]
            fused += [one.name[-2:] + (one.post or "")[:2] for one in members if one.post]
            fused += [one.name[-2:] + other.name[:2] for one, other in pairwise(members)]
    queries = [text for text in dict.fromkeys(fused) if not oracle.find_blindly(text)][:60]
    assert len(queries) > 20
    ask(page, start, "通知")
    assert [found for found in page.evaluate(BOTH, queries) if found != [[], [], True]] == []


def test_a_name_is_shown_with_its_post_and_marked_alone(
    page: Page, start: str, real_archive: Archive
) -> None:
    name, post = next(
        (member.name, member.post)
        for record in real_archive.documents
        for part in record.document.parts
        for block in part.blocks
        if isinstance(block, Roster)
        for group in block.groups
        for member in group.members
        if member.post and len(member.name) == 3
    )
    ask(page, start, name)
    snippet = page.locator("#results .snippet", has_text=f"{name}　{post[:4]}").first
    expect(snippet).to_be_visible()
    assert set(snippet.locator("mark").all_inner_texts()) == {name}
    assert "\x1e" not in page.locator("#results").inner_text()


def test_results_are_ordered_by_date_where_that_is_chosen(
    page: Page, start: str, real_archive: Archive
) -> None:
    days = {record.id: record.day or "" for record in real_archive.documents}
    count, by_fit = ask(page, start, "养老")
    select = page.get_by_label("排序")
    select.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#search-status")).to_contain_text("按日期从新到旧排列")
    expect(page.locator("#sort")).to_be_focused()
    assert parse_qs(urlsplit(page.url).query)["sort"] == ["date"]
    page.reload()
    again, by_date = answer(page)
    assert (again, sorted(by_date)) == (count, sorted(by_fit))
    shown = [days[id_] for id_ in by_date]
    assert shown == sorted(shown, reverse=True)
    assert by_date != by_fit
    page.get_by_label("排序").select_option("")
    expect(page.locator("#search-status")).not_to_contain_text("按日期")
    assert answer(page)[1] == by_fit
    assert "sort" not in page.url


@pytest.mark.parametrize("kind", ["issue", "gazette"])
def test_an_issue_and_a_gazette_are_searched_from_their_pages(
    page: Page, start: str, real_archive: Archive, kind: str
) -> None:
    record = real_archive.issues[0]
    folder = record.id if kind == "issue" else record.publication
    root = start.removesuffix("search/").removesuffix("search.html")
    page.goto(f"{root}archive/{folder}/{'index.html' if start.startswith('file:') else ''}")
    box = page.locator("#within")
    assert box.get_attribute("placeholder") == (
        "在本期中检索" if kind == "issue" else "在本公报中检索"
    )
    box.fill("通知")
    box.press("Enter")
    page.wait_for_url("**q=*")
    count, ids = answer(page)
    found = Oracle(real_archive).find_blindly("通知")
    assert count == len([id_ for id_ in found if id_.startswith(f"{folder}/")]) > 0
    assert all(id_.startswith(f"{folder}/") for id_ in ids)
    limit = page.locator("#scope button")
    gazette = next(one.title for one in real_archive.publications if one.id == record.publication)
    assert limit.inner_text().startswith(gazette)
    limit.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#scope")).to_be_hidden()
    expect(page.locator("#query")).to_be_focused()
    expect(page.locator("[data-count]")).to_have_text(str(len(found)))
    assert kind not in parse_qs(urlsplit(page.url).query)


def test_the_further_places_of_a_document_lead_to_where_they_are(page: Page, start: str) -> None:
    ask(page, start, "加强组织领导")
    item = page.locator("#results > li[data-id]", has=page.locator(".further")).first
    summary = item.locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    places = item.locator(".further li")
    expect(places.first).to_be_visible()
    assert summary.inner_text() == f"另有{places.count()}处"
    assert all("加强组织领导" in re.sub(r"\W", "", place) for place in places.all_inner_texts())
    link = places.locator("a").last
    anchor = urlsplit(str(link.evaluate("link => link.href"))).fragment
    link.click()
    wait_until(page, "document.querySelector('mark.found')")
    if anchor:
        assert urlsplit(page.url).fragment == anchor
        expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_the_link_of_a_search_is_copied_and_that_is_said(page: Page, start: str) -> None:
    ask(page, start, "养老", "&sort=date")
    page.evaluate("""() => Object.defineProperty(navigator, 'clipboard', { value: {
      writeText: (text) => { window.copied = text; return Promise.resolve(); } } })""")
    page.get_by_role("button", name="复制本次检索的链接").click()
    expect(page.get_by_role("status").filter(has_text="链接已复制。")).to_be_visible()
    assert page.evaluate("window.copied") == page.url


def test_nothing_is_said_of_feeds_where_there_are_none(page: Page, start: str) -> None:
    ask(page, start, "通知", f"&kind={quote('通知')}")
    assert page.locator("#result-tools a").count() == 0


def test_the_feed_of_what_is_chosen_is_offered_where_the_site_has_feeds(
    page: Page, start: str
) -> None:
    page.goto(start)
    page.evaluate("""() => {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'alternate', type: 'application/atom+xml', href: 'feeds/index.xml' });
      document.head.append(link);
    }""")
    page.route("**/feeds/kinds/*", lambda route: route.fulfill(status=200))
    page.locator("#query").fill("通知")
    answer(page)
    page.locator("#facets input[name=kind][value='通知']").check()
    link = page.locator("#result-tools a")
    if start.startswith("file:"):
        expect(page.locator("#result-tools button")).to_be_visible()
        assert link.count() == 0
        return
    expect(link).to_have_text("订阅“通知”的新文件（Atom）")
    address = unquote(str(link.evaluate("link => link.href")))
    assert (
        address
        == start.removesuffix("search/").removesuffix("search.html") + "feeds/kinds/通知.xml"
    )


@pytest.mark.parametrize("width", [320, 390])
def test_everything_above_the_results_fits_a_phone(page: Page, start: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    ask(page, start, "放管服改革", "&sort=date&issue=x/2020/1")
    page.locator("#scope button").click()
    answer(page)
    page.locator(".further summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_box_of_a_page_is_escaped() -> None:
    form = search_within("archive/a/2020/1/index.md", "issue", 'a"<b', "在本期中检索")
    assert 'action="../../../../search/"' in form
    assert 'value="a&quot;&lt;b"' in form
