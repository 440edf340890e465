"""What differs in two versions of an instrument, article by article and character by character."""

import pytest

from generator.life import comparison
from generator.life.comparison import Change, Unit, compare, lines_with, units_of
from generator.model import Article, Block, Heading, Item, Paragraph, Part, Table


def article(number: int, text: str) -> Article:
    """An article."""
    opening = f"第{'〇一二三四五六七八九'[number]}条 "
    return Article(text=f"{opening}{text}", number=number, enumerator=len(opening))


def instrument(*blocks: Block) -> tuple[Unit, ...]:
    """The units of an instrument."""
    return units_of(Part(kind="enclosure", blocks=blocks))


def states(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    """What became of each unit: its names in both versions, and how."""
    return [
        (one.older.label if one.older else "", one.newer.label if one.newer else "", one.state)
        for one in changes
    ]


def marked(change: Change) -> tuple[list[str], list[str]]:
    """The words that were taken out, and those that were put in."""
    older = "\n".join(change.older.lines) if change.older else ""
    newer = "\n".join(change.newer.lines) if change.newer else ""
    return [older[i:j] for i, j in change.taken], [newer[i:j] for i, j in change.put]


OLD = (
    article(1, "为了加强河道管理，根据有关法律，制定本办法。"),
    article(2, "本办法适用于本区行政区域内的河道。"),
    article(3, "区水利局负责河道管理工作，每年检查1次。"),
    Item(text="（一）汛期前检查；", kind="2"),
    article(4, "违反本办法的，处二百元以下罚款。"),
)
NEW = (
    article(1, "为了加强河道管理，根据有关法律，制定本办法。"),
    article(2, "鼓励单位和个人参与保护。"),
    article(3, "本办法适用于本区行政区域内的河道。"),
    article(4, "区水务局负责河道管理工作，每年检查2次。"),
    Item(text="（一）汛期前检查；", kind="2"),
)


def test_each_article_finds_its_other_version() -> None:
    assert states(compare(instrument(*OLD), instrument(*NEW))) == [
        ("第一条", "第一条", "same"),
        ("", "第二条", "added"),
        ("第二条", "第三条", "renumbered"),
        ("第三条", "第四条", "changed"),
        ("第四条", "", "removed"),
    ]


def test_what_changed_in_an_article_is_marked_to_the_character() -> None:
    change = compare(instrument(*OLD), instrument(*NEW))[3]
    assert marked(change) == (["三", "利", "1"], ["四", "务", "2"])


def test_a_number_that_changed_is_marked_whole() -> None:
    (change,) = compare(
        (Unit("甲", 0, ("本办法自2017年4月1日起施行。",)),),
        (Unit("甲", 0, ("本办法自2020年5月1日起施行。",)),),
    )
    assert marked(change) == (["2017年4"], ["2020年5"])


def test_no_character_of_either_version_is_lost() -> None:
    for change in compare(instrument(*OLD), instrument(*NEW)):
        for unit, side in ((change.older, change.taken), (change.newer, change.put)):
            if unit:
                assert [line for line, _ in lines_with(unit.lines, side)] == list(unit.lines)


def test_a_stretch_over_several_lines_is_marked_in_each() -> None:
    assert list(lines_with(("甲乙", "丙丁"), ((1, 4),))) == [
        ("甲乙", ((1, 2),)),
        ("丙丁", ((0, 1),)),
    ]


def test_without_articles_the_headings_divide_the_text() -> None:
    units = instrument(
        Paragraph(text="为了某事。"),
        Heading(kind="1", text="一、目标"),
        Paragraph(text="做好。"),
        Table(header=(("名称", "数"),), rows=(("甲", ""), ("乙", "2"))),
    )
    assert [(unit.label, unit.lines) for unit in units] == [
        ("", ("为了某事。",)),
        ("一、目标", ("一、目标", "做好。", "名称 | 数", "甲", "乙 | 2")),
    ]


def test_texts_with_nothing_in_common_are_not_cut_to_pieces() -> None:
    (change,) = compare(
        (Unit("甲", 0, ("甲", "水利局每年检查河道一次，并且公布结果。")),),
        (Unit("甲", 0, ("甲", "水利局每年检查河道两次，不公开其他内容。")),),
    )
    assert marked(change) == (["一次，并且公布结果"], ["两次，不公开其他内容"])


@pytest.mark.parametrize("limit", ["characters", "clauses", "whole"])
def test_what_is_too_much_work_is_marked_as_a_whole(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounded = comparison.ComparedLimits(**{limit: 1})
    monkeypatch.setattr(comparison, "COMPARED", bounded)
    before, after = (
        Unit("甲", 0, ("每年检查，一共两次。",)),
        Unit("甲", 0, ("每年检查，一共三次。",)),
    )
    (change,) = compare((before,), (after,))
    taken, put = marked(change)
    assert "一共两次。" in taken[0]
    assert "一共三次。" in put[0]


def test_too_many_articles_are_taken_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "COMPARED", comparison.ComparedLimits(units=1))
    changes = compare(instrument(*OLD), instrument(*NEW))
    assert [new for _, new, _ in states(changes)] == ["第一条", "第二条", "第三条", "第四条"]


def test_hostile_repetition_stays_within_the_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts of one character and its like cost most; what is looked at is counted, not timed."""
    looked_at = []
    matcher = comparison._matcher  # noqa: SLF001 - what is counted

    def counting(before: str, after: str) -> object:
        looked_at.append(len(before) * len(after))
        return matcher(before, after)

    monkeypatch.setattr(comparison, "_matcher", counting)
    units = tuple(Unit(f"{nth}", 0, ("一二" * 90 + "，" + f"{nth}" * 150,)) for nth in range(60))
    others = tuple(Unit(f"{nth}", 0, ("二一" * 90 + "，" + f"{nth}" * 140,)) for nth in range(60))
    compare(units, others)
    bounds = comparison.COMPARED
    assert sum(looked_at) <= bounds.whole + bounds.units * 2 + 60 * bounds.clauses
