"""A folder as a BagIt bag, version 1.0 (RFC 8493): what is kept can be checked, file by file, as long as it is kept.

A bag is ``data/`` with the files that matter (the payload), a list of their checksums for each algorithm, and a few
files that say what the bag is, which have lists of their own.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.model import Value
from generator.publish.bundles.zip_file import files_below
from generator.publish.site_folder import write_files

PAYLOAD = "data"
"""The folder of the payload."""
DECLARATION = "bagit.txt"
"""The file by which a bag is known."""
INFO = "bag-info.txt"
PART = "Internal-Sender-Identifier"
"""The label of the gazette or the issue that a bag is of, where it is not of a whole archive."""
ALGORITHMS = ("sha256", "sha512")
"""The checksums of every file; RFC 8493 wants the second, archives ask for the first."""
CHUNK = 1 << 20
"""Bytes of a file that are read at a time."""
MEGABYTE = 1_000_000

Fact = tuple[str, str]
"""A label of ``bag-info.txt`` and what it says; a label may come again."""


class Sums(Value, frozen=True):
    """A file of a bag."""

    path: str
    """Below the folder of the bag, with ``/`` between folders."""
    size: int
    """Bytes."""
    digests: tuple[str, ...]
    """For each of ``ALGORITHMS``, in their order."""


def enclose(bag: Path, facts: Iterable[Fact], beside: Iterable[tuple[str, bytes]]) -> None:
    """Make a bag of a folder that has its payload in ``data/``.

    :param facts: what ``bag-info.txt`` says, in this order; the size of the payload is added to them
    :param beside: files beside the payload, by their names: they are listed as what describes the bag
    """
    payload = [sums_of(path, bag) for path in files_below(bag / PAYLOAD)]
    tags = {
        DECLARATION: b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        INFO: info_text([*facts, *_size(payload)]),
        **dict(_manifests("manifest", payload)),
        **dict(beside),
    }
    write_files(tags.items(), bag)
    listed = [sums_of(bag / name, bag) for name in sorted(tags)]
    write_files(_manifests("tagmanifest", listed), bag)


def sums_of(path: Path, bag: Path) -> Sums:
    """Size and checksums of a file, of which little is in memory at a time."""
    digests, size = [hashlib.new(name) for name in ALGORITHMS], 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            size += len(chunk)
            for digest in digests:
                digest.update(chunk)
    name = path.relative_to(bag).as_posix()
    return Sums(name, size, tuple(digest.hexdigest() for digest in digests))


def _manifests(name: str, files: Iterable[Sums]) -> Iterator[tuple[str, bytes]]:
    """A list of files for each algorithm: checksum, two blanks, path."""
    listed = list(files)
    for nth, algorithm in enumerate(ALGORITHMS):
        lines = (f"{one.digests[nth]}  {encode_path(one.path)}\n" for one in listed)
        yield f"{name}-{algorithm}.txt", "".join(lines).encode()


def encode_path(path: str) -> str:
    """A path as a list names it: the ends of lines and the percent sign are encoded, and nothing else (2.1.3)."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _size(payload: Iterable[Sums]) -> Iterator[Fact]:
    """How large the payload is: exactly, for programs, and for people."""
    sizes = [one.size for one in payload]
    yield "Payload-Oxum", f"{sum(sizes)}.{len(sizes)}"
    yield "Bag-Size", f"{sum(sizes) / MEGABYTE:.1f} MB"


def info_text(facts: Iterable[Fact]) -> bytes:
    """The lines of ``bag-info.txt``; a value is on one line, whatever was in it, and none is empty."""
    lines = ((label, " ".join(value.split())) for label, value in facts)
    return "".join(f"{label}: {value}\n" for label, value in lines if value).encode()
