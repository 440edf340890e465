"""Values of a parsed issue that are out of range: published as text, or refused with the line; the others stay."""

from pathlib import Path

import pytest

from generator.model import Table
from tests.hostile.publishing import CASES, Path_, changed, demo_plain, publish, write_issue

DOCUMENT = ("documents", 0)
TABLE = (*DOCUMENT, "parts", 2, "blocks", 1)
MARKUP = '<script>alert(1)</script>{{ x }}{% y %}[a](b)`_*#|"'

REFUSED: dict[str, tuple[Path_, object, str]] = {
    "year-negative": (("year",), -5, "year"),
    "year-zero": (("year",), 0, "year"),
    "year-of-five-figures": (("year",), 20_201, "year"),
    "year-null-number": (("number",), "一", "number"),
    "number-negative": (("number",), -5, "number"),
    "number-zero": (("number",), 0, "number"),
    "number-thousand-million": (("number",), 10**9, "number"),
    "number-beyond-64-bits": (("number",), 10**30, "number"),
    "serial-negative": (("serial",), -1, "serial"),
    "line-negative": ((*DOCUMENT, "lines"), [-1, 3], "lines"),
    "line-huge": ((*DOCUMENT, "lines"), [1, 10**9], "lines"),
    "lines-reversed": ((*DOCUMENT, "lines"), [120, 20], "documents[0].lines"),
    "part-lines-reversed": (
        (*DOCUMENT, "parts", 1, "lines"),
        [9, 8, 7],
        "documents[0].parts[1].lines",
    ),
    "sequence-zero": ((*DOCUMENT, "sequence"), 0, "sequence"),
    "title-empty": ((*DOCUMENT, "title"), "", "title"),
    "title-blank": ((*DOCUMENT, "title"), " \u3000", "title"),
    "title-of-control-characters": ((*DOCUMENT, "title"), "\0\x07\u200b", "title"),
    "title-null": ((*DOCUMENT, "title"), None, "title"),
    "title-endless": ((*DOCUMENT, "title"), "关于" * 1_001, "title"),
    "page-negative": ((*DOCUMENT, "page"), -3, "page"),
    "span-rows-zero": ((*TABLE, "spans", 0, "rows"), 0, "rows"),
    "span-columns-negative": ((*TABLE, "spans", 0, "columns"), -1, "columns"),
    "span-row-huge": ((*TABLE, "spans", 0, "row"), 10**12, "row"),
    "cell-null": ((*TABLE, "rows", 0, 1), None, "rows"),
    "text-a-number": ((*DOCUMENT, "parts", 0, "blocks", 0, "text"), 5, "text"),
    "article-negative": ((*DOCUMENT, "parts", 1, "blocks", 2, "number"), -1, "number"),
    "block-of-no-kind": (
        (*DOCUMENT, "parts", 0, "blocks", 0, "type"),
        "x" * 5_000,
        "blocks[0].type",
    ),
    "breaks-negative": ((*DOCUMENT, "parts", 0, "blocks", 0, "breaks"), [-4], "breaks"),
    "citation-line-negative": ((*DOCUMENT, "citations", 0, "line"), -1, "line"),
    "finding-line-huge": (
        ("findings",),
        [{"line": 10**8, "kind": "x", "severity": "info"}],
        "line",
    ),
    "documents-a-word": (("documents",), "无", "documents"),
}
"""What can never be right: where it is, what it is, and the place that the error names."""

