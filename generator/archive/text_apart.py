"""The text of a document by itself: its blocks, which are most of it, and the document without them.

Who lists, links and counts documents needs no block of them, but only the :class:`~generator.model.Gist`. What is
without its text says so: a look at its blocks raises. The texts of a run are in the store of readings, else in a file.
"""

import os
from collections.abc import Callable, Sequence
from tempfile import SpooledTemporaryFile
from typing import IO, NamedTuple, Never, Self, SupportsIndex

import msgspec
from msgspec.structs import replace

from generator.accuracy.understanding import find_unread
from generator.errors import GazetteError
from generator.link.mentions import quote_citations
from generator.link.status import quote_term
from generator.model import Block, Document, DocumentRecord, Gist, IssueRecord
from generator.outline.headings import place_articles
from generator.registers.table_list import note_tables
from generator.work import NOWHERE, Shelves, Store, key_of
from generator.work.sharing import Sharing

IN_MEMORY = 1_000_000
"""Bytes of texts that are in memory; more are in a file."""
SAID_OFTEN = ("kind", "severity", "found", "correct", "message")
"""What is the same of many findings."""
CITED_OFTEN = ("title", "number", "relation", "role", "organ")
"""What is the same of many citations."""
CHANGED = "{file} was changed while the build read it; build again"
"""What a run says that reads another text than before."""

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_BLOCKS = msgspec.msgpack.Decoder(tuple[tuple[Block, ...], ...])
_TEXTS = msgspec.msgpack.Decoder(tuple[bytes, ...])


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
    return replace(document, parts=tuple(replace(part, blocks=APART) for part in document.parts))


def with_text(document: Document, text: bytes) -> Document:
    """A document with its blocks.

    :param text: as :func:`text_of` gives it
    """
    pairs = zip(document.parts, _BLOCKS.decode(text), strict=True)
    return replace(document, parts=tuple(replace(part, blocks=blocks) for part, blocks in pairs))


def gist_of(record: DocumentRecord, text: bytes) -> Gist:
    """What the rest of the archive needs to know of the text of a document."""
    document = record.document
    return Gist(
        digest=key_of(text),
        quotes=quote_citations(document),
        articles=place_articles(document),
        term=quote_term(document),
        tables=note_tables(record),
        doubts=find_unread(document),
    )


def set_apart(record: IssueRecord) -> tuple[IssueRecord, bytes]:
    """An issue whose documents are without their texts and have the gist of them; the texts in MessagePack."""
    texts = [text_of(one.document) for one in record.documents]
    documents = tuple(
        replace(one, document=without_text(one.document), gist=gist_of(one, text))
        for one, text in zip(record.documents, texts, strict=True)
    )
    return replace(record, documents=documents), _ENCODER.encode(texts)


def still_apart(record: IssueRecord, sharing: Sharing) -> IssueRecord:
    """An issue whose documents are without their texts, as it came from MessagePack, which has no word for that.

    :param sharing: knows what is said in other issues, too
    """
    sharing.share(record.issue.findings, SAID_OFTEN)
    for one in record.documents:
        sharing.share(one.document.citations, CITED_OFTEN)
    documents = tuple(replace(one, document=without_text(one.document)) for one in record.documents)
    return replace(record, documents=documents)


def without_texts(record: IssueRecord) -> IssueRecord:
    """An issue whose documents are without their texts, and without the gist of them."""
    return replace(
        record,
        documents=tuple(
            replace(one, document=without_text(one.document), gist=None) for one in record.documents
        ),
    )


def with_texts(record: IssueRecord, texts: Sequence[bytes]) -> IssueRecord:
    """An issue whose documents have their texts.

    :param texts: in the order of the documents
    """
    documents = tuple(
        replace(one, document=with_text(one.document, text), gist=None)
        for one, text in zip(record.documents, texts, strict=True)
    )
    return replace(record, documents=documents)


def texts_in(data: bytes) -> tuple[bytes, ...]:
    """The text of each document, as :func:`set_apart` gives them together."""
    return _TEXTS.decode(data)


class _Kept(NamedTuple):
    """Where the texts of an issue are."""

    key: str
    """In the store; empty where they are in the file."""
    again: Callable[[], bytes]
    """Reads them once more."""


class Texts:
    """The texts that are apart from their documents, for the time of a run."""

    def __init__(self, store: Store = NOWHERE) -> None:
        """Know of none; those that a run takes are in the store as far as that keeps them."""
        self._store = store
        self._file: IO[bytes] | None = None
        self._places: dict[str, tuple[int, int]] = {}
        self._kept: dict[str, _Kept] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    @property
    def results(self) -> Shelves:
        """Where a later run finds what this one made of them."""
        return Shelves(self._store)

    def take(self, file: str, key: str, texts: bytes | None, again: Callable[[], bytes]) -> None:
        """Take the texts of the issue with this source.

        :param key: under which the store may have them
        :param texts: None where only the store has them
        :param again: reads them once more, where the store loses them
        """
        self._kept[file] = _Kept(key, again)
        if texts is not None and not self._store.has(key):
            self._hold(file, texts)

    def of(self, record: IssueRecord) -> tuple[bytes, ...]:
        """The text of each document of an issue, which may have them itself.

        Raises :class:`~generator.errors.GazetteError` where the source was changed meanwhile.
        """
        if not any(one.gist for one in record.documents):
            return tuple(text_of(one.document) for one in record.documents)
        texts = texts_in(self._find(record.file))
        if digests_of(record) != tuple(map(key_of, texts)):
            raise GazetteError(CHANGED.format(file=record.file))
        return texts

    def _find(self, file: str) -> bytes:
        """The texts of an issue, together."""
        if file not in self._places:
            kept = self._kept[file]
            found = self._store.get(kept.key) if kept.key else None
            if found is not None:
                return found
            self._hold(file, kept.again())
        start, length = self._places[file]
        held = self._opened()
        held.seek(start)
        return held.read(length)

    def _hold(self, file: str, texts: bytes) -> None:
        """Put texts into the file."""
        held = self._opened()
        self._places[file] = held.seek(0, os.SEEK_END), len(texts)
        held.write(texts)

    def _opened(self) -> IO[bytes]:
        """The file for what no store has; ``__exit__`` closes it."""
        if self._file is None:
            self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
        return self._file


WHOLE = Texts()
"""Of documents that have their texts."""


def digests_of(record: IssueRecord) -> tuple[str, ...]:
    """A name for the text of each document of an issue."""
    return tuple(
        one.gist.digest if one.gist else key_of(text_of(one.document)) for one in record.documents
    )
