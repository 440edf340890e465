"""Both sides of each limit of reading lines into paragraphs, headings, tables and rosters."""

import pytest

from generator.model import Heading, Item, Paragraph, Signature, Table
from tests.parse.limits import PROSE, blocks_of, document_of, headings_of, issue_of, leads_of, texts_of, words

LONG = f"{PROSE}{PROSE}{PROSE}"
"""A line that is too wide for hard-wrapped text."""


def tables_of(*lines: str) -> list[Table]:
    return [block for block in blocks_of(PROSE, *lines) if isinstance(block, Table)]


@pytest.mark.parametrize(("lines", "count"), [
    pytest.param(("序号  单位  数量", "1  甲局  12", "2  乙局  13"), 1, id="3 cells, 3 rows"),
    pytest.param(("单位  数量", "甲局  12", "乙局  13"), 0, id="2 cells"),
    pytest.param(("序号  单位  数量", "1  甲局  12"), 0, id="2 rows"),
    pytest.param(("序号  单位  数量", f"1  {words(30)}  12", "2  乙局  13"), 1, id="cell of 30"),
    pytest.param(("序号  单位  数量", f"1  {words(31)}  12", "2  乙局  13"), 0, id="cell of 31"),
    pytest.param(("序号  单位  数量", f"1  甲局{' ' * 113}120", "2  乙局  13"), 0, id="2 cells in a row"),
    pytest.param(("序号  单位  数量", f"1  甲局{' ' * 113}12", "2  乙局  13"), 1, id="row of 120"),
    pytest.param(("序号  单位  数量", f"1  甲局{' ' * 114}12", "2  乙局  13"), 0, id="row of 121"),
])  # fmt: skip
def test_a_table_that_blanks_set(lines: tuple[str, ...], count: int) -> None:
    assert len(tables_of(*lines)) == count


@pytest.mark.parametrize(("size", "count"), [(45, 1), (46, 0)])
def test_a_heading_on_its_own_line_has_forty_five_characters(size: int, count: int) -> None:
    assert len(headings_of(f"一、{words(size)}", PROSE)) == count


@pytest.mark.parametrize(("caption", "lead"), [
    ("总则", True), ("总", False), (words(40), True), (words(41), False), ("统一，公开，有效", True),
    ("统一，公开，有效，方便", False),
])  # fmt: skip
def test_a_run_in_heading(*, caption: str, lead: bool) -> None:
    assert (leads_of(f"（一）{caption}。{PROSE}")[0] is not None) is lead


@pytest.mark.parametrize(("captions", "plain", "rest", "leads"), [
    pytest.param(5, 0, "应当加快发展，抓好。", 5, id="10 behind"),
    pytest.param(5, 0, "应当加快发展，抓。", 0, id="9 behind"),
    pytest.param(1, 0, "应当加快发展，抓好工作。", 0, id="1 caption"),
    pytest.param(5, 5, "应当加快发展，抓好工作。", 5, id="5 of 10"),
    pytest.param(5, 6, "应当加快发展，抓好工作。", 0, id="5 of 11"),
])  # fmt: skip
def test_captions_that_blanks_set_apart(captions: int, plain: int, rest: str, leads: int) -> None:
    """The paragraphs of one list have captions, those of another have none."""
    names = ("推动结构优化", "推动产业结构升级", "扩大规模", "培育合作社", "加强管理")
    lines = [f"（{nth}）{name}　{rest}" for nth, name in zip("一二三四五"[:captions], names, strict=False)]
    found = leads_of(*lines, *(f"（{nth}）{rest}" for nth in "一二三四五六"[:plain]))
    assert len([lead for lead in found if lead]) == leads


@pytest.mark.parametrize(("other", "leads"), [("推动产业结构升级", 2), ("推动产业的升级", 0)])
def test_captions_differ_by_two_characters(other: str, leads: int) -> None:
    rest = "应当加快发展，抓好工作。"
    found = leads_of(f"（一）推动结构优化　{rest}", f"（二）{other}　{rest}")
    assert len([lead for lead in found if lead]) == leads


@pytest.mark.parametrize(("size", "title"), [(40, True), (41, False)])
def test_the_rest_of_the_name_of_an_attachment_has_forty_characters(*, size: int, title: bool) -> None:
    first, rest = "紫云县价格目录（", f"{words(size - 1)}）"
    parts = document_of(PROSE, f"附件：1.{first}", rest, behind=(first, rest, PROSE)).parts
    assert (parts[-1].title == first + rest) is title


