"""Ids in their parts, and what an issue says of itself."""

import pytest

from generator.model import ContentsEntry, Issue, IssueRecord, Publication
from generator.model.ids import Id, issue_id, read_id


@pytest.mark.parametrize(
    ("text", "gazette", "issue", "document"),
    [
        ("yunxi", True, False, False),
        ("yunxi/2021/4", False, True, False),
        ("yunxi/2021/4/12", False, False, True),
    ],
)
def test_an_id_names_one_thing(text: str, *, gazette: bool, issue: bool, document: bool) -> None:
    id_ = read_id(text)
    assert (id_.is_gazette, id_.is_issue, id_.is_document) == (gazette, issue, document)
    assert str(id_) == text


def test_the_id_of_an_issue_and_of_its_documents() -> None:
    assert read_id("yunxi/2021/4/12").issue == read_id("yunxi/2021/4") == issue_id("yunxi", 2021, 4)
    assert str(read_id("yunxi/2021/4/12").document(3)) == "yunxi/2021/4/3"
    assert read_id("yunxi").issue == Id("yunxi")
    assert read_id("yunxi/2021/10") > read_id("yunxi/2021/9/1")


def test_a_doubted_date_counts_for_nothing_and_is_shown() -> None:
    contents = (ContentsEntry(title="甲", document=1), ContentsEntry(title="乙"))
    issue = Issue(
        "a.txt",
        "",
        Publication("公报"),
        year=2021,
        number=4,
        published="2021-05-01",
        contents=contents,
    )
    plain = IssueRecord("yunxi/2021/4", "yunxi", issue, ())
    assert (plain.year, plain.published) == (2021, "2021-05-01")
    assert [entry.title for entry in plain.missing] == ["乙"]
    doubted = IssueRecord("yunxi/2021/4", "yunxi", issue, (), doubted=frozenset({"year"}))
    assert (doubted.year, doubted.published, doubted.issue.year) == (None, "2021-05-01", 2021)
