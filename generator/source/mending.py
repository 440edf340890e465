"""What a parsed issue says that cannot be right.

It is refused where nothing else can be meant, else mended, with a finding. The model's own limits
(:mod:`generator.model.base`) are for single values; here are the values that contradict others.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from generator.lexicon.dates import find_dates, find_print, is_month, is_real_date, iso_date
from generator.model import Block, CellSpan, Document, Finding, Issue, Part, Table
from generator.model.block import block_texts
from generator.model.document import Bound
from generator.words.say import say

MOST_DOUBTED = 100
"""Most merged cells of a table that may not fit;
where there are more, none of those left is looked at."""


def find_contradiction(issue: Issue) -> str | None:
    """What an issue says that cannot be, with its path as msgspec writes it.

    None where there is nothing.
    """
    for nth, document in enumerate(issue.documents):
        path = f"$.documents[{nth}]"
        if _is_reversed(document.lines):
            return f"Expected the first line before the last - at `{path}.lines`"
        for place, part in enumerate(document.parts):
            if _is_reversed(part.lines):
                return f"Expected the first line before the last - at `{path}.parts[{place}].lines`"
    return None


def _is_reversed(lines: Sequence[int]) -> bool:
    return any(after < before for before, after in pairwise(lines))


def mend_issue(issue: Issue) -> Issue:
    """The issue with tables whose rows have one length and whose merged cells fit.

    What was not believed is a finding. Documents that share a number in the issue are numbered
    anew. A date that no calendar has stays as it is and is a finding too.
    """
    documents: list[Document] = []
    findings: list[Finding] = []
    sequences = [document.sequence for document in issue.documents]
    doubled = len(set(sequences)) < len(sequences)
    if doubled:
        findings.append(Finding(0, "sequence", "warning", message=say("message.sequence")))
    for nth, document in enumerate(issue.documents, start=1):
        mended, remarks = _mend_document(document)
        documents.append(msgspec.structs.replace(mended, sequence=nth) if doubled else mended)
        findings += remarks
    findings += _doubt_date(issue.published, 0)
    new = _without_known(findings, issue.findings)
    return msgspec.structs.replace(
        issue, documents=tuple(documents), findings=(*issue.findings, *new)
    )


def _mend_document(document: Document) -> tuple[Document, list[Finding]]:
    """A document with its tables mended; what was not believed of it."""
    parts: list[Part] = []
    findings: list[Finding] = []
    for part in document.parts:
        mended, remarks = _mend_part(part)
        parts.append(mended)
        findings += remarks
    findings += _doubt_dates(document)
    return msgspec.structs.replace(document, parts=tuple(parts)), findings


def _without_known(findings: Sequence[Finding], known: Sequence[Finding]) -> list[Finding]:
    """The findings without those of a kind that is known of the same text or of the same line."""
    texts = {(finding.kind, text) for finding in known for text in _texts(finding)}
    lines = {(finding.kind, finding.line) for finding in known if finding.line}
    return [
        finding
        for finding in findings
        if (finding.kind, finding.line) not in lines
        and not any((finding.kind, text) in texts for text in _texts(finding))
    ]


def _texts(finding: Finding) -> list[str]:
    """What a finding speaks of: its characters, and the dates that they print in the form of the data."""
    return [*filter(None, [finding.found]), *map(iso_date, find_dates(finding.found))]


def _doubt_dates(document: Document) -> Iterator[Finding]:
    """The dates of a document that no calendar has."""
    first = document.lines[0] if document.lines else 0
    line = next(iter(document.at.get("date", ())), first)
    for date, text in _dates(document).items():
        yield from _doubt_date(date, line, text)


def _dates(document: Document) -> dict[str | None, str]:
    """The dates of a document, each with a text that prints it, as far as one is known."""
    effective, printed = document.effective, document.printed
    dates = {
        printed.date if printed else None: document.as_printed.get("printed", ""),
        effective.until: _sentence(document, "until"),
        effective.start: _sentence(document, "from"),
        document.date: document.as_printed.get("date", ""),
    }
    return dict(reversed(dates.items()))


def _sentence(document: Document, bound: Bound) -> str:
    """The sentence that gives a term of force; empty where the document does not say which."""
    places = document.effective.at
    place = None if isinstance(places, msgspec.UnsetType) else places.get(bound)
    if place is None or place.part >= len(document.parts):
        return ""
    blocks = document.parts[place.part].blocks
    text = next(block_texts(blocks[place.block]), "") if place.block < len(blocks) else ""
    return text[place.start : place.end]


def _doubt_date(date: str | None, line: int, text: str = "") -> Iterator[Finding]:
    """What is said of a date that no calendar has, in the characters of a text that prints it."""
    if date and not is_real_date(date) and not is_month(date):
        yield Finding(
            line=line,
            kind="impossible-date",
            severity="warning",
            found=find_print(text, date) or date,
            message=say("message.impossible-date.plain"),
        )


def _mend_part(part: Part) -> tuple[Part, list[Finding]]:
    """A part with its tables mended."""
    if not any(isinstance(block, Table) for block in part.blocks):
        return part, []
    blocks: list[Block] = []
    findings: list[Finding] = []
    for block in part.blocks:
        mended, remarks = mend_table(block) if isinstance(block, Table) else (block, ())
        blocks.append(mended)
        findings += remarks
    return msgspec.structs.replace(part, blocks=tuple(blocks)), findings


def mend_table(table: Table) -> tuple[Table, tuple[Finding, ...]]:
    """A table whose rows have one length and whose merged cells fit, with findings.

    Merged cells are in the table, apart from each other, and over empty cells.
    """
    cells = (*table.header, *table.rows)
    width = max(map(len, cells), default=0)
    line = table.lines[0] if table.lines else 0
    findings: list[Finding] = []
    if any(len(row) != width for row in cells):
        header, rows = (
            tuple(_fill(row, width) for row in rows) for rows in (table.header, table.rows)
        )
        table = msgspec.structs.replace(table, header=header, rows=rows)
        findings.append(
            Finding(line, "table-shape", "warning", message=say("message.table-shape.rows"))
        )
    spans = fit_spans(table)
    if spans != table.spans:
        table = msgspec.structs.replace(table, spans=spans)
        findings.append(
            Finding(line, "table-shape", "warning", message=say("message.table-shape.spans"))
        )
    return table, tuple(findings)


def _fill(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*row, *[""] * (width - len(row)))


def fit_spans(table: Table) -> tuple[CellSpan, ...]:
    """The merged cells of a table that are wholly in it.

    They cover no other merged cell and nothing that is printed.
    """
    cells = (*table.header, *table.rows)
    taken: list[int] = [0] * len(cells)
    kept: list[CellSpan] = []
    doubted = 0
    for span in table.spans:
        if doubted > MOST_DOUBTED:
            break
        if _fits(span, cells, taken):
            kept.append(span)
        else:
            doubted += 1
    return tuple(kept)


def _fits(span: CellSpan, cells: Sequence[Sequence[str]], taken: list[int]) -> bool:
    """Whether a merged cell covers empty cells that no other has.

    These are then marked in ``taken``.

    :param taken: for each row the columns that are covered, as bits
    """
    bottom, right = span.row + span.rows, span.column + span.columns
    if bottom > len(cells) or any(right > len(row) for row in cells[span.row : bottom]):
        return False
    bits = (1 << right) - (1 << span.column)
    for row in range(span.row, bottom):
        begin = span.column + (row == span.row)
        if taken[row] & bits or any(cell.strip() for cell in cells[row][begin:right]):
            return False
    for row in range(span.row, bottom):
        taken[row] |= bits
    return True
