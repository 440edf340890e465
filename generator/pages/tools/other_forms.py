"""The other forms of a document, of which its page says where they are: in its front matter, for the theme to place."""

from typing import Any

from msgspec.structs import replace

from generator.model import DocumentRecord, IssueRecord
from generator.model.document import tables_of
from generator.pages.writing.page import Page
from generator.pages.writing.source_lines import has_lines, page_of_line, source_uri
from generator.registers.table_list import table_name


def with_forms(
    page: Page, issue: IssueRecord, record: DocumentRecord, *, has_sources: bool
) -> Page:
    """The page of a document with the addresses of its other forms, relative to the root of the site.

    :param has_sources: whether sources are published
    """
    meta: dict[str, Any] = {"forms": record.id}
    tables = sum(1 for _ in tables_of(record.document))
    if tables:
        meta["tables"] = [table_name(record.id, nth) for nth in range(1, tables + 1)]
    lines = record.document.lines
    if has_sources and has_lines(issue) and lines:
        uri = source_uri(issue, page_of_line(lines[0])).removesuffix(".md")
        anchor = f"#L{lines[0]}"
        served = uri.removesuffix("index").rstrip("/")
        meta["source_lines"] = [f"{served}/{anchor}", f"{uri}.html{anchor}"]
    return replace(page, meta=page.meta | meta)
