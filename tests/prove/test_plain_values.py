"""What a print says in figures, in either script."""

import pytest

from generator.prove.plain_values import (
    dates_in,
    days_of_force,
    numbers_in,
    prints_beginning,
    read_plainly,
)


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("12", 12),
        ("十二", 12),
        ("二十", 20),
        ("廿一", 21),
        ("二〇二一", 2021),
        ("一百零五", 105),
        ("两", 2),
    ],
)
def test_numerals(numeral: str, number: int) -> None:
    assert read_plainly(numeral) == number


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2021 年 3 月 5 日", {"2021-03-05", "2021-03"}),
        ("二○二一年三月廿一日", {"2021-03-21", "2021-03"}),
        ("出版日期：2015-05-10", {"2015-05-10", "2015-05"}),
        ("2021年10月　日", {"2021-10"}),
        ("2021年", set()),
    ],
)
def test_dates(text: str, dates: set[str]) -> None:
    assert dates_in(text) == dates


def test_numbers_beside_words() -> None:
    assert numbers_in("2021年第3期（总第57期）", "总第") == {57}
    assert numbers_in("2021年第3期", behind="期") == {3}


@pytest.mark.parametrize(
    ("sentence", "bases", "is_end", "day", "other"),
    [
        ("自2021年5月1日起施行", {"2021-03-12"}, False, "2021-05-01", "2021-05-02"),
        ("自印发之日起施行", {"2021-03-12"}, False, "2021-03-12", "2021-03-13"),
        ("自公布之日起三十日后施行", {"2021-03-12"}, False, "2021-04-11", "2021-03-12"),
        ("自9月20日起施行", {"2020-09-01"}, False, "2020-09-20", "2020-09-21"),
        ("有效期两年", {"2021-03-12"}, True, "2023-03-11", "2023-03-12"),
        ("有效期1年6个月", {"2021-03-12"}, True, "2022-09-11", "2022-09-12"),
        ("有效期至2026年4月30日", {"2021-03-12"}, True, "2026-04-30", "2026-04-29"),
        ("有效期至2017年底", {"2015-03-12"}, True, "2017-12-31", "2017-12-30"),
        ("有效期至2016年2月底", {"2015-03-12"}, True, "2016-02-29", "2016-02-28"),
        ("有效期30日", {"2021-03-12"}, True, "2021-04-10", "2021-04-11"),
        ("自下月1日起施行", {"2021-12-12"}, False, "2022-01-01", "2021-01-01"),
        ("自本月20日起施行", {"2021-12-12"}, False, "2021-12-20", "2022-01-20"),
        ("自明年1月1日起施行", {"2021-12-12"}, False, "2022-01-01", "2021-01-01"),
        ("自印发次日起施行", {"2021-12-31"}, False, "2022-01-01", "2022-01-02"),
        ("自2021年7月起执行", {"2021-05-12"}, False, "2021-07", "2021-08"),
    ],
)
def test_days_of_force(
    sentence: str, bases: set[str], *, is_end: bool, day: str, other: str
) -> None:
    found = days_of_force(sentence, bases, is_end=is_end)
    assert day in found
    assert other not in found


@pytest.mark.parametrize(
    ("sentence", "prints"),
    [
        ("自2021年5月1日起施行", True),
        ("自二〇二一年五月一日起施行", True),
        ("自印发之日起施行，有效期至2026年4月30日", False),
        ("自2021年第四季度起施行", False),
    ],
)
def test_a_beginning_is_printed(sentence: str, *, prints: bool) -> None:
    assert prints_beginning(sentence) is prints


def test_a_sentence_of_many_numbers_means_no_day() -> None:
    assert (
        days_of_force("".join(f"{year}年" for year in range(99)), {"2021-03-12"}, is_end=True)
        == set()
    )
