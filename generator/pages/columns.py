"""Listings by column (栏目) of the printed contents."""

from collections.abc import Iterator

from generator.pages.document_rows import date_column, issue_column, number_column, title_column
from generator.pages.named import Named, named_pages
from generator.pages.page import Page
from generator.pages.registers import Registers


def column_pages(registers: Registers) -> Iterator[Page]:
    """The index of the columns and a page of each."""
    yield from named_pages(
        Named(
            register=registers.columns,
            term="栏目",
            intro="栏目名称照各期公报目录原样；各公报的栏目不尽相同。",
            columns=(title_column(), number_column(), date_column(), issue_column(registers)),
        )
    )
