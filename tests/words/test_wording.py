"""How dates, counts and shares are written."""

import pytest

from generator.model import Document, Printed
from generator.words.element_texts import ELEMENTS, shown_elements
from generator.words.figure_names import name_figure
from generator.words.finding_kinds import name_kind
from generator.words.wording import (
    bracketed,
    chinese_date,
    cited_place,
    issue_name,
    month_of,
    percent,
    titled,
    with_colon,
    year_label,
    year_of,
)


@pytest.mark.parametrize(
    ("iso", "date", "year", "month"),
    [
        ("2021-10-08", "2021年10月8日", "2021", "10"),
        ("2021-02-03", "2021年2月3日", "2021", "02"),
        ("2021-2-31", "2021年2月31日", "2021", "02"),
        ("2021-10", "2021年10月", "2021", "10"),
        ("22021-10-08", "22021-10-08", None, ""),
        ("2021-10-081", "2021-10-081", None, ""),
        ("长期", "长期", None, ""),
        (None, "", None, ""),
    ],
)
def test_a_date_in_words(iso: str | None, date: str, year: str | None, month: str) -> None:
    assert (chinese_date(iso), year_of(iso), month_of(iso)) == (date, year, month)


@pytest.mark.parametrize(
    ("part", "whole", "digits", "share"),
    [
        (0, 0, 2, "—"),
        (0, 7, 2, "0.00%"),
        (2, 3, 2, "66.66%"),
        (2, 3, 1, "66.6%"),
        (1, 16, 2, "6.25%"),
        (1, 999, 1, "0.1%"),
        (99_999, 100_000, 2, "99.99%"),
        (9_999_999, 10_000_000, 2, "99.99%"),
        (7, 7, 1, "100.0%"),
    ],
)
def test_a_share_is_rounded_down(part: int, whole: int, digits: int, share: str) -> None:
    assert percent(part, whole, digits) == share


@pytest.mark.parametrize(
    ("id_", "name", "cited"),
    [
        ("a/2021/4", "2021年第4期", "2021年第4期"),
        ("a/2021/3-4", "2021年第3、4期合刊", "2021年第3、4期合刊"),
        ("a/2021/5-7/2", "2021年第5—7期合刊", "2021年第5—7期合刊"),
        ("a/2021/z", "2021年增刊", "2021年增刊"),
        ("a/2021/12-shang/3", "2021年第12期（上）", "2021年第12期（上）"),
        ("a/2021/12-p2", "2021年第12期（2）", "2021年第12期（二）"),
        ("a/s78-xia", "总第78期（下）", "总第78期（下）"),
        ("a/2021/z1/3", "2021年增刊第1期", "2021年增刊第1期"),
        ("a/2021/zk2", "2021年专刊第2期", "2021年专刊第2期"),
        ("a/2021/4-z", "2021年第4期增刊", "2021年第4期增刊"),
        ("a/2021/3-4-zk1", "2021年第3、4期合刊专刊第1期", "2021年第3、4期合刊专刊第1期"),
        ("a/2021/hw", "2021年号外", "2021年号外"),
        ("a/2021/x2", "2021年非正刊第2期", "2021年非正刊第2期"),
        ("a/2021/s78", "2021年总第78期", "2021年总第78期"),
        ("a/2021/s27-28", "2021年总第27—28期", "2021年总第27、28期"),
        ("a/s78/1", "总第78期", "总第78期"),
    ],
)
def test_an_issue_is_called_as_it_counts(id_: str, name: str, cited: str) -> None:
    """On pages, and in the Chinese citation of a document."""
    assert issue_name(id_) == name
    assert cited_place("某某公报", id_, None) == f"《某某公报》{cited}"


def test_small_words() -> None:
    assert (issue_name("yunxi/2021/4"), issue_name("yunxi/2021/4/12")) == (("2021年第4期",) * 2)
    assert (year_label("2021"), year_label("undated")) == ("2021年", "日期未详")
    assert titled("关于印发《办法》的通知") == "《关于印发〈办法〉的通知》"
    assert [with_colon(text) for text in ("甲", "甲：", "甲:")] == ["甲：", "甲：", "甲:"]
    texts = ("甲", "（甲）", "(甲)", "（甲）乙", "乙（甲）")
    assert [bracketed(text) for text in texts] == [
        "（甲）",
        "（甲）",
        "(甲)",
        "（（甲）乙）",
        "（乙（甲））",
    ]


def test_what_has_no_name_is_called_as_in_the_data() -> None:
    assert (name_figure("contents"), name_figure("x")) == ("目录条目", "x")
    assert (name_kind("lost")[0], name_kind("x")) == ("文字缺失", ("x", ""))


def test_elements_are_in_the_order_of_the_print() -> None:
    document = Document(
        1,
        (1, 9),
        "通知",
        recipients="各局",
        signature="市政府",
        date="2021-10-08",
        note="此件公开发布",
        subjects=("水利", "通知"),
        copies="市委",
        printed=Printed("办公室", "2021-10-09"),
        as_printed={"note": "(此件公开发布)"},
    )
    assert [text for _, text in shown_elements(document)] == [
        "各局：",
        "市政府",
        "2021年10月8日",
        "(此件公开发布)",
        "主题词：水利　通知",
        "抄送：市委",
        "办公室　2021年10月9日印发",
    ]
    assert [element.name for element in ELEMENTS if element.above] == [
        "copy", "security", "urgency", "signer", "index", "recipients",
    ]  # fmt: skip
    assert list(shown_elements(Document(1, (1, 9), "通知"))) == []
    for printed, text in (
        (Printed("办公室"), "办公室"),
        (Printed(None, "2021-10-09"), "2021年10月9日印发"),
    ):
        shown = shown_elements(Document(1, (1, 9), "通知", printed=printed))
        assert [words for _, words in shown] == [text]
