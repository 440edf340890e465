"""Every page of the built site and of the bundle, as HTML."""

import json
import re
from itertools import pairwise

from bs4 import Tag

from generator.model import Archive
from tests.site.web import LINKS, LOADS, Web

FOREIGN = re.compile(r"^([a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
"""An address on another host."""

LOAD_OF_STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")
"""What a style sheet loads."""


def levels(soup: Tag) -> list[int]:
    """Levels of the headings in the order of the page."""
    return [int(heading.name[1]) for heading in soup.find_all(re.compile("^h[1-6]$"))]


def test_every_document_and_issue_has_its_page(web: Web) -> None:
    catalog = json.loads((web.folder / "data/catalog.json").read_text(encoding="utf-8"))
    assert len(catalog["documents"]) >= 41
    home = web.pages["index.html"]
    entries = [*catalog["issues"], *catalog["documents"]]
    assert [wrong for entry in entries if (wrong := web.resolve(home, entry["url"]))] == []


def test_a_documents_page_shows_its_title_and_number(web: Web, real_archive: Archive) -> None:
    end = "/index.html" if web.served else ".html"
    for record in real_archive.documents:
        page = web.pages[f"archive/{record.id}{end}"]
        heading = page.soup.find("h1")
        assert heading is not None
        assert "".join(heading.get_text().split()) == "".join(record.document.title.split())
        text = "".join(page.soup.get_text().split())
        assert (record.document.number or "") in text


def test_every_internal_link_and_anchor_resolves(web: Web) -> None:
    wrong = {
        reason
        for page in web.pages.values()
        for link in page.attributes(LINKS)
        if (reason := web.resolve(page, link))
    }
    assert sorted(wrong) == []


def test_every_page_has_one_h1_and_skips_no_level(web: Web) -> None:
    wrong = {}
    for address, page in web.pages.items():
        found = levels(page.soup)
        in_order = all(after <= before + 1 for before, after in pairwise(found))
        if found.count(1) != 1 or not in_order:
            wrong[address] = found
    assert wrong == {}


def test_every_page_says_that_it_is_chinese(web: Web) -> None:
    assert {str(page.soup.html and page.soup.html.get("lang")) for page in web.pages.values()} == {
        "zh-Hans"
    }


def test_lines_in_pinyin_say_so(web: Web) -> None:
    found = {
        tag.get_text()
        for page in web.pages.values()
        for tag in page.soup.find_all(lang="zh-Latn-pinyin")
    }
    assert found == {"SHUOZHOUSHI RENMIN ZHENGFU GONGBAO"}


def test_every_page_has_a_title_of_its_own(web: Web) -> None:
    titles = [
        page.soup.title.get_text(strip=True) if page.soup.title else ""
        for page in web.pages.values()
    ]
    assert all(titles)


def test_every_table_has_header_cells_or_says_that_none_were_printed(web: Web) -> None:
    wrong = [
        (address, table.get_text(" ", strip=True)[:60])
        for address, page in web.pages.items()
        for table in page.soup.find_all("table")
        if not table.find("th") and "headless" not in (table.get("class") or [])
    ]
    assert wrong == []


def test_the_home_page_has_a_search_form(web: Web) -> None:
    home = web.pages["index.html"]
    assert home.soup.select("[data-search]") == []
    (form,) = home.soup.select("main form[role=search]")
    (box,) = form.select("input[type=search][name=q]")
    assert box["aria-label"]
    assert form.select_one("button[type=submit]")
    assert web.resolve(home, str(form["action"])) is None


def test_no_id_is_given_twice(web: Web) -> None:
    wrong = {}
    for address, page in web.pages.items():
        ids = [str(tag["id"]) for tag in page.soup.find_all(id=True)]
        twice = {id_ for id_ in ids if ids.count(id_) > 1}
        if twice:
            wrong[address] = twice
    assert wrong == {}


def test_nothing_is_loaded_from_another_host(web: Web) -> None:
    foreign = {
        load
        for page in web.pages.values()
        for load in page.attributes(LOADS)
        if FOREIGN.match(load)
    }
    styles = {
        load
        for file in web.folder.rglob("*.css")
        for load in LOAD_OF_STYLE.findall(file.read_text(encoding="utf-8"))
        if FOREIGN.match(load)
    }
    assert (foreign, styles) == (set(), set())


def test_no_sign_of_the_tools(web: Web) -> None:
    signs = re.compile(
        r"Made with|Material for MkDocs|Permanent link|Skip to|Back to top|Table of contents"
    )
    assert [
        address for address, page in web.pages.items() if signs.search(page.soup.get_text())
    ] == []
