"""Which of all documents a document is: a number that nothing changes that is published later.

The search counts documents by it, so that a new issue adds to the end of its lists and leaves the
others as they are. The ledger says in which order the ids were given (``nth``). Those of a ledger
that was begun before it said so come first, in the order of the ids.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from generator.model import Archive, Permalink
from generator.model.ids import read_id


class Numbering(NamedTuple):
    """The numbers of the documents."""

    numbers: dict[str, int]
    """Id of each document of the archive → its number, counted from 0."""
    size: int
    """How many numbers there are; some may belong to documents that are not there any more."""


def count_new(entries: Iterable[Permalink], ledger: Mapping[str, Permalink]) -> Iterator[Permalink]:
    """The entries, each with its place in the order in which ids were given.

    That of an id of the old ledger stays as it is; new documents are counted on, in the order of
    the entries.
    """
    last = max((entry.nth or 0 for entry in ledger.values()), default=0)
    for entry in entries:
        if entry.id in ledger:
            yield replace(entry, nth=ledger[entry.id].nth)
        elif read_id(entry.id).is_document:
            last += 1
            yield replace(entry, nth=last)
        else:
            yield entry


def number_documents(archive: Archive) -> Numbering:
    """The numbers of the documents of an archive.

    A document that is withdrawn or at another address now keeps its number. Of two that were
    counted alike, as on two branches of the history, the one with the lower id comes first.
    Documents that no ledger knows come last.
    """
    entries = [entry for entry in archive.permalinks if read_id(entry.id).is_document]
    order = [entry.id for entry in sorted(entries, key=lambda entry: entry.nth or 0)]
    known = set(order)
    held = {record.id for record in archive.documents}
    order += sorted(held - known, key=read_id)
    return Numbering({id_: nth for nth, id_ in enumerate(order) if id_ in held}, len(order))
