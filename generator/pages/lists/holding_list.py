"""文号收录情况: for each 机关代字 and year the numbers held, the gaps, and the highest number seen."""

from collections.abc import Iterator, Sequence

from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Listing, group_by, listing_pages
from generator.pages.writing.addresses import document_uri, home_crumb
from generator.pages.writing.markdown import link, span
from generator.pages.writing.page import Page
from generator.registers.holdings import Series, list_series
from generator.words.say import say
from generator.words.wording import from_to, join_names

HOLDINGS = "archive/numbers/holdings.md"
MOST = 40
"""Most numbers, and most gaps, that a row names one by one."""


def holding_pages(registers: Registers) -> Iterator[Page]:
    """The register, by gazette."""
    titles = {id_: record.title for id_, record in registers.publications.items()}
    yield from listing_pages(
        Listing(
            uri=HOLDINGS,
            title=say("holdings.title"),
            description=say("holdings.description"),
            kind="listing",
            above=(home_crumb(), (say("register.title.numbers"), registers.numbers.index)),
            columns=_columns(registers),
            groups=group_by(
                list_series(registers.archive),
                lambda series: series.publication,
                titles.__getitem__,
            ),
            intro=(say("holdings.intro"), say("holdings.intro_gaps")),
            empty=registers.where_empty(say("holdings.empty")),
            unit="series",
        )
    )


def _columns(registers: Registers) -> tuple[Column[Series], ...]:
    """Prefix with its page, year, numbers held, gaps, highest."""
    return (
        Column(
            say("holdings.prefix"),
            lambda series, uri: link(series.prefix, registers.numbers.uri(series.prefix), uri),
        ),
        Column(say("holdings.year"), lambda series, _: say("date.year", year=str(series.year))),
        Column(
            say("holdings.held"),
            lambda series, uri: _held(series, registers.numbers.uri(series.prefix), uri),
        ),
        Column(say("holdings.missing"), lambda series, _: _missing(series.missing)),
        Column(say("holdings.highest"), _highest),
    )


def _held(series: Series, all_of_prefix: str, uri: str) -> str:
    """The serial numbers held, each leading to its document.

    Of many the first are there, and a link to all.
    """
    links = [link(f"{serial}", document_uri(record), uri) for serial, record in series.held[:MOST]]
    more = (
        [link(say("listing.all", n=len(series.held)), all_of_prefix, uri)]
        if len(series.held) > MOST
        else []
    )
    return join_names([*links, *more])


def _missing(runs: Sequence[tuple[int, int]]) -> str:
    """Gaps as printed in a catalogue: 1—7、9."""
    shown = join_names(from_to([str(first), str(last)]) for first, last in runs[:MOST])
    if len(runs) <= MOST:
        return shown
    total = sum(last - first + 1 for first, last in runs)
    return say("holdings.more_missing", shown=shown, n=total)


def _highest(series: Series, uri: str) -> str:
    """The highest number, and who cites it when it is not held."""
    highest = str(series.highest)
    if series.cited_by is None:
        return highest
    citing = link(say("holdings.citing"), document_uri(series.cited_by), uri)
    missing = span(say("holdings.not_held"), "muted")
    return say("holdings.highest_cited", number=highest, citing=citing, mark=missing)
