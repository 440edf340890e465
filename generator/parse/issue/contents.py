"""The printed table of contents (目录): plain lines, dotted leaders, list items, tab rows, tables, wrapped titles."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.lexicon.characters import HAN, IDEOGRAPHS, fold, squeeze
from generator.lexicon.expressions.years import YEAR
from generator.lexicon.gazettes import IMPRINT, is_contents_heading, read_column, read_marked_column
from generator.lexicon.numbers import read_number_line
from generator.lexicon.numerals import read_number
from generator.lexicon.organs import is_order_head, read_head
from generator.model import ContentsEntry, Finding, TextLine
from generator.parse.draft import Draft
from generator.parse.issue.entries import (
    LEADER,
    author_of,
    damage,
    ends_entry,
    is_scrap,
    make_entry,
    without_ordinals,
    without_scrap,
)
from generator.parse.issue.imprint import cut_imprint
from generator.parse.issue.title_index import TitleIndex
from generator.read import Line

_BEFORE = r"(?:[（(\[［/／]|[Pp]\.?|第|[-－—])?\s*"
_BEHIND = r"\s*(?:[)）\]］]|页|[-－—])?\s*"
"""What may stand around a page: （4）, [4], －4－, P4, 第4页."""
_PAGE = re.compile(
    rf"(?:{LEADER}{{2,}}|[\s/／]|(?<=[{IDEOGRAPHS}）)》”〕]))\s*{_BEFORE}(?P<page>(?!{YEAR})\d{{1,4}}){_BEHIND}$",
)
_PAGE_FIRST = re.compile(rf"(?P<page>\d{{1,4}})(?:\s+|\s*[/／]\s*)(?=[{IDEOGRAPHS}《])")
_BARE_PAGE = re.compile(rf"{LEADER}*{_BEFORE}(?P<page>(?!{YEAR})\d{{1,4}}){_BEHIND}")
_PAGE_CELL = re.compile(r"[（(]?\d{1,4}[)）]?")
_LED_PAGE = re.compile(rf"(?:[…‥]{{2,}}|{LEADER}{{3,}}){_BEFORE}\d+{_BEHIND}$")
_PAGE_WITHIN = re.compile(
    rf"(?:(?<![…‥])[…‥]+|(?<![.．·•])[.．·•]{{3,}}){_BEFORE}\d{{1,4}}{_BEHIND}(?!页)(?=[{IDEOGRAPHS}《【★◆])",
)
"""A page behind its leaders where another entry follows on the same line."""
_PAGE_NAMES = ("页码", "页数", "页次", "页")
_COLUMN_NAMES = ("栏目", "类别", "分类")
_SHORT_COLUMN = re.compile(rf"{HAN}{{2,6}}")


@dataclass(frozen=True, slots=True)
class EntryLimits:
    """What an entry of the contents is; with the first row of what is more the body has begun."""

    characters: int = 150
    """Longest entry, in characters; of a longer line only its end is searched for a page."""
    paged: int = 300
    """Longest line whose end can be a page, in characters: it may hold two entries."""
    rows: int = 7
    """Most rows of an entry."""
    repeated: int = 4
    """Shortest first title, in folded characters, by which contents without pages are told from the body."""


@dataclass(frozen=True, slots=True)
class ContentsLimits:
    """Where contents begin and end."""

    searched: int = 60
    """Lines of a source in which contents without a heading begin; farther down leaders belong to a text."""
    paged: int = 2
    """Fewest lines with leaders and a page that are contents without a heading."""
    column: int = 4
    """Lines from the first of them upwards in which a column heads the contents."""
    imprint: int = 30
    """First lines of the contents in which rows of an imprint beside them are counted."""
    imprint_rows: int = 3
    """Fewest such rows for the first cells to be an imprint; with fewer they belong to the entries."""
    below_column: int = 3
    """Lines below a column in which an entry with a page shows that the contents go on."""
    opening: int = 5
    """Lines over which the title goes that opens the body."""


ENTRY, CONTENTS = EntryLimits(), ContentsLimits()


@dataclass(slots=True)
class _Reader:
    """Entries and masthead lines found so far."""

    entries: list[ContentsEntry] = field(default_factory=list)
    front: list[TextLine] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    column: str | None = None
    column_cell: int | None = None
    """The cell of a table row that names the column."""
    rows: list[tuple[int, str]] = field(default_factory=list)
    """Source lines and texts of the entry that is being read."""

    above: int | None = None
    """The page that stands on the line above the entry that is being read."""
    titles: TitleIndex = field(default_factory=TitleIndex)
    """The titles of the entries."""

    def close(self, page: int | None) -> None:
        """Turn the rows read so far into an entry."""
        page, self.above = page or self.above, None
        if self.rows:
            author = author_of(self.rows)
            self.findings += [author] if author else []
            self.entries.append(make_entry(self.rows, self.column, page))
            self.titles.add(self.entries[-1].title)
            self.rows = []

    @property
    def is_too_long(self) -> bool:
        """Whether the rows read so far are more than an entry can be."""
        return (
            len(self.rows) > ENTRY.rows
            or sum(len(text) for _, text in self.rows) > ENTRY.characters
        )


def read_contents(draft: Draft) -> Draft:
    """The draft with its contents, the lines of its first pages, and the place where the body begins."""
    lines, imprint = cut_imprint(draft.lines)
    reader, lines, body = _read_at_headings(lines)
    entries, findings, scraps = _clean(without_ordinals(reader.entries))
    findings += reader.findings
    reader.front += [
        *imprint,
        *(TextLine(line.number, line.text) for line in lines if line.number in scraps),
    ]
    front = tuple(sorted(reader.front, key=lambda line: line.line))
    return replace(
        draft,
        contents=entries,
        lines=lines,
        front=front,
        body=body,
        findings=(*draft.findings, *findings),
    )


def _read_at_headings(lines: list[Line]) -> tuple[_Reader, list[Line], int]:
    """What was read below the first heading 目录 of the issue, the lines of documents, and where their body begins.

    Behind a document the contents of the issue go on to its end; other ones are those of an instrument.
    """
    begun = next(
        (place for place in range(len(lines)) if _opens_document(lines, place)), len(lines)
    )
    for start in _find_starts(lines):
        behind = begun < start < len(lines)
        reader, body = _read_below(lines, start, start - 1 if behind else 0)
        if reader.entries and not behind:
            return reader, lines, body
        if reader.entries and body == len(lines):
            return reader, lines[: start - 1], 0
    return _Reader(), lines, 0


def _read_below(lines: list[Line], start: int, first: int) -> tuple[_Reader, int]:
    """The contents from ``start`` on, with the lines from ``first`` on above them, and the place after them."""
    above = [TextLine(line.number, line.text) for line in lines[first:start]]
    reader = _Reader(front=[*above])
    body = _read_entries(lines, start, reader)
    if not reader.entries:
        reader = _Reader(front=above)
        body = _read_unpaged(lines, start, reader)
    return reader, body


def _opens_document(lines: list[Line], place: int) -> bool:
    """Whether a line is the number of a document or the head of an order above its number and text."""
    number = read_number_line(lines[place].text)
    if number is None or "〔" in number:
        return number is not None
    text = lines[place + 1].text if place + 1 < len(lines) else ""
    return place > 0 and is_order_head(lines[place - 1].text) and "。" in text


def _clean(
    entries: list[ContentsEntry],
) -> tuple[tuple[ContentsEntry, ...], list[Finding], set[int]]:
    """The entries without scraps, findings on these, and the lines that hold nothing else."""
    scraps = [entry for entry in entries if is_scrap(entry)]
    whole = [entry for entry in entries if not is_scrap(entry)]
    clean = tuple(without_scrap(entry) for entry in whole)
    findings = [damage(entry, "") for entry in scraps]
    findings += [
        damage(old, new.title) for old, new in zip(whole, clean, strict=True) if old != new
    ]
    return clean, findings, {number for entry in scraps for number in entry.lines}


def _find_starts(lines: list[Line]) -> list[int]:
    """The lines after the first and the last heading 目录; else the first of two entries with a page, or the end."""
    headed = [index + 1 for index, line in enumerate(lines) if _is_heading(line)]
    return [*dict.fromkeys((headed[0], headed[-1]))] if headed else [_find_paged(lines)]


def _is_heading(line: Line) -> bool:
    """Whether a line, or a cell of it, is the heading 目录."""
    return any(is_contents_heading(cell) for cell in (line.cells or (line.text,)))


def _find_paged(lines: list[Line]) -> int:
    """The first of at least two entries with a page; else the end."""
    ends = [line.text.strip()[-ENTRY.characters :] for line in lines[: CONTENTS.searched]]
    paged = [index for index, text in enumerate(ends) if _LED_PAGE.search(text)]
    if len(paged) < CONTENTS.paged:
        return len(lines)
    above = range(paged[0], max(-1, paged[0] - CONTENTS.column), -1)
    return next((index for index in above if read_column(lines[index].text)), paged[0])


def _read_entries(lines: list[Line], start: int, reader: _Reader) -> int:
    """Read entries from ``start``; returns the index of the first line of the body."""
    beside = sum(_is_imprint_row(line) for line in lines[start : start + CONTENTS.imprint])
    two_columns = beside >= CONTENTS.imprint_rows
    for index in range(start, len(lines)):
        texts = _texts(lines[index], reader, two_columns=two_columns)
        if not reader.rows and _is_body(lines, index, reader):
            return index
        for text in texts:
            _take(lines[index].number, text, reader)
        if reader.is_too_long:
            return _back(lines, index, reader)
    reader.close(None)
    return len(lines)


def _is_imprint_row(line: Line) -> bool:
    """Whether the first cell of a row belongs to an imprint that stands beside the contents."""
    return bool(line.cells and IMPRINT.search(squeeze(line.cells[0])))


def _texts(line: Line, reader: _Reader, *, two_columns: bool) -> list[str]:
    """The texts of a line that belong to the contents; the imprint beside them goes to the first pages."""
    if not line.cells:
        return _split_entries(line.text)
    names = [squeeze(cell) for cell in line.cells]
    if any(name in _PAGE_NAMES for name in names):
        reader.column_cell = next(
            (place for place, name in enumerate(names) if name in _COLUMN_NAMES), None
        )
        reader.front.append(TextLine(line.number, line.text))
        return []
    cells = _without_column(list(line.cells), reader)
    if two_columns:
        beside = cells.pop(0) if cells else ""
        if beside:
            reader.front.append(TextLine(line.number, beside))
    return _joined([cell for cell in cells if cell])


def _without_column(cells: list[str], reader: _Reader) -> list[str]:
    """The cells of a row without the one that names the column; the reader remembers its name."""
    if reader.column_cell is not None and reader.column_cell < len(cells):
        reader.column = squeeze(cells.pop(reader.column_cell)) or reader.column
    elif len(cells) > 2 and _PAGE_CELL.fullmatch(cells[-1]) and read_column(cells[0]):
        reader.column = squeeze(cells.pop(0))
    return cells


def _split_entries(text: str) -> list[str]:
    """The entries of a line that prints several of them, each up to its page."""
    ends = [match.end() for match in _PAGE_WITHIN.finditer(text)]
    return (
        [text[begin:end].strip() for begin, end in pairwise([0, *ends, len(text)])]
        if ends
        else [text]
    )


def _joined(cells: list[str]) -> list[str]:
    """The filled cells of a row as one text, the page set apart."""
    if len(cells) > 1 and _PAGE_CELL.fullmatch(cells[-1]):
        return ["".join(cells[:-1]) + "\t" + cells[-1]]
    return ["".join(cells)] if cells else []


def _take(number: int, text: str, reader: _Reader) -> None:
    """Add one text of the contents to the reader: a column, the heading 目录, or a row of an entry."""
    page = _find_page(text)
    column = None if page else _column(text, reader)
    first = None if page or reader.rows else _PAGE_FIRST.match(text)
    if column or is_contents_heading(text):
        _take_column(number, text, column, reader)
    elif first:
        reader.rows.append((number, text[first.end() :]))
        reader.close(read_number(first["page"]))
    else:
        _take_row(number, text, page, reader)


def _take_column(number: int, text: str, column: str | None, reader: _Reader) -> None:
    """Add a line that names a column, which closes the entry above it, or the heading 目录, which does not."""
    if column:
        reader.close(None)
        reader.column = column
    reader.front.append(TextLine(number, text))


def _take_row(number: int, text: str, page: re.Match[str] | None, reader: _Reader) -> None:
    """Add a row of an entry; its page, at its end or alone on a line below or above it, closes it."""
    bare = _BARE_PAGE.fullmatch(text.strip())
    if bare and reader.rows:
        page = page or bare
    elif bare and not page:
        reader.above = read_number(bare["page"])
    if page:
        reader.rows.append((number, text[: page.start()]))
        reader.close(read_number(page["page"]))
        return
    reader.rows.append((number, "" if bare else text))
    if reader.above and ends_entry(text):
        reader.close(None)


def _read_unpaged(lines: list[Line], start: int, reader: _Reader) -> int:
    """Read entries without pages up to the line that repeats the first of them; nothing when the body repeats few."""
    end = _find_repeated(lines, start)
    for line in lines[start:end]:
        column = _column(line.text, reader)
        if column:
            reader.column = column
            reader.front.append(TextLine(line.number, line.text))
            continue
        reader.rows.append((line.number, line.text))
        if ends_entry(line.text):
            reader.close(None)
    body = fold("".join(line.text for line in lines[end:]))
    if reader.rows or sum(fold(entry.title) in body for entry in reader.entries) * 2 <= len(
        reader.entries
    ):
        reader.entries = []
    return end


def _find_repeated(lines: list[Line], start: int) -> int:
    """The line that repeats the first title below the heading 目录, a column above it included."""
    first = next(
        (place for place in range(start, len(lines)) if ends_entry(lines[place].text)), len(lines)
    )
    if first - start > ENTRY.rows or first == len(lines):
        return start
    title = fold(make_entry([(0, lines[first].text)], None, None).title)
    if len(title) < ENTRY.repeated:
        return start
    folded = [fold(line.text) for line in lines]
    end = next(
        (place for place in range(first + 1, len(folded)) if _begins_with(folded, place, title)),
        start,
    )
    while end > first + 1 and (read_column(lines[end - 1].text) or read_head(lines[end - 1].text)):
        end -= 1
    return end


def _begins_with(folded: list[str], place: int, title: str) -> bool:
    """Whether a title begins on a line, an organ before it passed over, and goes on over the next ones."""
    found = "".join(folded[place : place + ENTRY.rows]).find(title)
    return 0 <= found < len(folded[place])


def _find_page(text: str) -> re.Match[str] | None:
    """The page at the end of a text, where the text is no longer than an entry."""
    return _PAGE.search(text) if len(text) <= ENTRY.paged else None


def _is_paged(text: str) -> bool:
    """Whether a text has a page at its end or before its title, or is one."""
    found = (_find_page(text), _PAGE_FIRST.match(text), _BARE_PAGE.fullmatch(text.strip()))
    return any(match is not None for match in found)


def _column(text: str, reader: _Reader) -> str | None:
    """The column that a text names: in brackets anywhere, else, between entries, by its words or its shortness."""
    if reader.rows:
        return read_marked_column(text)
    bare = squeeze(text)
    short = _SHORT_COLUMN.fullmatch(bare) and not is_contents_heading(bare)
    return read_column(bare) or (bare if short else None)


def _is_body(lines: list[Line], index: int, reader: _Reader) -> bool:
    """Whether the body begins at ``index``: a red head, or a line that repeats an entry without its page."""
    line = lines[index]
    if not reader.entries or line.cells or _find_page(line.text):
        return False
    below = lines[index + 1 : index + 1 + CONTENTS.below_column]
    if read_column(line.text) and any(_is_paged(after.text) for after in below):
        return False
    if read_head(line.text):
        return True
    return reader.titles.opens(
        fold("".join(after.text for after in lines[index : index + CONTENTS.opening]))
    )


def _back(lines: list[Line], index: int, reader: _Reader) -> int:
    """What was taken for an entry has no page: the body began with its first row."""
    first = reader.rows[0][0]
    reader.rows = []
    while index > 0 and lines[index].number > first:
        index -= 1
    return index
