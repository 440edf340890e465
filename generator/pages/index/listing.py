"""Listings that never grow without bound.

More than 100 rows are split by group, a large group into numbered pages; very many groups share
numbered pages. Where rows are the newest first, pages fill from the oldest row on, and each page
leads to the overview and to the page after it only, which is older: a row or a page that is added
changes its own page and the overview, and no others.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from generator.pages.writing.addresses import Crumb, crumbs
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import bullets, heading, join, landmark, link, table
from generator.pages.writing.page import NOT_SEARCHED, Page
from generator.words.say import say
from generator.words.wording import from_to

LIMIT = 200
"""Rows of one page: the last one is written anew with each row that is added."""
FEWER = 50
"""Rows of one page of a list that very many documents and cited documents have."""
MOST_GROUPS = 60
"""Groups that get pages of their own when a listing is split;
more share pages of :data:`LIMIT` rows."""
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of a listing."""

    name: str
    """Its header."""
    cell: Callable[[Row, str], str]
    """Markdown of a row's cell on the page of the given address."""


@dataclass(frozen=True, slots=True)
class Group(Generic[Row]):
    """Rows under a common heading."""

    key: str
    """What its page is called when the listing is split, e.g. ``2021``."""
    label: str
    """Its heading, e.g. 2021年; empty for a listing without headings."""
    rows: Sequence[Row]
    """In order."""
    page: tuple[str, str] | None = None
    """What the page is called, in its address and for readers, that it shares with its neighbours when the listing
    is split; it has one of its own without."""


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """A page of rows, before it is known whether one page will do."""

    uri: str
    title: str
    """Its heading."""
    description: str
    kind: str
    """Page kind for the theme."""
    above: tuple[Crumb, ...]
    """The breadcrumb above it."""
    columns: tuple[Column[Row], ...]
    groups: tuple[Group[Row], ...]
    intro: tuple[str, ...] = ()
    """Markdown between the title and the rows of the first page."""
    empty: str | None = None
    """The text in the place of the rows where there are none; without one, that there are no documents."""
    unit: str = "documents"
    """What its rows are, as the words of counts call them."""
    label: str = ""
    """What the breadcrumb calls it, where that is not its title."""
    limit: int = LIMIT
    """Most rows of one page."""
    counted: bool = True
    """Whether the overview of a split listing says how many rows each page has."""
    newest_first: bool = False
    """Whether rows are the newest first, so that new ones come before the others; else they come behind them."""
    opens: bool = False
    """Whether the overview of a split listing has the rows of its first page, which then is none of its own: rows that
    are added to the first change one page, and the newest are where a reader comes first."""
    as_index: bool = False
    """Whether the pages of a split listing are ``index.md`` files of folders of their own."""


