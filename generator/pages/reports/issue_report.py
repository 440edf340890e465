"""质量报告 of an issue: the last section of its page, which says how it was read and how well.

All in it are words and figures of the site, none of the gazette.
"""

from collections import Counter
from collections.abc import Iterator

from generator.model import IssueRecord
from generator.pages.body.collation import count_groups, count_words
from generator.pages.reports.accuracy_tables import accuracy_markdown
from generator.pages.reports.character_facts import character_facts
from generator.pages.reports.kinds_table import kinds_markdown
from generator.pages.reports.ledger_section import account_words, issue_ledger
from generator.pages.writing.addresses import issue_uri, quality_crumb
from generator.pages.writing.markdown import (
    EDITORIAL,
    facts,
    heading,
    link,
    relative,
    section,
)
from generator.source import count_corrections
from generator.words.say import say

ANCHOR = "quality"
"""Anchor of the report on the page of its issue."""
LEVEL = 3
"""That of the headings in it."""


def report_link(label: str, record: IssueRecord, uri: str) -> str:
    """A link from a page to the report on an issue.

    :param label: as Markdown
    :param uri: of the page
    """
    return f"[{label}]({relative(uri, issue_uri(record))}#{ANCHOR})"


def issue_report(record: IssueRecord) -> Iterator[str]:
    """The heading, and the report below it."""
    yield heading(2, say("nav.quality"), ANCHOR, EDITORIAL)
    yield section(f"report {EDITORIAL}", "\n\n".join(_blocks(record)))


def _blocks(record: IssueRecord) -> Iterator[str]:
    """Figures, kinds of finding, where each character is, contents and text, accuracy."""
    found = count_groups(record.issue.findings)
    yield facts(_facts(record, found))
    yield from kinds_markdown([record.issue], found, LEVEL)
    yield from issue_ledger(record, LEVEL)
    yield heading(LEVEL, say("quality.contents"), "contents")
    yield _contents(record)
    yield heading(LEVEL, say("quality.accuracy"), "accuracy")
    yield from _accuracy(record)
    yield say("quality.of_archive", report=link(*quality_crumb(), issue_uri(record)))


def _facts(record: IssueRecord, found: Counter[str]) -> list[tuple[str, list[str]]]:
    """The figures of an issue."""
    corrections = count_corrections(record.issue)
    applied = say("amount.entries", n=corrections.applied)
    if corrections.failed:
        applied = say("quality.some_failed", applied=applied, n=corrections.failed)
    return [
        *character_facts([record.issue]),
        (say("ledger.title"), [account_words([record])]),
        (say("quality.corrections"), [applied]),
        (say("quality.findings"), [count_words(found) or say("quality.nothing")]),
    ]


def _contents(record: IssueRecord) -> str:
    """Whether the printed contents and the body name the same documents."""
    listed = len(record.issue.contents)
    documents = say("count.documents", n=len(record.documents))
    if not listed:
        return say("quality.contents_none", documents=documents)
    entries = say("count.entries", n=listed)
    differences = list(_differences(record))
    if not differences:
        return say("quality.contents_same", entries=entries, documents=documents)
    joined = say("list.comma").join(differences)
    return say("quality.contents_differ", entries=entries, documents=documents, differences=joined)


def _differences(record: IssueRecord) -> Iterator[str]:
    """What the printed contents and the body have that the other has not, and what is listed twice."""
    named = [entry.document for entry in record.issue.contents if entry.document is not None]
    repeated = len(named) - len(set(named))
    if record.missing:
        yield say("quality.missing", n=len(record.missing))
    if record.unannounced:
        yield say("quality.unannounced", n=len(record.unannounced))
    if repeated:
        yield say("quality.repeated", n=repeated)


def _accuracy(record: IssueRecord) -> Iterator[str]:
    """The figures of an annotated issue, or that there are none."""
    if record.accuracy is None:
        yield say("quality.not_annotated")
        return
    yield from accuracy_markdown(record.accuracy, LEVEL + 1)
    makes_no_difference = record.accuracy.read == record.accuracy.published
    if makes_no_difference and count_corrections(record.issue).applied:
        yield say("quality.same")
