"""Search in a real Chromium: over HTTP, and from a disk with the network off."""

import random
import re
import shutil
import statistics
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.model import Archive, DocumentRecord
from generator.search.facets import FACETS
from generator.search.normalise import fold
from tests.search.bench import FIND, FOUND, SETTLE, Meter, served, wait_until, write_index
from tests.search.oracle import Oracle, known_items
from tests.search.synthetic import synthetic_archive
from tests.site.searching import search_address
from tests.site.test_browser import Watch

pytestmark = pytest.mark.browser

FIRST_RIGHT = 0.98
"""Share of known-item queries that have the right document first."""
LARGE = 5000

either = pytest.mark.matrix(1)
"""A test that a run makes once, on the server or on the disk: what it asks for is the same script in both."""


@pytest.fixture(params=["site", "bundle"])
def start(request: pytest.FixtureRequest) -> str:
    """Address of the search page, on a server and on a disk."""
    return search_address(request)


@pytest.fixture
def watch(chromium: Browser) -> Iterator[Watch]:
    """A fresh page under watch."""
    context = chromium.new_context(locale="zh-CN")
    yield Watch(context.new_page())
    context.close()


@pytest.fixture
def page(watch: Watch, start: str) -> Iterator[Page]:
    """A fresh page that complains of nothing; without a network when it reads from a disk."""
    watch.page.context.set_offline(start.startswith("file:"))
    yield watch.page
    # A click may cut the icon off.
    complaints = [text for text in watch.complaints if not text.endswith("seal.svg")]
    assert complaints == []


def ask(page: Page, start: str, query: str, more: str = "") -> tuple[int, list[str]]:
    """The number of results and the ids of those shown, by the address of a search."""
    page.goto(f"{start}?q={quote(query)}{more}")
    return answer(page)


def answer(page: Page) -> tuple[int, list[str]]:
    """What the page shows once it has an answer."""
    wait_until(page, FOUND)
    ids = page.locator("[data-id]").evaluate_all("all => all.map((item) => item.dataset.id)")
    return int(str(page.locator("[data-count]").get_attribute("data-count"))), ids


@either
def test_texts_are_folded_as_in_the_index(
    page: Page,
    start: str,
    real_archive: Archive,
    sampled: Callable[[Sequence[str], int], list[str]],
) -> None:
    ask(page, start, "通知")
    oracle = Oracle(real_archive)
    titles = [record.document.title for record in real_archive.documents]
    chance = random.Random(2)
    known = [
        chr(code)
        for code in range(0x20, 0xE01F0)
        if unicodedata.category(chr(code)) not in {"Cn", "Cs"}
    ]
    some = sampled(known, 30_000)
    mixed = [*some, *("".join(chance.choices(some, k=400)) for _ in range(100))]
    texts = [*titles, *(line for lines in oracle.lines.values() for line in lines), *mixed]
    page.evaluate("gongbaoSearch.learnAll()")
    folded = page.evaluate("texts => texts.map(gongbaoSearch.fold)", texts)
    assert folded == [fold(text) for text in texts]
    places = page.evaluate(
        "texts => texts.map((text) => gongbaoSearch.foldPlaces(text).text)", mixed
    )
    assert places == [fold(text) for text in mixed]


def test_what_is_found_is_what_a_scan_finds(page: Page, start: str, real_archive: Archive) -> None:
    oracle = Oracle(real_archive)
    drawn = oracle.fragments(seed=17, count=1500)
    # 2021年5 is a document number that is not typed to its end.
    fragments = [one for one in drawn if not re.fullmatch(r"(19|20)\d\d年\d+", one)]
    queries = [
        *fragments,
        *(f"{one} {other}" for one, other in zip(fragments[::4], fragments[1::4], strict=False)),
    ]
    ask(page, start, "通知")
    wrong = [
        query
        for query, (ids, exact) in zip(queries, page.evaluate(FIND, queries), strict=True)
        if set(ids) != oracle.find_blindly(*query.split()) or not exact
    ]
    assert wrong == []


