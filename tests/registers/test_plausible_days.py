"""By how many years the dates of an issue can differ."""

import pytest

from generator.registers.plausible import Time, is_plausible


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
