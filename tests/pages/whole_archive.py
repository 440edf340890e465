"""Pages made with a look at the whole archive, to compare those with that are made of a part of it."""

from collections.abc import Iterator

from generator.pages import ISSUE_KINDS, Page
from generator.pages.body.document_page import document_page
from generator.pages.index.in_issue import places_in
from generator.pages.index.indexes import Registers
from generator.pages.lists.issue_page import issue_page
from generator.pages.tools.other_forms import with_forms
from generator.pages.writing.addresses import issue_uri


def document_pages(registers: Registers) -> Iterator[Page]:
    """The page of each document, in the order of the archive."""
    for issue in registers.archive.issues:
        for record, place in zip(issue.documents, places_in(issue, registers.site), strict=True):
            page = document_page(registers, issue, record, place)
            yield with_forms(page, issue, record, has_sources=registers.sources is not None)


def issue_pages(registers: Registers) -> Iterator[Page]:
    """The own pages of each issue: indexes, sources, reports."""
    for issues in registers.issues_of.values():
        named = [(registers.full_name(record), issue_uri(record)) for record in issues]
        for record, newer, older in zip(issues, [None, *named], [*named[1:], None], strict=False):
            yield issue_page(registers, record, older, newer)
    for build in ISSUE_KINDS.values():
        yield from build(registers)
