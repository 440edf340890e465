"""Both sides of each limit of reading the masthead and the contents and of finding where documents begin."""

import pytest

from generator.errors import NotAGazette
from generator.model import Issue
from generator.parse.heads.titles import can_be_title_line, is_title, title_after, title_before
from generator.read.lines import read_lines
from tests.parse.limits import PROSE, words
from tests.reading import read_bytes

TITLE = "紫云县人民政府关于加强节约用水工作的通知"
ENTRY = f"{TITLE}……1"
DOCUMENT = (
    TITLE,
    "紫府发〔2021〕10号",
    "各乡镇人民政府：",
    PROSE,
    "紫云县人民政府",
    "2021年10月12日",
)


def read(*lines: str) -> Issue:
    return read_bytes("\n".join(("紫云县人民政府公报", "2021年第10期", *lines)).encode())


MORE = [PROSE] * 8
"""More lines than an entry of the contents has, so that these end although no title of theirs opens the body."""


def entries_of(*lines: str) -> list[str]:
    """The titles of the contents on some lines, above a document."""
    return [entry.title for entry in read("目录", ENTRY, *lines, *DOCUMENT).contents]


@pytest.mark.parametrize(("size", "count"), [(150, 2), (151, 1)])
def test_an_entry_has_one_hundred_and_fifty_characters(size: int, count: int) -> None:
    assert len(entries_of(words(75), words(size - 75), "5")) == count


@pytest.mark.parametrize(("size", "count"), [(300, 2), (301, 1)])
def test_a_line_with_a_page_has_three_hundred_characters(size: int, count: int) -> None:
    assert len(entries_of(f"{words(size - 3)}……5")) == count


@pytest.mark.parametrize(("rows", "count"), [(7, 2), (8, 1)])
def test_an_entry_has_seven_rows(rows: int, count: int) -> None:
    assert len(entries_of(*[words(9)] * rows, "5")) == count


@pytest.mark.parametrize(("title", "titles"), [("甲1公告", ["甲1公告", TITLE]), ("1公告", [])])
def test_the_first_title_of_contents_without_pages_has_four_characters(
    title: str, titles: list[str]
) -> None:
    issue = read("目录", title, TITLE, title, PROSE, *DOCUMENT)
    assert [entry.title for entry in issue.contents] == titles


@pytest.mark.parametrize(("above", "count"), [(56, 2), (57, 0)])
def test_contents_without_a_heading_begin_in_sixty_lines(above: int, count: int) -> None:
    assert (
        len(read(*[words(9)] * above, ENTRY, "紫云县人民政府关于价格的意见……5", *DOCUMENT).contents)
        == count
    )


@pytest.mark.parametrize(("more", "count"), [(("紫云县人民政府关于价格的意见……5",), 2), ((), 0)])
def test_two_lines_with_pages_are_contents(more: tuple[str, ...], count: int) -> None:
    assert len(read(ENTRY, *more, *DOCUMENT).contents) == count


@pytest.mark.parametrize(("between", "column"), [(2, "市政府文件"), (3, None)])
def test_a_column_heads_the_contents_three_lines_above(between: int, column: str | None) -> None:
    issue = read(
        "市政府文件", *["紫云1"] * between, ENTRY, "紫云县人民政府关于价格的意见……5", *DOCUMENT
    )
    assert issue.contents[0].column == column


@pytest.mark.parametrize(("beside", "between", "front"), [
    (3, 0, True), (2, 0, False), (3, 27, True), (3, 28, False),
])  # fmt: skip
def test_three_rows_of_thirty_show_an_imprint_beside_the_contents(
    *, beside: int, between: int, front: bool
) -> None:
    rows = [f"主办：紫云县{nth}\t关于第{nth}件工作的通知\t{nth}" for nth in "12345"[:beside]]
    others = [f"\t关于另外第{nth}件工作的通知\t{nth + 10}" for nth in range(between)]
    issue = read("目录", *rows[:-1], *others, rows[-1], *DOCUMENT, *MORE)
    assert ("主办：紫云县1" in [line.text for line in issue.masthead]) is front


