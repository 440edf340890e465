"""Administrative divisions: a name, of today or of before, → its path."""

import pytest

from generator.lexicon.regions import (
    division_levels,
    find_region,
    is_ambiguous,
    level_of_code,
    parent_name,
    province_code,
    split_region,
)


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


@pytest.mark.parametrize(("name", "expected"), [("鼓楼区", True), ("正定县", False), ("某某市", False)])
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
    [("河北省", {"省"}), ("石家庄市", {"市"}), ("正定县", {"县"}), ("北京市", {"省"}), ("吉林市", {"市"}), ("某某市", set())],
)
def test_division_levels(name: str, expected: set[str]) -> None:
    assert division_levels(name) == expected


@pytest.mark.parametrize(("code", "expected"), [("130000", "省"), ("130100", "市"), ("130123", "县")])
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
