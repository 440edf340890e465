"""Generated pages on disk, beside pages written by hand.

They are written only when changed, and removed when no longer made. The manifest knows a page
before the page is there, so that a run which is killed leaves none that nobody knows.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from generator.errors import GazetteError, naming
from generator.model import Value
from generator.pages import Asset, Page
from generator.publish.turns import real

GENERATED = ("archive", "n")
"""Folders under the docs folder that hold what is generated:
the archive, and the short addresses by number."""

ENDINGS = (".md", ".txt", ".pdf", ".png", ".jpg", ".jpeg", ".webp", ".avif")
"""Endings of what is generated: pages, and sources beside them with the pictures of their print."""

HOME = "index.md"
"""The one generated page outside of them."""

MANIFEST = "archive/.manifest"
"""List of the generated pages, one a line; MkDocs passes over hidden files."""

UNFINISHED = "archive/.part"
"""What is being written, until it is whole and takes its place; each process has one of its own."""


class Changes(Value, frozen=True):
    """What a run changed on disk."""

    written: int = 0
    """Pages that are new or differ from what was there."""
    kept: int = 0
    """Pages that were there already as they are."""
    removed: int = 0
    """Pages of the run before that are no longer made."""

    def said_of(self, docs: Path) -> str:
        """The same in words, for the folder of the pages."""
        return (
            f"{docs}: {self.written} pages written, {self.kept} unchanged, {self.removed} removed"
        )


def write_pages(pages: Iterable[Page | Asset], docs: Path) -> Changes:
    """Make the folder ``docs`` hold exactly these generated pages.

    Raises :class:`~generator.errors.GazetteError` for a page that is made twice or would lie
    elsewhere, and :class:`OSError` with its path for one that cannot be written. Whatever ends it,
    the manifest knows every page that is there, so that the next whole run removes those that are
    no longer made.
    """
    manifest, folder = Manifest(docs), PageFolder(docs)
    written: dict[str, bool] = {}
    for page in pages:
        if page.uri in written:
            _refuse(f"two pages would be written to {page.uri}")
        written[page.uri] = folder.write(page.uri, page.encoded())
    removed = manifest.settle(written)
    changed = sum(written.values())
    return Changes(written=changed, kept=len(written) - changed, removed=removed)


class Manifest:
    """The list of the generated pages in a folder, which knows each before it is there."""

    def __init__(self, docs: Path) -> None:
        """Read what runs before this one made."""
        _refuse_leaving(docs / MANIFEST, docs)
        self._docs = docs
        self._before = open_manifest(docs)

    def settle(self, made: Iterable[str]) -> int:
        """Remove the pages that are no longer made, and remember those that are; how many were removed."""
        made = set(made)
        stale = self._before - made
        remove_pages(stale, self._docs)
        write_manifest(self._docs, made)
        return len(stale)


class PageFolder:
    """The folder of the pages as one piece of work writes to it, which looks at each folder in it once."""

    def __init__(self, docs: Path) -> None:
        """Write into a folder."""
        self._docs = docs
        self._seen: set[str] = set()
        """Folders that lead to no other place, by their addresses."""

    def write(self, uri: str, data: bytes) -> bool:
        """Write a generated page unless it is there as it is; True when it was written.

        Any process may do so: the line of the manifest is written in one step.
        """
        path = self._locate(uri)
        if not path.exists():
            manifest = self._docs / MANIFEST
            with naming(manifest), manifest.open("ab", buffering=0) as lines:
                lines.write(f"{uri}\n".encode())
        return write_if_changed(path, data, self._docs)

    def _locate(self, uri: str) -> Path:
        """The file of a page, as :func:`locate` finds it."""
        folder = uri.rpartition("/")[0]
        if folder in self._seen:
            refuse_address(uri)
            path = self._docs / uri
            if not path.is_symlink():
                return path
        path = locate(uri, self._docs)
        self._seen.add(folder)
        return path


def _is_plain(uri: str) -> bool:
    """Whether an address is a path within a folder that every system reads alike."""
    return "\\" not in uri and ":" not in uri and {"", ".", ".."}.isdisjoint(uri.split("/"))


def _is_generated(uri: str) -> bool:
    """Whether an address is the home page, or a page or a file of sources in a folder of generated pages."""
    return uri == HOME or (uri.endswith(ENDINGS) and uri.partition("/")[0] in GENERATED)


def refuse_address(uri: str) -> None:
    """Raise for what is no address of a generated page."""
    if not _is_plain(uri) or not _is_generated(uri):
        _refuse(f"{uri!r} is no address of a generated page")


def locate(uri: str, docs: Path) -> Path:
    """The file of a generated page; raises when the address leaves the place of generated pages."""
    refuse_address(uri)
    path = docs / uri
    _refuse_leaving(path, docs)
    return path


def write_if_changed(path: Path, data: bytes, docs: Path) -> bool:
    """Write a file in one step unless it holds these bytes already; True when it was written."""
    if path.is_file() and path.read_bytes() == data:
        return False
    unfinished = docs / f"{UNFINISHED}{os.getpid()}"
    for folder in (unfinished.parent, path.parent):
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
    with naming(path):
        unfinished.write_bytes(data)
    unfinished.replace(path)
    return True


def read_manifest(docs: Path) -> set[str]:
    """Addresses of the pages that runs before made.

    A line that a killed run left unfinished gives none.
    """
    path = docs / MANIFEST
    lines = path.read_bytes().split(b"\n")[:-1] if path.is_file() else []
    return {line.decode(errors="replace") for line in lines}


def open_manifest(docs: Path) -> set[str]:
    """The addresses that the manifest holds, which ends in a whole line now."""
    (docs / MANIFEST).parent.mkdir(parents=True, exist_ok=True)
    for left in (docs / UNFINISHED).parent.glob(f"{Path(UNFINISHED).name}*"):
        left.unlink(missing_ok=True)
    before = read_manifest(docs)
    path = docs / MANIFEST
    if not path.is_file() or path.read_bytes().rpartition(b"\n")[2]:
        write_manifest(docs, before)
    return before


def write_manifest(docs: Path, uris: set[str]) -> None:
    """Remember which pages were made."""
    text = "".join(f"{uri}\n" for uri in sorted(uris))
    write_if_changed(docs / MANIFEST, text.encode(), docs)


def remove_pages(uris: set[str], docs: Path) -> None:
    """Delete pages, and the folders that they leave empty."""
    for uri in sorted(uris):
        path = locate(uri, docs)
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == docs or (folder.is_dir() and any(folder.iterdir())):
                break
            if folder.is_dir():
                folder.rmdir()


def _refuse_leaving(path: Path, docs: Path) -> None:
    """Raise when a link on the disk leads a path out of the docs folder."""
    if not real(path).is_relative_to(real(docs)):
        _refuse(f"{path} leads out of {docs}")


def _refuse(reason: str) -> NoReturn:
    raise GazetteError(reason)
