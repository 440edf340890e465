"""What findings say is in the language of the run, and what they quote is not."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.archive import read_archive
from generator.archive.naming import date_by_name
from generator.model import Archive, Finding, Issue, Publication, Table
from generator.model.correction import Correction
from generator.source.mending import mend_table
from generator.words.say import speaking
from tests.reading import read_bytes
from tests.test_cases import CASES, corrections_of, load
from tests.words.test_catalogues import QUOTED
from tests.words.test_literals import HAN


def findings_of(path: Path) -> tuple[Finding, ...]:
    """The findings of a case."""
    case = load(path)
    data = case["input"].encode(case.get("encoding", "utf-8"))
    return read_bytes(data, case.get("source", "case.txt"), corrections_of(case)).findings


def unsaid(findings: Iterable[Finding]) -> list[tuple[object, ...]]:
    """What of findings no language changes."""
    return [(one.kind, one.severity, one.line, one.found, one.correct) for one in findings]


def left_in_chinese(findings: Iterable[Finding], quoted: Iterable[str | None] = ()) -> list[str]:
    """The messages that say something in Chinese, but for what they quote of the print or of a person."""
    found = []
    for finding in findings:
        text = finding.message
        if finding.kind == "impossible-date":
            text = text.partition(": ")[0]
        for quotation in filter(None, quoted):
            text = text.replace(quotation.strip().rstrip("。"), "")
        if HAN.search(QUOTED.sub("", text)):
            found.append(text)
    return found


def written_in(corrections: Iterable[Correction]) -> list[str | None]:
    """What people wrote in corrections that readers see."""
    return [text for entry in corrections for text in (entry.why, entry.by, entry.note)]


@pytest.mark.matrix(60)
@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_finding_speaks_the_language_of_the_run(path: Path) -> None:
    with speaking("en"):
        english = findings_of(path)
    assert unsaid(english) == unsaid(findings_of(path))
    assert left_in_chinese(english, written_in(corrections_of(load(path)))) == []


@pytest.mark.slow
def test_an_archive_speaks_the_language_of_the_run(samples: Path, real_archive: Archive) -> None:
    with speaking("en"):
        archive, errors = read_archive(samples)
    assert errors == ()
    english = [finding for record in archive.issues for finding in record.issue.findings]
    chinese = [finding for record in real_archive.issues for finding in record.issue.findings]
    assert unsaid(english) == unsaid(chinese)
    assert {record.id for record in archive.documents} == {
        record.id for record in real_archive.documents
    }
    machine = [one for one in english if one.kind not in {"correction", "lost"}]
    assert left_in_chinese(machine) == []
    assert len(machine) > len(english) // 2


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("2021-04.txt", "The year and the number were not both found in the masthead"),
        ("2020-04.txt", "The file name and the masthead differ in the year or the number"),
    ],
)
def test_an_issue_that_is_dated_by_its_file_says_so_in_that_language(
    file: str, message: str
) -> None:
    issue = Issue(
        source=file,
        sha256="",
        publication=Publication("公报"),
        year=2021,
        number=None if file == "2021-04.txt" else 4,
    )
    with speaking("en"):
        (finding,) = date_by_name(issue, file).findings
    assert finding.message.startswith(message)


def test_a_table_that_was_mended_says_so_in_that_language() -> None:
    table = Table(rows=(("甲", "乙"), ("丙",)), header=(), lines=(3,))
    with speaking("en"):
        _, (finding,) = mend_table(table)
    assert "differ in length" in finding.message