@pytest.mark.parametrize("where", ["parts", "no parts", "disk"])
def test_a_site_is_searched_wherever_it_is(
    watch: Watch, site: Path, address: str, strict_address: str, real_archive: Archive, where: str
) -> None:
    places = {"parts": strict_address, "no parts": address, "disk": f"{site.as_uri()}/"}
    end = "search/index.html" if where == "disk" else "search/"
    found = ask(watch.page, f"{places[where]}{end}", "通知")
    oracle = Oracle(real_archive)
    assert found[0] == len(oracle.find_blindly("通知"))
    fragments = list(oracle.fragments(seed=8, count=40))
    answers = watch.page.evaluate(FIND, fragments)
    assert [set(ids) for ids, _ in answers] == [oracle.find_blindly(query) for query in fragments]
    packs = [url for url in watch.requests if re.search(r"/data/search/[gt]/", url)]
    assert packs
    if where != "parts":
        wholes = (
            2 if where == "no parts" else 1
        )  # an answer that was on its way already is hung up on
        assert max(Counter(packs).values()) <= wholes * 3
    assert watch.complaints == []


def test_known_items_come_first(page: Page, start: str, real_archive: Archive) -> None:
    drawn = known_items(real_archive, seed=5, each=60)
    queries = [query for of in drawn.values() for query in of]
    assert len(queries) >= 120
    ask(page, start, "通知")
    answers = page.evaluate(FIND, [text for text, _ in queries])
    absent = [
        text for (text, id_), (ids, _) in zip(queries, answers, strict=True) if id_ not in ids
    ]
    later = [
        text for (text, id_), (ids, _) in zip(queries, answers, strict=True) if ids[:1] != [id_]
    ]
    assert absent == []
    assert len(later) <= (1 - FIRST_RIGHT) * len(queries), later


def test_the_page_shows_what_was_found(page: Page, start: str, real_archive: Archive) -> None:
    for name, queries in known_items(real_archive, seed=6, each=3).items():
        for text, id_ in queries:
            count, ids = ask(page, start, text)
            assert id_ in ids[:2], (name, text)
            assert count >= 1
            expect(
                page.locator(f"[data-id='{id_}'] mark, [data-id='{id_}'] a").first
            ).to_be_visible()


@pytest.mark.matrix(4)
@pytest.mark.parametrize(
    ("query", "words", "none"),
    [
        ("应急预案 -地震", ["应急预案"], ["地震"]),
        ("通知 －方案", ["通知"], ["方案"]),
        ("養老服務", ["养老服务"], []),
        ("ＷＴＯ　通知", ["wto", "通知"], []),
    ],
)
def test_words_and_exclusions(
    page: Page, start: str, real_archive: Archive, query: str, words: list[str], none: list[str]
) -> None:
    oracle = Oracle(real_archive)
    excluded = set().union(*map(oracle.find_blindly, none))
    assert set(found_ids(page, start, query)) == oracle.find_blindly(*words) - excluded


def found_ids(page: Page, start: str, query: str) -> list[str]:
    """Ids of everything that a query finds, by clicks on "20 more"."""
    count, ids = ask(page, start, query)
    while len(ids) < count:
        page.get_by_role("button", name="再显示20条").click()
        expect(page.locator("[data-id]")).not_to_have_count(len(ids))
        _, ids = answer(page)
    return ids


@either
def test_the_title_says_what_was_asked_for(page: Page, start: str) -> None:
    ask(page, start, "养老")
    expect(page).to_have_title("“养老”的检索结果 - 政府公报文库")
    page.locator("#query").fill("")
    expect(page).to_have_title("检索 - 政府公报文库")


@pytest.mark.matrix(3)
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("-地震", "请输入要查找的词语；“-词”只用来排除。"),
        ("|", "请输入要查找的词语。"),
        ("-", "请输入要查找的词语。"),
    ],
)
def test_operators_alone_ask_for_a_word(page: Page, start: str, query: str, said: str) -> None:
    page.goto(f"{start}?q={quote(query)}")
    expect(page.locator("#search-status")).to_have_text(said)
    expect(page.locator("#filters")).to_be_hidden()


