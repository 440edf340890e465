"""An issue → its pieces of text, each with the source lines that it was made of."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec.structs import replace

from generator.lexicon.numerals import SERIAL, TENS
from generator.model import (
    Block,
    ContentsEntry,
    Document,
    Finding,
    Issue,
    Part,
    Printed,
    Roster,
    Table,
    Text,
)
from generator.model.base import Value
from generator.model.block import block_texts
from generator.proof.entry_print import LEADERS, is_print_of, is_whole
from generator.proof.visible_text import visible

FIGURES = "0123456789０１２３４５６７８９"
FORM = {
    "contents": f"（）()〔〕[]［］【】〖〗《》〈〉{FIGURES}{SERIAL}.．·…•‥。_-—–－/／、|"
    "★☆◆◇■□●○▲△▼※◎*＊～~第期年号令公告页码数次栏目标题类别分Pp",
    "entry": LEADERS,
    "number": "（）()〔〕[]［］年第号：:/月日文字",
    "copy": "份号：:",
    "security": "密级和保密期限：:",
    "urgency": "紧急程度：:",
    "signer": "签发人：:",
    "index": "信息索引号：:【】〔〕[]",
    "head": "文件令",
    "date": "，,印发成文时间日期：:（）()",
    "signature": "，,、",
    "recipients": "：:∶﹕",
    "note": "（）()[]［］【】",
    "subjects": "主题词：:",
    "copies": "抄送报发：:。",
    "printed": "印发制，,",
    "part": "：:、.．",
    "roster": "（）()：:、，,；;",
    "column": "【】〖〗[]［］★☆·",
    "title": "（）()〔〕[]［］【】第号",
}
"""Characters that the form of an element adds in print and that no value has: leaders, brackets, colons.

