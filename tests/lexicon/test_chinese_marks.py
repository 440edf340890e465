"""Marks of Chinese prose have their Chinese form; those of Latin text, figures and formulas stay."""

import re
from pathlib import Path

import pytest

from generator.lexicon.punctuation import chinese_marks
from generator.lexicon.punctuation.chinese_marks import count_marks, show_marks

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "docs_src/assets/scripts/punctuation.js"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("推进数字淄川建设,构建以社会保障卡", "推进数字淄川建设，构建以社会保障卡"),
        ("甲;乙:丙?丁!", "甲；乙：丙？丁！"),
        ("下降10%,其中", "下降10%，其中"),
        ("2020年,1,000元", "2020年，1,000元"),
        ("1,234.5, 10:30, 1:1:1的比例", "1,234.5, 10:30, 1:1:1的比例"),
        ("见 https://example.org/a?b=1;c:d, and so on", "见 https://example.org/a?b=1;c:d, and so on"),
        ("网址:https://a.cn/?x", "网址：https://a.cn/?x"),
        ("邮编: 277101", "邮编： 277101"),
        ("张𬭎,男", "张𬭎，男"),
        ("(一)依法(以下简称企业),应当", "（一）依法（以下简称企业），应当"),
        ("(1)申请", "（1）申请"),
        ("1)申请", "1)申请"),
        ("f(x)为 g(x), y", "f(x)为 g(x), y"),
        ("100(m2)后", "100(m2)后"),
        ("院校（含技工院校)根据", "院校（含技工院校）根据"),
        ("甲(乙(丙)丁)", "甲（乙（丙）丁）"),
        ("甲(乙", "甲(乙"),
        ("晋政发(2020)26号", "晋政发(2020)26号"),
        ("市中政字[2021]4号", "市中政字[2021]4号"),
        ('深化"放管服"改革', "深化“放管服”改革"),
        ('"甲"和"乙', '“甲”和"乙'),
        ('"AB"或"CD" is Latin', "“AB”或“CD” is Latin"),
        ('“甲"乙', "“甲”乙"),
        ("说'好'。It's John's", "说‘好’。It's John's"),
        ('他说"好",走了', "他说“好”，走了"),
        ("plain text, (yes); no?", "plain text, (yes); no?"),
        ("", ""),
    ],
)  # fmt: skip
def test_marks_are_shown_as_chinese_print_has_them(text: str, shown: str) -> None:
    assert show_marks(text) == shown
    assert count_marks(text) == sum(one != other for one, other in zip(text, shown, strict=True))


def test_pairs_are_within_a_paragraph() -> None:
    assert show_marks('甲(乙\n丙)"丁\n戊"') == '甲(乙\n丙)"丁\n戊"'


def test_the_script_has_the_table_and_the_rules_of_python() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    found = dict(re.findall(r'const (\w+) = ["`](.+)["`];', script))
    halves = re.search(r'HALF = "(.+?)", FULL = "(.+?)";', script)
    assert halves is not None
    assert halves.groups() == (chinese_marks.HALF, chinese_marks.FULL)
    letter = _plain(found["LETTER"])
    assert letter == _plain(chinese_marks.LETTER)
    for name in ("BEHIND", "BEFORE"):
        found[name] = found[name].replace("${LETTER.slice(0, -1)}", letter[:-1])
        assert found[name] == _plain(getattr(chinese_marks, name))
    point = re.sub(r"\$\{(\w+)\}", lambda match: found[match[1]], found["POINT"])
    assert _plain(point) == _plain(chinese_marks.POINT)
    for name in ("YEAR", "NUMBER", "PLAIN", "CLOSED"):
        assert _plain(found[name]) == _plain(getattr(chinese_marks, name)), name


def _plain(pattern: str) -> str:
    """An expression with its characters instead of their escapes."""
    once = re.sub(r"\\+[uU]\{?([0-9a-f]{4,8})\}?", lambda match: chr(int(match[1], 16)), pattern)
    return once.replace("\\", "")
