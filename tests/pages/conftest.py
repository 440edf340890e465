"""Rendering of pages as MkDocs does it: Python-Markdown with the extensions of ``mkdocs.yml``."""

from collections.abc import Callable

import markdown
import pytest
from bs4 import BeautifulSoup

from generator.pages import Page, build_pages
from tests.fixtures.demo_archive import demo_archive

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "sane_lists", "tables", "toc"]
Render = Callable[[str], BeautifulSoup]


@pytest.fixture(scope="session")
def render() -> Render:
    """Markdown → parsed HTML."""
    converter = markdown.Markdown(extensions=EXTENSIONS)

    def convert(text: str) -> BeautifulSoup:
        return BeautifulSoup(converter.reset().convert(text), "html.parser")

    return convert


@pytest.fixture(scope="session")
def pages() -> dict[str, Page]:
    """All pages of the demo archive by address."""
    return {page.uri: page for page in build_pages(demo_archive())}