``contents`` are entries that people corrected, ``entry`` are those whose values are less than their print; all others
have their print.
"""
_WHOLE, _SHORT = "附件", "附"
"""The word of a label, and the shorter form that some prints have: 附：, 附一."""
_LAST_NUMBER = re.compile(rf"(\d+|[{TENS}]+)$")
REMARKS = {"contents-author", "contents-date"}
"""Kinds of finding on what the contents print beside an entry."""

CORRECTED = "#>-*+•●■◆▪年月日"
"""Characters that go with a line or an element which people corrected: marks of a list, the form of a date."""
REWRITTEN = {"date", "printed", "number"}
"""Elements whose value is a date in figures of its own, or a number in its canonical form."""
OWN_FORM = {"subjects"}
"""Elements whose label is shown in the form that it has on the site."""


class Piece(Value, frozen=True, gc=False):
    """A text of an issue."""

    text: str
    """Its visible characters."""
    lines: tuple[int, ...]
    """Source lines that it was made of."""
    role: str = ""
    """Name of the element, whose form may print more; empty for running text."""
    chain: int = 0
    """Pieces of one chain are in the order of the source; 0 for those of no chain."""
    sure: bool = True
    """Whether it has to be in the source; a column is printed once for many entries."""


def pieces_of(issue: Issue) -> Iterator[Piece]:
    """Every text of an issue, in its order."""
    for line in issue.masthead:
        yield Piece(visible(line.text), (line.line,), "", 1)
    yield from _of_contents(issue)
    for document in issue.documents:
        yield from _of_elements(document)
        for part in document.parts:
            yield from _of_head(part)
            for block in part.blocks:
                yield from _of_block(block)


def _piece(text: str, lines: tuple[int, ...], role: str = "", chained: int = 0) -> Iterator[Piece]:
    """A piece, unless nothing was printed of it."""
    if lines:
        yield Piece(visible(text), lines, role, chained)


def _of_head(part: Part) -> Iterator[Piece]:
    """The label and the title of a part; a label may be one that nobody printed."""
    if part.label and part.at:
        for label in _print_of_label(part.label):
            yield Piece(visible(label), part.at, "part", sure=False)
    yield from _piece(part.title or "", part.at, "part")


def _print_of_label(label: str) -> Iterator[str]:
    """The forms in which a label may be printed: 附件1, 附件（1）; 附件, 附; 附一, 附（一）."""
    for form in (label, label.replace(_WHOLE, _SHORT, 1)):
        yield form
        for brackets in (r"（\1）", r"(\1)"):
            yield _LAST_NUMBER.sub(brackets, form)


def _of_contents(issue: Issue) -> Iterator[Piece]:
    """The entries of the contents as they are printed, as far as their values say the same; else their values.

    Pages show these, data both: what only one of them has is lost. A column may be printed on a line of its own.
    """
    remarks: defaultdict[int, list[str]] = defaultdict(list)
    pages: defaultdict[int, list[Finding]] = defaultdict(list)
    corrected: set[int] = set()
    for finding in issue.findings:
        if finding.kind in REMARKS:
            remarks[finding.line].append(finding.found)
        if finding.kind == "contents-page":
            pages[finding.line].append(finding)
        if finding.kind == "correction":
            corrected.add(finding.line)
    above = {_without_form("column", line.text) for line in issue.masthead}
    for entry in issue.contents:
        beside = [text for line in entry.lines for text in remarks.get(line, ())]
        is_corrected = not corrected.isdisjoint(entry.lines)
        role = "contents" if is_corrected else "entry"
        if not is_corrected and is_whole(_with_pages(entry, pages), beside):
            yield from _piece(entry.as_printed or "", entry.lines, "", 2)
        else:
            yield from _of_values(entry, role)
        if entry.column and entry.lines and (is_corrected or visible(entry.column) not in above):
            yield Piece(visible(entry.column), entry.lines, role, sure=False)


def _with_pages(entry: ContentsEntry, pages: Mapping[int, Sequence[Finding]]) -> ContentsEntry:
    """An entry whose print has the figures of its page in the place of what is printed for them."""
    printed = entry.as_printed or ""
    for finding in (one for line in entry.lines for one in pages.get(line, ()) if one.found):
        before, found, behind = printed.rpartition(finding.found)
        if found:
            printed = before + finding.correct + behind
    return replace(entry, as_printed=printed)


def _of_values(entry: ContentsEntry, role: str) -> Iterator[Piece]:
    """The values of an entry, and its print where it is that of something else: one of them is added."""
    yield from _piece(entry.title, entry.lines, role, 2)
    yield from _piece(entry.number or "", entry.lines if entry.number else (), role)
    if role == "entry" and entry.lines:
        yield Piece(str(entry.page or ""), entry.lines, role, sure=False)
        if entry.as_printed and not is_print_of(entry):
            yield from _piece(entry.as_printed, entry.lines, role)


def _of_elements(document: Document) -> Iterator[Piece]:
    """The elements of a document as they are printed; one that has no line of its own is part of another."""
    for name, lines in document.at.items():
        yield from _piece(_shown(document, name), lines, name)
    if "title" in document.at and "number" not in document.at and document.number:
        yield from _piece(document.number, document.at["title"], "title")


def _shown(document: Document, name: str) -> str:
    """An element as it is printed, as far as its value says the same.

    Pages show the print, data and index the value: what only one of them has is lost.
    """
    value = getattr(document, name, None)
    text, printed = _text_of(value), document.as_printed.get(name, "")
    if name in OWN_FORM or not value:
        return text
    if name in REWRITTEN:
        return printed or text
    is_same = _without_form(name, printed) == _without_form(name, text)
    return printed if is_same else text


def _without_form(name: str, text: str) -> str:
    """The visible characters of an element but those that its form may print."""
    form = FORM.get(name, "")
    return "".join([char for char in visible(text) if char not in form])


def _text_of(value: str | tuple[str, ...] | Printed | None) -> str:
    """The text of an element."""
    text = value.organ if isinstance(value, Printed) else value
    return text if isinstance(text, str) else "".join(text or ())


def _of_block(block: Block) -> Iterator[Piece]:
    """A block: of running text each line, of a table each row."""
    if isinstance(block, Table):
        yield from _of_table(block)
    elif isinstance(block, Roster):
        yield from _piece("".join(block_texts(block)), block.lines, "roster", 3)
    else:
        yield from _of_text(block)


def _of_text(block: Text) -> Iterator[Piece]:
    """The lines of running text; one piece of them all where it does not know where they end."""
    if not block.lines or len(block.breaks) != len(block.lines) - 1:
        yield from _piece(block.text, block.lines, "", 3)
        return
    if len(block.lines) == 1:
        yield Piece(visible(block.text), block.lines, "", 3)
        return
    bounds = [0, *block.breaks, len(block.text)]
    for place, line in enumerate(block.lines):
        yield Piece(visible(block.text[bounds[place] : bounds[place + 1]]), (line,), "", 3)


def _of_table(table: Table) -> Iterator[Piece]:
    """The header and the rows of a table; a line that goes on with a row is one of its lines."""
    text = "".join(chain.from_iterable(table.header))
    if len(table.row_lines) != len(table.rows) or not table.row_lines:
        yield from _piece(text + "".join(chain.from_iterable(table.rows)), table.lines, "table", 3)
        return
    starts = set(table.row_lines)
    above = tuple(line for line in table.lines if line < table.row_lines[0])
    if text:
        yield Piece(visible(text), above or table.row_lines[:1], "header", 3)
    further: dict[int, list[int]] = {}
    last = table.row_lines[0]
    for line in table.lines:
        last = line if line in starts else last
        if line not in starts and line not in above:
            further.setdefault(last, []).append(line)
    for line, row in zip(table.row_lines, table.rows, strict=True):
        yield Piece(visible("".join(row)), (line, *further.pop(line, ())), "row", 3)


def headers_of(issue: Issue) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The text of each header row, with the lines of its table on which it may be printed again."""
    for document in issue.documents:
        for block in (block for part in document.parts for block in part.blocks):
            if isinstance(block, Table):
                for row in block.header:
                    yield visible("".join(row)), block.lines
