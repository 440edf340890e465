"""References of a document to its own places: the printed words → the anchors to which they lead."""

import pytest

from generator.link.within import find_references
from generator.model import (
    Article,
    Block,
    Document,
    Heading,
    Member,
    Paragraph,
    Part,
    Roster,
    RosterGroup,
    Table,
)
from generator.outline.headings import place_parts

ATTACHMENTS = (
    Part(kind="attachment", label="附件1", title="任务分工"),
    Part(kind="attachment", label="附件2：", title="经费标准"),
    Part(kind="attachment", label="附件三", title="名单"),
)


def references(document: Document) -> list[tuple[str, str]]:
    """The words of each reference with the anchor."""
    parts = place_parts(document)
    found = []
    for one in find_references(document, parts):
        text = getattr(parts[one.part].blocks[one.block].block, "text", "")
        found.append((text[one.start : one.end], one.anchor))
    return found


def notice(text: str, *parts: Part, title: str = "某县人民政府关于河道的通知") -> Document:
    body = Part(kind="body", blocks=(Paragraph(text=text, lines=(1,)),))
    return Document(sequence=1, lines=(1, 2), title=title, parts=(body, *parts))


def rules(text: str, title: str = "某县市场管理办法（试行）") -> Document:
    """A notice that issues an instrument of two chapters whose last article is the text."""
    blocks: tuple[Block, ...] = (
        Heading(kind="chapter", number="一", text="第一章 总则"),
        Article(number=1, text="第一条 略。"),
        Heading(kind="chapter", number="二", text="第二章 设立"),
        Heading(kind="section", number="一", text="第一节 场地"),
        Article(number=2, text="第二条 略。"),
        Article(number=2, insertion=1, text="第二条之一 略。"),
        Article(number=3, text=f"第三条 {text}"),
    )
    enclosure = Part(kind="enclosure", title=title, blocks=blocks)
    return notice("现印发给你们。", enclosure, title="某县人民政府关于印发某县市场管理办法的通知")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("分工见附件1，经费按附件2执行。", [("附件1", "att-1"), ("附件2", "att-2")]),
        ("名单（附件3）已经确定。", [("附件3", "att-3")]),
        ("填写附件一、二。", [("附件一", "att-1"), ("二", "att-2")]),
        ("详见附件1至3。", [("附件1", "att-1"), ("3", "att-3")]),
        ("按照本通知附件2办理。", [("附件2", "att-2")]),
        ("见附 件1。", []),
        ("见《省防汛通知》附件2。", []),
        ("见某政发〔2021〕3号附件2。", []),
        ("见该通知附件2。", []),
        ("见附件4。", []),
        ("附件1：任务分工", []),
        ("见附件2021年名单。", []),
        ("详见附件。", []),
    ],
)
def test_attachments(text: str, found: list[tuple[str, str]]) -> None:
    assert references(notice(text, *ATTACHMENTS)) == found


def test_the_only_attachment_needs_no_number() -> None:
    only = Part(kind="attachment", label="附件", title="任务分工")
    assert references(notice("分工详见附件。", only)) == [("附件", "att-1")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收费见附表1，位置见附图一。", [("附表1", "att-1"), ("附图一", "att-2")]),
        ("填写附件（1）。", []),
        ("见附件1。", []),
        ("详见附图。", []),
        ("本办法附表1规定收费。", [("附表1", "att-1")]),
        ("本通知附表1规定收费。", [("附表1", "att-1")]),
    ],
)
def test_tables_and_pictures_are_attachments_by_their_words(
    text: str, found: list[tuple[str, str]]
) -> None:
    table = Part(kind="attachment", label="附表1", title="收费标准")
    picture = Part(kind="attachment", label="附图1", title="位置")
    assert references(notice(text, table, picture)) == found


def test_an_instrument_that_is_labelled_as_an_attachment_is_meant_by_its_label() -> None:
    labelled = [
        Part(kind="enclosure", label=f"附件{nth}", title=f"某县{name}办法")
        for nth, name in ((1, "渡口"), (2, "船闸"))
    ]
    assert references(notice("收费见附件2。", *labelled)) == [("附件2", "enc-2")]


