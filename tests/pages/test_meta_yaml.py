"""Front matter that is written by hand is what YAML writes."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.codec import dump_yaml
from generator.pages.writing import meta_yaml
from generator.pages.writing.meta_yaml import dump_front_matter

NEAR = st.text(
    "关于印发〇《》〔〕（）“”，。：；？—…· -_.:/#'\"!&*[]{}|>%@`,?~=<09aefnotyz\n\t\x85\u2028𠮷",
    max_size=12,
)
"""Texts of what is plain, and of what is not."""
WORDS = st.sampled_from(
    ["yes", "off", "on", "null", "no", "true", "false", "y", "archive/a/2021/4/1/", "https://a.cn/b_c",
     "2021-10-08", "2021-10", "2021-13-45", "2021", "1.5", "0x1", "1:30", "=", "<<", "~", "", "noindex"]
)  # fmt: skip
SCALARS = NEAR | WORDS | st.text(max_size=8) | st.booleans() | st.none() | st.integers()
VALUES = (
    SCALARS | st.lists(SCALARS, max_size=3) | st.dictionaries(NEAR | WORDS, SCALARS, max_size=3)
)


@settings(deadline=None)
@given(st.dictionaries(WORDS | NEAR, VALUES, min_size=1, max_size=4))
def test_front_matter_is_what_yaml_writes(meta: dict[str, Any]) -> None:
    assert dump_front_matter(meta) == dump_yaml(meta)


@pytest.mark.parametrize("length", [1_000, 1_001, 5_000])
def test_long_text_is_what_yaml_writes(length: int) -> None:
    meta = {"title": ("公报 " * length)[: length - 1] + "页"}
    assert dump_front_matter(meta) == dump_yaml(meta)


def test_nothing_of_an_ordinary_page_is_left_to_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(plain: Any) -> str:
        raise AssertionError(plain)

    monkeypatch.setattr(meta_yaml, "dump_yaml", fail)
    written = dump_front_matter(
        {
            "title": "云溪市人民政府关于印发《云溪市办法（试行）》的通知",
            "description": "云政发〔2020〕1号 各县（市、区）人民政府：现将办法印发给你们。",
            "kind": "document",
            "date": "2020-01-08",
            "hide": ["toc"],
            "canonical": "archive/yunxi/2020/1/1/",
            "search": {"exclude": True},
        }
    )
    assert written.splitlines()[3:5] == ["date: '2020-01-08'", "hide:"]
