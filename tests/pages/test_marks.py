"""Marks are on the characters that a finding speaks of, or nowhere."""

from collections.abc import Sequence
from typing import Literal

import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace

from generator.model import (
    Block,
    Document,
    Finding,
    Issue,
    Item,
    Paragraph,
    Part,
    Publication,
    Table,
)
from generator.model.finding import FindingPlace
from generator.pages.body.flow import document_text
from generator.pages.writing.marks import Mark, cut_marks, find_marks
from generator.parse.findings import place_findings
from generator.parse.text.numbering import number_document
from generator.words.say import speaking
from tests.pages.rendering import Render


def finding(
    line: int, found: str, correct: str = "", severity: Literal["info", "warning"] = "info"
) -> Finding:
    return Finding(
        line=line, kind="x", severity=severity, found=found, correct=correct, message="说明"
    )


def places(
    text: str, *findings: Finding, lines: tuple[int, ...] = (1,), breaks: tuple[int, ...] = ()
) -> list[str]:
    placed = in_places((Paragraph(text=text, lines=lines, breaks=breaks),), findings)[1]
    return [f"{mark.start}:{text[mark.start : mark.end]}" for mark in find_marks(placed)]


def in_places(
    blocks: tuple[Block, ...], findings: Sequence[Finding]
) -> tuple[Document, tuple[Finding, ...]]:
    """A document of these blocks, and the findings with their places in it."""
    parts = (Part(kind="body", lines=(1, 9), blocks=blocks),)
    document = number_document(Document(sequence=1, lines=(1, 9), title="题", parts=parts))
    issue = Issue("x.txt", "0", Publication("某"), documents=(document,), findings=tuple(findings))
    found = place_findings(issue).findings
    return document, tuple(one for finding in found for one in finding.each())


@pytest.mark.parametrize(
    ("text", "findings", "expected"),
    [
        ("川政〔2020〕1号", [finding(1, "也", "〔")], ["2:〔"]),
        ("〔甲〕〔乙〕", [finding(1, "也", "〔")], []),
        ("〔甲〕〔乙〕", [finding(1, "也", "〔"), finding(1, "也", "〔")], ["0:〔", "3:〔"]),
        ("到三月三十日", [finding(1, "三月三十日", severity="warning")], ["1:三月三十日"]),
        ("甲乙", [finding(1, "-")], []),
        ("甲乙", [finding(1, "丙", severity="warning")], []),
        ("〔2020〕", [finding(1, "[2020]", "〔2020〕"), finding(1, "也", "〔")], ["0:〔2020〕"]),
    ],
)
def test_where_a_mark_stands(text: str, findings: list[Finding], expected: list[str]) -> None:
    assert places(text, *findings) == expected


def test_only_the_line_of_a_finding_is_searched() -> None:
    assert places("甲〔乙丙〔丁", finding(2, "也", "〔"), lines=(1, 2), breaks=(3,)) == ["4:〔"]


def test_what_a_mark_says() -> None:
    (mark,) = find_marks([replace(finding(1, "也", "〔"), start=0, end=1)])
    assert mark == Mark(0, 1, "info", "订正，原作“也”：说明")
    (mark,) = find_marks([replace(finding(1, "三月", severity="warning"), start=0, end=2)])
    assert mark.note == "存疑：说明"
    (mark,) = find_marks([replace(finding(1, "也", "〔"), start=0, end=1, message="")])
    assert mark.note == "订正，原作“也”"
    with speaking("en"):
        (mark,) = find_marks([replace(finding(1, "也", "〔"), start=0, end=1, message="Restored")])
    assert mark.note == "Corrected; the source has “也”: Restored"


def test_a_mark_that_is_cut_in_two_is_gone() -> None:
    marks = (Mark(0, 2, "info", ""), Mark(3, 5, "info", ""))
    assert cut_marks(marks, 3, 6) == (Mark(0, 2, "info", ""),)
    assert cut_marks(marks, 1, 4) == ()


