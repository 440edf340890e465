"""How browsers and search engines learn of the search, and how long its files may be kept."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from generator.build import build_site
from generator.registers.changed_days import days_of
from generator.search import FOLDER
from tests.fixtures.demo_archive import demo_archive
from tests.search.bench import served
from tests.site.projects import make_project
from tests.site.test_browser import Watch

ADDRESS = "https://example.org/gazettes/"
NAMESPACE = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


@pytest.fixture(scope="module")
def named(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fictional archive, built for a host that has a name."""
    layout = make_project(demo_archive(), root, tmp_path_factory.mktemp("named"))
    build_site(demo_archive(), layout, address=ADDRESS)
    return layout.site


def test_browsers_can_add_the_search(named: Path) -> None:
    for page in (named / "index.html", named / "about/index.html"):
        links = BeautifulSoup(page.read_bytes(), "lxml").select("link[rel=search]")
        files = [page.parent.joinpath(str(link["href"])).resolve() for link in links]
        assert files == [(named / "opensearch.xml").resolve()]
    description = ET.parse(named / "opensearch.xml").getroot()  # noqa: S314 - our own file
    (url,) = description.findall("o:Url", NAMESPACE)
    assert url.get("template") == f"{ADDRESS}search/?q={{searchTerms}}"
    assert len(description.findtext("o:ShortName", "", NAMESPACE)) in range(1, 17)


def test_search_engines_read_the_search_action(named: Path) -> None:
    home = BeautifulSoup((named / "index.html").read_bytes(), "lxml")
    (block,) = home.select("script[type='application/ld+json']")
    site = json.loads(str(block.string))
    assert (site["@type"], site["url"]) == ("WebSite", ADDRESS)
    assert site["potentialAction"]["@type"] == "SearchAction"
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{ADDRESS}search/?q={{query}}"
    data = site["hasPart"]
    assert (data["@type"], data["url"]) == ("Dataset", ADDRESS)
    download = data["distribution"]["contentUrl"].removeprefix(ADDRESS)
    assert json.loads((named / download).read_bytes())["publications"]


@pytest.mark.browser
def test_the_content_policy_lets_the_search_action_stand(chromium: Browser, named: Path) -> None:
    with served(named) as address:
        watch = Watch(chromium.new_page())
        watch.page.goto(address, wait_until="networkidle")
        assert watch.page.locator("script[type='application/ld+json']").count() == 1
        assert watch.complaints == []
        watch.page.close()


def test_without_an_address_nothing_is_claimed(site: Path) -> None:
    home = BeautifulSoup((site / "index.html").read_bytes(), "lxml")
    assert home.select("link[rel=search], script[type='application/ld+json']") == []
    assert not list(site.glob("opensearch.xml")) + list(site.glob("sitemap*"))
    assert not (site / "feeds").exists()
    assert home.select("link[rel=alternate], .subscribe") == []
    assert "Sitemap" not in (site / "robots.txt").read_text(encoding="utf-8")


FEED = "link[rel=alternate][href*='feeds/']"


def test_each_page_with_a_feed_leads_to_it(named: Path) -> None:
    """And each feed has such a page, which it names; that of the archive is followed from the search, too."""
    found: dict[str, set[tuple[str, Path]]] = {}
    for page in named.rglob("*.html"):
        soup = BeautifulSoup(page.read_bytes(), "lxml")
        for query in (FEED, ".subscribe a"):
            for link in soup.select(query):
                target = page.parent.joinpath(str(link["href"])).resolve().relative_to(named)
                found.setdefault(query, set()).add((target.as_posix(), page.relative_to(named)))
    atom, links = found[FEED], found[".subscribe a"]
    assert atom == links
    feeds = {path.relative_to(named).as_posix() for path in (named / "feeds").rglob("*.*")}
    assert {feed for feed, _ in atom} == feeds
    for feed, leading in atom:
        if feed.endswith(".json") and leading != Path("search/index.html"):
            said = json.loads((named / feed).read_text(encoding="utf-8"))
            place = unquote(said["home_page_url"].removeprefix(ADDRESS))
            assert named / place / "index.html" == named / leading


def test_the_sitemap_says_when_a_page_was_changed(named: Path) -> None:
    urls = re.findall(r"<url>.*</url>", (named / "sitemap.xml").read_text(encoding="utf-8"))
    days = {
        url.partition("<loc>")[2].partition("<")[0]: url.partition("<lastmod>")[2][:10]
        for url in urls
    }
    assert days[f"{ADDRESS}archive/yunxi/2020/1/2/"] == "2020-03-31"
    assert days[f"{ADDRESS}about/"] == ""
    assert set(days.values()) == {"", *days_of(demo_archive()).values()}
    robots = (named / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {ADDRESS}sitemap.xml\n" in robots


def test_all_files_but_the_manifest_may_be_kept_for_ever(site: Path, root: Path) -> None:
    rule = re.search(r'"~\*(.+)" "public', (root / "deploy/nginx.conf").read_text(encoding="utf-8"))
    assert rule
    files = [file.relative_to(site).as_posix() for file in (site / FOLDER).rglob("*.js")]
    assert len(files) > 8
    assert [file for file in files if not re.search(rule[1], f"/{file}")] == [
        f"{FOLDER}/manifest.js"
    ]
