"""Which lines are one person, and which of their words are the name and the post."""

import pytest

from generator.parse.rows.persons import (
    can_be_person,
    is_caption,
    is_columns,
    is_cut_post,
    is_name_alone,
    is_seated,
    split_person,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("王大河　市水利局局长", ("王大河", "市水利局局长")),
        ("王大河 市水利局局长", ("王大河", "市水利局局长")),
        ("王大河\t市水利局局长", ("王大河", "市水利局局长")),
        ("王　某　市水利局局长", ("王某", "市水利局局长")),
        ("王 某 市水利局局长", ("王某", "市水利局局长")),
        ("　　王大河　市水利局局长", ("王大河", "市水利局局长")),
        ("王大河（女）　市水利局局长", ("王大河（女）", "市水利局局长")),
        ("王大河　市委常委　副市长", ("王大河", "市委常委副市长")),
        ("王大河　水利", ("王大河", "水利")),
        ("王大河", None),
        ("市水利局　王大河", None),
        ("大河王　局长", None),
        ("王大河，市水利局局长", None),
        ("王大河　市水利局局长。", None),
        ("王大河　组长：李长青", None),
        ("组长　王大河", None),
    ],
)
def test_a_name_and_what_is_behind_it(text: str, found: tuple[str, str] | None) -> None:
    assert split_person(text) == found


@pytest.mark.parametrize(
    ("text", "seated"),
    [
        ("王大河　市水利局局长", True),
        ("王大河 市水利局局长", True),
        ("副县长　王大河", True),
        ("王大河　市委常委　副市长", True),
        ("副县长 王大河", False),
        ("副县长　王大河。", False),
        ("副县长：　王大河", False),
        ("副县长　王大河　李长青", False),
        ("王大河　水利", False),
        ("水利　王大河", False),
        ("王大河", False),
    ],
)
def test_a_name_and_a_whole_post(text: str, *, seated: bool) -> None:
    assert is_seated(text) is seated


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("市水利局　局长　王大河", True),
        ("王大河　女　汉族", True),
        ("副县长　王大河　李长青", True),
        ("王大河 女 汉族", False),
        ("市水利局 局长 王大河", False),
        ("王大河　市委常委　副市长", False),
        ("王大河　李长青　赵明山", False),
        ("王大河　局长", False),
        ("市水利局　局长　科员", False),
        ("王大河", False),
    ],
)
def test_columns_that_say_of_none_that_it_is_a_post(text: str, *, columns: bool) -> None:
    assert is_columns(text) is columns


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("王大河　市水利局局长", True),
        ("王大河 市水利局局长", True),
        ("各级各部门要高度重视　落实责任", True),
        ("各级各部门要高度重视 落实责任", False),
        ("各级各部门要高度重视", False),
    ],
)
def test_a_line_that_may_be_a_person(text: str, *, person: bool) -> None:
    assert can_be_person(text) is person


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("（一）部门委员", True), ("（专家组）", True), ("【专家组】", True), ("　　（专家组）", True), ("专家组", False),
        ("（专）", False), ("（专家组）。", False), ("（一）部门委员。", False), ("一、专家组：", False),
    ],
)  # fmt: skip
def test_the_caption_of_some_persons(text: str, *, caption: bool) -> None:
    assert is_caption(text) is caption


@pytest.mark.parametrize(
    ("text", "alone"),
    [("赵　某", True), ("赵某某", True), ("赵某某（女）", False), ("某某赵", False), ("赵某某局长", False)],
)  # fmt: skip
def test_a_name_alone(text: str, *, alone: bool) -> None:
    assert is_name_alone(text) is alone


@pytest.mark.parametrize(
    ("word", "cut"),
    [("局长", False), ("市水利局", False), ("副主任", False), ("水利工", True), ("市文化体", True)],
)
def test_a_post_that_stops_before_its_end(word: str, *, cut: bool) -> None:
    assert is_cut_post(word) is cut
