"""Year and numbers of an issue without a masthead, which only the name of its file gives."""

from typing import Any

import pytest
from msgspec.structs import replace

from generator.archive.record import record_issue
from generator.model import IssueRecord, Special
from generator.prove.value_checks import check_values
from generator.source import Source
from tests.reading import read_bytes

PRINT = """云溪县人民政府关于加强森林防火工作的通知
云政发〔2019〕5号
各乡镇人民政府：
请认真落实。
云溪县人民政府
2019年10月8日
"""


def named(name: str) -> IssueRecord:
    """The issue of a file with this name."""
    path = f"yunxi/{name}.txt"
    return record_issue(read_bytes(PRINT.encode(), path), Source(path, "yunxi"))


@pytest.mark.parametrize(
    ("name", "year", "numbers", "serial"),
    [
        ("2021-04", 2021, (4,), None),
        ("2021-03_04", 2021, (3, 4), None),
        ("2021年第4期", 2021, (4,), None),
        ("s78", None, (), 78),
        ("2021-z1", 2021, (), None),
    ],
)
def test_the_name_of_a_file_says_year_and_number(
    name: str, year: int | None, numbers: tuple[int, ...], serial: int | None
) -> None:
    record = named(name)
    issue = record.issue
    assert (issue.year, issue.serial) == (year, serial)
    assert (issue.numbers or ((issue.number,) if issue.number else ())) == numbers
    assert list(check_values(record)) == []


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("2021-04", {"year": 2022}),
        ("2021-04", {"number": 5}),
        ("2021-04", {"serial": 78}),
        ("2021-03_04", {"numbers": (3, 5)}),
        ("s78", {"serial": 79}),
        ("2021-z1", {"special": Special("增刊", 2, "")}),
        ("2021-z1", {"special": Special("专刊", 1, "")}),
        ("2021-04", {"published": "2021-04-30"}),
    ],
)
def test_a_value_that_neither_print_nor_name_says_is_found(
    name: str, wrong: dict[str, Any]
) -> None:
    record = named(name)
    changed = replace(record, issue=replace(record.issue, **wrong))
    differences = [one for one in check_values(changed) if one.where == "data"]
    assert differences
