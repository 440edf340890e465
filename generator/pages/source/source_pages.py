"""The source of an issue as it was received, line by line.

The gazette's text is in pieces of HTML between links, and never read as Markdown.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from generator.model import IssueRecord
from generator.pages.index.indexes import Registers
from generator.pages.source.way_back import Place, places_of
from generator.pages.writing.addresses import (
    crumbs,
    gazette_uri,
    gazettes_crumb,
    home_crumb,
    issue_uri,
)
from generator.pages.writing.escape import escape, escape_html, language_of
from generator.pages.writing.markdown import (
    bullets,
    facts,
    heading,
    join,
    landmark,
    link,
    relative,
    span,
)
from generator.pages.writing.page import NOT_INDEXED, Page
from generator.pages.writing.source_lines import (
    LINES_OF_PAGE,
    image_uri,
    pdf_uri,
    source_uri,
    text_uri,
)
from generator.source.source_file import Scan, SourceText
from generator.words.say import say
from generator.words.wording import issue_name, join_names

_MARKUP = re.compile("[&<>]")
"""What is markup in HTML; most lines have none."""
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
"""Characters that nobody sees, and those that turn the direction of a text."""
_LINE = "{line}"
"""Where the number of a line goes in words that are the same for all lines."""
CONTROLS = 0x9F
"""The last control character."""
MOST_RANGES = 20
"""Most ranges of lines that a page of a long source lists."""


def source_pages(registers: Registers) -> Iterator[Page]:
    """The pages of the source of each issue, where sources are published."""
    if registers.sources is None:
        return
    for record in registers.archive.issues:
        text = registers.sources.text(record)
        places = places_of(record)
        count = max(1, -(-len(text.lines) // LINES_OF_PAGE))
        for nth in range(1, count + 1):
            yield _page(registers, record, text, places, (nth, count))


def _page(
    registers: Registers,
    record: IssueRecord,
    text: SourceText,
    places: Mapping[int, Place],
    number: tuple[int, int],
) -> Page:
    """One page: which lines it has, and these."""
    nth = number[0]
    uri = source_uri(record, nth)
    gazette = registers.publications[record.publication].title
    first = (nth - 1) * LINES_OF_PAGE + 1
    lines = text.lines[first - 1 : first - 1 + LINES_OF_PAGE]
    name = say("source.title", gazette=gazette, issue=issue_name(record.id))
    last = str(first + len(lines) - 1)
    above = (
        home_crumb(),
        gazettes_crumb(),
        (gazette, gazette_uri(record.publication)),
        (issue_name(record.id), issue_uri(record)),
    )
    blocks = [
        crumbs(uri, above, say("source.here")),
        heading(1, name, "title"),
        say("source.intro"),
        say("source.damaged", n=text.damaged) if text.damaged else "",
        facts(_facts(registers, record, text, nth)),
        heading(
            2, say("source.lines_shown", first=str(first), last=last, n=len(text.lines)), "lines"
        ),
        _pages(record, uri, number, say("source.pager")),
        *_Lines(places, uri).pieces(lines, first),
        _pages(record, uri, number, say("source.pager_below")),
    ]
    meta = {
        "title": say("source.page_title", title=name, first=str(first), last=last),
        "description": say("source.description", title=name),
        "kind": "source",
        **NOT_INDEXED,
    }
    return Page(uri=uri, meta=meta, text=join(blocks))


def _facts(
    registers: Registers, record: IssueRecord, text: SourceText, nth: int
) -> list[tuple[str, list[str]]]:
    """The file, and who publishes it on what terms."""
    uri, site = source_uri(record, nth), registers.site
    scan = registers.sources.scan(record) if registers.sources else None
    download = link(say("source.download"), text_uri(record), uri)
    licence = site.licence.name if site.licence else ""
    return [
        (
            say("issue.source"),
            [say("source.file", file=escape(text.file), n=text.size, link=download)],
        ),
        (say("issue.checksum"), [say("issue.hash", hash=span(text.sha256, "hash"))]),
        (say("source.print"), list(_print(record, scan, uri)) if scan else []),
        (say("theme.publisher"), [escape(site.publisher or "")]),
        (say("theme.licence"), [escape(licence)]),
        (say("theme.contact"), [escape(site.contact or "")]),
    ]


def _print(record: IssueRecord, scan: Scan, uri: str) -> Iterator[str]:
    """Links to the PDF file of the print and to the pictures of its pages."""
    if scan.pdf:
        yield link(say("source.pdf"), pdf_uri(record), uri)
    if scan.images:
        yield join_names(
            link(
                say("source.printed_page_picture", page=str(image.page)),
                image_uri(record, image),
                uri,
            )
            for image in scan.images
        )


def _pages(record: IssueRecord, uri: str, number: tuple[int, int], label: str) -> str:
    """Links to the first page, the one before, the one after and the last; nothing where there is one page."""
    nth, count = number
    if count == 1:
        return ""
    wanted = (("first", 1), ("previous", nth - 1), ("next", nth + 1), ("last", count))
    items = [
        link(say(f"source.go.{name}"), source_uri(record, page), uri)
        for name, page in wanted
        if page != nth and 1 <= page <= count
    ]
    here = say("source.page_of", page=str(nth), pages=str(count))
    return landmark("pages", label, bullets([here, *items, *_ranges(record, uri, number)]))


def _ranges(record: IssueRecord, uri: str, number: tuple[int, int]) -> Iterator[str]:
    """Links to where each page begins, of many pages to some."""
    nth, count = number
    for page in range(1, count + 1, -(-count // MOST_RANGES)):
        if page != nth:
            first = (page - 1) * LINES_OF_PAGE + 1
            yield link(say("source.from_line", line=str(first)), source_uri(record, page), uri)


class _Lines:
    """The lines of a source on one page of it."""

    def __init__(self, places: Mapping[int, Place], uri: str) -> None:
        self._places, self._uri = places, uri
        self._words = say("source.to_reading")
        self._label = escape_html(say("source.to_reading_label", line=_LINE))

    def pieces(self, lines: Sequence[str], first: int) -> Iterator[str]:
        """The lines, cut before each whose reading begins somewhere, with the link to it above them."""
        begin = 0
        for index in range(1, len(lines)):
            if first + index in self._places:
                yield from self._piece(lines[begin:index], first + begin)
                begin = index
        if lines:
            yield from self._piece(lines[begin:], first + begin)

    def _piece(self, lines: Sequence[str], first: int) -> Iterator[str]:
        """Some lines as a numbered list, and the link to what was read of them."""
        if place := self._places.get(first):
            label = self._label.replace(_LINE, f"{first}")
            address = f"{relative(self._uri, place[0])}#{place[1]}"
            yield f'[{self._words}]({address}){{: .to-reading aria-label="{label}" }}'
        text = "".join(lines)
        shown = lines if text.isprintable() and not _MARKUP.search(text) else map(_shown, lines)
        items = [f'<li id="L{nth}">{line}</li>' for nth, line in enumerate(shown, first)]
        language = language_of(text)
        opening = f'<ol class="source-text" start="{first}"{language}>'
        yield "\n".join([opening, *items, "</ol>"])


def _shown(line: str) -> str:
    """A line as HTML in which every character can be seen; blanks are kept by the style."""
    if line.isprintable():  # no control, and nothing that nobody sees
        return html.escape(line, quote=False)
    return _UNSEEN.sub(_said, html.escape(line, quote=False).replace("\t", "&#9;"))


def _said(match: re.Match[str]) -> str:
    """A character that nobody sees, with its number."""
    code = ord(match[0])
    written = f"&#{code};" if code > CONTROLS else ""  # HTML has no control characters
    return f'<span class="code-point" data-code="U+{code:04X}">{written}</span>'
