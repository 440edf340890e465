"""Citations of many documents → the one that they mean, or none."""

from typing import Any

import msgspec
import pytest

from generator.link import resolve_archive
from generator.model import (
    Archive,
    Article,
    Citation,
    Document,
    DocumentRecord,
    Issue,
    IssueRecord,
    Part,
    Publication,
)


def record(
    id_: str,
    citations: tuple[Citation, ...] = (),
    instruments: tuple[str, ...] = (),
    **elements: Any,
) -> DocumentRecord:
    parts = (Part(kind="body"), *(Part(kind="enclosure", title=title) for title in instruments))
    title = elements.pop("title", "某县人民政府关于第一件事的通知")
    document = Document(
        sequence=1, lines=(1, 2), title=title, parts=parts, citations=citations, **elements
    )
    return DocumentRecord(id_, id_.rsplit("/", 1)[0], document, 1)


def archive(*records: DocumentRecord) -> Archive:
    issues = []
    for id_ in dict.fromkeys(entry.issue for entry in records):
        own = tuple(entry for entry in records if entry.issue == id_)
        issue = Issue("a.txt", "", Publication("某县人民政府公报"))
        issues.append(IssueRecord(id_, id_.split("/")[0], issue, own))
    return resolve_archive(Archive((), tuple(issues)))


def first_citation(resolved: Archive) -> Citation:
    return resolved.issues[0].documents[0].document.citations[0]


def test_a_number_leads_to_its_document_across_gazettes() -> None:
    citing = record("a/2021/1/1", (Citation(number="某政发〔2020〕8号"),), date="2021-01-02")
    cited = record("b/2020/5/3", number="某政发〔2020〕8号", date="2020-05-01")
    assert first_citation(archive(citing, cited)).target == "b/2020/5/3"


def test_the_same_number_in_two_places_gives_no_target_and_a_finding() -> None:
    citing = record("a/2021/1/1", (Citation(number="临政发〔2020〕8号", line=7),))
    others = [record(f"{place}/2020/5/3", number="临政发〔2020〕8号") for place in ("b", "c")]
    resolved = archive(citing, *others)
    assert first_citation(resolved).target is None
    findings = resolved.issues[0].issue.findings
    assert [(finding.line, finding.kind) for finding in findings] == [(7, "ambiguous-citation")]


def test_of_two_places_the_own_gazette_wins() -> None:
    citing = record("b/2021/1/1", (Citation(number="临政发〔2020〕8号"),))
    others = [record(f"{place}/2020/5/3", number="临政发〔2020〕8号") for place in ("b", "c")]
    assert first_citation(archive(citing, *others)).target == "b/2020/5/3"


def test_a_number_of_another_prefix_is_another_document() -> None:
    citing = record("a/2021/1/1", (Citation(number="某政办发〔2020〕8号"),))
    assert (
        first_citation(archive(citing, record("a/2020/5/3", number="某政发〔2020〕8号"))).target
        is None
    )


@pytest.mark.parametrize(
    ("number", "leads"),
    [
        ("某政发〔2020〕2号", False),
        ("某政发〔2020〕3号", True),
        ("某政发〔2020〕4号", False),
        ("某政发〔2020〕6号", True),
        ("某政发〔2020〕7号", True),
        ("某政发〔2020〕8号", True),
        ("某政发〔2020〕9号", False),
        ("某政发〔2019〕7号", False),
    ],
)
def test_each_number_of_several_leads_to_the_document(number: str, leads: bool) -> None:  # noqa: FBT001 - a parameter
    citing = record("a/2021/1/1", (Citation(number=number),), date="2021-01-02")
    cited = record("a/2020/5/3", number="某政发〔2020〕3、6—8号", date="2020-05-01")
    target = first_citation(archive(citing, cited)).target
    assert target == ("a/2020/5/3" if leads else None)


def test_a_title_leads_to_the_instrument_that_a_document_issues() -> None:
    citing = record(
        "a/2021/1/1", (Citation(title="某县农村公路管理办法(试行)"),), date="2021-01-02"
    )
    cited = record("a/2020/5/3", instruments=("某县农村公路管理办法",), date="2020-05-01")
    citation = first_citation(archive(citing, cited))
    assert (citation.target, citation.anchor) == ("a/2020/5/3", "enc")


def test_nothing_cites_a_later_document() -> None:
    citing = record("a/2019/1/1", (Citation(title="某县农村公路管理办法"),), date="2019-01-02")
    cited = record("a/2020/5/3", instruments=("某县农村公路管理办法",), date="2020-05-01")
    assert first_citation(archive(citing, cited)).target is None


def test_the_kind_alone_means_the_own_instrument() -> None:
    citing = record(
        "a/2021/1/1", (Citation(title="规划"),), instruments=("某县教育规划", "某县教育经费办法")
    )
    citation = first_citation(archive(citing))
    assert (citation.target, citation.anchor) == ("a/2021/1/1", "enc-1")


