"""Numbers of the pages: what is shown on one side of each, and what on the other."""

import re
from itertools import pairwise

import pytest

from generator.model import CellSpan, Document, Table
from generator.model.archive import DocumentRecord
from generator.model.finding import Finding
from generator.outline.headings import TextLink
from generator.pages.body.table_heads import Heads
from generator.pages.index.cited_listing import cited_listing
from generator.pages.index.indexes import newest_first, safe_names
from generator.pages.index.listing import Column, Group, Listing, listing_pages, places_of
from generator.pages.lists.five_lists import months_of
from generator.pages.lists.holding_list import _missing
from generator.pages.pictures.network import Node, _lines, _shown, line, middles
from generator.pages.pictures.picture import Grid, _cut, _grid, grid_svg
from generator.pages.writing.addresses import short_uri
from generator.pages.writing.chart import bar_chart
from generator.pages.writing.escape import is_heavy
from generator.pages.writing.inline import inserts_between
from generator.pages.writing.markdown import definition
from generator.pages.writing.marks import find_marks
from generator.pages.writing.title_breaks import find_breaks, find_wholes
from generator.pages.writing.unbroken import keep_numbers
from generator.registers.unheld import CitedDocument, CitedIndex
from generator.words.say import speaking
from tests.pages.rendering import piped


def record(nth: int, date: str | None = None) -> DocumentRecord:
    """A document with its place in an archive."""
    document = Document(sequence=nth, lines=(1, 9), title=f"通知{nth}", date=date)
    return DocumentRecord(f"yunxi/2020/1/{nth}", "yunxi/2020/1", document, 9)


def listing(*sizes: int) -> Listing[int]:
    """A listing whose groups have this many rows."""
    groups = tuple(Group(f"k{nth}", f"{nth}年", range(size)) for nth, size in enumerate(sizes))
    column: Column[int] = Column("名", lambda row, _: str(row))
    return Listing("archive/x.md", "甲", "甲。", "listing", (), (column,), groups)


@pytest.mark.parametrize(
    ("sizes", "pages"),
    [
        ((200,), ["x"]),
        ((199, 1), ["x"]),
        ((199, 2), ["x", "x/k0", "x/k1"]),
        ((201,), ["x", "x/k0", "x/k0-2"]),
        ((400,), ["x", "x/k0", "x/k0-2"]),
        ((401,), ["x", "x/k0", "x/k0-2", "x/k0-3"]),
    ],
)
def test_a_page_lists_two_hundred_rows(sizes: tuple[int, ...], pages: list[str]) -> None:
    made = listing(*sizes)
    assert [page.uri for page in listing_pages(made)] == [f"archive/{name}.md" for name in pages]
    shown = [uri for _, uri in places_of(made)]
    assert list(dict.fromkeys(shown)) == [f"archive/{name}.md" for name in pages[len(pages) > 1 :]]


@pytest.mark.parametrize(
    ("groups", "pages"), [(60, 61), (61, 3)], ids=["a page each", "shared pages"]
)
def test_sixty_groups_have_a_page_each(groups: int, pages: int) -> None:
    assert len(list(listing_pages(listing(*[4] * groups)))) == pages


def test_groups_share_a_page_up_to_two_hundred_rows() -> None:
    rows = [100, 100, 1] + [1] * 60
    pages = list(listing_pages(listing(*rows)))
    assert [page.text.count("\n## ") for page in pages] == [0, 2, 61]


@pytest.mark.parametrize(("citing", "links"), [(20, 20), (21, 6)])
def test_twenty_citing_documents_are_named_and_then_a_link_to_all(citing: int, links: int) -> None:
    records = {entry.id: entry for entry in map(record, range(1, citing + 1))}
    cited = CitedDocument("c-1", "办法", None, None, tuple(records))
    (page,) = listing_pages(cited_listing(CitedIndex((cited,), {}, {}), records))
    row = piped(page.text).rpartition("\n| ")[2]
    assert row.count("](") == links
    assert ("全部21件" in row) == (citing > 20)
    assert ("通知6" in row) == (citing == 20)


def test_what_is_cited_is_listed_by_level() -> None:
    levels = ("县", None, "国家", "市", "省")
    cited = [CitedDocument(f"c-{level}", f"{level}法", None, level, ()) for level in levels]
    groups = cited_listing(CitedIndex(tuple(cited), {}, {}), {}).groups
    assert [group.label for group in groups] == ["国家级", "省级", "市级", "县级", "级别未详"]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 60),
        ("𠮷" * 45, "𠮷" * 45),
        ("𠮷" * 46, "𠮷" * 45),
    ],
)
def test_a_file_name_has_sixty_characters_and_180_bytes(name: str, file: str) -> None:
    assert safe_names([name]) == {name: file}


