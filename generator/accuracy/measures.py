"""What is measured of an issue, in the order in which it is told: one function for each kind of element."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.accuracy.compare import count_aligned, measure_sequence, measure_set, plain, plain_number
from generator.accuracy.truth import TrueDocument, Truth
from generator.model import (
    Article,
    Block,
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
"""Severities of the findings that tell of an anomaly."""
LATEST_LEAD = 12
"""Latest character of a paragraph, counted from 0, at which its run-in heading begins; farther on none is its own."""

NOTHING = Document(sequence=0, lines=(), title="")
Pair = tuple[TrueDocument, Document]
"""A true document and what was read of it, :data:`NOTHING` when it was not found."""
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
    found, true = (
        [(plain(entry.column), plain(entry.title), plain_number(entry.number), entry.page) for entry in entries]
        for entries in (reading.issue.contents, reading.truth.contents)
    )
    yield measure_set("contents", found, true)


def measure_documents(reading: Reading) -> Iterator[Figure]:
    """Documents found with number and title right together, then each element of those that share lines."""
    exact = sum(_same("number", true, read) and _same("title", true, read) for true, read in reading.pairs)
    yield Measure("documents", len(reading.pairs), len(reading.issue.documents), exact)
    for name in DOCUMENT_FIELDS:
        yield _share(f"document.{name}", [_same(name, true, read) for true, read in reading.pairs])
    yield _share("document.effective", [_same_force(true, read) for true, read in reading.pairs])
    yield _share("document.lines", [_ends(read.lines) == true.lines for true, read in reading.pairs])


def measure_articles(reading: Reading) -> Iterator[Figure]:
    """Articles by their numbers, in order."""
    pairs = [
        ([article.number for article in _blocks(read, Article)],
         [number for first, last in true.articles for number in range(first, last + 1)])
        for true, read in reading.pairs
    ]
    found, true = sum(len(read) for read, _ in pairs), sum(len(there) for _, there in pairs)
    if found or true:
        yield Measure("articles", true, found, sum(count_aligned(*pair) for pair in pairs))


def measure_rosters(reading: Reading) -> Iterator[Figure]:
    """Lists of names by their count of persons."""
    yield from _told("roster.persons", [
        roster.persons == sum(
            len(group.members) for block in _blocks(read, Roster) if _touches(block.lines, roster.lines)
            for group in block.groups
        )
        for true, read in reading.pairs for roster in true.rosters
    ])


def measure_tables(reading: Reading) -> Iterator[Figure]:
    """Tables by their count of rows and columns, and by the words of their header."""
    shapes, headers = [], []
    for true, read in reading.pairs:
        for there in true.tables:
            table = next((block for block in _blocks(read, Table) if _touches(block.lines, there.lines)), None)
            rows = table.rows if table else ()
            cells = [plain(cell) for row in (table.header if table else ()) for cell in row]
            shape = (len(rows), max(map(len, rows), default=0))
            shapes.append(table is not None and shape == (there.rows, there.columns))
            headers.append(cells[-there.columns:] == [plain(cell) for cell in there.header])
    yield from _told("table.shape", shapes)
    yield from _told("table.header", headers)


def measure_headings(reading: Reading) -> Iterator[Figure]:
    """Structural headings in order, those run in before text too; a numbered sentence may be one or none."""
    true = [(there.seq, plain(heading.text), heading.form) for there, _ in reading.pairs for heading in there.headings]
    either = {(seq, text) for seq, text, form in true if form == "sentence"}
    found = [(there.seq, text) for there, read in reading.pairs for text in _headings(read)]
    yield measure_sequence(
        "headings",
        [heading for heading in found if heading not in either],
        [(seq, text) for seq, text, form in true if form != "sentence"],
    )


def measure_parts(reading: Reading) -> Iterator[Figure]:
    """Instruments that are issued and attachments, by their titles."""
    for name, kind in (("enclosures", "enclosure"), ("attachments", "attachment")):
        true = [
            (there.seq, plain(part.title))
            for there, _ in reading.pairs for part in getattr(there, name) if part.present or kind == "enclosure"
        ]
        found = [
            (there.seq, plain(part.title)) for there, read in reading.pairs for part in read.parts if part.kind == kind
        ]
        if true or found:
            yield measure_set(name, found, true)


def measure_citations(reading: Reading) -> Iterator[Figure]:
    """Documents that are cited, by title and number; that it repeals or forwards, for those that it does."""
    true = [
        ((cited.doc, plain(cited.title), plain_number(cited.number)), cited.relation)
        for there, _ in reading.pairs for cited in reading.truth.citations
        if cited.doc == there.seq and cited.relation != "issues"
    ]
    found = [
        ((there.seq, plain(cited.title), plain_number(cited.number)), cited.relation)
        for there, read in reading.pairs for cited in read.citations if cited.relation != "issues"
    ]
    if true or found:
        yield measure_set("citations", [key for key, _ in found], [key for key, _ in true])
    known = set(found)
    yield from _told("citation.relation", [pair in known for pair in true if pair[1] in ("repeals", "forwards")])


def measure_continuations(reading: Reading) -> Iterator[Figure]:
    """Lines joined to the paragraph of the line before; tables, rosters and uncertain lines aside."""
    truth = reading.truth
    first = min((there.lines[0] for there in truth.documents), default=0)
    aside = {line for line, _ in truth.continuations_uncertain}
    for there in truth.documents:
        tables, rosters = (table.lines for table in there.tables), (roster.lines for roster in there.rosters)
        for begin, end in (*tables, *rosters):
            aside.update(range(begin, end + 1))
    found, true = (
        {line for line in lines if line >= first and line not in aside}
        for lines in (_joined(reading.issue), truth.continuations)
    )
    yield measure_set("continuations", found, true)


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
    yield from _told("anomalies", [line in doubted for line in lines])


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


def _same_force(true: TrueDocument, read: Document) -> bool:
    """Whether both dates of force were read right."""
    want, got = true.effective, read.effective
    return (plain(want.start), plain(want.until)) == (plain(got.start), plain(got.until))


def _share(name: str, right: Iterable[bool]) -> Share:
    """The share of what was read right."""
    marks = list(right)
    return Share(name, len(marks), sum(marks))


def _told(name: str, right: Sequence[bool]) -> Iterator[Share]:
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