def test_a_title_that_contradicts_the_number_is_no_evidence() -> None:
    citing = record(
        "a/2021/1/1", (Citation(title="某县关于防火的意见", number="某政发〔2020〕8号"),)
    )
    cited = record("a/2020/5/3", number="某政发〔2020〕8号", title="某县人民政府关于防汛的通知")
    assert first_citation(archive(citing, cited)).target is None


def test_an_article_of_an_instrument_leads_to_its_anchor() -> None:
    citing = record("a/2021/1/1", (Citation(title="某县农村公路管理办法", article=12),))
    cited = record("a/2020/5/3", instruments=("某县农村公路管理办法",))
    blocks = (
        Article(number=12, text="第十二条 略"),
        Article(number=12, insertion=1, text="第十二条之一 略"),
    )
    part = msgspec.structs.replace(cited.document.parts[1], blocks=blocks)
    document = msgspec.structs.replace(cited.document, parts=(cited.document.parts[0], part))
    citation = first_citation(archive(citing, msgspec.structs.replace(cited, document=document)))
    assert (citation.target, citation.anchor) == ("a/2020/5/3", "art-12")


def test_an_article_that_the_target_lacks_leads_to_the_instrument() -> None:
    citing = record("a/2021/1/1", (Citation(title="某县农村公路管理办法", article=99),))
    cited = record("a/2020/5/3", instruments=("某县农村公路管理办法",))
    assert first_citation(archive(citing, cited)).anchor == "enc"


def test_a_short_form_means_what_it_stands_for() -> None:
    full = Citation(title="某县农村公路管理办法", number="某政发〔2020〕8号")
    citing = record("a/2021/1/1", (full, Citation(title="办法", alias_of="某县农村公路管理办法")))
    cited = record("a/2020/5/3", number="某政发〔2020〕8号", instruments=("某县农村公路管理办法",))
    resolved = archive(citing, cited).issues[0].documents[0].document.citations
    assert [citation.target for citation in resolved] == ["a/2020/5/3", "a/2020/5/3"]


def test_a_short_form_does_not_stand_for_another_short_form() -> None:
    """《办法》 means the citation with a number, not the short form with the same title above it."""
    citing = record(
        "a/2021/1/1",
        (
            Citation(title="公路管理办法", alias_of="某省公路管理办法"),
            Citation(title="公路管理办法", number="某政发〔2020〕8号"),
            Citation(title="办法", alias_of="公路管理办法"),
        ),
    )
    cited = record("a/2020/5/3", number="某政发〔2020〕8号", instruments=("某县农村公路管理办法",))
    resolved = archive(citing, cited).issues[0].documents[0].document.citations
    assert [citation.target for citation in resolved] == [None, "a/2020/5/3", "a/2020/5/3"]


@pytest.mark.parametrize(
    ("title", "number", "leads"),
    [
        ("某省用水办法", "某省人民政府令第25号", True),
        ("某省用水办法", "省政府令第25号", True),
        ("某省用水办法", "令第25号", True),
        ("某省用水办法", "某省人民政府令第26号", False),
        ("某省用水办法", "某省人民政府公告第25号", False),
        ("某省供水办法", "某省人民政府令第25号", False),
        (None, "某省人民政府令第25号", True),
        (None, "某市人民政府令第25号", False),
        (None, "某省人民政府令第26号", False),
    ],
)
def test_the_number_of_an_order(title: str | None, number: str, leads: bool) -> None:  # noqa: FBT001 - a parameter
    citing = record("a/2021/1/1", (Citation(title=title, number=number),), date="2021-01-02")
    order = record(
        "b/2020/5/3", instruments=("某省用水办法",), title="某省人民政府令", number="第25号", issuer="某省人民政府",
    )  # fmt: skip
    citation = first_citation(archive(citing, order))
    assert (citation.target, citation.anchor) == (
        ("b/2020/5/3", "enc" if title else None) if leads else (None, None)
    )


def test_an_announcement_by_year() -> None:
    order = record("b/2019/5/3", title="某部公告", number="2019年第38号", issuer="某部")
    found = {
        number: first_citation(
            archive(record("a/2021/1/1", (Citation(number=number),)), order)
        ).target
        for number in ("某部公告2019年第38号", "某部公告2018年第38号", "某部令第38号")
    }
    assert found == {
        "某部公告2019年第38号": "b/2019/5/3",
        "某部公告2018年第38号": None,
        "某部令第38号": None,
    }


FLOOD = "某县人民政府关于防汛的通知"


