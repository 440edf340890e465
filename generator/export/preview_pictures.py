"""The picture that programs show beside a link: one for each gazette, ``assets/previews/<gazette>.png``.

They take no SVG, so it is a PNG of 1200 by 630, drawn without typefaces: a page in the manner of the gazettes, with a
red rule under its head and a seal whose pattern is that of the gazette's id. An image with a palette of four colours
is one of one or two kilobytes.
"""

import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from generator.archive.text_apart import Texts
from generator.export.form import File, Links
from generator.model import Archive

FOLDER = "assets/previews"
WIDTH, HEIGHT = 1200, 630
"""As Open Graph asks for it."""
PAPER, LINE, INK, RED = range(4)
COLOURS = ("fdfcf9", "d8d1c4", "504b44", "a5171b")
"""The colours of ``tokens.css``: paper, line, soft ink and red."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PALETTE, _TWO_BITS = 3, 2
"""Type and depth of a PNG whose pixels are places in a palette of four."""
_LEFT, _RIGHT = 150, 1050
_HEAD = ((96, 132, 330), (156, 180, 210))
"""The lines of the head: top, bottom and half of the width, around the middle."""
_RULE = (226, 234)
_LINES = range(282, 560, 46)
"""Tops of the lines of text, which are 16 high."""
_CENTRE, _OUTER, _INNER = (930, 470), 104, 96
"""Middle and radii of the ring of the seal."""
_CELL, _CELLS = 22, 5
"""Size and number of the squares in the seal, which is the same from both sides."""

Run = tuple[int, int, int]
"""From which pixel of a row until which, and its colour."""


def export_previews(archive: Archive, links: Links, texts: Texts) -> Iterator[File]:  # noqa: ARG001 - as all exports
    """The picture of each gazette; none in a bundle, to whose pages nobody links."""
    if not links.served:
        return
    for publication in archive.publications:
        yield f"{FOLDER}/{publication.id}.png", draw_preview(publication.id)


@lru_cache(maxsize=256)
def draw_preview(gazette: str) -> bytes:
    """The picture of a gazette, by its id: the same bytes everywhere."""
    digest = sha256(gazette.encode()).digest()
    rows = (_row(tuple(_runs(y, digest))) for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, _TWO_BITS, _PALETTE, 0, 0, 0)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", bytes.fromhex("".join(COLOURS))),
        (b"IDAT", zlib.compress(b"".join(rows), 9)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    """A chunk: its length, its name, its bytes and their sum."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@lru_cache(maxsize=1024)
def _row(runs: tuple[Run, ...]) -> bytes:
    """A row without filter, four pixels a byte; a later run covers an earlier one."""
    pixels = bytearray(WIDTH)
    for begin, end, colour in runs:
        pixels[begin:end] = bytes([colour]) * (end - begin)
    packed = zip(pixels[::4], pixels[1::4], pixels[2::4], pixels[3::4], strict=True)
    return b"\0" + bytes(a << 6 | b << 4 | c << 2 | d for a, b, c, d in packed)


def _runs(y: int, digest: bytes) -> Iterator[Run]:
    """What is on a row, over the paper."""
    for top, bottom, half in _HEAD:
        if top <= y < bottom:
            yield WIDTH // 2 - half, WIDTH // 2 + half, INK
    if _RULE[0] <= y < _RULE[1]:
        yield _LEFT, _RIGHT, RED
    for nth, top in enumerate(_LINES):
        if top <= y < top + 16:
            yield _LEFT + (40 if nth == 0 else 0), _RIGHT - digest[nth] % 240, LINE
    yield from _seal(y, digest)


def _seal(y: int, digest: bytes) -> Iterator[Run]:
    """What is of the seal on a row: the ring, with paper in it, and the squares of the id."""
    x, middle = _CENTRE
    for radius, colour in ((_OUTER + 14, PAPER), (_OUTER, RED), (_INNER, PAPER)):
        if (rest := radius**2 - (y - middle) ** 2) > 0:
            half = int(rest**0.5)
            yield x - half, x + half, colour
    row, left = (y - middle + _CELL * _CELLS // 2) // _CELL, x - _CELL * _CELLS // 2
    if 0 <= row < _CELLS:
        for column in range(_CELLS):
            if digest[8 + row * 3 + min(column, _CELLS - 1 - column)] % 2:
                yield left + column * _CELL, left + (column + 1) * _CELL, RED