PUBLISHED: dict[str, tuple[Path_, object, str]] = {
    "until-words": ((*DOCUMENT, "effective", "until"), "长期", "impossible-date"),
    "from-words": ((*DOCUMENT, "effective", "from"), "另行通知", "impossible-date"),
    "date-words": ((*DOCUMENT, "date"), "年月日", "impossible-date"),
    "date-without-marks": ((*DOCUMENT, "date"), "20200108", "impossible-date"),
    "date-13th-month": ((*DOCUMENT, "date"), "2020-13-08", "impossible-date"),
    "date-2921": ((*DOCUMENT, "date"), "2921-01-08", "implausible-date"),
    "date-last-day-of-all": ((*DOCUMENT, "date"), "9999-12-31", "implausible-date"),
    "date-before-gazettes": ((*DOCUMENT, "date"), "1021-01-08", "implausible-date"),
    "published-words": (("published",), "春季", "impossible-date"),
    "published-2921": (("published",), "2921-03-31", "implausible-date"),
    "published-ten-years-on": (("published",), "2030-03-31", "implausible-date"),
    "printed-date-words": ((*DOCUMENT, "printed", "date"), "<b>", "impossible-date"),
    "masthead-2921": (("year",), 2921, "implausible-year"),
    "masthead-2121": (("year",), 2121, "implausible-year"),
    "rows-none": ((*TABLE, "rows"), [], "table-shape"),
    "rows-unequal": ((*TABLE, "rows", -1), ["一"] * 9, "table-shape"),
    "row-empty": ((*TABLE, "rows", 0), [], "table-shape"),
    "span-outside": ((*TABLE, "spans", -1), {"row": 40, "column": 40, "rows": 2}, "table-shape"),
    "span-huge": (
        (*TABLE, "spans", -1),
        {"row": 5, "column": 3, "rows": 99_999, "columns": 99_999},
        "table-shape",
    ),
    "span-overlapping": (
        (*TABLE, "spans", -1),
        {"row": 1, "column": 0, "rows": 2, "columns": 1},
        "table-shape",
    ),
    "span-over-text": (
        (*TABLE, "spans", -1),
        {"row": 2, "column": 1, "rows": 2, "columns": 2},
        "table-shape",
    ),
    "span-twice": (
        (*TABLE, "spans", -1),
        {"row": 0, "column": 0, "rows": 2, "columns": 1},
        "table-shape",
    ),
    "sequence-twice": (("documents", 1, "sequence"), 1, "sequence"),
    "title-with-nul": ((*DOCUMENT, "title"), "关于\0绿化\ufdd0的\ufdd2通知", "control-character"),
    "text-of-noncharacters": (
        (*DOCUMENT, "parts", 0, "blocks", 0, "text"),
        "\ufdd0\ufdd2",
        "control-character",
    ),
}
"""What is published as it is or without what was not believed, and the finding that says so."""

SILENT: dict[str, tuple[Path_, object]] = {
    "table-without-anything": (TABLE, {"type": "table"}),
    "table-with-header-only": (
        TABLE,
        {"type": "table", "header": [["序号", "名称"]], "lines": [85]},
    ),
    "table-with-empty-rows": (TABLE, {"type": "table", "rows": [[], []], "header": [[]]}),
    "row-lines-too-many": ((*TABLE, "row_lines"), [1, 2, 3, 4, 5, 6, 7, 8, 9]),
    "caption-markup": ((*TABLE, "caption"), MARKUP),
    "breaks-outside-the-text": ((*DOCUMENT, "parts", 0, "blocks", 0, "breaks"), [9_000, 3, 3]),
    "lines-none": ((*DOCUMENT, "lines"), []),
    "text-empty": ((*DOCUMENT, "parts", 0, "blocks", 0, "text"), ""),
    "text-one-million": ((*DOCUMENT, "parts", 0, "blocks", 0, "text"), "绿化" * 500_000),
    "parts-none": ((*DOCUMENT, "parts"), []),
    "documents-none": (("documents",), []),
    "entry-of-no-document": (("contents", 0, "document"), 99),
    "target-of-nothing": ((*DOCUMENT, "citations", 0, "target"), "nowhere/1/2/3"),
    "target-outside": ((*DOCUMENT, "citations", 0, "target"), "../../../etc/passwd"),
    "anchor-markup": ((*DOCUMENT, "citations", 0, "anchor"), MARKUP),
    "citation-of-nothing": ((*DOCUMENT, "citations", 0), {}),
    "citation-line-beyond": ((*DOCUMENT, "citations", 0, "line"), 9_999_999),
    "number-endless": ((*DOCUMENT, "number"), f"云政发〔2020〕{'9' * 5_000}号"),
    "number-of-a-long-prefix": ((*DOCUMENT, "number"), f"{'云' * 400}〔2020〕1号"),
    "issuer-a-device": ((*DOCUMENT, "issuer"), "con"),
    "issuer-markup": ((*DOCUMENT, "issuer"), MARKUP),
    "kind-a-path": ((*DOCUMENT, "kind"), "../index"),
    "column-endless": ((*DOCUMENT, "column"), "栏" * 5_000),
    "item-kind-markup": ((*DOCUMENT, "parts", 1, "blocks", 8, "kind"), MARKUP),
    "at-unknown": ((*DOCUMENT, "at"), {MARKUP: [3], "date": []}),
    "as-printed-markup": ((*DOCUMENT, "as_printed"), {"date": MARKUP, MARKUP: "x"}),
    "roster-empty": ((*DOCUMENT, "parts", 3, "blocks", 0, "groups"), []),
    "member-without-name": (
        (*DOCUMENT, "parts", 3, "blocks", 0, "groups", 0, "members", 0, "name"),
        "",
    ),
    "finding-of-a-kind-unknown": (
        ("findings",),
        [{"line": 0, "kind": MARKUP, "severity": "error", "found": MARKUP}],
    ),
    "serial-zero": (("serial",), 0),
    "source-a-path": (("source",), "../../etc/passwd"),
}
"""What is published as it is; nothing is to be said of it."""


