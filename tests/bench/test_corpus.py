"""The corpus: the same text at any size and at any time, and read as it is meant."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from generator.archive import all_failures, read_archive
from generator.model import Article, Heading, Item, Roster, Table
from tests.bench.corpus import (
    MISSING,
    add_newest,
    add_old,
    correct_one,
    main,
    numeral,
    slot_of,
    write_corpus,
    write_issue,
)

FIRST = "e291eaa67fd25c8f310d6154597572da713b79939b701139d6341911cb52f8c1"
"""Digest of the first issue. Who changes it starts all figures anew."""


def texts(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_an_issue_is_the_same_at_any_size(tmp_path: Path) -> None:
    write_corpus(24, tmp_path / "small")
    main(["60", str(tmp_path / "large")])
    small, large = texts(tmp_path / "small"), texts(tmp_path / "large/issues")
    assert small.items() <= large.items()
    assert len(large) == 5 * 2 == len(small) + 6


def test_the_first_issue_is_what_it_was() -> None:
    text = write_issue(1, slot_of(0))
    assert hashlib.sha256(text.encode()).hexdigest() == FIRST
    assert write_issue(2, slot_of(0)) != text


def test_years_go_on_and_gazettes_take_turns() -> None:
    first, eighth, ninth, thirty_third = map(slot_of, (0, 7, 8, 32))
    assert first.path == "zichuan/1999-01.txt"
    assert eighth.path == "datong/1999-01.txt"
    assert ninth.path == "zichuan/1999-02.txt"
    assert thirty_third.path == "zichuan/2000-01.txt"


@pytest.mark.slow
def test_it_is_read_as_it_is_meant(tmp_path: Path) -> None:
    write_corpus(140, tmp_path)
    archive, errors = read_archive(tmp_path)
    assert (errors, all_failures(archive, tmp_path)) == ((), ())
    assert len(archive.documents) == 140
    assert all(record.document.number and record.document.date for record in archive.documents)
    cited = [citation for record in archive.documents for citation in record.document.citations]
    held = [citation for citation in cited if citation.target]
    assert any(citation.number and not citation.title for citation in held)
    assert any(
        citation.title and not citation.number for citation in held if citation.relation == "cites"
    )
    assert len(held) < len(cited)
    assert "repeals" in {citation.relation for citation in held}
    assert "zichuan/1999/1/1" in {record.id for record in archive.documents}
    assert "zichuan/1999/1/1" not in {citation.target for citation in held}
    kinds = Counter(finding.kind for record in archive.issues for finding in record.issue.findings)
    assert {"font-encoding", "markup", "cell-scrambled", "ocr-char"} <= kinds.keys()
    parts = [part for record in archive.documents for part in record.document.parts]
    blocks = {type(block) for part in parts for block in part.blocks}
    assert {Table, Roster, Article, Item, Heading} <= blocks


@pytest.mark.slow
def test_what_an_editor_does_changes_one_issue(tmp_path: Path) -> None:
    write_corpus(60, tmp_path)
    before = texts(tmp_path)
    newest, old = add_newest(60, tmp_path), add_old(60, tmp_path)
    assert newest == tmp_path / slot_of(5).path
    assert old == tmp_path / slot_of(2)._replace(number=MISSING).path
    corrected = correct_one(60, tmp_path)
    after = texts(tmp_path)
    assert before.items() <= after.items()
    added = {str(path.relative_to(tmp_path)) for path in (newest, old, corrected)}
    assert after.keys() - before.keys() - {f"{slot_of(5).place.folder}/publication.yml"} == added
    archive, errors = read_archive(tmp_path)
    assert (errors, all_failures(archive, tmp_path)) == ((), ())
    assert len(archive.documents) == 84


@pytest.mark.parametrize(
    ("value", "printed"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"),
     (105, "一百零五"), (110, "一百一十"), (123, "一百二十三")],
)  # fmt: skip
def test_numerals(value: int, printed: str) -> None:
    assert numeral(value) == printed
