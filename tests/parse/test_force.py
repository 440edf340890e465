"""First and last day of force, sentence by sentence, without a document around them."""

import pytest

from generator.parse.force.first_days import Beginning, read_beginning
from generator.parse.force.force_terms import read_last_day
from generator.parse.force.own_force import own_words

OPEN = Beginning(None, is_open=True)
LACKS = Beginning(None, is_open=True, lacks_date=True)
NONE = Beginning(None)


@pytest.mark.parametrize(
    ("sentence", "date", "expected"),
    [
        ("自3月1日起施行", "2021-03-01", Beginning("2021-03-01")),
        ("自3月1日起施行", "2021-03-02", OPEN),
        ("自今年3月1日起施行", "2021-03-02", Beginning("2021-03-01")),
        ("自明年3月1日起施行", "2021-03-02", Beginning("2022-03-01")),
        ("自2月30日起施行", "2021-03-02", Beginning("2021-02-30")),
        ("自本月15日起施行", "2021-03-02", Beginning("2021-03-15")),
        ("自当月15日起施行", "2021-03-02", Beginning("2021-03-15")),
        ("自下月15日起施行", "2021-12-02", Beginning("2022-01-15")),
        ("自下个月15日起施行", "2021-12-02", Beginning("2022-01-15")),
        ("自次月15日起施行", "2021-12-02", Beginning("2022-01-15")),
        ("自下月1日起施行", "9999-12-02", NONE),
        ("自印发之日起施行", None, LACKS),
        ("自印发之日起施行", "2021-02-31", LACKS),
        ("各单位要认真执行", None, NONE),
        ("各单位要认真执行", "2021-03-02", NONE),
        ("自印发之日起，各单位要报送材料", "2021-03-02", NONE),
        ("自印发之日起，各单位要报送材料", None, NONE),
        ("施行前，自印发之日起报送", "2021-03-02", NONE),
        ("自本办法印发之日起施行", "2021-03-02", Beginning("2021-03-02")),
        ("自印发之日起30日后施行", "2021-03-02", Beginning("2021-04-01")),
        ("自印发之日起99999999日后施行", "2021-03-02", NONE),
        ("自印发之日起9个月后施行", "9999-03-02", NONE),
        ("自印发次日起施行", "2021-03-31", Beginning("2021-04-01")),
        ("自2021年7月起执行", None, Beginning("2021-07")),
        ("有效期自2021年6月1日起5年", None, Beginning("2021-06-01")),
        ("施行日期为2021年6月1日", None, Beginning("2021-06-01")),
        ("自2021年第四季度起施行", "2021-03-02", OPEN),
        ("自发布之日起30日内有效", "2021-03-02", Beginning("2021-03-02")),
    ],
)
def test_the_first_day(sentence: str, date: str | None, expected: Beginning) -> None:
    assert read_beginning(sentence, date) == expected


@pytest.mark.parametrize(
    ("sentence", "start", "last"),
    [
        ("有效期至2024年2月底", None, "2024-02-29"),
        ("有效期至2024年1月底", None, "2024-01-31"),
        ("有效期至2024年12月末", None, "2024-12-31"),
        ("有效期至2024年13月底", None, "2024-13"),
        ("有效期至2024年0月底", None, "2024-00"),
        ("有效期至2024年6月", None, "2024-06"),
        ("有效期至2024年底", None, "2024-12-31"),
        ("有效期5年", "2021-04-12", "2026-04-11"),
        ("有效期5年", None, None),
        ("有效期5年", "2021-02-30", None),
        ("有效期5年", "2021-04", None),
        ("有效期2年半", "2021-04-12", "2023-10-11"),
        ("有效期1年6个月", "2021-04-12", "2022-10-11"),
        ("有效期30日", "2021-04-12", "2021-05-11"),
        ("有效期0年", "2021-04-12", None),
        ("，试行三年", "2021-04-12", "2024-04-11"),
        ("，试行三年行动计划", "2021-04-12", None),
        ("自发布之日起一年零六个月内有效", "2021-04-12", "2022-10-11"),
        ("自发布之日起两年半内有效", "2021-04-12", "2023-10-11"),
        ("自发布之日起一年内有效", "2021-04-12", "2022-04-11"),
        ("有效期至2023年5月31日", "2021-04-12", "2023-05-31"),
        ("自2019年1月1日至2020年12月31日执行", None, "2020-12-31"),
        ("各单位要认真执行", "2021-04-12", None),
    ],
)
def test_the_last_day(sentence: str, start: str | None, last: str | None) -> None:
    assert read_last_day(sentence, start) == last


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("本办法自印发之日起施行", True),
        ("现予公布，自2021年6月1日起施行", True),
        ("自2021年6月1日起施行", True),
        ("工程自2021年6月1日起执行新的标准", False),
        ("各单位自2021年6月1日起执行", False),
        ("《某某条例》自2021年6月1日起施行", False),
        ("该办法自2021年6月1日起施行", False),
        ("原办法有效期至2021年6月1日", False),
        ("本合同有效期三年", False),
    ],
)
def test_whose_force_a_sentence_speaks_of(sentence: str, *, own: bool) -> None:
    assert bool(own_words(sentence)) is own
