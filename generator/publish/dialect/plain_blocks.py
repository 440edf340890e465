"""Headings and paragraphs."""

import re

from generator.publish.dialect.attribute_lists import ATTRIBUTES, read_names
from generator.publish.dialect.headings_listed import heading_token, words_of
from generator.publish.dialect.outside import OutsideDialect
from generator.publish.dialect.running_text import write_text
from generator.publish.dialect.sheet import Sheet

_SIGNS = re.compile("(#{1,6}) ")
_NAMES = re.compile(ATTRIBUTES)
_NAMES_BELOW = re.compile(rf"\n{ATTRIBUTES}\Z")
_OPENS_A_BLOCK = re.compile(r"[ #>:_|+-]|\*(?!\*[^\s*])|\d+\.[ ]|=+\Z")
"""The first characters of what is no paragraph, or may be none."""
_GOES_ON = re.compile(r"\n[ #>:_|+*=-]")
"""A further line of a paragraph that is none, or may be none."""


def refuse_block(text: str) -> None:
    """Raise where a text may begin a heading, a list, a quotation, a rule or a table."""
    if _OPENS_A_BLOCK.match(text):
        raise OutsideDialect


def write_heading(block: str, sheet: Sheet) -> None:
    """``## 总则 {#s1 .part-title}``."""
    signs, place = _SIGNS.match(block), block.rfind(" {")
    names = _NAMES.fullmatch(block, place + 1)
    if signs is None or names is None or "\n" in block:
        raise OutsideDialect
    named, words = read_names(names[1]), block[signs.end() : place].strip()
    if not (named.id and words) or (words.endswith("#") and not words.endswith(r"\#")):
        raise OutsideDialect
    if "![](" in words:
        raise OutsideDialect
    inner = write_text(words, sheet.resolve)
    listed = inner
    if "](" in words or r"\>" in words:
        listed = write_text(words, _as_written, ">")
    level = len(signs[1])
    token = heading_token(level, named.id, listed.strip())
    if level == 1 and not sheet.html:
        sheet.title = words_of(token["html"])
    sheet.headings.append(token)
    sheet.html.append(f"<h{level}{named.all}>{inner}</h{level}>\n")
    sheet.last = "h"


def _as_written(address: str) -> str:
    """The address of a link in the outline, which is not resolved there."""
    return address


def write_paragraph(block: str, sheet: Sheet) -> None:
    """``文字``, whose last line may be ``{: #l-39 .note }``."""
    refuse_block(block)
    names = ""
    if "\n" in block:
        if "  \n" in block:
            raise OutsideDialect
        if match := _NAMES_BELOW.search(block):
            names = read_names(match[1]).all
            block = block[: match.start()]
        if _GOES_ON.search(block):
            raise OutsideDialect
    words = block.lstrip()
    if not words:
        raise OutsideDialect
    sheet.html.append(f"<p{names}>{write_text(words, sheet.resolve)}</p>\n")
    sheet.last = "p"
