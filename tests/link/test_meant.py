"""Which document a citation means, and when one is in force: both sides of each condition."""

from typing import Literal

import msgspec
import pytest

from generator.link.resolve import resolve_archive
from generator.link.status import Repeal, find_day, find_evidence, find_repeals, last_day, status_of
from generator.link.torn_titles import complete_titles
from generator.model import (
    Archive,
    Article,
    Citation,
    Coverage,
    Document,
    DocumentRecord,
    Effective,
    Evidence,
    Issue,
    IssueRecord,
    Paragraph,
    Part,
    Publication,
    Stretch,
)

TITLE = "关于加强水利工程管理的意见"


def record(id_: str, *citations: Citation, **elements: object) -> DocumentRecord:
    """A document under an id."""
    fields = {"title": f"通知{id_}", "parts": (Part(kind="body"),), **elements}
    document = Document(sequence=1, lines=(1, 2), citations=citations, **fields)  # type: ignore[arg-type]
    return DocumentRecord(id_, id_.rpartition("/")[0], document, 1)


def enclosure(title: str, *articles: Article) -> tuple[Part, ...]:
    """A body and the instrument that it issues."""
    return (Part(kind="body"), Part(kind="enclosure", title=title, blocks=articles))


def resolved(*records: DocumentRecord) -> Archive:
    """The archive of some documents."""
    issues = {}
    for one in records:
        own = tuple(other for other in records if other.issue == one.issue)
        issue = Issue("a.txt", "", Publication("某县人民政府公报"))
        issues[one.issue] = IssueRecord(one.issue, one.gazette, issue, own)
    return resolve_archive(Archive((), tuple(issues.values())))


def target(*records: DocumentRecord) -> tuple[str | None, str | None]:
    """What the one citation of the first document means."""
    archive = resolved(*records)
    (citation,) = archive.documents[0].document.citations
    return citation.target, citation.anchor


@pytest.mark.parametrize(
    ("citing", "cited", "leads"),
    [
        ("2021-05-01", "2021-04-30", True),
        ("2021-05-01", "2021-05-01", True),
        ("2021-05-01", "2021-05-02", False),
        (None, "2021-05-02", True),
        ("2021-05-01", None, True),
    ],
)
def test_a_document_of_the_same_day_can_be_cited_and_a_later_one_cannot(
    citing: str | None, cited: str | None, *, leads: bool
) -> None:
    found = target(
        record("a/2021/1/1", Citation(title=TITLE), date=citing),
        record("a/2021/2/1", title=TITLE, date=cited),
    )
    assert (found[0] is not None) is leads


@pytest.mark.parametrize(
    ("title", "leads"), [("水利工程管理办", True), ("水利工程管理", True), ("水利工程管", False)]
)
def test_a_title_of_six_characters_leads(title: str, *, leads: bool) -> None:
    found = target(record("a/2021/1/1", Citation(title=title)), record("a/2021/2/1", title=title))
    assert (found[0] is not None) is leads


def test_of_many_the_nearest_is_meant() -> None:
    citing = record("a/2021/1/1", Citation(title=TITLE))
    near = record("a/2021/1/2", title=TITLE)
    gazette = record("a/2020/1/1", title=TITLE)
    far = record("b/2020/1/1", title=TITLE)
    assert target(citing, far, gazette, near)[0] == near.id
    assert target(citing, far, gazette)[0] == gazette.id
    assert target(citing, far)[0] == far.id
    assert target(citing, far, gazette, record("a/2020/2/1", title=TITLE))[0] is None
    assert target(citing) == (None, None)


def test_a_document_is_no_target_of_itself() -> None:
    assert target(record("a/2021/1/1", Citation(title=TITLE), title=TITLE))[0] is None


def test_an_instrument_and_its_notice_are_one() -> None:
    citing = record("a/2021/1/1", Citation(title=TITLE))
    notice = record("a/2021/2/1", title=TITLE, parts=enclosure(TITLE))
    assert target(citing, notice) == (notice.id, None)


