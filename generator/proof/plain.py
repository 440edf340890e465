"""The plain path: bytes → visible characters of each physical line.

It decodes, cuts the markup of a web page out by simple expressions, and resolves entities; nothing
else. It shares no code with the reader, so that a stranger can compare the two.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.proof.shown_text import Reading, page_text, table_text
from generator.proof.visible_text import Aside, count_visible, visible

CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    r"\xad\u034f\u061c\u180e\u2028\u2029\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufdd0-\ufdef"
    r"\ufff9-\ufffb\ufffe\uffff]"
)
"""Characters that nobody sees."""
_PAGE = re.compile(r"<(?:!doctype html|html|head|body|div|p)\b", re.IGNORECASE)
_TABLE = re.compile(r"<(?:html>\s{0,9}<body>\s{0,9}<)?table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>(?:\s{0,9}</body>\s{0,9}</html>)?", re.IGNORECASE)
"""A table in a text, with the page of its own that some recognisers make of each."""
USUAL = 0.9
"""Share of usual characters by which UTF-16 without a mark is known."""
SAMPLE = 20_000
"""Characters at the beginning by which a page is known."""
FEWEST_TAGS = 3
"""Fewest tags of blocks there."""


class Plain(NamedTuple):
    """A source as visible characters."""

    lines: list[str]
    """The visible characters of each physical line, from line 1."""
    aside: list[Aside]
    """What was cut out."""
    source: int
    """All visible characters of the decoded bytes."""


def read_plain(data: bytes, reading: Reading | None = None) -> Plain:
    """The visible characters of a source, and what was set aside.

    :param reading: the characters that the reader has, which say what was read though browsers do not show it
    """
    reading = reading or Reading()
    text = re.sub(r"\r\n?", "\n", decode_plainly(data)).removeprefix("\ufeff")
    if "\n" not in text.strip():
        text = re.sub(r"[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    source = count_visible(text)
    aside: list[Aside] = []
    if CONTROL.search(text):
        aside, text = _controls(text), CONTROL.sub("", text)
    pieces: list[str] = []
    line = 1
    for piece, is_markup in _pieces(text):
        if is_markup and piece == text:
            plain = page_text(piece, line, aside, reading)
        else:
            plain = table_text(piece, line, aside) if is_markup else piece
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
    if broken and (mixed := _line_by_line(data)):
        return mixed
    is_utf_8 = not broken or broken * 2 <= len(re.findall(r"[^\x00-\x7f]", text))
    return text if is_utf_8 else data.decode("gb18030", "replace")


def _line_by_line(data: bytes) -> str:
    """The text of lines of which some are Chinese in UTF-8 and others in GB18030; empty where all are in one of them.

    A few lines that are neither are in the encoding of most.
    """
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    own = ["" if line.isascii() else _encoding_of(line) for line in lines]
    if b"\0" in data or not {"utf-8", "gb18030"} <= set(own):
        return ""
    most = "utf-8" if own.count("utf-8") >= own.count("gb18030") else "gb18030"
    other = "gb18030" if most == "utf-8" else "utf-8"
    texts: list[str] = []
    for line, name in zip(lines, own, strict=True):
        text = line.decode(name or most, "replace")
        second = text if name else line.decode(other, "replace")
        texts.append(text if name or _is_plain(text) or not _is_plain(second) else second)
    text = "\n".join(texts)
    return text if text.count("\ufffd") * 100 <= len(text) else ""


def _encoding_of(line: bytes) -> str:
    """In which of two encodings a line is Chinese; empty for neither."""
    text = line.decode("utf-8", "replace")
    name = "utf-8"
    if text.count("\ufffd") * 2 > sum(char > "\x7f" for char in text):
        text, name = line.decode("gb18030", "replace"), "gb18030"
        if "\ufffd" in text:
            return ""
    han = sum(map(_is_ideograph, map(ord, text)))
    return name if han >= 2 and _is_plain(text.replace("\ufffd", "")) else ""


def _is_plain(text: str) -> bool:
    """Whether a text is Chinese characters and signs, figures and Latin letters."""
    return all(_is_usual(code) or _is_ideograph(code) or code == 0xB7 for code in map(ord, text))


def _is_ideograph(code: int) -> bool:
    """Whether a code is that of an ideograph, a rare one or one of private use."""
    return (
        code == 0x3007
        or 0x3400 <= code <= 0x4DBF
        or 0x4E00 <= code <= 0x9FFF
        or 0xE000 <= code <= 0xE864
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFD
    )


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


def is_page(text: str) -> bool:
    """Whether a text is a web page."""
    if text.lstrip()[:1] != "<" or _is_table_first(text):
        return False
    if text.lstrip()[:15].lower().startswith(("<html", "<!doctype html")):
        return True
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
