"""Which pages have a feed, and where it is.

The archive, each gazette, and each issuer, kind and year that has a page of its own; of the kinds those of documents,
for a new instrument (办法, 方案) comes with what issues it. A feed is written in two forms,
``<place>.xml`` and ``<place>.json``, where the site has an absolute address (:mod:`generator.feeds`).
"""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.pages.index.indexes import Register, Registers, kind_of
from generator.pages.writing.addresses import HOME, gazette_uri
from generator.pages.writing.page import Page

ALL = "feeds/index"
"""Where the feed of the whole archive is, without its ending."""


def feed_of_gazette(id_: str) -> str:
    """Where the feed of a gazette is, without its ending."""
    return f"feeds/gazettes/{id_}"


def feed_of_name(register: Register, name: str) -> str:
    """Where the feed of a name of a register is, without its ending."""
    return f"feeds/{register.folder}/{register.files[name]}"


def followed_names(register: Register) -> Iterator[str]:
    """The names of a register that have a feed; of the kinds those that a document itself is of."""
    for name, documents in register.documents.items():
        own = (kind_of(record) == name for record in documents)
        if register.folder != "kinds" or any(own):
            yield name


def feed_places(registers: Registers) -> dict[str, str]:
    """Address of each page that has a feed → where that is, without its ending."""
    named = (registers.issuers, registers.kinds, registers.years)
    return {
        HOME: ALL,
        **{gazette_uri(one.id): feed_of_gazette(one.id) for one in registers.archive.publications},
        **{one.uri(name): feed_of_name(one, name) for one in named for name in followed_names(one)},
    }


def announce_feed(page: Page, places: Mapping[str, str]) -> Page:
    """The page with the place of its feed in its front matter, for the theme."""
    place = places.get(page.uri)
    return replace(page, meta={**page.meta, "feed": place}) if place else page
