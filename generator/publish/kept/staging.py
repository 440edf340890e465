"""A site while it is made: what did not change is taken over from the last one, the rest is written."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.publish.frames.page_work import State, digest_of, state_of, write_new
from generator.publish.kept.site_record import File, SiteRecord


class Staging:
    """The folder of a site that is not shown yet.

    A file that is taken over is a link to that of the last site, where the disk has such links. None is ever written
    through: what is written anew is a file of its own.
    """

    def __init__(self, folder: Path, last: Path, before: SiteRecord) -> None:
        """Make a site in ``folder``, which takes the place of ``last``.

        :param before: what is known of the last one
        """
        self.folder = folder
        self._last = last
        self._before = before
        self._folders: set[str] = set()
        self.files: dict[str, File] = {}
        """Those that were put there, by their addresses."""

    def keep(self, address: str, state: State) -> bool:
        """Take a file over; False where the last site does not have it as it was left."""
        source = Path(f"{self._last}/{address}")
        try:
            if state_of(source) != state:
                return False
        except OSError:
            return False
        target = self._place(address)
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)
        return True

    def put(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write files by their addresses; one that the last site has already is taken over."""
        for address, data in files:
            digest = digest_of(data)
            if not self._has(address, digest):
                state = write_new(self._place(address), data)
                self.files[address] = File(digest, state)

    def take(self, folder: Path) -> None:
        """Move the files of another folder here; one that the last site has already is taken over instead."""
        for path in sorted(folder.rglob("*")):
            if not path.is_file():
                continue
            address = path.relative_to(folder).as_posix()
            digest = digest_of(path.read_bytes())
            if not self._has(address, digest):
                target = Path(self._place(address))
                path.replace(target)
                self.files[address] = File(digest, state_of(target))

    def _has(self, address: str, digest: str) -> bool:
        """Whether a file is there already, or can be taken over."""
        if address in self.files:
            return self.files[address].digest == digest
        known = self._before.files.get(address)
        if known is None or known.digest != digest or not self.keep(address, known.state):
            return False
        self.files[address] = known
        return True

    def _place(self, address: str) -> str:
        """Where a file goes; its folder is there then."""
        folder = address.rpartition("/")[0]
        if folder not in self._folders:
            (self.folder / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return f"{self.folder}/{address}"
