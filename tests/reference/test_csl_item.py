"""An item of CSL-JSON says of a document what was printed, and the public schema takes it."""

import re
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.model import Archive, Document
from generator.model.ids import read_id
from generator.reference import Cited, cite_document, csl_item
from generator.reference.csl_item import issue_mark
from tests.reference.items import HOSTILE, hostile_items, items_of, record_of

VOCABULARY = files("citeproc") / "data/schema/schemas/styles"
"""The schema of CSL 1.0.2 that citeproc-py ships; it has no JSON Schema of items."""
PROPERTY = {"id", "type", "language", "author"}
"""What an item has beside the variables of a style: the schema names authors elsewhere."""
DATES = {"accessed", "available-date", "issued", "original-date"}


def quoted(name: str) -> set[str]:
    """The words of a part of the schema."""
    return set(re.findall(r'"([^"]+)"', (VOCABULARY / name).read_text(encoding="utf-8")))


def schema_of_item() -> dict[str, Any]:
    """What CSL-JSON asks of an item, with the variables and types of the public schema."""
    day = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
    date = {
        "type": "object",
        "properties": {"date-parts": {"type": "array", "items": day, "minItems": 1, "maxItems": 2}},
        "required": ["date-parts"],
        "additionalProperties": False,
    }
    name = {"type": "object", "properties": {"literal": {"type": "string", "minLength": 1}}}
    names = {"type": "array", "items": {**name, "additionalProperties": False}, "minItems": 1}
    text = {"type": "string", "minLength": 1}
    variables = quoted("csl-variables.rnc") | PROPERTY
    types = {"type": {"enum": sorted(quoted("csl-types.rnc"))}, "author": names}
    return {
        "type": "object",
        "properties": {
            **{one: date if one in DATES else text for one in sorted(variables)},
            **types,
        },
        "required": ["id", "type"],
        "additionalProperties": False,
    }


def made(**more: Any) -> dict[str, Any]:
    """An item of a document of which this is known besides."""
    return csl_item(Cited(**{"id": "yunxi/2021/4/1", "title": "通知", "gazette": "公报"} | more))


def test_the_public_schema_takes_the_items(real_archive: Archive) -> None:
    schema = Draft202012Validator({"type": "array", "items": schema_of_item()})
    items = [*items_of(real_archive), *hostile_items()]
    assert len(items) == 41 + len(HOSTILE)
    assert [error.message for error in schema.iter_errors(items)] == []
    assert [*schema.iter_errors([{**items[0], "journal": "x"}])]


def test_an_item_has_each_value_under_its_name(real_archive: Archive) -> None:
    (item,) = [one for one in items_of(real_archive) if one["id"] == "zichuan/2021/4/1"]
    assert item == {
        "id": "zichuan/2021/4/1",
        "type": "article-magazine",
        "title": "淄川区人民政府关于公布区政府领导同志工作分工的通知",
        "container-title": "淄川区人民政府公报",
        "author": [{"literal": "淄川区人民政府"}],
        "issued": {"date-parts": [[2021]]},
        "available-date": {"date-parts": [[2022, 1, 4]]},
        "original-date": {"date-parts": [[2021, 10, 8]]},
        "number": "川政发〔2021〕3号",
        "issue": "4",
        "page": "1",
        "publisher": "淄川区人民政府办公室",
        "URL": "https://example.org/archive/zichuan/2021/4/1/",
        "language": "zh-CN",
    }


def test_what_is_not_known_is_left_out() -> None:
    keys = {"id", "type", "title", "container-title", "issued", "issue", "language"}
    assert made().keys() == keys
    undated = made(id="yunxi/s78/1", date="2021-02-30", published="2021-13")
    assert undated.keys() == keys - {"issued"}


@pytest.mark.parametrize(
    ("published", "issued", "available"),
    [
        ("2021-10-08", [2021, 10, 8], None),
        ("2021-10", [2021, 10], None),
        ("2022-01-04", [2021], [2022, 1, 4]),
    ],
)
def test_an_issue_is_dated_in_the_year_by_which_it_is_counted(
    published: str, issued: list[int], available: list[int] | None
) -> None:
    item = made(published=published)
    assert item["issued"]["date-parts"] == [issued]
    assert item.get("available-date", {}).get("date-parts", [None]) == [available]


@pytest.mark.parametrize(
    ("id_", "mark"),
    [
        ("yunxi/2021/4", "4"),
        ("yunxi/2021/3-4", "3/4"),
        ("yunxi/2021/3-5", "3-5"),
        ("yunxi/2021/z1", "增刊1"),
        ("yunxi/2021/4-z", "4增刊"),
        ("yunxi/s78", "总78"),
        ("yunxi/2021/12-shang", "12上"),
        ("yunxi/2021/12-p2", "12二"),
    ],
)
def test_an_issue_is_counted_as_a_reference_counts_it(id_: str, mark: str) -> None:
    assert issue_mark(read_id(id_).nth) == mark


@pytest.mark.parametrize(
    ("first", "last", "page"),
    [(3, 5, "3-5"), (3, 3, "3"), (3, None, "3"), (None, None, None), (3, 2, "3")],
)
def test_the_last_page_is_said_where_it_is_known(
    first: int | None, last: int | None, page: str | None
) -> None:
    assert made(first=first, last=last).get("page") == page


def test_each_issuer_is_named_once() -> None:
    record, issue = record_of(
        Document(1, (1, 9), "通知", issuer="甲局", issuers=("甲局", "乙局", "甲局"))
    )
    item = csl_item(cite_document(record, issue, "公报", ()))
    assert item["author"] == [{"literal": "甲局"}, {"literal": "乙局"}]


def test_a_character_that_no_form_can_hold_is_seen_to_be_missing() -> None:
    assert made(title="关\x00于\r\n\t某\ud800事")["title"] == "关\ufffd于 某\ufffd事"
