"""Cells of tables that the recogniser scrambled: kept as they are, and reported."""

import re
from collections.abc import Iterator, Sequence

from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.numerals import TENS
from generator.model import CellSpan, Document, Finding, Table
from generator.model.document import tables_of
from generator.model.finding import Severity
from generator.parse.rows.sense import Pairs, senseless
from generator.parse.rows.stray_rows import find_stray_rows
from generator.words.say import say

_LOOP = re.compile(
    rf"(?P<phrase>(?=.{{0,5}}{HAN})[^\s]{{2,6}}?)(?P=phrase){{2,}}|(?P<one>{HAN})(?P=one){{3,}}"
)
"""6月6月6月, 市市市市: words that no table says three times on end, nor a character four times."""
_DOUBLED = re.compile(
    r"(?P<three>[省市县区镇局委办厅府月底])(?P=three){2}|(?P<end>[局厅])(?P=end)$"
)
"""局局局, 林局局: the end of the name of a place, an organ or a day that no table says three times, nor last twice."""
_NO_ORGAN = f"(?![局委办部厅府会院社所队处室司联]){HAN}"
"""The end of what is no name of an organ, which may be printed for two tasks."""
_WORDS = re.compile(rf"{HAN}+{_NO_ORGAN}")
_AGAIN = re.compile(rf"(?P<phrase>{HAN}{{3,12}}?{_NO_ORGAN})(?P=phrase)")
"""市市公安市市公安: words that a cell says twice on end."""
_MARKS = re.compile(r"_|[.．·•‥]{3,}|(?=.*[^-—–/\\…（()）□])(?!(?P<same>.)(?P=same)*$)[^\w]+")
"""Cells of marks only: ``_``, ``· · · ·``, ``|,``; one mark, repeated or not, may mean none or yes (—, /, √)."""
_BROKEN = re.compile(
    rf"[（(](?:[^（()）\d]?|\d{{1,2}})|(?![{TENS}甲乙丙丁戊己庚辛壬癸]){HAN}[)）].*"
)
"""An enumerator cut in two or misread: ``(Ξ``, ``(7``, ``丘)全民…``."""
_REMARK = re.compile(r"[（(][^（()）]{2,}[)）]")
"""A row that is a remark on its table: （2019年）, （全县）."""
_ORDINAL = re.compile(r"(?<![门等次科及府])第(?=[年月日，,。；;])")
"""第 before what is no number: 第月, 第，."""
_FIGURES = re.compile(r"(?<!\d)(?P<figure>\d)(?:\s+(?P=figure)){5,}(?!\d)")
"""9 9 9 9 9 9: a figure that no table says six times on end."""
_ITEMS = re.compile(rf"(?:[(（]\d+[)）]{HAN}?){{2,}}")
_NUMBER = re.compile(r"\d+")
_FORMS = (_LOOP.search, _DOUBLED.search, _AGAIN.search)
"""Forms of cells, without their blanks, whose words are out of order or not there."""
_REMAINS = (_MARKS.fullmatch, _BROKEN.fullmatch)
"""Forms of cells, without their blanks, that no one would print, and in which no word is lost for certain."""
_FORMS_WITH_BLANKS = (_ORDINAL.search, _FIGURES.search)
"""Such forms where blanks count: a form has 第　月 to be filled in."""


def check_cells(document: Document, pairs: Pairs) -> Iterator[Finding]:
    """Cells that loop, hold nothing but marks or a piece of an enumerator, or words of no sense; rows of such remains.

    :param pairs: of the whole text
    """
    for table in tables_of(document):
        strange = zip(*_strange_columns(table.rows, pairs), strict=True)
        groups = {span.row - len(table.header) for span in table.spans if _is_wide(span, table)}
        strays = find_stray_rows(table.rows, groups, _is_mark)
        rows = zip(table.row_lines, table.rows, strange, strict=False)
        for number, (line, row, is_strange) in enumerate(rows):
            if number in strays:
                yield _stray(line, row)
                continue
            if number in groups and not is_strange[0] and _is_misnamed(row[0]):
                yield _finding(line, row[0], "warning")
            yield from _check_row(line, row, is_strange)


def _check_row(line: int, row: Sequence[str], is_strange: Sequence[bool]) -> Iterator[Finding]:
    """The cells of a row that were not read as they are printed."""
    for cell, no_sense in zip(row, is_strange, strict=True):
        if not cell:
            continue
        if no_sense or is_scrambled(cell):
            yield _finding(line, cell, "error")
        elif _is_remains(cell):
            yield _finding(line, cell, "warning")


def _is_misnamed(cell: str) -> bool:
    """Whether all that is wrong with the name of a group of rows is a bracket that counts nothing."""
    return is_miscounted(cell) and not is_scrambled(cell) and not _is_remains(cell)


def _is_wide(span: CellSpan, table: Table) -> bool:
    """Whether a merged cell is as wide as its table."""
    return bool(table.rows) and span.columns == len(table.rows[0])


def _strange_columns(rows: Sequence[Sequence[str]], pairs: Pairs) -> Iterator[list[bool]]:
    """For each column, which of its cells make no sense."""
    for column in zip(*rows, strict=True):
        yield senseless(column, pairs)


def _finding(line: int, cell: str, severity: Severity) -> Finding:
    """What is said of a scrambled cell, all of it."""
    return Finding(
        line=line,
        kind="cell-scrambled",
        severity=severity,
        found=cell,
        message=say("message.cell-scrambled"),
    )


def _stray(line: int, row: Sequence[str]) -> Finding:
    """What is said of a row of which nothing can be read."""
    return Finding(
        line=line,
        kind="cell-scrambled",
        severity="error",
        found=" ".join(filter(None, row)),
        message=say("message.cell-scrambled.row"),
    )


def is_miscounted(cell: str) -> bool:
    """Whether the name of a group of rows opens with a bracket that counts nothing: ``(Ξ三)城市…``.

    One that is all in brackets is a remark: （2019年）, （单位：万元）.
    """
    if _REMARK.fullmatch(squeeze(cell)):
        return False
    return cell.startswith(("（", "(")) and read_enumerator(cell) is None


def is_scrambled(cell: str) -> bool:
    """Whether the words of a cell loop, or are those of several lines."""
    text = squeeze(cell)
    if any(form(text) for form in _FORMS) or any(form(cell) for form in _FORMS_WITH_BLANKS):
        return True
    return _says_twice(text) or (bool(_ITEMS.fullmatch(text)) and not _counts_up(text))


def _says_twice(text: str) -> bool:
    """Whether a cell says the same twice and nothing else: 体系体系."""
    half, odd = divmod(len(text), 2)
    return not odd and text[:half] == text[half:] and bool(_WORDS.fullmatch(text))


def _is_remains(cell: str) -> bool:
    """Whether a cell holds marks only, or a piece of an enumerator."""
    text = squeeze(cell)
    return any(form(text) for form in _REMAINS)


def _is_mark(cell: str) -> bool:
    """Whether a cell holds nothing but marks that no one would print."""
    return _MARKS.fullmatch(squeeze(cell)) is not None


def _counts_up(text: str) -> bool:
    """Whether the numbers of a text go up: (1)是(2)否 are choices, (4)人(2)关 are none."""
    numbers = list(map(int, _NUMBER.findall(text)))
    return numbers == sorted(set(numbers))
