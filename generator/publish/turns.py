"""Runs take turns: what one run reads and writes, no other run changes meanwhile."""

import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.work import Store

WORK = ".build"
"""The folder, beside those that are written, for what is unfinished."""

LOCK = "lock"
"""The file in it that a run holds. It stays there; a run that dies lets go of it."""

CACHE = "cache"
"""The folder in it for results of work."""

LEFT = re.compile(r".+-[0-9a-f]{8}")
"""What a run that died left there:
a folder that it was building, or the one that it had replaced."""


def work_folder(path: Path) -> Path:
    """Where what is unfinished is for a folder.

    It is beside it, so that moving one there is a mere rename. However a folder is named
    (``../project/site``, a link to it), it is one and the same.
    """
    return real(path).parent / WORK


def cache_beside(issues: Path) -> Path:
    """Where results are kept that later runs can take over; whoever deletes it loses time only.

    It is beside the folder of the issues, from which all of them come.
    """
    return work_folder(issues) / CACHE


def kept_beside(issues: Path) -> Store:
    """What earlier runs kept, for a run that only looks; it keeps something itself where a build did so before."""
    folder = cache_beside(issues)
    return Store(folder if folder.is_dir() else None)


def real(path: Path) -> Path:
    """A path without links.

    One that leads round in a circle is left as it is, and whoever opens it says so.
    """
    return Path(os.path.realpath(path))


def may_hold(work: Path) -> bool:
    """Whether something may be written in a work folder, which need not be there yet."""
    lowest = next(path for path in (work, *work.parents) if path.is_symlink() or path.exists())
    return lowest.is_dir() and os.access(lowest, os.W_OK | os.X_OK)


@contextmanager
def new_folder(work: Path, name: str) -> Iterator[Path]:
    """An empty folder that belongs to this run alone.

    What is still there at the end of the block is removed.
    """
    folder = work / f"{name}-{uuid.uuid4().hex[:8]}"
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def take_turn(*paths: Path, waiting: Callable[[Path], None]) -> Iterator[None]:
    """Keep other runs out of the folders beside which these paths lie, until the block ends.

    :param waiting: is called with a folder in which another run is at work, before this one waits
        for it to end

    Where this run may not write, it takes no turn: it changes nothing there.
    """
    works = sorted({work_folder(path) for path in paths})
    with ExitStack() as held:
        for work in works:
            with suppress(OSError):
                work.mkdir(parents=True, exist_ok=True)
                held.enter_context(_holding(work, waiting))
                clear_up(work)
        yield


@contextmanager
def _holding(work: Path, waiting: Callable[[Path], None]) -> Iterator[None]:
    """Hold the lock of a work folder."""
    lock = FileLock(work / LOCK)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        waiting(work.parent)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def clear_up(work: Path) -> None:
    """Remove what runs that died left in a work folder."""
    for path in sorted(work.iterdir()):
        if not LEFT.fullmatch(path.name):
            continue
        if path.is_symlink() or not path.is_dir():
            path.unlink()
        else:
            shutil.rmtree(path, ignore_errors=True)
