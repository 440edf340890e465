"""Listings by issuing organ (发文机关)."""

from collections.abc import Iterator

from generator.pages.document_rows import date_column, issue_column, number_column, title_column
from generator.pages.named import Named, named_pages
from generator.pages.page import Page
from generator.pages.registers import Registers


def issuer_pages(registers: Registers) -> Iterator[Page]:
    """The index of the issuers and a page of each; a joint document stands on the pages of all its issuers."""
    yield from named_pages(
        Named(
            register=registers.issuers,
            term="发文机关",
            intro="以文件署名或者标题所载的机关为准；联合发文列入每一机关名下。",
            columns=(title_column(), number_column(), date_column(), issue_column(registers)),
        )
    )
