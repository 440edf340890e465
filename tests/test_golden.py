"""Whole issues as golden files: what is read of each real source, to be looked at as a diff (``make golden``)."""

from pathlib import Path

import pytest

from generator.link import cite_issue
from generator.model import Issue
from generator.model.codec import issue_to_yaml
from generator.parse import parse_issue
from generator.read import read_source
from tests.laws import assert_laws, assert_nothing_lost

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "tests/archive/issues").glob("*/*.txt"))
GOLDEN = ROOT / "tests/golden"


def read(source: Path) -> Issue:
    """An issue as its source alone gives it: no description of the gazette, no corrections."""
    return cite_issue(parse_issue(source.read_bytes(), source.name))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: f"{source.parent.name}-{source.stem}")
def test_golden_issue(source: Path, rewrite_golden: bool) -> None:  # noqa: FBT001 - a fixture
    issue = read(source)
    assert_laws(issue)
    assert_nothing_lost(issue, read_source(source.read_bytes(), source.name).lines)
    golden = GOLDEN / f"{source.parent.name}-{source.stem}.yml"
    text = issue_to_yaml(issue)
    if rewrite_golden:
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text
