"""A site whose archive says everything of itself, in a colour of its own: said everywhere, as text, and legible."""

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from generator.build import build_site
from generator.pages import build_pages
from generator.publish import Layout, read_site, supply_pages, write_pages
from tests.fixtures.demo_archive import demo_archive
from tests.search.bench import served
from tests.site.test_accessibility import WHOLE, Matrix

NAME = "云溪<i>文库</i> & {{ name }}"
SHORT = "云<溪>"
PUBLISHER = '云溪县"办公室" & <b>档案馆</b>'
CONTACT = "gazette@example.org"
LICENCE = {"name": "CC <BY> 4.0", "url": 'https://example.org/licence?a=1&b="2"'}
REPOSITORY = "https://git.example.org/archive?a=1&b=2"
STATEMENT = "本库不是<u>政府</u>网站。"


def settings(colour: str) -> dict[str, Any]:
    """All that a configuration may say of an archive."""
    return {
        "site_name": NAME,
        "site_description": "一句 <em>话</em>。",
        "site_author": PUBLISHER,
        "repo_url": REPOSITORY,
        "site_url": "https://example.org/",
        "copyright": "页脚的话",
        "theme": {"palette": {"primary": colour}},
        "extra": {
            "short_name": SHORT,
            "contact": CONTACT,
            "licence": LICENCE,
            "statement": STATEMENT,
        },
    }


def built(folder: Path, colour: str) -> Path:
    """The site of the fictional archive under this identity."""
    (folder / "mkdocs.yml").write_text(
        json.dumps(settings(colour), ensure_ascii=False), encoding="utf-8"
    )
    layout = Layout(
        config=folder / "mkdocs.yml",
        docs=folder / "docs",
        site=folder / "site",
        dist=folder / "dist",
    )
    supply_pages(layout)
    write_pages(build_pages(demo_archive(), read_site(layout.config)), layout.docs)
    assert build_site(demo_archive(), layout) == ()
    return layout.site


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, in a dark green."""
    return built(tmp_path_factory.mktemp("named"), "#0b3d20")


def soup(site: Path, address: str) -> BeautifulSoup:
    """A page of the site."""
    return BeautifulSoup((site / address).read_bytes(), "lxml")


def text(page: BeautifulSoup, selector: str) -> str:
    """The text of the one element that a selector finds."""
    (element,) = page.select(selector)
    return element.get_text()


def content(page: BeautifulSoup, selector: str, attribute: str) -> str:
    """An attribute of the one element that a selector finds."""
    (element,) = page.select(selector)
    return str(element[attribute])


@pytest.mark.parametrize(
    "address", ["index.html", "about/index.html", "archive/yunxi/2020/1/1/index.html", "404.html"]
)
def test_every_page_says_who_the_site_is_and_says_it_as_text(named: Path, address: str) -> None:
    page = soup(named, address)
    assert page.title
    assert page.title.get_text().endswith(NAME)
    assert text(page, ".brand-name") == NAME
    assert content(page, "meta[name=author]", "content") == PUBLISHER
    assert content(page, "meta[name=application-name]", "content") == SHORT
    assert content(page, "link[rel=license]", "href") == LICENCE["url"]
    foot = [value.get_text() for value in page.select("footer dd")]
    assert foot == [PUBLISHER, CONTACT, LICENCE["name"], REPOSITORY]
    links = [str(link["href"]) for link in page.select("footer dd a")]
    assert links == [f"mailto:{CONTACT}", LICENCE["url"], REPOSITORY]
    assert page.select("footer b, footer i, footer u, header i, main u") == []


def test_the_pages_by_hand_say_it_where_they_leave_a_place(named: Path) -> None:
    about = soup(named, "about/index.html")
    assert STATEMENT in text(about, "main")
    assert [value.get_text() for value in about.select("main dd")] == [
        PUBLISHER,
        CONTACT,
        LICENCE["name"],
        REPOSITORY,
    ]
    for address in ("about/index.html", "accessibility/index.html"):
        page = soup(named, address)
        assert f"反馈方式：{CONTACT}；在代码仓库中提出议题。" in text(page, "main")
        assert page.select("[data-site]") == []


def test_pages_that_are_the_archives_own_say_it_below_their_text(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name in ("about", "accessibility"):
        page_text = f"---\nkind: {name}\n---\n\n# 我们\n\n一句话。\n"
        (tmp_path / f"docs/{name}.md").write_text(page_text, encoding="utf-8")
    site = built(tmp_path, "#0b3d20")
    about, accessibility = (soup(site, f"{name}/index.html") for name in ("about", "accessibility"))
    assert text(about, "main").split("一句话。")[1].split()[0] == STATEMENT
    assert STATEMENT not in text(accessibility, "main")
    for page in (about, accessibility):
        said = [value.get_text() for value in page.select("main dd")]
        assert said == [PUBLISHER, CONTACT, LICENCE["name"], REPOSITORY]


def test_the_home_page_is_called_by_the_name(named: Path) -> None:
    home = soup(named, "index.html")
    assert text(home, "h1") == NAME
    assert "一句 <em>话</em>。" in text(home, "main")
    assert (
        content(home, "meta[name=description]", "content")
        == "一句 <em>话</em>。收录公报2期、文件7件。"
    )


def test_the_seal_and_the_styles_have_the_colour(named: Path) -> None:
    assert "#a5171b" not in (named / "assets/images/seal.svg").read_text(encoding="utf-8")
    for sheet in ("tokens.css", "print.css"):
        assert "--red: #a5171b" not in (named / "assets/styles" / sheet).read_text(encoding="utf-8")


@pytest.mark.browser
@pytest.mark.matrix(1)
@pytest.mark.parametrize("colour", ["yellow", "black"])
def test_any_colour_is_legible(chromium: Browser, tmp_path: Path, colour: str) -> None:
    with served(built(tmp_path, colour)) as address:
        matrix = Matrix(chromium.new_page(), address)
        for page in ("", "about/", "archive/yunxi/2020/1/1/"):
            matrix.open(page)
            matrix.look(page, WHOLE)
        assert matrix.wrong == []
        matrix.page.close()
