"""The picture of a gazette is a small PNG, and the same wherever it is drawn."""

import struct
import zlib

import pytest
from msgspec.structs import replace

from generator.archive.text_apart import WHOLE
from generator.export import BUNDLED, SERVED
from generator.export.preview_pictures import COLOURS, HEIGHT, WIDTH, draw_preview, export_previews
from generator.model import Archive

LARGEST = 6_000
"""Bytes of a picture."""


def chunks_of(png: bytes) -> dict[bytes, bytes]:
    """The chunks of a PNG, whose sums are right."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    found, place = {}, 8
    while place < len(png):
        (length,) = struct.unpack_from(">I", png, place)
        name, data = png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        (given,) = struct.unpack_from(">I", png, place + 8 + length)
        assert given == zlib.crc32(name + data)
        found[name] = data
        place += 12 + length
    return found


def test_a_picture_is_a_png_of_the_size_that_programs_ask_for() -> None:
    png = draw_preview("yunxi")
    chunks = chunks_of(png)
    assert list(chunks) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]
    assert struct.unpack(">IIBBBBB", chunks[b"IHDR"]) == (WIDTH, HEIGHT, 2, 3, 0, 0, 0)
    assert (WIDTH, HEIGHT) == (1200, 630)
    assert len(zlib.decompress(chunks[b"IDAT"])) == HEIGHT * (1 + WIDTH // 4)
    assert chunks[b"PLTE"].hex() == "".join(COLOURS)
    assert len(png) < LARGEST


@pytest.mark.parametrize("address", ["", "https://example.org/a/"])
def test_each_gazette_has_its_own_picture(real_archive: Archive, address: str) -> None:
    pictures = dict(export_previews(real_archive, replace(SERVED, site=address), WHOLE))
    assert list(pictures) == [f"assets/previews/{one.id}.png" for one in real_archive.publications]
    assert len(set(pictures.values())) == len(real_archive.publications)
    assert not list(export_previews(real_archive, BUNDLED, WHOLE))


def test_the_same_gazette_has_the_same_picture() -> None:
    draw_preview.cache_clear()
    first = draw_preview("yunxi")
    draw_preview.cache_clear()
    assert draw_preview("yunxi") == first
