"""Results of work on disk, by the content that they were made of.

A cache may be stale, torn, foreign or of another version: a result says by which key it was stored and what its bytes
add up to, and one that is not as it says is none.
"""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from generator.work.program import program_key

MARK = b"gongbao 1\n"
"""How the file of a result begins; another layout of these files has another number."""
MOST_BYTES = 1_000_000_000
"""Bytes of results that no run used lately and that are kept all the same: for another branch, another machine."""
_DIGEST = hashlib.sha256().digest_size


def key_of(*parts: bytes | str) -> str:
    """A name for what a result is made of; it changes with each part, and with where one ends."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(f"{len(data)}:".encode())
        digest.update(data)
    return digest.hexdigest()


class Store:
    """A folder of results; without one nothing is kept.

    Whatever the disk refuses is passed over: a result that is not kept is made again.
    """

    def __init__(self, folder: Path | None) -> None:
        """Keep results in a folder, which need not be there yet."""
        self.folder = folder
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """The result that was stored by a key; None where there is none, or none that is whole."""
        if self.folder is None:
            return None
        self._used.add(key)
        try:
            data = self._path(key).read_bytes()
        except OSError:
            return None
        head = _head(key)
        begin = len(head) + _DIGEST
        if (
            not data.startswith(head)
            or hashlib.sha256(data[begin:]).digest() != data[len(head) : begin]
        ):
            return None
        return data[begin:]

    def has(self, key: str) -> bool:
        """Whether there is a file for a key; what it holds is not looked at."""
        if self.folder is None or not key:
            return False
        self._used.add(key)
        return os.path.isfile(self._path(key))  # noqa: PTH113 - says no where nobody may look

    def put(self, key: str, result: bytes) -> None:
        """Store a result in one step."""
        if self.folder is None:
            return
        self._used.add(key)
        path = self._path(key)
        unfinished = path.with_name(f".{os.getpid()}.part")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(_head(key) + hashlib.sha256(result).digest() + result)
            unfinished.replace(path)

    def place(self, name: str) -> Path | None:
        """Where something may lie that is no result, and whose loss costs time only; None where nothing is kept."""
        return None if self.folder is None else self.folder / name

    def sweep(self, most: int = MOST_BYTES) -> None:
        """Remove results that this run had no use for, the oldest first, until few enough bytes are left of them."""
        if self.folder is None:
            return
        held = 0
        unused: list[tuple[int, int, Path]] = []
        with suppress(OSError):  # what may not be looked at stays
            unused += self._unused()
        for _, size, path in sorted(unused, reverse=True):
            held += size
            if held > most:
                with suppress(OSError):
                    path.unlink()

    def _unused(self) -> Iterable[tuple[int, int, Path]]:
        """Time, size and path of each file that no key of this run names."""
        for folder in Path(self.folder or "").iterdir():
            if len(folder.name) != 2 or not folder.is_dir():
                continue
            for entry in os.scandir(folder):
                if f"{folder.name}{entry.name}" not in self._used:
                    state = entry.stat(follow_symlinks=False)
                    yield state.st_mtime_ns, state.st_size, Path(entry.path)

    def _path(self, key: str) -> Path:
        """The file of a key; a folder holds one in 256."""
        return Path(self.folder or "") / key[:2] / key[2:]


def _head(key: str) -> bytes:
    """How the file of a key begins."""
    return MARK + f"{key}\n".encode()


NOWHERE = Store(None)
"""A store that keeps nothing."""


class Shelves:
    """The results of this program in a store, by their kind and by a key that says what they were made of."""

    def __init__(self, store: Store) -> None:
        """Use a store."""
        self._store = store

    def get(self, kind: str, key: str) -> bytes | None:
        """What was put there, if it is still there."""
        return self._store.get(key_of(kind, program_key(), key))

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep something."""
        self._store.put(key_of(kind, program_key(), key), data)
