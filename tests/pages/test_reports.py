"""What reports say where little is known, and on either side of what they say."""

from collections import Counter
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from generator.accuracy.understanding import Understanding, Unread
from generator.model import (
    ContentsEntry,
    Document,
    Doubt,
    Finding,
    Issue,
    IssueRecord,
    Publication,
    TextPlace,
)
from generator.model.archive import Archive, DocumentRecord, PublicationRecord
from generator.model.correction import OPERATIONS
from generator.model.finding import Provenance
from generator.pages.body.collation import (
    Places,
    count_findings,
    findings_of,
    findings_outside,
    notes_groups,
    notes_link,
    notes_markdown,
    places,
)
from generator.pages.index.indexes import make_registers
from generator.pages.reports.character_facts import untouched
from generator.pages.reports.issue_report import issue_report
from generator.pages.reports.quality import quality_pages
from generator.pages.reports.understanding_table import understanding_markdown
from generator.pages.writing.source_lines import LineLinks
from tests.pages.rendering import piped


def found(line: int, kind: str = "lost", severity: str = "error", **more: str) -> Finding:
    """A finding."""
    return Finding(line=line, kind=kind, severity=severity, message=f"说明{kind}", **more)  # type: ignore[arg-type]


def record(
    *documents: Document, contents: tuple[int | None, ...] = (), **fields: object
) -> IssueRecord:
    """An issue whose contents name these documents."""
    entries = tuple(ContentsEntry(title=f"第{nth}件", document=nth) for nth in contents)
    issue = Issue(
        "a.txt",
        "",
        Publication("公报"),
        year=2020,
        number=1,
        contents=entries,
        **fields,  # type: ignore[arg-type]
    )
    records = tuple(
        DocumentRecord(f"yunxi/2020/1/{one.sequence}", "yunxi/2020/1", one, 9) for one in documents
    )
    return IssueRecord("yunxi/2020/1", "yunxi", issue, records)


def reports(held: IssueRecord) -> tuple[str, str]:
    """The report on an archive of one issue, and that on the issue."""
    archive = Archive((PublicationRecord("yunxi", "公报"),), (held,))
    registers = make_registers(archive)
    (whole,) = quality_pages(registers)
    return whole.text, "\n\n".join(issue_report(held))


ONE, TWO = (Document(nth, (nth * 10, nth * 10 + 5), f"通知{nth}") for nth in (1, 2))


@pytest.mark.parametrize(
    ("contents", "words"),
    [
        ((), "本期没有可识读的目录，正文收录文件2件。"),
        ((1, 2), "目录列有2条，正文收录文件2件，二者相符。"),
        ((1, 2, None), "目录列有3条，正文收录文件2件，目录有而正文没有的1条。"),
        ((1, 2, 2), "目录列有3条，正文收录文件2件，目录重复列出的1条。"),
        ((1, 1), "目录列有2条，正文收录文件2件，正文有而目录没有的1件，目录重复列出的1条。"),
        ((1, 9), "目录列有2条，正文收录文件2件，正文有而目录没有的1件。"),
        ((1,), "目录列有1条，正文收录文件2件，正文有而目录没有的1件。"),
        ((1, None), "目录列有2条，正文收录文件2件，目录有而正文没有的1条，正文有而目录没有的1件。"),
    ],
)
def test_contents_and_body_are_compared(contents: tuple[int | None, ...], words: str) -> None:
    assert words in reports(record(ONE, TWO, contents=contents))[1]


@pytest.mark.parametrize(
    ("characters", "changed", "share"),
    [(0, 0, "未详"), (10_000, 0, "100.00%"), (10_000, 1, "99.99%"), (3, 1, "66.66%")],
)
def test_what_was_left_as_it_was(characters: int, changed: int, share: str) -> None:
    assert untouched([record(ONE, characters=characters, changed=changed).issue]) == share
    whole, own = reports(record(ONE, characters=characters, changed=changed))
    row = piped(whole).rpartition("\n| ")[2]
    assert row.split(" | ")[1:3] == [f"{characters:,}" if characters else "未详", share]
    assert ("原文件字符" in own) is (characters > 0)


