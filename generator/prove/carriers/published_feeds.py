"""A feed as a feed reader sees it, of either form, by public parsers."""

from typing import Any, NamedTuple

import msgspec
from lxml import etree

from generator.feeds.feed_entries import NO_MOMENT
from generator.model import Value

ATOM = "{http://www.w3.org/2005/Atom}"


class Entry(NamedTuple):
    """A document in a feed."""

    id: str
    url: str
    title: str
    summary: str
    """Empty where there is none but the title."""
    published: str
    """A day; empty where there is none."""
    updated: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]


class Feed(NamedTuple):
    """A feed."""

    title: str
    entries: tuple[Entry, ...]


class DamagedFeed(Exception):
    """A feed that no reader can read; says why."""


class _Author(Value, frozen=True):
    """Who issued a document."""

    name: str


class _Item(Value, frozen=True):
    """An entry of JSON Feed."""

    id: str
    url: str = ""
    title: str = ""
    content_text: str = ""
    date_published: str = ""
    date_modified: str = ""
    authors: tuple[_Author, ...] = ()
    tags: tuple[str, ...] = ()


class _JsonFeed(Value, frozen=True):
    """A JSON Feed."""

    title: str
    items: tuple[_Item, ...]


def read_json(data: bytes) -> Feed:
    """A JSON Feed; raises :class:`DamagedFeed`."""
    try:
        feed = msgspec.json.decode(data, type=_JsonFeed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DamagedFeed(f"is damaged: {error}") from error
    return Feed(feed.title, tuple(map(_of_item, feed.items)))


def _of_item(item: _Item) -> Entry:
    """An entry of it."""
    return Entry(
        item.id,
        item.url,
        item.title,
        _summary(item.content_text, item.title),
        day_in(item.date_published),
        day_in(item.date_modified),
        tuple(one.name for one in item.authors),
        item.tags,
    )


def read_atom(data: bytes) -> Feed:
    """An Atom feed; raises :class:`DamagedFeed`, also for one that defines entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedFeed(f"is damaged: {error.msg}") from error
    if root.getroottree().docinfo.doctype or root.tag != f"{ATOM}feed":
        raise DamagedFeed("is no feed")
    return Feed(_text(root, "title"), tuple(map(_of_element, root.iter(f"{ATOM}entry"))))


def _of_element(entry: Any) -> Entry:
    """An entry of it."""
    links = [
        one.get("href", "")
        for one in entry.iterfind(f"{ATOM}link")
        if one.get("rel") == "alternate"
    ]
    title = _text(entry, "title")
    return Entry(
        _text(entry, "id"), "".join(links), title, _summary(_text(entry, "summary"), title),
        day_in(_text(entry, "published")), day_in(_text(entry, "updated")),
        tuple(_text(one, "name") for one in entry.iterfind(f"{ATOM}author")),
        tuple(one.get("term", "") for one in entry.iterfind(f"{ATOM}category")),
    )  # fmt: skip


def _summary(text: str, title: str) -> str:
    """A summary that is not only the title, which JSON Feed has where there is no other."""
    return "" if text == title else text


def _text(element: Any, name: str) -> str:
    """The text of the elements of a name in another one."""
    return "".join(one.text or "" for one in element.iterfind(f"{ATOM}{name}"))


def day_in(moment: str) -> str:
    """The day of a moment (RFC 3339); empty for the one that stands for none."""
    return "" if moment == NO_MOMENT else moment.partition("T")[0]
