"""Many issues as one archive: what the pages and the data files are made from."""

import msgspec

from generator.model.accuracy import Accuracy
from generator.model.base import Line, Value
from generator.model.document import Document
from generator.model.ids import BEHIND_ALL, part_place
from generator.model.issue import ContentsEntry, Issue
from generator.model.permalink import Conflict, Permalink
from generator.model.validity import Evidence, Status


class Organ(Value, frozen=True):
    """An issuing organ (发文机关) of a described publication."""

    name: str
    """Canonical full name."""
    aliases: tuple[str, ...] = ()
    """Other names in print."""
    prefixes: tuple[str, ...] = ()
    """机关代字 of its document numbers, e.g. 云政发."""


class PublicationRecord(Value, frozen=True):
    """A gazette of the archive."""

    id: str
    """Folder name under ``issues/``, e.g. ``yunxi``; first segment of every permalink."""
    title: str
    """E.g. 某某市人民政府公报."""
    region: str | None = None
    """Full administrative path."""
    code: str | None = None
    """GB/T 2260 code of the region."""
    organs: tuple[Organ, ...] = ()
    """Known issuing organs."""
    topics: dict[str, str] = msgspec.field(default_factory=dict)
    """Column (栏目) → the class of subjects (主题分类) of all documents in it, by its full name: 劳动、人事、监察."""


class Quote(Value, frozen=True, gc=False):
    """A citation in the text."""

    nth: Line
    """Its place among the citations of its document."""
    nested: bool
    """Whether it is inside the title of another."""
    sentence: str
    """The sentence around it, cut where it is very long."""
    anchor: str
    """Anchor on the page of its document at or before it; empty when there is none."""
    row: int | None
    """Row of its cell among those below the header; None outside a table."""
    begin: int
    """Where its own number, or its title in 《》, begins in the text or the row that holds it; -1 where it does not."""


class PlacedArticle(Value, frozen=True, gc=False):
    """An article and its anchor."""

    part: Line
    number: int
    insertion: int | None
    anchor: str


class Term(Value, frozen=True):
    """The words that say when a document is in force."""

    sentence: str
    line: int | None
    """Source line of the block that holds them."""
    place: tuple[int, int]
    """Index of the part and of the block that holds them."""


class TableNote(Value, frozen=True, gc=False):
    """A table without its cells."""

    caption: str | None
    """Its own caption, else the nearest heading or the title of the part above it."""
    anchor: str
    """Anchor on the page of its document at or before it."""
    rows: int
    """Below its header."""
    columns: int


class Doubt(Value, frozen=True, gc=False):
    """Something that looks like a citation and was not understood."""

    line: int
    """Source line of the text that holds it; 0 where none is known."""
    quote: str
    """It and the characters around it."""


class Gist(Value, frozen=True):
    """What the rest of the archive needs to know of the text of a document."""

    digest: str
    """A name for the text, which changes with each character and place in it."""
    quotes: tuple[Quote, ...]
    """In the order of the text."""
    articles: tuple[PlacedArticle, ...]
    term: Term | None
    tables: tuple[TableNote, ...]
    doubts: tuple[Doubt, ...]


class DocumentRecord(Value, frozen=True):
    """A document with its place in the archive."""

    id: str
    """Permalink path, e.g. ``yunxi/2021/4/1``."""
    issue: str
    """Id of its issue."""
    document: Document
    """The document itself."""
    characters: int
    """Count of non-blank characters of title and text."""
    doubted: bool = False
    """Whether its date is far from those of its issue:
    it is shown, and no list is ordered by it."""
    status: Status | None = None
    """Whether it is in force, as far as evidence goes; null while no stage has determined it."""
    evidence: Evidence | None = None
    """What the status rests on, and for which day it is said."""
    gist: Gist | None = None
    """What is known of its text where that is apart from it; None of a document that has its text."""

    @property
    def gazette(self) -> str:
        """Id of its gazette: the first part of its own."""
        return self.id.partition("/")[0]

    @property
    def day(self) -> str | None:
        """The date by which lists are ordered; None where it is doubted."""
        return None if self.doubted else self.document.date


class IssueRecord(Value, frozen=True):
    """An issue with its place in the archive."""

    id: str
    """E.g. ``yunxi/2021/4``."""
    publication: str
    """Id of its publication."""
    issue: Issue
    """The issue as read but for its documents, which are in ``documents`` only."""
    documents: tuple[DocumentRecord, ...]
    """In order of the body."""
    file: str = ""
    """Where its source is, below the folder of issues: ``yunxi/2021-04.txt``."""
    accuracy: Accuracy | None = None
    """How well it was read, when a truth made by hand lies beside its source."""

    doubted: frozenset[str] = frozenset()
    """Which of ``year`` and ``published`` are far from what the rest
    of the issue says: shown, and never relied on."""

    @property
    def year(self) -> int | None:
        """The year by which lists are ordered; None where it is doubted."""
        return None if "year" in self.doubted else self.issue.year

    @property
    def place(self) -> tuple[int, int, int, int, int]:
        """Where it is among the issues of its year.

        By its number, a joint issue by the first, the parts of a number right behind the whole one; behind all of them
        what is outside the count, by its own number. The number of all issues decides where there is no other.
        """
        issue = self.issue
        without = BEHIND_ALL if issue.special else 0
        own = (issue.special.number or 0) + 1 if issue.special else 0
        first = issue.number or without
        part = part_place(issue.part.code) if issue.part else 0
        return first, max((first, *issue.numbers)), own, part, issue.serial or 0

    @property
    def published(self) -> str | None:
        """The date of publication that the clock and the order of lists rely on.

        None where it is doubted.
        """
        return None if "published" in self.doubted else self.issue.published

    @property
    def whole(self) -> Issue:
        """The issue with its documents as they are now."""
        return msgspec.structs.replace(
            self.issue, documents=tuple(record.document for record in self.documents)
        )

    @property
    def missing(self) -> tuple[ContentsEntry, ...]:
        """Entries of the printed contents without a document."""
        return tuple(entry for entry in self.issue.contents if entry.document is None)

    @property
    def unannounced(self) -> tuple[DocumentRecord, ...]:
        """Documents that no entry of the printed contents names."""
        named = {entry.document for entry in self.issue.contents}
        return tuple(record for record in self.documents if record.document.sequence not in named)


class Archive(Value, frozen=True):
    """Everything that the site holds, newest issue first."""

    publications: tuple[PublicationRecord, ...] = ()
    """By id."""
    issues: tuple[IssueRecord, ...] = ()
    """Newest first, then by publication."""
    permalinks: tuple[Permalink, ...] = ()
    """The ledger: every id that was ever published, in the order of the ids."""
    conflicts: tuple[Conflict, ...] = ()
    """Published ids that nothing would answer any more;
    an archive that has one is not published."""

    @property
    def documents(self) -> tuple[DocumentRecord, ...]:
        """All documents, in the order of the issues."""
        return tuple(document for issue in self.issues for document in issue.documents)
