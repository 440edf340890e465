"""The table of traditional characters: by which rule it is taken from OpenCC, and that it is the one in the code."""

from pathlib import Path

import pytest

from generator.lexicon import variants
from tests.search.make_variants import in_gb2312, read_choices, write_module


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("國\t国", [("國", "国")]),
        ("鍾\t钟 锺", [("鍾", "钟")]),
        ("乾\t干 乾", []),  # GB/T 2312 has 乾
        ("㑮\t𫝈", []),  # and lacks 𫝈
        ("𡻕\t岁", []),  # beyond the basic plane
        ("# License: Apache-2.0", []),
        ("", []),
    ],
)
def test_which_choices_are_taken(line: str, expected: list[tuple[str, str]]) -> None:
    assert list(read_choices([line])) == expected


def test_the_table_is_one_that_the_step_writes() -> None:
    pairs = zip(variants.TRADITIONAL, variants.SIMPLIFIED, strict=True)
    assert Path(variants.__file__).read_text(encoding="utf-8") == write_module(
        reversed(list(pairs))
    )


def test_no_text_in_simplified_characters_is_altered() -> None:
    assert not any(map(in_gb2312, variants.TRADITIONAL))
    assert all(map(in_gb2312, variants.SIMPLIFIED))
    assert not set("乾著於") & set(variants.TRADITIONAL)
