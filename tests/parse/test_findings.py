"""Where the characters of a finding are: counted, not guessed."""

import pytest

from generator.model import (
    Block,
    Document,
    Finding,
    Heading,
    Issue,
    Paragraph,
    Part,
    Publication,
    Table,
    TextPlace,
)
from generator.model.finding import FindingPlace
from generator.parse.findings import place_finding, place_findings


def finding(line: int, found: str = "也", correct: str = "〔", **more: object) -> Finding:
    """A repair."""
    return Finding(line, "x", "info", found, correct, "误", **more)  # type: ignore[arg-type]


def placed(blocks: tuple[Block, ...], *findings: Finding, **fields: object) -> list[object]:
    """Block, row and offsets of each finding in a document of these blocks; None where it has no place."""
    part = Part(kind="body", blocks=blocks)
    document = Document(1, (1, 20), "题", parts=(part,), **fields)  # type: ignore[arg-type]
    issue = Issue("x", "0", Publication("某"), documents=(document,), findings=findings)
    return [described(one) for found in place_findings(issue).findings for one in found.each()]


def described(one: Finding) -> object:
    """Where a finding is, as far as it is known."""
    if not isinstance(one.place, FindingPlace):
        return None
    place = one.place.element or (one.place.block, one.place.row)
    return place, (one.start, one.end) if isinstance(one.start, int) else None


@pytest.mark.parametrize(
    ("text", "times", "starts"),
    [
        ("〔甲", 1, [(0, 1)]),
        ("〔甲〔", 2, [(0, 1), (2, 3)]),
        ("〔甲〔", 1, [None]),
        ("〔甲〔", 3, [None, None, None]),
        ("甲", 1, None),
    ],
)
def test_a_reading_is_found_where_it_is_as_often_as_it_was_read(
    text: str, times: int, starts: list[tuple[int, int] | None] | None
) -> None:
    found = placed((Paragraph(text=text, lines=(3,)),), *[finding(3)] * times)
    assert found == ([((0, None), start) for start in starts] if starts else [None])


def test_of_a_text_over_two_lines_each_has_its_own_stretch() -> None:
    block = Paragraph(text="〔甲〔乙", lines=(3, 4), breaks=(2,))
    assert placed((block,), finding(3)) == [((0, None), (0, 1))]
    assert placed((block,), finding(4)) == [((0, None), (2, 3))]
    assert placed((block,), finding(5)) == [None]
    whole = Paragraph(text="〔甲〔乙", lines=(3, 4))
    assert placed((whole,), finding(3)) == [((0, None), None)]


def test_of_two_texts_on_a_line_the_first_is_meant_and_none_is_marked() -> None:
    blocks = tuple(Paragraph(text=text, lines=(3,)) for text in ("甲", "〔乙", "〔丙"))
    assert placed(blocks, finding(3)) == [((1, None), None)]
    assert placed(blocks[:2], finding(3)) == [((1, None), (0, 1))]


def test_what_was_removed_has_no_place_and_what_was_doubted_has() -> None:
    blocks = (Paragraph(text="甲乙", lines=(3,)),)
    doubted = Finding(3, "x", "warning", "乙")
    removed = Finding(3, "x", "info", "乙")
    assert placed(blocks, doubted, removed) == [((0, None), (1, 2)), None]


def test_a_row_of_a_table_has_its_line_for_itself_and_the_header_the_others() -> None:
    table = Table(
        header=(("〔头",),),
        rows=(("〔甲", "〔乙"), ("丙〔", "")),
        lines=(2, 3, 4),
        row_lines=(3, 4),
    )
    assert placed((table,), finding(2), finding(4)) == [((0, None), (0, 1)), ((0, 1), (1, 2))]
    assert placed((table,), finding(3), finding(3)) == [((0, 0), (0, 1)), ((0, 0), (3, 4))]


def test_a_caption_is_one_with_its_table() -> None:
    table = Table(caption="〔表", header=(("列",),), rows=(("一",),), lines=(3, 4), row_lines=(4,))
    caption = Heading(kind="caption", text="〔表", lines=(2,))
    words = Paragraph(text="略", lines=(6,))
    assert placed((caption, table), finding(2)) == [None]
    assert placed((caption, words), finding(2)) == [((0, None), (0, 1))]


def test_elements_come_before_the_text() -> None:
    blocks = (Paragraph(text="〔甲", lines=(1,)),)
    found = placed(blocks, finding(1), number="某发〔2020〕1号", at={"number": (1,)})
    assert found == [("number", None)]
    assert placed(blocks, finding(1), number="某发〔2020〕1号") == [((0, None), (0, 1))]


