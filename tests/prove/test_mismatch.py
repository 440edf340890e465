"""How two texts are compared: what is lost, doubled, added or in another place, with its line."""

import pytest

from generator.prove.mismatch import MOST, compare, find_stretches
from generator.visible import CELL, ROW, Piece

WORDS = "".join(chr(0x4E00 + 7 * nth) for nth in range(39 * 12))
LINES = tuple(f"{WORDS[nth * 12 : nth * 12 + 12]}与别的行都不同{nth + 1}。" for nth in range(39))
PIECES = [Piece(line, number) for number, line in enumerate(LINES, 101)]
WHOLE = "".join(LINES)


def said(seen: str) -> list[tuple[int, str]]:
    """Line and remark of each difference of a text."""
    return [(one.line, one.said) for one in compare(PIECES, seen, "pages", "page")]


def test_the_same_text_has_no_difference() -> None:
    assert said(WHOLE) == []
    assert compare([], "", "pages", "page") == ()


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (WHOLE.replace(LINES[4], ""), (105, "lost: “")),
        (WHOLE.replace(LINES[4], LINES[4] * 2), (105, "twice: “")),
        (WHOLE.replace(LINES[4], LINES[4] + "编者按"), (106, "added: “编者按”")),
        (WHOLE.replace("与别的行都不同7", "与别的行都不间7"), (107, "“同” is “间”")),
        (WHOLE.replace("与别的行都不同7", "与别的行都同不7"), (107, "in another order: “不同” is “同不”")),
        ("", (101, "lost: “")),
        (WHOLE[:-1], (139, "lost: “。”")),
    ],
    ids=["lost", "twice", "added", "another", "order", "nothing", "end"],
)  # fmt: skip
def test_a_difference_names_line_and_characters(seen: str, expected: tuple[int, str]) -> None:
    (one,) = said(seen)
    assert one[0] in (expected[0], expected[0] + 1)
    assert one[1].startswith(expected[1])


def test_what_moved_is_told_apart_from_what_is_lost() -> None:
    moved = "".join((*LINES[:4], *LINES[5:20], LINES[4], *LINES[20:]))
    assert [remark.split(":")[0] for _, remark in said(moved)] == ["in another place"] * 2


def test_several_differences_are_several() -> None:
    changed = WHOLE.replace(LINES[2], "").replace(LINES[30], "")
    assert [remark.split(":")[0] for _, remark in said(changed)] == ["lost", "lost"]
    assert [line for line, _ in said(changed)] == [103, 131]


def test_missing_characters_are_counted_without_the_marks_of_cells() -> None:
    row = [Piece(ROW, 1), Piece(f"{CELL}甲", 1), Piece(f"{CELL}乙丙", 1)]
    (one,) = compare(row, f"{ROW}{CELL}甲", "data", "table")
    assert one.missing == 2
    (one,) = compare(row, f"{ROW}{CELL}甲乙丙", "data", "table")
    assert one.missing == 0


def test_texts_that_have_nothing_in_common_are_a_few_differences() -> None:
    assert len(list(find_stretches("甲乙" * 50_000, "丙丁" * 50_000))) <= MOST
    assert (
        len(list(find_stretches("甲乙丙丁戊己庚辛" * 9_000, "甲乙丙丁戊己庚辛壬" * 9_000))) <= MOST
    )
