"""Listings by document number (发文字号): 机关代字, then year, then serial number."""

from collections.abc import Iterator

from generator.archive.plausible import misreads_year
from generator.lexicon.numbers import split_number
from generator.model import DocumentRecord
from generator.pages.document_rows import date_column, issue_column, number_column, title_column
from generator.pages.listing import Group, group_by
from generator.pages.named import Named, named_pages
from generator.pages.page import Page
from generator.pages.registers import Registers
from generator.pages.wording import OTHER_NUMBERS, UNDATED, year_of


def number_pages(registers: Registers) -> Iterator[Page]:
    """The index of the 机关代字 and a page of each, by year and serial number."""
    yield from named_pages(
        Named(
            register=registers.numbers,
            term="文号",
            intro=f"按发文字号的机关代字排列；令、公告等不带年份括号的编号列入“{OTHER_NUMBERS}”。",
            empty=registers.where_empty("本库所收文件都没有发文字号。"),
            columns=(number_column(linked=True), title_column(), date_column(), issue_column(registers)),
            groups=_by_number,
        )
    )


def _by_number(documents: tuple[DocumentRecord, ...]) -> tuple[Group[DocumentRecord], ...]:
    """Documents by the year of their number, newest first, and by serial number within it."""
    return group_by(sorted(documents, key=_order), _year, lambda key: UNDATED if key == "undated" else f"{key}年")


def _order(record: DocumentRecord) -> tuple[int, int, str]:
    """Sort key: newest year first, one that was misread last, then the serial number."""
    parts = split_number(record.document.number)
    year = _year(record)
    believed = year.isdigit() and not misreads_year(record, int(year))
    return (-int(year) if believed else 0, parts.serial if parts else 0, record.document.number or "")


def _year(record: DocumentRecord) -> str:
    """Year of the number, else of the date."""
    parts = split_number(record.document.number)
    return str(parts.year) if parts else year_of(record.day) or "undated"