@pytest.mark.parametrize(("rows", "count"), [(2, 2), (3, 1)])
def test_a_page_three_lines_below_a_column_belongs_to_the_contents(rows: int, count: int) -> None:
    assert (
        len(entries_of("紫云县人民政府文件", *[words(9)] * rows, "紫云县人民政府关于价格的意见……5"))
        == count
    )


@pytest.mark.parametrize(("between", "count"), [(1, 2), (2, 1)])
def test_a_page_two_lines_below_a_title_makes_it_an_entry_again(between: int, count: int) -> None:
    again = [TITLE, *["（试行）"] * between, "紫府发〔2021〕10号……5"]
    assert len(read("目录", ENTRY, *again, *DOCUMENT, *MORE).contents) == count


@pytest.mark.parametrize(("pieces", "count"), [(5, 1), (6, 2)])
def test_a_title_over_five_lines_opens_the_body(pieces: int, count: int) -> None:
    title = [*TITLE[: pieces - 1], TITLE[pieces - 1 :]]
    assert len(read("目录", ENTRY, *title, "各项工作……5", *DOCUMENT, *MORE).contents) == count


@pytest.mark.parametrize(
    ("more", "damaged"), [(("二、紫云县人民政府关于价格的意见……5",), False), ((), True)]
)
def test_two_entries_count_on(*, more: tuple[str, ...], damaged: bool) -> None:
    """What is before the title of a single entry is damage."""
    issue = read("目录", f"一、{ENTRY}", *more, *DOCUMENT, *MORE)
    assert any(one.kind == "contents-damage" for one in issue.findings) is damaged


@pytest.mark.parametrize(("size", "cut"), [(89, True), (90, False)])
def test_a_line_of_the_imprint_has_eighty_nine_characters(*, size: int, cut: bool) -> None:
    imprint = f"主办：{words(size - 3)}"
    assert (imprint in [line.text for line in read(*DOCUMENT, imprint).masthead]) is cut


@pytest.mark.parametrize(("size", "title"), [(60, "紫云县人民政府公报"), (61, "")])
def test_the_line_of_the_name_has_sixty_characters(size: int, title: str) -> None:
    lines = (f"{'a' * (size - 9)}紫云县人民政府公报", "2021年第10期", *DOCUMENT)
    assert read_bytes("\n".join(lines).encode()).publication.title == title


@pytest.mark.parametrize(("size", "whole"), [(28, True), (29, False)])
def test_the_place_above_the_name_has_twenty_eight_characters(*, size: int, whole: bool) -> None:
    lines = ("紫" * size, "人民政府公报", "2021年第10期", *DOCUMENT)
    title = f"{'紫' * size if whole else ''}人民政府公报"
    assert read_bytes("\n".join(lines).encode()).publication.title == title


@pytest.mark.parametrize(("printed", "entry", "found"), [
    (TITLE, TITLE.replace("节约用", "粮食收"), 1),
    (TITLE.replace("工作", "事"), TITLE.replace("工作", "事").replace("节约用", "粮食收"), None),
])  # fmt: skip
def test_an_entry_and_its_document_are_alike_in_seventeen_of_twenty_characters(
    printed: str, entry: str, found: int | None
) -> None:
    assert len(printed) == (20 if found else 19)
    assert read("目录", f"{entry}……1", printed, *DOCUMENT[1:], *MORE).contents[0].document == found


@pytest.mark.parametrize(
    ("title", "clean"), [("关于物价事的通知", True), ("关于价格的通知", False)]
)
def test_a_scrap_stands_before_a_title_of_eight_characters(*, title: str, clean: bool) -> None:
    issue = read(
        "目录",
        f"石竹{title}（紫府发〔2021〕10号）……1",
        f"紫云县人民政府{title}",
        *DOCUMENT[1:],
        *MORE,
    )
    assert issue.contents[0].title == ("" if clean else "石竹") + title


