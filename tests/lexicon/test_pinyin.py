"""汉语拼音: which lines are words in it."""

import pytest

from generator.lexicon.pinyin import is_pinyin


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RENMIN ZHENGFU", True), ("renmin zhengfu gongbao", True), (" Zhuang Nü ", True),
        ("RENMIN", False), ("GOVERNMENT GAZETTE", False), ("RENMIN 政府", False), ("RENMIN  ZHENGFU", False),
        ("lv se", True), ("t k", False), ("", False),
    ],
)  # fmt: skip
def test_is_pinyin(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_pinyin(text) is expected
