"""A finished folder takes the place of the one before it, so that at no moment there is neither.

Where the system can let two folders change places, that is the one step in which it happens. Where
it cannot, because the place is a volume of its own or the file system knows no such thing, the
folder is brought up to date file by file.
"""

import ctypes
import os
import shutil
import sys
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

EXCHANGES = {"linux": ("renameat2", True), "darwin": ("renamex_np", False)}
"""Platform → the function of its C library that exchanges two paths,
and whether it takes a folder beside each."""

EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS have the same value."""

AT_FDCWD = -100
"""Linux: paths that are not absolute count from the working folder."""

UNFINISHED = ".unfinished"
"""The file that a folder holds while it is brought up to date;
no build makes it, so it is removed with the rest."""

VOLUME = frozenset({"lost+found"})
"""What a file system keeps at the top of a volume; nobody's to remove."""


def take_place(target: Path, source: Path) -> None:
    """Put the folder ``source`` in the place of ``target``.

    What ``target`` held may be in ``source`` afterwards. Killed at any moment this leaves the old
    folder or the new one; where they cannot be exchanged, a folder in which every file is whole.
    Raises :class:`OSError` with the path that could not be written.
    """
    if not (_begin(target, source) or exchange(target, source)):
        bring_up_to_date(target, source)


def _begin(target: Path, source: Path) -> bool:
    """Move ``source`` to where nothing is yet.

    False, and nothing changed, where that is no mere rename.
    """
    if target.exists():
        return False
    with suppress(OSError):
        source.rename(target)
        return True
    return False


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step.

    False, and nothing changed, where the system does not do that.
    """
    name, relative = EXCHANGES.get(sys.platform, ("", False))
    function = _function(name) if name else None
    if function is None:
        return False
    paths = [os.fsencode(path.absolute()) for path in (one, other)]
    if relative:
        return function(AT_FDCWD, paths[0], AT_FDCWD, paths[1], ctypes.c_uint(EXCHANGE)) == 0
    return function(*paths, ctypes.c_uint(EXCHANGE)) == 0


def _function(name: str) -> Callable[..., int] | None:
    """A function of the C library; None where it has none of that name."""
    try:
        found: Callable[..., int] | None = getattr(ctypes.CDLL(None), name, None)
    except OSError:
        return None
    return found


def bring_up_to_date(target: Path, source: Path) -> None:
    """Make ``target`` hold the files of ``source`` and no others.

    Each file is written beside its place and renamed over the old one; one that is the same already
    is not touched. What is no longer made goes last.
    """
    target.mkdir(parents=True, exist_ok=True)
    (target / UNFINISHED).touch()
    made = _tree(source)
    for name, is_folder in made.items():
        if is_folder:
            _make_folder(target / name)
        else:
            _put(source / name, target / name)
    for name in sorted(_tree(target).keys() - made.keys() - {Path(UNFINISHED)}, reverse=True):
        _remove(target / name)
    (target / UNFINISHED).unlink()


def _tree(folder: Path) -> dict[Path, bool]:
    """Everything under a folder, each folder before what it holds → whether it is one.

    Links are not followed.
    """
    found: dict[Path, bool] = {}
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name not in VOLUME:
            found[Path(entry.name)] = is_folder
            below = _tree(Path(entry.path)) if is_folder else {}
            found |= {entry.name / name: value for name, value in below.items()}
    return found


def _make_folder(path: Path) -> None:
    """Make a folder, in the place of a file or a link that has its name."""
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
        path.mkdir()


def _put(source: Path, path: Path) -> None:
    """Put a copy of a file in its place in one step, unless the same one is there already.

    It has the time of the file then, by which the next build sees that it is as it was left.
    """
    if _is_copy(source, path):
        _give_time(source, path)
        return
    unfinished = path.with_name(f".{uuid.uuid4().hex[:8]}.part")
    try:
        shutil.copyfile(source, unfinished)
        _give_time(source, unfinished)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        error.filename = str(path)
        raise


def _give_time(source: Path, path: Path) -> None:
    """Give a file the time of another, on a disk that lets one do so."""
    state = source.stat()
    if path.stat().st_mtime_ns != state.st_mtime_ns:
        with suppress(OSError):
            os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def _is_copy(source: Path, path: Path) -> bool:
    """Whether a path is a file of its own with the bytes of another."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size != source.stat().st_size:
        return False
    return path.read_bytes() == source.read_bytes()


def _remove(path: Path) -> None:
    """Remove a file, a link or an empty folder."""
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink()
