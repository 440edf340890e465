"""Figures of thousands of digits in a print: text, never a number, and never a reason to stop."""

from pathlib import Path

import pytest

from generator.lexicon.dates import add_days, add_months, end_of_term
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.numbers import (
    find_numbers,
    read_number_line,
    split_number,
    split_order,
    split_trailing_number,
)
from generator.lexicon.numerals import LONGEST_NUMBER, in_figures, read_number
from generator.source.folder import named_issue
from tests.hostile.publishing import plain_text, publish, write_text

NINES, ONES = "9" * 5_000, "一" * 5_000

LINES = {
    "article": f"第{NINES}条 各乡镇应当巡查。",
    "article-chinese": f"第{ONES}条 各乡镇应当巡查。",
    "article-inserted": f"第五条之{ONES} 各乡镇应当巡查。",
    "article-full-width": f"第{'９' * 5_000}条 各乡镇应当巡查。",
    "chapter": f"第{NINES}章 总则",
    "part": f"第{'千' * 5_000}编 总则",
    "item": f"{ONES}、巡查",
    "item-brackets": f"（{ONES}）巡查",
    "item-arabic": f"{NINES}. 巡查",
    "decimal": f"1.{NINES} 巡查",
    "circled": f"$\\textcircled{{{NINES}}}$ 巡查",
    "circled-beyond": "$\\textcircled{99}$ 巡查",
    "page": f"— {NINES} —",
    "page-of": f"第{NINES}页 共{NINES}页",
    "year": f"{NINES}年，各乡镇应当巡查。",
    "date": f"2021年{NINES}月{NINES}日",
    "term-years": f"本通知自2021年10月8日起施行，有效期{NINES}年。",
    "term-years-chinese": f"本通知自2021年10月8日起施行，有效期{ONES}年。",
    "term-beyond-calendar": "本通知自2021年10月8日起施行，有效期9999年。",
    "days": f"本通知自印发之日起{NINES}日后施行。",
    "days-beyond-calendar": "本通知自印发之日起9999999日后施行。",
    "months-beyond-calendar": "本通知自公布之日起999999个月后施行。",
    "price": f"每立方米{NINES}.{NINES}元",
    "number": f"根据云政发〔2020〕{NINES}号办理。",
    "number-of-order": f"根据《河道条例》（国务院令第{NINES}号）办理。",
    "number-of-order-chinese": f"根据国务院令第{ONES}号办理。",
    "numbers-range": f"根据云政发〔2020〕1至{NINES}号办理。",
    "number-by-year": f"根据水利部公告2019年第{NINES}号办理。",
    "article-cited": f"根据《河道条例》第{NINES}条办理。",
    "serial-blanks": f"根据云政发〔2020〕{'1 ' * 2_000}条号办理。",
    "table": f"| 序号 | 数 |\n|---|---|\n| {NINES} | {ONES} |",
    "attachment": f"附件{NINES}\n\n巡查表",
    "attachment-note": f"附件：{NINES}.巡查表",
    "print-run": f"（共印{NINES}份）",
}
"""Lines of a print."""


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_figure_of_any_length_is_text(line: str, tmp_path: Path) -> None:
    write_text(tmp_path / "east", plain_text(block=f"{line}\n\n二、强化保障"))
    published = publish(tmp_path)
    assert published.errors == ()
    assert "archive/east/2021/4/2.md" in published.pages


FRONTS = {
    "serial": plain_text().replace("总第28期", f"总第{NINES}期"),
    "number": plain_text(masthead=f"2021年第{NINES}期"),
    "number-zero": plain_text(masthead="2021年第0期"),
    "number-chinese": plain_text(masthead=f"2021年第{ONES}期"),
    "contents-page": plain_text().replace("……（1）", f"……（{NINES}）"),
    "contents-page-first": plain_text().replace(
        "云溪县人民政府关于加强", f"{NINES} 云溪县人民政府关于加强", 1
    ),
    "number-of-document": plain_text().replace("云政发〔2021〕3号\n", f"云政发〔2021〕{NINES}号\n"),
    "order": plain_text().replace("云政发〔2021〕3号\n", f"第{ONES}号\n"),
    "contents-number": plain_text().replace("云政发〔2021〕3号）", f"云政发〔2021〕{NINES}号）"),
    "imprint": plain_text(imprint=f"{NINES}年12月20日出版"),
}
"""Prints with such a figure before the text, or in the number of a document."""


@pytest.mark.parametrize("text", FRONTS.values(), ids=FRONTS)
def test_a_figure_of_any_length_before_the_text_is_text(text: str, tmp_path: Path) -> None:
    write_text(tmp_path / "east", text)
    published = publish(tmp_path)
    assert published.errors == ()
    assert "archive/east/2021/4/2.md" in published.pages


def test_a_number_is_read_up_to_its_longest() -> None:
    longest = "9" * LONGEST_NUMBER
    assert read_number(longest) == int(longest)
    assert read_number(f"{longest}9") is None
    assert read_number("一" * LONGEST_NUMBER) == int("1" * LONGEST_NUMBER)
    assert read_number("一" * (LONGEST_NUMBER + 1)) is None
    assert read_number("千" * 9_999) == 9_999_000
    assert read_number("千" * 10_000) is None


def test_a_number_that_is_too_long_keeps_its_figures() -> None:
    assert in_figures("十二") == "12"
    assert in_figures(f"1 {NINES}") == f"1{NINES}"
    assert read_number_line(f"第{NINES}号") == f"第{NINES}号"
    assert read_number_line(f"2019年第{ONES}号") == f"2019年第{ONES}号"
    assert split_trailing_number(f"某某省人民政府令第{NINES}号") == (
        "某某省人民政府令",
        f"第{NINES}号",
    )
    assert split_number(f"云政发〔2020〕{NINES}号") is None
    assert split_order(f"国务院令第{NINES}号") is None
    assert split_number("云政发〔2020〕1234567号") == ("云政发", 2020, 1_234_567)
    assert read_enumerator(f"第{NINES}条 巡查") is None


def test_a_serial_number_is_read_in_one_way_only() -> None:
    assert [match["serial"] for match in find_numbers("云政发〔2020〕12 3 号")] == ["12 3"]
    assert find_numbers("云政发〔2020〕" + "1" * 5_000 + "条") == []


def test_no_day_is_counted_beyond_the_calendar() -> None:
    assert add_days("9999-12-30", 1) == "9999-12-31"
    assert add_days("9999-12-31", 1) is None
    assert add_days("2021-01-01", 9_999_999) is None
    assert add_months("9998-12-01", 12) is None
    assert add_months("2021-01-31", 1) == "2021-03-01"
    assert end_of_term("2021-10-08", 12 * 9_999) is None


@pytest.mark.parametrize(
    ("name", "named"),
    [("2021-04", (2021, 4)), ("2021-0012", (2021, 12)), ("2021-0", (None, None)), ("0000-04", (None, None)),
     ("2021-99999", (None, None)), ("2021-" + "9" * 200, (None, None)), ("２０２１-04", (None, None))],
)  # fmt: skip
def test_a_file_name_states_an_issue_that_can_be(
    name: str, named: tuple[int | None, int | None]
) -> None:
    found = named_issue(f"{name}.txt")
    assert (found.year, found.number) == named
