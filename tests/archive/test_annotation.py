"""A truth beside a source gives its issue figures of accuracy."""

from pathlib import Path

import pytest

from generator.archive import read_archive
from generator.model import Archive, Share

TRUTH = """
source: 2020-01.yml
issue: {publication: 云溪市人民政府公报, year: 2020, number: 2}
documents: []
"""


def test_an_issue_without_a_truth_has_no_figures(archive: Archive) -> None:
    assert [record.accuracy for record in archive.issues] == [None, None]


def test_a_truth_is_no_source_and_gives_figures(issues: Path) -> None:
    (issues / "yunxi/2020-01.truth.yml").write_text(TRUTH, encoding="utf-8")
    archive, errors = read_archive(issues)
    assert (len(archive.issues), errors) == (2, ())
    accuracy = archive.issues[0].accuracy
    assert accuracy is not None
    assert Share("issue.year", 1, 1) in accuracy.published
    assert Share("issue.number", 1, 0) in accuracy.published
    assert accuracy.read == accuracy.published


@pytest.mark.parametrize(
    ("text", "line"), [("source: [\n", 2), ("source: x\nissue: {}\n", 2), ("[]\n", 1)]
)
def test_a_broken_truth_is_named_with_its_line(issues: Path, text: str, line: int) -> None:
    (issues / "yunxi/2020-01.truth.yml").write_text(text, encoding="utf-8")
    _, (error,) = read_archive(issues)
    assert (Path(error.source).name, error.line) == ("2020-01.truth.yml", line)
    assert "\n" not in str(error)


def test_a_broken_truth_does_not_take_its_issue_out(issues: Path) -> None:
    whole, _ = read_archive(issues)
    (issues / "yunxi/2020-01.truth.yml").write_text("source: [\n", encoding="utf-8")
    (issues / "yunxi/2019-12.truth.yml").mkdir()
    archive, errors = read_archive(issues)
    assert archive == whole
    assert [(Path(error.source).name, error.reason.split(":")[0]) for error in errors] == [
        ("2019-12.truth.yml", "cannot be read"), ("2020-01.truth.yml", "is no YAML"),
    ]  # fmt: skip


def test_the_annotated_issues_of_the_archive_are_read_well(real_archive: Archive) -> None:
    annotated = [record for record in real_archive.issues if record.accuracy]
    assert len(annotated) == 2
    for record in annotated:
        assert record.accuracy is not None
        figures = {figure.name: figure for figure in record.accuracy.published}
        assert figures["documents"].hits == len(record.documents)
