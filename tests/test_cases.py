"""Behaviours of reading: each YAML file under ``cases`` holds input lines and what must be read from them."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec import convert
from msgspec.structs import replace

from generator.errors import NotAGazette
from generator.model.codec import dump_issue
from generator.model.correction import Correction
from generator.words.element_texts import ELEMENTS
from generator.words.finding_kinds import KINDS
from tests.reading import read_bytes, read_lawfully

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(FOLDER.rglob("*.yml"))
PROVENANCE = {"by": "编者", "on": "2026-11-21", "why": "分栏错接", "authority": "reading"}
INVALID = Path(__file__).parent / "invalid"


def load(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case


def corrections_of(case: dict[str, Any]) -> list[Correction]:
    """The corrections of a case, each on the line of its place in the list, with a provenance where it gives none."""
    entries = [PROVENANCE | entry for entry in case.get("corrections", [])]
    return [replace(convert(entry, Correction), line=line) for line, entry in enumerate(entries, 1)]


def same(expected: Any, got: Any, *, exact: bool) -> bool:
    """Whether two scalars are equal; blanks do not count unless the case says so, and nothing equals an empty list."""
    if expected is None or got is None:
        return expected is got or got == []
    a, b = str(expected), str(got)
    return a == b if exact else "".join(a.split()) == "".join(b.split())


def mismatches(expected: Any, got: Any, where: str = "", *, exact: bool = False) -> list[str]:
    """Where ``got`` differs from what is expected of it; keys that are not expected may hold anything."""
    if isinstance(expected, dict) and isinstance(got, dict):
        pairs = [(value, got.get(key), f"{where}.{key}") for key, value in expected.items()]
    elif isinstance(expected, list) and len(expected) == len(got or []):
        pairs = [
            (*pair, f"{where}[{index}]")
            for index, pair in enumerate(zip(expected, got or [], strict=True))
        ]
    elif fits(expected, got, where, exact=exact):
        return []
    else:
        return [f"{where}: expected {expected!r}, got {got!r}"]
    return [
        line
        for value, other, place in pairs
        for line in mismatches(value, other, place, exact=exact)
    ]


def fits(expected: Any, got: Any, where: str, *, exact: bool) -> bool:
    """Whether a value is what is expected: anything for an empty mapping, one of ``a|b``, the same scalar."""
    if isinstance(expected, dict | list):
        return expected == {}
    return (where.endswith(".type") and got in str(expected).split("|")) or same(
        expected, got, exact=exact
    )


def plain(value: Any) -> Any:
    """Tuples as lists, as YAML has them."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path) -> None:
    case = load(path)
    data = case["input"].encode(case.get("encoding", "utf-8"))
    source = case.get("source", "case.txt")
    corrections = corrections_of(case)
    issue = read_lawfully(data, source, corrections)
    got = plain(dump_issue(issue))
    found = got["findings"]
    assert mismatches(case.get("expect", {}), got, exact=case.get("blanks") == "exact") == []
    for finding in case.get("findings", []):
        assert any(not mismatches(finding, one) for one in found), (
            f"no finding like {finding} in {found}"
        )
    for finding in case.get("not_findings", []):
        assert all(mismatches(finding, one) for one in found), (
            f"a finding like {finding} in {found}"
        )
    assert read_bytes(data, source, corrections) == issue, "the same bytes give the same issue"


ELSEWHERE = {
    "ambiguous-citation": "tests/link/test_resolve.py",
    "file-name": "tests/archive/test_record.py",
    "implausible-date": "tests/hostile/test_dates.py",
    "implausible-year": "tests/hostile/test_dates.py",
    "mixed-encoding": "tests/read/test_mixed_lines.py",
    "reprint-differs": "tests/registers/test_across_issues.py",
    "sequence": "tests/source/test_values.py",
    "table-shape": "tests/source/test_values.py",
    "unexplained": "tests/proof/test_account.py",
    "unplaced": "",  # what no print was ever seen to give: the law of conservation fails first
}
"""Findings that no case can expect, and the test that does."""


def test_every_kind_of_finding_has_a_case() -> None:
    expected = {finding.get("kind") for path in CASES for finding in load(path).get("findings", [])}
    assert set(KINDS) - expected == set(ELSEWHERE)
    untested = {
        kind
        for kind, test in ELSEWHERE.items()
        if test and f'"{kind}"' not in (FOLDER.parents[1] / test).read_text(encoding="utf-8")
    }
    assert untested == set()


def test_every_element_has_a_case() -> None:
    documents = [
        document for path in CASES for document in load(path).get("expect", {}).get("documents", [])
    ]
    expected = {name for document in documents for name, value in document.items() if value}
    assert {element.name for element in ELEMENTS} - expected == set()


def invalid_files() -> list[tuple[str, str]]:
    expected = INVALID / "expected.yml"
    return (
        sorted(yaml.safe_load(expected.read_text(encoding="utf-8")).items())
        if expected.exists()
        else []
    )


@pytest.mark.parametrize(("name", "reason"), invalid_files())
def test_a_file_that_is_no_gazette_says_why(name: str, reason: str) -> None:
    with pytest.raises(NotAGazette) as error:
        read_bytes((INVALID / name).read_bytes(), name)
    assert error.value.source == name
    assert reason in error.value.reason
    assert "\n" not in str(error.value)
