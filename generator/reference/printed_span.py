"""Printed pages of a document: where each begins in its source, and from which to which it goes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.lexicon.expressions.signs import PRINTED_PAGE
from generator.model import Document, Finding

_PAGE_NUMBER = re.compile(PRINTED_PAGE)


def page_starts(document: Document, findings: Sequence[Finding]) -> Mapping[int, int]:
    """Source line → printed page that begins there, as far as that is certain.

    The contents name the first page. Numbers that the source prints inside a document count on from it: the first of
    them is that page itself, printed at its foot, or the next, printed at the head. Numbers that do neither, or that
    do not count on, say nothing.
    """
    if document.page is None or not document.lines:
        return {}
    starts = {document.lines[0]: document.page}
    printed = list(_printed_numbers(document, findings))
    if not printed or any(after != before + 1 for (_, before), (_, after) in pairwise(printed)):
        return starts
    offset = document.page + 1 - printed[0][1]
    if offset not in (0, 1):
        return starts
    return starts | {line + 1: page + offset for line, page in printed}


def _printed_numbers(document: Document, findings: Sequence[Finding]) -> Iterator[tuple[int, int]]:
    """The page numbers that the source prints inside a document, with their lines."""
    first, last = document.lines[0], document.lines[-1]
    for finding in findings:
        match = _PAGE_NUMBER.fullmatch(finding.found)
        if match and finding.kind == "page-furniture" and first < finding.line <= last:
            yield finding.line, int(match["page"])


def last_page(document: Document, findings: Sequence[Finding]) -> int | None:
    """The last printed page of a document; None where its source does not number its pages."""
    starts = page_starts(document, findings)
    if len(starts) < 2:
        return None
    return max(page for line, page in starts.items() if line <= document.lines[-1])


def pages_of_blocks(
    document: Document, findings: Sequence[Finding]
) -> Sequence[tuple[int, int, int]]:
    """From which source line on something is on which pages: line, first and last of them, in order of the lines.

    A block that goes on over the end of a page is on both. Nothing where only the first page is known.
    """
    starts = page_starts(document, findings)
    if len(starts) < 2:
        return ()
    found = {line: (page, page) for line, page in starts.items()}
    for part in document.parts:
        for block in part.blocks:
            if block.lines and any(block.lines[0] < line <= block.lines[-1] for line in starts):
                first = _page_at(starts, block.lines[0])
                found[block.lines[0]] = (first, _page_at(starts, block.lines[-1]))
    return [(line, *pages) for line, pages in sorted(found.items())]


def _page_at(starts: Mapping[int, int], line: int) -> int:
    """The printed page of a source line."""
    return max(page for begin, page in starts.items() if begin <= line)
