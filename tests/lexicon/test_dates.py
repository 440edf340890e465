"""Dates: printed form → ISO, and the calendar's ends of months."""

import pytest

from generator.lexicon.dates import (
    add_days,
    add_months,
    end_of_term,
    find_dates,
    find_print,
    is_month,
    is_real_date,
    iso_date,
    read_date,
    read_short_date,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年10月8日", "2021-10-08"),
        (" 2021 年 10 月 8 日 ", "2021-10-08"),
        ("2 0 2 1年1 0月8日", "2021-10-08"),
        ("２０２１年１０月８日", "2021-10-08"),
        ("二〇一九年三月八日", "2019-03-08"),
        ("二○一九年十二月三十一日", "2019-12-31"),
        ("二OO九年十月二十日", "2009-10-20"),
        ("二０一九年三月八日", "2019-03-08"),
        ("一九九八年廿一日", None),
        ("一九九八年五月廿一日", "1998-05-21"),
        ("2022年11月31日", "2022-11-31"),
        ("2020年16月1日", "2020-16-01"),
        ("2021年10月", None),
        ("2021-10-08", None),
        ("于2021年10月8日", None),
        ("3021年10月8日", None),
        ("2021年10月8", None),
        ("", None),
    ],
)
def test_read_date(text: str, expected: str | None) -> None:
    assert read_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015.3.18", "2015-03-18"), ("2015-03-18", "2015-03-18"), ("2015/3/18", "2015-03-18"),
        ("2015．3．18", "2015-03-18"),
        (" 1998.12.1 ", "1998-12-01"),
        ("2115.3.18", None), ("15.3.18", None), ("2015.3", None), ("2015年3月18日", None), ("2015.3.181", None),
    ],
)  # fmt: skip
def test_read_short_date(text: str, expected: str | None) -> None:
    assert read_short_date(text) == expected


def test_find_dates() -> None:
    found = find_dates("自2021年10月8日至二〇二二年一月一日，2020年5月除外")
    assert [iso_date(match) for match in found] == ["2021-10-08", "2022-01-01"]


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2021-10-08", True), ("2020-02-29", True),
        ("2021-02-29", False), ("2022-11-31", False), ("2020-16-01", False), ("20211008", False),
        ("2021-W40-5", False), ("", False),
    ],
)  # fmt: skip
def test_is_real_date(iso: str, expected: bool) -> None:  # noqa: FBT001
    assert is_real_date(iso) is expected


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2021-10", True),
        ("2021-13", False),
        ("2021-00", False),
        ("0000-10", False),
        ("2021-1", False),
        ("2021-10-08", False),
        ("２０２１-10", False),
    ],
)
def test_is_month(iso: str, expected: bool) -> None:  # noqa: FBT001
    assert is_month(iso) is expected


@pytest.mark.parametrize(
    ("iso", "months", "expected"),
    [
        ("2021-01-15", 1, "2021-02-15"),
        ("2021-01-31", 1, "2021-03-01"),
        ("2021-01-30", 1, "2021-03-01"),
        ("2021-01-29", 1, "2021-03-01"),
        ("2021-01-28", 1, "2021-02-28"),
        ("2020-01-31", 1, "2020-03-01"),
        ("2020-01-29", 1, "2020-02-29"),
        ("2020-02-29", 12, "2021-03-01"),
        ("2020-02-29", 48, "2024-02-29"),
        ("2021-03-31", 1, "2021-05-01"),
        ("2021-12-31", 1, "2022-01-31"),
        ("2021-10-31", 1, "2021-12-01"),
        ("2020-10-31", 13, "2021-12-01"),
        ("2021-11-30", 1, "2021-12-30"),
        ("2021-11-30", 3, "2022-03-01"),
        ("2021-12-01", 12, "2022-12-01"),
        ("2021-12-01", 0, "2021-12-01"),
        ("2021-12-31", 24, "2023-12-31"),
        ("9998-12-31", 1, None),
        ("9998-11-30", 1, "9998-12-30"),
    ],
)
def test_add_months(iso: str, months: int, expected: str | None) -> None:
    assert add_months(iso, months) == expected


@pytest.mark.parametrize(
    ("iso", "months", "expected"),
    [
        ("2017-11-11", 24, "2019-11-10"),
        ("2021-01-01", 12, "2021-12-31"),
        ("2021-01-31", 1, "2021-02-28"),
        ("2020-01-31", 1, "2020-02-29"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2021-03-01", 12, "2022-02-28"),
        ("9998-12-31", 1, None),
    ],
)
def test_end_of_term(iso: str, months: int, expected: str | None) -> None:
    assert end_of_term(iso, months) == expected


@pytest.mark.parametrize(
    ("iso", "days", "expected"),
    [
        ("2021-02-28", 1, "2021-03-01"), ("2020-02-28", 1, "2020-02-29"), ("2021-12-31", 1, "2022-01-01"),
        ("2021-03-01", -1, "2021-02-28"), ("2021-03-01", 0, "2021-03-01"),
        ("9999-12-31", 1, None), ("0001-01-01", -1, None),
    ],
)  # fmt: skip
def test_add_days(iso: str, days: int, expected: str | None) -> None:
    assert add_days(iso, days) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("自2020年 6月31日起", "2020年 6月31日"),
        ("自二○二○年六月三十一日起", "二○二○年六月三十一日"),
        ("自6月31日起", "6月31日"),
        ("自2019年6月31日起", ""),
        ("自16月31日起", ""),
        ("自6月30日起", ""),
    ],
)
def test_the_print_of_a_day_is_found(text: str, expected: str) -> None:
    assert find_print(text, "2020-06-31") == expected
    assert find_print(text, "长期") == ""
