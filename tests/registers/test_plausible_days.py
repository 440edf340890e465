"""By how many years the dates of an issue can differ."""

import pytest

from generator.model import Document, Issue, Publication
from generator.registers.plausible import Time, find_time, is_plausible


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
