"""Where a new source belongs in the input folder."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.archive.naming import date_by_name, file_name, id_of_issue, name_id
from generator.archive.sources import READERS, read_issue
from generator.errors import GazetteError, NotAGazette, Unreadable
from generator.model import Issue, Publication, PublicationRecord, Value
from generator.model.ids import Id
from generator.source.description import read_publication
from generator.source.folder import is_source, refuse_name, refuse_special


class Addition(Value, frozen=True):
    """A proposal to copy a source into the archive."""

    source: str
    """The file as it was given."""
    path: str
    """Where it is to lie: ``issues/yunxi/2021-04.txt``."""
    title: str
    """Title of its gazette."""
    issue: str
    """Id that the issue will have: ``yunxi/2021/4``."""
    documents: int
    """How many documents were read."""
    described: bool
    """Whether the gazette has a description."""

    def carry_out(self) -> None:
        """Copy the file whole or not at all.

        Raises :class:`~generator.errors.GazetteError` instead of overwriting one, and
        :class:`OSError` with the path where nothing may be written.
        """
        path = Path(self.path)
        if path.exists():
            reason = f"{self.path} exists already"
            raise GazetteError(reason)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.part")
        try:
            shutil.copyfile(self.source, unfinished)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


def propose_addition(file: Path, folder: Path, publication: str | None = None) -> Addition:
    """Read a source and propose its place under ``folder``.

    The gazette is ``publication`` when it is named, else the described one with the title of the
    masthead. Raises :class:`~generator.errors.GazetteError` when the gazette is not certain, the
    number is missing or the issue is held, and :class:`~generator.errors.Unreadable` when there is
    no such file.
    """
    refuse_unreadable(file)
    issue = date_by_name(read_issue(file), str(file))
    id_ = publication or recognise_publication(issue, folder)
    if refused := refuse_name(id_):
        reason = f"{id_!r} is no folder name: {refused}"
        raise GazetteError(reason)
    named = id_of_issue(id_, issue)
    if named is None:
        reason = "the masthead gives no year and number; name the file like 2021-04.txt"
        raise NotAGazette(str(file), 0, reason)
    refuse_held(folder, named)
    return Addition(
        source=str(file),
        path=str(folder / id_ / f"{file_name(named)}{file.suffix.lower()}"),
        title=issue.publication.title,
        issue=str(named),
        documents=len(issue.documents),
        described=read_publication(folder / id_) is not None,
    )


def refuse_unreadable(file: Path) -> None:
    """Raise :class:`~generator.errors.Unreadable` where there is no file that may be opened."""
    try:
        refuse_special(file)
        file.open("rb").close()
    except OSError as error:
        raise Unreadable(str(file), 0, error.strerror or str(error)) from error


def recognise_publication(issue: Issue, folder: Path) -> str:
    """Id of the one described gazette with the title of this masthead.

    Raises unless there is exactly one. Where no description knows the title, a single folder that
    nobody described and that holds no issue yet is meant.
    """
    described: list[PublicationRecord] = []
    empty: list[str] = []
    for path in sorted(folder.glob("*/")):
        if record := read_publication(path):
            described.append(record)
        elif not list_held(path):
            empty.append(path.name)
    same = _find_described(issue.publication, described)
    candidates = [record.id for record in same] or empty
    if len(candidates) == 1:
        return candidates[0]
    found = "several gazettes of the archive have" if same else "no gazette of the archive has"
    reason = f"{found} the title {issue.publication.title}; name its folder with --publication"
    raise GazetteError(reason)


def _find_described(
    publication: Publication, records: Iterable[PublicationRecord]
) -> list[PublicationRecord]:
    """The described gazettes with the title of a masthead.

    Of several, those of its region, where it has one.
    """
    same = [record for record in records if record.title == publication.title]
    if len(same) > 1 and publication.region:
        same = [record for record in same if record.region == publication.region]
    return same


def list_held(folder: Path) -> list[Path]:
    """The sources in a gazette's folder."""
    return [path for path in sorted(folder.glob("*")) if path.suffix in READERS and is_source(path)]


def refuse_held(folder: Path, issue: Id) -> None:
    """Raise when a gazette's folder holds a file of this issue, whatever its kind."""
    for path in list_held(folder / issue.gazette):
        if name_id(issue.gazette, str(path)) == issue:
            reason = f"{path} exists already"
            raise GazetteError(reason)
