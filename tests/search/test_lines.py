"""The lines of a document as search sees them: where they lead, what they are called, which are headings."""

import pytest

from generator.model import (
    Article,
    Block,
    Document,
    Heading,
    Item,
    Member,
    Paragraph,
    Part,
    Roster,
    RosterGroup,
    Table,
)
from generator.parse.text.numbering import number_block
from generator.search.normalise import bare, fold
from generator.search.passages import Line, document_lines, search_text


def lines(*blocks: Block, **fields: object) -> list[Line]:
    """The lines of a document with these blocks in its body."""
    part = Part(kind="body", blocks=tuple(map(number_block, blocks)))
    document = Document(1, (1, 9), "通知", parts=(part,), **fields)  # type: ignore[arg-type]
    return [line for line in document_lines(document) if line.text]


def test_a_line_leads_to_the_nearest_anchor_above_it() -> None:
    found = lines(
        Paragraph(text="前言"),
        Heading(kind="1", text="一、总则"),
        Paragraph(text="略"),
        Article(number=1, text="第一条 甲"),
        Item(kind="2", text="（一）乙"),
        Item(kind="2", text="（二）丙。丁", lead="丙"),
        Paragraph(text="末"),
    )
    assert [(line.anchor, line.label, line.text, line.heading) for line in found] == [
        ("", "", "前言", False),
        ("s1", "一、总则", "一、总则", True),
        ("s1", "一、总则", "略", False),
        ("art-1", "第一条", "第一条 甲", False),
        ("art-1", "第一条", "（一）乙", False),
        ("art-1-s2", "（二）丙。", "（二）丙。丁", True),
        ("art-1-s2", "（二）丙。", "末", False),
    ]


@pytest.mark.parametrize(("caption", "said"), [("表一", 1), ("表二", 2), (None, 1)])
def test_a_caption_is_a_line_unless_the_heading_above_says_it(
    caption: str | None, said: int
) -> None:
    table = Table(caption=caption, header=(("列",),), rows=(("一",), ("二",)))
    texts = [line.text for line in lines(Heading(kind="caption", text="表一"), table)]
    assert sum(text.startswith("表") for text in texts) == said
    assert texts[-3:] == ["列", "一", "二"]


def test_elements_are_above_and_below_the_body_and_before_the_attachments() -> None:
    headings = (Heading(kind="1", text="一、甲"), Heading(kind="1", text="二、丙"))
    body = Part(kind="body", blocks=tuple(map(number_block, headings)))
    attached = Part(kind="attachment", label="附件1", title="清单", blocks=(Paragraph(text="乙"),))
    document = Document(
        1,
        (1, 9),
        "通知",
        head="市政府文件",
        recipients="各局",
        signature="市政府",
        parts=(body, attached),
    )
    found = list(document_lines(document))
    assert [(line.anchor, line.label, line.text) for line in found if line.text] == [
        ("", "", "市政府文件"),
        ("", "", "各局"),
        ("s1", "一、甲", "一、甲"),
        ("s2", "二、丙", "二、丙"),
        ("s2", "二、丙", "市政府"),
        ("att-1", "附件1　清单", "附件1"),
        ("att-1", "附件1　清单", "清单"),
        ("att-1", "附件1　清单", "乙"),
    ]
    assert [line.text for line in found if line.heading] == ["一、甲", "二、丙", "附件1", "清单"]


def test_a_word_that_a_line_of_a_cell_broke_is_found_and_the_break_is_a_blank() -> None:
    (line,) = lines(Table(rows=(("食品监\n管抽检",),)))
    assert line.text == "食品监 管抽检"
    document = Document(
        1, (1, 9), "通知", parts=(Part(kind="body", blocks=(Table(rows=(("食品监\n管抽检",),)),)),)
    )
    assert "食品监管抽检\n" in search_text(document).folded[2] + "\n"


def test_a_name_with_its_post_is_one_line_in_which_they_are_apart() -> None:
    roster = Roster(groups=(RosterGroup("组长", (Member("张三", "区长"), Member("李四"))),))
    assert [line.text for line in lines(roster)] == ["组长", "张三\x1e区长", "李四"]
    document = Document(1, (1, 9), "通知", parts=(Part(kind="body", blocks=(roster,)),))
    assert search_text(document).folded[2] == "组长\n张三\n区长\n李四"


def test_nothing_is_found_across_what_is_apart() -> None:
    assert fold("张三 \x1e 区长") == "张三\x1e区长"
    assert bare(fold("张三，\x1e（区）长")) == "张三\x1e区长"


def test_title_number_and_headings_are_zones_of_their_own() -> None:
    part = Part(kind="body", blocks=(Heading(kind="1", text="一、甲"), Paragraph(text="乙 乙")))
    text = search_text(Document(1, (1, 9), "通知", number="某发〔2020〕1号", parts=(part,)))
    assert text.folded[:3] == ("通知\n某发·2020·1号", "一·甲", "一·甲\n乙乙")
    assert text.length == len("一·甲\n乙乙")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("〔2021〕", "·2021·"),
        ("（2021）[x]", "·2021·x·"),
        ("Ａｂ ｃ", "abc"),
        ("Ａｂ　ｃ", "ab·c"),
        ("二〇二〇 零○◯", "二〇二〇〇〇〇"),
        ("國務院", "国务院"),
        ("甲，、。乙", "甲·乙"),
        ("5%±×÷", "5·"),
        ("½①㎡", "1·21m2"),
        ("a-b_c~d", "a·b·c·d"),
        ("\u200b\ufeff\xad", ""),
    ],
)
def test_texts_are_compared_without_what_print_varies(text: str, folded: str) -> None:
    assert fold(text) == folded
