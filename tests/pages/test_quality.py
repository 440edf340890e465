"""The reports on quality: what is counted, how it is worded, and that nothing is made to look better than it is."""

import ast
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace

import generator
from generator.model import Account, Accuracy, Archive, Figure, Finding, Measure, Share
from generator.pages import build_pages
from generator.pages.body.collation import count_groups
from generator.pages.index.indexes import make_registers
from generator.pages.reports import issue_report, quality
from generator.prove.page_text import page_text
from generator.words.figure_names import FIGURES
from generator.words.finding_kinds import KINDS, name_kind
from generator.words.wording import percent
from tests.fixtures.demo_archive import demo_archive
from tests.pages.rendering import Pages, Render

INDEX = "archive/quality/index.md"
ISSUE = "archive/yunxi/2020/1/index.md"
OTHER = "archive/yunxi/2019/12/index.md"
FOUND: tuple[Figure, ...] = (Share("document.date", 4, 3), Measure("headings", 3000, 2999, 2999))
BETTER: tuple[Figure, ...] = (Share("document.date", 4, 4), FOUND[1])


def measured(accuracy: Accuracy | None, characters: int = 10_000, changed: int = 1) -> Archive:
    """The demo archive with figures on its first issue."""
    archive = demo_archive()
    first, *others = archive.issues
    issue = replace(first.issue, characters=characters, changed=changed, account=Account())
    return replace(archive, issues=(replace(first, issue=issue, accuracy=accuracy), *others))


def built(archive: Archive) -> Pages:
    return {page.uri: page for page in build_pages(archive)}


def test_the_findings_of_an_issue_are_counted_once_for_each_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted: list[int] = []

    def count(findings: Sequence[Finding]) -> Counter[str]:
        counted.append(len(findings))
        return count_groups(findings)

    for module in (quality, issue_report):
        monkeypatch.setattr(module, "count_groups", count)
    registers = make_registers(demo_archive())
    list(quality.quality_pages(registers))
    for record in registers.archive.issues:
        list(issue_report.issue_report(record))
    assert len(counted) == 2 * len(registers.archive.issues)


def facts_of(soup: BeautifulSoup) -> dict[str, str]:
    report = soup.find("div", class_="report") or soup
    box = report.find("div", class_="facts")
    return {term.get_text(): term.find_next_sibling("dd").get_text() for term in box.find_all("dt")}


def rows_of(soup: BeautifulSoup, name: str) -> list[list[str]]:
    return [
        [cell.get_text() for cell in row.find_all(["th", "td"])]
        for table in soup.find_all("div", class_=name)
        for row in table.tbody.find_all("tr")
    ]


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (1, 1, "100.00%"),
        (999_999, 1_000_000, "99.99%"),
        (0, 7, "0.00%"),
        (2, 3, "66.66%"),
        (0, 0, "—"),
    ],
)
def test_a_share_is_rounded_down(part: int, whole: int, expected: str) -> None:
    assert percent(part, whole) == expected


def test_the_figures_of_an_issue(render: Render) -> None:
    facts = facts_of(render(built(measured(None))[ISSUE].text))
    assert facts == {
        "原文件字符": "10,000个（不计空白）",
        "还原、订正": "1个（不含识读标记和移正的文字）",
        "未经改动": "99.99%",
        "逐字核对": "未详",
        "人工勘误": "0条",
        "校勘": "缺失错乱1处，存疑2处，订正3处",
    }


def accounted(*accounts: Account) -> Archive:
    """The demo archive, the first of whose issues have these accounts."""
    archive = measured(None, 900, 2)
    issues = list(archive.issues)
    for place, account in enumerate(accounts):
        record = issues[place]
        issues[place] = replace(record, issue=replace(record.issue, account=account))
    return replace(archive, issues=tuple(issues))


ACCOUNT = Account(
    source=1300, kept=800, changed=2, marks=40, furniture=10, form=20, lost=3, moved=7,
    set_aside={"tag": 300, "menu": 25, "<b>": 100},
)  # fmt: skip


def test_an_account_is_shown_with_what_was_set_aside(render: Render) -> None:
    soup = render(built(accounted(ACCOUNT))[ISSUE].text)
    assert facts_of(soup) == {
        "原文件字符": "1,300个（不计空白）",
        "还原、订正": "2个（不含识读标记和移正的文字）",
        "未经改动": "99.44%",
        "逐字核对": "无差异",
        "人工勘误": "0条",
        "校勘": "缺失错乱1处，存疑2处，订正3处",
    }
    rows = [
        row[:2]
        for row in rows_of(soup, "listing")
        if row[0] in {"网页菜单", "网页标记", "<b>", "识读标记"}
    ]
    assert rows == [["识读标记", "40"], ["网页菜单", "25"], ["网页标记", "300"], ["<b>", "100"]]
    assert "<b>" not in built(accounted(ACCOUNT))[ISSUE].text
    wrong = accounted(replace(ACCOUNT, unexplained=5, added=1))
    facts = facts_of(render(built(wrong)[ISSUE].text))
    assert (facts["逐字核对"], facts["未经改动"]) == ("6个字符未能说明", "98.88%")


