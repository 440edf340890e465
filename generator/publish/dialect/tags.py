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

ENTITY_REST = r"(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);"
"""What is behind the ``&`` of an entity."""
ENTITY = f"&{ENTITY_REST}"
_ATTRIBUTE = r'[ ][a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>]*")?'
INLINE_TAG_REST = (
    r'(?:/([a-z][a-z0-9]*)|([a-z][a-z0-9]*)(?:[ ][a-z][a-z0-9-]*(?:="[^"<>\\`\[\]{}\n]*")?)*)>'
)
"""What is behind the ``<`` of a tag in running text, with its name as one of two groups."""

_TAG = re.compile(rf"<(?:/([a-z][a-z0-9]*)|([a-z][a-z0-9]*)(?:{_ATTRIBUTE})*)>")
_ATTRIBUTES = f"(?:{_ATTRIBUTE})*+"
_WORDS = rf"[^<&\n]*+(?:{ENTITY}[^<&\n]*+)*"
_MOST_OPEN = 100
"""Most elements one in the other; at each end the open ones are looked through."""
_FLAT_LIST = re.compile(
    rf"<ol{_ATTRIBUTES}>\n"
    rf"(?:<li{_ATTRIBUTES}>{_WORDS}(?:<span{_ATTRIBUTES}>{_WORDS}</span>{_WORDS})*</li>\n)*"
    "</ol>"
)
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


def is_flat_list(block: str) -> bool:
    """Whether a block is one list of raw HTML whose items have nothing but text, an item a line.

    :func:`raw_elements` would find the same of it; the lines of a source are many, and this is one look.
    """
    return block.startswith("<ol") and bool(_FLAT_LIST.fullmatch(block))


def raw_elements(text: str) -> Iterator[str]:
    """The elements of a block of raw HTML, each beginning and ending on a line of its own."""
    check_entities(text)
    begin, tags, open_names = 0, 0, list[str]()
    for match in _TAG.finditer(text):
        closed, opened = match.groups()
        tags += 1
        if not open_names and (match.start() != begin or opened not in BLOCK_TAGS):
            raise OutsideDialect
        _follow(closed, opened, open_names)
        if not open_names:
            end = match.end()
            if text[end : end + 1] not in {"", "\n"}:
                raise OutsideDialect
            yield text[begin:end]
            begin = end + 1
    if open_names or begin <= len(text) or tags != text.count("<"):
        raise OutsideDialect


def _follow(closed: str | None, opened: str | None, open_names: list[str]) -> None:
    """Keep the names of the open elements; the end of one ends all that are open in it."""
    if opened in UNKNOWN_TAGS or len(open_names) > _MOST_OPEN:
        raise OutsideDialect
    if opened:
        open_names.append(opened)
    elif closed in open_names:
        while open_names.pop() != closed:
            pass
