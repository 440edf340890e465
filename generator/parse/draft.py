"""What the stages of parsing hand to each other."""

from dataclasses import dataclass, field

from generator.model import (
    ContentsEntry,
    Document,
    Finding,
    IssuePart,
    PublicationRecord,
    Special,
    TextLine,
)
from generator.parse.text.setting import Layout
from generator.read import Line, Placed


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the first pages say of the issue itself."""

    title: str = ""
    year: int | None = None
    number: int | None = None
    numbers: tuple[int, ...] = ()
    serial: int | None = None
    serials: tuple[int, ...] = ()
    special: Special | None = None
    part: IssuePart | None = None
    published: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """Where a document begins; positions count in ``Draft.lines``."""

    first: int
    """Its first line: red head, title or number."""
    title: tuple[int, int]
    """Lines of the title, end exclusive; empty when none is printed."""
    number: int | None = None
    """Line of the number."""
    head: int | None = None
    """Line of the red head."""
    register: int | None = None
    """First of the lines above it that register it (登记号)."""
    column: int | None = None
    """Line above it that names its column (栏目) in the body."""

    @property
    def begin(self) -> int:
        """The first line that belongs to it."""
        return self.first if self.register is None else self.register

    @property
    def body(self) -> int:
        """The first line after head, number and title."""
        places = [
            self.title[1],
            *(place + 1 for place in (self.number, self.head) if place is not None),
        ]
        return max(places)


@dataclass(frozen=True, slots=True)
class Draft:
    """An issue while it is being read."""

    source: str
    sha256: str
    lines: list[Line]
    publication: PublicationRecord | None = None
    findings: tuple[Finding, ...] = ()
    layout: Layout = field(default_factory=Layout)
    body: int = 0
    """First line after masthead and contents."""
    masthead: Masthead = field(default_factory=Masthead)
    front: tuple[TextLine, ...] = ()
    """Lines of the first pages that are no entry of the contents."""
    contents: tuple[ContentsEntry, ...] = ()
    starts: tuple[Start, ...] = ()
    ends: tuple[int, ...] = ()
    """Positions before which, as people said, a document has ended."""
    documents: tuple[Document, ...] = ()
    waiting: tuple[Placed, ...] = ()
    """What people said of issue, documents and tables, in the order of their file."""
    announced: tuple[tuple[int, int | None], ...] = ()
    """Entries of the contents, by their place, and the document that each announces as people said, or none."""
