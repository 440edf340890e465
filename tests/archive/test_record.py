"""Ids, numbers from file names, and the length of documents."""

import msgspec
import pytest

from generator.archive import has_errors
from generator.archive.record import open_errors, record_issue, text_length
from generator.errors import NotAGazette
from generator.model import (
    Archive,
    Document,
    Finding,
    Issue,
    Member,
    Paragraph,
    Part,
    Publication,
    Roster,
    RosterGroup,
    Table,
)
from generator.source import Source


def issue(year: int | None, number: int | None) -> Issue:
    """An empty issue with this number in its masthead."""
    return Issue(
        source="a.txt",
        sha256="0" * 64,
        publication=Publication("云溪市人民政府公报"),
        year=year,
        number=number,
    )


def test_the_number_of_the_masthead_is_used() -> None:
    record = record_issue(issue(2021, 4), Source("issues/yunxi/scan.txt", "yunxi"))
    assert (record.id, record.issue.findings) == ("yunxi/2021/4", ())


def test_the_file_name_gives_what_the_masthead_lacks() -> None:
    record = record_issue(issue(2021, None), Source("issues/yunxi/2021-04.txt", "yunxi"))
    assert (record.id, record.publication) == ("yunxi/2021/4", "yunxi")
    assert [(found.kind, found.severity, found.found) for found in record.issue.findings] == [
        ("file-name", "info", "2021-?")
    ]


def test_the_masthead_wins_over_the_file_name_and_says_so() -> None:
    record = record_issue(issue(2021, 4), Source("issues/yunxi/2021-05.txt", "yunxi"))
    assert record.id == "yunxi/2021/4"
    assert [found.severity for found in record.issue.findings] == ["warning"]


def test_an_issue_without_any_number_is_refused() -> None:
    with pytest.raises(NotAGazette, match=r"^a/b\.txt:0: neither the masthead nor the file name"):
        record_issue(issue(2021, None), Source("a/b.txt", "yunxi"))


def test_words_count_characters_without_blanks() -> None:
    blocks = (
        Paragraph(text="一二 三", lines=(1,)),
        Table(header=(("甲",),), rows=(("乙 丙",),)),
        Roster(groups=(RosterGroup("组长", (Member("张三", "区长"), Member("李四"))),)),
    )
    document = Document(
        sequence=1, lines=(1, 9), title="通　知", parts=(Part("body", blocks=blocks),)
    )
    assert text_length(document) == len("通知一二三甲乙丙组长张三区长李四")


def test_an_issue_has_errors_when_a_finding_says_so(archive: Archive) -> None:
    assert [has_errors(record) for record in archive.issues] == [True, False]
    doubts = tuple(found for found in archive.issues[0].issue.findings if found.severity != "error")
    doubtful = msgspec.structs.replace(archive.issues[0].issue, findings=doubts)
    assert not has_errors(msgspec.structs.replace(archive.issues[0], issue=doubtful))


def test_what_a_person_recorded_is_no_open_error(archive: Archive) -> None:
    found = [
        Finding(line=7, kind="lost", severity="error", entry=3),
        Finding(line=7, kind="ocr-loop", severity="error"),
        Finding(line=0, kind="stale-correction", severity="error", entry=9),
        Finding(line=0, kind="contents", severity="error"),
        Finding(line=8, kind="ocr-loop", severity="error"),
        Finding(line=8, kind="ocr-loop", severity="warning"),
    ]
    record = msgspec.structs.replace(
        archive.issues[1],
        issue=msgspec.structs.replace(archive.issues[1].issue, findings=tuple(found)),
    )
    assert open_errors(record) == tuple(found[3:5]), (
        "a correction that was not made is reported by itself"
    )


def test_the_frozen_archive_has_no_open_errors(real_archive: Archive) -> None:
    assert any(
        found.severity == "error"
        for record in real_archive.issues
        for found in record.issue.findings
    )
    assert [record.id for record in real_archive.issues if has_errors(record)] == []