def test_a_number_in_brackets_is_that_of_the_label() -> None:
    labelled = Part(kind="attachment", label="附件（1）", title="任务分工")
    assert references(notice("填写附件（1）和附件1。", labelled)) == [
        ("附件（1）", "att-1"),
        ("附件1", "att-1"),
    ]


def test_of_two_attachments_with_one_number_none_is_meant() -> None:
    twice = Part(kind="attachment", label="附件1", title="另一份")
    assert references(notice("分工见附件1。", *ATTACHMENTS, twice)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("依照本办法第二条办理。", [("本办法第二条", "art-2")]),
        ("依照本办法第二条之一办理。", [("本办法第二条之一", "art-2-1")]),
        ("依照本办法第一条第二款第（三）项办理。", [("本办法第一条第二款第（三）项", "art-1")]),
        ("依照本办法第一条、第二条办理。", [("本办法第一条", "art-1"), ("第二条", "art-2")]),
        ("适用本办法第二章和第一条。", [("本办法第二章", "ch2"), ("第一条", "art-1")]),
        ("适用本办法第二章第一节。", [("本办法第二章第一节", "ch2-sec1")]),
        ("依照《市场条例》第二条办理。", []),
        ("依照《市场条例》第二条和本办法第一条办理。", [("本办法第一条", "art-1")]),
        ("依照该条例第二条办理。", []),
        ("依照第二条办理。", []),
        ("依照本规定第二条办理。", []),
        ("依照本办法第九条办理。", []),
        ("依照本办法第三条办理。", []),
    ],
)
def test_articles_and_chapters(text: str, found: list[tuple[str, str]]) -> None:
    """The last is the article that says so itself."""
    assert references(rules(text)) == found


def test_a_notice_means_the_instrument_of_the_kind_that_it_names() -> None:
    issued = rules("略。")
    body = Part(
        kind="body",
        blocks=(Paragraph(text="违反本办法第一条的，本通知第一条另有规定。", lines=(1,)),),
    )
    document = Document(
        sequence=1, lines=(1, 2), title=issued.title, parts=(body, *issued.parts[1:])
    )
    assert references(document) == [("本办法第一条", "art-1")]


def test_of_two_instruments_of_one_kind_the_notice_means_none() -> None:
    issued = rules("略。").parts[1]
    assert references(notice("违反本办法第一条的，从重处罚。", issued, issued)) == []


def test_of_two_articles_with_one_number_none_is_meant() -> None:
    blocks: tuple[Block, ...] = (
        Article(number=1, text="第一条 略。"),
        Article(number=1, text="第一条 略。"),
        Article(number=2, text="第二条 违反本办法第一条的，从重处罚。"),
    )
    enclosure = Part(kind="enclosure", title="某县市场办法", blocks=blocks)
    assert references(notice("现印发给你们。", enclosure)) == []


def test_a_section_is_that_of_its_chapter() -> None:
    headings = [
        Heading(kind=kind, number=number, text="略")
        for kind, number in (
            ("chapter", "一"),
            ("section", "一"),
            ("chapter", "二"),
            ("section", "一"),
        )
    ]
    article = Article(number=1, text="第一条 适用本办法第二章第一节和第一章第二节。")
    enclosure = Part(kind="enclosure", title="某县市场办法", blocks=(*headings, article))
    assert references(notice("现印发给你们。", enclosure)) == [("本办法第二章第一节", "ch2-sec1")]


def test_the_cell_of_a_table_refers_too() -> None:
    table = Table(
        header=(("序号", "依据"),),
        rows=(("1", "略"), ("2", "见附件1")),
        lines=(1, 2, 3),
        row_lines=(2, 3),
    )
    body = Part(kind="body", blocks=(table,))
    document = Document(
        sequence=1, lines=(1, 4), title="某县关于河道的通知", parts=(body, ATTACHMENTS[0])
    )
    (found,) = find_references(document, place_parts(document))
    assert (found.cell, found.start, found.end, found.anchor) == ((2, 1), 1, 4, "att-1")


