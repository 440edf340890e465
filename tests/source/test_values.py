"""What a parsed issue may say: what contradicts itself is mended or refused, at its place."""

from pathlib import Path

import pytest

from generator.archive.sources import LARGEST_PRINT
from generator.errors import NotAGazette
from generator.model import CellSpan, Document, Finding, Issue, Part, Printed, Publication, Table
from generator.model.codec import LONGEST_SCALAR
from generator.source.corrections_file import MOST_CORRECTIONS, count_corrections, find_failures
from generator.source.folder import named_issue, refuse_name
from generator.source.mending import (
    MOST_DOUBTED,
    find_contradiction,
    fit_spans,
    mend_issue,
    mend_table,
)
from generator.source.yaml_file import line_of, load_yaml, shorten
from generator.source.yaml_limits import (
    DEEPEST,
    OWN,
    USUAL,
    BeyondLimits,
    Limits,
    check_limits,
    is_too_much,
)


def issue(*documents: Document, **fields: object) -> Issue:
    """An issue of some documents."""
    return Issue("x", "", Publication("公报"), documents=documents, **fields)  # type: ignore[arg-type]


GRID = (("", "", ""), ("", "字", ""), ("", "", ""))


@pytest.mark.parametrize(
    ("spans", "fits"),
    [
        ([(0, 0, 3, 1)], [True]),
        ([(0, 0, 4, 1)], [False]),
        ([(0, 0, 1, 3)], [True]),
        ([(0, 0, 1, 4)], [False]),
        ([(1, 1, 2, 2)], [True]),
        ([(0, 0, 2, 2)], [False]),
        ([(0, 1, 2, 1)], [False]),
        ([(0, 0, 1, 2), (0, 2, 2, 1)], [True, True]),
        ([(0, 0, 1, 2), (0, 1, 1, 1)], [True, False]),
        ([(0, 0, 1, 4), (0, 0, 1, 3)], [False, True]),
        ([(0, 0, 1, 1), (0, 2, 1, 1), (0, 0, 1, 2)], [True, True, False]),
        ([(0, 2, 1, 1), (0, 0, 1, 2)], [True, True]),
    ],
)
def test_a_merged_cell_lies_in_its_table_over_empty_cells(
    spans: list[tuple[int, int, int, int]], fits: list[bool]
) -> None:
    made = tuple(CellSpan(*span) for span in spans)
    kept = fit_spans(Table(rows=GRID, spans=made))
    assert kept == tuple(span for span, fit in zip(made, fits, strict=True) if fit)
    header = fit_spans(Table(header=GRID[:1], rows=GRID[1:], spans=made))
    assert header == kept


@pytest.mark.parametrize(("wrong", "last"), [(100, True), (101, False)])
def test_a_hundred_merged_cells_may_not_fit(wrong: int, *, last: bool) -> None:
    assert MOST_DOUBTED == 100
    good = CellSpan(0, 0, 1, 2)
    spans = (*[CellSpan(0, 0, 9, 9)] * wrong, good)
    assert (good in fit_spans(Table(rows=GRID, spans=spans))) is last


def test_short_rows_are_filled_and_said() -> None:
    table = Table(header=(("甲",),), rows=(("一", "二"), ("三",)), lines=(7, 9))
    mended, (remark,) = mend_table(table)
    assert (mended.header, mended.rows) == ((("甲", ""),), (("一", "二"), ("三", "")))
    assert (remark.line, remark.kind) == (7, "table-shape")
    assert mend_table(mended) == (mended, ())


def test_numbers_that_are_there_twice_are_given_anew() -> None:
    two = [Document(nth, (nth, nth), "通知") for nth in (3, 3, 9)]
    mended = mend_issue(issue(*two))
    assert [one.sequence for one in mended.documents] == [1, 2, 3]
    assert [one.kind for one in mended.findings] == ["sequence"]
    other = mend_issue(issue(two[0], two[2]))
    assert [one.sequence for one in other.documents] == [3, 9]
    assert other.findings == ()


def test_each_impossible_date_is_doubted_once_on_its_line() -> None:
    printed = Printed("办公室", "2021-04-31")
    one = Document(1, (5, 9), "通知", date="2021-02-31", printed=printed, at={"date": (8, 9)})
    two = Document(2, (11, 19), "通知", date="2021-02-31")
    mended = mend_issue(issue(one, two, published="2021-13-01"))
    assert [(found.line, found.found) for found in mended.findings] == [
        (8, "2021-02-31"),
        (8, "2021-04-31"),
        (11, "2021-02-31"),
        (0, "2021-13-01"),
    ]
    known = Finding(8, "impossible-date", "warning", "2021-02-31")
    again = mend_issue(issue(one, findings=(known,)))
    assert again.findings == (known,)


@pytest.mark.parametrize(
    ("document", "part", "path"),
    [
        ((5, 5), (5, 5), None),
        ((5, 9), (6, 5), "$.documents[1].parts[0].lines"),
        ((9, 5), (5, 9), "$.documents[1].lines"),
    ],
)
def test_the_last_line_is_not_before_the_first(
    document: tuple[int, int], part: tuple[int, int], path: str | None
) -> None:
    good = Document(1, (1, 2), "通知")
    other = Document(2, document, "通知", parts=(Part(kind="body", lines=part),))
    found = find_contradiction(issue(good, other))
    assert (path in found) if path and found else found is None


