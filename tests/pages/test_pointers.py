"""What each finding points at, and how each kind of block is written."""

import pytest

from generator.model import (
    Article,
    Block,
    Copies,
    Document,
    Finding,
    Heading,
    Item,
    Note,
    Paragraph,
    Part,
    Recipients,
    Roster,
    RosterGroup,
    Signature,
    Table,
)
from generator.model.finding import FindingPlace
from generator.outline.headings import PlacedBlock, place_parts
from generator.pages.body.attachment_note import (
    attachment_anchors,
    is_attachment_note,
    link_titles,
)
from generator.pages.body.blocks import block_markdown
from generator.pages.body.pointers import find_anchors, point_findings
from generator.parse.text.numbering import number_block
from generator.words.say import speaking

ELEMENTS = {"title": (2, 3), "number": (4,), "signature": (20,)}


def pointed(*blocks: Block, lines: tuple[int, ...] = ()) -> dict[int, str]:
    """The anchor of what is on each of some lines of a document."""
    part = Part(kind="body", blocks=blocks)
    attached = Part(
        kind="attachment", title="清单", at=(30,), blocks=(Paragraph(text="乙", lines=(31,)),)
    )
    parts = place_parts(Document(1, (1, 40), "题", parts=(part, attached)))
    findings = [Finding(line, "x", "info") for line in lines]
    return dict(point_findings(parts, ELEMENTS, findings).anchors)


def test_a_line_points_at_what_is_on_it_or_at_what_is_before_it() -> None:
    blocks = (
        number_block(Heading(kind="1", text="一、甲", lines=(6,))),
        Paragraph(text="略", lines=(7, 8)),
        Paragraph(text="末", lines=(12,)),
    )
    lines = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 20, 25, 30, 31, 35)
    assert pointed(*blocks, lines=lines) == {
        0: "title",
        1: "title",
        2: "title",
        3: "title",
        4: "number",
        5: "number",
        6: "s1",
        7: "l-7",
        8: "l-7",
        9: "l-7",
        12: "l-12",
        20: "l-20",
        25: "l-20",
        30: "att-1",
        31: "l-31",
        35: "l-31",
    }


def test_what_is_on_a_line_comes_before_what_begins_nearer_to_it() -> None:
    blocks = (Paragraph(text="甲", lines=(5, 9)), Paragraph(text="乙", lines=(7,)))
    assert pointed(*blocks, lines=(5, 7, 8, 9)) == {5: "l-5", 7: "l-7", 8: "l-7", 9: "l-5"}


def test_a_caption_is_pointed_at_in_its_table_and_a_row_by_itself() -> None:
    table = Table(
        caption="表", header=(("头",),), rows=(("一",), ("二",)), lines=(6, 7, 8), row_lines=(7, 8)
    )
    caption = Heading(kind="caption", text="表", lines=(5,))
    assert pointed(caption, table, lines=(5, 6, 7, 8)) == {
        5: "caption-1",
        6: "caption-1",
        7: "l-7",
        8: "l-8",
    }
    alone = Heading(kind="caption", text="另", lines=(5,))
    assert pointed(alone, table, lines=(5, 6)) == {5: "caption-1", 6: "l-6"}


def test_a_finding_is_given_to_what_holds_its_characters_and_marked_there_only() -> None:
    blocks = (Paragraph(text="甲", lines=(6,)), Paragraph(text="乙", lines=(6,)))
    parts = place_parts(Document(1, (1, 9), "题", parts=(Part(kind="body", blocks=blocks),)))
    placed = Finding(6, "x", "info", place=FindingPlace(1, part=0, block=1), start=0, end=1)
    element = Finding(4, "x", "info", place=FindingPlace(1, "number"), start=0, end=1)
    loose = Finding(6, "y", "info")
    found = point_findings(parts, ELEMENTS, [placed, element])
    assert [block.anchor for block in found.parts[0].blocks] == ["", "l-6"]
    assert [block.findings for block in found.parts[0].blocks] == [(), (placed,)]
    assert found.elements["number"].findings == (element,)
    assert (found.elements["number"].anchor, found.elements["title"].anchor) == ("number", "")
    both = point_findings(parts, ELEMENTS, [loose])
    assert [block.anchor for block in both.parts[0].blocks] == ["l-6", ""]
    assert all(block.findings == () for block in both.parts[0].blocks)


