"""What is measured of an issue, in the order in which it is reported: one function for each kind of element."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.accuracy.compare import count_aligned, measure_sequence, measure_set, plain, plain_number
from generator.accuracy.truth import TrueCitation, TrueDocument, TrueEntry, Truth
from generator.model import (
    Article,
    Block,
    Citation,
    ContentsEntry,
    Document,
    Figure,
    Heading,
    Issue,
    Item,
    Measure,
    Paragraph,
    Roster,
    Share,
    Table,
)

ISSUE_FIELDS = ("year", "number", "serial", "published", "publisher")
DOCUMENT_FIELDS = ("number", "title", "issuer", "column", "page", "date", "signature", "recipients", "note")
CHECKABLE = frozenset({
    "date-before-document", "impossible-date", "missing-attachment", "missing-label", "no-number",
    "number-date-inversion", "number-incomplete", "numbering-duplicate", "numbering-gap", "ocr-loop", "title-differs",
})
"""Anomalies that a program can find without understanding the words."""
DOUBTS = ("warning", "error")
"""Severities of the findings that report an anomaly."""
LATEST_LEAD = 12
"""Latest character of a paragraph, counted from 0, at which its run-in heading begins; farther on none is its own."""

NOTHING = Document(sequence=0, lines=(), title="")
Pair = tuple[TrueDocument, Document]
"""A true document and what was read of it, :data:`NOTHING` when it was not found."""
CitationKey = tuple[int, str | None, str | None, str]
"""Document, title, number and relation of a citation as they are compared."""
BlockKind = TypeVar("BlockKind", bound=Block)


@dataclass(frozen=True, slots=True)
class Reading:
    """An issue beside its truth."""

    truth: Truth
    issue: Issue
    pairs: tuple[Pair, ...]
    """In the order of the truth."""


def pair_documents(truth: Truth, issue: Issue) -> tuple[Pair, ...]:
    """Each true document with the read one that shares most lines with it; none is given twice."""
    free = list(issue.documents)
    pairs = []
    for true in truth.documents:
        best = max(free, key=lambda document: _overlap(true, document), default=NOTHING)
        if _overlap(true, best) <= 0:
            best = NOTHING
        else:
            free.remove(best)
        pairs.append((true, best))
    return tuple(pairs)


def measure_issue(reading: Reading) -> Iterator[Figure]:
    """The elements of the masthead."""
    true, issue = reading.truth.issue, reading.issue
    for name in ISSUE_FIELDS:
        yield _share(f"issue.{name}", [plain(getattr(true, name)) == plain(getattr(issue, name))])
    yield _share("issue.publication", [plain(true.publication) == plain(issue.publication.title)])


def measure_contents(reading: Reading) -> Iterator[Figure]:
    """The lines of the printed contents: column, title, number and page right together."""
    found = [_entry_key(entry) for entry in reading.issue.contents]
    true = [_entry_key(entry) for entry in reading.truth.contents]
    yield measure_set("contents", found, true)


def measure_documents(reading: Reading) -> Iterator[Figure]:
    """Documents found with number and title right together, then each element of those that share lines."""
    exact = sum(_is_identified(true, read) for true, read in reading.pairs)
    yield Measure("documents", len(reading.pairs), len(reading.issue.documents), exact)
    for name in DOCUMENT_FIELDS:
        yield _share(f"document.{name}", [_same(name, true, read) for true, read in reading.pairs])
    yield _share("document.effective", [_same_validity(true, read) for true, read in reading.pairs])
    yield _share("document.lines", [_ends(read.lines) == true.lines for true, read in reading.pairs])


def measure_articles(reading: Reading) -> Iterator[Figure]:
    """Articles by their numbers, in order."""
    found = expected = aligned = 0
    for true, read in reading.pairs:
        found_numbers = [article.number for article in _blocks(read, Article)]
        true_numbers = [number for first, last in true.articles for number in range(first, last + 1)]
        found += len(found_numbers)
        expected += len(true_numbers)
        aligned += count_aligned(found_numbers, true_numbers)
    if found or expected:
        yield Measure("articles", expected, found, aligned)


def measure_rosters(reading: Reading) -> Iterator[Figure]:
    """Lists of names by their count of persons."""
    right = []
    for true, read in reading.pairs:
        right += [_count_persons(read, roster.lines) == roster.persons for roster in true.rosters]
    yield from _share_of_any("roster.persons", right)


def measure_tables(reading: Reading) -> Iterator[Figure]:
    """Tables by their count of rows and columns, and by the words of their header."""
    shapes = []
    headers = []
    for true, read in reading.pairs:
        for true_table in true.tables:
            table = _find_table(read, true_table.lines)
            shapes.append(table is not None and _shape(table) == (true_table.rows, true_table.columns))
            cells = _header_cells(table) if table else []
            headers.append(cells[-true_table.columns :] == [plain(cell) for cell in true_table.header])
    yield from _share_of_any("table.shape", shapes)
    yield from _share_of_any("table.header", headers)


def measure_headings(reading: Reading) -> Iterator[Figure]:
    """Structural headings in order, those run in before text too; a numbered sentence may be one or none."""
    found = []
    expected = []
    either = set()
    for true, read in reading.pairs:
        found += [(true.seq, text) for text in _headings(read)]
        for heading in true.headings:
            key = (true.seq, plain(heading.text))
            if heading.form == "sentence":
                either.add(key)
            else:
                expected.append(key)
    yield measure_sequence("headings", [key for key in found if key not in either], expected)


def measure_parts(reading: Reading) -> Iterator[Figure]:
    """Instruments that are issued and attachments, by their titles."""
    yield from _measure_parts_of_kind(reading, "enclosure")
    yield from _measure_parts_of_kind(reading, "attachment")


def _measure_parts_of_kind(reading: Reading, kind: str) -> Iterator[Figure]:
    """The parts of one kind, by their titles; an attachment that the issue does not print is none."""
    name = f"{kind}s"
    found = []
    expected = []
    for true, read in reading.pairs:
        found += [(true.seq, plain(part.title)) for part in read.parts if part.kind == kind]
        printed = [part for part in getattr(true, name) if part.present or kind == "enclosure"]
        expected += [(true.seq, plain(part.title)) for part in printed]
    if found or expected:
        yield measure_set(name, found, expected)


def measure_citations(reading: Reading) -> Iterator[Figure]:
    """Documents that are cited, by title and number; that it repeals or forwards, for those that it does."""
    found: list[CitationKey] = []
    expected: list[CitationKey] = []
    for true, read in reading.pairs:
        of_document = [cited for cited in reading.truth.citations if cited.doc == true.seq]
        found += _citation_keys(true.seq, read.citations)
        expected += _citation_keys(true.seq, of_document)
    if found or expected:
        yield measure_set("citations", [key[:-1] for key in found], [key[:-1] for key in expected])
    known = set(found)
    right = [key in known for key in expected if key[-1] in ("repeals", "forwards")]
    yield from _share_of_any("citation.relation", right)


def measure_continuations(reading: Reading) -> Iterator[Figure]:
    """Lines joined to the paragraph of the line before; tables, rosters and uncertain lines aside."""
    truth = reading.truth
    first = min((document.lines[0] for document in truth.documents), default=0)
    aside = _lines_not_measured(truth) | set(range(first))
    yield measure_set("continuations", _joined(reading.issue) - aside, set(truth.continuations) - aside)


def _lines_not_measured(truth: Truth) -> set[int]:
    """The lines of tables and rosters, and those of which a person was not certain."""
    lines = {line for line, _ in truth.continuations_uncertain}
    for document in truth.documents:
        tables = [table.lines for table in document.tables]
        rosters = [roster.lines for roster in document.rosters]
        for begin, end in (*tables, *rosters):
            lines.update(range(begin, end + 1))
    return lines


def measure_repairs(reading: Reading) -> Iterator[Figure]:
    """Characters of a shifted font encoding, by their lines."""
    kind = "font-encoding"
    true = [repair.line for repair in reading.truth.repairs if repair.kind == kind]
    if true:
        found = [finding.line for finding in reading.issue.findings if finding.kind == kind]
        yield measure_set(f"repairs.{kind}", found, true)


def measure_anomalies(reading: Reading) -> Iterator[Figure]:
    """Lines on which the source itself is wrong and a doubt was found."""
    doubted = {finding.line for finding in reading.issue.findings if finding.severity in DOUBTS}
    lines = [anomaly.line for anomaly in reading.truth.anomalies if anomaly.kind in CHECKABLE]
    yield from _share_of_any("anomalies", [line in doubted for line in lines])


MEASURES: tuple[Callable[[Reading], Iterator[Figure]], ...] = (
    measure_issue,
    measure_contents,
    measure_documents,
    measure_articles,
    measure_tables,
    measure_rosters,
    measure_headings,
    measure_parts,
    measure_citations,
    measure_continuations,
    measure_repairs,
    measure_anomalies,
)
"""All measures, in the order in which figures are shown."""


def _overlap(true: TrueDocument, read: Document) -> int:
    """How many lines a true document and a read one share."""
    first, last = _ends(read.lines) or (0, -1)
    return min(true.lines[1], last) - max(true.lines[0], first) + 1


def _ends(lines: Sequence[int]) -> tuple[int, int] | None:
    """First and last line."""
    return (lines[0], lines[-1]) if lines else None


def _same(name: str, true: TrueDocument, read: Document) -> bool:
    """Whether an element of a document was read right."""
    compare = plain_number if name == "number" else plain
    return compare(getattr(true, name)) == compare(getattr(read, name))


def _same_validity(true: TrueDocument, read: Document) -> bool:
    """Whether the first and the last day on which a document is in force were read right."""
    same_start = plain(true.effective.start) == plain(read.effective.start)
    same_end = plain(true.effective.until) == plain(read.effective.until)
    return same_start and same_end


def _is_identified(true: TrueDocument, read: Document) -> bool:
    """Whether number and title were both read right."""
    return _same("number", true, read) and _same("title", true, read)


def _entry_key(entry: ContentsEntry | TrueEntry) -> tuple[str | None, str | None, str | None, int | None]:
    """An entry of the contents as it is compared."""
    return plain(entry.column), plain(entry.title), plain_number(entry.number), entry.page


def _citation_keys(sequence: int, citations: Iterable[Citation | TrueCitation]) -> list[CitationKey]:
    """The citations of a document as they are compared, without the instruments that it issues itself."""
    return [
        (sequence, plain(cited.title), plain_number(cited.number), cited.relation)
        for cited in citations
        if cited.relation != "issues"
    ]


def _count_persons(document: Document, span: tuple[int, int]) -> int:
    """How many persons the rosters of a document name that touch a span of lines."""
    rosters = [roster for roster in _blocks(document, Roster) if _touches(roster.lines, span)]
    return sum(len(group.members) for roster in rosters for group in roster.groups)


def _find_table(document: Document, span: tuple[int, int]) -> Table | None:
    """The first table of a document that touches a span of lines."""
    for table in _blocks(document, Table):
        if _touches(table.lines, span):
            return table
    return None


def _shape(table: Table) -> tuple[int, int]:
    """How many rows below the header a table has, and how many columns."""
    return len(table.rows), max(map(len, table.rows), default=0)


def _header_cells(table: Table) -> list[str | None]:
    """The cells of a table's header as they are compared."""
    return [plain(cell) for row in table.header for cell in row]


