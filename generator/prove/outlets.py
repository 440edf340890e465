"""What was published, as one small interface: address → bytes, from a folder or from a bundle."""

import stat
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from generator.errors import GazetteError, Unreadable
from generator.permanence.published import CATALOG
from generator.publish.bundles.bag import INFO, PART, PAYLOAD

LARGEST = 500_000_000
"""Largest file of a site that is read, in bytes: the catalogue of many thousand issues."""

_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)
"""What ``zipfile`` raises for a file that is damaged, has a password or is packed in an unknown way."""


class Outlet(Protocol):
    """What was published."""

    name: str
    """What it is, for the person who asked: ``site``, ``dist/….zip``."""

    def read(self, address: str) -> bytes | None:
        """The bytes at an address below the root of the site; None where there is nothing.

        Raises :class:`~generator.errors.Unreadable` for what is there and cannot be read.
        """


class Folder:
    """A finished site, or a bundle that was unpacked."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        self._root = path.resolve()
        self.part = _part_of_folder(self._root)

    def read(self, address: str) -> bytes | None:
        """The bytes of a file; a link that leads out of the site is none of it."""
        path = self._root / address
        try:
            real = path.resolve(strict=True)
            if not real.is_relative_to(self._root):
                raise Unreadable(str(path), 0, "is a link that leads out of the site")
            state = real.stat()
            if not stat.S_ISREG(state.st_mode):
                raise Unreadable(str(path), 0, "cannot be read: is no file")
            _refuse_large(str(path), state.st_size)
            return real.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, RuntimeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise Unreadable(str(path), 0, f"cannot be read: {reason}") from error


class Bundle:
    """A bundle as one ZIP file."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except (OSError, *_DAMAGED) as error:
            reason = getattr(error, "strerror", None) or "is no ZIP file"
            raise Unreadable(str(path), 0, f"cannot be read: {reason}") from error
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        self._top = _top_of(self._entries)
        self.part = self._part()

    def read(self, address: str) -> bytes | None:
        """The bytes of an entry."""
        entry = self._entries.get(f"{self._top}{address}")
        return None if entry is None else self._bytes(entry)

    def _bytes(self, entry: zipfile.ZipInfo) -> bytes:
        """What an entry holds."""
        place = f"{self.name}: {entry.filename}"
        _refuse_large(place, entry.file_size)
        try:
            return self._zip.read(entry)
        except (OSError, *_DAMAGED) as error:
            raise Unreadable(place, 0, "cannot be read: is damaged") from error

    def _part(self) -> str:
        """Of what it is, by the file that is beside its payload."""
        if not self._top.endswith(f"{PAYLOAD}/"):
            return ""
        entry = self._entries.get(f"{self._top.removesuffix(f'{PAYLOAD}/')}{INFO}")
        return part_said(self._bytes(entry)) if entry else ""


def _part_of_folder(root: Path) -> str:
    """The same of a bundle that was unpacked."""
    info = root.parent / INFO
    return part_said(info.read_bytes()) if root.name == PAYLOAD and info.is_file() else ""


def part_said(info: bytes) -> str:
    """The id of a part in ``bag-info.txt``; empty where it names none."""
    label = f"{PART}: "
    lines = info.decode(errors="replace").splitlines()
    return next((line.removeprefix(label).strip() for line in lines if line.startswith(label)), "")


def part_of(outlet: Outlet) -> str:
    """Id of the gazette or the issue that a bundle is of, as its bag says; empty for a whole archive."""
    return outlet.part if isinstance(outlet, Folder | Bundle) else ""


def read_page(outlet: Outlet, address: str) -> bytes | None:
    """The page at an address that ends with a stroke, which has a folder of its own, or in a bundle a file."""
    return outlet.read(f"{address}index.html") or outlet.read(f"{address.removesuffix('/')}.html")


def _top_of(names: Iterable[str]) -> str:
    """The folder of a bundle that holds the site, with its stroke; empty where there is none."""
    tops = (name.removesuffix(CATALOG) for name in names if name.endswith(CATALOG))
    return min(tops, key=len, default="")


def _refuse_large(place: str, size: int) -> None:
    """Refuse a file that is larger than any of a site."""
    if size > LARGEST:
        raise Unreadable(place, 0, f"cannot be read: is larger than {LARGEST:,} bytes")


def open_outlet(path: Path) -> Outlet:
    """What was published at a path: a site, a bundle, or the folder of a bundle that was unpacked.

    Raises :class:`~generator.errors.GazetteError` where it is none of these.
    """
    if path.is_file():
        return Bundle(path)
    if not path.is_dir():
        raise Unreadable(str(path), 0, "there is no site and no bundle")
    for folder in (path, *_folders_in(path)):
        for root in (folder, folder / PAYLOAD):
            if (root / CATALOG).is_file():
                return Folder(root)
    reason = f"{path}: is no site and no bundle: {CATALOG} is not there"
    raise GazetteError(reason)


def _folders_in(path: Path) -> list[Path]:
    """The folder in a folder that holds nothing else: that of a bundle that was unpacked."""
    try:
        held = [entry for entry in path.iterdir() if not entry.name.startswith(".")]
    except OSError as error:
        raise Unreadable(str(path), 0, f"cannot be read: {error.strerror or error}") from error
    return held if len(held) == 1 and held[0].is_dir() else []
