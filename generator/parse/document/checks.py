"""What the source itself says wrong, and what could not be placed: kept as printed, and reported."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.lexicon.characters import fold, squeeze
from generator.lexicon.dates import is_real_date
from generator.lexicon.enumerators import Enumerator, read_enumerator
from generator.lexicon.expressions.labels import ATTACHMENT_SHUT, LOOSE_ATTACHMENT
from generator.lexicon.expressions.signs import POINT
from generator.model import (
    Article,
    Document,
    Finding,
    Heading,
    Item,
    Paragraph,
    Part,
    Table,
    Text,
    TextLine,
)
from generator.parse.document.scrambled import check_cells, tables_of
from generator.parse.draft import Draft
from generator.parse.owned_lines import find_owned
from generator.parse.rows.sense import Pairs
from generator.parse.text.fused_columns import find_fused_columns
from generator.parse.text.promises import LISTED_BARE
from generator.read import Line
from generator.words.say import say

_NAMED = re.compile(rf"{ATTACHMENT_SHUT}\s*\d*\s*[:：]\s*(?P<title>.+)")
_NOTED = re.compile(rf"{LOOSE_ATTACHMENT}\s*[:：]\s*1\s*{POINT}")
"""A note that names several attachments counts on from its own line: 附件：1.某某表 | 2.某某名单."""
_ORDER = ("part", "chapter", "section", "article", "1", "2", "3", "4")
"""Kinds of enumerator, outermost first; each begins anew below those before it."""
_APART = frozenset(
    {("chapter", "article"), ("section", "article"), ("part", "article"), ("part", "chapter")}
)
"""Articles count on over chapters."""
_SEEN = re.compile(rf"[（(](?:具体|详细)?(?:详)?见{ATTACHMENT_SHUT}\d*[)）]")


@dataclass(frozen=True, slots=True)
class ShownLimits:
    """How much of a text its finding shows, in characters from its beginning."""

    numbered: int = 24
    """Longest beginning of a text whose number does not count on."""
    named: int = 40
    """Longest beginning of a text that names an attachment."""


SHOWN = ShownLimits()


def check_documents(draft: Draft) -> Draft:
    """The draft with findings on its documents and on lines that belong to nothing."""
    remarks: list[Finding] = []
    pairs = Pairs(line.text for line in draft.lines)
    for document in draft.documents:
        for check in CHECKS:
            remarks += check(document)
        remarks += check_cells(document, pairs)
        remarks += _check_joined(document, draft)
    remarks += find_fused_columns(draft.lines, draft.documents)
    front, unplaced = _unplaced(draft)
    return replace(draft, findings=(*draft.findings, *remarks, *unplaced), front=front)


def _check_number(document: Document) -> Iterator[Finding]:
    """A document without a number."""
    if document.number is None:
        yield Finding(
            line=document.lines[0],
            kind="no-number",
            severity="warning",
            message=say("message.no-number"),
        )


def _check_date(document: Document) -> Iterator[Finding]:
    """A date that the calendar lacks."""
    line = document.at.get("date", document.lines)[0]
    if document.date and not is_real_date(document.date):
        yield Finding(
            line=line,
            kind="impossible-date",
            severity="warning",
            found=document.date,
            message=say("message.impossible-date.plain"),
        )


def _check_numbering(document: Document) -> Iterator[Finding]:
    """Enumerators whose number skips or doubles, in each part for itself."""
    for part in document.parts:
        yield from _find_gaps(part)


def _find_gaps(part: Part) -> Iterator[Finding]:
    """Enumerators whose number skips or doubles."""
    count = _Count()
    for block in part.blocks:
        if not isinstance(block, Article | Heading | Item | Paragraph):
            continue
        if _NOTED.match(block.text):
            count.note()
        found = read_enumerator(block.text)
        if found is None or found.insertion or found.kind not in _ORDER:
            continue
        if not count.expects(found):
            yield _gap(block, count.before(found.kind), found.number)
        count.take(found)


class _Count:
    """How far the enumerators of a part have counted, by their kind."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        """The last number in the whole part."""
        self._below: dict[str, int] = {}
        """The last number below the heading that the text is under."""

    def before(self, kind: str) -> int:
        """The number before the next one of a kind, below the same heading; 0 for none."""
        return self._below.get(kind, 0)

    def expects(self, found: Enumerator) -> bool:
        """Whether a number may come next.

        It may follow the one before it below the same heading or in the whole part (（一）…（五）, 二、, （六）), or begin
        again with 1; articles never begin again. The first below a heading may be any, but for an article.
        """
        before, last = self.before(found.kind), self._last.get(found.kind, 0)
        if found.number in {before + 1, last + 1}:
            return True
        return found.kind != "article" and (found.number == 1 or before == 0)

    def take(self, found: Enumerator) -> None:
        """Count a number; those of the kinds below it begin anew."""
        self._last[found.kind] = self._below[found.kind] = found.number
        for deeper in _ORDER[_ORDER.index(found.kind) + 1 :]:
            if (found.kind, deeper) not in _APART:
                self._below.pop(deeper, None)

    def note(self) -> None:
        """Count the 1 of a note that names several attachments on its own line."""
        self._last["3"] = self._below["3"] = 1


def _gap(block: Text, before: int, number: int) -> Finding:
    """What is said of a block whose number does not follow the one before, or repeats it."""
    kind, message = (
        ("numbering-duplicate", say("message.numbering.repeated", here=str(number)))
        if number == before
        else ("numbering-gap", say("message.numbering.gap", before=str(before), here=str(number)))
    )
    return Finding(
        line=_first_line(block),
        kind=kind,
        severity="warning",
        found=squeeze(block.text)[: SHOWN.numbered],
        message=message,
    )


def _check_attachments(document: Document) -> Iterator[Finding]:
    """Attachments that the text names (附件：1.…, 见附件) although the document does not print them."""
    printed = [part for part in document.parts if part.kind != "body"]
    for block, number, title in _named_attachments(document):
        if not _is_printed(number, title, printed):
            yield _missing(block)
    if any(part.kind == "attachment" for part in printed):
        return
    for part in document.parts:
        for block in _running(part):
            if _SEEN.search(block.text):
                yield _missing(block)


def _is_printed(number: str, title: str, printed: list[Part]) -> bool:
    """Whether one of the printed parts is the attachment that a note names.

    One without a number is also found where any part has a label, since nobody can say which it is.
    """
    labels = {squeeze(part.label or "") for part in printed}
    titles = {fold(part.title or "") for part in printed}
    if fold(title) in titles or f"附件{number}" in labels:
        return True
    return not number and bool(labels - {""})


def _named_attachments(document: Document) -> Iterator[tuple[Text, str, str]]:
    """The attachments that a note names, each with its block, its number and its title."""
    for part in document.parts:
        inside = False
        for block in _running(part):
            named = _NAMED.match(block.text)
            inside = inside or named is not None
            text = named["title"] if named else block.text
            listed = LISTED_BARE.match(text) if inside else None
            if listed:
                yield block, listed["n"], listed["title"]
            elif named:
                yield block, "", block.text.partition("：")[2]
            else:
                inside = False


def _running(part: Part) -> Iterator[Text]:
    """The blocks of running text of a part."""
    return (block for block in part.blocks if isinstance(block, Text))


def _first_line(block: Text) -> int:
    """The line that a finding on a block is on."""
    return block.lines[0] if block.lines else 0


def _missing(block: Text) -> Finding:
    """What is said of a block that names an attachment which is not printed."""
    return Finding(
        line=_first_line(block),
        kind="missing-attachment",
        severity="warning",
        found=block.text[: SHOWN.named],
        message=say("message.missing-attachment"),
    )


def _check_joined(document: Document, draft: Draft) -> Iterator[Finding]:
    """Tables whose header is printed again on a further page."""
    tables = [table for table in tables_of(document) if _joined_lines(table)]
    printed = {line.number: line for line in draft.lines} if tables else {}
    for table in tables:
        for line in _joined_lines(table):
            yield Finding(
                line=line,
                kind="table-joined",
                severity="info",
                found=_header_again(table, printed.get(line)),
                message=say("message.table-joined"),
            )


def _header_again(table: Table, line: Line | None) -> str:
    """The text of a line that prints the header of a table once more; empty for the rest of a cell."""
    cells = list(filter(None, line.cells)) if line else []
    header = {squeeze(cell) for row in table.header for cell in row}
    again = sum(squeeze(cell) in header for cell in cells)
    return " ".join(cells) if cells and again * 2 >= len(cells) else ""


def _joined_lines(table: Table) -> list[int]:
    """The lines below the first row of a table that are no rows of it: a header once more, the rest of a cell.

    Below the header, where the table has no rows.
    """
    above, of_rows = (
        table.row_lines[:1] or table.lines[: len(table.header)][-1:],
        set(table.row_lines),
    )
    return [line for line in table.lines if above and line > above[0] and line not in of_rows]


CHECKS = (
    _check_number,
    _check_date,
    _check_numbering,
    _check_attachments,
)
"""Checks of one document, in order."""


def _unplaced(draft: Draft) -> tuple[tuple[TextLine, ...], list[Finding]]:
    """Lines before the first document join the first pages; any other line that belongs to nothing is an error."""
    owned = find_owned(draft)
    first = draft.documents[0].lines[0] if draft.documents else 0
    front, findings = list(draft.front), []
    for place, line in enumerate(draft.lines):
        if owned.has(place, line):
            continue
        if line.number <= first:
            front.append(TextLine(line.number, line.text))
        else:
            findings.append(_unplaced_line(line))
    return tuple(sorted(front, key=lambda entry: entry.line)), findings


def _unplaced_line(line: Line) -> Finding:
    """What is said of a line that belongs to nothing."""
    return Finding(
        line=line.number,
        kind="unplaced",
        severity="error",
        found=line.text,
        message=say("message.unplaced"),
    )
