"""Which entry of the ledger is which document: each sign, their order, and what is no sign."""

import pytest

from generator.model import Permalink
from generator.permanence.recognise import (
    find_holder,
    is_steady,
    length,
    no_other_number,
    overlap,
    pair_by_lines,
    pair_by_signs,
    pair_documents,
    pair_twins,
    same_number,
    same_title,
    title_inside,
)


def entry(
    nth: int, number: str | None = None, title: str = "", lines: tuple[int, ...] = ()
) -> Permalink:
    """An entry of the ledger, or the fingerprint of a document."""
    return Permalink(f"yunxi/2021/4/{nth}", number, title, lines)


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        ((1, 10), (11, 20), 0),
        ((1, 10), (10, 20), 1),
        ((1, 10), (3, 5), 3),
        ((5, 10), (1, 7), 3),
        ((1, 10), (30, 40), 0),
        ((), (1, 10), 0),
        ((1, 10), (), 0),
    ],
)
def test_the_lines_that_two_have_in_common(
    one: tuple[int, ...], other: tuple[int, ...], common: int
) -> None:
    assert overlap(entry(1, lines=one), entry(2, lines=other)) == common


def test_the_length_of_an_entry() -> None:
    assert (length(entry(1, lines=(3, 3))), length(entry(1, lines=(3, 9)))) == (1, 7)
    assert length(entry(1)) == 0


def test_what_is_missing_is_no_sign() -> None:
    assert not same_number(entry(1), entry(2))
    assert not same_title(entry(1), entry(2))
    assert not title_inside(entry(1), entry(2, title="关于水利的通知"))


def test_a_sign_that_two_have_pairs_none() -> None:
    entries = [entry(1, "一"), entry(2, "二"), entry(3, "二")]
    documents = [entry(9, "二"), entry(9, "一"), entry(9, "一")]
    assert pair_by_signs(entries, documents, [(same_number,)]) == {}
    assert pair_by_signs(entries[:2], documents[:2], [(same_number,)]) == {
        "yunxi/2021/4/1": 1,
        "yunxi/2021/4/2": 0,
    }


def test_a_row_counts_for_what_the_rows_before_it_left() -> None:
    entries = [entry(1, "一", "甲"), entry(2, "一", "乙")]
    documents = [entry(9, "一", "乙"), entry(9, "一", "丙")]
    pairs = pair_by_signs(entries, documents, [(same_title,), (same_number,)])
    assert pairs == {"yunxi/2021/4/2": 0, "yunxi/2021/4/1": 1}


def test_documents_alike_are_paired_in_their_order_and_only_as_many_as_there_were() -> None:
    entries = [entry(nth, title="任免通知", lines=(nth * 10, nth * 10 + 5)) for nth in (2, 1)]
    documents = [
        entry(9, title="任免通知", lines=(80, 90)),
        entry(9, title="任免通知", lines=(50, 60)),
    ]
    assert pair_twins(entries, documents, {}) == {"yunxi/2021/4/1": 1, "yunxi/2021/4/2": 0}
    assert pair_twins(entries, documents[:1], {}) == {}
    assert pair_twins(entries, [*documents, documents[0]], {}) == {}


def test_the_greatest_common_ground_comes_first() -> None:
    entries = [entry(1, lines=(1, 10)), entry(2, lines=(11, 40))]
    documents = [entry(9, lines=(4, 18)), entry(9, lines=(19, 40))]
    assert pair_by_lines(entries, documents, {}) == {"yunxi/2021/4/2": 1, "yunxi/2021/4/1": 0}
    half = [entry(9, lines=(6, 30))]
    assert pair_by_lines(entries[:1], half, {}) == {}
    assert pair_by_lines(entries[:1], [entry(9, lines=(5, 30))], {}) == {"yunxi/2021/4/1": 0}