def rendered(
    render: Render, blocks: tuple[Item | Paragraph | Table, ...], *findings: Finding
) -> BeautifulSoup:
    document, placed = in_places(blocks, findings)
    return render("\n\n".join(piece.text for piece in document_text(document, placed).pieces))


def test_a_run_in_heading_and_its_text_are_marked_apart(render: Render) -> None:
    block = Paragraph(text="（一）加强领导。各级〔部门〕。", lines=(1,), lead="加强领导", kind="2")
    soup = rendered(render, (block,), finding(1, "导", "领导"), finding(1, "也", "〔"))
    marks = soup.find_all(class_="note-mark")
    assert [(tag.parent.name, tag.get_text()) for tag in marks] == [("h2", "领导"), ("p", "〔")]
    assert soup.h2.get_text() + soup.p.get_text() == block.text


def test_only_what_a_finding_points_at_has_an_anchor(render: Render) -> None:
    blocks = tuple(
        Paragraph(text=text, lines=(line,)) for line, text in ((1, "甲"), (2, "〔乙"), (4, "丙"))
    )
    soup = rendered(render, blocks, finding(2, "也", "〔"), finding(3, "12"))
    assert [(tag.get("id"), tag.get_text()) for tag in soup.find_all("p")] == [
        (None, "甲"),
        ("l-2", "〔乙"),
        (None, "丙"),
    ]


def test_of_two_blocks_on_a_line_the_one_that_holds_the_reading_is_meant(render: Render) -> None:
    blocks = (
        Item(kind="3", text="1.甲；", lines=(1,)),
        Item(kind="3", text="2.〔乙。", lines=(1,)),
    )
    soup = rendered(render, blocks, finding(1, "也", "〔"))
    assert [tag.get("id") for tag in soup.find_all("p")] == [None, "l-1"]
    twice = rendered(render, (blocks[1], blocks[1]), finding(1, "也", "〔"))
    assert twice.find(class_="note-mark") is None


def test_a_row_of_a_table_is_pointed_at_and_marked(render: Render) -> None:
    table = Table(
        header=(("题", "名"),),
        rows=(("甲", "乙"), ("〔丙〕", "丁")),
        lines=(1, 2, 3),
        row_lines=(2, 3),
    )
    soup = rendered(render, (table,), finding(3, "也", "〔"))
    row = soup.find(id="l-3")
    assert (row.name, row.get_text(), row.find(class_="note-mark").get_text()) == (
        "tr",
        "〔丙〕丁",
        "〔",
    )


def test_a_table_without_header_cells_says_so(render: Render) -> None:
    plain = Table(rows=(("甲", "乙"),), lines=(1,), row_lines=(1,))
    assert rendered(render, (plain,)).table["class"] == ["headless"]


def test_the_reader_sees_nothing_until_a_mark_is_switched_on(render: Render) -> None:
    soup = rendered(
        render, (Paragraph(text="〔甲", lines=(1,)),), finding(1, '也"<b>[x](y)`', "〔")
    )
    (mark,) = soup.find_all("span")
    assert set(mark.attrs) == {"class", "data-note"}
    assert mark["data-note"] == '订正，原作“也"<b>[x](y)`”：说明'
    assert soup.get_text().strip() == "〔甲"


def test_a_place_that_cannot_be_is_looked_for_anew() -> None:
    far = replace(finding(1, "也", "〔"), place=FindingPlace(1, part=0, block=0), start=5, end=6)
    document, (placed,) = in_places((Paragraph(text="甲〔乙", lines=(1,)),), [far])
    assert (placed.place, placed.start, placed.end) == (FindingPlace(1, part=0, block=0), 1, 2)
    lost = replace(far, place=FindingPlace(1, part=7, block=0))
    assert in_places(document.parts[0].blocks, [lost])[1] == (placed,)


def test_a_place_that_is_given_stays() -> None:
    second = replace(finding(1, "也", "〔"), place=FindingPlace(1, part=0, block=0), start=2, end=3)
    assert in_places((Paragraph(text="〔甲〔乙", lines=(1,)),), [second])[1] == (second,)