@pytest.mark.parametrize(
    ("block", "markdown"),
    [
        (Article(number=5, text="第五条 甲"), "第五条 甲\n{: .article }"),
        (Item(kind="3", text="1. 甲"), "1\\. 甲\n{: .item .item-3 }"),
        (Item(kind="•", text="•甲"), "•甲\n{: .item .item-mark }"),
        (Paragraph(text="附件：1.甲"), "附件：1.甲\n{: .attachment-note }"),
        (Paragraph(text="甲。乙", lead="甲"), "**甲**。乙"),
        (Paragraph(text="甲 乙", lead="甲"), "**甲** 乙"),
        (Paragraph(text="乙甲", lead="甲"), "乙甲"),
        (Recipients(text="各局"), "各局：\n{: .recipients }"),
        (Recipients(text="各局："), "各局：\n{: .recipients }"),
        (Signature(text="市政府"), "市政府\n{: .signature }"),
        (Note(text="此件公开"), "（此件公开）\n{: .note }"),
        (Note(text="(此件公开)"), "(此件公开)\n{: .note }"),
        (Note(text="注：甲"), "注：甲\n{: .note }"),
        (Note(text="备注：甲"), "备注：甲\n{: .note }"),
        (Copies(text="市委"), "抄送：市委\n{: .imprint }"),
        (Copies(text="抄报：市委"), "抄报：市委\n{: .imprint }"),
    ],
)
def test_each_kind_of_block_is_written(block: Block, markdown: str) -> None:
    assert block_markdown(PlacedBlock(block)) == markdown


def test_a_note_in_its_own_brackets_keeps_its_marks() -> None:
    finding = Finding(
        1, "x", "warning", "甲", start=1, end=2, place=FindingPlace(1, part=0, block=0)
    )
    written = block_markdown(PlacedBlock(Note(text="（甲）"), findings=(finding,)))
    assert ">甲</span>）" in written


def test_an_article_opens_with_its_number() -> None:
    block = number_block(Article(number=5, text="第五条　甲"))
    placed = PlacedBlock(block, level=3, anchor="art-5")
    assert block_markdown(placed) == "### 第五条 {#art-5 .run-in .article}\n\n甲\n{: .run-on }"
    bare = Article(number=5, text="第五条", enumerator=3)
    assert block_markdown(PlacedBlock(bare, 3, "art-5")) == "### 第五条 {#art-5 .run-in .article}"


def test_the_note_of_attachments_goes_on_over_its_items() -> None:
    note, item, text = (
        Paragraph(text="附件：1.甲"),
        Item(kind="3", text="2.乙"),
        Paragraph(text="丙"),
    )
    assert is_attachment_note(note, after_note=False)
    assert is_attachment_note(Paragraph(text="附件1：甲"), after_note=False)
    assert is_attachment_note(item, after_note=True)
    assert not is_attachment_note(item, after_note=False)
    assert not is_attachment_note(text, after_note=True)


def test_a_title_of_one_attachment_is_linked_the_longer_first() -> None:
    titles = ("清单", "任务清单(试行)", "表", "表", "a*b")
    parts = tuple(Part(kind="attachment", title=title) for title in titles)
    placed = place_parts(Document(1, (1, 9), "题", parts=(Part(kind="body", title="通知"), *parts)))
    anchors = attachment_anchors(placed)
    assert anchors == {"清单": "att-1", "任务清单(试行)": "att-2"}
    linked = link_titles("1.任务清单（试行） 2.清单 3.表", anchors)
    assert linked == "1.[任务清单（试行）](#att-2) 2.[清单](#att-1) 3.表"
    assert link_titles("甲", {}) == "甲"
    assert link_titles("任务清单", {"任务": "att-1", "任务清单": "att-2"}) == "[任务清单](#att-2)"
    with speaking("en"):
        assert attachment_anchors(placed) == anchors


def test_no_title_is_looked_up_in_a_tag() -> None:
    note = '<span lang="zh-Hans">附件：1.span 2.lang</span>'
    linked = link_titles(note, {"span": "att-1", "lang": "att-2"})
    assert linked == '<span lang="zh-Hans">附件：1.[span](#att-1) 2.[lang](#att-2)</span>'


def test_no_title_is_looked_up_in_a_link_an_entity_or_attributes() -> None:
    note = '[附件：某发〔2020〕1号](../1/#p-1 "表"){: aria-label="表" }&#40;\\(表 {: #p-2 .a }'
    anchors = {")": "att-1", "表": "att-2", "40": "att-3", "p": "att-4", "(": "att-5"}
    linked = link_titles(note, anchors)
    assert linked == note.replace("(表 {", "([表](#att-2) {")


def test_each_line_of_a_list_leads_to_it_and_of_a_paragraph_the_first() -> None:
    blocks = (
        Paragraph(text="甲乙", lines=(5, 6)),
        Table(header=(("序号",), ("号",)), rows=(("1",),), lines=(8, 9, 10), row_lines=(10,)),
        Roster(groups=(RosterGroup("组长", ()),), lines=(12, 14)),
    )
    parts = place_parts(Document(1, (1, 40), "题", parts=(Part(kind="body", blocks=blocks),)))
    assert find_anchors(parts, {"title": (2, 3)}, []) == {
        2: "title",
        5: "l-5",
        8: "l-8",
        9: "l-8",
        10: "l-10",
        12: "l-12",
        14: "l-12",
    }
