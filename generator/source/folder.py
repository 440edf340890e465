"""The layout of the input folder: ``issues/<publication>/<year>-<number>.txt``."""

import errno
import re
import stat
from pathlib import Path

from generator.errors import NotAGazette
from generator.lexicon.characters import is_device
from generator.lexicon.counts.issue_counts import Counted, read_issue_name
from generator.model import Value

DESCRIPTION = "publication.yml"
"""Optional description of a gazette, in its folder."""

LEDGER = "permalinks.yml"
"""The ledger of permanent addresses, the one file that lies beside the gazettes' folders."""

CORRECTIONS = ".corrections.yml"
"""End of the name of a file of corrections; no source of its own."""

TRUTH = ".truth.yml"
"""End of the name of a truth made by hand; no source of its own."""

PDF, PAGES, SCAN = ".pdf", ".pages", ".scan.yml"
"""Ends of the names of what lies beside a source of its print: a PDF file, a folder of pictures of the pages, and
what is said of the PDF file."""

NO_UTF8 = "the name is not UTF-8"
"""Why a file is refused whose name no page and no address can repeat."""

ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG})
"""What the system says of a file that is not there."""

FOLDER_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""``east-lake``: the folder's name becomes an address,
so it keeps to what every server and disk can hold."""


RESERVED = frozenset({
    "cited", "columns", "force", "gazettes", "index", "issuers", "kinds", "numbers", "picture", "quality", "regions",
    "tables", "topics", "years",
})  # fmt: skip
"""Names below ``archive/`` that pages of the whole archive have;
a test compares them with the pages."""

LONGEST_NAME = 60
"""Longest name of a folder, in characters."""


class Source(Value, frozen=True):
    """A file that holds one issue."""

    path: str
    """Where it lies."""
    publication: str
    """Id of its gazette: the name of its folder."""


def find_sources(folder: Path) -> tuple[tuple[Source, ...], tuple[NotAGazette, ...]]:
    """Every source under ``folder`` by publication and name, and what lies there but cannot be one.

    Raises :class:`OSError` only for ``folder`` itself;
    one within it that cannot be read is an error of its own.
    """
    sources: list[Source] = []
    errors: list[NotAGazette] = []
    for entry in _visible(folder):
        if entry.name == LEDGER:
            continue
        if reason := _misplaced(entry):
            errors.append(NotAGazette(str(entry), 0, reason))
            continue
        try:
            found, refused = _sources_of_gazette(entry)
        except OSError as error:
            errors.append(unread(entry, error))
            continue
        sources += found
        errors += refused
    return tuple(sources), tuple(errors)


def _sources_of_gazette(folder: Path) -> tuple[list[Source], list[NotAGazette]]:
    """The sources in a gazette's folder, and what lies there but cannot be one."""
    entries = _visible(folder)
    errors = [NotAGazette(str(file), 0, NO_UTF8) for file in entries if not is_utf8(file.name)]
    files = [file for file in entries if is_utf8(file.name)]
    held = [file for file in files if is_source(file)]
    return [Source(str(file), folder.name) for file in held], [*errors, *_orphans(files, held)]


def is_there(path: Path) -> bool:
    """Whether a folder holds a file of this name.

    A link that leads nowhere does, and what may not be looked at: whoever reads it says so. A name
    that is longer than a disk can hold is nowhere.
    """
    try:
        path.lstat()
    except OSError as error:
        return error.errno not in ABSENT
    return True


def refuse_special(path: Path) -> None:
    """Raise :class:`~generator.errors.NotAGazette` for what is no file.

    To open a pipe or a device might never end. Raises :class:`OSError` where there is nothing, or
    nothing that may be looked at.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise NotAGazette(
            str(path), 0, "cannot be read: is no file, but a folder, a pipe or a device"
        )


def unread(path: Path, error: OSError) -> NotAGazette:
    """What the system refused, as an error of the source."""
    return NotAGazette(str(path), 0, f"cannot be read: {error.strerror or error}")


def is_utf8(name: str) -> bool:
    """Whether the bytes of a file name are UTF-8.

    Python puts lone surrogates in the place of those that are not.
    """
    return not any("\ud800" <= character <= "\udfff" for character in name)


def named_issue(path: str) -> Counted:
    """What a file name states of its issue, e.g. ``2021-04``, ``2021-03_04``, ``2021-z1``, ``2021年增刊第1期``."""
    return read_issue_name(Path(path).stem)


def _misplaced(entry: Path) -> str | None:
    """Why an entry of the input folder is no gazette's folder; None when it is one."""
    if not is_utf8(entry.name):
        return NO_UTF8
    if not entry.is_dir():
        return "a source must lie in the folder of its gazette"
    return refuse_name(entry.name)


def refuse_name(name: str) -> str | None:
    """Why a gazette's folder cannot have a name; None when it can."""
    if not FOLDER_NAME.fullmatch(name):
        return "a gazette's folder is named in small letters, digits and hyphens"
    if len(name) > LONGEST_NAME:
        return f"a gazette's folder has a name of {LONGEST_NAME} characters at most"
    if is_device(name):
        return f"a gazette's folder cannot be named {name}: Windows keeps that name for a device"
    if name in RESERVED:
        return f"a gazette's folder cannot be named {name}: pages of the whole archive have that address"
    return None


def _orphans(files: list[Path], held: list[Path]) -> list[NotAGazette]:
    """Corrections and prints of a source that is not among the files of the folder."""
    stems = {file.stem for file in held}
    errors: list[NotAGazette] = []
    for file in files:
        corrects = file.name.endswith(CORRECTIONS)
        stem = file.name.removesuffix(CORRECTIONS) if corrects else stem_of_print(file.name)
        if stem is not None and stem not in stems:
            verb = "corrects" if corrects else "shows"
            errors.append(NotAGazette(str(file), 0, f"{verb} no source: no {stem}.txt beside it"))
    return errors


def is_source(file: Path) -> bool:
    """Whether a file of a gazette's folder is a source by its name.

    The description, corrections, truths and prints are none.
    """
    if file.name == DESCRIPTION or stem_of_print(file.name) is not None:
        return False
    return not file.name.endswith((CORRECTIONS, TRUTH))


def stem_of_print(name: str) -> str | None:
    """The name without its ending of the source that a print belongs to; None for what is no print."""
    for ending in (SCAN, PAGES, PDF):
        if name.lower().endswith(ending):
            return name[: -len(ending)]
    return None


def _visible(folder: Path) -> list[Path]:
    """Entries of a folder by name, without hidden ones (``.DS_Store``)."""
    return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
