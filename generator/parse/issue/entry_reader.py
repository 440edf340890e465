"""The reader of the contents: takes their texts one after the other and makes entries of the rows."""

import re
from dataclasses import dataclass, field

from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.gazettes import is_contents_heading, read_column, read_marked_column
from generator.lexicon.numerals import read_number
from generator.model import ContentsEntry, Finding, TextLine
from generator.parse.issue.entries import (
    edge_character,
    ends_entry,
    is_whole,
    make_entry,
    misread_page,
    remark_on,
)
from generator.parse.issue.entry_pages import (
    Page,
    ends_led,
    find_bare_page,
    find_page,
    find_page_first,
    find_rule,
)
from generator.parse.issue.title_index import TitleIndex

_SHORT_COLUMN = re.compile(rf"{HAN}{{2,6}}")


@dataclass(frozen=True, slots=True)
class EntryLimits:
    """What an entry of the contents is; with the first row of what is more the body has begun."""

    characters: int = 150
    """Longest entry, in characters; of a longer line only its end is searched for a page."""
    rows: int = 7
    """Most rows of an entry."""


ENTRY = EntryLimits()


@dataclass(slots=True)
class EntryReader:
    """Entries and masthead lines found so far."""

    entries: list[ContentsEntry] = field(default_factory=list)
    front: list[TextLine] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    column: str | None = None
    column_cell: int | None = None
    """The cell of a table row that names the column."""
    rows: list[tuple[int, str]] = field(default_factory=list)
    """Source lines and texts of the entry that is being read."""

    printed: list[str] = field(default_factory=list)
    """Its lines as they are printed, pages included."""
    page_above: int | None = None
    """The page on the line above the entry that is being read."""
    titles: TitleIndex = field(default_factory=TitleIndex)
    """The titles of the entries."""

    def take(self, number: int, text: str) -> None:
        """Add one text of a source line: a column, the heading 目录, or a row of an entry."""
        page = find_page(text)
        column = None if page else self.column_of(text)
        page_first = None if page or self.rows else find_page_first(text)
        if column or is_contents_heading(text):
            self._take_column(number, text, column)
        elif page_first:
            self._add(number, text, text[page_first.end() :])
            self.close(read_number(page_first["page"]))
        else:
            self._take_row(number, text, page)

    def _take_column(self, number: int, text: str, column: str | None) -> None:
        """Add a line that names a column, which closes the entry above it, or the heading 目录, which does not."""
        if column:
            self._close_lost()
            self.close(None)
            self.column = column
        self.front.append(TextLine(number, text))

    def _take_row(self, number: int, text: str, page: Page | None) -> None:
        """Add a row of an entry; its page, at its end or alone on a line below or above it, closes it."""
        bare = find_bare_page(text)
        if bare and self.rows:
            page = page or Page(bare.start(), read_number(bare["page"]))
        elif self.rows and self._is_next(text):
            self.close(None)
        elif bare and not page:
            self.page_above = read_number(bare["page"])
        if page:
            if rule := find_rule(text):
                self.findings.append(edge_character(number, rule))
            self._add(number, text, text[: page.start])
            self._close_at(number, page)
            return
        self._add(number, text, "" if bare else text)
        if self.page_above and ends_entry(text):
            self.close(None)

    def _close_at(self, line: int, page: Page | None) -> None:
        """Close an entry with its page; one that was misread does not count back."""
        number = page.number if page else None
        if page and page.printed:
            above = self.entries[-1].page if self.entries else None
            number = None if number and above and number < above else number
            self.findings.append(misread_page(line, page.printed, number))
        self.close(number)

    def close_led(self, text: str) -> None:
        """Close an entry whose page was lost: its leaders lead to nothing, and the text opens another title."""
        if is_whole(squeeze(text)):
            self._close_lost()

    def _close_lost(self) -> None:
        """Close an entry that ends with leaders, with a finding on its page."""
        if self.rows and ends_led(self.rows[-1][1]):
            self.findings.append(misread_page(self.rows[-1][0], "", None))
            self.close(None)

    def _is_next(self, text: str) -> bool:
        """Whether a row begins another entry, so that the one above it is without a page.

        That one is whole, up to its kind or its number, and the row opens as titles do. The entry before it has a page:
        where none has one, contents are read otherwise.
        """
        if not self.entries or self.entries[-1].page is None or not is_whole(squeeze(text)):
            return False
        above = "".join(row for _, row in self.rows)
        return is_whole(squeeze(above)) and ends_entry(above)

    def take_unpaged(self, number: int, text: str) -> None:
        """Add one text of contents without pages: a column, or a row of an entry, which its number or kind closes."""
        column = self.column_of(text)
        if column:
            self.column = column
            self.front.append(TextLine(number, text))
            return
        self._add(number, text, text)
        if ends_entry(text):
            self.close(None)

    def take_link(self, number: int, text: str) -> None:
        """Add a link of a web page, which is an entry by itself, with or without a page."""
        self.close(None)
        page = find_page(text)
        self._add(number, text, text[: page.start] if page else text)
        self._close_at(number, page)

    def _add(self, number: int, printed: str, text: str) -> None:
        """Add a row of an entry: as it is printed, and what of it is no page."""
        self.rows.append((number, text))
        self.printed.append(printed)

    @property
    def is_between(self) -> bool:
        """Whether no title has been read since the last entry, but perhaps a page alone on its line."""
        return not any(text for _, text in self.rows)

    def set_aside(self) -> None:
        """Put what was read since the last entry among the lines of the first pages."""
        rows = zip(self.rows, self.printed, strict=True)
        self.front += [TextLine(number, printed) for (number, _), printed in rows]
        self.give_up()

    def give_up(self) -> None:
        """Forget the rows read so far: they are no entry."""
        self.rows, self.printed = [], []

    def column_of(self, text: str) -> str | None:
        """The column that a text names: in brackets anywhere, else, between entries, by its words or its shortness."""
        if self.rows:
            return read_marked_column(text)
        bare = squeeze(text)
        column = read_column(bare)
        if column or is_contents_heading(bare):
            return column
        return bare if _SHORT_COLUMN.fullmatch(bare) else None

    def close(self, page: int | None) -> None:
        """Turn the rows read so far into an entry."""
        page = page or self.page_above
        self.page_above = None
        if not self.rows:
            return
        remark = remark_on(self.rows)
        if remark:
            self.findings.append(remark)
        entry = make_entry(self.rows, self.column, page, self.printed)
        self.entries.append(entry)
        self.titles.add(entry.title)
        self.give_up()

    @property
    def is_too_long(self) -> bool:
        """Whether the rows read so far are more than an entry can be."""
        if len(self.rows) > ENTRY.rows:
            return True
        return sum(len(text) for _, text in self.rows) > ENTRY.characters
