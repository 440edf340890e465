"""The frozen issues in lines of eight widths have the documents of the whole ones, with page furniture or without."""

from functools import cache
from pathlib import Path

import pytest

from generator.model import Heading, Issue, Table
from tests.parse.wrapping import cut, wrap
from tests.reading import read_bytes

ISSUES = sorted(Path(__file__, "..", "..", "archive", "issues").resolve().glob("*/*.txt"))
WIDTHS = (22, 24, 26, 28, 30, 34, 38, 42)
SEED = 14


@cache
def whole(path: Path) -> Issue:
    """The issue as its source has it, one paragraph a line."""
    return read_bytes(path.read_bytes(), path.name)


def frame(issue: Issue) -> tuple[int, int]:
    """How many tables and chapters an issue has."""
    blocks = [block for one in issue.documents for part in one.parts for block in part.blocks]
    headings = [block for block in blocks if isinstance(block, Heading)]
    return (
        sum(isinstance(block, Table) for block in blocks),
        sum(heading.kind == "chapter" for heading in headings),
    )


@pytest.mark.parametrize("furnished", [False, True], ids=["bare", "furnished"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ISSUES, ids=lambda path: path.stem)
def test_a_wrapped_issue_has_the_documents_of_the_whole_one(
    path: Path, width: int, *, furnished: bool
) -> None:
    print_ = wrap(path.read_text(encoding="utf-8"), width, furnished=furnished, seed=SEED)
    found = read_bytes(print_.data, path.name)
    assert [
        (
            print_.source_of(document.lines[0]),
            document.number,
            document.title,
            document.issuer,
            document.recipients,
            document.date,
        )
        for document in found.documents
    ] == [
        (
            document.lines[0],
            document.number,
            document.title,
            document.issuer,
            document.recipients,
            document.date,
        )
        for document in whole(path).documents
    ]
    assert frame(found) == frame(whole(path))


def test_a_proper_printer_begins_no_line_with_a_closing_mark() -> None:
    assert cut("甲乙丙丁，戊", 4, proper=True) == ["甲乙丙丁，", "戊"]
    assert cut("甲乙丙丁，戊", 4, proper=False) == ["甲乙丙丁", "，戊"]


def test_a_seed_gives_the_same_print() -> None:
    text = ISSUES[0].read_text(encoding="utf-8")
    assert wrap(text, 30, furnished=True, seed=1) == wrap(text, 30, furnished=True, seed=1)
    assert wrap(text, 30, furnished=True, seed=1) != wrap(text, 30, furnished=True, seed=2)
