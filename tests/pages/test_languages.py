"""Pages in other languages: the same addresses, links and anchors; no Chinese but that of the gazettes."""

import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup

from generator.lexicon.characters import HAN
from generator.pages import PAGE_KINDS, build_pages
from generator.pages.index.indexes import make_registers
from generator.words.catalogue import list_languages
from generator.words.say import speaking
from tests.fixtures.demo_archive import demo_archive
from tests.pages.rendering import Pages, Render


def places(soup: BeautifulSoup) -> Counter[str]:
    """Where a page leads, and what on it can be led to."""
    anchors = [f"#{tag['id']}" for tag in soup.find_all(id=True)]
    links = [str(tag["href"]) for tag in soup.find_all("a", href=True)]
    return Counter(anchors + links)


def own_words(soup: BeautifulSoup) -> str:
    """What a page says without the text of gazettes."""
    for tag in soup.find_all(lang="zh-Hans"):
        tag.decompose()
    return soup.get_text(" ")


@pytest.mark.parametrize("language", list_languages()[1:])
def test_addresses_links_and_anchors_are_those_of_the_chinese_pages(
    language: str, pages: Pages, render: Render
) -> None:
    with speaking(language):
        translated = {page.uri: page for page in build_pages(demo_archive())}
    assert list(translated) == list(pages)
    for uri, page in translated.items():
        assert places(render(page.text)) == places(render(pages[uri].text)), uri


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_chinese_words_are_those_of_the_gazettes(kind: str, render: Render) -> None:
    with speaking("en"):
        built = list(PAGE_KINDS[kind](make_registers(demo_archive())))
    for page in built:
        found = re.findall(f".*{HAN}.*", own_words(render(page.text)))
        assert found == [], page.uri
