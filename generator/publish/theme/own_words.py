"""Settings in the words of an archive, which are not always in the language of its site."""

from collections.abc import Iterator
from typing import Any

from generator.pages.writing.escape import GAZETTES_TAG, language_of

KEYS = ("site_name", "copyright", "site_author")
EXTRA = ("contact", "licence")
"""Settings whose words are on each page; those of the second list are below ``extra``."""


def tag_own_words(settings: dict[str, Any]) -> dict[str, str]:
    """Setting → its language, as HTML names it, for those in Chinese on a site in another language."""
    return {key: GAZETTES_TAG for key, value in _said(settings) if language_of(str(value))}


def _said(settings: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    extra = settings.get("extra") or {}
    yield from ((key, settings.get(key)) for key in KEYS)
    yield from ((key, extra.get(key)) for key in EXTRA)
