"""The pages that every site has, in each language."""

import re

import pytest
from bs4 import BeautifulSoup

from generator.model import Site
from generator.pages.fixed import FIXED, fixed_page
from generator.words.say import speaking
from tests.pages.rendering import Render

FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)


def body_of(text: str) -> str:
    """A page without its front matter."""
    match = FRONT.match(text)
    assert match
    return text[match.end() :]


def values(soup: BeautifulSoup, attribute: str) -> list[str]:
    """The values of an attribute, in the order of the alphabet."""
    return sorted(str(element[attribute]) for element in soup.select(f"[{attribute}]"))


@pytest.mark.parametrize("address", FIXED)
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_places_and_links_are_those_of_the_chinese_page(
    address: str, language: str, render: Render
) -> None:
    chinese = render(body_of(fixed_page(address, Site("云溪文库"))))
    with speaking(language):
        spoken = render(body_of(fixed_page(address, Site("云溪文库"))))
    for attribute in ("id", "href"):
        assert values(spoken, attribute) == values(chinese, attribute)
    assert [item.name for item in spoken.select("h1, h2, li, dt, dd, code, kbd")] == [
        item.name for item in chinese.select("h1, h2, li, dt, dd, code, kbd")
    ]
