"""How far a gazette is held: its day, its issues, and those that lack between them."""

import msgspec
import pytest

from generator.model import (
    Archive,
    Coverage,
    Document,
    DocumentRecord,
    Issue,
    IssuePart,
    IssueRecord,
    Publication,
    Special,
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


def joined(year: int, numbers: tuple[int, ...], serials: tuple[int, ...] = ()) -> IssueRecord:
    """An issue that joins numbers."""
    record = issue(year, numbers[0], serial=serials[0] if serials else None)
    held = msgspec.structs.replace(record.issue, numbers=numbers, serials=serials)
    return msgspec.structs.replace(record, issue=held)


def extra(year: int, kind: str, serial: int | None = None) -> IssueRecord:
    """An issue outside the count of its year."""
    record = issue(year, 1, serial=serial)
    held = msgspec.structs.replace(record.issue, number=None, special=Special(kind))
    return msgspec.structs.replace(record, issue=held)


def part(year: int, number: int, code: str, serial: int | None = None) -> IssueRecord:
    """A part of a number."""
    record = issue(year, number, serial=serial)
    held = msgspec.structs.replace(record.issue, part=IssuePart(code))
    return msgspec.structs.replace(record, issue=held)


@pytest.mark.parametrize(
    ("held", "issues", "missing"),
    [
        ((joined(2021, (3, 4)), issue(2021, 5)), 3, 0),
        ((joined(2021, (3, 4)), issue(2021, 2), issue(2021, 6)), 4, 1),
        ((joined(2021, (3, 4), (27, 28)), issue(2021, 5, serial=29)), 3, 0),
        ((issue(2021, 2, serial=26), joined(2021, (5, 6), (29, 30))), 3, 2),
        ((issue(2021, 2), extra(2021, "增刊"), issue(2021, 4)), 3, 1),
        ((issue(2021, 2, serial=26), extra(2021, "增刊", 27), issue(2021, 3, serial=28)), 3, 0),
        ((issue(2021, 2, serial=26), extra(2021, "专刊", 29), issue(2021, 3, serial=28)), 3, 1),
        ((extra(2021, "增刊"), extra(2021, "专刊")), 2, 0),
        ((part(2021, 12, "shang"), part(2021, 12, "xia"), issue(2022, 1)), 2, 0),
        ((part(2021, 12, "shang"), part(2021, 12, "xia"), issue(2021, 14)), 2, 1),
        ((part(2021, 12, "p1", 120), part(2021, 12, "p2", 121), issue(2022, 1, serial=122)), 2, 0),
        ((issue(2021, 12), part(2021, 12, "xia")), 1, 0),
    ],
)
def test_an_issue_that_joins_two_numbers_is_two_and_an_extra_one_leaves_no_gap(
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
