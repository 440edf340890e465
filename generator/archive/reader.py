"""The whole input folder → one archive; a bad file is reported and never takes the others down."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from generator.archive.naming import date_by_name
from generator.archive.reading import Reading, errors_of, read_sources
from generator.archive.record import name_documents
from generator.archive.sources import read_issue
from generator.archive.text_apart import Texts
from generator.errors import GazetteError, NotAGazette
from generator.link import date_archive, resolve_archive
from generator.model import Archive, Issue, IssueRecord, PublicationRecord
from generator.model.correction import Correction
from generator.permanence.ledger import read_ledger
from generator.permanence.permalinks import Ledger, settle_permalinks
from generator.registers.across_issues import compare_issues
from generator.registers.coverage import cover_gazettes
from generator.registers.plausible import real_day, report_doubts
from generator.source.description import publication_of, read_publication
from generator.source.folder import Source, find_sources, unread
from generator.source.scans import find_scan
from generator.work import ALONE, NOWHERE, Crew, Store

Progress = Callable[[str, int, int], None]
"""Called after each source: its path, how many are done, how many there are."""


def read_archive(
    folder: Path,
    progress: Progress | None = None,
    crew: Crew = ALONE,
    store: Store = NOWHERE,
    texts: Texts | None = None,
) -> tuple[Archive, tuple[NotAGazette, ...]]:
    """Every issue under ``folder`` with its permalinks, and the files that could not be read.

    Both are in a fixed order. Raises :class:`~generator.errors.GazetteError` only when the folder
    itself is missing or its ledger is no good, and :class:`OSError` when the folder itself cannot
    be read.

    :param crew: who reads the sources
    :param store: where that which was read of them is kept
    :param texts: where the texts of documents are, which are then apart from them; None for whole documents
    """
    if not folder.is_dir():
        reason = f"{folder}: no such folder of issues"
        raise GazetteError(reason)
    ledger = read_ledger(folder)
    sources, misplaced = find_sources(folder)
    described, unusable = read_publications(folder, sources)
    records, unread = read_issues(
        read_sources(sources, described, crew, store, texts), sources, progress
    )
    issues = tuple(sorted(records, key=newest_first))
    archive = give_permalinks(Archive(collect_publications(described, issues), issues), ledger)
    archive = resolve_archive(archive)
    archive = compare_issues(archive)
    archive = date_archive(archive, cover_gazettes(archive))
    return archive, (*misplaced, *unusable, *unread)


def read_alone(
    path: Path, publication: PublicationRecord | None = None, corrections: Sequence[Correction] = ()
) -> Issue:
    """One file as the archive would read it, with all findings but those that ask other issues."""
    return report_doubts(date_by_name(read_issue(path, publication, corrections), str(path)))


def read_publications(
    folder: Path, sources: tuple[Source, ...]
) -> tuple[dict[str, PublicationRecord], tuple[NotAGazette, ...]]:
    """The described gazettes by id; one whose description is broken counts as not described."""
    described: dict[str, PublicationRecord] = {}
    errors: list[NotAGazette] = []
    for id_ in sorted({source.publication for source in sources}):
        try:
            record = read_publication(folder / id_)
        except NotAGazette as error:
            errors.append(error)
        except OSError as error:
            errors.append(unread(folder / id_, error))
        else:
            if record:
                described[id_] = record
    return described, tuple(errors)


def read_issues(
    readings: Iterable[Reading], sources: Sequence[Source], progress: Progress | None = None
) -> tuple[tuple[IssueRecord, ...], tuple[NotAGazette, ...]]:
    """Each source as an issue; of two sources for one issue the second is an error.

    :param readings: what was read of each source, in their order
    """
    records: dict[str, IssueRecord] = {}
    paths: dict[str, str] = {}
    errors: list[NotAGazette] = []
    for done, (source, reading) in enumerate(zip(sources, readings, strict=True), start=1):
        record, path = reading.record, Path(source.path)
        errors += errors_of(reading.refused)
        if record is not None and record.id in paths:
            reason = f"the issue {record.id} was already read from {paths[record.id]}"
            errors.append(NotAGazette(source.path, 0, reason))
        else:
            errors += errors_of(reading.troubles)
            if record is not None:
                records[record.id] = record
                paths[record.id] = source.path
                errors += find_scan(path.parent, path.stem)[1]
        if progress:
            progress(source.path, done, len(sources))
    return tuple(records.values()), tuple(errors)


def give_permalinks(archive: Archive, ledger: Ledger) -> Archive:
    """The archive with every document under its id and with the new ledger.

    What contradicts the old ledger is among its conflicts.
    """
    documents = {record.id: record.whole.documents for record in archive.issues}
    settled = settle_permalinks(ledger, documents)
    issues = tuple(name_documents(record, settled.ids[record.id]) for record in archive.issues)
    return Archive(archive.publications, issues, settled.ledger, settled.conflicts)


def collect_publications(
    described: dict[str, PublicationRecord], issues: tuple[IssueRecord, ...]
) -> tuple[PublicationRecord, ...]:
    """The gazettes that hold an issue, by id.

    One that nobody described is named by its newest masthead.
    """
    ids = sorted({record.publication for record in issues})
    newest = {record.publication: record.issue for record in reversed(issues)}
    return tuple(described.get(id_) or publication_of(id_, newest[id_]) for id_ in ids)


def newest_first(record: IssueRecord) -> tuple[int, int, tuple[int, ...], str]:
    """Sort key: by year, in a year by date of publication, then by number, then by id.

    An issue without a date of publication has that of its latest document. Dates that are doubted
    or that no calendar has count for nothing.
    """
    days = filter(None, (real_day(document.day) for document in record.documents))
    latest = real_day(record.published) or max(days, default=None)
    ordinal = date.fromisoformat(latest).toordinal() if latest else 0
    return -(record.year or 0), -ordinal, tuple(-part for part in record.place), record.id