def test_kinds_are_ordered_from_what_was_put_right_to_what_is_lost() -> None:
    findings = (
        found(1, "lost"),
        found(2, "number-incomplete", "warning"),
        found(3, "strange", "info"),
        found(4, "impossible-date", "warning"),
        found(5, "markup", "info"),
        found(6, "markup", "info"),
    )
    text = reports(record(ONE, findings=findings))[1]
    rows = [line.split(" | ")[:3] for line in piped(text).splitlines() if line.startswith("| ")][
        2:7
    ]
    assert rows == [
        ["| 缺失与错乱", "文字缺失", "1"],
        ["| 存疑", "历法无此日", "1"],
        ["| 存疑", "文号不全", "1"],
        ["| 订正", "strange", "1"],
        ["| 非正文", "识读标记", "2"],
    ]


OVERLAP = "同一处兼有几种缺失、错乱的，每种各计一次。"


@pytest.mark.parametrize("second", [(2, 4), (5, 7)])
def test_a_place_of_several_kinds_is_said_to_be_counted_for_each(second: tuple[int, int]) -> None:
    place = TextPlace(1, 1, 1)
    findings = [
        replace(found(4, kind), start=start, end=end, place=place)
        for kind, (start, end) in (("lost", (1, 3)), ("cell-scrambled", second))
    ]
    report = reports(record(ONE, findings=tuple(findings)))[1]
    assert (OVERLAP in report) is (second == (2, 4))


def test_damage_of_two_issues_on_the_same_line_is_two_places() -> None:
    damage = replace(found(4), start=1, end=3, place=TextPlace(1, 1, 1))
    first = record(ONE, findings=(damage,))
    archive = Archive(
        (PublicationRecord("yunxi", "公报"),), (first, replace(first, id="yunxi/2020/2"))
    )
    whole = next(iter(quality_pages(make_registers(archive))))
    assert "缺失错乱2处" in whole.text
    assert OVERLAP not in whole.text


def test_findings_belong_to_the_document_that_has_their_line() -> None:
    findings = tuple(found(line) for line in (0, 9, 10, 15, 16, 20, 25, 26))
    held = record(ONE, TWO, findings=findings)
    assert [one.line for one in findings_of(held.issue, ONE)] == [10, 15]
    assert [one.line for one in findings_outside(held)] == [0, 9, 16, 26]
    assert findings_of(held.issue, Document(3, (), "通知")) == ()


def test_findings_in_words() -> None:
    findings = [found(1), found(2, "x", "info"), found(3, "x", "info")]
    assert count_findings(findings) == "缺失错乱1处，订正2处"
    assert notes_link(findings) == "[缺失错乱1处，订正2处](#notes)"
    assert (count_findings([]), notes_link([]), notes_markdown([], {})) == ("", "", "")


def test_notes_are_in_groups_by_weight_and_line_and_alike_ones_share_a_row() -> None:
    findings = [
        found(5, "b", "info", found="也", correct="〔"),
        found(9, "a", "warning", found="乙"),
        found(3, "b", "info", found="也", correct="〔"),
        found(3, "b", "info", found="也", correct="〔"),
        found(7, "b", "info", found="  ", correct=""),
        found(0, "c", "error"),
        found(8, "a", "warning", found="甲", correct="丙"),
    ]
    losses, doubts, changes = rows_by_group(notes_groups(findings, Places({3: "l-3", 8: "s1"})))
    assert losses == [['<span id="note-0"></span>', "", "", "说明c"]]
    assert doubts == [["第[8](#s1)行", "甲", "丙", "说明a"], ["第9行", "乙", "照录", "说明a"]]
    assert changes == [
        ["第[3](#l-3)（2处）、5行", "也", "〔", "说明b"],
        ["第7行", "（空白）", "删去", "说明b"],
    ]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_correction_that_takes_nothing_away_does_not_say_so(operation: str) -> None:
    taken = dict.fromkeys(("replace", "element", "issue", "cell"), "删去")
    shown = ({"move": "移正"} | taken).get(operation, "文字未改")
    by = Provenance(operation, "某某", "2026-11-26", "依影印件", "scan")
    finding = replace(found(3, "b", "info", found="值班要到位。"), kind="correction", provenance=by)
    ((row,),) = rows_by_group(notes_groups([finding]))
    assert row[1:3] == ["值班要到位。", shown]


@pytest.mark.parametrize(
    ("operation", "shown"), [("element", "2020年6月1日"), ("replace", "2020-06-01")]
)
def test_a_date_that_a_person_has_set_is_in_words(operation: str, shown: str) -> None:
    said = Provenance(operation, "编者", "2026-11-21", "误读", "reading", "effective.from")
    finding = Finding(3, "correction", "info", "2020-06-31", "2020-06-01", provenance=said)
    (changes,) = rows_by_group(notes_groups([finding]))
    assert changes[0][2] == shown
    assert changes[0][1] == shown.replace("月1日", "月31日").replace("-01", "-31")