def test_a_document_that_two_issues_print_is_one_with_two_printings() -> None:
    citing = record("a/2021/9/1", (Citation(number="某政发〔2020〕8号"),), date="2021-09-02")
    later = record("a/2020/6/3", number="某政发〔2020〕8号", title=FLOOD, date="2020-05-02")
    first = record("a/2020/5/3", number="某政发〔2020〕8号", title=FLOOD, date="2020-05-01")
    resolved = archive(citing, later, first)
    citation = first_citation(resolved)
    assert citation.target == "a/2020/5/3"
    assert citation.candidates == ("a/2020/5/3", "a/2020/6/3")
    assert resolved.issues[0].issue.findings == ()


def test_a_printing_in_the_own_issue_comes_first() -> None:
    citing = record("a/2020/6/1", (Citation(number="某政发〔2020〕8号"),))
    later = record("a/2020/6/3", number="某政发〔2020〕8号", title=FLOOD)
    first = record("a/2020/5/3", number="某政发〔2020〕8号", title=FLOOD)
    citation = first_citation(archive(citing, later, first))
    assert citation.target == "a/2020/6/3"
    assert citation.candidates == ("a/2020/6/3", "a/2020/5/3")


def test_a_document_does_not_cite_its_own_printing() -> None:
    citing = record(
        "a/2020/6/1", (Citation(number="某政发〔2020〕8号"),), number="某政发〔2020〕8号"
    )
    first = record("a/2020/5/3", number="某政发〔2020〕8号")
    assert first_citation(archive(citing, first)).target is None


def test_two_documents_of_one_number_are_no_printings() -> None:
    citing = record("a/2021/9/1", (Citation(number="某政发〔2020〕8号", line=7),))
    one = record("a/2020/6/3", number="某政发〔2020〕8号", title=FLOOD)
    other = record("a/2020/5/3", number="某政发〔2020〕8号", title="某县人民政府关于防火的通知")
    resolved = archive(citing, one, other)
    citation = first_citation(resolved)
    assert citation.target is None
    assert citation.candidates == ("a/2020/6/3", "a/2020/5/3")
    assert [finding.kind for finding in resolved.issues[0].issue.findings] == ["ambiguous-citation"]


@pytest.mark.parametrize(("date", "target"), [("2020-05-01", "b/2020/6/3"), ("2020-05-02", None)])
def test_in_two_gazettes_printings_have_one_date(date: str, target: str | None) -> None:
    """Two places can have one sign: 临政发."""
    citing = record("c/2021/9/1", (Citation(number="临政发〔2020〕8号"),))
    one = record(
        "a/2020/5/3", number="临政发〔2020〕8号", title="关于防汛的通知", date="2020-05-01"
    )
    other = record("b/2020/6/3", number="临政发〔2020〕8号", title="关于防汛的通知", date=date)
    assert first_citation(archive(citing, one, other)).target == target


@pytest.mark.parametrize(("date", "target"), [("2020-05-01", "a/2020/5/3"), ("2021-05-01", None)])
def test_announcements_that_are_counted_anew_each_year_are_no_printings(
    date: str, target: str | None
) -> None:
    citing = record("a/2021/9/1", (Citation(number="某县人民政府公告第3号"),))
    prints = [
        record(id_, number="第3号", title="某县人民政府公告", issuer="某县人民政府", date=day)
        for id_, day in (("a/2021/6/3", date), ("a/2020/5/3", "2020-05-01"))
    ]
    assert first_citation(archive(citing, *prints)).target == target


def test_an_instrument_that_two_issues_print_is_one() -> None:
    citing = record("a/2021/9/1", (Citation(title="某县农村公路管理办法"),))
    prints = [
        record(
            f"a/2020/{issue}/3", instruments=("某县农村公路管理办法",), number="某政发〔2020〕8号"
        )
        for issue in (6, 5)
    ]
    citation = first_citation(archive(citing, *prints))
    assert (citation.target, citation.anchor) == ("a/2020/5/3", "enc")
    assert citation.candidates == ("a/2020/5/3", "a/2020/6/3")


@pytest.mark.parametrize(("cited", "printed"), [("98", "1998"), ("1998", "98"), ("05", "2005")])
def test_a_year_of_two_figures_is_that_of_four(cited: str, printed: str) -> None:
    citing = record("a/2021/9/1", (Citation(number=f"某政发〔{cited}〕8号"),))
    held = record("a/2000/5/3", number=f"某政发〔{printed}〕8号")
    assert first_citation(archive(citing, held)).target == "a/2000/5/3"


def test_organs_that_announce_together_are_found_by_the_first() -> None:
    citing = record("a/2021/9/1", (Citation(number="财政部税务总局公告2019年第39号"),))
    held = record("a/2019/5/3", number="2019年第39号", title="财政部税务总局公告", issuer="财政部")
    assert first_citation(archive(citing, held)).target == "a/2019/5/3"
