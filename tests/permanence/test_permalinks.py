"""An id is given once: what becomes of the ids of an issue when its documents are read anew."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Conflict, Document, Permalink
from generator.permanence.permalinks import Ledger, Settlement, fingerprint, settle_permalinks

ISSUE = "yunxi/2020/1"
GREEN, FISH, FLOOD = (
    "关于加强城市绿化工作的通知",
    "关于加快渔业转型升级的意见",
    "关于印发防汛应急预案的通知",
)


def doc(
    title: str, number: str | None = None, lines: tuple[int, ...] = (), sequence: int = 1
) -> Document:
    """A document with what it is recognised by."""
    return Document(sequence=sequence, lines=lines, title=title, number=number)


THREE = (
    doc(f"云溪市人民政府{GREEN}", "云政发〔2020〕1号", (10, 99)),
    doc(f"云溪市人民政府{FISH}", "云政发〔2020〕2号", (101, 150)),
    doc(f"云溪市人民政府{FLOOD}", "云政发〔2020〕3号", (152, 300)),
)


def as_ledger(entries: tuple[Permalink, ...]) -> Ledger:
    """Entries by their id."""
    return {entry.id: entry for entry in entries}


def ledger_of(*documents: Document, issue: str = ISSUE) -> Ledger:
    """The ledger of an issue that was published once."""
    return as_ledger(settle_permalinks({}, {issue: documents}).ledger)


def settle(ledger: Ledger, *documents: Document, issue: str = ISSUE) -> Settlement:
    """The issue read anew."""
    return settle_permalinks(ledger, {issue: documents})


def numbers(settled: Settlement, issue: str = ISSUE) -> list[int]:
    """The last parts of the ids of an issue."""
    return [int(id_.rsplit("/", 1)[1]) for id_ in settled.ids[issue]]


def redirects_of(settled: Settlement) -> dict[str, str]:
    """Id that is gone → id that answers instead."""
    return {entry.id: entry.to for entry in settled.ledger if entry.to}


def fold_of(document: Document) -> str:
    """The title of a document as the ledger has it."""
    return fingerprint("x/1/1/1", document).title


def test_the_first_ids_follow_the_body() -> None:
    settled = settle({}, *THREE)
    assert settled.ids == {ISSUE: (f"{ISSUE}/1", f"{ISSUE}/2", f"{ISSUE}/3")}
    assert (settled.conflicts, redirects_of(settled)) == ((), {})
    assert settled.ledger[0] == Permalink(
        f"{ISSUE}/1",
        "云政发〔2020〕1号",
        "云溪市人民政府关于加强城市绿化工作的通知",
        (10, 99),
        nth=1,
    )


def test_nothing_changed_changes_nothing() -> None:
    first = settle({}, *THREE)
    assert settle(as_ledger(first.ledger), *THREE) == first


def test_punctuation_is_no_part_of_a_fingerprint() -> None:
    assert (
        fingerprint("x/1/1/1", doc("关于印发《防汛 应急预案（试行）》的通知")).title
        == "关于印发防汛应急预案试行的通知"
    )


def test_a_document_that_moved_keeps_its_id() -> None:
    first, second, third = THREE
    assert numbers(settle(ledger_of(*THREE), third, first, second)) == [3, 1, 2]


def test_a_new_document_in_the_middle_gets_the_next_free_number() -> None:
    first, second, third = THREE
    new = doc("云溪市人民政府关于春节放假的通知", "云政发〔2020〕9号", (100, 100))
    settled = settle(ledger_of(*THREE), first, new, second, third)
    assert numbers(settled) == [1, 4, 2, 3]
    assert [entry.id for entry in settled.ledger] == [f"{ISSUE}/{nth}" for nth in (1, 2, 3, 4)]


def test_a_number_that_was_used_before_is_never_given_again() -> None:
    ledger = dict(ledger_of(*THREE))
    ledger[f"{ISSUE}/7"] = Permalink(f"{ISSUE}/7", title="撤下的通知", withdrawn="涉及个人信息")
    assert numbers(settle(ledger, *THREE, doc("云溪市人民政府关于春节放假的通知"))) == [1, 2, 3, 8]


def test_a_number_read_anew_does_not_matter() -> None:
    first, second, third = THREE
    again = doc(second.title, "云政发〔2020〕12号", second.lines)
    settled = settle(ledger_of(*THREE), first, again, third)
    assert numbers(settled) == [1, 2, 3]
    assert settled.ledger[1].number == "云政发〔2020〕12号"


def test_a_number_that_goes_to_its_right_owner_takes_no_id_with_it() -> None:
    before = (doc(GREEN, "云政发〔2020〕3号", (10, 99)), doc(FISH, None, (101, 150)))
    after = (doc(GREEN, "云政发〔2020〕13号", (10, 99)), doc(FISH, "云政发〔2020〕3号", (101, 150)))
    assert numbers(settle(ledger_of(*before), *after)) == [1, 2]


def test_a_title_read_anew_does_not_matter() -> None:
    first, second, third = THREE
    again = doc("云溪市人民政府加快渔业", second.number, second.lines)
    assert numbers(settle(ledger_of(*THREE), first, again, third)) == [1, 2, 3]


def test_a_title_that_contains_the_other_is_enough_without_a_number() -> None:
    before = (doc(GREEN, None, (10, 99)), doc("云溪市人民政府", None, (101, 150)))
    after = (
        doc("公告", None, (1, 9)),
        doc(f"云溪市人民政府{GREEN}", None, (510, 599)),
        doc("名单", None, (600, 700)),
    )
    settled = settle(ledger_of(*before[:1]), *after)
    assert numbers(settled) == [2, 1, 3]


def test_a_title_inside_another_is_no_sign_when_the_numbers_differ() -> None:
    before = (doc(GREEN, "云政发〔2020〕1号", (10, 99)), THREE[1])
    after = (doc(f"{GREEN}的补充", "云政发〔2020〕8号", (400, 450)), THREE[1])
    settled = settle(ledger_of(*before), *after)
    assert numbers(settled) == [3, 2]
    assert [found.id for found in settled.conflicts] == [f"{ISSUE}/1"]


def test_two_candidates_are_none() -> None:
    before = doc(GREEN, None, (10, 99))
    after = (doc(f"市政府{GREEN}", None, (410, 499)), doc(f"办公室{GREEN}", None, (500, 599)))
    settled = settle(ledger_of(before), *after)
    assert numbers(settled) == [2, 3]
    assert [found.id for found in settled.conflicts] == [f"{ISSUE}/1"]


def test_of_a_document_that_was_split_the_greater_piece_keeps_the_id() -> None:
    first, _, third = THREE
    pieces = (doc("渔业名单", None, (101, 110)), doc("渔业转型方案", None, (111, 150)))
    settled = settle(ledger_of(*THREE), first, *pieces, third)
    assert numbers(settled) == [1, 4, 2, 3]
    assert settled.conflicts == ()


def test_of_a_document_that_was_split_the_piece_with_its_number_keeps_the_id() -> None:
    first, second, third = THREE
    pieces = (doc(second.title, second.number, (101, 105)), doc("渔业转型方案", None, (106, 150)))
    assert numbers(settle(ledger_of(*THREE), first, *pieces, third)) == [1, 2, 4, 3]


def test_a_document_merged_into_another_leads_there() -> None:
    first, second, third = THREE
    merged = doc(second.title, second.number, (101, 300))
    settled = settle(ledger_of(*THREE), first, merged)
    assert numbers(settled) == [1, 2]
    assert redirects_of(settled) == {f"{ISSUE}/3": f"{ISSUE}/2"}
    assert settled.ledger[2] == Permalink(
        f"{ISSUE}/3",
        third.number,
        "云溪市人民政府关于印发防汛应急预案的通知",
        (152, 300),
        to=f"{ISSUE}/2",
        nth=3,
    )
    assert settled.conflicts == ()


def test_a_merger_is_remembered_and_can_be_undone() -> None:
    merged = settle(ledger_of(*THREE), THREE[0], doc(THREE[1].title, THREE[1].number, (101, 300)))
    again = settle(
        as_ledger(merged.ledger), THREE[0], doc(THREE[1].title, THREE[1].number, (1101, 1300))
    )
    assert redirects_of(again) == redirects_of(merged)
    assert numbers(settle(as_ledger(again.ledger), *THREE)) == [1, 2, 3]


def test_redirects_never_lead_over_others() -> None:
    once = settle(ledger_of(*THREE), THREE[0], doc(THREE[1].title, THREE[1].number, (101, 300)))
    twice = settle(as_ledger(once.ledger), doc(THREE[0].title, THREE[0].number, (10, 300)))
    assert redirects_of(twice) == {f"{ISSUE}/2": f"{ISSUE}/1", f"{ISSUE}/3": f"{ISSUE}/1"}
    assert twice.conflicts == ()


def test_a_deleted_document_is_a_conflict() -> None:
    first, second, _ = THREE
    settled = settle(ledger_of(*THREE), first, second)
    assert settled.conflicts == (
        Conflict(
            f"{ISSUE}/3",
            fold_of(THREE[2]),
            "its issue holds no such document any more, and none that holds its lines",
        ),
    )


def test_lines_are_no_sign_when_the_source_was_changed() -> None:
    first, second, third = (
        doc(old.title, old.number, tuple(line + 200 for line in old.lines)) for old in THREE
    )
    settled = settle(ledger_of(*THREE), first, doc("另一件", None, (152, 210)), third)
    assert numbers(settled) == [1, 4, 3]
    assert [found.id for found in settled.conflicts] == [f"{ISSUE}/2"]
    assert numbers(settle(ledger_of(*THREE), first, second, third)) == [1, 2, 3]


def test_lines_name_no_holder_when_the_source_was_changed() -> None:
    first, _, third = (
        doc(old.title, old.number, tuple(line + 500 for line in old.lines)) for old in THREE
    )
    settled = settle(ledger_of(*THREE), doc("另一件", None, (90, 160)), first, third)
    assert numbers(settled) == [4, 1, 3]
    assert [found.id for found in settled.conflicts] == [f"{ISSUE}/2"]


def test_issues_that_lead_to_each_other_lead_nowhere() -> None:
    one, other = (
        Permalink(f"yunxi/2020/{number}", to=f"yunxi/2020/{goal}")
        for number, goal in ((1, 2), (2, 1))
    )
    ledger = {**ledger_of(THREE[0]), one.id: one, other.id: other}
    settled = settle_permalinks(ledger, {})
    assert [found.id for found in settled.conflicts] == [ISSUE, f"{ISSUE}/1", "yunxi/2020/2"]


def test_an_issue_leads_on_through_the_new_name_of_a_gazette() -> None:
    ledger = as_ledger(
        (Permalink("donghu/2020/1", to="yunxi/2020/2"), Permalink("yunxi", to="xin"))
    )
    settled = settle_permalinks(ledger, {"xin/2020/2": THREE[:1]})
    assert redirects_of(settled) == {"donghu/2020/1": "xin/2020/2", "yunxi": "xin"}
    assert settled.conflicts == ()


def test_documents_alike_keep_their_order() -> None:
    alike = [doc("任免通知", None, (begin, begin + 4)) for begin in (10, 20, 30)]
    moved = [doc("任免通知", None, (begin, begin + 4)) for begin in (20, 30, 40)]
    assert numbers(settle(ledger_of(*alike), *moved)) == [1, 2, 3]


def test_documents_alike_are_distinguished_by_their_lines_in_a_steady_source() -> None:
    alike = [doc("任免通知", None, (begin, begin + 4)) for begin in (310, 320, 330)]
    settled = settle(
        ledger_of(*THREE, *alike), *THREE, alike[1], alike[2], doc("任免通知", None, (340, 344))
    )
    assert numbers(settled) == [1, 2, 3, 5, 6, 4]


def test_a_withdrawn_document_is_no_loss() -> None:
    ledger = dict(ledger_of(*THREE))
    ledger[f"{ISSUE}/3"] = Permalink(f"{ISSUE}/3", *_signs(THREE[2]), withdrawn="依申请撤下")
    settled = settle(ledger, *THREE[:2])
    assert settled.conflicts == ()
    assert settled.ledger[2].withdrawn == "依申请撤下"


def test_what_is_withdrawn_cannot_be_there() -> None:
    ledger = dict(ledger_of(*THREE))
    ledger[f"{ISSUE}/3"] = Permalink(f"{ISSUE}/3", *_signs(THREE[2]), withdrawn="依申请撤下")
    (found,) = settle(ledger, *THREE).conflicts
    assert (found.id, found.reason) == (
        f"{ISSUE}/3",
        "is withdrawn in the ledger, and yet its issue holds it",
    )


def test_an_issue_that_is_gone_is_a_conflict_for_each_of_its_documents() -> None:
    settled = settle_permalinks(ledger_of(*THREE), {})
    assert [found.id for found in settled.conflicts] == [f"{ISSUE}/{nth}" for nth in (1, 2, 3)]
    assert {found.reason for found in settled.conflicts} == {
        "its issue is not in the archive any more"
    }


def test_an_issue_can_be_withdrawn_as_a_whole() -> None:
    ledger = {**ledger_of(*THREE), ISSUE: Permalink(ISSUE, withdrawn="原件有误")}
    settled = settle_permalinks(ledger, {})
    assert settled.conflicts == ()
    assert [(entry.id, entry.withdrawn) for entry in settled.ledger] == [
        (id_, "原件有误") for id_ in (ISSUE, f"{ISSUE}/1", f"{ISSUE}/2", f"{ISSUE}/3")
    ]
    (found,) = settle(ledger, *THREE).conflicts
    assert found == Conflict(ISSUE, "", "is withdrawn in the ledger, and yet the archive holds it")


def test_an_issue_that_was_numbered_anew_leads_to_its_documents() -> None:
    ledger = {**ledger_of(*THREE), ISSUE: Permalink(ISSUE, to="yunxi/2021/1")}
    settled = settle_permalinks(ledger, {"yunxi/2021/1": [THREE[1], THREE[0], THREE[2]]})
    assert settled.conflicts == ()
    assert redirects_of(settled) == {
        ISSUE: "yunxi/2021/1",
        f"{ISSUE}/1": "yunxi/2021/1/2",
        f"{ISSUE}/2": "yunxi/2021/1/1",
        f"{ISSUE}/3": "yunxi/2021/1/3",
    }


def test_a_supplement_that_was_read_as_a_regular_issue_keeps_its_addresses() -> None:
    """Its addresses were those of 第1期; they lead to 增刊第1期, which holds all of them where they were."""
    moved = {
        ISSUE: "yunxi/2020/z1",
        **{f"{ISSUE}/{nth}": f"yunxi/2020/z1/{nth}" for nth in (1, 2, 3)},
    }
    settled = settle_permalinks(ledger_of(*THREE), {"yunxi/2020/z1": THREE})
    assert (settled.conflicts, redirects_of(settled)) == ((), moved)
    again = settle_permalinks(as_ledger(settled.ledger), {"yunxi/2020/z1": THREE})
    assert again == settled
    said = {**ledger_of(*THREE), ISSUE: Permalink(ISSUE, to="yunxi/2020/z1")}
    assert settle_permalinks(said, {"yunxi/2020/z1": THREE}) == settled


def test_the_issue_whose_number_a_supplement_had_gets_ids_of_its_own() -> None:
    """第1期 came to the archive behind 增刊第1期, which had its addresses: these stay those of the supplement."""
    other = doc("云溪市人民政府关于节约用水的通知", "云政发〔2020〕9号", (5, 60))
    settled = settle_permalinks(ledger_of(*THREE), {"yunxi/2020/z1": THREE, ISSUE: [other]})
    assert settled.conflicts == ()
    assert settled.ids[ISSUE] == (f"{ISSUE}/4",)
    assert redirects_of(settled) == {f"{ISSUE}/{nth}": f"yunxi/2020/z1/{nth}" for nth in (1, 2, 3)}
    again = settle_permalinks(as_ledger(settled.ledger), {"yunxi/2020/z1": THREE, ISSUE: [other]})
    assert again == settled


@pytest.mark.parametrize(
    "issues",
    [
        {"yunxi/2020/z1": THREE[:2]},
        {"yunxi/2020/z1": THREE, "yunxi/2020/12-shang": THREE},
        {"zhaoxi/2020/z1": THREE},
        {"yunxi/2020/z1": [doc(one.title, one.number, (900, 950)) for one in THREE]},
        {"yunxi/2020/z1": [doc(one.title, "云政发〔2020〕7号", one.lines) for one in THREE]},
    ],
    ids=["one lacks", "two issues", "another gazette", "elsewhere in its source", "other numbers"],
)
def test_an_issue_is_another_one_only_where_nothing_is_left_to_doubt(
    issues: dict[str, list[Document]],
) -> None:
    settled = settle_permalinks(ledger_of(*THREE), issues)
    assert [found.id for found in settled.conflicts] == [f"{ISSUE}/{nth}" for nth in (1, 2, 3)]


def test_an_issue_that_was_published_takes_nothing_over() -> None:
    old = {**ledger_of(*THREE), **ledger_of(*THREE, issue="yunxi/2020/z1")}
    settled = settle_permalinks(old, {"yunxi/2020/z1": THREE})
    assert len(settled.conflicts) == len(THREE)


def test_a_renamed_gazette_keeps_its_joint_and_extra_issues() -> None:
    old = {
        **ledger_of(*THREE, issue="yunxi/2020/3-4"),
        **ledger_of(*THREE[:1], issue="yunxi/s78"),
        "yunxi": Permalink("yunxi", to="xinyunxi"),
    }
    settled = settle_permalinks(old, {"xinyunxi/2020/3-4": THREE, "xinyunxi/s78": THREE[:1]})
    assert settled.conflicts == ()
    assert redirects_of(settled)["yunxi/2020/3-4/2"] == "xinyunxi/2020/3-4/2"
    assert redirects_of(settled)["yunxi/s78/1"] == "xinyunxi/s78/1"


def renamed(said: Permalink, *more: Permalink, to: str = "xinyunxi") -> Settlement:
    """A gazette of two issues whose folder has another name now, its second issue in another order."""
    other = "yunxi/2021/12"
    old = {
        **ledger_of(*THREE),
        **ledger_of(*THREE[:2], issue=other),
        said.id: said,
        **as_ledger(more),
    }
    return settle_permalinks(old, {f"{to}/2020/1": THREE, f"{to}/2021/12": THREE[1::-1]})


def test_a_gazette_that_is_named_anew_needs_one_line() -> None:
    settled = renamed(Permalink("yunxi", to="xinyunxi"))
    assert settled.conflicts == ()
    assert redirects_of(settled) == {
        "yunxi": "xinyunxi",
        **{f"yunxi/2020/1/{nth}": f"xinyunxi/2020/1/{nth}" for nth in (1, 2, 3)},
        "yunxi/2021/12/1": "xinyunxi/2021/12/2",
        "yunxi/2021/12/2": "xinyunxi/2021/12/1",
    }
    again = settle_permalinks(
        as_ledger(settled.ledger), {"xinyunxi/2020/1": THREE, "xinyunxi/2021/12": THREE[1::-1]}
    )
    assert again == settled


def test_a_gazette_that_is_named_anew_twice_leads_to_its_last_name() -> None:
    settled = renamed(Permalink("yunxi", to="xihe"), Permalink("xihe", to="zuixin"), to="zuixin")
    assert settled.conflicts == ()
    assert redirects_of(settled)["yunxi"] == redirects_of(settled)["xihe"] == "zuixin"
    assert redirects_of(settled)["yunxi/2021/12/1"] == "zuixin/2021/12/2"


def test_what_is_said_of_an_issue_comes_before_what_is_said_of_its_gazette() -> None:
    settled = renamed(
        Permalink("yunxi", to="xinyunxi"), Permalink("yunxi/2021/12", withdrawn="原件有误")
    )
    assert settled.conflicts == ()
    assert {
        entry.id: entry.withdrawn for entry in settled.ledger if entry.withdrawn
    } == dict.fromkeys(("yunxi/2021/12", "yunxi/2021/12/1", "yunxi/2021/12/2"), "原件有误")
    assert redirects_of(settled)["yunxi/2020/1/3"] == "xinyunxi/2020/1/3"


def test_a_gazette_can_be_withdrawn_as_a_whole() -> None:
    settled = settle_permalinks(
        {**ledger_of(*THREE), "yunxi": Permalink("yunxi", withdrawn="无权转载")}, {}
    )
    assert settled.conflicts == ()
    assert [(entry.id, entry.withdrawn) for entry in settled.ledger] == [
        (id_, "无权转载") for id_ in ("yunxi", *(f"{ISSUE}/{nth}" for nth in (1, 2, 3)))
    ]


def test_a_gazette_leads_only_to_one_that_is_there() -> None:
    ledger = {**ledger_of(*THREE), "yunxi": Permalink("yunxi", to="xinyunxi")}
    whole, *documents = settle_permalinks(ledger, {"xinyunxi/2021/1": THREE}).conflicts
    assert (whole.id, whole.reason) == (
        f"{ISSUE}/1",
        "its issue leads to xinyunxi/2020/1, which is not there",
    )
    assert len(documents) == 2
    nowhere = settle_permalinks(ledger, {"xihe/2020/1": THREE}).conflicts
    assert nowhere[0] == Conflict(
        "yunxi", "", "leads to xinyunxi, which is no address of the archive"
    )
    assert len(nowhere) == 4


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Permalink("yunxi", to="xinyunxi/2020/1"), "a gazette leads to a gazette"),
        (Permalink("yunxi"), "says neither why the gazette was withdrawn nor to which it leads"),
        (
            Permalink("xinyunxi", withdrawn="无权转载"),
            "is withdrawn or leads elsewhere in the ledger, and yet",
        ),
        (
            Permalink("xinyunxi", to="yunxi"),
            "is withdrawn or leads elsewhere in the ledger, and yet",
        ),
    ],
)
def test_what_cannot_be_true_of_a_gazette_is_a_conflict(said: Permalink, reason: str) -> None:
    assert [
        found for found in renamed(said).conflicts if found.id == said.id and reason in found.reason
    ]


@pytest.mark.parametrize("target", ["yunxi/1999/1/1", f"{ISSUE}/3", "nonsense"])
def test_a_redirect_by_hand_must_lead_somewhere(target: str) -> None:
    ledger = dict(ledger_of(*THREE))
    ledger[f"{ISSUE}/3"] = Permalink(f"{ISSUE}/3", *_signs(THREE[2]), to=target)
    assert settle(ledger, *THREE[:2]).conflicts == (
        Conflict(
            f"{ISSUE}/3",
            fold_of(THREE[2]),
            f"leads to {target}, which is no address of the archive",
        ),
    )


def test_a_redirect_may_lead_to_another_issue_or_to_what_was_withdrawn() -> None:
    other = "yunxi/2020/2"
    ledger = dict(ledger_of(*THREE))
    ledger[f"{ISSUE}/2"] = Permalink(f"{ISSUE}/2", *_signs(THREE[1]), to=f"{other}/1")
    ledger[f"{ISSUE}/3"] = Permalink(f"{ISSUE}/3", *_signs(THREE[2]), to=f"{ISSUE}/4")
    ledger[f"{ISSUE}/4"] = Permalink(f"{ISSUE}/4", withdrawn="依申请撤下")
    settled = settle_permalinks(ledger, {ISSUE: THREE[:1], other: THREE[1:2]})
    assert settled.conflicts == ()
    assert redirects_of(settled) == {f"{ISSUE}/2": f"{other}/1", f"{ISSUE}/3": f"{ISSUE}/4"}


def test_the_ledger_is_sorted_as_people_count() -> None:
    documents = [doc(f"关于第{nth}件事项的通知", None, (nth, nth)) for nth in range(1, 12)]
    settled = settle_permalinks(
        {}, {"b/2020/10": documents[:1], "b/2020/2": documents, "a/2021/1": documents[:1]}
    )
    assert [entry.id for entry in settled.ledger] == [
        "a/2021/1/1",
        *(f"b/2020/2/{nth}" for nth in range(1, 12)),
        "b/2020/10/1",
    ]


def _signs(document: Document) -> tuple[str | None, str, tuple[int, ...]]:
    entry = fingerprint("x/1/1/1", document)
    return entry.number, entry.title, entry.lines


DOCUMENTS = st.lists(
    st.builds(
        doc,
        title=st.sampled_from([GREEN, FISH, FLOOD, f"市政府{GREEN}", "公告", ""]),
        number=st.sampled_from([None, "云政发〔2020〕1号", "云政发〔2020〕2号"]),
        lines=st.tuples(st.integers(1, 40), st.integers(1, 40)).map(
            lambda pair: tuple(sorted(pair))
        ),
    ),
    max_size=6,
)


@settings(deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_no_id_is_ever_lost_in_silence_or_given_twice(
    before: list[Document], after: list[Document]
) -> None:
    old = ledger_of(*before)
    settled = settle(old, *after)
    ids = settled.ids[ISSUE]
    retired = [entry.id for entry in settled.ledger if entry.is_retired]
    assert len(set(ids)) == len(ids) == len(after)
    assert {*ids, *retired, *(found.id for found in settled.conflicts)} == {*old, *ids}
    assert not set(ids) & set(retired)
    assert set(redirects_of(settled).values()) <= set(ids)
    assert settle(old, *after) == settled


@settings(deadline=None)
@given(DOCUMENTS)
def test_reading_the_same_again_changes_nothing(documents: list[Document]) -> None:
    first = settle({}, *documents)
    again = settle(as_ledger(first.ledger), *documents)
    assert again == first
