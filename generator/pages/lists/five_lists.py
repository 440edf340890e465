"""The lists of documents by a name: issuing organ, year, document number and column."""

from collections.abc import Iterable, Iterator

from generator.lexicon.numbers import split_number
from generator.model import DocumentRecord
from generator.pages.index.document_rows import (
    date_column,
    issue_column,
    issuer_column,
    number_column,
    title_column,
)
from generator.pages.index.indexes import Index, Register, Registers
from generator.pages.index.listing import Column, Group, group_by
from generator.pages.index.named import Named, named_pages, share_pages
from generator.pages.writing.page import Page
from generator.registers.plausible import misreads_year
from generator.words.say import say
from generator.words.unnamed import OTHER_NUMBERS
from generator.words.wording import (
    NO_YEAR,
    from_to,
    join_names,
    month_of,
    month_words,
    name_label,
    year_label,
    year_of,
)


def issuer_pages(registers: Registers) -> Iterator[Page]:
    """The index of the issuers and a page of each.

    A joint document is on the pages of all its issuers.
    """
    yield from named_pages(
        Named(
            register=registers.issuers,
            intro=say("register.intro.issuers"),
            columns=(title_column(), number_column(), date_column(), issue_column(registers)),
        )
    )


def year_pages(registers: Registers) -> Iterator[Page]:
    """The index of the years, newest first, and a page of each."""
    register = newest_year_first(registers.years)
    yield from named_pages(
        Named(
            register=register,
            intro=say("register.intro.years"),
            columns=(title_column(), number_column(), issuer_column(registers), date_column()),
            label=year_label,
            groups=group_by_month,
            extent=Column(
                say("listing.months"), lambda year, _: months_of(register.documents[year])
            ),
        )
    )


def months_of(documents: Iterable[DocumentRecord]) -> str:
    """The months in which there are documents: 4、5、8—12月."""
    months = sorted({int(month_of(record.day) or 0) for record in documents} - {0})
    runs: list[list[int]] = []
    for month in months:
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    shown: list[str] = []
    for run in runs:
        names = [say(f"months.{month}") for month in run]
        shown += [from_to(names)] if len(run) > 2 else names
    return say("listing.in_months", months=join_names(shown)) if months else ""


def newest_year_first(register: Register) -> Register:
    """The register of years in the order of time, not of counts.

    Documents without date come last.
    """
    names = sorted(
        register.documents, key=lambda name: name if name.isdigit() else "", reverse=True
    )
    documents: Index = {name: register.documents[name] for name in names}
    return Register(register.folder, documents, register.files)


def group_by_month(documents: tuple[DocumentRecord, ...]) -> tuple[Group[DocumentRecord], ...]:
    """Documents of a year by month, newest first."""
    return group_by(
        documents,
        lambda record: month_of(record.day),
        lambda month: month_words(str(int(month))) if month else "",
    )


def number_pages(registers: Registers) -> Iterator[Page]:
    """The index of the 机关代字 and a page of each, by year and serial number."""
    yield from named_pages(
        Named(
            register=registers.numbers,
            intro=say("register.intro.numbers", other=name_label(OTHER_NUMBERS)),
            empty=registers.where_empty(say("register.empty.numbers")),
            columns=(
                number_column(linked=True),
                title_column(),
                date_column(),
                issue_column(registers),
            ),
            groups=group_by_number,
            newest_first=False,
        )
    )


def group_by_number(documents: tuple[DocumentRecord, ...]) -> tuple[Group[DocumentRecord], ...]:
    """Documents by the year of their number, newest first, and by serial number within it."""
    return share_pages(group_by(sorted(documents, key=_order), _year, year_label))


def _order(record: DocumentRecord) -> tuple[int, int, str]:
    """Sort key: newest year first, one that was misread last, then the serial number."""
    parts = split_number(record.document.number)
    name = _year(record)
    year = int(name) if name.isdigit() else 0
    if misreads_year(record, year):
        year = 0
    return -year, parts.serial if parts else 0, record.document.number or ""


def _year(record: DocumentRecord) -> str:
    """Year of the number, else of the date."""
    parts = split_number(record.document.number)
    return str(parts.year) if parts else year_of(record.day) or NO_YEAR


def column_pages(registers: Registers) -> Iterator[Page]:
    """The index of the columns and a page of each."""
    yield from named_pages(
        Named(
            register=registers.columns,
            intro=say("register.intro.columns"),
            columns=(title_column(), number_column(), date_column(), issue_column(registers)),
        )
    )
