"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from typing import Any

from generator.export import Links
from generator.export.form import to_line
from generator.export.schemas import schema_of
from generator.feeds.feed_entries import Entry, Feed, moment
from generator.model import Value
from generator.words.say import spoken

LANGUAGE = "zh-Hans"
"""The language of gazettes."""
VERSION = "https://jsonfeed.org/version/1.1"


class FeedAuthor(Value, frozen=True):
    """Who issued a document, or publishes a feed."""

    name: str
    """As the archive calls it."""


class FeedItem(Value, frozen=True, omit_defaults=True):
    """A document."""

    id: str
    """Its lasting name, which does not depend on the address of the site."""
    url: str
    """Absolute address of its page."""
    title: str
    """标题."""
    content_text: str
    """The beginning of its text; its title where it has no sentence."""
    authors: tuple[FeedAuthor, ...]
    """Its issuers; the gazette where none is known."""
    date_modified: str | None = None
    """Moment of its publication or of its last correction (RFC 3339); left out where neither is known."""
    date_published: str | None = None
    """Moment on which its issue was published; left out where that is not known."""
    tags: tuple[str, ...] = ()
    """Kind and column."""
    language: str = ""
    """As BCP 47 names it, where it is not that of the feed."""


class JsonFeed(Value, frozen=True):
    """A feed."""

    version: str
    """The address of the version of the format."""
    title: str
    """Name of the site and of what is followed."""
    home_page_url: str
    """Absolute address of the page that it belongs to."""
    feed_url: str
    """Its own absolute address."""
    language: str
    """Of its words, as BCP 47 names it."""
    authors: tuple[FeedAuthor, ...]
    """Who publishes it."""
    items: tuple[FeedItem, ...]
    """Newest first."""


def json_feed(feed: Feed, links: Links) -> bytes:
    """The bytes of the feed."""
    return to_line(
        JsonFeed(
            version=VERSION,
            title=feed.title,
            home_page_url=feed.page,
            feed_url=links.absolute(f"{feed.place}.json"),
            language=spoken().tag,
            authors=(FeedAuthor(feed.publisher),),
            items=tuple(map(_item, feed.entries)),
        )
    )


def _item(entry: Entry) -> FeedItem:
    """An entry."""
    return FeedItem(
        id=entry.id,
        url=entry.url,
        title=entry.title,
        content_text=entry.summary or entry.title,
        date_modified=moment(entry.updated) if entry.updated else None,
        date_published=moment(entry.published) if entry.published else None,
        authors=tuple(map(FeedAuthor, entry.authors)),
        tags=entry.tags,
        language="" if spoken().tag == LANGUAGE else LANGUAGE,
    )


def feed_schema() -> dict[str, Any]:
    """The schema of a feed as JSON."""
    return schema_of(JsonFeed, "A feed of a gazette archive, as JSON Feed 1.1")
