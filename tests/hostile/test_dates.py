"""Dates that no calendar holds, or that were misread: reported, and never relied on."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from generator.archive.clock import EARLIEST, LATEST, VARIABLE, clock_of
from generator.cli import main
from generator.errors import GazetteError
from generator.model import Archive, Document, Issue, Publication
from generator.model.archive import IssueRecord
from generator.publish.bundles.zip_file import entry
from generator.registers.plausible import find_time
from tests.hostile.publishing import CASES, Published, plain_text, publish, write_text

DOUBTS = {"implausible-date", "implausible-year"}


def issue(year: int | None, published: str | None, *dates: str | None) -> Issue:
    """An issue of which only the dates are known."""
    documents = tuple(
        Document(sequence=nth, lines=(nth, nth), title="通知", date=date)
        for nth, date in enumerate(dates, 1)
    )
    return Issue(
        source="x", sha256="0", publication=Publication(title="公报"), year=year, number=4, published=published,
        documents=documents,
    )  # fmt: skip


JUDGED: dict[str, tuple[Issue, int | None, str | None]] = {
    "as printed": (issue(2021, "2021-12-20", "2021-10-08", "2021-11-02"), 2021, "2021-12-20"),
    "last number appears in the next year": (
        issue(2021, "2022-01-04", "2021-10-08"),
        2021,
        "2022-01-04",
    ),
    "imprint two years on": (issue(2021, "2023-01-04", "2021-10-08"), 2021, "2023-01-04"),
    "imprint three years on": (issue(2021, "2024-01-04", "2021-10-08"), 2021, None),
    "imprint a year before": (issue(2021, "2020-12-31", "2021-01-08"), 2021, "2020-12-31"),
    "imprint two years before": (issue(2021, "2019-12-31", "2021-01-08"), 2021, None),
    "imprint 2921": (issue(2021, "2921-12-20", "2021-10-08"), 2021, None),
    "imprint 2031": (issue(2021, "2031-12-20", "2021-10-08"), 2021, None),
    "imprint 2031, no document dated": (issue(2021, "2031-12-20", None), None, None),
    "masthead 2921": (issue(2921, "2021-12-20", "2021-10-08"), None, "2021-12-20"),
    "masthead 2121": (issue(2121, None, "2021-10-08"), None, None),
    "masthead 2031, one document": (issue(2031, None, "2021-10-08"), None, None),
    "masthead and imprint 2031, documents 2021": (
        issue(2031, "2031-12-20", "2021-10-08", "2021-11-02"),
        None,
        None,
    ),
    "one document misread": (
        issue(2021, None, "2021-10-08", "2031-10-08", "2021-11-02"),
        2021,
        None,
    ),
    "the only document misread": (issue(2021, "2021-12-20", "2031-10-08"), 2021, "2021-12-20"),
    "documents five years old": (
        issue(2021, "2021-12-20", "2016-10-08", "2016-11-02"),
        2021,
        "2021-12-20",
    ),
    "documents six years old": (issue(2021, "2021-12-20", "2015-10-08", "2015-11-02"), None, None),
    "a collection of many years": (
        issue(
            2021, "2021-12-20", "1996-10-08", "2003-11-02", "2008-01-01", "2010-01-01", "2019-11-02"
        ),
        2021,
        "2021-12-20",
    ),
    "a collection in which nothing is of the time": (
        issue(
            2031, "2031-12-20", "1996-10-08", "2003-11-02", "2008-01-01", "2010-01-01", "2019-11-02"
        ),
        None,
        None,
    ),
    "one document of old": (
        issue(2021, "2021-12-20", "1998-10-08", "2021-11-02"),
        2021,
        "2021-12-20",
    ),
    "nothing but the masthead": (issue(2021, None), 2021, None),
    "nothing but a masthead of 2921": (issue(2921, None), None, None),
    "an imprint in words": (issue(2021, "春季", "2021-10-08"), 2021, None),
    "an imprint without calendar": (issue(2021, "2021-02-31", "2021-10-08"), 2021, "2021-02-28"),
    "a masthead of 1900": (issue(1900, None), 1900, None),
    "a masthead of 1899": (issue(1899, None), None, None),
    "a masthead of 2099": (issue(2099, None), 2099, None),
    "a masthead of 2100": (issue(2100, None), None, None),
    "a masthead a year before its document": (issue(2020, None, "2021-10-08"), 2020, None),
    "a masthead two years before its document": (issue(2019, None, "2021-10-08"), None, None),
}
"""An issue, and its year and its day of publication where they can be relied on."""


@pytest.mark.parametrize(("judged", "year", "published"), JUDGED.values(), ids=JUDGED)
def test_year_and_imprint_are_believed_where_the_middle_agrees(
    judged: Issue, year: int | None, published: str | None
) -> None:
    time = find_time(judged)
    assert (time.year, time.published) == (year, published)


MISREAD = {
    "imprint-2921": plain_text(imprint="2921年12月20日出版"),
    "imprint-2031": plain_text(imprint="2031年12月20日出版"),
    "masthead-2921": plain_text(masthead="2921年第4期"),
    "masthead-2921-alone": plain_text(masthead="2921年第4期", imprint="云溪县"),
    "document-2921": plain_text(date="2921年10月8日"),
    "document-2031": plain_text(date="2031年10月8日"),
    "document-1021": plain_text(date="1021年10月8日"),
    "everything-2921": plain_text(
        masthead="2921年第4期",
        imprint="2921年12月20日出版",
        date="2921年10月8日",
        second="2921年11月2日",
    ),
}


AS_OF = dict.fromkeys(MISREAD, "2021-12-20") | {
    "imprint-2921": "2021-11-02",
    "imprint-2031": "2021-11-02",
    "masthead-2921-alone": "2021-11-02",
    "everything-2921": None,
}
"""To which day the gazette of each misread print is held."""


@pytest.fixture(scope="module")
def beside(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The frozen archive with a gazette for each misread print."""
    folder = tmp_path_factory.mktemp("issues")
    for path in samples.iterdir():
        (folder / path.name).symlink_to(path.resolve())
    for name, text in MISREAD.items():
        write_text(folder / name, text)
    return publish(folder)


