"""The line of a document's life: what is in it, on what evidence, in which order."""

import pytest

from generator.life.acts import find_acts
from generator.life.lifelines import MOST, Life, find_lives
from generator.model import Article, Citation, Document, IssueRecord, Paragraph, Part, TextPlace
from tests.pages.small import document, issue

RULE = "云溪区河道管理办法"


def citing(nth: int, words: str, date: str | None, *uses: Citation, **more: object) -> Document:
    """A document whose one paragraph holds all that it cites."""
    text = Part(kind="body", blocks=(Paragraph(text=words, lines=(nth,)),))
    placed = (
        Citation(
            title=one.title, number=one.number, relation=one.relation, role=one.role, target=one.target,
            article=one.article, anchor=one.anchor, candidates=one.candidates,
            place=TextPlace(0, 0), start=0, end=2,
        )
        for one in uses
    )  # fmt: skip
    return document(nth, parts=(text,), citations=tuple(placed), date=date, **more)


def lives(*issues: IssueRecord) -> dict[str, Life]:
    """The lines of an archive."""
    records = [record for one in issues for record in one.documents]
    return dict(find_lives(records).of)


def told(life: Life) -> list[tuple[str, str | None, list[str]]]:
    """Each event of a line: its document, its day, what it does."""
    return [(event.id, event.day, [deed.kind for deed in event.deeds]) for event in life.events]


def one_year() -> IssueRecord:
    """A rule of January, which is amended in March, carried out in April and repealed in May."""
    on = "yunxi/2020/1/1"
    return issue(
        1,
        document(1, title=RULE, date="2020-01-02"),
        citing(2, "将《河道》修改", "2020-03-02", Citation(title=RULE, role="amends", target=on)),
        citing(3, "贯彻《河道》", "2020-04-02", Citation(title=RULE, relation="implements", target=on)),
        citing(4, "《河道》废止", "2020-05-02", Citation(title=RULE, relation="repeals", target=on)),
        citing(5, "见《河道》", "2020-06-02", Citation(title=RULE, target=on)),
    )  # fmt: skip


def test_a_line_has_by_date_what_was_done_to_a_document() -> None:
    assert told(lives(one_year())["yunxi/2020/1/1"]) == [
        ("yunxi/2020/1/1", "2020-01-02", []),
        ("yunxi/2020/1/2", "2020-03-02", ["amends"]),
        ("yunxi/2020/1/3", "2020-04-02", ["implements"]),
        ("yunxi/2020/1/4", "2020-05-02", ["repeals"]),
    ]


def test_what_changes_one_document_only_has_one_line_with_it() -> None:
    found = lives(one_year())
    amending, repealing = found["yunxi/2020/1/2"], found["yunxi/2020/1/4"]
    assert told(amending) == told(repealing)
    assert [event.id for event in amending.events] == [f"yunxi/2020/1/{nth}" for nth in (1, 2, 4)]


def test_what_only_cites_has_no_line() -> None:
    assert "yunxi/2020/1/5" not in lives(one_year())


def test_the_words_that_say_so_are_quoted() -> None:
    (_, amending, *_) = lives(one_year())["yunxi/2020/1/1"].events
    assert [(deed.on, deed.sentence) for deed in amending.deeds] == [
        ("yunxi/2020/1/1", "将《河道》修改")
    ]


def test_who_repeals_many_does_not_join_their_lines() -> None:
    uses = [
        Citation(title=f"办法{nth}", relation="repeals", target=f"yunxi/2020/1/{nth}")
        for nth in (1, 2)
    ]
    rules = [document(nth, title=f"云溪区第{nth}项办法", date="2020-01-01") for nth in (1, 2)]
    found = lives(issue(1, *rules, citing(3, "均废止", "2020-02-01", *uses)))
    assert [event.id for event in found["yunxi/2020/1/1"].events] == [
        "yunxi/2020/1/1",
        "yunxi/2020/1/3",
    ]
    assert len(found["yunxi/2020/1/3"].events) == 3


def test_the_repeal_of_an_article_is_one_of_a_part() -> None:
    use = Citation(title=RULE, relation="repeals", target="yunxi/2020/1/1", article=5)
    found = lives(
        issue(1, document(1, title=RULE, date="2020-01-01"), citing(2, "废止", "2020-02-01", use))
    )
    assert told(found["yunxi/2020/1/1"])[1][2] == ["repeals_part"]