def publish_changed(issues: Path, path: Path_, value: object) -> tuple[str, set[str], str]:
    """The errors of an archive in which one value of one issue was changed, its kinds of finding, and its pages."""
    write_issue(issues / "yunxi", changed(demo_plain(), path, value))
    published = publish(issues)
    assert "archive/yunxi/2019/12/1.md" in published.pages, "the other issue is there"
    return (
        "\n".join(map(str, published.errors)),
        published.kinds,
        "\n".join(published.pages.values()),
    )


@pytest.mark.parametrize(("path", "value", "place"), REFUSED.values(), ids=REFUSED)
def test_what_can_never_be_right_is_refused_with_its_line(
    path: Path_, value: object, place: str, issues: Path
) -> None:
    errors, *_ = publish_changed(issues, path, value)
    assert errors.count("\n") == 0
    line = errors.split("2020-01.yml:")[1].split(":")[0]
    assert int(line) > 1
    assert place in errors


@pytest.mark.parametrize(("path", "value", "kind"), PUBLISHED.values(), ids=PUBLISHED)
def test_what_is_doubted_is_published_and_reported(
    path: Path_, value: object, kind: str, issues: Path
) -> None:
    errors, kinds, pages = publish_changed(issues, path, value)
    assert errors == ""
    assert kind in kinds
    assert "<script" not in pages


@pytest.mark.parametrize(("path", "value"), SILENT.values(), ids=SILENT)
def test_what_is_merely_odd_is_published(path: Path_, value: object, issues: Path) -> None:
    errors, _, pages = publish_changed(issues, path, value)
    assert errors == ""
    assert "<script" not in pages


def test_the_demo_itself_has_none_of_these_findings(issues: Path) -> None:
    kinds = publish(issues).kinds
    assert not kinds & {
        "implausible-date",
        "implausible-year",
        "table-shape",
        "sequence",
        "control-character",
    }


def test_a_cell_of_a_short_row_is_no_header(issues: Path) -> None:
    plain = changed(demo_plain(), (*TABLE, "spans"), [])
    write_issue(issues / "yunxi", changed(plain, (*TABLE, "rows", 0), ["古树"]))
    (_, issue) = sorted(publish(issues).archive.issues, key=lambda record: record.id)
    tables = [
        block
        for part in issue.documents[0].document.parts
        for block in part.blocks
        if isinstance(block, Table)
    ]
    assert {len(row) for row in (*tables[0].header, *tables[0].rows)} == {4}


@pytest.mark.parametrize("name", ["until-words.yml", "table-empty.yml", "published-2921.yml"])
def test_the_cases_that_ended_every_build_are_published(name: str, issues: Path) -> None:
    (issues / "east").mkdir()
    (issues / "east/2021-04.yml").write_bytes((CASES / name).read_bytes())
    published = publish(issues)
    assert published.errors == ()
    assert "archive/east/2021/4/2.md" in published.pages


def test_a_negative_number_is_refused_with_its_line(issues: Path) -> None:
    (issues / "east").mkdir()
    (issues / "east/2021-04.yml").write_bytes((CASES / "number-negative.yml").read_bytes())
    (error,) = publish(issues).errors
    assert (error.line, error.reason) == (7, "Expected `int` >= 1 at number")


def test_words_in_the_place_of_a_day_end_no_term(issues: Path) -> None:
    write_issue(issues / "yunxi", changed(demo_plain(), (*DOCUMENT, "effective", "until"), "0000"))
    record = next(
        record for record in publish(issues).archive.documents if record.id == "yunxi/2020/1/1"
    )
    assert record.status == "term"


def test_a_start_in_words_is_not_yet_to_come(issues: Path) -> None:
    plain = changed(demo_plain(), (*DOCUMENT, "effective"), {"from": "长期", "until": None})
    write_issue(issues / "yunxi", plain)
    record = next(
        record for record in publish(issues).archive.documents if record.id == "yunxi/2020/1/1"
    )
    assert record.status == "none"