def test_misread_years_move_neither_the_day_nor_the_head_of_a_list(beside: Published) -> None:
    assert beside.errors == ()
    assert clock_of(beside.archive) == datetime(2022, 1, 4, tzinfo=UTC)
    days = {
        record.gazette: record.evidence.as_of
        for record in beside.archive.documents
        if record.evidence
    }
    assert {gazette: days[gazette] for gazette in MISREAD} == AS_OF
    assert days["zichuan"] == "2022-01-04"
    assert beside.archive.issues[0].publication == "zichuan"
    home = beside.pages["index.md"]
    documents = home.split("最新文件")[1].split("最新公报")[0]
    newest = documents + home.split("施行与到期")[1].split("查阅途径")[0]
    for year in ("2921", "2031", "1021"):
        assert f'datetime="{year}' not in newest
        assert f"archive/years/{year}.md" not in beside.pages
    assert "2017—2021年" in home
    assert "2921" not in beside.pages["archive/years/index.md"]
    first = beside.pages["archive/tables/index.md"].index("## ")
    assert beside.pages["archive/tables/index.md"][first:].startswith("## 2020年")


@pytest.mark.parametrize("name", MISREAD)
def test_each_misread_year_is_a_finding_with_its_line(name: str, beside: Published) -> None:
    east = next(record for record in beside.archive.issues if record.publication == name)
    lines = MISREAD[name].split("\n")
    doubts = [finding for finding in east.issue.findings if finding.kind in DOUBTS]
    assert doubts
    assert all(finding.found[:4] in lines[finding.line - 1] for finding in doubts)


