"""Rare forms of a document number: what they mean, and which of them nobody can read."""

import pytest

from generator.lexicon.counts.rare_numbers import (
    each_number,
    is_broken_number,
    whole_year,
    write_serials,
)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("3", "3"), ("十二", "12"), ("0012", "12"), ("3、4", "3、4"), ("3和4", "3、4"), ("三、四", "3、4"),
        ("3—5", "3—5"), ("3至5", "3—5"), ("3-5", "3—5"), ("3、5至7", "3、5—7"), ("3、3", None), ("4、3", None),
        ("3、4、4", None), ("12345678", "12345678"), ("3、12345678", None),
    ],
)  # fmt: skip
def test_serials(printed: str, written: str | None) -> None:
    assert write_serials(printed) == written


@pytest.mark.parametrize(
    ("number", "serials"),
    [("3", [3]), ("3、4", [3, 4]), ("3—5", [3, 4, 5]), ("3、5—7", [3, 5, 6, 7]), ("3、4、6", [3, 4, 6])],
)  # fmt: skip
def test_each_number_that_several_mean(number: str, serials: list[int]) -> None:
    found = list(each_number(f"云政发〔2021〕{number}号"))
    assert found == [f"云政发〔2021〕{serial}号" for serial in serials]


def test_an_order_means_itself() -> None:
    assert list(each_number("第3号")) == ["第3号"]


@pytest.mark.parametrize(
    ("year", "whole"),
    [(None, None), (0, 2000), (48, 2048), (49, 1949), (99, 1999), (100, 100), (2021, 2021)],
)
def test_the_year_of_two_figures(year: int | None, whole: int | None) -> None:
    assert whole_year(year) == whole


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("云政发〔2021〕号", True), ("（云政发〔2021〕号）", True), ("云政发〔2021〕", True), ("云政发〔2021〕3", True),
        ("云政发20213号", True), ("云政发2021第3号", True), ("云政发〔〕3号", True), ("云政发2021〕3号", True),
        ("云政发〔20213号", True), ("云政发（〔2021〕3）号", True), ("云政发〔2021〕S号", True), ("云政发〔2O2l〕3号", True),
        ("云政发〔2021〕3号、云政办发〔2021〕4号", True), ("云政发〔2021〕3号甲乙丙", True),
        ("云政发〔2021〕3号甲乙丙丁", False), ("云政发〔2021〕3号。", True), ("云政府20213号", False), ("云政府（〔2021〕3）号", False),
        ("云溪路2021号", False),
        ("发〔2021〕号", False), ("云政发1021号", False), ("《云政发〔2021〕号》", False), ("按云政发〔2021〕的3号", False),
        ("云政发〔2021〕3号、4号：", False), ("云政发〔2021〕S号，", False), ("根据云政发〔2021〕S号", False), ("按照云政发〔2021〕3", False),
        ("云政发〔2021〕第12345678", True), ("云政发〔2021〕第123456789", False),
    ],
)  # fmt: skip
def test_a_number_of_which_a_part_is_lost(text: str, *, broken: bool) -> None:
    assert is_broken_number(text) is broken
