"""Which documents are two versions of one instrument, and of which a page compares them."""

import pytest

from generator.life.acts import find_acts
from generator.life.lifelines import choose_compared, find_lives
from generator.life.versions import Version
from generator.model import Citation, Document, DocumentRecord, Part
from tests.pages.small import document, issue

ISSUER = "云溪区人民政府"


def enacting(title: str, date: str | None, *, repeals: str = "", issuer: str = ISSUER) -> Document:
    """A notice that issues an instrument.

    :param repeals: id of a document that it repeals
    """
    uses = (Citation(title="旧", relation="repeals", target=repeals),) if repeals else ()
    parts = (Part(kind="body"), Part(kind="enclosure", title=title))
    return document(1, parts=parts, date=date, issuer=issuer, citations=uses)


def versions(*documents: Document) -> list[Version]:
    """The pairs of versions among documents, each in an issue of its own, numbered from 1."""
    issues = (issue(nth, one) for nth, one in enumerate(documents, 1))
    return list(find_acts([record for one in issues for record in one.documents]).versions)


def pairs(*documents: Document) -> list[tuple[str, str, bool]]:
    """The numbers of the issues of each pair, the newer first, and whether it says so itself."""
    return [
        (one.newer.split("/")[2], one.older.split("/")[2], one.is_said)
        for one in versions(*documents)
    ]


def test_what_one_organ_issues_again_under_its_title_is_a_new_version() -> None:
    assert pairs(
        enacting("云溪区河道管理办法（试行）", "2017-01-01"),
        enacting("云溪区河道管理办法", "2018-01-01"),
        enacting("云溪区河道管理办法（2020年修订）", "2020-01-01"),
    ) == [("2", "1", False), ("3", "2", False)]


@pytest.mark.parametrize(
    ("title", "date", "issuer"),
    [
        ("云溪区桥梁管理办法", "2020-01-01", ISSUER),
        ("云溪区河道管理办法", "2017-01-01", ISSUER),
        ("云溪区河道管理办法", None, ISSUER),
        ("云溪区河道管理办法", "2020-01-01", "丙市人民政府"),
        ("云溪区河道管理暂行办法", "2020-01-01", ISSUER),
    ],
    ids=["another title", "the same day", "no day", "another organ", "not said"],
)
def test_without_evidence_nothing_is_a_version(title: str, date: str | None, issuer: str) -> None:
    old = enacting("云溪区河道管理办法", "2017-01-01")
    assert pairs(old, enacting(title, date, issuer=issuer)) == []


def test_what_repeals_its_provisional_form_is_a_version_that_says_so() -> None:
    assert pairs(
        enacting("云溪区河道管理暂行办法", "2017-01-01"),
        enacting("云溪区河道管理办法", "2020-01-01", repeals="yunxi/2020/1/1"),
    ) == [("2", "1", True)]


@pytest.mark.parametrize("title", ["云溪区防汛工作领导小组名单", "云溪区工作要点", "管理办法"])
def test_lists_and_plans_of_each_year_and_bare_names_are_no_versions(title: str) -> None:
    assert pairs(enacting(title, "2017-01-01"), enacting(title, "2020-01-01")) == []


def test_a_new_version_that_repeals_the_old_one_replaces_it() -> None:
    documents = (
        enacting("云溪区河道管理办法", "2017-01-01"),
        enacting("云溪区河道管理办法", "2020-01-01", repeals="yunxi/2020/1/1"),
        enacting("云溪区河道管理办法", "2022-01-01"),
    )
    records: list[DocumentRecord] = []
    for nth, one in enumerate(documents, 1):
        records += issue(nth, one).documents
    found = find_lives(records)
    line = found.of["yunxi/2020/1/1"]
    kinds = [[deed.kind for deed in event.deeds] for event in line.events]
    assert kinds == [[], ["replaces"], ["reissues"]]
    assert line.compared == (
        ("yunxi/2020/2/1", "yunxi/2020/1/1"),
        ("yunxi/2020/3/1", "yunxi/2020/2/1"),
    )


@pytest.mark.parametrize(("documents", "silent"), [(10, 2), (599, 2), (600, 3)])
def test_versions_that_do_not_say_so_have_so_many_pages_only(documents: int, silent: int) -> None:
    found = [Version(f"a/2020/{nth}/1", "a/2019/1/1", 1, 1, is_said=False) for nth in range(1, 9)]
    assert list(choose_compared(found, documents)) == [
        f"a/2020/{n}/1" for n in range(1, silent + 1)
    ]


def test_versions_that_say_so_all_have_a_page_and_come_first() -> None:
    said = [Version(f"b/2020/{nth}/1", "b/2019/1/1", 1, 1, is_said=True) for nth in range(1, 6)]
    silent = Version("a/2020/1/1", "a/2019/1/1", 1, 1, is_said=False)
    assert list(choose_compared([silent, *said], 10)) == [one.newer for one in said]
