"""Documents that are cited and not held, by what a reader may type of each: its title or its number.

Each is in one of some buckets, so that a query loads one of them.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.lexicon.expressions.labels import STATE
from generator.link.cited_titles import fold_title
from generator.model import Archive
from generator.registers.shelves import shelved
from generator.registers.unheld import CitedDocument, collect_cited
from generator.search.normalise import MARK, fold

IN_BUCKET = 32
"""Entries of a bucket, on average."""
_FACTOR = 31


class Entry(NamedTuple):
    """A cited document under one of its keys."""

    key: str
    """What is typed, folded, without punctuation."""
    id: str
    name: str
    """Its title, else its number."""
    number: str
    """Its number where it has a title too."""
    times: int
    """How many documents cite it."""
    page: str
    """The page of the register that has its row, below ``archive/cited/``."""
    words: str
    """What to search for what cites it: its title without the name of the state, or its number."""


def make_buckets(archive: Archive) -> list[list[Entry]]:
    """All entries in buckets, a power of two of them; an entry is in the bucket of its key."""
    entries = sorted(find_entries(archive))
    count = 1
    while count * IN_BUCKET < len(entries):
        count *= 2
    buckets: list[list[Entry]] = [[] for _ in range(count)]
    for entry in entries:
        buckets[bucket_of(entry.key, count)].append(entry)
    return buckets


def bucket_of(key: str, count: int) -> int:
    """The bucket of a key, the same in every run and in the client: a sum over its units of UTF-16."""
    units = key.encode("utf-16-le", "surrogatepass")
    total = 0
    for at in range(0, len(units), 2):
        total = (total * _FACTOR + units[at] + units[at + 1] * 256) & 0xFFFFFFFF
    return total % count


def find_entries(archive: Archive) -> Iterator[Entry]:
    """Every cited document under every key, but those whose title or number a document of the archive has."""
    cited = collect_cited(archive)
    pages = shelved([*(entry.id for entry in cited.documents), *cited.others])
    held = set(held_names(archive))
    for entry in cited.documents:
        if not held.isdisjoint(_names(entry)):
            continue
        title, number = entry.title or "", entry.number or ""
        words = "|".join(filter(None, (title.replace(STATE, ""), number)))
        shown = (title, number) if title else (number, "")
        for key in keys_of(entry):
            yield Entry(key, entry.id, *shown, len(entry.citing), pages[entry.id], words)


def held_names(archive: Archive) -> Iterator[str]:
    """The numbers and the folded titles of all documents, and of the instruments in them."""
    for record in archive.documents:
        document = record.document
        yield from filter(None, (document.number, fold_title(document.title)))
        yield from (fold_title(part.title) for part in document.parts if part.title)


def _names(entry: CitedDocument) -> Iterable[str]:
    """As :func:`held_names`, of a cited document."""
    return filter(None, (entry.number, entry.title and fold_title(entry.title)))


def keys_of(entry: CitedDocument) -> Iterator[str]:
    """Its title with and without the name of the state, and its number."""
    names = (entry.title, (entry.title or "").replace(STATE, ""), entry.number)
    keys = (fold(name or "").replace(MARK, "") for name in names)
    yield from dict.fromkeys(filter(None, keys))
