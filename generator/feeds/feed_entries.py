"""What a feed says: of itself, and of each document."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from generator.export import Links
from generator.forms.carried import one_line
from generator.model import Archive, DocumentRecord, IssueRecord, Value
from generator.model.ids import read_id
from generator.pages.index.indexes import issuers_of
from generator.registers.changed_days import real_day
from generator.words.say import say
from generator.words.unnamed import UNKNOWN_ISSUER

LEAST_ENTRIES = 20
"""As many documents at least are in a feed, where there are as many; the last issue of which one is in it is in it
whole, so that who follows a feed misses none of a new issue, however large that is."""
LAST_MOMENT = "T00:00:00+08:00"
"""What makes a day a moment (RFC 3339): its begin in China, since a gazette names no hour."""
NO_MOMENT = "1970-01-01T00:00:00Z"
"""The moment of an entry and a feed of which no day is known, where the form wants one: that at which computers begin
to count, which readers of feeds take for none."""
_NAMESPACE = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
"""The namespace of addresses, as RFC 9562 gives it."""


class Entry(Value, frozen=True):
    """A document in a feed."""

    id: str
    """Its lasting name, which does not depend on the address of the site."""
    url: str
    """Absolute address of its page."""
    title: str
    summary: str
    """The beginning of its text."""
    published: str
    """Day on which its issue was published; empty where that is not known."""
    updated: str
    """Day on which it was last changed; empty where none is known, which its summary says."""
    authors: tuple[str, ...]
    """Its issuers; the gazette where none is known."""
    tags: tuple[str, ...]
    """Kind and column."""


class Feed(Value, frozen=True):
    """A feed, whatever its form."""

    id: str
    """Its lasting name."""
    place: str
    """Its address below the root of the site, without its ending."""
    title: str
    page: str
    """Absolute address of the page that it belongs to."""
    publisher: str
    """Who publishes it."""
    entries: tuple[Entry, ...]
    """Newest first."""

    @property
    def updated(self) -> str:
        """The day on which an entry was last changed; empty where none is known."""
        return max((entry.updated for entry in self.entries), default="")


def moment(day: str) -> str:
    """A day as a moment; for none, the one that stands for it."""
    return f"{day}{LAST_MOMENT}" if day else NO_MOMENT


def lasting_name(name: str) -> str:
    """A name of the web (``urn:uuid:``, RFC 9562 version 5) made of a name that lasts.

    The same name gives the same one, wherever the site is. It is made of the id of a document, which never changes, and
    says nothing else.
    """
    digest = bytearray(
        hashlib.sha1(_NAMESPACE + name.encode(), usedforsecurity=False).digest()[:16]
    )
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"urn:uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def name_of_archive(archive: Archive) -> str:
    """What tells an archive from all others for ever: the first document that its ledger ever knew.

    Those of an older ledger, which are not counted, come before all others.
    """
    entries = (entry for entry in archive.permalinks if read_id(entry.id).is_document)
    first = min(entries, key=lambda entry: entry.nth or 0, default=None)
    return first.id if first else ""


def day_of(record: DocumentRecord, days: Mapping[str, str]) -> str:
    """The day of an entry: of its publication or last correction, else of the document; empty where none is known."""
    return days.get(record.id) or real_day(record.day)


def newest(documents: Iterable[DocumentRecord]) -> Iterator[DocumentRecord]:
    """The documents of a feed: issues, whole ones, until there are enough.

    :param documents: in the order of the archive, newest issue first
    """
    issue = ""
    for nth, record in enumerate(documents):
        if nth >= LEAST_ENTRIES and record.issue != issue:
            return
        issue = record.issue
        yield record


def make_entry(
    record: DocumentRecord, issue: IssueRecord, gazette: str, summary: str, day: str, links: Links
) -> Entry:
    """The entry of a document.

    :param gazette: the title of its gazette
    :param day: on which it was last changed; empty where none is known
    """
    undated = "" if day else say("feed.undated")
    issuers = [name for name in issuers_of(record.document) if name != UNKNOWN_ISSUER]
    return Entry(
        id=lasting_name(record.id),
        url=links.absolute(links.document(record.id)),
        title=one_line(record.document.title),
        summary=f"{undated}{summary}",
        published=real_day(issue.published),
        updated=day,
        authors=tuple(map(one_line, issuers or [gazette])),
        tags=tuple(_tags(record.document.kind, record.document.column)),
    )


def _tags(*names: str | None) -> Iterable[str]:
    """The names that there are."""
    return map(one_line, filter(None, names))
