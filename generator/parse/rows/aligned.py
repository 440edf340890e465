"""Tables that only blanks set: lines one below the other with as many cells, two blanks or more between them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from msgspec.structs import replace

from generator.lexicon.characters import HAN
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.columns import (
    NAME_HEADERS,
    PARTICULAR_HEADER,
    PERSON_HEADER,
    REMARK_HEADERS,
)
from generator.lexicon.expressions.stops import SENTENCE_STOPS
from generator.lexicon.names import is_name, split_names
from generator.lexicon.roles import match_role
from generator.parse.rows.cells import Row
from generator.parse.rows.tables import (
    are_figures,
    can_name_columns,
    count_named,
    holds_figure,
    names_columns,
)
from generator.read import Line

_WIDE = re.compile(r"[ \u3000\t]{2,}")
_BLANK = re.compile(r"[ \u3000\t]+")
_LETTERS = re.compile(f"{HAN}{{2}}")
_STOP = re.compile(f"[{SENTENCE_STOPS}]")
_COLONS = ("：", ":")


@dataclass(frozen=True, slots=True)
class AlignedLimits:
    """What a table is that only blanks set; anything else is running text."""

    cells: int = 3
    """Fewest columns."""
    rows: int = 3
    """Fewest rows, with the names of the columns."""
    cell: int = 30
    """Longest cell, in characters."""
    joined: int = 4
    """Most words of a row whose two letters are set apart: a guard against slowness."""
    row: int = 120
    """Longest row, in characters with its blanks."""


ALIGNED = AlignedLimits()


def set_tables(lines: list[Line], is_full: Callable[[Line], bool]) -> list[Line]:
    """The lines, those of tables that blanks set as rows of cells.

    :param is_full: whether the width of hard-wrapped text ends a line; False for any line of other text
    """
    found: list[Line] = []
    place = 0
    while place < len(lines):
        rows = _rows_at(lines, place, is_full)
        found += rows or [lines[place]]
        place += len(rows) or 1
    return found


def _rows_at(lines: list[Line], place: int, is_full: Callable[[Line], bool]) -> list[Line]:
    """The rows of the table that begins here, below its names of columns; nothing when none begins."""
    if not _BLANK.search(lines[place].text):
        return []
    for blanks in (_WIDE, _BLANK):
        cells = _cells_at(lines, place, blanks)
        if len(cells) < ALIGNED.rows or _are_names(cells[1:]):
            continue
        own = lines[place : place + len(cells)]
        if blanks is _WIDE or not _are_wrapped(list(map(is_full, own))):
            return [_row(line, row) for line, row in zip(own, cells, strict=True)]
    return []


def _are_wrapped(full: list[bool]) -> bool:
    """Whether lines are running text and no rows: the width ends the first of them, or half of them.

    A printer fills a line with text, and ends a row with its last cell; a stray blank sets no cells apart.
    """
    return full[0] or sum(full) * 2 >= len(full)


def _cells_at(lines: list[Line], place: int, blanks: re.Pattern[str]) -> list[Row]:
    """The cells of the rows from ``place`` on that such blanks set apart, the names of the columns first.

    Nothing when the first of them names no columns; where only wide blanks make it one, each row holds a figure, and
    where only its first cell (指标, 地区) does, each row holds nothing else behind its name.
    """
    head = _cells(lines[place], blanks)
    if len(head) < ALIGNED.cells:
        return []
    if count_named(joined := _join_header(head)) > count_named(head):
        head = joined
    named = names_columns(head)
    is_wide = blanks is _WIDE
    can_be_named = can_name_columns(head) and (is_wide or head[0] in NAME_HEADERS)
    if len(head) < ALIGNED.cells or not (named or can_be_named):
        return []
    rows = [head]
    for row in _rows_below(lines, place, blanks, head):
        if not named and not (holds_figure(row) if is_wide else are_figures(row[1:])):
            return []
        rows.append(row)
    return rows


def _rows_below(lines: list[Line], place: int, blanks: re.Pattern[str], head: Row) -> Iterator[Row]:
    """The cells of the rows below the names of the columns at ``place``, as many as they are."""
    for below in range(place + 1, len(lines)):
        row = _fit_remark(_cells(lines[below], blanks), head)
        if len(row) != len(head):
            return
        yield row


def _join_header(row: Row) -> Row:
    """The names of columns, two single letters beside each other as one: 姓　名."""
    joined: list[str] = []
    for cell in row:
        if joined and len(cell) == 1 and _LETTERS.fullmatch(joined[-1] + cell):
            joined[-1] += cell
        else:
            joined.append(cell)
    return tuple(joined)


def _fit_remark(row: Row, head: Row) -> Row:
    """The cells as :func:`_fit` has them, an empty one for the remark that a row of a person does not have."""
    fitted = _fit(row, head)
    is_whole = len(fitted) == len(head) and len(fitted[-1]) > 1
    if is_whole or head[-1] not in REMARK_HEADERS:
        return fitted
    short = _fit(row, head[:-1])
    if len(short) != len(head) - 1:
        return fitted
    persons = [cell for cell, name in zip(short, head, strict=False) if PERSON_HEADER.search(name)]
    return (*short, "") if persons and all(map(is_name, persons)) else fitted


def _fit(row: Row, head: Row) -> Row:
    """The cells, two single letters beside each other as one where that fits the columns: 李　红 below 姓名.

    Nothing where it fits in more than one way, or where it leaves a person with one letter.
    """
    left = len(row) - len(head)
    pairs = [place for place in range(len(row) - 1) if _are_letters(row[place : place + 2])]
    if left < 0 or not pairs:
        return row
    if left > ALIGNED.joined:
        return ()
    fitted: list[tuple[tuple[int, int], Row]] = []
    for chosen in combinations(pairs, left):
        if all(second - first > 1 for first, second in pairwise(chosen)):
            joined = _joined(row, chosen)
            fitted.append((_doubts(joined, head), joined))
    fewest = min((doubts for doubts, _ in fitted), default=(1, 0))
    best = [joined for doubts, joined in fitted if doubts == fewest]
    return best[0] if len(best) == 1 and not fewest[0] else ()


def _are_letters(cells: Row) -> bool:
    """Whether two cells are a letter each."""
    return max(map(len, cells)) == 1 and _LETTERS.fullmatch("".join(cells)) is not None


def _joined(row: Row, places: tuple[int, ...]) -> Row:
    """The cells, those at some places each with the one behind it."""
    behind = {place + 1 for place in places}
    return tuple(
        cell + row[place + 1] if place in places else cell
        for place, cell in enumerate(row)
        if place not in behind
    )


def _doubts(row: Row, head: Row) -> tuple[int, int]:
    """How many cells cannot be what their column says, and how many are a letter alone in one of words."""
    cannot = alone = 0
    for cell, name in zip(row, head, strict=True):
        if PARTICULAR_HEADER.search(name):
            cannot += _LETTERS.fullmatch(cell) is not None and not cell.endswith("族")
        elif len(cell) == 1:
            is_person = PERSON_HEADER.search(name) is not None
            cannot, alone = cannot + is_person, alone + 1
    return cannot, alone


def _cells(line: Line, blanks: re.Pattern[str]) -> Row:
    """The cells that blanks set apart in a line; nothing where it is no row, a heading, or holds a long cell."""
    text = line.text.strip()
    if line.cells or line.mark.startswith("#") or _is_text(text):
        return ()
    cells = tuple(blanks.split(text))
    if max(map(len, cells)) > ALIGNED.cell:
        return ()
    return () if len(cells) < ALIGNED.cells and _is_heading(text) else cells


def _is_text(text: str) -> bool:
    """Whether a line is a sentence, a role with a name, or too long for a row."""
    if len(text) > ALIGNED.row:
        return True
    if text.endswith(_COLONS) or _STOP.search(text):
        return True
    return match_role(text) is not None


def _is_heading(text: str) -> bool:
    """Whether a line opens as headings do: 一、, （一）."""
    found = read_enumerator(text)
    return found is not None and found.kind in ("1", "2")


def _are_names(rows: list[Row]) -> bool:
    """Whether rows hold nothing but names."""
    return all(split_names("  ".join(row)) for row in rows)


def _row(line: Line, cells: Row) -> Line:
    """The line as a row of these cells."""
    return replace(line, text="\t".join(cells), cells=cells)
