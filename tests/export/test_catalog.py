"""The catalogue and its schemas, as programs outside the project read them."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from generator.export import BUNDLED, SERVED, build_exports
from generator.export.catalog import make_catalog
from generator.export.schemas import (
    catalog_schema,
    document_schema,
    index_schema,
    part_schema,
    text_schema,
)
from generator.model import (
    Archive,
    Citation,
    DocumentRecord,
    Effective,
    Finding,
    IssueRecord,
    Permalink,
)
from generator.model.codec import corrections_schema, dump_issue, issue_schema
from generator.registers.unheld import collect_cited
from generator.words.catalogue import list_languages
from generator.words.say import speaking
from tests.fixtures.dated import date_on
from tests.pages import small

ELEMENTS = {
    "sequence", "lines", "number", "title", "issuer", "column", "page", "date", "signature", "recipients", "note",
    "copies", "printed", "at", "effective", "parts", "citations",
}  # fmt: skip


def load(archive: Archive, name: str) -> Any:
    """One data file of the site, read back."""
    return json.loads(dict(build_exports(archive, SERVED))[f"data/{name}"])


def validator(schema: Any) -> jsonschema.Draft202012Validator:
    """A validator for a schema that is itself valid."""
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def cite(archive: Archive, *citations: Citation) -> Archive:
    """The archive with these citations in the first two documents of its first issue, and no others."""
    issues = [cite_nothing(record) for record in archive.issues]
    citing = [with_citations(record, citations) for record in issues[0].documents[:2]]
    changed: IssueRecord = msgspec.structs.replace(
        issues[0], documents=(*citing, *issues[0].documents[2:])
    )
    return msgspec.structs.replace(archive, issues=(changed, *issues[1:]))


def cite_nothing(issue: IssueRecord) -> IssueRecord:
    """An issue without citations."""
    return msgspec.structs.replace(
        issue, documents=tuple(with_citations(record, ()) for record in issue.documents)
    )


def with_citations(record: DocumentRecord, citations: tuple[Citation, ...]) -> DocumentRecord:
    """A document that cites these and nothing else."""
    return msgspec.structs.replace(
        record, document=msgspec.structs.replace(record.document, citations=citations)
    )


def test_the_catalogue_has_the_promised_shape(archive: Archive) -> None:
    catalog = load(archive, "catalog.json")
    assert set(catalog) >= {"publications", "issues", "documents", "citations", "cited"}
    assert [len(catalog[name]) for name in ("publications", "issues", "documents")] == [1, 2, 7]
    for document in catalog["documents"]:
        assert set(document) >= ELEMENTS | {"id", "url", "issue", "status", "words"}


def test_a_document_carries_its_elements(archive: Archive) -> None:
    document = load(archive, "catalog.json")["documents"][0]
    assert document["id"] == "yunxi/2020/1/1"
    assert document["url"] == "archive/yunxi/2020/1/1/"
    assert document["issue"] == "yunxi/2020/1"
    assert document["number"] == "云政发〔2020〕1号"
    assert document["date"] == "2020-01-08"
    assert document["effective"].items() >= {"from": "2020-02-01", "until": "2025-01-31"}.items()
    assert document["parts"][0]["kind"] == "body"
    assert "blocks" not in document["parts"][0]


def test_what_is_gone_is_listed(archive: Archive) -> None:
    moved = Permalink("yunxi/2020/1/8", to="yunxi/2020/1/1")
    retired = (moved, Permalink("yunxi/2020/1/9", withdrawn="依申请撤下"))
    catalog = load(msgspec.structs.replace(archive, permalinks=retired), "catalog.json")
    assert catalog["redirects"] == [{"from": "yunxi/2020/1/8", "to": "yunxi/2020/1/1"}]
    assert catalog["withdrawn"] == [{"id": "yunxi/2020/1/9", "reason": "依申请撤下"}]


def test_an_issue_is_listed_with_its_documents_and_how_much_was_found() -> None:
    findings = (
        Finding(1, "x", "error"),
        *[Finding(nth, "x", "warning") for nth in (2, 3)],
        *[Finding(nth, "x", "info") for nth in (4, 5, 6)],
    )
    made = small.issue(4, small.document(1), small.document(2))
    made = msgspec.structs.replace(
        made, issue=msgspec.structs.replace(made.issue, findings=findings)
    )
    catalog = make_catalog(small.archive(made, small.issue(3, small.document(1))), SERVED)
    listed = catalog.issues[0]
    assert (listed.id, listed.gazette, listed.url) == (
        "yunxi/2020/4",
        "yunxi",
        "archive/yunxi/2020/4/",
    )
    assert listed.documents == ("yunxi/2020/4/1", "yunxi/2020/4/2")
    assert listed.findings == {"error": 1, "warning": 2, "info": 3}
    assert [one.id for one in catalog.documents] == [*listed.documents, "yunxi/2020/3/1"]


def test_a_document_is_listed_with_its_status_and_its_words() -> None:
    made = date_on(
        small.archive(
            small.issue(
                4, small.document(1, effective=Effective("2020-01-01", "2021-01-01")), words=77
            )
        ),
        "2022-01-01",
    )
    (listed,) = make_catalog(made, SERVED).documents
    (held,) = made.documents
    assert held.status is not None
    assert (listed.status, listed.evidence, listed.words) == (held.status, held.evidence, 77)


def test_a_citation_is_listed_with_its_anchor_and_its_role() -> None:
    citation = Citation(
        title="甲", relation="implements", role="amends", line=7, target="x/1", anchor="art-2"
    )
    (listed,) = make_catalog(
        small.archive(small.issue(4, small.document(1, citations=(citation,)))), SERVED
    ).citations
    assert (listed.source, listed.target, listed.anchor) == ("yunxi/2020/4/1", "x/1", "art-2")
    assert (listed.relation, listed.role, listed.line) == ("implements", "amends", 7)


def test_addresses_name_files_in_a_bundle(archive: Archive) -> None:
    catalog = json.loads(dict(build_exports(archive, BUNDLED))["data/catalog.json"])
    assert catalog["documents"][0]["url"] == "archive/yunxi/2020/1/1.html"
    assert catalog["issues"][0]["url"] == "archive/yunxi/2020/1/index.html"


def test_citations_are_split_by_what_the_archive_holds(archive: Archive) -> None:
    inside = Citation(title="甲", relation="implements", line=7, target="yunxi/2019/12/1")
    outside = Citation(title="乙", number="国发〔2019〕1号", line=8)
    catalog = load(cite(archive, inside, outside, outside), "catalog.json")
    citing = ["yunxi/2020/1/1", "yunxi/2020/1/2"]
    assert catalog["citations"] == [
        {
            "from": id_,
            "target": "yunxi/2019/12/1",
            "anchor": None,
            "relation": "implements",
            "line": 7,
            "role": None,
        }
        for id_ in citing
    ]
    (cited,) = [cited for cited in catalog["cited"] if cited["title"] == "乙"]
    assert (cited["number"], cited["by"], cited["level"]) == ("国发〔2019〕1号", citing, "国家")
    assert [cited["title"] for cited in catalog["cited"]].count("乙") == 1
    held = collect_cited(cite(archive, inside, outside)).documents
    assert cited["id"] == next(entry.id for entry in held if entry.title == "乙")


@pytest.mark.parametrize("name", ["archive", "real_archive"])
def test_the_catalogue_keeps_to_its_schema(name: str, request: pytest.FixtureRequest) -> None:
    archive = request.getfixturevalue(name)
    validator(load(archive, "catalog.schema.json")).validate(load(archive, "catalog.json"))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["archive", "real_archive"])
def test_every_issue_keeps_to_its_schema(name: str, request: pytest.FixtureRequest) -> None:
    archive = request.getfixturevalue(name)
    schema = validator(load(archive, "issue.schema.json"))
    for record in archive.issues:
        schema.validate(json.loads(msgspec.json.encode(dump_issue(record.whole))))


def test_the_schema_of_the_catalogue_says_its_draft_and_what_it_is_of(archive: Archive) -> None:
    schema = load(archive, "catalog.schema.json")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "The catalogue of a gazette archive"


def test_the_schemas_refuse_what_is_wrong(archive: Archive) -> None:
    catalog = load(archive, "catalog.json")
    catalog["documents"][0]["words"] = "many"
    assert not validator(load(archive, "catalog.schema.json")).is_valid(catalog)
    issue = dump_issue(archive.issues[0].issue)
    del issue["source"]
    assert not validator(load(archive, "issue.schema.json")).is_valid(issue)


def test_public_formats_only_grow(root: Path) -> None:
    """A key that is new gets a line in the list; one that is in the list stays, under its name."""
    listed = (root / "tests/data/public_keys.txt").read_text(encoding="utf-8").splitlines()
    schemas = {
        "catalog": catalog_schema(),
        "catalog-index": index_schema(),
        "catalog-part": part_schema(),
        "text-line": text_schema(),
        "corrections": corrections_schema(),
        "document": document_schema(),
        "issue": issue_schema(),
    }
    keys = {
        f"{name} {kind}.{key}"
        for name, schema in schemas.items()
        for kind, value in schema["$defs"].items()
        for key in value.get("properties", {})
    }
    assert set(listed[1:]) - keys == set(), "programs outside the project read these keys"
    assert keys - set(listed[1:]) == set(), "add these lines"


def test_the_same_archive_gives_the_same_bytes(archive: Archive) -> None:
    first, second = dict(build_exports(archive, SERVED)), dict(build_exports(archive, SERVED))
    assert first == second
    assert [uri for uri in first if not uri.startswith("data/tables/")] == [
        "data/catalog.json", "data/catalog/yunxi/2020.json", "data/texts/yunxi/2020.jsonl.gz",
        "data/catalog/yunxi/2019.json", "data/texts/yunxi/2019.jsonl.gz", "data/catalog/index.json",
        "data/catalog.schema.json", "data/catalog-index.schema.json", "data/catalog-part.schema.json",
        "data/text-line.schema.json", "data/corrections.schema.json", "data/document.schema.json",
        "data/issue.schema.json", "data/dictionary.md", "n/云政办发.json", "n/云政发.json",
        "assets/previews/yunxi.png",
        "data/csv/gazettes.csv", "data/csv/issues.csv",
        "data/csv/documents.csv", "data/csv/cited.csv", "data/csv/citations.csv",
        "data/csv/tables.csv", "data/csv/findings.csv", "data/datapackage.json", "data/gongbao.sqlite",
    ]  # fmt: skip
    assert all(
        data.endswith(b"\n")
        for uri, data in first.items()
        if not uri.endswith((".gz", ".png", ".sqlite"))
    )


@pytest.mark.parametrize("language", list_languages())
def test_data_do_not_depend_on_the_language_of_the_site(archive: Archive, language: str) -> None:
    with speaking(language):
        data = dict(build_exports(archive, SERVED))
    assert data == dict(build_exports(archive, SERVED))


def test_chinese_stays_readable(archive: Archive) -> None:
    assert "云溪市人民政府".encode() in dict(build_exports(archive, SERVED))["data/catalog.json"]
