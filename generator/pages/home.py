"""The home page: what the archive holds and the ways in."""

from collections.abc import Iterator, Mapping

from generator.model import IssueRecord, Site
from generator.pages.home_dates import due_markdown
from generator.pages.index.citations import href
from generator.pages.index.document_rows import (
    date_column,
    issue_link,
    issuer_column,
    number_column,
    title_column,
)
from generator.pages.index.indexes import Register, Registers, newest_first
from generator.pages.index.topic_basis import name_topic
from generator.pages.lists.kind_list import count_kinds
from generator.pages.lists.topic_list import in_order_of_catalogue
from generator.pages.register_index import other_registers
from generator.pages.search_page import SEARCH_ADDRESS, search_form
from generator.pages.writing.addresses import GAZETTES, HOME, REGISTERS, gazette_uri
from generator.pages.writing.chart import bar_chart
from generator.pages.writing.escape import escape, escape_label
from generator.pages.writing.markdown import (
    bullets,
    dated,
    facts,
    heading,
    join,
    link,
    paragraph,
    section,
    span,
    table,
)
from generator.pages.writing.page import Page
from generator.words.say import say
from generator.words.unnamed import UNKNOWN_ISSUER
from generator.words.wording import from_to, name_label, year_label

NEWEST_ISSUES, NEWEST_DOCUMENTS, TOP_ISSUERS, LAST_YEARS, TOP_LINKS = 6, 10, 8, 12, 8
"""How many of each the home page shows, however large the archive is."""


def home_pages(registers: Registers) -> Iterator[Page]:
    """The one home page."""
    site, archive = registers.site, registers.archive
    about = site.description or say("home.about")
    issues = say("count.issues", n=len(archive.issues))
    documents = say("count.documents", n=len(registers.documents))
    blocks = [
        heading(1, site.name, "title"),
        escape(about),
        _part_of(site),
        search_form(SEARCH_ADDRESS),
        paragraph(
            say("home.unscripted", registers=link(say("nav.registers"), REGISTERS, HOME)),
            "unscripted muted",
        ),
        "" if registers.archive.issues else say("empty.issues"),
        *_subjects(registers),
        *_newest_documents(registers),
        *_newest_issues(registers),
        *due_markdown(registers),
        *_entry_points(registers),
        *_holdings(registers),
        *_statistics(registers),
    ]
    meta = {
        "title": site.name,
        "description": say("home.description", about=about, issues=issues, documents=documents),
        "kind": "home",
        "hide": ["toc", "navigation"],
    }
    yield Page(uri=HOME, meta=meta, text=join(blocks))


def _part_of(site: Site) -> str:
    """That this is a part of an archive, and where the whole one is; nothing for a whole archive."""
    if site.whole is None:
        return ""
    address = f"[{escape_label(site.whole)}]({href((site.whole, ''), HOME)})"
    return say("home.part_of", address=address) if site.whole else say("home.part")


def _subjects(registers: Registers) -> Iterator[str]:
    """The classes of subjects that have documents, in the order of the catalogue, with their counts."""
    register = in_order_of_catalogue(registers.topics)
    if not register.documents:
        return
    links = [
        _name(register.uri(code), name_topic(code), len(documents), "more")
        for code, documents in register.documents.items()
    ]
    yield heading(2, say("home.subjects"), "subjects")
    yield section("issue-list tiles", bullets(links))


def _holdings(registers: Registers) -> Iterator[str]:
    """Counts of gazettes, issues, documents and characters, and the years covered."""
    years = sorted(record.year for record in registers.archive.issues if record.year)
    period = from_to(list(map(str, years)))
    characters = sum(record.characters for record in registers.documents)
    gazettes = say("amount.gazettes", n=len(registers.archive.publications))
    yield heading(2, say("home.holdings"), "holdings")
    yield facts(
        [
            (say("nav.gazettes"), [link(gazettes, GAZETTES, HOME)]),
            (say("listing.issues"), [say("amount.issues", n=len(registers.archive.issues))]),
            (say("listing.documents"), [say("amount.documents", n=len(registers.documents))]),
            (say("home.characters"), [_count_characters(characters)]),
            (say("nav.years"), [say("date.year", year=period) if period else ""]),
        ],
        "holdings",
    )


def _count_characters(characters: int) -> str:
    """字数: 3.2万字, or below ten thousand, or in a language that counts by thousands, the exact count."""
    if characters < 10_000:
        return say("amount.characters", n=characters)
    ten_thousands = f"{characters / 10_000:,.1f}"
    return say("amount.many_characters", n=characters, ten_thousands=ten_thousands)