@pytest.mark.parametrize(("size", "shown"), [(24, 24), (25, 24)])
def test_the_finding_on_a_scrambled_cell_shows_twenty_four_characters(size: int, shown: int) -> None:
    issue = issue_of(PROSE, "序号\t名称", f"1\t市市市市{words(size - 4)}", "2\t县财政局")
    assert [len(finding.found) for finding in issue.findings if finding.kind == "cell-scrambled"] == [shown]


@pytest.mark.parametrize(("figure", "texts"), [("1234", ["1234", PROSE]), ("123", [f"123{PROSE}"])])
def test_a_figure_of_four_places_is_a_paragraph(figure: str, texts: list[str]) -> None:
    assert texts_of(PROSE, figure, PROSE)[1:] == texts


SPACED_TEXT = [line for _ in range(8) for line in ("各级各部门要高度重视，明确", f"分工。{PROSE}", "")]


@pytest.mark.parametrize(("blanks", "count"), [(1, 10), (2, 9)])
def test_a_single_blank_line_begins_a_paragraph(blanks: int, count: int) -> None:
    lines = (*SPACED_TEXT, "要抓好各项具体", *[""] * blanks, f"任务。{PROSE}")
    assert len(texts_of(*lines)) == count


@pytest.mark.parametrize(("text", "joined"), [("甲乙丙", True), ("甲乙", False)])
def test_a_line_of_two_characters_says_nothing_of_the_indent(*, text: str, joined: bool) -> None:
    texts = texts_of(*[f"　　{PROSE}"] * 4, text, f"　　{PROSE}")
    assert any(PROSE + text in one for one in texts) is joined


def test_a_text_goes_on_behind_its_last_word() -> None:
    """的 goes on, 目的 does not: two characters decide."""
    assert headings_of("一、目的", PROSE) == ["一、目的"]
    assert headings_of("一、工作的", PROSE) == []


def wrapped(*lines: str) -> tuple[str, ...]:
    """Lines in hard-wrapped text, 40 characters wide, whose paragraphs are indented."""
    paragraph = (f"　　各级，{words(35)}", f"要，{words(38)}", "任务，抓好各项。")
    return (*paragraph * 4, *lines, *paragraph * 2)


@pytest.mark.parametrize(("size", "joined"), [(160, True), (161, False)])
def test_the_beginning_of_a_note_has_one_hundred_and_sixty_characters(*, size: int, joined: bool) -> None:
    head = [f"　　（{words(35)}", *[f"　　{words(36)}"] * 3]
    note = [*head, f"　　{words(size - sum(len(line) - 2 for line in head))}", "　　通过）"]
    assert any(text.endswith("通过）") and text.startswith("（") for text in texts_of(*wrapped(*note))) is joined


@pytest.mark.parametrize(("size", "joined"), [(35, True), (34, False)])
def test_figures_make_a_full_line_three_characters_shorter(*, size: int, joined: bool) -> None:
    heading = f"一、{words(size - 2)}"
    texts = texts_of(*wrapped(f"　　{heading}", "认真落实", f"　　{PROSE}"))
    assert (f"{heading}认真落实" in texts) is joined


@pytest.mark.parametrize(("size", "joined"), [(24, True), (23, False)])
def test_a_torn_line_fills_three_fifths_of_the_width(*, size: int, joined: bool) -> None:
    texts = texts_of(*wrapped(words(size), "认真落实。"))
    assert any(text.endswith(f"{words(size)}认真落实。") for text in texts) is joined


@pytest.mark.parametrize(("text", "joined"), [("领导级。", True), ("领导各级。", False)])
def test_four_characters_end_a_heading(*, text: str, joined: bool) -> None:
    assert (f"一、加强组织{text}" in texts_of("一、加强组织", text, PROSE)) is joined


@pytest.mark.parametrize(("size", "between", "joined"), [(9, 0, True), (8, 0, False), (9, 37, True), (9, 38, False)])
def test_a_line_of_nine_characters_goes_on_with_a_heading_beside_siblings(
    *, size: int, between: int, joined: bool
) -> None:
    """The sibling is a sentence, up to 39 lines away."""
    texts = texts_of("一、加强组织", words(size), *[PROSE] * between, f"二、{PROSE}")
    assert (f"一、加强组织{words(size)}" in "".join(texts[:1])) is joined


@pytest.mark.parametrize(("line", "count", "listed"), [
    (words(24), 3, True), (words(25), 3, False), ("甲乙", 3, True), ("甲", 3, False), (words(9), 2, False),
])  # fmt: skip
def test_a_list_of_short_lines(*, line: str, count: int, listed: bool) -> None:
    assert (line in texts_of(LONG, "通报下列情况：", *[line] * count, PROSE)) is listed


