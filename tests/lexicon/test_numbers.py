"""Document numbers: printed form → canonical form and parts."""

import pytest

from generator.lexicon.numbers import (
    DocumentNumber,
    OrderNumber,
    find_numbers,
    format_number,
    is_register_line,
    read_number_line,
    read_year,
    split_number,
    split_order,
    split_trailing_number,
    write_number,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某政发〔2021〕3号", "某政发〔2021〕3号"),
        ("某政发 [2021] 3 号", "某政发〔2021〕3号"),
        ("某政发（2021）3号", "某政发〔2021〕3号"),
        ("某政发【２０２１】３号", "某政发〔2021〕3号"),
        ("某政发〈2021〉3号", "某政发〔2021〕3号"),
        ("某政发〔2O21〕3号", "某政发〔2021〕3号"),
        ("〔2O〇5〕第2号", "〔2005〕第2号"),
        ("2O19年第1号", "2019年第1号"),
        ("某政发〔二○二一〕3号", "某政发〔2021〕3号"),
        ("某政发〔2021〕第3号", "某政发〔2021〕3号"),
        ("（某政发〔2021〕3号）", "某政发〔2021〕3号"),
        ("文号：某政发〔2021〕3号", "某政发〔2021〕3号"),
        ("某政发〔2021〕3号　签发人：王某某", "某政发〔2021〕3号"),
        ("某政发〔2021〕3号（2021年10月8日）", "某政发〔2021〕3号"),
        ("〔2005〕第2号", "〔2005〕第2号"),
        ("第707号", "第707号"),
        ("第一百二十号", "第120号"),
        ("2019年第1号", "2019年第1号"),
        ("二〇一九年第一号", "2019年第1号"),
        ("十三届第12号", "十三届第12号"),
        ("某某市人民政府令第９号", "某某市人民政府令第9号"),
        ("某政发〔2021〕3", None),
        ("某政发2021第3号", None),
        ("根据某政发〔2021〕3号，特此通知", None),
        ("某政发〔3021〕3号", None),
        ("某某号", None),
        ("", None),
    ],
)
def test_read_number_line(text: str, expected: str | None) -> None:
    assert read_number_line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021", 2021), ("２０２１", 2021), ("2O21", 2021), ("2〇21", 2021),
        ("二○二一", 2021), ("一九九八", 1998), ("二OO九", 2009), ("某", None),
    ],
)  # fmt: skip
def test_read_year(text: str, expected: int | None) -> None:
    assert read_year(text) == expected


def test_find_numbers() -> None:
    found = find_numbers("某政发〔2021〕3号、某政办发[2020]12号，国务院令第707号")
    assert [format_number(match) for match in found] == [
        "某政发〔2021〕3号",
        "某政办发〔2020〕12号",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("登记号：QJGF—2023—0002", True), ("索引号: 1234", True), ("QJGF-2023-0002", True),
        ("登记：QJGF", False), ("某某市人民政府", False), ("ABC-23-0002", False), ("", False),
    ],
)  # fmt: skip
def test_is_register_line(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_register_line(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("关于某事的通知（某政发〔2017〕40号）", ("关于某事的通知", "某政发〔2017〕40号")),
        ("关于某事的 通知(某政发[2017]40号)", ("关于某事的通知", "某政发〔2017〕40号")),
        ("某某省人民政府令第320号", ("某某省人民政府令", "第320号")),
        ("某某省人民政府令（第三十号）", ("某某省人民政府令", "第30号")),
        ("关于某事的 通知", ("关于某事的通知", None)),
        ("关于某政发〔2017〕40号的通知", ("关于某政发〔2017〕40号的通知", None)),
    ],
)
def test_split_trailing_number(text: str, expected: tuple[str, str | None]) -> None:
    assert split_trailing_number(text) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("某政发〔2021〕3号", DocumentNumber("某政发", 2021, 3)),
        ("某政发〔2021〕3", DocumentNumber("某政发", 2021, 3)),
        ("第707号", None), ("〔2021〕3号", None), ("某政发〔2021〕12345678号", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_split_number(number: str | None, expected: DocumentNumber | None) -> None:
    assert split_number(number) == expected


def test_a_number_is_written_from_its_parts() -> None:
    assert write_number(DocumentNumber("某政发", 2021, 3)) == "某政发〔2021〕3号"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("第707号", OrderNumber("", "", None, 707)),
        ("国务院令第707号", OrderNumber("国务院", "令", None, 707)),
        ("某某部公告2019年第1号", OrderNumber("某某部", "公告", 2019, 1)),
        ("2019年第1号", OrderNumber("", "", 2019, 1)),
        ("某政发〔2021〕3号", None), ("第七号", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_split_order(number: str | None, expected: OrderNumber | None) -> None:
    assert split_order(number) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (OrderNumber("", "", None, 7), True),
        (OrderNumber("某某局", "令", 2019, 7), True),
        (OrderNumber("", "公告", None, 7), False),
        (OrderNumber("", "", 2018, 7), False),
        (OrderNumber("国务院", "令", 2019, 8), False),
    ],
)
def test_agrees(other: OrderNumber, expected: bool) -> None:  # noqa: FBT001
    assert OrderNumber("国务院", "令", 2019, 7).agrees(other) is expected


@pytest.mark.parametrize("line", ["签发人：张号", "号", "（号）", "（）号"])
def test_a_line_of_which_nothing_is_left_is_no_number(line: str) -> None:
    assert read_number_line(line) is None
