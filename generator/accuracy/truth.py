"""A truth made by hand: what a person reads in the print of an issue, kept beside its source."""

from pathlib import Path
from typing import Annotated

import msgspec

from generator.model import Value
from generator.source.folder import TRUTH, is_there
from generator.source.yaml_file import read_yaml, refusal

TrueLine = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
"""A line of a print that a person read to its end."""

TrueArticle = Annotated[int, msgspec.Meta(ge=0, le=10_000)]
"""N of 第N条."""


class TrueIssue(Value, frozen=True):
    """What the masthead says."""

    publication: str
    year: int | None = None
    number: int | None = None
    serial: int | None = None
    published: str | None = None
    publisher: str | None = None


class TrueEntry(Value, frozen=True):
    """A line of the printed contents."""

    title: str
    column: str | None = None
    number: str | None = None
    page: int | None = None


class TrueHeading(Value, frozen=True):
    """A structural heading."""

    text: str
    form: str = "own"
    """``own`` a line of its own, ``run-in`` before text,
    ``sentence`` a numbered paragraph: a heading or none."""


class TruePart(Value, frozen=True):
    """An instrument that is issued, or an attachment."""

    title: str | None = None
    present: bool = True
    """False when it is only named."""


class TrueTable(Value, frozen=True):
    """A table as printed."""

    lines: tuple[TrueLine, TrueLine]
    columns: int
    rows: int
    """Data rows, without header rows."""
    header: tuple[str, ...] = ()


class TrueRoster(Value, frozen=True):
    """A list of names."""

    lines: tuple[TrueLine, TrueLine]
    persons: int


class TrueValidity(Value, frozen=True):
    """The first and the last day on which a document is in force."""

    start: str | None = msgspec.field(default=None, name="from")
    until: str | None = None


class TrueDocument(Value, frozen=True):
    """A document by its elements."""

    seq: int
    lines: tuple[TrueLine, TrueLine]
    title: str
    number: str | None = None
    issuer: str | None = None
    column: str | None = None
    page: int | None = None
    date: str | None = None
    signature: str | None = None
    recipients: str | None = None
    note: str | None = None
    effective: TrueValidity = TrueValidity()
    headings: tuple[TrueHeading, ...] = ()
    enclosures: tuple[TruePart, ...] = ()
    attachments: tuple[TruePart, ...] = ()
    articles: tuple[tuple[TrueArticle, TrueArticle], ...] = ()
    """First and last 第N条 of each instrument."""
    tables: tuple[TrueTable, ...] = ()
    rosters: tuple[TrueRoster, ...] = ()


class TrueCitation(Value, frozen=True):
    """A document that is cited."""

    doc: int
    """Sequence of the document that cites."""
    title: str | None = None
    number: str | None = None
    relation: str = "cites"


class TrueRepair(Value, frozen=True):
    """A place where the context makes certain that a character is damaged."""

    line: int
    kind: str


class TrueAnomaly(Value, frozen=True):
    """What the source itself says wrong."""

    line: int
    kind: str


class Truth(Value, frozen=True):
    """An annotated issue; keys of the file that are not measured are passed over."""

    source: str
    issue: TrueIssue
    documents: tuple[TrueDocument, ...]
    contents: tuple[TrueEntry, ...] = ()
    citations: tuple[TrueCitation, ...] = ()
    continuations: tuple[int, ...] = ()
    """Lines that go on with the paragraph of the line before."""
    continuations_uncertain: tuple[tuple[int, str], ...] = ()
    """Lines on which readers may differ, each with the reason; not measured."""
    repairs: tuple[TrueRepair, ...] = ()
    anomalies: tuple[TrueAnomaly, ...] = ()


def truth_file(source: Path) -> Path:
    """Where the truth of a source lies: ``2021-04.truth.yml`` beside ``2021-04.txt``."""
    return source.with_name(source.stem + TRUTH)


def read_truth(source: Path) -> Truth | None:
    """The truth that lies beside a source; None when nobody made one.

    Raises :class:`~generator.errors.NotAGazette` when it cannot be used.
    """
    path = truth_file(source)
    if not is_there(path):
        return None
    try:
        return msgspec.convert(read_yaml(path), Truth)
    except msgspec.ValidationError as error:
        raise refusal(path, str(error)) from error
