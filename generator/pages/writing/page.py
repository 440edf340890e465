"""A generated page: where it goes, its front matter, its Markdown."""

from collections.abc import Mapping
from typing import Any

from generator.model.base import Value
from generator.pages.writing.meta_yaml import dump_front_matter

NOT_SEARCHED: Mapping[str, Any] = {"hide": ["toc"], "search": {"exclude": True}}
"""Front matter of a page that only lists others: search of MkDocs leaves it out."""

NOT_INDEXED: Mapping[str, Any] = {
    "hide": ["toc"],
    "robots": "noindex",
    "search": {"exclude": True},
}
"""Front matter of a page that only leads to others: search engines leave it out, too."""


class Page(Value, frozen=True):
    """A page of the site as Markdown."""

    uri: str
    """Path below ``docs_src/``, e.g. ``archive/yunxi/2021/4/1.md``."""
    meta: dict[str, Any]
    """Front matter: ``title``, ``description`` and ``kind`` always,
    more where the theme shows it."""
    text: str
    """Markdown without front matter, ending in one newline."""

    def encoded(self) -> bytes:
        """The bytes of its file."""
        return self.render().encode()

    def render(self) -> str:
        """The whole file: front matter and Markdown."""
        return f"---\n{dump_front_matter(self.meta)}---\n\n{self.text}"


class Asset(Value, frozen=True):
    """A file that a build publishes beside the pages as it is."""

    uri: str
    """Path below ``docs_src/``, e.g. ``archive/yunxi/2021/4/source/2021-04.txt``."""
    data: bytes
    """Its bytes."""

    def encoded(self) -> bytes:
        """The bytes of its file."""
        return self.data
