"""Levels and anchors, on either side of each condition."""

import pytest

from generator.model import Article, Block, Document, Heading, Item, Paragraph, Part, Table
from generator.outline.headings import (
    PlacedBlock,
    is_caption_of,
    part_anchors,
    place_parts,
    run_in,
    unique,
)
from generator.parse.text.numbering import number_block

KINDS = {
    "part": "第{}编 甲",
    "chapter": "第{}章 甲",
    "section": "第{}节 甲",
    "1": "{}、甲",
    "2": "（{}）甲",
    "3": "{}.甲",
    "4": "({})甲",
    "5": "{})甲",
}


def heading(kind: str, number: str) -> Heading:
    """A heading with a number, or with words where its kind has none."""
    return Heading(kind=kind, text=KINDS.get(kind, "{}").format(number))


def placed(*blocks: Block, kind: str = "body") -> list[tuple[int, str]]:
    """Levels and anchors of blocks."""
    part = Part(kind=kind, blocks=tuple(map(number_block, blocks)))  # type: ignore[arg-type]
    (one,) = place_parts(Document(1, (1, 9), "题", parts=(part,)))
    return [(block.level, block.anchor) for block in one.blocks]


def test_levels_follow_the_kinds_that_are_there_and_end_at_six() -> None:
    blocks = (
        heading("chapter", "一"),
        heading("section", "一"),
        heading("1", "一"),
        heading("2", "一"),
        heading("3", "1"),
        heading("4", "1"),
    )
    assert [level for level, _ in placed(*blocks)] == [2, 3, 4, 5, 6, 6]
    assert [level for level, _ in placed(*blocks, kind="enclosure")] == [3, 4, 5, 6, 6, 6]
    assert [level for level, _ in placed(heading("3", "1"), heading("4", "1"))] == [2, 3]


def test_an_article_is_below_its_chapter_and_ends_what_is_in_the_one_before() -> None:
    chapter, section = heading("chapter", "一"), heading("section", "一")
    one, two = (Article(number=n, text=f"第{n}条 甲") for n in (1, 2))
    inserted = Article(number=2, insertion=1, text="第二条之一 甲")
    item = Item(kind="2", text="（一）甲。乙", lead="甲")
    deep = [heading("1", "一"), heading("2", "一"), heading("3", "1"), heading("4", "1")]
    assert placed(chapter, one, item, section, two, inserted, heading("chapter", "二")) == [
        (2, "ch1"),
        (3, "art-1"),
        (4, "art-1-s1"),
        (3, "ch1-sec1"),
        (4, "art-2"),
        (4, "art-2-1"),
        (2, "ch2"),
    ]
    assert placed(*deep, one)[-1] == (6, "art-1")


def test_headings_without_a_number_are_counted() -> None:
    blocks = (
        Heading(kind="title", text="甲"),
        Heading(kind="caption", text="乙"),
        Heading(kind="title", text="丙"),
        Heading(kind="caption", text="丁"),
        Heading(kind="1", text="无"),
        Heading(kind="strange", text="戊"),
    )
    assert [anchor for _, anchor in placed(*blocks)] == [
        "title-1",
        "caption-1",
        "title-2",
        "caption-2",
        "heading-1",
        "title-3",
    ]


def test_a_box_inside_goes_on_and_a_title_ends() -> None:
    one, box, two = heading("1", "一"), Heading(kind="title", text="专栏"), heading("1", "二")
    three = heading("1", "三")
    assert placed(one, box, two) == [(2, "s1"), (3, "title-1"), (2, "s2")]
    assert [level for level, _ in placed(one, box, three)] == [2, 2, 3]


def test_a_new_count_in_a_title_is_inside_it() -> None:
    blocks = (Heading(kind="title", text="甲"), heading("1", "一"), heading("2", "一"))
    again = (Heading(kind="title", text="乙"), heading("1", "一"))
    assert placed(*blocks, *again) == [
        (2, "title-1"),
        (3, "title-1-s1"),
        (4, "title-1-s1-1"),
        (2, "title-2"),
        (3, "title-2-s1"),
    ]


@pytest.mark.parametrize(
    ("labels", "anchors"),
    [
        (("附件1", "附件2"), ["att-1", "att-2"]),
        (("附件２：", "附表三"), ["att-2", "att-3"]),
        ((None, None), ["att-1", "att-2"]),
        (("附件2", None), ["att-2", "att-2-b"]),
        (("附件", "附 件 1"), ["att-1", "att-1-b"]),
    ],
)
def test_attachments_are_named_by_their_label_or_by_their_order(
    labels: tuple[str | None, ...], anchors: list[str]
) -> None:
    assert part_anchors(tuple(Part(kind="attachment", label=label) for label in labels)) == anchors