@either
def test_results_that_are_not_read_yet_are_empty_and_have_a_height(page: Page, start: str) -> None:
    ask(page, start, "通知")
    unread = page.locator("#results > [aria-busy]")
    assert unread.count() > 3
    assert set(unread.all_text_contents()) == {""}
    last = unread.last
    assert last.evaluate("e => e.offsetHeight") > 80
    assert page.locator("#results h2").count() == page.locator("#results h2 a").count()
    page.locator("[data-id]").last.scroll_into_view_if_needed()
    expect(page.locator("[data-id]").last.locator("h2 a")).to_be_visible()


@either
def test_either_word(page: Page, start: str, real_archive: Archive) -> None:
    oracle = Oracle(real_archive)
    found = oracle.find_blindly("养老") | oracle.find_blindly("医疗")
    assert set(found_ids(page, start, "养老 | 医疗")) == found


@either
def test_an_instrument_is_found_by_its_title_and_shown_as_itself(page: Page, start: str) -> None:
    _, found = ask(page, start, "朔州市行政审批专家管理办法(试行)")
    assert found[0] == "shuozhou/2020/3/5"
    first = page.locator("#results > li").first
    expect(first.locator("h2")).to_have_text("《朔州市行政审批专家管理办法(试行)》")
    assert str(first.locator("h2 a").get_attribute("href")).endswith("#enc-5")
    expect(first.locator(".issued-by")).to_contain_text("等八项制度的通知印发")


@either
def test_documents_are_filtered_by_the_kind_of_what_they_issue_and_by_subject(
    page: Page, start: str
) -> None:
    count, _ = ask(page, start, "行政审批", "&kind=制度&topic=综合政务")
    assert count == 1


@either
def test_typing_pasting_and_composing(page: Page, start: str) -> None:
    page.goto(start)
    box = page.get_by_role("searchbox", name="检索词")
    box.press_sequentially("实施方案", delay=20)
    page.wait_for_url(f"**q={quote('实施方案')}*")
    count, _ = answer(page)
    assert count > 1
    page.evaluate("""() => {
      const box = document.getElementById('query');
      box.value = '加装电梯';
      box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    }""")
    expect(page.locator("[data-id]")).not_to_have_count(min(count, 20))
    expect(page.locator("mark").first).to_have_text("加装电梯")
    client = page.context.new_cdp_session(page)
    box.fill("")
    expect(page.locator("[data-id]")).to_have_count(0)
    client.send(
        "Input.imeSetComposition", {"text": "tong zhi", "selectionStart": 8, "selectionEnd": 8}
    )
    page.wait_for_timeout(500)
    assert page.locator("[data-count]").count() == 0
    client.send("Input.insertText", {"text": "通知"})
    assert answer(page)[0] > 1


@either
def test_filters_are_in_the_address(page: Page, start: str, real_archive: Archive) -> None:
    count, _ = ask(page, start, "通知")
    panel = page.locator("#facets")
    year = panel.get_by_role("group", name="年份").get_by_label("2017年")
    year.check()
    expect(page.locator("[data-count]")).not_to_have_text(str(count))
    fewer, ids = answer(page)
    dates = {record.id: record.document.date or "" for record in real_archive.documents}
    assert all(dates[id_].startswith("2017") for id_ in ids)
    assert parse_qs(urlsplit(page.url).query)["year"] == ["2017"]
    assert page.locator(":focus").get_attribute("value") == "2017"
    page.reload()
    assert answer(page) == (fewer, ids)
    page.go_back()
    expect(page.locator("[data-count]")).to_have_text(str(count))
    within, ids = ask(page, start, "通知", "&from=2020-08-01&until=2020-08-31")
    assert within == len(ids) > 0
    assert all("2020-08-01" <= dates[id_] <= "2020-08-31" for id_ in ids)


@either
def test_no_result_says_what_is_missing(page: Page, start: str) -> None:
    count, _ = ask(page, start, "通知 饕餮盛宴")
    assert count == 0
    expect(page.locator("#results")).to_contain_text("没有文件含有“饕餮盛宴”")
    page.get_by_role("link", name="通知", exact=True).click()
    assert answer(page)[0] > 1
    ask(page, start, "朔政办发〔2020〕999号")
    expect(page.locator("#results")).to_contain_text("相近的文号")


