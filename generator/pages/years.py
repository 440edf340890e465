"""Listings by year of the documents' date (成文日期), by month within a year."""

from collections.abc import Iterable, Iterator

from generator.model import DocumentRecord
from generator.pages.document_rows import date_column, issuer_column, number_column, title_column
from generator.pages.listing import Column, Group, group_by
from generator.pages.named import Named, named_pages
from generator.pages.page import Page
from generator.pages.registers import Index, Register, Registers
from generator.pages.wording import UNDATED, month_of


def year_pages(registers: Registers) -> Iterator[Page]:
    """The index of the years, newest first, and a page of each."""
    register = newest_year_first(registers.years)
    yield from named_pages(
        Named(
            register=register,
            term="年份",
            intro="按文件的成文日期分年，同年文件按月排列。",
            columns=(title_column(), number_column(), issuer_column(registers), date_column()),
            label=year_label,
            groups=_by_month,
            extent=Column("月份", lambda year, _: months_of(register.documents[year])),
        )
    )


def year_label(name: str) -> str:
    """2021年, or the words for documents without date."""
    return UNDATED if name == "undated" else f"{name}年"


def months_of(documents: Iterable[DocumentRecord]) -> str:
    """The months in which there are documents: 4、5、8—12月."""
    months = sorted({int(month_of(record.day) or 0) for record in documents} - {0})
    runs: list[list[int]] = []
    for month in months:
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    shown = (f"{run[0]}—{run[-1]}" if len(run) > 2 else "、".join(map(str, run)) for run in runs)
    return f"{'、'.join(shown)}月" if months else ""


def newest_year_first(register: Register) -> Register:
    """The register of years in the order of time, not of counts; documents without date come last."""
    names = sorted(register.documents, key=lambda name: name if name.isdigit() else "", reverse=True)
    documents: Index = {name: register.documents[name] for name in names}
    return Register(register.folder, documents, register.files)


def _by_month(documents: tuple[DocumentRecord, ...]) -> tuple[Group[DocumentRecord], ...]:
    """Documents of a year by month, newest first."""
    return group_by(
        documents, lambda record: month_of(record.day), lambda month: f"{int(month)}月" if month else ""
    )