def test_a_heading_and_a_roster_refer_to_nothing() -> None:
    roster = Roster(groups=(RosterGroup("组长", (Member("王某见附件1"),)),), lines=(2,))
    body = Part(kind="body", blocks=(Heading(kind="1", text="一、名单见附件1"), roster))
    document = Document(
        sequence=1, lines=(1, 4), title="某县关于河道的通知", parts=(body, ATTACHMENTS[0])
    )
    assert list(find_references(document, place_parts(document))) == []


def test_of_two_instruments_of_one_kind_each_means_itself() -> None:
    enclosures = [
        Part(
            kind="enclosure",
            title=f"某县{name}办法",
            blocks=(
                Article(number=1, text="第一条 略。"),
                Article(number=2, text="第二条 违反本办法第一条的，从重处罚。"),
            ),
        )
        for name in ("渡口", "船闸")
    ]
    document = notice("现印发给你们。", *enclosures)
    first, second = find_references(document, place_parts(document))
    assert (first.part, second.part) == (1, 2)
    assert first.anchor != second.anchor


CODE: tuple[Block, ...] = (
    Heading(kind="part", number="一", text="第一编 通则"),
    Heading(kind="subpart", number="一", text="第一分编 原则"),
    Heading(kind="chapter", number="一", text="第一章 范围"),
    Heading(kind="subpart", number="二", text="第二分编 主体"),
    Heading(kind="chapter", number="二", text="第二章 机关"),
    Heading(kind="section", number="一", text="第一节 职权"),
    Heading(kind="subsection", number="一", text="第一目 取得"),
    Heading(kind="subsection", number="二", text="第二目 行使"),
    Heading(kind="section", number="二", text="第二节 管辖"),
    Heading(kind="subsection", number="一", text="第一目 级别"),
    Heading(kind="part", number="二", text="第二编 程序"),
    Heading(kind="subpart", number="一", text="第一分编 启动"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("按照本规定第一编。", [("本规定第一编", "part1")]),
        ("按照本规定第一编第一分编。", [("本规定第一编第一分编", "part1-subpart1")]),
        ("按照本规定第二编第一分编。", [("本规定第二编第一分编", "part2-subpart1")]),
        ("按照本规定第二分编。", [("本规定第二分编", "part1-subpart2")]),
        ("按照本规定第一分编。", []),
        ("按照本规定第二编第二分编。", []),
        ("按照本规定第二章。", [("本规定第二章", "part1-subpart2-ch2")]),
        ("按照本规定第一编第二章。", [("本规定第一编第二章", "part1-subpart2-ch2")]),
        ("按照本规定第二编第二章。", []),
        ("按照本规定第二章第二节。", [("本规定第二章第二节", "part1-subpart2-ch2-sec2")]),
        (
            "按照本规定第二章第一节第二目。",
            [("本规定第二章第一节第二目", "part1-subpart2-ch2-sec1-subsec2")],
        ),
        (
            "按照本规定第二章第二节第一目规定。",
            [("本规定第二章第二节第一目", "part1-subpart2-ch2-sec2-subsec1")],
        ),
        ("按照本规定第二章第一目。", []),
        ("按照本规定第二节第一章。", []),
        (
            "按照本规定第一编第一分编和第二分编第二章。",
            [
                ("本规定第一编第一分编", "part1-subpart1"),
                ("第二分编第二章", "part1-subpart2-ch2"),
            ],
        ),
        ("本规定第二章第一目标是便民。", [("本规定第二章", "part1-subpart2-ch2")]),
    ],
)
def test_divisions(text: str, found: list[tuple[str, str]]) -> None:
    blocks = (*CODE, Article(number=1, text=f"第一条 {text}"))
    enclosure = Part(kind="enclosure", title="某省行政程序规定", blocks=blocks)
    title = "某省人民政府关于印发某省行政程序规定的通知"
    assert references(notice("现印发给你们。", enclosure, title=title)) == found
