"""What the search answers where words alone find nothing: each sentence of it in a real Chromium."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.model import Archive
from tests.search.asked_items import asked_items
from tests.search.bench import wait_until
from tests.site.searching import search_address, silent_page

pytestmark = pytest.mark.browser

FIRST_RIGHT, AMONG_FIVE = 0.98, 0.995
"""Shares of the queries that have the right document first, and among the first five."""
DONE = "document.querySelector('[data-count]') && (document.querySelector('.hints, #results h2'))"
ANSWER = """async (queries) => {
  const search = gongbaoSearch;
  await gongbaoTools.load(["search-ways.js", "search-near.js"]);
  const manifest = await search.manifest();
  const answers = [];
  for (const query of queries) {
    const { order } = await search.find(query);
    const documents = order.length ? order.map((item) => item.document) : (await search.nearest(query)).documents;
    answers.push(documents.map((document) => search.idOf(manifest, document)));
  }
  return answers;
}"""


@pytest.fixture(params=["site", "bundle"])
def start(request: pytest.FixtureRequest) -> str:
    """Address of the search page, on a server and on a disk."""
    return search_address(request)


@pytest.fixture
def page(chromium: Browser, start: str) -> Iterator[Page]:
    """A fresh page that complains of nothing."""
    with silent_page(chromium, start) as page:
        yield page


def ask(page: Page, start: str, query: str) -> list[str]:
    """The ids of the documents that are near, once the page has an answer."""
    page.goto(f"{start}?q={quote(query)}")
    wait_until(page, DONE)
    near = page.locator("[data-near]").all()
    return [str(item.get_attribute("data-near")) for item in near]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("怎么办理不动产登记", "不动产登记"),
        ("加装电梯补贴", "加装电梯"),
        ("失地农民养老保险", "养老保险"),
        ("3歲以下嬰幼兒怎么照护吗", "婴幼儿照护"),
    ],
)
def test_documents_that_are_near_are_listed_and_said_to_be(
    page: Page, start: str, query: str, title: str
) -> None:
    assert ask(page, start, query)
    said = re.compile("没有完全符合的文件；以下\\d+件与所查内容相近。")
    status = page.get_by_role("status").filter(has_text="找到文件0件")
    expect(status).to_contain_text(said)
    expect(page.locator(".near-said")).to_have_text(said)
    first = page.locator("[data-near]").first
    expect(first.locator("h2 a")).to_contain_text(title)
    expect(first.locator("mark").first).to_be_visible()


def test_a_word_that_was_meant_is_offered(page: Page, start: str) -> None:
    ask(page, start, "加装店梯 通知")
    expect(page.locator(".hints")).to_contain_text("没有文件含有“加装店梯”。")
    expect(page.locator(".meant")).to_have_text("您是不是要找“加装电梯 通知”？")
    ask(page, start, "加装店梯")
    page.keyboard.press("Tab")
    page.locator(".meant a").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-id] mark").first).to_have_text("加装电梯")


def test_a_piece_of_a_word_and_another_number_are_not_what_was_meant(
    page: Page, start: str
) -> None:
    for query in ("民法典", "20个工作日"):
        ask(page, start, query)
        expect(page.locator(".meant")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('"六稳六保"', "没有文件原样含有“六稳六保”。"),
        ('"加装电梯 补贴"', "没有文件原样含有“加装电梯 补贴”。"),
        ('"加装 补贴" 饕餮', "没有文件原样含有“加装 补贴”。"),
        ("国办发2020 23", "没有文件含有“国办发2020 23”。"),
    ],
)
def test_a_phrase_and_a_number_are_missing_as_a_whole(
    page: Page, start: str, query: str, said: str
) -> None:
    ask(page, start, query)
    expect(page.locator(".hints li").first).to_have_text(said)
    expect(page.locator(".hints")).not_to_contain_text("去掉")


@pytest.mark.parametrize("query", ["朔州市人民政府公报", "朔州公报", "shuozhou"])
def test_a_gazette_that_is_named_is_led_to(page: Page, start: str, query: str) -> None:
    ask(page, start, query)
    ways = page.locator("#ways")
    expect(ways).to_contain_text("本库收有此种公报：")
    ways.get_by_role("link", name="朔州市人民政府公报", exact=True).click()
    expect(page.locator("h1")).to_have_text("朔州市人民政府公报")


def test_what_shares_nothing_is_not_said_to_be_near(page: Page, start: str) -> None:
    assert ask(page, start, "饕餮盛宴") == []
    expect(page.locator("#search-status")).to_have_text("找到文件0件。")
    expect(page.locator(".hints")).to_contain_text("没有文件含有“饕餮盛宴”。")


@pytest.mark.parametrize(
    ("query", "meant", "gazette"),
    [
        ("jzdt", "加装电梯", "shuozhou"),
        ("jiazhuangdianti", "加装电梯", "shuozhou"),
        ("jiā zhuāng diàn tī", "加装电梯", "shuozhou"),
        ("shuozhou", "朔州", "shuozhou"),
        ("Zichuan", "淄川", "zichuan"),
    ],
)
def test_letters_are_read_as_sounds(
    page: Page, start: str, query: str, meant: str, gazette: str
) -> None:
    near = ask(page, start, query)
    assert near
    assert all(id_.startswith(f"{gazette}/") for id_ in near)
    expect(page.locator("#search-status")).to_contain_text("按拼音查得以下")
    expect(page.locator(".meant").first).to_have_text(f"您是不是要找“{meant}”？")


def test_numbers_are_looked_up_in_both_writings(page: Page, start: str) -> None:
    assert ask(page, start, "三岁以下婴幼儿")
    expect(page.locator(".meant")).to_have_text("您是不是要找“3岁以下婴幼儿”？")
    ask(page, start, "第15条")
    expect(page.locator(".meant")).to_contain_text("第十五条")


@pytest.mark.parametrize(
    "query",
    ["2020-08-13", "2020.8.13", "2020/8/13", "二〇二〇年八月十三日", "2020年08月13日", "２０２０年８月１３日"],
)  # fmt: skip
def test_a_date_leads_to_the_documents_of_that_day(
    page: Page, start: str, query: str, real_archive: Archive
) -> None:
    ask(page, start, query)
    of_day = {one.id for one in real_archive.documents if one.day == "2020-08-13"}
    ways = page.locator("#ways")
    expect(ways).to_contain_text(f"成文日期为2020年8月13日的文件共{len(of_day)}件：")
    first = page.locator("[data-id]").first.get_attribute("data-id")
    assert first in of_day
    ways.get_by_role("link", name=f"只列出这{len(of_day)}件").click()
    expect(page.locator("[data-count]")).to_have_text(str(len(of_day)))
    given = parse_qs(urlsplit(page.url).query)
    assert (given["from"], given["until"]) == (["2020-08-13"], ["2020-08-13"])


def test_a_month_and_a_day_of_publication_lead_on(page: Page, start: str) -> None:
    ask(page, start, "2020年8月")
    expect(page.locator("#ways")).to_contain_text("成文日期为2020年8月的文件共4件：")
    ask(page, start, "2021.9.30")
    ways = page.locator("#ways")
    expect(ways).to_contain_text("本库没有成文日期为2021年9月30日的文件。")
    expect(ways).to_contain_text("2021年9月30日出版的公报：")
    expect(ways.get_by_role("link")).to_have_text("市中区人民政府公报2021年第5期")


@pytest.mark.parametrize(
    ("query", "issue"),
    [
        ("公报2020年第3期", "朔州市人民政府公报2020年第3期"),
        ("总第20期", "市中区人民政府公报2021年第5期"),
        ("淄川 2021 第4期", "淄川区人民政府公报2021年第4期"),
        ("2021年第4期", "淄川区人民政府公报2021年第4期"),
        ("淄川区人民政府公报2021年第四期", "淄川区人民政府公报2021年第4期"),
    ],
)
def test_an_issue_is_led_to(page: Page, start: str, query: str, issue: str) -> None:
    ask(page, start, query)
    page.locator("#ways").get_by_role("link", name=issue, exact=True).click()
    expect(page.locator("h1")).to_contain_text("期")
    expect(page.locator("body.kind-issue")).to_be_visible()


def test_an_issue_that_is_not_held_is_said_to_be_absent(page: Page, start: str) -> None:
    ask(page, start, "淄川 2021 第9期")
    expect(page.locator("#ways")).to_have_text("本库没有收录此期公报。")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("中华人民共和国外商投资法", "本库未收《中华人民共和国外商投资法》，引用它的文件有2件。"),
        ("《外商投资法》", "本库未收《中华人民共和国外商投资法》，引用它的文件有2件。"),
        ("鲁政办发2020 16", "鲁政办发〔2020〕16号，引用它的文件有2件。"),
    ],
)
def test_what_is_cited_and_not_held_leads_to_its_entry(
    page: Page, start: str, query: str, said: str
) -> None:
    ask(page, start, query)
    ways = page.locator("#ways")
    expect(ways).to_contain_text(said)
    page.locator("#ways a").last.click()
    expect(page.locator("[data-id]").first).to_be_visible()
    ask(page, start, query)
    ways.get_by_role("link").first.click()
    anchor = urlsplit(page.url).fragment
    expect(page.locator(f"[id='{anchor}']")).to_be_visible()


def test_what_is_held_is_never_said_to_be_absent(
    page: Page, start: str, real_archive: Archive
) -> None:
    for record in real_archive.documents[::8]:
        for query in filter(None, (record.document.number, record.document.title)):
            ask(page, start, query)
            expect(page.locator("#ways")).not_to_contain_text("未收")


def test_the_right_document_comes_first(page: Page, start: str, real_archive: Archive) -> None:
    drawn = asked_items(real_archive, seed=5, each=25)
    queries = [query for of in drawn.values() for query in of]
    assert len(queries) >= 250
    ask(page, start, "通知")
    answers = page.evaluate(ANSWER, [text for text, _ in queries])
    pairs = list(zip(queries, answers, strict=True))
    later = [text for (text, id_), ids in pairs if ids[:1] != [id_]]
    absent = [text for (text, id_), ids in pairs if id_ not in ids[:5]]
    assert len(later) <= (1 - FIRST_RIGHT) * len(queries), later
    assert len(absent) <= (1 - AMONG_FIVE) * len(queries), absent
    assert [text for (text, _), ids in pairs if not ids] == []
