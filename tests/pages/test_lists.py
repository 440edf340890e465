"""Home page and lists: how many they show, in which order, and what they leave out."""

import re

import pytest

from generator.link import date_archive
from generator.model import Archive, Citation, Coverage, Effective, Part, PublicationRecord, Table
from generator.pages import pages_of_archive
from generator.pages.home import home_pages
from generator.pages.index import indexes
from generator.pages.index.indexes import make_registers
from generator.pages.lists.five_lists import issuer_pages, newest_year_first, number_pages
from generator.pages.lists.gazette_list import gazettes_pages, years_of
from generator.pages.lists.holding_list import holding_pages
from generator.pages.lists.region_list import region_pages, steps_of
from generator.pages.lists.table_pages import table_pages
from generator.pages.lists.validity_list import validity_pages
from generator.pages.pictures.picture import picture_pages
from generator.words.say import say, speaking
from tests.fixtures.dated import date_on
from tests.fixtures.demo_archive import demo_archive
from tests.pages.rendering import piped
from tests.pages.small import archive, document, issue


def links(text: str, heading: str) -> list[str]:
    """The labels of the links between a heading and the next."""
    below = re.split(r"\n#+ ", text.partition(f" {heading} ")[2])[0]
    return re.findall(r"\[([^\]]*)\]\(", below)


def home(made: Archive) -> str:
    (page,) = home_pages(make_registers(made))
    return page.text


def test_the_home_page_shows_the_newest_and_the_largest_of_everything() -> None:
    issuers = [f"机关{nth:02}" for nth in range(9)]
    documents = [
        document(nth, issuer=issuers[min(nth, 8)], kind="通知", date=f"{2000 + nth}-01-01")
        for nth in range(1, 14)
    ]
    documents += [document(nth, issuer=issuers[0], kind="函") for nth in range(14, 16)]
    issues = [issue(7 - nth, year=2020) for nth in range(6)]
    text = home(archive(*issues, issue(1, *documents, year=2019)))
    newest = [re.sub("<[^>]+>", "", label) for label in links(text, "最新公报")]
    assert newest == [f"yunxi公报2020年第{nth}期" for nth in range(7, 1, -1)]
    newest = [label for label in links(text, "最新文件") if label.startswith("通知")]
    assert newest == [f"通知{nth}" for nth in range(13, 3, -1)]
    years = [f"{year}年" for year in range(2013, 2005, -1)]
    assert links(text, "按年份") == [*years, "全部年份"]
    assert links(text, "按发文机关") == [issuers[8], issuers[0], *issuers[1:7], "全部发文机关"]
    assert links(text, "按文种") == ["通知", "函"]
    assert links(text, "各年文件数") == [f"{year}年" for year in range(2002, 2014)]
    assert links(text, "各发文机关文件数") == [issuers[8], issuers[0], *issuers[1:7]]


def test_eight_names_need_no_link_to_all() -> None:
    documents = [document(nth, issuer=f"机关{nth}") for nth in range(1, 9)]
    assert len(links(home(archive(issue(1, *documents))), "按发文机关")) == 8


@pytest.mark.parametrize(("words", "shown"), [(9_999, "9,999字"), (10_000, "1.0万字")])
def test_ten_thousand_characters_are_counted_in_wan(words: int, shown: str) -> None:
    assert f":   {shown}\n" in home(archive(issue(1, document(1), words=words)))


@pytest.mark.parametrize(
    ("years", "period"), [((2020,), "2020年"), ((2021, 2017, 2019), "2017—2021年")]
)
def test_the_years_of_an_archive(years: tuple[int, ...], period: str) -> None:
    made = archive(*(issue(1, year=year) for year in years))
    assert f"年份\n:   {period}\n" in home(made)
    assert years_of(make_registers(made), "yunxi") == period.removesuffix("年")


def test_an_archive_without_dates_has_no_statistics() -> None:
    text = home(archive(issue(1, document(1))))
    assert "文件统计" not in text
    assert "最新文件" not in text
    assert "文件统计" in home(archive(issue(1, document(1, issuer="甲局"))))


def test_the_years_are_in_the_order_of_time() -> None:
    dates = ("2019-01-01", "2021-01-01", "2020-01-01", "2020-02-01", None)
    documents = [document(nth, date=date) for nth, date in enumerate(dates, 1)]
    register = make_registers(archive(issue(1, *documents))).years
    assert list(register.documents) == ["2020", "2019", "2021", "undated"]
    assert list(newest_year_first(register).documents) == ["2021", "2020", "2019", "undated"]


