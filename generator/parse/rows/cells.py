"""Blanks and line ends inside cells: which part two things, and which only the width of a column made."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from generator.lexicon.characters import HAN, open_brackets, tidy
from generator.lexicon.names import is_name
from generator.lexicon.numerals import TENS
from generator.lexicon.organs import ADDRESSEE
from generator.read.lines import LINE_END

Row = tuple[str, ...]
"""The cells of a row."""
BREAK = "\n"
"""What a line break that parts two things is in the text of a cell."""
_BLANKS = re.compile(r"\s+")
_HAN = re.compile(HAN)
_PART = rf"(?:{HAN}|[（(][^（()）]{{1,12}}[)）])"
_COMPLETE = re.compile(
    rf"{_PART}{{2,20}}{ADDRESSEE}(?:[（(][^（()）]{{1,12}}[)）])?"
    "|[省市县区镇乡]委|学校|医院|企业|社区|单位|部门"
)
"""A whole name of an organ or place: 市公安局, 县(市、区)人民政府, 东山乡."""
_NO_NAME = re.compile("(?<!银)行$")
"""How a word ends that is no organ's name though those of addressees may end so: 行人出行."""
_TAIL = re.compile(
    "(?:管理)?(?:委员会|局|中心)|管委会|办公[室厅]|分局|[支大总]队|(?:街道)?办事处|街道"
)
"""What ends the name of an organ and is none by itself."""
_GOES_ON = re.compile(r"[|｜、，,：:《“‘（(〔\[—–~～/／·\-的和与及或]$")
"""How a line ends that the next one goes on with."""
_CONTINUES = re.compile(r"[|｜、，,。；;：:！？!?》”’）)〕\]%％—–~～/／·…（(\-及和与或的]")
"""How a line opens that goes on with the one above."""
_ENUMERATOR = re.compile(
    rf"\d{{1,2}}[.．、](?!\d)|[（(][{TENS}\d]{{1,3}}[)）]|[{TENS}]{{1,3}}、|[①-⑳]"
)
_COUNTER = re.compile(r"[（(][^（()）]{1,3}[)）]")
"""An enumerator, be it misread."""
_CLOSING = re.compile(r"[》〕”）)\"]")
_ENDED = re.compile(r"[。！？!?；;][”’\"]?$")
_CLAUSE = re.compile(r"，|(?<!\d),|,(?!\d)|[。；;]")
"""What only a sentence has."""
_TERM = re.compile(r"\d{1,2}月|年底|月底|全年|每年")
_LETTER = re.compile(r"[A-Za-z0-9.%]")
_LONG_FIGURE = re.compile(r"[\d-]{5}")
_MEASURE = re.compile("[年月日时分个条项亩万亿元吨米人户家所处辆期号公平％%]")
_SEGMENT = re.compile("[、，,。；;]")


@dataclass(frozen=True, slots=True)
class SeamLimits:
    """How a line that the width of its column ended is known."""

    name: int = 24
    """Longest name of an organ that a cell lists, in characters."""
    around: int = 40
    """Characters on either side of a seam that are looked at: a guard against slowness."""
    pieces: int = 3
    """Most pieces of a cell that are one name of an organ."""
    short: int = 2
    """Longest end of a name that is no name by itself, in characters."""
    header: int = 3
    """Shortest name of a column beside another in one cell of a header, in characters."""
    slack: float = 1.0
    """How much narrower than its column a full line is, in characters: a mark that may not open a line was moved."""
    witnesses: int = 2
    """Fewest cells of a column that show that its lines are wrapped."""
    lines: int = 3
    """Fewest lines of such a cell."""
    narrowest: float = 3.5
    """Width of the narrowest column whose text is wrapped, in characters."""
    full: float = 0.8
    """Smallest share of the lines of a wrapped column that are full, the last of each cell aside."""


SEAM = SeamLimits()


class Column(NamedTuple):
    """What the other cells say about a seam."""

    width: float
    """The width of a column whose text is wrapped, in characters; 0 where none is known."""
    pairs: frozenset[str]
    """Characters that the table prints side by side."""
    header: bool = False
    """Whether the cell names a column."""


class Seam(NamedTuple):
    """The place of a blank or a line end between two pieces of a cell."""

    left: str
    """What is before it, from the last break on."""
    line: str
    """The piece before it."""
    right: str
    """The piece behind it."""
    names: tuple[str, ...]
    """The piece behind it alone and with the next ones: what may be one name."""
    is_line_end: bool
    """Whether the source ends a line here."""
    column: Column


