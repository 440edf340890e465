"""No listing grows without bound."""

from pathlib import PurePosixPath

import msgspec

from generator.archive.folder import RESERVED
from generator.model import Archive, PublicationRecord
from generator.pages import build_pages
from generator.pages.listing import LIMIT, Column, Group, Listing, listing_pages
from generator.pages.registers import safe_names
from tests.fixtures.demo_archive import archive_of, demo_issue
from tests.pages.rendering import Render

COLUMN = Column("名", lambda row, _: str(row))


def listing(*groups: Group[int]) -> Listing[int]:
    return Listing("archive/x/甲.md", "甲", "甲的文件。", "listing", (("首页", "index.md"),), (COLUMN,), groups)


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
    assert "[甲　2020年](2020.md)" in pages[1].text


def test_a_long_listing_without_groups_is_split_into_numbered_pages(render: Render) -> None:
    pages = list(listing_pages(listing(group("", LIMIT * 2))))
    assert [page.uri for page in pages] == ["archive/x/甲.md", "archive/x/甲/page-1.md", "archive/x/甲/page-2.md"]
    assert len(render(pages[1].text).find("tbody").find_all("tr")) == LIMIT


def test_file_names_are_safe_and_distinct() -> None:
    names = safe_names(["甲/乙", "甲:乙", "..", "index", "云政发", "a b", "A b", "x" * 99])
    assert list(names.values()) == ["甲-乙", "甲-乙-2", "name", "index-2", "云政发", "a-b", "A-b-2", "x" * 60]


def test_a_large_archive_keeps_every_page_small() -> None:
    issue = demo_issue("2020-01.yml")
    issues = tuple(msgspec.structs.replace(issue, year=1980 + n // 12, number=n % 12 + 1) for n in range(240))
    archive = archive_of(PublicationRecord(id="yunxi", title="云溪市人民政府公报"), issues)
    pages = list(build_pages(archive))
    assert len({page.uri for page in pages}) == len(pages)
    assert all(page.text.count("\n| ") <= LIMIT + 2 for page in pages if page.meta["kind"] != "home")


def test_every_page_of_the_whole_archive_stands_under_a_name_that_no_gazette_may_bear() -> None:
    archive = archive_of(PublicationRecord(id="yunxi", title="云溪市人民政府公报"), (demo_issue("2020-01.yml"),))
    uris = [PurePosixPath(page.uri) for page in build_pages(archive)]
    names = {uri.with_suffix("").parts[1] for uri in uris if uri.parts[0] == "archive"}
    assert names - {"yunxi"} == RESERVED


def test_an_empty_archive_has_its_indexes() -> None:
    uris = {page.uri for page in build_pages(Archive())}
    assert {"index.md", "archive/index.md", "archive/gazettes.md", "archive/issuers/index.md"} <= uris
