"""Every printed character of every case, of the frozen archive and of 500 fuzzed issues is where it must be."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import NotAGazette
from generator.model import Archive, Issue
from generator.prove import Memory, prove_issues
from generator.publish.engine import CONFIG
from generator.words.say import speaking
from tests.parse.clean import Clean, documents, issue_of
from tests.prove.fuzz import COUNT, DOCUMENT, MASTHEAD, fuzzed
from tests.prove.proving import BytesAsSource, assert_proven
from tests.reading import read_bytes
from tests.test_cases import CASES, corrections_of, load
from tests.whole_way import archive_of

FEWEST_READ = 480
"""Fuzzed issues of all that must be issues: others are none and prove nothing."""


@pytest.mark.slow
@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case_is_proven(path: Path) -> None:
    case = load(path)
    data = case["input"].encode(case.get("encoding", "utf-8"))
    assert_proven(read_bytes(data, case.get("source", "case.txt"), corrections_of(case)))


def test_the_frozen_archive_is_proven(real_archive: Archive) -> None:
    proofs = list(prove_issues(Memory(real_archive, CONFIG), real_archive.issues))
    assert len(proofs) == 5
    assert [proof.differences for proof in proofs] == [()] * 5
    assert [proof.found for proof in proofs] == [proof.expected for proof in proofs]
    assert all(
        min(proof.expected.pages, proof.expected.index, proof.expected.data) for proof in proofs
    )


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_the_words_of_another_language_are_none_of_the_gazette(
    language: str, real_archive: Archive
) -> None:
    with speaking(language):
        proofs = list(prove_issues(Memory(real_archive, CONFIG), real_archive.issues))
    assert [proof.differences for proof in proofs] == [()] * 5


@pytest.mark.slow
def test_fuzzed_issues_are_proven(sampled: Callable[[Sequence[int], int], list[int]]) -> None:
    seeds = sampled(range(COUNT), 60)
    issues = {seed: issue for seed in seeds if (issue := read_fuzzed(seed))}
    for issue in issues.values():
        assert_proven(issue)
    assert len(issues) >= FEWEST_READ * len(seeds) // COUNT


@pytest.mark.slow
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(documents(), min_size=1, max_size=2))
def test_clean_documents_are_proven(clean: list[Clean]) -> None:
    assert_proven(read_bytes("\n".join(issue_of(clean)).encode()))


@pytest.mark.parametrize(
    "row",
    ["| 1 | '=1 |", "| 1 | =1 |", f"| 1 | {'防汛' * 70_000} |", "| 1 | }甲{乙} |"],
    ids=["an apostrophe", "a formula", "a long cell", "braces"],
)
def test_a_cell_is_proven(row: str) -> None:
    text = f"{MASTHEAD}{DOCUMENT}| 序号 | 名称 |\n|---|---|\n{row}\n"
    assert_proven(read_bytes(text.encode()))


@pytest.mark.parametrize(
    "line", ["请做好}防汛{工作}。", "}", "{: .x }甲", "</ol></li>{{ 甲 }} {% raw %} ]]>"]
)
def test_braces_are_proven_behind_the_number_of_their_line(line: str) -> None:
    data = f"{MASTHEAD}{DOCUMENT}{line}\n".encode()
    archive, sources = archive_of(read_bytes(data)), BytesAsSource(data)
    (proof,) = prove_issues(Memory(archive, CONFIG, sources), archive.issues, sources)
    assert proof.differences == ()


def read_fuzzed(seed: int) -> Issue | None:
    """A fuzzed issue; None where it is no gazette."""
    try:
        return read_bytes(*fuzzed(seed))
    except NotAGazette:
        return None
