"""The layout of the input folder: ``issues/<publication>/<year>-<number>.txt``."""

import re
from pathlib import Path

from generator.errors import NotAGazette
from generator.lexicon.text import is_device
from generator.model import Value

DESCRIPTION = "publication.yml"
"""Optional description of a gazette, in its folder."""

LEDGER = "permalinks.yml"
"""The ledger of permanent addresses, the one file that lies beside the gazettes' folders."""

CORRECTIONS = ".corrections.yml"
"""End of the name of a file of corrections; no source of its own."""

TRUTH = ".truth.yml"
"""End of the name of a truth made by hand; no source of its own."""

NAME = re.compile(r"(?P<year>[1-9]\d{3})-0*(?P<number>[1-9]\d{0,3})", re.ASCII)
"""``2021-04``: year and number of an issue, zeros before the number allowed."""

FOLDER_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""``east-lake``: the folder's name becomes an address, so it keeps to what every server and disk can hold."""


RESERVED = frozenset({
    "cited", "columns", "force", "gazettes", "index", "issuers", "kinds", "numbers", "picture", "quality", "regions",
    "tables", "years",
})  # fmt: skip
"""Names below ``archive/`` that pages of the whole archive bear; a test holds them against the pages."""

LONGEST_NAME = 60
"""Characters of a folder's name."""


class Source(Value, frozen=True):
    """A file that holds one issue."""

    path: str
    """Where it lies."""
    publication: str
    """Id of its gazette: the name of its folder."""


def find_sources(folder: Path) -> tuple[tuple[Source, ...], tuple[NotAGazette, ...]]:
    """Every source under ``folder`` by publication and name, and what lies there but cannot be one."""
    sources: list[Source] = []
    errors: list[NotAGazette] = []
    for entry in _visible(folder):
        if entry.name == LEDGER:
            continue
        reason = _misplaced(entry)
        if reason:
            errors.append(NotAGazette(str(entry), 0, reason))
        else:
            held = [file for file in _visible(entry) if _holds_issue(file)]
            sources.extend(Source(str(file), entry.name) for file in held)
            errors.extend(_orphans(entry, held))
    return tuple(sources), tuple(errors)


def named_issue(path: str) -> tuple[int | None, int | None]:
    """Year and number that a file name states, ``(None, None)`` when it states none."""
    match = NAME.fullmatch(Path(path).stem)
    return (int(match["year"]), int(match["number"])) if match else (None, None)


def _misplaced(entry: Path) -> str | None:
    """Why an entry of the input folder is no gazette's folder; None when it is one."""
    if not entry.is_dir():
        return "a source must lie in the folder of its gazette"
    return refuse_name(entry.name)


def refuse_name(name: str) -> str | None:
    """Why a gazette's folder cannot bear a name; None when it can."""
    if not FOLDER_NAME.fullmatch(name):
        return "a gazette's folder is named in small letters, digits and hyphens"
    if len(name) > LONGEST_NAME:
        return f"a gazette's folder has a name of {LONGEST_NAME} characters at most"
    if is_device(name):
        return f"a gazette's folder cannot be named {name}: Windows keeps that name for a device"
    if name in RESERVED:
        return f"a gazette's folder cannot be named {name}: pages of the whole archive stand under that address"
    return None


def _orphans(folder: Path, held: list[Path]) -> list[NotAGazette]:
    """Corrections of a source that the folder does not hold."""
    known = {file.stem + CORRECTIONS for file in held}
    return [
        NotAGazette(str(file), 0, f"corrects no source: no {file.name.removesuffix(CORRECTIONS)}.txt beside it")
        for file in _visible(folder) if file.name.endswith(CORRECTIONS) and file.name not in known
    ]


def _holds_issue(file: Path) -> bool:
    return file.name != DESCRIPTION and not file.name.endswith((CORRECTIONS, TRUTH))


def _visible(folder: Path) -> list[Path]:
    """Entries of a folder by name, without hidden ones (``.DS_Store``)."""
    return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
