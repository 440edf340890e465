"""Rendering of pages as MkDocs does it: Python-Markdown with the extensions of ``mkdocs.yml``."""

import re
from collections.abc import Callable

import markdown
from bs4 import BeautifulSoup

from generator.pages import Page

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "sane_lists", "tables", "toc"]
Render = Callable[[str], BeautifulSoup]
Pages = dict[str, Page]
Soups = dict[str, BeautifulSoup]


_TABLE = re.compile(r'<table markdown="block">.*?</table>', re.DOTALL)
_CELL = re.compile(r'<(t[hd])(?: scope="(?:row|col)")? markdown="span">(.*?)</\1>')


def piped(text: str) -> str:
    """A page with its listings as pipe tables, ``| 甲 | 1 |``: what is in them is easier to read so."""
    return _TABLE.sub(_as_pipes, text)


def _as_pipes(match: re.Match[str]) -> str:
    """The lines of one table."""
    rows = [_CELL.findall(line) for line in match[0].splitlines() if line.startswith("<tr ")]
    header, *lines = [f"| {' | '.join(cell for _, cell in row)} |" for row in rows]
    return "\n".join([header, f"| {' | '.join(['---'] * len(rows[0]))} |", *lines])


def renderer() -> Render:
    """A function Markdown → parsed HTML."""
    converter = markdown.Markdown(extensions=EXTENSIONS)

    def convert(text: str) -> BeautifulSoup:
        return BeautifulSoup(converter.reset().convert(text), "html.parser")

    return convert
