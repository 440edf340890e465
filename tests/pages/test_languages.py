"""In another language pages say the same: their words are in it, the gazettes' own text and all addresses stay."""

import re
from collections.abc import Iterator

import msgspec
import pytest
from bs4 import BeautifulSoup

from generator.lexicon.characters import HAN
from generator.model import Archive, Permalink
from generator.pages import build_pages
from generator.pages.pictures.network import TEXT
from generator.words.catalogue import list_languages
from generator.words.say import say, speaking
from tests.fixtures.demo_archive import demo_archive
from tests.pages.rendering import Pages, Render

RETIRED = (
    Permalink("yunxi/2020/1/8", "云政发〔2020〕8号", "节水的通知", (900, 950), to="yunxi/2020/1/2"),
    Permalink("yunxi/2020/1/9", "云政发〔2020〕9号", "任免通知", (960, 970), withdrawn="依申请"),
    Permalink("yunxi/2019/2", "", "", (1, 2), withdrawn="误收"),
    Permalink("yunxi/2018/3", "", "", (1, 2), to="yunxi/2020/1"),
    Permalink("linxi", "", "林西公报", (1, 2), withdrawn="误收"),
    Permalink("nanxi", "", "南溪公报", (1, 2), to="yunxi"),
    Permalink("beixi/2020/1/1", "北政发〔2020〕1号", "北溪的通知", (1, 2), withdrawn="误收"),
    Permalink("yunxi/2020/1/10", "云政发〔2020〕11号", "甲", (1, 2), withdrawn="误收"),
    Permalink("yunxi/2020/1/11", "云政发〔2020〕11号", "乙", (1, 2), withdrawn="误收"),
)
"""An address that was withdrawn and one that leads on, of a document, of an issue and of a gazette."""


def archive() -> Archive:
    return msgspec.structs.replace(demo_archive(), permalinks=RETIRED)


def pages_in(language: str) -> Pages:
    with speaking(language):
        return {page.uri: page for page in build_pages(archive())}


@pytest.fixture(scope="module")
def chinese() -> Pages:
    return pages_in("zh")


@pytest.fixture(scope="module")
def english() -> Pages:
    return pages_in("en")


@pytest.mark.parametrize("language", [name for name in list_languages() if name != "zh"])
def test_addresses_and_anchors_are_those_of_every_language(
    chinese: Pages, language: str, render: Render
) -> None:
    pages = pages_in(language)
    assert list(pages) == list(chinese)
    for uri, page in pages.items():
        assert page.meta["kind"] == chinese[uri].meta["kind"]
        assert addresses(render(page.text)) == addresses(render(chinese[uri].text)), uri


def addresses(soup: BeautifulSoup) -> list[list[str]]:
    """What leads somewhere and what can be led to, in order."""
    tags = soup.find_all()
    return [[str(tag[name]) for tag in tags if name in tag.attrs] for name in ("href", "id")]


def test_only_what_says_that_it_is_chinese_is_chinese(english: Pages, render: Render) -> None:
    assert {uri: list(undeclared(render(page.text))) for uri, page in english.items()} == {
        uri: [] for uri in english
    }


def undeclared(soup: BeautifulSoup) -> Iterator[str]:
    """Chinese text and names of parts of a page that say nothing of their language."""
    for tag in soup.find_all(lang="zh-Hans"):
        tag.decompose()
    for text in soup.stripped_strings:
        if re.search(HAN, text):
            yield text
    for tag in soup.find_all():
        if re.search(HAN, label := str(tag.get("aria-label", ""))):
            yield label


@pytest.mark.parametrize("language", list_languages())
def test_words_in_drawings_fit_their_places(language: str) -> None:
    with speaking(language):
        in_boxes = [say("network.this_document"), say("network.more", n=1234)]
        below_columns = say("picture.short_month", year="21", month="12")
    assert [text for text in in_boxes if len(text) > TEXT] == []
    assert len(below_columns) <= len("12/21")