def test_lines_are_a_sign_where_all_that_was_found_lies_where_it_lay() -> None:
    entries = [entry(1, lines=(1, 10)), entry(2, lines=(11, 20))]
    documents = [entry(9, lines=(2, 11)), entry(9, lines=(21, 30))]
    assert not is_steady({}, entries, documents)
    assert is_steady({"yunxi/2021/4/1": 0}, entries, documents)
    assert not is_steady({"yunxi/2021/4/1": 0, "yunxi/2021/4/2": 1}, entries, documents)


def test_the_holder_is_the_document_with_most_of_the_lines() -> None:
    documents = [entry(8, lines=(1, 4)), entry(9, lines=(5, 12))]
    assert find_holder(entry(1, lines=(1, 10)), documents) == documents[1]
    assert find_holder(entry(1, lines=(1, 10)), documents[:1]) is None
    assert find_holder(entry(1), documents) is None
    assert find_holder(entry(1, lines=(1, 10)), []) is None


def test_an_exact_document_is_found_before_one_that_is_only_alike() -> None:
    entries = [
        entry(1, "云政发〔2021〕1号", "关于水利工作的通知", (1, 10)),
        entry(2, None, "关于绿化工作的通知", (11, 20)),
        entry(3, "云政发〔2021〕3号", "关于物价的通知", (21, 30)),
    ]
    documents = [
        entry(9, "云政发〔2021〕1号", "关于水利工作的通知", (1, 9)),
        entry(9, "云政发〔2021〕2号", "云溪市关于绿化工作的通知", (10, 20)),
        entry(9, "云政发〔2021〕4号", "关于统计的通知", (22, 30)),
    ]
    assert pair_documents(entries, documents) == {
        "yunxi/2021/4/1": 0,
        "yunxi/2021/4/2": 1,
        "yunxi/2021/4/3": 2,
    }


def test_a_number_that_is_missing_speaks_against_nothing() -> None:
    one, other, none = entry(1, "一"), entry(2, "二"), entry(3)
    assert no_other_number(one, none)
    assert no_other_number(none, one)
    assert no_other_number(one, one)
    assert not no_other_number(one, other)


@pytest.mark.parametrize(
    ("number", "title", "found"), [("一", "乙", True), ("二", "甲", True), ("二", "乙", False)]
)
def test_number_or_title_alone_is_enough_wherever_the_document_went(
    number: str, title: str, *, found: bool
) -> None:
    before, now = entry(1, "一", "甲", (1, 10)), entry(9, number, title, (50, 60))
    assert pair_documents([before], [now]) == ({before.id: 0} if found else {})


def test_lines_decide_nothing_where_the_source_was_changed() -> None:
    entries = [
        entry(1, None, "关于水利工作", (1, 10)),
        entry(2, None, "关于统计的意见", (70, 80)),
    ]
    documents = [
        entry(9, None, "云溪市关于水利工作的通知", (1, 10)),
        entry(9, None, "云溪县关于水利工作的通报", (50, 60)),
        entry(9, None, "关于统计的意见", (200, 210)),
    ]
    assert pair_documents(entries, documents) == {"yunxi/2021/4/2": 2}
    steady = [*documents[:2], entry(9, None, "关于统计的意见", (70, 80))]
    assert pair_documents(entries, steady) == {"yunxi/2021/4/1": 0, "yunxi/2021/4/2": 2}


def test_a_title_inside_one_of_another_number_does_not_come_before_the_lines() -> None:
    entries = [
        entry(1, "一", "关于水利工作的通知", (1, 10)),
        entry(2, None, "关于统计的意见", (70, 80)),
    ]
    documents = [
        entry(9, "二", "云溪市关于水利工作的通知", (1, 6)),
        entry(9, "三", "函", (2, 10)),
        entries[1],
    ]
    assert pair_documents(entries, documents)["yunxi/2021/4/1"] == 1


def test_documents_alike_without_lines_are_in_the_order_of_their_ids() -> None:
    entries = [entry(nth, title="任免通知") for nth in (10, 9)]
    documents = [entry(1, title="任免通知"), entry(2, title="任免通知")]
    assert pair_twins(entries, documents, {}) == {"yunxi/2021/4/9": 0, "yunxi/2021/4/10": 1}