def titles_of(*lines: str) -> list[str]:
    return [document.title for document in read(*lines).documents]


@pytest.mark.parametrize(("size", "found"), [(160, True), (161, False)])
def test_an_announced_title_has_one_hundred_and_sixty_characters(*, size: int, found: bool) -> None:
    title = f"{words(size - 2)}事项"
    lines = ("目录", ENTRY, f"{title}……5", *DOCUMENT, title[:80], title[80:], PROSE)
    assert (title in titles_of(*lines)) is found


@pytest.mark.parametrize(
    ("first", "found"), [("在紫云县第十五次防汛抗旱", True), ("在紫云县第十五次防汛抗", False)]
)
def test_the_first_line_of_a_broken_title_has_twelve_characters(*, first: str, found: bool) -> None:
    rest = "在紫云县第十五次防汛抗旱工作会议上的讲话".removeprefix(first)
    assert (first + rest in titles_of(*DOCUMENT, first, rest, "紫云县统计局", PROSE)) is found


@pytest.mark.parametrize(
    ("first", "found"), [("紫云县人民政府第五次常务", True), ("紫云县人民政府第五次常", False)]
)
def test_the_first_line_of_broken_minutes_has_twelve_characters(*, first: str, found: bool) -> None:
    rest = "紫云县人民政府第五次常务会议纪要".removeprefix(first)
    assert (first + rest in titles_of(*DOCUMENT, first, rest, PROSE)) is found


@pytest.mark.parametrize(("title", "found"), [("新闻名单", True), ("新名单", False)])
def test_a_title_of_four_characters_begins_a_document_anywhere(*, title: str, found: bool) -> None:
    lines = ("目录", ENTRY, f"{title}……5", *DOCUMENT[:4], title, PROSE, *DOCUMENT[4:])
    assert (title in titles_of(*lines)) is found


@pytest.mark.parametrize(("above", "found"), [(11, True), (12, False)])
def test_a_document_begins_on_the_twelfth_line(*, above: int, found: bool) -> None:
    """Behind the two lines of the masthead, with no document before it and no recipients below."""
    lines = (*[PROSE] * (above - 2), "紫云县人民政府关于价格工作的意见", PROSE, *DOCUMENT)
    assert ("紫云县人民政府关于价格工作的意见" in titles_of(*lines)) is found


@pytest.mark.parametrize(("above", "found"), [(2, True), (3, False)])
def test_a_date_in_the_third_line_below_its_title_ends_a_speech(*, above: int, found: bool) -> None:
    speech = (
        "在全县防汛工作会议上的讲话",
        "紫云县统计局",
        *["甲，乙"] * (above - 1),
        "（2021年4月2日）",
        PROSE,
    )
    lines = (*DOCUMENT, *speech, "紫云县人民政府关于价格工作的意见", PROSE)
    assert ("紫云县人民政府关于价格工作的意见" in titles_of(*lines)) is found


@pytest.mark.parametrize(("count", "found"), [(3, True), (4, False)])
def test_recipients_follow_a_title_over_three_lines(*, count: int, found: bool) -> None:
    recipients = ["各乡镇人民政府、", *["县直各部门、"] * (count - 2), "各单位："]
    lines = (*DOCUMENT[:4], "紫云县人民政府关于价格工作的意见", *recipients, PROSE)
    assert ("紫云县人民政府关于价格工作的意见" in titles_of(*lines)) is found


@pytest.mark.parametrize(("above", "count"), [(5, 1), (6, 2)])
def test_what_is_issued_is_named_in_eight_lines_below_the_title(above: int, count: int) -> None:
    title = "紫云县人民政府关于价格工作的意见"
    named = f"现转发{title}，请遵照执行。"
    assert (
        len(titles_of(*DOCUMENT[:3], *[PROSE] * above, named, *DOCUMENT[4:], title, PROSE)) == count
    )


