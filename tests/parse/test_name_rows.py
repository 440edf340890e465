"""Which lines are rows of names, and which of the blanks of a line set words apart."""

import pytest

from generator.parse.rows.kept_blanks import keep_blanks
from generator.parse.rows.name_rows import name_rows_end, read_name_row
from generator.read.lines import read_lines


@pytest.mark.parametrize(
    ("text", "unit", "names"),
    [
        ("王大河　李长青", None, ("王大河", "李长青")),
        ("王大河、李长青、赵明山", None, ("王大河", "李长青", "赵明山")),
        ("王 河 李 青", None, ("王河", "李青")),
        ("王·买买提　李长青", None, ("王·买买提", "李长青")),
        ("王大河（女，回族。）　李长青", None, ("王大河（女，回族。）", "李长青")),
        ("张桥　王大河　李长青", None, ("张桥", "王大河", "李长青")),
        ("市水利局：王大河　李长青", "市水利局", ("王大河", "李长青")),
        ("市水利局:王大河　李长青", "市水利局", ("王大河", "李长青")),
        ("市水利局　王大河　李长青", "市水利局", ("王大河", "李长青")),
        ("张桥镇　王大河　李长青", "张桥镇", ("王大河", "李长青")),
    ],
)
def test_a_row_of_names(text: str, unit: str | None, names: tuple[str, ...]) -> None:
    row = read_name_row(text)
    assert row is not None
    assert (row.unit, row.names) == (unit, names)


@pytest.mark.parametrize(
    "text",
    [
        "组长　王大河　李长青", "成员：王大河　李长青", "王大河：李长青　赵明山", "王大河:李长青　赵明山", "王大河　李长青。",
        "王大河　李长青（女。", "王大河。　李长青（女）", "水利局", "王大河　局长　李长青", "王大河　市委　李长青", "甪大　甪河　甪水",
        "　", "2021　2022",
    ],
)  # fmt: skip
def test_a_line_that_is_no_row_of_names(text: str) -> None:
    assert read_name_row(text) is None


@pytest.mark.parametrize(
    ("rows", "end"),
    [
        (("王大河　李长青　赵明山", "孙立民　周　正"), 2),
        (("王大河　李长青　赵明山", "市水利局：孙立民　周　正"), 1),
        (("市水利局：王大河　李长青", "赵明山　孙立民", "市财政局：周　正　吴大江"), 3),
        (("王大河　李长青　赵明山", "# 孙立民　周　正"), 1),
        (("王大河　李长青　赵明山", "请落实。"), 1),
        (("王大河李长青赵明山",), 0),
    ],
    ids=["two rows", "a body below", "a row without a body", "a heading", "a sentence", "no blank"],
)
def test_the_end_of_a_list(rows: tuple[str, ...], end: int) -> None:
    assert name_rows_end(read_lines("\n".join(rows)), 0) == end


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("市计委 市经贸委 市教育局", "市计委　市经贸委　市教育局"),
        ("市计委 市经贸委", "市计委　市经贸委"),
        ("市计委 县经贸委", "市计委县经贸委"),
        ("市计委 县经贸委 省教育厅", "市计委　县经贸委　省教育厅"),
        ("市计委 市经贸，市教育局", "市计委市经贸，市教育局"),
        ("市计委 市经贸委。", "市计委市经贸委。"),
        ("落实 市教育局", "落实市教育局"),
        ("市教育局", "市教育局"),
        ("2021　年　3　月", "2021年3月"),
        ("第3　期", "第3期"),
        ("投资　3　万元", "投资　3　万元"),
        ("GB　9704", "GB 9704"),
        ("王　某　男　汉族", "王某　男　汉族"),
        ("王　某　李　某", "王某　李某"),
        ("主　　任　　王某某", "主任　王某某"),
        ("《关于　水利》　甲乙", "《关于水利》　甲乙"),
        ("甲乙\u2003丙丁", "甲乙　丙丁"),
        ("　　王某某　　", "王某某"),
        ("认真落实，　　请各单位", "认真落实，请各单位"),
        ("甲乙　　（丙丁）", "甲乙（丙丁）"),
        ("（丙丁）　　甲乙", "（丙丁）　甲乙"),
        ("一、王某某　甲乙", "一、王某某　甲乙"),
    ],
)
def test_blanks_that_set_words_apart(text: str, kept: str) -> None:
    assert keep_blanks(text) == kept


@pytest.mark.parametrize(("places", "is_row"), [(1, True), (2, False)])
def test_half_of_the_words_behind_an_award_are_no_places(*, places: int, is_row: bool) -> None:
    names = [*["张村镇"] * places, *["王建国"] * (4 - places)]
    assert (read_name_row(f"一等奖　{'　'.join(names)}") is not None) is is_row
