"""Documents at their limits: of each number that decides, what is read just inside and just outside of it."""

from itertools import cycle, islice

import pytest

from generator.lexicon.characters import fold
from generator.model import Document, Issue, Paragraph, Part, Table
from generator.parse.document.closing import find_closing, read_closing
from generator.parse.document.document_imprint import read_end_imprint
from generator.parse.document.effective import read_effective
from generator.parse.document.elements import Elements
from generator.parse.document.opening import read_recipients, read_subtitle
from generator.parse.document.scrambled import check_cells
from generator.parse.document.sections import Sections
from generator.parse.rows.sense import Pairs
from generator.read.lines import read_lines
from tests.reading import read_lawfully

ORGAN, DAY = "白榆县人民政府", "2019年4月1日"


def words(count: int) -> str:
    """As many Chinese characters, which say nothing."""
    return "".join(islice(cycle("山水田林湖草沙石"), count))


def issue_of(*lines: str) -> Issue:
    """An issue with one notice, of the lines below its number."""
    head = (
        f"{ORGAN}公报",
        "2019年第2期",
        f"{ORGAN}关于节约用水的通知",
        "白政发〔2019〕9号",
        "各乡镇人民政府：",
    )
    return read_lawfully("\n".join((*head, *lines)).encode())


def shown(issue: Issue, kind: str) -> list[str | None]:
    """What the findings of a kind show of the text."""
    return [finding.found for finding in issue.findings if finding.kind == kind]


@pytest.mark.parametrize("length", [23, 24, 25, 60])
def test_number_that_does_not_count_on_is_shown_in_24_characters(length: int) -> None:
    text = f"第三条 {words(length - 3)}"
    issue = issue_of("请落实。", f"第一条 {words(30)}。", text + "。", ORGAN, DAY)
    assert shown(issue, "numbering-gap") == [f"{text.replace(' ', '')}。"[:24]]


@pytest.mark.parametrize("length", [39, 40, 41, 90])
def test_attachment_that_is_not_printed_is_shown_in_40_characters(length: int) -> None:
    note = f"附件：{words(length - 4)}表"
    assert shown(issue_of("请落实。", note, ORGAN, DAY), "missing-attachment") == [note[:40]]


@pytest.mark.parametrize("length", [4, 60, 600])
def test_scrambled_cell_is_shown_whole(length: int) -> None:
    cell = "市" * length
    table = Table(header=(("序号",),), rows=((cell,),), lines=(1, 2), row_lines=(2,))
    document = Document(
        sequence=1, lines=(1, 2), title="通知", parts=(Part(kind="body", blocks=(table,)),)
    )
    assert [finding.found for finding in check_cells(document, Pairs(()))] == [cell]


@pytest.mark.parametrize("length", [39, 40, 41, 90])
def test_sentence_with_an_impossible_date_is_shown_in_40_characters(length: int) -> None:
    sentence = f"{words(length - 16)}本办法自2021年2月31日起施行"[-length:]
    block = Paragraph(text=f"{sentence}。", lines=(1,))
    _, findings = read_effective([Part(kind="body", blocks=(block,))], None)
    assert [finding.message.partition("：")[2] for finding in findings] == [sentence[-40:]]


@pytest.mark.parametrize(("above", "issuer"), [(2, "白榆县统计局"), (3, None)])
def test_organ_below_a_title(above: int, issuer: str | None) -> None:
    title = "白榆县2018年国民经济和社会发展统计公报"
    issue = issue_of(
        "请落实。",
        ORGAN,
        DAY,
        title,
        "（2019年4月3日）",
        *["山水田林"] * above,
        "白榆县统计局",
        "全县经济平稳运行。",
    )
    assert (issue.documents[-1].title, issue.documents[-1].issuer) == (title, issuer)


@pytest.mark.parametrize(("above", "kinds"), [(10, ["body", "enclosure"]), (11, ["body"])])
def test_instrument_named_far_down_in_a_body(above: int, kinds: list[str]) -> None:
    body = ["山水田林。"] * above
    issue = issue_of(
        "请落实。", *body, "现将《山水办法》印发给你们。", ORGAN, DAY, "山水办法", "第一条 山水。"
    )
    assert [part.kind for part in issue.documents[0].parts] == kinds


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("（二〇二一年十二月二十一日）", "2021-12-21"),
        ("成文日期：（二〇二一年十二月二十一日）", "2021-12-21"),
        ("成文日期：（二〇二一年十二月二十一日", None),
    ],
)
def test_date_with_its_label(text: str, date: str | None) -> None:
    elements = Elements()
    read_closing(read_lines(f"请落实。\n{ORGAN}\n{text}"), 0, 3, elements, by_name=False)
    assert elements.values.get("date") == date


@pytest.mark.parametrize(("length", "date"), [(110, "2019-04-01"), (111, None)])
def test_organ_and_date_on_one_line(length: int, date: str | None) -> None:
    text = ORGAN + "　" * (length - len(ORGAN) - len(DAY)) + DAY
    elements = Elements()
    read_closing(read_lines(f"请落实。\n{text}"), 0, 2, elements, by_name=False)
    assert elements.values.get("date") == date


@pytest.mark.parametrize(("length", "places"), [(34, [1]), (35, [])])
def test_length_of_a_signature(length: int, places: list[int]) -> None:
    lines = read_lines(f"请落实。\n{words(length - 4)}人民政府\n{DAY}")
    assert find_closing(lines, 0, 3) == (places, 2)


