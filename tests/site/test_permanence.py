"""Addresses that were published answer for ever: as a page, as a way to one, or with the reason why there is none."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin

import msgspec
import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, expect

from generator.build import build_site
from generator.model import Archive, Permalink
from generator.publish import Layout
from tests.fixtures.demo_archive import demo_archive
from tests.site.projects import make_project, unpack_bundle
from tests.site.web import Web, read_web

GONE = (
    Permalink("yunxi/2018/2", to="yunxi/2020/1"),
    Permalink("yunxi/2018/2/1", "云政发〔2018〕6号", "关于节水的通知", (1, 9), to="yunxi/2020/1/2"),
    Permalink(
        "yunxi/2020/1/9",
        "云政发〔2020〕9号",
        "任免通知",
        (900, 950),
        withdrawn="涉及个人信息，依申请撤下",
    ),
)
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
"""What a strict host allows a page: no script and no style but from a file of its own."""


def published(root: Path) -> list[str]:
    """The addresses of the committed list."""
    lines = (root / "tests/data/addresses.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def file_of(web: Web, address: str) -> str:
    """The file that answers at an address of the served site."""
    if web.served or web.folder.joinpath(address, "index.html").is_file():
        return f"{address}index.html"
    return f"{address.rstrip('/')}.html"


@pytest.fixture(scope="module")
def moved_layout(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The theme of the project around the fictional archive, of which three addresses are gone."""
    return make_project(moved_archive(), root, tmp_path_factory.mktemp("gone"))


def moved_archive() -> Archive:
    """The fictional archive with a ledger."""
    return msgspec.structs.replace(demo_archive(), permalinks=GONE)


@pytest.fixture(scope="module")
def moved(moved_layout: Layout) -> Path:
    """Its site, built for a host that has a name."""
    build_site(moved_archive(), moved_layout, address="https://example.org/gazettes/")
    return moved_layout.site


def read(path: Path) -> BeautifulSoup:
    """A page of a site."""
    return BeautifulSoup(path.read_bytes(), "lxml")


def attribute(soup: BeautifulSoup, selector: str, name: str) -> str:
    """An attribute of the one tag that a selector finds."""
    (tag,) = soup.select(selector)
    assert isinstance(tag, Tag)
    return str(tag[name])


def test_every_address_of_the_list_answers(web: Web, root: Path) -> None:
    addresses = published(root)
    assert len(addresses) >= 4 + 5 + 41
    assert [address for address in addresses if file_of(web, address) not in web.pages] == []


def test_every_id_of_the_ledger_answers(web: Web, real_archive: Archive) -> None:
    ids = [entry.id for entry in real_archive.permalinks]
    assert len(ids) >= 41
    assert [id_ for id_ in ids if file_of(web, f"archive/{id_}/") not in web.pages] == []


def test_every_number_is_a_short_address(web: Web, real_archive: Archive) -> None:
    for record in real_archive.documents:
        number = re.fullmatch(r"(.+)〔(\d{4})〕0*(\d+)号", record.document.number or "")
        if number:
            page = web.pages[file_of(web, f"n/{'/'.join(number.groups())}/")]
            main = page.soup.find("main")
            links = (
                [str(link["href"]) for link in main.find_all("a")] if isinstance(main, Tag) else []
            )
            end = f"{record.id}/" if web.served else f"{record.id}.html"
            assert [link for link in links if link.endswith(end)], page.address


def test_a_document_links_to_itself(web: Web, real_archive: Archive) -> None:
    for record in real_archive.documents:
        name = file_of(web, f"archive/{record.id}/")
        link = web.pages[name].soup.select("a.address")[0]
        base = f"https://x/{name.removesuffix('index.html') if web.served else name}"
        assert (link.get_text(), unquote(urljoin(base, str(link["href"])))) == (
            f"archive/{record.id}/",
            base,
        )


def test_a_redirect_names_its_target_in_every_way(moved: Path) -> None:
    soup = read(moved / "archive/yunxi/2018/2/1/index.html")
    target = "https://example.org/gazettes/archive/yunxi/2020/1/2/"
    base = "https://example.org/gazettes/archive/yunxi/2018/2/1/"
    assert attribute(soup, "link[rel=canonical]", "href") == target
    seconds, _, url = attribute(soup, "meta[http-equiv=refresh]", "content").partition("; url=")
    assert (seconds, urljoin(base, url)) == ("0", target)
    assert attribute(soup, "meta[name=robots]", "content") == "noindex"
    assert attribute(soup, "html", "lang") == "zh-Hans"
    assert [link for link in soup.select("main a") if urljoin(base, str(link["href"])) == target]


