"""A ZIP file of a stranger, unpacked so that nothing lands outside of the folder and no disk is filled.

What no bundle has is refused before anything is written: names that lead elsewhere, links, names that are there
twice, more than a text of this size can unpack to.
"""

import re
import shutil
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import Unreadable

MOST_FILES = 1_000_000
"""Most entries of a bundle."""
PLAIN_SIZE = 200_000_000
"""Bytes that any file may unpack to."""
MOST_TIMES = 100
"""Beyond these, how many times its own size a file may unpack to: texts are a tenth when they are packed."""
_DRIVE = re.compile(r"[A-Za-z]:")
_ENCRYPTED = 0x1
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What ``zipfile`` raises for a file that is damaged, has a password or is packed in an unknown way."""


def unpack(path: Path, folder: Path) -> None:
    """Unpack a ZIP file into an empty folder.

    Raises :class:`~generator.errors.Unreadable` for one that is damaged or might do harm; nothing is written then but
    what came before the damage.
    """
    with _refusing(path), zipfile.ZipFile(path) as packed:
        entries = packed.infolist()
        _refuse_harmful(path, entries)
        for entry in entries:
            target = folder / entry.filename
            if entry.is_dir():
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            with packed.open(entry) as source, target.open("xb") as file:
                shutil.copyfileobj(source, file)


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Say in one line why a file cannot be read."""
    try:
        yield
    except _DAMAGED as error:
        raise Unreadable(str(path), 0, f"is no ZIP file that can be read: {error}") from error


def _refuse_harmful(path: Path, entries: Iterable[zipfile.ZipInfo]) -> None:
    """Raise for the first entry that no bundle has, and for a file that unpacks to more than it can."""
    seen: set[str] = set()
    folders: set[str] = set()
    size = 0
    for count, entry in enumerate(entries, start=1):
        size += entry.file_size
        reason = _find_harm(entry, seen, folders)
        if reason:
            raise Unreadable(str(path), 0, f"is not unpacked: {entry.orig_filename!r} {reason}")
        if count > MOST_FILES:
            raise Unreadable(str(path), 0, f"is not unpacked: has more than {MOST_FILES:,} files")
    if size > max(PLAIN_SIZE, MOST_TIMES * path.stat().st_size):
        raise Unreadable(str(path), 0, f"is not unpacked: would fill {size:,} bytes")


def _find_harm(entry: zipfile.ZipInfo, seen: set[str], folders: set[str]) -> str:
    """Why an entry may not be unpacked; empty where it may.

    :param seen: the names of files before it, as a disk that is careless about letters takes them
    :param folders: those of the folders in which they are
    """
    name = entry.orig_filename
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if name.startswith("/") or _DRIVE.match(name) or "\\" in name or "\0" in name:
        return "is no path within a folder"
    if not {"", ".", ".."}.isdisjoint(name.removesuffix("/").split("/")):
        return "is no path within a folder"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or no file"
    if entry.flag_bits & _ENCRYPTED:
        return "has a password"
    return "" if _is_new(name, seen, folders) else "is there twice"


def _is_new(name: str, seen: set[str], folders: set[str]) -> bool:
    """Whether no file before has a name, or is where it needs a folder; the name is remembered."""
    path = unicodedata.normalize("NFC", name.removesuffix("/")).casefold()
    steps = path.split("/")
    above = {"/".join(steps[:nth]) for nth in range(1, len(steps))}
    if name.endswith("/"):
        folders |= above | {path}
        return seen.isdisjoint(above | {path})
    new = path not in seen and path not in folders and seen.isdisjoint(above)
    seen.add(path)
    folders |= above
    return new
