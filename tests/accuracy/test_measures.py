"""What is measured of an issue: the same reading is right everywhere, each slip lowers its own figure."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from generator.accuracy import Truth, measure_accuracy
from generator.model import Issue, Measure
from generator.model.codec import dump_issue, load_issue
from tests.fixtures.demo_archive import demo_issue

Plain = dict[str, Any]


def truth_of(issue: Issue) -> Truth:
    """The truth of an issue that was read without a fault."""
    plain = dump_issue(issue)
    documents = [
        {**document, "seq": document["sequence"], **structure(document)}
        for document in plain["documents"]
    ]
    citations = [
        {**cited, "doc": document["sequence"]}
        for document in plain["documents"]
        for cited in document["citations"]
    ]
    return msgspec.convert(
        {
            "source": issue.source,
            "issue": {**plain, "publication": plain["publication"]["title"]},
            "contents": plain["contents"],
            "documents": documents,
            "citations": citations,
            "continuations": joined(plain),
            "repairs": [
                finding for finding in plain["findings"] if finding["kind"] == "font-encoding"
            ],
            "anomalies": [
                finding for finding in plain["findings"] if finding["kind"] == "impossible-date"
            ],
        },
        Truth,
    )


def structure(document: Plain) -> Plain:
    """Headings, parts, articles, tables and rosters of a document as a truth lists them."""
    blocks = [block for part in document["parts"] for block in part["blocks"]]
    tables = [block for block in blocks if block["type"] == "table" and block["lines"]]
    rosters = [block for block in blocks if block["type"] == "roster" and block["lines"]]
    return {
        "lines": [document["lines"][0], document["lines"][-1]],
        "headings": [{"text": text} for block in blocks if (text := heading(block))],
        "enclosures": [
            {"title": part["title"]} for part in document["parts"] if part["kind"] == "enclosure"
        ],
        "attachments": [
            {"title": part["title"]} for part in document["parts"] if part["kind"] == "attachment"
        ],
        "articles": [[block["number"]] * 2 for block in blocks if block["type"] == "article"],
        "tables": [
            {
                "lines": [block["lines"][0], block["lines"][-1]],
                "rows": len(block["rows"]),
                "columns": len(block["rows"][0]),
                "header": [cell for row in block["header"] for cell in row][
                    -len(block["rows"][0]) :
                ],
            }
            for block in tables
        ],
        "rosters": [
            {
                "lines": [block["lines"][0], block["lines"][-1]],
                "persons": sum(len(group["members"]) for group in block["groups"]),
            }
            for block in rosters
        ],
    }


def heading(block: Plain) -> str | None:
    """The text of a heading, with its enumerator when it is run in."""
    if block["type"] == "heading":
        return block["text"] if block["kind"] not in ("title", "caption") else None
    lead = block.get("lead")
    return block["text"][: block["text"].index(lead) + len(lead)] if lead else None


def joined(plain: Plain) -> list[int]:
    """Every line that a block or element goes on with."""
    spans = [
        lines
        for document in plain["documents"]
        for lines in (
            *(block["lines"] for part in document["parts"] for block in part["blocks"]),
            *document["at"].values(),
            *(part["at"] for part in document["parts"]),
        )
    ]
    return sorted({line for lines in spans for line in sorted(set(lines))[1:]})


def values_by_name(issue: Issue, truth: Truth) -> dict[str, float]:
    """The figures by name, each as one number."""
    return {figure.name: figure.value for figure in measure_accuracy(truth, issue)}


@pytest.fixture(scope="module")
def issue() -> Issue:
    return demo_issue("2020-01.yml")


@pytest.fixture(scope="module")
def truth(issue: Issue) -> Truth:
    return truth_of(issue)


def test_the_same_reading_is_right_everywhere(issue: Issue, truth: Truth) -> None:
    figures = values_by_name(issue, truth)
    assert {name for name, value in figures.items() if value != 1} == set()
    assert {
        "documents",
        "headings",
        "articles",
        "table.shape",
        "roster.persons",
        "continuations",
    } <= set(figures)


def other_title(plain: Plain) -> None:
    plain["documents"][0]["title"] += "错"


def lost_document(plain: Plain) -> None:
    del plain["documents"][2]


def other_date(plain: Plain) -> None:
    plain["documents"][1]["date"] = "1999-01-01"


def other_validity(plain: Plain) -> None:
    plain["documents"][0]["effective"]["until"] = None


def lost_entry(plain: Plain) -> None:
    del plain["contents"][0]


def lost_row(plain: Plain) -> None:
    block = next(
        block for block in all_blocks(plain) if block["type"] == "table" and block["lines"]
    )
    block["rows"] = block["rows"][1:]


def lost_person(plain: Plain) -> None:
    block = next(
        block for block in all_blocks(plain) if block["type"] == "roster" and block["lines"]
    )
    block["groups"] = block["groups"][1:]


def lost_article(plain: Plain) -> None:
    for part in plain["documents"][0]["parts"]:
        part["blocks"] = [block for block in part["blocks"] if block.get("number") != 3]


def other_heading(plain: Plain) -> None:
    next(
        block for block in all_blocks(plain) if block["type"] == "heading" and block["kind"] == "1"
    )["text"] = "错"


def no_findings(plain: Plain) -> None:
    plain["findings"] = []


def joined_line(plain: Plain) -> None:
    block = next(
        block
        for block in all_blocks(plain)
        if block["type"] == "paragraph" and len(block["lines"]) == 1
    )
    block["lines"] = [*block["lines"], 999]


def all_blocks(plain: Plain) -> list[Plain]:
    return [
        block
        for document in plain["documents"]
        for part in document["parts"]
        for block in part["blocks"]
    ]


@pytest.mark.parametrize(
    ("slip", "lowered"),
    [
        (other_title, {"documents", "document.title"}),
        (other_date, {"document.date"}),
        (other_validity, {"document.effective"}),
        (lost_entry, {"contents"}),
        (lost_row, {"table.shape"}),
        (lost_person, {"roster.persons"}),
        (lost_article, {"articles"}),
        (other_heading, {"headings"}),
        (no_findings, {"anomalies", "repairs.font-encoding"}),
        (joined_line, {"continuations"}),
    ],
)
def test_each_slip_lowers_its_own_figure(
    issue: Issue, truth: Truth, slip: Callable[[Plain], None], lowered: set[str]
) -> None:
    plain = msgspec.json.decode(msgspec.json.encode(issue))
    slip(plain)
    assert {
        name for name, value in values_by_name(load_issue(plain), truth).items() if value != 1
    } == lowered


def test_a_document_that_was_not_found_is_wrong_in_each_element(issue: Issue, truth: Truth) -> None:
    plain = msgspec.json.decode(msgspec.json.encode(issue))
    lost_document(plain)
    figures = {figure.name: figure for figure in measure_accuracy(truth, load_issue(plain))}
    documents = figures["documents"]
    assert isinstance(documents, Measure)
    assert (documents.true, documents.found, documents.hits) == (5, 4, 4)
    assert figures["document.title"].hits == 4
