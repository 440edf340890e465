"""The home page of citizens: subjects, what is new, dates that are to come, the ways in."""

import re
from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from generator.link import date_archive
from generator.model import Archive, Citation, Document, Effective
from generator.pages.home import home_pages
from generator.pages.home_dates import MOST, find_due
from generator.pages.index.indexes import make_registers
from generator.pages.register_index import other_registers
from generator.pages.writing.markdown import relative
from generator.registers.coverage import cover_gazettes
from tests.pages.small import archive, document, issue


def home(made: Archive) -> str:
    (page,) = home_pages(make_registers(made))
    return page.text


def headings(text: str) -> list[str]:
    """The headings of the second level."""
    return re.findall(r"^## (.+) \{#", text, re.MULTILINE)


def dated(*documents: Document) -> Archive:
    """An archive of one issue with what is known of whether its documents are in force."""
    made = archive(issue(1, *documents, year=2020))
    return date_archive(made, cover_gazettes(made))


def due(made: Archive) -> list[tuple[str, str, str]]:
    """The dates that are to come: day, kind, title."""
    found = find_due(make_registers(made))
    return [(one.day, one.kind, one.record.document.title) for one in found]


def test_search_and_subjects_come_first_and_figures_last() -> None:
    from_2021 = Effective(start="2021-01-01")
    text = home(
        dated(
            document(1, date="2020-02-01", issuer="甲局", effective=from_2021),
            document(2, date="2020-03-01", kind="通知"),
        )
    )
    assert text.index("home-search") < text.index("## 最新文件")
    assert headings(text) == [
        "最新文件",
        "最新公报",
        "施行与到期",
        "查阅途径",
        "馆藏概况",
        "文件统计",
    ]


def test_subjects_have_their_counts_in_the_order_of_the_catalogue(real_archive: Archive) -> None:
    text = home(real_archive)
    assert headings(text)[0] == "按主题查找"
    tiles = re.findall(
        r"- \[([^\]]+)\]\(archive/topics/[\w-]+\.md\) <span class=\"more\">(\d+)件", text
    )
    register = make_registers(real_archive).topics
    assert sorted(int(count) for _, count in tiles) == sorted(map(len, register.documents.values()))
    assert tiles[0][0] == "综合政务"


def test_kinds_have_the_counts_of_their_pages(real_archive: Archive) -> None:
    text = home(real_archive)
    counts = dict(re.findall(r"kinds/(\w+)\.md\) <span class=\"count\">(\d+)件", text))
    assert counts.items() >= {"通知": "32", "方案": "13", "办法": "12", "意见": "10"}.items()
    assert list(counts)[:4] == ["通知", "方案", "办法", "意见"]


def test_an_archive_without_subjects_has_no_heading_for_them() -> None:
    assert "按主题查找" not in home(archive(issue(1, document(1))))


def test_only_what_happens_after_the_newest_document_is_listed_by_date() -> None:
    made = dated(
        document(1, title="旧", date="2019-01-01", effective=Effective("2019-02-01", "2020-02-01")),
        document(2, title="甲", date="2020-01-01", effective=Effective("2021-01-01", "2026-01-01")),
        document(3, title="乙", date="2020-03-01", effective=Effective(None, "2023-05-31")),
    )
    assert due(made) == [
        ("2021-01-01", "start", "甲"),
        ("2023-05-31", "end", "乙"),
        ("2026-01-01", "end", "甲"),
    ]
    text = home(made)
    assert '日期是<time datetime="2020-03-01">2020年3月1日</time>' in text
    assert '有效期至<time datetime="2023-05-31">2023年5月31日</time>' in text
    assert '<time datetime="2021-01-01">2021年1月1日</time>起施行' in text


def test_a_repeal_that_is_to_come_is_listed_and_one_that_came_ends_all_dates() -> None:
    def repealing(start: str) -> Archive:
        use = Citation(title="甲", relation="repeals", target="yunxi/2020/1/1")
        return dated(
            document(1, title="甲", date="2020-01-01", effective=Effective(None, "2026-01-01")),
            document(
                2, title="乙", date="2020-03-01", effective=Effective(start), citations=(use,)
            ),
        )

    assert ("2021-01-01", "repeal", "甲") in due(repealing("2021-01-01"))
    assert "起废止" in home(repealing("2021-01-01"))
    over = repealing("2020-03-01")
    issues = tuple(
        replace(
            one, documents=tuple(replace(record, status="repealed") for record in one.documents)
        )
        for one in over.issues
    )
    assert due(replace(over, issues=issues)) == []


@pytest.mark.parametrize("until", [None, "长期"])
def test_without_a_date_in_the_evidence_nothing_is_said(until: str | None) -> None:
    made = dated(document(1, date="2020-01-01", effective=Effective(None, until)))
    assert due(made) == []
    assert "施行与到期" not in home(made)


def test_a_day_that_no_calendar_has_is_said_to_be_none() -> None:
    text = home(dated(document(1, date="2020-01-01", effective=Effective(None, "2022-11-31"))))
    assert "有效期至2022年11月31日（历法中没有此日，照录）" in text


def test_few_dates_are_shown_however_many_there_are() -> None:
    many = [
        document(nth, date="2020-01-01", effective=Effective(None, f"20{20 + nth}-12-31"))
        for nth in range(1, MOST + 4)
    ]
    assert home(dated(*many)).count("有效期至") == MOST


def test_the_page_stays_true_on_every_day() -> None:
    """No word of it is one of a moment: what is to come is said by its date."""
    text = home(dated(document(1, date="2020-01-01", effective=Effective("2021-01-01"))))
    assert not re.search("今天|今日|目前|现在|即将|近期", text)


def ways(text: str) -> Sequence[str]:
    """The addresses to which the page leads."""
    return re.findall(r"\]\(([^)]+)\)", text)


@pytest.mark.parametrize("documents", [0, 1])
def test_every_register_is_one_click_away(documents: int) -> None:
    text = home(archive(*([issue(1, document(1))] if documents else [])))
    for title, uri in other_registers():
        assert f"[{title}]({relative('index.md', uri)})" in text
    assert "archive/index.md" in ways(text)
