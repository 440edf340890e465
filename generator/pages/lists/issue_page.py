"""The page of an issue, which is the index of its documents.

Masthead facts, the printed contents by column, what is missing, findings, masthead text.
"""

from collections.abc import Iterator
from itertools import groupby

from generator.lexicon.pinyin import is_pinyin
from generator.model import ContentsEntry, DocumentRecord, IssueRecord
from generator.pages.body.collation import count_findings, findings_outside, notes_table
from generator.pages.index.indexes import Registers
from generator.pages.writing.addresses import (
    Crumb,
    crumbs,
    document_uri,
    gazette_uri,
    gazettes_crumb,
    home_crumb,
    issue_uri,
    pager,
    quality_uri,
)
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import (
    bullets,
    dated,
    facts,
    heading,
    join,
    link,
    section,
    span,
)
from generator.pages.writing.page import Page
from generator.words.unnamed import UNKNOWN_COLUMN
from generator.words.wording import count


def issue_pages(registers: Registers) -> Iterator[Page]:
    """An index for each issue of each gazette."""
    for publication, issues in registers.issues_of.items():
        title = registers.publications[publication].title
        places = [(f"{title}{record.name}", issue_uri(record)) for record in issues]
        around = [None, *places, None]
        for nth, record in enumerate(issues):
            after, before = around[nth], around[nth + 2]
            yield _page(title, record, before, after)


def _page(title: str, record: IssueRecord, before: Crumb | None, after: Crumb | None) -> Page:
    """The index of one issue."""
    uri = issue_uri(record)
    above = (home_crumb(), gazettes_crumb(), (title, gazette_uri(record.publication)))
    blocks = [
        crumbs(uri, above, record.name),
        heading(1, f"{title} {record.name}", "title"),
        facts(_facts(record, uri)),
        *_contents(record, uri),
        *_unlisted(record, uri),
        *_findings(record),
        *_masthead(record),
        pager(uri, "上一期和下一期", before, after, "issue"),
    ]
    return Page(uri=uri, meta=_meta(title, record), text=join(blocks))


def _meta(title: str, record: IssueRecord) -> dict[str, object]:
    """Front matter."""
    description = f"{title}{record.name}目录，收录文件{len(record.documents)}件。"
    return {
        "title": f"{title} {record.name}",
        "description": description,
        "kind": "issue",
        "hide": ["toc"],
    }


def _facts(record: IssueRecord, uri: str) -> list[tuple[str, list[str]]]:
    """Masthead facts and the source file."""
    issue = record.issue
    return [
        ("年份", [f"{issue.year}年" if issue.year else ""]),
        ("期号", [f"第{issue.number}期" if issue.number else ""]),
        ("总期号", [f"总第{issue.serial}期" if issue.serial else ""]),
        ("出版日期", [dated(issue.published)]),
        ("编印单位", [escape(issue.publisher or "")]),
        ("收录文件", [count(len(record.documents))]),
        ("原文件", [escape(issue.source)]),
        ("质量报告", [link("本期的改动、存疑和准确率", quality_uri(record), uri)]),
        ("原文件校验值", [f"SHA-256　{span(issue.sha256, 'hash')}"]),
    ]


def _contents(record: IssueRecord, uri: str) -> Iterator[str]:
    """The printed contents, a section for each run of a column."""
    unnamed = UNKNOWN_COLUMN if any(entry.column for entry in record.issue.contents) else "目录"
    documents = {document.document.sequence: document for document in record.documents}
    columns = groupby(record.issue.contents, key=lambda entry: entry.column)
    for nth, (column, entries) in enumerate(columns, start=1):
        yield heading(2, column or unnamed, f"column-{nth}")
        lines = (_entry(entry, documents.get(entry.document or 0), uri) for entry in entries)
        yield section("contents", bullets(lines))


def _entry(entry: ContentsEntry, record: DocumentRecord | None, uri: str) -> str:
    """A line of the contents, linked to its document or marked as missing."""
    title = link(entry.title, document_uri(record), uri) if record else escape(entry.title)
    number = entry.number or (record.document.number if record else None)
    missing = "" if record else span("目录有载，正文未收", "missing")
    page = span(f"第{entry.page}页", "page") if entry.page else ""
    return " ".join(filter(None, [title, number and span(number, "number"), missing, page]))


def _unlisted(record: IssueRecord, uri: str) -> Iterator[str]:
    """Documents that the contents do not name."""
    listed = {entry.document for entry in record.issue.contents}
    unlisted = [
        document for document in record.documents if document.document.sequence not in listed
    ]
    if unlisted:
        yield heading(2, "目录未载的文件" if record.issue.contents else "文件", "unlisted")
        yield section("contents", bullets(_unlisted_entry(document, uri) for document in unlisted))


def _unlisted_entry(record: DocumentRecord, uri: str) -> str:
    """A document that the contents do not name."""
    number = record.document.number
    title = link(record.document.title, document_uri(record), uri)
    return f"{title} {span(number, 'number')}" if number else title


def _findings(record: IssueRecord) -> Iterator[str]:
    """How many findings of each severity the issue has, and those that are in no document."""
    findings = record.issue.findings
    if not findings:
        return
    yield heading(2, "校勘情况", "findings")
    total = f"录入本期时共记校勘{len(findings):,}处：{count_findings(findings)}。"
    outside = findings_outside(record)
    others = "；其余各处如下" if outside else ""
    yield f"{total}涉及各文件的，见该文件页末的“校勘记”{others}。"
    if outside:
        yield notes_table(outside)


def _masthead(record: IssueRecord) -> Iterator[str]:
    """Every line of masthead and imprint, so that nothing of the source is lost."""
    lines = [_masthead_line(line.text) for line in record.issue.masthead if line.text.strip()]
    if lines:
        yield heading(2, "封面与版权页文字", "masthead")
        yield section("masthead-text", bullets(lines))


def _masthead_line(text: str) -> str:
    """A line as printed; one in 拼音 says so to those who listen."""
    return f'<span lang="zh-Latn-pinyin">{escape(text)}</span>' if is_pinyin(text) else escape(text)
