"""The archive against facts read by eye: every document with its elements, parts, tables and rosters."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.archive import read_archive
from generator.lexicon.characters import fold
from generator.model import Article, DocumentRecord, IssueRecord, Roster, Table

ROOT = Path(__file__).parents[1]
FACTS: dict[str, dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests/data/archive_facts.yml").read_text(encoding="utf-8")
)
DOCUMENTS = [
    (source, place) for source, facts in FACTS.items() for place in range(len(facts["documents"]))
]
UNREADABLE = {("zaozhuang-shizhong/2021-02", 2, "note")}
"""What the recogniser interleaved with the text, so that no rule can find it."""


@cache
def issues() -> dict[str, IssueRecord]:
    archive, errors = read_archive(ROOT / "tests/archive/issues")
    assert errors == ()
    return {
        f"{record.publication}/{record.issue.source.rsplit('.', 1)[0]}": record
        for record in archive.issues
    }


def text(value: object) -> str | None:
    return None if value is None else str(value)


@pytest.mark.parametrize("source", FACTS)
def test_masthead_and_count_of_documents(source: str) -> None:
    facts, record = FACTS[source], issues()[source]
    issue = record.issue
    got = {
        "title": issue.publication.title,
        "year": issue.year,
        "number": issue.number,
        "serial": issue.serial,
        "published": issue.published,
        "publisher": issue.publisher,
    }
    assert {key: text(value) for key, value in got.items()} == {
        key: text(value) for key, value in facts["issue"].items()
    }
    assert len(issue.contents) == facts["contents"]
    assert len(record.documents) == len(facts["documents"])


@pytest.mark.parametrize(("source", "place"), DOCUMENTS)
def test_elements_of_a_document(source: str, place: int) -> None:
    facts, document = FACTS[source]["documents"][place], issues()[source].documents[place].document
    for key in (
        "number",
        "title",
        "issuer",
        "date",
        "column",
        "page",
        "recipients",
        "signature",
        "note",
    ):
        if (source, place, key) not in UNREADABLE:
            assert text(getattr(document, key)) == text(facts[key]), key
    assert list(document.lines) == facts["lines"]


@pytest.mark.parametrize(("source", "place"), DOCUMENTS)
def test_parts_of_a_document(source: str, place: int) -> None:
    facts, record = FACTS[source]["documents"][place], issues()[source].documents[place]
    parts = record.document.parts
    issued = [fold(part.title or "") for part in parts if part.kind == "enclosure"]
    assert issued == [fold(title) for title in facts["enclosures"]]
    printed = [
        (named["label"], fold(named["title"] or ""))
        for named in facts["attachments"]
        if named["present"]
    ]
    assert [
        (part.label, fold(part.title or "")) for part in parts if part.kind == "attachment"
    ] == printed
    numbers = [
        number
        for first, last in filter(None, facts["articles"])
        for number in range(first, last + 1)
    ]
    assert [block.number for block in blocks(record) if isinstance(block, Article)] == numbers
    assert sum(isinstance(block, Table) for block in blocks(record)) == facts["tables"]
    rosters = [block for block in blocks(record) if isinstance(block, Roster)]
    assert [sum(len(group.members) for group in roster.groups) for roster in rosters] == facts[
        "rosters"
    ]


def blocks(record: DocumentRecord) -> list[Any]:
    return [block for part in record.document.parts for block in part.blocks]
