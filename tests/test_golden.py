"""Whole issues as golden files: what is read of each real source, to be looked at as a diff (``make golden``)."""

from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest

from generator.model.codec import issue_to_yaml
from tests.reading import read_lawfully

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "tests/archive/issues").glob("*/*.txt"))
GOLDEN = ROOT / "tests/golden"
MOST_LINES = 40
"""Lines of a difference that are shown."""


def difference(golden: str, text: str, name: str) -> str:
    """What is read now against the golden file, as a diff that can be read; empty where they are the same."""
    lines = list(
        unified_diff(
            golden.splitlines(), text.splitlines(), name, "as it is read now", lineterm="", n=2
        )
    )
    if golden != text and not lines:
        lines = ["only the ends of lines differ"]
    more = [f"... and {len(lines) - MOST_LINES} more lines"] if len(lines) > MOST_LINES else []
    return "\n".join([*islice(lines, MOST_LINES), *more])


@pytest.mark.parametrize(
    "source", SOURCES, ids=lambda source: f"{source.parent.name}-{source.stem}"
)
def test_golden_issue(source: Path, rewrite_golden: bool) -> None:  # noqa: FBT001 - a fixture
    issue = read_lawfully(source.read_bytes(), source.name)  # without description and corrections
    golden = GOLDEN / f"{source.parent.name}-{source.stem}.yml"
    text = issue_to_yaml(issue)
    if rewrite_golden:
        golden.write_text(text, encoding="utf-8")
    changed = difference(golden.read_text(encoding="utf-8"), text, golden.name)
    if changed:
        pytest.fail(
            f"{changed}\nIs that meant? `make golden` rewrites the golden files.", pytrace=False
        )


def test_a_difference_is_short_and_names_the_line() -> None:
    old = "".join(f"line {n}\n" for n in range(1000))
    shown = difference(old, old.replace("line 700\n", "line seven hundred\n"), "a.yml").splitlines()
    assert "-line 700" in shown
    assert "+line seven hundred" in shown
    assert len(shown) < 12
    assert difference(old, old, "a.yml") == ""
    assert len(difference(old, old.replace("line", "row"), "a.yml").splitlines()) == MOST_LINES + 1
    assert difference("a\n", "a", "a.yml") == "only the ends of lines differ"