def test_the_accounts_of_an_archive_are_added_up(render: Render) -> None:
    pages = built(accounted(ACCOUNT, replace(ACCOUNT, unexplained=5)))
    soup = render(pages[INDEX].text)
    rows = dict(row[:2] for row in rows_of(soup, "listing"))
    assert (rows["原文件"], rows["网页标记"], rows["未能说明"]) == ("2,600", "600", "5")
    assert facts_of(soup)["逐字核对"] == "5个字符未能说明"
    assert "python -m generator prove</code>" in pages[INDEX].text
    nothing = built(accounted(*[Account()] * len(demo_archive().issues)))[INDEX].text
    assert "python -m generator prove" not in nothing


def test_characters_that_were_not_counted_are_not_shown(pages: Pages, render: Render) -> None:
    assert "未经改动" not in facts_of(render(pages[ISSUE].text))
    assert "未详" in pages[INDEX].text


def test_kinds_are_shown_with_their_meaning(pages: Pages, render: Render) -> None:
    rows = rows_of(render(pages[ISSUE].text), "findings")
    assert ["订正", "字库错位", "1", name_kind("font-encoding")[1]] in rows
    groups = ["缺失与错乱", "存疑", "存疑", "订正", "订正", "订正"]
    assert [row[0] for row in rows] == groups


def test_contents_and_body_are_compared(pages: Pages) -> None:
    assert (
        "目录列有5条，正文收录文件5件，目录有而正文没有的1条，正文有而目录没有的1件。"
        in pages[ISSUE].text
    )
    assert "目录列有2条，正文收录文件2件，二者相符。" in pages[OTHER].text


def test_an_issue_that_nobody_annotated_says_so(pages: Pages) -> None:
    assert "准确率未经测定" in pages[ISSUE].text
    assert "准确率未经测定" in pages[INDEX].text


def test_the_accuracy_of_an_annotated_issue(render: Render) -> None:
    pages = built(measured(Accuracy(FOUND, FOUND)))
    rows = rows_of(render(pages[ISSUE].text), "figures")
    assert rows == [
        ["各级标题", "3,000", "2,999", "100.0%", "99.9%", "99.9%"],
        ["成文日期", "4", "3", "75.0%"],
    ]
    assert "没有对照公报的印本" in pages[ISSUE].text
    assert (
        '[云溪市人民政府公报<span class="nowrap">2020年第1期</span>](../yunxi/2020/1/index.md#quality)'
        in pages[INDEX].text.split("## 准确率")[1]
    )


def test_corrections_that_make_a_difference_have_figures_of_their_own(render: Render) -> None:
    soup = render(built(measured(Accuracy(FOUND, BETTER)))[ISSUE].text)
    assert [tag.get_text() for tag in soup.find_all("h4")] == ["经人工勘误以后", "只由程序整理"]
    assert [row[-1] for row in rows_of(soup, "figures") if row[0] == "成文日期"] == [
        "100.0%",
        "75.0%",
    ]


def test_the_issue_leads_to_its_report_and_the_report_to_all(pages: Pages) -> None:
    text = pages[ISSUE].text
    assert "(index.md#quality)" in text
    assert "(../../../quality/index.md)" in text[text.index("{#quality ") :]


def test_the_report_is_the_last_section_of_the_page_and_none_of_its_words_is_the_gazettes(
    pages: Pages, render: Render
) -> None:
    soup = render(pages[ISSUE].text)
    headings = [tag["id"] for tag in soup.find_all("h2")]
    assert headings[-3:] == ["masthead", "findings", "quality"]
    assert headings[0].startswith("column-")
    heading = soup.find("h2", id="quality")
    report = heading.find_next_sibling("div")
    assert heading["class"] == ["editorial"]
    assert report["class"] == ["report", "editorial"]
    assert [tag["id"] for tag in report.find_all("h3")] == [
        "kinds",
        "ledger",
        "contents",
        "accuracy",
    ]
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    read = page_text(str(soup))
    assert read
    assert "逐字核对" in report.get_text()
    assert "逐字核对" not in read


def test_reports_and_lists_are_not_searched(pages: Pages) -> None:
    excluded = {uri for uri, page in pages.items() if page.meta.get("search") == {"exclude": True}}
    kinds = {"gazette", "listing", "register", "quality", "redirect"}
    assert excluded == {uri for uri, page in pages.items() if page.meta["kind"] in kinds}


def kinds_in_code() -> set[str]:
    """Every kind that the code gives to a finding."""
    trees = (
        ast.parse(path.read_text(encoding="utf-8"))
        for path in Path(generator.__file__).parent.rglob("*.py")
    )
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {
        word.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "Finding"
        for keyword in call.keywords
        if keyword.arg == "kind"
        for word in ast.walk(keyword.value)
        if isinstance(word, ast.Constant) and isinstance(word.value, str)
    }


def test_every_kind_of_finding_has_a_name(real_archive: Archive) -> None:
    found = {finding.kind for record in real_archive.issues for finding in record.issue.findings}
    assert (kinds_in_code() | found) - set(KINDS) == set()
    assert len(kinds_in_code()) > 15
    assert name_kind("other") == ("other", "")


def test_every_figure_has_a_name(real_archive: Archive) -> None:
    figures = {
        figure.name
        for record in real_archive.issues
        if record.accuracy
        for figure in record.accuracy.read
    }
    assert figures - set(FIGURES) == set()
