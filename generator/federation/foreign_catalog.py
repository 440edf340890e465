"""The catalogue of an archive that somebody else published: read as far as an index needs it, and trusted in nothing.

What is not as this program publishes it is refused with the name of the file: a value of another type or size, an id
that no folder can have, an address that does not follow from it. Keys that are not needed here are passed over, so that
catalogues with more of them can be read.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple, NoReturn, TypeVar

import msgspec

from generator.errors import GazetteError, NotAGazette, describe
from generator.federation.members import CATALOG_NAME, Member
from generator.federation.site_names import read_site_name
from generator.model import IssuePart, Special, Value
from generator.model.base import LONGEST_TITLE, IssueNumber, Line, Nth, Title, Year
from generator.model.ids import UNDATED, Id, read_id
from generator.source.folder import FOLDER_NAME, LONGEST_NAME, refuse_special
from generator.source.yaml_file import shorten

MOST_BYTES = 512_000_000
"""Most bytes of a file that is read."""

MOST_NAMES = 100
"""Most issuers of a document."""

ENDS = ("/", ".html")
"""How the address of a document ends: on a server, and in a bundle."""

Name = Annotated[str, msgspec.Meta(max_length=LONGEST_TITLE, pattern=r"\S")]
"""A name that is printed, and not blank."""
Names = Annotated[tuple[Name, ...], msgspec.Meta(max_length=MOST_NAMES)]
Address = Annotated[str, msgspec.Meta(max_length=LONGEST_TITLE)]


class ForeignGazette(Value, frozen=True):
    """A gazette."""

    id: Address
    title: Title
    region: Name | None = None
    code: Name | None = None


class ForeignIssue(Value, frozen=True):
    """An issue; what is not needed of it is left out."""

    id: Address
    gazette: Address
    year: Year | None = None
    number: IssueNumber | None = None
    numbers: tuple[IssueNumber, ...] = ()
    serial: Nth | None = None
    serials: tuple[Nth, ...] = ()
    special: Special | None = None
    part: IssuePart | None = None
    published: Name | None = None


class ForeignEvidence(Value, frozen=True):
    """The days from and until which a document says that it is in force."""

    start: Name | None = msgspec.field(default=None, name="from")
    until: Name | None = None


class ForeignDocument(Value, frozen=True):
    """A document without its text."""

    id: Address
    url: Address
    issue: Address
    title: Title
    number: Name | None = None
    issuer: Name | None = None
    issuers: Names = ()
    kind: Name | None = None
    column: Name | None = None
    date: Name | None = None
    status: Name | None = None
    evidence: ForeignEvidence | None = None
    words: Line = 0


class _Whole(Value, frozen=True):
    """``catalog.json``: everything, or where its parts are."""

    publications: tuple[ForeignGazette, ...]
    issues: tuple[ForeignIssue, ...]
    documents: tuple[ForeignDocument, ...]
    complete: bool = True


class _PartAddress(Value, frozen=True):
    """An issue and the file that has it."""

    id: Address
    part: Address
    part_sha256: Address


class _Index(Value, frozen=True):
    """``catalog/index.json``."""

    publications: tuple[ForeignGazette, ...]
    issues: tuple[_PartAddress, ...]


class _Part(Value, frozen=True):
    """``catalog/<gazette>/<year>.json``; older programs published a file for each issue, which is ``issue``."""

    documents: tuple[ForeignDocument, ...]
    issues: tuple[ForeignIssue, ...] = ()
    issue: ForeignIssue | None = None

    @property
    def all_issues(self) -> tuple[ForeignIssue, ...]:
        """The issues, whatever published them."""
        return self.issues if self.issue is None else (self.issue,)


class ReadIssue(NamedTuple):
    """An issue with its documents."""

    id: Id
    issue: ForeignIssue
    documents: tuple[ForeignDocument, ...]


class ForeignCatalog(NamedTuple):
    """All that an archive publishes of what it holds."""

    gazettes: tuple[ForeignGazette, ...]
    issues: tuple[ReadIssue, ...]
    end: str
    """How the addresses of its documents end, one of :data:`ENDS`."""
    name: str | None = None
    """What its site is called, where that is known."""


def read_catalog(member: Member) -> ForeignCatalog:
    """The catalogue of an archive.

    Raises :class:`~generator.errors.GazetteError` in one line with the name of the file that is foreign, torn or not
    there.
    """
    file = member.data / CATALOG_NAME
    whole = _decode(file, _read(file), _Whole)
    if whole.complete:
        gazettes = whole.publications
        issues = list(_by_issue(file, whole.issues, whole.documents))
    else:
        file = member.data / "catalog" / "index.json"
        index = _decode(file, _read(file), _Index)
        gazettes = index.publications
        issues = list(_read_parts(member, file, index))
    _check_gazettes(file, gazettes, issues)
    end = _check_ends(file, issues)
    return ForeignCatalog(gazettes, tuple(issues), end, read_site_name(member))


def _read(file: Path) -> bytes:
    """The bytes of a file."""
    try:
        refuse_special(file)
        size = file.stat().st_size
        data = file.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise GazetteError(describe(error)) from error
    except NotAGazette as error:
        raise GazetteError(f"{file}: {error.reason}") from error
    if size > MOST_BYTES:
        raise GazetteError(f"{file}: is larger than {MOST_BYTES:,} bytes")
    return data


Read = TypeVar("Read", bound=Value)


def _decode(file: Path, data: bytes, kind: type[Read]) -> Read:
    """The value in a file."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        _refuse(file, f"is no catalogue as this program publishes it: {error}")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        _refuse(file, f"is torn, or no JSON: {error}")


