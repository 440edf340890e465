"""质量报告: what was changed, doubted and lost in the archive, and how accurate the reading is.

That of an issue is a section of its page (:mod:`~generator.pages.reports.issue_report`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.accuracy.understanding import count_understood
from generator.model import Archive, IssueRecord
from generator.pages.body.collation import count_groups, count_words
from generator.pages.index.document_rows import issue_label
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Listing, group_by, listing_pages
from generator.pages.reports.character_facts import character_facts, untouched
from generator.pages.reports.issue_report import report_link
from generator.pages.reports.kinds_table import kinds_markdown
from generator.pages.reports.ledger_section import account_words, archive_ledger
from generator.pages.reports.topics_section import topics_markdown
from generator.pages.reports.understanding_table import understanding_markdown
from generator.pages.writing.addresses import QUALITY, home_crumb
from generator.pages.writing.markdown import bullets, facts, heading
from generator.pages.writing.page import Page
from generator.source import count_corrections
from generator.words.say import say

LEVEL = 2
"""That of the headings of the report."""


def quality_pages(registers: Registers) -> Iterator[Page]:
    """The report on the archive."""
    yield from listing_pages(_listing(registers))


def _listing(registers: Registers) -> Listing[IssueRecord]:
    """The report on the archive.

    Totals, kinds of finding, accuracy, and each issue with its own report.
    """
    archive = registers.archive
    counts = {record.id: count_groups(record.issue.findings) for record in archive.issues}
    return Listing(
        uri=QUALITY,
        title=say("nav.quality"),
        description=say("quality.description"),
        kind="quality",
        above=(home_crumb(),),
        columns=(
            Column(
                say("quality.issue"),
                lambda record, uri: report_link(issue_label(registers, record), record, uri),
            ),
            Column(say("quality.characters"), lambda record, _: _measured(record.issue.characters)),
            Column(
                say("quality.untouched"),
                lambda record, _: untouched([record.issue]),
            ),
            Column(say("ledger.title"), lambda record, _: account_words([record])),
            Column(say("quality.findings"), lambda record, _: count_words(counts[record.id])),
        ),
        groups=group_by(
            archive.issues,
            lambda record: f"{record.issue.year or ''}",
            lambda year: (
                say("quality.issues_of_year", year=year) if year else say("quality.issues_undated")
            ),
        ),
        intro=tuple(_archive_report(registers, _total(counts.values()))),
        empty="",
        unit="issues",
        newest_first=True,
    )


def _measured(characters: int) -> str:
    """The characters of an issue; its source is none that was printed when they were not counted."""
    return f"{characters:,}" if characters else say("quality.unmeasured")


def _archive_report(registers: Registers, found: Counter[str]) -> Iterator[str]:
    """The text above the list of the issues.

    :param found: how much was found in all of them, by group
    """
    archive = registers.archive
    yield say("quality.intro")
    yield facts(_archive_facts(archive, found))
    yield from kinds_markdown([record.issue for record in archive.issues], found, LEVEL)
    yield from archive_ledger(archive.issues, LEVEL)
    yield heading(LEVEL, say("quality.citations"), "citations")
    understood = count_understood(archive.documents)
    nothing = registers.where_empty(say("quality.no_citations"))
    if understood.total:
        yield from understanding_markdown(understood, QUALITY)
    else:
        yield nothing
    yield from topics_markdown(archive, LEVEL)
    yield heading(LEVEL, say("quality.accuracy"), "accuracy")
    annotated = [record for record in archive.issues if record.accuracy]
    if not annotated:
        yield say("quality.none_annotated")
        return
    yield say("quality.annotated", limits=say("accuracy.limits"))
    links = (report_link(issue_label(registers, record), record, QUALITY) for record in annotated)
    yield bullets(links)


def _archive_facts(archive: Archive, found: Counter[str]) -> list[tuple[str, list[str]]]:
    """Totals; issues whose characters are not known do not count among the characters."""
    issues = [record.issue for record in archive.issues]
    corrections = sum(count_corrections(issue).applied for issue in issues)
    annotated = sum(record.accuracy is not None for record in archive.issues)
    return [
        (say("listing.issues"), [say("amount.issues", n=len(issues))]),
        *character_facts(issues),
        (say("ledger.title"), [account_words(archive.issues)]),
        (say("quality.corrections"), [say("amount.entries", n=corrections)]),
        (say("quality.findings"), [count_words(found) or say("quality.nothing")]),
        (say("quality.annotations"), [say("amount.issues", n=annotated)]),
    ]


def _total(counts: Iterable[Counter[str]]) -> Counter[str]:
    """How much was found in some issues, added up."""
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return total
