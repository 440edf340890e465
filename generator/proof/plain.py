"""The plain path: bytes → visible characters of each physical line.

It decodes, cuts the markup of a web page out by simple expressions, and resolves entities; nothing
else. It shares no code with the reader, so that a stranger can compare the two.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    r"\xad\u034f\u061c\u180e\u2028\u2029\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufdd0-\ufdef"
    r"\ufff9-\ufffb\ufffe\uffff]"
)
"""Characters that nobody sees."""
_PAGE = re.compile(r"<(?:!doctype html|html|head|body|div|p)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"(?P<comment><!--)|(?P<declaration><[!?][^<>]*>)"
    r"|<(?P<whole>script|style|noscript|template|iframe|title)"
    r"""(?:[\s/](?:[^<>"']++|"[^"]{0,2000}"|'[^']{0,2000}'){0,400}+|[\s/][^<>]*)?>"""
    r"""|</?[a-z][a-z0-9:_-]*(?:[\s/](?:[^<>"']++|"[^"]{0,2000}"|'[^']{0,2000}'){0,400}+)?>"""
    r"|</?[a-z][a-z0-9:_-]*(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
"""What the markup of a page is: comments, declarations, elements that are left out whole, tags."""
_UNSEEN = re.compile(
    r"</?(?:noscript|template)(?:\s[^<>]*)?>|</iframe\s*>"
    r"""|<iframe(?:(?:\s+srcdoc\s*=\s*(?:(?=")"(?P<source>[^"]*+)"))|[^<>"']|"[^"]*+"|'[^']*+')*+>""",
    re.IGNORECASE,
)
"""Tags of what browsers leave out, which is the page where it has no other text."""
_TABLE = re.compile(r"(?:<html>\s{0,9}<body>\s{0,9})?<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>(?:\s{0,9}</body>\s{0,9}</html>)?", re.IGNORECASE)
"""A table in a text, with the page of its own that some recognisers make of each."""
USUAL = 0.9
"""Share of usual characters by which UTF-16 without a mark is known."""
SAMPLE = 20_000
"""Characters at the beginning by which a page is known."""
FEWEST_TAGS = 3
"""Fewest tags of blocks there."""
REASONS = {"title": "head", "noscript": "noscript", "template": "template", "iframe": "template"}
"""Elements that are left out whole → the reason; the others are scripts."""


class Aside(NamedTuple):
    """Something that is no text of the source."""

    reason: str
    """``tag``, ``comment``, ``script``, ``noscript``, ``template``, ``head``, ``entity`` or ``control``."""
    line: int
    """Physical line on which it begins."""
    text: str
    """The characters of the source."""
    characters: int
    """How many visible ones are set aside."""


class Plain(NamedTuple):
    """A source as visible characters."""

    lines: list[str]
    """The visible characters of each physical line, from line 1."""
    aside: list[Aside]
    """What was cut out."""
    source: int
    """All visible characters of the decoded bytes."""


def read_plain(data: bytes) -> Plain:
    """The visible characters of a source, and what was set aside."""
    text = re.sub(r"\r\n?", "\n", decode_plainly(data)).removeprefix("\ufeff")
    if "\n" not in text.strip():
        text = re.sub(r"[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    source = count_visible(text)
    aside = _controls(text) if CONTROL.search(text) else []
    text = CONTROL.sub("", text)
    pieces: list[str] = []
    line = 1
    for piece, is_markup in _pieces(text):
        plain = _page_text(piece, line, aside) if is_markup else piece
        pieces.append(plain)
        line += piece.count("\n")
    lines = [visible(line) for line in "".join(pieces).split("\n")]
    return Plain(lines, aside, source)


def _controls(text: str) -> list[Aside]:
    """The control characters of a text, by line."""
    found = ((number, CONTROL.findall(line)) for number, line in enumerate(text.split("\n"), 1))
    return [
        Aside("control", number, "".join(hits), count_visible("".join(hits)))
        for number, hits in found
        if hits
    ]


def decode_plainly(data: bytes) -> str:
    """The text of some bytes; those that cannot be decoded are U+FFFD.

    It is UTF-8 where most of what is not ASCII can be decoded so, else GB18030.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    head = data[:2000]
    if len(data) % 2 == 0 and head.count(0) > len(head) // 4:
        return data.decode(
            "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be", "replace"
        )
    for order in ("little", "big") if 0 in head else ():
        units = [int.from_bytes(head[at : at + 2], order) for at in range(0, len(head) - 1, 2)]
        if 10 in units and sum(map(_is_usual, units)) >= USUAL * len(units):
            return data.decode("utf-16-le" if order == "little" else "utf-16-be", "replace")
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    is_utf_8 = not broken or broken * 2 <= len(re.findall(r"[^\x00-\x7f]", text))
    return text if is_utf_8 else data.decode("gb18030", "replace")


def _is_usual(code: int) -> bool:
    """Whether a code is that of a character of a Chinese text: an ideograph, a mark, ASCII."""
    return (
        code in (9, 10, 13)
        or 0x20 <= code <= 0x7E
        or 0x2010 <= code <= 0x203B
        or 0x3000 <= code <= 0x303F
        or 0x3400 <= code <= 0x9FFF
        or 0xFF00 <= code <= 0xFF5E
    )


def visible(text: str) -> str:
    """A text without blanks."""
    return "".join(text.split())


def count_visible(text: str) -> int:
    """How many characters of a text are no blanks."""
    return len(visible(text))


def is_page(text: str) -> bool:
    """Whether a text is a web page."""
    if text.lstrip()[:1] != "<" or _is_table_first(text):
        return False
    tags = len(_PAGE.findall(text[:SAMPLE]))
    if tags < FEWEST_TAGS and (body := re.compile("<body\\b", re.IGNORECASE).search(text, SAMPLE)):
        tags += len(_PAGE.findall(text[body.start() : body.start() + SAMPLE]))
    return tags >= FEWEST_TAGS


def _is_table_first(text: str) -> bool:
    """Whether a table in a page of its own is followed by a text that is no markup."""
    position = 0
    while begin := _TABLE.match(text, position):
        end = _TABLE_END.search(text, begin.end())
        if end is None or "html" not in end[0].lower():
            return False
        position = end.end()
        while text[position : position + 1].isspace():
            position += 1
    return position > 0 and text[position : position + 1] not in ("", "<")


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text, and whether each is markup: a page as a whole, else tables in a text."""
    if is_page(text):
        yield text, True
        return
    position = 0
    while begin := _TABLE.search(text, position):
        end = _TABLE_END.search(text, begin.end())
        if end is None:
            break
        yield text[position : begin.start()], False
        yield text[begin.start() : end.end()], True
        position = end.end()
    yield text[position:], False


def _page_text(text: str, line: int, aside: list[Aside]) -> str:
    """The text of a page; where browsers show none, that of what they leave out."""
    cut: list[Aside] = []
    plain = _without_markup(text, line, cut)
    if visible(plain) or not _UNSEEN.search(text):
        aside += cut
        return plain
    return _without_markup(_opened(text, line, aside), line, aside)


def _opened(text: str, line: int, aside: list[Aside]) -> str:
    """A page without the tags of what browsers leave out; the source of a frame is in its place."""
    pieces: list[str] = []
    position = 0
    for tag in _UNSEEN.finditer(text):
        pieces.append(text[position : tag.start()])
        number = line + text.count("\n", 0, tag.start())
        source = html.unescape(tag["source"] or "")
        above = tag[0].count("\n", 0, tag.start("source") - tag.start()) if source else 0
        below = tag[0].count("\n") - above - source.count("\n")
        pieces.append("\n" * above + source + "\n" * below)
        aside.append(Aside("tag", number, tag[0], count_visible(tag[0]) - count_visible(source)))
        position = tag.end()
    return "".join(pieces) + text[position:]


def _without_markup(text: str, line: int, aside: list[Aside]) -> str:
    """A text without its markup, line breaks kept; what goes is put to ``aside``."""
    kept: list[str] = []
    missing: set[str] = set()
    position = search = 0
    while match := _MARKUP.search(text, search):
        end, reason = _end_of(text, match, missing)
        if reason == "text":
            search = end
            continue
        kept.append(_resolved(text[position : match.start()], line, aside))
        line += text.count("\n", position, match.start())
        cut = text[match.start() : end]
        aside.append(Aside(reason, line, cut, count_visible(cut)))
        breaks = cut.count("\n")
        kept.append("\n" * breaks)
        line += breaks
        position = search = end
    kept.append(_resolved(text[position:], line, aside))
    return "".join(kept)


def _end_of(text: str, match: re.Match[str], missing: set[str]) -> tuple[int, str]:
    """Where a piece of markup ends, and why it goes; a comment that never ends is text.

    :param missing: ends that the rest of the text does not have; brought up to date
    """
    if match["comment"]:
        end = -1 if "-->" in missing else text.find("-->", match.start() + 2)
        if end >= 0:
            return end + 3, "comment"
        missing.add("-->")
        return match.end(), "text"
    name = (match["whole"] or "").lower()
    if name and name not in missing:
        closed = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, match.end())
        if closed:
            return closed.end(), REASONS.get(name, "script")
        missing.add(name)
    return match.end(), "comment" if match["declaration"] else "tag"


def _resolved(text: str, line: int, aside: list[Aside]) -> str:
    """A text with its entities as characters."""
    if "&" not in text:
        return text
    plain = re.sub(
        r"&[^\s<&;]{1,32};?", lambda match: html.unescape(match[0]).replace("\n", " "), text
    )
    went = count_visible(text) - count_visible(plain)
    if went:
        aside.append(Aside("entity", line, "", went))
    return plain
