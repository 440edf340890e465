"""How many characters of an issue must be seen where: what the report publishes and ``prove`` verifies."""

from generator.model import IssueRecord, Value
from generator.model.document import tables_of
from generator.visible.data_seen import catalogue_seen, csv_seen
from generator.visible.index_seen import index_seen
from generator.visible.pages_seen import document_seen, issue_seen
from generator.visible.printed_text import count


class Balance(Value, frozen=True):
    """Characters of an issue, without blanks, by the place where they must be seen."""

    pages: int
    """On the page of the issue and on those of its documents."""
    index: int
    """In what the search knows of its documents."""
    data: int
    """In the catalogue and in the files of its tables."""


def balance_of(record: IssueRecord) -> Balance:
    """The characters of an issue that must be on its pages, in the index and in the data."""
    issue = record.whole
    tables = (table for document in issue.documents for table in tables_of(document))
    return Balance(
        pages=count(issue_seen(issue)) + sum(count(document_seen(one)) for one in issue.documents),
        index=sum(count(index_seen(one)) for one in issue.documents),
        data=count(catalogue_seen(issue)) + sum(count(csv_seen(table)) for table in tables),
    )
