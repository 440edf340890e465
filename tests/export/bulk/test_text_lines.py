"""Texts by gazette and year: what is in a line, that the bytes are the same everywhere, what is read again."""

import gzip
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from generator.archive.text_apart import Texts
from generator.export import SERVED
from generator.export.bulk.gazette_years import gazette_years
from generator.export.bulk.text_lines import pack, text_lines
from generator.export.catalog_files import export_catalog
from generator.export.schemas import text_schema
from generator.forms import plain_text
from generator.model import Archive, DocumentRecord, Evidence
from generator.words.catalogue import list_languages
from generator.words.say import speaking
from generator.work import Store
from tests.fixtures.counting_texts import Counting


def lines_of(archive: Archive, texts: Texts | None = None) -> dict[str, list[dict[str, Any]]]:
    """The lines of each file by its address."""
    files = export_catalog(archive, SERVED, texts or Texts())
    return {
        address: [json.loads(line) for line in gzip.decompress(data).splitlines()]
        for address, data in files
        if address.endswith(".jsonl.gz")
    }


def test_each_document_is_a_line_with_its_text(real_archive: Archive) -> None:
    found = lines_of(real_archive)
    assert list(found) == [
        f"data/texts/{held.name}.jsonl.gz" for held in gazette_years(real_archive)
    ]
    lines = [line for listed in found.values() for line in listed]
    texts = {record.id: plain_text(record.document) for record in real_archive.documents}
    assert {line["id"]: line["text"] for line in lines} == texts
    assert all(line["gazette"] == line["id"].split("/")[0] for line in lines)


def test_a_line_has_the_keys_of_the_catalogue_and_keeps_to_its_schema(archive: Archive) -> None:
    files = dict(export_catalog(archive, SERVED, Texts()))
    schema = jsonschema.Draft202012Validator(text_schema())
    for address, listed in lines_of(archive).items():
        part = json.loads(files[address.replace("texts", "catalog").replace(".jsonl.gz", ".json")])
        for line, document in zip(listed, part["documents"], strict=True):
            schema.validate(line)
            own = {name: line[name] for name in ("gazette", "text", "citations")}
            assert line | {"citations": []} == _of_its_issue(document) | own | {"citations": []}
            cited = [_of_its_issue(one) for one in document["citations"]]
            assert line["citations"] == cited


def _of_its_issue(value: dict[str, Any]) -> dict[str, Any]:
    """Values without those that other issues change."""
    others = {"status", "evidence", "target", "candidates", "anchor"}
    return {name: one for name, one in value.items() if name not in others}


def test_what_other_issues_say_changes_no_line(real_archive: Archive) -> None:
    def told(record: DocumentRecord) -> DocumentRecord:
        """A document of which another issue says something."""
        cited = tuple(
            replace(one, target="zichuan/2030/1/1", candidates=("zichuan/2030/1/1",), anchor="enc")
            for one in record.document.citations
        )
        evidence = Evidence("2030", by="zichuan/2030/1/1", by_date="2030-01-01", issues=9)
        document = replace(record.document, citations=cited)
        return replace(record, document=document, status="repealed", evidence=evidence)

    issues = tuple(
        replace(issue, documents=tuple(map(told, issue.documents))) for issue in real_archive.issues
    )
    changed = replace(real_archive, issues=issues)
    for held, other in zip(gazette_years(real_archive), gazette_years(changed), strict=True):
        assert text_lines(held, SERVED, Texts()) == text_lines(other, SERVED, Texts())


@pytest.mark.parametrize("language", list_languages())
def test_texts_do_not_depend_on_the_language_of_the_site(archive: Archive, language: str) -> None:
    expected = lines_of(archive)
    with speaking(language):
        assert lines_of(archive) == expected


def test_what_is_packed_says_no_time_no_name_and_no_system() -> None:
    data = pack([b"a" * 99_999, b"b"])
    assert gzip.decompress(data) == b"a" * 99_999 + b"b"
    assert data[:10] == b"\x1f\x8b\x08" + bytes(6) + b"\xff"
    assert data == pack([b"a", b"a" * 99_998 + b"b"])


def test_no_text_is_read_of_a_gazette_and_year_that_did_not_change(
    archive: Archive, tmp_path: Path
) -> None:
    asked = []
    for _ in range(2):
        with Counting(Store(tmp_path)) as texts:
            assert lines_of(archive, texts) == lines_of(archive)
            asked.append(texts.asked)
    assert asked == [len(archive.issues), 0]
