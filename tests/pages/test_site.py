"""The pages of the demo archive hold together: links, anchors, headings, breadcrumbs, bounded front matter."""

import posixpath
from itertools import pairwise
from urllib.parse import unquote

import pytest
import yaml

from generator.model import Document, Issue, Organ, Publication, PublicationRecord
from generator.pages import ISSUE_KINDS, PAGE_KINDS, build_pages
from tests.fixtures.demo_archive import archive_of, demo_archive, demo_issue
from tests.pages.rendering import Pages, Render, Soups

KINDS = {"home", "gazette", "issue", "document", "register", "listing", "quality", "redirect"}


@pytest.fixture(scope="module")
def soups(pages: Pages, render: Render) -> Soups:
    return {uri: render(page.text) for uri, page in pages.items()}


def test_every_page_has_its_own_address(pages: Pages) -> None:
    assert len(pages) == len(list(build_pages(demo_archive())))


def test_building_twice_gives_the_same(pages: Pages) -> None:
    assert [page.render() for page in build_pages(demo_archive())] == [
        page.render() for page in pages.values()
    ]


def test_every_link_has_its_target(pages: Pages, soups: Soups) -> None:
    for uri, soup in soups.items():
        for anchor in soup.find_all("a"):
            if anchor["href"].endswith(".csv"):
                continue  # tests/site follows it to the file
            if anchor["href"].startswith("#"):
                assert soup.find(id=anchor["href"][1:]), f"{uri}: {anchor['href']}"
                continue
            address, _, fragment = anchor["href"].partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(address)))
            assert target in pages, f"{uri}: {anchor['href']}"
            assert not fragment or soups[target].find(id=fragment), f"{uri}: {anchor['href']}"


def test_every_page_is_linked(pages: Pages, soups: Soups) -> None:
    linked = {
        posixpath.normpath(
            posixpath.join(posixpath.dirname(uri), unquote(anchor["href"].partition("#")[0]))
        )
        for uri, soup in soups.items()
        for anchor in soup.find_all("a")
    }
    assert set(pages) - linked == set()


def test_one_h1_and_no_level_skipped(soups: Soups) -> None:
    for uri, soup in soups.items():
        levels = [int(tag.name[1]) for tag in soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
        assert levels[0] == 1, uri
        assert levels.count(1) == 1, uri
        assert all(after <= before + 1 for before, after in pairwise(levels)), uri


def test_ids_are_unique_and_made_from_numbers(soups: Soups) -> None:
    for uri, soup in soups.items():
        ids = [tag["id"] for tag in soup.find_all(id=True)]
        assert len(ids) == len(set(ids)), uri
        headings = soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
        assert not [tag for tag in headings if tag.get("id", "_").startswith("_")], uri


def test_nothing_carries_script_or_style(soups: Soups) -> None:
    for uri, soup in soups.items():
        assert not soup.find_all(["script", "style", "iframe"]), uri
        assert not soup.find_all(style=True), uri
        assert not [
            tag for tag in soup.find_all() if any(name.startswith("on") for name in tag.attrs)
        ], uri


def test_front_matter_says_title_description_and_kind(pages: Pages) -> None:
    for page in pages.values():
        front = yaml.safe_load(page.render().split("---\n")[1])
        assert front["title"]
        assert front["description"]
        assert front["kind"] in KINDS


def test_every_page_but_the_home_page_and_those_that_lead_on_says_where_it_is(
    pages: Pages, soups: Soups
) -> None:
    for uri, soup in soups.items():
        crumbs = soup.find(class_="crumbs")
        assert (crumbs is None) == (pages[uri].meta["kind"] in {"home", "redirect"}), uri
        assert crumbs is None or crumbs.a.get_text() == "首页"


def test_hostile_text_is_left_as_it_is(soups: Soups) -> None:
    soup = soups["archive/yunxi/2020/1/5.md"]
    assert soup.h1.get_text() == "云溪市公告：*敬请* 注意 [x](javascript:1) <i>与</i> &lt;"
    texts = [tag.get_text() for tag in soup.find_all("p")]
    for text in (
        "<script>alert(1)</script> 与 {{ config }}、{% raw %}",
        "# no",
        "| a | b |",
        "---",
        ": 不是定义",
        "[TOC]",
    ):
        assert text in texts
    for form in soup.select("#reference pre"):
        form.extract()
    assert not soup.find_all(["ol", "blockquote", "hr", "pre", "code", "img", "i", "b"])
    assert {anchor["href"] for anchor in soup.find_all("a")} == {
        "../../../../index.md",
        "../../../gazettes.md",
        "../../index.md",
        "index.md",
        "4.md",
        "5.md",
        "#notes",
        "#l-373",
        "../../../issuers/云溪市人民政府.md",
        "../../../kinds/公告.md",
        "../../index.md#coverage",
    }


def test_each_kind_of_page_is_built() -> None:
    assert list(PAGE_KINDS) == [
        "home",
        "registers",
        "gazettes",
        "gazette",
        "related",
        "comparison",
        "issuers",
        "years",
        "numbers",
        "kinds",
        "columns",
        "topics",
        "cited",
        "validity",
        "holdings",
        "authority",
        "regions",
        "tables",
        "picture",
        "quality",
        "retired",
        "short",
    ]
    assert list(ISSUE_KINDS) == ["source"]


def test_a_hostile_publication_is_left_as_it_is(render: Render) -> None:
    hostile = "<b>省</b>|[x](y)&lt;"
    publication = PublicationRecord(
        id="x", title=hostile, region=hostile, organs=(Organ(name=hostile),)
    )
    pages = {
        page.uri: page
        for page in build_pages(archive_of(publication, (demo_issue("2020-01.yml"),)))
    }
    for uri in (
        "index.md",
        "archive/gazettes.md",
        "archive/x/index.md",
        "archive/x/2020/1/1.md",
        "archive/columns/市政府文件.md",
    ):
        soup = render(pages[uri].text)
        assert not soup.find_all("b"), uri
        assert hostile in soup.get_text(), uri


def test_an_empty_document_is_a_page() -> None:
    issue = Issue(
        source="x.yml",
        sha256="0",
        publication=Publication(title="报"),
        year=2000,
        number=1,
        documents=(Document(sequence=1, lines=(), title="题"),),
    )
    pages = {
        page.uri: page
        for page in build_pages(archive_of(PublicationRecord(id="x", title="报"), (issue,)))
    }
    assert "# 题 {#title .doc-title}" in pages["archive/x/2000/1/1.md"].text
