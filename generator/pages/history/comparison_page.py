"""Two versions of an instrument side by side, on a page of the newer one: what changed first, then all of the text."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.archive.text_apart import with_text
from generator.life.comparison import Change, Side, State, Unit, compare, lines_with, units_of
from generator.life.versions import Version
from generator.link.mentions import quotes_of
from generator.model import Document, DocumentRecord, Part
from generator.pages.history.life_section import compared_uri
from generator.pages.index.citations import href
from generator.pages.index.indexes import Registers
from generator.pages.writing.addresses import Crumb, crumbs, document_uri, home_crumb
from generator.pages.writing.escape import Inserts, clean, escape, is_heavy
from generator.pages.writing.markdown import (
    bullets,
    dated,
    element,
    facts,
    heading,
    join,
    link,
    paragraph,
    section,
    span,
)
from generator.pages.writing.page import NOT_SEARCHED, Page
from generator.words.say import say
from generator.words.wording import cut, titled

COUNTED: tuple[State, ...] = ("changed", "added", "removed", "renumbered", "same")
"""What can have become of an article, in the order in which it is counted."""
LONGEST_LABEL = 40
"""Longest name of an article or heading in a heading of the page, in characters."""
_UNTOUCHED = frozenset[State]({"same", "renumbered"})
"""States of a text that both versions have."""


def comparison_pages(registers: Registers) -> Iterator[Page]:
    """A page for each document that issues an instrument again."""
    records = registers.citations.records
    for newer, versions in registers.lives.compared.items():
        if all(version.older in records for version in versions):
            yield _page(registers, records[newer], versions)


def _page(registers: Registers, newer: DocumentRecord, versions: Sequence[Version]) -> Page:
    """What a document issues, each instrument beside its older version."""
    uri, title = compared_uri(newer.id), newer.document.title
    blocks = [
        crumbs(uri, _above(newer), say("compare.here")),
        heading(1, say("compare.title", title=clean(title)), "title"),
    ]
    for nth, version in enumerate(versions, 1):
        blocks += _pair(registers, newer, version, "" if nth == 1 else f"-{nth}")
    named = {
        "title": say("compare.title", title=clean(title)),
        "description": say("compare.description", title=clean(title)),
        "kind": "comparison",
    }
    return Page(uri=uri, meta={**named, **NOT_SEARCHED}, text=join(blocks))


def _above(newer: DocumentRecord) -> tuple[Crumb, ...]:
    """The pages above."""
    return home_crumb(), (newer.document.title, document_uri(newer))


def _pair(
    registers: Registers, newer: DocumentRecord, version: Version, suffix: str
) -> Iterator[str]:
    """Two versions of an instrument: which they are, what changed, and the whole text.

    :param suffix: of the anchors of one that is not the first of the page
    """
    older = registers.citations.records[version.older]
    uri = compared_uri(newer.id)
    texts = [_part(_whole(registers, one), part) for one, part in (
        (older, version.older_part), (newer, version.newer_part),
    )]  # fmt: skip
    changes = compare(units_of(texts[0]), units_of(texts[1]))
    names = [f"c-{nth}{suffix}" for nth in range(1, len(changes) + 1)]
    yield facts(
        [
            (say("compare.older"), [_name(older, texts[0], uri)]),
            (say("compare.newer"), [_name(newer, texts[1], uri)]),
            (say("compare.evidence"), [_evidence(newer, version, uri)]),
            (say("compare.counts"), [_counts(changes)]),
        ]
    )
    if not any(change.older and change.newer for change in changes):
        yield paragraph(say("compare.nothing_alike"))
        return
    changed = [
        f"[{escape(_label(change))}](#{name}) {say(f'compare.is.{change.state}')}"
        for change, name in zip(changes, names, strict=True)
        if change.state != "same"
    ]
    if changed:
        yield heading(2, say("compare.changes"), f"changes{suffix}")
        yield bullets(changed)
    yield heading(2, say("compare.text"), f"texts{suffix}")
    yield paragraph(say("compare.legend"), "muted")
    yield from _texts(changes, names, (_day(older), _day(newer)))


def _texts(changes: Sequence[Change], names: Sequence[str], days: tuple[str, str]) -> Iterator[str]:
    """Both texts: what is in both of them once, what differs side by side."""
    for is_same, group in groupby(zip(changes, names, strict=True), _is_same):
        if is_same:
            lines = (line for change, _ in group for line in _lines(change.newer, ()))
            yield section("compared-same", "\n\n".join([_said(say("compare.is_same")), *lines]))
        else:
            for change, name in group:
                yield from _side_by_side(change, name, days)


def _is_same(pair: tuple[Change, str]) -> bool:
    """Whether nothing changed in an article."""
    return pair[0].state == "same"


def _side_by_side(change: Change, name: str, days: tuple[str, str]) -> Iterator[str]:
    """An article that changed: a heading that says so, and both texts.

    :param days: of the older and of the newer version
    """
    yield heading(3, f"{_label(change)} {say(f'compare.is.{change.state}')}", name)
    if change.state in _UNTOUCHED:
        yield section("compared-same", "\n\n".join(_lines(change.newer, ())))
        return
    older = [
        _said(say("compare.older_of", day=days[0])),
        *_version(change.older, change.taken, "del"),
    ]
    newer = [
        _said(say("compare.newer_of", day=days[1])),
        *_version(change.newer, change.put, "ins"),
    ]
    both = section("older", "\n\n".join(older)), section("newer", "\n\n".join(newer))
    yield section("compared", "\n\n".join(both))


def _version(unit: Unit | None, side: Side, tag: str) -> Iterator[str]:
    """A version of an article, or that there is none."""
    yield from _lines(unit, side, tag) if unit else [_said(say("compare.lacks"))]


def _lines(unit: Unit | None, side: Side, tag: str = "") -> Iterator[str]:
    """The paragraphs of a version of an article, with what the other has not in a tag."""
    for line, stretches in lines_with(unit.lines if unit else (), side):
        inserts = _inserts(stretches, tag)
        if not clean(line):
            continue
        if is_heavy(line):
            yield element("p", line, inserts)
        else:
            yield escape(line, inserts)


def _inserts(stretches: Side, tag: str) -> Inserts:
    """The tags around what the other version has not, each with words for those who listen."""
    if not stretches:
        return ()
    opens = say("compare.taken") if tag == "del" else say("compare.put")
    opening = f'<{tag}><span class="visually-hidden">{opens}</span>'
    closing = f'<span class="visually-hidden">{say("compare.end")}</span></{tag}>'
    return [insert for first, last in stretches for insert in ((first, opening), (last, closing))]


def _said(words: str) -> str:
    """A line of the site above a text."""
    return paragraph(words, "muted")


def _label(change: Change) -> str:
    """What an article is called, in the newer version where it has one."""
    newer, older = (_short_label(unit) for unit in (change.newer, change.older))
    if not change.newer:
        return say("compare.former", name=older)
    if not change.older or newer == older:
        return newer
    return say("compare.formerly", name=newer, former=older)


def _short_label(unit: Unit | None) -> str:
    """The name of an article or a heading of moderate length."""
    return cut(clean(unit.label), LONGEST_LABEL) or say("compare.opening") if unit else ""


def _counts(changes: Sequence[Change]) -> str:
    """How many articles changed, were added, taken out, and are as they were."""
    numbers = {state: sum(one.state == state for one in changes) for state in COUNTED}
    counted = (
        say(f"compare.count.{state}", n=number) for state, number in numbers.items() if number
    )
    return say("list.comma").join(counted)


def _name(record: DocumentRecord, part: Part, uri: str) -> str:
    """A version: its title, linked to the document that issues it, with its date and number."""
    document = record.document
    linked = link(titled(part.title or document.title), document_uri(record), uri)
    number = span(document.number, "number") if document.number else ""
    return " ".join(filter(None, [linked, number, dated(record.day) if record.day else ""]))


def _day(record: DocumentRecord) -> str:
    """The date of a version, or that none is known."""
    return dated(record.day) if record.day else say("life.undated")


def _evidence(newer: DocumentRecord, version: Version, uri: str) -> str:
    """What says that both are versions of one instrument: words of the newer document, or title and issuer."""
    citations = newer.document.citations
    for quote in quotes_of(newer) if version.is_said else ():
        citation = citations[quote.nth]
        meant = {citation.target, *(citation.candidates or ())}
        if version.older in meant and (citation.relation == "repeals" or citation.role == "amends"):
            place = href((document_uri(newer), quote.anchor), uri)
            return f"[{escape(f'“{quote.sentence}”')}]({place})"
    return say("life.same_title")


def _whole(registers: Registers, record: DocumentRecord) -> Document:
    """A document with its text."""
    if record.gist is None:
        return record.document
    issue = registers.issues[record.issue]
    ids = [one.id for one in issue.documents]
    return with_text(record.document, registers.texts.of(issue)[ids.index(record.id)])


def _part(document: Document, index: int | None) -> Part:
    """The part that is an instrument; of a document that is one itself, its body."""
    if index is not None:
        return document.parts[index]
    bodies = (part for part in document.parts if part.kind == "body")
    return next(bodies, Part(kind="body"))
