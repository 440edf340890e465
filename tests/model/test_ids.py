"""Ids in their parts, and what an issue says of itself."""

import pytest

from generator.model import ContentsEntry, Issue, IssueRecord, Publication
from generator.model.ids import Id, issue_id, read_id
from generator.permanence.ledger import ID


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


@pytest.mark.parametrize(
    "text",
    [
        "yunxi/2021/3-4", "yunxi/2021/z", "yunxi/2021/z1/2", "yunxi/2021/4-z", "yunxi/2021/4-z2/5", "yunxi/2021/3-4-zk",
        "yunxi/2021/s78/3", "yunxi/s78", "yunxi/s78/4", "yunxi/2021/s27-28", "yunxi/2021/tk3/1", "yunxi/2021/hw",
        "yunxi/2021/12-shang", "yunxi/2021/12-xia/3", "yunxi/2021/12-p2", "yunxi/2021/3-4-zhong/1", "yunxi/2021/z1-xia",
        "yunxi/2021/4-z-shang", "yunxi/s78-xia/2", "yunxi/2021/s78-p10",
    ],
)  # fmt: skip
def test_an_issue_that_counts_otherwise_has_an_id_of_its_own(text: str) -> None:
    id_ = read_id(text)
    assert str(id_) == text
    assert id_.is_document is not id_.is_issue
    assert ID.fullmatch(text)


@pytest.mark.parametrize(
    "text",
    ["yunxi/2021/q1", "yunxi/2021/1-2-3", "yunxi/2021/-", "yunxi/2021/z-1", "yunxi/2021/4-s", "yunxi/2021/", "yunxi/x",
     "yunxi/2021", "yunxi/2021/4/1/1", "yunxi/2021/3-4-", "yunxi/2021/s", "yunxi/2021/shang",
     "yunxi/2021/12-p0", "yunxi/2021/12-p", "yunxi/2021/12-p100",
     "yunxi/2021/12-shang-xia", "yunxi/2021/12-shang-z"],
)  # fmt: skip
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_id(text)
    assert not ID.fullmatch(text)


def test_ids_are_in_the_order_of_the_issues() -> None:
    ordered = ["a", "a/s78", "a/2020/12", "a/2021/2", "a/2021/3-4", "a/2021/3-4/1", "a/2021/4-z", "a/2021/5",
               "a/2021/9/1", "a/2021/9-shang", "a/2021/9-shang/2", "a/2021/9-zhong", "a/2021/9-xia", "a/2021/9-p1",
               "a/2021/9-p10",
               "a/2021/9-z", "a/2021/10", "a/2021/z", "a/2021/z1", "a/2021/z2/3", "a/2021/zk1", "b/2021/1"]  # fmt: skip
    assert [str(id_) for id_ in sorted(map(read_id, reversed(ordered)))] == ordered


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
