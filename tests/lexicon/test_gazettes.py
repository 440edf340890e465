"""What gazettes print of themselves."""

from collections.abc import Callable

import pytest

from generator.lexicon.gazettes import (
    heads_imprint,
    is_body_column,
    is_closing_imprint,
    is_contents_heading,
    is_print_run,
    is_site_line,
    is_topics,
    names_publisher,
    read_column,
    read_marked_column,
    read_plain_column,
)

LINES: tuple[tuple[Callable[[str], bool], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        is_contents_heading,
        ("目　录", "目次", "本期要目", "某某市人民政府公报目录", "目录CONTENTS", "Contents"),
        ("目录如下", "某某市人民政府政报目录", "要目一", "第一章 目录", ""),
    ),
    (
        is_site_line,
        (
            "当前位置：首页 > 政务公开",
            "上一篇：关于某事",
            "【打印】【关闭】",
            "分享到：",
            "来源：某某局 发布时间：2021-10-08",
            "字号：大 中 小",
        ),
        ("某某市人民政府", "关于打印的通知", "来源：某某局", "首页", ""),
    ),
    (
        is_print_run,
        ("共印150份", "（共印 200 份）", "印数：300份"),
        ("共印若干份", "150份", "共印1234567份", ""),
    ),
    (
        is_topics,
        ("主题词：经济管理　决定", "主 题 词:决定", " 主题词："),
        ("主题词决定", "某主题词：", ""),
    ),
    (
        is_closing_imprint,
        (
            "主办：某某市人民政府",
            "承印：某某印刷厂",
            "出版日期：2021",
            "电 话：12345",
            "内部资料",
            "编者按：某事",
        ),
        ("主办单位某某局", "关于出版的通知", "某编辑部", ""),
    ),
    (
        heads_imprint,
        ("某某市人民政府公报", "《某某政报》", "某某公报编辑部", "（某某双月刊）"),
        ("公报", "某某市人民政府", "编辑部", ""),
    ),
    (
        names_publisher,
        ("某某局主办", "承印：某厂", "准印证第1号"),
        ("出版日期：2021", "某某局", ""),
    ),
    (
        is_body_column,
        ("【人事任免】", "★市政府文件★", "[ 政策解读 ]"),
        ("【2021年】", "人事任免", "【任】", ""),
    ),
)


@pytest.mark.parametrize(
    ("asks", "line"), [(asks, line) for asks, lines, _ in LINES for line in lines]
)
def test_a_line_of_the_kind(asks: Callable[[str], bool], line: str) -> None:
    assert asks(line)


@pytest.mark.parametrize(
    ("asks", "line"), [(asks, line) for asks, _, lines in LINES for line in lines]
)
def test_a_line_of_another_kind(asks: Callable[[str], bool], line: str) -> None:
    assert not asks(line)


@pytest.mark.parametrize(
    ("text", "marked", "plain"),
    [
        ("【区政府文件】", "区政府文件", None),
        ("★市政府文件★", "市政府文件", None),
        ("———大事记———", "大事记", None),
        ("★市政府文件", None, "市政府文件"),
        ("人事任免", None, "人事任免"),
        ("政策解读：", None, "政策解读"),
        ("关于某事的公告", None, None),
        ("★市政府文件☆", None, None),
        ("某某市人民政府", None, None),
        ("", None, None),
    ],
)
def test_columns(text: str, marked: str | None, plain: str | None) -> None:
    assert read_marked_column(text) == marked
    assert (None if marked else read_plain_column(text)) == plain
    assert read_column(text) == (marked or plain)