def test_failed_corrections_are_counted_once_each() -> None:
    findings = (
        Finding(3, "correction", "info", entry=2),
        Finding(4, "correction", "info", entry=2),
        Finding(0, "stale-correction", "error", "甲" * 50, entry=5),
        Finding(0, "ambiguous-correction", "error", entry=5),
        Finding(9, "correction", "info", entry=5),
        Finding(9, "markup", "info"),
    )
    made = issue(findings=findings)
    assert (count_corrections(made).applied, count_corrections(made).failed) == (1, 1)
    failures = list(find_failures(made, Path("2021-04.txt")))
    assert [failure.line for failure in failures] == [5, 5]
    assert failures[0].reason.count("甲") == 40


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("2021-04", (2021, 4)),
        ("2021-0004", (2021, 4)),
        ("2021-9999", (2021, 9999)),
        ("2021-10000", (None, None)),
        ("2021-0", (None, None)),
        ("0999-1", (None, None)),
        ("1000-1", (1000, 1)),
        ("12021-1", (None, None)),
        ("2021-4a", (None, None)),
        ("2０21-4", (None, None)),
    ],
)
def test_year_and_number_of_a_file_name(name: str, number: tuple[int | None, int | None]) -> None:
    named = named_issue(f"issues/yunxi/{name}.txt")
    assert (named.year, named.number) == number


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("a" * 60, True),
        ("a" * 61, False),
        ("a-b1", True),
        ("a--b", False),
        ("A", False),
        ("cited", False),
        ("con", False),
    ],
)
def test_the_name_of_a_gazette(name: str, *, good: bool) -> None:
    assert (refuse_name(name) is None) is good


@pytest.mark.parametrize(("size", "shown"), [(300, 300), (301, 301)])
def test_a_reason_is_cut_at_three_hundred_characters(size: int, shown: int) -> None:
    cut = shorten("字" * size)
    assert (len(cut), cut.endswith("…")) == (shown, size > 300)
    assert shorten("甲\n乙") == "甲 乙"


SMALL = Limits(largest_file=100, most_values=5, most_characters=1000)


@pytest.mark.parametrize(
    ("text", "limits", "line"),
    [
        ("- 1\n- 2\n- 3\n- 4\n", SMALL, 0),
        ("- 1\n- 2\n- 3\n- 4\n- 5\n", SMALL, 5),
        ("- &a [1]\n- *a\n", Limits(most_values=6), 0),
        ("- &a [1]\n- *a\n", Limits(most_values=5), 3),
        ("- &a [1, 2]\n- *a\n", Limits(most_values=7), 3),
        ("- &a abcd\n- *a\n", Limits(most_characters=8), 0),
        ("- &a abcd\n- *a\n- *a\n", Limits(most_characters=11), 3),
        ("- &a abcd\n- *a\n- *a\n", Limits(most_characters=12), 0),
        ("- *a\n", Limits(), 1),
        ("- &a [*a]\n", Limits(), 1),
    ],
)
def test_values_are_counted_with_aliases_written_out(text: str, limits: Limits, line: int) -> None:
    if not line:
        check_limits(text, limits)
        return
    with pytest.raises(BeyondLimits) as caught:
        check_limits(text, limits)
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("plain", "much"),
    [
        ([1, 2, 3, 4], False),
        ([1, 2, 3, 4, 5], True),
        ({"a": [1, 2, 3]}, False),
        ({"a": [1, 2, 3, 4]}, True),
    ],
)
def test_values_of_json_are_counted(plain: object, *, much: bool) -> None:
    assert is_too_much(plain, SMALL) is much


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (".a", 1),
        (".b[0]", 3),
        (".b[1].c", 5),
        (".b[1].x", 4),
        (".b[9]", 3),
        (".x", 1),
        (".d[1]", 6),
    ],
)
def test_the_line_of_a_value(path: str, line: int) -> None:
    text = "a: 1\nb:\n- x\n- y: 1\n  c: 2\nd: [1,\n  2]\n"
    expected = {".d[1]": 7, ".b[9]": 3}.get(path, line)
    assert line_of(text, path) == expected


def test_the_line_of_what_is_nowhere_is_that_of_the_first_value() -> None:
    assert line_of("# a remark\n\na: 1\n", ".z") == 3


def test_a_finding_without_a_text_is_known_by_its_line() -> None:
    table = Table(rows=(("一", "二"), ("三",)), lines=(7,))
    one = Document(1, (5, 9), "通知", parts=(Part(kind="body", blocks=(table,)),))
    for line, count in ((3, 2), (7, 1)):
        known = Finding(line, "table-shape", "warning")
        assert len(mend_issue(issue(one, findings=(known,))).findings) == count


def test_what_a_file_may_hold_is_as_much_as_it_says() -> None:
    """The cases of ``tests/hostile/test_limits.py`` are made from these numbers; here is what they are."""
    assert (USUAL.largest_file, USUAL.most_characters, USUAL.most_values) == (
        16_000_000,
        16_000_000,
        250_000,
    )
    assert (DEEPEST, MOST_CORRECTIONS, LONGEST_SCALAR) == (64, 2_000, 100)
    assert LARGEST_PRINT == 32_000_000
    assert Limits(1_600_000_000, 25_000_000, 1_600_000_000) == OWN


def test_what_a_file_may_not_hold_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    for text, line in (("a: 1\nb: [\n", 3), ("a: 1\nb: \x01\n", 2), ("a: 1\n", None)):
        path.write_text(text, encoding="utf-8")
        if line is None:
            assert load_yaml(path) == {"a": 1}
            continue
        with pytest.raises(NotAGazette) as caught:
            load_yaml(path)
        assert caught.value.line == line
