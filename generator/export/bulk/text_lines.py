"""The documents of a gazette and a year with their texts: JSON Lines in gzip, ``data/texts/<gazette>/<year>.jsonl.gz``.

A line is a document as the part of the catalogue has it, its gazette, and its text as plain text.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator

from generator.archive.text_apart import Texts, digests_of, with_text
from generator.export.bulk.gazette_years import GazetteYear
from generator.export.catalog import PartDocument
from generator.export.form import to_line
from generator.forms import plain_text
from generator.work import key_of

TEXTS = "data/texts"
"""Where the files are."""
KIND = "text-lines"
"""What they are called among the results that are kept."""
_GZIP_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
"""The head of a file of gzip (RFC 1952) that says no name, no time and no system: the same bytes everywhere."""
_LEVEL = 6


class TextDocument(PartDocument, frozen=True, kw_only=True):
    """A document with its text, which is one line of a file."""

    gazette: str
    """Id of its gazette."""
    text: str
    """Title, elements and text in the order of the print; a paragraph, or a row of a table with tabs, is a line."""


def text_lines(
    held: GazetteYear, documents: Iterable[PartDocument], part: bytes, texts: Texts
) -> bytes:
    """The file of a gazette and a year; no text is read where a run before made it of the same.

    :param documents: as the part of the catalogue has them, in its order
    :param part: that part
    """
    key = key_of(part, *(digest for record in held.issues for digest in digests_of(record)))
    kept = texts.results.get(KIND, key)
    if kept is None:
        kept = pack(map(to_line, with_their_texts(held, documents, texts)))
        texts.results.put(KIND, key, kept)
    return kept


def with_their_texts(
    held: GazetteYear, documents: Iterable[PartDocument], texts: Texts
) -> Iterator[TextDocument]:
    """The documents with their texts, one issue in memory at a time."""
    listed = iter(documents)
    for record in held.issues:
        for one, text in zip(record.documents, texts.of(record), strict=True):
            document = next(listed)
            values = {name: getattr(document, name) for name in PartDocument.__struct_fields__}
            whole = plain_text(with_text(one.document, text))
            yield TextDocument(**values, gazette=held.gazette, text=whole)


def pack(pieces: Iterable[bytes]) -> bytes:
    """Bytes as gzip packs them."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed, check, size = [_GZIP_HEAD], 0, 0
    for piece in pieces:
        check, size = zlib.crc32(piece, check), size + len(piece)
        packed.append(packer.compress(piece))
    return b"".join([*packed, packer.flush(), struct.pack("<II", check, size & 0xFFFFFFFF)])