@pytest.mark.parametrize(("size", "listed"), [(24, True), (25, False)])
def test_label_and_value_stand_below_a_short_line(*, size: int, listed: bool) -> None:
    assert (words(size) in texts_of(words(size), "举报电话：八八八", PROSE)) is listed


@pytest.mark.parametrize(("size", "listed"), [(25, True), (24, False)])
def test_a_full_paragraph_stands_below_label_and_value(*, size: int, listed: bool) -> None:
    texts = texts_of(PROSE, "联系人：王大河", "联系电话：八八八", f"{words(size - 1)}。")
    assert (f"{words(size - 1)}。" in texts) is listed


@pytest.mark.parametrize(("size", "signature"), [(30, True), (31, False)])
def test_an_organ_of_thirty_characters_signs_a_part(*, size: int, signature: bool) -> None:
    organ = f"{('东湖南山' * 8)[: size - 5]}人民政府局"
    assert len(organ) == size
    blocks = document_of(PROSE, behind=("附件1", "紫云县价格目录", PROSE, organ)).parts[-1].blocks
    assert isinstance(blocks[-1], Signature) is signature


@pytest.mark.parametrize(("size", "count"), [(45, 1), (46, 0)])
def test_a_marked_heading_has_forty_five_characters(size: int, count: int) -> None:
    assert len(headings_of(PROSE, f"# {words(size)}", "# 甲乙。", PROSE)) == count


@pytest.mark.parametrize(("behind", "kind"), [("。级", Item), ("。级级", Paragraph)])
def test_two_characters_behind_a_lead_add_nothing(behind: str, kind: type[Item | Paragraph]) -> None:
    assert isinstance(blocks_of(PROSE, f"（一）实行清单管理{behind}")[-1], kind)


HEADED = ("序号\t名称\t数量", "1\t甲\t12", "2\t乙\t13")


@pytest.mark.parametrize(("size", "kind"), [(60, "caption"), (61, None)])
def test_a_caption_has_sixty_characters(size: int, kind: str | None) -> None:
    caption = f"{words(size - 23)}表（{words(20)}）"
    assert len(caption) == size
    kinds = [block.kind for block in blocks_of(PROSE, caption, *HEADED) if isinstance(block, Heading)]
    assert kinds == ([kind] if kind else [])


@pytest.mark.parametrize(("size", "rows"), [(40, 2), (41, 1)])
def test_the_rest_of_a_cell_has_forty_characters(size: int, rows: int) -> None:
    (table, *_) = tables_of("序号\t名称", "1\t甲、", words(size), "2\t乙")
    assert len(table.rows) == rows


@pytest.mark.parametrize(("between", "count"), [(1, 1), (2, 0)])
def test_the_second_row_of_a_table_follows_within_three_lines(between: int, count: int) -> None:
    assert len(tables_of("1\t甲项", *[PROSE] * between, "2\t乙项", PROSE)) == count


@pytest.mark.parametrize(("name", "count"), [("欧阳大河", 0), ("欧阳大河流", 1), ("大河", 0), ("河", 1)])
def test_a_row_of_name_and_post_belongs_to_no_table(name: str, count: int) -> None:
    assert len(tables_of(f"{name}\t甲局局长", f"{name}\t乙局局长", PROSE)) == count


@pytest.mark.parametrize(("size", "headers"), [(18, 1), (19, 0)])
def test_the_name_of_a_column_has_eighteen_characters(size: int, headers: int) -> None:
    (table,) = tables_of(f"序号\t{words(size)}", "1\t甲、乙", "2\t丙、丁")
    assert len(table.header) == headers


@pytest.mark.parametrize(("above", "headers"), [(2, 3), (3, 0)])
def test_the_names_of_the_columns_stand_in_the_third_row(above: int, headers: int) -> None:
    (table,) = tables_of(*["紫云县价格\t\t"] * above, *HEADED)
    assert len(table.header) == headers


@pytest.mark.parametrize(("header", "again", "rows"), [
    ("序号\t项目名称\t数量", "序号\t项目名\t数量", 2), ("序号\t项目名称", "序号\t项目名", 3),
])  # fmt: skip
def test_a_repeated_header_of_three_columns_may_lack_the_end_of_a_cell(header: str, again: str, rows: int) -> None:
    row = "\t".join("123"[: header.count("\t") + 1])
    (table,) = tables_of(header, row, again, row)
    assert len(table.rows) == rows


@pytest.mark.parametrize(("text", "spans"), [("一般类别", 1), ("一般类", 0)])
def test_a_cell_of_four_characters_stands_for_its_row(text: str, spans: int) -> None:
    (table,) = tables_of("序号\t名称\t数量", f"{text}\t\t", "1\t甲\t12", "2\t乙\t13")
    assert len(table.spans) == spans
