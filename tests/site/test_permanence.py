"""Addresses that were published answer for ever: as a page, as a way to one, or with the reason why there is none."""

import json
import re
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
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
from tests.serving import running
from tests.site.conftest import QuietHandler
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


def test_every_number_is_a_short_address(site: Path, web: Web, real_archive: Archive) -> None:
    pages = {name for name in web.pages if name.startswith("n/")}
    for record in real_archive.documents:
        number = re.fullmatch(r"(.+)〔(\d{4})〕0*(\d+)号", record.document.number or "")
        if number:
            prefix, year, serial = number.groups()
            years = json.loads((site / f"n/{prefix}.json").read_bytes())
            goal = years[year][serial]
            assert goal == f"archive/{record.id}/" or file_of(web, goal) in pages
            assert file_of(web, goal) in web.pages
    assert not [name for name in pages if not web.pages[name].soup.select("main li a")]


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
    for name in ("archive/yunxi/2018/2/1", "archive/yunxi/2018/2"):
        path = moved / name / "index.html"
        soup = read(path)
        assert path.stat().st_size <= 1_500, name
        (title,) = soup.select("title")
        assert title.get_text() == soup.select("main a")[0].get_text()
        assert len(soup.select("main")) == len(soup.select("h1")) == 1
        assert not soup.find_all("script")


@pytest.mark.parametrize(
    "page",
    ["archive/yunxi/2018/2/1", "archive/yunxi/2018/2", "archive/yunxi/2020/1/9"],
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


@pytest.fixture(scope="module")
def moved_bundle(moved_layout: Layout, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of its bundle, unpacked."""
    return unpack_bundle(moved_archive(), moved_layout, tmp_path_factory.mktemp("bundle"))


def test_a_bundle_leads_on_by_the_names_of_files(moved_bundle: Path) -> None:
    for name, target in (
        ("archive/yunxi/2018/2/1.html", "../../2020/1/2.html"),
        ("archive/yunxi/2018/2/index.html", "../../2020/1/index.html"),
    ):
        soup = read(moved_bundle / name)
        assert attribute(soup, "meta[http-equiv=refresh]", "content") == f"0; url={target}"
        assert (moved_bundle / name).parent.joinpath(target).is_file()
    assert not (moved_bundle / "n").exists()


class HostHandler(QuietHandler):
    """A host as GitHub Pages is one: what is not found is 404.html, with that status; sites are below a path."""

    below = "/gazettes/"

    def translate_path(self, path: str) -> str:
        """The file at an address; none outside of the site."""
        inside = path.startswith(self.below)
        return super().translate_path(path.removeprefix(self.below[:-1]) if inside else "/none")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the page for what is not found."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        data = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture(scope="module")
def hosted(moved: Path) -> Iterator[str]:
    """Where the site is on such a host."""
    handler = partial(HostHandler, directory=str(moved))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, running(server):
        yield f"http://127.0.0.1:{server.server_port}{HostHandler.below}"


@pytest.mark.browser
@pytest.mark.parametrize(
    ("short", "goal"),
    [
        ("n/云政发/2020/1/", "archive/yunxi/2020/1/1/"),
        ("n/云政发/2020/001#art-2", "archive/yunxi/2020/1/1/#art-2"),
        ("n/%E4%BA%91%E6%94%BF%E5%8F%91/2020/1", "archive/yunxi/2020/1/1/"),
        ("n/云政发/2018/6/", "archive/yunxi/2020/1/2/"),
        ("n/云政发/2020/9/", "archive/yunxi/2020/1/9/"),
    ],
)
def test_a_short_address_leads_a_reader_to_the_document(
    chromium: Browser, hosted: str, short: str, goal: str
) -> None:
    page = chromium.new_page()
    answer = page.goto(f"{hosted}{short}")
    assert answer
    assert answer.status == HTTPStatus.NOT_FOUND
    page.wait_for_url(f"{hosted}{goal}")
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("n/云政发/2020/999/", "本库没有发文字号为云政发〔2020〕999号的文件"),
        ("n/无此代字/2020/1/", "本库没有发文字号为无此代字〔2020〕1号的文件"),
        ("n/云政发/2020/", "您访问的地址在本库中不存在"),
        ("n/%E4%BA/2020/1/", "您访问的地址在本库中不存在"),
        ("archive/n/云政发/2020/1/", "最近的上一级页面：全部名录"),
    ],
)
def test_a_number_that_is_not_held_is_said(
    chromium: Browser, hosted: str, address: str, said: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{hosted}{address}")
    expect(page.locator("#why")).to_contain_text(said)
    assert page.get_by_role("main").get_by_role("link", name="文号").is_visible()
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("address", "above", "tried"),
    [
        ("archive/yunxi/2020/1/99/#art-2", "archive/yunxi/2020/1/#art-2", 1),
        ("archive/yunxi/2077/1/source/2/", "archive/yunxi/", 4),
        ("archive/a/b/c/d/e/", None, 4),
        ("archive/none/", "archive/", 1),
        ("none/of/it/", None, 0),
    ],
)
def test_the_nearest_page_above_is_shown(
    chromium: Browser, hosted: str, address: str, above: str | None, tried: int
) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    page.on(
        "request",
        lambda request: asked.append(request.url) if request.resource_type == "fetch" else None,
    )
    page.goto(f"{hosted}{address}", wait_until="networkidle")
    assert page.url == f"{hosted}{address}"
    assert len(asked) == tried
    assert all(url.startswith(f"{hosted}archive/") for url in asked)
    link = page.locator("#why a")
    if above is None:
        expect(page.locator("#why")).to_contain_text("您访问的地址在本库中不存在")
        assert link.count() == 0
    else:
        expect(page.locator("#why")).to_contain_text("最近的上一级页面")
        assert link.evaluate("link => link.href") == f"{hosted}{above}"
        assert link.text_content()
    page.close()


@pytest.mark.browser
def test_without_a_script_it_is_said_how_to_find_a_number(chromium: Browser, hosted: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{hosted}n/云政发/2020/1/")
    expect(page.get_by_role("main")).to_contain_text("知道发文字号的，请从文号名录查找")
    context.close()


@pytest.mark.browser
def test_the_short_address_of_a_document_is_a_link_on_a_server(
    chromium: Browser, hosted: str, moved_bundle: Path
) -> None:
    page = chromium.new_page()
    page.goto(f"{hosted}archive/yunxi/2020/1/1/")
    link = page.locator(".facts .short a")
    assert unquote(str(link.evaluate("link => link.href"))) == f"{hosted}n/云政发/2020/1/"
    link.click()
    page.wait_for_url(f"{hosted}archive/yunxi/2020/1/1/")
    page.goto((moved_bundle / "archive/yunxi/2020/1/1.html").as_uri())
    expect(page.locator(".facts .short")).to_have_text("n/云政发/2020/1/")
    assert page.locator(".facts .short a").count() == 0
    page.close()


@pytest.mark.browser
def test_a_redirect_works_from_a_disk_and_under_a_strict_policy(
    chromium: Browser, moved: Path, moved_bundle: Path
) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto((moved_bundle / "archive/yunxi/2018/2/1.html").as_uri())
    page.wait_for_url(re.compile(r"/archive/yunxi/2020/1/2\.html$"))
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
