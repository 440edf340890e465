"""Two states of a folder, and what is to be uploaded between them."""

import hashlib
import os
import re
from pathlib import Path
from typing import NamedTuple

SEARCH = re.compile(r"data/search/(?!t/)")
"""The index; the texts below it are of one issue each."""
OF_ISSUES = re.compile(r"archive/[^/]+/\d{4}/[^/]+/|data/search/t/|data/(?:catalog/.+/|tables/)|n/")
"""Pages and data of documents and issues."""

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
    search: int
    """Those of them that are of the index of the search."""
    lists: int
    """Those of them that are of lists and registers, of the home page and of the catalogue."""

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
    sent = {path: new[path][0] for path in added | changed}
    search = sum(size for path, size in sent.items() if SEARCH.match(path))
    issues = sum(size for path, size in sent.items() if OF_ISSUES.match(path))
    uploaded = sum(sent.values())
    removed = len(old.keys() - new.keys())
    return Change(len(added), len(changed), removed, uploaded, search, uploaded - search - issues)


def size_of(tree: Tree) -> int:
    """Bytes of all files."""
    return sum(size for size, _ in tree.values())
