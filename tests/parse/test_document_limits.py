"""Both sides of each limit of reading the elements and parts of a document."""

import pytest

from tests.parse.limits import PROSE, document_of, issue_of, words
from tests.reading import read_bytes

SPOKEN = "在全县防汛工作会议上的讲话"


def speech_of(*below: str) -> dict[str, str | None]:
    """Issuer and date of a speech with some lines below its title, behind a notice."""
    lines = (
        "紫云县人民政府公报", "2021年第10期", "紫云县人民政府关于节约用水的通知", "紫府发〔2021〕10号", "各乡镇人民政府：", PROSE,
        "紫云县人民政府", "2021年4月1日", SPOKEN, *below, PROSE,
    )
    speech = read_bytes("\n".join(lines).encode()).documents[1]
    assert speech.title == SPOKEN
    return {"issuer": speech.issuer, "date": speech.date}


@pytest.mark.parametrize(("above", "issuer"), [(3, "紫云县统计局"), (4, None)])
def test_the_organ_of_a_speech_stands_in_the_fourth_line_below_its_title(above: int, issuer: str | None) -> None:
    below = (f"——2021年4月{nth}日" for nth in range(1, above + 1))
    assert speech_of(*below, "紫云县统计局")["issuer"] == issuer


@pytest.mark.parametrize(("above", "date"), [(3, "2021-04-02"), (4, None)])
def test_the_date_of_a_speech_stands_in_the_fourth_line_below_its_title(above: int, date: str | None) -> None:
    below = (f"——{one}报告" for one in "甲乙丙丁"[:above])
    assert speech_of(*below, "——2021年4月2日在全县会议上")["date"] == date


@pytest.mark.parametrize(("size", "shown"), [(40, 40), (41, 40)])
def test_the_finding_on_an_impossible_day_shows_forty_characters(size: int, shown: int) -> None:
    end = "自2021年2月30日起施行"
    issue = issue_of(f"本办法{words(size - 3 - len(end))}{end}。{PROSE}")
    (finding,) = [one for one in issue.findings if one.kind == "impossible-date" and "2021-02-30" in one.found]
    assert len(finding.message.partition("：")[2]) == shown


def test_a_date_with_its_label_and_brackets_is_no_text() -> None:
    """The longest printed form has nineteen characters."""
    dated = "成文日期：（二〇二一年十二月二十一日）"
    assert len(dated) == 19
    assert document_of(PROSE, "紫云县人民政府", dated, closed=False).date == "2021-12-21"


@pytest.mark.parametrize(("size", "date"), [(110, "2021-03-08"), (111, None)])
def test_organ_and_date_on_one_line_have_one_hundred_and_ten_characters(size: int, date: str | None) -> None:
    organ, day = "紫云县人民政府", "2021年3月8日"
    line = f"{organ}{' ' * (size - len(organ + day))}{day}"
    assert document_of(PROSE, line, closed=False).date == date


@pytest.mark.parametrize(("size", "signed"), [(34, True), (35, False)])
def test_a_signature_has_thirty_four_characters(*, size: int, signed: bool) -> None:
    organ = f"{('东湖南山' * 9)[: size - 5]}人民政府局"
    assert (document_of(PROSE, organ, "2021年10月12日", closed=False).signature == organ) is signed


@pytest.mark.parametrize(("size", "read"), [(900, True), (901, False)])
def test_recipients_and_the_body_behind_them_have_nine_hundred_characters(*, size: int, read: bool) -> None:
    line = f"各乡镇人民政府：{words(size - 9)}。"
    lines = ["紫云县人民政府公报", "2021年第10期", "紫云县人民政府关于价格工作的意见", "紫府发〔2021〕10号"]
    text = "\n".join((*lines, line, "紫云县人民政府", "2021年10月12日"))
    assert (read_bytes(text.encode()).documents[0].recipients == "各乡镇人民政府") is read


@pytest.mark.parametrize(("size", "signed"), [(10, False), (11, True)])
def test_an_organ_heads_a_title_with_its_matter_in_twelve_characters(*, size: int, signed: bool) -> None:
    below = ("2021年10月12日", "紫云县人民政府", f"{words(size)}关于工作")
    assert (document_of(PROSE, *below, closed=False).signature is not None) is signed


@pytest.mark.parametrize(("count", "signed"), [(10, 10), (11, 10)])
def test_ten_lines_sign_a_document(count: int, signed: int) -> None:
    organs = [f"紫云县{one}局" for one in "甲乙丙丁戊己庚辛壬癸子"[:count]]
    assert document_of(PROSE, *organs, "2021年10月12日", closed=False).signature == " ".join(organs[-signed:])


@pytest.mark.parametrize(("count", "read"), [(5, True), (6, False)])
def test_recipients_go_over_five_lines(*, count: int, read: bool) -> None:
    names = [f"{one}镇人民政府、" for one in "甲乙丙丁戊己"[: count - 1]]
    lines = ["紫云县人民政府公报", "2021年第10期", "紫云县人民政府关于价格工作的意见", "紫府发〔2021〕10号"]
    text = "\n".join((*lines, f"各{names[0]}", *names[1:], "县直各部门：", PROSE, "紫云县人民政府", "2021年10月12日"))
    assert (read_bytes(text.encode()).documents[0].recipients is not None) is read