def rows_by_group(blocks: Iterator[str]) -> list[list[list[str]]]:
    """The rows of each table, without its header."""
    tables = [block for block in map(piped, blocks) if "\n| ---" in block]
    lines = ([line for line in block.splitlines() if line.startswith("|")][2:] for block in tables)
    return [[line[2:-2].split(" | ") for line in rows] for rows in lines]


@pytest.mark.parametrize(
    ("kinds", "named"),
    [
        (["markup"], "识读标记"),
        (["page-furniture"], "页码和页眉"),
        (["page-furniture", "markup"], "识读标记、页码和页眉"),
    ],
)
@pytest.mark.parametrize("lines", [12, 13])
def test_removed_marks_are_one_line_at_the_end(lines: int, kinds: list[str], named: str) -> None:
    marks = [found(line, "x", "info", found="**") for line in range(1, lines + 1)]
    marks = [replace(mark, kind=kinds[mark.line % len(kinds)]) for mark in marks]
    doubt = found(99, "a", "warning", found="乙")
    blocks = list(notes_groups([*marks, doubt]))
    assert blocks[0].startswith("### 存疑")
    assert f"另删去{named}{lines}处" in blocks[-1]
    assert ("<details" in blocks[-1]) is (lines > 12)
    assert count_findings([*marks, doubt]) == f"存疑1处，删去识读标记{lines}处"


class Shown(LineLinks):
    """Links to a source that is shown."""

    def __init__(self) -> None:
        self.shown = True

    def address(self, line: int) -> str:
        """On one page."""
        return f"x#L{line}"


@pytest.mark.parametrize(
    ("lines", "anchors", "said"),
    [
        ([4], {4: "l-4"}, "第[4](#l-4)行（[原文件](x#L4)）"),
        ([4, 6], {4: "l-4"}, "第[4](#l-4)（[原文件](x#L4)）、6（[原文件](x#L6)）行"),
        ([4, 4], {}, "原文件第[4](x#L4)（2处）行"),
        ([0], {}, ""),
    ],
)
def test_a_place_that_is_not_on_the_page_leads_to_the_source_alone(
    lines: list[int], anchors: dict[int, str], said: str
) -> None:
    assert places(Counter(lines), Places(anchors, Shown())) == said


def test_of_damage_that_a_person_has_said_only_that_reason_is_shown() -> None:
    by_hand = Provenance("lost", "某某", "2026-11-21", "因", "reading")
    said = replace(found(4, "lost", found="甲乙"), start=1, end=3, provenance=by_hand)
    program = replace(found(4, "cell-scrambled", found="甲乙丙"), start=1, end=4)
    other = replace(found(4, "cell-scrambled", found="丁"), start=8, end=9)
    (rows,) = rows_by_group(notes_groups([said, program, other]))
    assert [row[1:] for row in rows] == [
        ["甲乙丙", "照录", "说明lost"],
        ["丁", "照录", "说明cell-scrambled"],
    ]


def test_damage_on_a_line_has_one_anchor_for_what_is_said_in_the_text() -> None:
    findings = [found(4, "a", found="甲"), found(4, "b", found="乙"), found(6, "a", found="甲")]
    (losses,) = rows_by_group(notes_groups(findings, Places({4: "l-4", 6: "l-6"})))
    assert [row[0] for row in losses] == [
        '<span id="note-4">第[4](#l-4)行</span>',
        "第[4](#l-4)行",
        '<span id="note-6">第[6](#l-6)行</span>',
    ]


@pytest.mark.parametrize(("unread", "listed"), [(0, 0), (50, 50), (51, 50)])
def test_fifty_places_that_were_not_understood_are_named(unread: int, listed: int) -> None:
    held = record(ONE).documents[0]
    doubts = [Doubt(nth if nth % 2 else 0, "《甲") for nth in range(unread)]
    places = tuple(Unread(held, doubt) for doubt in doubts)
    blocks = list(understanding_markdown(Understanding(2, 1, 1, places), "archive/x.md"))
    assert len(blocks) == (4 if unread else 2)
    if unread:
        assert blocks[3].count("\n") + 1 == listed
        assert ("列出前50处" in blocks[2]) is (unread > listed)
        lines = blocks[3].split("\n")
        assert ("原文件第" in lines[0], "，原文件第1行" in lines[1]) == (False, True)
    assert f"共{3 + unread}处" in blocks[0]
