"""Rendering of pages as MkDocs does it: Python-Markdown with the extensions of ``mkdocs.yml``."""

from collections.abc import Callable

import markdown
from bs4 import BeautifulSoup

from generator.pages import Page

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "sane_lists", "tables", "toc"]
Render = Callable[[str], BeautifulSoup]
Pages = dict[str, Page]
Soups = dict[str, BeautifulSoup]


def renderer() -> Render:
    """A function Markdown → parsed HTML."""
    converter = markdown.Markdown(extensions=EXTENSIONS)

    def convert(text: str) -> BeautifulSoup:
        return BeautifulSoup(converter.reset().convert(text), "html.parser")

    return convert
