"""Those issues of an archive that somebody names, by id or by file; and one gazette or issue as a part of it."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from generator.archive.naming import name_id
from generator.errors import NotAGazette, WrongUse
from generator.model import Archive, IssueRecord
from generator.model.ids import read_id
from generator.permanence.part_ledger import cut_ledger
from generator.source import DESCRIPTION

Errors = tuple[NotAGazette, ...]


class IssueNames:
    """What the issues of an archive can be called: by their ids (``yunxi/2021/4``) or the paths of their sources."""

    def __init__(self, archive: Archive, folder: Path) -> None:
        """Take the names of all issues.

        :param folder: the folder of all issues
        """
        self._by_id = {record.id: record for record in archive.issues}
        self._by_path = {_real(folder / record.file): record for record in archive.issues}

    def find(self, name: str) -> IssueRecord | None:
        """The issue that somebody names, or None."""
        return self._by_id.get(name.rstrip("/")) or self._by_path.get(_real(name))


def select_issues(
    archive: Archive, errors: Errors, folder: Path, names: Sequence[str]
) -> tuple[Archive, Errors]:
    """The archive with the named issues only, and those errors that are about their files.

    :param errors: what could not be read of the whole archive
    :param names: ids (``yunxi/2021/4``) or paths of sources
    :raises WrongUse: for a name that no issue has, nor a file that could not be read
    """
    known = IssueNames(archive, folder)
    unread: dict[str, str] = {}
    for error in errors:
        file = _below(error.source, folder)
        unread |= {_real(error.source): file, _id_of(file): file}
    files: set[str] = set()
    for name in names:
        record = known.find(name)
        named = record.file if record else unread.get(_real(name)) or unread.get(name)
        if named is None:
            reason = f"{name}: no issue of {folder}; an issue is named by its id (yunxi/2021/4) or by its file"
            raise WrongUse(reason)
        files.add(named)
    issues = tuple(record for record in archive.issues if record.file in files)
    ids = {record.id for record in issues}
    conflicts = tuple(one for one in archive.conflicts if str(read_id(one.id).issue) in ids)
    part = msgspec.structs.replace(archive, issues=issues, conflicts=conflicts)
    return part, tuple(_errors_of(errors, folder, files))


def cut_archive(archive: Archive, id_: str) -> Archive:
    """The part of an archive that is one gazette (``yunxi``) or one issue of it (``yunxi/2021/4``).

    It was linked as a whole: what its documents say of others, and what is said of their force, stays.

    :raises WrongUse: for an id that is of neither
    """
    issues = tuple(record for record in archive.issues if id_ in (record.id, record.publication))
    if not issues:
        reason = f"{id_}: no gazette and no issue of the archive; one is named by its id: yunxi, or yunxi/2021/4"
        raise WrongUse(reason)
    named = {record.publication for record in issues}
    gazettes = tuple(record for record in archive.publications if record.id in named)
    part = Archive(publications=gazettes, issues=issues)
    return msgspec.structs.replace(part, permalinks=cut_ledger(archive, part))


def _errors_of(errors: Errors, folder: Path, files: set[str]) -> Iterable[NotAGazette]:
    """The errors about sources, about files beside them of the same name, and about their gazettes."""
    stems = {_stem(file) for file in files}
    gazettes = {file.partition("/")[0] for file in files}
    for error in errors:
        file = _below(error.source, folder)
        of_gazette = Path(file).name == DESCRIPTION and file.partition("/")[0] in gazettes
        if _stem(file) in stems or of_gazette:
            yield error


def _id_of(file: str) -> str:
    """The id that an issue has by the name of its file; the file itself where it names none."""
    return str(name_id(file.partition("/")[0], file) or file)


def _stem(file: str) -> str:
    """What the files of an issue have in common: yunxi/2021-04 of yunxi/2021-04.corrections.yml."""
    gazette, _, name = file.rpartition("/")
    return f"{gazette}/{name.partition('.')[0]}"


def _below(path: str, folder: Path) -> str:
    """A path as it is below the folder of issues; as it is where it is not below it."""
    with suppress(ValueError):
        return Path(path).relative_to(folder).as_posix()
    return path


def _real(path: str | Path) -> str:
    """A path without links, to compare it; as it is where no system takes it."""
    with suppress(OSError, ValueError):
        return os.path.realpath(path)
    return str(path)
