"""时效: evidence and nothing else, for the day to which the gazette is held."""

import pytest

from generator.link.status import date_archive, last_day
from generator.model import (
    Archive,
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
)
from generator.parse.document.effective import read_effective
from tests.fixtures.dated import date_on


def dated(*documents: Document, as_of: str = "2022-01-04") -> tuple[DocumentRecord, ...]:
    numbered = enumerate(documents, 1)
    records = tuple(
        DocumentRecord(f"a/2021/1/{nth}", "a/2021/1", document, 1) for nth, document in numbered
    )
    issue = Issue("a.txt", "", Publication("某县人民政府公报"))
    return date_on(Archive((), (IssueRecord("a/2021/1", "a", issue, records),)), as_of).documents


def document(text: str, date: str = "2021-04-19", *citations: Citation) -> Document:
    blocks = (Paragraph(text="略。", lines=(3,)), Paragraph(text=text, lines=(9,)))
    part = Part(kind="body", blocks=blocks)
    effective = read_effective([part], date)[0]
    return Document(
        1, (1, 9), "某县规定", date=date, effective=effective, parts=(part,), citations=citations
    )


@pytest.mark.parametrize(
    ("text", "as_of", "status", "until"),
    [
        ("本规定自公布之日起施行，有效期至2026年4月18日。", "2022-01-04", "term", "2026-04-18"),
        ("本规定自公布之日起施行，有效期至2026年4月18日。", "2026-04-18", "term", "2026-04-18"),
        ("本规定自公布之日起施行，有效期至2026年4月18日。", "2026-04-19", "expired", "2026-04-18"),
        ("本办法自发布之日起施行，有效期为2年。", "2023-04-19", "expired", "2023-04-18"),
        (
            "本规定自2021年12月1日起施行，有效期至2022年11月31日。",
            "2022-11-30",
            "term",
            "2022-11-31",
        ),
        (
            "本规定自2021年12月1日起施行，有效期至2022年11月31日。",
            "2022-12-01",
            "expired",
            "2022-11-31",
        ),
        ("本规定自公布之日起30日后施行。", "2021-05-01", "pending", None),
        ("本规定自公布之日起30日后施行。", "2021-06-01", "none", None),
        ("各单位要认真组织实施。", "2050-01-01", "none", None),
    ],
)
def test_status_on_a_day(text: str, as_of: str, status: str, until: str | None) -> None:
    (record,) = dated(document(text), as_of=as_of)
    assert record.status == status
    assert record.evidence is not None
    assert (record.evidence.as_of, record.evidence.until) == (as_of, until)


def test_the_evidence_is_the_sentence_with_its_place() -> None:
    (record,) = dated(
        document(
            "各单位照此办理。本规定自公布之日起施行，有效期至2026年4月18日。此前规定继续有效。"
        )
    )
    assert record.evidence is not None
    assert record.evidence.sentence == "本规定自公布之日起施行，有效期至2026年4月18日。"
    assert (record.evidence.line, record.evidence.place) == (9, (0, 1))


@pytest.mark.parametrize(
    ("anchor", "status"),
    [(None, "repealed"), ("enc", "repealed"), ("enc-2", "none"), ("art-3", "none")],
)
def test_a_held_document_repeals_another_as_a_whole(anchor: str | None, status: str) -> None:
    citation = Citation(title="某县规定", relation="repeals", target="a/2021/1/1", anchor=anchor)
    old, _ = dated(document("略"), document("《某县规定》同时废止。", "2021-10-01", citation))
    assert old.status == status
    assert (old.evidence and old.evidence.by) == ("a/2021/1/2" if status == "repealed" else None)


def test_a_repeal_of_a_later_day_is_none_yet() -> None:
    citation = Citation(title="某县规定", relation="repeals", target="a/2021/1/1")
    repealing = document("略", "2021-10-01", citation)
    assert dated(document("略"), repealing, as_of="2021-09-30")[0].status == "none"


def gazettes(repealing_day: str, until: str | None = None, *, doubted: bool = False) -> Archive:
    """An old document of gazette a, and one of gazette b that repeals it."""
    old = Document(1, (1, 9), "某县规定", date="2017-01-01", effective=Effective(None, until))
    citation = Citation(title="某县规定", relation="repeals", target="a/2017/1/1")
    new = Document(1, (1, 9), "决定", date=repealing_day, citations=(citation,))
    issue = Issue("a.txt", "", Publication("公报"))
    records = []
    for id_, one, is_doubted in (("b/2021/1", new, doubted), ("a/2017/1", old, False)):
        record = DocumentRecord(f"{id_}/1", id_, one, 1, doubted=is_doubted)
        records.append(IssueRecord(id_, id_[0], issue, (record,)))
    return Archive((), tuple(records))


