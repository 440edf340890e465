"""The text of a document by itself: its blocks, which are most of it, and the document without them.

Who only lists documents needs no block of them. What is without them says so: a look at its blocks raises.
"""

from collections.abc import Mapping
from typing import Never, SupportsIndex

import msgspec

from generator.model.archive import IssueRecord
from generator.model.block import Block
from generator.model.document import Document

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_DECODER = msgspec.msgpack.Decoder(tuple[tuple[Block, ...], ...])


class Apart(tuple[Block, ...]):
    """The blocks of a part that are somewhere else; MessagePack writes none."""

    __slots__ = ()

    def _refuse(self, *_: object) -> Never:
        """Say that nobody can look at them."""
        reason = "the text of this document is apart from it"
        raise LookupError(reason)

    def __iter__(self) -> Never:
        """Refuse to go through them."""
        self._refuse()

    def __len__(self) -> int:  # noqa: PLE0303 - it gives nothing at all
        """Refuse to count them, and to say whether there are any."""
        self._refuse()

    def __getitem__(self, _: SupportsIndex | slice) -> Never:
        """Refuse to give one."""
        self._refuse()


APART = Apart()


def text_of(document: Document) -> bytes:
    """The blocks of each part of a document, in MessagePack."""
    return _ENCODER.encode([part.blocks for part in document.parts])


def without_text(document: Document) -> Document:
    """A document whose blocks are somewhere else."""
    parts = (msgspec.structs.replace(part, blocks=APART) for part in document.parts)
    return msgspec.structs.replace(document, parts=tuple(parts))


def with_text(document: Document, text: bytes) -> Document:
    """A document with its blocks.

    :param text: as :func:`text_of` gives it
    """
    pairs = zip(document.parts, _DECODER.decode(text), strict=True)
    parts = (msgspec.structs.replace(part, blocks=blocks) for part, blocks in pairs)
    return msgspec.structs.replace(document, parts=tuple(parts))


def without_texts(record: IssueRecord) -> IssueRecord:
    """An issue whose documents are without their texts."""
    return _each(record, {one.id: without_text(one.document) for one in record.documents})


def with_texts(record: IssueRecord, texts: Mapping[str, bytes]) -> IssueRecord:
    """An issue whose documents have their texts.

    :param texts: by the ids of the documents
    """
    whole = {one.id: with_text(one.document, texts[one.id]) for one in record.documents}
    return _each(record, whole)


def _each(record: IssueRecord, documents: Mapping[str, Document]) -> IssueRecord:
    """An issue with other values for its documents."""
    records = (msgspec.structs.replace(one, document=documents[one.id]) for one in record.documents)
    return msgspec.structs.replace(record, documents=tuple(records))
