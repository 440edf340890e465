"""What the issues of an archive say against each other, and what only looks like it."""

import msgspec
import pytest

from generator.model import Archive, Document, DocumentRecord, Issue, IssueRecord, Publication
from generator.registers.across_issues import compare_issues

SIGN = "紫政发〔2021〕"


def issue_of(id_: str, *documents: tuple[str, str, str | None]) -> IssueRecord:
    """An issue with documents of these numbers, titles and dates; the first begins on line 10."""
    read = [
        Document(nth, (nth * 10, nth * 10), title, number=number, date=date)
        for nth, (number, title, date) in enumerate(documents, 1)
    ]
    records = tuple(DocumentRecord(f"{id_}/{one.sequence}", id_, one, 1) for one in read)
    issue = Issue("x", "", Publication("公报"), year=2021)
    return IssueRecord(id_, id_.partition("/")[0], issue, records)


def said(*issues: IssueRecord) -> list[tuple[str, int, str]]:
    """Issue, line and kind of each finding; the issues are given newest first, as an archive has them."""
    archive = compare_issues(Archive((), issues))
    return [
        (record.id, finding.line, finding.kind)
        for record in archive.issues
        for finding in record.issue.findings
    ]


@pytest.mark.parametrize(
    ("date", "title", "gazette", "found"),
    [
        ("2021-10-09", "关于河道的通知", "ziyun", ["reprint-differs"]),
        ("2021-10-09", "紫云县人民政府关于河道的通知", "ziyun", ["reprint-differs"]),
        ("2021-10-09", "关于河道的通知", "other", ["reprint-differs"]),
        ("2021-10-08", "关于河道的通知", "ziyun", []),
        (None, "关于河道的通知", "ziyun", []),
        ("2021-10-09", "关于集市的通知", "ziyun", ["number-repeated"]),
        ("2021-10-09", "关于集市的通知", "other", []),
    ],
)
def test_a_number_that_two_issues_print(
    date: str | None, title: str, gazette: str, found: list[str]
) -> None:
    older = issue_of("ziyun/2021/4", (f"{SIGN}3号", "关于河道的通知", "2021-10-08"))
    newer = issue_of(f"{gazette}/2021/5", (f"{SIGN}3号", title, date))
    assert said(newer, older) == [(f"{gazette}/2021/5", 10, kind) for kind in found]


def test_what_is_quoted_of_a_date_is_its_print() -> None:
    read = [
        Document(1, (10, 10), "关于河道的通知", number=f"{SIGN}3号", date=f"2021-10-0{day}",
                 as_printed={"date": f"二○二一年十月{printed}日"})
        for day, printed in ((8, "八"), (9, "九"))
    ]  # fmt: skip
    issues = [
        msgspec.structs.replace(
            issue_of(f"ziyun/2021/{nth}"),
            documents=(DocumentRecord(f"ziyun/2021/{nth}/1", f"ziyun/2021/{nth}", one, 1),),
        )
        for nth, one in enumerate(read, 4)
    ]
    newer, _ = compare_issues(Archive((), tuple(reversed(issues)))).issues
    assert [finding.found for finding in newer.issue.findings] == ["二○二一年十月九日"]


@pytest.mark.parametrize(
    ("date", "gazette", "found"),
    [
        ("2021-10-10", "ziyun", ["number-date-inversion"]),
        ("2021-10-11", "ziyun", []),
        ("2021-10-10", "other", []),
        ("2021-10", "ziyun", []),
    ],
)
def test_a_series_of_numbers_goes_on_over_issues(date: str, gazette: str, found: list[str]) -> None:
    older = issue_of("ziyun/2021/4", (f"{SIGN}3号", "关于河道的通知", "2021-10-25"))
    newer = issue_of(f"{gazette}/2021/5", (f"{SIGN}4号", "关于集市的通知", date))
    assert said(newer, older) == [(f"{gazette}/2021/5", 10, kind) for kind in found]


def test_what_one_issue_says_against_itself_is_not_said_again() -> None:
    issue = issue_of(
        "ziyun/2021/4",
        (f"{SIGN}3号", "关于河道的通知", "2021-10-25"),
        (f"{SIGN}3号", "关于集市的通知", "2021-10-25"),
        (f"{SIGN}4号", "关于防火的通知", "2021-01-25"),
    )
    assert said(issue) == []
