"""Which issues are proven, and against what."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator.archive.record import record_issue
from generator.archive.selection import IssueNames
from generator.archive.sources import read_issue
from generator.errors import WrongUse
from generator.link import date_archive, resolve_archive
from generator.model import Archive, IssueRecord
from generator.prove.in_memory import Memory
from generator.prove.outlets import Outlet, open_outlet, part_of
from generator.publish.layout import Layout
from generator.registers.coverage import cover_gazettes
from generator.source import read_corrections
from generator.source.description import publication_of
from generator.source.folder import FOLDER_NAME, Source
from generator.source.source_file import Sources

NO_GAZETTE = "gazette"
"""Id of the gazette of a source that lies in no folder of a gazette."""


class Choice(NamedTuple):
    """What is to be proven."""

    archive: Archive
    """The archive that holds the issues."""
    records: tuple[IssueRecord, ...]
    alone: Path | None = None
    """The source that the archive holds by itself; None where it is that of the folder."""

    @property
    def whole(self) -> Archive | None:
        """The archive, where all of it is meant; None for some issues, or for a source by itself."""
        is_all = not self.alone and len(self.records) == len(self.archive.issues)
        return self.archive if is_all else None


def choose_issues(archive: Archive, folder: Path, wanted: Sequence[str]) -> Choice:
    """The issues that are meant: all, those of some ids, or those of some files.

    A file that lies outside of the folder is an archive of its own. Raises
    :class:`~generator.errors.WrongUse` for what is neither, and
    :class:`~generator.errors.NotAGazette` for a file that cannot be read.
    """
    if not wanted:
        return Choice(archive, archive.issues)
    known = IssueNames(archive, folder)
    found: dict[str, IssueRecord] = {}
    for name in wanted:
        record = known.find(name)
        if record is None and Path(name).exists():
            return _alone(Path(name), wanted)
        if record is None:
            reason = f"{name}: is no issue of {folder} and no file"
            raise WrongUse(reason)
        found[record.id] = record
    return Choice(archive, tuple(found.values()))


def _alone(path: Path, wanted: Sequence[str]) -> Choice:
    """A source by itself."""
    if len(wanted) > 1:
        reason = f"{path}: is no source of the archive; a source by itself is proven alone"
        raise WrongUse(reason)
    corrections, _ = read_corrections(path)
    issue = read_issue(path, None, corrections)
    gazette = path.resolve().parent.name
    id_ = gazette if FOLDER_NAME.fullmatch(gazette) else NO_GAZETTE
    record = record_issue(issue, Source(str(path), id_))
    archive = Archive((publication_of(id_, record.issue),), (record,))
    archive = date_archive(resolve_archive(archive), cover_gazettes(archive))
    return Choice(archive, archive.issues, alone=path)


def held_by(outlet: Outlet, records: Sequence[IssueRecord]) -> Sequence[IssueRecord]:
    """Those of some issues that an outlet is of: of a bundle of a part those of the part, else all.

    Raises :class:`~generator.errors.WrongUse` for a part of which there is no source.
    """
    part = part_of(outlet)
    if not part:
        return records
    held = [record for record in records if part in (record.id, record.publication)]
    if not held:
        reason = f"{outlet.name}: is of {part}, of which there is no source"
        raise WrongUse(reason)
    return held


def find_outlet(
    choice: Choice, layout: Layout, site: Path | None, sources: Sources | None = None
) -> Outlet:
    """What was published: the site or bundle that is named, that of the project, else what a build would publish."""
    if site is not None:
        return open_outlet(site)
    if choice.alone is None and layout.site.exists():
        return open_outlet(layout.site)
    return Memory(choice.archive, layout.config, sources)
