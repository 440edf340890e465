"""Kinds of document: a title → its kind."""

import pytest

from generator.lexicon.kinds import (
    ends_in_official_kind,
    is_spoken_title,
    is_standing_title,
    read_kind,
)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("关于印发某某办法的通知", "通知"), ("某某办法（试行）", "办法"), ("某某办法(试行)", "办法"), ("《某某条例》", "条例"),
        ("某某会议纪要", "会议纪要"), ("关于某事的 意 见", "意见"), ("某某市人民政府令", "令"), ("某某决定书", "决定书"),
        ("关于任免某某的通知", "通知"), ("某某名单", "名单"), ("关于某事", None), ("通知某某", None), ("", None),
    ],
)  # fmt: skip
def test_read_kind(title: str, expected: str | None) -> None:
    assert read_kind(title) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("2021年5月大事记", True), ("人 事 任 免", True), ("某某会议纪要", True), ("《某某办法》解读", True), ("更正", True),
        ("关于某事的通知", False), ("大事记，某事", False), ("大事记一则", False), ("", False),
    ],
)  # fmt: skip
def test_is_standing_title(title: str, expected: bool) -> None:  # noqa: FBT001
    assert is_standing_title(title) is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("政府工作报告", True), ("某某市2018年国民经济和社会发展统计公报[1]", True), ("某某统计公报①", True), ("在某某会上的讲话", True),
        ("某某工作报告", False), ("某某讲话", False), ("政府工作报告。", False), ("", False),
    ],
)  # fmt: skip
def test_is_spoken_title(title: str, expected: bool) -> None:  # noqa: FBT001
    assert is_spoken_title(title) is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("关于某事的通知", True),
        ("关于某事的 函", True),
        ("某某意见（试行）", True),
        ("某某办法", False),
        ("通知书", False),
        ("", False),
    ],
)
def test_ends_in_official_kind(title: str, expected: bool) -> None:  # noqa: FBT001
    assert ends_in_official_kind(title) is expected
