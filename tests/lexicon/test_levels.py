"""The level of government that a title or a number shows."""

import pytest

from generator.lexicon.levels import level_of_number, level_of_title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("国务院关于某事的意见", "国家"), ("中华人民共和国某某法", "国家"), ("“国家某某规划", "国家"), ("财政部关于某事的通知", "国家"),
        ("某某条例", "国家"), ("行政处罚法", "国家"), ("行政处罚法实施细则", "国家"),
        ("河北省某某条例", "省"), ("河北省石家庄市某某办法", "市"), ("石家庄市正定县某某方案", "县"), ("2021年河北省某某规划", "省"),
        ("省政府办公厅关于某事的通知", "省"), ("市人民政府关于某事", "市"), ("区委某事", "县"), ("县财政局某事", "县"),
        ("工作做法", None), ("某某办法", None), ("某某市某某方案", None), ("许可证", None), ("", None),
    ],
)  # fmt: skip
def test_level_of_title(title: str, expected: str | None) -> None:
    assert level_of_title(title) == expected


@pytest.mark.parametrize(
    ("number", "province", "expected"),
    [
        ("国发〔2021〕3号", None, "国家"), ("中办发〔2021〕3号", None, "国家"), ("国务院令第707号", None, "国家"),
        ("冀政发〔2021〕3号", "13", "省"), ("冀政发〔2021〕3号", None, None), ("冀政发〔2021〕3号", "14", None),
        ("冀政发〔2021〕3", "13", "省"), ("国资发〔2021〕3号", None, None), ("河北省人民政府令第3号", None, "省"),
        ("第3号", None, None), (None, "13", None), ("", None, None),
    ],
)  # fmt: skip
def test_level_of_number(number: str | None, province: str | None, expected: str | None) -> None:
    assert level_of_number(number, province) == expected
