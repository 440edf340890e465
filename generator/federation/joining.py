"""Catalogues of several archives → one archive of records without text, as pages and search take them.

A gazette is called by its own id and the key of its archive (``yunxi@a.example``), whatever other archives there are:
two that hold the same gazette do not clash, both are listed, and neither the order in which they are named nor another
archive beside them changes an id.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sys import intern
from typing import NamedTuple, get_args

from generator.federation.foreign_catalog import (
    ForeignCatalog,
    ForeignDocument,
    ForeignGazette,
    ReadIssue,
)
from generator.federation.members import Member
from generator.model import (
    Archive,
    Document,
    DocumentRecord,
    Evidence,
    Issue,
    IssueRecord,
    Publication,
    PublicationRecord,
)
from generator.model.ids import Id
from generator.model.validity import Status
from generator.pages.index.indexes import issue_order
from generator.registers.plausible import doubt_dates
from generator.words.say import say
from generator.words.wording import join_names

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")

STATES: Mapping[str, Status] = {state: state for state in get_args(Status)}
"""The states that are known here."""


class Origin(NamedTuple):
    """Where a gazette is published."""

    member: Member
    gazette: str
    """Its id in its own archive."""
    end: str
    """How the addresses of its documents end."""
    title: str
    """What it is called in its own archive."""

    @property
    def folder(self) -> str:
        """The address below which its issues and documents are, without a final slash."""
        return f"{self.member.address}archive/{self.gazette}"

    @property
    def issue_end(self) -> str:
        """How the addresses of its issues end."""
        return "/" if self.end == "/" else "/index.html"


class Joined(NamedTuple):
    """Several archives as one."""

    archive: Archive
    members: tuple[Member, ...]
    """By key."""
    origins: Mapping[str, Origin]
    """By the id that a gazette has here."""
    names: Mapping[str, str]
    """What the site of an archive is called, by its key, with its address behind it where another is called so too;
    those that are not known have none."""
    address: str | None = None
    """Of the index, where that is known."""

    def by_member(self) -> dict[str, list[PublicationRecord]]:
        """The gazettes of each archive, by its key."""
        found: dict[str, list[PublicationRecord]] = {member.key: [] for member in self.members}
        for record in self.archive.publications:
            found[self.origins[record.id].member.key].append(record)
        return found


def join_archives(catalogs: Iterable[tuple[Member, ForeignCatalog]]) -> Joined:
    """One archive of what several publish, newest issue first."""
    publications: list[PublicationRecord] = []
    issues: list[IssueRecord] = []
    origins: dict[str, Origin] = {}
    members: list[Member] = []
    names: dict[str, str] = {}
    for member, catalog in catalogs:
        members.append(member)
        names |= {member.key: catalog.name} if catalog.name else {}
        for gazette in catalog.gazettes:
            record = record_gazette(gazette, member)
            publications.append(record)
            origins[record.id] = Origin(member, gazette.id, catalog.end, gazette.title)
        known = {gazette.id: gazette for gazette in catalog.gazettes}
        issues += (record_issue(one, known[one.id.gazette], member) for one in catalog.issues)
    publications.sort(key=lambda record: record.id)
    issues.sort(key=lambda record: record.id)
    issues.sort(key=lambda record: issue_order(record)[:2], reverse=True)
    names = _name_archives(members, names)
    archive = Archive(tuple(_tell_apart(publications, origins, names)), tuple(issues))
    return Joined(archive, tuple(sorted(members, key=lambda one: one.key)), origins, names)


def record_gazette(gazette: ForeignGazette, member: Member) -> PublicationRecord:
    """A gazette under the id that it has here."""
    return PublicationRecord(
        f"{gazette.id}@{member.key}", gazette.title, gazette.region, gazette.code
    )


def _name_archives(members: Iterable[Member], names: Mapping[str, str]) -> dict[str, str]:
    """What archives are called, by key; those that are called alike have their addresses behind their names."""
    called = Counter(names.values())
    hosts = {member.key: member.host for member in members}
    return {
        key: _with_archive(name, hosts[key]) if called[name] > 1 else name
        for key, name in names.items()
    }


def _with_archive(name: str, archive: str) -> str:
    """A name with that of an archive behind it."""
    return say("federation.gazette_of", gazette=name, archive=archive)


def _tell_apart(
    records: Sequence[PublicationRecord], origins: Mapping[str, Origin], names: Mapping[str, str]
) -> Iterator[PublicationRecord]:
    """The gazettes; two that are called alike have the names of their archives behind their own."""
    titles = Counter(record.title for record in records)
    for record in records:
        if titles[record.title] > 1:
            member = origins[record.id].member
            title = _with_archive(record.title, names.get(member.key, member.host))
            yield PublicationRecord(record.id, title, record.region, record.code)
        else:
            yield record


def record_issue(read: ReadIssue, gazette: ForeignGazette, member: Member) -> IssueRecord:
    """An issue with its documents, without any text; dates that cannot be relied on are doubted as in its archive."""
    id_ = read.id.of_gazette(f"{gazette.id}@{member.key}")
    issue = read.issue
    return doubt_dates(
        IssueRecord(
            str(id_),
            id_.gazette,
            Issue(
                source="",
                sha256="",
                publication=Publication(gazette.title, gazette.region),
                year=issue.year,
                number=issue.number,
                numbers=issue.numbers,
                serial=issue.serial,
                serials=issue.serials,
                special=issue.special,
                part=issue.part,
                published=_date(issue.published),
            ),
            tuple(record_document(one, id_) for one in read.documents),
        )
    )


def record_document(document: ForeignDocument, issue: Id) -> DocumentRecord:
    """A document whose only text besides title and number are the names of its issuers, for the search."""
    place = int(document.id.rpartition("/")[2])
    issuers = document.issuers or ((document.issuer,) if document.issuer else ())
    said = document.evidence
    return DocumentRecord(
        id=str(issue.document(place)),
        issue=str(issue),
        document=Document(
            sequence=place,
            lines=(),
            title=document.title,
            number=document.number,
            issuer=_once(document.issuer),
            issuers=tuple(map(intern, document.issuers)),
            head=_once(join_names(issuers)),
            kind=_once(document.kind),
            column=_once(document.column),
            date=_date(document.date),
        ),
        characters=document.words,
        status=STATES.get(document.status or ""),
        evidence=Evidence(None, _date(said.start), _date(said.until)) if said else None,
    )


def _once(name: str | None) -> str | None:
    """A name that very many documents have, kept once for all of them; None for an empty one."""
    return intern(name) if name else None


def _date(text: str | None) -> str | None:
    """A date as the model has it, or nothing; one that no calendar has stays."""
    return text if _DATE.fullmatch(text or "") else None


def group_by_year(archive: Archive) -> Iterator[tuple[str, tuple[IssueRecord, ...]]]:
    """The issues of each gazette in each year, in the order of the archive."""
    found: defaultdict[str, list[IssueRecord]] = defaultdict(list)
    for record in archive.issues:
        found[f"{record.publication}/{record.issue.year}"].append(record)
    for name, records in sorted(found.items()):
        yield name, tuple(records)
