"""The pages of an issue against the issue: the visible text of the gazette, in order, and nothing else.

Of the page of a document also what it says to those who cite it (``citing/``).
"""

from collections.abc import Sequence

from generator.model import DocumentRecord, IssueRecord
from generator.prove.citing.cited_values import known_of
from generator.prove.citing.head_checks import Head, check_head
from generator.prove.citing.reference_checks import check_item, check_reference
from generator.prove.mismatch import Difference, compare
from generator.prove.outlets import Outlet, read_page
from generator.prove.page_text import page_text
from generator.visible import Piece
from generator.visible.pages_seen import document_seen, issue_seen
from generator.visible.printed_text import count, first


def check_issue_page(outlet: Outlet, record: IssueRecord) -> tuple[Difference, ...]:
    """The differences of the page of an issue: its contents, and the lines of masthead and imprint."""
    data = read_page(outlet, f"archive/{record.id}/")
    return _check(data, record.id, list(issue_seen(record.whole)))


def check_document_page(
    outlet: Outlet, issue: IssueRecord, record: DocumentRecord, gazette: str
) -> tuple[Difference, ...]:
    """The differences of the page of a document: its whole text, and what is said to those who cite it.

    :param gazette: title of its gazette; empty where nothing says it but what was published
    """
    data = read_page(outlet, f"archive/{record.id}/")
    found = _check(data, record.id, list(document_seen(record.document)))
    if not data:
        return found
    known, head, line = known_of(issue, record, gazette), Head(data), first(record.document.lines)
    return (
        *found,
        *check_head(data, head, known, record),
        *check_reference(data, known, head.canonical, line),
        *check_item(outlet, known, head.canonical, line),
    )


def _check(data: bytes | None, id_: str, pieces: Sequence[Piece]) -> tuple[Difference, ...]:
    """The differences of the text of a page."""
    place = f"page of {id_}"
    line = next((one.line for one in pieces if one.line), 0)
    if not data:
        said = f"lost: archive/{id_}/index.html is not there"
        return (Difference("pages", place, line, said, count(pieces)),)
    text = page_text(data.decode(errors="replace"))
    if text is None:
        return (Difference("pages", place, line, "lost: the page has no heading", count(pieces)),)
    return compare(pieces, text, "pages", place)
