"""The files that a site built anew has others of than the one before, for those who publish by lists.

Sizes are compared first, bytes only where they are the same; times do not count, as every build writes
every file.
"""

from pathlib import Path
from typing import Literal

from generator.model import Value
from generator.publish.upload.published_files import SiteFiles, open_site

CHUNK = 1 << 16
"""Bytes that are read of a file at a time."""


class Change(Value, frozen=True):
    """A file that is in only one of two sites, or not the same in both."""

    path: str
    """Below the root of the site, with ``/`` between folders."""
    kind: Literal["added", "changed", "removed"]
    bytes: int
    """Of the new file; of one that was removed, of the old."""


class SiteChanges(Value, frozen=True):
    """What became of the files of a site."""

    changes: tuple[Change, ...]
    """By path."""
    unchanged: int
    """How many files are in both, byte for byte."""

    def of(self, *kinds: str) -> tuple[Change, ...]:
        """The changes of some kinds, by path."""
        return tuple(change for change in self.changes if change.kind in kinds)


def compare_sites(old: Path, new: Path) -> SiteChanges:
    """What changed from one site to another, each a folder or a bundle.

    Raises :class:`~generator.errors.WrongUse` where one of them is no site, and :class:`OSError`
    where a file cannot be read. No file is held in memory as a whole.
    """
    with open_site(old) as before, open_site(new) as after:
        changes, unchanged = [], 0
        for path in sorted({*before.sizes, *after.sizes}):
            if path not in after.sizes:
                changes.append(Change(path, "removed", before.sizes[path]))
            elif path not in before.sizes:
                changes.append(Change(path, "added", after.sizes[path]))
            elif not _is_same(path, before, after):
                changes.append(Change(path, "changed", after.sizes[path]))
            else:
                unchanged += 1
    return SiteChanges(tuple(changes), unchanged)


def _is_same(path: str, before: SiteFiles, after: SiteFiles) -> bool:
    """Whether a file of both sites has the same bytes."""
    if before.sizes[path] != after.sizes[path]:
        return False
    with before.open(path) as one, after.open(path) as other:
        while chunk := one.read(CHUNK):
            if chunk != other.read(CHUNK):
                return False
    return True
