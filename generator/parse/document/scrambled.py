"""Cells of tables that the recogniser scrambled: kept as they are, and reported."""

import re
from collections.abc import Iterator

from generator.lexicon.characters import HAN, squeeze
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.numerals import TENS
from generator.model import Document, Finding, Table
from generator.words.say import say

_LOOP = re.compile(
    rf"(?P<phrase>(?=.{{0,5}}{HAN})[^\s]{{2,6}}?)(?P=phrase){{2,}}|(?P<one>{HAN})(?P=one){{3,}}"
)
"""6月6月6月, 市市市市: words that no table says three times on end, nor a character four times."""
_MARKS = re.compile(r"_|[.．·•‥]{3,}|(?=.*[^-—–/\\…（()）□])(?!(?P<same>.)(?P=same)*$)[^\w]+")
"""Cells of marks only: ``_``, ``· · · ·``, ``|,``; one mark, repeated or not, may mean none or yes (—, /, √)."""
_BROKEN = re.compile(rf"[（(][^（()）\d]?|(?![{TENS}甲乙丙丁戊己庚辛壬癸]){HAN}[)）].*")
"""An enumerator cut in two or misread: ``(Ξ``, ``丘)全民…``."""
_SCRAMBLED = (_LOOP.search, _MARKS.fullmatch, _BROKEN.fullmatch)
"""Forms of cells that no one would print."""
LONGEST_SHOWN = 24
"""Longest beginning of a cell that the finding on it shows, in characters."""


def check_cells(document: Document) -> Iterator[Finding]:
    """Cells that loop, hold nothing but marks, or a piece of an enumerator."""
    for table in tables_of(document):
        groups = {span.row for span in table.spans if span.columns == len(table.rows[0])}
        numbered = enumerate(zip(table.row_lines, table.rows, strict=False), len(table.header))
        for row_number, (line, row) in numbered:
            for place, cell in enumerate(row):
                is_group = place == 0 and row_number in groups
                if not (is_scrambled(cell) or (is_group and is_miscounted(cell))):
                    continue
                yield Finding(
                    line=line,
                    kind="cell-scrambled",
                    severity="warning",
                    found=cell[:LONGEST_SHOWN],
                    message=say("message.cell-scrambled"),
                )


def tables_of(document: Document) -> Iterator[Table]:
    """The tables of all parts of a document."""
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Table):
                yield block


def is_miscounted(cell: str) -> bool:
    """Whether the name of a group of rows opens with a bracket that counts nothing: ``(Ξ三)城市…``."""
    return cell.startswith(("（", "(")) and read_enumerator(cell) is None


def is_scrambled(cell: str) -> bool:
    """Whether a cell holds what no one would print in it."""
    text = squeeze(cell)
    return any(form(text) for form in _SCRAMBLED)