@pytest.mark.parametrize(
    ("repealing_day", "doubted", "status", "by_date"),
    [
        ("2021-10-01", False, "repealed", "2021-10-01"),
        ("2021-12-20", False, "repealed", "2021-12-20"),
        ("2021-12-21", False, "none", "2021-12-21"),
        ("2921-10-01", True, "repealed", None),
    ],
)
def test_another_gazette_that_is_held_later_repeals_with_its_own_day(
    repealing_day: str, *, doubted: bool, status: str, by_date: str | None
) -> None:
    held = {"a": Coverage("2017-12", 1), "b": Coverage("2021-12-20", 2)}
    _, old = date_archive(gazettes(repealing_day, doubted=doubted), held).documents
    assert old.status == status
    assert old.evidence == Evidence(
        "2017-12", by="b/2021/1/1", by_date=by_date, by_as_of="2021-12-20", issues=1
    )


@pytest.mark.parametrize(
    ("as_of", "until", "status"),
    [
        ("2017-12", "2017-11-30", "expired"),
        ("2017-12", "2017-12-01", "term"),
        ("2017", "2016-12-31", "expired"),
        ("2017", "2017-06-30", "term"),
        (None, "1990-01-01", "term"),
    ],
)
def test_a_day_that_is_not_known_exactly_ends_no_term_that_it_may_hold(
    as_of: str | None, until: str, status: str
) -> None:
    held = {"a": Coverage(as_of, 1), "b": Coverage("1999-01-01", 1)}
    _, old = date_archive(gazettes("2021-01-01", until), held).documents
    assert old.status == status


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("本规定自公布之日起施行，有效期至2026年4月18日。", "2026-04-18"),
        ("本规定自公布之日起施行，有效期2年。", None),
    ],
)
def test_a_term_that_is_reckoned_from_a_doubted_date_is_no_evidence(
    text: str, until: str | None
) -> None:
    made = document(text, "1921-04-19")
    issue = Issue("a.txt", "", Publication("公报"))
    record = DocumentRecord("a/2021/1/1", "a/2021/1", made, 1, doubted=True)
    archive = date_on(Archive((), (IssueRecord("a/2021/1", "a", issue, (record,)),)), "2022-01-04")
    (found,) = archive.documents
    assert found.evidence is not None
    assert (found.evidence.start, found.evidence.until) == (None, until)
    assert found.status == ("term" if until else "none")


def test_the_last_day_of_an_impossible_date() -> None:
    assert [last_day(date) for date in ("2022-11-31", "2021-02-30", "2020-02-29", "2020-13-01")] == [
        "2022-11-30", "2021-02-28", "2020-02-29", "2020-13-01",
    ]  # fmt: skip


def test_the_archive_s_own_documents(real_archive: Archive) -> None:
    found = {record.id: record for record in real_archive.documents if record.status != "none"}
    assert {id_: record.status for id_, record in found.items()} == {
        "zaozhuang-shizhong/2021/5/5": "term",
        "zaozhuang-shizhong/2021/2/1": "term",
        "shuozhou/2020/3/6": "term",
        "shuozhou/2020/3/9": "term",
        "shuozhou/2020/3/12": "term",
        "linzi/2017/11/2": "term",
        "linzi/2017/11/10": "pending",
        "linzi/2017/11/12": "term",
    }
    said = {
        (record.gazette, record.evidence.as_of, record.evidence.issues, record.evidence.missing)
        for record in real_archive.documents
        if record.evidence
    }
    assert said == {
        ("linzi", "2017-12-03", 1, 0),
        ("shuozhou", "2020-10-10", 1, 0),
        ("zaozhuang-shizhong", "2021-09-30", 2, 2),
        ("zichuan", "2022-01-04", 1, 0),
    }
    later = found["shuozhou/2020/3/6"].evidence
    assert later is not None
    assert (later.start, later.until, later.line) == ("2020-09-16", "2025-09-15", 1057), (
        "自公布之日起30日后实行"
    )
    impossible = found["linzi/2017/11/12"].evidence
    assert impossible is not None
    assert impossible.sentence == "第三十四条 本规定自2017年12月1日起施行,有效期至2022年11月31日。"
    assert impossible.line == 1711


def test_of_a_document_that_two_issues_print_both_prints_are_repealed() -> None:
    whole = Citation(
        title="某县规定",
        relation="repeals",
        target="a/2021/1/2",
        candidates=("a/2021/1/2", "a/2021/1/3"),
    )
    repealing = document("本规定自2021年6月1日起施行。", "2021-05-01", whole)
    _, first, second = dated(repealing, document("略。"), document("略。"))
    assert (first.status, second.status) == ("repealed", "repealed")


def test_an_article_that_is_repealed_repeals_no_document() -> None:
    article = Citation(title="某县规定", relation="repeals", target="a/2021/1/2", article=9)
    repealing = document("本规定自2021年6月1日起施行。", "2021-05-01", article)
    _, repealed = dated(repealing, document("略。"))
    assert repealed.status == "none"