def test_what_only_leads_on_is_small_and_whole(moved: Path) -> None:
    for name in ("archive/yunxi/2018/2/1", "archive/yunxi/2018/2", "n/云政发/2020/1"):
        path = moved / name / "index.html"
        soup = read(path)
        assert path.stat().st_size <= 1_500, name
        (title,) = soup.select("title")
        assert title.get_text() == soup.select("main a")[0].get_text()
        assert len(soup.select("main")) == len(soup.select("h1")) == 1
        assert not soup.find_all("script")


@pytest.mark.parametrize(
    "page",
    ["archive/yunxi/2018/2/1", "archive/yunxi/2018/2", "archive/yunxi/2020/1/9", "n/云政发/2020/9"],
)
def test_nothing_is_inline(page: str, moved: Path) -> None:
    soup = read(moved / page / "index.html")
    assert not soup.find_all(["style", "iframe"])
    assert not [script for script in soup.find_all("script") if not script.has_attr("src")]
    assert not [
        tag
        for tag in soup.find_all()
        if any(name == "style" or name.startswith("on") for name in tag.attrs)
    ]


def test_a_withdrawn_document_is_explained_and_not_indexed(moved: Path) -> None:
    soup = read(moved / "archive/yunxi/2020/1/9/index.html")
    assert "涉及个人信息，依申请撤下" in soup.get_text()
    assert attribute(soup, "meta[name=robots]", "content") == "noindex"
    assert not soup.select("meta[http-equiv=refresh]")


def test_only_pages_with_text_are_in_the_sitemap(moved: Path) -> None:
    sitemap = (moved / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/gazettes/archive/yunxi/2020/1/2/</loc>" in sitemap
    assert "/gazettes/n/" not in sitemap
    assert "/2018/" not in sitemap


def test_every_link_of_the_moved_site_resolves(moved: Path) -> None:
    web = read_web(moved, served=True)
    wrong = [
        reason
        for page in web.pages.values()
        if page.address != "404.html"
        for link in page.attributes({"a": "href"})
        if (reason := web.resolve(page, link))
    ]
    assert wrong == []


def test_a_bundle_leads_on_by_the_names_of_files(moved_layout: Layout, tmp_path: Path) -> None:
    top = unpack_bundle(moved_archive(), moved_layout, tmp_path)
    for name, target in (
        ("archive/yunxi/2018/2/1.html", "../../2020/1/2.html"),
        ("archive/yunxi/2018/2/index.html", "../../2020/1/index.html"),
        ("n/云政发/2018/6.html", "../../../archive/yunxi/2018/2/1.html"),
    ):
        soup = read(top / name)
        assert attribute(soup, "meta[http-equiv=refresh]", "content") == f"0; url={target}"
        assert (top / name).parent.joinpath(target).is_file()


@pytest.mark.browser
def test_a_short_address_leads_a_reader_to_the_document(
    chromium: Browser, address: str, real_archive: Archive
) -> None:
    record = next(record for record in real_archive.documents if record.document.number)
    number = re.fullmatch(r"(.+)〔(\d{4})〕(\d+)号", str(record.document.number))
    assert number
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}n/{'/'.join(number.groups())}/")
    page.wait_for_url(f"{address}archive/{record.id}/")
    expect(page.locator("h1")).to_have_text(re.compile(re.escape(record.document.title[:10])))
    context.close()


@pytest.mark.browser
def test_a_redirect_works_from_a_disk_and_under_a_strict_policy(
    chromium: Browser, moved: Path, bundle: Path
) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    short = min((bundle / "n").rglob("*.html"))
    page.goto(short.as_uri())
    page.wait_for_url(re.compile(r"/archive/.+\.html$"))
    page.route(
        "**/*",
        lambda route: (
            route.fulfill(
                path=moved
                / unquote(route.request.url.removeprefix("http://site.test/"))
                / "index.html",
                headers={"content-type": "text/html", "content-security-policy": POLICY},
            )
            if route.request.resource_type == "document"
            else route.abort()
        ),
    )
    page.goto("http://site.test/archive/yunxi/2018/2/1/")
    page.wait_for_url("http://site.test/archive/yunxi/2020/1/2/")
    context.close()
