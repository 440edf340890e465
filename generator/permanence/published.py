"""Comparison of a ledger with what was published.

It finds an id that is lost, and one that was given to another document. The rule is pure: (what was
published, the ledger of today) → what became of the ids. What was published is read from the
catalogue of a site, or from the ledger as a revision of the project's history has it.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import msgspec

from generator.errors import GazetteError, NotAGazette, describe
from generator.lexicon.characters import fold
from generator.model import Archive, Conflict, Permalink, Value
from generator.permanence.ledger import is_up_to_date, read_entries
from generator.permanence.permalinks import line_of, order
from generator.permanence.recognise import alike
from generator.source.folder import LEDGER

CATALOG = "data/catalog.json"
"""Where a site has its catalogue."""

PARTS = "data/catalog/index.json"
"""Where it has the index of the parts of its catalogue."""

NO_SITE = Path("none")
"""What is said in the place of a site to compare with none."""

MOST_NAMED = 5
"""Most ids that one line names."""

LOST = "was published, and the ledger does not hold it any more"
"""Why an id is missed."""


Signs = tuple[str | None, str]
"""Number and title: what a document is recognised by."""


Read = TypeVar("Read")
"""What a file is read as."""


class _Document(Value, frozen=True):
    """What a catalogue says of a document, as far as it counts here."""

    id: str
    title: str = ""
    number: str | None = None


class _Redirect(Value, frozen=True):
    """An id that leads to another one."""

    source: str = msgspec.field(name="from")
    target: str = msgspec.field(name="to")


class _Withdrawal(Value, frozen=True):
    """An id whose document was withdrawn."""

    id: str
    reason: str


class _Catalog(Value, frozen=True):
    """The parts of a catalogue that name ids; older ones may name no retired ids."""

    documents: tuple[_Document, ...]
    redirects: tuple[_Redirect, ...] = ()
    withdrawn: tuple[_Withdrawal, ...] = ()
    complete: bool = True
    """Whether the documents are here; else they are in the parts."""


class _PartAddress(Value, frozen=True):
    """Where the part is that an issue is in."""

    part: str


class _Index(Value, frozen=True):
    """The addresses of the parts."""

    issues: tuple[_PartAddress, ...]


class _Part(Value, frozen=True):
    """The documents of some issues."""

    documents: tuple[_Document, ...]


def describe_changes(
    archive: Archive, folder: Path, published: Path | None, since: str | None
) -> tuple[str, ...]:
    """A line for all that is wrong with the ledger of a folder of issues.

    It is not up to date, or lost what was published.

    :param published: the site to compare with, or its catalogue; ``none`` for none, None for the
        one beside the folder
    :param since: the revision to compare with, None for the last commit if there is one

    Raises as :func:`read_published` and :func:`read_committed` do.
    """
    stale = f"{folder / LEDGER} is not up to date; run: gongbao permalinks"
    committed, shown = read_committed(folder, since), _last_site(folder, published)
    lost: dict[str, Conflict] = {}
    for known in (committed, shown):
        lost |= {conflict.id: conflict for conflict in find_lost(known, archive)}
    lines = tuple(map(line_of, lost.values()))
    return lines if is_up_to_date(folder, archive) else (stale, *lines)


def describe_lost(archive: Archive, site: Path) -> tuple[str, ...]:
    """One line on the addresses of the last site that are not what they were.

    It ends no run: somebody may be beginning a new archive.
    """
    try:
        published = read_published(site) if (site / CATALOG).is_file() else ()
    except GazetteError as error:
        return (str(error),)
    except OSError as error:
        return (describe(error),)
    lost = find_lost(published, archive)
    if not lost:
        return ()
    names = [conflict.id for conflict in lost[:MOST_NAMED]]
    if len(lost) > MOST_NAMED:
        names.append("…")
    what = "addresses of the last site are gone or lead to another document"
    return (f"{site}: {len(lost)} {what}: {', '.join(names)}",)


def find_lost(published: Iterable[Permalink], archive: Archive) -> tuple[Conflict, ...]:
    """The ids of ``published`` that the archive's ledger lost or has for another document.

    They are in the ledger's order. An id has another document when its own number and title are
    others than they were, and those that it had belong to an id that did not have them. A title or
    number that was read better is no other document.
    """
    before = {entry.id: entry for entry in published}
    ledger = {entry.id: entry for entry in archive.permalinks}
    answering = {
        *ledger,
        *(record.id for record in archive.issues),
        *(record.id for record in archive.publications),
    }
    holders = _by_signs(ledger.values())
    lost = []
    for id_, entry in before.items():
        if id_ not in answering:
            lost.append(Conflict(id_, entry.title, LOST))
            continue
        now = ledger.get(id_)
        if now is None or not _has_other_document(now, entry):
            continue
        heir = _find_heir(entry, holders, before)
        if heir:
            reason = f"was published for the document that is {heir.id} now"
            lost.append(Conflict(id_, entry.title, reason))
    return tuple(sorted(lost, key=order))


def _has_other_document(now: Permalink, before: Permalink) -> bool:
    """Whether an id had a document and has another one now."""
    return not now.is_retired and not before.is_retired and is_other(now, before)


def _find_heir(
    entry: Permalink, holders: Mapping[Signs, Sequence[Permalink]], before: Mapping[str, Permalink]
) -> Permalink | None:
    """The first id that has the number and title of a published one only now."""
    for heir in holders.get((entry.number, entry.title), ()):
        if heir.id not in before or not alike(before[heir.id], entry):
            return heir
    return None


def is_other(now: Permalink, before: Permalink) -> bool:
    """Whether an id's number says that it has another document.

    Where a number is missing, its title says so.
    """
    if now.number is not None and before.number is not None:
        return now.number != before.number
    return now.title != before.title


def _by_signs(entries: Iterable[Permalink]) -> dict[Signs, list[Permalink]]:
    """The entries that have a document, by what it is recognised by."""
    holders: dict[Signs, list[Permalink]] = {}
    for entry in entries:
        if not entry.is_retired and (entry.number or entry.title):
            holders.setdefault((entry.number, entry.title), []).append(entry)
    return holders


def _last_site(folder: Path, published: Path | None) -> tuple[Permalink, ...]:
    """The ids of the site that is meant; none where nobody built one."""
    beside = folder.parent / "site"
    if published == NO_SITE or (published is None and not (beside / CATALOG).is_file()):
        return ()
    return read_published(published or beside)


def read_published(path: Path) -> tuple[Permalink, ...]:
    """The ids that a site published, with number and title of their documents.

    The site is named by its folder or by its catalogue. Raises
    :class:`~generator.errors.GazetteError` where the file is no catalogue, and :class:`OSError`
    where there is none.
    """
    file = path / CATALOG if path.is_dir() else path
    catalog = _decode(file, _Catalog)
    listed = catalog.documents if catalog.complete else _documents_of_parts(file.parent.parent)
    documents = (
        Permalink(document.id, document.number, fold(document.title)) for document in listed
    )
    redirects = (Permalink(moved.source, to=moved.target) for moved in catalog.redirects)
    withdrawn = (Permalink(entry.id, withdrawn=entry.reason) for entry in catalog.withdrawn)
    return (*documents, *redirects, *withdrawn)


def _documents_of_parts(site: Path) -> Iterator[_Document]:
    """The documents of a catalogue in parts."""
    parts = (address.part for address in _decode(site / PARTS, _Index).issues)
    for part in dict.fromkeys(parts):
        yield from _decode(site / part, _Part).documents


def _decode(file: Path, kind: type[Read]) -> Read:
    """What a file of a catalogue says, as far as it counts here."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except msgspec.MsgspecError as error:
        reason = f"{file}: is no catalogue of an archive: {error}"
        raise GazetteError(reason) from error


