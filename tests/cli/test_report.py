"""What the command line shows of an archive, as values."""

import json

import pytest

from generator.accuracy.difference import Change, find_changes
from generator.cli.report import (
    cells_of,
    count,
    row_of,
    shown,
    shown_json,
    summary_of,
    table_of_changes,
    understanding_line,
)
from generator.model import (
    Accuracy,
    Archive,
    ContentsEntry,
    Document,
    DocumentRecord,
    Finding,
    Issue,
    IssueRecord,
    Measure,
    Publication,
    Share,
)
from generator.publish.kept.site_record import Holdings


def record() -> IssueRecord:
    """An issue with one of everything that is counted."""
    contents = tuple(ContentsEntry(title=f"第{nth}件", document=nth) for nth in (1, None, None))
    findings = (
        Finding(1, "lost", "error"),
        Finding(2, "x", "warning"),
        Finding(3, "x", "warning"),
        *[Finding(nth, "correction", "info", entry=nth) for nth in (4, 5, 6)],
        Finding(0, "stale-correction", "error", entry=9),
    )
    issue = Issue("x", "", Publication("公报"), contents=contents, findings=findings)
    documents = tuple(
        DocumentRecord(f"a/2021/1/{nth}", "a/2021/1", Document(nth, (nth, nth), "通知"), 1)
        for nth in range(1, 5)
    )
    return IssueRecord("a/2021/1", "a", issue, documents)


def test_json_for_a_terminal_says_the_same_without_what_moves_its_cursor() -> None:
    text = '{\n  "text": "甲\x9b2J\u202e\x7f乙"\n}'
    printed = shown_json(text)
    assert printed == '{\n  "text": "甲\\u009b2J\\u202e\\u007f乙"\n}'
    assert json.loads(printed) == json.loads(text)


def test_the_numbers_of_an_issue() -> None:
    assert row_of(record()) == (4, 3, 2, 3, 2, 2, 3, 3, 1)
    assert count(Holdings(0, 1, 4)) == "0 gazettes, 1 issues, 4 documents"
    assert understanding_line(Archive((), (record(),))) == (
        "citations 0: document 0 (0.0%), register 0 (0.0%), not understood 0 (0.0%)"
    )


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("甲 b", "甲 b"),
        ("a\x1b[0m", "a\\x1b[0m"),
        ("\x1f\x7f\x9f", "\\x1f\\x7f\\x9f"),
        ("\u2027\u2028\u202e\u202f", "\u2027\\u2028\\u202e\u202f"),
        ("\udc80", "\\udc80"),
    ],
)
def test_a_line_moves_no_cursor(line: str, printed: str) -> None:
    assert shown(line) == printed


def test_a_figure_in_cells() -> None:
    measure = Measure("headings", true=4, found=5, hits=3)
    assert cells_of(measure) == ("3/4", "0.600", "0.750", "0.667")
    assert cells_of(Share("document.date", total=3, hits=2)) == ("2/3", "", "", "0.667")
    assert cells_of(None) == ("", "", "", "")
    assert summary_of(measure) == "0.667 (3/4)"
    assert summary_of(None) == ""


def test_what_nothing_was_measured_of_is_no_division() -> None:
    assert cells_of(Measure("headings", true=0, found=0, hits=0))[0] == "0/0"
    assert cells_of(Share("document.date", total=0, hits=0))[0] == "0/0"


def test_what_was_lost_comes_first() -> None:
    def accuracy(*hits: int) -> Accuracy:
        figures = tuple(Share(f"f{nth}", 10, hit) for nth, hit in enumerate(hits))
        return Accuracy(figures, figures[:1])

    before = {"a": accuracy(5, 5, 5), "b": accuracy(1)}
    after = {"a": accuracy(5, 9, 2), "c": accuracy(3)}
    changes = find_changes(before, after)
    assert [(one.issue, one.reading, one.name, round(one.gain, 1)) for one in changes] == [
        ("a", "read", "f2", -0.3),
        ("b", "read", "f0", -0.1),
        ("b", "published", "f0", -0.1),
        ("c", "read", "f0", 0.3),
        ("c", "published", "f0", 0.3),
        ("a", "read", "f1", 0.4),
    ]
    assert table_of_changes([]) == "No figure changed."
    table = table_of_changes(changes)
    assert not isinstance(table, str)
    assert table.row_count == 6
    assert Change("a", "read", "f", None, None).gain == 0