def _by_issue(
    file: Path, issues: Sequence[ForeignIssue], listed: Iterable[ForeignDocument]
) -> Iterator[ReadIssue]:
    """The issues of a file with their documents."""
    documents: dict[str, list[ForeignDocument]] = {issue.id: [] for issue in issues}
    for document in listed:
        if document.issue not in documents:
            _refuse(file, f"{document.id}: its issue is not listed")
        documents[document.issue].append(document)
    if len(documents) < len(issues):
        _refuse(file, "lists an issue twice")
    for issue in issues:
        yield _check_issue(file, issue, tuple(documents[issue.id]))


def _read_parts(member: Member, file: Path, index: _Index) -> Iterator[ReadIssue]:
    """The issues of an index from the files that it names, in its order."""
    parts: dict[str, dict[str, ReadIssue]] = {}
    for entry in index.issues:
        id_ = _read_id(file, entry.id)
        if entry.part not in _places_of(id_):
            _refuse(file, f"{entry.part}: is not where the part of {entry.id} is")
        if entry.part not in parts:
            parts[entry.part] = _read_part(member, file, entry)
        issue = parts[entry.part].get(entry.id)
        if issue is None:
            _refuse(member.data / entry.part.removeprefix("data/"), f"does not have {entry.id}")
        yield issue


def _places_of(id_: Id) -> tuple[str, str]:
    """Where the part of an issue may be: by gazette and year, and as older programs published it."""
    year = "undated" if id_.year == UNDATED else id_.year
    return f"data/catalog/{id_.gazette}/{year}.json", f"data/catalog/{id_}.json"


def _read_part(member: Member, index: Path, entry: _PartAddress) -> dict[str, ReadIssue]:
    """The issues in a file, by id; it is as the index knows it."""
    file = member.data / entry.part.removeprefix("data/")
    data = _read(file)
    if hashlib.sha256(data).hexdigest() != entry.part_sha256:
        _refuse(file, f"is not the one that {index.name} names: torn, or of another build")
    part = _decode(file, data, _Part)
    return {issue.issue.id: issue for issue in _by_issue(file, part.all_issues, part.documents)}


def _check_issue(
    file: Path, issue: ForeignIssue, documents: tuple[ForeignDocument, ...]
) -> ReadIssue:
    """An issue whose ids and addresses are as this program gives them."""
    id_ = _read_id(file, issue.id)
    if not id_.is_issue or id_.gazette != issue.gazette:
        _refuse(file, f"{issue.id}: is no id of an issue of {issue.gazette}")
    places = set()
    for document in documents:
        own = _read_id(file, document.id)
        if not own.is_document or own.issue != id_ or document.issue != issue.id:
            _refuse(file, f"{document.id}: is no id of a document of {issue.id}")
        if document.url not in [f"archive/{document.id}{end}" for end in ENDS]:
            _refuse(file, f"{document.id}: is not at its address, but at {document.url}")
        places.add(own.place)
    if len(places) < len(documents):
        _refuse(file, f"{issue.id}: lists a document twice")
    return ReadIssue(id_, issue, documents)


def _read_id(file: Path, text: str) -> Id:
    """An id that is written as this program writes it."""
    try:
        id_ = read_id(text)
    except ValueError:
        _refuse(file, f"{text}: is no id")
    if str(id_) != text or not is_folder(id_.gazette):
        _refuse(file, f"{text}: is no id")
    return id_


def is_folder(name: str) -> bool:
    """Whether a gazette can be called so in an address."""
    return len(name) <= LONGEST_NAME and FOLDER_NAME.fullmatch(name) is not None


def _check_gazettes(
    file: Path, gazettes: tuple[ForeignGazette, ...], issues: list[ReadIssue]
) -> None:
    """Refuse gazettes that are not listed once each, and issues of others."""
    known = {gazette.id for gazette in gazettes}
    if len(known) < len(gazettes) or not all(map(is_folder, known)):
        _refuse(file, "lists a gazette twice, or under a name that no address can have")
    if len({issue.id for issue in issues}) < len(issues):
        _refuse(file, "lists an issue twice")
    for issue in issues:
        if issue.id.gazette not in known:
            _refuse(file, f"{issue.id}: its gazette is not listed")


def _check_ends(file: Path, issues: list[ReadIssue]) -> str:
    """How all addresses end."""
    urls = [document.url for issue in issues for document in issue.documents]
    found = {next(end for end in ENDS if url.endswith(end)) for url in urls}
    if len(found) > 1:
        _refuse(file, "has addresses of two kinds")
    return found.pop() if found else ENDS[0]


def _refuse(file: Path, reason: str) -> NoReturn:
    raise GazetteError(f"{file}: {shorten(' '.join(reason.split()))}")
