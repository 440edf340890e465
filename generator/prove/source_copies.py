"""The source of an issue: what of its characters nothing explains, and whether it was published as it is.

It is there with the same bytes to download, and every line of it is on its pages.
"""

import re
from collections.abc import Iterator, Sequence

from generator.archive.sources import PARSED
from generator.model import IssueRecord
from generator.pages.writing.addresses import served
from generator.pages.writing.source_lines import LINES_OF_PAGE, source_uri, text_uri
from generator.proof import UNEXPLAINED
from generator.proof.plain import decode_plainly
from generator.prove.mismatch import Difference, compare, quote
from generator.prove.outlets import Outlet, read_page
from generator.prove.page_text import PageReader
from generator.source.source_file import Sources
from generator.visible import CELL, Piece, seen_text

LISTED = "source-text"
"""Class of the lists of lines."""


class _Lines(PageReader):
    """Reads the numbered lines of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[str, str]] = []
        """Id and text of each."""
        self._is_listed = self._is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a list of lines, or a line."""
        named = dict(attrs)
        if tag == "ol":
            self._is_listed = LISTED in (named.get("class") or "").split()
        elif tag == "li" and self._is_listed:
            self._is_open = True
            self.lines.append((named.get("id") or "", ""))

    def handle_endtag(self, tag: str) -> None:
        """End a line, or their list."""
        if tag in ("li", "ol"):
            self._is_open = False
        if tag == "ol":
            self._is_listed = False

    def handle_data(self, data: str) -> None:
        """Take the text of a line."""
        if self._is_open:
            id_, text = self.lines[-1]
            self.lines[-1] = id_, text + data


def check_copies(outlet: Outlet, record: IssueRecord, sources: Sources) -> Iterator[Difference]:
    """The differences between the source of an issue and what was published of it."""
    data = sources.data(record)
    if outlet.read(text_uri(record)) != data:
        yield Difference("source", "copy of the source", 0, "is not there, or has other bytes")
    lines = re.split(r"\r\n?|\n", decode_plainly(data).removeprefix("\ufeff"))
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    for nth, first in enumerate(range(0, len(lines), LINES_OF_PAGE), 1):
        yield from _check_page(outlet, record, nth, lines[first : first + LINES_OF_PAGE])


def _check_page(
    outlet: Outlet, record: IssueRecord, nth: int, lines: Sequence[str]
) -> Iterator[Difference]:
    """The differences of one page: each line under its number, and nothing else."""
    place, first = f"source page {nth} of {record.id}", (nth - 1) * LINES_OF_PAGE + 1
    address = served(source_uri(record, nth))
    data = read_page(outlet, address)
    if not data:
        yield Difference("source", place, first, f"lost: {address}index.html is not there")
        return
    reader = _Lines()
    reader.feed(data.decode(errors="replace"))
    reader.close()
    pieces = [Piece(CELL + seen_text(line), number) for number, line in enumerate(lines, first)]
    seen = "".join(CELL + seen_text(text) for _, text in reader.lines)
    yield from compare(pieces, seen, "source", place)
    ids = [id_ for id_, _ in reader.lines]
    if ids != [f"L{number}" for number in range(first, first + len(lines))]:
        yield Difference("source", place, first, "the lines have other numbers")


def check_account(record: IssueRecord) -> Iterator[Difference]:
    """What the account of an issue does not explain, each with its line and characters.

    An issue that another program parsed has no source whose characters could be counted.
    """
    issue, account = record.issue, record.issue.account
    if not account.source and not record.file.endswith(PARSED):
        yield Difference("source", "source", 0, "the characters of the source are not counted")
    named = [finding for finding in issue.findings if finding.kind == UNEXPLAINED]
    for finding in named:
        yield Difference("source", "source", finding.line, f"unexplained: {quote(finding.found)}")
    if not account.holds and not named:
        yield Difference("source", "source", 0, f"unexplained: {account.wrong} characters")
