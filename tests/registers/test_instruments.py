"""What documents issue, as entries of their own."""

from generator.model import Archive, Part
from generator.registers.instruments import Instrument, kinds_of, list_instruments
from tests.pages.small import document

PARTS = (
    Part("body"),
    Part("enclosure", title="甲管理办法(试行)"),
    Part("enclosure"),
    Part("enclosure", title="乙会议制度"),
    Part("attachment", label="附件1", title="丙分工方案"),
)


def test_each_part_that_is_issued_and_has_a_title_is_one() -> None:
    assert list_instruments(document(1, parts=PARTS)) == (
        Instrument("甲管理办法(试行)", "办法", 1, "enc-1"),
        Instrument("乙会议制度", "制度", 3, "enc-3"),
    )


def test_a_document_is_found_under_its_own_kind_and_those_of_what_it_issues() -> None:
    assert kinds_of(document(1, kind="通知", parts=PARTS)) == ("通知", "办法", "制度")
    assert kinds_of(document(1, kind="办法", parts=PARTS)) == ("办法", "制度")
    assert kinds_of(document(1)) == ()


def test_the_samples_issue_what_their_text_says_they_issue(real_archive: Archive) -> None:
    """A citation that says 印发 is the evidence: each leads to a part that is listed."""
    issued = [
        (record.id, one)
        for record in real_archive.documents
        for one in list_instruments(record.document)
    ]
    said = {
        (record.id, citation.anchor)
        for record in real_archive.documents
        for citation in record.document.citations
        if citation.relation == "issues"
    }
    assert {(id_, one.anchor) for id_, one in issued} == said
    assert len(issued) == 32
    assert [one.kind for _, one in issued].count("方案") == 13
