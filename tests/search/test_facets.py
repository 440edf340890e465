"""The days of force that the filters compare with the reader's day."""

import pytest

from generator.model import Effective
from generator.search.facets import date_number, make_columns, term_of
from tests.fixtures.dated import date_on
from tests.pages.small import archive, document, issue


@pytest.mark.parametrize(
    ("effective", "start", "until"),
    [
        (Effective("2020-01-01"), None, None),
        (Effective("2020-01-01", "2021-01-01"), None, None),
        (Effective("2020-01-01", "2022-01-01"), None, "2022-01-01"),
        (Effective("2020-01-01", "2022-11-31"), None, "2022-11-30"),
        (Effective("2020-01-01", "长期"), None, None),
        (Effective("2021-06-02"), "2021-06-02", None),
        (Effective("2021-06-02", "2022-01-01"), "2021-06-02", "2022-01-01"),
    ],
)
def test_only_days_that_can_change_a_state_are_in_the_index(
    effective: Effective, start: str | None, until: str | None
) -> None:
    (record,) = date_on(archive(issue(1, document(1, effective=effective))), "2021-06-01").documents
    assert term_of(record) == (date_number(start), date_number(until))


def test_an_archive_without_documents_has_columns() -> None:
    assert make_columns((), (), ())["terms"] == ["", ""]
