"""Both sides of each limit of reading rosters."""

import pytest

from generator.model import Roster
from tests.parse.limits import PROSE, blocks_of

Person = tuple[str, str | None]


def persons_of(*lines: str) -> list[list[Person]]:
    """Name and post of each person, roster by roster."""
    rosters = [block for block in blocks_of(PROSE, *lines) if isinstance(block, Roster)]
    return [[(member.name, member.post) for group in one.groups for member in group.members] for one in rosters]


@pytest.mark.parametrize(("size", "count"), [(70, 3), (71, 2)])
def test_a_line_of_a_roster_has_seventy_characters(size: int, count: int) -> None:
    post = f"{'县财政局副局长、' * 9}"[: size - 7] + "局长"
    line = f"李大海　　{post}"
    assert len(line) == size
    (persons,) = persons_of("组长：王大河　县长", "成员：赵大江　县财政局局长", line)
    assert len(persons) == count


@pytest.mark.parametrize(("name", "found"), [("欧阳大河", True), ("欧阳大河流", False)])
def test_a_name_has_four_characters(*, name: str, found: bool) -> None:
    rosters = persons_of("组长：王大河　县长", f"成员：{name}　县财政局局长", "李大海　县审计局局长")
    assert any((name, "县财政局局长") in persons for persons in rosters) is found


@pytest.mark.parametrize(("rest", "person"), [("洋流", ("李大洋流", None)), ("洋流湾", ("李大", "洋流湾"))])
def test_the_pieces_of_a_name_have_four_characters(rest: str, person: Person) -> None:
    (persons,) = persons_of("组长：王大河　县长", f"成员：李大　{rest}", "组员：赵大江　县审计局局长")
    assert person in persons


@pytest.mark.parametrize(("rest", "found"), [("各项工作情况通报", True), ("各项工作情况的通报", False)])
def test_the_rest_of_an_open_post_has_eight_characters(*, rest: str, found: bool) -> None:
    rosters = persons_of("组长：王大河　县长", "成员：李大海　县财政局分管", rest, "赵大江　县审计局局长")
    assert any(("李大海", f"县财政局分管{rest}") in persons for persons in rosters) is found


@pytest.mark.parametrize(("post", "found"), [("县政府副秘书长", True), ("县政府的副秘书长", False)])
def test_a_post_of_seven_characters_goes_on_with_a_whole_one(*, post: str, found: bool) -> None:
    rosters = persons_of("组长：王大河　县长", "成员：李大海　县财政局局长", post, "赵大江　县审计局局长")
    assert any(("赵大江", "县审计局局长") in persons for persons in rosters) is found


def test_a_word_that_could_be_a_name_ends_a_post_that_is_cut_in_two() -> None:
    """Words of more than three characters are no names here and end it anyway."""
    (persons,) = persons_of("组长：王大河　市长", "成员：李大海　市民政  局局长", "赵大江　市审计局局长")
    assert persons[1:] == [("李大海", "市民政局局长"), ("赵大江", "市审计局局长")]


@pytest.mark.parametrize(("last", "roster"), [("约3个", True), ("全县各级", False)])
def test_a_last_word_of_four_characters_begins_the_next_paragraph(*, last: str, roster: bool) -> None:
    ((*_, (_, post)),) = persons_of("组长：王大河　县长", "成员：李大海　县财政局局长", f"赵大江　县审计局局长　{last}")
    assert (last in (post or "")) is roster


@pytest.mark.parametrize(("lines", "count"), [
    (("组长：王大河　县长", "成员：李大海　县财政局局长"), 1), (("组长：王大河　县长",), 0),
])  # fmt: skip
def test_a_roster_has_two_persons(lines: tuple[str, ...], count: int) -> None:
    assert len(persons_of(*lines)) == count


@pytest.mark.parametrize(("lines", "count"), [(("王大河　　李大海　　赵大江",), 1), (("王大河　　李大海",), 0)])
def test_a_list_of_names_has_three(lines: tuple[str, ...], count: int) -> None:
    assert len(persons_of(*lines)) == count