def test_documents_without_a_date_come_last() -> None:
    dates = [None, "2020-01-01", "2021-01-01", "2021-01-01", None]
    records = [record(nth, date) for nth, date in enumerate(dates, 1)]
    assert [entry.document.sequence for entry in newest_first(records)] == [3, 4, 2, 1, 5]


@pytest.mark.parametrize(
    ("months", "words"),
    [
        ([], ""),
        ([None], ""),
        ([5], "5月"),
        ([5, 4], "4、5月"),
        ([4, 5, 6], "4—6月"),
        ([1, 3, 4, 8, 9, 10, 11, 12, 12], "1、3、4、8—12月"),
    ],
)
def test_three_months_in_a_row_are_a_stretch(months: list[int | None], words: str) -> None:
    dates = [f"2020-{month:02}-01" if month else None for month in months]
    assert months_of(record(nth, date) for nth, date in enumerate(dates, 1)) == words


def test_months_and_gaps_are_written_as_the_language_writes_them() -> None:
    dates = [f"2020-{month:02}-01" for month in (1, 3, 8, 9, 10)]
    gaps = [(nth, nth + 1) for nth in range(1, 200, 5)]
    with speaking("en"):
        months = months_of(record(nth, date) for nth, date in enumerate(dates, 1))
        few, many = _missing(gaps[:2]), _missing([*gaps, (201, 201)])
    assert months == "January, March, August–October"
    assert few == "1–2, 6–7"
    assert many.endswith("191–192, 196–197 and others: 81 numbers in all")


def test_forty_gaps_are_named_and_of_more_how_many_numbers_there_are() -> None:
    gaps = [(nth, nth) for nth in range(1, 200, 5)]
    assert len(gaps) == 40
    assert _missing(gaps) == "、".join(f"{first}" for first, _ in gaps)
    more = [*gaps, (300, 309)]
    assert _missing(more) == "、".join(f"{first}" for first, _ in gaps) + "等50号"
    assert _missing([(1, 7), (9, 9)]) == "1—7、9"


@pytest.mark.parametrize(
    ("prefix", "has"), [("某" * 40 + "发", False), ("某" * 39 + "发", True), ("某A发", False)]
)
def test_a_short_address_has_a_prefix_that_a_path_can_hold(prefix: str, *, has: bool) -> None:
    assert (short_uri(f"{prefix}〔2020〕3号") is not None) is has


def test_bars_are_as_long_as_their_counts() -> None:
    chart = bar_chart("years", "各年", [("甲" * 14, 1000), ("乙" * 15, 250), ("<丙>", 1)])
    assert chart.splitlines()[1:-2] == [
        '<svg viewBox="0 0 640 84" role="img" aria-labelledby="chart-years-title">',
        '<title id="chart-years-title">各年</title>',
        f'<text class="chart-label" x="210" y="14" text-anchor="end" dominant-baseline="central">{"甲" * 14}</text>',
        '<rect class="chart-bar" x="220" y="5" width="360" height="18"></rect>',
        '<text class="chart-value" x="588" y="14" dominant-baseline="central">1,000</text>',
        f'<text class="chart-label" x="210" y="42" text-anchor="end" dominant-baseline="central">{"乙" * 13}…</text>',
        '<rect class="chart-bar" x="220" y="33" width="90" height="18"></rect>',
        '<text class="chart-value" x="318" y="42" dominant-baseline="central">250</text>',
        '<text class="chart-label" x="210" y="70" text-anchor="end" dominant-baseline="central">&lt;丙&gt;</text>',
        '<rect class="chart-bar" x="220" y="61" width="1" height="18"></rect>',
        '<text class="chart-value" x="229" y="70" dominant-baseline="central">1</text>',
    ]


