"""A page from its Markdown, block by block."""

import re
from collections.abc import Callable
from html import unescape
from typing import NamedTuple

from generator.publish.dialect.element_blocks import write_element
from generator.publish.dialect.headings_listed import HeadingToken, nest_headings
from generator.publish.dialect.listed_blocks import (
    write_bullets,
    write_definitions,
    write_numbers,
    write_pipe_table,
)
from generator.publish.dialect.outside import OutsideDialect
from generator.publish.dialect.plain_blocks import write_heading, write_paragraph
from generator.publish.dialect.running_text import Resolve
from generator.publish.dialect.sheet import Sheet
from generator.publish.dialect.tags import is_block_tag

_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_ANCHOR = re.compile(r'<[a-z][^<>]*?[ ]id="([^"<>]*)"')
_BLANK_LINE = re.compile(r"\n +\n")
_REFERENCE = re.compile(r"^[ ]*(?:[-:][ ]+)*\[[^\[\]]*\]:", re.MULTILINE)
_WRITERS: dict[str, Callable[[str, Sheet], None]] = {
    "#": write_heading,
    "|": write_pipe_table,
    "-": write_bullets,
    ":": write_definitions,
    "1": write_numbers,
}
"""What writes a block, by its first character."""


class Converted(NamedTuple):
    """A page as HTML."""

    html: str
    """What MkDocs puts in the place of the content."""
    toc: list[HeadingToken]
    """The headings as the extension ``toc`` gives them, nested."""
    title: str | None
    """The title by a heading of the first level that begins the page; None where none begins it."""

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors to which a link may lead (``present_anchor_ids`` of MkDocs)."""
        return frozenset(map(unescape, _ANCHOR.findall(self.html)))


def convert(text: str, resolve: Resolve) -> Converted | None:
    """The HTML of a page, the very same that MkDocs makes of it; None where that is not certain.

    :param text: its Markdown, without front matter
    :param resolve: gives the address in the HTML for the address of each link and picture of Markdown, as
        ``path_to_url`` of MkDocs does: it is asked once for every one, whether relative or not, and for some of a
        page that turns out to be outside the dialect
    """
    try:
        return _convert(text, resolve)
    except OutsideDialect:
        return None


def _convert(text: str, resolve: Resolve) -> Converted:
    """The page; raises :class:`OutsideDialect`."""
    if _CONTROLS.search(text):
        raise OutsideDialect
    if "]:" in text and _REFERENCE.search(text):
        raise OutsideDialect
    if _BLANK_LINE.search(text):
        raise OutsideDialect
    sheet = Sheet(resolve)
    for piece in text.split("\n\n"):
        if block := piece.strip("\n"):
            _write_block(block, sheet)
    if sheet.open:
        raise OutsideDialect
    return Converted("".join(sheet.html).strip(), nest_headings(sheet.headings), sheet.title)


def _write_block(block: str, sheet: Sheet) -> None:
    """One block by what it begins with; one that is indented is code, or goes on with a list."""
    if block[0] == " ":
        raise OutsideDialect
    if (writer := _WRITERS.get(block[0])) and (block[0] != "1" or block.startswith("1. ")):
        writer(block, sheet)
    elif block[0] == "<" and is_block_tag(block):
        write_element(block, sheet)
    elif "\n:" in block:
        write_definitions(block, sheet)
    else:
        write_paragraph(block, sheet)