def test_an_instrument_is_counted_where_there_are_several() -> None:
    body, issued = Part(kind="body"), Part(kind="enclosure")
    assert part_anchors((body, issued)) == ["", "enc"]
    assert part_anchors((body, issued, issued)) == ["", "enc-1", "enc-2"]
    assert part_anchors((body, body)) == ["", "body-2"]


def test_the_part_without_numbers_leaves_the_plain_anchors_to_the_first_instrument() -> None:
    words = Part(kind="body", blocks=(Paragraph(text="略。"),))
    numbered = tuple(
        Part(kind=kind, blocks=(number_block(heading("1", "一")),))
        for kind in ("body", "enclosure", "enclosure", "attachment")
    )
    document = Document(1, (1, 9), "题", parts=(words, *numbered[1:]))
    anchors = [part.blocks[0].anchor for part in place_parts(document)]
    assert anchors == ["", "s1", "enc-2-s1", "att-1-s1"]
    document = Document(1, (1, 9), "题", parts=numbered)
    anchors = [part.blocks[0].anchor for part in place_parts(document)]
    assert anchors == ["s1", "enc-1-s1", "enc-2-s1", "att-1-s1"]


def test_many_alike_are_told_apart_by_letters_and_then_by_numbers() -> None:
    seen: set[str] = set()
    names = [unique("s1", seen) for _ in range(28)]
    assert (names[0], names[1], names[25], names[26]) == ("s1", "s1-b", "s1-z", "s1-27")
    assert len(seen) == 28
    assert unique("", seen) == unique("", seen) == ""


def test_a_caption_is_one_with_the_table_right_below_it() -> None:
    table = PlacedBlock(Table(caption="甲", rows=(("一",),)))
    caption = PlacedBlock(Heading(kind="caption", text="甲"))
    assert is_caption_of(caption, [table])
    assert not is_caption_of(caption, [])
    assert not is_caption_of(caption, [PlacedBlock(Paragraph(text="略")), table])


BOX = Heading(kind="title", text="专栏")


@pytest.mark.parametrize(
    ("inside", "anchors"),
    [
        (["三"], [(5, "title-1-s3")]),
        (["一", "二"], [(5, "title-1-s1"), (5, "title-1-s2")]),
    ],
)
def test_a_count_inside_a_box_is_no_part_of_the_one_around_it(
    inside: list[str], anchors: list[tuple[int, str]]
) -> None:
    around = [heading("1", "一"), heading("2", "一"), BOX]
    inner = [heading("1", number) for number in inside]
    assert placed(*around, *inner, heading("2", "二")) == [
        (2, "s1"),
        (3, "s1-1"),
        (4, "title-1"),
        *anchors,
        (3, "s1-2"),
    ]


def test_a_caption_is_counted_whatever_number_it_has() -> None:
    blocks = (Heading(kind="caption", text="1.进度表"), Heading(kind="caption", text="表"))
    assert placed(*blocks) == [(2, "caption-1"), (2, "caption-2")]


@pytest.mark.parametrize(
    ("text", "caption"),
    [("（一）甲。乙", "（一）甲。"), ("（一）“甲”。乙", "（一）“甲"), ("（一）乙乙甲。丙", None)],
)
def test_a_run_in_heading_begins_right_behind_its_number(text: str, caption: str | None) -> None:
    found = run_in(number_block(Paragraph(text=text, lead="甲", kind="2")))
    assert (found[1] if found else None) == caption


def test_only_the_first_body_or_the_first_instrument_has_plain_anchors() -> None:
    words = Part(kind="body", blocks=(Paragraph(text="略。"),))
    body, attached = (
        Part(kind=kind, blocks=(number_block(heading("1", "一")),))
        for kind in ("body", "attachment")
    )
    for parts, anchors in (
        ((words, body), ["", "body-2-s1"]),
        ((attached,), ["att-1-s1"]),
        ((attached, body), ["att-1-s1", "s1"]),
    ):
        placed_parts = place_parts(Document(1, (1, 9), "题", parts=parts))
        assert [part.blocks[0].anchor for part in placed_parts] == anchors


def test_a_heading_without_a_number_is_continued_by_none() -> None:
    blocks = (Heading(kind="1", text="无"), BOX, heading("1", "一"))
    assert placed(*blocks) == [(2, "heading-1"), (2, "title-1"), (3, "title-1-s1")]