def test_numbers_are_ordered_by_year_and_serial_and_what_was_misread_comes_last() -> None:
    numbers = ["〔2019〕2号", "〔2020〕10号", "〔2020〕9号", "〔2202〕1号", "〔2019〕1号"]
    documents = [
        document(nth, number=f"云政发{number}", date="2020-05-01")
        for nth, number in enumerate(numbers, 1)
    ]
    pages = {
        page.uri: page.text for page in number_pages(make_registers(archive(issue(1, *documents))))
    }
    shown = re.findall(
        r"\n\| <span[^>]*>\[云政发(〔.*?号)\]", piped(pages["archive/numbers/云政发.md"])
    )
    assert shown == ["〔2020〕9号", "〔2020〕10号", "〔2019〕1号", "〔2019〕2号", "〔2202〕1号"]


def test_gazettes_are_ordered_by_region_and_title() -> None:
    gazettes = (
        PublicationRecord("c", "丙公报", "浙江省杭州市"),
        PublicationRecord("a", "乙公报", "浙江省"),
        PublicationRecord("b", "甲公报", "浙江省杭州市西湖区"),
        PublicationRecord("d", "丁公报"),
        PublicationRecord("e", "丁公报", "浙江省杭州市"),
    )
    registers = make_registers(Archive(gazettes))
    (listed,) = gazettes_pages(registers)
    assert re.findall(r"\n\| \[(.公报)\]\((.)/", piped(listed.text)) == [
        ("丁公报", "d"), ("乙公报", "a"), ("丁公报", "e"), ("丙公报", "c"), ("甲公报", "b"),
    ]  # fmt: skip
    assert [steps_of(record) for record in gazettes] == [
        ("浙江省", "杭州市", ""),
        ("浙江省", "", ""),
        ("浙江省", "杭州市", "西湖区"),
        ("地区未详", "", ""),
        ("浙江省", "杭州市", ""),
    ]
    (by_region,) = region_pages(registers)
    assert re.findall(r"\n## (\S+) \{#g-(p\d)\}", by_region.text) == [
        ("地区未详", "p1"),
        ("浙江省", "p2"),
    ]


def test_terms_are_listed_by_the_month_in_which_they_end() -> None:
    terms = ["2022-05-31", "2021-02-31", "长期", None, "2022-06-01"]
    documents = [
        document(nth, effective=Effective("2020-01-01", until))
        for nth, until in enumerate(terms, 1)
    ]
    pending = document(6, effective=Effective("2030-01-01"))
    made = date_on(archive(issue(1, *documents, pending)), "2021-06-01")
    (page,) = validity_pages(make_registers(made))
    assert re.findall(r"\n## (\S+) \{#g-(\S+)\}", page.text) == [
        ("截至所收最新一期尚未施行", "pending"),
        ("2022年6月到期", "2022-06"),
        ("2022年5月到期", "2022-05"),
        ("2021年2月到期", "2021-02"),
        ("期限另有所载", "other"),
    ]
    assert page.text.count("历法中没有此日") == 2
    assert "其余1件未见失效记载" in page.text


def test_the_register_of_validity_leads_to_how_far_each_gazette_is_held() -> None:
    ending = document(1, effective=Effective("2016-01-01", "2019-05-31"))
    issues = (issue(1, ending, document(2)), issue(11, ending, gazette="fengshan"))
    held = {"yunxi": Coverage("2021-06-01", 1), "fengshan": Coverage("2017-12", 1)}
    (page,) = validity_pages(make_registers(date_archive(archive(*issues), held)))
    rows = re.findall(r"(?m)^\| \[.*", piped(page.text))
    assert [
        re.sub(r".*\| (.*) \| (.*) \|$", r"\1 \2", re.sub("<[^>]*>", "", row)) for row in rows
    ] == [
        "已过有效期 [yunxi公报](../yunxi/index.md#coverage)",
        "未过有效期 [fengshan公报](../fengshan/index.md#coverage)",
    ]
    assert "见各行末栏所指公报页面" in page.text
    assert "截至各公报所收最新一期的日期，其余1件未见失效记载" in page.text
    assert re.findall(r"截至\d+年", page.text) == []


def test_a_repeal_that_is_to_come_is_no_silence() -> None:
    repeals = Citation(title="通知1", relation="repeals", target="yunxi/2020/1/1")
    repealing = document(2, title="决定", date="2021-06-02", citations=(repeals,))
    made = date_on(archive(issue(1, document(1), repealing, document(3))), "2021-06-01")
    (page,) = validity_pages(make_registers(made))
    assert re.findall(r"\n## (\S+) \{#g-(\S+)\}", page.text) == [("已定废止日期", "to-be-repealed")]
    (row,) = re.findall(r"(?m)^\| \[通知1.*", piped(page.text))
    assert "自2021年6月2日起被《决定》废止" in re.sub(r"<[^>]*>|\[|\]\([^)]*\)", "", row)
    assert "其余2件未见失效记载" in page.text