def test_dots_are_as_large_as_their_counts() -> None:
    counts = {("甲", "2020"): 400, ("甲", "2021"): 100, ("乙", "2021"): 1}
    grid = Grid("gazettes", "各公报", ["甲", "乙"], ["2020", "2021"], counts)
    picture = grid_svg(grid, {"乙": "乙局"}, {"2020": "20", "2021": "21"})
    label = 'dominant-baseline="central"'
    assert picture.splitlines()[1:-2] == [
        '<svg viewBox="0 0 824 108" role="img" aria-labelledby="picture-gazettes">',
        '<title id="picture-gazettes">各公报（数字见下表）</title>',
        '<line class="picture-line" x1="176" y1="18" x2="824" y2="18"></line>',
        f'<text class="picture-label" x="168" y="18" text-anchor="end" {label}>甲</text>',
        '<circle class="picture-dot" cx="338" cy="18" r="16"></circle>',
        '<circle class="picture-dot" cx="662" cy="18" r="8"></circle>',
        '<line class="picture-line" x1="176" y1="54" x2="824" y2="54"></line>',
        f'<text class="picture-label" x="168" y="54" text-anchor="end" {label}>乙局</text>',
        '<circle class="picture-dot" cx="662" cy="54" r="3"></circle>',
        f'<text class="picture-label" x="338" y="90" text-anchor="middle" {label}>20</text>',
        f'<text class="picture-label" x="662" y="90" text-anchor="middle" {label}>21</text>',
    ]


@pytest.mark.parametrize(("columns", "shown"), [(18, 18), (19, 10), (24, 12)])
def test_however_many_columns_a_picture_fits_and_no_names_touch(columns: int, shown: int) -> None:
    names = [f"{1990 + nth}" for nth in range(columns)]
    grid = Grid("x", "x", ["甲"], names, {("甲", name): 1 for name in names})
    picture = grid_svg(grid, {}, {name: name for name in names})
    width = int(re.findall(r'viewBox="0 0 (\d+) 72"', picture)[0])
    assert 780 < width <= 824
    places = [int(x) for x in re.findall(r'x="(\d+)" y="54"', picture)]
    assert len(places) == shown
    assert f">{names[-1]}</text>" in picture
    assert all(other - one >= 4 * 9 for one, other in pairwise(places))
    dots = [(int(x), int(r)) for x, r in re.findall(r'cx="(\d+)" cy="18" r="(\d+)"', picture)]
    assert all(x + r < other - far for (x, r), (other, far) in pairwise(dots))


def test_a_picture_shows_the_newest_columns_and_in_them_the_largest_rows() -> None:
    counts = {
        ("旧", "2019"): 99,
        ("乙", "2019"): 9,
        ("乙", "2020"): 2,
        ("甲", "2021"): 1,
        ("甲", "2020"): 1,
        ("丙", "2021"): 3,
        ("丁", "2021"): 1,
    }
    grid = _grid("x", "x", counts, 3, 2)
    assert list(grid.columns) == ["2020", "2021"]
    assert list(grid.rows) == ["丙", "乙", "甲"]
    shown = {key: counts[key] for key in counts if key[0] in "甲乙丙" and key[1] != "2019"}
    assert grid.counts == shown


@pytest.mark.parametrize(
    ("label", "shown"),
    [("一二三四五六七八九十甲", None), ("一二三四五六七八九十甲乙", "一二三四五…八九十甲乙")],
)
def test_a_label_of_eleven_characters_is_whole(label: str, shown: str | None) -> None:
    assert _cut(label) == (shown or label)


def test_twelve_documents_are_drawn_on_a_side_and_then_how_many_there_are_more() -> None:
    nodes = [Node(f"{nth}", "held") for nth in range(14)]
    assert _shown(nodes[:12]) == nodes[:12]
    assert _shown(nodes) == [*nodes[:12], Node("另有2件", "held")]


def test_boxes_are_in_the_middle_of_their_side() -> None:
    assert middles(1, 96) == [48]
    assert middles(2, 96) == [24, 72]
    assert middles(2, 144) == [48, 96]
    assert line((210, 24), (510, 48)) == (
        '<path class="network-line" d="M210 24C360 24 360 48 510 48"></path>'
    )


@pytest.mark.parametrize(
    ("size", "lines"), [(14, [14]), (15, [14, 1]), (28, [14, 14]), (29, [14, 14])]
)
def test_a_title_in_a_box_has_two_lines(size: int, lines: list[int]) -> None:
    title = "".join(chr(ord("一") + nth) for nth in range(size))
    found = _lines(title)
    assert [len(text) for text in found] == lines
    assert "".join(found) == (title if size < 29 else f"{title[:14]}…{title[-13:]}")


@pytest.mark.parametrize(("size", "row"), [(20, "row"), (21, None)])
def test_a_name_that_no_header_says_has_twenty_characters(size: int, row: str | None) -> None:
    table = Table(header=(("序号", "内容"),), rows=(("1", "甲" * size), ("2", "乙")))
    assert Heads(table).scope(1, 1) == (row or "")


