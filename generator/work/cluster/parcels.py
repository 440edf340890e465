"""What machines hand to each other through a shared folder or object store, by its content.

A parcel may be torn, or another one may lie in its place: its name adds up its bytes, and one that is not as its name
says is none.
"""

from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from typing import Any

from generator.errors import WrongUse
from generator.work.results import key_of


class Lost(Exception):
    """A parcel that is not there as it was put there."""


class Parcels:
    """The parcels of a run."""

    def __init__(self, url: str) -> None:
        """Use a folder or object store, which need not be there yet.

        :param url: in a form that fsspec knows: ``file:///mnt/results``, ``s3://bucket/results``, a path

        Raises :class:`~generator.errors.WrongUse` for an address that it does not know, or for which a package lacks.
        """
        try:
            system, folder = import_module("fsspec").core.url_to_fs(url)
        except (ImportError, ValueError) as error:
            raise WrongUse(f"--results {url}: {error}") from error
        self._system: Any = system
        self._folder = folder.rstrip("/")
        self.url: str = system.unstrip_protocol(self._folder)
        """As every machine understands it, wherever it works."""

    def put(self, label: str, data: bytes) -> str:
        """Lay a parcel down; its name.

        :param label: of whom it is; nobody else's parcel has the name, even with the same bytes

        Raises :class:`OSError` where that is refused; each kind of store has errors of its own.
        """
        name = key_of(label, data)
        try:
            self._write(self._path(name), data)
        except OSError:
            raise
        except Exception as error:
            raise OSError(f"{self.url}: {error}") from error
        return name

    def take(self, label: str, name: str) -> bytes:
        """The bytes of a parcel. Raises :class:`Lost` where they are not those that were put there."""
        try:
            data = self._system.cat_file(self._path(name))
        except FileNotFoundError as error:
            raise Lost(f"{self._path(name)}: is not there") from error
        except Exception as error:
            raise Lost(f"{self._path(name)}: {error}") from error
        if key_of(label, data) != name:
            raise Lost(f"{self._path(name)}: is not what was put there")
        return bytes(data)

    def drop(self, name: str) -> None:
        """Remove a parcel that nobody needs any more."""
        with suppress(Exception):
            self._system.rm_file(self._path(name))

    def clear(self) -> None:
        """Remove all parcels."""
        with suppress(Exception):
            self._system.rm(self._folder, recursive=True)

    def _write(self, path: str, data: bytes) -> None:
        """Write a file, the first one with the folder in which it is."""
        try:
            self._system.pipe_file(path, data)
        except FileNotFoundError:
            self._system.makedirs(self._folder, exist_ok=True)
            self._system.pipe_file(path, data)

    def _path(self, name: str) -> str:
        """Where a parcel lies."""
        return f"{self._folder}/{name}"


@lru_cache(maxsize=4)
def parcels_at(url: str) -> Parcels:
    """The parcels at an address, opened once by a process."""
    return Parcels(url)
