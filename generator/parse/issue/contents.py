"""The printed table of contents (目录): plain lines, dotted leaders, list items, tab rows, tables, wrapped titles."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.lexicon.characters import fold, squeeze
from generator.lexicon.enumerators import DIVISIONS, read_enumerator
from generator.lexicon.gazettes import IMPRINT, is_contents_heading, read_column
from generator.lexicon.numbers import ANNOUNCEMENTS, read_number_line
from generator.lexicon.organs import is_order_head, read_head
from generator.model import ContentsEntry, Finding, TextLine
from generator.parse.beginnings.linked_entries import repeated_links
from generator.parse.draft import Draft
from generator.parse.issue.entries import (
    damage,
    ends_entry,
    is_scrap,
    make_entry,
    split_day,
    without_ordinals,
    without_scrap,
)
from generator.parse.issue.entry_pages import (
    find_page,
    is_led,
    is_page_cell,
    is_paged,
    join_cells,
    split_entries,
)
from generator.parse.issue.entry_reader import ENTRY, EntryReader
from generator.parse.issue.imprint import cut_imprint
from generator.parse.issue.said_starts import first_said
from generator.parse.owned_lines import in_print_order
from generator.read import Line

_PAGE_NAMES = ("页码", "页数", "页次", "页")
_COLUMN_NAMES = ("栏目", "类别", "分类")


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
    below_title: int = 2
    """Lines below the first one of a title printed once more in which a page shows that it is an entry too."""
    opening: int = 5
    """Lines over which the title goes that opens the body."""
    repeated_title: int = 4
    """Shortest first title, in folded characters, whose repetition opens the body below contents without pages."""


CONTENTS = ContentsLimits()


def read_contents(draft: Draft) -> Draft:
    """The draft with its contents, the lines of its first pages, and the place where the body begins."""
    printed, imprint = cut_imprint(draft.lines)
    reader, lines, body = _read_above_said(printed)
    entries, findings, scraps = _clean(without_ordinals(reader.entries))
    front = [*reader.front, *imprint]
    front += _lines_of_scraps(printed, scraps)
    return replace(
        draft,
        contents=tuple(entries),
        lines=lines,
        front=in_print_order(front, printed),
        body=body,
        findings=(*draft.findings, *findings, *reader.findings),
    )


class _Found(NamedTuple):
    """The contents of an issue, and its documents."""

    reader: EntryReader
    lines: list[Line]
    """All lines but those of contents behind the documents."""
    body: int
    """Where the documents begin."""


def _read_above_said(lines: list[Line]) -> _Found:
    """The contents, which end where people said that the first document begins."""
    found = _read_at_headings(lines)
    first = first_said(lines)
    if first is None or found.body <= first:
        return found
    above = _read_at_headings(lines[:first])
    return _Found(above.reader, lines, min(above.body, first) if above.reader.entries else 0)


def _read_at_headings(lines: list[Line]) -> _Found:
    """The contents below the first heading 目录 that is one of the issue.

    Behind a document the contents of the issue go on to its end; other ones are those of an instrument.
    """
    begun = next(
        (place for place in range(len(lines)) if _opens_document(lines, place)), len(lines)
    )
    for start in _find_starts(lines):
        behind = begun < start < len(lines)
        reader, body = _read_below(lines, start, start - 1 if behind else 0)
        if not reader.entries or (body == len(lines) and _are_links_above_text(lines[start:])):
            continue
        if not behind:
            return _Found(reader, lines, body)
        if body == len(lines) and _announces(reader, lines[: start - 1]):
            return _Found(reader, lines[: start - 1], 0)
    return _Found(EntryReader(), lines, 0)


def _are_links_above_text(lines: list[Line]) -> bool:
    """Whether lines begin with a link and hold a sentence: short links that no title repeats end before the text."""
    return lines[0].linked and any(line.text.endswith("。") for line in lines)


def _announces(reader: EntryReader, above: list[Line]) -> bool:
    """Whether an entry of contents behind the documents has a title printed above; those of an attachment have none."""
    printed = fold("".join(line.text for line in above))
    titles = [fold(entry.title) for entry in reader.entries]
    return any(len(title) >= CONTENTS.repeated_title and title in printed for title in titles)


def _read_below(lines: list[Line], start: int, first: int) -> tuple[EntryReader, int]:
    """The contents from ``start`` on, with the lines from ``first`` on above them, and the place after them."""
    above = [TextLine(line.number, line.text) for line in lines[first:start]]
    reader = EntryReader(front=[*above])
    body = _read_entries(lines, start, reader)
    if not reader.entries:
        reader = EntryReader(front=above)
        body = _read_unpaged(lines, start, reader)
    return reader, body


def _opens_document(lines: list[Line], place: int) -> bool:
    """Whether a line is the number of a document, or that of an order or announcement between its head and text."""
    number = read_number_line(lines[place].text)
    if number is None or "〔" in number:
        return number is not None
    text = lines[place + 1].text if place + 1 < len(lines) else ""
    return place > 0 and _heads_order(lines[place - 1].text) and "。" in text


def _heads_order(text: str) -> bool:
    """Whether a line is above the number of an order or an announcement: 某某市人民政府令, 某某市人大常委会公告."""
    return is_order_head(text) or squeeze(text).endswith(ANNOUNCEMENTS)


def _clean(
    entries: list[ContentsEntry],
) -> tuple[list[ContentsEntry], list[Finding], set[int]]:
    """The entries without scraps, findings on these, and the lines that hold nothing else."""
    clean: list[ContentsEntry] = []
    of_scraps: list[Finding] = []
    of_others: list[Finding] = []
    lines: set[int] = set()
    for entry in entries:
        if is_scrap(entry):
            of_scraps.append(damage(entry, ""))
            lines.update(entry.lines)
            continue
        whole = without_scrap(entry)
        clean.append(whole)
        if whole != entry:
            of_others.append(damage(entry, whole.title))
    return clean, [*of_scraps, *of_others], lines


def _lines_of_scraps(lines: list[Line], scraps: AbstractSet[int]) -> Iterator[TextLine]:
    """The lines of scraps; of a page that has several lines with one number the finding says what they hold."""
    often = Counter(line.number for line in lines) if scraps else Counter[int]()
    for line in lines:
        if line.number in scraps and often[line.number] == 1:
            yield TextLine(line.number, line.text)


def _find_starts(lines: list[Line]) -> list[int]:
    """The lines after the first and the last heading 目录; else the first of two entries with a page, or the end."""
    headed = [index + 1 for index, line in enumerate(lines) if _is_heading(line)]
    headed = [place for place in headed if not _is_first_division(lines, place)]
    if not headed:
        return [_find_paged(lines)]
    return headed[:1] if len(headed) == 1 else [headed[0], headed[-1]]


def _is_heading(line: Line) -> bool:
    """Whether a line, or a cell of it, is the heading 目录."""
    return any(is_contents_heading(cell) for cell in (line.cells or (line.text,)))


def _is_first_division(lines: list[Line], place: int) -> bool:
    """Whether the first part or chapter of an instrument is on a line: contents that begin with it are its own."""
    enumerator = read_enumerator(lines[place].text) if place < len(lines) else None
    return enumerator is not None and enumerator.number == 1 and enumerator.kind in DIVISIONS


def _find_paged(lines: list[Line]) -> int:
    """The first of at least two entries with a page; else the end."""
    ends = [line.text.strip()[-ENTRY.characters :] for line in lines[: CONTENTS.searched]]
    paged = [index for index, text in enumerate(ends) if is_led(text)]
    if len(paged) < CONTENTS.paged:
        return len(lines)
    first = paged[0]
    while first and (page := find_page(ends[first - 1])) and page.printed:
        first -= 1
    if _is_first_division(lines, first):
        return len(lines)
    above = range(first, max(-1, first - CONTENTS.column), -1)
    return next((index for index in above if read_column(lines[index].text)), first)


def _read_entries(lines: list[Line], start: int, reader: EntryReader) -> int:
    """Read entries from ``start``; returns the index of the first line of the body."""
    beside = sum(_is_imprint_row(line) for line in lines[start : start + CONTENTS.imprint])
    two_columns = beside >= CONTENTS.imprint_rows
    begun = (start, len(reader.front))
    repeated = repeated_links(lines, start)
    for index in range(start, len(lines)):
        above = len(reader.front)
        if index in repeated:
            reader.take_link(lines[index].number, lines[index].text)
            continue
        texts = _texts(lines[index], reader, two_columns=two_columns)
        reader.close_led(lines[index].text)
        if reader.is_between and _is_body(lines, index, reader):
            reader.set_aside()
            return index
        for text in texts:
            reader.take(lines[index].number, text)
            if len(reader.rows) == 1:
                begun = (index, above)
        if reader.is_too_long:
            return _back(*begun, reader)
    reader.close(None)
    return len(lines)


def _is_imprint_row(line: Line) -> bool:
    """Whether the first cell of a row belongs to an imprint that is printed beside the contents."""
    return bool(line.cells and IMPRINT.search(squeeze(line.cells[0])))


def _texts(line: Line, reader: EntryReader, *, two_columns: bool) -> list[str]:
    """The texts of a line that belong to the contents; the imprint beside them goes to the first pages."""
    if not line.cells:
        return split_entries(line.text)
    names = [squeeze(cell) for cell in line.cells]
    if not set(names).isdisjoint(_PAGE_NAMES):
        reader.column_cell = _find_column_cell(names)
        reader.front.append(TextLine(line.number, line.text))
        return []
    cells = _without_column(list(line.cells), reader)
    beside = cells.pop(0) if two_columns and cells else ""
    if beside:
        reader.front.append(TextLine(line.number, beside))
    return join_cells(cells)


def _find_column_cell(names: list[str]) -> int | None:
    """The cell of the column, by the names in the first row of a table; None for a table without columns."""
    return next((place for place, name in enumerate(names) if name in _COLUMN_NAMES), None)


def _without_column(cells: list[str], reader: EntryReader) -> list[str]:
    """The cells of a row without the one that names the column; the reader remembers its name."""
    if reader.column_cell is not None and reader.column_cell < len(cells):
        reader.column = squeeze(cells.pop(reader.column_cell)) or reader.column
    elif len(cells) > 2 and is_page_cell(cells[-1]) and read_column(cells[0]):
        reader.column = squeeze(cells.pop(0))
    return cells


def _read_unpaged(lines: list[Line], start: int, reader: EntryReader) -> int:
    """Read entries without pages up to the line that repeats the first of them; nothing when the body repeats few."""
    end = _find_repeated(lines, start)
    for line in lines[start:end]:
        reader.take_unpaged(line.number, line.text)
    body = fold("".join(line.text for line in lines[end:]))
    repeated = sum(_titled(entry) in body for entry in reader.entries)
    if reader.rows or repeated * 2 <= len(reader.entries):
        reader.entries = []
    return end


def _find_repeated(lines: list[Line], start: int) -> int:
    """The line that repeats the first title below the heading 目录, a column above it included."""
    first = _end_of_first_entry(lines, start)
    if first is None:
        return start
    title = _titled(make_entry([(0, lines[first].text)], None, None))
    if len(title) < CONTENTS.repeated_title:
        return start
    folded = [fold(line.text) for line in lines]
    for end in range(first + 1, len(lines)):
        if _begins_with(folded, end, title):
            return _above_heads(lines, end, first + 1)
    return start


def _titled(entry: ContentsEntry) -> str:
    """The folded title of an entry, without the day of its document."""
    return fold(split_day(entry.title)[0])


def _end_of_first_entry(lines: list[Line], start: int) -> int | None:
    """The line that can end the first entry of contents without pages; None when it has too many rows."""
    for place in range(start, min(start + ENTRY.rows + 1, len(lines))):
        if ends_entry(lines[place].text):
            return place
    return None


def _above_heads(lines: list[Line], place: int, first: int) -> int:
    """The first of the columns and red heads directly above a title, in the lines from ``first`` on."""
    while place > first:
        above = lines[place - 1].text
        if lines[place - 1].linked or not (read_column(above) or read_head(above)):
            break
        place -= 1
    return place


def _begins_with(folded: list[str], place: int, title: str) -> bool:
    """Whether a title begins on a line, an organ before it passed over, and goes on over the next ones."""
    found = "".join(folded[place : place + ENTRY.rows]).find(title)
    return 0 <= found < len(folded[place])


def _is_body(lines: list[Line], index: int, reader: EntryReader) -> bool:
    """Whether the body begins at ``index``: a red head, or a line that repeats an entry without its page."""
    line = lines[index]
    if not reader.entries or line.cells or find_page(line.text):
        return False
    below = lines[index + 1 : index + 1 + CONTENTS.below_column]
    goes_on = any(is_paged(after.text) for after in below)
    if read_column(line.text) and goes_on:
        return False
    if read_head(line.text) or (not goes_on and fold(line.text) in reader.titles):
        return True
    if _is_entry_again(lines[index : index + 1 + CONTENTS.below_title], reader):
        return False
    opening = "".join(after.text for after in lines[index : index + CONTENTS.opening])
    return reader.titles.opens(fold(opening))


def _is_entry_again(lines: list[Line], reader: EntryReader) -> bool:
    """Whether a title that an entry had before is that of another one: a page is behind it, or behind its number."""
    title = ""
    for line in lines:
        page = find_page(line.text)
        text = line.text[: page.start] if page else line.text
        if page and (read_number_line(text) or fold(title + text) in reader.titles):
            return True
        title += text
    return False


def _back(index: int, above: int, reader: EntryReader) -> int:
    """What was taken for an entry has no page: the body began with its first row, which is at ``index``.

    :param above: lines of the first pages above it
    """
    reader.give_up()
    reader.front = reader.front[:above]
    return index
