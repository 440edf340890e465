"""What is measured of an issue, in the order in which it is reported.

There is one function for each kind of element.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.accuracy.compare import (
    count_aligned,
    measure_sequence,
    measure_set,
    plain,
    plain_number,
)
from generator.accuracy.truth import TrueCitation, TrueDocument, TrueEntry, TruePart, Truth
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
DOCUMENT_FIELDS = (
    "number",
    "title",
    "issuer",
    "column",
    "page",
    "date",
    "signature",
    "recipients",
    "note",
)
CHECKABLE = frozenset(
    {
        "date-before-document",
        "impossible-date",
        "missing-attachment",
        "missing-label",
        "no-number",
        "number-date-inversion",
        "number-incomplete",
        "numbering-duplicate",
        "numbering-gap",
        "ocr-loop",
        "title-differs",
    }
)
"""Anomalies that a program can find without understanding the words."""
DOUBTS = ("warning", "error")
"""Severities of the findings that report an anomaly."""
LATEST_LEAD = 12
"""Latest character of a paragraph, counted from 0,
at which its run-in heading begins; farther on none is its own."""

NOTHING = Document(sequence=0, lines=(), title="")
Pair = tuple[TrueDocument, Document]
"""A true document and what was read of it, :data:`NOTHING` when it was not found."""
CitationKey = tuple[int, str | None, str | None]
"""Sequence of the citing document, title and number of the cited one."""
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
    free, pairs = list(issue.documents), []
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
    found = [_line_of_contents(entry) for entry in reading.issue.contents]
    true = [_line_of_contents(entry) for entry in reading.truth.contents]
    yield measure_set("contents", found, true)


def _line_of_contents(entry: ContentsEntry | TrueEntry) -> tuple[str | int | None, ...]:
    """A line of the printed contents as it is compared."""
    return plain(entry.column), plain(entry.title), plain_number(entry.number), entry.page


def measure_documents(reading: Reading) -> Iterator[Figure]:
    """Documents found with number and title right together, then their elements.

    The elements are those of the documents that share lines.
    """
    pairs = reading.pairs
    exact = [_same("number", *pair) and _same("title", *pair) for pair in pairs]
    yield Measure("documents", len(pairs), len(reading.issue.documents), sum(exact))
    for name in DOCUMENT_FIELDS:
        yield _share(f"document.{name}", [_same(name, *pair) for pair in pairs])
    yield _share("document.effective", [_same_validity(*pair) for pair in pairs])
    yield _share("document.lines", [_ends(read.lines) == true.lines for true, read in pairs])


def measure_articles(reading: Reading) -> Iterator[Figure]:
    """Articles by their numbers, in order."""
    true = found = aligned = 0
    for there, read in reading.pairs:
        printed = [number for first, last in there.articles for number in range(first, last + 1)]
        numbers = [article.number for article in _blocks(read, Article)]
        true += len(printed)
        found += len(numbers)
        aligned += count_aligned(numbers, printed)
    if found or true:
        yield Measure("articles", true, found, aligned)


def measure_rosters(reading: Reading) -> Iterator[Figure]:
    """Lists of names by their count of persons."""
    right: list[bool] = []
    for true, read in reading.pairs:
        right += [_count_persons(read, there.lines) == there.persons for there in true.rosters]
    yield from _unless_empty("roster.persons", right)


def _count_persons(document: Document, span: tuple[int, int]) -> int:
    """How many persons the lists of names on some lines of a document have."""
    rosters = [roster for roster in _blocks(document, Roster) if _touches(roster.lines, span)]
    return sum(len(group.members) for roster in rosters for group in roster.groups)


def measure_tables(reading: Reading) -> Iterator[Figure]:
    """Tables by their count of rows and columns, and by the words of their header."""
    shapes, headers = [], []
    for true, read in reading.pairs:
        for there in true.tables:
            tables = (table for table in _blocks(read, Table) if _touches(table.lines, there.lines))
            table = next(tables, None)
            shapes.append(table is not None and _shape(table) == (there.rows, there.columns))
            header = [plain(cell) for cell in there.header]
            headers.append(_header_words(table)[-there.columns :] == header)
    yield from _unless_empty("table.shape", shapes)
    yield from _unless_empty("table.header", headers)


def _shape(table: Table) -> tuple[int, int]:
    """How many rows and columns a table has below its header."""
    return len(table.rows), max(map(len, table.rows), default=0)


def _header_words(table: Table | None) -> list[str | None]:
    """The words of all cells of a table's header; none of a table that was not found."""
    return [plain(cell) for row in table.header for cell in row] if table else []


