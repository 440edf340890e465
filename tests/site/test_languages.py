"""The archive in each language: other words, the same pages, links and gazettes, and as accessible as in Chinese."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from generator.archive.source_folder import SourceFolder
from generator.build import build_site
from generator.lexicon.characters import HAN
from generator.model import Archive
from generator.publish import open_server
from generator.words.catalogue import read_catalogue
from generator.words.say import speaking
from tests.conftest import SAMPLES
from tests.serving import running
from tests.site.firefox import Firefox
from tests.site.kinds import find_kinds
from tests.site.projects import make_project
from tests.site.test_accessibility import STATES, WHOLE, Matrix, see
from tests.site.test_firefox import wrong_in
from tests.site.web import Web, WebPage, read_web

HAN_TEXT = re.compile(HAN)
UNMARKED = """selector => Array.from(document.querySelectorAll(selector), element => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) { found.push(walker.currentNode); }
    return found;
}).flat().filter(node => /\\p{Script=Han}/u.test(node.data) && !node.parentElement.closest("[lang^=zh]"))
    .map(node => node.data)"""
"""The texts of some elements with Chinese characters for which none says so."""
TYPEFACES = "element => getComputedStyle(element.querySelector(':scope > :not(.source-line)') ?? element).fontFamily"
"""Those that the text of an element, or what is marked in it, is set in."""
SPILLED = """() => {
    const spills = element => {
        const text = document.createRange();
        text.selectNodeContents(element);
        const [words, box] = [text.getBoundingClientRect(), element.getBoundingClientRect()];
        const head = element.closest("thead");
        const spoken = head !== null && getComputedStyle(head).position === "absolute";
        return !spoken && words.width > 0 && words.right > box.right + 1;
    };
    const places = document.querySelectorAll("th, td:first-child, dt, .page, .pager-label");
    return Array.from(places).filter(spills).map(element => element.textContent);
}"""
"""The words of heads, first cells and labels that are wider than their place; heads that are only
read out have none."""
SAID = "body [lang=zh-Hans]"
"""What says that it is Chinese on a page."""
MOST_VIEWS = 10
"""Pages in a view that a run looks at in each language, of all kinds of page in all views."""
IN_FIREFOX = 3
"""Pages that a run looks at in Firefox too."""
UNSPOKEN = {"script", "style"}
"""Elements whose text nobody reads."""


@pytest.fixture(scope="module", params=["en", "zh-Hant"])
def language(request: pytest.FixtureRequest) -> str:
    """A language other than simplified Chinese."""
    return str(request.param)


@pytest.fixture(scope="module")
def spoken_site(
    language: str, root: Path, real_archive: Archive, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The frozen archive as a site in that language."""
    with speaking(language):
        layout = make_project(
            real_archive, root, tmp_path_factory.mktemp(language), SourceFolder(SAMPLES)
        )
        assert build_site(real_archive, layout) == ()
    return layout.site


@pytest.fixture(scope="module")
def spoken_web(spoken_site: Path) -> Web:
    """Every page of that site."""
    return read_web(spoken_site, served=True)


@pytest.fixture(scope="module")
def spoken_address(spoken_site: Path) -> Iterator[str]:
    """Where that site is served, under the content policy."""
    with open_server(spoken_site, 0) as server, running(server):
        yield server.address


@pytest.fixture(scope="module")
def chinese_web(site: Path) -> Web:
    """Every page in simplified Chinese."""
    return read_web(site, served=True)


def test_every_page_says_its_language(spoken_web: Web, language: str) -> None:
    tags = {str(page.soup.html["lang"]) for page in spoken_web.pages.values() if page.soup.html}
    assert tags == {read_catalogue(language).tag}


def test_it_has_the_same_pages_places_and_links(spoken_web: Web, chinese_web: Web) -> None:
    assert set(spoken_web.pages) == set(chinese_web.pages)
    for address, page in spoken_web.pages.items():
        for attribute in ("id", "href"):
            assert values(page, attribute) == values(chinese_web.pages[address], attribute), address


def values(page: WebPage, attribute: str) -> list[str]:
    """The values of an attribute in the body of a page, but for queries, which are words."""
    found = page.soup.select(f"body [{attribute}]")
    return sorted(str(element[attribute]).partition("?q=")[0] for element in found)


def test_the_text_of_a_document_is_never_translated(spoken_web: Web, chinese_web: Web) -> None:
    for address, page in spoken_web.pages.items():
        if page.soup.select_one("body.kind-document"):
            assert printed(page) == printed(chinese_web.pages[address])