def _newest_issues(registers: Registers) -> Iterator[str]:
    """The newest issues."""
    issues = registers.archive.issues[:NEWEST_ISSUES]
    if not issues:
        return
    yield heading(2, say("home.newest_issues"), "newest-issues")
    lines = []
    for record in issues:
        more = _about_issue(record)
        lines.append(f'{issue_link(registers, record, HOME)} <span class="more">{more}</span>')
    yield section("issue-list", bullets(lines))


def _about_issue(record: IssueRecord) -> str:
    """How many documents an issue has, and when it was published."""
    documents = say("count.documents", n=len(record.documents))
    if not record.issue.published:
        return documents
    return say("home.issue", documents=documents, published=dated(record.issue.published))


def _newest_documents(registers: Registers) -> Iterator[str]:
    """The documents with the newest dates."""
    dated = [record for record in registers.documents if record.day]
    newest = newest_first(dated)[:NEWEST_DOCUMENTS]
    if not newest:
        return
    columns = (title_column(), number_column(), issuer_column(registers), date_column())
    yield heading(2, say("home.newest_documents"), "newest-documents")
    rows = ([column.cell(record, HOME) for column in columns] for record in newest)
    yield table([column.name for column in columns], rows)


def _entry_points(registers: Registers) -> Iterator[str]:
    """Entry points: each register with its largest names, and all of them behind a link."""
    publications = registers.archive.publications
    yield heading(2, say("home.ways"), "ways")
    gazettes = [link(item.title, gazette_uri(item.id), HOME) for item in publications]
    yield from _entry_point("gazette", GAZETTES, gazettes)
    yield from register_entries(registers, "year", "issuer", "kind", "number", "column")
    yield from _other_registers()


def _other_registers() -> Iterator[str]:
    """The registers that list no documents by a name, and one link to all that there are."""
    links = [link(title, uri, HOME) for title, uri in other_registers()]
    yield heading(3, say("home.by.register"), "by-register")
    yield section("way", bullets([*links, link(say("nav.registers"), REGISTERS, HOME)]))


def register_entries(registers: Registers, *wanted: str) -> Iterator[str]:
    """An entry point for each register, by what it lists (``issuer``)."""
    for name in wanted:
        register: Register = getattr(registers, f"{name}s")
        label = year_label if name == "year" else name_label
        counts = _counts(registers, name).items()
        links = [_name(register.uri(item), label(item), number) for item, number in counts]
        yield from _entry_point(name, register.index, links)


def _counts(registers: Registers, name: str) -> Mapping[str, int]:
    """The names of a register by what it lists, and how many its page of each has."""
    if name == "kind":
        return count_kinds(registers)
    register: Register = getattr(registers, f"{name}s")
    names = _years(registers)[::-1] if name == "year" else register.documents
    return {item: len(register.documents[item]) for item in names}


def _entry_point(name: str, index: str, links: list[str]) -> Iterator[str]:
    """One entry point: the first links, and one to all when there are more.

    Nothing where there are none.
    """
    if not links:
        return
    more = [link(say(f"home.all.{name}"), index, HOME)] if len(links) > TOP_LINKS else []
    yield heading(3, say(f"home.by.{name}"), f"by-{name}")
    yield section("way", bullets([*links[:TOP_LINKS], *more]))


def _name(uri: str, label: str, number: int, kind: str = "count") -> str:
    """A name of a register as a link, with how many its page has, which has a class."""
    return f"{link(label, uri, HOME)} {span(say('count.documents', n=number), kind)}"


def _years(registers: Registers) -> list[str]:
    """The years that have documents, oldest first."""
    return sorted(name for name in registers.years.documents if name.isdigit())


def _statistics(registers: Registers) -> Iterator[str]:
    """Documents by year and by issuer: a chart and the same counts as a table."""
    years, issuers = registers.years, registers.issuers
    named = [name for name in issuers.documents if name != UNKNOWN_ISSUER][:TOP_ISSUERS]
    dated = _years(registers)[-LAST_YEARS:]
    if dated or named:
        yield heading(2, say("home.statistics"), "statistics")
    yield from _chart("years", years, dated)
    yield from _chart("issuers", issuers, named)


def _chart(name: str, register: Register, names: list[str]) -> Iterator[str]:
    """A chart of some names of a register, and the table that says the same."""
    if not names:
        return
    title = say(f"home.chart.{name}")
    label = year_label if name == "years" else name_label
    counts = [(label(item), len(register.documents[item])) for item in names]
    yield heading(3, title, f"chart-{name}")
    yield bar_chart(name, say("home.chart_label", title=title), counts)
    links = (link(label(item), register.uri(item), HOME) for item in names)
    numbers = (f"{number:,}" for _, number in counts)
    header = [say(f"home.chart_of.{name}"), say("listing.documents")]
    yield table(header, map(list, zip(links, numbers, strict=True)))
