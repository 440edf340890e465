"""The formats of sources that are prints.

How each is recognised, and how its bytes become numbered lines.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.errors import NotAGazette
from generator.model import Finding
from generator.read.broken_rows import join_broken_rows
from generator.read.decode import decode
from generator.read.drawn import read_drawn
from generator.read.lines import Line, read_lines
from generator.read.web.html import is_html, read_html, read_table_markup, split_tables


class Numbered(NamedTuple):
    """A source as numbered lines, before anybody corrects or repairs them."""

    lines: list[Line]
    """Its non-blank lines."""
    printed: list[tuple[int, str]]
    """Their numbers and texts as they are in the source, what is between tags without these."""
    findings: list[Finding]
    """What was taken out of the bytes, e.g. control characters."""


@dataclass(frozen=True)
class Received:
    """A source as it was received."""

    data: bytes
    name: str
    """Its file name, for messages."""

    @cached_property
    def decoded(self) -> tuple[str, list[Finding]]:
        """Its text, decoded once.

        Raises :class:`~generator.errors.NotAGazette` where it is none.
        """
        return decode(self.data, self.name)


class Format(NamedTuple):
    """A format of prints."""

    endings: tuple[str, ...]
    """Endings of file names: a file that has one of them is a source."""
    fits: Callable[[Received], bool]
    """Whether a source is in this format, by its content: endings are often wrong."""
    read: Callable[[Received], Numbered]
    """Reads a source that fits."""


def read_page(source: Received) -> Numbered:
    """A web page: one line for each block element."""
    text, findings = source.decoded
    lines, shown = read_html(text)
    return Numbered(lines, [(line.number, line.text) for line in lines], findings + shown)


def read_text(source: Received) -> Numbered:
    """Recognised text or Markdown: its own lines."""
    text, findings = source.decoded
    lines = list(_read_text(text))
    printed = [(line.number, line.text if line.tagged else line.raw) for line in lines]
    return Numbered(lines, printed, findings)


def _read_text(text: str) -> Iterator[Line]:
    """The lines of a text; a table that is printed in it as HTML gives one line a row."""
    for offset, piece, is_table in split_tables(text):
        first = text.count("\n", 0, offset) + 1
        if is_table:
            yield from read_table_markup(piece, first)
        else:
            yield from read_drawn(join_broken_rows(read_lines(piece, first)))


FORMATS: tuple[Format, ...] = (
    Format((".html",), lambda source: is_html(source.decoded[0]), read_page),
    Format((".txt", ".md"), lambda source: bool(source.decoded[0]), read_text),
)
"""The first that fits reads a source;
a converter (of PDF, of OFD) is one entry here, before the others."""


def number_lines(source: Received) -> Numbered:
    """The numbered lines of a source in whatever format it is.

    :raises NotAGazette: when no format fits
    """
    for form in FORMATS:
        if form.fits(source):
            return form.read(source)
    raise NotAGazette(source.name, 0, "the file is empty")
