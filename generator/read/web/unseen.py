"""What a browser shows only where it runs no scripts, or in a frame: it is the page where nothing else is.

``<noscript>``, ``<template>``, ``<iframe srcdoc="…">``. A page that has a text beside them says there
what the reader of the gazette does not need (``请开启脚本``); a page without one was saved before its scripts
had run, and its gazette is inside.
"""

import html
import re

_ELEMENT = re.compile(
    r"</?(?:noscript|template)(?:\s[^<>]*)?>|</iframe\s*>"
    r"""|<iframe\b(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"""\ssrcdoc\s*=\s*(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)')""", re.IGNORECASE
)


def has_unseen(text: str) -> bool:
    """Whether a page has an element that browsers do not show."""
    return _ELEMENT.search(text) is not None


def show_unseen(text: str) -> str:
    """A page without the tags of such elements: what is in them is a part of it, each line where it was."""
    return _ELEMENT.sub(_content, text)


def _content(tag: re.Match[str]) -> str:
    """The line breaks of a tag; the markup that a frame has as its source."""
    source = _SOURCE.search(tag[0])
    if source is None:
        return "\n" * tag[0].count("\n")
    markup = html.unescape(source["double"] or source["single"] or "")
    above = tag[0].count("\n", 0, source.start("double" if source["double"] else "single"))
    missing = tag[0].count("\n") - above - markup.count("\n")
    return "\n" * max(0, above) + markup + "\n" * max(0, missing)
