"""How far a gazette is held: its day, its issues, and those that lack between them."""

import msgspec
import pytest

from generator.model import (
    Archive,
    Coverage,
    Document,
    DocumentRecord,
    Issue,
    IssueRecord,
    Publication,
    TextLine,
)
from generator.registers.coverage import MOST_A_YEAR, cover_gazettes, day_of_issue


def issue(
    year: int | None,
    number: int,
    published: str | None = None,
    *dates: str | None,
    serial: int | None = None,
    gazette: str = "a",
) -> IssueRecord:
    """An issue of which only the dates and numbers are known."""
    id_ = f"{gazette}/{year}/{number}"
    held = Issue(
        "a.txt",
        "",
        Publication("公报"),
        year=year,
        number=number,
        serial=serial,
        published=published,
    )
    records = tuple(
        DocumentRecord(f"{id_}/{nth}", id_, Document(nth, (nth, nth), "通知", date=date), 1)
        for nth, date in enumerate(dates, 1)
    )
    return IssueRecord(id_, gazette, held, records)


@pytest.mark.parametrize(
    ("record", "day"),
    [
        (issue(2017, 11, "2017-12-03", "2017-11-30"), "2017-12-03"),
        (issue(2017, 11, "2017-12", "2017-11-30"), "2017-12"),
        (issue(2017, 11, None, "2017-11-27", "2017-11-30", None), "2017-11-30"),
        (issue(2017, 11, None, "2017-11", "2017-10-30"), "2017-11"),
        (issue(2017, 11, "2017-13-03", "长期", "2017-10-30"), "2017-10-30"),
        (issue(2021, 2, "2021-02-31"), "2021-02-28"),
        (issue(2017, 11, None, None), "2017"),
        (issue(None, 11), None),
    ],
)
def test_the_day_of_an_issue_is_as_exact_as_its_print(record: IssueRecord, day: str | None) -> None:
    assert day_of_issue(record) == day


def test_a_doubted_date_is_no_day_of_a_gazette() -> None:
    record = issue(2021, 4, "2031-12-20", "2021-10-08", "2921-10-08")
    documents = (record.documents[0], msgspec.structs.replace(record.documents[1], doubted=True))
    record = msgspec.structs.replace(record, documents=documents, doubted=frozenset({"published"}))
    assert day_of_issue(record) == "2021-10-08"
    nothing = msgspec.structs.replace(
        record, documents=documents[1:], doubted=frozenset({"published", "year"})
    )
    assert day_of_issue(nothing) is None
    assert cover_gazettes(Archive((), (nothing,))) == {"a": Coverage(None, 1)}


def test_each_gazette_has_its_own_day() -> None:
    issues = (issue(2021, 4, "2022-01-04"), issue(2017, 11, "2017-12-03", gazette="b"))
    assert cover_gazettes(Archive((), issues)) == {
        "a": Coverage("2022-01-04", 1),
        "b": Coverage("2017-12-03", 1),
    }


def test_the_latest_day_counts_whichever_issue_has_it() -> None:
    issues = (issue(2021, 5, None, "2021-09-20"), issue(2021, 4, "2021-09-25"))
    assert cover_gazettes(Archive((), issues))["a"] == Coverage("2021-09-25", 2)


def joined(year: int, number: int | None, *masthead: str, serial: int | None = None) -> IssueRecord:
    """An issue whose masthead joins numbers."""
    record = issue(year, 0, serial=serial)
    lines = tuple(TextLine(line, text) for line, text in enumerate(masthead, 1))
    held = msgspec.structs.replace(record.issue, number=number, masthead=lines)
    return msgspec.structs.replace(record, issue=held)


@pytest.mark.parametrize(
    ("held", "issues", "missing"),
    [
        ((joined(2021, None, "2021年第3、4期合刊"), issue(2021, 5)), 3, 0),
        ((joined(2021, 3, "2021年第三—四期"), issue(2021, 2), issue(2021, 6)), 4, 1),
        (
            (joined(2021, None, "第3-4期（总第27-28期）", serial=27), issue(2021, 5, serial=29)),
            3,
            0,
        ),
        (
            (issue(2021, 2, serial=26), joined(2021, None, "第5/6期", "总第29、30期", serial=29)),
            3,
            2,
        ),
        ((joined(2021, 3, "2021年第3期", "共4期"), issue(2021, 5)), 2, 1),
        ((joined(2021, 3, "2021年第3-8期"), issue(2021, 9)), 7, 0),
        ((joined(2021, 3, "2021年第3-9期"), issue(2021, 5)), 2, 1),
        ((joined(2021, 3, "2021年第4-3期"), issue(2021, 5)), 2, 1),
    ],
)
def test_an_issue_that_joins_two_numbers_is_two(
    held: tuple[IssueRecord, ...], issues: int, missing: int
) -> None:
    for order in (held, held[::-1]):
        coverage = cover_gazettes(Archive((), order))["a"]
        assert (coverage.issues, coverage.missing) == (issues, missing)


@pytest.mark.parametrize(
    ("older", "newer", "missing"),
    [
        (issue(2021, 2), issue(2021, 3), 0),
        (issue(2021, 2), issue(2021, 5), 2),
        (issue(2020, 12), issue(2021, 1), 0),
        (issue(2020, 12), issue(2021, 3), 2),
        (issue(2020, 3, serial=7), issue(2021, 5, serial=20), 12),
        (issue(2020, 57), issue(2021, 60), 2),
        (issue(2020, 3, serial=7), issue(2021, 5, serial=9999), 1),
        (issue(2021, 1), issue(2021, MOST_A_YEAR + 1), MOST_A_YEAR - 1),
        (issue(2021, 1), issue(2021, MOST_A_YEAR + 2), 0),
        (issue(None, 1), issue(2021, 5), 0),
    ],
)
def test_only_issues_that_appeared_for_certain_are_missing(
    older: IssueRecord, newer: IssueRecord, missing: int
) -> None:
    for order in ((older, newer), (newer, older)):
        assert cover_gazettes(Archive((), order))["a"].missing == missing
