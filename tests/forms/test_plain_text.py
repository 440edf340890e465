"""A document as plain text."""

from collections.abc import Sequence

from msgspec.structs import replace

from generator.forms import plain_text
from generator.model import (
    Archive,
    Document,
    Heading,
    Member,
    Note,
    Paragraph,
    Part,
    Recipients,
    Roster,
    RosterGroup,
    Table,
)
from generator.visible import CELL, ROW, seen_text
from generator.visible.pages_seen import HEAD, document_seen
from tests.fixtures.demo_archive import demo_archive


def printed(document: Document, head: Sequence[str] = HEAD) -> str:
    """The visible characters of a document in the order of the print.

    :param head: what is above its text, in order
    """
    text = "".join(piece.text for piece in document_seen(document, head))
    return text.replace(CELL, "").replace(ROW, "")


def body(*blocks: object) -> Document:
    """A document with some blocks."""
    return Document(1, (1, 9), "通知", parts=(Part("body", blocks=blocks),))  # type: ignore[arg-type]


def test_each_word_of_the_print_is_there_once_in_its_order(real_archive: Archive) -> None:
    for record in (*real_archive.documents, *demo_archive().documents):
        assert seen_text(plain_text(record.document)) == printed(record.document), record.id


def test_elements_are_where_their_lines_are() -> None:
    document = Document(
        1,
        (1, 6),
        "关于印发办法的通知",
        number="某政发〔2021〕1号",
        head="某县人民政府文件",
        recipients="各乡镇",
        signature="某县人民政府",
        date="2021-10-08",
        note="此件公开发布",
        copies="县委",
        at={"recipients": (3,), "signature": (5,), "date": (6,)},
        parts=(
            Part("body", blocks=(Paragraph(text="现印发。", lines=(4,)),)),
            Part("enclosure", title="办法", at=(7,), blocks=(Heading(text="一、总则", kind="1", lines=(8,)),)),
            Part("attachment", label="附件1", title="表", at=(9,)),
        ),
    )  # fmt: skip
    assert plain_text(document) == (
        "某县人民政府文件\n关于印发办法的通知\n某政发〔2021〕1号\n各乡镇：\n现印发。\n（此件公开发布）\n"
        "抄送：县委\n某县人民政府\n2021年10月8日\n\n办法\n一、总则\n\n附件1　表\n"
    )


def test_a_document_without_parts_has_its_elements() -> None:
    document = Document(1, (1,), "公告", signature="某局", recipients="各位：")
    assert plain_text(document) == "公告\n各位：\n某局\n"


def test_cells_are_between_tabs_and_the_caption_is_there_once() -> None:
    table = Table(
        header=(("类", ""), ("名称", "数\n量")), rows=(("甲", "1"),), caption="表1", group=0
    )
    document = body(Heading(text="表1", kind="caption"), table, Note(text="单位：个"), table)
    assert plain_text(document) == (
        "通知\n表1\n名称\t数 量\n类\t\n甲\t1\n（单位：个）\n表1\n名称\t数 量\n类\t\n甲\t1\n"
    )
    assert seen_text(plain_text(document)) == printed(document)


def test_persons_are_below_their_role() -> None:
    roster = Roster(
        groups=(
            RosterGroup("组长", (Member("邢军", "区委常委"),)),
            RosterGroup(None, (Member("张三"), Member("李四"))),
        )
    )
    assert plain_text(body(roster, Recipients(text="各村"))) == (
        "通知\n组长\n邢军　区委常委\n张三\n李四\n各村：\n"
    )


def test_a_character_that_no_text_may_have_is_visibly_replaced() -> None:
    document = body(Paragraph(text="甲\x00乙\ud800丙\ufffe丁\x85戊\n己\x1b"))
    assert plain_text(document) == "通知\n甲\ufffd乙\ufffd丙\ufffd丁 戊 己\ufffd\n"
    assert plain_text(replace(document, title="a\tb")).startswith("a b\n")