def printed(page: WebPage) -> list[str]:
    """The paragraphs, headings and cells of a document between its fact box and what is said of it.

    The words of the editors in them are those of the site.
    """
    found = []
    for element in page.soup.select("article.text > .facts ~ :not(#reference, #share)"):
        if element.get("id") in {"related", "notes"} or "source" in element.get_attribute_list(
            "class"
        ):
            break
        words = element.find_all(string=True)
        own = ["editor-note", "source-line"]
        found.append("".join(word for word in words if not word.find_parent(class_=own)))
    assert found
    return found


ENGLISH = "dictionary/index.html"
"""The page that is English in every language of the site, with Chinese words in it."""


def test_chinese_on_a_page_in_another_language_says_so(spoken_web: Web, language: str) -> None:
    if read_catalogue(language).is_chinese:
        pages = (page for name, page in spoken_web.pages.items() if name != ENGLISH)
        said = [found for page in pages for found in page.soup.select(SAID)]
        assert {found.name for found in said} == {"article"}
        return
    unmarked = {
        (address, text.strip())
        for address, page in spoken_web.pages.items()
        for text in unmarked_in(page)
    }
    assert unmarked == set()


def unmarked_in(page: WebPage) -> Iterator[str]:
    """Text with Chinese characters for which no element says so."""
    for text in page.soup.find_all(string=HAN_TEXT):
        parent = text.parent
        if (
            parent
            and parent.name not in UNSPOKEN
            and parent.find_parent(lang=re.compile("^zh")) is None
            and not str(parent.get("lang", "")).startswith("zh")
        ):
            yield str(text)


@pytest.mark.browser
def test_pages_are_accessible_in_every_view(
    context: BrowserContext,
    spoken_address: str,
    spoken_site: Path,
    sampled: Callable[[Sequence[Any], int], list[Any]],
) -> None:
    matrix = Matrix(context.new_page(), spoken_address)
    pages = find_kinds(spoken_site).items()
    for (name, address), view in sampled(list(product(pages, WHOLE)), MOST_VIEWS):
        matrix.open(address)
        matrix.look(name, [view])
    assert matrix.wrong == []


@pytest.mark.browser
def test_it_is_accessible_in_firefox_too(
    firefox: Firefox,
    spoken_address: str,
    spoken_site: Path,
    sampled: Callable[[Sequence[Any], int], list[Any]],
) -> None:
    pages = sampled(list(find_kinds(spoken_site).items()), IN_FIREFOX)
    assert wrong_in(firefox, spoken_address, dict(pages)) == []


@pytest.mark.browser
def test_each_script_has_its_own_typefaces(
    context: BrowserContext, spoken_address: str, spoken_site: Path, language: str
) -> None:
    page = context.new_page()
    page.goto(spoken_address + find_kinds(spoken_site)["document articles"])
    own, title, body = (
        page.locator(selector).first.evaluate(TYPEFACES)
        for selector in ("h2#related", "h1", "p.recipients")
    )
    assert title.startswith("FZXiaoBiaoSong")
    assert body.startswith('"PingFang SC"')
    assert own.startswith('"PingFang SC"') is read_catalogue(language).is_chinese


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_words_fit_their_place(
    context: BrowserContext, spoken_address: str, spoken_site: Path, width: int
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    for address in find_kinds(spoken_site).values():
        page.goto(spoken_address + address)
        assert page.evaluate(SPILLED) == [], address


@pytest.mark.browser
@pytest.mark.matrix(3)
@pytest.mark.parametrize("state", ["results", "filtered", "settings open", "menu open", "citing"])
def test_what_a_reader_opens_is_accessible(
    context: BrowserContext, spoken_address: str, spoken_site: Path, state: str
) -> None:
    matrix = Matrix(context.new_page(), spoken_address)
    see(matrix, find_kinds(spoken_site), state, STATES[state][2][:2])
    assert matrix.wrong == []


@pytest.mark.browser
def test_the_search_speaks_the_language_and_finds_chinese(
    context: BrowserContext, spoken_address: str, language: str
) -> None:
    page = context.new_page()
    page.goto(f"{spoken_address}search/?q=农村公路")
    page.wait_for_selector("#results > li:not([aria-busy]) a")
    words = read_catalogue(language).messages
    expect(page.get_by_role("button", name=words["nav.search"][0], exact=True)).to_be_visible()
    assert page.locator("[data-count]").get_attribute("data-count") == "3"
    page.wait_for_selector("#facets label")
    if not read_catalogue(language).is_chinese:
        assert page.evaluate(UNMARKED, "#results, #facets, .suggestions") == []
