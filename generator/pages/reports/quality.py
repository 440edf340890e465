"""质量报告: what was changed, doubted and lost, and how accurate the reading is.

The figures are those of each issue and of the archive.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from generator.accuracy.understanding import count_understood
from generator.model import Archive, Issue, IssueRecord
from generator.pages.body.collation import (
    GROUPS,
    count_groups,
    count_words,
    group_of,
)
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Listing, group_by, listing_pages
from generator.pages.reports.accuracy_tables import accuracy_markdown
from generator.pages.reports.character_facts import character_facts, untouched
from generator.pages.reports.ledger_section import account_words, archive_ledger, issue_ledger
from generator.pages.reports.understanding_table import understanding_markdown
from generator.pages.writing.addresses import (
    QUALITY,
    crumbs,
    gazette_uri,
    gazettes_crumb,
    home_crumb,
    issue_uri,
    quality_crumb,
    quality_uri,
)
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import bullets, facts, heading, join, link, paragraph, table
from generator.pages.writing.page import NOT_SEARCHED, Page
from generator.source import count_corrections
from generator.words.finding_kinds import KINDS, name_kind
from generator.words.say import say
from generator.words.wording import issue_name


def quality_pages(registers: Registers) -> Iterator[Page]:
    """The report on the archive."""
    yield from listing_pages(_listing(registers))


def quality_of_issues(registers: Registers) -> Iterator[Page]:
    """A report on each issue."""
    for record in registers.archive.issues:
        yield _issue_page(registers, record)


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
                lambda record, uri: link(registers.full_name(record), quality_uri(record), uri),
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
    yield from _kinds([record.issue for record in archive.issues], found)
    yield from archive_ledger(archive.issues)
    yield heading(2, say("quality.citations"), "citations")
    understood = count_understood(archive.documents)
    nothing = registers.where_empty(say("quality.no_citations"))
    if understood.total:
        yield from understanding_markdown(understood, QUALITY)
    else:
        yield nothing
    yield heading(2, say("quality.accuracy"), "accuracy")
    annotated = [record for record in archive.issues if record.accuracy]
    if not annotated:
        yield say("quality.none_annotated")
        return
    yield say("quality.annotated", limits=say("accuracy.limits"))
    links = (
        link(registers.full_name(record), quality_uri(record), QUALITY) for record in annotated
    )
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


def _issue_page(registers: Registers, record: IssueRecord) -> Page:
    """The report on one issue."""
    uri = quality_uri(record)
    title = registers.publications[record.publication].title
    above = (
        home_crumb(),
        gazettes_crumb(),
        (title, gazette_uri(record.publication)),
        (issue_name(record.id), issue_uri(record)),
    )
    name = say("quality.title", gazette=title, issue=issue_name(record.id))
    found = count_groups(record.issue.findings)
    blocks = [
        crumbs(uri, above, say("nav.quality")),
        heading(1, name, "title"),
        facts(_issue_facts(record, found)),
        *_kinds([record.issue], found),
        *issue_ledger(record),
        heading(2, say("quality.contents"), "contents"),
        _contents(record),
        heading(2, say("quality.accuracy"), "accuracy"),
        *_accuracy(record),
        say("quality.of_archive", report=link(*quality_crumb(), uri)),
    ]
    return Page(uri=uri, meta=_meta(name), text=join(blocks))


def _meta(title: str) -> dict[str, object]:
    """Front matter."""
    return {
        "title": title,
        "description": say("quality.issue_description", title=title),
        "kind": "quality",
        **NOT_SEARCHED,
    }


def _issue_facts(record: IssueRecord, found: Counter[str]) -> list[tuple[str, list[str]]]:
    """The figures of an issue."""
    issue = record.issue
    corrections = count_corrections(issue)
    applied = say("amount.entries", n=corrections.applied)
    if corrections.failed:
        applied = say("quality.some_failed", applied=applied, n=corrections.failed)
    return [
        (say("quality.source"), [escape(issue.source)]),
        *character_facts([issue]),
        (say("ledger.title"), [account_words([record])]),
        (say("quality.corrections"), [applied]),
        (say("quality.findings"), [count_words(found) or say("quality.nothing")]),
    ]


def _kinds(issues: Sequence[Issue], found: Counter[str]) -> Iterator[str]:
    """How often each kind of finding occurs, and what it means.

    Losses come first, then doubts, then what was put right, then the marks that were taken away.

    :param found: how much was found, by group; places of two issues are never one
    """
    counts: Counter[tuple[str, str]] = Counter()
    for finding in chain.from_iterable(issue.findings for issue in issues):
        counts[group_of(finding), finding.kind] += finding.times
    if not counts:
        return
    yield heading(2, say("quality.kinds"), "kinds")
    if found.total() < counts.total():
        yield paragraph(say("quality.kinds_overlap"))
    kinds = [*KINDS, *(kind for _, kind in counts)]

    def as_explained(key: tuple[str, str]) -> tuple[int, int]:
        """Sort key: by group, then in the order of the explanations."""
        group, kind = key
        return GROUPS.index(group), kinds.index(kind)

    rows = (_kind_row(*key, counts[key]) for key in sorted(counts, key=as_explained))
    header = [say(f"quality.column.{name}") for name in ("severity", "kind", "number", "text")]
    yield table(header, rows, "findings")


def _total(counts: Iterable[Counter[str]]) -> Counter[str]:
    """How much was found in some issues, added up."""
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return total


def _kind_row(group: str, kind: str, number: int) -> list[str]:
    """Group, name, count and explanation of a kind."""
    name, explanation = name_kind(kind)
    return [say(f"notes.group.{group}"), escape(name), f"{number:,}", escape(explanation)]


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
    yield from accuracy_markdown(record.accuracy)
    makes_no_difference = record.accuracy.read == record.accuracy.published
    if makes_no_difference and count_corrections(record.issue).applied:
        yield say("quality.same")