def _share(name: str, right: Iterable[bool]) -> Share:
    """The share of what was read right."""
    marks = list(right)
    return Share(name, len(marks), sum(marks))


def _share_of_any(name: str, right: Sequence[bool]) -> Iterator[Share]:
    """The share of what was read right, nothing when there was nothing to read."""
    if right:
        yield _share(name, right)


def _blocks(document: Document, kind: type[BlockKind]) -> Iterator[BlockKind]:
    """The blocks of a kind, in order."""
    return (block for part in document.parts for block in part.blocks if isinstance(block, kind))


def _touches(lines: Iterable[int], span: tuple[int, int]) -> bool:
    """Whether one of the lines lies in a span."""
    return any(span[0] <= line <= span[1] for line in lines)


def _headings(document: Document) -> Iterator[str | None]:
    """The headings as they are compared, a run-in one with its enumerator."""
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Heading) and block.kind not in ("title", "caption"):
                yield plain(block.text)
            elif isinstance(block, Paragraph | Item) and block.lead:
                text, lead = plain(block.text) or "", plain(block.lead) or ""
                at = text.find(lead)
                yield text[: at + len(lead)] if 0 <= at <= LATEST_LEAD else lead


def _joined(issue: Issue) -> set[int]:
    """Every line that something read goes on with, without the line on which it begins."""
    joined: set[int] = set()
    for document in issue.documents:
        blocks = [block.lines for part in document.parts for block in part.blocks]
        for lines in (*blocks, *document.at.values(), *(part.at for part in document.parts)):
            joined.update(sorted(set(lines))[1:])
    return joined