@pytest.mark.parametrize(("size", "number"), [(60, "紫府发〔2021〕10号"), (61, None)])
def test_the_line_of_a_number_has_sixty_characters(size: int, number: str | None) -> None:
    line = f"紫府发{' ' * (size - 12)}〔2021〕10号"
    assert len(line) == size
    assert read(TITLE, line, *DOCUMENT[2:]).documents[0].number == number


@pytest.mark.parametrize(("size", "found"), [(49, True), (50, False)])
def test_the_line_of_an_order_has_forty_nine_characters(*, size: int, found: bool) -> None:
    line = f"紫云县人民政府令{' ' * (size - 11)}第3号"
    assert len(line) == size
    assert (
        "紫云县人民政府令" in titles_of(*DOCUMENT, line, PROSE, "紫云县人民政府", "2021年10月13日")
    ) is found


@pytest.mark.parametrize(("organs", "head"), [(2, True), (3, False)])
def test_a_red_head_stands_three_lines_above_the_number(*, organs: int, head: bool) -> None:
    lines = (
        "紫云县人民政府文件",
        *[f"紫云县{one}局" for one in "甲乙丙"[:organs]],
        "紫府发〔2021〕11号",
        *DOCUMENT[2:],
    )
    documents = read(
        *DOCUMENT, *lines[: organs + 2], "紫云县人民政府关于价格工作的意见", *DOCUMENT[2:]
    ).documents
    assert (
        any((document.head or "").startswith("紫云县人民政府文件") for document in documents)
        is head
    )


@pytest.mark.parametrize(("title", "count"), [("新闻名单", 1), ("新名单", 2)])
def test_a_title_of_four_characters_opens_the_body(title: str, count: int) -> None:
    assert (
        len(read("目录", f"{title}……1", title, "各项工作……5", *DOCUMENT, *MORE).contents) == count
    )


@pytest.mark.parametrize(
    ("title", "found"), [("关于价格工作的意见", True), ("关于价格事的意见", False)]
)
def test_a_title_of_nine_characters_is_found_behind_its_organ(*, title: str, found: bool) -> None:
    lines = (
        "目录",
        ENTRY,
        f"{title}……5",
        *DOCUMENT[:4],
        f"紫云县人民政府{title}",
        PROSE,
        *DOCUMENT[4:],
    )
    assert (f"紫云县人民政府{title}" in titles_of(*lines)) is found


@pytest.mark.parametrize(("count", "found"), [(6, True), (7, False)])
def test_a_title_goes_over_six_lines(*, count: int, found: bool) -> None:
    lines = ["紫云县人民政府", "关于", *"价格调控"[: count - 3], "工作的意见"]
    assert len(lines) == count
    after = title_after(read_lines("\n".join(lines)), 0, count)
    assert (after == (0, count)) is found


@pytest.mark.parametrize(("text", "title"), [
    ("关于某事的函", True), ("关于某某函", False), (f"关于{words(125)}的函号"[:127] + "的通知", True),
])  # fmt: skip
def test_the_length_of_a_title(*, text: str, title: bool) -> None:
    assert is_title(text) is title


@pytest.mark.parametrize(("size", "title"), [(130, True), (131, False)])
def test_a_title_has_one_hundred_and_thirty_characters(*, size: int, title: bool) -> None:
    text = f"关于{words(size - 5)}的通知"
    assert is_title(text) is title
    assert can_be_title_line(read_lines(words(size))[0]) is title


@pytest.mark.parametrize(("size", "found"), [(60, True), (61, False)])
def test_a_title_without_its_matter_has_sixty_characters(*, size: int, found: bool) -> None:
    title = f"{words(size - 2)}总结"
    assert (title in titles_of(*DOCUMENT, title, "紫府发〔2021〕11号", PROSE)) is found


@pytest.mark.parametrize(("size", "title"), [(40, True), (39, False)])
def test_a_line_of_forty_characters_may_hold_a_date(*, size: int, title: bool) -> None:
    assert can_be_title_line(read_lines(f"{words(size - 10)}2021年10月2日")[0]) is title


