"""Two states of a folder, and what is to be uploaded between them."""

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

Tree = dict[str, tuple[int, bytes]]
"""Size and digest of each file by its path."""


class Change(NamedTuple):
    """What is different between two states of a folder."""

    added: int
    """Files, as the two that follow."""
    changed: int
    removed: int
    uploaded: int
    """Bytes of the files that were added or changed."""

    @property
    def files(self) -> int:
        """How many files are touched."""
        return self.added + self.changed + self.removed


def list_tree(folder: Path) -> Tree:
    """The files below a folder."""
    found: Tree = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            data = path.read_bytes()
            found[str(path.relative_to(folder))] = len(data), hashlib.blake2b(data).digest()
    return found


def compare_trees(old: Tree, new: Tree) -> Change:
    """What has to be done to the old one."""
    added = new.keys() - old.keys()
    changed = {path for path in new.keys() & old.keys() if new[path] != old[path]}
    uploaded = sum(new[path][0] for path in added | changed)
    return Change(len(added), len(changed), len(old.keys() - new.keys()), uploaded)


def size_of(tree: Tree) -> int:
    """Bytes of all files."""
    return sum(size for size, _ in tree.values())
