"""Characters of printed text: which are Chinese, which blanks go, where a sentence ends."""

import re

import pytest

from generator.lexicon.characters import (
    HAN,
    ends_sentence,
    fold,
    is_device,
    open_brackets,
    open_title,
    squeeze,
    tidy,
)
from generator.lexicon.names import is_name

BLOCKS = {
    "unified": (0x4E00, 0x9FFF), "A": (0x3400, 0x4DBF), "B": (0x20000, 0x2A6DF), "C": (0x2A700, 0x2B73F),
    "D": (0x2B740, 0x2B81F), "E": (0x2B820, 0x2CEAF), "F": (0x2CEB0, 0x2EBEF), "G": (0x30000, 0x3134F),
    "H": (0x31350, 0x323AF), "I": (0x2EBF0, 0x2EE5F), "J": (0x323B0, 0x3347F),
    "compatibility": (0xF900, 0xFAFF), "compatibility supplement": (0x2F800, 0x2FA1F), "zero": (0x3007, 0x3007),
}  # fmt: skip
"""The blocks of ideographs as Unicode defines them."""


@pytest.mark.parametrize("block", BLOCKS)
def test_han_holds_each_ideograph(block: str) -> None:
    first, last = BLOCKS[block]
    assert [code for code in range(first, last + 1) if not re.fullmatch(HAN, chr(code))] == []


@pytest.mark.parametrize(
    "char", ["a", "1", "１", "○", "O", "。", "、", "々", "（", "《", "　", "ア", "①", "\u2f00"]
)
def test_han_holds_nothing_else(char: str) -> None:
    assert re.fullmatch(HAN, char) is None


@pytest.mark.parametrize("name", ["王𬭎", "李𠮷星", "张㛃", "陈〇", "赵\U0003034f", "李\uf9e8"])
def test_a_rare_name_is_a_name(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("某 某\t市\u3000政府", "某某市政府"), ("", ""), (" \n", ""), ("a b", "ab")],
)
def test_squeeze(text: str, expected: str) -> None:
    assert squeeze(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《某某办法（试行）》", "某某办法试行"),
        ("“某某” — 方 案。", "某某方案"),
        ("〔2021〕3号", "20213号"),
        ("葛\U000e0100某", "葛某"),
        ("某某", "某某"),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("决 策事项", "决策事项"),
        ("  某某\u3000通知 ", "某某通知"),
        ("第一条  为了某事", "第一条 为了某事"),
        ("第二十条之一　某事", "第二十条之一 某事"),
        ("第一章 总 则", "第一章 总则"),
        ("第三部分　某事", "第三部分 某事"),
        ("1.2 适用范围", "1.2 适用范围"),
        ("2. 2020年工作", "2. 2020年工作"),
        ("2. 3020件", "2.3020件"),
        ("二〇二一 年", "二〇二一年"),
        ("10 %", "10%"),
        ("Word and more", "Word and more"),
        ("无空格", "无空格"),
        ("", ""),
    ],
)
def test_tidy(text: str, expected: str) -> None:
    assert tidy(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("做好工作。", True),
        ("做好工作；", True),
        ("做好工作！", True),
        ("是否？", True),
        ("未完…", True),
        ("如下：", True),
        ("如下:", True),
        ("他说：“好。”", True),
        ("（完。）", True),
        ("做好工作。 ", True),
        ("做好工作，", False),
        ("做好工作、", False),
        ("做好工作", False),
        ("（完）", False),
        ("", False),
    ],
)
def test_ends_sentence(text: str, expected: bool) -> None:  # noqa: FBT001
    assert ends_sentence(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某某《办法", True),
        ("某某“通知", True),
        ("某政发〔2021", True),
        ("（某某)", False),
        ("（某（某）", True),
        ("《办法》", False),
        ("办法》", False),
        ("办法", False),
    ],
)
def test_open_brackets(text: str, expected: bool) -> None:  # noqa: FBT001
    assert open_brackets(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("《某某", True), ("《某某》", False), ("》《", True), ("某某", False)]
)
def test_open_title(text: str, expected: bool) -> None:  # noqa: FBT001
    assert open_title(text) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("con", True), ("NUL.txt", True), ("com1.md", True), ("lpt² .md", True), ("conin$", True),
     ("com.md", False), ("console.md", False), ("some.con", False)],
)  # fmt: skip
def test_is_device(name: str, expected: bool) -> None:  # noqa: FBT001
    assert is_device(name) is expected
