"""Sources whose lines are in two encodings: each line is read in its own, and a finding has the line of the change."""

import pytest

from generator.errors import NotAGazette
from generator.model import Issue
from generator.proof.plain import decode_plainly
from generator.read import read_print
from tests.reading import read_lawfully

TEXT = """桐江市人民政府公报
2021年第6期
桐江市人民政府关于做好防汛工作的通知
桐政发〔2021〕36号
各县人民政府：
各地要落实值班制度，确保人员到岗到位，遇有险情要及时上报。

12345
各县要排查隐患，对发现的问题要建立台账，逐项整改。
桐江市人民政府
2021年6月9日"""
KIND = "mixed-encoding"


def encoded(others: set[int], other: str = "gb18030", main: str = "utf-8") -> bytes:
    """The text in an encoding, some lines of it in another one."""
    lines = enumerate(TEXT.split("\n"), 1)
    return b"\n".join(line.encode(other if nth in others else main) for nth, line in lines)


def read(data: bytes) -> Issue:
    """The issue of some bytes; the proof agrees on every character of it."""
    assert decode_plainly(data) == TEXT
    return read_lawfully(data)


@pytest.mark.parametrize(
    ("others", "found"),
    [
        (set(), []),
        ({6}, [(6, "从此处起有1行用GB18030编码，其余各行用UTF-8编码，已分别读出")]),
        ({6, 9, 10}, [(6, "从此处起有3行用GB18030编码，其余各行用UTF-8编码，已分别读出")]),
        ({1, 11}, [(1, "从此处起有1行用GB18030编码，其余各行用UTF-8编码，已分别读出"),
                   (11, "从此处起有1行用GB18030编码，其余各行用UTF-8编码，已分别读出")]),
    ],
)  # fmt: skip
def test_lines_in_gb18030_among_lines_in_utf_8(
    others: set[int], found: list[tuple[int, str]]
) -> None:
    issue = read(encoded(others))
    assert [(one.line, one.message) for one in issue.findings if one.kind == KIND] == found
    assert issue.documents[0].date == "2021-06-09"


@pytest.mark.parametrize("others", [{5}, {6}, {1, 2}, {10, 11}])
def test_lines_in_utf_8_among_lines_in_gb18030(others: set[int]) -> None:
    issue = read(encoded(others, "utf-8", "gb18030"))
    found = [(one.line, one.severity) for one in issue.findings if one.kind == KIND]
    assert found == [(min(others), "info")]
    assert issue.documents[0].recipients == "各县人民政府"


@pytest.mark.parametrize("short", ["通", "省", "通知"])
def test_a_short_line_shows_no_encoding(short: str) -> None:
    """It is read as it can be, but makes no text one of two encodings: each is also one of UTF-8."""
    data = encoded({6}) + b"\n" + short.encode("gb18030")
    read_ = read_print(data, "a.txt")
    assert read_.lines[-1].text == short
    assert decode_plainly(data) == f"{TEXT}\n{short}"
    assert [one.line for one in read_.findings if one.kind == KIND] == [6]
    alone = encoded(set()) + b"\n" + "通".encode("gb18030")
    assert [one for one in read_print(alone, "a.txt").findings if one.kind == KIND] == []


@pytest.mark.parametrize(("line", "findings"), [("各县", 1), ("各", 0)])
def test_two_chinese_characters_show_an_encoding(line: str, findings: int) -> None:
    data = encoded(set()) + "各地要落实值班制度。\n".encode() * 9 + line.encode("gb18030")
    found = [one for one in read_print(data, "a.txt").findings if one.kind == KIND]
    assert len(found) == findings


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
def test_one_encoding_is_not_two(encoding: str) -> None:
    found = read_print(TEXT.encode(encoding), "a.txt").findings
    assert [one for one in found if one.kind == KIND] == []


def test_a_mark_of_order_is_no_text() -> None:
    data = b"\xef\xbb\xbf" + encoded({9})
    assert read_print(data, "a.txt").lines[0].text == "桐江市人民政府公报"
    assert decode_plainly(data) == TEXT


def test_damage_is_no_second_encoding() -> None:
    """Bytes that are wrong in a line are damage of that line: it is in the encoding of its other bytes."""
    lines = (TEXT + "\n" + "各地要落实值班制度。\n" * 20).encode().split(b"\n")
    lines[5] = lines[5][:9] + b"\xb0" + lines[5][9:]
    lines[8] = b"\xb0"
    data = b"\n".join(lines)
    issue = read_lawfully(data)
    assert [one for one in issue.findings if one.kind == KIND] == []
    assert [one.line for one in issue.findings if one.kind == "undecoded"] == [6, 9]


def test_what_is_in_neither_is_refused_in_one_line() -> None:
    lines = encoded({6}).split(b"\n")
    lines[8] = b"\xff\xb0\xff\xe5" * 20
    with pytest.raises(NotAGazette) as refusal:
        read_print(b"\n".join(lines), "a.txt")
    assert "\n" not in str(refusal.value)
