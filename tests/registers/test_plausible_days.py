"""By how many years the dates of an issue can differ."""

import pytest

from generator.model import (
    Document,
    DocumentRecord,
    Issue,
    IssueRecord,
    Publication,
    Span,
    TextLine,
)
from generator.registers.plausible import Time, doubt_dates, find_time, is_plausible


@pytest.mark.parametrize(
    ("day", "time", "plausible"),
    [
        ("1900-01-01", Time(1900, 1900, None, None), True),
        ("1899-12-31", Time(1900, 1900, None, None), False),
        ("2099-12-31", Time(2099, 2099, None, None), True),
        ("2100-01-01", Time(2099, 2099, None, None), False),
        ("2022-05-01", Time(2021, 2021, 2021, "2021-05-01"), True),
        ("2022-05-02", Time(2021, 2021, 2021, "2021-05-01"), False),
        ("2022-12-31", Time(2021, 2021, 2021, None), True),
        ("2023-01-01", Time(2021, 2021, 2021, None), False),
        ("2026-12-31", Time(2021, 2021, None, None), True),
        ("2027-01-01", Time(2021, 2021, None, None), False),
    ],
)
def test_a_document_is_not_much_younger_than_its_issue(
    day: str, time: Time, *, plausible: bool
) -> None:
    assert is_plausible(day, time) is plausible


@pytest.mark.parametrize(
    ("year", "published", "date", "found"),
    [
        (None, "2021-12-20", "2021-10-08", (None, "2021-12-20")),
        (2100, "2100-12-20", "2100-10-08", (None, None)),
        (2099, "2099-12-20", "2099-10-08", (2099, "2099-12-20")),
        (2021, None, "2021-10-08", (2021, None)),
    ],
)
def test_only_a_year_in_which_gazettes_are_printed_is_vouched_for(
    year: int | None, published: str | None, date: str, found: tuple[int | None, str | None]
) -> None:
    documents = (Document(1, (1, 1), "通知", date=date),)
    issue = Issue(
        "x", "", Publication("公报"), year=year, number=4, published=published, documents=documents
    )
    time = find_time(issue)
    assert (time.year, time.published) == found


def dated(
    *dates: str | None,
    year: int = 2021,
    published: str = "2021-05-01",
    at: dict[str, Span] | None = None,
) -> IssueRecord:
    """An issue with its dates in the second and third line, whose documents begin in the tenth, eleventh …."""
    printed = f"{int(published[:4])}年{int(published[5:7])}月{int(published[8:])}日"
    masthead = (
        TextLine(1, "紫云县人民政府公报"),
        TextLine(2, f"{year}年 第4期"),
        TextLine(3, f"{printed}出版"),
    )
    issue = Issue("x", "", Publication("公报"), year=year, published=published, masthead=masthead)
    documents = [
        Document(nth, (nth + 9, nth + 9), "通知", date=date, at=at or {})
        for nth, date in enumerate(dates, 1)
    ]
    records = (DocumentRecord(f"a/2021/4/{one.sequence}", "a/2021/4", one, 1) for one in documents)
    return doubt_dates(IssueRecord("a/2021/4", "a", issue, tuple(records)))


def findings_of(record: IssueRecord) -> list[tuple[int, str, str | None]]:
    return [(one.line, one.kind, one.found) for one in record.issue.findings]


def test_only_a_date_that_cannot_be_relied_on_is_doubted() -> None:
    record = dated(None, "2021-02-31", "2021-13-01", "2031-04-08")
    assert [one.doubted for one in record.documents] == [False, False, True, True]
    assert findings_of(record) == [(13, "implausible-date", "2031-04-08")]
    assert record.doubted == frozenset()


def test_a_doubted_date_is_reported_on_its_line() -> None:
    record = dated("2031-04-08", "2021-04-08", at={"date": (40, 40)})
    assert findings_of(record) == [(40, "implausible-date", "2031-04-08")]


def test_a_misread_year_and_day_of_an_issue_are_reported_on_their_lines() -> None:
    record = dated("2021-04-08", "2021-03-08", year=2002)
    assert record.doubted == {"year"}
    assert findings_of(record) == [(2, "implausible-year", "2002年")]
    record = dated("2021-04-08", "2021-03-08", published="2002-05-01")
    assert record.doubted == {"published"}
    assert findings_of(record) == [(3, "implausible-date", "2002年5月1日")]
