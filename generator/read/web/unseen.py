"""What a browser does not show: elements that are hidden, and those for browsers without scripts or in a frame.

``<div style="display:none">``, ``<p hidden>``, ``<noscript>``, ``<template>``, ``<iframe srcdoc="…">``. A page that has
its text beside them says there what the reader of the gazette does not need: a request to run scripts, the text once
more for the printer. A page that shows its text by a script has it there and nowhere else. A class that is only called
``hidden`` says nothing, and what is hidden from readers of the screen alone (``aria-hidden``) is seen.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.stops import STOPS
from generator.lexicon.numbers import read_number_line
from generator.model import Finding
from generator.read.lines import SITE, Line
from generator.read.web.cell_text import BLOCKS, CELLS
from generator.read.web.site_parts import is_text_of_gazette
from generator.words.say import say

_SIGN = re.compile(
    r"<(?:noscript|template|iframe)\b|\bhidden\b|\bdisplay\s*:\s*none\b", re.IGNORECASE
)
_HIDING = re.compile(r"\bhidden\b|\bdisplay\s*:\s*none\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+)))?"""
)
_DECLARED = re.compile(
    r"(?:^|;)\s*(?P<name>display|visibility)\s*:\s*(?P<value>[a-z-]+)", re.IGNORECASE
)
_SEEN = re.compile(r"visibility\s*:\s*visible", re.IGNORECASE)
_SOURCE = re.compile(
    r"""\ssrcdoc\s*=\s*(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)')""", re.IGNORECASE
)
_END_PARAGRAPH = BLOCKS - {"br"}
"""Tags that end a paragraph that is not closed."""
_SENTENCE = re.compile(f"[{STOPS}]")


@dataclass(frozen=True, slots=True)
class UnseenLimits:
    """What a text is that a page does not show."""

    levels: int = 5
    """How many elements that are not shown are entered, one inside another."""
    copied: float = 0.5
    """Share of its lines that are also shown from which such a text is a copy."""
    tag: int = 80
    """Longest print of a tag in a finding, in characters."""


UNSEEN = UnseenLimits()


def has_unseen(text: str) -> bool:
    """Whether a page may have an element that browsers do not show."""
    return _SIGN.search(text) is not None


def may_hide(text: str) -> bool:
    """Whether a page may have an element that its own tag hides."""
    return _HIDING.search(text) is not None


def find_hidden(text: str, tags: Iterable[re.Match[str]]) -> dict[int, int]:
    """Begin and end of each element that its own tag hides; one that is not closed is not hidden.

    :param tags: the tags of the text, with the groups ``close``, ``name`` and ``rest``
    """
    opened: dict[str, list[re.Match[str]]] = {}
    ends: list[tuple[re.Match[str], int]] = []
    for tag in tags:
        name, paragraphs = tag["name"].lower(), opened.get("p")
        if paragraphs and name in _END_PARAGRAPH and not (name == "p" and tag["close"]):
            ends.append((paragraphs.pop(), tag.start()))
        waiting = opened.setdefault(name, [])
        if not tag["close"]:
            waiting.append(tag)
        elif waiting:
            ends.append((waiting.pop(), tag.end()))
    return {tag.start(): end for tag, end in ends if _hides(tag, text, end)}


def _hides(tag: re.Match[str], text: str, end: int) -> bool:
    """Whether a tag says that its element is not shown; what is inside may be shown again (``visibility``)."""
    if not _HIDING.search(tag["rest"]):
        return False
    values = dict(_attributes(tag["rest"]))
    if "hidden" in values:
        return True
    said = {
        one["name"].lower(): one["value"].lower()
        for one in _DECLARED.finditer(values.get("style", ""))
    }
    if said.get("display") == "none":
        return True
    is_faint = said.get("visibility") == "hidden" and tag["name"].lower() not in CELLS
    return is_faint and not _SEEN.search(text, tag.end(), end)


def _attributes(rest: str) -> Iterator[tuple[str, str]]:
    """The attributes of a tag with their values."""
    for one in _ATTRIBUTE.finditer(rest):
        yield (
            one["name"].lower(),
            html.unescape(one["double"] or one["single"] or one["bare"] or ""),
        )


def frame_markup(tag: str) -> str:
    """The markup that a frame has as its source, each line where it was: ``<iframe srcdoc="…">``."""
    source = _SOURCE.search(tag)
    if source is None:
        return "\n" * tag.count("\n")
    markup = html.unescape(source["double"] or source["single"] or "")
    above = tag.count("\n", 0, source.start("double" if source["double"] else "single"))
    missing = tag.count("\n") - above - markup.count("\n")
    return "\n" * max(0, above) + markup + "\n" * max(0, missing)


def speaks_somewhere(markup: str) -> bool:
    """Whether a piece of a page may hold a sentence; a cheap look before it is read."""
    return _SENTENCE.search(markup) is not None or "&#" in markup


def is_missed(unseen: list[Line], shown: list[Line]) -> bool:
    """Whether lines that a page does not show are a text that it has nowhere else.

    A page that shows no sentence has its text there: one with a sentence and a number, a title or a date. Beside
    the text of a page such a text is another document where it has a number that is not shown.
    """
    said = _squeezed(unseen)
    if not any(map(_SENTENCE.search, said)) or not any(not _SENTENCE.search(line) for line in said):
        return False
    whole = "".join(squeeze(line.text) for line in shown)
    if sum(line in whole for line in said) > UNSEEN.copied * len(said):
        return False
    if not any(map(_SENTENCE.search, _squeezed(shown))):
        return True
    return any(line not in whole for line in said if read_number_line(line) is not None)


def _squeezed(lines: list[Line]) -> list[str]:
    """The lines that are text of a gazette, without blanks."""
    texts = (squeeze(line.text) for line in lines if line.mark != SITE)
    return [text for text in texts if is_text_of_gazette(text)]


def shown_finding(number: int, tag: str) -> Finding:
    """What is said of a text that was read though the page does not show it."""
    return Finding(
        line=number,
        kind="hidden-text",
        severity="warning",
        found=" ".join(tag.split())[: UNSEEN.tag],
        message=say("message.hidden-text"),
    )
