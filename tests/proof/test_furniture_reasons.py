"""A line is page furniture for a reason that the page shows; what is printed once and is no folio is text."""

import pytest

from generator.model import Finding
from generator.proof.furniture_reasons import without_reasons

TEXT = [(number, f"第{number}条正文，各级各部门要抓好落实。") for number in range(1, 10)]


def doubted(*texts: str, printed: tuple[str, ...] = (), above: tuple[str, ...] = ()) -> list[str]:
    """Which of some lines are no furniture, in a source that prints them and others."""
    findings = [Finding(50 + nth, "page-furniture", "info", text) for nth, text in enumerate(texts)]
    lines = [*enumerate(above), *TEXT, *enumerate((*texts, *printed), 50)]
    return [one.found for one in without_reasons(findings, lines)]


@pytest.mark.parametrize(
    "text",
    [
        "— 12 —",
        "第 12 页 共 40 页",
        "Page 12 of 40",
        "· 3 ·",
        "<header>市政府文件</header>",
        "云溪市人民政府公报 2021年第3期 · 市政府文件",
        "【市政府文件】",
        "上一篇：云溪市人民政府关于防汛的通知",
    ],
)
def test_a_line_says_that_it_is_furniture(text: str) -> None:
    assert doubted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "二、主要任务",
        "云溪市人民政府",
        "防汛抗旱　值班值守",
        "《云溪市人民政府公报》2021年第3期登出后，请各县执行。",
    ],
)
def test_a_line_that_is_printed_once_is_text(text: str) -> None:
    assert doubted(text) == [text]


def test_a_line_that_comes_back_is_a_running_head() -> None:
    heads = ("12 防汛抗旱　值班值守", "值班值守　防汛抗旱 13")
    assert doubted(*heads) == []
    assert doubted(heads[0], printed=heads[1:]) == [heads[0]]


def test_a_running_head_is_above_its_first_page() -> None:
    assert doubted("防汛抗旱专刊", above=("防汛抗旱专刊",)) == []
    assert doubted("防汛抗旱专刊", printed=("防汛抗旱专刊",), above=("防汛抗旱专刊",)) == [
        "防汛抗旱专刊"
    ]


def test_a_line_that_is_kept_more_often_is_text() -> None:
    line = "各县区人民政府"
    assert doubted(line, line, printed=(line, line)) == []
    assert doubted(line, line, printed=(line, line, line)) == [line, line]