@pytest.mark.parametrize(("count", "signed"), [(10, 10), (11, 10)])
def test_lines_of_signatures(count: int, signed: int) -> None:
    lines = read_lines("\n".join(["请落实。", *[ORGAN] * count, DAY]))
    closing = find_closing(lines, 0, len(lines))
    assert closing is not None
    assert len(closing[0]) == signed


@pytest.mark.parametrize(("above", "places"), [(10, []), (11, [2])])
def test_organ_below_a_date_and_the_title_below_it(above: int, places: list[int]) -> None:
    lines = read_lines(f"请落实。\n{DAY}\n{ORGAN}\n{words(above)}关于节水的通知")
    assert find_closing(lines, 0, 4) == (places, 1)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"各乡镇人民政府：{words(892)}", True),
        (f"各乡镇人民政府：{words(893)}", False),
        ("各乡镇\n人民\n政府\n有关\n单位：", True),
        ("各乡镇\n人民\n政府\n有关\n学校\n单位：", False),
    ],
)
def test_recipients(text: str, read: bool) -> None:  # noqa: FBT001 - a row of the table
    elements, lines = Elements(), read_lines(text)
    read_recipients(lines, 0, len(lines), elements)
    assert ("recipients" in elements.values) is read


@pytest.mark.parametrize(("above", "date"), [(3, "2019-04-01"), (4, None)])
def test_date_below_a_title(above: int, date: str | None) -> None:
    lines = read_lines("\n".join([*["白榆县统计局"] * above, f"（{DAY}）", "山水田林。"]))
    elements = Elements()
    read_subtitle(lines, 0, len(lines), elements)
    assert elements.values.get("date") == date


COPIES = ["抄送：县委各部门，", *["县人大，"] * 3, "县政协，县法院。"]


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        (COPIES, [2, 3, 4, 5, 6]),
        ([*COPIES[:4], "县法院，", "县政协，县总工会。"], [2, 3, 4, 5, 6]),
    ],
)
def test_lines_of_copies(lines: list[str], places: list[int]) -> None:
    below = read_lines("\n".join([ORGAN, DAY, *lines]))
    elements = Elements()
    read_closing(below, 0, len(below), elements, by_name=False)
    assert elements.at["copies"] == places


@pytest.mark.parametrize(("more", "copied"), [(5, True), (6, False)])
def test_copies_on_the_last_lines(more: int, copied: bool) -> None:  # noqa: FBT001 - a row of the table
    lines = read_lines("\n".join(["山水田林。", "抄送：县委各部门，", *["县人大，"] * more]))
    elements = Elements()
    read_end_imprint(lines, 0, len(lines), elements)
    assert ("copies" in elements.values) is copied


@pytest.mark.parametrize(("below", "noted"), [(8, True), (9, False)])
def test_note_on_the_last_lines(below: int, noted: bool) -> None:  # noqa: FBT001 - a row of the table
    lines = read_lines("\n".join(["山水田林。", "（此件公开发布）", *["共印200份"] * below]))
    elements = Elements()
    read_end_imprint(lines, 0, len(lines), elements)
    assert ("note" in elements.values) is noted


def titles_of(text: str, *, issued: str = "", issuing: bool = False) -> list[str | None]:
    """The titles of the parts that begin among lines behind a closing, where a document issues an instrument."""
    lines = read_lines(text)
    titles = {fold(issued)} if issued else set()
    return [
        section.title
        for section in Sections(lines, len(lines), 0, 0, titles, {}, set(), issuing=issuing).find(0)
    ]


@pytest.mark.parametrize(("length", "read"), [(90, True), (91, False)])
def test_length_of_a_title_that_is_named(length: int, read: bool) -> None:  # noqa: FBT001 - a row of the table
    title = f"{words(length - 2)}办法"
    assert titles_of(f"{title}\n山水。", issued=title) == ([title] if read else [])


@pytest.mark.parametrize(("length", "read"), [(60, True), (61, False)])
def test_length_of_a_title_that_is_not_named(length: int, read: bool) -> None:  # noqa: FBT001 - a row of the table
    title = f"{words(length - 2)}办法"
    assert titles_of(f"{title}\n山水。", issuing=True) == ([title] if read else [])


@pytest.mark.parametrize(("count", "read"), [(4, True), (5, False)])
def test_lines_of_a_title_that_is_named(count: int, read: bool) -> None:  # noqa: FBT001 - a row of the table
    pieces = [*["山水", "田林", "湖草", "沙石", "土木"][: count - 1], "办法"]
    assert titles_of("\n".join([*pieces, "山水。"]), issued="".join(pieces)) == (
        ["".join(pieces)] if read else []
    )


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("附件1\n山水\n田林\n湖草\n沙石。", ["山水田林湖草"]),
        ("附件1\n山水\n田林\n湖草\n沙石\n土木。", ["山水田林湖草"]),
        ("附件\n山水\n田林。", ["山水"]),
        ("附\n山水\n田林。", []),
    ],
)
def test_title_below_a_label(text: str, titles: list[str]) -> None:
    assert titles_of(text) == titles


def test_a_document_without_a_number_is_reported_on_its_first_line() -> None:
    second = (f"{ORGAN}关于防汛的通知", "各乡镇人民政府：", "略。", ORGAN, "2019年4月2日")
    issue = issue_of("略。", ORGAN, DAY, *second)
    assert [document.number for document in issue.documents] == ["白政发〔2019〕9号", None]
    found = [finding.line for finding in issue.findings if finding.kind == "no-number"]
    assert found == [issue.documents[1].lines[0]] == [9]
