"""The page of an issue, which is the index of its documents.

Masthead facts, the printed contents by column, what is missing, masthead text, findings, the report on quality.
"""

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from generator.lexicon.pinyin import is_pinyin
from generator.model import ContentsEntry, DocumentRecord, Issue, IssueRecord
from generator.model.ids import Count, read_id
from generator.pages.body.collation import (
    Places,
    count_findings,
    count_groups,
    findings_outside,
    notes_groups,
)
from generator.pages.index.indexes import Registers
from generator.pages.lists.gazette_page import serial_words
from generator.pages.reports.issue_report import issue_report, report_link
from generator.pages.search_page import search_within
from generator.pages.tools.document_tools import line_switch
from generator.pages.writing.addresses import (
    Crumb,
    crumbs,
    document_uri,
    gazette_uri,
    gazettes_crumb,
    home_crumb,
    issue_uri,
    pager,
)
from generator.pages.writing.escape import escape, escape_html
from generator.pages.writing.markdown import (
    EDITORIAL,
    PRINTED,
    bullets,
    dated,
    facts,
    heading,
    join,
    link,
    paragraph,
    section,
    span,
)
from generator.pages.writing.page import Page
from generator.pages.writing.source_lines import LineLinks, source_uri, text_uri
from generator.pages.writing.suggestion import suggestion
from generator.parse.issue.stated_lines import lines_of_values
from generator.reference.head_values import head_of_issue
from generator.words.say import say
from generator.words.unnamed import UNKNOWN_COLUMN
from generator.words.wording import count_words, issue_name, name_label


def issue_page(
    registers: Registers, record: IssueRecord, before: Crumb | None, after: Crumb | None
) -> Page:
    """The index of one issue between those before and after it."""
    page = _page(registers, record, before, after)
    return replace(page, meta=page.meta | suggestion(registers.site, record))


def _page(
    registers: Registers, record: IssueRecord, before: Crumb | None, after: Crumb | None
) -> Page:
    """The index of one issue."""
    publication = registers.publications[record.publication]
    gazette = publication.title
    name = issue_name(record.id)
    title = say("issue.title", gazette=gazette, issue=name)
    uri = issue_uri(record)
    lines = LineLinks(record, uri, registers.sources)
    above = (home_crumb(), gazettes_crumb(), (gazette, gazette_uri(record.publication)))
    blocks = [
        crumbs(uri, above, name),
        heading(1, title, "title", EDITORIAL),
        facts(_facts(record, uri, lines)),
        search_within(uri, "issue", record.id, say("search.within_issue")),
        line_switch() if lines.shown else "",
        *_contents(record, uri, lines),
        *_unlisted(record, uri),
        *_masthead(record, lines),
        *_findings(record, lines),
        *issue_report(record),
        pager(uri, say("issue.pager"), before, after, "issue"),
    ]
    around = {"before": before, "after": after}
    ways = {name: crumb[1].removesuffix("/index.md") for name, crumb in around.items() if crumb}
    meta = _meta(gazette, record, title) | head_of_issue(record, publication, title) | ways
    return Page(uri=uri, meta=meta, text=join(blocks))


def _meta(gazette: str, record: IssueRecord, title: str) -> dict[str, object]:
    """Front matter."""
    name = say("issue.full_name", gazette=gazette, issue=issue_name(record.id))
    return {
        "title": title,
        "description": say("issue.description", issue=name, n=len(record.documents)),
        "kind": "issue",
        "hide": ["toc"],
    }


def _facts(record: IssueRecord, uri: str, lines: LineLinks) -> list[tuple[str, list[str]]]:
    """Masthead facts and the source file."""
    issue = record.issue
    at = lines_of_values(issue) if lines.shown else {}

    def printed(name: str, value: str) -> tuple[str, list[str]]:
        """A value of the masthead and the number of the line that prints it."""
        return say(f"issue.{name}"), [value + lines.number(at.get(name, 0)) if value else ""]

    at_number = at.get("number") or at.get("special", 0)
    number = _number_words(record)
    number_row = (say("issue.number"), [number + lines.number(at_number) if number else ""])
    return [
        printed("year", say("date.year", year=str(issue.year)) if issue.year else ""),
        number_row,
        printed("serial", serial_words(record)),
        printed("published", dated(issue.published)),
        printed("publisher", escape(issue.publisher or "")),
        (say("listing.documents"), [say("amount.documents", n=len(record.documents))]),
        (say("issue.source"), [_file(record, uri, lines)]),
        (say("nav.quality"), [report_link(say("issue.quality"), record, uri)]),
        (say("issue.checksum"), [say("issue.hash", hash=span(issue.sha256, "hash"))]),
    ]


def _file(record: IssueRecord, uri: str, lines: LineLinks) -> str:
    """The name of the source file, with links to its lines and to its bytes where it is published."""
    name = escape(record.issue.source)
    if not lines.published:
        return name
    view = link(say("source.view"), source_uri(record), uri)
    download = link(say("source.download"), text_uri(record), uri)
    return say("source.file_of_issue", file=name, view=view, download=download)


