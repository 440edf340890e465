"""The page of a gazette: its years and issues."""

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec.structs import replace

from generator.lexicon.gazettes import FACT_FORMS
from generator.model import IssueRecord, PublicationRecord
from generator.pages.body.validity_note import COVERAGE, coverage_markdown
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Listing, group_by, listing_pages
from generator.pages.lists.gazette_list import document_count, years_of
from generator.pages.search_page import search_within
from generator.pages.writing.addresses import gazette_uri, gazettes_crumb, home_crumb, issue_uri
from generator.pages.writing.escape import escape, escape_label
from generator.pages.writing.markdown import dated, facts, link, relative
from generator.pages.writing.page import Page
from generator.parse.issue.labelled_facts import read_facts
from generator.reference.head_values import head_of_gazette
from generator.words.say import say
from generator.words.wording import from_to, issue_name, join_names


def gazette_pages(registers: Registers) -> Iterator[Page]:
    """A page for each gazette."""
    for publication in registers.archive.publications:
        overview, *parts = listing_pages(_listing(registers, publication))
        yield replace(overview, meta=overview.meta | head_of_gazette(publication))
        yield from parts


def _listing(registers: Registers, publication: PublicationRecord) -> Listing[IssueRecord]:
    """The issues of a gazette by year, newest first."""
    issues = registers.issues_of[publication.id]
    return Listing(
        uri=gazette_uri(publication.id),
        title=publication.title,
        description=say(
            "gazette.description",
            gazette=publication.title,
            years=years_of(registers, publication.id),
            n=len(issues),
        ),
        kind="gazette",
        above=(home_crumb(), gazettes_crumb()),
        columns=_columns(),
        groups=group_by(
            issues,
            lambda record: f"{record.issue.year or ''}",
            lambda year: say("date.year", year=year) if year else say("gazette.year_unknown"),
        ),
        intro=(facts(_facts(registers, publication)), _search(publication)),
        unit="issues",
        newest_first=True,
    )


def _search(publication: PublicationRecord) -> str:
    """The search box of a gazette."""
    label = say("search.within_gazette")
    return search_within(gazette_uri(publication.id), "gazette", publication.title, label)


def _facts(registers: Registers, publication: PublicationRecord) -> list[tuple[str, list[str]]]:
    """What is known of a gazette."""
    organs = [escape(organ.name) for organ in publication.organs]
    return [
        (say("gazettes.region"), [escape(publication.region or "")]),
        (say("gazette.organs"), [join_names(organs)]),
        (say("listing.years"), [years_of(registers, publication.id)]),
        (say("listing.issues"), [say("amount.issues", n=len(registers.issues_of[publication.id]))]),
        (
            say("listing.documents"),
            [say("amount.documents", n=document_count(registers, publication.id))],
        ),
        *_labelled_facts(registers, publication),
        (say("force.coverage"), list(_coverage(registers.issues_of[publication.id]))),
    ]


def _labelled_facts(
    registers: Registers, publication: PublicationRecord
) -> Iterator[tuple[str, list[str]]]:
    """What the gazette prints of itself behind labels, each as the newest issue has it, with that issue."""
    found: dict[str, tuple[str, IssueRecord]] = {}
    issues = registers.issues_of[publication.id]
    for record in sorted(issues, key=lambda one: (one.year or 0, one.place), reverse=True):
        for name, fact in read_facts(record.issue).items():
            found.setdefault(name, (fact.text, record))
    for name in FACT_FORMS:
        if name in found:
            text, record = found[name]
            path = relative(gazette_uri(publication.id), issue_uri(record))
            issue = f'<span class="nowrap">[{escape_label(issue_name(record.id))}]({path}#masthead)</span>'
            yield (
                say(f"gazette.{name}"),
                [say("gazette.fact_source", fact=escape(text), issue=issue)],
            )


def _coverage(issues: Iterable[IssueRecord]) -> Iterator[str]:
    """How far a gazette is held, as the state of its documents is judged; nothing where it has none."""
    documents = (record for issue in issues for record in issue.documents if record.evidence)
    for record in islice(documents, 1):
        if record.evidence:
            yield f'<span id="{COVERAGE}">{coverage_markdown(record.evidence)}</span>'


def _columns() -> tuple[Column[IssueRecord], ...]:
    """Year and number, serial number, date and count of documents of an issue."""
    return (
        Column(
            say("issue.number"),
            lambda record, uri: link(issue_name(record.id), issue_uri(record), uri),
        ),
        Column(say("issue.serial"), lambda record, _: serial_words(record)),
        Column(
            say("issue.published"), lambda record, _: dated(record.issue.published, classes="date")
        ),
        Column(
            say("listing.documents"),
            lambda record, _: say("amount.documents", n=len(record.documents)),
        ),
    )


def serial_words(record: IssueRecord) -> str:
    """总第57期: the number of an issue since the first; empty where it is not printed."""
    serials = record.issue.serials or filter(None, (record.issue.serial,))
    printed = from_to([str(serial) for serial in serials])
    return say("issue.serial_number", number=printed) if printed else ""
