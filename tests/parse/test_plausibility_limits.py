"""Contradictions at their limits: of each number that decides, what is found just inside and just outside of it."""

import pytest

from generator.model import Issue
from generator.parse.plausibility.announced import is_complete
from tests.reading import read_lawfully

ORGAN = "白榆县人民政府"


def notice(subject: str, number: str, day: str, *body: str) -> tuple[str, ...]:
    """The lines of a notice."""
    return (f"{ORGAN}关于{subject}的通知", number, "各乡镇人民政府：", *body, ORGAN, day)


def issue_of(*lines: str, masthead: tuple[str, ...] = ("2021年第4期",)) -> Issue:
    """An issue of these lines."""
    return read_lawfully("\n".join((f"{ORGAN}公报", *masthead, *lines)).encode())


def count(issue: Issue, kind: str) -> int:
    """How many findings of a kind an issue has."""
    return sum(finding.kind == kind for finding in issue.findings)


@pytest.mark.parametrize(("day", "found"), [("11", 0), ("10", 1)])
def test_a_document_is_dated_14_days_before_a_lower_number(day: str, found: int) -> None:
    first = notice("节约用水", "白政发〔2021〕3号", "2021年10月25日", "请落实。")
    second = notice("森林防火", "白政发〔2021〕4号", f"2021年10月{day}日", "请落实。")
    assert count(issue_of(*first, *second), "number-date-inversion") == found


@pytest.mark.parametrize(
    ("day", "found"),
    [("2022年1月31日", 0), ("2022年2月1日", 1), ("2020年12月1日", 0), ("2020年11月30日", 1)],
)
def test_number_and_date_are_of_two_years_within_a_month_of_the_turn(day: str, found: int) -> None:
    lines = notice("节约用水", "白政发〔2021〕3号", day, "请落实。")
    issue = issue_of(*lines, masthead=("2022年第4期",))
    assert count(issue, "year-differs") == found


@pytest.mark.parametrize(("day", "found"), [("2022年2月28日", 0), ("2022年3月1日", 1)])
def test_an_issue_appears_within_two_months_of_the_next_year(day: str, found: int) -> None:
    lines = notice("节约用水", "白政发〔2022〕3号", day, "请落实。")
    assert count(issue_of(*lines), "date-after-issue") == found


@pytest.mark.parametrize(("month", "found"), [("2", 0), ("3", 1)])
def test_a_deadline_is_183_days_before_the_date(month: str, found: int) -> None:
    lines = notice("节约用水", "白政发〔2021〕3号", "2021年9月30日", f"于{month}月底前报告。")
    assert count(issue_of(*lines), "date-before-document") == found


@pytest.mark.parametrize(("said", "found"), [("镇务必于", 0), ("镇务必一律于", 1)])
def test_9_characters_before_a_deadline_say_that_it_comes_again(said: str, found: int) -> None:
    lines = notice("节约用水", "白政发〔2021〕3号", "2021年9月30日", f"每学期{said}3月31日前报告。")
    assert count(issue_of(*lines), "date-before-document") == found


@pytest.mark.parametrize(("day", "found"), [("30", 0), ("31", 1)])
def test_a_deadline_is_counted_to_the_day(day: str, found: int) -> None:
    lines = notice("节约用水", "白政发〔2021〕3号", "2021年9月30日", f"于3月{day}日前报告。")
    assert count(issue_of(*lines), "date-before-document") == found


@pytest.mark.parametrize("length", [39, 40, 41])
def test_a_deadline_is_shown_in_40_characters(length: int) -> None:
    text = (
        "8月17日前天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"
    )
    lines = notice("节约用水", "白政发〔2021〕3号", "2021年9月1日", f"于{text[:length]}。")
    issue = issue_of(*lines)
    shown = [one.found for one in issue.findings if one.kind == "date-before-document"]
    assert shown == [text[: min(length, 40)]]


