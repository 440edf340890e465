"""What documents issue and what they are about, in the lists and on their pages, against the samples read by eye."""

import pytest
from bs4 import BeautifulSoup

from generator.model import Archive, DocumentRecord, Topic
from generator.pages import build_pages
from generator.pages.index.feed_places import followed_names
from generator.pages.index.indexes import make_register, make_registers
from generator.pages.index.topic_basis import say_basis
from generator.pages.lists.kind_list import kind_pages
from generator.pages.lists.topic_list import topic_pages
from tests.pages.rendering import Pages, Render
from tests.pages.small import archive, document, issue


@pytest.fixture(scope="module")
def real_pages(real_archive: Archive) -> Pages:
    registers = make_registers(real_archive)
    return {page.uri: page for build in (kind_pages, topic_pages) for page in build(registers)}


def rows(soup: BeautifulSoup) -> list[list[str]]:
    """The cells of all rows of a page."""
    return [
        [cell.get_text() for cell in row.find_all(["th", "td"])]
        for body in soup.find_all("tbody")
        for row in body.find_all("tr")
    ]


def test_kinds_are_counted_with_the_instruments_that_notices_issue(
    render: Render, real_pages: Pages
) -> None:
    counts = [row[:2] for row in rows(render(real_pages["archive/kinds/index.md"].text))]
    assert counts == [
        ["通知", "32"], ["方案", "13"], ["办法", "12"], ["意见", "10"], ["规定", "2"],
        ["制度", "1"], ["安排", "1"], ["规划", "1"], ["通报", "1"],
    ]  # fmt: skip


def test_each_instrument_is_an_entry_that_leads_to_its_text(
    render: Render, real_pages: Pages
) -> None:
    listed = render(real_pages["archive/kinds/办法.md"].text)
    of_one = [cell for cell in listed.select("tbody th") if "等八项制度的通知" in cell.get_text()]
    assert len(of_one) == 7
    instrument, source = of_one[0].find_all("a")
    assert instrument.get_text() == "《朔州市行政审批中介服务管理办法(试行)》"
    assert instrument["href"] == "../shuozhou/2020/3/5.md#enc-1"
    assert source["href"] == "../shuozhou/2020/3/5.md"
    assert of_one[0].get_text().endswith("的通知印发）")
    by_itself = "朔州市人民政府办公室关于对被征地农民实行基本养老保险补贴的实施办法"
    assert by_itself in [row[0] for row in rows(listed)]


def test_a_notice_stays_among_notices(render: Render, real_pages: Pages) -> None:
    titles = [row[0] for row in rows(render(real_pages["archive/kinds/通知.md"].text))]
    assert len(titles) == 32
    assert all(title.endswith("通知") for title in titles)


def test_classes_are_in_the_order_of_the_catalogue(render: Render, real_pages: Pages) -> None:
    overview = render(real_pages["archive/topics/index.md"].text)
    counts = [row[:2] for row in rows(overview)]
    assert counts[:3] == [
        ["综合政务", "13"], ["国民经济管理、国有资产监管", "4"], ["财政、金融、审计", "1"],
    ]  # fmt: skip
    assert counts[-1] == ["民政、扶贫、救灾", "2"]
    assert "未归类的文件有1件。" in overview.get_text()
    assert overview.find("a", string="综合政务")["href"] == "general-affairs.md"


def test_a_class_says_which_words_decided(render: Render, real_pages: Pages) -> None:
    listed = rows(render(real_pages["archive/topics/construction-environment.md"].text))
    assert [row[4] for row in listed] == [
        "按标题归类：市容",
        "按标题归类：住宅、加装电梯",
        "按标题归类：土壤污染",
    ]


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("subjects", "按主题词归类：财政"),
        ("publication", "按栏目归类：财政"),
        ("title", "按标题归类：财政"),
    ],
)
def test_what_decided_is_said(by: str, said: str) -> None:
    assert say_basis(Topic("finance", "财政、金融、审计", by, ("财政",))) == said  # type: ignore[arg-type]


def test_an_archive_of_which_nothing_is_classed_says_so() -> None:
    held = make_registers(archive(issue(1, document(1))))
    (overview,) = topic_pages(held)
    assert "尚无文件归类。" in overview.text


def test_kinds_that_only_instruments_have_are_not_followed(real_archive: Archive) -> None:
    documents: tuple[DocumentRecord, ...] = real_archive.documents
    register = make_register("kinds", documents)
    assert set(followed_names(register)) == {"通知", "意见", "办法", "通报"}


def test_the_page_of_a_document_leads_to_what_it_issues_and_to_its_class(
    render: Render, real_archive: Archive
) -> None:
    pages = {page.uri: page for page in build_pages(real_archive)}
    soup = render(pages["archive/shuozhou/2020/3/5.md"].text)
    values = soup.find("dt", string="印发文件").find_next_siblings("dd")[:8]
    assert [value.a["href"] for value in values] == [f"#enc-{nth}" for nth in range(1, 9)]
    assert values[1].get_text() == "《朔州市行政审批重要事项联席会议制度》（制度）"
    assert all(soup.find(id=f"enc-{nth}") for nth in range(1, 9))
    topic = soup.find("dt", string="主题分类").find_next_sibling("dd")
    assert topic.get_text() == "综合政务（按标题归类：行政审批）"
    assert topic.a["href"] == "../../../topics/general-affairs.md"
