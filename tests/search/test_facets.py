"""The days of force that the filters compare with the reader's day."""

import pytest

from generator.model import Effective, Part, Topic
from generator.search.facets import date_number, make_columns, term_of
from generator.search.passages import search_text
from tests.fixtures.dated import date_on
from tests.pages.small import archive, document, issue


@pytest.mark.parametrize(
    ("effective", "start", "until"),
    [
        (Effective("2020-01-01"), None, None),
        (Effective("2020-01-01", "2021-01-01"), None, None),
        (Effective("2020-01-01", "2022-01-01"), None, "2022-01-01"),
        (Effective("2020-01-01", "2022-11-31"), None, "2022-11-30"),
        (Effective("2020-01-01", "长期"), None, None),
        (Effective("2021-06-02"), "2021-06-02", None),
        (Effective("2021-06-02", "2022-01-01"), "2021-06-02", "2022-01-01"),
    ],
)
def test_only_days_that_can_change_a_state_are_in_the_index(
    effective: Effective, start: str | None, until: str | None
) -> None:
    (record,) = date_on(archive(issue(1, document(1, effective=effective))), "2021-06-01").documents
    assert term_of(record) == (date_number(start), date_number(until))


def test_an_archive_without_documents_has_columns() -> None:
    assert make_columns((), (), ())["terms"] == ["", ""]


def test_a_document_is_filtered_by_the_kinds_of_what_it_issues_and_by_its_classes() -> None:
    parts = (
        Part("body"),
        Part("enclosure", title="客运管理办法"),
        Part("enclosure", title="客运制度"),
    )
    topics = (Topic("defence", "国防", "title"), Topic("other", "其他", "title"))
    own = document(1, kind="通知", parts=parts, topics=topics)
    records = archive(issue(1, own, document(2))).documents
    facets = make_columns(records, (9, 9), (1, 1))["facets"]
    assert set(facets["kind"][0]) == {"通知|办法|制度", ""}
    assert set(facets["topic"][0]) == {"国防|其他", ""}


def test_the_title_of_an_instrument_is_searched_as_a_title() -> None:
    parts = (Part("body"), Part("enclosure", title="客运管理办法"))
    text = search_text(document(1, title="关于两项制度的通知", parts=parts))
    assert text.folded[0].split("\n") == ["关于两项制度的通知", "", "客运管理办法"]
