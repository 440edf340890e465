"""How much of a source was left as it was."""

import pytest

from generator.read import read_print
from generator.read.count import count_characters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云溪市人民政府\n\n　　各县：\n", (10, 0)),
        ("**云溪市**人民政府\n", (11, 4)),
        ("决 策 事 项\n", (4, 0)),
        ("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n", (19, 15)),
        ("<html><body><p>云溪市人民政府</p></body></html>", (7, 0)),
    ],
)
def test_characters_and_those_that_changed(text: str, expected: tuple[int, int]) -> None:
    read = read_print(text.encode(), "x.txt")
    assert count_characters(read.printed, read.lines) == expected


def test_a_line_that_is_gone_counts_as_changed() -> None:
    assert count_characters([(1, "甲乙"), (2, "丙丁")], []) == (4, 4)
