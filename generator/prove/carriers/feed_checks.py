"""The feeds against the issues: the newest documents in their order, and what is said of each of them."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from generator.feeds.feed_entries import day_of, lasting_name
from generator.feeds.feed_files import Topic, topics_of
from generator.forms.carried import one_line
from generator.model import Archive, Article, Document, DocumentRecord, Item, Paragraph
from generator.prove.carriers.published_feeds import (
    DamagedFeed,
    Entry,
    Feed,
    read_atom,
    read_json,
)
from generator.prove.mismatch import Difference, quote
from generator.prove.outlets import Outlet
from generator.registers.changed_days import days_of, real_day
from generator.visible import CELL, ROW, seen_text
from generator.visible.pages_seen import document_seen
from generator.visible.printed_text import first
from generator.words.say import say

FEWEST = 10
"""Entries that each feed has, where there are so many documents; how many more is not proven."""
_MARKS = str.maketrans("", "", CELL + ROW)
READERS = {"xml": read_atom, "json": read_json}
"""Ending of a feed → what reads it."""


class FeedChecks:
    """Holds the feeds of a site against its archive."""

    def __init__(self, outlet: Outlet, archive: Archive, site: str) -> None:
        """Prepare what all feeds are compared with.

        :param site: absolute address of the site; empty where nothing says it
        """
        self._outlet, self._archive, self._site = outlet, archive, site
        self._days = days_of(archive)
        self._issues = {record.id: record for record in archive.issues}
        self._titles = {record.id: record.title for record in archive.publications}
        self._right: set[Entry] = set()
        """Entries that are as they must be: most are in several feeds."""

    @cached_property
    def _names(self) -> dict[str, DocumentRecord]:
        """The lasting name of each document → it."""
        return {lasting_name(record.id): record for record in self._archive.documents}

    def check(self) -> Iterator[Difference]:
        """The differences of all feeds."""
        for topic in topics_of(self._archive):
            expected = [lasting_name(one.id) for one in topic.documents]
            feeds: list[Feed] = []
            for ending in READERS:
                address = f"{topic.place}.{ending}"
                try:
                    feeds.append(self._read(address, ending))
                except DamagedFeed as error:
                    yield Difference("data", address, 0, f"lost: {address} {error}")
                    continue
                for said, line in self._wrong_in(feeds[-1], topic, expected):
                    yield Difference("data", address, line, said)
            if len(feeds) == len(READERS):
                yield from self._unlike(topic.place, *feeds)

    def _read(self, address: str, ending: str) -> Feed:
        """A feed; raises :class:`DamagedFeed`."""
        data = self._outlet.read(address)
        if data is None:
            raise DamagedFeed("is not there")
        return READERS[ending](data)

    def _wrong_in(
        self, feed: Feed, topic: Topic, expected: Sequence[str]
    ) -> Iterator[tuple[str, int]]:
        """What is wrong in a feed, each with a line."""
        if not seen_text(feed.title).startswith(seen_text(one_line(topic.label))):
            yield f"title: {quote(feed.title)} does not begin with {quote(topic.label)}", 0
        ids = [entry.id for entry in feed.entries]
        newest = expected[: max(len(ids), FEWEST)]
        if missing := [id_ for id_ in newest if id_ not in ids]:
            record = self._names[missing[0]]
            yield (
                f"lost: {record.id}, which is among the newest documents",
                first(record.document.lines),
            )
        elif ids != newest:
            yield "in another order, or twice: its entries", 0
        for entry in feed.entries:
            if entry not in self._right:
                yield from self._wrong_entry(entry)

    def _wrong_entry(self, entry: Entry) -> Iterator[tuple[str, int]]:
        """What is wrong in an entry."""
        record = self._names.get(entry.id)
        if record is None:
            yield f"added: the entry {quote(entry.title)}", 0
            return
        wrong = list(self._unlike_document(entry, record))
        for said in wrong:
            yield f"{said} of {record.id}", first(record.document.lines)
        if not wrong:
            self._right.add(entry)

    def _unlike_document(self, entry: Entry, record: DocumentRecord) -> Iterator[str]:
        """What an entry says otherwise than its document."""
        document, issue = record.document, self._issues[record.issue]
        issuers = tuple(dict.fromkeys(filter(None, (*document.issuers, document.issuer))))
        expected = {
            "title": (document.title,),
            "published": (real_day(issue.published),),
            "updated": (day_of(record, self._days),),
            "authors": issuers or (self._titles[issue.publication],),
            "tags": tuple(filter(None, (document.kind, document.column))),
        }
        for name, values in expected.items():
            held = getattr(entry, name)
            seen = held if isinstance(held, tuple) else (held,)
            if [*map(seen_text, map(one_line, values))] != [*map(seen_text, seen)]:
                yield f"{name}: {quote('、'.join(values))} is {quote('、'.join(seen))}"
        if not entry.url.endswith(f"/archive/{record.id}/") or not entry.url.startswith(self._site):
            yield f"url: {quote(entry.url)} is not the page"
        undated = "" if day_of(record, self._days) else say("feed.undated")
        is_told = entry.summary.startswith(undated)
        if not is_told or not is_summary(entry.summary.removeprefix(undated), document):
            yield f"summary: {quote(entry.summary)} is not in the text"

    def _unlike(self, place: str, atom: Feed, json: Feed) -> Iterator[Difference]:
        """What the two forms of a feed say otherwise."""
        if atom.title != json.title or len(atom.entries) != len(json.entries):
            yield Difference(
                "data", place, 0, "its two forms have other titles, or not as many entries"
            )
        for one, other in zip(atom.entries, json.entries, strict=False):
            if one.id == other.id and one.summary != other.summary:
                said = f"summary: {quote(one.summary)} is {quote(other.summary)} in its other form"
                yield Difference("data", place, 0, said)


def is_summary(summary: str, document: Document) -> bool:
    """Whether a summary is words of a document in a row: of its sentences, or of all that is printed."""
    words = seen_text(summary)
    texts = (
        one_line(block.text)
        for part in document.parts
        for block in part.blocks
        if isinstance(block, Paragraph | Article | Item)
    )
    in_row = seen_text("".join(texts))
    if words in in_row or words.removesuffix("…") in in_row:
        return True
    return words.removesuffix("…") in "".join(
        one.text.translate(_MARKS) for one in document_seen(document)
    )