def test_a_document_and_the_instrument_of_another_are_two() -> None:
    citing = record("a/2021/1/1", Citation(title=TITLE))
    others = (record("a/2021/2/1", title=TITLE), record("a/2021/2/2", parts=enclosure(TITLE)))
    assert target(citing, *others)[0] is None


def test_a_number_of_another_organ_is_another_document() -> None:
    held = record("a/2020/1/1", number="某发〔2020〕8号", issuer="某县水利局")
    for organ, leads in (("某省财政厅", False), ("某县水利局", True), (None, True)):
        citation = Citation(number="某发〔2020〕8号", organ=organ)
        assert (target(record("a/2021/1/1", citation), held)[0] is not None) is leads


@pytest.mark.parametrize(
    ("title", "number", "own"),
    [
        ("某县水利工程规划", None, True),
        ("某县水利工程规划", "某发〔2020〕8号", False),
        ("规划", None, True),
        ("县水利工程规划", None, False),
        ("办法", None, False),
    ],
)
def test_the_own_instrument_is_named_whole_or_by_its_kind_alone(
    title: str, number: str | None, *, own: bool
) -> None:
    issued = ("某县水利工程规划", "某县教育办法", "某县财政办法")
    parts = (Part(kind="body"), *(Part(kind="enclosure", title=name) for name in issued))
    found = target(record("a/2021/1/1", Citation(title=title, number=number), parts=parts))
    assert found == (("a/2021/1/1", "enc-1") if own else (None, None))


def test_a_short_form_of_what_stays_open_is_no_second_finding() -> None:
    short = Citation(title="意见", alias_of=TITLE, line=8)
    citing = record("a/2021/1/1", Citation(title=TITLE, line=7), short)
    others = [record(f"{gazette}/2020/1/1", title=TITLE) for gazette in "bc"]
    assert [found.line for found in resolved(citing, *others).issues[0].issue.findings] == [7]
    found = resolved(citing, others[0]).documents[0].document.citations
    assert [citation.target for citation in found] == ["b/2020/1/1"] * 2


def test_a_title_without_the_organ_before_it_is_the_same() -> None:
    citing = record("a/2021/1/1", Citation(title=TITLE))
    assert target(citing, record("a/2021/2/1", title=f"某县人民政府{TITLE}"))[0] == "a/2021/2/1"
    assert target(citing, record("a/2021/2/1", title=f"转发{TITLE}"))[0] is None


@pytest.mark.parametrize(
    ("organ", "issuer", "gazette", "leads"),
    [
        ("某县水利局", "某县水利局", "a", True),
        ("水利局", "某县水利局", "a", True),
        ("某省某县水利局", "某县水利局", "a", True),
        ("某县财政局", "某县水利局", "a", False),
        ("县政府", "某县人民政府", "a", True),
        ("县政府", "某县人民政府", "b", False),
        ("县政府", "某县水利局", "a", False),
        (None, "某县水利局", "a", True),
    ],
)
def test_the_organ_that_is_cited(
    organ: str | None, issuer: str, gazette: str, *, leads: bool
) -> None:
    cited = record(f"{gazette}/2020/1/1", title=TITLE, issuer=issuer)
    citing = record("a/2021/1/1", Citation(title=TITLE, organ=organ))
    assert (target(citing, cited)[0] is not None) is leads


@pytest.mark.parametrize(
    ("cited", "leads"),
    [
        (TITLE, True),
        ("加强水利工程管理的意见", True),
        (f"某县人民政府{TITLE}", True),
        ("某县水利办法", True),
        ("某县教育办法", False),
    ],
)
def test_a_number_counts_where_its_title_agrees(cited: str, *, leads: bool) -> None:
    number = "某政发〔2020〕8号"
    held = record("a/2020/1/1", title=TITLE, number=number, parts=enclosure("某县水利办法"))
    found = target(record("a/2021/1/1", Citation(title=cited, number=number)), held)
    assert (found[0] is not None) is leads


