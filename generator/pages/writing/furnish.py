"""What a page says of itself to the theme, by its Markdown.

The theme computes nothing: which scripts a page needs, whether its outline is worth showing and that its title is
Chinese on a site in another language, or its text in simplified characters on one in traditional ones, is in the front
matter, so that every program that reads it can show the page.
"""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from generator.pages.writing.escape import GAZETTES_TAG, language_of
from generator.pages.writing.page import Page
from generator.words.say import spoken

FEWEST_ENTRIES = 2
"""Entries of an outline that is shown."""

DEEPEST_LISTED = 3
"""Level of the headings below which the outline goes on by one level more."""

SCRIPTS = {"document": ("document",), "source": ("lines",)}
"""Kind of page → scripts that its tools need."""
HALF_WIDTH = "half-width"
"""Anchor of the sentence that counts the marks which a script shows otherwise."""

_HEADING = re.compile(r"^(?P<signs>#{1,6}) .*?(?:\{#(?P<anchor>[^\s}]+)[^}]*\})?$", re.MULTILINE)
"""A heading of Markdown; that of an article has ``art-`` in its anchor."""


def furnish(page: Page) -> Page:
    """The page with what the theme has to know of it."""
    meta = dict(page.meta)
    scripts = list(find_scripts(page))
    if scripts:
        meta["scripts"] = scripts
    hidden = meta.get("hide") or []
    if "toc" not in hidden and not has_entries(page.text, FEWEST_ENTRIES):
        meta["hide"] = [*hidden, "toc"]
    if language_of(meta["title"]):
        meta["lang"] = GAZETTES_TAG
    if meta["kind"] == "document" and spoken().is_chinese and spoken().tag != GAZETTES_TAG:
        meta["text_lang"] = GAZETTES_TAG
    return replace(page, meta=meta)


def find_scripts(page: Page) -> Iterator[str]:
    """The names of the scripts that a page needs beside those of every page."""
    yield from SCRIPTS.get(page.meta["kind"], ())
    if f"#{HALF_WIDTH} " in page.text:
        yield "punctuation"
    if has_table(page.text):
        yield "tables"


def has_table(text: str) -> bool:
    """Whether a page has a table, as HTML or as Markdown."""
    return "<table" in text or "\n| --- |" in text or text.startswith("| --- |")


def has_entries(text: str, number: int) -> bool:
    """Whether the outline of a page lists this many headings."""
    return len(list(islice(list_entries(text), number))) == number


def list_entries(text: str) -> Iterator[re.Match[str]]:
    """The headings that the outline of a page lists.

    Those of articles are left out with all below them, and what is below the fourth level.
    """
    above: list[tuple[int, bool]] = []
    for match in _HEADING.finditer(text):
        level = len(match["signs"])
        if level == 1:
            continue
        while above and above[-1][0] >= level:
            above.pop()
        listed = "art-" not in (match["anchor"] or "") and all(
            shown and upper <= DEEPEST_LISTED for upper, shown in above
        )
        above.append((level, listed))
        if listed:
            yield match
