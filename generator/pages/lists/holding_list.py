"""文号收录情况: for each 机关代字 and year the numbers held, the gaps, and the highest number seen."""

from collections.abc import Iterator, Sequence

from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Listing, group_by, listing_pages
from generator.pages.writing.addresses import document_uri, home_crumb
from generator.pages.writing.markdown import link, span
from generator.pages.writing.page import Page
from generator.registers.holdings import Series, list_series
from generator.words.wording import count

HOLDINGS = "archive/numbers/holdings.md"
MOST = 40
"""Most numbers, and most gaps, that a row names one by one."""
_INTRO = (
    "按公报、机关代字和年份列出本库已收的文号、其间的缺号和所见最大号。",
    "最大号取自所收文件和同一公报文件的引用；缺号可能未予刊登，也可能刊登在本库未收的各期。",
)


def holding_pages(registers: Registers) -> Iterator[Page]:
    """The register, by gazette."""
    titles = {id_: record.title for id_, record in registers.publications.items()}
    yield from listing_pages(
        Listing(
            uri=HOLDINGS,
            title="文号收录情况",
            description="各机关代字各年份已收的文号、缺号和所见最大号。",
            kind="listing",
            above=(home_crumb(), ("文号", registers.numbers.index)),
            columns=_columns(registers),
            groups=group_by(
                list_series(registers.archive),
                lambda series: series.publication,
                titles.__getitem__,
            ),
            intro=_INTRO,
            empty=registers.where_empty("本库所收文件都没有带机关代字的文号。"),
            unit="组",
        )
    )


def _columns(registers: Registers) -> tuple[Column[Series], ...]:
    """Prefix with its page, year, numbers held, gaps, highest."""
    return (
        Column(
            "机关代字",
            lambda series, uri: link(series.prefix, registers.numbers.uri(series.prefix), uri),
        ),
        Column("年份", lambda series, _: f"{series.year}年"),
        Column(
            "已收", lambda series, uri: _held(series, registers.numbers.uri(series.prefix), uri)
        ),
        Column("缺号", lambda series, _: _missing(series.missing)),
        Column("最大号", _highest),
    )


def _held(series: Series, all_of_prefix: str, uri: str) -> str:
    """The serial numbers held, each leading to its document.

    Of many the first are there, and a link to all.
    """
    links = [link(f"{serial}", document_uri(record), uri) for serial, record in series.held[:MOST]]
    more = (
        [link(f"全部{count(len(series.held))}", all_of_prefix, uri)]
        if len(series.held) > MOST
        else []
    )
    return "、".join([*links, *more])


def _missing(runs: Sequence[tuple[int, int]]) -> str:
    """Gaps as printed in a catalogue: 1—7、9."""
    shown = "、".join(
        f"{first}" if first == last else f"{first}—{last}" for first, last in runs[:MOST]
    )
    if len(runs) <= MOST:
        return shown
    total = sum(last - first + 1 for first, last in runs)
    return f"{shown}等{count(total, '号')}"


def _highest(series: Series, uri: str) -> str:
    """The highest number, and who cites it when it is not held."""
    if series.cited_by is None:
        return f"{series.highest}"
    return f"{series.highest}（{link('见引用', document_uri(series.cited_by), uri)}） {span('未收', 'muted')}"
