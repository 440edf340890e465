"""Enumerators: printed form → kind and number."""

import pytest

from generator.lexicon.enumerators import (
    NO_DECIMALS,
    Decimals,
    find_decimals,
    is_ordinal,
    read_decimal,
    read_enumerator,
    read_printed,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一编 总则", ("part", 1)), ("第二篇 某事", ("part", 2)), ("第三部分 某事", ("part", 3)),
        ("第一章 总则", ("chapter", 1)), ("第 十 章", ("chapter", 10)), ("第二节 某事", ("section", 2)),
        ("第五条 为了某事", ("article", 5)), ("第二十一条　某事", ("article", 21)), ("第12条 某事", ("article", 12)),
        ("一、某事", ("1", 1)), ("十一．某事", ("1", 11)), ("（一）某事", ("2", 1)), ("(二)、某事", ("2", 2)), ("㈢某事", ("2", 3)),
        ("1.某事", ("3", 1)), ("1．某事", ("3", 1)), ("12、某事", ("3", 12)), ("1.2020年某事", ("3", 1)), ("⒉某事", ("3", 2)),
        ("(1)某事", ("4", 1)), ("（12）某事", ("4", 12)), ("⑶某事", ("4", 3)), ("①某事", ("5", 1)), ("⑳某事", ("5", 20)),
        ("第五条规定的", None), ("第五条第二款", None), ("第五条、第六条", None), ("第五条修改为", None), ("第一节约", None),
        ("第一章程", None), ("第一篇文章", None), ("第三部分人", None), ("1.5元", None), ("1.2万", None), ("2020年", None),
        ("1234.某事", None), ("某事", None), ("", None), ("（某）", None), ("十二月", None),
    ],
)  # fmt: skip
def test_read_enumerator(text: str, expected: tuple[str, int] | None) -> None:
    found = read_enumerator(text)
    assert (found and (found.kind, found.number)) == expected


def test_an_article_that_was_inserted() -> None:
    found = read_enumerator("第五条之二 某事")
    assert found is not None
    assert (found.number, found.insertion, found.end) == (5, 2, 6)


@pytest.mark.parametrize(
    ("texts", "parents", "marks"),
    [
        (("1 总则", "1.1 目的", "1.2 依据"), {"1"}, {" "}),
        (("1.总则", "1.1目的"), {"1"}, {"."}),
        (("1.1目的", "1.2依据"), {"1"}, set()),
        (("1.2 目的", "1.2.1 某事"), {"1.2"}, {" "}),
        (("1.某事", "2.某事"), set(), set()),
        (("1.1目的", "某事"), set(), set()),
        ((), set(), set()),
    ],
)
def test_find_decimals(texts: tuple[str, ...], parents: set[str], marks: set[str]) -> None:
    assert find_decimals(texts) == Decimals(frozenset(parents), frozenset(marks))


KNOWN = Decimals(frozenset({"1", "1.1"}), frozenset({" "}))


@pytest.mark.parametrize(
    ("text", "decimals", "expected"),
    [
        ("1 总则", KNOWN, ("1", 1)), ("2 组织机构", KNOWN, ("1", 2)), ("1.2适用范围", KNOWN, ("2", 2)),
        ("1.1.3 某事", KNOWN, ("3", 3)),
        ("3 某事", KNOWN, None), ("1.总则", KNOWN, None), ("2.1某事", KNOWN, None), ("1.2万元", KNOWN, None),
        ("1 总则。", KNOWN, None), ("1 总则", NO_DECIMALS, None), ("总则", KNOWN, None),
    ],
)  # fmt: skip
def test_read_decimal(text: str, decimals: Decimals, expected: tuple[str, int] | None) -> None:
    found = read_decimal(text, decimals)
    assert (found and (found.kind, found.number)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、某事", ("1", 1)),
        ("1.2适用范围", ("2", 2)),
        ("1.2.3某事", ("3", 3)),
        ("3总则", ("1", 3)),
        ("总则", None),
    ],
)
def test_read_printed(text: str, expected: tuple[str, int] | None) -> None:
    found = read_printed(text)
    assert (found and (found.kind, found.number)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是某事", True),
        ("十二要某事", True),
        ("一是“某事", True),
        ("一是", False),
        ("1是某事", False),
        ("是某事", False),
    ],
)
def test_is_ordinal(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_ordinal(text) is expected
