"""The files of a site, whether it is a folder or a bundle."""

import os
import stat
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Protocol

from generator.errors import WrongUse
from generator.model import Value
from generator.publish.bundles.bag import DECLARATION, PAYLOAD

HOME = "index.html"
"""The file by which a site is known."""


class SiteFiles(Protocol):
    """The files of a site, and the bytes of each."""

    @property
    def sizes(self) -> Mapping[str, int]:
        """Path of every file below the root of the site, with ``/`` between folders → its bytes."""

    def open(self, path: str) -> IO[bytes]:
        """One of them, to be read from its beginning."""


class FolderFiles(Value, frozen=True):
    """The files below a folder."""

    root: Path
    sizes: Mapping[str, int]

    def open(self, path: str) -> IO[bytes]:
        """A file of the folder."""
        return Path(self.root, path).open("rb")


class BundleFiles(Value, frozen=True):
    """The files of the site in a bundle: below its one top folder, or below the payload of the bag."""

    packed: zipfile.ZipFile
    top: str
    """Its folder with its slash; empty where a file lies beside the only folder."""
    sizes: Mapping[str, int]

    def open(self, path: str) -> IO[bytes]:
        """A file of the bundle, unpacked as it is read."""
        return self.packed.open(f"{self.top}{path}")


@contextmanager
def open_site(path: Path) -> Iterator[SiteFiles]:
    """The files of a site, or of a bundle.

    Raises :class:`~generator.errors.WrongUse` where there is none, and :class:`OSError` where one
    cannot be read.
    """
    if path.is_dir():
        root = path / PAYLOAD if (path / DECLARATION).is_file() else path
        sizes = dict(_walk(root))
        _refuse_other(path, sizes)
        yield FolderFiles(root, sizes)
        return
    if not path.exists():
        reason = f"{path}: there is no such site"
        raise WrongUse(reason)
    with _unpacked(path) as packed:
        files = [entry for entry in packed.infolist() if not entry.is_dir()]
        tops = {entry.filename.partition("/")[0] for entry in files}
        inside = len(tops) == 1 and all("/" in entry.filename for entry in files)
        top = f"{tops.pop()}/" if inside else ""
        if any(entry.filename == f"{top}{DECLARATION}" for entry in files):
            top = f"{top}{PAYLOAD}/"
        below = (entry for entry in files if entry.filename.startswith(top))
        sizes = {entry.filename.removeprefix(top): entry.file_size for entry in below}
        _refuse_other(path, sizes)
        yield BundleFiles(packed, top, sizes)


@contextmanager
def _unpacked(path: Path) -> Iterator[zipfile.ZipFile]:
    """The ZIP file at a path; what is torn or packed in another way is wrong use."""
    try:
        with zipfile.ZipFile(path) as packed:
            yield packed
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        reason = f"{path}: is neither a folder nor a bundle that can be read: {error}"
        raise WrongUse(reason) from error


def _refuse_other(path: Path, sizes: Mapping[str, int]) -> None:
    """Raise for what is no site, so that nobody deletes one by the list of another folder."""
    if HOME not in sizes:
        reason = f"{path}: is no site; it has no {HOME}"
        raise WrongUse(reason)


def _walk(root: Path) -> Iterator[tuple[str, int]]:
    """Every file below a folder with its bytes; links to folders are not followed."""
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(root / inside) as entries:
            for entry in entries:
                path = f"{inside}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{path}/")
                else:
                    yield path, _size(entry)


def _size(entry: os.DirEntry[str]) -> int:
    """The bytes of a file; a pipe, for which one would wait for ever, and a link to no file are wrong use."""
    with suppress(FileNotFoundError):
        found = entry.stat()
        if stat.S_ISREG(found.st_mode):
            return found.st_size
    reason = f"{entry.path}: is no file"
    raise WrongUse(reason)
