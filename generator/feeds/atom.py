"""A feed as Atom (RFC 4287)."""

from collections.abc import Iterator
from html import escape

from generator.export import Links
from generator.feeds.feed_entries import Entry, Feed, moment
from generator.words.say import spoken

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def atom(feed: Feed, links: Links) -> bytes:
    """The bytes of the feed."""
    own = links.absolute(f"{feed.place}.xml")
    lines = [
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{spoken().tag}">',
        f"<id>{feed.id}</id>",
        _element("title", feed.title),
        f"<updated>{moment(feed.updated)}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{escape(own)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(feed.page)}"/>',
        f"<author>{_element('name', feed.publisher)}</author>",
        *(line for entry in feed.entries for line in _entry(entry)),
        "</feed>",
    ]
    return (HEAD + "".join(f"{line}\n" for line in lines)).encode()


def _entry(entry: Entry) -> Iterator[str]:
    """The lines of an entry."""
    yield '<entry xml:lang="zh-Hans">'
    yield f"<id>{entry.id}</id>"
    yield _element("title", entry.title)
    yield f"<updated>{moment(entry.updated)}</updated>"
    if entry.published:
        yield f"<published>{moment(entry.published)}</published>"
    yield f'<link rel="alternate" type="text/html" href="{escape(entry.url)}"/>'
    for author in entry.authors:
        yield f"<author>{_element('name', author)}</author>"
    for tag in entry.tags:
        yield f'<category term="{escape(tag)}"/>'
    if entry.summary:
        yield f'<summary type="text">{escape(entry.summary)}</summary>'
    yield "</entry>"


def _element(name: str, text: str) -> str:
    """An element that holds text."""
    return f"<{name}>{escape(text)}</{name}>"