def _number_words(record: IssueRecord) -> str:
    """第4期, 第3、4期合刊, 第12期（下册), or as an extra issue prints it; empty where there is no number in the year."""
    nth = read_id(record.id).nth
    part = record.issue.part.as_printed if record.issue.part else ""
    if not part:
        return _counted_words(record.issue, nth)
    whole = _counted_words(record.issue, nth._replace(part=0))
    return say("issue.part.of", issue=whole, part=escape(part))


def _counted_words(issue: Issue, nth: Count) -> str:
    """How an issue is counted in its year; empty where it is not."""
    special = issue.special.as_printed if issue.special else ""
    if not special:
        return count_words(nth) if issue.number or issue.special else ""
    if not nth.numbered:
        return escape(special)
    regular = count_words(nth._replace(special="", own=0))
    return say("issue.special.of", issue=regular, kind=escape(special))


def _contents(record: IssueRecord, uri: str, line_links: LineLinks) -> Iterator[str]:
    """The printed contents, a section for each run of a column."""
    any_column = any(entry.column for entry in record.issue.contents)
    unnamed = name_label(UNKNOWN_COLUMN) if any_column else say("term.contents")
    documents = {document.document.sequence: document for document in record.documents}
    columns = groupby(record.issue.contents, key=lambda entry: entry.column)
    for nth, (column, entries) in enumerate(columns, start=1):
        classes = "" if column else EDITORIAL
        yield heading(2, column or unnamed, f"column-{nth}", classes)
        lines = (
            _entry(entry, documents.get(entry.document or 0), uri, line_links) for entry in entries
        )
        yield section("contents", bullets(lines))


def _entry(entry: ContentsEntry, record: DocumentRecord | None, uri: str, lines: LineLinks) -> str:
    """A line of the contents, linked to its document or marked as missing."""
    title = link(entry.title, document_uri(record), uri) if record else escape(entry.title)
    title = lines.anchored(title, entry.lines[0] if entry.lines else 0)
    missing = "" if record else span(say("contents.missing"), "missing")
    return " ".join(
        filter(None, [title, _entry_number(entry, record), missing, _entry_page(entry, lines)])
    )


def _entry_number(entry: ContentsEntry, record: DocumentRecord | None) -> str:
    """The number that the contents print, else that of the document."""
    if entry.number:
        return span(entry.number, "number")
    return (
        span(record.document.number, f"number {EDITORIAL}")
        if record and record.document.number
        else ""
    )


def _entry_page(entry: ContentsEntry, lines: LineLinks) -> str:
    """第12页: the page that the contents print, in words of the site, linked to the print where that is held."""
    if not entry.page:
        return ""
    printed = f'<span class="{PRINTED}">{entry.page}</span>'
    if address := lines.page(entry.page):
        printed = f"[{printed}]({address})"
    return f'<span class="page {EDITORIAL}">{say("contents.page", page=printed)}</span>'


def _unlisted(record: IssueRecord, uri: str) -> Iterator[str]:
    """Documents that the contents do not name."""
    listed = {entry.document for entry in record.issue.contents}
    unlisted = [
        document for document in record.documents if document.document.sequence not in listed
    ]
    if unlisted:
        listed_any = bool(record.issue.contents)
        title = say("contents.unlisted") if listed_any else say("contents.documents")
        yield heading(2, title, "unlisted", EDITORIAL)
        yield section(
            f"contents {EDITORIAL}",
            bullets(_unlisted_entry(document, uri) for document in unlisted),
        )


def _unlisted_entry(record: DocumentRecord, uri: str) -> str:
    """A document that the contents do not name."""
    number = record.document.number
    title = link(record.document.title, document_uri(record), uri)
    return f"{title} {span(number, 'number')}" if number else title


def _findings(record: IssueRecord, lines: LineLinks) -> Iterator[str]:
    """How many findings of each severity the issue has, and those that are in no document."""
    findings = record.issue.findings
    if not findings:
        return
    yield heading(2, say("issue.findings"), "findings", EDITORIAL)
    counts, outside = count_findings(findings), findings_outside(record)
    number = count_groups(findings).total()
    if not outside:
        said = say("issue.findings_counted", n=number, counts=counts)
        yield paragraph(said, EDITORIAL)
        return
    said = say("issue.findings_counted_and_listed", n=number, counts=counts)
    yield paragraph(said, EDITORIAL)
    yield from notes_groups(outside, Places(lines=lines))


def _masthead(record: IssueRecord, links: LineLinks) -> Iterator[str]:
    """Every line of masthead and imprint, so that nothing of the source is lost; to be seen when it is asked for."""
    lines = [
        links.anchored(_masthead_line(line.text), line.line)
        for line in record.issue.masthead
        if line.text.strip()
    ]
    if lines:
        yield heading(2, say("issue.masthead"), "masthead", EDITORIAL)
        summary = escape_html(say("issue.masthead_lines", n=len(lines)))
        named = f'<summary><span class="{EDITORIAL}">{summary}</span></summary>'
        opened = f'<details class="masthead-text" markdown="1">\n{named}'
        yield f"{opened}\n\n{bullets(lines)}\n\n</details>"


def _masthead_line(text: str) -> str:
    """A line as printed; one in 拼音 says so to those who listen."""
    return f'<span lang="zh-Latn-pinyin">{escape(text)}</span>' if is_pinyin(text) else escape(text)
