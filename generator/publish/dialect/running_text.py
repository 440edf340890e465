"""Running text: one pass over its signs, from Markdown to HTML."""

import re
from collections.abc import Callable
from typing import NamedTuple

from generator.publish.dialect.attribute_lists import (
    ATTRIBUTES,
    CLASS_AND_LABEL,
    NOTHING,
    read_names,
)
from generator.publish.dialect.outside import OutsideDialect
from generator.publish.dialect.tags import (
    ENTITY_REST,
    INLINE_TAG_REST,
    REFUSED_INLINE,
    escape_attribute_value,
)

Resolve = Callable[[str], str]
"""The address in the HTML of an address as it is written."""

_HREF = r"""[^\s\\"'()<>&\[\]`{}]+"""
_TITLE = r"""[^"'\\\[\]()<>&*_`{}\n]+"""
_TARGET = rf'\(({_HREF})(?:[ ]"({_TITLE})")?\)(?:{ATTRIBUTES})?'
_LABEL = r"[^\\`*_{}<>&\[\]\n]+"
_TOKEN = re.compile(
    r"[\\`*_{}<>&\[\]]"  # a set of characters that comes first is searched for fast
    rf"(?:(?P<link>(?<=\[)(?<!!\[)({_LABEL})\]{_TARGET})"
    rf"|(?P<tag>(?<=<)(?:{INLINE_TAG_REST}))"
    r"|(?P<escaped>(?<=\\)[\\`*_{}\[\]()>#+\-.!|])"
    rf"|(?P<entity>(?<=&){ENTITY_REST})"
    rf"|(?P<image>(?<=!\[)\]\(({_HREF})\)(?:{ATTRIBUTES})?)"
    r"|(?P<open>(?<=\[))"
    rf"|(?P<close>(?<=\])(?:{_TARGET})?)"
    r"|(?P<strong>(?<=\*)\*)"
    r"|(?P<greater>(?<=>))"
    r"|)"
)
_FIRST_LINK = re.compile(rf"\[({_LABEL})\]\(({_HREF})\){CLASS_AND_LABEL}")
"""The link with which most texts of a document begin: the number of their source line."""
_OUTLINE = "[TOC]"
"""What Python-Markdown replaces by an outline where it is all that an element has."""
_SIGN = re.compile(r"[\\`*_{}<>&\[\]]")
_BLANK = re.compile(r"\s")
_ATTRIBUTE = re.compile(' [a-z-]+="[^"]*"')


def refuse_outline(text: str) -> None:
    """Raise for an element without words, or with nothing but the place of an outline."""
    if text.strip() in {"", _OUTLINE}:
        raise OutsideDialect


class _Opening(NamedTuple):
    """A bracket that is open."""

    part: int
    """Where it is among the parts."""
    label: int
    """Where what is in it begins."""
    links: int
    """How many links there are before it."""
    is_image: bool
    """Whether ``!`` is before it."""


