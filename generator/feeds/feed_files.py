"""All feeds of a site: which there are, and their files."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from generator.archive.text_apart import WHOLE, Texts
from generator.export import File, Links
from generator.export.form import to_json
from generator.feeds.atom import atom
from generator.feeds.feed_entries import (
    Entry,
    Feed,
    day_of,
    lasting_name,
    make_entry,
    name_of_archive,
    newest,
)
from generator.feeds.json_feed import feed_schema, json_feed
from generator.feeds.summaries import summaries_of
from generator.forms.carried import one_line
from generator.model import Archive, DocumentRecord, Site
from generator.pages.index.feed_places import ALL, feed_of_gazette, feed_of_name, followed_names
from generator.pages.index.indexes import make_register
from generator.pages.writing.addresses import gazette_uri, served
from generator.registers.changed_days import days_of
from generator.words.wording import name_label, year_label

SCHEMA = "data/feed.schema.json"
"""Address of the schema of a feed as JSON."""
LABELS = {"issuers": name_label, "kinds": name_label, "years": year_label}
"""Register whose names have a feed each → how a name is printed."""


class Topic(NamedTuple):
    """What a feed is about."""

    place: str
    """Address of the feed without its ending."""
    label: str
    """What is followed; empty for the whole archive."""
    page: str
    """Address of its page below the root of the site."""
    documents: Iterable[DocumentRecord]
    """In the order of the archive, newest issue first."""


def build_feeds(archive: Archive, site: Site, links: Links, texts: Texts = WHOLE) -> Iterator[File]:
    """The feeds in both forms, and the schema of the second; nothing where the site has no absolute address."""
    if not links.site:
        return
    writer = _Writer(archive, site, links, texts)
    for topic in topics_of(archive):
        feed = writer.feed(topic)
        yield f"{topic.place}.xml", atom(feed, links)
        yield f"{topic.place}.json", json_feed(feed, links)
    yield SCHEMA, to_json(feed_schema())


def topics_of(archive: Archive) -> Iterator[Topic]:
    """The archive, each gazette, and each name of a register that is followed."""
    documents = archive.documents
    yield Topic(ALL, "", "", documents)
    for gazette in archive.publications:
        own = (record for record in documents if record.gazette == gazette.id)
        yield Topic(
            feed_of_gazette(gazette.id), gazette.title, served(gazette_uri(gazette.id)), own
        )
    order = {record.id: nth for nth, record in enumerate(documents)}
    for folder, label in LABELS.items():
        register = make_register(folder, documents)
        for name in followed_names(register):
            newest = sorted(register.documents[name], key=lambda record: order[record.id])
            place = feed_of_name(register, name)
            yield Topic(place, label(name), served(register.uri(name)), newest)


class _Writer:
    """Makes feeds; what it knows of a document it knows for all of them."""

    def __init__(self, archive: Archive, site: Site, links: Links, texts: Texts) -> None:
        self._site = site
        self._links = links
        self._name = name_of_archive(archive)
        self._days = days_of(archive)
        self._issues = {record.id: record for record in archive.issues}
        self._titles = {record.id: record.title for record in archive.publications}
        self._summaries = cache(lambda id_: summaries_of(self._issues[id_], texts))
        self._entries: dict[str, Entry] = {}

    def feed(self, topic: Topic) -> Feed:
        """The feed of a topic."""
        return Feed(
            id=lasting_name(f"{self._name} {topic.place}"),
            place=topic.place,
            title=one_line(" - ".join(filter(None, (topic.label, self._site.name)))),
            page=self._links.absolute(topic.page),
            publisher=one_line(self._site.publisher or self._site.name),
            entries=tuple(map(self._entry, newest(topic.documents))),
        )

    def _entry(self, record: DocumentRecord) -> Entry:
        """The entry of a document."""
        if record.id not in self._entries:
            issue = self._issues[record.issue]
            nth = [one.id for one in issue.documents].index(record.id)
            self._entries[record.id] = make_entry(
                record,
                issue,
                self._titles[issue.publication],
                self._summaries(record.issue)[nth],
                day_of(record, self._days),
                self._links,
            )
        return self._entries[record.id]
