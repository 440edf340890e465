"""Where each document is in its issue: what its page shows of the others in it."""

from collections.abc import Iterator

from generator.model import ContentsEntry, IssueRecord, Site, Value
from generator.pages.writing.addresses import Crumb, document_uri
from generator.pages.writing.suggestion import suggestion
from generator.parse.issue.stated_lines import lines_of_columns


class InIssue(Value, frozen=True):
    """Where a document is in its issue, and what the issue says of it."""

    before: Crumb | None
    """Title and page of the document before it."""
    after: Crumb | None
    entry: ContentsEntry | None
    """What the contents say of it."""
    column: int
    """Line that names its column; 0 where none does."""
    documents: int
    """How many the issue has."""
    suggest: dict[str, str]
    """Where a correction of the issue is suggested, as front matter."""


def places_in(issue: IssueRecord, site: Site) -> Iterator[InIssue]:
    """Where each document of an issue is in it."""
    crumbs_of = [(record.document.title, document_uri(record)) for record in issue.documents]
    around = [None, *crumbs_of, None]
    entries = {entry.document: entry for entry in issue.issue.contents if entry.document}
    columns = lines_of_columns(issue.whole)
    suggest = suggestion(site, issue)
    for nth, record in enumerate(issue.documents):
        sequence = record.document.sequence
        yield InIssue(
            before=around[nth],
            after=around[nth + 2],
            entry=entries.get(sequence),
            column=columns.get(sequence, 0),
            documents=len(issue.documents),
            suggest=suggest,
        )
