"""The home page: what the archive holds and the ways in."""

from collections.abc import Iterator

from generator.pages.index.document_rows import (
    date_column,
    issuer_column,
    number_column,
    title_column,
)
from generator.pages.index.indexes import Register, Registers, newest_first
from generator.pages.search_page import SEARCH_ADDRESS, search_form
from generator.pages.writing.addresses import GAZETTES, HOME, REGISTERS, gazette_uri, issue_uri
from generator.pages.writing.chart import bar_chart
from generator.pages.writing.escape import escape
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
from generator.words.wording import count, from_to, year_label

ABOUT = "收录政府公报，逐件整理，可按公报、年份、发文机关、文号、文种和栏目查阅。"
"""What every archive is, where nobody says what this one is."""

NEWEST_ISSUES, NEWEST_DOCUMENTS, TOP_ISSUERS, LAST_YEARS, TOP_LINKS = 6, 10, 8, 12, 8
"""How many of each the home page shows, however large the archive is."""


def home_pages(registers: Registers) -> Iterator[Page]:
    """The one home page."""
    site, archive = registers.site, registers.archive
    about = site.description or ABOUT
    held = f"收录公报{len(archive.issues)}期、文件{len(registers.documents)}件。"
    blocks = [
        heading(1, site.name, "title"),
        escape(about),
        search_form(SEARCH_ADDRESS),
        paragraph(
            say("home.unscripted", registers=link(say("nav.registers"), REGISTERS, HOME)),
            "unscripted muted",
        ),
        *_holdings(registers),
        "" if registers.archive.issues else say("empty.issues"),
        *_newest_issues(registers),
        *_newest_documents(registers),
        *_entry_points(registers),
        *_statistics(registers),
    ]
    meta = {
        "title": site.name,
        "description": f"{about}{held}",
        "kind": "home",
        "hide": ["toc", "navigation"],
    }
    yield Page(uri=HOME, meta=meta, text=join(blocks))


def _holdings(registers: Registers) -> Iterator[str]:
    """Counts of gazettes, issues, documents and characters, and the years covered."""
    years = sorted(record.year for record in registers.archive.issues if record.year)
    period = from_to(list(map(str, years)))
    characters = sum(record.characters for record in registers.documents)
    yield heading(2, "馆藏概况", "holdings")
    yield facts(
        [
            ("公报", [link(count(len(registers.archive.publications), "种"), GAZETTES, HOME)]),
            ("期数", [count(len(registers.archive.issues), "期")]),
            ("文件", [count(len(registers.documents))]),
            ("字数", [_count_characters(characters)]),
            ("年份", [f"{period}年" if period else ""]),
        ],
        "holdings",
    )


def _count_characters(characters: int) -> str:
    """字数: 3.2万字, or below ten thousand the exact count."""
    if characters < 10_000:
        return count(characters, "字")
    return f"{characters / 10_000:,.1f}万字"


def _newest_issues(registers: Registers) -> Iterator[str]:
    """The newest issues."""
    issues = registers.archive.issues[:NEWEST_ISSUES]
    if not issues:
        return
    yield heading(2, "最新公报", "newest-issues")
    lines = []
    for record in issues:
        name = registers.full_name(record)
        date = f"{dated(record.issue.published)}出版" if record.issue.published else ""
        more = "，".join(filter(None, [f"{len(record.documents)}件", date]))
        lines.append(f'{link(name, issue_uri(record), HOME)} <span class="more">{more}</span>')
    yield section("issue-list", bullets(lines))


def _newest_documents(registers: Registers) -> Iterator[str]:
    """The documents with the newest dates."""
    dated = [record for record in registers.documents if record.day]
    newest = newest_first(dated)[:NEWEST_DOCUMENTS]
    if not newest:
        return
    columns = (title_column(), number_column(), issuer_column(registers), date_column())
    yield heading(2, "最新文件", "newest-documents")
    rows = ([column.cell(record, HOME) for column in columns] for record in newest)
    yield table([column.name for column in columns], rows)


def _entry_points(registers: Registers) -> Iterator[str]:
    """Entry points: each register with its largest names, and all of them behind a link."""
    publications = registers.archive.publications
    yield heading(2, "查阅途径", "ways")
    yield from _entry_point(
        "公报",
        "gazette",
        GAZETTES,
        [link(item.title, gazette_uri(item.id), HOME) for item in publications],
    )
    for term, name, register, names in (
        ("年份", "year", registers.years, _years(registers)[::-1]),
        ("发文机关", "issuer", registers.issuers, list(registers.issuers.documents)),
        ("文种", "kind", registers.kinds, list(registers.kinds.documents)),
        ("文号", "number", registers.numbers, list(registers.numbers.documents)),
        ("栏目", "column", registers.columns, list(registers.columns.documents)),
    ):
        label = year_label if name == "year" else str
        yield from _entry_point(
            term, name, register.index, [_name(register, item, label(item)) for item in names]
        )
    yield link("全部名录", REGISTERS, HOME)


def _entry_point(term: str, name: str, index: str, links: list[str]) -> Iterator[str]:
    """One entry point: the first links, and one to all when there are more.

    Nothing where there are none.
    """
    if not links:
        return
    more = [link(f"全部{term}", index, HOME)] if len(links) > TOP_LINKS else []
    yield heading(3, f"按{term}", f"by-{name}")
    yield section("way", bullets([*links[:TOP_LINKS], *more]))


def _name(register: Register, name: str, label: str) -> str:
    """A name of a register as a link, with its count."""
    return f"{link(label, register.uri(name), HOME)} {span(count(len(register.documents[name])), 'count')}"


def _years(registers: Registers) -> list[str]:
    """The years that have documents, oldest first."""
    return sorted(name for name in registers.years.documents if name.isdigit())


def _statistics(registers: Registers) -> Iterator[str]:
    """Documents by year and by issuer: a chart and the same counts as a table."""
    years, issuers = registers.years, registers.issuers
    named = [name for name in issuers.documents if name != UNKNOWN_ISSUER][:TOP_ISSUERS]
    dated = _years(registers)[-LAST_YEARS:]
    if dated or named:
        yield heading(2, "文件统计", "statistics")
    yield from _chart("years", "各年文件数", "年份", years, dated)
    yield from _chart("issuers", "各发文机关文件数", "发文机关", issuers, named)


def _chart(name: str, title: str, term: str, register: Register, names: list[str]) -> Iterator[str]:
    """A chart of some names of a register, and the table that says the same."""
    if not names:
        return
    label = year_label if name == "years" else str
    counts = [(label(item), len(register.documents[item])) for item in names]
    yield heading(3, title, f"chart-{name}")
    yield bar_chart(name, f"{title}（条形图，数字见下表）", counts)
    links = (link(label(item), register.uri(item), HOME) for item in names)
    numbers = (f"{number:,}" for _, number in counts)
    yield table([term, "文件数"], map(list, zip(links, numbers, strict=True)))
