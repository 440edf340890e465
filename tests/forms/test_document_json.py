"""The JSON of a document, as programs outside the project read it."""

import json
from typing import Any

import jsonschema
import msgspec
from msgspec.structs import replace

from generator.export.schemas import document_schema
from generator.forms.document_json import document_json
from generator.forms.form_files import form_files
from generator.forms.site_links import BUNDLED
from generator.model import (
    Archive,
    Document,
    DocumentRecord,
    Evidence,
    Finding,
    Note,
    Paragraph,
    Part,
    Table,
)
from generator.model.codec import dump_issue
from generator.reference import item_of
from tests.fixtures.demo_archive import demo_archive


def jsons(archive: Archive) -> dict[str, Any]:
    """The JSON of each document of an archive, by id."""
    publications = {one.id: one for one in archive.publications}
    return {
        record.id: json.loads(next(form_files(publications[issue.publication], issue, record))[1])
        for issue in archive.issues
        for record in issue.documents
    }


def record_of(document: Document) -> DocumentRecord:
    """A document of an archive."""
    return DocumentRecord("yunxi/2021/4/1", "yunxi/2021/4", document, 7)


def load(document: Document, *findings: Finding) -> Any:
    """The JSON of a document."""
    return json.loads(document_json(record_of(document), findings))


def test_every_document_keeps_to_the_schema(real_archive: Archive) -> None:
    schema = document_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    found = jsons(real_archive) | jsons(demo_archive())
    assert len(found) == 48
    for document in found.values():
        validator.validate(document)
    found["yunxi/2020/1/1"]["words"] = "many"
    assert not validator.is_valid(found["yunxi/2020/1/1"])


def test_it_has_all_that_the_issue_has_of_the_document(real_archive: Archive) -> None:
    found = jsons(real_archive)
    for issue in real_archive.issues:
        plain = json.loads(msgspec.json.encode(dump_issue(issue.whole)))
        for record, document in zip(issue.documents, plain["documents"], strict=True):
            own = found[record.id]
            assert {name: own[name] for name in document} == document
            first, last = document["lines"][0], document["lines"][-1]
            held = [one for one in plain["findings"] if first <= one["line"] <= last]
            assert own["findings"] == held


def test_its_evidence_has_no_day_of_its_gazette() -> None:
    record = record_of(Document(1, (1,), "通知"))
    found = Evidence("2021-10-08", start="2021-01-01", issues=3, missing=1, by_as_of="2022")
    first = document_json(replace(record, evidence=found))
    other = replace(found, as_of="2022-10-08", issues=4, missing=0, by_as_of=None)
    assert document_json(replace(record, evidence=other)) == first
    assert json.loads(first)["evidence"]["from"] == "2021-01-01"


def test_it_says_how_elements_and_blocks_are_printed() -> None:
    blocks = (Paragraph(text="甲", lines=(3,)), Note(text="单位：个"), Note(text="注：乙"))
    document = Document(
        1, (1, 5), "通知", recipients="各村", signature="县政府", at={"recipients": (3,)},
        parts=(Part("body", blocks=blocks),),
    )  # fmt: skip
    made = load(document)
    assert made["elements"] == [
        {"name": "recipients", "text": "各村：", "part": 0, "block": 0},
        {"name": "signature", "text": "县政府", "part": None, "block": None},
    ]
    assert made["framed"] == [{"part": 0, "block": 1, "text": "（单位：个）"}]


def test_a_table_has_its_file_and_the_schema_of_it() -> None:
    grouped = Table(header=(("一、水库", ""), ("名称", "数\n量")), rows=(("甲", "1"),), group=0)
    titled = Table(header=(("类", ""), ("名", "")), rows=(("甲", "1", "2"),), caption="表1")
    made = load(Document(1, (1,), "通知", parts=(Part("body", blocks=(grouped, titled)),)))
    first, second = made["tables"]
    assert (first["name"], first["url"]) == (
        "yunxi-2021-4-1-1",
        "data/tables/yunxi-2021-4-1-1.csv",
    )
    assert (first["part"], first["block"], first["caption"]) == (0, 0, None)
    assert first["schema"]["fields"] == [
        {"name": "c1", "type": "string", "title": "名称"},
        {"name": "c2", "type": "string", "title": "数 量"},
    ]
    assert second["caption"] == "表1"
    assert second["schema"]["fields"] == [
        {"name": "c1", "type": "string", "title": "类 名"},
        {"name": "c2", "type": "string"},
        {"name": "c3", "type": "string"},
    ]


def test_its_outline_has_the_anchors_of_its_page(real_archive: Archive) -> None:
    outline = jsons(real_archive)["zichuan/2021/4/4"]["outline"]
    assert outline[0] == {"part": 1, "block": None, "level": 2, "anchor": "enc"}
    assert outline[1] == {"part": 1, "block": 1, "level": 3, "anchor": "s1"}


def test_it_has_the_reference_with_the_address_of_the_site(real_archive: Archive) -> None:
    issue, publications = real_archive.issues[0], {one.id: one for one in real_archive.publications}
    gazette, record = publications[issue.publication], issue.documents[0]
    for site in ("", "https://example.org/a/"):
        files = form_files(gazette, issue, record, replace(BUNDLED, site=site))
        csl = json.loads(next(files)[1])["csl"]
        assert csl == item_of(site, gazette.title, issue, record)
        assert csl.get("URL", "") == (f"{site}archive/{record.id}/" if site else "")


def test_other_forms_have_their_addresses() -> None:
    record = record_of(Document(1, (1,), "通知"))
    served, bundled = (
        json.loads(document_json(record)),
        json.loads(document_json(record, (), BUNDLED)),
    )
    assert served["forms"] == {"akn": "data/documents/yunxi/2021/4/1.xml"}
    assert served["url"] == "archive/yunxi/2021/4/1/"
    assert bundled["forms"] == {
        "akn": "data/documents/yunxi/2021/4/1.xml",
        "text": "data/documents/yunxi/2021/4/1.txt",
        "markdown": "data/documents/yunxi/2021/4/1.md",
    }
    assert bundled["url"] == "archive/yunxi/2021/4/1.html"
