"""Rows that name the rows below them: one cell that is meant for the whole row."""

import re
from collections.abc import Collection, Sequence

from generator.lexicon.characters import squeeze
from generator.lexicon.enumerators import read_enumerator
from generator.model import CellSpan
from generator.parse.rows.cells import BREAK, Row
from generator.read.repairs.repeated_cells import GROUP

_COUNTED = ("1", "2", "part", "chapter")
"""Kinds of enumerators that groups of rows have: 一、, （一）."""
_CUT = re.compile(r"[（(]")
"""How the name of a group opens that the lines of the columns may have cut into cells."""


def settle_groups(rows: Sequence[Row], above_header: Collection[int]) -> list[Row]:
    """The rows, those of a group with its name in the first cell, wherever the recogniser put it.

    :param above_header: places of the rows below which the header is printed again
    """
    return [_settled(row, above_header=place in above_header) for place, row in enumerate(rows)]


def _settled(row: Row, *, above_header: bool) -> Row:
    """A row as it is, or the name of a group and empty cells."""
    filled = [place for place, cell in enumerate(row) if cell]
    if not filled or row[-1]:
        return row
    single = len(filled) == 1 and filled[0] > 0
    moved = single and (above_header or _is_counted(row[filled[0]]))
    if moved and len(squeeze(row[filled[0]])) >= GROUP.alone:
        return _with_name(row)
    is_cut = filled == list(range(len(filled))) and _CUT.match(row[0]) is not None
    return _with_name(row) if above_header and is_cut else row


def _with_name(row: Row) -> Row:
    """A row whose text is in its first cell, as the one name that it is."""
    return ("".join(row).replace(BREAK, ""), *("" for _ in row[1:]))


def _is_counted(text: str) -> bool:
    """Whether a text opens as the name of a group does: 一、工业项目, （二）农业项目."""
    found = read_enumerator(text.strip())
    return found is not None and found.kind in _COUNTED


def find_groups(offset: int, data: Sequence[Row], merged: Collection[int]) -> list[CellSpan]:
    """The rows of groups as merged cells.

    :param merged: rows whose cells the source merges, counted from the header on
    """
    single = [
        place
        for place, (first, *others) in enumerate(data)
        if not any(others) and len(squeeze(first)) >= GROUP.among and place + offset not in merged
    ]
    has_group = any(len(squeeze(data[place][0])) >= GROUP.alone for place in single)
    return [
        CellSpan(row=place + offset, column=0, columns=len(data[place]))
        for place in single
        if has_group and (len(squeeze(data[place][0])) >= GROUP.alone or _names_below(data, place))
    ]


def _names_below(data: Sequence[Row], place: int) -> bool:
    """Whether there is a row of more than one cell below a short one, which it can name."""
    below = data[place + 1 : place + 2]
    return any(sum(map(bool, row)) > 1 for row in below)
