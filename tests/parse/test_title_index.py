"""Titles that are searched for in a text are long enough not to be found by chance."""

import pytest

from generator.parse.issue.title_index import TitleIndex


@pytest.mark.parametrize(("title", "found"), [("防汛通知", True), ("防汛令", False)])
def test_a_title_opens_a_text_from_four_characters_on(title: str, *, found: bool) -> None:
    index = TitleIndex()
    index.add(title)
    assert index.opens(f"{title}各乡镇") is found


@pytest.mark.parametrize(
    ("title", "found"), [("关于防汛工作的通知", True), ("关于防汛事的通知", False)]
)
def test_a_title_closes_a_text_from_nine_characters_on(title: str, *, found: bool) -> None:
    index = TitleIndex()
    index.add(title)
    assert index.closes(f"松江县人民政府{title}") is found
