"""What the head of a page says of a document: what is known, and of its force only what the print proves."""

import json
from typing import Any

import pytest
from msgspec.structs import replace

from generator.model import Document, DocumentRecord, Evidence, PublicationRecord
from generator.model.validity import Status
from generator.reference import cite_document, csl_item
from generator.reference.head_values import head_of_document, head_of_gazette
from tests.reference.items import record_of

GAZETTE = PublicationRecord("yunxi", "云溪县人民政府公报")


def head(
    document: Document,
    status: Status | None = None,
    *,
    published: str | None = None,
    gazette: PublicationRecord = GAZETTE,
    **evidence: Any,
) -> dict[str, Any]:
    """The head of a document of 2021年第4期, with its JSON-LD as a value."""
    record, issue = record_of(document)
    issue = replace(issue, published=published)
    known = Evidence(None, **evidence) if status else None
    record = DocumentRecord(record.id, record.issue, document, 10, status=status, evidence=known)
    item = csl_item(cite_document(record, issue, gazette.title, ()))
    found = head_of_document(item, record, gazette, {})
    return found | {"linked_data": json.loads(f"{{{found['linked_data']}}}")}


def test_what_is_not_known_is_left_out() -> None:
    assert head(Document(1, (1, 9), "通知", date="2021-02-30")) == {
        "published": "2021",
        "issue_number": "4",
        "gazette": "云溪县人民政府公报",
        "gazette_id": "yunxi",
        "linked_data": {
            "@type": "Legislation",
            "name": "通知",
            "datePublished": "2021",
            "inLanguage": "zh-CN",
            "isPartOf": {
                "@type": "PublicationIssue",
                "issueNumber": "4",
                "datePublished": "2021",
                "isPartOf": {"@type": "Periodical", "name": "云溪县人民政府公报"},
            },
        },
    }


@pytest.mark.parametrize(
    ("status", "force"),
    [
        ("repealed", "https://schema.org/NotInForce"),
        ("expired", "https://schema.org/NotInForce"),
        ("term", None),
        ("pending", None),
        ("none", None),
        (None, None),
    ],
)
def test_force_is_said_where_the_print_proves_it(status: Status | None, force: str | None) -> None:
    data = head(Document(1, (1, 9), "通知"), status)["linked_data"]
    assert data.get("legislationLegalForce") == force


def test_no_value_has_a_character_that_no_form_can_hold() -> None:
    hostile = PublicationRecord("yunxi", "公\x00报\ud800", "某\n县")
    assert head_of_gazette(hostile) == {
        "gazette": "公\ufffd报\ufffd",
        "gazette_id": "yunxi",
        "linked_data": '"@type":"Periodical","name":"公\ufffd报\ufffd","spatialCoverage":"某 县","inLanguage":"zh-CN"',
    }


def test_the_day_of_applicability_is_one_of_the_calendar() -> None:
    document = Document(1, (1, 9), "通知")
    for start, expected in (("2021-10-08", "2021-10-08"), ("2021-02-30", None)):
        data = head(document, "term", start=start)["linked_data"]
        assert data.get("legislationDateOfApplicability") == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2022-01-04", ("2022-01-04", "2021")), ("2021-12-31", ("2021-12-31", None))],
)
def test_an_issue_that_appeared_in_another_year_is_cited_by_its_own(
    published: str, expected: tuple[str, str | None]
) -> None:
    found = head(Document(1, (1, 9), "通知"), published=published)
    assert (found["published"], found.get("cited")) == expected


@pytest.mark.parametrize(
    ("issuers", "expected"),
    [
        (("青石县人民政府",), "山东省淄博市青石县"),
        (("淄博市青石县财政局", "青石县教育局"), "山东省淄博市青石县"),
        (("国务院办公厅",), None),
        (("淄博市人民政府",), None),
        (("青石县人民政府", "山东省人民政府"), None),
        ((), None),
    ],
)
def test_the_jurisdiction_is_said_of_what_organs_of_the_place_issue(
    issuers: tuple[str, ...], expected: str | None
) -> None:
    gazette = PublicationRecord("qingshi", "青石县人民政府公报", "山东省淄博市青石县")
    data = head(Document(1, (1, 9), "通知", issuers=issuers), gazette=gazette)["linked_data"]
    assert data.get("legislationJurisdiction", {}).get("name") == expected


def test_a_gazette_without_a_region_says_no_jurisdiction() -> None:
    document = Document(1, (1, 9), "通知", issuers=("云溪县人民政府",))
    assert "legislationJurisdiction" not in head(document)["linked_data"]
