"""Document numbers as short addresses: ``n/某政发/2021/3/`` leads to the document with the number 某政发〔2021〕3号."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from generator.lexicon.characters import HAN
from generator.lexicon.numbers import split_number
from generator.model import Archive, DocumentRecord, Permalink

FOLDER = "n"
"""Folder of the short addresses, at the root of the site."""
_PREFIX = re.compile(f"{HAN}{{1,40}}")
"""A 机关代字 that a path can hold on every disk."""


class ShortNumber(NamedTuple):
    """A number with a bracketed year."""

    prefix: str
    year: int
    serial: int

    @property
    def folder(self) -> str:
        """Its short address, below the root of the site, without the last stroke."""
        return f"{FOLDER}/{self.prefix}/{self.year}/{self.serial}"


Holder = DocumentRecord | Permalink
"""What has a number: a document, or an entry of the ledger for one that was withdrawn or merged into another."""


def short_number(number: str | None) -> ShortNumber | None:
    """A number as a short address; None for orders, announcements and whatever a path cannot hold."""
    parts = split_number(number)
    if parts is None or not _PREFIX.fullmatch(parts.prefix):
        return None
    return ShortNumber(parts.prefix, parts.year, parts.serial)


def find_holders(archive: Archive) -> Mapping[ShortNumber, list[Holder]]:
    """What has each number, in the order of the numbers.

    The documents, or where there is none any more, the addresses that had it.
    """
    found: defaultdict[ShortNumber, list[Holder]] = defaultdict(list)
    for record in archive.documents:
        if number := short_number(record.document.number):
            found[number].append(record)
    for entry in archive.permalinks:
        number = short_number(entry.number) if entry.is_retired else None
        if number and not any(isinstance(holder, DocumentRecord) for holder in found[number]):
            found[number].append(entry)
    return dict(sorted(found.items()))