def group_by(
    rows: Iterable[Row], key: Callable[[Row], str], label: Callable[[str], str]
) -> tuple[Group[Row], ...]:
    """Rows in groups of a key, in the order in which the keys first come."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return tuple(Group(name, label(name), members) for name, members in found.items())


def group_counted(
    rows: Iterable[Row], label: Callable[[Row], str], letter: str
) -> tuple[Group[Row], ...]:
    """Rows in groups of a label, in the order in which the labels first come; keys count them: ``r1``."""
    groups = group_by(rows, label, str)
    return tuple(
        Group(f"{letter}{nth}", group.label, group.rows) for nth, group in enumerate(groups, 1)
    )


def listing_pages(listing: Listing[Row]) -> Iterator[Page]:
    """The one page of a short listing, or the overview and the pages of a long one."""
    if _size(listing) <= listing.limit:
        rows = _tables(listing, listing.uri) if _size(listing) else (_empty(listing),)
        yield _page(listing, [*listing.intro, *rows])
        return
    parts = _split(listing)
    opening: list[str] = []
    if listing.opens:
        first, *parts = parts
        opening = [*_opening(first, listing.uri)]
    overview = bullets(_overview(part, listing.uri) for part in parts)
    yield _page(listing, [*listing.intro, overview, *opening])
    for part, following in zip(parts, (*parts[1:], None), strict=True):
        yield _page(part, [*_tables(part, part.uri), _sibling(part, following)])


def _opening(first: Listing[Row], uri: str) -> Iterator[str]:
    """The rows of the first page of a listing, on its overview; a heading says which they are."""
    if not any(group.label for group in first.groups):
        yield heading(2, first.label, f"g-{first.groups[0].key}")
    yield from _tables(first, uri)


def _empty(listing: Listing[Row]) -> str:
    """What is in the place of the rows where there are none."""
    return say("empty.documents") if listing.empty is None else listing.empty


def places_of(listing: Listing[Row]) -> Iterator[tuple[Row, str]]:
    """Every row with the address of the page that holds it."""
    pages = [listing] if _size(listing) <= listing.limit else _split(listing)
    if listing.opens and len(pages) > 1:
        pages[0] = replace(pages[0], uri=listing.uri)
    for page in pages:
        for group in page.groups:
            yield from ((row, page.uri) for row in group.rows)


def _split(listing: Listing[Row]) -> list[Listing[Row]]:
    """Listings of at most as many rows as a page has.

    Each has the groups of one page or a piece of them, or some of very many groups.
    """
    pages = group_by(listing.groups, lambda group: _page_of(group)[0], str)
    if len(pages) > MOST_GROUPS:
        pieces = _cut(listing.groups, listing)
        names = [(f"page-{nth}", say("listing.page", page=str(nth))) for nth, _ in pieces]
        return [
            _part(listing, stem, label, groups)
            for (stem, label), (_, groups) in zip(names, pieces, strict=True)
        ]
    parts = []
    for page in pages:
        pieces = _cut(page.rows, listing)
        for nth, groups in pieces:
            _, label = _page_of(page.rows[0])
            label = _numbered(label, nth) if len(pieces) > 1 else label
            shown = groups if page.rows[0].page else (replace(groups[0], label=""),)
            parts.append(_part(listing, _stem(page.key, nth), label, shown))
    return parts


def _page_of(group: Group[Row]) -> tuple[str, str]:
    """What the page of a group is called, in its address and for readers."""
    return group.page or (group.key, group.label)


def _numbered(label: str, nth: int) -> str:
    """What the nth page of a group is called, which may have no name of its own."""
    page = str(nth)
    return (
        say("listing.page_of_group", group=label, page=page)
        if label
        else say("listing.page", page=page)
    )


def _stem(key: str, nth: int) -> str:
    """What the nth page of a group is called: ``2021``, ``2021-2``; ``page-1`` without a key."""
    if not key:
        return f"page-{nth}"
    return key if nth == 1 else f"{key}-{nth}"


def _part(
    listing: Listing[Row], stem: str, label: str, groups: tuple[Group[Row], ...]
) -> Listing[Row]:
    """One page of a split listing."""
    folder = listing.uri.removesuffix(".md").removesuffix("/index")
    uri = f"{folder}/{stem}/index.md" if listing.as_index else f"{folder}/{stem}.md"
    above = (*listing.above, (listing.title, listing.uri))
    title = say("listing.part", title=listing.title, part=label)
    own = replace(listing, uri=uri, title=title, description=title, label=label, groups=groups)
    return replace(own, above=above, intro=())


def _cut(
    groups: Sequence[Group[Row]], listing: Listing[Row]
) -> list[tuple[int, tuple[Group[Row], ...]]]:
    """Groups, or pieces of them, that together fill a page, each page with its number.

    In the order of the listing. Pages are numbered, and filled, from the end that stays as it is.
    """
    if not listing.newest_first:
        return list(enumerate(pack(groups, listing.limit), 1))
    turned = [_turned(group) for group in reversed(groups)]
    numbered = enumerate(pack(turned, listing.limit), 1)
    return [(nth, tuple(map(_turned, page[::-1]))) for nth, page in numbered][::-1]


def _turned(group: Group[Row]) -> Group[Row]:
    """A group with its last row first."""
    return replace(group, rows=group.rows[::-1])


def pack(groups: Iterable[Group[Row]], limit: int) -> Iterator[tuple[Group[Row], ...]]:
    """Groups, or pieces of them, that together have at most so many rows."""
    packed: list[Group[Row]] = []
    rows = 0
    for group in groups:
        for begin in range(0, len(group.rows), limit):
            piece = replace(group, rows=group.rows[begin : begin + limit])
            if packed and rows + len(piece.rows) > limit:
                yield tuple(packed)
                packed, rows = [], 0
            packed.append(piece)
            rows += len(piece.rows)
    yield tuple(packed)


def _size(listing: Listing[Row]) -> int:
    """How many rows a listing has."""
    return sum(len(group.rows) for group in listing.groups)


def _overview(part: Listing[Row], uri: str) -> str:
    """A line about one page of a split listing: its link, its first and last group, its size."""
    page, rows = link(part.title, part.uri, uri), say(f"count.{part.unit}", n=_size(part))
    if not part.counted:
        return page
    labels = [group.label for group in part.groups if group.label]
    if not labels:
        return say("listing.overview", page=page, count=rows)
    return say("listing.overview_range", page=page, range=escape(from_to(labels)), count=rows)


def _sibling(part: Listing[Row], other: Listing[Row] | None) -> str:
    """A link from one page of a split listing to another; the overview has all."""
    if other is None:
        return ""
    return landmark(
        "siblings", say("listing.siblings"), bullets([link(other.title, other.uri, part.uri)])
    )


def _tables(listing: Listing[Row], uri: str) -> Iterator[str]:
    """The rows, a heading above each group that has one."""
    header = [column.name for column in listing.columns]
    for group in listing.groups:
        if group.label:
            yield heading(2, group.label, f"g-{group.key}")
        cells = ([column.cell(row, uri) for column in listing.columns] for row in group.rows)
        yield table(header, cells)


def _page(listing: Listing[Row], blocks: Iterable[str]) -> Page:
    """A page with the breadcrumb, title and front matter of the listing."""
    here = listing.label or listing.title
    head = [crumbs(listing.uri, listing.above, here), heading(1, listing.title, "title")]
    text = join([*head, *blocks])
    named = {"title": listing.title, "description": listing.description, "kind": listing.kind}
    return Page(uri=listing.uri, meta={**named, **NOT_SEARCHED}, text=text)
