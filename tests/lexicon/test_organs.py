"""Names of organs: which lines are one, and what they say."""

import pytest

from generator.lexicon.organs import (
    full_state_name,
    government_place,
    is_order_head,
    is_organ,
    is_signed_name,
    read_head,
    split_organs,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某某市人民政府", True), ("某 某 市 人 民 政 府", True), ("国务院", True), ("某某市财政局", True), ("某某县委", True),
        ("某某市人民政府办公室（某某处）", True), ("某某（集团）公司", True),
        ("关于某事的局", False), ("印发某某局", False), ("第一人民法院", False), ("一局", False), ("某某，某某局", False),
        ("某某市", False), ("某局", False), ("", False), (f"{'某' * 40}局", False),
    ],
)  # fmt: skip
def test_is_organ(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_organ(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某某市人民政府文件", "某某市人民政府"), ("某某市人民政府 令", "某某市人民政府"), ("某某部命令", "某某部"),
        ("某某市人民政府公告", None), ("某某市人民政府", None), ("市政府的文件", None), ("文件", None), ("", None),
    ],
)  # fmt: skip
def test_read_head(text: str, expected: str | None) -> None:
    assert read_head(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某某省人民政府令", True), ("中华人民共和国国务院令", True), ("某某部令", True), ("某某省人民政府 命令", True),
        ("某某市人民政府文件", False), ("某某市令", False), ("令", False),
    ],
)  # fmt: skip
def test_is_order_head(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_order_head(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总理 王大河", True), ("某某部部长：王某某", True), ("市　长　王　某", True), ("代市长 王某某", True),
        ("市长王大长河", True), ("市长:王大河", True), ("市长王·大河", True), ("市长王", False),
        (f"{'某' * 21}市长王大河", True), (f"{'某' * 22}市长王大河", False), (f"{'某' * 21}代市长王大河", True),
        ("市长的报告", False), ("市长", False), ("王某某", False), ("市长王某某某某", False),
        ("市长王大河的", False), ("市长王大河为", False), ("市长王大河职", False), ("市长王的", False),
    ],
)  # fmt: skip
def test_is_signed_name(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_signed_name(text) is expected


@pytest.mark.parametrize("office", [
    "总理", "省长", "市长", "区长", "县长", "州长", "主席", "主任", "部长", "局长", "署长", "行长", "会长", "厅长", "旗长", "盟长", "专员",
    "审计长", "司长", "书记", "委员长", "司令员", "政治委员", "政委",
])  # fmt: skip
def test_the_holder_of_an_office_signs(office: str) -> None:
    assert is_signed_name(f"{office}　王大河")
    assert is_signed_name(f"某某{office}：王　某")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某某市财政局　某某市教育局", ("某某市财政局", "某某市教育局")),
        ("某某市财政局、某某市教育局", ("某某市财政局", "某某市教育局")),
        ("某 某 市 人 民 政 府", ("某某市人民政府",)),
        ("某某市财政局 张三", ()),
        ("某某市", ()),
        ("", ()),
    ],
)
def test_split_organs(text: str, expected: tuple[str, ...]) -> None:
    assert split_organs(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("税务总局", "国家税务总局"),
        ("国家发展改革委", "国家发展和改革委员会"),
        ("某某局", "某某局"),
        ("市税务总局", "市税务总局"),
    ],
)
def test_full_state_name(name: str, expected: str) -> None:
    assert full_state_name(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某某市人民政府公报", "某某市"),
        ("某 某 市人民政府", "某某市"),
        ("人民政府", None),
        ("某某市政府", None),
        ("", None),
    ],
)
def test_government_place(text: str, expected: str | None) -> None:
    assert government_place(text) == expected
