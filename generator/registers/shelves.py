"""On which page of the register of cited documents the row of each is: its id alone decides."""

from collections import defaultdict
from collections.abc import Iterable

SHELVES = 16
"""Pages that have the rows."""
MOST_ON_SHELF = 400
"""Most rows of one of these pages; more are in further pages."""


def shelf_of(id_: str) -> str:
    """Which page has the row of a cited document, by the two figures behind ``c-``: ``4c`` has that of ``c-4f…``."""
    figures = int(id_.removeprefix("c-")[:2], 16)
    return f"{figures - figures % (256 // SHELVES):02x}"


def shelved(ids: Iterable[str]) -> dict[str, str]:
    """Each id with the page of its row: ``4c``, or ``4c/page-2`` of a shelf that has several."""
    shelves: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in sorted(ids):
        shelves[shelf_of(id_)].append(id_)
    pages: dict[str, str] = {}
    for shelf, held in shelves.items():
        for nth, id_ in enumerate(held):
            page = f"/page-{nth // MOST_ON_SHELF + 1}" if len(held) > MOST_ON_SHELF else ""
            pages[id_] = f"{shelf}{page}"
    return pages