def measure_headings(reading: Reading) -> Iterator[Figure]:
    """Structural headings in order, those run in before text too.

    A numbered sentence may be one or none.
    """
    either, required, found = set(), [], []
    for there, read in reading.pairs:
        for heading in there.headings:
            text = plain(heading.text)
            if heading.form == "sentence":
                either.add((there.seq, text))
            else:
                required.append((there.seq, text))
        found += [(there.seq, text) for text in _headings(read)]
    counted = [heading for heading in found if heading not in either]
    yield measure_sequence("headings", counted, required)


def measure_parts(reading: Reading) -> Iterator[Figure]:
    """Instruments that are issued and attachments, by their titles."""
    for name, kind in (("enclosures", "enclosure"), ("attachments", "attachment")):
        true, found = [], []
        for there, read in reading.pairs:
            true += [(there.seq, plain(part.title)) for part in _true_parts(there, kind)]
            found += [(there.seq, plain(part.title)) for part in read.parts if part.kind == kind]
        if true or found:
            yield measure_set(name, found, true)


def _true_parts(there: TrueDocument, kind: str) -> Sequence[TruePart]:
    """The enclosures of a document, or those of its attachments that are printed."""
    if kind == "enclosure":
        return there.enclosures
    return [part for part in there.attachments if part.present]


def measure_citations(reading: Reading) -> Iterator[Figure]:
    """Documents that are cited, by title and number, with what is done to them.

    A citation that repeals or forwards is compared with that relation.
    """
    true, found = [], []
    for there, read in reading.pairs:
        cited = [citation for citation in reading.truth.citations if citation.doc == there.seq]
        true += _citations(there.seq, cited)
        found += _citations(there.seq, read.citations)
    if true or found:
        yield measure_set("citations", [key for key, _ in found], [key for key, _ in true])
    known = set(found)
    relations = [pair in known for pair in true if pair[1] in ("repeals", "forwards")]
    yield from _unless_empty("citation.relation", relations)


def _citations(
    seq: int, citations: Iterable[TrueCitation | Citation]
) -> list[tuple[CitationKey, str]]:
    """What a document cites, as it is compared, each with its relation.

    The instruments that it issues are left out.
    """
    return [
        ((seq, plain(cited.title), plain_number(cited.number)), cited.relation)
        for cited in citations
        if cited.relation != "issues"
    ]


def measure_continuations(reading: Reading) -> Iterator[Figure]:
    """Lines joined to the paragraph of the line before.

    Tables, rosters and uncertain lines are left out.
    """
    truth = reading.truth
    first = min((there.lines[0] for there in truth.documents), default=0)
    left_out = {line for line, _ in truth.continuations_uncertain} | _set_lines(truth)

    def compared(lines: Iterable[int]) -> set[int]:
        return {line for line in lines if line >= first} - left_out

    yield measure_set(
        "continuations", compared(_joined(reading.issue)), compared(truth.continuations)
    )


def _set_lines(truth: Truth) -> set[int]:
    """The lines of tables and rosters."""
    lines: set[int] = set()
    for there in truth.documents:
        spans = [table.lines for table in there.tables]
        spans += [roster.lines for roster in there.rosters]
        for first, last in spans:
            lines.update(range(first, last + 1))
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
    yield from _unless_empty("anomalies", [line in doubted for line in lines])


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
    """Whether the first and the last day in force were read right."""
    want, got = true.effective, read.effective
    return (plain(want.start), plain(want.until)) == (plain(got.start), plain(got.until))


def _share(name: str, right: Iterable[bool]) -> Share:
    """The share of what was read right."""
    marks = list(right)
    return Share(name, len(marks), sum(marks))


def _unless_empty(name: str, right: Sequence[bool]) -> Iterator[Share]:
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
                yield _run_in(plain(block.text) or "", plain(block.lead) or "")


def _run_in(text: str, lead: str) -> str:
    """A run-in heading with its enumerator; without it where it is not at the head of its text."""
    at = text.find(lead)
    return text[: at + len(lead)] if 0 <= at <= LATEST_LEAD else lead


def _joined(issue: Issue) -> set[int]:
    """Every line that something read goes on with, without the line on which it begins."""
    joined: set[int] = set()
    for document in issue.documents:
        blocks = [block.lines for part in document.parts for block in part.blocks]
        for lines in (*blocks, *document.at.values(), *(part.at for part in document.parts)):
            joined.update(sorted(set(lines))[1:])
    return joined