@pytest.mark.parametrize(("size", "stop"), [(59, 2), (60, 1)])
def test_the_line_that_closes_a_title_has_fifty_nine_characters(size: int, stop: int) -> None:
    lines = read_lines(f"紫云县人民政府关于印发《紫云县价格工作意见\n{words(size - 4)}》的通知")
    assert title_after(lines, 0, 2)[1] == stop


def test_a_title_ends_above_at_the_first_line_that_is_no_part_of_it() -> None:
    """One character is no organ, and no title goes on above it."""
    lines = read_lines("紫云县统计局印制\n山\n关于价格工作\n的意见\n紫府发〔2021〕10号")
    assert title_before(lines, 4, 0) == (2, 4)


def count_below_number(*below: str, above: tuple[str, ...] = ()) -> int:
    """How many documents a number that has no title above it begins, with these lines around it."""
    front = ("紫云县人民政府公报", "2021年第10期", *above)
    lines = (*front, "紫府发〔2021〕12号", *below, PROSE, "紫云县人民政府办公室", "2021年10月12日")
    try:
        issue = read_bytes("\n".join(lines).encode())
    except NotAGazette:
        return 0
    return [document.number for document in issue.documents].count("紫府发〔2021〕12号")


@pytest.mark.parametrize(("size", "count"), [(5, 0), (6, 1), (60, 1), (61, 0)])
def test_a_bare_title_below_a_number_has_six_to_sixty_characters(size: int, count: int) -> None:
    assert count_below_number(f"{words(size - 2)}办法", f"第一条　{PROSE}") == count


@pytest.mark.parametrize(("lines", "count"), [(2, 1), (3, 0)])
def test_a_bare_title_below_a_number_has_two_lines(lines: int, count: int) -> None:
    title = (*["紫云县城镇供水"] * (lines - 1), "管理办法")
    assert count_below_number(*title, f"第一条　{PROSE}") == count


@pytest.mark.parametrize(("above", "count"), [(10, 1), (11, 0)])
def test_a_number_without_a_title_has_twelve_lines_of_masthead_above_it(
    above: int, count: int
) -> None:
    masthead = tuple(f"总第{number}期" for number in range(above))
    assert count_below_number("各乡镇人民政府：", above=masthead) == count


@pytest.mark.parametrize(("size", "count"), [(39, 0), (40, 1)])
def test_a_line_with_a_whole_document_has_forty_characters(size: int, count: int) -> None:
    head = "紫云县人民政府关于水价的通知 各乡镇人民政府："
    lines = [f"{head}{words(size - len(head) - 1)}。", "紫云县人民政府", "2021年10月12日"]
    lines = ["紫云县人民政府公报", "2021年第10期", *lines]
    fused = [finding for finding in findings_of(*lines) if finding == "line-ends-lost"]
    assert len(fused) == count


@pytest.mark.parametrize(("size", "count"), [(120, 1), (121, 0)])
def test_a_title_with_its_number_on_one_line_has_one_hundred_and_twenty_characters(
    size: int, count: int
) -> None:
    number = "紫府发〔2021〕12号"
    title = f"紫云县人民政府关于{words(size - len(number) - 12)}的通知"
    line = f"2021年10月9日{title}{number}各乡镇人民政府：{PROSE}"
    fused = [finding for finding in findings_of(line) if finding == "line-ends-lost"]
    assert len(fused) == count


def findings_of(*lines: str) -> list[str]:
    """The kinds of the findings on an issue with a document and these lines."""
    return [finding.kind for finding in read(*DOCUMENT, *lines).findings]


@pytest.mark.parametrize(("title", "found"), [("关于节水通知", True), ("节水的通知", False)])
def test_a_title_before_its_number_has_six_characters(*, title: str, found: bool) -> None:
    """A shorter one may be the sign of the number."""
    row = f"{title}云政发〔2021〕8号"
    entry = read("目录", ENTRY, row, "……5", *DOCUMENT, *MORE).contents[1]
    number = row.removeprefix(title) if found else row
    assert (entry.title, entry.number) == (title if found else "", number)