@pytest.mark.matrix(2)
@pytest.mark.parametrize(
    ("query", "serials"),
    [
        ("朔政办发〔2020〕99号", [41, 39, 37]),
        ("朔政办发〔2020〕38号", [37, 39, 36, 35, 41]),
    ],
)
def test_the_nearest_numbers_are_offered(
    page: Page, start: str, query: str, serials: list[int]
) -> None:
    ask(page, start, query)
    offered = page.locator("#results li li", has_text="相近的文号").locator("a")
    expect(offered.first).to_be_visible()
    numbers = [text.split("　")[0] for text in offered.all_inner_texts()]
    assert numbers[: len(serials)] == [f"朔政办发〔2020〕{serial}号" for serial in serials]


@either
def test_a_number_is_found_by_its_prefix_and_serial_number(page: Page, start: str) -> None:
    ask(page, start, "朔政办发32")
    expect(page.locator("[data-id]").first).to_contain_text("朔政办发〔2020〕32号")
    assert ask(page, start, "朔政办发99")[0] == 0
    expect(page.locator("#results")).to_contain_text("相近的文号：朔政办发〔2020〕41号")


def test_a_result_leads_to_the_place_and_marks_it(page: Page, start: str) -> None:
    ask(page, start, "加强组织领导")
    link = page.locator("[data-id] .place").first
    label = link.inner_text()
    link.click()
    expect(page.locator("mark.found").first).to_have_text("加强组织领导")
    anchor = page.locator(f"[id='{urlsplit(page.url).fragment}']")
    assert fold(label.split("。")[0].split()[0]) in fold(anchor.inner_text())
    expect(anchor).to_be_in_viewport()
    marked = page.locator("#content .text").inner_text()
    page.get_by_role("button", name="取消标示").click()
    expect(page.locator("mark.found")).to_have_count(0)
    assert page.locator("#content .text").inner_text() == marked
    assert "hl=" not in page.url


@pytest.mark.matrix(2)
@pytest.mark.parametrize(
    ("query", "word"), [("養老", "养老"), ("朔政办发2020 32", "朔政办发〔2020〕32号")]
)
def test_what_was_typed_otherwise_is_marked_as_printed(
    page: Page, start: str, query: str, word: str
) -> None:
    ask(page, start, query)
    page.locator("[data-id] h2 a").first.click()
    expect(page.locator("mark.found", has_text=word).first).to_be_visible()
    expect(page.get_by_role("button", name="取消标示")).to_be_visible()


def test_suggestions_by_keyboard(page: Page, start: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(start.replace("search/", "about/").replace("search.html", "about.html"))
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="检索词")
    expect(box).to_be_focused()
    page.keyboard.type("朔政办发2020 32")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("朔政办发〔2020〕32号")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == option.get_attribute("id")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.type("号")
    expect(option).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("加装电梯")


def test_enter_leads_to_the_results(page: Page, start: str) -> None:
    page.goto(start.replace("search/", "").replace("search.html", "index.html"))
    page.get_by_role("searchbox", name="检索词").last.click()
    page.keyboard.type("加装电梯")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**q=*")
    assert answer(page)[0] >= 1