def settle_cells(rows: Sequence[Row], header: int) -> list[Row]:
    r"""The rows with the text of their cells: without the blanks of the layout, ``\n`` where two things part.

    :param header: how many rows name the columns
    """
    if not any(_BLANKS.search(cell) for row in rows for cell in row):
        return list(rows)
    pairs = frozenset(_pairs(rows))
    widths = [_width_of(column) for column in zip(*rows[header:], strict=True)]
    settled: list[Row] = []
    for place, row in enumerate(rows):
        names = place < header
        known = [Column(width, pairs, names) for width in widths or [0.0] * len(row)]
        settled.append(tuple(map(settle_cell, row, known)))
    return settled


def settle_cell(cell: str, column: Column) -> str:
    """The text of one cell."""
    pieces = cell.split()
    if len(pieces) < 2:
        return "".join(pieces)
    blanks = _BLANKS.findall(cell.strip())
    text, begin = pieces[0], 0
    for place, blank in enumerate(blanks):
        line, right = pieces[place], pieces[place + 1]
        left = text[max(begin, len(text) - SEAM.around) :]
        names = tuple(accumulate(pieces[place + 1 : place + 1 + SEAM.pieces]))
        seam = Seam(left, line, right, names, blank != blank.replace(LINE_END, ""), column)
        between = _between(seam, is_first=begin == 0)
        text += between + right
        begin = len(text) - len(right) if between == BREAK else begin
    return text


def _between(seam: Seam, *, is_first: bool) -> str:
    """What is at a seam: a break, a blank between Latin words, or nothing."""
    if not seam.is_line_end:
        opening = seam.left if is_first else f"，{seam.left}"
        joined = tidy(f"{opening} {seam.right[: SEAM.around]}")
        if joined.count(" ") > tidy(opening).count(" "):
            return " "
    parts = next(parts for rule, parts in RULES if rule(seam))
    return BREAK if parts else ""


def _pairs(rows: Sequence[Row]) -> Iterator[str]:
    """Any two Chinese characters that are printed side by side."""
    for row in rows:
        for piece in " ".join(row).split():
            yield from (
                first + second
                for first, second in pairwise(piece)
                if _HAN.match(first) and _HAN.match(second)
            )


