"""What the listings by a name have in common.

One page that lists the names, one page of documents for each.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from generator.model import DocumentRecord
from generator.pages.index.document_rows import DocumentColumn
from generator.pages.index.indexes import Index, Register
from generator.pages.index.listing import Column, Group, Listing, Row, group_by, listing_pages
from generator.pages.writing.addresses import home_crumb
from generator.pages.writing.markdown import link
from generator.pages.writing.page import Page
from generator.words.say import say
from generator.words.wording import NO_YEAR, from_to, name_label, year_label, year_of

SPARSE = 40
"""Rows a year, on average, below which the years of a list share pages."""
SPAN = 5
"""Years that then share one, from a year on that this number divides: a row that is added moves none of other spans."""


@dataclass(frozen=True, slots=True)
class Named:
    """The wording and columns of a register by name."""

    register: Register
    intro: str
    """One sentence above the list of names."""
    columns: tuple[DocumentColumn, ...]
    """Columns of the documents of a name."""
    empty: str | None = None
    """The text in the place of the names where there are none."""
    label: Callable[[str], str] = name_label
    """How a name is printed."""
    groups: Callable[[tuple[DocumentRecord, ...]], tuple[Group[DocumentRecord], ...]] | None = None
    """How the documents of a name are grouped; by year of their date when not given."""
    newest_first: bool = True
    """Whether they are then the newest first."""
    extent: Column[str] | None = None
    """The last column of the list of names; the years of the documents when not given."""


def named_pages(named: Named) -> Iterator[Page]:
    """The index of the names and the pages of all of them."""
    yield from listing_pages(list_names(named))
    for name, documents in named.register.documents.items():
        groups = (named.groups or by_year)(documents)
        yield from listing_pages(list_rows(named, name, named.columns, groups))


def by_year(documents: tuple[DocumentRecord, ...]) -> tuple[Group[DocumentRecord], ...]:
    """Documents by the year of their date, in their own order."""
    return group_rows_by_year(documents, lambda record: record)


def group_rows_by_year(
    rows: Iterable[Row], record_of: Callable[[Row], DocumentRecord]
) -> tuple[Group[Row], ...]:
    """Rows by the year of the document that each is about, in their own order."""
    return share_pages(
        group_by(rows, lambda row: year_of(record_of(row).day) or NO_YEAR, year_label)
    )


def share_pages(years: tuple[Group[Row], ...]) -> tuple[Group[Row], ...]:
    """Groups that are years, of which some share a page if they are small and the list is split."""
    if sum(len(year.rows) for year in years) >= SPARSE * len(years):
        return years
    return tuple(replace(year, page=_span_of(year.key)) for year in years)


def _span_of(year: str) -> tuple[str, str] | None:
    """What the page of a year is called that it shares: ``2005-2009``; None where it is no year."""
    if not year.isdigit():
        return None
    first = int(year) - int(year) % SPAN
    last = first + SPAN - 1
    return f"{first}-{last}", from_to([year_label(str(first)), year_label(str(last))])


def list_names(named: Named, count: Callable[[str], int] | None = None) -> Listing[str]:
    """The list of the names with their counts.

    :param count: of the rows of a name; None where each document is one
    """
    register = named.register
    count = count or (lambda name: len(register.documents[name]))
    return Listing(
        uri=register.index,
        title=say(f"register.title.{register.folder}"),
        description=say(f"register.description.{register.folder}"),
        kind="register",
        above=(home_crumb(),),
        columns=(
            Column(
                say(f"register.name.{register.folder}"),
                lambda name, uri: link(named.label(name), register.uri(name), uri),
            ),
            Column(say("listing.documents"), lambda name, _: f"{count(name):,}"),
            named.extent
            or Column(
                say("listing.years"), lambda name, _: span_of_years(register.documents, name)
            ),
        ),
        groups=(Group("", "", tuple(register.documents)),),
        intro=(named.intro,),
        empty=named.empty,
        unit="names",
    )


def list_rows(
    named: Named, name: str, columns: tuple[Column[Row], ...], groups: tuple[Group[Row], ...]
) -> Listing[Row]:
    """The list of the rows of a name."""
    folder, label = named.register.folder, named.label(name)
    count = sum(len(group.rows) for group in groups)
    return Listing(
        uri=named.register.uri(name),
        title=label,
        description=say(f"register.documents.{folder}", name=label, n=count),
        kind="listing",
        above=(home_crumb(), (say(f"register.title.{folder}"), named.register.index)),
        columns=columns,
        groups=groups,
        intro=(say("listing.total", n=count),),
        newest_first=named.newest_first,
        opens=True,
    )


def span_of_years(index: Index, name: str) -> str:
    """The years in which a name has documents: 2017—2021."""
    return from_to(sorted(filter(None, (year_of(record.day) for record in index[name]))))
