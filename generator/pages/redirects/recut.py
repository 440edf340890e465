"""Addresses of pages of long lists that were cut otherwise once; each leads to where its rows are now."""

from collections.abc import Iterable, Iterator
from math import ceil

from generator.pages.redirects.retired import redirect_page
from generator.pages.writing.addresses import Crumb
from generator.pages.writing.markdown import link
from generator.pages.writing.page import Page

ROWS = 200
"""Rows that a page of a list had then."""


def page_numbers(rows: int) -> range:
    """The numbers that the pages of so many rows had, but for the first."""
    return range(2, ceil(rows / ROWS) + 1)


def moved_pages(uris: Iterable[str], title: str, goal: Crumb) -> Iterator[Page]:
    """A page at each of these addresses that leads to ``goal``."""
    for uri in uris:
        yield redirect_page(uri, title, link(*goal, uri), goal)
