"""The values that were derived from a print, against the print as a plain path of its own reads it.

The account proves that each character of a source is in its issue as it is printed. Dates, numbers and pages, which
the catalogue has in a form of its own, are held against these characters here. What people corrected is passed over.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from generator.archive.sources import PARSED
from generator.lexicon.above_text.traditional import whole_in_simplified
from generator.lexicon.characters import IDEOGRAPHS
from generator.lexicon.numerals import TENS
from generator.model import ContentsEntry, Document, Effective, Issue, IssueRecord, Stretch, Text
from generator.model.document import Bound, tables_of
from generator.proof.visible_text import visible
from generator.prove.mismatch import Difference, quote
from generator.prove.plain_values import (
    ALONE,
    LONGEST,
    dates_in,
    days_in,
    days_of_force,
    numbers_in,
    plain,
    prints_beginning,
    read_plainly,
    years_in,
)
from generator.source.folder import named_issue
from generator.visible.printed_text import first

_NO_SERIAL = f"(?<!总)(?<!总第){ALONE}"
"""Before a number that is not that of all issues."""
_OF_ISSUE = r"(?:[)）]?[期号]|期?(?:[、，,至和及与·/&~～—–-](?:总?第)?[^、期]{1,4})+合?期|合刊)"
"""Behind a number of an issue: 期, or the other numbers of a joint issue and 期."""
_SERIAL = "(?:总(?:期数|第|号|期)?|累计)[:：]?第?"
_TOGETHER = dict.fromkeys(("number", "numbers", "special"), ("number", "numbers", "special"))
"""Values that a correction of one of them changes too."""
APART = "|"
"""What keeps the figures of two lines apart."""
_BEHIND = re.compile(f"(?:$|[^{IDEOGRAPHS}]|主|编|印|出版|承|发行|地|电|邮)")
"""What is behind the name of a publisher."""


class _Wrong(NamedTuple):
    """A value that its print does not say."""

    name: str
    value: object
    print: str
    line: int = 0


def check_values(record: IssueRecord) -> Iterator[Difference]:
    """The values of an issue and its documents that their print does not say.

    What another program read is as that program says.
    """
    if record.file.endswith(PARSED):
        return
    issue = record.whole
    corrected = _corrected(issue)
    said = {name for _, name in corrected}
    for one in _of_issue(issue, record.file):
        if said.isdisjoint(f"issue.{name}" for name in (*_TOGETHER.get(one.name, ()), one.name)):
            yield _difference(one, record.id)
    for held in record.documents:
        yield from (_difference(one, held.id) for one in _wrong_in(held.document, corrected))
    if said.isdisjoint({"page", "column"}):
        yield from _of_entries(issue, record)


def _wrong_in(document: Document, corrected: Collection[tuple[int, str]]) -> Iterator[_Wrong]:
    """The values of a document that its print does not say, but for those that people corrected."""
    lines = document.lines or (0,)
    said = {name for line, name in corrected if lines[0] <= line <= lines[-1]}
    for one in (*_of_document(document), *_of_force(document)):
        if one.name not in said:
            yield one
    yield from _of_captions(document)
    if not corrected:
        yield from _of_lines(document)


def _difference(one: _Wrong, id_: str) -> Difference:
    """What is wrong, as a line says it."""
    said = f"{one.name}: {quote(str(one.value))} is not what is printed: {quote(one.print)}"
    return Difference("data", f"values of {id_}", one.line, said)


def _corrected(issue: Issue) -> set[tuple[int, str]]:
    """The lines of which people said something, and the element that they named."""
    return {
        (finding.line, finding.provenance.element or "")
        for finding in issue.findings
        if not isinstance(finding.provenance, msgspec.UnsetType)
    }


def _of_issue(issue: Issue, file: str) -> Iterator[_Wrong]:
    """Year, numbers, day and publisher against the lines of the masthead.

    :param file: its name gives year and number where no line does
    """
    texts = [line.text for line in issue.masthead]
    printed = APART.join(texts)
    whole = whole_in_simplified(printed)
    numbers = numbers_in(whole)
    own = numbers_in(whole, _NO_SERIAL, _OF_ISSUE) or numbers
    days = {f"{issue.year}-{day}" for day in days_in(whole)}
    named = named_issue(file)
    special = issue.special
    for name, value, found in (
        ("year", issue.year, {*years_in(whole), *numbers, named.year}),
        ("number", issue.number, {*own, *_adjacent_in(whole), *_words_in(texts), *named.numbers}),
        ("special", special and special.number, {*numbers, named.special and named.special.number}),
        ("serial", issue.serial, {*numbers_in(whole, _SERIAL), *named.serials}),
        ("published", issue.published, dates_in(whole) | dates_in("".join(texts)) | days),
    ):
        if value and value not in found:
            yield _Wrong(name, value, printed)
    yield from _of_joined(issue, whole, named.numbers)
    said = {named.special.kind} if named.special else set()
    if special and special.kind not in plain(whole) and special.kind not in said:
        yield _Wrong("special", special.kind, printed)
    part = issue.part.as_printed if issue.part else ""
    if part and part not in plain(whole) and named.part is None:
        yield _Wrong("part", part, printed)
    if issue.publisher and not any(_is_named(plain(issue.publisher), text) for text in texts):
        yield _Wrong("publisher", issue.publisher, printed)


def _of_joined(issue: Issue, whole: str, named: tuple[int, ...]) -> Iterator[_Wrong]:
    """The numbers that an issue joins: the first and the last are printed, or its file is named so."""
    joined = [("numbers", issue.numbers, named), ("serials", issue.serials, ())]
    for name, numbers, by_name in joined:
        ends = {numbers[0], numbers[-1]} if numbers else set()
        found = numbers_in(whole, "") | _adjacent_in(whole)
        if numbers != by_name and not ends <= found:
            yield _Wrong(name, numbers, whole)


def _adjacent_in(text: str) -> set[int]:
    """The numbers that 三四期合刊 and 十一十二期合刊 can be, wherever the one ends and the other begins."""
    runs = re.findall(rf"([{TENS}]{{2,6}})(?:期?合刊|合期)", plain(text))
    parts = (part for run in runs for cut in range(1, len(run)) for part in (run[:cut], run[cut:]))
    return {read_plainly(part) for part in parts}


def _words_in(texts: Iterable[str]) -> set[int]:
    """The figures of lines that blanks set apart: 某某公报　2003　5."""
    words = (word for text in texts for word in text.split())
    return {
        int(word) for word in words if word.isascii() and word.isdigit() and len(word) < LONGEST
    }


def _is_named(organ: str, text: str) -> bool:
    """Whether a line names an organ by all of its name."""
    bare = plain(text)
    if any(plain(word).endswith(organ) for word in text.split()):
        return True
    return any(_BEHIND.match(bare, place.end()) for place in re.finditer(re.escape(organ), bare))


def _of_document(document: Document) -> Iterator[_Wrong]:
    """Dates, words, kind and issuer of a document against what is printed of it."""
    printed, start = document.as_printed, first(document.lines)
    for name, value in (
        ("date", document.date),
        ("printed", document.printed and document.printed.date),
    ):
        found = dates_in(printed.get(name, ""))
        if found and value not in found:
            yield _Wrong(name, value, printed[name], first(document.at.get(name, ())))
    words = re.split("[:：∶]", printed.get("subjects", ""), maxsplit=1)[-1].split()
    if words and list(document.subjects) != words:
        yield _Wrong("subjects", "　".join(document.subjects), printed["subjects"], start)
    if document.kind and document.kind not in whole_in_simplified(document.title):
        yield _Wrong("kind", document.kind, document.title, start)
    if document.issuer != next(iter(document.issuers), None):
        yield _Wrong("issuer", document.issuer, "、".join(document.issuers), start)


def _of_captions(document: Document) -> Iterator[_Wrong]:
    """The captions of tables against the headings and texts of their document, which print them."""
    tables = [table for table in tables_of(document) if table.caption]
    texts = {visible(document.title)} if tables else set()
    for part in document.parts if tables else ():
        texts |= {visible(part.label or ""), visible(part.title or "")}
        texts |= {visible(block.text) for block in part.blocks if isinstance(block, Text)}
    for table in tables:
        if visible(table.caption or "") not in texts:
            yield _Wrong("caption", table.caption, "", first(table.lines))


def _of_lines(document: Document) -> Iterator[_Wrong]:
    """The blocks whose lines are those of another document."""
    begin, end = document.lines[0], document.lines[-1]
    for part in document.parts:
        for block in part.blocks:
            if block.lines and not begin <= min(block.lines) <= max(block.lines) <= end:
                yield _Wrong("lines", block.lines[0], f"{begin}–{end}", block.lines[0])


def _of_force(document: Document) -> Iterator[_Wrong]:
    """The days on which a document and what it issues come into force and end, against the sentences that say them."""
    for effective in (document.effective, *(part.effective for part in document.parts)):
        if effective and effective.at:
            yield from _of_sentences(document, effective, effective.at)


def _of_sentences(
    document: Document, effective: Effective, at: Mapping[Bound, Stretch]
) -> Iterator[_Wrong]:
    """Those that sentences do not say."""
    for name, place in at.items():
        is_end = name == "until"
        value = effective.until if is_end else effective.start
        bases = {document.date, *((effective.start, document.effective.start) if is_end else ())}
        text = getattr(document.parts[place.part].blocks[place.block], "text", "")
        sentence = text[place.start : place.end]
        if value is None and not prints_beginning(sentence):
            continue  # no day can be reckoned from it
        days = days_of_force(sentence, {base for base in bases if base}, is_end=is_end)
        if days and value not in days:
            yield _Wrong(f"effective.{name}", value, sentence, first(document.lines))


def _of_entries(issue: Issue, record: IssueRecord) -> Iterator[Difference]:
    """Page and column of each document, against the entries that announce it."""
    announced: defaultdict[int, list[ContentsEntry]] = defaultdict(list)
    for entry in issue.contents:
        announced[entry.document or 0].append(entry)
    above = APART.join(line.text for line in issue.masthead)
    for held in record.documents:
        document, entries = held.document, announced[held.document.sequence]
        start = first(document.lines)
        pages = {entry.page for entry in entries} or {None}
        if document.page not in pages:
            yield _difference(
                _Wrong("page", document.page, ", ".join(map(str, pages)), start), held.id
            )
        columns = [entry.column or "" for entry in entries]
        if document.column and document.column not in (columns or above):
            wrong = _Wrong("column", document.column, " ".join(columns) or above, start)
            yield _difference(wrong, held.id)
