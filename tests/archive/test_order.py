"""In which order issues are, on which day an archive is dated, and what people have to look at."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.archive.clock import VARIABLE, clock_of
from generator.archive.naming import date_by_name
from generator.archive.reader import collect_publications, newest_first
from generator.archive.troubles import all_errors, all_unexplained
from generator.errors import GazetteError
from generator.model import (
    Archive,
    Document,
    DocumentRecord,
    Finding,
    Issue,
    IssueRecord,
    Publication,
    PublicationRecord,
)


def record(
    year: int | None,
    number: int | None,
    published: str | None = None,
    *dates: str | None,
    gazette: str = "yunxi",
) -> IssueRecord:
    """An issue of which only the dates are known."""
    id_ = f"{gazette}/{year or 0}/{number or 0}"
    issue = Issue(
        "a.txt", "", Publication(f"{gazette}{year}"), year=year, number=number, published=published
    )
    documents = tuple(
        DocumentRecord(f"{id_}/{nth}", id_, Document(nth, (nth, nth), "通知", date=date), 9)
        for nth, date in enumerate(dates, 1)
    )
    return IssueRecord(id_, gazette, issue, documents)


def test_issues_are_ordered_by_year_then_day_then_number_then_id() -> None:
    ordered = [
        record(2022, 1, "2022-02-01"),
        record(2021, 1, "2021-12-31"),
        record(2021, 9, "2021-06-01", "2022-01-30"),
        record(2021, 8, None, "2021-05-31", "2021-01-01", None),
        record(2021, 7, "2021-05-30"),
        record(2021, 6, "2021-05-30"),
        record(2021, 6, "2021-05-30", gazette="zhaoxi"),
        record(2021, 12),
        record(2021, 11, "春季"),
        record(None, 99, "2099-01-01"),
    ]
    for one in (ordered, ordered[::-1], ordered[3:] + ordered[:3]):
        assert sorted(one, key=newest_first) == ordered


def test_a_gazette_without_description_is_named_by_its_newest_masthead() -> None:
    issues = (record(2022, 1), record(2021, 9), record(2021, 8, gazette="donghu"))
    described = {"donghu": PublicationRecord("donghu", "东湖公报")}
    found = collect_publications(described, issues)
    assert [(one.id, one.title) for one in found] == [
        ("donghu", "东湖公报"),
        ("yunxi", "yunxi2022"),
    ]


@pytest.mark.parametrize(
    ("issues", "day"),
    [
        (
            (record(2021, 1, "2021-05-01"), record(2021, 2, "2021-06-01", "2021-07-01")),
            "2021-06-01",
        ),
        ((record(2021, 1, None, "2021-05-01", "2021-05-02"), record(2022, 1)), "2021-05-02"),
        ((record(2021, 1, "2021-02-31"), record(2022, 1)), "2022-01-01"),
        ((record(1979, 1),), "1980-01-01"),
        ((record(2021, 1, "2199-01-01"),), "2107-12-31"),
        ((), "1980-01-01"),
    ],
)
def test_the_day_of_an_archive(
    issues: tuple[IssueRecord, ...], day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert f"{clock_of(Archive((), issues)):%Y-%m-%d}" == day


@pytest.mark.parametrize(
    ("seconds", "moment"),
    [
        ("0", datetime(1980, 1, 1, tzinfo=UTC)),
        ("4354819199", datetime(2107, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("4354819200", None),
        ("x" * 41, None),
    ],
)
def test_the_day_that_the_environment_names(
    seconds: str, moment: datetime | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, seconds)
    if moment:
        assert clock_of(Archive()) == moment
        return
    with pytest.raises(GazetteError) as error:
        clock_of(Archive())
    assert ("x" * 40 in str(error.value)) == ("x" in seconds)
    assert "x" * 41 not in str(error.value)


@pytest.mark.parametrize(
    ("year", "number", "name", "found"),
    [
        (2021, 4, "scan", (2021, 4, [])),
        (2021, 4, "2021-04", (2021, 4, [])),
        (2021, None, "2021-04", (2021, 4, ["info"])),
        (None, 4, "2021-04", (2021, 4, ["info"])),
        (2021, 4, "2021-05", (2021, 4, ["warning"])),
        (2020, None, "2021-05", (2020, 5, ["warning"])),
        (None, None, "scan", (None, None, [])),
    ],
)
def test_the_masthead_comes_before_the_name_of_the_file(
    year: int | None, number: int | None, name: str, found: tuple[int, int, list[str]]
) -> None:
    issue = date_by_name(record(year, number).issue, f"yunxi/{name}.txt")
    severities = [finding.severity for finding in issue.findings]
    assert (issue.year, issue.number, severities) == found


@pytest.mark.parametrize(("size", "shown"), [(40, 40), (41, 40)])
def test_a_difference_is_shown_up_to_forty_characters(size: int, shown: int) -> None:
    finding = Finding(3, "unexplained", "error", found="漏" * size, message="未能说明")
    archive = Archive(issues=(with_finding(finding),))
    (difference,) = all_unexplained(archive, Path("issues"))
    assert (difference.source, difference.line) == (str(Path("issues/yunxi/2021-04.txt")), 3)
    assert difference.reason.count("漏") == shown
    assert all_errors(archive, Path("issues")) == ()


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ("(cid:12)", "undecoded: 未能解码: (cid:12)"),
        ("漏" * 41, f"undecoded: 未能解码: {'漏' * 40}"),
        ("", "undecoded: 未能解码"),
    ],
)
def test_an_error_that_no_correction_speaks_of_shows_what_it_is_about(
    found: str, reason: str
) -> None:
    finding = Finding(3, "undecoded", "error", found=found, message="未能解码")
    (error,) = all_errors(Archive(issues=(with_finding(finding),)), Path("issues"))
    assert (error.line, error.reason) == (3, reason)


def with_finding(finding: Finding) -> IssueRecord:
    """An issue with one finding."""
    issue = Issue("2021-04.txt", "", Publication("公报"), findings=(finding,))
    return IssueRecord("yunxi/2021/4", "yunxi", issue, (), file="yunxi/2021-04.txt")