def test_the_findings_say_what_was_misread(beside: Published) -> None:
    found = {
        record.publication: [
            (finding.line, finding.kind, finding.found)
            for finding in record.issue.findings
            if finding.kind in DOUBTS
        ]
        for record in beside.archive.issues
    }
    assert found["masthead-2921"] == [(3, "implausible-year", "2921年")]
    assert found["imprint-2031"] == [(9, "implausible-date", "2031年12月20日")]
    assert found["document-1021"] == [(41, "implausible-date", "1021年10月8日")]
    assert len(found["everything-2921"]) == 4


def test_the_frozen_archive_has_no_doubt(real_archive: Archive) -> None:
    assert clock_of(real_archive) == datetime(2022, 1, 4, tzinfo=UTC)
    assert not any(
        finding.kind in DOUBTS
        for record in real_archive.issues
        for finding in record.issue.findings
    )
    assert not any(issue.doubted for issue in real_archive.issues)
    assert not any(document.doubted for document in real_archive.documents)


def test_a_doubted_date_is_shown_as_printed(tmp_path: Path) -> None:
    write_text(tmp_path / "east", plain_text(date="2921年10月8日"))
    published = publish(tmp_path)
    assert "2921年10月8日" in published.pages["archive/east/2021/4/1.md"]
    assert "日期未详" in published.pages["archive/years/index.md"]


def test_no_date_at_all_is_the_first_that_a_zip_file_can_name() -> None:
    assert clock_of(Archive()) == EARLIEST
    record = IssueRecord(
        id="a/2921/4", publication="a", issue=issue(2921, "2921-01-01"), documents=()
    )
    doubted = msgspec.structs.replace(record, doubted=frozenset({"year", "published"}))
    assert clock_of(Archive(issues=(doubted,))) == EARLIEST


def test_the_clock_stays_inside_what_a_zip_file_can_name() -> None:
    record = IssueRecord(
        id="a/2921/4", publication="a", issue=issue(2921, "2921-01-01"), documents=()
    )
    assert clock_of(Archive(issues=(record,))) == LATEST
    for moment in (EARLIEST, LATEST):
        assert entry("x", moment).date_time[:3] == (moment.year, moment.month, moment.day)


@pytest.mark.parametrize(
    "seconds", ["9" * 30, "9" * 5_000, "4354819200", "99999999999", "一", "", "1.5", "-" + "9" * 30]
)
def test_a_moment_that_no_calendar_holds_is_one_line(
    seconds: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, seconds)
    with pytest.raises(GazetteError, match=VARIABLE) as refused:
        clock_of(Archive())
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("seconds", "day"),
    [("0", EARLIEST), ("-5", EARLIEST), ("4354732800", LATEST), ("86400000", EARLIEST)],
)
def test_a_moment_that_can_be_named_is_taken(
    seconds: str, day: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, seconds)
    assert clock_of(Archive()) == day


def test_a_bad_moment_ends_a_build_before_anything_is_written(
    issues: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "99999999999999")
    docs = issues.parent / "docs"
    result = CliRunner().invoke(main, ["pages", "--issues", str(issues), "--docs", str(docs)])
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert not (docs / "archive").exists()


def test_the_handed_case_of_an_imprint_is_published(tmp_path: Path) -> None:
    write_text(tmp_path / "east", (CASES / "imprint-2921.txt").read_text(encoding="utf-8"))
    published = publish(tmp_path)
    assert published.archive.documents[0].status != "expired"
    assert "implausible-date" in published.kinds


def test_a_misread_year_in_a_number_leads_no_list(tmp_path: Path) -> None:
    misread = plain_text().replace("云政办发〔2021〕8号", "云政发〔2921〕8号")
    write_text(tmp_path / "east", misread)
    pages = publish(tmp_path).pages
    listed = pages["archive/numbers/云政发.md"]
    assert listed.index("## 2021年") < listed.index("## 2921年")
    held = pages["archive/numbers/holdings.md"]
    assert held.index("2021年") < held.index("2921年")
