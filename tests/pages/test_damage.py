"""Damage is in its place: each error is said where it is, over its whole extent, and leads to its row and back."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace

from generator.archive.sources import read_issue
from generator.model import (
    Article,
    Block,
    Document,
    Finding,
    Heading,
    Issue,
    Item,
    Member,
    Note,
    Paragraph,
    Part,
    Publication,
    Roster,
    RosterGroup,
    Table,
)
from generator.outline.headings import place_parts
from generator.pages.body.collation import findings_of, notes_markdown
from generator.pages.body.flow import document_text
from generator.pages.writing.damage import damage_key, notes_below
from generator.pages.writing.markdown import heading
from generator.parse.findings import place_findings
from generator.parse.text.numbering import number_document
from generator.words.say import speaking
from tests.conftest import SAMPLES
from tests.pages.rendering import Render

SCRAMBLED = "〔此处识读混乱，见校勘记〕"
LOST = "〔此处文字缺失，见校勘记〕"


def damage(line: int, found: str, kind: str = "cell-scrambled") -> Finding:
    """A finding of damage."""
    return Finding(line=line, kind=kind, severity="error", found=found, message="说明")


def shown(
    render: Render, *blocks: Block, findings: Sequence[Finding], title: str = "题"
) -> BeautifulSoup:
    """The text of a document of these blocks and its notes."""
    parts = (
        Part(kind="body", lines=(1, 9), blocks=blocks),
        Part(kind="attachment", lines=(20, 29), label="附件", title="名单", at=(20,)),
    )
    document = number_document(
        Document(sequence=1, lines=(1, 29), title=title, parts=parts, at={"title": (1,)})
    )
    issue = Issue("x.txt", "0", Publication("某"), documents=(document,), findings=tuple(findings))
    placed = place_findings(issue).findings
    text = document_text(document, placed, place_parts(document))
    head = [
        heading(1, title, "title"),
        notes_below([*text.elements["title"].damage, *text.elements["number"].damage], ""),
    ]
    pieces = [*head, *(piece.text for piece in text.pieces), notes_markdown(placed, text.anchors)]
    soup = render("\n\n".join(filter(None, pieces)))
    assert_in_place(soup, placed)
    return soup


def assert_in_place(soup: BeautifulSoup, findings: Sequence[Finding]) -> None:
    """Each error is said before the notes, and its note leads to a row that leads back."""
    notes = soup.find(id="notes")
    said = {
        key: note
        for note in soup.select(".editor-note")
        if note.sourceline is None or notes in note.find_all_next("h2")
        for key in note["data-damage"].split(" ")
    }
    ids = {element["id"] for element in soup.select("[id]")}
    for finding in findings:
        if finding.severity == "error":
            row = soup.find(id=said[damage_key(finding)].a["href"][1:])
            assert row.find_parent("table") is not None
            assert {a["href"][1:] for a in row.find_all("a")} <= ids


def note_of(soup: BeautifulSoup) -> str:
    """What the editors say, which is one thing."""
    (note,) = soup.select(".editor-note")
    return str(note.get_text())


def extents(soup: BeautifulSoup) -> list[str]:
    """The characters that are marked as damaged."""
    return [mark.get_text() for mark in soup.select(".note-mark.error")]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("cell-scrambled", SCRAMBLED),
        ("lost", LOST),
        ("ocr-loop", "〔此处疑似重复识读，见校勘记〕"),
        ("interleaved", "〔此处两栏混排，语序错乱，见校勘记〕"),
        ("unplaced", "〔此处有文字未能归入正文，见校勘记〕"),
        ("anything", "〔此处识读有误，见校勘记〕"),
    ],
)
def test_each_kind_has_its_words(render: Render, kind: str, words: str) -> None:
    block = Paragraph(text="县市区人市市市市", lines=(2,))
    soup = shown(render, block, findings=[damage(2, "人市市市市", kind)])
    assert (note_of(soup), extents(soup)) == (words, ["人市市市市"])
    assert soup.p.get_text() == f"县市区人市市市市{words}"


def test_what_touches_is_said_once_in_the_gravest_words(render: Render) -> None:
    block = Paragraph(text="甲乙丙丁戊己", lines=(2,))
    findings = [damage(2, "甲乙丙", "lost"), damage(2, "丙丁"), damage(2, "己", "lost")]
    soup = shown(render, block, findings=findings)
    assert [note.get_text() for note in soup.select(".editor-note")] == [SCRAMBLED, LOST]
    assert extents(soup) == ["甲乙丙丁", "己"]


def test_damage_of_several_lines_is_one_extent(render: Render) -> None:
    block = Paragraph(text="每月县财政局巡查经费两次拨付", lines=(2, 3), breaks=(7,))
    findings = [
        damage(2, "每月      县财政局巡", "interleaved"),
        damage(3, "查经费   两次拨付", "interleaved"),
    ]
    soup = shown(render, block, findings=findings)
    assert extents(soup) == [block.text]
    assert len(soup.select(".editor-note")) == 1


@pytest.mark.parametrize(
    "block",
    [
        Heading(kind="1", text="一、加强人市市市市", lines=(2,)),
        Paragraph(text="（一）人市市市市。各级要落实。", lines=(2,), lead="人市市市市", kind="2"),
        Article(text="第五条 人市市市市。", lines=(2,), number=5),
        Item(text="1.人市市市市", lines=(2,), kind="3"),
        Note(text="人市市市市", lines=(2,)),
        Paragraph(text="附件：1.人市市市市", lines=(2,)),
        Roster(groups=(RosterGroup("组长", (Member("人市市市市", "局长"),)),), lines=(2,)),
        Table(header=(("人市市市市", "甲"),), rows=(("乙", "丙"),), lines=(2, 3), row_lines=(3,)),
        Table(header=(("甲", "乙"),), rows=(("丙", "人市市市市"),), lines=(1, 2), row_lines=(2,)),
        Table(
            header=(("甲", "乙"),), rows=(("丙\n人市市", "市市\n丁"),), lines=(1, 2), row_lines=(2,)
        ),
        Paragraph(text="*" * 400 + "人市市市市", lines=(2,)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_in_every_kind_of_block(render: Render, block: Block) -> None:
    soup = shown(render, block, findings=[damage(2, "人市市市市")])
    assert note_of(soup) == SCRAMBLED
    assert all(note.find_parent(["h1", "h2", "h3"]) is None for note in soup.select(".editor-note"))


def test_without_a_place_of_its_own_it_is_said_below(render: Render) -> None:
    block = Paragraph(text="市市，市市", lines=(2,))
    soup = shown(render, block, findings=[damage(2, "市市"), damage(20, "不在"), damage(1, "不在")])
    below = [note.find_parent("p")["class"] for note in soup.select(".editor-note")]
    assert below == [["damage-below"]] * 3


def test_a_row_says_it_behind_its_last_cell(render: Render) -> None:
    table = Table(header=(("甲", "乙"),), rows=(("市市", "市市"),), lines=(1, 2), row_lines=(2,))
    soup = shown(render, table, findings=[damage(2, "市市")])
    (row,) = soup.select(".table-scroll tbody tr")
    assert [cell.get_text() for cell in row.find_all(["td", "th"])] == ["市市", f"市市{SCRAMBLED}"]


def test_the_note_is_in_the_language_of_the_site(render: Render) -> None:
    with speaking("en"):
        soup = shown(
            render, Paragraph(text="市市市市", lines=(2,)), findings=[damage(2, "市市市市")]
        )
    (note,) = soup.select(".editor-note")
    assert note["lang"] == "en"
    assert "misrecognised" in note.get_text()


def test_doubts_and_changes_say_nothing(render: Render) -> None:
    doubt = replace(damage(2, "市"), severity="warning")
    soup = shown(render, Paragraph(text="市长", lines=(2,)), findings=[doubt])
    assert soup.select(".editor-note, .note-mark.error") == []


@pytest.mark.parametrize(
    "source", sorted(SAMPLES.glob("*/*.txt")), ids=lambda path: path.parent.name
)
def test_each_error_of_a_real_issue_is_in_place(source: Path, render: Render) -> None:
    issue = read_issue(source)
    for document in issue.documents:
        findings = findings_of(issue, document)
        if any(finding.severity == "error" for finding in findings):
            text = document_text(document, findings)
            notes = notes_markdown(findings, text.anchors)
            pieces = [
                notes_below(text.elements["title"].damage, ""),
                *(one.text for one in text.pieces),
                notes,
            ]
            assert_in_place(render("\n\n".join(filter(None, pieces))), findings)


@pytest.mark.parametrize("kind", ["missing-label", "label-differs"])
def test_a_label_that_is_not_printed_is_marked_as_supplied(render: Render, kind: str) -> None:
    doubt = Finding(line=20, kind=kind, severity="warning", found="名单", message="说明")
    soup = shown(render, Paragraph(text="正文。", lines=(3,)), findings=[doubt])
    title = soup.find("h2", class_="part-title")
    supplied = [span.get_text() for span in title.find_all("span", class_="supplied")]
    assert (title.get_text(), supplied) == (
        "附件　名单",
        ["附件"] if kind == "missing-label" else [],
    )
