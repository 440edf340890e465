"""Both sides of each sign by which a document is recognised."""

import pytest

from generator.model import Permalink
from generator.permanence.recognise import find_holder, same_lines, title_inside


def entry(title: str = "", lines: tuple[int, int] = (1, 10)) -> Permalink:
    return Permalink("yunxi/2021/4/1", title=title, lines=lines)


@pytest.mark.parametrize(("title", "sign"), [("节约用水工作", True), ("约用水工作", False)])
def test_a_title_inside_another_has_six_characters(*, title: str, sign: bool) -> None:
    assert title_inside(entry(title), entry(f"关于{title}的通知")) is sign
    assert title_inside(entry(f"关于{title}的通知"), entry(title)) is sign


@pytest.mark.parametrize(("lines", "same"), [((5, 40), True), ((6, 40), False)])
def test_the_same_lines_are_more_than_half_of_the_shorter(
    *, lines: tuple[int, int], same: bool
) -> None:
    assert same_lines(entry(lines=(1, 10)), entry(lines=lines)) is same
    assert same_lines(entry(lines=lines), entry(lines=(1, 10))) is same


@pytest.mark.parametrize(("lines", "held"), [((6, 40), True), ((7, 40), False)])
def test_a_holder_has_half_of_the_lines(*, lines: tuple[int, int], held: bool) -> None:
    holder = entry(lines=lines)
    assert find_holder(entry(), [holder]) == (holder if held else None)
