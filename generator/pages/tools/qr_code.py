"""The address of a document as a QR code (ISO/IEC 18004): what leads from paper to the page.

A symbol is linear: two addresses of one length differ in the same modules wherever the rest of them is alike. The code
of an address is made of that of one of its length, and of what each character that is not the same turns over; segno
writes these once, not a symbol for every document.
"""

import re
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from generator.pages.writing.escape import escape_html
from generator.words.say import say

LONGEST = 200
"""Longest address, in bytes, whose modules are wide enough for a telephone on a print of 27 mm."""
QUIET = 4
"""Modules of white around a symbol (ISO/IEC 18004, 9.1)."""
SYMBOL = "qr"
"""Id of the symbol, which the page draws twice: on paper and in the box 分享."""
_MASK = 2
"""The pattern that is laid over every symbol; a reader is told which it is."""
_ANY = "0"
"""The character that stands for each of the rest of an address."""
_BITS = 7
_RUN = re.compile("0+|1+")
_WIDEST = 177
"""Modules of a side of the largest symbol."""
_DRAWN = {
    figure * length: f"{step}{length}{end}"
    for figure, step, end in (("0", "m", " 0"), ("1", "h", ""))
    for length in range(1, _WIDEST + 1)
}
"""How a run of modules is drawn: past light ones, through dark ones."""


class Symbol(NamedTuple):
    """A square of modules."""

    width: int
    """Modules of a side."""
    modules: int
    """The modules, row after row, as the figures of a binary number: 1 is dark."""


def symbol_of(site: str, rest: str) -> Symbol | None:
    """The code of an address at error correction level M or better; None for one that is too long to be read on paper.

    :param site: the address of the site
    :param rest: what follows it, in ASCII
    """
    if len(f"{site}{rest}".encode()) > LONGEST:
        return None
    width, modules = _plain(site + _ANY * len(rest))
    for place, character in enumerate(rest):
        different = ord(character) ^ ord(_ANY)
        for bit in range(_BITS):
            if different >> bit & 1:
                modules ^= _turned(site, len(rest), place, bit)
    return Symbol(width, modules)


def qr_on_paper(symbol: Symbol) -> str:
    """The code as it is printed, a block of HTML: black on white; the address is beside it in words."""
    side = symbol.width + 2 * QUIET
    label = escape_html(say("share.code"))
    return (
        '<div class="on-paper">\n'
        f'<svg class="qr" viewBox="0 0 {side} {side}" role="img" aria-label="{label}">'
        f'<g id="{SYMBOL}"><rect width="{side}" height="{side}" fill="#fff"></rect>'
        f'<path stroke="#000" shape-rendering="crispEdges" d="{_path(symbol)}"></path></g></svg>\n</div>'
    )


def qr_on_screen(symbol: Symbol) -> str:
    """The same code once more, whatever the palette."""
    side = symbol.width + 2 * QUIET
    label = escape_html(say("share.code"))
    return (
        f'<svg class="qr" viewBox="0 0 {side} {side}" role="img" aria-label="{label}">'
        f'<use href="#{SYMBOL}"></use></svg>'
    )


def _path(symbol: Symbol) -> str:
    """Each run of dark modules as a line through their middle, from row to row."""
    width = symbol.width
    figures = f"{symbol.modules:0{width * width}b}"
    drawn: list[str] = []
    for row in range(width):
        modules = figures[row * width : (row + 1) * width].rstrip("0")
        drawn.append(f"M{QUIET} {row + QUIET}.5")
        drawn += [_DRAWN[run] for run in _RUN.findall(modules)]
    return "".join(drawn)


@lru_cache(maxsize=64)
def _plain(address: str) -> Symbol:
    """The code of an address that stands for all of its length."""
    return _write(address)


@lru_cache(maxsize=8192)
def _turned(site: str, length: int, place: int, bit: int) -> int:
    """The modules that another bit of one character turns over, in an address of some length."""
    other = chr(ord(_ANY) ^ 1 << bit)
    changed = f"{site}{_ANY * place}{other}{_ANY * (length - place - 1)}"
    return _write(changed).modules ^ _plain(site + _ANY * length).modules


def _write(address: str) -> Symbol:
    """The code of an address, as segno writes it."""
    code = import_module("segno").make(
        address, error="m", mode="byte", mask=_MASK, micro=False, encoding="utf-8"
    )
    figures = "".join("1" if module else "0" for row in code.matrix for module in row)
    return Symbol(len(code.matrix), int(figures, 2))
