"""Lines that differ from the issue by one thing before their text: most of those that differ, told without a walk."""

# ruff: noqa: SLF001 - the short way is what is held against the long one

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.proof import line_groups
from generator.proof.alignment import walk
from generator.proof.edits import Edit

TEXTS = st.text("#甲乙", max_size=6)


@given(TEXTS, TEXTS, st.sampled_from(["", "甲"]), st.text("#甲", max_size=2))
def test_the_short_way_tells_what_the_walk_tells(
    found: str, issue: str, correct: str, form: str
) -> None:
    edit = Edit(found, correct, "marks")
    short = line_groups._without_one(found + issue, issue, [edit])
    if short is not None:
        assert short == walk(found + issue, issue, [edit], form)


@pytest.mark.parametrize(
    ("source", "issue", "edits", "counted"),
    [
        ("##甲", "甲", [Edit("##", "", "marks")], {"marks": 2}),
        ("—12—", "", [Edit("—12—", "", "furniture")], {"furniture": 4}),
        ("甲", "甲", [], None),
        ("#甲", "甲", [Edit("#", "", "marks")] * 2, None),
        ("甲#", "甲", [Edit("#", "", "marks")], None),
        ("#甲", "#甲", [Edit("#", "", "marks")], None),
        ("#甲", "甲", [Edit("#", "乙", "marks")], None),
    ],
)
def test_one_thing_before_a_text(
    source: str, issue: str, edits: list[Edit], counted: dict[str, int] | None
) -> None:
    short = line_groups._without_one(source, issue, edits)
    assert (short and dict(short.counts)) == counted
