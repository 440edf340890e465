"""The documents of a gazette and a year with their texts: JSON Lines in gzip, ``data/texts/<gazette>/<year>.jsonl.gz``.

A line is a document with what its own issue prints of it, and its text as plain text. What other issues say of a
document is not in it: an added issue would change the files of many years, each of which is large.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator

from msgspec import UnsetType
from msgspec.structs import replace

from generator.archive.text_apart import Texts, digests_of, with_text
from generator.export.bulk.gazette_years import GazetteYear
from generator.export.catalog import ListedDocument, printed_values
from generator.export.form import Links, to_line
from generator.forms import plain_text
from generator.model import DocumentRecord, Value
from generator.model.base import Line, Nth, TextPlace
from generator.model.document import Relation, Role
from generator.work import key_of

TEXTS = "data/texts"
"""Where the files are."""
KIND = "text-lines"
"""What they are called among the results that are kept."""
_GZIP_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
"""The head of a file of gzip (RFC 1952) that says no name, no time and no system: the same bytes everywhere."""
_LEVEL = 6


class PrintedCitation(Value, frozen=True):
    """A document that the text names, as far as the text says it; the catalogue has its target."""

    title: str | None
    """Title without the outer 《》."""
    number: str | None
    """发文字号 with brackets 〔〕."""
    relation: Relation
    """How the text uses it."""
    line: Line
    """Source line on which it begins."""
    role: Role | None
    """Finer than ``relation``: ``basis`` for 根据…制定, ``amends`` for 作如下修改."""
    alias_of: str | None
    """Title that a short form (以下简称《公告》) stands for in its document."""
    organ: str | None
    """Issuing organ as printed before a title that lacks it."""
    article: Nth | None
    """12 for 《…办法》第十二条."""
    insertion: Nth | None
    """1 for 《…办法》第十二条之一."""
    place: TextPlace | UnsetType
    """The text that holds it; left out, as ``start`` and ``end`` are, where no text of the document does."""
    start: Line | UnsetType
    """Offset in that text at which it begins."""
    end: Line | UnsetType
    """Offset after it."""


class TextDocument(ListedDocument, frozen=True, kw_only=True):
    """A document with its text, which is one line of a file.

    It has what its own issue says, so that no other issue changes it; status, evidence and targets of citations are
    in the part of the catalogue, under the same id.
    """

    gazette: str
    """Id of its gazette."""
    citations: tuple[PrintedCitation, ...]
    """What it cites, in order of the text. Which documents these are, and the status of this one, other issues may
    change: that is in its part of the catalogue, under the same ``id``."""
    text: str
    """Title, elements and text in the order of the print; a paragraph, or a row of a table with tabs, is a line."""


def text_lines(held: GazetteYear, links: Links, texts: Texts) -> bytes:
    """The file of a gazette and a year; no text is read where a run before made it of the same."""
    bare = [bare_line(record, links) for issue in held.issues for record in issue.documents]
    digests = (digest for record in held.issues for digest in digests_of(record))
    key = key_of(*map(to_line, bare), *digests)
    kept = texts.results.get(KIND, key)
    if kept is None:
        kept = pack(map(to_line, with_their_texts(held, bare, texts)))
        texts.results.put(KIND, key, kept)
    return kept


def bare_line(record: DocumentRecord, links: Links) -> TextDocument:
    """A document as its line has it, without its text."""
    cited = tuple(
        PrintedCitation(**{name: getattr(one, name) for name in PrintedCitation.__struct_fields__})
        for one in record.document.citations
    )
    return TextDocument(
        **printed_values(record, links), gazette=record.gazette, citations=cited, text=""
    )


def with_their_texts(
    held: GazetteYear, bare: Iterable[TextDocument], texts: Texts
) -> Iterator[TextDocument]:
    """The documents with their texts, one issue in memory at a time."""
    listed = iter(bare)
    for record in held.issues:
        for one, text in zip(record.documents, texts.of(record), strict=True):
            yield replace(next(listed), text=plain_text(with_text(one.document, text)))


def pack(pieces: Iterable[bytes]) -> bytes:
    """Bytes as gzip packs them."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed, check, size = [_GZIP_HEAD], 0, 0
    for piece in pieces:
        check, size = zlib.crc32(piece, check), size + len(piece)
        packed.append(packer.compress(piece))
    return b"".join([*packed, packer.flush(), struct.pack("<II", check, size & 0xFFFFFFFF)])
