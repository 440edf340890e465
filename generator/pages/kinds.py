"""Listings by kind of document (文种)."""

from collections.abc import Iterator

from generator.pages.document_rows import date_column, issuer_column, number_column, title_column
from generator.pages.named import Named, named_pages
from generator.pages.page import Page
from generator.pages.registers import Registers


def kind_pages(registers: Registers) -> Iterator[Page]:
    """The index of the kinds and a page of each."""
    yield from named_pages(
        Named(
            register=registers.kinds,
            term="文种",
            intro="文种取自文件标题，如通知、意见、通报、办法。",
            columns=(title_column(), number_column(), issuer_column(registers), date_column()),
        )
    )
