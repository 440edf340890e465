"""Whether a bundle is still what it was, by the public library for BagIt: each file is read and counted.

The library is an extra of the program, as only who keeps bundles needs it.
"""

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from msgspec.structs import replace

from generator.errors import Unreadable, WrongUse
from generator.model import Value
from generator.publish.bundles.bag import DECLARATION, INFO
from generator.publish.bundles.bundle import SOFTWARE
from generator.publish.bundles.unpacking import unpack
from generator.words.say import say

MISSING = "gongbao verify needs the package bagit, which is not installed: pip install bagit"
"""What is said where the library lacks."""
OXUM = "Payload-Oxum"
PERCENT = "%25"

Kind = Literal["altered", "missing", "added"]


class Difference(Value, frozen=True):
    """A file that is not as its bag says."""

    path: str
    """Below the folder of the bag."""
    kind: Kind


class Verdict(Value, frozen=True):
    """What became of a bag."""

    files: int
    """How many files its lists name."""
    differences: tuple[Difference, ...]
    """By path."""


def verify(path: Path) -> Verdict:
    """Compare a bundle, a ZIP file or its folder, with the lists in it.

    Raises :class:`~generator.errors.Unreadable` for what is no bag, cannot be read or might do harm, and
    :class:`~generator.errors.WrongUse` where the library is not installed.
    """
    library = _library()
    if path.is_dir():
        return _verify_folder(path, path, library)
    if not path.is_file():
        raise Unreadable(str(path), 0, "there is no such bundle")
    with TemporaryDirectory(prefix=f"{SOFTWARE}-") as folder:
        unpack(path, Path(folder))
        verdict = _verify_folder(Path(folder), path, library)
        return replace(verdict, differences=(*verdict.differences, *_beside(Path(folder), path)))


def verdict_lines(path: Path, verdict: Verdict) -> Iterator[str]:
    """A verdict in words: a line for each file that is not as it was, and one for the bundle."""
    for one in verdict.differences:
        yield say(f"verify.{one.kind}", bundle=str(path), file=one.path)
    if verdict.differences:
        yield say("verify.differs", bundle=str(path), n=len(verdict.differences))
    else:
        yield say("verify.holds", bundle=str(path), n=verdict.files)


def _library() -> Any:
    """The public library."""
    try:
        return import_module("bagit")
    except ImportError as error:
        raise WrongUse(MISSING) from error


def _verify_folder(folder: Path, shown: Path, library: Any) -> Verdict:
    """Compare the bag in a folder.

    :param shown: what a person calls it
    """
    bag = _find_bag(folder, shown)
    files = list(_walk(bag, shown))
    with _quiet():
        try:
            return _compare(library.Bag(str(bag)), files, library.BagError)
        except (library.BagError, ValueError, LookupError) as error:
            raise Unreadable(str(shown), 0, f"is no bag that can be read: {error}") from error


def _beside(folder: Path, shown: Path) -> Iterator[Difference]:
    """What a ZIP file has beside the folder of its bag, where no list of the bag could name it."""
    bag = _find_bag(folder, shown)
    for path in sorted(_walk(folder, shown)):
        if not (folder / path).is_relative_to(bag):
            yield Difference(path, "added")


def _find_bag(folder: Path, shown: Path) -> Path:
    """The folder of the bag: this one, or the only one in it."""
    for candidate in (folder, *(path for path in sorted(folder.iterdir()) if path.is_dir())):
        if (candidate / DECLARATION).is_file():
            return candidate
    raise Unreadable(str(shown), 0, f"is no bag: {DECLARATION} is not there")


def _walk(bag: Path, shown: Path) -> Iterator[str]:
    """The path of every file in a bag; a link, or a pipe for which one would wait for ever, is refused."""
    for folder, below, names in os.walk(bag):
        for name in (*below, *names):
            path = Path(folder, name)
            mode = path.lstat().st_mode
            if stat.S_ISREG(mode):
                yield path.relative_to(bag).as_posix()
            elif not stat.S_ISDIR(mode):
                reason = f"{path.relative_to(bag).as_posix()!r} is a link or no file"
                raise Unreadable(str(shown), 0, reason)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the library logs from getting between the lines of the program."""
    logger = logging.getLogger("bagit")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _compare(bag: Any, files: list[str], wrong: type[Exception]) -> Verdict:
    """Each file of a bag against its lists.

    The library stops at the first kind of fault. So that it names every altered file, those that are missing or new
    are taken out of its way, and the sum of all sizes is asked last.
    """
    _decode_percent(bag, files)
    named = len(bag.entries)
    missing, added = bag.compare_manifests_with_fs()
    for path in missing:
        del bag.entries[path]
    bag.entries.update({path: {} for path in added})
    oxum = bag.info.pop(OXUM, None)
    altered = _altered(bag, wrong)
    found: dict[str, Kind] = dict.fromkeys(missing, "missing")
    found |= dict.fromkeys([*added, *_unlisted(bag, files)], "added")
    found |= dict.fromkeys(altered, "altered")
    if not found and oxum is not None:
        bag.info[OXUM] = oxum
        if not bag.is_valid(fast=True):
            found[INFO] = "altered"
    return Verdict(named, tuple(Difference(path, kind) for path, kind in sorted(found.items())))


def _decode_percent(bag: Any, files: list[str]) -> None:
    """Read ``%25`` in a list as the percent sign, as RFC 8493 has it (2.1.3); the library does not."""
    held = set(files)
    for path in [path for path in bag.entries if PERCENT in path and path not in held]:
        decoded = path.replace(PERCENT, "%")
        bag.entries[decoded] = bag.entries.pop(path)
        bag.normalized_manifest_names[decoded] = decoded


def _altered(bag: Any, wrong: type[Exception]) -> list[str]:
    """The files whose bytes are others than the lists say; raises what else the library finds."""
    try:
        bag.validate()
    except wrong as error:
        details = getattr(error, "details", [])
        if not details:
            raise
        return [detail.path for detail in details]
    return []


def _unlisted(bag: Any, files: list[str]) -> list[str]:
    """Files beside the payload that no list names, in a bag of this program: its own are all listed but the lists."""
    if not str(bag.info.get("Bag-Software-Agent", "")).startswith(SOFTWARE):
        return []
    listed = {*bag.entries, *(Path(path).name for path in bag.tagmanifest_files())}
    return [path for path in files if not path.startswith("data/") and path not in listed]
