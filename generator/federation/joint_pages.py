"""The pages of an index over several archives: none of them is of one document, and none grows with their number."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.federation.joining import Joined
from generator.federation.members import Member
from generator.federation.ways_out import (
    gazette_address,
    issue_out,
    link_out,
    number_out,
    title_out,
)
from generator.model import PublicationRecord
from generator.pages.home import register_entries
from generator.pages.index.document_rows import date_column, issuer_column, number_column
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Group, Listing, listing_pages
from generator.pages.index.named import Named, named_pages
from generator.pages.lists.five_lists import (
    group_by_month,
    group_by_number,
    months_of,
    newest_year_first,
)
from generator.pages.lists.gazette_list import document_count, years_of
from generator.pages.search_page import SEARCH_ADDRESS, SearchWords, search_form, search_page
from generator.pages.writing.addresses import GAZETTES, HOME, REGISTERS, crumbs, home_crumb
from generator.pages.writing.escape import escape
from generator.pages.writing.furnish import furnish
from generator.pages.writing.markdown import (
    definition,
    facts,
    heading,
    join,
    link,
    paragraph,
    section,
    table,
)
from generator.pages.writing.page import NOT_SEARCHED, Page
from generator.words.say import say
from generator.words.unnamed import OTHER_NUMBERS
from generator.words.wording import from_to, join_names, name_label, year_label

ARCHIVES = "archive/archives/index.md"
"""Address of the list of the archives."""
ABOUT = "about.md"
"""Address of the page about the index."""
FEDERATION = "data/federation.json"
"""Address of the data file that says which archives there are."""
MOST_ON_HOME = 50
"""Archives that the home page lists."""
MOST_PLACES = 5
"""Places of an archive that are named; of more only the count is."""


class Held(NamedTuple):
    """An archive of the index, and what is listed of it."""

    member: Member
    gazettes: tuple[PublicationRecord, ...]
    said: str | None = None
    """What its site is called."""

    def places(self) -> list[str]:
        """Where its gazettes are of, each once."""
        return sorted({record.region for record in self.gazettes if record.region})

    def name(self) -> str:
        """What it is called: by itself, by its one gazette or its one place, else by its address."""
        if self.said:
            return self.said
        if len(self.gazettes) == 1:
            return self.gazettes[0].title
        places = self.places()
        if len(places) == 1:
            return say("federation.archive_of", place=places[0])
        return self.member.host

    def issues(self, registers: Registers) -> int:
        """How many issues it has."""
        return sum(len(registers.issues_of[record.id]) for record in self.gazettes)

    def documents(self, registers: Registers) -> int:
        """How many documents it has."""
        return sum(document_count(registers, record.id) for record in self.gazettes)

    def years(self, registers: Registers) -> str:
        """The years of its issues."""
        issues = (issue for record in self.gazettes for issue in registers.issues_of[record.id])
        return from_to(sorted(str(issue.year) for issue in issues if issue.year))


def joint_pages(joined: Joined, registers: Registers) -> Iterator[Page]:
    """All pages that are generated."""
    pages = (
        home_page, lambda joined, registers: listing_pages(archive_list(joined, registers)), register_page,
        gazette_pages, issuer_pages, year_pages, number_pages,
    )  # fmt: skip
    for build in pages:
        yield from map(furnish, build(joined, registers))


def held_archives(joined: Joined) -> tuple[Held, ...]:
    """The archives by place, then by key."""
    gazettes, names = joined.by_member(), joined.names
    held = (
        Held(member, tuple(gazettes[member.key]), names.get(member.key))
        for member in joined.members
    )
    return tuple(sorted(held, key=lambda one: (one.places()[:1], one.member.key)))


def archive_columns(joined: Joined, registers: Registers) -> tuple[Column[Held], ...]:
    """An archive, its places, its address, and how much it holds."""
    return (
        Column(
            say("federation.archive"),
            lambda one, uri: link_out(one.name(), one.member.address, uri),
        ),
        Column(say("gazettes.region"), lambda one, _: escape(_in_few(one.places()))),
        Column(say("federation.where"), lambda one, _: escape(one.member.where(joined.address))),
        Column(say("federation.gazettes"), lambda one, _: f"{len(one.gazettes):,}"),
        Column(say("listing.years"), lambda one, _: one.years(registers)),
        Column(say("listing.issues"), lambda one, _: f"{one.issues(registers):,}"),
        Column(say("listing.documents"), lambda one, _: f"{one.documents(registers):,}"),
    )


def _in_few(names: list[str]) -> str:
    """Names, or where they are many the first of them and how many there are."""
    if len(names) <= MOST_PLACES:
        return join_names(names)
    return say("federation.places", places=join_names(names[:MOST_PLACES]), n=len(names))


def archive_list(joined: Joined, registers: Registers) -> Listing[Held]:
    """The archives."""
    return Listing(
        uri=ARCHIVES,
        title=say("federation.archives"),
        description=say("federation.archives_description"),
        kind="register",
        above=(home_crumb(),),
        columns=archive_columns(joined, registers),
        groups=(Group("", "", held_archives(joined)),),
        unit="archives",
        as_index=True,
    )


def home_page(joined: Joined, registers: Registers) -> Iterator[Page]:
    """The one home page: what the index is over, and the ways in."""
    site, words = registers.site, searched()
    about = site.description or say("federation.about")
    archives = say("count.archives", n=len(joined.members))
    documents = say("count.documents", n=len(registers.documents))
    held = held_archives(joined)[:MOST_ON_HOME]
    columns = archive_columns(joined, registers)
    rows = ([column.cell(one, HOME) for column in columns] for one in held)
    more = len(joined.members) > len(held)
    listed = link(say("federation.all_archives"), ARCHIVES, HOME) if more else ""
    blocks = [
        heading(1, site.name, "title"),
        escape(about),
        search_form(SEARCH_ADDRESS, words),
        paragraph(
            say("federation.unscripted", registers=link(say("nav.registers"), REGISTERS, HOME)),
            "unscripted muted",
        ),
        *_holdings(joined, registers),
        heading(2, say("federation.archives"), "archives"),
        table([column.name for column in columns], rows),
        listed,
        *_ways(registers),
    ]
    said = say("federation.description", about=about, archives=archives, documents=documents)
    meta = {"title": site.name, "description": said, "kind": "home"}
    yield Page(uri=HOME, meta={**meta, "hide": ["toc", "navigation"]}, text=join(blocks))


def _holdings(joined: Joined, registers: Registers) -> Iterator[str]:
    """Counts of archives, gazettes, issues and documents, and the years covered."""
    years = sorted(record.year for record in joined.archive.issues if record.year)
    period = from_to(list(map(str, years)))
    archives = say("amount.archives", n=len(joined.members))
    gazettes = say("amount.gazettes", n=len(joined.archive.publications))
    yield heading(2, say("federation.holdings"), "holdings")
    yield facts(
        [
            (say("federation.archives"), [link(archives, ARCHIVES, HOME)]),
            (say("nav.gazettes"), [link(gazettes, GAZETTES, HOME)]),
            (say("listing.issues"), [say("amount.issues", n=len(joined.archive.issues))]),
            (say("listing.documents"), [say("amount.documents", n=len(registers.documents))]),
            (say("nav.years"), [say("date.year", year=period) if period else ""]),
        ],
        "holdings",
    )


def _ways(registers: Registers) -> Iterator[str]:
    """The listings, each with its largest names."""
    yield heading(2, say("home.ways"), "ways")
    yield from register_entries(registers, "year", "issuer", "number")
    yield link(say("nav.registers"), REGISTERS, HOME)


def register_page(joined: Joined, registers: Registers) -> Iterator[Page]:
    """The one page that leads to every listing."""
    pairs = [
        (
            say("federation.archives"),
            ARCHIVES,
            say("federation.by_archives", n=len(joined.members)),
        ),
        (
            say("nav.gazettes"),
            GAZETTES,
            say("register_index.gazettes", n=len(joined.archive.publications)),
        ),
    ]
    for name, register in (
        ("issuers", registers.issuers),
        ("years", registers.years),
        ("numbers", registers.numbers),
    ):
        text = say(f"register_index.by.{name}", n=len(register.documents))
        pairs.append((say(f"register.title.{name}"), register.index, text))
    title = say("nav.registers")
    entries = (definition(link(name, uri, REGISTERS), [text]) for name, uri, text in pairs)
    blocks = [
        crumbs(REGISTERS, (home_crumb(),), title),
        heading(1, title, "title"),
        section("registers", "\n\n".join(entries)),
    ]
    said = say("federation.registers_description")
    meta = {"title": title, "description": said, "kind": "register", **NOT_SEARCHED}
    yield Page(uri=REGISTERS, meta=meta, text=join(blocks))


def gazette_pages(joined: Joined, registers: Registers) -> Iterator[Page]:
    """All gazettes by region, each led to in its archive."""
    gazettes = sorted(
        joined.archive.publications, key=lambda record: (record.region or "", record.id)
    )
    names = {one.member.key: one for one in held_archives(joined)}

    def archive_of(record: PublicationRecord, uri: str) -> str:
        held = names[joined.origins[record.id].member.key]
        return link_out(held.name(), held.member.address, uri)

    def name_of(record: PublicationRecord, uri: str) -> str:
        origin = joined.origins[record.id]
        return link_out(origin.title, gazette_address(origin), uri)

    cells: tuple[tuple[str, Callable[[PublicationRecord, str], str]], ...] = (
        (say("gazettes.name"), name_of),
        (say("gazettes.region"), lambda record, _: escape(record.region or "")),
        (say("federation.archive"), archive_of),
        (say("listing.years"), lambda record, _: years_of(registers, record.id)),
        (say("listing.issues"), lambda record, _: f"{len(registers.issues_of[record.id]):,}"),
        (say("listing.documents"), lambda record, _: f"{document_count(registers, record.id):,}"),
    )
    yield from listing_pages(
        Listing(
            uri=GAZETTES,
            title=say("nav.gazettes"),
            description=say("federation.gazettes_description"),
            kind="register",
            above=(home_crumb(),),
            columns=tuple(Column(name, cell) for name, cell in cells),
            groups=(Group("", "", gazettes),),
            empty=say("federation.empty"),
            unit="gazettes",
        )
    )


def issuer_pages(joined: Joined, registers: Registers) -> Iterator[Page]:
    """The index of the issuers and a page of each."""
    yield from named_pages(
        Named(
            register=registers.issuers,
            intro=say("register.intro.issuers"),
            columns=(
                title_out(joined),
                number_column(),
                date_column(),
                issue_out(joined, registers),
            ),
            empty=say("federation.empty"),
        )
    )


def year_pages(joined: Joined, registers: Registers) -> Iterator[Page]:
    """The index of the years, newest first, and a page of each."""
    register = newest_year_first(registers.years)
    yield from named_pages(
        Named(
            register=register,
            intro=say("register.intro.years"),
            columns=(
                title_out(joined),
                number_column(),
                issuer_column(registers),
                date_column(),
                issue_out(joined, registers),
            ),
            empty=say("federation.empty"),
            label=year_label,
            groups=group_by_month,
            extent=Column(
                say("listing.months"), lambda year, _: months_of(register.documents[year])
            ),
        )
    )


def number_pages(joined: Joined, registers: Registers) -> Iterator[Page]:
    """The index of the 机关代字 and a page of each; one number of two archives has two rows that follow each other."""
    yield from named_pages(
        Named(
            register=registers.numbers,
            intro=say("register.intro.numbers", other=name_label(OTHER_NUMBERS)),
            columns=(
                number_out(joined),
                title_out(joined),
                date_column(),
                issue_out(joined, registers),
            ),
            empty=say("federation.empty"),
            groups=group_by_number,
            newest_first=False,
        )
    )


def searched() -> SearchWords:
    """What is said of the search, which knows no texts."""
    return SearchWords(
        say("federation.form"),
        say("federation.placeholder"),
        say("federation.hint"),
        say("federation.search_description"),
        say("federation.search_registers"),
    )


def written_pages() -> Iterator[tuple[str, bytes]]:
    """The pages that do not depend on what the index is over, as files."""
    yield "search.md", search_page(searched()).encode()
    title = say("federation.about_title")
    blocks = [
        crumbs(ABOUT, (home_crumb(),), title),
        heading(1, title, "title"),
        say("federation.about_what"),
        say("federation.about_where"),
        say("federation.about_search"),
        say("federation.about_data", federation=link_out(FEDERATION, FEDERATION, ABOUT)),
    ]
    meta = {"title": title, "description": say("federation.about"), "kind": "about"}
    yield ABOUT, furnish(Page(uri=ABOUT, meta=meta, text=join(blocks))).encoded()