@pytest.mark.parametrize(
    ("cells", "stacked"),
    [
        (("1234567890", "1234567890", "12"), False),
        (("1234567890", "1234567890", "123"), True),
        (("123456789012345678901234", "123456789", "1"), False),
        (("123456789012345678901234", "1234567890", "1"), True),
    ],
    ids=["22", "23", "12 of 24 count", "12 of 24 count, 23"],
)
def test_a_row_of_more_than_twenty_two_characters_is_stacked(
    cells: tuple[str, ...], *, stacked: bool
) -> None:
    assert Heads(Table(header=(("甲", "乙", "丙"),), rows=(cells,))).stacked is stacked
    assert not Heads(Table(header=(("甲", "乙"),), rows=(("一" * 12, "二" * 12),))).stacked


def test_a_heavy_text_has_more_than_three_hundred_signs() -> None:
    assert not is_heavy("*" * 300)
    assert not is_heavy("字" * 300 + "*" * 300)
    assert is_heavy("*" * 301)


def test_two_hundred_values_are_listed_line_by_line() -> None:
    assert definition("甲", ["乙"] * 200).count("\n\n") == 0
    assert definition("甲", ["乙"] * 201).count("\n\n") == 200


@pytest.mark.parametrize(("size", "note"), [(40, "字" * 40), (41, "字" * 40 + "…")])
def test_a_mark_quotes_forty_characters(size: int, note: str) -> None:
    finding = Finding(
        1, "repair", "info", found="字" * size, correct="词", message="误", start=0, end=1
    )
    (mark,) = find_marks([finding])
    assert mark.note == f"订正，原作“{note}”：误"


def test_a_mark_on_what_was_doubted_quotes_nothing() -> None:
    finding = Finding(1, "x", "warning", found="甲", message="误", start=0, end=1)
    assert [mark.note for mark in find_marks([finding])] == ["存疑：误"]


def test_marks_beside_each_other_are_both_shown() -> None:
    ends = [(0, 2), (1, 3), (2, 4), (2, 3)]
    findings = [
        Finding(1, "repair", "info", message="误", start=start, end=end) for start, end in ends
    ]
    assert [(mark.start, mark.end) for mark in find_marks(findings)] == [(0, 2), (2, 4)]


def test_a_paragraph_has_five_hundred_links() -> None:
    links = [TextLink(nth, nth + 1, f"{nth}.md", "") for nth in range(501)]
    assert len(inserts_between((), links)) == 1000


def test_an_empty_link_is_none() -> None:
    links = [TextLink(1, 1, "1.md", ""), TextLink(1, 2, "2.md", "")]
    assert [offset for offset, _ in inserts_between((), links)] == [1, 2]


@pytest.mark.parametrize(
    ("number", "kept"),
    [
        ("云政发〔2020〕12345号", "云政发〔2020〕12345号"),
        ("云政发〔2020〕123456号", None),
        ("云政发〔202〕1号", None),
        ("按照一二三四五〔2020〕1号", "一二三四五〔2020〕1号"),
    ],
)
def test_a_number_that_does_not_break(number: str, kept: str | None) -> None:
    before = number.removesuffix(kept or "")
    expected = f'{before}<span class="nowrap">{kept}</span>' if kept else number
    assert keep_numbers(number) == expected


@pytest.mark.parametrize(
    ("title", "breaks"),
    [("一关于甲乙", ()), ("一二关于甲乙", (2,)), ("一二三（甲", (3,)), ("一二三四（", ())],
)
def test_two_characters_are_on_either_side_of_a_break(title: str, breaks: tuple[int, ...]) -> None:
    assert find_breaks(title) == breaks


def test_rare_characters_stay_with_their_neighbours() -> None:
    assert find_wholes("甲乙𬭎丙丁", ()) == ((1, 4),)
    assert find_wholes("甲乙𬭎丙丁", (2,)) == ((2, 4),)
    assert find_wholes("甲𬭎乙𬭎丁戊", ()) == ((0, 5),)
    assert find_wholes("甲𬭎乙丙𬭎丁", ()) == ((0, 3), (3, 6))
    assert find_wholes("𬭎", ()) == ((0, 1),)


def test_sections_of_a_table_are_groups_of_rows() -> None:
    table = Table(
        header=(("序号", "任务"),),
        rows=(("一、甲", ""), ("1", "a"), ("二、乙", ""), ("2", "b"), ("", "c"), ("3", "d")),
        spans=(CellSpan(1, 0, 1, 2), CellSpan(3, 0, 1, 2), CellSpan(4, 0, 2, 1)),
    )
    heads = Heads(table)
    assert [(rows.start, rows.stop) for rows in heads.row_groups()] == [
        (1, 3),
        (3, 4),
        (4, 6),
        (6, 7),
    ]