def test_an_article_that_is_there_twice_leads_to_the_instrument() -> None:
    citing = record("a/2021/1/1", Citation(title="某县水利工程办法", article=2))
    twice = tuple(Article(number=2, text="第二条 略") for _ in range(2))
    for articles, anchor in ((twice[:1], "art-2"), (twice, "enc"), ((), "enc")):
        held = record("a/2020/1/1", parts=enclosure("某县水利工程办法", *articles))
        assert target(citing, held) == (held.id, anchor)


def test_of_several_instruments_each_has_its_own_anchor() -> None:
    parts = (*enclosure("某县水利工程办法"), Part(kind="enclosure", title="某县教育经费办法"))
    held = record("a/2020/1/1", parts=parts)
    for nth, title in enumerate(("某县水利工程办法", "某县教育经费办法"), 1):
        found = target(record("a/2021/1/1", Citation(title=title)), held)
        assert found == (held.id, f"enc-{nth}")


def test_two_candidates_are_a_finding_and_none_is_a_target() -> None:
    citing = record("a/2021/1/1", Citation(title=TITLE, line=7))
    others = [record(f"{gazette}/2020/1/1", title=TITLE) for gazette in "bc"]
    archive = resolved(citing, *others)
    (finding,) = archive.issues[0].issue.findings
    assert (finding.line, finding.kind, finding.found) == (7, "ambiguous-citation", f"《{TITLE}》")
    assert "可能指2件文件" in finding.message


@pytest.mark.parametrize(
    ("evidence", "status"),
    [
        (Evidence("2021-05-01", by="x", by_date="2021-05-01"), "repealed"),
        (Evidence("2021-05-01", by="x", by_date="2021-05-02"), "none"),
        (Evidence("2021-05-01", by="x", by_date=None), "repealed"),
        (Evidence("2021-05-01", by="x", by_date="2021-05-02", until="2021-04-30"), "expired"),
        (Evidence("2021-05-01", until="2021-05-01"), "term"),
        (Evidence("2021-05-01", until="2021-04-30"), "expired"),
        (Evidence("2021-05-01", until="长期"), "term"),
        (Evidence("2021-05-01", start="2021-05-01"), "none"),
        (Evidence("2021-05-01", start="2021-05-02"), "pending"),
        (Evidence("2021-05-01", start="2021-05-02", until="2022-05-01"), "pending"),
        (Evidence("2021-05-01"), "none"),
    ],
)
def test_each_state_begins_on_its_day(evidence: Evidence, status: str) -> None:
    assert status_of(evidence) == status


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2021-02-31", "2021-02-28"),
        ("2020-02-30", "2020-02-29"),
        ("2021-04-30", "2021-04-30"),
        ("2021-12-31", "2021-12-31"),
        ("2021-13-01", None),
        ("2021-00-10", None),
        ("长期", None),
        (None, None),
    ],
)
def test_the_day_that_a_date_stands_for(date: str | None, day: str | None) -> None:
    assert find_day(date) == day
    assert last_day(date or "") == (day or date or "")


def test_the_earliest_of_several_repeals_counts() -> None:
    repeal = Citation(title=TITLE, relation="repeals", target="a/2020/1/1")
    late = record("a/2022/1/1", repeal, date="2022-01-01")
    early = record("a/2021/1/1", repeal, date="2021-12-01", effective=Effective("2021-12-31"))
    undated = record("a/2019/1/1", repeal)
    own = record("a/2020/1/1", repeal, date="2000-01-01")
    cites = record(
        "a/2018/1/1", msgspec.structs.replace(repeal, relation="cites"), date="2001-01-01"
    )
    article = record(
        "a/2017/1/1", msgspec.structs.replace(repeal, anchor="art-1"), date="2001-01-01"
    )
    expected = {"a/2020/1/1": Repeal(early.id, "2021-12-31")}
    for order in ((late, early, undated), (undated, early, late), (early, late, undated)):
        assert find_repeals((*order, own, cites, article)) == expected
    assert find_repeals((undated, late)) == {"a/2020/1/1": Repeal(late.id, "2022-01-01")}