@pytest.mark.parametrize(("unlisted", "found"), [(1, 1), (2, 0)])
def test_contents_lack_a_third_of_the_documents_at_most(unlisted: int, found: int) -> None:
    names = ("节约用水工作", "森林防火工作", "道路养护工作", "动物防疫工作")[: 2 + unlisted]
    lines: list[str] = []
    for nth, name in enumerate(names, 1):
        lines += notice(name, f"白政发〔2021〕{nth}号", "2021年10月8日", "请落实。")
    contents = [
        f"关于{name}的通知（白政发〔2021〕{nth}号）……（{nth}）"
        for nth, name in enumerate(names[:2], 1)
    ]
    assert count(issue_of("目 录", *contents, *lines), "document-without-entry") == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("白榆县社会管理移交工作领导小组", 1),
        ("白榆县社会治理移交工作领导小组", 1),
        ("白榆县社会治水移交工作领导小组", 0),
        ("白榆县社区管理移交工作领导小组", 0),
    ],
)
def test_a_group_is_called_otherwise_by_two_characters(name: str, found: int) -> None:
    text = f"经研究，决定成立{name}。"
    lines = notice("成立白榆县社区管理移交工作领导小组", "白政发〔2021〕3号", "2021年10月8日", text)
    assert count(issue_of(*lines), "name-differs") == found


@pytest.mark.parametrize(
    ("name", "found"), [("县河道移交工作领导小组", 0), ("全县河道移交工作领导小组", 1)]
)
def test_the_name_of_a_group_has_12_characters(name: str, found: int) -> None:
    text = f"经研究，决定成立{name.replace('河', '沟')}。"
    lines = notice(f"成立{name}", "白政发〔2021〕3号", "2021年10月8日", text)
    assert count(issue_of(*lines), "name-differs") == found


@pytest.mark.parametrize(("blocks", "found"), [(3, 1), (4, 0)])
def test_a_group_is_named_in_the_first_four_blocks(blocks: int, found: int) -> None:
    body = [f"请落实第{nth}项工作。" for nth in range(blocks)]
    text = "经研究，决定成立白榆县社会管理移交工作领导小组。"
    lines = notice(
        "成立白榆县社区管理移交工作领导小组", "白政发〔2021〕3号", "2021年10月8日", *body, text
    )
    assert count(issue_of(*lines), "name-differs") == found


@pytest.mark.parametrize(("wrong", "found"), [("做领导小组", 1), ("作令导小组", 0)])
def test_both_names_of_a_group_end_alike_in_four_characters(wrong: str, found: int) -> None:
    text = f"经研究，决定成立白榆县社区管理移交工{wrong}。"
    lines = notice("成立白榆县社区管理移交工作领导小组", "白政发〔2021〕3号", "2021年10月8日", text)
    assert count(issue_of(*lines), "name-differs") == found


@pytest.mark.parametrize(
    ("own", "found"), [("紫云县各镇农村小路管养方案", 1), ("白榆县乡村道路养护方案", 0)]
)
def test_two_names_of_one_instrument_are_alike(own: str, found: int) -> None:
    text = f"现将《{own}》印发给你们，请认真贯彻执行。"
    lines = notice("印发全县农村公路管护方案", "白政发〔2021〕3号", "2021年10月8日", text)
    assert count(issue_of(*lines, own, "请各地实施。"), "name-differs") == found


@pytest.mark.parametrize(("blanks", "found"), [(0, 1), (40, 0)])
def test_a_masthead_line_has_40_characters(blanks: int, found: int) -> None:
    lines = notice("节约用水", "白政发〔2021〕3号", "2021年10月8日", "请落实。")
    masthead = (f"2021年第4、3期合刊{'本' * blanks}",)
    assert count(issue_of(*lines, masthead=masthead), "issue-number") == found


@pytest.mark.parametrize(
    ("announced", "left", "documents", "complete"),
    [(2, 1, 3, True), (1, 1, 3, False), (4, 2, 6, True), (5, 3, 8, False)],
)
def test_contents_that_lack_a_third_of_the_documents_name_all(
    announced: int, left: int, documents: int, *, complete: bool
) -> None:
    assert is_complete(announced, left, documents) is complete


@pytest.mark.parametrize(("below", "found"), [(1, 0), (2, 1)])
def test_2_numbers_below_their_titles_show_where_an_issue_prints_them(
    below: int, found: int
) -> None:
    usual = [
        notice(f"{work}工作", f"白政发〔2021〕{place}号", "2021年9月30日", "请落实。")
        for place, work in enumerate(("节水", "防火")[:below], 3)
    ]
    title, number, *rest = notice("供暖工作", "白政函〔2021〕9号", "2021年10月8日", "请落实。")
    issue = issue_of(*(line for lines in usual for line in lines), number, title, *rest)
    assert count(issue, "loose-number") == found
