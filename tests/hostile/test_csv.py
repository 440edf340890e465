"""Cells of the CSV files: text for every spreadsheet, never a formula."""

import csv
import io
from pathlib import Path

import pytest

from generator.export.table_files import safe_cell
from tests.hostile.publishing import demo_plain, publish, write_issue

FORMULAS = (
    "=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u3000=1", "＝1+1",
    "＋1+1", "－1+A1", "＠SUM(1)", '=HYPERLINK("http://x")', "-5+A1", "+86 10 1234", "--", "=-5",
    "\ufeff=1", "-5.", "@", "-甲",
)  # fmt: skip
PLAIN = (
    "-5",
    "+3.5%",
    "－5",
    "-1,234.5",
    "+12",
    "-0.5‰",
    "-",
    "+",
    "－",
    "－3．5％",
    "5-3",
    "a=b",
    "云@溪",
    "",
    "—",
    "－ ",
    "3+4",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_what_begins_like_a_formula_has_an_apostrophe_before_it(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_numbers_and_words_are_left_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


def test_the_files_of_tables_hold_no_formula(issues: Path) -> None:
    plain = demo_plain()
    table = plain["documents"][0]["parts"][2]["blocks"][1]
    table["header"], table["spans"] = [["=名称", "数"]], []
    table["rows"] = [["=1+1", "-5"], ["@甲", "\t+乙"]]
    write_issue(issues / "yunxi", plain)
    data = publish(issues).files["data/tables/yunxi-2020-1-1-1.csv"].decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(data))) == [
        ["'=名称", "数"],
        ["'=1+1", "-5"],
        ["'@甲", "'\t+乙"],
    ]
