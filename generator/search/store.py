"""Where the steps of the index keep what they made, by a key that says all that it was made of."""

from tempfile import SpooledTemporaryFile
from typing import Any, Protocol, Self, TypeVar

import msgspec

TEXTS, POSTINGS, BLOCK, PART, SHARDS = (
    "search-texts",
    "search-postings",
    "search-block",
    "search-part",
    "search-shards",
)
"""Kinds of what is kept: texts and postings of an issue; what a block is made of, and a part of it;
some shards of a range."""
IN_MEMORY = 16_000_000
"""Bytes that a run keeps in memory; more are in a file."""

Made = TypeVar("Made")


class Cache(Protocol):
    """What earlier runs of the same program made.

    It may lose anything at any time; what it gives back is what was put there.
    """

    def get(self, kind: str, key: str) -> bytes | None:
        """What was put there, if it is still there."""

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep something."""


class Store:
    """What one run keeps: in the cache, and what it needs again also where there is none.

    That is in a file for the time of the run, so that memory does not grow with the archive.
    """

    def __init__(self, cache: Cache | None) -> None:
        self._cache = cache
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed by __exit__
        self._places: dict[str, tuple[int, int]] = {}

    @property
    def is_lasting(self) -> bool:
        """Whether later runs can have what this one keeps."""
        return self._cache is not None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, kind: str, key: str, type_: type[Made]) -> Made | None:
        """The value that an earlier run made, if it is still there."""
        data = self._cache.get(kind, key) if self._cache is not None else None
        return None if data is None else msgspec.msgpack.decode(data, type=type_)

    def write(self, kind: str, key: str, value: Any) -> None:
        """Keep a value for later runs."""
        if self._cache is not None:
            self._cache.put(kind, key, msgspec.msgpack.encode(value))

    def read_part(self, key: str) -> bytes | None:
        """A part of a block, of this run or of an earlier one."""
        if key in self._places:
            start, length = self._places[key]
            self._file.seek(start)
            return self._file.read(length)
        return self._cache.get(PART, key) if self._cache is not None else None

    def write_part(self, key: str, data: bytes, *, again: bool = False) -> None:
        """Keep a part of a block; ``again`` where the cache lost it, which it may do once more."""
        if self._cache is not None and not again:
            self._cache.put(PART, key, data)
        elif key not in self._places:
            self._places[key] = self._file.seek(0, 2), len(data)
            self._file.write(data)
