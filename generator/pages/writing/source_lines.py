"""Addresses of a source, of its lines and of the pictures of its print, and the links of a page to its lines."""

import re
from collections.abc import Sequence

from generator.model import IssueRecord
from generator.pages.writing.escape import escape_html
from generator.pages.writing.markdown import relative
from generator.source.source_file import PageImage, Scan, Sources
from generator.words.say import say

LINES_OF_PAGE = 3_000
"""Most lines of a source that a page shows."""

_LINE = "{line}"
"""Where the number of a line goes in words that are the same for all lines."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}", re.ASCII)
"""A file name that every server and disk can hold."""


def source_uri(record: IssueRecord, nth: int = 1) -> str:
    """Address of the ``nth`` page of the source of an issue."""
    name = "index" if nth == 1 else f"{nth}"
    return f"archive/{record.id}/source/{name}.md"


def page_of_line(line: int) -> int:
    """Which page of a source shows a line of it."""
    return (max(line, 1) - 1) // LINES_OF_PAGE + 1


def line_anchor(line: int) -> str:
    """Anchor on the page of an issue of what is on a source line."""
    return f"l-{line}"


def text_uri(record: IssueRecord) -> str:
    """Where the source of an issue can be downloaded.

    Its name ends in ``.txt`` whatever it is, so that no browser takes it for a page.
    """
    name = record.file.rpartition("/")[2]
    plain = name if _NAME.fullmatch(name) else "source"
    return _uri(record, plain if plain.lower().endswith(".txt") else f"{plain}.txt")


def pdf_uri(record: IssueRecord) -> str:
    """Where the PDF file of an issue is."""
    return _uri(record, "print.pdf")


def image_uri(record: IssueRecord, image: PageImage) -> str:
    """Where the picture of a printed page is."""
    return _uri(record, f"page-{image.page}.{image.file.rpartition('.')[2]}")


def _uri(record: IssueRecord, name: str) -> str:
    """A file beside the pages of a source."""
    return f"archive/{record.id}/source/{name}"


_HTML = re.compile(r"<(?:p|div|h\d|details)\b")
"""How a block begins that is HTML as a whole."""


def has_lines(record: IssueRecord) -> bool:
    """Whether the source lines of an issue are lines of its file.

    An issue that another program parsed has those of a print that is not here.
    """
    return not record.file.endswith(".yml")


class LineLinks:
    """Links from a page to the source of an issue and to its print; none where sources are not published."""

    def __init__(self, record: IssueRecord, uri: str, sources: Sources | None) -> None:
        self._record, self._uri = record, uri
        self.published = sources is not None
        self.shown = self.published and has_lines(record)
        self.scan = sources.scan(record) if sources else Scan()
        self._anchored: set[int] = set()
        self._pages: dict[int, str] = {}
        self._label = escape_html(say("source.line_label", line=_LINE))

    def address(self, line: int) -> str:
        """Address of a line as a Markdown link wants it."""
        nth = page_of_line(line)
        if nth not in self._pages:
            self._pages[nth] = relative(self._uri, source_uri(self._record, nth))
        return f"{self._pages[nth]}#L{line}"

    def number(self, line: int, row: str = "") -> str:
        """The number of a line as a link beside the text that begins there; nothing where there is none.

        :param row: anchor of the row of a table that begins there
        """
        if not (self.shown and line):
            return ""
        label = self._label.replace(_LINE, f"{line}")
        named = f' data-row="{row}"' if row else ""
        return f'[{line}]({self.address(line)}){{.source-line aria-label="{label}"{named}}}'

    def anchored(self, markdown: str, line: int) -> str:
        """Markdown in a line, with the number of its source line and the anchor to which that leads back.

        Of what is on one source line the first has the anchor.
        """
        if not (self.shown and line):
            return markdown
        place = "" if line in self._anchored else f' id="{line_anchor(line)}"'
        self._anchored.add(line)
        return f"<span{place}>{self.number(line)}{markdown}</span>"

    def page(self, page: int) -> str:
        """Where a printed page can be seen, as a Markdown link wants it.

        The PDF file as a whole where nobody said on which of its pages it is; empty where there is no print.
        """
        if image := self.scan.image(page):
            return relative(self._uri, image_uri(self._record, image))
        if not self.scan.pdf:
            return ""
        number = self.scan.pdf_page(page)
        return relative(self._uri, pdf_uri(self._record)) + (f"#page={number}" if number else "")

    def words(self, text: str, line: int) -> str:
        """Words (Markdown) as a link to a line."""
        return f"[{text}]({self.address(line)})" if self.shown and line else text


def beside(link: str, markdown: str) -> str:
    """Markdown with the number of its first line before its words, or above them where they are a heading or HTML.

    The words of a heading are repeated elsewhere, so that a run-in heading has the number behind it.
    """
    if not link or not markdown:
        return markdown
    if markdown[0] not in "#<":
        return link + markdown
    blocks = markdown.split("\n\n")
    place = next((nth for nth, block in enumerate(blocks) if not _is_run_in(block)), 0)
    if blocks[place].startswith("#") or _HTML.match(blocks[place]):
        blocks.insert(place, f"{link}\n{{: .line-above }}")
    else:
        blocks[place] = link + blocks[place]
    return "\n\n".join(blocks)


def below(links: Sequence[str]) -> str:
    """The numbers of the rows of a table as a paragraph below it; a script puts each beside its row."""
    return f"{' '.join(links)}\n{{: .line-above .row-lines }}" if links else ""


def _is_run_in(block: str) -> bool:
    """Whether a block is a heading that is one printed paragraph with the text behind it."""
    return block.startswith("#") and ".run-in" in block.rpartition("{")[2]
