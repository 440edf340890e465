"""The number of a document stays what it is, whatever is published later."""

from collections.abc import Mapping

import msgspec
import pytest

from generator.model import Archive, Document, Permalink
from generator.permanence.lasting_numbers import count_new, number_documents
from generator.permanence.ledger import format_ledger
from generator.permanence.permalinks import settle_permalinks


def doc(title: str, first: int = 1) -> Document:
    """A document of some lines."""
    return Document(sequence=1, lines=(first, first + 9), title=title)


ISSUES = {
    "yunxi/2020/1": (doc("关于植树的通知"), doc("关于防汛的通知", 20)),
    "yunxi/2020/3": (doc("关于供热的通知"),),
}
ADDED = {"anxi/2021/1": (doc("关于消防的通知"),), "yunxi/2020/2": (doc("关于交通的通知"),)}


def settle(
    issues: Mapping[str, tuple[Document, ...]], ledger: tuple[Permalink, ...] = ()
) -> tuple[Permalink, ...]:
    """The ledger of some issues."""
    return settle_permalinks({entry.id: entry for entry in ledger}, issues).ledger


def numbers(ledger: tuple[Permalink, ...]) -> dict[str, int]:
    """The numbers of all documents of a ledger, also of those that are not there any more."""
    order = sorted(
        (entry for entry in ledger if entry.id.count("/") == 3), key=lambda one: one.nth or 0
    )
    return {entry.id: nth for nth, entry in enumerate(order)}


def old(ledger: tuple[Permalink, ...]) -> tuple[Permalink, ...]:
    """The ledger as it was written before it counted the documents."""
    return tuple(Permalink(one.id, one.number, one.title, one.lines) for one in ledger)


def test_the_documents_of_a_first_run_are_counted_in_the_order_of_their_ids() -> None:
    assert [entry.nth for entry in settle(ISSUES)] == [1, 2, 3]


def test_what_is_added_is_counted_on_wherever_its_id_is() -> None:
    ledger = settle({**ISSUES, **ADDED}, settle(ISSUES))
    assert [(entry.id, entry.nth) for entry in ledger] == [
        ("anxi/2021/1/1", 4),
        ("yunxi/2020/1/1", 1),
        ("yunxi/2020/1/2", 2),
        ("yunxi/2020/2/1", 5),
        ("yunxi/2020/3/1", 3),
    ]


@pytest.mark.parametrize("is_old", [True, False])
def test_a_new_issue_only_adds_lines_to_the_ledger(*, is_old: bool) -> None:
    before = old(settle(ISSUES)) if is_old else settle(ISSUES)
    lines = format_ledger(before).splitlines()
    after = format_ledger(settle({**ISSUES, **ADDED}, before)).splitlines()
    added = iter(after)
    assert all(line in added for line in lines)


def test_the_documents_of_an_older_ledger_come_first_and_stay_as_they_are() -> None:
    before = old(settle(ISSUES))
    after = settle({**ISSUES, **ADDED}, before)
    assert [entry for entry in after if entry.nth is None] == list(before)
    known, now = numbers(before), numbers(after)
    assert {id_: now[id_] for id_ in known} == known
    assert now["anxi/2021/1/1"] == 3
    assert now["yunxi/2020/2/1"] == 4


def test_a_document_that_is_withdrawn_or_moved_keeps_its_number() -> None:
    before = settle({**ISSUES, **ADDED}, settle(ISSUES))
    gone = (Permalink("yunxi/2020/1", withdrawn="依申请撤下"),)
    left = {
        id_: documents for id_, documents in {**ISSUES, **ADDED}.items() if id_ != "yunxi/2020/1"
    }
    after = settle(left, (*before, *gone))
    assert numbers(after) == numbers(before)
    assert [entry.nth for entry in after if entry.withdrawn] == [None, 1, 2]
    merged = {**ISSUES, "yunxi/2020/1": (Document(1, (1, 40), "关于植树的通知"),)}
    assert numbers(settle(merged, settle(ISSUES))) == numbers(settle(ISSUES))


def test_of_two_branches_the_lower_id_comes_first_and_nothing_before_them_changes() -> None:
    base = settle(ISSUES)
    one, two = (settle({**ISSUES, id_: ADDED[id_]}, base) for id_ in ADDED)
    both = {entry.id: entry for entry in (*one, *two)}
    merged = settle({**ISSUES, **ADDED}, tuple(both.values()))
    assert [entry.nth for entry in merged] == [4, 1, 2, 4, 3]
    assert numbers(merged)["anxi/2021/1/1"] == 3
    assert numbers(merged)["yunxi/2020/2/1"] == 4
    next_ = settle({**ISSUES, **ADDED, "yunxi/2022/1": (doc("关于养老的通知"),)}, merged)
    assert next_[-1].nth == 5


def test_an_archive_without_a_ledger_has_the_numbers_that_its_ledger_will_say(
    real_archive: Archive,
) -> None:
    alone = number_documents(msgspec.structs.replace(real_archive, permalinks=()))
    counted = count_new(real_archive.permalinks, {})
    known = number_documents(msgspec.structs.replace(real_archive, permalinks=tuple(counted)))
    assert alone == known
    assert sorted(alone.numbers.values()) == list(range(alone.size))


def test_the_places_of_documents_that_are_gone_stay_empty(real_archive: Archive) -> None:
    issues = real_archive.issues[:-1]
    left = number_documents(msgspec.structs.replace(real_archive, issues=issues))
    all_ = number_documents(real_archive)
    assert left.size == all_.size
    held = {record.id for issue in issues for record in issue.documents}
    assert left.numbers == {id_: number for id_, number in all_.numbers.items() if id_ in held}
