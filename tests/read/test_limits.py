"""Both sides of each limit of reading bytes into lines and of repairing these."""

import pytest
from msgspec import convert

from generator.errors import NotAGazette
from generator.lexicon.characters import squeeze
from generator.model import Finding
from generator.model.correction import Correction
from generator.proof.plain import is_page
from generator.read import read_print
from generator.read.lines import Line, read_lines
from generator.read.web.html import is_html, read_html

PROSE = "各级各部门要高度重视，明确任务分工，确保各项措施落到实处。"
FILLER = "各级有关方面要认真抓好各项具体工作"


def lines_of(page: str) -> list[Line]:
    """The lines of a page."""
    return read_html(page).lines


def words(size: int) -> str:
    """Words without a mark, of this many characters."""
    return (FILLER * (size // len(FILLER) + 1))[:size]


def read(*lines: str) -> tuple[list[str], tuple[Finding, ...]]:
    """The repaired lines without blanks, and the findings."""
    got = read_print("\n".join(lines).encode(), "print.txt")
    return [squeeze(line.text) for line in got.lines], tuple(got.findings)


def kinds(*lines: str) -> list[str]:
    return [finding.kind for finding in read(*lines)[1]]


def test_lines_of_few_characters_are_no_text() -> None:
    """Two thousand lines may hold anything, one line more holds four characters on average."""
    assert len(read_print("\n".join(["甲乙丙"] * 2000).encode(), "a.txt").lines) == 2000
    assert len(read_print("\n".join(["甲乙丙丁"] * 2001).encode(), "a.txt").lines) == 2001
    with pytest.raises(NotAGazette, match="2001 lines of fewer than 4 characters"):
        read_print("\n".join([*["甲乙丙丁"] * 2000, "甲乙丙"]).encode(), "a.txt")


@pytest.mark.parametrize(("latin", "whole"), [(51, True), (50, False)])
def test_utf_16_without_a_mark_has_more_than_a_quarter_of_zeros(*, latin: int, whole: bool) -> None:
    data = ("紫" * (100 - latin) + "a" * latin).encode("utf-16-le")
    assert read_print(data, "a.txt").lines[0].text.startswith("紫") is whole


def test_zeros_are_counted_in_two_thousand_bytes() -> None:
    """501 half-width characters among the first thousand are enough; 500 are not, whatever follows."""
    data = ("紫" * 499 + "a" * 501 + "云" * 9).encode("utf-16-be")
    assert read_print(data, "a.txt").lines[0].text.startswith("紫")
    with pytest.raises(NotAGazette):
        read_print(("紫" * 500 + "a" * 509).encode("utf-16-be"), "a.txt")


def controls(count: int, size: int) -> str:
    """A text of ``size`` characters, the last ``count`` of which are control characters."""
    return (
        "甲乙丙丁戊己庚辛壬\n" * ((size - count) // 10)
        + "甲" * ((size - count) % 10)
        + "\x01" * count
    )


@pytest.mark.parametrize(
    ("count", "size", "text"), [(400, 20000, True), (401, 20000, False), (401, 20001, True)]
)
def test_a_text_begins_with_four_hundred_control_characters_at_most(
    *, count: int, size: int, text: bool
) -> None:
    data = controls(count, size)
    assert len(data) == size
    if text:
        assert read_print(data.encode(), "a.txt").lines
    else:
        with pytest.raises(NotAGazette):
            read_print(data.encode(), "a.txt")


@pytest.mark.parametrize(("count", "found"), [(1, "U+0001"), (400, "U+0001×400")])
def test_a_finding_names_all_control_characters(count: int, found: str) -> None:
    (finding,) = read("甲乙" + "\x01" * count)[1]
    assert finding.found == found


@pytest.mark.parametrize(("size", "is_read"), [(99, False), (100, True)])
def test_one_character_in_a_hundred_may_be_undecodable(*, size: int, is_read: bool) -> None:
    data = words(size - 1).encode() + b"\xff"
    if not is_read:
        with pytest.raises(NotAGazette, match=r"a\.txt:1: 1 of 99 characters are damaged"):
            read_print(data, "a.txt")
        return
    found = [one for one in read_print(data, "a.txt").findings if one.kind == "undecoded"]
    assert [(one.line, one.found) for one in found] == [(1, "\ufffd")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("甲乙\n丙".encode() + b"\xff\xfe\n", "a.txt:2: 2 of 7 characters are damaged UTF-8"),
        (b"\xff" * 50, "a.txt:0: the file is neither"),
        ("甲乙".encode() + b"\xff\x00\x01", "a.txt:0: the file is neither"),
    ],
)
def test_a_file_that_is_damaged_is_refused_with_the_line_and_what_is_none_without(
    data: bytes, reason: str
) -> None:
    with pytest.raises(NotAGazette) as refused:
        read_print(data, "a.txt")
    assert str(refused.value).startswith(reason)


@pytest.mark.parametrize(("stretches", "rows"), [(2, 3), (3, 3)])
def test_lines_between_rules_are_one_row_where_three_stretches_are_ruled(
    stretches: int, rows: int
) -> None:
    rule = "├──┼──┤"
    table = [
        "┌──┬──┐",
        "│甲│乙│",
        rule,
        "│丙│丁│",
        "│戊│己│",
        *([rule, "│庚│辛│"] if stretches > 2 else []),
        "└──┴──┘",
    ]
    got = [line.text for line in read_print("\n".join(table).encode(), "a.txt").lines]
    assert len(got) == rows
    assert got[1] == ("丙\t丁" if stretches == 2 else "丙\u2028戊\t丁\u2028己")


@pytest.mark.parametrize(("text", "page"), [("<p><p><p>", True), ("<p><p>", False)])
def test_a_page_has_three_tags(*, text: str, page: bool) -> None:
    assert is_html(text) is page


@pytest.mark.parametrize(("size", "page"), [(19998, True), (19999, False)])
def test_the_tags_of_a_page_are_in_its_first_twenty_thousand_characters(
    *, size: int, page: bool
) -> None:
    assert is_html("<p><p>".ljust(size, "a") + "<p>") is page


@pytest.mark.parametrize("count", [1, 100])
def test_a_tag_that_never_ends_is_text(count: int) -> None:
    text = "".join(line.text for line in lines_of(f"<p>{'甲<b ' * count}</p><p>乙</p>"))
    assert text.replace(" ", "") == "甲<b" * count + "乙"


@pytest.mark.parametrize(("size", "mark"), [(200, "nav"), (201, "")])
def test_a_menu_has_half_of_the_text_of_a_page(size: int, mark: str) -> None:
    lines = lines_of(f"<nav>{words(size)}</nav><p>{words(200)}</p>")
    assert [line.mark for line in lines] == [mark, ""]


@pytest.mark.parametrize(("depth", "lines"), [(59, ["甲", "乙"]), (60, ["甲乙"])])
def test_elements_are_followed_to_a_depth_of_sixty(depth: int, lines: list[str]) -> None:
    assert [line.text for line in lines_of(f"<body>{'<div>' * depth}甲<p>乙</p></body>")] == lines


@pytest.mark.parametrize(("size", "mark"), [(120, "nav"), (121, "")])
def test_what_is_named_like_a_part_of_a_site_has_one_hundred_and_twenty_characters(
    size: int, mark: str
) -> None:
    lines = lines_of(f'<body><div class="share">{words(size)}</div></body>')
    assert [line.mark for line in lines] == [mark]


@pytest.mark.parametrize(("paragraphs", "lines"), [(20, 1), (21, 22)])
def test_a_cell_of_a_table_holds_twenty_paragraphs(paragraphs: int, lines: int) -> None:
    page = f"<body><table><tr><td>{'<p>甲</p>' * paragraphs}</td><td>乙</td></tr></table></body>"
    assert len(lines_of(page)) == lines


@pytest.mark.parametrize(("rows", "columns", "span"), [
    (200, 60, (0, 200, 60)), (201, 60, (0, 200, 60)), (200, 61, (0, 200, 60)),
])  # fmt: skip
def test_a_merged_cell_covers_two_hundred_rows_and_sixty_columns(
    rows: int, columns: int, span: tuple[int, int, int]
) -> None:
    page = f'<body><table><tr><td rowspan="{rows}" colspan="{columns}">甲</td></tr><tr><td>乙</td></tr></table></body>'
    assert lines_of(page)[0].spans == (span,)


@pytest.mark.parametrize(("blanks", "indent"), [(1, False), (2, True)])
def test_two_blanks_are_an_indent(*, blanks: int, indent: bool) -> None:
    assert read_lines(" " * blanks + "甲乙")[0].indent is indent


@pytest.mark.parametrize(("above", "gone"), [(7, False), (8, True)])
def test_eight_lines_are_the_masthead(*, above: int, gone: bool) -> None:
    head = "紫云市人民政府公报2020年第3期"
    assert (head not in read(*[PROSE] * above, head, PROSE)[0]) is gone


@pytest.mark.parametrize(("count", "gone"), [(2, False), (3, True)])
def test_a_running_head_is_printed_three_times(*, count: int, gone: bool) -> None:
    head = "紫云市人民政府公报"
    assert (head not in read(*[PROSE] * 8, *[head, PROSE] * count)[0]) is gone


@pytest.mark.parametrize(("size", "gone"), [(70, True), (71, False)])
def test_a_running_head_has_seventy_characters(*, size: int, gone: bool) -> None:
    name, issue = "紫云市人民政府公报", "2020年第3期"
    head = f"{name}{' ' * (size - len(name + issue))}{issue}"
    assert (name + issue not in read(*[PROSE] * 8, head, PROSE)[0]) is gone


@pytest.mark.parametrize(("one", "other", "gone"), [
    ("东紫云市人民政府办公室公报", "西紫云市人民政府办公室公报", True),
    ("东云市人民政府办公室公报", "西云市人民政府办公室公报", False),
])  # fmt: skip
def test_heads_are_one_by_the_last_twelve_characters_of_their_name(
    *, one: str, other: str, gone: bool
) -> None:
    lines, _ = read(*[PROSE] * 8, one, PROSE, other, PROSE, one, PROSE)
    assert (one not in lines) is gone


@pytest.mark.parametrize(("count", "gone"), [(1, False), (2, True)])
def test_words_beside_page_numbers_are_a_head_where_they_are_printed_twice(
    *, count: int, gone: bool
) -> None:
    head = "领导讲话　省政府文件"
    pages = [line for page in range(count) for line in (PROSE, head, f"— {page + 3} —", PROSE)]
    assert (squeeze(head) not in read(*pages)[0]) is gone


@pytest.mark.parametrize(("size", "gone"), [(40, True), (41, False)])
def test_words_beside_page_numbers_have_forty_characters(*, size: int, gone: bool) -> None:
    head = f"领导讲话{' ' * (size - 9)}省政府文件"
    pages = [line for page in range(2) for line in (PROSE, head, f"— {page + 3} —", PROSE)]
    assert (squeeze(head) not in read(*pages)[0]) is gone


@pytest.mark.parametrize(("following", "gone"), [(16, True), (17, False), (12, False)])
def test_page_numbers_count_on_by_four(*, following: int, gone: bool) -> None:
    lines, _ = read(PROSE, "12", PROSE, str(following), PROSE)
    assert ("12" not in lines) is gone


@pytest.mark.parametrize(("rows", "gone"), [(5, False), (6, True)])
def test_the_page_of_an_entry_is_six_lines_off(*, rows: int, gone: bool) -> None:
    lines, _ = read("目录", *[words(11)] * rows, "3", words(11), "5", words(11), "7", PROSE)
    assert ("5" not in lines) is gone


@pytest.mark.parametrize(("text", "reported"), [
    ("认真落实责任" * 3, True), ("认真落实责" * 3 + "并抓", False), ("认真落实责" * 3 + "并抓好", True),
    ("认真落实责任" * 2 + "并认真抓好各项", False),
])  # fmt: skip
def test_a_loop_is_reported_in_a_line_of_eighteen_characters(*, text: str, reported: bool) -> None:
    assert ("ocr-loop" in kinds(text)) is reported


@pytest.mark.parametrize("count", [1, 40])
def test_findings_say_every_piece_of_markup(count: int) -> None:
    (marks,) = [finding for finding in read("甲<u>乙" * count)[1] if finding.kind == "markup"]
    assert marks.found.split() == ["<u>"] * count
    figures = [finding for finding in read("甲$1$乙" * count)[1] if finding.kind == "markup"]
    assert [(one.found, one.correct) for one in figures] == [("$1$", "1")] * count


@pytest.mark.parametrize(("count", "size", "repaired"), [
    (20, 500, True), (21, 500, False), (21, 10500, True), (21, 10499, False),
])  # fmt: skip
def test_a_text_with_few_traditional_forms_is_simplified(
    *, count: int, size: int, repaired: bool
) -> None:
    filler = size - count
    lines, _ = read("門" * count + words(filler % 50), *[words(50)] * (filler // 50))
    assert lines[0].startswith("门") is repaired


@pytest.mark.parametrize(("simplified", "repaired"), [(20, True), (19, False)])
def test_a_simplified_text_has_four_simplified_forms_for_each_traditional_one(
    *, simplified: int, repaired: bool
) -> None:
    lines, _ = read("甲" + "門" * 5, "国" * simplified)
    assert lines[0].endswith("门") is repaired


def torn(head: str, half: int = 12, times: int = 3, between: tuple[str, ...] = ()) -> bool:
    """Whether a line is a running head between the halves of this many paragraphs."""
    first = f"要{words(half - 4)}，明确"
    assert len(first) == half
    paragraphs = [
        (PROSE, first, *between, head.format(nth + 3), f"责任，{words(9)}。")
        for nth in range(times)
    ]
    lines, _ = read(*(line for paragraph in paragraphs for line in paragraph))
    return squeeze(head.format(3)) not in lines


@pytest.mark.parametrize(("half", "gone"), [(11, False), (12, True)])
def test_the_first_half_of_a_torn_paragraph_has_twelve_characters(*, half: int, gone: bool) -> None:
    assert torn("紫云之窗", half=half) is gone


@pytest.mark.parametrize(
    ("head", "gone"), [("闻闻", False), ("闻闻闻", True), ("闻" * 60, True), ("闻" * 61, False)]
)
def test_a_head_that_tears_has_three_to_sixty_characters(*, head: str, gone: bool) -> None:
    assert torn(head) is gone


@pytest.mark.parametrize(("head", "times", "gone"), [
    ("紫云之窗", 3, True), ("紫云之窗", 2, False), ("紫云之窗 {}", 2, True), ("紫云之窗 {}", 1, False),
])  # fmt: skip
def test_a_head_tears_three_paragraphs_or_two_where_figures_count_on(
    *, head: str, times: int, gone: bool
) -> None:
    assert torn(head, times=times) is gone


@pytest.mark.parametrize(("between", "gone"), [
    (("— 12 —", "第 12 页 共 40 页"), True), (("— 12 —", "第 12 页 共 40 页", "Page 12 of 40"), False),
])  # fmt: skip
def test_the_halves_of_a_torn_paragraph_are_three_lines_from_the_head(
    *, between: tuple[str, ...], gone: bool
) -> None:
    assert torn("紫云县城市建设公告", between=between) is gone


@pytest.mark.parametrize(("count", "kept"), [(20, 0), (21, 1)])
def test_a_source_has_twenty_heads_that_tear(count: int, kept: int) -> None:
    heads = [f"紫云之{one}" for one in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌"[:count]]
    lines, _ = read(
        *(
            line
            for head in heads
            for _ in range(3)
            for line in (f"要{words(9)}，明确", head, f"责任，{PROSE}")
        )
    )
    assert len(set(heads) & set(lines)) == kept


@pytest.mark.parametrize(("size", "repaired"), [(59, True), (60, False)])
def test_a_shifted_mark_closes_a_quotation_of_sixty_characters(
    *, size: int, repaired: bool
) -> None:
    lines, _ = read(f"开展“{words(size)}冶活动。")
    assert ("”" in lines[0]) is repaired


@pytest.mark.parametrize(("size", "repaired"), [(598, True), (599, False)])
def test_a_circled_number_is_six_hundred_characters_from_the_one_before(
    *, size: int, repaired: bool
) -> None:
    lines, _ = read(f"包括：淤{words(size)}；于落实责任。")
    assert ("②" in lines[0]) is repaired


@pytest.mark.parametrize(("size", "shown"), [(24, 24), (25, 24)])
def test_the_finding_on_a_split_shows_twenty_four_characters(size: int, shown: int) -> None:
    split = {
        "exact": "第二段",
        "split": True,
        "by": "编者",
        "on": "2026-11-21",
        "why": "两段相连",
        "authority": "reading",
    }
    data = f"第一段话。第二段{words(size - 3)}".encode()
    (finding,) = read_print(data, "a.txt", [convert(split, Correction)]).findings
    assert len(finding.found) == shown


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("明明确确责责任任人人", True),
        ("明明确确责责任任", False),
        ("明明确确责责任任——", True),
        ("明明确确责责责责——", False),
    ],
)
def test_five_pairs_with_four_characters_are_a_doubled_line(*, text: str, doubled: bool) -> None:
    assert ("bold-doubled" in kinds(PROSE, text, PROSE)) is doubled


@pytest.mark.parametrize(("rest", "rows"), [("造林", 4), ("和造林", 5)])
def test_the_end_of_a_word_below_its_row_has_two_characters(rest: str, rows: int) -> None:
    table = ["序号\t任务\t要求", "1\t清理\t按期", "2\t植树\t种草", rest, "3\t修路\t按期"]
    assert len(read(*table)[0]) == rows


@pytest.mark.parametrize(("between", "rows"), [(11, 1), (12, 2)])
def test_a_whole_row_is_twelve_lines_above_a_broken_one(between: int, rows: int) -> None:
    prose = [f"{words(20)}第{nth}次" for nth in range(between)]
    found = read("| 1 | 植树 |", *prose, "| 2 | 修", "路 |")[0]
    assert len(found) == 1 + between + rows


@pytest.mark.parametrize(("inside", "rows"), [(6, 1), (7, 9)])
def test_a_broken_row_has_eight_lines(inside: int, rows: int) -> None:
    found = read("| 1 | 植树 |", "| 2 | 修", *("路桥闸坝堤渠井"[:inside]), "塘 |")[0]
    assert len(found) == 1 + rows


@pytest.mark.parametrize(("size", "rows"), [(60, 1), (61, 3)])
def test_a_line_inside_a_row_has_sixty_characters(size: int, rows: int) -> None:
    found = read("序号\t任务\t要求", "1\t清理\t按期", "2\t植", words(size), "苗\t种草")[0]
    assert len(found) == 2 + rows


@pytest.mark.parametrize(
    ("rows", "joined"),
    [
        (("|工业项目|工业项目|",), 0),
        (("|工业项目|工业项目|工业项目|",), 1),
        (("|工业类|工业类|工业类|",), 0),
        (("|工业项目|工业项目|工业项目|", "|工业|工业|工业|"), 2),
        (("|工业项目|工业项目|工业项目|", "|无|无|无|"), 1),
    ],
)
def test_a_merged_cell_in_three_columns_has_four_characters(
    rows: tuple[str, ...], joined: int
) -> None:
    """Two are enough beside one of four."""
    assert kinds("|序号|任务|单位|", *rows, "|1|植树|县林业局|").count("cell-repeated") == joined


def links(count: int, label: int, tail: str = "") -> str:
    """A list of links and an element of text behind it."""
    return (
        "<ul>" + f'<li><a href="/a">{words(label)}</a></li>' * count + f"{tail}</ul><p>{PROSE}</p>"
    )


@pytest.mark.parametrize(
    ("count", "label", "mark"), [(2, 12, "nav"), (1, 12, ""), (2, 13, ""), (3, 1, "nav")]
)
def test_a_menu_has_two_links_of_twelve_characters_at_most(
    count: int, label: int, mark: str
) -> None:
    assert lines_of(links(count, label))[0].mark == mark


@pytest.mark.parametrize(("size", "mark"), [(400, "nav"), (401, "")])
def test_a_footer_has_four_hundred_characters_at_most(size: int, mark: str) -> None:
    licence = "某ICP备00000000号"
    page = f"<p>{PROSE}</p><div><p>{words(size - len(licence))}</p><p>{licence}</p></div>"
    assert lines_of(page)[1].mark == mark


@pytest.mark.parametrize(("levels", "mark"), [(6, "nav"), (7, "")])
def test_a_footer_is_searched_for_in_six_elements_around_its_licence(
    levels: int, mark: str
) -> None:
    around, end = "<div>" * (levels - 1), "</div>" * (levels - 1)
    deep = f"<p>{PROSE}</p><div><p>{FILLER}</p>{around}某ICP备0号{end}</div>"
    assert lines_of(deep)[1].mark == mark


@pytest.mark.parametrize(("nodes", "mark"), [(39, "nav"), (40, "")])
def test_the_words_of_a_link_are_in_its_first_forty_nodes(nodes: int, mark: str) -> None:
    link = f'<a href="/a">{"<i></i>" * nodes}某某</a>'
    assert lines_of(f"<div>{link}{link}</div><p>{PROSE}</p>")[0].mark == mark


@pytest.mark.parametrize(("lines", "rows"), [(2, True), (3, False)])
def test_a_cell_that_is_a_document_has_three_lines(*, lines: int, rows: bool) -> None:
    cell = "<br>".join(["甲乙", "丙丁", "某政发〔2021〕3号"][3 - lines :])
    table = f"<table><tr><td>{cell}</td><td>甲</td></tr></table>"
    assert bool(lines_of(table)[0].cells) is rows


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<html><head>" + " " * 20000 + "<body><div></div><p></p>", True),
        ("<head>" + " " * 20000 + "<div></div><p></p>", False),
        ("<html><head><body><table></table></body></html>", True),
        ("<html><body><table></table></body></html>", True),
        ("<html><body><table></table></body></html>" * 2 + "\n各地", False),
        ("<html><body><table></table></body></html>" * 2, True),
    ],
)
def test_a_page_is_known_by_its_body_where_its_head_is_long(*, text: str, page: bool) -> None:
    assert is_html(text) is is_page(text) is page


@pytest.mark.parametrize(("foreign", "is_read"), [(10, True), (11, False)])
def test_utf_16_without_a_mark_has_nine_usual_characters_of_ten(
    *, foreign: int, is_read: bool
) -> None:
    data = ("紫" * (98 - foreign) + "\n甲" + "ก" * foreign).encode("utf-16-be")
    assert read_print(data, "a.txt").lines[0].text.startswith("紫") is is_read


@pytest.mark.parametrize(("size", "left"), [(200, 1), (201, 202)])
def test_a_comment_has_two_hundred_lines_at_most(size: int, left: int) -> None:
    lines, _ = read("<!--", *(FILLER for _ in range(size - 2)), "-->", PROSE)
    assert len(lines) == left


def labels(*beside: str, count: int = 2) -> list[str]:
    """What is kept of a table of labels below the first lines of a print."""
    table = ("索引号：一", "主题分类：二", "来源：三")[:count]
    return read(*[PROSE] * 5, *table, *beside)[0][5:]


@pytest.mark.parametrize(("count", "left"), [(1, 2), (2, 1)])
def test_a_table_of_a_site_has_two_labels(count: int, left: int) -> None:
    assert len(labels("关于防汛工作的通知", count=count)) == left


@pytest.mark.parametrize(("between", "left"), [(1, 2), (2, 5)])
def test_a_table_of_a_site_is_two_lines_from_a_title(between: int, left: int) -> None:
    assert len(labels(*[PROSE] * between, "关于防汛工作的通知")) == left


@pytest.mark.parametrize(("above", "left"), [(4, 4), (5, 7)])
def test_a_table_of_a_site_begins_within_four_lines_of_a_page(above: int, left: int) -> None:
    assert len(read(*[PROSE] * above, "索引号：一", "来源：二")[0]) == left


@pytest.mark.parametrize(("size", "left"), [(120, 1), (121, 3)])
def test_the_value_of_a_label_has_120_characters(size: int, left: int) -> None:
    assert len(read("索引号：一", "来源：" + words(size), PROSE)[0]) == left


@pytest.mark.parametrize(("between", "kept"), [(5, False), (6, True)])
def test_a_document_prints_its_number_within_six_lines_of_the_table(
    *, between: int, kept: bool
) -> None:
    number = "云政发〔2021〕3号"
    lines, _ = read("索引号：一", f"文号：{number}", *[PROSE] * between, number)
    assert (lines[0] == number) is kept


@pytest.mark.parametrize(("blanks", "left"), [(7, 1), (8, 3)])
def test_a_label_alone_on_its_line_has_ten_characters(blanks: int, left: int) -> None:
    assert len(read(f"索引{' ' * blanks}号", "来源：二", PROSE)[0]) == left


@pytest.mark.parametrize(("between", "kept"), [(5, False), (6, True)])
def test_a_text_prints_its_title_within_six_lines_of_its_front_matter(
    *, between: int, kept: bool
) -> None:
    title = "云溪县关于防汛工作的通知"
    lines, _ = read("---", f"title: {title}", "---", *[PROSE] * between, title)
    assert (lines[0] == title) is kept


@pytest.mark.parametrize(("count", "left"), [(60, 1), (61, 62)])
def test_front_matter_has_sixty_lines(count: int, left: int) -> None:
    assert len(read("---", *["title: a"] * count, "---", PROSE)[0]) == left


@pytest.mark.parametrize(("repeated", "left"), [(2, 4), (1, 6)])
def test_a_hidden_text_is_a_copy_where_more_than_half_is_shown(repeated: int, left: int) -> None:
    """Its number is not shown; of its other two lines both are, or one, which is no more than half of three."""
    texts = ["甲乡要做好防汛工作。", "乙乡要做好抗旱工作。"]
    shown = [*texts[:repeated], *["丙乡要做好值班工作。"] * (4 - repeated)][
        : 4 if repeated == 2 else 3
    ]
    hidden = ["云政发〔2021〕3号", *texts]
    inner, outer = ("".join(f"<p>{text}</p>" for text in lines) for lines in (hidden, shown))
    assert len(lines_of(f"<body>{outer}<div hidden>{inner}</div></body>")) == left


NUMBER = "柳政发〔2021〕6号"


@pytest.mark.parametrize(("signs", "gone"), [(3, False), (4, True)])
def test_a_red_rule_has_four_signs(*, signs: int, gone: bool) -> None:
    rule = "—" * signs
    assert (rule not in read(PROSE, NUMBER, rule, PROSE)[0]) is gone


@pytest.mark.parametrize(("between", "gone"), [(2, True), (3, False)])
def test_a_red_rule_is_three_lines_below_the_number(*, between: int, gone: bool) -> None:
    signed = [f"签发人：王{nth}" for nth in "一二三"[:between]]
    assert ("————" not in read(PROSE, NUMBER, *signed, "————", PROSE)[0]) is gone


@pytest.mark.parametrize(("end", "size", "gone"), [("发布", 40, True), ("，发布", 41, False)])
def test_a_watermark_has_forty_characters(*, end: str, size: int, gone: bool) -> None:
    mark = f"本文档由第一文库网整理收集搜集提供发布上传分享下载首发会员，整理与收集和提供{end}"
    assert len(mark) == size
    assert (mark not in read(PROSE, mark, PROSE)[0]) is gone


@pytest.mark.parametrize(("size", "gone"), [(80, True), (81, False)])
def test_a_watermark_has_eighty_characters_with_its_blanks(*, size: int, gone: bool) -> None:
    mark = "扫描全能王" + " " * (size - 7) + "创建"
    assert ("扫描全能王创建" not in read(PROSE, mark, PROSE)[0]) is gone


@pytest.mark.parametrize(("count", "gone"), [(1, False), (2, True)])
def test_an_address_that_is_a_watermark_is_printed_twice(*, count: int, gone: bool) -> None:
    lines = read(PROSE, *["www.zylib.cn", PROSE] * count)[0]
    assert ("www.zylib.cn" not in lines) is gone


@pytest.mark.parametrize(("between", "gone"), [(1, False), (2, True)])
def test_values_of_a_list_are_two_lines_apart(*, between: int, gone: bool) -> None:
    lines = read(PROSE, "东溪镇", "12", *["西溪镇"] * between, "14", PROSE)[0]
    assert ("12" not in lines) is gone


@pytest.mark.parametrize(("size", "gone"), [(10, False), (11, True)])
def test_the_name_between_two_values_has_ten_characters(*, size: int, gone: bool) -> None:
    lines = read(PROSE, "东溪镇", "12", words(size), "14", PROSE)[0]
    assert ("12" not in lines) is gone


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (("————", NUMBER), 0),
        (("————", "━━★━━", NUMBER), 0),
        (("————", "━━━━"), 2),
        (("————", PROSE), 1),
        (("柳溪县人民政府文件", "━━━━"), 0),
        (("柳溪县人民政府", "★"), 0),
        (("柳溪县人民政府", "☆"), 1),
        (("柳溪县人民政府", PROSE, "★"), 1),
        ((NUMBER, "————", "━━★━━"), 0),
        (("甲\t乙", "————\t————", NUMBER), 1),
        ((f"{NUMBER}\t甲", "————"), 1),
        (("柳溪县人民政府文件", "————", "━━━━"), 0),
    ],
    ids=[
        "above a number", "two above a number", "two in a text", "in a text", "below a head", "star below an organ",
        "another star alone", "star in a text", "two below a number", "row", "below a row",
        "two below a head",
    ],
)  # fmt: skip
def test_a_red_rule_is_beside_a_number_or_below_a_head(lines: tuple[str, ...], kept: int) -> None:
    got = read(PROSE, *lines)[0]
    assert sum(not any("\u3400" <= sign <= "\u9fff" for sign in line) for line in got) == kept


def test_a_rule_that_opens_a_source_is_kept() -> None:
    assert read("————", PROSE)[0] == ["————", PROSE]


def test_a_watermark_in_a_row_is_a_cell() -> None:
    assert read(PROSE, "扫描全能王\t创建")[0] == [PROSE, "扫描全能王创建"]


def test_a_figure_on_the_last_line_has_no_unit_below() -> None:
    assert read("投资", "300", "万元", PROSE, "12")[0][1] == "300"


def test_a_word_that_opens_like_an_address_is_text() -> None:
    assert read(PROSE, "WTO", PROSE, "WTO")[0] == [PROSE, "WTO", PROSE, "WTO"]
