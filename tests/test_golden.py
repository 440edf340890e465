"""Whole issues as golden files: what is read of each real source, to be looked at as a diff (``make golden``)."""

from pathlib import Path

import pytest

from generator.model.codec import issue_to_yaml
from tests.reading import read_lawfully

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "tests/archive/issues").glob("*/*.txt"))
GOLDEN = ROOT / "tests/golden"


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: f"{source.parent.name}-{source.stem}")
def test_golden_issue(source: Path, rewrite_golden: bool) -> None:  # noqa: FBT001 - a fixture
    issue = read_lawfully(source.read_bytes(), source.name)  # without description and corrections
    golden = GOLDEN / f"{source.parent.name}-{source.stem}.yml"
    text = issue_to_yaml(issue)
    if rewrite_golden:
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text