HELD = {"a": Coverage("2021-01-01", 1), "b": Coverage("2021-03-01", 1)}
"""How far the gazettes of these documents are held."""


def test_a_repeal_is_evidence_with_its_day() -> None:
    held = record("a/2020/1/1", effective=Effective("2020-01-01", "2025-01-01"))
    plain = find_evidence(held, None, HELD)
    assert (plain.start, plain.until, plain.by) == ("2020-01-01", "2025-01-01", None)
    repealed = find_evidence(held, Repeal("b/2021/1/1", "2021-01-01"), HELD)
    assert (repealed.by, repealed.by_date, repealed.until) == (
        "b/2021/1/1",
        "2021-01-01",
        "2025-01-01",
    )
    assert (repealed.as_of, repealed.by_as_of) == ("2021-01-01", "2021-03-01")


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("某县水利工程办法", True),
        ("某县水利工办法", False),
        ("某县水利督管理办法", True),
        ("某县水设监督管理办法", False),
        ("某县水利工程建设办法", True),
        ("某县水利工程建设监法", False),
        ("某县水利工程建设监督管理法", False),
        ("某县水利工程建设甲乙办法", False),
        ("某县水利工程建设监督管理办法", False),
        ("某县水电工程监督管理办法", False),
    ],
)
def test_a_torn_title_is_whole_where_one_title_fits(torn: str, *, whole: bool) -> None:
    full = "某县水利工程建设监督管理办法"
    other = Document(1, (1, 9), full)
    citing = Document(2, (10, 19), "通知", citations=(Citation(title=torn, line=11),))
    issue = Issue("a.txt", "", Publication("公报"), documents=(other, citing))
    made = complete_titles(issue, {(2, 0)})
    (citation,) = made.documents[1].citations
    assert (citation.title == full and torn != full) is whole
    assert len(made.findings) == whole
    assert complete_titles(issue, set()) == issue


@pytest.mark.parametrize(
    ("others", "whole"),
    [
        (("某县水利工程建设监督管理办法",), True),
        (("某县水利工程建设监督管理办法", "某县水利工程质量监督管理办法"), False),
        (("某县水利工程建设监督管理办法", "某县水利工程监督管理办法"), False),
        ((), False),
    ],
)
def test_a_torn_title_stays_where_two_fit_or_where_it_is_one_itself(
    others: tuple[str, ...], *, whole: bool
) -> None:
    citation = Citation(title="某县水利工程监督管理办法", line=11)
    citing = Document(1, (10, 19), "通知", citations=(citation,))
    titles = (Document(nth, (nth, nth), title) for nth, title in enumerate(others, 2))
    issue = Issue("a.txt", "", Publication("公报"), documents=(citing, *titles))
    assert len(complete_titles(issue, {(1, 0)}).findings) == whole


def test_the_sentence_of_the_end_is_quoted_before_that_of_the_beginning() -> None:
    texts = ("自2020年1月1日起施行。", "有效期至2025年1月1日。")
    blocks = tuple(Paragraph(text=text, lines=(nth,)) for nth, text in enumerate(texts, 3))
    at: dict[Literal["from", "until"], Stretch] = {
        "from": Stretch(0, 0, 0, 14),
        "until": Stretch(0, 1, 0, 14),
    }
    parts = (Part(kind="body", blocks=blocks),)
    held = record("a/2020/1/1", parts=parts, effective=Effective("2020-01-01", "2025-01-01", at))
    found = find_evidence(held, None, HELD)
    assert (found.sentence, found.line, found.place) == (texts[1], 4, (0, 1))
    only = Effective("2020-01-01", None, {"from": at["from"]})
    held = record("a/2020/1/1", parts=parts, effective=only)
    assert find_evidence(held, None, HELD).sentence == texts[0]
