"""The index of an issue and the listings around it."""

import pytest

from generator.lexicon.pinyin import is_pinyin
from tests.pages.rendering import Pages, Render

ISSUE = "archive/yunxi/2020/1/index.md"


def test_contents_by_column_with_page_and_number(pages: Pages, render: Render) -> None:
    soup = render(pages[ISSUE].text)
    columns = [
        tag.get_text()
        for tag in soup.find_all("h2", id=lambda id_: id_ and id_.startswith("column-"))
    ]
    assert columns == ["市政府文件", "市政府办公室文件"]
    first = soup.find("div", class_="contents").li
    assert first.a["href"] == "1.md"
    assert [span.get_text() for span in first.select(".number, .page")] == [
        "云政发〔2020〕1号",
        "第1页",
    ]


def test_an_entry_without_a_document_and_a_document_without_an_entry(
    pages: Pages, render: Render
) -> None:
    soup = render(pages[ISSUE].text)
    missing = soup.find("span", class_="missing")
    assert missing.get_text() == "目录有载，正文未收"
    assert missing.parent.a is None
    unlisted = soup.find(id="unlisted").find_next("li")
    assert unlisted.a["href"] == "5.md"


def test_masthead_facts_and_text(pages: Pages, render: Render) -> None:
    soup = render(pages[ISSUE].text)
    facts = [tag.get_text() for tag in soup.find("div", class_="facts").find_all("dd")]
    assert facts[:7] == [
        "2020年",
        "第1期",
        "总第101期",
        "2020年3月31日",
        "云溪市人民政府办公室",
        "5件",
        "2020-01.txt",
    ]
    lines = [tag.get_text() for tag in soup.find("details", class_="masthead-text").find_all("li")]
    assert lines[2] == "# 主管：云溪市人民政府 <b>内部资料</b>"


def test_findings_are_counted(pages: Pages) -> None:
    assert "共记校勘6处：缺失错乱1处，存疑2处，订正3处。" in pages[ISSUE].text


def test_findings_outside_the_documents_are_shown(pages: Pages, render: Render) -> None:
    soup = render(pages[ISSUE].text)
    soup.find("div", class_="report").decompose()
    bodies = soup.find(id="findings").find_all_next("tbody")
    assert [body.th.get_text() for body in bodies] == ["第12行", "第9行"]


def test_neighbours_are_issues(pages: Pages, render: Render) -> None:
    (link,) = render(pages[ISSUE].text).find("div", class_="pager").find_all("a")
    assert (link["class"], link.get_text()) == (["previous"], "云溪市人民政府公报2019年第12期")


def test_numbers_are_in_order_of_their_serial(pages: Pages, render: Render) -> None:
    rows = render(pages["archive/numbers/云政办发.md"].text).find("tbody").find_all("tr")
    assert [row.th.get_text() for row in rows] == ["云政办发〔2020〕3号", "云政办发〔2020〕5号"]


def test_years_by_month_newest_first(pages: Pages, render: Render) -> None:
    headings = render(pages["archive/years/2020.md"].text).find_all("h2")
    assert [tag.get_text() for tag in headings] == ["3月", "2月", "1月"]


def test_a_joint_document_is_under_each_issuer(pages: Pages) -> None:
    assert "(../yunxi/2020/1/3.md)" in pages["archive/issuers/云溪市应急管理局.md"].text
    assert "(../yunxi/2020/1/3.md)" in pages["archive/issuers/云溪市人民政府办公室.md"].text


def test_the_chart_says_what_the_table_says(pages: Pages, render: Render) -> None:
    soup = render(pages["index.md"].text)
    chart = soup.find("figure", class_="chart-issuers").svg
    assert soup.find(id=chart["aria-labelledby"]).name == "title"
    table = soup.find(id="chart-issuers").find_next("table")
    drawn = [tag.get_text() for tag in chart.find_all("text")]
    assert drawn == [cell.get_text() for cell in table.tbody.find_all(["th", "td"])]


@pytest.mark.parametrize(
    "line", ["SHUOZHOUSHI RENMIN ZHENGFU GONGBAO", "Yunxi Shi Renmin Zhengfu Gongbao"]
)
def test_a_line_in_pinyin_is_known_as_such(line: str) -> None:
    assert is_pinyin(line)


@pytest.mark.parametrize(
    "line",
    ["GONGBAO", "Government Gazette", "2020年第1期", "ia" * 50_000 + " " + "ia" * 50_000 + "!"],
)
def test_no_other_line_is(line: str) -> None:
    assert not is_pinyin(line)
