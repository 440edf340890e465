"""Both sides of each limit of a sentence around a title, and of what is above the text of a document."""

import pytest

from generator.parse.beginnings.mid_sentence import is_mid_sentence
from generator.parse.document.elements import Elements
from generator.parse.document.opening import read_subtitle
from generator.read.lines import read_lines
from tests.parse.limits import PROSE, words
from tests.reading import read_bytes

TITLE = "紫云县关于价格工作的通知"
DOCUMENT = (
    "紫云县人民政府关于加强节约用水工作的通知",
    "紫府发〔2021〕10号",
    "各乡镇人民政府：",
    PROSE,
)
SIGNED = ("紫云县人民政府", "2021年10月12日")


def is_mid(above: list[str], below: list[str]) -> bool:
    """Whether a title between some lines is in the middle of a sentence."""
    first = len(above)
    return is_mid_sentence(read_lines("\n".join([*above, TITLE, *below])), first, first + 1, 0)


@pytest.mark.parametrize(("between", "mid"), [(11, True), (12, False)])
def test_a_sentence_is_read_from_twelve_lines_above(*, between: int, mid: bool) -> None:
    assert is_mid(["按照《山水", *["田林湖草"] * between], []) is mid


@pytest.mark.parametrize(
    ("above", "below", "mid"),
    [(2, 2, True), (3, 2, False), (2, 3, False)],
    ids=["four lines off", "five above", "four below"],
)
def test_the_width_is_that_of_four_lines_above_and_below(
    *, above: int, below: int, mid: bool
) -> None:
    """The line above the title counts as one of the four, and so does the title below it."""
    full = words(20)
    assert is_mid([full, *["山水"] * above, full], [*["山水"] * below, full]) is mid


@pytest.mark.parametrize(("count", "mid"), [(1, False), (2, True)])
def test_the_line_above_and_two_others_have_the_width(*, count: int, mid: bool) -> None:
    assert is_mid(["山水", *[words(20)] * count, words(20)], []) is mid


@pytest.mark.parametrize(("width", "mid"), [(17, False), (18, True), (64, True), (65, False)])
def test_a_print_that_breaks_its_lines_is_18_to_64_characters_wide(
    *, width: int, mid: bool
) -> None:
    assert is_mid([words(width)] * 3, []) is mid


@pytest.mark.parametrize(("other", "mid"), [(18, False), (19, True), (21, True), (22, False)])
def test_a_full_line_misses_the_width_by_a_character(*, other: int, mid: bool) -> None:
    assert is_mid([words(other), words(20), words(20)], []) is mid


@pytest.mark.parametrize(("size", "date"), [(10, "2019-04-01"), (11, None)])
def test_a_speaker_below_a_title_has_ten_characters(size: int, date: str | None) -> None:
    lines = read_lines(f"王{'　' * (size - 2)}某\n（2019年4月1日）\n山水田林。")
    elements = Elements()
    read_subtitle(lines, 0, len(lines), elements)
    assert elements.values.get("date") == date


@pytest.mark.parametrize(("size", "count"), [(10, 2), (11, 1)])
def test_a_speech_begins_above_a_speaker_of_ten_characters(size: int, count: int) -> None:
    speech = ("在全县防汛工作会议上的讲话", f"王{'　' * (size - 2)}某", "（2021年4月2日）", PROSE)
    issue = read_bytes("\n".join((*DOCUMENT, *SIGNED, *speech)).encode())
    assert len(issue.documents) == count


@pytest.mark.parametrize(("size", "count"), [(30, 2), (31, 1)])
def test_the_line_of_a_broken_number_has_thirty_characters(size: int, count: int) -> None:
    number = f"紫府发{' ' * (size - 10)}〔2021〕号"
    assert len(number) == size
    other = ("紫云县人民政府关于做好秋收工作的通知", number, PROSE, *SIGNED)
    issue = read_bytes("\n".join((*DOCUMENT, *other)).encode())
    assert len(issue.documents) == count
