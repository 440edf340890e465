"""Anchors are made from printed numbers and stay unique."""

from typing import Literal

import pytest

from generator.model import Article, Block, Document, Heading, Item, Paragraph, Part
from generator.outline.headings import place_parts, run_in
from generator.parse.text.numbering import number_block


def anchors(*parts: Part) -> list[list[str]]:
    document = Document(sequence=1, lines=(1, 9), title="题", parts=parts)
    return [
        [block.anchor for block in placed.blocks if block.anchor]
        for placed in place_parts(document)
    ]


def part(
    kind: Literal["body", "enclosure", "attachment"], *blocks: Block, label: str | None = None
) -> Part:
    return Part(kind=kind, label=label, blocks=tuple(map(number_block, blocks)))


ONE = Heading(kind="1", text="一、甲")
ARTICLE = Article(number=12, text="第十二条 甲")


def test_the_first_enclosure_owns_plain_anchors_when_the_body_has_none() -> None:
    notice = Paragraph(text="现印发给你们。")
    assert anchors(
        part("body", notice), part("enclosure", ARTICLE), part("enclosure", ARTICLE)
    ) == [
        [],
        ["art-12"],
        ["enc-2-art-12"],
    ]


def test_the_body_owns_plain_anchors_when_it_has_any() -> None:
    assert anchors(
        part("body", ONE), part("enclosure", ONE), part("attachment", ONE, label="附件２")
    ) == [
        ["s1"],
        ["enc-s1"],
        ["att-2-s1"],
    ]


def test_a_number_printed_twice_has_two_anchors() -> None:
    assert anchors(part("body", ONE, ONE, ONE)) == [["s1", "s1-b", "s1-c"]]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (
            [("chapter", "第二章 甲"), ("section", "第一节 乙"), ("chapter", "第三章 丙")],
            ["ch2", "ch2-sec1", "ch3"],
        ),
        (
            [
                ("part", "第二编 甲"),
                ("subpart", "第一分编 乙"),
                ("chapter", "第三章 丙"),
                ("section", "第一节 丁"),
                ("subsection", "第二目 戊"),
                ("section", "第二节 己"),
                ("subpart", "第二分编 庚"),
                ("chapter", "第四章 辛"),
            ],
            [
                "part2",
                "part2-subpart1",
                "part2-subpart1-ch3",
                "part2-subpart1-ch3-sec1",
                "part2-subpart1-ch3-sec1-subsec2",
                "part2-subpart1-ch3-sec2",
                "part2-subpart2",
                "part2-subpart2-ch4",
            ],
        ),
        (
            [("1", "二、甲"), ("2", "（三）乙"), ("3", "1.丙"), ("4", "(2)丁")],
            ["s2", "s2-3", "s2-3-1", "s2-3-1-2"],
        ),
        ([("2", "（一）甲"), ("1", "一、乙")], ["s1", "s1-b"]),
        ([("chapter", "第一章 甲"), ("1", "一、乙")], ["ch1", "ch1-s1"]),
        ([("title", "甲"), ("1", "一、乙"), ("title", "丙")], ["title-1", "title-1-s1", "title-2"]),
    ],
)
def test_path_of_numbers(headings: list[tuple[str, str]], expected: list[str]) -> None:
    assert anchors(part("body", *(Heading(kind=kind, text=text) for kind, text in headings))) == [
        expected
    ]


def test_a_captioned_item_is_named_after_its_article() -> None:
    item = Item(kind="2", text="（一）甲。乙", lead="甲")
    second = Article(number=13, text="第十三条 乙")
    assert anchors(part("body", ARTICLE, item, second, item)) == [
        ["art-12", "art-12-s1", "art-13", "art-13-s1"]
    ]


def test_articles_under_enumerated_headings_do_not_hold_them() -> None:
    two = Heading(kind="1", text="二、乙")
    assert anchors(part("body", ONE, ARTICLE, two)) == [["s1", "art-12", "s2"]]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph(text="（一）甲。乙", lead="甲", kind="2"), ("2", "（一）甲。", "乙")),
        (Item(text="1. 甲：乙", lead="甲", kind="3"), ("3", "1. 甲：", "乙")),
        (Item(text="1. 甲乙", lead="甲", kind="3"), ("3", "1. 甲", "乙")),
        (Item(text="1. 甲", kind="3"), None),
        (Item(text="乙乙乙乙甲", lead="甲", kind="3"), None),
        (Paragraph(text="甲：乙", lead="甲"), None),
    ],
)
def test_run_in(block: Block, expected: tuple[str, str, str] | None) -> None:
    assert run_in(number_block(block)) == expected


def test_a_box_in_the_middle_of_an_outline_does_not_end_it() -> None:
    kinds_and_texts = [
        ("1", "四、甲"),
        ("2", "（一）乙"),
        ("3", "1.丙"),
        ("title", "专栏1"),
        ("3", "1.丁"),
        ("3", "2.戊"),
        ("2", "（二）己"),
        ("title", "专栏2"),
        ("2", "（一）庚"),
        ("1", "五、辛"),
    ]
    blocks = (Heading(kind=kind, text=text) for kind, text in kinds_and_texts)
    document = Document(sequence=1, lines=(1, 9), title="题", parts=(part("body", *blocks),))
    placed = place_parts(document)[0].blocks
    assert [(block.level, block.anchor) for block in placed] == [
        (2, "s4"),
        (3, "s4-1"),
        (4, "s4-1-1"),
        (4, "title-1"),
        (5, "title-1-s1"),
        (5, "title-1-s2"),
        (3, "s4-2"),
        (3, "title-2"),
        (4, "title-2-s1"),
        (2, "s5"),
    ]
