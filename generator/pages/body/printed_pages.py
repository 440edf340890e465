"""The pages of the print: where each begins in a document, and its picture beside the text."""

from collections import deque
from collections.abc import Mapping, Sequence

from generator.model import Document, Finding
from generator.pages.body.flow import Piece
from generator.pages.writing.escape import escape_html
from generator.pages.writing.markdown import EDITORIAL, paragraph
from generator.pages.writing.source_lines import LineLinks
from generator.reference.printed_span import page_starts
from generator.words.say import say


def with_pages(
    pieces: Sequence[Piece], document: Document, findings: Sequence[Finding], lines: LineLinks
) -> list[Piece]:
    """The pieces, before each on which a printed page begins what can be shown of that page."""
    starts = page_starts(document, findings) if lines.scan.is_there else {}
    begins = _pages_of_pieces(pieces, starts)
    known = frozenset(begins.values())
    shown: list[Piece] = []
    for nth, piece in enumerate(pieces):
        page = begins.get(nth)
        if page and (written := _page_markdown(page, lines, until_next=page + 1 in known)):
            shown.append(Piece(piece.line, written))
        shown.append(piece)
    return shown


def _pages_of_pieces(pieces: Sequence[Piece], starts: Mapping[int, int]) -> dict[int, int]:
    """Index of a piece → printed page on which it is the first; of several that begin in one piece the last."""
    waiting = deque(sorted(starts.items()))
    begins: dict[int, int] = {}
    for nth, piece in enumerate(pieces):
        while waiting and waiting[0][0] <= piece.begins:
            begins[nth] = waiting.popleft()[1]
    return begins


def _page_markdown(page: int, lines: LineLinks, *, until_next: bool) -> str:
    """The picture of a printed page, folded where it has no room beside the text, and a link to it.

    A link alone where the print is a PDF file; else nothing.

    :param until_next: whether it is known where the next page begins
    """
    name = say("source.printed_page_picture", page=str(page))
    if lines.scan.image(page):
        picture = f'[![]({lines.page(page)}){{: loading="lazy" }}{name}]({lines.page(page)})'
        held = " held" if until_next and lines.scan.image(page + 1) else ""
        opening = f'<details class="page-print{held} {EDITORIAL}" markdown="1">'
        return f"{opening}\n<summary>{escape_html(name)}</summary>\n\n{picture}\n\n</details>"
    if lines.scan.pdf_page(page):
        return paragraph(f"[{name}]({lines.page(page)})", f"page-print {EDITORIAL}")
    return ""
