"""The navigation in the language of the site."""

from typing import Any

from generator.words.catalogue import CHINESE, read_catalogue
from generator.words.say import spoken

PREFIX = "nav."
"""The keys of the words of the navigation."""


def translate_navigation(nav: Any) -> Any:
    """``nav`` of ``mkdocs.yml`` with its titles in the language of the site.

    Those that the program knows are translated, the archive's own stay.
    """
    if isinstance(nav, list):
        return [translate_navigation(item) for item in nav]
    if isinstance(nav, dict):
        return {_title(title): translate_navigation(item) for title, item in nav.items()}
    return nav


def _title(title: Any) -> Any:
    """A title in the language of the site."""
    known = read_catalogue(CHINESE).messages
    keys = [key for key, (text, *_) in known.items() if key.startswith(PREFIX) and text == title]
    return spoken().messages[keys[0]][0] if keys else title
