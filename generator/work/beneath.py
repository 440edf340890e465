"""The files below a folder, as whoever publishes them finds them."""

import os
from collections.abc import Iterator
from pathlib import Path


def files_below(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in a fixed order; folders that links lead to are looked into, each once on the way.

    Raises :class:`OSError` for a folder that cannot be looked into, and for a link that leads nowhere.
    """
    yield from _below(folder, frozenset())


def _below(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path]:
    """The files below a folder that lies in others, which are known by their devices and numbers."""
    state = folder.stat()
    here = state.st_dev, state.st_ino
    if here in above:
        return
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            yield from _below(folder / entry.name, above | {here})
        else:
            yield folder / entry.name