def test_what_stays_open_between_two_documents_is_no_act() -> None:
    candidates = ("yunxi/2020/1/1", "yunxi/2020/1/2")
    use = Citation(title=RULE, relation="repeals", candidates=candidates)
    rules = (document(nth, title=RULE, date="2020-01-01") for nth in (1, 2))
    assert lives(issue(1, *rules, citing(3, "废止", "2020-02-01", use))) == {}


def test_undated_documents_are_last_and_without_a_day() -> None:
    use = Citation(title=RULE, relation="forwards", target="yunxi/2020/1/1")
    found = lives(
        issue(1, document(1, title=RULE, date="2020-01-01"), citing(2, "转发", None, use))
    )
    assert told(found["yunxi/2020/1/2"])[-1] == ("yunxi/2020/1/2", None, ["forwards"])


def test_on_one_day_who_acts_comes_behind() -> None:
    use = Citation(title=RULE, relation="forwards", target="yunxi/2020/1/2")
    found = lives(
        issue(1, citing(1, "转发", "2020-01-01", use), document(2, title=RULE, date="2020-01-01"))
    )
    assert [event.id[-1] for event in found["yunxi/2020/1/1"].events] == ["2", "1"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [("云溪区河道管理条例实施细则", "details"), ("云溪区桥梁管理办法", None)],
)
def test_rules_that_have_the_name_of_what_they_rest_on_carry_it_out(
    title: str, kind: str | None
) -> None:
    basis = Citation(title="云溪区河道管理条例", role="basis", target="yunxi/2020/1/1")
    law = document(1, title="云溪区河道管理条例", date="2020-01-01")
    rules = citing(2, "根据《条例》制定", "2020-02-01", basis, title=title)
    acts = find_acts(issue(1, law, rules).documents).acts
    assert [act.kind for act in acts] == ([kind] if kind else [])


def test_who_is_long_gone_from_the_opening_does_not_carry_out() -> None:
    """执行《办法》不到位的 in the fifth article says nothing of the document."""
    body = Part(kind="body", blocks=(Paragraph(text="前言", lines=(2,)),))
    deep = document(2, parts=(body,), date="2020-02-01", citations=(
        Citation(title=RULE, relation="implements", target="yunxi/2020/1/1"),
    ))  # fmt: skip
    assert lives(issue(1, document(1, title=RULE, date="2020-01-01"), deep)) == {}


@pytest.mark.parametrize(("number", "kinds"), [(1, ["implements"]), (5, [])])
def test_only_the_first_article_says_what_an_instrument_carries_out(
    number: int, kinds: list[str]
) -> None:
    """执行《办法》不到位的 in the fifth is a case that it names."""
    article = Article(text="第某条 执行《河道》的。", number=number, enumerator=4, lines=(2,))
    rules = Part(kind="enclosure", title="云溪区问责办法", blocks=(article,))
    use = Citation(
        title=RULE, relation="implements", target="yunxi/2020/1/1", place=TextPlace(0, 0), start=6, end=10
    )  # fmt: skip
    deep = document(2, parts=(rules,), citations=(use,), date="2020-02-01")
    acts = find_acts(issue(1, document(1, title=RULE), deep).documents).acts
    assert [act.kind for act in acts] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("有的单位执行《河道》（甲1号）不到位。", []),
        ("为落实《河道》，整治管护不到位的问题，现通知如下。", ["implements"]),
    ],
)
def test_who_finds_that_others_fell_short_of_a_document_does_not_carry_it_out(
    text: str, kinds: list[str]
) -> None:
    start = text.index("《")
    use = Citation(
        title=RULE, relation="implements", target="yunxi/2020/1/1",
        place=TextPlace(0, 0), start=start, end=start + 4,
    )  # fmt: skip
    parts = (Part(kind="body", blocks=(Paragraph(text=text, lines=(2,)),)),)
    finding = document(2, parts=parts, citations=(use,), date="2020-02-01")
    acts = find_acts(issue(1, document(1, title=RULE), finding).documents).acts
    assert [act.kind for act in acts] == kinds


def test_a_long_line_names_the_first_and_counts_the_others() -> None:
    on = "yunxi/2020/1/1"
    forwards = [
        citing(nth, "转发", "2020-02-01", Citation(title=RULE, relation="forwards", target=on))
        for nth in range(2, MOST + 5)
    ]
    found = lives(issue(1, document(1, title=RULE, date="2020-01-01"), *forwards))
    for id_ in (on, "yunxi/2020/1/9", f"yunxi/2020/1/{MOST + 4}"):
        life = found[id_]
        assert len(life.events) == MOST
        assert life.more == 4
        assert id_ in {event.id for event in life.events}
        assert life.events[0].id == on
