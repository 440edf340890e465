"""Documents in the forms that Python and the script of the page must make alike."""

from collections.abc import Iterator

from generator.forms.document_json import document_json
from generator.forms.markdown_text import markdown_text
from generator.forms.plain_text import plain_text
from generator.model import (
    Archive,
    Block,
    Document,
    DocumentRecord,
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
from tests.fixtures.demo_archive import demo_archive
from tests.forms.test_markdown_text import HOSTILE

ODD = "甲\x00乙\x1b\ufffe𠮷\u2028丙\t丁\x85\n 戊 "
"""What no form can carry, what would end a line, and a rare character, which is two halves to a script."""


def odd_document() -> Document:
    """A document with everything that is rare."""
    table = Table(
        header=(("类", ""), ("名\n称", "数")),
        rows=(("甲|乙",), ("", "- 1")),
        group=0,
        caption="表1",
    )
    bare = Table(rows=((ODD, "二"), ("三",)))
    roster = Roster(
        groups=(
            RosterGroup("委员", (Member("邢军", "书记"), Member("", None)), label="（一）部门"),
            RosterGroup("委员", (Member("张三"),), label="（二）其他"),
            RosterGroup("委员", (Member("李四"),)),
            RosterGroup(None, ()),
        )
    )
    blocks: tuple[Block, ...] = (
        *(Paragraph(text=text) for text in (*HOSTILE, ODD, "", " ")),
        Heading(text="一、# 甲", kind="1"), Heading(text="表1", kind="caption"), table, table, bare, Table(), roster,
        Heading(text="表1", kind="1"), table, Note(text="单位：个"), Note(text="（注）"), Recipients(text="各村"),
    )  # fmt: skip
    return Document(
        1, (1, 9), f"通知{ODD}", head=ODD, number="第1号*", recipients="各村", signature=ODD, copies="县委",
        at={"recipients": (3,)}, note="1. 公开",
        parts=(
            Part("body", lines=(2,), blocks=blocks),
            Part("attachment", label="附件1", title="表1", at=(8,), blocks=(table,)),
            Part("attachment", blocks=(Paragraph(text="9) 乙"),)),
        ),
    )  # fmt: skip


def form_cases(archive: Archive) -> Iterator[dict[str, str]]:
    """The JSON, the plain text and the Markdown of each document."""
    odd = DocumentRecord("yunxi/2021/4/1", "yunxi/2021/4", odd_document(), 1)
    bare = DocumentRecord(
        "yunxi/2021/4/2", "yunxi/2021/4", Document(2, (), "公告", signature="局"), 1
    )
    for record in (*archive.documents, *demo_archive().documents, odd, bare):
        yield {
            "json": document_json(record).decode(),
            "txt": plain_text(record.document),
            "md": markdown_text(record.document),
        }
