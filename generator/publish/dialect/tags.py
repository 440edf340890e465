"""Tags of HTML in Markdown: those of running text, raw blocks, and elements whose content is Markdown."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from generator.publish.dialect.outside import OutsideDialect

BLOCK_TAGS = frozenset((
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p",
    "pre", "section", "table", "ul", "canvas", "colgroup", "dd", "body", "dt", "group", "html", "iframe", "li",
    "legend", "math", "map", "noscript", "output", "object", "option", "progress", "script", "style", "summary",
    "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "video", "center",
))  # fmt: skip
"""Tags that begin or end a block wherever they are (``BLOCK_LEVEL_ELEMENTS`` of Python-Markdown)."""

UNKNOWN_TAGS = frozenset({"hr", "pre", "script", "style", "textarea", "math", "canvas", "option"})
"""Tags whose content is read in ways of its own."""

REFUSED_INLINE = BLOCK_TAGS | UNKNOWN_TAGS | {"title"}
"""Tags that running text may not have."""

ENTITY = r"&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);"
_ATTRIBUTE = r'[ ][a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>]*")?'
TAG = rf"</[a-z][a-z0-9]*>|<[a-z][a-z0-9]*(?:{_ATTRIBUTE})*>"
INLINE_TAG = r'</[a-z][a-z0-9]*>|<[a-z][a-z0-9]*(?:[ ][a-z][a-z0-9-]*(?:="[^"<>\\`\[\]{}\n]*")?)*>'

_TAG = re.compile(TAG)
_NAME = re.compile("</?([a-z][a-z0-9]*)")
_ENTITY = re.compile(ENTITY)
_PAIR = re.compile(r'[ ]([a-z][a-z0-9-]*)="([^"<>\n]*)"')
_BARE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)


def tag_name(tag: str) -> str:
    """The name of the tag with which a text begins; empty where it begins with none."""
    match = _NAME.match(tag)
    return match[1] if match else ""


def is_block_tag(text: str) -> bool:
    """Whether a text begins with a tag that begins or ends a block."""
    return tag_name(text) in BLOCK_TAGS


def escape_attribute_value(value: str) -> str:
    """A value as Python-Markdown writes that of an attribute: what is an entity already stays one."""
    if "&" in value:
        value = _BARE_AMPERSAND.sub("&amp;", value)
    return value.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@lru_cache(maxsize=1024)
def reopened(tag: str) -> str:
    """An opening tag with ``markdown="…"`` as it is written: without this, the attributes sorted and written anew."""
    name = tag_name(tag)
    end = len(tag) - 1
    pairs: dict[str, str] = {}
    place = len(name) + 1
    while place < end:
        match = _PAIR.match(tag, place)
        if match is None:
            raise OutsideDialect
        check_entities(match[2])
        pairs[match[1]] = unescape(match[2])
        place = match.end()
    pairs.pop("markdown", None)
    written = (f' {key}="{escape_attribute_value(value)}"' for key, value in sorted(pairs.items()))
    return f"<{name}{''.join(written)}>"


def check_entities(text: str) -> None:
    """Raise unless every ``&`` of a text begins an entity that ends in a semicolon."""
    if "&" in text and text.count("&") != len(_ENTITY.findall(text)):
        raise OutsideDialect


def check_raw(text: str) -> None:
    """Raise unless every ``<`` of raw HTML is a plain tag whose content is nothing special."""
    check_entities(text)
    tags = _TAG.findall(text)
    if len(tags) != text.count("<"):
        raise OutsideDialect
    if not UNKNOWN_TAGS.isdisjoint(map(tag_name, set(tags))):
        raise OutsideDialect


def raw_elements(text: str) -> Iterator[str]:
    """The elements of a block of raw HTML, each beginning and ending on a line of its own."""
    check_raw(text)
    begin, open_names = 0, list[str]()
    for match in _TAG.finditer(text):
        tag = match[0]
        if not open_names and (match.start() != begin or not _opens(tag)):
            raise OutsideDialect
        _follow(tag, open_names)
        if not open_names:
            end = match.end()
            if text[end : end + 1] not in {"", "\n"}:
                raise OutsideDialect
            yield text[begin:end]
            begin = end + 1
    if open_names or begin <= len(text):
        raise OutsideDialect


def _opens(tag: str) -> bool:
    """Whether a tag opens an element that is a block."""
    return not tag.startswith("</") and tag_name(tag) in BLOCK_TAGS


def _follow(tag: str, open_names: list[str]) -> None:
    """Keep the names of the open elements; the end of one ends all that are open in it."""
    name = tag_name(tag)
    if not tag.startswith("</"):
        open_names.append(name)
    elif name in open_names:
        while open_names.pop() != name:
            pass
