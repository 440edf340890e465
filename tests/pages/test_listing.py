"""No listing grows without bound."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

import msgspec
import pytest

from generator.link import cite_issue
from generator.model import (
    Archive,
    Document,
    Effective,
    Issue,
    Paragraph,
    Part,
    Publication,
    PublicationRecord,
    Table,
)
from generator.pages import build_pages
from generator.pages.index.indexes import safe_names
from generator.pages.index.listing import (
    LIMIT,
    MOST_GROUPS,
    Column,
    Group,
    Listing,
    listing_pages,
    places_of,
)
from generator.pages.index.named import share_pages
from generator.source.folder import RESERVED
from generator.words.say import speaking
from tests.fixtures.demo_archive import archive_of, demo_issue
from tests.pages.rendering import Render

COLUMN: Column[int] = Column("名", lambda row, _: str(row))


def listing(*groups: Group[int]) -> Listing[int]:
    return Listing(
        "archive/x/甲.md", "甲", "甲的文件。", "listing", (("首页", "index.md"),), (COLUMN,), groups
    )


def group(key: str, size: int) -> Group[int]:
    return Group(key, f"{key}年" if key else "", range(size))


def test_a_short_listing_is_one_page() -> None:
    (page,) = listing_pages(listing(group("2021", 100), group("2020", LIMIT - 100)))
    assert page.uri == "archive/x/甲.md"
    assert page.text.count("\n## ") == 2


def test_a_long_listing_is_split_by_group_and_a_long_group_by_number() -> None:
    pages = list(listing_pages(listing(group("2021", LIMIT + 1), group("2020", 3))))
    assert [page.uri for page in pages] == [
        "archive/x/甲.md",
        "archive/x/甲/2021.md",
        "archive/x/甲/2021-2.md",
        "archive/x/甲/2020.md",
    ]
    assert "[甲　2021年（第2页）](甲/2021-2.md)　1件" in pages[0].text
    assert "[甲　2021年（第2页）](2021-2.md)" in pages[1].text
    assert "[甲　2020年](2020.md)" in pages[2].text
    assert "2020.md" not in pages[1].text, "only the one after it"
    assert "2021.md" not in pages[2].text, "not the one before it: a page may be added there"


def test_an_overview_may_be_without_counts() -> None:
    overview, *pages = listing_pages(replace(listing(group("2021", LIMIT + 1)), counted=False))
    assert "\n- [甲　2021年（第2页）](甲/2021-2.md)" in overview.text
    assert "件" not in overview.text
    assert len(pages) == 2


def test_a_long_listing_without_groups_is_split_into_numbered_pages(render: Render) -> None:
    pages = list(listing_pages(listing(group("", LIMIT * 2))))
    assert [page.uri for page in pages] == [
        "archive/x/甲.md",
        "archive/x/甲/page-1.md",
        "archive/x/甲/page-2.md",
    ]
    assert len(render(pages[1].text).find("tbody").find_all("tr")) == LIMIT
    assert [page.meta["title"] for page in pages] == ["甲", "甲　第1页", "甲　第2页"]


def test_very_many_groups_share_pages(render: Render) -> None:
    groups = [group(f"k{nth}", 6) for nth in range(MOST_GROUPS + 40)]
    pages = list(listing_pages(listing(*groups)))
    assert [page.uri for page in pages] == [
        "archive/x/甲.md",
        "archive/x/甲/page-1.md",
        "archive/x/甲/page-2.md",
        "archive/x/甲/page-3.md",
        "archive/x/甲/page-4.md",
    ]
    assert "[甲　第1页](甲/page-1.md)（k0年—k32年）　198件" in pages[0].text
    assert "[甲　第4页](甲/page-4.md)（k99年）　6件" in pages[0].text
    assert [len(render(page.text).find_all("table")) for page in pages] == [0, 33, 33, 33, 1]
    assert render(pages[2].text).find("h2", id="g-k33").get_text() == "k33年"


def test_the_pages_of_a_long_listing_are_named_and_counted_in_the_language_of_the_site() -> None:
    with speaking("en"):
        first, _, second, last = listing_pages(
            listing(group("2021", LIMIT + 1), Group("2020", "2020", range(3)))
        )
    links = re.sub("<[^>]*>", "", first.text)
    assert "\n- [甲 – 2021年 (page 2)](甲/2021-2.md), 1 document\n" in links
    assert "\n- [甲 – 2020](甲/2020.md), 3 documents\n" in links
    assert second.meta["title"] == "甲 – 2021年 (page 2)"
    assert last.meta["title"] == "甲 – 2020"
    assert last.text.partition("\n{:")[0].endswith(" › 2020")


def test_pages_of_many_groups_name_the_first_and_the_last() -> None:
    groups = [Group(f"k{nth}", f"No. {nth}", range(6)) for nth in range(MOST_GROUPS + 40)]
    with speaking("en"):
        overview, *_ = listing_pages(listing(*groups))
    assert "Page 1" in overview.text
    assert "(甲/page-1.md) (No. 0–No. 32), 198 documents" in overview.text


def test_the_links_between_pages_show_a_title_as_it_is(render: Render) -> None:
    starred = replace(listing(group("2021", LIMIT + 1)), title="*甲*<b>乙</b>")
    _, first, last = listing_pages(starred)
    items = render(first.text).find("div", class_="siblings").find_all("li")
    assert [item.get_text() for item in items] == ["*甲*<b>乙</b>　2021年（第2页）"]
    assert render(last.text).find("div", class_="siblings") is None


def of_years(years: dict[int, int], limit: int = LIMIT) -> dict[str, bytes]:
    """The pages of so many rows in each year, the newest first; a row is the count of those before it."""
    groups = [
        Group(f"{year}", f"{year}年", range(year * 1000 + size, year * 1000, -1))
        for year, size in sorted(years.items(), reverse=True)
    ]
    made = replace(listing(*groups), newest_first=True, limit=limit)
    return {page.uri: page.encoded() for page in listing_pages(made)}


@pytest.mark.parametrize(
    ("added", "changed"),
    [
        ({2022: 1}, {"甲", "甲/2022"}),
        ({2021: 1}, {"甲", "甲/2021-2"}),
        ({2021: LIMIT}, {"甲", "甲/2021-2", "甲/2021-3"}),
        ({2019: 1}, {"甲", "甲/2020", "甲/2019"}),
    ],
    ids=["a newer year", "a row", "a page", "an older year"],
)
def test_a_row_that_is_added_moves_no_other_to_another_page(
    added: dict[int, int], changed: set[str]
) -> None:
    held = {2021: LIMIT + 7, 2020: 3}
    more = {year: held.get(year, 0) + added.get(year, 0) for year in {**held, **added}}
    before, after = of_years(held), of_years(more)
    found = {uri for uri, page in after.items() if before.get(uri) != page}
    assert found == {f"archive/x/{name}.md" for name in changed}
    assert before.keys() <= after.keys(), "no address is lost"


def test_pages_of_the_newest_first_are_numbered_from_the_oldest(render: Render) -> None:
    overview, *pages = listing_pages(
        replace(listing(Group("2021", "2021年", range(5))), newest_first=True, limit=2)
    )
    assert [page.uri.rpartition("/")[2] for page in pages] == ["2021-3.md", "2021-2.md", "2021.md"]
    cells = [[cell.get_text() for cell in render(page.text).select("tbody th")] for page in pages]
    assert cells == [["0"], ["1", "2"], ["3", "4"]]
    assert overview.text.index("2021-3.md") < overview.text.index("2021.md")


def test_the_first_page_of_a_list_may_be_its_overview() -> None:
    years = [Group(f"{year}", f"{year}年", range(3)) for year in (2022, 2021, 2020)]
    made = replace(listing(*years), opens=True, limit=4)
    overview, *pages = listing_pages(made)
    assert [page.uri.rpartition("/")[2] for page in pages] == ["2021.md", "2020.md"]
    assert "## 2022年 {#g-2022}" in overview.text
    assert overview.text.index("2020.md") < overview.text.index("2022年")
    assert rows_of(overview.text) == 3
    assert [uri.rpartition("/")[2] for _, uri in places_of(made)] == [
        name for name in ("甲.md", "2021.md", "2020.md") for _ in range(3)
    ]
    (alone,) = listing_pages(replace(made, limit=9))
    assert rows_of(alone.text) == 9


@pytest.mark.parametrize(("rows", "keys"), [(39, {"2000-2004"}), (40, {None})])
def test_years_share_the_page_of_five_years_where_they_have_few_rows(
    rows: int, keys: set[str | None]
) -> None:
    years = tuple(Group(f"{year}", f"{year}年", range(rows)) for year in (2004, 2003, 2000))
    assert {group.page and group.page[0] for group in share_pages(years)} == keys


def test_what_has_no_year_shares_no_page() -> None:
    undated, year = Group("undated", "无日期", range(1)), Group("2005", "2005年", range(1))
    assert [group.page for group in share_pages((undated, year))] == [
        None,
        ("2005-2009", "2005年—2009年"),
    ]


def test_groups_that_share_a_page_do_so_only_where_the_listing_is_split() -> None:
    groups = [
        Group(f"2021-{month:02}", f"{month}月", range(3), page=("2021", "2021年"))
        for month in (3, 2, 1)
    ]
    made = replace(listing(*groups), newest_first=True, limit=9)
    assert len(list(listing_pages(made))) == 1
    pages = list(listing_pages(replace(made, limit=6)))
    assert [page.uri.rpartition("/")[2] for page in pages] == ["甲.md", "2021-2.md", "2021.md"]
    assert [re.findall(r"\n## (\S+)", page.text) for page in pages[1:]] == [["3月"], ["2月", "1月"]]


def test_a_title_with_a_wide_blank_is_whole_in_the_breadcrumb() -> None:
    wide = replace(listing(group("2021", 1)), title="甲　乙")
    (page,) = listing_pages(wide)
    assert page.text.partition("\n{:")[0].endswith(" › 甲　乙")


def test_file_names_are_safe_and_distinct() -> None:
    names = safe_names(["甲/乙", "甲:乙", "..", "index", "云政发", "a b", "A b", "x" * 99])
    assert list(names.values()) == [
        "甲-乙",
        "甲-乙-2",
        "name",
        "index-2",
        "云政发",
        "a-b",
        "A-b-2",
        "x" * 60,
    ]


@pytest.mark.slow
def test_a_large_archive_keeps_every_page_small() -> None:
    issue = demo_issue("2020-01.yml")
    issues = tuple(
        msgspec.structs.replace(issue, year=1980 + n // 12, number=n % 12 + 1) for n in range(240)
    )
    archive = archive_of(PublicationRecord(id="yunxi", title="云溪市人民政府公报"), issues)
    pages = list(build_pages(archive))
    assert len({page.uri for page in pages}) == len(pages)
    assert all(
        page.text.count("\n| ") <= LIMIT + 2 for page in pages if page.meta["kind"] != "home"
    )


MANY = 2 * LIMIT + 20
MOST_BULLETS = 60
"""Links of an overview to its pages."""


def varied(nth: int) -> Document:
    """A document with its own issuer, prefix, term, table and cited document."""
    place = "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in f"{nth:03}")
    text = Paragraph(
        text=f"根据《{place}市水利办法》制定。本办法自2020年1月1日起施行，有效期至2025年1月31日。",
        lines=(2,),
    )
    return Document(
        sequence=1, lines=(1, 9), title=f"{place}市人民政府关于水利的通知", number=f"{place}政发〔2020〕{nth + 1}号",
        issuer=f"{place}市人民政府", kind="通知", column=f"{place}栏", date="2020-01-01",
        effective=Effective("2020-01-01", "2025-01-31"),
        parts=(Part(kind="body", blocks=(text, Table(rows=(("一", "二"),), lines=(3,)))),),
    )  # fmt: skip


def varied_archive() -> Archive:
    """A gazette and an issue for each of many documents."""
    titles = [f"公报{nth}" for nth in range(MANY)]
    issues = [
        cite_issue(
            Issue("x.txt", "", Publication(title), year=2020, number=1, documents=(varied(nth),))
        )
        for nth, title in enumerate(titles)
    ]
    parts = [
        archive_of(PublicationRecord(id=f"g{nth}", title=titles[nth]), (issues[nth],))
        for nth in range(MANY)
    ]
    return Archive(
        tuple(part.publications[0] for part in parts), tuple(part.issues[0] for part in parts)
    )


def rows_of(text: str) -> int:
    """Rows of all tables of a page, their headers not counted."""
    return text.count('<th scope="row"')


@pytest.mark.slow
def test_every_register_is_split_before_it_is_long() -> None:
    pages = list(build_pages(varied_archive()))
    assert max(page.text.count("\n- ") for page in pages) <= MOST_BULLETS
    assert {page.uri: rows for page in pages if (rows := rows_of(page.text)) > LIMIT} == {}
    folders = {
        uri.rpartition("/")[0] if "/page-" in uri or "-2" in uri else ""
        for uri in (page.uri for page in pages if not page.uri.startswith("archive/g"))
    }
    assert folders >= {
        f"archive/{name}"
        for name in (
            "force", "issuers", "issuers/authority", "numbers", "numbers/holdings", "kinds/通知", "columns",
            "years/2020", "regions", "tables/2020-2", "quality",
        )
    }, folders  # fmt: skip
    assert sum(re.fullmatch(r"archive/cited/..\.md", page.uri) is not None for page in pages) > 15


def test_every_page_of_the_whole_archive_has_a_name_that_no_gazette_may_have() -> None:
    archive = archive_of(
        PublicationRecord(id="yunxi", title="云溪市人民政府公报"), (demo_issue("2020-01.yml"),)
    )
    uris = [PurePosixPath(page.uri) for page in build_pages(archive)]
    names = {uri.with_suffix("").parts[1] for uri in uris if uri.parts[0] == "archive"}
    assert names - {"yunxi"} == RESERVED


def test_an_empty_archive_has_its_indexes() -> None:
    uris = {page.uri for page in build_pages(Archive())}
    assert {
        "index.md",
        "archive/index.md",
        "archive/gazettes.md",
        "archive/issuers/index.md",
    } <= uris