def _width_of(cells: Sequence[str]) -> float:
    """The width of a column whose cells show that their text is wrapped, in characters; 0 for any other."""
    lines = [list(map(_measure, pieces)) for cell in cells if len(pieces := _wrapped(cell)) > 1]
    seen = [max(widths[:-1]) for widths in lines if _is_witness(widths)]
    if len(seen) < SEAM.witnesses or max(seen) < SEAM.narrowest:
        return 0.0
    width = sorted(seen)[len(seen) // 2]
    ended = [own for widths in lines for own in widths[:-1]]
    full = sum(own >= width - SEAM.slack for own in ended)
    return width if full >= SEAM.full * len(ended) else 0.0


def _wrapped(cell: str) -> list[str]:
    """The lines of a cell that may be wrapped text: no list of names."""
    pieces = cell.split()
    return [] if any(map(_is_whole, pieces)) else pieces


def _is_witness(widths: Sequence[float]) -> bool:
    """Whether the lines of a cell are equally wide and the last is narrower: the width ended them."""
    *ended, last = widths
    if last == 1.0 and len(widths) > 1:
        return True
    equal = max(ended) - min(ended) < SEAM.slack
    return len(widths) >= SEAM.lines and equal and last < max(ended)


def _measure(piece: str) -> float:
    """How wide a piece is, in Chinese characters."""
    return sum(0.5 if character < "\u0100" else 1.0 for character in piece)


def _is_whole(name: str) -> bool:
    """Whether a piece is the whole name of an organ or a place."""
    if len(name) > SEAM.name or _NO_NAME.search(name):
        return False
    return _COMPLETE.fullmatch(name) is not None


def ends_name(seam: Seam) -> bool:
    """The left side ends with a whole name: 市公安局 | 具体负责."""
    return _is_whole(_SEGMENT.split(seam.left)[-1]) or _is_whole(seam.left)


def _begins_whole(seam: Seam) -> bool:
    """Whether the right side begins with a whole name, be it over several lines."""
    return any(_is_whole(name) or _is_whole(_SEGMENT.split(name)[0]) for name in seam.names)


def is_open(seam: Seam) -> bool:
    """A bracket or a quotation is open and closed soon: 各县(市、 | 区); one without an end is damage."""
    if not _CLOSING.search(seam.names[-1]):
        return False
    return open_brackets(seam.left) or seam.left.count('"') % 2 == 1


def opens_item(seam: Seam) -> bool:
    """The right side is counted: 1. 落实责任 | 2. 加强培训."""
    return _ENUMERATOR.match(seam.right) is not None


def is_behind_enumerator(seam: Seam) -> bool:
    """The left side is nothing but an enumerator: 1. | 落实责任."""
    return any(form.fullmatch(seam.left) for form in (_ENUMERATOR, _COUNTER))


def ends_sentence(seam: Seam) -> bool:
    """The left side ends a sentence, and the right side opens one."""
    return _ENDED.search(seam.left) is not None and not _CONTINUES.match(seam.right)


def is_spelt_out(seam: Seam) -> bool:
    """A character is alone: 姓 | 名, 西岭 | 乡."""
    return any(len(text) == 1 and _HAN.match(text) for text in (seam.line, seam.right))


def is_government(seam: Seam) -> bool:
    """The right side is what the name of a place goes on with: 县(市、区) | 人民政府."""
    return seam.right.startswith("人民政府")


def lists_names(seam: Seam) -> bool:
    """Two whole names follow each other: 市公安局 | 市交通局, 王大河 | 李敏."""
    if is_name(seam.line) and is_name(seam.right):
        return True
    return ends_name(seam) and _begins_whole(seam)


def goes_on(seam: Seam) -> bool:
    """A mark or a conjunction says that the text goes on: 公安、 | 交通, 白石镇 | 及林场."""
    return _GOES_ON.search(seam.left) is not None or _CONTINUES.match(seam.right) is not None


def is_term(seam: Seam) -> bool:
    """Both sides open with a term: 6月底前确定示范路 | 年底前完成."""
    if seam.left[-1].isdecimal():
        return False
    return _TERM.match(seam.left) is not None and _TERM.match(seam.right) is not None


def is_sentence(seam: Seam) -> bool:
    """A sentence with clauses runs over the seam."""
    return any(map(_CLAUSE.search, (seam.left, *seam.names[:2])))


def completes_name(seam: Seam) -> bool:
    """The left side is a name that only the right side ends: 县教 | 育局, 某某银保监 | 分局."""
    is_end = len(seam.right) <= SEAM.short or _TAIL.fullmatch(seam.right) is not None
    return is_end and not ends_name(seam) and _is_whole(seam.left + seam.right)


def names_one_column(seam: Seam) -> bool:
    """A cell of the header is the name of one column: 完成进度 | 要求, not 联系人 | 联系电话."""
    return seam.column.header and min(len(seam.line), len(seam.right)) < SEAM.header


def is_beside_figure(seam: Seam) -> bool:
    """A figure belongs to the words beside it: 2021 | 年, 增设 | 3处; not a number of a telephone."""
    if _LONG_FIGURE.match(seam.right):
        return False
    left, right = _LETTER.match(seam.left[-1]), _LETTER.match(seam.right)
    if left and _MEASURE.match(seam.right):
        return True
    return not seam.is_line_end and bool(left) != bool(right)


def is_wrapped(seam: Seam) -> bool:
    """The column is full: its cells show that their lines end where its width does."""
    width = seam.column.width
    return width > 0 and _measure(seam.line) >= width - SEAM.slack


def is_printed_together(seam: Seam) -> bool:
    """The characters at the seam are side by side elsewhere in the table: 食品监 | 管抽检 beside 监管."""
    return seam.left[-1] + seam.right[0] in seam.column.pairs


RULES: tuple[tuple[Callable[[Seam], bool], bool], ...] = (
    (is_open, False),
    (is_behind_enumerator, False),
    (opens_item, True),
    (ends_sentence, True),
    (is_spelt_out, False),
    (is_government, False),
    (lists_names, True),
    (goes_on, False),
    (is_term, True),
    (is_sentence, False),
    (completes_name, False),
    (names_one_column, False),
    (is_wrapped, False),
    (ends_name, True),
    (is_beside_figure, False),
    (is_printed_together, False),
    (lambda _: True, True),
)
"""What decides a seam, the first that applies, and whether its sides part; where nothing is certain, they do."""
