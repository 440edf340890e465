"""Which lines that end as a title are in the middle of a sentence, and which begin anew."""

import pytest

from generator.parse.beginnings.mid_sentence import goes_on_below, is_mid_sentence
from generator.read.lines import read_lines

TITLE = "云溪县关于水利工作的通知"


def is_mid(*texts: str, title: str = TITLE, begin: int = 0) -> bool:
    """Whether the title, marked by a bar, is in the middle of a sentence."""
    lines = read_lines("\n".join(title if text == "|" else text for text in texts))
    first = next(place for place, line in enumerate(lines) if line.text.strip() == title.strip())
    return is_mid_sentence(lines, first, first + 1, begin)


@pytest.mark.parametrize(
    ("below", "mid"),
    [
        ("》的要求，认真落实。", True), ("，请认真落实。", True), ("等》的要求", True), ("）", False), (")", False),
        ("；各乡镇", True), ("”的要求", True), ("：请落实", True), ("（云政发〔2021〕3号）要求", True),
        ("（云政发〔2021〕3号）", False), ("和《水利条例》", True), ("、《水利条例》", True), ("以及（水利条例）", True),
        ("和平镇人民政府：", False), ("各乡镇人民政府：", False), ("（试行）", False), ("》\t甲", False),
        ("（云政发〔2021〕3\n号）要求", True), ("（云政发〔2021〕\n3号）要求", True), ("（云政发〔2021〕3\n号）", False),
    ],
)  # fmt: skip
def test_the_line_below_goes_on(below: str, *, mid: bool) -> None:
    assert is_mid("请落实。", "|", *below.split("\n")) is mid


def test_nothing_below_goes_on_with_nothing() -> None:
    lines = read_lines(TITLE)
    assert not goes_on_below(lines, 1)
    assert not goes_on_below(read_lines(f"{TITLE}\n（云政发〔2021〕3"), 1)


@pytest.mark.parametrize(
    ("title", "mid"),
    [
        ("云溪县水利条例》的通知", True), ("云溪县水利条例〉的通知", True), ("试行）的通知", True), ("试行)的通知", True),
        ("云溪县转发《水利条例》的通知", False), ("云溪县（试行）的通知", False), ("为贯彻水利工作的通知", True),
        ("根据水利工作的通知", True), ("云溪县关于《水利条例的通知", True), ("云溪县关于（水利条例的通知", True),
    ],
)  # fmt: skip
def test_a_title_closes_what_it_opens_and_gives_no_reason(title: str, *, mid: bool) -> None:
    assert is_mid("请落实。", "|", "各乡镇：", title=title) is mid


@pytest.mark.parametrize(
    ("above", "mid"),
    [
        (("按照要求，各乡镇认真落实",), True),
        (("按照要求，各乡镇认真落实。",), False),
        (("按照要求，各乡镇认真落实。（县水利局负责）",), False),
        (("按照要求，各乡镇认真落实：",), False),
        (("按照要求，各乡镇认真（要落实。）",), False),
        (("按照要求，各乡镇认真落实\t1",), False),
        (("各乡镇认真落实",), False),
        (("各乡镇认真落实，",), True),
        (("各乡镇认真落实，", ""), False),
        (("按照要求，各乡镇认真落实", ""), False),
        (("各乡镇和",), True),
        (("抄送：县委，县人大",), False),
        (("主题词：水利，通知，请",), False),
        (("按照《水利条例", "和办法"), True),
        (("按照《水利条例", "和办法。", "办法"), False),
        (("按照（水利条例", "2021年3月5日", "办法"), False),
        (("按照（水利条例", "一、水利，办法"), True),
        (("按照（水利条例", "一、水利办法"), False),
        (("按照《水利\t条例", "和办法"), False),
        (("云政发〔2021〕3号",), False),
        (("县政府，2021年3月5日",), False),
        (("2021年3月5日起，各乡镇要",), True),
        (("云溪县人民政府",), False),
        (("云溪县民政局　云溪县财政局",), False),
    ],
)
def test_the_line_above_has_ended(above: tuple[str, ...], *, mid: bool) -> None:
    assert is_mid(*above, "|", "各乡镇：") is mid


def test_what_is_above_the_body_is_no_sentence() -> None:
    assert is_mid("按照要求，各乡镇认真落实", "|", "各乡镇：")
    assert not is_mid("按照要求，各乡镇认真落实", "|", "各乡镇：", begin=1)


def test_a_full_line_goes_on_unless_the_next_is_set_apart() -> None:
    full = "各乡镇要认真做好水利工作加强防汛抗旱和节约用水"
    assert is_mid(full, full, full, "|", "各乡镇：")
    assert not is_mid(full, full, full, "", "|", "各乡镇：")
    assert not is_mid(full, full, full, f"　　{TITLE}", "各乡镇：", title=f"　　{TITLE}")


def test_a_width_that_other_lines_exceed_is_none() -> None:
    full = "各乡镇要认真做好水利工作加强防汛抗旱和节约用水"
    assert not is_mid(f"{full}和粮食", full, full, full, "|", "各乡镇：")
    assert is_mid(f"{full}\t{full}", full, full, full, "|", "各乡镇：")


def test_organs_in_rows_above_a_title_are_no_sentence() -> None:
    organs = "云溪县人民政府办公室　云溪县财政局　云溪县民政局"
    assert not is_mid(organs, organs, organs, "|", "各乡镇：")
