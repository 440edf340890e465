"""Administrative divisions: a name, of today or of before, → its path."""

from pathlib import Path
from typing import Any

import pytest

from generator.lexicon import regions
from generator.lexicon.regions import (
    division_levels,
    find_region,
    is_ambiguous,
    level_of_code,
    parent_name,
    province_code,
    read_named_since,
    read_revisions,
    split_region,
)
from tests.lexicon.make_divisions import codes_of, new_names, write_table


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("河北省", "河北省"),
        ("石家庄市", "河北省石家庄市"),
        ("正定县", "河北省石家庄市正定县"),
        ("河北省石家庄市正定县", "河北省石家庄市正定县"),
        ("石家庄市正定县", "河北省石家庄市正定县"),
        ("海淀区", "北京市海淀区"),
        ("宣武区", "北京市宣武区"),  # merged in 2010
        ("临平区", "浙江省杭州市临平区"),  # since 2021
        ("海门市", "江苏省南通市海门市"),  # until 2020
        ("海门区", "江苏省南通市海门区"),
        # Two had the name, of which one was merged: an older issue may mean either.
        ("江北区", None),
        ("鼓楼区", None),  # several cities have one
        ("正定", None),
        ("某某市", None),
        ("", None),
        (None, None),
    ],
)
def test_find_region(name: str | None, expected: str | None) -> None:
    found = find_region(name)
    assert (found.replace("市辖区", "") if found else None) == expected


def test_names_of_a_newer_list() -> None:
    areas: list[dict[str, Any]] = [
        {"code": "33", "name": "浙江省", "children": [
            {"code": "3301", "name": "杭州市", "children": [
                {"code": "330113", "name": "临平区"}, {"code": "330106", "name": "西湖区"},
            ]},
        ]},
        {"code": "资料暂缺", "name": "某某省"},
    ]  # fmt: skip
    assert new_names(codes_of(areas), {"浙江省", "杭州市", "西湖区"}) == {"330113": "临平区"}


def test_the_new_names_are_those_that_the_step_writes() -> None:
    known = {name for codes in read_revisions() for name in codes.values()}
    assert known.isdisjoint(read_named_since().values())
    written = write_table(dict(sorted(read_named_since().items())))
    assert Path(regions.__file__).with_name("divisions.tsv").read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    ("name", "expected"), [("鼓楼区", True), ("正定县", False), ("某某市", False)]
)
def test_is_ambiguous(name: str, expected: bool) -> None:  # noqa: FBT001
    assert is_ambiguous(name) is expected


@pytest.mark.parametrize(
    ("path", "name", "expected"),
    [
        ("河北省石家庄市正定县", "正定县", "石家庄市"),
        ("河北省石家庄市", "石家庄市", "河北省"),
        ("河北省", "河北省", ""),
        ("某某省某某市", "某某市", ""),
    ],
)
def test_parent_name(path: str, name: str, expected: str) -> None:
    assert parent_name(path, name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("河北省", {"省"}),
        ("石家庄市", {"市"}),
        ("正定县", {"县"}),
        ("北京市", {"省"}),
        ("吉林市", {"市"}),
        ("某某市", set()),
    ],
)
def test_division_levels(name: str, expected: set[str]) -> None:
    assert division_levels(name) == expected


@pytest.mark.parametrize(
    ("code", "expected"), [("130000", "省"), ("130100", "市"), ("130123", "县")]
)
def test_level_of_code(code: str, expected: str) -> None:
    assert level_of_code(code) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("河北省石家庄市正定县", ("河北省", "石家庄市", "正定县")),
        ("吉林省吉林市", ("吉林省", "吉林市")),
        ("某某省某某市", ("某某省某某市",)),
        ("河北省某某市", ("河北省", "某某市")),
        ("", ()),
    ],
)
def test_split_region(path: str, expected: tuple[str, ...]) -> None:
    assert split_region(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [("河北省石家庄市", "13"), ("北京市", "11"), ("石家庄市", None), ("某某省", None), ("", None)],
)
def test_province_code(path: str, expected: str | None) -> None:
    assert province_code(path) == expected