@pytest.mark.parametrize(("count", "kept"), [(5, 5), (6, 5)])
def test_copies_go_over_five_lines(count: int, kept: int) -> None:
    rest = [f"县{one}委，" for one in "甲乙丙丁戊"[: count - 1]]
    copies = document_of(PROSE, behind=("抄送：县委，", *rest)).copies
    assert copies == "".join(["县委，", *rest][:kept])


@pytest.mark.parametrize(("count", "read"), [(6, True), (7, False)])
def test_copies_behind_the_attachments_are_found_from_the_sixth_line(*, count: int, read: bool) -> None:
    rest = [f"县{one}委，" for one in "甲乙丙丁戊己"[: count - 1]]
    copies = document_of(PROSE, behind=("附件1", "紫云县价格目录", PROSE, "抄送：县委，", *rest)).copies
    assert (copies is not None) is read


@pytest.mark.parametrize(("topics", "read"), [(8, True), (9, False)])
def test_nine_lines_close_a_document_behind_its_attachments(*, topics: int, read: bool) -> None:
    below = ("附件1", "紫云县价格目录", PROSE, "（此件公开发布）", *["主题词：价格　通知"] * topics)
    assert (document_of(PROSE, behind=below).note is not None) is read


@pytest.mark.parametrize(("above", "kinds"), [(11, ["body", "enclosure"]), (12, ["body"])])
def test_what_is_issued_is_named_in_twelve_lines(above: int, kinds: list[str]) -> None:
    named = "现将《紫云县价格目录》印发给你们。"
    parts = document_of(*[PROSE] * above, named, behind=("紫云县价格目录", PROSE)).parts
    assert [part.kind for part in parts] == kinds


def issued(*lines: str, named: str | None = None) -> str | None:
    """The title of the instrument on some lines, which the document names."""
    title = named or "".join(lines)
    parts = document_of(f"现将《{title}》印发给你们。", title="紫云县人民政府关于价格的通知", behind=(*lines, PROSE)).parts
    return parts[1].title if len(parts) > 1 else None


@pytest.mark.parametrize(("size", "found"), [(90, True), (91, False)])
def test_a_line_of_a_named_title_has_ninety_characters(*, size: int, found: bool) -> None:
    title = f"{words(size - 2)}办法"
    assert (issued(title) == title) is found


@pytest.mark.parametrize(("count", "found"), [(4, True), (5, False)])
def test_a_named_title_goes_over_four_lines(*, count: int, found: bool) -> None:
    lines = ["紫云县", *"价格行政"[: count - 2], "管理办法"]
    assert (issued(*lines) == "".join(lines)) is found


def first_title(*lines: str) -> str | None:
    """The title of the instrument on some lines behind a document that issues one of another name."""
    title = "紫云县人民政府关于印发《价格规程》的通知"
    parts = document_of("现予印发。", title=title, behind=(*lines, PROSE)).parts
    return parts[1].title if len(parts) > 1 else None


@pytest.mark.parametrize(("size", "found"), [(60, True), (61, False)])
def test_a_line_of_another_title_has_sixty_characters(*, size: int, found: bool) -> None:
    title = f"{words(size - 2)}办法"
    assert (first_title(title) == title) is found


@pytest.mark.parametrize(("count", "whole"), [(4, True), (5, False)])
def test_another_title_goes_over_four_lines(*, count: int, whole: bool) -> None:
    lines = ["紫云县", *"价格行政"[: count - 2], "管理办法"]
    assert (first_title(*lines) == "".join(lines)) is whole


@pytest.mark.parametrize(("count", "whole"), [(3, True), (4, False)])
def test_a_title_below_its_label_goes_over_three_lines(*, count: int, whole: bool) -> None:
    lines = ["紫云县", *"价格"[: count - 2], "管理办法"]
    parts = document_of(PROSE, behind=("附件1", *lines, PROSE)).parts
    assert (parts[1].title == "".join(lines)) is whole


@pytest.mark.parametrize(("label", "count"), [("附件", 2), ("附", 1)])
def test_a_label_of_two_characters_needs_no_title(label: str, count: int) -> None:
    assert len(document_of(PROSE, behind=(label, "紫云县价格目录", PROSE)).parts) == count


@pytest.mark.parametrize(("size", "shown"), [(24, 24), (25, 24)])
def test_the_finding_on_a_number_shows_twenty_four_characters(size: int, shown: int) -> None:
    issue = issue_of("第一条　为规范价格，制定本办法。", f"第三条{words(size - 4)}。", PROSE)
    assert [len(one.found) for one in issue.findings if one.kind == "numbering-gap"] == [shown]


@pytest.mark.parametrize(("size", "shown"), [(40, 40), (41, 40)])
def test_the_finding_on_an_attachment_shows_forty_characters(size: int, shown: int) -> None:
    issue = issue_of(PROSE, f"附件：{words(size - 3)}")
    assert [len(one.found) for one in issue.findings if one.kind == "missing-attachment"] == [shown]
