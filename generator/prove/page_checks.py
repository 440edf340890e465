"""The pages of an issue against the issue: the visible text of the gazette, in order, and nothing else."""

from collections.abc import Sequence

from generator.model import DocumentRecord, IssueRecord
from generator.prove.mismatch import Difference, compare
from generator.prove.outlets import Outlet, read_page
from generator.prove.page_text import page_text
from generator.visible import Piece
from generator.visible.pages_seen import document_seen, issue_seen
from generator.visible.printed_text import count


def check_issue_page(outlet: Outlet, record: IssueRecord) -> tuple[Difference, ...]:
    """The differences of the page of an issue: its contents, and the lines of masthead and imprint."""
    return _check(outlet, record.id, list(issue_seen(record.whole)))


def check_document_page(outlet: Outlet, record: DocumentRecord) -> tuple[Difference, ...]:
    """The differences of the page of a document: its whole text."""
    return _check(outlet, record.id, list(document_seen(record.document)))


def _check(outlet: Outlet, id_: str, pieces: Sequence[Piece]) -> tuple[Difference, ...]:
    """The differences of a page."""
    place = f"page of {id_}"
    line = next((one.line for one in pieces if one.line), 0)
    address = f"archive/{id_}/"
    data = read_page(outlet, address)
    if not data:
        said = f"lost: {address}index.html is not there"
        return (Difference("pages", place, line, said, count(pieces)),)
    text = page_text(data.decode(errors="replace"))
    if text is None:
        return (Difference("pages", place, line, "lost: the page has no heading", count(pieces)),)
    return compare(pieces, text, "pages", place)