def test_a_finding_of_a_line_that_no_document_has_stays_as_it_is() -> None:
    blocks = (Paragraph(text="〔甲", lines=(20, 21)),)
    assert placed(blocks, finding(20), finding(21), finding(0)) == [((0, None), (0, 1)), None, None]


def test_a_place_that_is_right_stays_and_one_that_is_not_is_sought_anew() -> None:
    blocks = (Paragraph(text="〔甲〔", lines=(3,)),)
    place = FindingPlace(1, part=0, block=0)
    right = finding(3, place=place, start=2, end=3)
    wrong = finding(3, place=place, start=0, end=1)
    elsewhere = finding(3, place=FindingPlace(1, part=0, block=7), start=2, end=3)
    without = finding(3, place=place)
    assert placed(blocks, right) == [((0, None), (2, 3))]
    assert placed(blocks, without) == [((0, None), None)]
    assert placed((Paragraph(text="甲〔", lines=(3,)),), wrong) == [((0, None), (1, 2))]
    assert placed((Paragraph(text="甲〔", lines=(3,)),), elsewhere) == [((0, None), (1, 2))]
    twice = tuple(Paragraph(text=text, lines=(3,)) for text in ("〔甲", "〔乙"))
    assert placed(twice, wrong) == [((0, None), (0, 1))]
    assert placed(twice, elsewhere) == [((0, None), None)]
    empty = finding(3, "", "", place=place, start=2, end=2)
    assert placed(blocks, empty) == [None]


def test_a_later_stage_knows_the_place_of_what_it_speaks_of() -> None:
    table = Table(header=(("头",),), rows=(("乙", "甲乙"), ("乙", "甲乙乙")))
    part = Part(kind="body", blocks=(Paragraph(text="乙甲乙"), table))
    document = Document(2, (1, 9), "题", parts=(part,))
    doubt = Finding(3, "x", "warning", "乙")
    text = place_finding(doubt, document, TextPlace(0, 0), 1, 3)
    assert (text.place, text.start, text.end) == (FindingPlace(2, part=0, block=0), 2, 3)
    first = place_finding(doubt, document, TextPlace(0, 0), 0, 1)
    assert (first.start, first.end) == (0, 1)
    cell = place_finding(doubt, document, TextPlace(0, 1, 2, 1), 1, 3)
    assert (cell.place, cell.start, cell.end) == (FindingPlace(2, part=0, block=1, row=1), 3, 4)
    none = place_finding(doubt, document, TextPlace(0, 0), 1, 2)
    assert (none.place, isinstance(none.start, int)) == (FindingPlace(2, part=0, block=0), False)


def test_readings_do_not_overlap() -> None:
    block = Paragraph(text="甲甲甲甲", lines=(3,))
    found = placed((block,), *[finding(3, "乙乙", "甲甲")] * 2)
    assert found == [((0, None), (0, 2)), ((0, None), (2, 4))]


def test_a_place_without_offsets_is_kept_as_it_is_given() -> None:
    blocks = (Paragraph(text="〔甲", lines=(3,)),)
    given = finding(3, place=FindingPlace(1, part=0, block=0))
    assert placed(blocks, given) == [((0, None), None)]


def test_the_title_of_an_attachment_holds_what_was_found_in_it() -> None:
    parts = (
        Part(kind="body", title="〔甲", at=(2,)),
        Part(kind="attachment", title="〔乙", at=(3,)),
    )
    document = Document(1, (1, 9), "题", parts=parts)
    issue = Issue(
        "x", "0", Publication("某"), documents=(document,), findings=(finding(2), finding(3))
    )
    body, attached = place_findings(issue).findings
    assert described(body) is None
    assert (attached.place, attached.start) == (FindingPlace(1, part=1), 0)


def test_the_same_repair_again_on_its_line_is_one_finding_that_knows_each_place() -> None:
    part = Part(
        kind="body",
        blocks=(Paragraph(text="〔甲〔乙〔", lines=(3,)), Paragraph(text="〔", lines=(4,))),
    )
    document = Document(1, (1, 9), "题", parts=(part,))
    repairs = finding(3), finding(3), finding(4), finding(3)
    doubts = [Finding(3, "x", "warning", "乙")] * 2
    issue = Issue("x", "0", Publication("某"), documents=(document,), findings=(*repairs, *doubts))
    united = place_findings(issue)
    assert [(one.line, one.times) for one in united.findings] == [(3, 3), (4, 1), (3, 1), (3, 1)]
    first, *_ = united.findings
    assert [(one.start, one.end, one.times) for one in first.each()] == [
        (0, 1, 1),
        (2, 3, 1),
        (4, 5, 1),
    ]
    assert place_findings(united) == united