def read_committed(folder: Path, revision: str | None) -> tuple[Permalink, ...]:
    """The ledger as a revision of the history has it; without one, as the last commit has it.

    Nothing where the folder has no history, or where its last commit has no ledger and none was
    named. Raises :class:`~generator.errors.GazetteError` when a revision that was named has none.
    """
    name = revision or "HEAD"
    text, refused = _show(folder, f"{name}:./{LEDGER}")
    if text is None and revision:
        reason = f"{folder / LEDGER}: {refused}"
        raise GazetteError(reason)
    if text is None:
        return ()
    with TemporaryDirectory() as place:
        path = Path(place, LEDGER)
        path.write_bytes(text)
        try:
            return tuple(read_entries(path).values())
        except NotAGazette as error:
            raise NotAGazette(f"{name}:{folder / LEDGER}", error.line, error.reason) from error


def _show(folder: Path, name: str) -> tuple[bytes | None, str]:
    """A file of the history, or None and why there is none."""
    git = shutil.which("git")
    if git is None:
        return None, "there is no git"
    # the variables that git sets for its hooks name their repository,
    # which need not be that of this folder
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    command = [git, "-C", str(folder), "show", "--end-of-options", name]
    shown = subprocess.run(command, capture_output=True, env=environment, check=False)  # noqa: S603 - a fixed program
    if shown.returncode == 0:
        return shown.stdout, ""
    said = shown.stderr.decode(errors="replace").splitlines()
    return None, said[0] if said else "git gave no reason"