@either
def test_results_fit_a_narrow_screen(page: Page, start: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    ask(page, start, "加强组织领导")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_has_a_box(
    watch: Watch, address: str, some_kinds: dict[str, str], width: int
) -> None:
    page = watch.page
    page.set_viewport_size({"width": width, "height": 700})
    for kind, uri in some_kinds.items():
        page.goto(address + uri)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, kind
        page.keyboard.press("/")
        box = page.locator("input[type=search]:focus")
        expect(box).to_be_visible()
        edges = box.bounding_box()
        assert edges, kind
        assert edges["x"] >= 0, kind
        assert edges["x"] + edges["width"] <= width, kind
    page.keyboard.type("农村公路")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert answer(page)[0] >= 1
    assert watch.complaints == []


def test_suggestions_wait_for_the_input_method(watch: Watch, address: str) -> None:
    page = watch.page
    page.goto(f"{address}about/")
    page.locator("#head-query").click()
    expect(page.get_by_role("combobox", name="检索词")).to_be_focused()
    client = page.context.new_cdp_session(page)
    client.send(
        "Input.imeSetComposition", {"text": "nong cun", "selectionStart": 8, "selectionEnd": 8}
    )
    page.wait_for_timeout(500)
    assert not [url for url in watch.requests if "data/search/" in url]
    client.send("Input.insertText", {"text": "农村公路"})
    expect(page.get_by_role("option").first).to_contain_text("农村公路")


@pytest.mark.parametrize(("typed", "word"), [("養老", "养老"), ("淄川區", "淄川区")])
def test_traditional_characters_are_suggested_for(
    watch: Watch, address: str, typed: str, word: str
) -> None:
    watch.page.goto(f"{address}about/")
    watch.page.locator("#head-query").fill(typed)
    expect(watch.page.get_by_role("option").first).to_contain_text(word)
    assert watch.complaints == []


def test_every_filter_keeps_what_it_names(
    watch: Watch, address: str, real_archive: Archive
) -> None:
    gazettes = {record.id: record for record in real_archive.publications}
    reads: dict[str, Callable[[DocumentRecord], str]] = {
        "gazette": lambda record: gazettes[record.id.split("/")[0]].title,
        "region": lambda record: gazettes[record.id.split("/")[0]].region or "",
        **FACETS,
    }
    watch.page.clock.set_fixed_time(datetime(2017, 1, 1, tzinfo=UTC))  # no printed term has ended
    found = Oracle(real_archive).find_blindly("实施")
    records = [record for record in real_archive.documents if record.id in found]
    for name, read in reads.items():
        values = Counter(value for record in records for value in read(record).split("|") if value)
        value, count = values.most_common()[-1]
        wanted = {record.id for record in records if value in read(record).split("|")}
        assert (
            ask(watch.page, f"{address}search/", "实施", f"&{name}={quote(value)}")[0] == count
        ), name
        assert {
            str(item.get_attribute("data-id")) for item in watch.page.locator("[data-id]").all()
        } == wanted
        box = watch.page.locator(f"#facets input[name={name}][value='{value}']")
        expect(box).to_be_checked()
        expect(box.locator("xpath=..").locator(".facet-count")).to_have_text(str(count))
    assert watch.complaints == []


@either
def test_every_example_of_the_help_finds_something(page: Page, start: str) -> None:
    help_page = start.replace("search/", "help/").replace("search.html", "help.html")
    page.goto(help_page)
    links = [
        str(link.evaluate("link => link.href"))
        for link in page.locator("#content a[href*='?q=']").all()
    ]
    assert len(links) >= 6
    for link in links:
        page.goto(link)
        assert answer(page)[0] > 0, link


@either
def test_the_state_of_documents_is_that_of_the_gazettes_held(page: Page, start: str) -> None:
    ask(page, start, "有效期")
    expect(page.locator("#facets legend", has_text="时效")).to_have_text(
        "时效（依本库所收各公报判断）"
    )


@either
def test_filters_are_taken_away_at_once(page: Page, start: str) -> None:
    everything, _ = ask(page, start, "通知")
    count, ids = ask(page, start, "通知", "&year=1901")
    assert (count, ids) == (0, [])
    expect(page.locator("#search-status")).to_contain_text(f"不计筛选条件，共{everything}件")
    page.get_by_role("button", name="清除筛选").click()
    assert answer(page)[0] == everything
    assert "year" not in page.url


@either
def test_filters_stay_when_the_words_change(page: Page, start: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    ask(page, start, "通知", "&year=2021")
    page.locator("#query").fill("加装电梯")
    page.wait_for_url(f"**q={quote('加装电梯')}&year=2021")
    expect(page.locator("#search-status")).to_contain_text("找到文件0件；不计筛选条件，共")
    expect(page.locator("#filters summary")).to_have_text("筛选（已选1项）")
    page.get_by_label("2021年").click()
    expect(page.locator("[data-count]")).not_to_have_text("0")
    expect(page.locator("#filters summary")).to_be_focused()


def test_nothing_is_loaded_before_a_box_is_used(watch: Watch, address: str) -> None:
    for place in ("", "about/", "search/", "archive/"):
        watch.page.goto(address + place)
        watch.page.wait_for_load_state("networkidle")
    assert not [url for url in watch.requests if "search-" in url or "data/search" in url]


def test_a_strict_policy_forbids_nothing(watch: Watch, strict_address: str) -> None:
    watch.page.goto(strict_address)
    ask(watch.page, f"{strict_address}search/", "加强组织领导")
    watch.page.locator("[data-id] a").first.click()
    expect(watch.page.locator("mark.found").first).to_be_visible()
    assert watch.complaints == []


def test_without_scripts_the_box_is_a_link_to_the_registers(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for place in ("", "about/", "search/"):
        page.goto(address + place)
        assert not any(box.is_visible() for box in page.locator("input[type=search]").all())
        assert page.get_by_role("link", name="名录").first.is_visible()
    context.close()


SOME = 300
"""Documents of an archive that is too large to prove every result before it is shown."""


@pytest.fixture(scope="module")
def some(
    site: Path, real_archive: Archive, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Archive]:
    """The site with the index of some synthetic documents, and these."""
    folder = tmp_path_factory.mktemp("some") / "site"
    shutil.copytree(site, folder)
    write_index(SOME, folder)
    return folder, synthetic_archive(real_archive, SOME)


def test_counts_become_exact_after_the_answer(
    chromium: Browser, some: tuple[Path, Archive]
) -> None:
    folder, archive = some
    oracle = Oracle(archive)
    doubted = [query for query in oracle.fragments(seed=4, count=150, longest=6) if len(query) > 2]
    watch = Watch(chromium.new_page())
    with served(folder) as address:
        page = watch.page
        ask(page, f"{address}search/", "工作")
        expect(page.locator("[data-count]")).to_have_attribute("data-exact", "true")
        settled = page.evaluate(SETTLE, doubted)
        right = [
            set(ids) == oracle.find_blindly(query)
            for query, (ids, _) in zip(doubted, settled, strict=True)
        ]
        assert all(is_right for is_right, (_, exact) in zip(right, settled, strict=True) if exact)
        assert sum(exact for _, exact in settled) >= 0.8 * len(doubted)
        at_once = page.evaluate(FIND, doubted)
        wrong = [
            query
            for query, (ids, _), (then, exact) in zip(doubted, at_once, settled, strict=True)
            if len(then) < len(ids) and exact
        ]
        for query in wrong[:3]:
            ask(page, f"{address}search/", query)
            expect(page.locator("[data-count]")).to_have_attribute("data-exact", "true")
            expect(page.locator("[data-count]")).to_have_text(str(len(oracle.find_blindly(query))))
            assert set(answer(page)[1]) <= oracle.find_blindly(query)
    assert wrong
    assert watch.complaints == []
    watch.page.close()


def test_a_dear_count_is_made_exact_when_asked_for(
    chromium: Browser, some: tuple[Path, Archive]
) -> None:
    folder, archive = some
    true = Oracle(archive).find_blindly("人民政府")
    page = chromium.new_page()
    with served(folder) as address:
        ask(page, f"{address}search/", "人民政府")
        page.wait_for_timeout(1500)
        expect(page.locator("#search-status")).to_contain_text("约")
        page.get_by_role("button", name="逐件核对").click()
        expect(page.locator("[data-count]")).to_have_attribute("data-exact", "true")
        expect(page.locator("[data-count]")).to_have_text(str(len(true)))
        expect(page.locator("#search-status")).to_be_focused()
        assert "约" not in page.locator("#search-status").inner_text()
    page.close()


@pytest.mark.release
def test_a_large_archive_stays_small_to_its_readers(
    chromium: Browser, site: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        built = alone.submit(write_index, LARGE, folder).result()
    assert built["index"] / LARGE <= 6600
    first, then = [], []
    with served(folder) as address:
        for query in (
            "加强组织领导 通知",
            "乙政发2021 17",
            "既有住宅加装电梯",
            "医疗机构",
            "农村公路管理养护",
        ):
            page = chromium.new_context().new_page()
            meter = Meter(page, folder)
            count, ids = ask(page, f"{address}search/", query)
            first.append(meter.loaded)
            assert len(ids) == min(count, 20)
            meter.loaded = 0
            page.get_by_role("searchbox").fill("城乡居民基本医疗保险")
            wait_until(page, "location.search.includes(encodeURIComponent('城乡'))")
            answer(page)
            then.append(meter.loaded)
            page.context.close()
    assert statistics.median(first) <= 115_000
    assert max(first) <= 250_000
    assert statistics.median(then) <= 95_000
