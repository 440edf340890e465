"""The indexes that pages share, computed once for the whole archive."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.archive.text_apart import WHOLE, Texts
from generator.lexicon.characters import is_device
from generator.lexicon.numbers import split_number
from generator.life.lifelines import Lives, find_lives
from generator.model import Archive, Document, DocumentRecord, IssueRecord, PublicationRecord, Site
from generator.pages.index.citations import Citations, make_citations
from generator.registers.instruments import kinds_of
from generator.source.source_file import Sources
from generator.words.say import say
from generator.words.unnamed import OTHER_NUMBERS, UNKNOWN_COLUMN, UNKNOWN_ISSUER, UNKNOWN_KIND
from generator.words.wording import NO_YEAR, issue_name, year_of

Index = Mapping[str, tuple[DocumentRecord, ...]]
_UNSAFE = re.compile(r"[^\w〔〕（）《》、·-]+")
LONGEST_FILE, MOST_BYTES = 60, 180
"""Longest name of a file that is made of a name in the text,
in characters, and in bytes of UTF-8."""


@dataclass(frozen=True, slots=True)
class Register:
    """Documents by a name, and the page of each name."""

    folder: str
    """Folder below ``archive/``."""
    documents: Index
    """Documents of each name, newest first; the names with most documents first."""
    files: Mapping[str, str]
    """File name (without ``.md``) of each name."""

    @property
    def index(self) -> str:
        """Address of the page that lists the names."""
        return f"archive/{self.folder}/index.md"

    def uri(self, name: str) -> str:
        """Address of the page of a name."""
        return f"archive/{self.folder}/{self.files[name]}.md"


@dataclass(frozen=True, slots=True)
class Registers:
    """Everything that a page looks up; made by :func:`make_registers`."""

    archive: Archive
    site: Site
    """What the archive is called, and by whom it is published."""
    sources: Sources | None
    """Where the sources of the issues are had from; None where they are not published."""
    publications: Mapping[str, PublicationRecord]
    """By id."""
    issues: Mapping[str, IssueRecord]
    """By id."""
    full_names: Mapping[str, str]
    """Name of each issue with its gazette, by id: 云溪市人民政府公报2020年第1期."""
    issues_of: Mapping[str, tuple[IssueRecord, ...]]
    """Issues of each publication, newest first."""
    documents: tuple[DocumentRecord, ...]
    """All, in the order of the archive."""
    citations: Citations
    """Citations in both directions, and the documents that are cited and not held."""
    issuers: Register
    years: Register
    numbers: Register
    kinds: Register
    columns: Register
    topics: Register
    """By the codes of the classes of subjects, in the order of the catalogue."""
    lives: Lives
    """The lines of what documents do to each other."""
    texts: Texts
    """Where the texts of documents are that do not have them."""

    def full_name(self, issue: IssueRecord) -> str:
        """An issue with its gazette: 云溪市人民政府公报2020年第1期."""
        return self.full_names[issue.id]

    def where_empty(self, words: str) -> str:
        """What a list says that has no rows.

        It says these words, or in an archive without documents that it has none.
        """
        return words if self.documents else say("empty.documents")


def make_registers(
    archive: Archive,
    site: Site | None = None,
    sources: Sources | None = None,
    texts: Texts = WHOLE,
) -> Registers:
    """The registers of an archive.

    :param site: what it is called; without one, by what it holds
    :param sources: where the sources of the issues are had from; without them none is published
    :param texts: where the texts of documents are that do not have them
    """
    documents = archive.documents
    publications = {record.id: record for record in archive.publications}
    return Registers(
        archive=archive,
        site=site or Site(name=say("listing.unnamed_site")),
        sources=sources,
        publications=publications,
        issues={record.id: record for record in archive.issues},
        full_names={
            record.id: full_name(record, publications[record.publication])
            for record in archive.issues
        },
        issues_of=_issues_by_publication(archive),
        documents=documents,
        citations=make_citations(archive, site.whole if site else None),
        lives=find_lives(documents),
        texts=texts,
        **{name: make_register(name, documents) for name in NAMES_OF},
    )


def _issuer_names(record: DocumentRecord) -> tuple[str, ...]:
    """The organs under which a document is listed."""
    return issuers_of(record.document)


def full_name(issue: IssueRecord, publication: PublicationRecord) -> str:
    """An issue with its gazette."""
    return say("issue.full_name", gazette=publication.title, issue=issue_name(issue.id))


def _year_names(record: DocumentRecord) -> tuple[str, ...]:
    """The year under which a document is listed."""
    return (year_of(record.day) or NO_YEAR,)


def _number_names(record: DocumentRecord) -> tuple[str, ...]:
    """The 机关代字 under which a document is listed; none without a number."""
    return (prefix_of(record.document),) if record.document.number else ()


def _kind_names(record: DocumentRecord) -> tuple[str, ...]:
    """The kinds under which a document is listed: its own, and those of the instruments that it issues."""
    return tuple(dict.fromkeys((kind_of(record), *kinds_of(record.document))))


def kind_of(record: DocumentRecord) -> str:
    """The kind of a document itself; one name for what has none."""
    return record.document.kind or UNKNOWN_KIND


def _column_names(record: DocumentRecord) -> tuple[str, ...]:
    """The column under which a document is listed."""
    return (record.document.column or UNKNOWN_COLUMN,)


def _topic_names(record: DocumentRecord) -> tuple[str, ...]:
    """The codes of the classes of subjects that a document is in; none where nothing decides for one."""
    return tuple(topic.code for topic in record.document.topics)


NAMES_OF: Mapping[str, Callable[[DocumentRecord], tuple[str, ...]]] = {
    "issuers": _issuer_names,
    "years": _year_names,
    "numbers": _number_names,
    "kinds": _kind_names,
    "columns": _column_names,
    "topics": _topic_names,
}
"""Register → the names under which it lists a document."""


def issuers_of(document: Document) -> tuple[str, ...]:
    """All issuers of a document, each once; one name for those that are not known."""
    names = document.issuers or ((document.issuer,) if document.issuer else ())
    return tuple(dict.fromkeys(names)) or (UNKNOWN_ISSUER,)


def prefix_of(document: Document) -> str:
    """The 机关代字 of a document's number; one name for the numbers of orders and announcements."""
    parts = split_number(document.number)
    return parts.prefix if parts else OTHER_NUMBERS


