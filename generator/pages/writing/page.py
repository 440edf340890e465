"""A generated page: where it goes, its front matter, its Markdown."""

from typing import Any

from generator.model.base import Value
from generator.model.codec import dump_yaml


class Page(Value, frozen=True):
    """A page of the site as Markdown."""

    uri: str
    """Path below ``docs_src/``, e.g. ``archive/yunxi/2021/4/1.md``."""
    meta: dict[str, Any]
    """Front matter: ``title``, ``description`` and ``kind`` always,
    more where the theme shows it."""
    text: str
    """Markdown without front matter, ending in one newline."""

    def render(self) -> str:
        """The whole file: front matter and Markdown."""
        return f"---\n{dump_yaml(self.meta)}---\n\n{self.text}"
