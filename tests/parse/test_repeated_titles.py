"""Which two prints of one title make one document, with the words of a source and the starts that it shows."""

from collections.abc import Sequence

import pytest

from generator.parse.draft import Start
from generator.parse.heads.repeated_titles import join_repeated, repeated_title
from generator.read import Line
from generator.read.lines import read_lines

TITLE = "紫云县人民政府关于加强节约用水工作的通知"
ORGANS = ("山北省紫云县人民政府", "紫云县民政局", "紫云县财政局", "紫云县教育局")
NUMBER = "紫府发〔2021〕10号"
PROSE = "各级各部门要高度重视。"


def lines_of(*texts: str) -> list[Line]:
    return read_lines("\n".join(texts))


def no_title(lines: list[Line], begin: int, _end: int) -> tuple[int, int]:
    """A title on one line where the words are those of a title."""
    return (begin, begin + 1) if lines[begin].text.endswith("通知") else (begin, begin)


@pytest.mark.parametrize(("organs", "same"), [(0, True), (3, True), (4, False)])
def test_three_organs_are_between_two_prints(*, organs: int, same: bool) -> None:
    lines = lines_of(TITLE, *ORGANS[:organs], TITLE)
    span = (organs + 1, organs + 2)
    found = repeated_title(lines, Start(0, (0, 1)), span[0], span)
    assert found == (span if same else None)


@pytest.mark.parametrize(("organs", "same"), [(3, True), (4, False)])
def test_organs_that_open_the_second_title_are_between_both(*, organs: int, same: bool) -> None:
    lines = lines_of(TITLE, *ORGANS[:organs], TITLE)
    found = repeated_title(lines, Start(0, (0, 1)), 1, (1, organs + 2))
    assert found == ((organs + 1, organs + 2) if same else None)


def test_a_number_of_the_head_is_not_between_the_prints() -> None:
    lines = lines_of(TITLE, ORGANS[1], "紫云县人民政府文件", NUMBER, TITLE)
    assert repeated_title(lines, Start(0, (0, 1)), 2, (4, 5)) == (4, 5)


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        (Start(0, (0, 1), number=1), (TITLE, NUMBER, TITLE)),
        (Start(0, (1, 2), head=0), ("紫云县人民政府文件", TITLE, TITLE)),
        (Start(0, (0, 1)), (TITLE, PROSE, TITLE)),
        (Start(0, (0, 1)), (TITLE, "紫云县人民政府关于加强用水工作的通知")),
        (Start(0, (0, 1)), (TITLE, f"关于转发{TITLE}")),
        (Start(0, (0, 0)), (NUMBER, ORGANS[0])),
    ],
    ids=["number", "head", "text", "other title", "longer title", "no title"],
)
def test_what_is_no_second_print(page: Start, texts: Sequence[str]) -> None:
    lines = lines_of(*texts)
    span = (len(lines) - 1, len(lines))
    assert repeated_title(lines, page, span[0], span) is None


@pytest.mark.parametrize(
    ("start", "texts", "joined"),
    [
        (Start(0, (0, 1), 1), (TITLE, NUMBER, TITLE, PROSE), Start(1, (2, 3), 1, register=0)),
        (
            Start(1, (1, 2), 2, register=0),
            ("登记号：一", TITLE, NUMBER, TITLE),
            Start(2, (3, 4), 2, register=0),
        ),
        (Start(0, (0, 1), 1), (TITLE, NUMBER, PROSE, PROSE), None),
        (Start(0, (0, 1), 1), (TITLE, NUMBER, "紫云县关于防汛的通知", PROSE), None),
        (Start(0, (0, 1)), (TITLE, TITLE, PROSE), None),
        (Start(0, (1, 2), 2, head=0), ("紫云县人民政府文件", TITLE, NUMBER, TITLE), None),
        (Start(0, (1, 2), 0), (NUMBER, TITLE, TITLE), None),
        (Start(0, (0, 0), 0), (NUMBER, PROSE), None),
    ],
    ids=[
        "above and below", "with its register", "text", "other title", "no number", "red head", "number above",
        "no title",
    ],
)  # fmt: skip
def test_a_title_above_its_number_and_below_it(
    start: Start, texts: Sequence[str], joined: Start | None
) -> None:
    assert join_repeated(lines_of(*texts), [start], no_title) == [joined or start]


def test_a_title_that_is_printed_three_times_is_one_document() -> None:
    lines = lines_of(TITLE, TITLE, ORGANS[0], TITLE, PROSE)
    starts = [Start(0, (0, 1)), Start(1, (1, 2)), Start(2, (2, 4))]
    assert join_repeated(lines, starts, no_title) == [Start(3, (3, 4), register=0)]


def test_the_second_print_keeps_its_head_and_its_number() -> None:
    lines = lines_of("登记号：一", TITLE, "紫云县人民政府文件", NUMBER, TITLE, PROSE)
    starts = [Start(1, (1, 2), register=0), Start(2, (4, 5), 3, 2)]
    assert join_repeated(lines, starts, no_title) == [Start(2, (4, 5), 3, 2, register=0)]


def test_other_documents_keep_what_is_above_them() -> None:
    lines = lines_of(TITLE, PROSE, "登记号：一", TITLE, PROSE)
    starts = [Start(0, (0, 1)), Start(3, (3, 4), register=2)]
    assert join_repeated(lines, starts, no_title) == starts
