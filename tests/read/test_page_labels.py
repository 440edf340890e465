"""Which lines are the table of labels of a site, and what of it a document lacks."""

import pytest

from generator.lexicon.characters import squeeze
from generator.read import read_print

PROSE = "各级各部门要高度重视，确保各项措施落到实处。"
TITLE, OTHER = "云溪县关于防汛工作的通知", "云溪县关于防火工作的通知"
NUMBER, DAY = "云政发〔2021〕3号", "2021年6月9日"
ABOVE = (PROSE,) * 5
"""Lines below which a table is only beside a title."""


def kept(*lines: str) -> list[str]:
    """The lines that remain, without blanks."""
    return [
        squeeze(line.text)
        for line in read_print("\n".join(lines).encode(), "print.txt").lines
        if line.text.strip()
    ]


@pytest.mark.parametrize(
    ("table", "gone"),
    [
        (("索引号：一", "来源：二"), True),
        (("索引号:一", "来源:二"), True),
        (("索引号：一来源：二",), True),
        (("索引号\t一", "来源\t二"), True),
        (("索引号\t一\t来源\t二",), True),
        (("索引号：一", "大中小", "来源：二"), True),
        (("索引号：一", "【打印】【关闭】", "来源：二"), True),
        (("索引号：一", "2021-06-09 10:30", "来源：二"), True),
        (("标题：一", "名称：二"), False),
        (("索引号：一", "索引号：二"), False),
        (("索引号：一", PROSE, "来源：二"), False),
        (("第一索引号：一", "现来源：二"), False),
        (("索引号一", "来源二"), False),
        (("本通知的索引号和来源如下：各级各部门要认真抓好各项具体工作来源：二", "索引号：一"), False),
    ],
    ids=[
        "lines", "half-width colons", "one line", "cells", "one row", "buttons", "buttons in brackets", "moment",
        "labels of any text",
        "a label twice", "text between", "inside words", "no colons", "a sentence",
    ],
)  # fmt: skip
def test_a_table_of_labels(table: tuple[str, ...], *, gone: bool) -> None:
    lines = kept(*ABOVE, TITLE, *table, PROSE)
    assert lines == [*ABOVE, TITLE, *(() if gone else map(squeeze, table)), PROSE]


def test_buttons_alone_are_no_table() -> None:
    assert kept(*ABOVE, TITLE, "大中小", "索引号：一", "来源：二", PROSE) == [
        *ABOVE,
        TITLE,
        "大中小",
        PROSE,
    ]


def test_a_line_of_a_site_is_set_aside_whole() -> None:
    line = "发布时间：2021-06-09　来源：云溪县　浏览次数：20"
    findings = read_print(f"{TITLE}\n{line}\n{PROSE}".encode(), "print.txt").findings
    assert [(one.kind, one.found) for one in findings] == [("page-furniture", line)]


@pytest.mark.parametrize(
    ("above", "label", "below", "found"),
    [
        ((TITLE,), f"文号：{NUMBER}", (PROSE,), NUMBER),
        ((TITLE,), f"文号：{NUMBER}", (NUMBER, PROSE), None),
        ((TITLE, NUMBER), f"文号：{NUMBER}", (PROSE,), None),
        ((TITLE,), "文号：无", (PROSE,), None),
        ((TITLE,), f"来源：{NUMBER}", (PROSE,), None),
        ((), f"标题：{TITLE}", (PROSE,), TITLE),
        ((), f"标题：{TITLE}", (OTHER, PROSE), None),
        ((OTHER,), f"标题：{TITLE}", (PROSE,), None),
        ((), "标题：无", (PROSE,), None),
        ((), f"来源：{TITLE}", (PROSE,), None),
        ((TITLE,), f"成文日期：{DAY}", (PROSE,), None),
        ((TITLE,), f"成文日期：{DAY}", (PROSE, "2021年6月8日"), None),
        ((TITLE,), "成文日期：无", (PROSE,), None),
        ((TITLE,), f"发布日期：{DAY}", (PROSE,), None),
        ((), f"成文日期：{DAY}", (PROSE,), None),
        ((TITLE,), f"成文日期：{DAY}", (*[PROSE] * 6, OTHER, NUMBER, PROSE, "2021年6月8日"), None),
        ((TITLE,), f"成文日期：{DAY}", (*[PROSE] * 6, NUMBER, "2021年6月8日"), None),
        ((TITLE,), f"成文日期：{DAY}", (*[PROSE] * 5, NUMBER, "2021年6月8日"), None),
    ],
)
def test_what_a_document_lacks_is_read_of_its_labels(
    above: tuple[str, ...], label: str, below: tuple[str, ...], found: str | None
) -> None:
    """A number or a title; the date is given to the document, and no line of its text."""
    value = label.partition("：")[2]
    lines = kept(*above, "索引号：一", label, *below)
    assert lines == [*above, *([value] if found else []), *below]


@pytest.mark.parametrize(
    ("label", "below", "differs"),
    [
        ("文号：云政发〔2021〕4号", (NUMBER,), True),
        (f"文号：{NUMBER}", (NUMBER,), False),
        ("文号：云政发〔2021〕4号", (PROSE,), False),
        ("来源：云政发〔2021〕4号", (NUMBER,), False),
        ("文号：无", (NUMBER,), False),
    ],
)
def test_a_number_that_differs_is_reported(
    label: str, below: tuple[str, ...], *, differs: bool
) -> None:
    lines = (TITLE, "索引号：一", label, *below, PROSE)
    findings = read_print("\n".join(lines).encode(), "print.txt").findings
    assert any(one.kind == "number-differs" for one in findings) is differs


def test_labels_of_any_text_are_no_table_though_a_site_has_one_elsewhere() -> None:
    lines = (*ABOVE, TITLE, "来源：一", "作者：二", PROSE, "有效性：有效")
    assert kept(*lines) == list(lines)