@pytest.mark.parametrize(
    ("silent", "said"), [(1, "the other 1 document."), (2, "the other 2 documents.")]
)
def test_how_many_documents_the_register_of_validity_is_silent_about(
    silent: int, said: str
) -> None:
    documents = [document(nth) for nth in range(1, silent + 1)]
    ending = document(9, effective=Effective("2020-01-01", "2022-05-31"))
    made = date_on(archive(issue(1, *documents, ending)), "2021-06-01")
    with speaking("en"):
        (page,) = validity_pages(make_registers(made))
    assert f"As at 1 June 2021, there is no record of repeal or expiry for {said}" in page.text
    assert "\n## End of term: May 2022 {#g-2022-05}\n" in page.text


def test_the_register_of_validity_counts_no_others_where_all_are_listed() -> None:
    ending = document(1, effective=Effective("2020-01-01", "2022-05-31"))
    (page,) = validity_pages(make_registers(date_on(archive(issue(1, ending)), "2021-06-01")))
    assert "2022年5月到期" in page.text
    assert "未见失效记载" not in page.text


def test_names_that_are_not_known_have_words_in_every_language_and_one_address() -> None:
    made = archive(issue(1, document(1), year=2020))
    with speaking("en"):
        (names, unknown) = issuer_pages(make_registers(made))
        (regions,) = region_pages(make_registers(made))
    assert "\n| [Issuing body unknown](发文机关未详.md) | 1 |  |\n" in piped(names.text)
    assert (unknown.uri, unknown.meta["title"]) == (
        "archive/issuers/发文机关未详.md",
        "Issuing body unknown",
    )
    assert "\n## Region unknown {#g-p1}\n" in regions.text


def test_tables_are_listed_by_the_day_of_their_document() -> None:
    table = Part(kind="body", blocks=(Table(caption="表", rows=(("一", "二"),)),))
    dates = ("2020-01-01", None, "2021-01-01")
    documents = [document(nth, date=date, parts=(table,)) for nth, date in enumerate(dates, 1)]
    (page,) = table_pages(make_registers(archive(issue(1, *documents))))
    assert re.findall(r"\n## (\S+) ", page.text) == ["2021年", "2020年", "日期未详"]
    assert piped(page.text).count("| 1×2 |") == 3


def test_a_picture_counts_known_issuers_in_dated_documents_only() -> None:
    documents = [
        document(1, issuer="甲局", date="2020-03-01"),
        document(2, issuer="甲局", issuers=("甲局", "乙局"), date="2020-10-01"),
        document(3, issuer="甲局"),
        document(4, date="2020-10-01"),
    ]
    (page,) = picture_pages(make_registers(archive(issue(1, *documents))))
    rows = re.findall(r"\n\| (\S+) \| (\d+) \| (.*) \|", piped(page.text))
    assert [(time, number) for time, number, _ in rows] == [
        ("2020年", "3"),
        ("2020年10月", "2"),
        ("2020年3月", "1"),
    ]
    assert ">20.3<" in page.text
    assert ">20.10<" in page.text


def holdings(*serials: int) -> str:
    """The register of the numbers of a year."""
    documents = [
        document(nth, number=f"云政发〔2020〕{serial}号") for nth, serial in enumerate(serials, 1)
    ]
    (page,) = holding_pages(make_registers(archive(issue(1, *documents))))
    return page.text


def test_the_register_of_numbers_says_above_its_rows_what_is_held_missing_and_highest() -> None:
    above = holdings(1).partition("\n## ")[0]
    assert "按公报、机关代字和年份列出" in above
    for column in ("已收", "缺号", "最大号"):
        assert column in above
    assert "缺号可能未予刊登" in above, "a gap proves nothing"


@pytest.mark.parametrize(("count", "more"), [(40, 0), (41, 1)])
def test_of_many_numbers_the_first_are_named_and_a_link_leads_to_all(count: int, more: int) -> None:
    text = holdings(*range(1, count + 1))
    assert text.count(f"[全部{count}件](") == more
    assert "、[40](" in text
    assert "、[41](" not in text


def test_the_name_of_an_issue_is_said_once_for_all_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def count(key: str, **values: str | int) -> str:
        said.append(key)
        return say(key, **values)

    monkeypatch.setattr(indexes, "say", count)
    made = demo_archive()
    list(pages_of_archive(make_registers(made)))
    assert said.count("issue.full_name") == len(made.issues)
