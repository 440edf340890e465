"""Roles of a list of names, and what distinguishes a post from a name."""

import re

import pytest

from generator.lexicon.roles import (
    NAMED_POST,
    ROLE,
    STUCK_POST,
    TABLE_POST,
    WHOLE_POST,
    ends_post,
    holds_post,
    is_post,
    is_whole_post,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("组长：王某某", "组长"), ("组　长:王某某", "组　长"), ("常务副组长：王某某", "常务副组长"), ("成员（按姓氏笔画排序）：", "成员（按姓氏笔画排序）"),
        ("某某局副主任：王", "副主任"), ("组长王某某", None), ("某长：", None), ("", None),
    ],
)  # fmt: skip
def test_role(text: str, expected: str | None) -> None:
    match = ROLE.search(text)
    assert (match["role"] if match else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("局长", True), ("县委书记", True), ("某某局局长（女）", True), ("人大代表", True), ("负责人", True),
        ("王大河", False), ("某某局", False), ("", False),
    ],
)  # fmt: skip
def test_ends_post(text: str, expected: bool) -> None:  # noqa: FBT001
    assert ends_post(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("某某局", True), ("书记", True), ("村主任", True), ("王大河", False), ("", False)],
)
def test_holds_post(text: str, expected: bool) -> None:  # noqa: FBT001
    assert holds_post(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("局长", True),
        ("书记", True),
        ("某某乡人大代表", True),
        ("代表", False),
        ("长", False),
        ("王大河", False),
        ("", False),
    ],
)
def test_is_post(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_post(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("局长", True),
        ("副书记", True),
        ("局长（女）", True),
        ("局长、", False),
        ("局长，", False),
        ("某某局", False),
        ("", False),
    ],
)
def test_is_whole_post(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_whole_post(text) is expected


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (WHOLE_POST, {"局长", "县委书记", "科员", "经理", "主席", "代表"}),
        (STUCK_POST, {"局长", "县委书记", "主席", "经理"}),
        (TABLE_POST, {"局长", "县委书记", "科员", "主席", "经理", "财政局"}),
        (NAMED_POST, {"局长", "县委书记", "主席"}),
    ],
)
def test_ends_of_posts(ends: str, expected: set[str]) -> None:
    posts = ("局长", "县委书记", "科员", "经理", "主席", "代表", "财政局")
    assert {post for post in posts if re.search(f"(?:{ends})$", post)} == expected
