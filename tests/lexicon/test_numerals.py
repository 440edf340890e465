"""Numerals: printed form → value."""

import pytest

from generator.lexicon.numerals import in_figures, plain_digits, read_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", 12), ("１２", 12), ("007", 7), ("0", 0),
        ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("二十一", 21), ("一百零三", 103), ("一百一十", 110),
        ("百", 100), ("两千", 2000), ("二千零八", 2008), ("两", 2),
        ("二〇一九", 2019), ("二○一九", 2019), ("二零一九", 2019), ("二OO九", 2009), ("二０一九", 2019), ("一九九八", 1998),
        ("廿", 20), ("廿一", 21), ("卅", 30), ("卅一", 31),
        ("1234567", 1234567), ("一二三四五六七", 1234567),
        ("12345678", None), ("一二三四五六七八", None),
        ("", None), ("十二月", None), ("1.2", None), ("-1", None), ("１2a", None), ("万", None), ("²", None), ("壹", None),
    ],
)  # fmt: skip
def test_read_number(text: str, expected: int | None) -> None:
    assert read_number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("十二", "12"), ("0707", "707"), ("７", "7"),
        ("1 2 3 4 5 6 7 8", "12345678"), ("某 号", "某号"), ("12345678", "12345678"),
    ],
)  # fmt: skip
def test_in_figures(text: str, expected: str) -> None:
    assert in_figures(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("第１２号", "第12号"), ("十二", "十二"), ("", "")])
def test_plain_digits(text: str, expected: str) -> None:
    assert plain_digits(text) == expected
