"""总览图: documents by gazette and year, by issuer and month, and what they cite.

All of it is there as pictures and as tables, and all are bounded.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from math import sqrt
from typing import NamedTuple

from generator.pages.index.indexes import Registers, issuers_of
from generator.pages.pictures.network_archive import network_markdown
from generator.pages.writing.addresses import (
    Crumb,
    crumbs,
    gazette_uri,
    home_crumb,
    registers_crumb,
)
from generator.pages.writing.escape import escape, escape_html, language_of
from generator.pages.writing.markdown import heading, join, link, table
from generator.pages.writing.page import NOT_SEARCHED, Page
from generator.words.say import say
from generator.words.unnamed import UNKNOWN_ISSUER
from generator.words.wording import month_of, month_words, year_label, year_of

PICTURE = "archive/picture.md"
MOST_GAZETTES, MOST_YEARS, MOST_ISSUERS, MOST_MONTHS = 20, 24, 12, 24
"""Rows and columns of the two pictures, however large the archive is;
the newest years and months are shown."""
WIDTH, LABEL, ROW, LETTERS, FIGURE = 824, 176, 36, 11, 9
"""Units of a drawing: its width, which is that of the text of the page on a desk, room for row labels,
height of a row; characters of a label; width of a figure."""

Counts = Mapping[tuple[str, str], int]
"""Documents by row and column."""


class Grid(NamedTuple):
    """Counts in rows and columns that can be drawn and written."""

    name: str
    """For ids and classes."""
    title: str
    """What is counted."""
    rows: Sequence[str]
    """Keys of the rows, the largest first."""
    columns: Sequence[str]
    """Keys of the columns, in the order of time."""
    counts: Counts
    """Documents by row and column."""


def picture_pages(registers: Registers) -> Iterator[Page]:
    """The one page with the pictures."""
    years, months = _by_gazette(registers), _by_issuer(registers)
    titles = {record.id: record.title for record in registers.archive.publications}
    empty = registers.where_empty(say("picture.no_dates"))
    name = say("picture.title")
    blocks = [
        crumbs(PICTURE, (home_crumb(), registers_crumb()), name),
        heading(1, name, "title"),
        say("picture.text") if years.counts or months.counts else "",
        heading(2, years.title, "by-gazette"),
        grid_svg(years, titles, {year: year for year in years.columns}) or empty,
        _table(
            years,
            say("picture.by_gazette"),
            {id_: (title, gazette_uri(id_)) for id_, title in titles.items()},
            year_label,
        ),
        heading(2, months.title, "by-issuer"),
        grid_svg(months, {}, {month: _short_month(month) for month in months.columns}) or empty,
        _table(
            months,
            say("picture.by_issuer"),
            {issuer: (issuer, registers.issuers.uri(issuer)) for issuer in months.rows},
            _month,
        ),
        *network_markdown(registers, PICTURE),
    ]
    named = {
        "title": name,
        "description": say("picture.description"),
        "kind": "register",
    }
    yield Page(uri=PICTURE, meta={**named, **NOT_SEARCHED}, text=join(blocks))


def grid_svg(grid: Grid, labels: Mapping[str, str], columns: Mapping[str, str]) -> str:
    """Circles whose areas are the counts; the table below is the alternative."""
    if not grid.counts:
        return ""
    top = max(grid.counts.values())
    step = (WIDTH - LABEL) // len(grid.columns)
    width, height = LABEL + step * len(grid.columns), ROW * (len(grid.rows) + 1)
    label = f"picture-{grid.name}"
    return "\n".join(
        [
            f'<figure class="picture picture-{grid.name}">',
            f'<svg viewBox="0 0 {width} {height}" role="img" aria-labelledby="{label}">',
            f'<title id="{label}">{escape_html(say("picture.label", title=grid.title))}</title>',
            *_rows(grid, labels, top, step),
            *_axis(grid, columns, height, step),
            "</svg>",
            "</figure>",
        ]
    )


def _rows(grid: Grid, labels: Mapping[str, str], top: int, step: int) -> Iterator[str]:
    """Label, line and circles of each row."""
    width = LABEL + step * len(grid.columns)
    for row, key in enumerate(grid.rows):
        y = row * ROW + ROW // 2
        yield f'<line class="picture-line" x1="{LABEL}" y1="{y}" x2="{width}" y2="{y}"></line>'
        yield _text(LABEL - 8, y, _cut(labels.get(key, key)), "end")
        for column, name in enumerate(grid.columns):
            if number := grid.counts.get((key, name), 0):
                x = LABEL + step * column + step // 2
                radius = max(round(sqrt(number / top) * (min(ROW, step) // 2 - 2)), 3)
                yield f'<circle class="picture-dot" cx="{x}" cy="{y}" r="{radius}"></circle>'


def _axis(grid: Grid, columns: Mapping[str, str], height: int, step: int) -> Iterator[str]:
    """The names of the columns below the rows; of narrow ones as many as there is room for, the newest always."""
    room = max(len(name) for name in columns.values()) * FIGURE
    last = len(grid.columns) - 1
    for column, name in enumerate(grid.columns):
        if (last - column) % -(-room // step):
            continue
        yield _text(LABEL + step * column + step // 2, height - ROW // 2, columns[name], "middle")


def _text(x: int, y: int, text: str, anchor: str) -> str:
    """A label of the drawing; ``anchor``: which end of it is at ``x``."""
    return (
        f'<text class="picture-label" x="{x}" y="{y}" text-anchor="{anchor}"'
        f' dominant-baseline="central"{language_of(text)}>'
        f"{escape_html(text)}</text>"
    )


def _cut(label: str) -> str:
    """The label, cut in its middle where it is too long: places begin and offices end alike."""
    return label if len(label) <= LETTERS else f"{label[:5]}…{label[-5:]}"


def _table(
    grid: Grid, header: str, names: Mapping[str, Crumb], column: Callable[[str], str]
) -> str:
    """The counts of a picture: a row for each column of time that has any.

    :param names: what each row of the picture is called, and its page; a link where it is there for
        the first time
    """
    rows = []
    linked: set[str] = set()
    for name in reversed(grid.columns):
        keys = [key for key in grid.rows if (key, name) in grid.counts]
        counts = {key: grid.counts[key, name] for key in keys}
        shown = [
            escape(names[key][0]) if key in linked else link(*names[key], PICTURE) for key in keys
        ]
        linked.update(keys)
        named = [f"{label} {counts[key]:,}" for key, label in zip(keys, shown, strict=True)]
        rows.append([column(name), f"{sum(counts.values()):,}", say("list.semicolon").join(named)])
    if not rows:
        return ""
    return table([say("picture.time"), say("listing.documents"), header], rows)


def _by_gazette(registers: Registers) -> Grid:
    """Documents by gazette and year of their date."""
    counts: Counter[tuple[str, str]] = Counter()
    for record in registers.documents:
        if year := year_of(record.day):
            counts[record.gazette, year] += 1
    return _grid("gazettes", say("picture.gazettes"), counts, MOST_GAZETTES, MOST_YEARS)


def _by_issuer(registers: Registers) -> Grid:
    """Documents by issuer and month of their date."""
    counts: Counter[tuple[str, str]] = Counter()
    for record in registers.documents:
        if year := year_of(record.day):
            month = f"{year}-{month_of(record.day)}"
            counts.update((name, month) for name in issuers_of(record.document))
    known = {key: number for key, number in counts.items() if key[0] != UNKNOWN_ISSUER}
    return _grid("issuers", say("picture.issuers"), known, MOST_ISSUERS, MOST_MONTHS)


def _grid(name: str, title: str, counts: Counts, rows: int, columns: int) -> Grid:
    """The newest columns and, in them, the largest rows."""
    newest = sorted({column for _, column in counts})[-columns:]
    totals: Counter[str] = Counter()
    for (row, column), number in counts.items():
        totals[row] += number if column in newest else 0
    present = [row for row, number in totals.items() if number]
    largest = sorted(present, key=lambda row: (-totals[row], row))[:rows]
    shown = set(product(largest, newest))
    kept = {place: number for place, number in counts.items() if place in shown}
    return Grid(name, title, largest, newest, kept)


def _month(name: str) -> str:
    """2021年10月 for ``2021-10``."""
    month = str(int(name[5:]))
    return say("date.month_of_year", year=name[:4], month=month, name=month_words(month))


def _short_month(name: str) -> str:
    """21.10 for 2021-10, which fits below a column."""
    return say("picture.short_month", year=name[2:4], month=str(int(name[5:])))
