"""A site while it is made: what did not change is taken over from the last one, the rest is written."""

import os
import shutil
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from generator.publish.frames.page_work import State, digest_of, make_way, state_of, write_new
from generator.publish.kept.site_record import File, SiteRecord

SHARED = 0.5
"""Share of files that a replaced site has in common with the one in its place, below which it is not kept: it would
take room."""


class Staging:
    """The folder of a site that is not shown yet.

    A file that is taken over is a link to that of the last site, where the disk has such links. None is ever written
    through: what is written anew is a file of its own.

    To make and to remove ten thousands of links takes longer than to look at them. So the site that was replaced is
    kept, most of whose files are those of the one in its place, and the next site is made in its folder. What is in it
    is worth nothing but that: a file there that is not the very one of the last site gives way.
    """

    def __init__(
        self, folder: Path, last: Path, before: SiteRecord, replaced: Path | None = None
    ) -> None:
        """Make a site in ``folder``, which takes the place of ``last``.

        :param before: what is known of the last one
        :param replaced: where the site is kept that was there before the last one; None to keep none
        """
        self.folder = folder
        self._last = last
        self._before = before
        self._replaced = replaced
        self._linked = 0
        self.files: dict[str, File] = {}
        """Those that were put there, by their addresses."""
        if replaced is not None:
            with suppress(OSError):
                _leave_plain_files(str(replaced))
                replaced.rename(folder)

    def keep(self, address: str, state: State) -> bool:
        """Take a file over; False where the last site does not have it as it was left."""
        source, target = f"{self._last}/{address}", f"{self.folder}/{address}"
        try:
            found = os.lstat(source)
        except OSError:
            return False
        if (found.st_size, found.st_mtime_ns) != state:
            return False
        if _is_same(target, found) or _link(source, target):
            self._linked += 1
        return True

    def put(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write files by their addresses; one that the last site has already is taken over."""
        for address, data in files:
            digest = digest_of(data)
            if not self._has(address, digest):
                state = write_new(f"{self.folder}/{address}", data)
                self.files[address] = File(digest, state)

    def take(self, folder: Path) -> None:
        """Move the files of another folder here; one that the last site has already is taken over instead."""
        for path in sorted(folder.rglob("*")):
            if not path.is_file():
                continue
            address = path.relative_to(folder).as_posix()
            digest = digest_of(path.read_bytes())
            if not self._has(address, digest):
                target = self.folder / address
                make_way(str(target))
                path.replace(target)
                self.files[address] = File(digest, state_of(target))

    def clear(self, wanted: Collection[str]) -> None:
        """Leave these files only, by their addresses."""
        if self.folder.is_dir():
            _clear(str(self.folder), "", wanted)

    def keep_replaced(self, count: int) -> None:
        """Keep the site that was replaced, which is in the folder now, if it shares enough of all files."""
        if self._replaced is not None and self._linked >= SHARED * count:
            with suppress(OSError):
                shutil.rmtree(self._replaced, ignore_errors=True)
                self._replaced.parent.mkdir(parents=True, exist_ok=True)
                self.folder.rename(self._replaced)

    def _has(self, address: str, digest: str) -> bool:
        """Whether a file is there already, or can be taken over."""
        if address in self.files:
            return self.files[address].digest == digest
        known = self._before.files.get(address)
        if known is None or known.digest != digest or not self.keep(address, known.state):
            return False
        self.files[address] = known
        return True


def _is_same(path: str, found: os.stat_result) -> bool:
    """Whether a path is the very file that was found elsewhere."""
    try:
        return os.path.samestat(os.lstat(path), found)
    except OSError:
        return False


def _link(source: str, target: str) -> bool:
    """Link a file, or copy it where the disk has no links; whether it is linked."""
    with suppress(OSError):
        os.link(source, target)
        return True
    make_way(target)
    with suppress(OSError):
        os.link(source, target)
        return True
    shutil.copy2(source, target)
    return False


def _leave_plain_files(folder: str) -> None:
    """Remove all that is neither a plain file nor a folder, so that nothing is written elsewhere through a link.

    Raises :class:`OSError` where something cannot be removed, or a folder not be written.
    """
    if os.path.islink(folder) or not os.access(folder, os.R_OK | os.W_OK | os.X_OK):  # noqa: PTH114
        raise NotADirectoryError(folder)
    for entry in list(os.scandir(folder)):
        if entry.is_dir(follow_symlinks=False):
            _leave_plain_files(entry.path)
        elif not entry.is_file(follow_symlinks=False):
            os.unlink(entry.path)  # noqa: PTH108


def _clear(folder: str, prefix: str, wanted: Collection[str]) -> bool:
    """Remove the files below a folder that are not wanted, and what is empty then; whether anything is left."""
    left = False
    for entry in list(os.scandir(folder)):
        address = f"{prefix}{entry.name}"
        if not entry.is_dir(follow_symlinks=False):
            if address in wanted:
                left = True
            else:
                os.unlink(entry.path)  # noqa: PTH108
        elif _clear(entry.path, f"{address}/", wanted):
            left = True
        else:
            os.rmdir(entry.path)  # noqa: PTH106
    return left