def safe_names(names: Iterable[str]) -> dict[str, str]:
    """A file name for each name.

    Chinese is kept, what a path cannot hold is not; no two are the same on any disk.
    """
    files: dict[str, str] = {}
    taken = {"index", "holdings", "authority", ""}
    for name in names:
        stem = _shorten(_UNSAFE.sub("-", name)[:LONGEST_FILE].strip("-")) or "name"
        stem = f"{stem}-name" if is_device(stem) else stem
        file, nth = stem, 2
        while _folded(file) in taken:
            file, nth = f"{stem}-{nth}", nth + 1
        taken.add(_folded(file))
        files[name] = file
    return files


def _shorten(stem: str) -> str:
    """A file name without the characters that are too many bytes for a disk."""
    return stem.encode()[:MOST_BYTES].decode(errors="ignore")


def _folded(file: str) -> str:
    """What two file names share that a disk takes for one.

    Case does not count, nor how a letter is composed.
    """
    return unicodedata.normalize("NFKC", file).casefold()


def newest_first(documents: Iterable[DocumentRecord]) -> tuple[DocumentRecord, ...]:
    """Documents by date, newest first, those without date last.

    The order of the archive decides between equals.
    """
    return tuple(sorted(documents, key=lambda record: record.day or "", reverse=True))


def make_register(folder: str, documents: Iterable[DocumentRecord]) -> Register:
    """A register of documents.

    :param folder: one of :data:`NAMES_OF`, which says under which names a document is listed
    """
    found: defaultdict[str, list[DocumentRecord]] = defaultdict(list)
    for record in documents:
        for name in NAMES_OF[folder](record):
            found[name].append(record)
    names = sorted(found, key=lambda name: (-len(found[name]), name))
    return Register(
        folder, {name: newest_first(found[name]) for name in names}, safe_names(sorted(found))
    )


def _issues_by_publication(archive: Archive) -> dict[str, tuple[IssueRecord, ...]]:
    """The issues of every publication, newest first."""
    found: dict[str, list[IssueRecord]] = {record.id: [] for record in archive.publications}
    for record in archive.issues:
        found.setdefault(record.publication, []).append(record)
    return {
        id_: tuple(sorted(records, key=issue_order, reverse=True)) for id_, records in found.items()
    }


def issue_order(record: IssueRecord) -> tuple[int, tuple[int, ...], str]:
    """Sort key of an issue in time."""
    return record.year or 0, record.place, record.id