class _Writer:
    """Writes one text; what is written so far is a list of parts."""

    __slots__ = ("greater", "links", "open", "parts", "resolve", "strong", "text")

    def __init__(self, text: str, resolve: Resolve, greater: str) -> None:
        self.text, self.resolve, self.greater = text, resolve, greater
        self.parts: list[str] = []
        self.open: list[_Opening] = []
        self.links = 0
        self.strong: list[tuple[int, int, int]] = []

    def write(self) -> str:
        """The text as HTML."""
        place, parts, text = 0, self.parts, self.text
        for match in _TOKEN.finditer(text):
            begin, end = match.span()
            if begin > place:
                parts.append(text[place:begin])
            place, kind = end, match.lastgroup
            if kind is None:
                raise OutsideDialect
            _WRITE[kind](self, match)
        parts.append(text[place:])
        if self.strong:
            self.write_strong()
        return "".join(parts)

    def link(self, match: re.Match[str]) -> None:
        """``[label](address "title"){.x}`` whose label has no signs."""
        label, href, title, names = match.group(2, 3, 4, 5)
        if label.isspace():
            raise OutsideDialect
        self.links += 1
        self.parts.append(f"{self.anchor(href, title, names)}{label}</a>")

    def anchor(self, href: str, title: str | None, names: str | None) -> str:
        """The tag with which a link begins."""
        first, middle, last, _ = read_names(names) if names else NOTHING
        address = escape_attribute_value(self.resolve(href))
        said = f' title="{_BLANK.sub(" ", title.strip())}"' if title else ""
        return f'<a{first} href="{address}"{middle}{said}{last}>'

    def image(self, match: re.Match[str]) -> None:
        """``![](address){: loading="lazy" }``; the ``!`` is written already."""
        if not self.is_behind_bang(match):
            raise OutsideDialect
        first = match.lastindex + 1  # type: ignore[operator]
        href, names = match.group(first, first + 1)
        source = f' src="{escape_attribute_value(self.resolve(href))}"'
        named = _ATTRIBUTE.findall(read_names(names).all) if names else ()
        self.parts[-1] = self.parts[-1][:-1]
        pairs = sorted([*named, source, ' alt=""'])
        self.parts.append(f"<img{''.join(pairs)} />")

    def is_behind_bang(self, match: re.Match[str]) -> bool:
        """Whether ``!`` is before a bracket, and no escape before that."""
        bang = run = match.start() - 1
        if bang < 0 or self.text[bang] != "!":
            return False
        while run and self.text[run - 1] == "\\":
            run -= 1
        return (bang - run) % 2 == 0

    def tag(self, match: re.Match[str]) -> None:
        """A tag, which stays as it is."""
        first = match.lastindex + 1  # type: ignore[operator]
        if not REFUSED_INLINE.isdisjoint(match.group(first, first + 1)):
            raise OutsideDialect
        self.parts.append(match[0])

    def escaped(self, match: re.Match[str]) -> None:
        r"""``\*``."""
        sign = match[0][1]
        self.parts.append(self.greater if sign == ">" else sign)

    def entity(self, match: re.Match[str]) -> None:
        """``&lt;``, which stays as it is."""
        self.parts.append(match[0])

    def bracket(self, match: re.Match[str]) -> None:
        """``[``: the beginning of a link, or a character."""
        is_image = self.is_behind_bang(match)
        self.open.append(_Opening(len(self.parts), match.end(), self.links, is_image))
        self.parts.append("[")

    def close(self, match: re.Match[str]) -> None:
        """``]`` or ``](address)``."""
        opening = self.open.pop() if self.open else None
        first = match.lastindex + 1  # type: ignore[operator]
        href, title, names = match.group(first, first + 1, first + 2)
        if href is None:
            if self.text[match.end() : match.end() + 1] == "(":
                raise OutsideDialect
            self.parts.append("]")
            return
        if opening is None or opening.is_image or opening.links != self.links:
            raise OutsideDialect
        refuse_outline(self.text[opening.label : match.start()])
        self.links += 1
        self.parts[opening.part] = self.anchor(href, title, names)
        self.parts.append("</a>")

    def bold(self, match: re.Match[str]) -> None:
        """``**``, of which a text has two or none."""
        self.strong.append((len(self.parts), match.start(), len(self.open)))
        self.parts.append("**")

    def write_strong(self) -> None:
        """Make the two ``**`` tags."""
        if len(self.strong) != 2 or any(depth for _, _, depth in self.strong):
            raise OutsideDialect
        (first, begin, _), (last, end, _) = self.strong
        inside = self.text[begin + 2 : end]
        refuse_outline(inside)
        if inside != inside.strip():
            raise OutsideDialect
        self.parts[first], self.parts[last] = "<strong>", "</strong>"

    def over(self, _: re.Match[str]) -> None:
        """``>``."""
        self.parts.append("&gt;")


_WRITE: dict[str, Callable[[_Writer, re.Match[str]], None]] = {
    "link": _Writer.link,
    "tag": _Writer.tag,
    "escaped": _Writer.escaped,
    "entity": _Writer.entity,
    "image": _Writer.image,
    "open": _Writer.bracket,
    "close": _Writer.close,
    "strong": _Writer.bold,
    "greater": _Writer.over,
}
"""What writes each kind of sign."""


def write_text(text: str, resolve: Resolve, greater: str = "&gt;") -> str:
    r"""Running text as HTML.

    :param greater: what is written for ``\\>``

    Raises :class:`OutsideDialect`.
    """
    first = ""
    if text.startswith("[") and (match := _FIRST_LINK.match(text)):
        words, href, name, label = match.groups()
        if words.isspace():
            raise OutsideDialect
        address = escape_attribute_value(resolve(href))
        first = f'<a aria-label="{label}" class="{name}" href="{address}">{words}</a>'
        text = text[match.end() :]
    if not _SIGN.search(text):
        return f"{first}{text}"
    if _OUTLINE in text:
        refuse_outline(text)
    return f"{first}{_Writer(text, resolve, greater).write()}"
