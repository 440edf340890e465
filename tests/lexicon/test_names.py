"""Personal names, and lines that hold them."""

import pytest

from generator.lexicon.names import (
    is_double_name,
    is_name,
    is_officer,
    opens_with_name,
    split_names,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王大河", True), ("王　河", True), ("王大河（女）", True), ("司马青", True), ("欧阳大河", True), ("司马大长河", False),
        ("某大河", False), ("王", False), ("王大长河", False), ("", False), ("王Ａ", False),
    ],
)  # fmt: skip
def test_is_name(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_name(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("司马长青", True),
        ("司马青", True),
        ("司马", False),
        ("王长青", False),
        ("司马 青", False),
        ("", False),
    ],
)
def test_is_double_name(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_double_name(text) is expected


@pytest.mark.parametrize("family", [
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司徒", "夏侯", "端木", "申屠", "呼延",
])  # fmt: skip
def test_a_family_name_of_two_characters_may_have_two_behind_it(family: str) -> None:
    assert is_double_name(f"{family}青山")
    assert is_name(f"{family}青山")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王大河　某某大学", True), ("肖　颖　　某某街道居民", True), ("王大河某某大学", False), ("某大河　某某大学", False),
        ("王大河　某某", False), ("", False),
    ],
)  # fmt: skip
def test_opens_with_name(text: str, expected: bool) -> None:  # noqa: FBT001
    assert opens_with_name(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县委常委、副县长　王大河", True), ("副县长　李　敏（女）", True), ("副县长王大河", False), ("副县长　某大河", False),
        ("某某　王大河", False), ("", False),
    ],
)  # fmt: skip
def test_is_officer(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_officer(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王大河　　李小溪", ["王大河", "李小溪"]), ("王大河\t李　溪", ["王大河", "李　溪"]), ("王大河  李小溪  张三", ["王大河", "李小溪", "张三"]),
        ("王大河", []), ("王大河　　某某局", []), ("王大河 李小溪", []), ("", []),
    ],
)  # fmt: skip
def test_split_names(text: str, expected: list[str]) -> None:
    assert split_names(text) == expected
